"""The files beside a journey's page, to download and to embed: pictures, diagrams, tables and data."""

from collections.abc import Iterator, Mapping

from journeymap.model import Journey, Portfolio
from journeymap.rendering import FORMS, Request
from journeymap.rendering.flow.dot import write_dot
from journeymap.rendering.links import Links
from journeymap.rendering.tables.csv_text import write_csv
from journeymap.rendering.tables.markdown_text import write_markdown
from journeymap.rendering.tables.table import Table
from journeymap.rendering.templating import marked
from journeymap.site.chart_views import write_matrix_files
from journeymap.site.desk import Desk
from journeymap.site.journey.flow_view import DrawnFlow, detach_flow
from journeymap.site.pieces import Downloads, Link
from journeymap.themes.choosing import DARK_NAME, LIGHT_NAME, choose_theme

FILES: Mapping[str, tuple[str, str, str]] = {
    "map.svg": ("map", "svg", marked("Map as a picture (SVG)")),
    "journey.mmd": ("map", "mmd", marked("Journey for Mermaid")),
    "flow.mmd": ("flow", "mmd", marked("Flow for Mermaid")),
    "journey.json": ("model", "json", marked("All data (JSON)")),
}
"""Name → form, format and what it is called, for the files that are rendered as `render` would."""

PAPER = "print.html"
"""The page of a journey as it is laid for paper."""

FLOW_PICTURE = ("flow.svg", marked("Flow as a picture (SVG)"))
FLOW_GRAPH = ("flow.dot", marked("Flow for Graphviz (DOT)"))


def write_journey_files(
    portfolio: Portfolio, journey: Journey, flow: DrawnFlow, tables: tuple[Table, ...]
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a journey: a name and what is in it. Pictures follow the reader's light or dark."""
    light, dark = (choose_theme(portfolio.workspace.theme, name) for name in (LIGHT_NAME, DARK_NAME))
    request = Request(portfolio, journey, theme="auto")
    lang = journey.lang or portfolio.workspace.lang
    for name, (form, format, _) in FILES.items():
        yield name, FORMS[form][format](request).content
    if flow.svg:
        yield FLOW_PICTURE[0], detach_flow(flow.svg, light, dark, page="index.html").encode()
    links = Links("index.html#{id}", "index.html#{id}", "../{id}/index.html")
    yield FLOW_GRAPH[0], write_dot(portfolio, journey, theme=light, links=links).encode()
    yield from write_matrix_files(portfolio, journey)
    for table in tables:
        yield f"{table.name}.csv", write_csv(table).encode()
        yield f"{table.name}.md", write_markdown(table, lang=lang).encode()


def list_downloads(desk: Desk, flow: DrawnFlow, tables: tuple[Table, ...]) -> Iterator[Downloads]:
    """Yield the links to what people take along, by kind; the matrix has its own beside its picture."""
    titles = {name: title for name, (_, _, title) in FILES.items()} | dict((FLOW_PICTURE, FLOW_GRAPH))
    yield Downloads(desk.say(marked("Paper")), (Link(desk.say(marked("Page for printing")), PAPER),))
    kinds = (
        (marked("Pictures"), ("map.svg", FLOW_PICTURE[0]) if flow.svg else ("map.svg",)),
        (marked("Diagrams"), ("journey.mmd", "flow.mmd", FLOW_GRAPH[0])),
        (marked("Data"), ("journey.json",)),
    )
    for kind, names in kinds:
        yield Downloads(desk.say(kind), tuple(Link(desk.say(titles[name]), name) for name in names))
    if tables:
        yield Downloads(desk.say(marked("Tables")), tables=tuple(map(_list_formats, tables)))


def _list_formats(table: Table) -> tuple[str, tuple[Link, ...]]:
    return table.title, (Link("CSV", f"{table.name}.csv"), Link("Markdown", f"{table.name}.md"))
