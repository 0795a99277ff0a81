"""The diff misses nothing and invents nothing: whatever changes in a workspace is told once, and alone."""

import random
from collections import Counter
from copy import deepcopy
from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from journeymap.diffing import compare_portfolios
from tests.diffing.mutating.affecting import find_affected
from tests.diffing.mutating.overlaying import STEPS, Step, apply_step, find_set_trials
from tests.diffing.mutating.places import Files, Spot, find_spots, lengthen_all, reach
from tests.diffing.mutating.schemas import FOLDED, find_properties, read_listed
from tests.diffing.mutating.table import MUTATIONS, WAIVERS, Overlaid, find_mutation, find_row
from tests.diffing.mutating.trials import (
    Trial,
    compile_data,
    face_of,
    find_fault,
    find_trials,
    place_of_property,
    read_base,
    spots_of,
)
from tests.diffing.mutating.variants import OPTIONAL, leave_out

BOTH = {**MUTATIONS, **WAIVERS}


@cache
def places() -> tuple[str, ...]:
    """Return the properties that are written when a property of the list changes, each once."""
    found = (place_of_property(path) for path in read_listed())
    return tuple(dict.fromkeys(each[0] for each in found if each))


def test_the_list_names_every_property_of_the_schemas() -> None:
    """What the schemas declare and what the list names are the same, and the list is sorted."""
    assert read_listed() == find_properties()


def test_every_property_has_mutations_or_a_reason_why_not() -> None:
    """No property is forgotten; what is waived is not changed as well, and says why."""
    assert [path for path in read_listed() if find_row(path, BOTH) is None] == []
    assert not set(MUTATIONS) & set(WAIVERS)
    for path in read_listed():
        found = find_mutation(path)
        if found is not None and not isinstance(found, Overlaid):
            assert place_of_property(path), path
    for path in places():
        trials = (trial for spot in spots_of(path) for trial in find_trials(path, spot, read_base()))
        assert any(trial.forward for trial in trials), path
    assert all(len(reason) > 20 for reason in (*WAIVERS.values(), *FOLDED.values()))


def test_no_mutation_and_no_waiver_is_stale() -> None:
    """Each row of the tables is what some property of the list goes by."""
    used = {find_row(path, BOTH) for path in read_listed()}
    assert set(BOTH) - used == set()
    assert set(FOLDED) <= set(read_listed())


def test_the_base_is_valid_and_differs_from_itself_in_nothing() -> None:
    """The workspace that everything is tried on has no errors, and none without what it can do without."""
    base = compile_data(read_base())
    assert not base.has_errors
    assert compare_portfolios(base.portfolio, compile_data(deepcopy(read_base())).portfolio) == ()
    for part in OPTIONAL:
        assert not compile_data(leave_out(read_base(), [part])).has_errors, part
    assert not compile_data(leave_out(read_base(), OPTIONAL)).has_errors


ROWS = sorted({find_row(path, BOTH) or "" for path in places()})


@pytest.mark.parametrize("row", ROWS)
def test_each_way_to_change_a_property_tells_itself_alone(row: str) -> None:
    """Each kind of change that a row of the table promises is told as promised, there and back."""
    paths = [path for path in places() if find_row(path, BOTH) == row]
    tried: set[str] = set()
    for place, spot in _shuffle([(path, spot) for path in paths for spot in spots_of(path)])[:4]:
        for trial in _shuffle(list(find_trials(place, spot, read_base()))):
            id = trial.forward[0].id if trial.forward else ""
            if id not in tried and (fault := find_fault(trial)) != "invalid":
                assert fault == ""
                tried.add(id)
    assert tried - {""}


def _shuffle(things: list[Any]) -> list[Any]:
    return random.Random(len(things)).sample(things, len(things))


variants = st.lists(st.sampled_from(OPTIONAL), max_size=12, unique=True)


def draw_trial(data: st.DataObject, files: Files) -> Trial:
    """Return a random change of a random property at a random place that leaves the files valid."""
    trial = draw_any_trial(data, files)
    assume(not any(compile_data(side).has_errors for side in (trial.before, trial.after)))
    return trial


