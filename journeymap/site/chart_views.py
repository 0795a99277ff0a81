"""The charts on pages: in the page's own colours, with the tables of their values and files to download."""

from collections.abc import Iterator
from typing import NamedTuple

from journeymap.model import Confidence, Journey, Portfolio
from journeymap.model.priorities import quadrant_of
from journeymap.rendering.charts.heat import Heat, HeatGrid, measure_heat
from journeymap.rendering.charts.heatmap import draw_portfolio_heatmap, tabulate_heatmap
from journeymap.rendering.charts.matrix import (
    MOST,
    draw_bare_matrix,
    draw_bare_portfolio_matrix,
    draw_opportunity_matrix,
    draw_portfolio_matrix,
    tabulate_opportunities,
    tabulate_portfolio,
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


class BacklogMatrix(NamedTuple):
    """The opportunities of all journeys as a picture with its files; ``note`` says what is not in it."""

    picture: Html
    downloads: tuple[Link, ...]
    note: str


def show_backlog_matrix(desk: Desk) -> BacklogMatrix | None:
    """Return the matrix of all journeys, or nothing where no opportunity has a value and an effort."""
    if not any(map(_has_matrix, desk.portfolio.journeys)):
        return None
    theme = name_colours(choose_theme(desk.portfolio.workspace.theme, LIGHT_NAME))
    count = sum(
        quadrant_of(opportunity) is not None
        for journey in desk.portfolio.journeys
        for opportunity in journey.opportunities
    )
    words = desk.say(marked("The %(most)d that rank best are shown."), most=MOST) if count > MOST else ""
    drawing = draw_bare_portfolio_matrix(desk.portfolio, theme=theme)
    return BacklogMatrix(Html(drawing.svg), _links_to("matrix"), words)


def write_backlog_matrix(portfolio: Portfolio) -> Iterator[tuple[str, bytes]]:
    """Yield the matrix of all journeys as files: a name and what is in it."""
    if any(map(_has_matrix, portfolio.journeys)):
        theme = choose_theme(portfolio.workspace.theme, LIGHT_NAME)
        drawing = draw_portfolio_matrix(portfolio, theme=theme)
        yield from _write_files(drawing.svg, tabulate_portfolio(portfolio), portfolio.workspace.lang)


def show_heat(desk: Desk, grid: HeatGrid) -> HeatView:
    """Return how journeys feel as a whole and, where there is more than one to tell apart, in each phase."""
    is_told = _has_heat(grid)
    rows = (
        HeatRow(
            Link(row.journey.title, desk.atlas.journey(row.journey.id, page=desk.page)),
            tuple(_show_heat(desk, heat) for heat in (*(row.cells if is_told else ()), row.whole)),
        )
        for row in grid.rows
    )
    if not is_told:
        return HeatView((), tuple(rows), ())
    return HeatView(grid.phases, tuple(rows), _links_to("heatmap"))


def write_matrix_files(portfolio: Portfolio, journey: Journey) -> Iterator[tuple[str, bytes]]:
    """Yield the matrix of a journey as files: a name and what is in it."""
    if _has_matrix(journey):
        theme = choose_theme(portfolio.workspace.theme, LIGHT_NAME)
        drawing = draw_opportunity_matrix(portfolio, journey, theme=theme)
        lang = journey.lang or portfolio.workspace.lang
        yield from _write_files(drawing.svg, tabulate_opportunities(portfolio, journey), lang)


def write_heat_files(portfolio: Portfolio) -> Iterator[tuple[str, bytes]]:
    """Yield the heat map of a portfolio as files: a name and what is in it."""
    if _has_heat(measure_heat(portfolio, lang=portfolio.workspace.lang)):
        theme = choose_theme(portfolio.workspace.theme, LIGHT_NAME)
        drawing = draw_portfolio_heatmap(portfolio, theme=theme)
        yield from _write_files(drawing.svg, tabulate_heatmap(portfolio), portfolio.workspace.lang)


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


def _write_files(svg: str, table: Table, lang: str) -> Iterator[tuple[str, bytes]]:
    yield f"{table.name}.csv", write_csv(table).encode()
    yield f"{table.name}.md", write_markdown(table, lang=lang).encode()
    yield f"{table.name}.svg", svg.encode()
