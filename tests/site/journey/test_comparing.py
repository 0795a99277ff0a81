"""Two journeys side by side: what is the same, and what became of the rest."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model import Emotion, Journey, Pain, Stage, Touchpoint
from journeymap.model.comparing import compare_journeys
from journeymap.model.journey import Move
from journeymap.site.addresses import Atlas
from journeymap.site.desk import Desk
from journeymap.site.journey.compare_view import CompareView, show_comparisons, tell_comparison
from tests.site.samples import make_portfolio


def at(id: str, score: float | None = None, **fields: Any) -> Touchpoint:
    """Return a touchpoint with a score."""
    return Touchpoint(id, id.upper(), emotions=() if score is None else (Emotion(score),), **fields)


def journey(*stages: tuple[Touchpoint, ...], **fields: Any) -> Journey:
    """Return a journey of stages called s0, s1 and so on."""
    made = tuple(Stage(f"s{n}", f"S{n}", touchpoints=each) for n, each in enumerate(stages))
    return Journey("old", "Old", made)._replace(**fields)


def desk_for(*journeys: Journey, page: str = "new") -> Desk:
    """Return a desk at the page of a journey where all of them are published."""
    atlas = Atlas({"journey": frozenset(each.id for each in journeys)})
    return Desk(make_portfolio()._replace(journeys=journeys), atlas, f"journeys/{page}/index.html", "en")


def changes(before: Journey, after: Journey) -> list[tuple[str, str]]:
    """Return what is said of each touchpoint, by the title it has."""
    pairs = compare_journeys(before, after).pairs
    return [((pair.after or pair.before or at("?")).id, pair.change) for pair in pairs]


def test_what_has_the_same_id_is_the_same() -> None:
    """Touchpoints are added, taken away and kept; what was taken away stands where it used to."""
    before = journey((at("a"), at("b"), at("c")))
    after = journey((at("a"), at("x"), at("c")))

    assert changes(before, after) == [("a", "same"), ("b", "removed"), ("x", "added"), ("c", "same")]


def test_what_came_first_and_is_gone_stands_first() -> None:
    """A touchpoint taken away before all others leads the comparison."""
    assert changes(journey((at("a"), at("b"))), journey((at("b"),))) == [("a", "removed"), ("b", "same")]


def test_only_what_left_its_place_has_moved() -> None:
    """One touchpoint that was carried elsewhere moves, and not all those it passed."""
    before = journey((at("a"), at("b"), at("c"), at("d")))
    after = journey((at("d"), at("a"), at("b"), at("c")))

    assert changes(before, after) == [("d", "moved"), ("a", "same"), ("b", "same"), ("c", "same")]


def test_another_stage_is_another_place() -> None:
    """A touchpoint in another stage has moved, also where the order is the same; a renamed stage is none."""
    before = journey((at("a"), at("b")), (at("c"),))
    after = journey((at("a"),), (at("b"), at("c")))
    renamed = journey((at("a"), at("b")), (at("c"),))
    renamed = renamed._replace(
        stages=(renamed.stages[0]._replace(id="start", aliases=("s0",)), renamed.stages[1])
    )

    assert changes(before, after) == [("a", "same"), ("b", "moved"), ("c", "same")]
    assert {change for _, change in changes(before, renamed)} == {"same"}


@pytest.mark.parametrize(
    "after",
    [
        journey((at("z", aliases=("a",)),)),
        journey((at("z"),), moved=(Move("a", ("z",)),)),
    ],
    ids=["alias", "moved"],
)
def test_a_former_id_is_enough(after: Journey) -> None:
    """A touchpoint that once had another's id is that one, and not a new one."""
    assert changes(journey((at("a"),)), after) == [("z", "same")]


def test_pains_are_resolved_new_or_only_elsewhere() -> None:
    """A pain counts as resolved or new unless it merely went to another touchpoint or changed its id."""
    before = journey((at("a", pains=(Pain("Slow", "slow"), Pain("Dear", "dear"), Pain("No name"))), at("b")))
    after = journey(
        (
            at("a", pains=(Pain("Slower", "slower", aliases=("slow",)),)),
            at("b", pains=(Pain("Dear", "dear"),)),
        )
    )
    pairs = compare_journeys(before, after).pairs

    assert [pain.text for pair in pairs for pain in pair.resolved] == ["No name"]
    assert [pain.text for pair in pairs for pain in pair.new] == []


