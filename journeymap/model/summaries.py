"""What a stage or a journey adds up to: gathered lists, evidence coverage, KPI gaps, priorities.

Pure functions over the model, used by tables and pages alike, so that the same question has one
answer everywhere. Gathered lists hold distinct values in the order of the touchpoints.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from journeymap.model.claims import Confidence, Number, Pain
from journeymap.model.feelings import (
    DEFAULT_WORDS,
    Peaks,
    emotion_for,
    emotion_words,
    format_score,
    journey_score,
    mean,
    peaks,
    persona_score,
    score_label,
    stage_emotion,
    stage_feelings,
    stage_score,
    touchpoint_feelings,
    touchpoint_score,
)
from journeymap.model.journey import Journey, Stage, Touchpoint
from journeymap.model.library import Direction, Kpi
from journeymap.model.opportunity import Action, Opportunity
from journeymap.model.persona import Persona
from journeymap.model.portfolio import Portfolio

__all__ = [
    "DEFAULT_WORDS",
    "Coverage",
    "OwnedAction",
    "OwnedKpi",
    "OwnedPain",
    "Peaks",
    "actions_of",
    "channel_title",
    "emotion_for",
    "emotion_words",
    "evidence_coverage",
    "format_score",
    "journey_channels",
    "journey_score",
    "kpi_gap",
    "kpis_of",
    "mean",
    "moments_of_truth",
    "opportunities_for",
    "opportunities_within",
    "opportunity_score",
    "pains_of",
    "peaks",
    "persona_score",
    "score_label",
    "stage_channels",
    "stage_emotion",
    "stage_feelings",
    "stage_motivations",
    "stage_score",
    "touchpoint_feelings",
    "touchpoint_score",
]


class OwnedPain(NamedTuple):
    """A pain and where it hurts."""

    stage: Stage
    touchpoint: Touchpoint
    pain: Pain


class OwnedAction(NamedTuple):
    """An action and the opportunity it serves."""

    opportunity: Opportunity
    action: Action


class OwnedKpi(NamedTuple):
    """A KPI and what it hangs on; ``stage`` is nothing for those of a journey or an opportunity."""

    owner: Journey | Stage | Touchpoint | Opportunity
    stage: Stage | None
    kpi: Kpi

    @property
    def address(self) -> str:
        """The KPI's address, such as ``checkout/checkout-conversion``."""
        return f"{self.owner.id}/{self.kpi.id}"


class Coverage(NamedTuple):
    """How many claims rest on research: ``known`` of ``total`` are more than assumed."""

    known: int
    total: int

    @property
    def share(self) -> float | None:
        """The share 0..1 of known claims, or nothing when nothing is claimed."""
        return self.known / self.total if self.total else None


def stage_motivations(stage: Stage) -> tuple[str, ...]:
    """Return a stage's declared motivations, else those of its touchpoints."""
    return stage.motivations or _distinct(
        motivation for touchpoint in stage.touchpoints for motivation in touchpoint.motivations
    )


def stage_channels(stage: Stage) -> tuple[str, ...]:
    """Return the ids of the channels of a stage's touchpoints."""
    return _distinct(channel for touchpoint in stage.touchpoints for channel in touchpoint.channels)


def journey_channels(journey: Journey) -> tuple[str, ...]:
    """Return the ids of the channels of a journey's touchpoints."""
    return _distinct(channel for touchpoint in journey.touchpoints() for channel in touchpoint.channels)


def channel_title(portfolio: Portfolio, channel: str) -> str:
    """Return a channel's declared title, else its id in words."""
    declared = portfolio.library.channels.get(channel)
    if declared and declared.title:
        return declared.title
    words = channel.replace("-", " ")
    return words.upper() if words == "sms" else words[:1].upper() + words[1:]


def moments_of_truth(journey: Journey) -> tuple[Touchpoint, ...]:
    """Return the touchpoints that decide whether customers stay."""
    return tuple(touchpoint for touchpoint in journey.touchpoints() if touchpoint.moment_of_truth)


