"""What holds for the paths of any journey: it is what happens to those who walk it."""

from math import isclose, sqrt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model import Branch, Journey
from journeymap.model.feelings import mean, touchpoint_score
from journeymap.model.paths import Walk, walk_journey
from tests.model.walking import choices_of, journeys, simple_paths, trapped_in, wander

WALKERS = 1_000
"""How many walk each journey: two hundred journeys then take a few seconds, and the standard error of a
probability is at most 0.016, so that a wrong formula shows in the first journey with a loop."""


def _first(journey: Journey) -> str:
    return next(journey.touchpoints()).id


def _slack(variance: float) -> float:
    """Return five standard errors, and what a handful of walkers too many may add to something rare."""
    return 5 * sqrt(max(variance, 0.0) / WALKERS) + 10 / WALKERS


@given(journey=journeys(), seed=st.integers(0, 2**32))
def test_numbers_are_those_of_a_simulation(journey: Journey, seed: int) -> None:
    """Completion, ends, visits and reach equal those of a thousand walkers, within five standard errors."""
    walk = walk_journey(journey)
    choices = choices_of(journey)
    trapped = trapped_in(choices)
    random = Random(seed)
    trips = [wander(_first(journey), choices, random) for _ in range(WALKERS)]

    for end in walk.ends:
        assert end.probability is not None
        seen = sum(at == (end.kind, end.id) for _, at in trips) / WALKERS
        assert seen == pytest.approx(end.probability, abs=_slack(end.probability * (1 - end.probability)))
    good = {("completed", ""), ("exit", "served")}
    assert walk.completion is not None
    assert sum(at in good for _, at in trips) / WALKERS == pytest.approx(
        walk.completion, abs=_slack(walk.completion * (1 - walk.completion))
    )
    for id in choices.keys() - trapped:
        visits, reach = walk.expected_visits[id], walk.reach[id]
        assert visits is not None
        assert reach is not None
        came = sum(id in seen for seen, _ in trips) / WALKERS
        assert came == pytest.approx(reach, abs=_slack(reach * (1 - reach)))
        again = visits / reach if reach else 1.0
        times = sum(seen[id] for seen, _ in trips) / WALKERS
        # Once there, one comes again a geometric number of times; rare long stays need some more room.
        slack = again * _slack(reach * (2 * again - 1) / again - (visits / again) ** 2)
        assert times == pytest.approx(visits, abs=slack)


@given(journey=journeys())
def test_everybody_leaves_somehow(journey: Journey) -> None:
    """The probabilities of all ends sum up to 1, with the share of those who are caught in a loop."""
    assert sum(end.probability or 0 for end in walk_journey(journey).ends) == pytest.approx(1, abs=1e-12)


@given(journey=journeys())
def test_the_solution_solves_the_equations(journey: Journey) -> None:
    """Visits to a touchpoint are what comes from outside plus what its neighbours send, to the last digit."""
    walk = walk_journey(journey)
    choices = choices_of(journey)
    sent = {id: float(id == _first(journey)) for id in choices}
    for id, ways in choices.items():
        for way in ways:
            if way.destination[0] == "touchpoint" and walk.expected_visits[id]:
                sent[way.destination[1]] += (walk.expected_visits[id] or 0) * (way.share or 0)

    for id, visits in walk.expected_visits.items():
        assert visits is None or visits == pytest.approx(sent[id], rel=1e-12, abs=1e-15)


@given(journey=journeys(secretive=True), seed=st.integers(0, 2**32))
def test_what_is_known_does_not_hang_on_unknown_shares(journey: Journey, seed: int) -> None:
    """Whatever the unknown shares turn out to be, every number that was given stays as it is."""
    random = Random(seed)
    filled = journey._replace(
        stages=tuple(
            stage._replace(
                touchpoints=tuple(
                    each._replace(next=_with_shares(each.next, random)) for each in stage.touchpoints
                )
            )
            for stage in journey.stages
        )
    )
    before, after = walk_journey(journey), walk_journey(filled)

    for known, now in zip(_numbers(before), _numbers(after), strict=True):
        assert known is None or (now is not None and isclose(known, now, abs_tol=1e-9, rel_tol=1e-9))


def _with_shares(branches: tuple[Branch, ...] | None, random: Random) -> tuple[Branch, ...] | None:
    if not branches or len(branches) < 2 or any(branch.share is not None for branch in branches):
        return branches
    weights = [random.random() + 0.001 for _ in branches]
    return tuple(
        branch._replace(share=weight / sum(weights)) for branch, weight in zip(branches, weights, strict=True)
    )


def _numbers(walk: Walk) -> list[float | None]:
    return [
        walk.completion,
        walk.expected_emotion,
        *walk.expected_visits.values(),
        *walk.reach.values(),
        *(end.probability for end in walk.ends),
    ]


@given(journey=journeys(secretive=True))
def test_the_order_of_exits_changes_nothing(journey: Journey) -> None:
    """Listing the exits the other way round changes the order of the ends and no number."""
    turned = walk_journey(journey._replace(exits=journey.exits[::-1]))
    walk = walk_journey(journey)

    assert {**walk._asdict(), "ends": set(walk.ends)} == {**turned._asdict(), "ends": set(turned.ends)}


@given(journey=journeys(secretive=True))
def test_the_worst_path_is_the_worst_of_all(journey: Journey) -> None:
    """No path that comes nowhere twice and reaches an end has a lower mean than the worst one."""
    scores = {each.id: touchpoint_score(each) for each in journey.touchpoints()}
    means = [
        score
        for path in simple_paths(_first(journey), choices_of(journey))
        if (score := mean(scores[id] for id in path)) is not None
    ]
    worst = walk_journey(journey).worst

    assert (worst is not None) == bool(means)
    if worst:
        assert worst.exact
        assert worst.emotion == pytest.approx(min(means), abs=1e-9)
        assert len(set(worst.touchpoints)) == len(worst.touchpoints)


@given(journey=journeys(secretive=True))
def test_the_main_path_leads_on_wherever_it_can(journey: Journey) -> None:
    """The main path comes nowhere twice, follows ways that exist, and ends unless nothing does."""
    choices = choices_of(journey)
    paths = set(simple_paths(_first(journey), choices))
    main = walk_journey(journey).main

    assert main is not None
    assert (main.end is not None) == bool(paths)
    assert not paths or main.touchpoints in paths
    assert len(set(main.touchpoints)) == len(main.touchpoints)


@given(journey=journeys(secretive=True))
def test_traps_are_found(journey: Journey) -> None:
    """A touchpoint is endless exactly when no end can be reached from it."""
    assert set(walk_journey(journey).endless) == trapped_in(choices_of(journey))
