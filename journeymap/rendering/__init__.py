"""What becomes of a journey: one function per format, from the model to the bytes of a file.

``RENDERERS`` is the one place that lists them; each loads its own module, so that a command pays
only for the format it writes.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from journeymap.model import Journey, Portfolio

if TYPE_CHECKING:
    from journeymap.rendering.tables import Table


class Request(NamedTuple):
    """What to render. ``theme`` names the colours; ``engine`` another layout engine than our own.

    ``table`` or ``view`` picks one table by name; without them the formats of tables hold all. ``raw``
    leaves texts in CSV as they are, also those that a spreadsheet would calculate.
    """

    portfolio: Portfolio
    journey: Journey
    theme: str = "light"
    engine: str = ""
    table: str = ""
    view: str = ""
    raw: bool = False


Renderer: TypeAlias = Callable[[Request], bytes]


def render_dot(request: Request) -> bytes:
    """Return the flow of a journey in the DOT language."""
    from journeymap.rendering.dot import write_dot

    return write_dot(request.portfolio, request.journey, theme=request.theme).encode()


def render_svg(request: Request) -> bytes:
    """Return the flow of a journey as a picture."""
    from journeymap.rendering.flow import draw_flow

    drawn = draw_flow(request.portfolio, request.journey, theme=request.theme, engine=request.engine)
    return drawn.encode()


def render_md(request: Request) -> bytes:
    """Return tables of a journey as Markdown: one on its own, or all below their headings."""
    from journeymap.rendering.markdown_table import write_markdown, write_markdown_page

    tables = _tables(request)
    page = write_markdown_page(request.journey.title, tables)
    return (write_markdown(tables[0]) if _is_one_table(request) else page).encode()


def render_csv(request: Request) -> bytes:
    """Return tables of a journey as CSV: one on its own, or all as blocks below their names."""
    from journeymap.rendering.csv_table import write_csv, write_csv_blocks

    tables = _tables(request)
    one = _is_one_table(request)
    return (
        write_csv(tables[0], raw=request.raw) if one else write_csv_blocks(tables, raw=request.raw)
    ).encode()


def render_xlsx(request: Request) -> bytes:
    """Return tables of a journey as an Excel workbook, a sheet for each."""
    from journeymap.rendering.spreadsheets import write_workbook

    return write_workbook(request.journey.title, _tables(request))


def _tables(request: Request) -> "tuple[Table, ...]":
    from journeymap.rendering.tables import choose_tables

    return choose_tables(request.portfolio, request.journey, request.table or request.view)


def _is_one_table(request: Request) -> bool:
    return bool(request.table or request.view)


RENDERERS: Mapping[str, Renderer] = {
    "dot": render_dot,
    "svg": render_svg,
    "md": render_md,
    "csv": render_csv,
    "xlsx": render_xlsx,
}
