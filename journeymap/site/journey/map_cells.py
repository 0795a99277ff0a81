"""The map as its template receives it: bands of rows of cells."""

from typing import NamedTuple

from journeymap.site.journey.filters import Filter
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
    """A lane of the map. ``by`` is whose feelings an emotion lane shows, ``persona`` their id."""

    id: str
    lane: str
    title: str
    by: Link
    persona: str
    feeling: bool
    cells: tuple[Cell, ...]


class Band(NamedTuple):
    """A blueprint zone: the line above it, and its lanes."""

    id: str
    zone: str
    line: str
    rows: tuple[Row, ...]


class HeadCell(NamedTuple):
    """A header of the map: a stage with its width, or a touchpoint; ``names`` are what filters find it by.

    ``size`` is that of the letters on the sheet that begins with a stage, where the map is too wide for one.
    """

    id: str
    title: str
    url: str
    headers: str = ""
    number: int = 0
    width: int = 1
    first: bool = False
    moment_of_truth: bool = False
    names: str = ""
    size: str = ""


class MapView(NamedTuple):
    """The map as a table; ``size`` is that of its letters on paper, as a class of the style sheet.

    ``title`` is the journey's; ``wide`` is a map of more touchpoints than a sheet of paper holds,
    ``before`` one that shows how it was as well, ``others`` one with the curves of other personas behind,
    ``hollow`` the sign that stands hollow for what is assumed, and ``loose`` are opportunities in no cell.
    """

    title: str

    stages: tuple[HeadCell, ...]
    points: tuple[HeadCell, ...]
    bands: tuple[Band, ...]
    width: int
    lanes: tuple[tuple[str, str], ...]
    legend: tuple[tuple[str, str], ...]
    certainties: tuple[tuple[str, str], ...]
    strip: Sparkline | None
    filters: tuple[Filter, ...] = ()
    size: str = ""
    wide: bool = False
    before: bool = False
    others: bool = False
    hollow: str = ""
    loose: tuple[Link, ...] = ()
