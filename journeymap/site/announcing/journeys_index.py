"""``journeys.json``: all journeys of the site in one small file, for programs that look for one."""

from typing import Any, Final

from journeymap.model import Journey
from journeymap.model.claims import Number
from journeymap.model.summaries import journey_score, pains_of, peaks, touchpoint_score
from journeymap.rendering.exchange.model import write_json
from journeymap.rendering.markdown import strip_markup
from journeymap.site.addresses import journey_path
from journeymap.site.plan import Plan, language_of

JOURNEYS: Final = "journeys.json"
FORMAT: Final = "journeymap-journeys/1"
FORMAT_VERSION: Final = "1.0"
DECIMALS: Final = 3


def write_journeys_index(plan: Plan) -> str:
    """Return the list of all journeys as JSON, in the order of the site."""
    workspace = plan.portfolio.workspace
    return write_json(
        {
            "format": FORMAT,
            "format_version": FORMAT_VERSION,
            "title": workspace.title,
            "lang": language_of(plan.portfolio),
            "site_url": workspace.site_url or None,
            "scale": {name: getattr(workspace.emotion_scale, name) for name in ("min", "max", "neutral")},
            "journeys": [_tell_journey(plan, journey) for journey in plan.portfolio.journeys],
        }
    )


def _tell_journey(plan: Plan, journey: Journey) -> dict[str, Any]:
    extremes = peaks(journey)
    pit = extremes.pit if extremes else None
    return {
        "id": journey.id,
        "title": journey.title,
        "summary": strip_markup(journey.summary or journey.goal),
        "lang": language_of(plan.portfolio, journey.lang),
        "state": journey.state,
        "status": journey.status,
        "url": journey_path(journey.id),
        "markdown": journey_path(journey.id, "index.md"),
        "data": journey_path(journey.id, "journey.json"),
        "personas": list(journey.personas),
        "phases": list(dict.fromkeys(stage.phase for stage in journey.stages if stage.phase)),
        "mean": _round(journey_score(journey)),
        "lowest": {"touchpoint": pit.id, "title": pit.title, "score": _round(touchpoint_score(pit))}
        if pit
        else None,
        "counts": {
            "stages": len(journey.stages),
            "touchpoints": sum(1 for _ in journey.touchpoints()),
            "pains": len(pains_of(journey)),
            "opportunities": len(journey.opportunities),
        },
        "owner": journey.owner or None,
        "reviewed": journey.reviewed or None,
        "extends": journey.extends or None,
        "tags": list(journey.tags),
    }


def _round(score: Number | None) -> Number | None:
    if score is None:
        return None
    rounded = round(score, DECIMALS)
    return int(rounded) if rounded == int(rounded) else rounded
