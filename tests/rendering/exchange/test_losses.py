"""What an export cannot hold is counted, whatever it is, and said in plain sentences."""

from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest

from journeymap.model import Emotion, Journey, Stage, Touchpoint
from journeymap.model.claims import Pain
from journeymap.model.library import Kpi
from journeymap.model.opportunity import Action, Opportunity
from journeymap.rendering.exchange.exported import introduce
from journeymap.rendering.exchange.holdings import HOLDS, MERMAID_JOURNEY
from journeymap.rendering.exchange.losses import count_losses, describe_losses, name_some, place_of
from journeymap.rendering.exchange.vocabulary import BOOKKEEPING, FRAMES, WHOLE, WORDS
from journeymap.source import Place
from tests.conftest import ROOT, match_golden
from tests.rendering.samples import SAMPLES

PAGE = ROOT / "docs" / "reference" / "exports.md"
NOTHING: frozenset[str] = frozenset()
OWNERS = {"branch": "touchpoint.next", "exit": "journey.exits"}
"""What may be lost as a whole, and its place: what it says is not counted then."""


def test_every_place_of_the_model_has_a_word() -> None:
    """A new field of the language needs a word of its own before it can be lost, or a reason to be silent."""
    known = {*WORDS, *BOOKKEEPING, *FRAMES}

    assert [place for place in _places(Journey) if place not in known] == []


def test_every_word_is_of_a_place_of_the_model() -> None:
    """A word for a field that is gone is taken out."""
    places = {*_places(Journey), "opportunity.own_kpis", "opportunity.actions"}

    assert {*WORDS, *BOOKKEEPING, *FRAMES} - places == set()


@pytest.mark.parametrize("form", HOLDS)
def test_forms_hold_places_of_the_model_only(form: str) -> None:
    """What a form declares to hold exists."""
    assert HOLDS[form] <= set(WORDS)


@pytest.mark.parametrize("form", HOLDS)
def test_everything_is_held_or_counted(form: str) -> None:
    """Of a journey that says everything, each place is either held or in the sentences."""
    journey = _full(Journey)
    said = set(count_losses(journey, HOLDS[form]))

    for place in _places(Journey):
        whole = OWNERS.get(place.partition(".")[0])
        with_whole = whole is not None and whole not in HOLDS[form]
        if (
            place not in BOOKKEEPING | FRAMES | HOLDS[form]
            and not place.startswith("step.")
            and not with_whole
        ):
            assert WORDS[place] in said, place