def draw_any_trial(data: st.DataObject, files: Files) -> Trial:
    """Return a random change of a random property at a random place; the files may not be valid then."""
    path = data.draw(st.sampled_from(places()))
    known = set(spots_of(path))
    spots = [spot for spot in find_spots(files, path) if spot in known]
    assume(spots)
    spot = data.draw(st.sampled_from(spots))
    trials = list(find_trials(path, spot, files))
    assume(trials)
    trial: Trial = data.draw(st.sampled_from(trials))
    return trial


@given(variants, st.data())
def test_one_mutation_tells_itself_and_nothing_else(gone: Any, data: st.DataObject) -> None:
    """In any variant of the workspace a change is told as what it is, once, with its way back."""
    trial = draw_trial(data, leave_out(read_base(), gone))
    assert find_fault(trial) == ""


@given(st.data())
def test_what_changes_with_a_mutation_is_named(data: st.DataObject) -> None:
    """A change says which journeys and touchpoints change with it: those that extend it or use it."""
    trial = draw_trial(data, read_base())
    facts = compare_portfolios(*(compile_data(side).portfolio for side in (trial.before, trial.after)))
    for fact in facts:
        side = trial.before if fact.id.endswith("-removed") and fact.head is None else trial.after
        assert set(fact.affects) == find_affected(fact.id, trial.spot, side)
        assert len(set(fact.affects)) == len(fact.affects)


@given(st.data())
def test_two_mutations_tell_both_and_nothing_else(data: st.DataObject) -> None:
    """Changes of two files, neither of them another id, are told as each would be alone."""
    trials = [draw_any_trial(data, read_base()) for _ in range(2)]
    assume(trials[0].spot.file != trials[1].spot.file)
    sides = []
    for word in ("before", "after"):
        merged = dict(read_base())
        for trial in trials:
            own = {file: each for file, each in getattr(trial, word).items() if each != read_base()[file]}
            assume(set(own) <= {trial.spot.file})
            merged |= own
        sides.append(compile_data(merged))
    assume(not any(side.has_errors for side in sides))
    told = Counter(map(face_of, compare_portfolios(sides[0].portfolio, sides[1].portfolio)))
    assert told == Counter((*trials[0].forward, *trials[1].forward))


FIELDS = sorted(
    path.rpartition(".")[2] for path in read_listed() if path.startswith("journey.changes[].fields.")
)


@pytest.mark.parametrize("field", FIELDS)
def test_what_an_overlay_sets_is_told_of_the_overlay(field: str) -> None:
    """Each field that a step can set tells, at the overlay, what it tells of the item at its journey."""
    tried: set[str] = set()
    for trial in _shuffle(list(find_set_trials(field, read_listed())))[:40]:
        id = trial.forward[0].id if trial.forward else ""
        if id not in tried and (fault := find_fault(trial)) != "invalid":
            assert fault == ""
            tried.add(id)
            if len(tried) > 1:
                break
    assert tried - {""}


@pytest.mark.parametrize("step", STEPS, ids=lambda step: " ".join(map(str, list(step.change.values())[:2])))
def test_each_step_of_an_overlay_tells_what_it_does(step: Step) -> None:
    """What a step adds, removes or moves is told once, and taken back by the way back."""
    sides = [compile_data(side) for side in apply_step(step)]
    assert not any(side.has_errors for side in sides)
    there, back = (sides[0].portfolio, sides[1].portfolio), (sides[1].portfolio, sides[0].portfolio)
    assert tuple(map(face_of, compare_portfolios(*there))) == (step.forward,)
    assert tuple(map(face_of, compare_portfolios(*back))) == (step.backward,)


def test_steps_make_every_kind_of_item_come() -> None:
    """The literal list of steps has one that adds for each kind that the schema allows."""
    added = {step.change["add"] for step in STEPS if "add" in step.change}
    assert added == {
        *("stage", "touchpoint", "pain", "gain", "kpi", "exit", "opportunity", "action", "insight"),
        *("evidence", "feedback-loop"),
    }
    keys = {path.split(".")[2] for path in read_listed() if path.startswith("journey.changes[].")}
    assert {key for step in STEPS for key in step.change} | {"set", "fields"} == keys
    verbs = {verb for step in STEPS for verb in ("add", "remove", "move") if verb in step.change}
    assert verbs == {"add", "remove", "move"}


