"""The KPIs of all journeys: gathered by metric, each with its gap, the way done, and when it is due."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from journeymap.model import Journey, Metric, Portfolio
from journeymap.model.claims import Number
from journeymap.model.kpis import kpi_progress, kpi_status
from journeymap.model.summaries import OwnedKpi, kpis_of
from journeymap.rendering.naming import (
    is_span,
    name_kpi,
    name_team,
    unit_of,
    write_number,
    write_score,
    write_value,
)
from journeymap.rendering.tables.table import Column, Table
from journeymap.rendering.templating import marked
from journeymap.site.desk import Desk
from journeymap.site.overviews.lines import KpiLine
from journeymap.site.overviews.wording import link_journey, link_place, link_team, show_due
from journeymap.site.pieces import Link

WHOLE = marked("Whole journey")
_SIGN = 3
"""How long a unit may be, such as ``EUR``, to stand behind every number."""

HEADERS = (
    ("Metric", False),
    ("Journey", False),
    ("Where", False),
    ("Baseline", True),
    ("Target", True),
    ("Actual", True),
    ("Unit", False),
    ("Direction", False),
    ("Due", False),
    ("Owner", False),
)
"""The columns of the file of all KPIs, which programs read, and which of them hold numbers."""


class Attached(NamedTuple):
    """A KPI, what it hangs on, and the journey around that."""

    journey: Journey
    owned: OwnedKpi


def gather_kpis(portfolio: Portfolio) -> Mapping[str, tuple[Attached, ...]]:
    """Return all KPIs by metric: the declared metrics in their order, then what only KPIs name."""
    found: dict[str, list[Attached]] = {id: [] for id in portfolio.library.metrics}
    for journey in portfolio.journeys:
        for owned in kpis_of(journey):
            found.setdefault(owned.kpi.metric, []).append(Attached(journey, owned))
    return {id: tuple(attached) for id, attached in found.items()}


def show_kpis(desk: Desk, attached: Iterable[Attached]) -> Iterator[KpiLine]:
    """Yield KPIs as lines."""
    for journey, owned in attached:
        yield _show_kpi(desk, journey, owned)


def tabulate_kpis(desk: Desk, gathered: Mapping[str, tuple[Attached, ...]]) -> Table:
    """Return all KPIs as a table of plain values."""
    columns = tuple(Column(title, numeric) for title, numeric in HEADERS)
    rows = (
        _tabulate(desk, desk.portfolio.library.metrics.get(metric), each)
        for metric, attached in gathered.items()
        for each in attached
    )
    return Table("kpis", "KPIs", columns, tuple(rows))


def tell_nature(desk: Desk, metric: Metric | None) -> str:
    """Return the unit and the direction of a metric in words."""
    if metric is None:
        return ""
    unit = "" if is_span(metric) else unit_of(metric)
    return " · ".join(filter(None, (unit, desk.word("direction", metric.direction))))


def _show_kpi(desk: Desk, journey: Journey, owned: OwnedKpi) -> KpiLine:
    kpi, metric = owned.kpi, desk.portfolio.library.metrics.get(owned.kpi.metric)
    status = kpi_status(kpi, metric.direction if metric else "up") or ""
    progress = kpi_progress(kpi)

    def write(value: Number | None) -> str:
        return "" if value is None else _write(desk, metric, value)

    return KpiLine(
        where=_locate(desk, journey, owned),
        journey=link_journey(desk, journey),
        baseline=write(kpi.baseline),
        target=write(kpi.target),
        actual=write(kpi.actual),
        gap=_tell_gap(desk, metric, owned),
        status=status,
        percent="" if progress is None else _floor(progress),
        due=show_due(desk, kpi.due, is_open=status != "met"),
        owner=link_team(desk, kpi.owner),
    )


def _floor(progress: float) -> str:
    """Return a part of the way in whole percent: it is all of it only when the target is reached."""
    return str(int(round(100 * min(1, max(0, progress)), 6)))


def _write(desk: Desk, metric: Metric | None, value: Number) -> str:
    """Return a value, with its unit where that is a sign: one in words stands beside the metric already."""
    if is_span(metric) or len(unit_of(metric)) <= _SIGN:
        return write_value(metric, value, lang=desk.lang)
    return write_number(value, lang=desk.lang)


def _locate(desk: Desk, journey: Journey, owned: OwnedKpi) -> Link:
    whole = owned.owner is journey
    title = desk.say(WHOLE) if whole else owned.owner.title
    return link_place(desk, journey, owned.address if owned.owner.id else "", title)


def _tell_gap(desk: Desk, metric: Metric | None, owned: OwnedKpi) -> str:
    """Return in words what is missing to the target, or what is planned while nothing is measured."""
    kpi = owned.kpi
    if kpi.target is None:
        return desk.say(marked("no target"))
    if kpi.actual is not None:
        if kpi_status(kpi, metric.direction if metric else "up") == "met":
            return desk.say(marked("target met"))
        missing = _write(desk, metric, round(abs(kpi.target - kpi.actual), 9))
        return desk.say(marked("%(amount)s to go"), amount=missing)
    if kpi.baseline is None:
        return desk.say(marked("not measured yet"))
    change = round(kpi.target - kpi.baseline, 9)
    sign = write_score(1 if change > 0 else -1, lang=desk.lang)[0] if change else ""
    amount = sign + _write(desk, metric, abs(change))
    return desk.say(marked("%(amount)s planned"), amount=amount)


def _tabulate(desk: Desk, metric: Metric | None, attached: Attached) -> tuple[str | int | float, ...]:
    journey, owned = attached
    kpi = owned.kpi
    numbers = ("" if value is None else value for value in (kpi.baseline, kpi.target, kpi.actual))
    return (
        name_kpi(desk.portfolio, kpi),
        journey.title,
        WHOLE if owned.owner is journey else owned.owner.title,
        *numbers,
        "s" if is_span(metric) else unit_of(metric),
        metric.direction if metric else "",
        kpi.due,
        name_team(desk.portfolio, kpi.owner) if kpi.owner else "",
    )
