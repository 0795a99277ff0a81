"""What a stage or a journey adds up to: gathered lists here, and the numbers of the modules beside.

Pure functions over the model, used by tables and pages alike, so that the same question has one
answer everywhere. Gathered lists hold distinct values in the order of the touchpoints.
"""

from collections.abc import Callable, Iterable, Iterator

from journeymap.model.claims import Pain
from journeymap.model.coverage import Coverage, evidence_coverage
from journeymap.model.feelings import (
    DEFAULT_WORDS,
    Peaks,
    convert_score,
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
    variability,
)
from journeymap.model.journey import Journey, Stage, Touchpoint
from journeymap.model.kpis import kpi_gap
from journeymap.model.library import Channel, Kpi, Phase
from journeymap.model.opportunity import Action, Opportunity
from journeymap.model.portfolio import Portfolio
from journeymap.model.priorities import opportunity_score
from journeymap.named_tuples import NamedTuple

__all__ = [
    "DEFAULT_WORDS",
    "Coverage",
    "OwnedAction",
    "OwnedKpi",
    "OwnedPain",
    "Peaks",
    "actions_of",
    "channel_title",
    "convert_score",
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
    "own_title",
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
    "variability",
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


def own_title(entry: Channel | Phase) -> str:
    """Return the title of a channel or phase as it stands in the library."""
    return entry.title


def channel_title(portfolio: Portfolio, channel: str, entitle: Callable[[Channel], str] = own_title) -> str:
    """Return a channel's title, else its id in words; ``entitle`` returns it for a translation."""
    declared = portfolio.library.channels.get(channel)
    if declared and declared.title:
        return entitle(declared)
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


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
