"""What a workspace adds up to: how much there is, how well it is covered, and what is still owed.

Figures of journeys can be added to those of a workspace. A share of nothing is nothing, and never zero.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import get_args

from journeymap.model.answers import find_answers
from journeymap.model.claims import Severity
from journeymap.model.coverage import Coverage, evidence_coverage
from journeymap.model.feelings import mean, touchpoint_score
from journeymap.model.journey import Journey, State, Status, Touchpoint
from journeymap.model.opportunity import OpportunityStatus
from journeymap.model.paths import walk_journey
from journeymap.model.portfolio import Portfolio
from journeymap.model.summaries import kpis_of, pains_of
from journeymap.named_tuples import NamedTuple

UNRATED = "unrated"
SEVERITIES = (*reversed(get_args(Severity)), UNRATED)
STATUSES: tuple[str, ...] = get_args(Status)
STATES: tuple[str, ...] = get_args(State)
PROGRESS: tuple[str, ...] = get_args(OpportunityStatus)

Counts = Mapping[str, int]


class Moment(NamedTuple):
    """A scored touchpoint: its address, its title and its score."""

    address: str
    title: str
    score: float


class Figures(NamedTuple):
    """The figures of one journey, or of several together.

    ``felt`` are the touchpoints with an emotion, of those the customer takes part in; ``owned`` those with
    an owner, their stage's included; ``proved`` those with a claim that is more than assumed; ``measured``
    those with a KPI. ``claims`` are those researched. ``answered`` are the pains that an opportunity
    addresses which nobody has rejected; ``complete`` the KPIs with baseline and target. ``overdue`` are
    the reviews that should have been, nothing when nobody said what day it is.
    """

    statuses: Counts
    states: Counts
    stages: int
    touchpoints: int
    pains: Counts
    opportunities: Counts
    felt: Coverage
    owned: Coverage
    proved: Coverage
    measured: Coverage
    claims: Coverage
    truths: Coverage
    answered: Coverage
    complete: Coverage
    overdue: int | None
    moments: tuple[Moment, ...]

    @property
    def journeys(self) -> int:
        """How many journeys the figures are of."""
        return sum(self.statuses.values())

    @property
    def feeling(self) -> float | None:
        """The mean score of all touchpoints, each counting once."""
        return mean(moment.score for moment in self.moments)

    @property
    def best(self) -> Moment | None:
        """The best touchpoint; of equals the first."""
        return max(self.moments, key=lambda moment: moment.score, default=None)

    @property
    def worst(self) -> Moment | None:
        """The worst touchpoint; of equals the first."""
        return min(self.moments, key=lambda moment: moment.score, default=None)


class JourneyFigures(NamedTuple):
    """A journey with its figures; ``completion`` is the share of those who achieve the goal, if known."""

    journey: Journey
    figures: Figures
    completion: float | None


def count_journeys(
    portfolio: Portfolio, journeys: Iterable[Journey], today: str = ""
) -> tuple[JourneyFigures, ...]:
    """Return the figures of journeys; ``today`` is an ISO date."""
    addressed = _addressed(portfolio)
    return tuple(
        JourneyFigures(journey, _count(portfolio, journey, addressed, today), walk_journey(journey).success)
        for journey in journeys
    )


def add_figures(figures: Sequence[Figures]) -> Figures:
    """Return the sum of figures; those of no journey are all zero or nothing."""
    return Figures(
        statuses=_sum(STATUSES, (each.statuses for each in figures)),
        states=_sum(STATES, (each.states for each in figures)),
        stages=sum(each.stages for each in figures),
        touchpoints=sum(each.touchpoints for each in figures),
        pains=_sum(SEVERITIES, (each.pains for each in figures)),
        opportunities=_sum(PROGRESS, (each.opportunities for each in figures)),
        felt=_join(each.felt for each in figures),
        owned=_join(each.owned for each in figures),
        proved=_join(each.proved for each in figures),
        measured=_join(each.measured for each in figures),
        claims=_join(each.claims for each in figures),
        truths=_join(each.truths for each in figures),
        answered=_join(each.answered for each in figures),
        complete=_join(each.complete for each in figures),
        overdue=_add_known([each.overdue for each in figures]),
        moments=tuple(moment for each in figures for moment in each.moments),
    )


def is_overdue(journey: Journey, today: str) -> bool:
    """Say whether more time has passed since the last review than a journey allows."""
    if not (journey.reviewed and journey.review_every):
        return False
    late = date.fromisoformat(today) - date.fromisoformat(journey.reviewed)
    return late > timedelta(days=journey.review_every // 86_400)


def _count(portfolio: Portfolio, journey: Journey, addressed: frozenset[str], today: str) -> Figures:
    pairs = [(stage, touchpoint) for stage in journey.stages for touchpoint in stage.touchpoints]
    touchpoints = [touchpoint for _, touchpoint in pairs]
    shared = [each for each in touchpoints if each.type != "internal"]
    pains = [owned.pain for owned in pains_of(journey)]
    kpis = [owned.kpi for owned in kpis_of(journey)]
    truths = [each for each in touchpoints if each.moment_of_truth]
    scores = [(each, touchpoint_score(each)) for each in touchpoints]
    return Figures(
        statuses=_tally(STATUSES, [journey.status]),
        states=_tally(STATES, [journey.state]),
        stages=len(journey.stages),
        touchpoints=len(touchpoints),
        pains=_tally(SEVERITIES, [pain.severity or UNRATED for pain in pains]),
        opportunities=_tally(PROGRESS, [each.status for each in journey.opportunities]),
        felt=_share(bool(each.emotions) for each in shared),
        owned=_share(bool(touchpoint.owner or stage.owner) for stage, touchpoint in pairs),
        proved=_share(map(_is_proved, touchpoints)),
        measured=_share(bool(each.kpis) for each in touchpoints),
        claims=evidence_coverage(journey, portfolio.personas_of(journey)),
        truths=_share(bool(each.kpis) for each in truths),
        answered=_share(f"{journey.id}#{pain.id}" in addressed for pain in pains),
        complete=_share(kpi.baseline is not None and kpi.target is not None for kpi in kpis),
        overdue=int(is_overdue(journey, today)) if today else None,
        moments=tuple(
            Moment(f"{journey.id}#{each.id}", each.title, score)
            for each, score in scores
            if score is not None
        ),
    )


def _is_proved(touchpoint: Touchpoint) -> bool:
    claims = [
        *(emotion.confidence for emotion in touchpoint.emotions),
        *(pain.confidence for pain in touchpoint.pains),
        *(gain.confidence for gain in touchpoint.gains),
    ]
    return any(confidence != "assumed" for confidence in claims)


def _addressed(portfolio: Portfolio) -> frozenset[str]:
    """Return the addresses of the pains that somebody means to ease."""
    return frozenset(
        address
        for address, answers in find_answers(portfolio).items()
        if any(answer.opportunity.status != "rejected" for answer in answers)
    )


def _share(flags: Iterable[bool]) -> Coverage:
    known = list(flags)
    return Coverage(sum(known), len(known))


def _join(shares: Iterable[Coverage]) -> Coverage:
    joined = list(shares)
    return Coverage(sum(each.known for each in joined), sum(each.total for each in joined))


def _tally(words: Sequence[str], found: Sequence[str]) -> Counts:
    return {word: found.count(word) for word in words}


def _sum(words: Sequence[str], tallies: Iterable[Counts]) -> Counts:
    joined = list(tallies)
    return {word: sum(tally[word] for tally in joined) for word in words}


def _add_known(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None
