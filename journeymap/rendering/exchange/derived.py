"""What can be worked out from a journey, for programs that would rather not do it again."""

from collections.abc import Iterator

from journeymap.model import Journey, Portfolio
from journeymap.model.feelings import mean, variability
from journeymap.model.kpis import kpi_gap, kpi_progress, kpi_status
from journeymap.model.paths import Walk, walk_journey
from journeymap.model.priorities import quadrant_of
from journeymap.model.settings import EmotionScale
from journeymap.model.summaries import (
    evidence_coverage,
    journey_score,
    kpis_of,
    opportunity_score,
    peaks,
    stage_score,
    touchpoint_score,
)
from journeymap.rendering.exchange.document import (
    Derived,
    KpiValues,
    MomentValues,
    OpportunityValues,
    StageValues,
    TouchpointValues,
)


def derive_values(portfolio: Portfolio, journey: Journey) -> Derived:
    """Return the values of a journey."""
    scale = portfolio.workspace.emotion_scale
    walk = walk_journey(journey, scale=scale)
    touchpoints = tuple(_rate_touchpoints(journey, walk, scale))
    return Derived(
        score=journey_score(journey),
        canonical_score=mean(each.canonical_score for each in touchpoints),
        variability=variability(journey, scale),
        moments=_find_moments(journey),
        confidence=evidence_coverage(journey, portfolio.personas_of(journey)),
        completion=walk.completion,
        expected_emotion=walk.expected_emotion,
        main=walk.main,
        worst=walk.worst,
        ends=walk.ends,
        unreachable=walk.unreachable,
        endless=walk.endless,
        stages=tuple(_rate_stages(journey, scale)),
        touchpoints=touchpoints,
        kpis=tuple(_rate_kpis(portfolio, journey)),
        opportunities=tuple(
            OpportunityValues(
                each.title,
                each.id,
                opportunity_score(each, portfolio.workspace.opportunity_score),
                quadrant_of(each),
            )
            for each in journey.opportunities
        ),
    )


def _find_moments(journey: Journey) -> MomentValues | None:
    found = peaks(journey)
    return MomentValues(found.peak.id, found.pit.id, found.end.id) if found else None


def _rate_stages(journey: Journey, scale: EmotionScale) -> Iterator[StageValues]:
    for stage in journey.stages:
        score = stage_score(stage)
        yield StageValues(stage.id, score, _canonical(score, scale))


def _rate_touchpoints(journey: Journey, walk: Walk, scale: EmotionScale) -> Iterator[TouchpointValues]:
    for touchpoint in journey.touchpoints():
        score = touchpoint_score(touchpoint)
        yield TouchpointValues(
            touchpoint.id,
            score,
            _canonical(score, scale),
            walk.reach[touchpoint.id],
            walk.expected_visits[touchpoint.id],
        )


def _rate_kpis(portfolio: Portfolio, journey: Journey) -> Iterator[KpiValues]:
    for owned in kpis_of(journey):
        metric = portfolio.library.metrics.get(owned.kpi.metric)
        direction = metric.direction if metric else "up"
        yield KpiValues(
            owned.address,
            kpi_gap(owned.kpi, direction),
            kpi_progress(owned.kpi),
            kpi_status(owned.kpi, direction),
        )


def _canonical(score: float | None, scale: EmotionScale) -> float | None:
    return None if score is None else scale.canonical(score)
