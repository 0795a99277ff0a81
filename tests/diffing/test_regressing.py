"""What got worse around the journeys: numbers in, changes with a level and one sentence out."""

import pytest

from journeymap.diffing import KINDS, Approval, Change, Level, Policy
from journeymap.diffing.policies import STRICTNESS
from journeymap.diffing.regressing import REGRESSIONS, Tally, judge_tallies, tell_new_approvals


def judge(before: Tally, after: Tally, policy: Policy | None = None) -> list[tuple[str, Level, str]]:
    """Return the kinds, levels and reasons of what got worse or better."""
    return [
        (each.id, each.level, each.because)
        for each in judge_tallies(before, after, "shop", policy or Policy())
    ]


@pytest.mark.parametrize(
    ("before", "after", "id", "level", "inverse"),
    [
        (Tally(1), Tally(2), "errors-increased", Level.BREAKING, "errors-decreased"),
        (Tally(0, 1), Tally(0, 3), "warnings-increased", Level.WARNING, "warnings-decreased"),
        (Tally(0, 0, 3, 4), Tally(0, 0, 2, 4), "research-decreased", Level.WARNING, "research-increased"),
    ],
)
def test_more_is_worse_and_less_is_better(
    before: Tally, after: Tally, id: str, level: Level, inverse: str
) -> None:
    """Each number gives one change, and its inverse when the sides are swapped."""
    assert judge(before, after) == [(id, level, "")]
    assert judge(after, before) == [(inverse, Level.INFO, "")]
    assert REGRESSIONS[id].inverse == inverse
    assert judge(after, after) == []


def test_nothing_claimed_is_nothing_lost() -> None:
    """A share of nothing is compared with nothing."""
    assert judge(Tally(0, 0, 1, 2), Tally()) == []
    assert judge(Tally(), Tally(0, 0, 0, 2)) == []


def test_a_floor_holds_research_up() -> None:
    """What falls below it is breaking; what falls above it, or rises below it, is not."""
    policy = Policy(coverage_floor=0.5)
    half, less, none = (Tally(0, 0, known, 10) for known in (6, 4, 1))
    (found,) = judge(half, less, policy)
    assert found == (
        *("research-decreased", Level.BREAKING),
        "the policy asks that 50% of all claims rest on research",
    )
    assert judge(Tally(0, 0, 9, 10), half, policy)[0][1] is Level.WARNING
    assert judge(none, less, policy)[0][1] is Level.INFO


def test_the_policy_has_the_last_word() -> None:
    """Strictness makes warnings breaking, a level of one's own wins, and what is off is not told."""
    before, after = Tally(0, 0), Tally(1, 1)
    strict = judge(before, after, Policy(strictness="strict"))
    assert [level for _, level, _ in strict] == [Level.BREAKING, Level.BREAKING]
    own = Policy(levels={"errors-increased": Level.INFO, "warnings-increased": None})
    assert judge(before, after, own) == [
        ("errors-increased", Level.INFO, "`change_levels` sets `errors-increased` to info")
    ]
    same = Policy(levels={"errors-increased": Level.BREAKING})
    assert judge(before, after, same)[0] == ("errors-increased", Level.BREAKING, "")


def test_numbers_are_told_in_a_sentence() -> None:
    """The sentence says both numbers, and what to do is only said where it matters."""
    (worse,) = judge_tallies(Tally(1), Tally(3), "shop", Policy())
    (better,) = judge_tallies(Tally(3), Tally(1), "shop", Policy())
    (research,) = judge_tallies(Tally(0, 0, 3, 4), Tally(0, 0, 2, 4), "shop", Policy())

    assert worse.message == "the checks find more errors: 3, and 1 before"
    assert research.message == "2 of 4 claims rest on research, and 3 of 4 did before"
    assert worse.comment
    assert not better.comment
    assert worse.fingerprint != better.fingerprint


def test_new_approvals_are_told() -> None:
    """Those that came in are named with their reason; those that were there, or went, are not."""
    old, new = (
        Approval(letter * 16, "it is so", id=id) for letter, id in (("a", ""), ("b", "stage-removed"))
    )
    told: tuple[Change, ...] = tell_new_approvals([old], [old, new])

    assert [each.message for each in told] == ["`stage-removed` is approved: it is so"]
    assert tell_new_approvals([old, new], [old]) == ()
    assert "a" * 16 in tell_new_approvals([], [old])[0].message


def test_these_kinds_are_in_the_catalogue() -> None:
    """Whoever looks a kind up finds it, and breaking kinds are in areas that always may break."""
    for id, kind in REGRESSIONS.items():
        assert KINDS[id] is kind
        assert kind.level < Level.BREAKING or (kind.area in STRICTNESS["links"] and kind.comment)
