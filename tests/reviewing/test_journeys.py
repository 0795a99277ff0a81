"""What is said of a journey: its steps, feelings, numbers and cells on both sides, and in plain clauses."""

import pytest

from journeymap.diffing.changes import Change, Entity, Fact, Level
from journeymap.diffing.review import Review
from journeymap.model import Journey, Portfolio
from journeymap.reviewing import Dossier, Options, open_dossier
from journeymap.reviewing.cells import MarkedEntry, mark_cells
from journeymap.reviewing.dossier import tell_reasons
from journeymap.reviewing.feelings import compare_feelings
from journeymap.reviewing.figures import (
    EndRow,
    OpportunityRow,
    Twin,
    compare_ends,
    compare_kpis,
    compare_opportunities,
    tell_twin,
)
from journeymap.reviewing.journeys import JourneyReview, list_others, review_journeys
from journeymap.reviewing.pen import Pen
from journeymap.reviewing.remarks import tell_in_one_line, tell_journey
from tests.reviewing.reviews import compare_story, make_story
from tests.reviewing.worlds import HEAD, STAGES, compare, compile_world, edit

PEN = Pen()
OTHER = HEAD.replace("id: visit", "id: order").replace("A visit", "An order") + STAGES


def only(dossier: Dossier) -> JourneyReview:
    """Return the one journey that changed."""
    (review,) = review_journeys(dossier)
    return review


def remarks(dossier: Dossier) -> list[tuple[str, str]]:
    """Return the clauses about the one journey that changed, with their signs."""
    return [(remark.mark, remark.text) for remark in tell_journey(dossier, only(dossier), PEN)]


def cells(dossier: Dossier) -> dict[str, dict[str, tuple[MarkedEntry, ...]]]:
    """Return what changed by lane and touchpoint."""
    review = only(dossier)
    steps = [step for step in review.steps if not step.is_same]
    rows = mark_cells(dossier, review, steps, PEN)
    return {
        row.title: {step.touchpoint.id: cell for step, cell in zip(steps, row.cells, strict=True) if cell}
        for row in rows
    }


def test_nothing_changes_without_a_change() -> None:
    """Two equal sides have no journey to show."""
    assert review_journeys(edit()) == ()


@pytest.mark.parametrize(
    ("edits", "marks"),
    [
        ([("title: Desk,", "title: Front desk,")], {"desk": "changed"}),
        ([("{id: desk, title: Desk", "{id: host, title: Host")], {"desk": "removed", "host": "added"}),
        ([("{id: desk, title: Desk", "{id: host, aliases: [desk], title: Desk")], {"host": "changed"}),
    ],
)
def test_a_step_is_what_happened_to_it(edits: list[tuple[str, str]], marks: dict[str, str]) -> None:
    """A touchpoint is changed, added or removed, and one with an alias is the one it was."""
    found = {step.touchpoint.id: step.mark for step in only(edit(*edits)).steps if not step.is_same}
    assert found == marks


def test_a_moved_step_says_so() -> None:
    """A touchpoint that stands elsewhere is called moved."""
    door = next(f"{line}\n" for line in STAGES.splitlines() if "id: door" in line)
    bill = "      - id: bill\n"
    dossier = edit((door, ""), (bill, door + bill))
    assert ("arrow", "1 touchpoint moved") in remarks(dossier)


def test_a_plan_changes_with_what_it_is_a_plan_for() -> None:
    """The journey that extends the one that was edited has no changes of its own: they are told once."""
    reviews = {review.id: review for review in review_journeys(compare_story())}
    assert not reviews["first-purchase"].is_passed_on
    assert reviews["first-purchase-2027"].is_passed_on
    assert "touchpoint-merged" in {each.change.id for each in reviews["first-purchase-2027"].reached}