@given(st.permutations("abcdefgh"), st.sets(st.sampled_from("abcdefgh")), st.sets(st.sampled_from("wxyz")))
def test_every_touchpoint_of_both_is_in_the_comparison_once(
    order: list[str], gone: set[str], more: set[str]
) -> None:
    """However journeys differ: none is lost or doubled, and what stayed has kept its order."""
    before = journey(tuple(at(id) for id in "abcdefgh"))
    kept = [id for id in order if id not in gone]
    after = journey((*(at(id) for id in kept), *(at(id) for id in sorted(more))))
    pairs = compare_journeys(before, after).pairs

    assert [pair.after.id for pair in pairs if pair.after] == kept + sorted(more)
    assert sorted(pair.before.id for pair in pairs if pair.before) == list("abcdefgh")
    stayed = [pair.before.id for pair in pairs if pair.before and pair.change == "same"]
    assert stayed == sorted(stayed)
    assert {pair.before.id for pair in pairs if pair.before and pair.change == "removed"} == gone


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (
            journey((at("a", -1), at("b", 0.2, pains=(Pain("Slow", "slow"),)), at("c"))),
            journey((at("a", 1), at("b", 0.8), at("x"), at("y"))),
            "The feeling rises from −0.4 to +0.9; 2 touchpoints added; 1 taken away; 1 pain resolved.",
        ),
        (
            journey((at("a", 1), at("b", 1))),
            journey((at("b", 1, pains=(Pain("New", "new"),)), at("a", 0))),
            "The feeling falls from +1 to +0.5; 1 moved; 1 new pain.",
        ),
        (journey((at("a", 1),)), journey((at("a", 1),)), "The feeling stays at +1."),
        (journey((at("a"),)), journey((at("a"),)), "Nothing changes."),
    ],
)
def test_one_sentence_tells_what_changes(before: Journey, after: Journey, sentence: str) -> None:
    """Means, touchpoints and pains are told in words, and silence is told as well."""
    assert tell_comparison(desk_for(before, after), compare_journeys(before, after)) == sentence


def view_of(before: Journey, after: Journey, page: Journey) -> CompareView:
    """Return the comparison on the page of one of both."""
    return show_comparisons(desk_for(before, after, page=page.id), page)[0]


def test_the_newer_page_has_the_table_and_the_older_leads_there() -> None:
    """Both pages have the sentence and the curves, and each links the other."""
    before = journey((at("a", -1), at("b", 1), at("c", 0)))
    after = journey((at("a", 1), at("x", 2), at("b", 1)), id="new", title="New", extends="old")
    newer = view_of(before, after, after)
    older = view_of(before, after, before)

    assert newer.before.url == "../old/index.html"
    assert (newer.after.url, newer.whole.url) == ("", "")
    assert older.after.url == "../new/index.html"
    assert older.whole.url == "../new/index.html#section_compare"
    assert older.rows == ()
    assert newer.sentence == older.sentence
    assert newer.curves == older.curves
    assert [(row.title.text, row.title.url, row.delta, row.trend) for row in newer.rows] == [
        ("A", "#a", "+2", "up"),
        ("X", "#x", "", ""),
        ("B", "#b", "0", ""),
        ("C", "../old/index.html#c", "", ""),
    ]
    assert newer.curves
    assert newer.curves.between.count("M") == 1


def test_a_row_names_the_pains_that_go_and_come() -> None:
    """What is resolved stands before what is new, each with its sign and word."""
    before = journey((at("a", 1, pains=(Pain("Slow *post*", "slow"),)), at("b", 1)))
    after = journey((at("a", 1, pains=(Pain("Dear", "dear"),)), at("b", 1)), id="new", extends="old")
    row = view_of(before, after, after).rows[0]

    assert [(one.mark, one.by, one.text.text) for one in row.pains] == [
        ("gain", "Resolved", "Slow <em>post</em>"),
        ("pain", "New pain", "Dear"),
    ]


def test_nothing_to_draw_is_not_drawn() -> None:
    """Where one of both has fewer than two scores there is no picture; the table says all there is."""
    before, after = journey((at("a", 1), at("b"))), journey((at("a"), at("b")), id="new", extends="old")
    view = view_of(before, after, after)

    assert view.curves is None
    assert len(view.rows) == 2


def test_a_journey_without_relatives_has_no_comparison() -> None:
    """Who extends nobody and is extended by nobody published is compared with nobody."""
    alone = journey((at("a", 1),))
    hidden = journey((at("a", 1),), id="new", extends="old")
    desk = desk_for(alone)

    assert show_comparisons(desk, alone) == ()
    both = desk._replace(portfolio=desk.portfolio._replace(journeys=(alone, hidden)))
    assert show_comparisons(both, alone) == ()


def test_a_new_touchpoint_leaves_no_gap_in_the_old_curve() -> None:
    """What did not exist is passed over; what nobody scored stays a gap."""
    before = journey((at("a", -1), at("b", 1)))
    after = journey((at("a", -1), at("x", 2), at("b", 1)), id="new", extends="old")
    gap = journey((at("a", -1), at("x"), at("b", 1)), id="old")
    drawn = view_of(before, after, after).curves
    broken = compare_journeys(gap, after._replace(extends="old"))

    assert drawn
    assert drawn.before.count("M") == 1
    assert drawn.before.startswith("M166.67 ")
    assert broken.pairs[1].scores == (None, 2)
