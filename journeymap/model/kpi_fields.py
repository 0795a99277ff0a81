"""The fields of KPIs: what a row says of a metric that is attached to something."""

from collections.abc import Callable
from typing import Any, Final

from journeymap.model.field_readers import Field, Row, Value, field_of
from journeymap.model.summaries import OwnedKpi, kpi_gap


def _metric(row: Row, owned: OwnedKpi, name: str, default: Any = "") -> Any:
    metric = row.portfolio.library.metrics.get(owned.kpi.metric)
    return getattr(metric, name) if metric is not None else default


def _owner(row: Row, owned: OwnedKpi) -> Value:
    id = owned.kpi.owner or _metric(row, owned, "owner")
    team = row.portfolio.library.teams.get(id)
    return team.title if team is not None else str(id)


def _own(name: str) -> Callable[[Row, OwnedKpi], Value]:
    return lambda _, owned: getattr(owned.kpi, name)


_READERS: Final[dict[str, Callable[[Row, OwnedKpi], Value]]] = {
    "id": _own("id"),
    "title": lambda row, owned: _metric(row, owned, "title", owned.kpi.metric),
    "attached_to": lambda _, owned: owned.owner.title,
    "baseline": _own("baseline"),
    "target": _own("target"),
    "actual": _own("actual"),
    "warn": _own("warn"),
    "gap": lambda row, owned: kpi_gap(owned.kpi, _metric(row, owned, "direction", "up")),
    "unit": lambda row, owned: _metric(row, owned, "unit"),
    "due": _own("due"),
    "owner": _owner,
}

KPI: Final[dict[str, Field]] = {name: field_of("kpi", read) for name, read in _READERS.items()}
"""Field path → reader."""
