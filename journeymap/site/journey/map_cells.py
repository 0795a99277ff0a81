"""The map as its template receives it: bands of rows of cells."""

from typing import NamedTuple

from journeymap.site.pieces import Item, Link, Mood, Sparkline


class Arc(NamedTuple):
    """The piece of the curve inside a cell, as path data, and the face's height in percent."""

    line: str
    area: str
    before: str
    others: tuple[str, ...]
    y: str


class Moment(NamedTuple):
    """A peak, pit or end: ``kind`` and its word."""

    kind: str
    word: str


class Point(NamedTuple):
    """A feeling cell of the map."""

    mood: Mood | None
    arc: Arc
    certainty: str
    certainty_word: str
    moments: tuple[Moment, ...]


class Cell(NamedTuple):
    """A cell of the map: entries or a feeling; ``headers`` are the ids of its header cells."""

    headers: str
    first: bool
    items: tuple[Item, ...] = ()
    point: Point | None = None


class Row(NamedTuple):
    """A lane of the map. ``by`` is whose feelings an emotion lane shows."""

    id: str
    lane: str
    title: str
    by: Link
    feeling: bool
    cells: tuple[Cell, ...]


class Band(NamedTuple):
    """A blueprint zone: the line above it, and its lanes."""

    id: str
    line: str
    rows: tuple[Row, ...]


class HeadCell(NamedTuple):
    """A header of the map: a stage with its width, or a touchpoint."""

    id: str
    title: str
    url: str
    headers: str = ""
    number: int = 0
    width: int = 1
    first: bool = False
    moment_of_truth: bool = False


class MapView(NamedTuple):
    """The map as a table."""

    stages: tuple[HeadCell, ...]
    points: tuple[HeadCell, ...]
    bands: tuple[Band, ...]
    width: int
    lanes: tuple[tuple[str, str], ...]
    legend: tuple[tuple[str, str], ...]
    certainties: tuple[tuple[str, str], ...]
    strip: Sparkline | None