def test_long_and_short_forms_say_the_same() -> None:
    """What is written at length where a text or a number would do is no change."""
    long = {file: lengthen_all(data) for file, data in read_base().items()}
    assert long != read_base()
    sides = [compile_data(files) for files in (read_base(), long)]
    assert not sides[1].has_errors
    assert compare_portfolios(sides[0].portfolio, sides[1].portfolio) == ()


def edit(*changes: tuple[str, tuple[str | int, ...], Any]) -> Files:
    """Return the base with other values at some places."""
    files = deepcopy(read_base())
    for file, pointer, value in changes:
        reach(files[file], pointer[:-1])[pointer[-1]] = value
    return files


BUY, SHARED = "buy.journey.yaml", "shared.library.yaml"
LOOK: tuple[str | int, ...] = ("stages", 0, "touchpoints", 0)
SPOKEN = edit((BUY, ("lang",), "pt"))
SWAPPED = edit((BUY, ("stages",), read_base()[BUY]["stages"][::-1]))
FOUND = [
    pytest.param(
        edit((BUY, (*LOOK, "pains", 0, "evidence"), ["buy#talks"])), [], id="an address with its own journey"
    ),
    pytest.param(
        edit((BUY, ("objective", "kpi"), "buy#pay/desk-speed")), [], id="a KPI's with its own journey"
    ),
    pytest.param(SPOKEN, [("language-changed", "journey:buy")], id="personas speak as their journey does"),
    pytest.param(
        SWAPPED,
        [("stage-reordered", "journey:buy/stage:purchase")],
        id="an overlay between whose stages another stands",
    ),
    pytest.param(
        edit((BUY, ("stages", 0, "touchpoints", 2, "moment_of_truth"), True)),
        [("moment-of-truth-set", "journey:buy/stage:arrive/touchpoint:wander")],
        id="a touchpoint that an overlay moves",
    ),
    pytest.param(
        edit((SHARED, ("touchpoints", 0, "kpis", 0, "deprecated"), {"replaced_by": "buy#look"})),
        [("deprecation-declared", "library/shared-touchpoint:paying-desk/kpi:desk-speed")],
        id="an address in a library, and where it leads",
    ),
    pytest.param(
        edit(
            (
                SHARED,
                ("touchpoints", 0, "blueprint", "support"),
                [{"text": "till-system", "system": "stock-system"}],
            )
        ),
        [("blueprint-system-changed", "library/shared-touchpoint:paying-desk")],
        id="an item called like a system",
    ),
    pytest.param(
        edit((BUY, ("stages", 1, "touchpoints", 0, "personalization", 0, "text"), "A fifth is free")),
        [("text-changed", "journey:buy/stage:purchase/touchpoint:pay")],
        id="the first of two personalizations",
    ),
    pytest.param(
        edit(("journeymap.yaml", ("views",), read_base()["journeymap.yaml"]["views"][:1])),
        [("view-removed", "workspace/view:quick-look")],
        id="a view without a title",
    ),
]
"""What was told twice, or not, once; each is found again by the trials above, and is easier to see here."""


@pytest.mark.parametrize(("files", "expected"), FOUND)
def test_what_was_found_stays_mended(files: Files, expected: list[tuple[str, str]]) -> None:
    """Each of these gives what it should, and each fact has a before or an after."""
    sides = [compile_data(side) for side in (read_base(), files)]
    assert not sides[1].has_errors
    facts = compare_portfolios(sides[0].portfolio, sides[1].portfolio)
    assert [(fact.id, fact.entity.path) for fact in facts] == expected
    assert all(fact.before or fact.after for fact in facts)


def test_what_follows_a_rename_is_part_of_it() -> None:
    """Splits that lead to a renamed touchpoint, and items that are only a renamed system, are not told."""
    for path, spot in (
        ("journey.stages[].touchpoints[].id", Spot(BUY, LOOK, "id")),
        ("library.systems[].id", Spot(SHARED, ("systems", 0), "id")),
    ):
        (trial,) = find_trials(path, spot, read_base())
        assert find_fault(trial) == ""