def test_a_merged_touchpoint_names_its_heir() -> None:
    """What a declared move says became of a touchpoint is told, where it is no touchpoint any more."""
    step = next(step for step in review_journeys(make_story())[0].steps if step.mark == "removed")
    assert step.into is not None
    assert (step.touchpoint.id, step.into.id) == ("payment", "checkout")


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([("score: -1, feeling: lost", "score: 2")], [("better", "Desk feels better (−1 → +2)")]),
        ([("ben: {score: -1}", "ben: {score: 1}")], [("better", "Ben feels better at Table (−1 → +1)")]),
        ([("ana: {score: 1}", "ana: {score: -1}")], [("worse", "Ana feels worse at Table (+1 → −1)")]),
        ([("pains: [{id: heavy, text: Heavy}]", "needs: [Light]")], [("gain", "1 pain resolved")]),
        ([("text: Heavy}", "text: Heavy}, {id: slow, text: Slow}")], [("pain", "1 new pain")]),
        ([("owner: hosts", "owner: waiters")], []),
    ],
)
def test_a_clause_says_what_the_customer_notices(
    edits: list[tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    """Feelings and pains are told with names and numbers; who owns a thing is nothing customers notice."""
    assert remarks(edit(*edits)) == expected


def test_many_feelings_are_counted() -> None:
    """The feelings that changed most are named, the others counted."""
    dossier = edit(
        ("action: Opens it., emotion: {score: 0}", "action: Opens it., emotion: {score: -1}"),
        ("score: -1, feeling: lost", "score: 2"),
        ("{ana: {score: 1}, ben: {score: -1}}", "{ana: {score: 2}, ben: {score: 1}}"),
        ("title: Bill\n        emotion: {score: 0}", "title: Bill\n        emotion: {score: 1}"),
    )
    texts = [text for _, text in remarks(dossier)]
    assert texts[0] == "Desk feels better (−1 → +2)"
    assert texts[3:] == ["2 more moments feel better"]


def test_more_customers_reach_their_goal() -> None:
    """Where shares tell, the whole of it is said in percent."""
    better = edit(
        (
            "exit: happy, share: 0.5}, {exit: sad, share: 0.5}",
            "exit: happy, share: 0.7}, {exit: sad, share: 0.3}",
        )
    )
    worse = edit(
        (
            "exit: happy, share: 0.5}, {exit: sad, share: 0.5}",
            "exit: happy, share: 0.2}, {exit: sad, share: 0.8}",
        )
    )

    assert remarks(better) == [("better", "more customers reach their goal (50% → 70%)")]
    assert remarks(worse) == [("worse", "fewer customers reach their goal (50% → 20%)")]
    assert compare_ends(better, only(better), PEN) == (
        EndRow("changed", "Comes again", Twin("50%", "70%"), "Goal achieved"),
        EndRow("changed", "Stays away", Twin("50%", "30%"), "Customer lost"),
    )


def test_a_journey_that_says_nothing_new_says_so() -> None:
    """A change that no customer notices is told as such."""
    dossier = edit(("owner: hosts", "owner: waiters"))
    line = tell_in_one_line(dossier, only(dossier), PEN)
    assert line == "A visit: nothing that the customer would notice"


def test_new_and_removed_journeys_are_told_as_a_whole() -> None:
    """A whole journey that came or went is one remark, with what it is about."""
    order = OTHER.replace("title: An order\n", "title: An order\nsummary: Somebody *orders*.\n")
    before, after = compile_world(), compile_world(order=order)

    came, went = only(compare(before, after)), only(compare(after, before))

    assert (came.mark, went.mark) == ("added", "removed")
    assert tell_journey(compare(before, after), came, PEN)[0].text == "a new journey"
    assert tell_journey(compare(before, after), came, PEN)[0].details == ("Somebody orders.",)
    assert tell_journey(compare(after, before), went, PEN)[0].text == "the journey is gone"
    assert {step.mark for step in went.steps} == {"removed"}
    assert compare_ends(compare(before, after), came, PEN) == ()


def test_a_renamed_journey_is_the_one_it_was() -> None:
    """An alias of a journey leads to what it was called before."""
    head = HEAD.replace("id: visit\n", "id: stay-here\naliases: [visit]\n").replace(
        "A visit", "Another visit"
    )
    review = only(compare(compile_world(), compile_world(head=head)))
    assert (review.id, review.mark) == ("stay-here", "changed")
    assert review.before is not None
    assert review.before.id == "visit"


def test_changes_stand_with_their_journey_and_the_gravest_first() -> None:
    """Journeys come in order of what is worst in them; what is in none stands apart."""
    before = compile_world(order=OTHER)
    after = compile_world(order=OTHER.replace("title: Desk", "title: Front desk"))
    entity = Entity("journey", "journey:visit", "A visit")
    worst = Fact("journey-id-changed", entity)
    shared = Fact("team-removed", Entity("team", "library/team:hosts", "Hosts"), affects=("journey:order",))
    changes = (_change(worst, Level.BREAKING), _change(shared, Level.WARNING))
    dossier = open_dossier(Review(changes), before, after, lambda _: None, lambda _: None)

    first, second = review_journeys(dossier)

    assert (first.id, second.id) == ("visit", "order")
    assert [each.change.id for each in first.changes] == ["journey-id-changed"]
    assert second.is_passed_on
    assert [each.change.id for each in second.reached] == ["team-removed"]
    assert [each.change.id for each in list_others(dossier, (first, second))] == ["team-removed"]


def test_a_shared_thing_names_the_journeys_it_reaches() -> None:
    """Three at most by their titles, the rest by number; a part of a journey speaks for its own."""
    portfolio = compile_world(order=OTHER)
    dossier = open_dossier(Review(()), portfolio, portfolio, lambda _: None, lambda _: None)
    team = Entity("team", "library/team:hosts", "Hosts")
    paths = ("journey:visit/touchpoint:desk", "journey:visit", "journey:order", "journey:gone")

    def tell(entity: Entity, *affects: str) -> tuple[str, ...]:
        fact = Fact("team-removed", entity, affects=affects)
        return tell_reasons(dossier, _change(fact, Level.WARNING))

    assert tell(team) == ()
    assert tell(team, *paths[:2]) == ("it reaches `A visit`",)
    assert tell(team, *paths) == ("it reaches `A visit` and `An order`",)
    assert tell(team._replace(journey="visit"), *paths) == ()
    many = portfolio._replace(journeys=tuple(Journey(f"j{n}", f"J {n}") for n in range(5)))
    crowd = dossier._replace(before=many, after=many)
    fact = Fact("team-removed", team, affects=tuple(f"journey:j{n}" for n in range(5)))
    assert tell_reasons(crowd, _change(fact, Level.WARNING)) == ("it reaches `J 0`, `J 1`, `J 2` and 2 more",)


def _change(fact: Fact, level: Level) -> Change:
    return Change(fact, level, "links", "existence", "remove", "something changed")


def test_details_are_hidden_until_everything_is_asked_for() -> None:
    """Wording is counted; it is shown when all is."""
    edits = (("action: Opens it.", "action: Pushes it."),)
    assert (len(edit(*edits).shown), edit(*edits).hidden) == (0, 1)
    assert (len(edit(*edits, options=Options(shows_all=True)).shown)) == 1


def test_cells_hold_what_changed_and_nothing_else() -> None:
    """An entry that came, went, or says something else is marked; what stayed is left out."""
    found = cells(
        edit(
            ("action: Opens it.", "action: Pushes it., needs: [Light], moment_of_truth: true"),
            ("owner: hosts", "owner: waiters"),
            ("text: Heavy}", "text: Very heavy, severity: high}"),
            ("exit: sad, share: 0.5", "journey: visit, share: 0.5"),
            ("title: Table,", "title: Table, next: [{to: bill}],"),
        )
    )
    assert found["Action"]["door"] == (MarkedEntry("changed", "Pushes it.", before="Opens it."),)
    assert found["Needs"]["door"] == (MarkedEntry("added", "Light"),)
    assert found["Moment of truth"]["door"] == (MarkedEntry("added", "Moment of truth"),)
    assert found["Owner"]["desk"] == (MarkedEntry("changed", "Waiters", before="Hosts"),)
    (pain,) = found["Pains"]["door"]
    assert (pain.text, pain.before, pain.note) == ("Very heavy", "Heavy", "High severity")
    assert [entry.mark for entry in found["Goes on to"]["bill"]] == ["added", "removed"]
    assert [entry.text for entry in found["Goes on to"]["table"]] == ["Bill"]
    assert "Channel" not in found


def test_an_end_and_an_unknown_target_have_words() -> None:
    """A journey that ends says so, and a reference that leads nowhere is spelled out."""
    before = compile_world()
    visit = before.journeys[0]
    stages = list(visit.stages)
    touchpoints = list(stages[1].touchpoints)
    lost = touchpoints[0]._replace(next=(touchpoints[1].next[0]._replace(exit="", to="no-where"),))  # type: ignore[index]
    touchpoints = [lost, touchpoints[1]._replace(next=())]
    stages[1] = stages[1]._replace(touchpoints=tuple(touchpoints))
    after = before._replace(journeys=(visit._replace(stages=tuple(stages)),))

    found = cells(compare(before, after))["Goes on to"]

    assert [entry.text for entry in found["table"]] == ["No where"]
    assert "The journey ends here" in [entry.text for entry in found["bill"]]


def test_a_pain_that_went_elsewhere_is_moved() -> None:
    """It is neither resolved nor new, and both cells say so."""
    found = cells(
        edit(
            (", pains: [{id: heavy, text: Heavy}]", ""),
            ("owner: hosts", "owner: hosts, pains: [{id: heavy, text: Heavy}]"),
        )
    )
    assert [entry.mark for cell in found["Pains"].values() for entry in cell] == ["moved", "moved"]


def test_feelings_have_gaps_where_nobody_feels() -> None:
    """A step that is gone has no feeling now; a line without a change comes last."""
    dossier = edit(("ben: {score: -1}", "ben: {score: 1}"))
    ben, ana = compare_feelings(dossier, only(dossier), lang="en")

    assert (ben.title, ana.title) == ("Ben", "Ana, the regular")
    assert (ben.is_same, ana.is_same) == (False, True)
    assert ben.has_curve
    assert [step.rise for step in ben.steps] == [0, 0, 2, 0]


def test_whoever_is_new_has_felt_nothing_before() -> None:
    """A persona of one side only has a line with one side."""
    head = HEAD.replace(
        "  - {id: ben, title: Ben}\n", "  - {id: ben, title: Ben}\n  - {id: eva, title: Eva}\n"
    )
    dossier = compare(
        compile_world(), compile_world(("score: 1}, ben:", "score: 1}, eva: {score: 2}, ben:"), head=head)
    )
    lines = {line.title: line for line in compare_feelings(dossier, only(dossier), lang="en")}
    assert [step.heights for step in lines["Eva"].steps][2] == (None, 2)


def test_a_persona_who_feels_nothing_has_no_line() -> None:
    """There is a line for whoever feels something on one of the sides."""
    feelings = "{by: {ana: {score: 1}, ben: {score: -1}}}"
    others = [
        ("emotion: {score: 0}, pains", "pains"),
        (", emotion: {score: -1, feeling: lost}", ""),
        ("        emotion: {score: 0}\n", ""),
    ]
    before = compile_world(*others, (feelings, "{by: {ana: {score: 1}}}"))
    after = compile_world(*others, (feelings, "{by: {ana: {score: 2}}}"))
    dossier = compare(before, after)
    assert [line.persona for line in compare_feelings(dossier, only(dossier), lang="en")] == ["ana"]


def test_one_voice_stands_for_everyone() -> None:
    """Where nobody is told apart there is one line without a name."""
    edits = [("emotion: {by: {ana: {score: 1}, ben: {score: -1}}}", "emotion: {score: 1}")]
    head = HEAD.replace('  - {id: ana, title: "Ana, the regular"}\n  - {id: ben, title: Ben}\n', "")
    head = head.replace("personas:\n", "")
    before = compile_world(*edits, head=head)
    after = compile_world(*edits, ("score: -1, feeling: lost", "score: 1"), head=head)
    dossier = compare(before, after)
    (line,) = compare_feelings(dossier, only(dossier), lang="en")

    assert line.title == ""
    assert remarks(dossier) == [("better", "Desk feels better (−1 → +1)")]


def with_kpis(*edits: tuple[str, str]) -> Portfolio:
    """Return the visit with a KPI at the desk and an opportunity."""
    kpis = "owner: hosts, kpis: [{metric: wait, baseline: 5, target: 3}]"
    chance = "opportunities: [{id: seats, title: More seats, status: idea}]\nexits: ["
    return compile_world(("owner: hosts", kpis), ("exits: [", chance), *edits)


@pytest.mark.parametrize(
    ("edits", "mark", "target", "word"),
    [
        ([("target: 3", "target: 4")], "changed", Twin("3", "4"), "tightened"),
        ([("target: 3", "target: 2")], "changed", Twin("3", "2"), "loosened"),
        ([("baseline: 5", "baseline: 6")], "changed", Twin("3", "3"), ""),
        ([(", kpis: [{metric: wait, baseline: 5, target: 3}]", "")], "removed", Twin("3", ""), ""),
    ],
)
def test_a_kpi_that_changed_is_a_row(
    edits: list[tuple[str, str]], mark: str, target: Twin, word: str
) -> None:
    """Its numbers stand on both sides, and whether more is asked."""
    dossier = compare(with_kpis(), with_kpis(*edits))
    (row,) = compare_kpis(dossier, only(dossier), PEN)
    assert (row.mark, row.title, row.target, row.word) == (mark, "Wait", target, word)


def test_a_kpi_that_went_elsewhere_is_moved() -> None:
    """It names where it was and where it is."""
    after = with_kpis(
        (", kpis: [{metric: wait, baseline: 5, target: 3}]", ""),
        ("title: Bill\n", "title: Bill\n        kpis: [{metric: wait, baseline: 5, target: 3}]\n"),
    )
    dossier = compare(with_kpis(), after)
    (row,) = compare_kpis(dossier, only(dossier), PEN)
    assert (row.mark, row.where) == ("moved", "Desk → Bill")


def test_a_new_kpi_has_no_former_numbers() -> None:
    """What was not there is a dash."""
    dossier = compare(compile_world(), with_kpis())
    (row,) = compare_kpis(dossier, only(dossier), PEN)
    assert (row.mark, tell_twin(row.target), tell_twin(Twin("a", "a"))) == ("added", "– → 3", "a")


def test_an_opportunity_gets_further() -> None:
    """Its status stands on both sides; what came and went has one side."""
    done = compare(with_kpis(), with_kpis(("status: idea", "status: done")))
    came = compare(compile_world(), with_kpis())
    went = compare(with_kpis(), compile_world())

    assert compare_opportunities(only(done), PEN) == (
        OpportunityRow("changed", "More seats", Twin("Idea", "Done")),
    )
    assert ("opportunity", "1 opportunity done") in remarks(done)
    assert [row.mark for row in compare_opportunities(only(came), PEN)] == ["added"]
    assert [row.mark for row in compare_opportunities(only(went), PEN)] == ["removed"]
