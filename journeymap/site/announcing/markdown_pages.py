"""An outline as Markdown that people and machines read: headings, lists, tables of GitHub's dialect."""

from collections.abc import Iterator

from journeymap.rendering.tables.markdown_text import ZERO_WIDTH_SPACE, escape_markdown
from journeymap.site.announcing.markup import guard_start, write_line, write_link, write_prose
from journeymap.site.announcing.outlines import Outline
from journeymap.site.announcing.pieces import tell_mood
from journeymap.site.grids import Cell, Grid
from journeymap.site.pieces import Fact, Item

_DEEPEST = 6


def write_markdown_page(outline: Outline) -> str:
    """Return an outline as a page of Markdown."""
    return "\n\n".join(_write(outline, 1)) + "\n"


def write_heading(text: str, depth: int) -> str:
    """Return a heading; a text that ends in signs of a heading keeps them."""
    line = escape_markdown(text)
    end = ZERO_WIDTH_SPACE if line.endswith("#") else ""
    return f"{'#' * min(depth, _DEEPEST)} {line}{end}"


def _write(outline: Outline, depth: int) -> Iterator[str]:
    if outline.title:
        yield write_heading(outline.title, depth)
    yield from filter(None, map(write_prose, outline.prose))
    if outline.facts:
        yield "\n".join(map(_write_fact, outline.facts))
    for grid in outline.grids:
        yield from _write_grid(grid, depth + 1)
    for part in outline.parts:
        yield from _write(part, depth + 1)


def _write_fact(fact: Fact) -> str:
    """Return a label with its values: in one line where there is one, in a list of their own otherwise."""
    label = f"- **{escape_markdown(fact.label)}:**"
    if len(fact.items) == 1 or fact.kind == "inline":
        return f"{label} {', '.join(map(_write_item, fact.items))}".rstrip()
    return "\n".join([label, *(f"  - {guard_start(_write_item(item))}" for item in fact.items)])


def _write_item(item: Item) -> str:
    by = f"{escape_markdown(item.by)}: " if item.by else ""
    detail = f" ({escape_markdown(item.detail)})" if item.detail else ""
    url = "" if item.url.startswith("#") or "<a" in item.text.text else item.url
    return f"{by}{write_link(write_line(item.text), url)}{detail}"


def _write_grid(grid: Grid, depth: int) -> Iterator[str]:
    if grid.title:
        yield write_heading(grid.title, depth)
    if grid.intro:
        yield guard_start(escape_markdown(grid.intro))
    rule = ["---:" if column.kind == "number" else "---" for column in grid.columns]
    head = [escape_markdown(column.title) for column in grid.columns]
    rows = [[_write_cell(cell) for cell in row.cells] for row in grid.rows]
    yield "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))
    if grid.more.text:
        yield write_link(escape_markdown(grid.more.text), grid.more.url)


def _write_cell(cell: Cell) -> str:
    words = [escape_markdown(tell_mood(cell.mood))] if cell.mood else []
    words += [escape_markdown(cell.day.text)] if cell.day else []
    return ", ".join([*words, *map(_write_item, cell.items)])
