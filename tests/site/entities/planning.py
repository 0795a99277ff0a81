"""A plan of the pages that journeys share, made without the rest of the site."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from journeymap.artifacts import Artifact
from journeymap.model import Portfolio
from journeymap.model.uses import find_uses
from journeymap.site.addresses import Atlas
from journeymap.site.chapters import list_entities, list_folders
from journeymap.site.entities.chapter import build_entities
from journeymap.site.entities.journeys import build_journey_list
from journeymap.site.entities.personas import build_personas
from journeymap.site.grids import Cell, Grid
from journeymap.site.plan import Options, Plan
from tests.site.samples import make_portfolio

CHAPTERS: tuple[Callable[[Plan], Iterator[Any]], ...] = (build_journey_list, build_personas, build_entities)


def make_plan(portfolio: Portfolio | None = None) -> Plan:
    """Return the plan of a portfolio, or of the sample workspace."""
    portfolio = portfolio or make_portfolio()
    uses = find_uses(portfolio)
    entities = list_entities(portfolio, uses)
    return Plan(portfolio, Atlas(entities, {}, list_folders(entities, portfolio, Options())), uses)


def build_pages(portfolio: Portfolio | None = None) -> Mapping[str, Any]:
    """Return what each page shows and what each file holds, by path."""
    plan = make_plan(portfolio)
    leaves = [leaf for chapter in CHAPTERS for leaf in chapter(plan)]
    return {
        leaf.path if isinstance(leaf, Artifact) else leaf.page.path: leaf.content.decode()
        if isinstance(leaf, Artifact)
        else leaf
        for leaf in leaves
    }


def find_grid(context: Any, id: str) -> Grid:
    """Return the table of a page with an id."""
    used = [context.used] if getattr(context, "used", None) else []
    grids: tuple[Grid, ...] = (*context.grids, *used)
    return next(grid for grid in grids if grid.id == id)


def read_rows(grid: Grid) -> list[list[str]]:
    """Return what the rows of a table say, column by column."""
    return [[read_cell(cell) for cell in row.cells] for row in grid.rows]


def read_columns(grid: Grid) -> list[str]:
    """Return the titles of the columns."""
    return [column.title for column in grid.columns]


def read_cell(cell: Cell) -> str:
    """Return what a cell says, as one text."""
    mood = f"{cell.mood.words} {cell.mood.score}".strip() if cell.mood else ""
    items = ", ".join(f"{item.text} {item.detail}".strip() for item in cell.items)
    day = cell.day.text if cell.day else ""
    return " ".join(text for text in (mood, items, day) if text)


def read_links(grid: Grid) -> list[str]:
    """Return where the cells of a table lead, row by row."""
    return [item.url for row in grid.rows for cell in row.cells for item in cell.items if item.url]