def test_a_field_without_a_word_is_counted_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should somebody forget the word, the name of the field stands in for it."""
    words = {place: word for place, word in WORDS.items() if place != "touchpoint.needs"}
    monkeypatch.setattr("journeymap.rendering.exchange.losses.WORDS", words)
    journey = _journey(Touchpoint("a", "A", needs=("one", "two")))

    assert describe_losses(journey, HOLDS[MERMAID_JOURNEY], "x") == ("2 needs are not in x",)


def test_sentences_say_things_then_details_then_the_journey() -> None:
    """Three sentences at most, in the singular where there is one."""
    kpi = Kpi("k", "m")
    journey = _journey(
        Touchpoint("a", "A", channels=("web", "app"), pains=(Pain("p"), Pain("q")), kpis=(kpi,)),
        Touchpoint("b", "B", pains=(Pain("r"),), emotions=(Emotion(1, "glad", quote="Oh!"),)),
    )._replace(
        goal="G",
        sources=("s", "t"),
        opportunities=(Opportunity("O", own_kpis=(kpi,), actions=(Action("do"),)),),
    )

    assert describe_losses(journey, HOLDS[MERMAID_JOURNEY], "a Mermaid journey") == (
        "2 KPIs, 3 pains, 1 opportunity and 1 action are not in a Mermaid journey",
        "2 channels, 1 word for a feeling and 1 quote are not in a Mermaid journey",
        "the journey's goal and 2 sources are not in a Mermaid journey",
    )
    assert describe_losses(_journey(Touchpoint("a", "A", pains=(Pain("p"),))), NOTHING, "x")[0] == (
        "1 stage, 1 touchpoint and 1 pain are not in x"
    )
    assert describe_losses(_journey()._replace(goal="G"), HOLDS[MERMAID_JOURNEY], "x") == (
        "the journey's goal is not in x",
    )


def test_a_tame_journey_loses_nothing() -> None:
    """Where a form holds all that is said, there is no sentence."""
    journey = _journey(Touchpoint("a", "A", emotions=(Emotion(1),)))

    assert describe_losses(journey, HOLDS[MERMAID_JOURNEY], "x") == ()


def test_the_emotions_of_a_stage_count_by_what_it_is() -> None:
    """A stage without touchpoints is a step of its own, and its feelings show."""
    felt = (Emotion(1),)
    lone = Journey("j", "J", (Stage("s", "S", emotions=felt),))
    full = Journey("j", "J", (Stage("s", "S", emotions=felt, touchpoints=(Touchpoint("a", "A"),)),))

    assert describe_losses(lone, HOLDS[MERMAID_JOURNEY], "x") == ()
    assert describe_losses(full, HOLDS[MERMAID_JOURNEY], "x") == (
        "1 feeling about a whole stage is not in x",
    )
    assert place_of(lone.stages[0], "emotions") == "step.emotions"


def test_names_are_given_for_the_first_few() -> None:
    """A sentence stays a sentence."""
    assert name_some(["a", "b", "c"]) == "a, b, c"
    assert name_some(list("abcde")) == "a, b, c and 2 more"


def test_an_export_begins_with_where_it_comes_from_and_what_is_missing() -> None:
    """The first lines name the journey, and no line is much wider than a screen."""
    sample = SAMPLES["retailer"]()
    losses = describe_losses(sample.journey, HOLDS[MERMAID_JOURNEY], MERMAID_JOURNEY)
    lines = list(introduce(sample.journey, losses))

    assert lines[0].startswith("Made by journeymap from the journey first-purchase.")
    assert max(map(len, lines)) <= 100
    assert " ".join(lines[1:]) == " ".join(f"Note: {loss}." for loss in losses)


def test_the_page_of_exports() -> None:
    """The reference says of each place of the model which form holds it."""
    before, _, after = PAGE.read_text(encoding="utf-8").partition("<!-- table -->\n")
    tail = after.partition("<!-- end -->")[2]

    match_golden(PAGE, f"{before}<!-- table -->\n{_table()}<!-- end -->{tail}")


def _table() -> str:
    """Return which form holds what: all of it, a part, or nothing."""
    names = [form.removeprefix("a ") for form in HOLDS]
    rows = [["What a journey says", *(name[:1].upper() + name[1:] for name in names)]]
    rows.append(["---"] * len(rows[0]))
    for word in dict.fromkeys(WORDS.values()):
        places = [place for place, each in WORDS.items() if each == word]
        held = [sum(place in holds for place in places) for holds in HOLDS.values()]
        noun = f"the journey's {word.many}" if word.sort == "journey" else word.many
        rows.append([noun, *("yes" if n == len(places) else "in part" if n else "–" for n in held)])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = (
        "| " + " | ".join(cell.ljust(width, "-" if cell == "---" else " ") for cell, width in pairs) + " |"
        for pairs in (list(zip(row, widths, strict=True)) for row in rows)
    )
    return "".join(f"{line}\n" for line in lines)


def _journey(*touchpoints: Touchpoint) -> Journey:
    return Journey("j", "J", (Stage("s", "S", touchpoints=touchpoints),))


def _places(kind: type, met: set[type] | None = None) -> Iterator[str]:
    """Yield every place that the model has, from a journey on, down to what is held or lost as a whole."""
    met = set() if met is None else met
    if kind in met or kind in WHOLE:
        return
    met.add(kind)
    name = kind.__name__.lower()
    for field, hint in get_type_hints(kind).items():
        yield f"{name}.{field}"
        if kind is Stage and field != "touchpoints":
            yield f"step.{field}"
        for inner in _tuples_in(hint):
            yield from _places(inner, met)


def _tuples_in(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and hasattr(hint, "_fields"):
        yield hint
    for part in get_args(hint):
        yield from _tuples_in(part)


def _full(hint: Any, usual: Any = None) -> Any:
    """Return a value of a type in which everything is said, and nothing is as usual."""
    origin, parts = get_origin(hint), get_args(hint)
    if hasattr(hint, "_fields"):
        usual = hint._field_defaults
        return hint(**{field: _full(each, usual.get(field)) for field, each in get_type_hints(hint).items()})
    if hint is Place:
        return Place("file")
    if origin in (Union, UnionType):
        return _full(next(part for part in parts if part is not NoneType), usual)
    if origin is Literal:
        return next(part for part in parts if part != usual)
    if origin is tuple:
        return (_full(parts[0]),) if parts[-1] is Ellipsis else tuple(map(_full, parts))
    if origin is Mapping or getattr(origin, "__name__", "") == "Mapping":
        return {"key": "value"}
    return {str: "text", int: 7, float: 7.0, bool: True}[hint]