def pains_of(journey: Journey) -> tuple[OwnedPain, ...]:
    """Return all pains with their touchpoints, in order."""
    return tuple(
        OwnedPain(stage, touchpoint, pain)
        for stage in journey.stages
        for touchpoint in stage.touchpoints
        for pain in touchpoint.pains
    )


def actions_of(journey: Journey) -> tuple[OwnedAction, ...]:
    """Return all actions with their opportunities, in order."""
    return tuple(
        OwnedAction(opportunity, action)
        for opportunity in journey.opportunities
        for action in opportunity.actions
    )


def kpis_of(journey: Journey) -> tuple[OwnedKpi, ...]:
    """Return all KPIs: the journey's, then stage by stage with their touchpoints', then opportunities'."""

    def walk() -> Iterator[OwnedKpi]:
        yield from (OwnedKpi(journey, None, kpi) for kpi in journey.kpis)
        for stage in journey.stages:
            yield from (OwnedKpi(stage, stage, kpi) for kpi in stage.kpis)
            for touchpoint in stage.touchpoints:
                yield from (OwnedKpi(touchpoint, stage, kpi) for kpi in touchpoint.kpis)
        for opportunity in journey.opportunities:
            yield from (OwnedKpi(opportunity, None, kpi) for kpi in opportunity.own_kpis)

    return tuple(walk())


def opportunities_for(journey: Journey, pain: Pain) -> tuple[Opportunity, ...]:
    """Return the opportunities that address a pain; a pain without an id cannot be addressed."""
    addresses = {name for id in (pain.id, *pain.aliases) if id for name in (id, f"{journey.id}#{id}")}
    return tuple(
        opportunity
        for opportunity in journey.opportunities
        if not addresses.isdisjoint(opportunity.addresses)
    )


def opportunities_within(journey: Journey, touchpoint: Touchpoint) -> tuple[Opportunity, ...]:
    """Return the opportunities that address a touchpoint's pains, in the journey's order."""
    found = [one for pain in touchpoint.pains for one in opportunities_for(journey, pain)]
    return tuple(opportunity for opportunity in journey.opportunities if opportunity in found)


def opportunity_score(opportunity: Opportunity, formula: str = "mean-value") -> float | None:
    """Return an opportunity's score by a named formula, or nothing when a value it needs is missing.

    ``mean-value`` is (customer value + business value) / 2; ``value-per-effort`` divides that by the
    effort, where no effort counts as 1; ``rice`` is reach · mean value · confidence / effort.
    """
    if opportunity.customer_value is None or opportunity.business_value is None:
        return None
    value = (opportunity.customer_value + opportunity.business_value) / 2
    if formula == "mean-value":
        return value
    if opportunity.effort is None:
        return None
    effort = opportunity.effort or 1
    if formula == "value-per-effort":
        return value / effort
    if opportunity.reach is None or opportunity.confidence is None:
        return None
    return opportunity.reach * value * opportunity.confidence / effort


def kpi_gap(kpi: Kpi, direction: Direction = "up") -> Number | None:
    """Return the planned improvement in the metric's unit.

    It is target minus baseline where up is better, and baseline minus target where down is better: a
    positive gap is a change for the better in either direction.
    """
    if kpi.baseline is None or kpi.target is None:
        return None
    # Nine decimals keep every number that people type and drop what binary fractions add to it.
    gap = round(kpi.target - kpi.baseline, 9)
    return gap if direction == "up" else -gap


def evidence_coverage(journey: Journey, personas: Iterable[Persona] = ()) -> Coverage:
    """Return how many claims are more than assumed: emotions, pains, gains, insights, and these personas."""
    claims = [*_claims(journey), *(persona.confidence for persona in personas)]
    return Coverage(sum(confidence != "assumed" for confidence in claims), len(claims))


def _claims(journey: Journey) -> Iterator[Confidence]:
    for stage in journey.stages:
        yield from (emotion.confidence for emotion in stage.emotions)
        for touchpoint in stage.touchpoints:
            yield from (emotion.confidence for emotion in touchpoint.emotions)
            yield from (pain.confidence for pain in touchpoint.pains)
            yield from (gain.confidence for gain in touchpoint.gains)
    yield from (insight.confidence for insight in journey.insights)


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
