"""The figures of workspaces as JSON, described by ``schemas/stats-output.schema.json``.

The form is a contract: within one major version fields are only added.
"""

from collections.abc import Sequence
from typing import Any

from journeymap.model.coverage import Coverage
from journeymap.model.settings import EmotionScale
from journeymap.model.statistics import Figures, JourneyFigures, Moment, add_figures
from journeymap.named_tuples import NamedTuple
from journeymap.reporting.plain_data import plain, write_data

FORMAT = "journeymap-stats/1"
FORMAT_VERSION = "1.0"


class WorkspaceFigures(NamedTuple):
    """A workspace with the figures of its journeys; ``root`` is its folder as shown."""

    title: str
    root: str
    scale: EmotionScale
    journeys: tuple[JourneyFigures, ...]

    @property
    def total(self) -> Figures:
        """The figures of all its journeys together."""
        return add_figures([each.figures for each in self.journeys])


def add_workspaces(workspaces: Sequence[WorkspaceFigures]) -> Figures:
    """Return the figures of everything; scores of different scales cannot be added and are left out."""
    total = add_figures([workspace.total for workspace in workspaces])
    scales = {workspace.scale[:3] for workspace in workspaces}
    return total if len(scales) <= 1 else total._replace(moments=())


def write_statistics_json(workspaces: Sequence[WorkspaceFigures], today: str) -> str:
    """Return the figures as one JSON object with sorted keys."""
    return write_data(build_statistics(workspaces, today))


def build_statistics(workspaces: Sequence[WorkspaceFigures], today: str) -> dict[str, Any]:
    """Return the figures as plain data."""
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "today": today or None,
        "workspaces": [
            {
                "title": plain(workspace.title),
                "root": plain(workspace.root),
                "journeys": [_journey(each) for each in workspace.journeys],
                "total": _figures(workspace.total),
            }
            for workspace in workspaces
        ],
        "total": _figures(add_workspaces(workspaces)),
    }


def _journey(counted: JourneyFigures) -> dict[str, Any]:
    journey = counted.journey
    return {
        "id": journey.id,
        "title": plain(journey.title),
        "state": journey.state,
        "status": journey.status,
        "completion": plain(counted.completion),
        "figures": _figures(counted.figures),
    }


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        "journeys": figures.journeys,
        "journeys_by_status": dict(figures.statuses),
        "journeys_by_state": dict(figures.states),
        "stages": figures.stages,
        "touchpoints": figures.touchpoints,
        "pains": sum(figures.pains.values()),
        "pains_by_severity": dict(figures.pains),
        "opportunities": sum(figures.opportunities.values()),
        "opportunities_by_status": dict(figures.opportunities),
        "kpis": figures.complete.total,
        "feeling": plain(figures.feeling),
        "best": _moment(figures.best),
        "worst": _moment(figures.worst),
        "coverage": {
            "touchpoints_with_emotion": _share(figures.felt),
            "touchpoints_with_owner": _share(figures.owned),
            "touchpoints_with_evidence": _share(figures.proved),
            "touchpoints_with_kpi": _share(figures.measured),
            "claims_researched": _share(figures.claims),
            "moments_of_truth_with_kpi": _share(figures.truths),
            "pains_with_opportunity": _share(figures.answered),
        },
        "debt": {
            "pains_without_opportunity": figures.answered.total - figures.answered.known,
            "kpis_without_baseline_or_target": figures.complete.total - figures.complete.known,
            "reviews_overdue": figures.overdue,
        },
    }


def _share(coverage: Coverage) -> dict[str, Any]:
    return {"known": coverage.known, "total": coverage.total, "share": plain(coverage.share)}


def _moment(moment: Moment | None) -> dict[str, Any] | None:
    if moment is None:
        return None
    return {"address": moment.address, "title": plain(moment.title), "score": plain(moment.score)}
