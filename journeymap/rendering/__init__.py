"""What becomes of journeys: one function per form and format, from the model to the bytes of a file.

``FORMS`` is the one place that lists them: a form is what is shown (a map, a flow, tables …), a format how
it is written (``svg``, ``csv`` …). Each loads its own module, so that a command pays only for what it
writes.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from journeymap.rendering.pictures import DRAWERS, draw_ahead, picture_formats
from journeymap.rendering.requests import Rendered, Renderer, Request

if TYPE_CHECKING:
    from journeymap.rendering.tables.table import Table

__all__ = [
    "DEFAULT_FORMS",
    "DRAWERS",
    "FORMS",
    "PORTFOLIO_FORMS",
    "Rendered",
    "Renderer",
    "Request",
    "draw_ahead",
]


def render_map_pdf(request: Request) -> Rendered:
    """Return the map on paper: tagged pages of real text, a stage a page where one page is too small."""
    from journeymap.rendering.documents.pages import write_map_pdf

    return Rendered(write_map_pdf(request))


def render_deck(request: Request) -> Rendered:
    """Return slides: the whole journey, then a slide for each stage."""
    from journeymap.rendering.documents.slides import write_deck

    return Rendered(write_deck(request))


def render_dot(request: Request) -> Rendered:
    """Return the flow in the DOT language."""
    from journeymap.rendering.flow.dot import write_dot
    from journeymap.themes.choosing import LIGHT_NAME, choose_theme

    name = LIGHT_NAME if request.theme == "auto" else request.theme
    theme = choose_theme(request.portfolio.workspace.theme, name)
    return Rendered(write_dot(request.portfolio, request.subject, theme=theme).encode())


def render_mermaid_journey(request: Request) -> Rendered:
    """Return the journey as a Mermaid ``journey``."""
    from journeymap.rendering.exchange.mermaid import write_journey_diagram

    return _exported(write_journey_diagram(request.portfolio, request.subject))


def render_mermaid_flowchart(request: Request) -> Rendered:
    """Return the flow as a Mermaid ``flowchart``."""
    from journeymap.rendering.exchange.mermaid import write_flowchart

    return _exported(write_flowchart(request.portfolio, request.subject))


def render_d2(request: Request) -> Rendered:
    """Return the flow in the D2 language."""
    from journeymap.rendering.exchange.d2 import write_d2

    return _exported(write_d2(request.portfolio, request.subject))


def render_plantuml(request: Request) -> Rendered:
    """Return the flow in the PlantUML language."""
    from journeymap.rendering.exchange.plantuml import write_plantuml

    return _exported(write_plantuml(request.portfolio, request.subject))


def render_model(request: Request) -> Rendered:
    """Return the compiled journey, whole, as JSON."""
    from journeymap.rendering.exchange.model import write_model

    return Rendered(write_model(request.portfolio, request.subject).encode())


def _exported(exported: "tuple[str, tuple[str, ...]]") -> Rendered:
    text, losses = exported
    return Rendered(text.encode(), losses)


def _tabled(form: str, write: "Callable[[Request, tuple[Table, ...]], bytes]") -> Renderer:
    """Return the renderer of the tables of a form: all of them, or the one that was asked for."""

    def render(request: Request) -> Rendered:
        if form in PORTFOLIO_FORMS:
            request = request._replace(journey=None)
        return Rendered(write(request, _tables(form, request)))

    return render


def _tables(form: str, request: Request) -> "tuple[Table, ...]":
    if form == "heatmap":
        from journeymap.rendering.charts.heatmap import tabulate_heatmap

        return (tabulate_heatmap(request.portfolio),)
    if form == "matrix":
        from journeymap.rendering.charts.matrix import tabulate_opportunities

        return (tabulate_opportunities(request.portfolio, request.subject),)
    if form == "curve":
        from journeymap.rendering.charts.curve import tabulate_emotions

        return (tabulate_emotions(request.portfolio, request.felt_subject, personas=request.personas),)
    from journeymap.rendering.tables.table import choose_tables

    return choose_tables(request.portfolio, request.subject, request.table or request.view)


def _write_md(request: Request, tables: "tuple[Table, ...]") -> bytes:
    from journeymap.rendering.tables.markdown_text import write_markdown, write_markdown_page

    lang = (request.journey and request.journey.lang) or request.portfolio.workspace.lang
    if _is_one_table(request):
        return write_markdown(tables[0], lang=lang).encode()
    return write_markdown_page(_title(request, tables), tables, lang=lang).encode()


def _write_csv(request: Request, tables: "tuple[Table, ...]") -> bytes:
    from journeymap.rendering.tables.csv_text import write_csv, write_csv_blocks

    one = _is_one_table(request)
    return (
        write_csv(tables[0], raw=request.raw) if one else write_csv_blocks(tables, raw=request.raw)
    ).encode()


def _write_html(request: Request, tables: "tuple[Table, ...]") -> bytes:
    from journeymap.rendering.tables.html_text import write_html

    lang = (request.journey and request.journey.lang) or request.portfolio.workspace.lang
    theme = request.portfolio.workspace.theme
    return write_html(_title(request, tables), tables, lang=lang, theme=theme).encode()


def _write_xlsx(request: Request, tables: "tuple[Table, ...]") -> bytes:
    from journeymap.rendering.tables.covers import describe_workbook
    from journeymap.rendering.tables.workbook import write_workbook

    lang = (request.journey and request.journey.lang) or request.portfolio.workspace.lang
    cover = describe_workbook(request.portfolio, request.journey, lang=lang)
    return write_workbook(_title(request, tables), tables, lang=lang, cover=cover)


def _title(request: Request, tables: "tuple[Table, ...]") -> str:
    """Return what tables stand under: their journey, or for all journeys the workspace."""
    if request.journey:
        return request.journey.title
    return request.portfolio.workspace.title or tables[0].title


def _is_one_table(request: Request) -> bool:
    return bool(request.table or request.view or request.journey is None)


def _tabulated(form: str) -> dict[str, Renderer]:
    writers = {"md": _write_md, "csv": _write_csv, "html": _write_html, "xlsx": _write_xlsx}
    return {format: _tabled(form, write) for format, write in writers.items()}


FORMS: Mapping[str, Mapping[str, Renderer]] = {
    "map": {
        **picture_formats("map"),
        "pdf": render_map_pdf,
        "pptx": render_deck,
        "mmd": render_mermaid_journey,
    },
    "flow": {
        **picture_formats("flow"),
        "dot": render_dot,
        "mmd": render_mermaid_flowchart,
        "d2": render_d2,
        "puml": render_plantuml,
    },
    "curve": {**picture_formats("curve"), **_tabulated("curve")},
    "matrix": {**picture_formats("matrix"), **_tabulated("matrix")},
    "heatmap": {**picture_formats("heatmap"), **_tabulated("heatmap")},
    "table": _tabulated("table"),
    "model": {"json": render_model},
}
"""Form → format → what renders it."""

DEFAULT_FORMS: Mapping[str, str] = {
    "svg": "map",
    "png": "map",
    "pdf": "map",
    "pptx": "map",
    "mmd": "map",
    "dot": "flow",
    "d2": "flow",
    "puml": "flow",
    "md": "table",
    "csv": "table",
    "xlsx": "table",
    "json": "model",
}
"""Format → the form it has when none is named; ``html`` is a page, which the site makes."""

PORTFOLIO_FORMS = frozenset({"heatmap"})
"""The forms that show all journeys and need none to be named."""
