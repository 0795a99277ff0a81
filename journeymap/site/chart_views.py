"""The charts on pages: in the page's own colours, with the tables of their values and files to download."""

from collections.abc import Iterator
from typing import NamedTuple

from journeymap.model import Confidence, Journey, Portfolio
from journeymap.model.priorities import quadrant_of
from journeymap.rendering.charts.heat import Heat, HeatGrid, measure_heat
from journeymap.rendering.charts.heatmap import draw_portfolio_heatmap, tabulate_heatmap
from journeymap.rendering.charts.matrix import (
    draw_bare_matrix,
    draw_opportunity_matrix,
    tabulate_opportunities,
)
from journeymap.rendering.tables.csv_text import write_csv
from journeymap.rendering.tables.markdown_text import write_markdown
from journeymap.rendering.tables.table import Table
from journeymap.rendering.templating import Html, marked, marked_count
from journeymap.site.desk import Desk
from journeymap.site.pieces import HeatCell, HeatRow, HeatView, Link, TableView
from journeymap.themes.choosing import LIGHT_NAME, choose_theme
from journeymap.themes.colours import name_colours


class Priorities(NamedTuple):
    """The opportunities of a journey as a picture, and the table of its values."""

    picture: Html
    view: TableView


def show_priorities(desk: Desk, journey: Journey, *, alone: bool) -> Priorities | None:
    """Return the matrix of a journey, or nothing where no opportunity has a value and an effort."""
    if not _has_matrix(journey):
        return None
    theme = name_colours(choose_theme(desk.portfolio.workspace.theme, LIGHT_NAME))
    drawing = draw_bare_matrix(desk.portfolio, journey, theme=theme)
    table = tabulate_opportunities(desk.portfolio, journey)
    return Priorities(Html(drawing.svg), TableView(table, () if alone else _links_to("matrix")))


def show_heat(desk: Desk) -> HeatView | None:
    """Return how journeys feel in each phase, where there is more than one phase to tell apart."""
    grid = measure_heat(desk.portfolio, lang=desk.lang)
    if not _has_heat(grid):
        return None
    rows = (
        HeatRow(
            Link(row.journey.title, desk.atlas.journey(row.journey.id, page=desk.page)),
            tuple(_show_heat(desk, heat) for heat in (*row.cells, row.whole)),
        )
        for row in grid.rows
    )
    return HeatView(grid.phases, tuple(rows), _links_to("heatmap"))


def write_matrix_files(portfolio: Portfolio, journey: Journey) -> Iterator[tuple[str, bytes]]:
    """Yield the matrix of a journey as files: a name and what is in it."""
    if _has_matrix(journey):
        theme = choose_theme(portfolio.workspace.theme, LIGHT_NAME)
        drawing = draw_opportunity_matrix(portfolio, journey, theme=theme)
        yield from _write_files(drawing.svg, tabulate_opportunities(portfolio, journey))


def write_heat_files(portfolio: Portfolio) -> Iterator[tuple[str, bytes]]:
    """Yield the heat map of a portfolio as files: a name and what is in it."""
    if _has_heat(measure_heat(portfolio, lang=portfolio.workspace.lang)):
        theme = choose_theme(portfolio.workspace.theme, LIGHT_NAME)
        yield from _write_files(
            draw_portfolio_heatmap(portfolio, theme=theme).svg, tabulate_heatmap(portfolio)
        )


def _has_matrix(journey: Journey) -> bool:
    return any(quadrant_of(opportunity) for opportunity in journey.opportunities)


def _has_heat(grid: HeatGrid) -> bool:
    return len(grid.phases) > 1 and any(row.whole.score is not None for row in grid.rows)


def _show_heat(desk: Desk, heat: Heat) -> HeatCell | None:
    if heat.is_empty:
        return None
    count = desk.say_count(marked_count("%(count)s touchpoint", "%(count)s touchpoints"), heat.touchpoints)
    certainty: Confidence = "assumed" if heat.assumed else "researched"
    mood = desk.mood(heat.score, certainty=certainty) or desk.mood(None, desk.say(marked("not scored")))
    assert mood is not None
    return HeatCell(count, mood)


def _links_to(name: str) -> tuple[Link, ...]:
    formats = (("SVG", "svg"), ("CSV", "csv"), ("Markdown", "md"))
    return tuple(Link(title, f"{name}.{extension}") for title, extension in formats)


def _write_files(svg: str, table: Table) -> Iterator[tuple[str, bytes]]:
    yield f"{table.name}.csv", write_csv(table).encode()
    yield f"{table.name}.md", write_markdown(table).encode()
    yield f"{table.name}.svg", svg.encode()
