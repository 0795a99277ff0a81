"""Small values of pages as entries, cells and tables, whatever kind they are of.

What every page shares is known by its type. What only one page has is read by its fields: a list of such
values is a table, a column a field that has something to say.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from journeymap.rendering.dates import Day
from journeymap.rendering.templating import Html, escape_html
from journeymap.site.desk import Desk
from journeymap.site.grids import Cell, Column, Grid, GridRow
from journeymap.site.pieces import Face, Fact, Figure, Item, Link, Mood, Person, Review

_UNSAID: Final = frozenset(
    {"id", "words", "percent", "level", "hue", "sort", "kind", "mark", "corner", "what", "monogram", "states"}
)
"""Fields that say how a value looks or is found, and nothing about it."""
NAMES: Final = ("title", "name", "metric", "word", "letter", "person", "day")
"""Fields that a value is called by, the first one that it has."""
_SMALL: Final = 2
"""A value with so many fields is one entry of a cell; one with more is a row."""
_KNOWN: Final = (Html, Item, Link, Day, Person, Mood, Review, Fact, Figure, Face)


def spread(value: Any) -> tuple[Any, ...]:
    """Return the entries of a list, or a lone value as a list of one."""
    return value if isinstance(value, tuple) and not is_record(value) else (value,)


def is_record(value: Any) -> bool:
    """Whether a value has fields with names."""
    return isinstance(value, tuple) and hasattr(value, "_fields")


def is_row(value: Any) -> bool:
    """Whether a value is of a kind that only its page knows, and large enough for a row of its own."""
    if not is_record(value) or isinstance(value, _KNOWN):
        return False
    return len(value._fields) > _SMALL or has_rows(value)


def has_rows(value: Any) -> bool:
    """Whether a value holds rows itself, so that it is a part of the page."""
    return any(is_row(each) for field in value for each in spread(field))


def name_piece(piece: Any) -> str:
    """Return what a value is called, or nothing where it has no name."""
    for field in NAMES:
        value = getattr(piece, field, None)
        if isinstance(value, Link | Day):
            return value.text
        if isinstance(value, Person):
            return value.name
        if isinstance(value, str) and value:
            return value
    return ""


def label_field(desk: Desk, field: str) -> str:
    """Return the name of a field as a label."""
    words = field.removesuffix("_word").replace("_", " ").capitalize()
    return desk.say(words.replace("Kpi", "KPI"))


def tabulate_pieces(desk: Desk, title: str, pieces: Sequence[Any]) -> Grid:
    """Return values of one kind as a table."""
    fields = [name for name in pieces[0]._fields if not _is_unsaid(name, pieces[0]._fields)]
    rows = tuple(GridRow(tuple(fill_cell(getattr(piece, name)) for name in fields)) for piece in pieces)
    return trim(Grid(title, tuple(Column(label_field(desk, name)) for name in fields), rows))


def fill_cell(value: Any) -> Cell:
    """Return the cell of a value, or of a list of values."""
    entries = spread(value)
    moods = [each for each in entries if isinstance(each, Mood)]
    days = [day for each in entries if (day := _day_in(each))]
    return Cell(tuple(list_items(*entries)), mood=moods[0] if moods else None, day=days[0] if days else None)


def list_items(*values: Any) -> Iterator[Item]:
    """Yield values as entries; what says nothing is left out."""
    for value in values:
        match value:
            case str() if value:
                yield Item(escape_html(value))
            case Html() if value.text:
                yield Item(value)
            case Link() if value.text:
                yield Item(escape_html(value.text), value.url)
            case Person():
                yield Item(escape_html(value.name), value.url)
            case Item():
                yield value
            case tuple() if is_record(value) and not isinstance(value, _KNOWN) and not _day_in(value):
                yield from list_items(name_piece(value) or getattr(value, "words", ""))


def trim(grid: Grid) -> Grid:
    """Return a table without the columns that no row says anything in."""
    said = [n for n in range(len(grid.columns)) if any(row.cells[n] != Cell() for row in grid.rows)]
    return grid._replace(
        columns=tuple(grid.columns[n] for n in said),
        rows=tuple(row._replace(cells=tuple(row.cells[n] for n in said)) for row in grid.rows),
    )


def tell_mood(mood: Mood) -> str:
    """Return a feeling in words with its score."""
    return f"{mood.words} {mood.score}".strip()


def _is_unsaid(name: str, fields: Sequence[str]) -> bool:
    return name in _UNSAID or f"{name}_word" in fields


def _day_in(value: Any) -> Day | None:
    """Return the day that a value is, or that it is about."""
    if isinstance(value, Day):
        return value
    if not is_record(value) or isinstance(value, Item | Link):
        return None
    return next((each for each in value if isinstance(each, Day)), None)
