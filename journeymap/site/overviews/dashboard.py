"""The overview of KPIs, and the page of each metric."""

from collections.abc import Iterator, Mapping, Sequence

from journeymap.artifacts import Artifact
from journeymap.model import Metric, Portfolio
from journeymap.model.kpis import legal_range
from journeymap.model.summaries import moments_of_truth, touchpoint_score
from journeymap.rendering.markdown import render_line, strip_markup
from journeymap.rendering.naming import is_span, name_source, spell_id, unit_of, write_value
from journeymap.rendering.tables.csv_text import write_csv
from journeymap.rendering.templating import escape_html, marked, marked_count
from journeymap.site.addresses import entity_path, list_path, point_to
from journeymap.site.desk import Desk
from journeymap.site.frames import lay_page
from journeymap.site.overviews.contexts import KpisContext, MetricContext
from journeymap.site.overviews.kpis import (
    Attached,
    gather_kpis,
    show_kpis,
    tabulate_kpis,
    tell_nature,
)
from journeymap.site.overviews.lines import KpiGroup, MomentLine
from journeymap.site.overviews.wording import link_journey, link_place, link_team, say_more
from journeymap.site.pieces import Fact, Figure, Item, Link
from journeymap.site.plan import Options, Plan

FOLDER = "kpis"
MOST = 500
"""How many KPIs a page shows at most; the file beside it has them all."""
_OF_EACH = 12
"""How many KPIs of a metric the overview shows before it leads to the page of the metric."""
_MOMENTS = 50
_FILE = "kpis/kpis.csv"


def has_kpis(portfolio: Portfolio, _options: Options) -> bool:
    """Say whether there is any metric or KPI."""
    return bool(gather_kpis(portfolio))


def build_kpis(plan: Plan) -> Iterator[KpisContext | MetricContext | Artifact]:
    """Yield the overview, the page of each metric, and the file of all KPIs."""
    gathered = gather_kpis(plan.portfolio)
    desk = plan.desk(list_path(FOLDER))
    yield _show_all(desk, gathered)
    yield Artifact(_FILE, write_csv(tabulate_kpis(desk, gathered)).encode())
    for metric in plan.portfolio.library.metrics.values():
        yield _show_metric(plan, metric, gathered[metric.id])


def _show_all(desk: Desk, gathered: Mapping[str, tuple[Attached, ...]]) -> KpisContext:
    title = desk.say(marked("KPIs"))
    lead = desk.say(marked("What is measured, where, and how far it is from where it should be."))
    groups = []
    room = MOST
    for id, attached in gathered.items():
        groups.append(_show_group(desk, id, attached, min(_OF_EACH, room)))
        room -= len(groups[-1].lines)
    unmeasured = _list_unmeasured(desk)
    return KpisContext(
        page=lay_page(desk, title, lead),
        title=title,
        lead=lead,
        figures=tuple(_count(desk, gathered, len(unmeasured))),
        groups=tuple(groups),
        unmeasured=unmeasured[:_MOMENTS],
        unmeasured_more=say_more(desk, len(unmeasured) - _MOMENTS),
        downloads=(Link("CSV", point_to(_FILE, page=desk.page)),),
    )


def _show_group(desk: Desk, id: str, attached: Sequence[Attached], most: int) -> KpiGroup:
    metric = desk.portfolio.library.metrics.get(id)
    address = desk.atlas.find("metric", id, page=desk.page)
    return KpiGroup(
        id=id,
        metric=Link(metric.title if metric else spell_id(id), address),
        definition=render_line(metric.definition if metric else ""),
        nature=tell_nature(desk, metric),
        lines=tuple(show_kpis(desk, attached[:most])),
        more=Link(say_more(desk, len(attached) - most), address),
    )


def _show_metric(plan: Plan, metric: Metric, attached: Sequence[Attached]) -> MetricContext:
    desk = plan.desk(entity_path("metric", metric.id))
    journeys = len({each.journey.id for each in attached})
    figures = (
        (marked_count("KPI", "KPIs"), len(attached)),
        (marked_count("journey", "journeys"), journeys),
    )
    return MetricContext(
        page=lay_page(desk, metric.title, strip_markup(metric.definition)),
        title=metric.title,
        lead=desk.prose(metric.definition),
        retiring=desk.retiring(metric.deprecated),
        facts=tuple(_tell(desk, metric)),
        figures=tuple(Figure(desk.say_count(forms, count), str(count)) for forms, count in figures if count),
        group=_show_group(desk, metric.id, attached, MOST)._replace(
            more=Link(say_more(desk, len(attached) - MOST), point_to(_FILE, page=desk.page))
        ),
        tags=tuple(Link(tag, desk.atlas.find("tag", tag, page=desk.page)) for tag in metric.tags),
    )


def _tell(desk: Desk, metric: Metric) -> Iterator[Fact]:
    """Yield what is known of a metric beside its definition."""
    unit = desk.say(marked("Spans of time")) if is_span(metric) else unit_of(metric)
    low, high = (
        "" if bound is None else write_value(metric, bound, lang=desk.lang) for bound in legal_range(metric)
    )
    span = f"{low} … {high}".strip() if low or high else ""
    for label, text in (
        (marked("Kind"), desk.word("metric", metric.type)),
        (marked("Unit"), unit),
        (marked("Direction"), desk.word("direction", metric.direction)),
        (marked("Range"), span),
    ):
        if text:
            yield Fact(desk.say(label), (Item(escape_html(text)),))
    if metric.source:
        name = name_source(desk.portfolio, metric.source)
        yield Fact(desk.say(marked("Source")), (desk.entry("source", metric.source, name),))
    if metric.owner:
        team = link_team(desk, metric.owner)
        yield Fact(desk.say(marked("Owner")), (Item(escape_html(team.text), team.url),))


def _list_unmeasured(desk: Desk) -> tuple[MomentLine, ...]:
    """Return the moments of truth that no KPI watches; journeys that are retired owe none."""
    return tuple(
        MomentLine(
            link_place(desk, journey, each.id, each.title),
            link_journey(desk, journey),
            desk.mood(touchpoint_score(each)),
        )
        for journey in desk.portfolio.journeys
        if journey.status != "retired"
        for each in moments_of_truth(journey)
        if not each.kpis
    )


def _count(desk: Desk, gathered: Mapping[str, tuple[Attached, ...]], unmeasured: int) -> Iterator[Figure]:
    kpis = [each.owned.kpi for attached in gathered.values() for each in attached]
    for forms, count in (
        (marked_count("metric", "metrics"), len(gathered)),
        (marked_count("KPI", "KPIs"), len(kpis)),
        (marked_count("measured", "measured"), sum(kpi.actual is not None for kpi in kpis)),
        (marked_count("without a target", "without a target"), sum(kpi.target is None for kpi in kpis)),
        (marked_count("moment of truth without KPI", "moments of truth without KPI"), unmeasured),
    ):
        if count:
            yield Figure(desk.say_count(forms, count), str(count))