def test_an_overlay_may_reorder_while_its_base_does() -> None:
    """A step of its own that moves a stage is told beside what moved in the base."""
    files = deepcopy(SWAPPED)
    files["buy-online.journey.yaml"]["changes"].append({"move": "wait-home", "before": "purchase"})
    sides = [compile_data(side).portfolio for side in (read_base(), files)]
    told = {fact.entity.journey for fact in compare_portfolios(sides[0], sides[1])}
    assert told == {"buy", "buy-online"}


def move(source: tuple[str | int, ...], target: tuple[str | int, ...]) -> Files:
    """Return the base with one item of the journey `buy` at the end of another list."""
    files = deepcopy(read_base())
    item = reach(files[BUY], source[:-1]).pop(source[-1])
    reach(files[BUY], target[:-1]).setdefault(target[-1], []).append(item)
    return files


PACK: tuple[str | int, ...] = ("stages", 1, "touchpoints", 1)
MOVES = [
    pytest.param(
        PACK, ("stages", 0, "touchpoints"), "touchpoint-moved", "Purchase", "Arriving", id="touchpoint"
    ),
    pytest.param(
        *((*LOOK, "pains", 0), (*PACK, "pains"), "pain-moved", "Looks at the shelf", "Packs"), id="pain"
    ),
    pytest.param(
        *((*LOOK, "gains", 0), (*PACK, "gains"), "gain-moved", "Looks at the shelf", "Packs"), id="gain"
    ),
    pytest.param(
        *(("opportunities", 0, "actions", 0), ("opportunities", 1, "actions")),
        *("action-moved", "Put up price tags", "More light"),
        id="action",
    ),
    pytest.param(*((*PACK, "kpis", 0), ("stages", 0, "kpis"), "kpi-moved", "Packs", "Arriving"), id="kpi"),
]


@pytest.mark.parametrize(("source", "target", "id", "before", "after"), MOVES)
def test_what_goes_elsewhere_is_told_once(source: Any, target: Any, id: str, before: str, after: str) -> None:
    """What hangs on something else is a move, there and back, for the journey and all that extend it."""
    sides = [compile_data(side) for side in (read_base(), move(source, target))]
    assert not sides[1].has_errors
    (there,) = compare_portfolios(sides[0].portfolio, sides[1].portfolio)
    (back,) = compare_portfolios(sides[1].portfolio, sides[0].portfolio)
    assert (there.id, there.before, there.after) == (id, before, after)
    assert (back.id, back.before, back.after) == (id, after, before)
    assert set(there.affects) == {"journey:buy-again", "journey:buy-online"}


def test_which_file_says_something_is_no_change() -> None:
    """Files may be called otherwise and be joined."""
    files = deepcopy(read_base())
    files["one.journey.yaml"] = files.pop(BUY)
    numbers = files.pop("numbers.library.yaml")
    for key in ("metrics", "sources", "terms"):
        files[SHARED][key] = numbers[key]
    sides = [compile_data(side) for side in (read_base(), files)]
    assert compare_portfolios(sides[0].portfolio, sides[1].portfolio) == ()


@pytest.mark.parametrize(
    ("file", "id", "path", "title"),
    [
        ("side-walk.journey.yaml", "journey", "journey:side-walk", "A side walk"),
        ("buy-again.journey.yaml", "journey", "journey:buy-again", "Buying bread again"),
        ("idle.persona.yaml", "persona", "persona:idle-persona", "Nobody"),
    ],
)
def test_a_whole_file_comes_and_goes_as_one(file: str, id: str, path: str, title: str) -> None:
    """A journey, an overlay or a persona is told as one thing, whatever it holds."""
    without = {name: data for name, data in read_base().items() if name != file}
    sides = [compile_data(side).portfolio for side in (read_base(), without)]
    gone = tuple(map(face_of, compare_portfolios(sides[0], sides[1])))
    come = tuple(map(face_of, compare_portfolios(sides[1], sides[0])))
    assert gone == ((f"{id}-removed", id, path, "", title, None),)
    assert come == ((f"{id}-added", id, path, "", None, title),)
