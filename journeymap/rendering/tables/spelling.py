"""How the values of fields become cells: what is not somebody's own text is in the reader's language."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeAlias

from journeymap.model import Portfolio
from journeymap.model.feelings import DEFAULT_WORDS
from journeymap.model.field_ids import ENTITIES
from journeymap.model.field_readers import Field, Row, Value
from journeymap.model.fields import CUSTOM
from journeymap.model.summaries import own_title
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.dates import write_day
from journeymap.rendering.naming import (
    add_unit,
    find_persona,
    is_span,
    unit_of,
    write_number,
    write_score,
    write_seconds,
)
from journeymap.rendering.tables.cells import Amount, Cell, Date, Score, Span, SpanUnit, cell_of, told
from journeymap.rendering.words import word_for

Speller: TypeAlias = Callable[[Row], Cell]

VOCABULARIES: Final[Mapping[tuple[str, str], str]] = {
    ("journey", "state"): "state",
    ("journey", "status"): "status",
    ("journey", "visibility"): "visibility",
    ("touchpoint", "type"): "part",
    ("touchpoint", "actor"): "party",
    ("touchpoint", "receiver"): "party",
    ("touchpoint", "moment_of_truth"): "answer",
    ("touchpoint", "emotion.confidence"): "confidence",
    ("pain", "severity"): "level",
    ("pain", "frequency"): "frequency",
    ("pain", "confidence"): "confidence",
    ("opportunity", "status"): "progress",
    ("opportunity", "quadrant"): "quadrant",
    ("action", "status"): "progress",
    ("insight", "confidence"): "confidence",
}
"""Entity and field → the vocabulary that its values are words of."""

_DATES = frozenset({("journey", "reviewed"), ("kpi", "due"), ("opportunity", "due"), ("action", "due")})
_SPANS = frozenset({"duration.active", "duration.elapsed", "review_every"})
_VALUES = frozenset({"baseline", "target", "actual", "warn", "gap"})
"""The fields of a KPI that hold values of its metric."""
_TRANSLATED = frozenset({"emotion", "emotion.feelings", "channel", "channels", "phase"})
"""The fields in which what people wrote and words of ours stand side by side."""


class Reader(NamedTuple):
    """Who a table is read by, and whether its units have a column of their own."""

    lang: str
    has_units: bool = False


def speller(portfolio: Portfolio, rows: str, path: str, read: Field, reader: Reader) -> Speller:
    """Return what makes the cell of a row out of a field."""
    owner, name = _split(rows, path)
    vocabulary = VOCABULARIES.get((owner, name)) or _answers(portfolio, owner, name)
    if vocabulary:
        return lambda row: _tell(row, read(row), vocabulary, reader.lang)
    if owner == "kpi" and name in {*_VALUES, "unit"}:
        return lambda row: _measure(row, name, cell_of(read(row)), reader)
    if (owner, name) in _DATES:
        return lambda row: _date(cell_of(read(row)), reader.lang)
    if name in _SPANS:
        return lambda row: _span(read(row), reader.lang)
    if name == "emotion.score":
        return lambda row: score_cell(read(row), reader.lang)
    if name.removeprefix("stage.") in _TRANSLATED:
        return lambda row: _both(row, read)
    return lambda row: cell_of(read(row))


def score_cell(score: Value, lang: str) -> Cell:
    """Return a score as a cell, or an empty one where there is none."""
    number = cell_of(score)
    return number if isinstance(number, str) else Score(number, write_score(number, lang=lang))


def find_lane_title(portfolio: Portfolio, rows: str, path: str) -> str:
    """Return what the lane of a custom field is called, or nothing where a path names none."""
    owner, name = _split(rows, path)
    if not name.startswith(CUSTOM):
        return ""
    lanes = (lane for lane in portfolio.workspace.lanes if lane.on == owner)
    return next((lane.title for lane in lanes if lane.id == name.removeprefix(CUSTOM)), "")


def _split(rows: str, path: str) -> tuple[str, str]:
    """Return the entity that a field path is about, and the field of it."""
    head, dot, rest = path.partition(".")
    return (head, rest) if dot and head in ENTITIES.values() else (ENTITIES[rows], path)


def _answers(portfolio: Portfolio, owner: str, name: str) -> str:
    """Return the vocabulary of a custom field that is answered with yes or no."""
    id = name.removeprefix(CUSTOM)
    lanes = portfolio.workspace.lanes if id != name else ()
    return "answer" if any((lane.on, lane.id, lane.type) == (owner, id, "boolean") for lane in lanes) else ""


def _tell(row: Row, value: Value, vocabulary: str, lang: str) -> Cell:
    values = tuple(map(str, value)) if isinstance(value, tuple) else (str(value or ""),)
    return told(_join(values), _join(_word(row, vocabulary, each, lang) for each in values))


def _word(row: Row, vocabulary: str, value: str, lang: str) -> str:
    word = word_for(vocabulary, value, lang=lang)
    if not word and vocabulary == "party":
        persona = find_persona(row.portfolio, row.journey, value)
        word = persona.title if persona else ""
    return word or value


def _both(row: Row, read: Field) -> Cell:
    """Return a cell with words of ours as they are in the reader's language and as they are in English."""
    plain = read(row._replace(words=DEFAULT_WORDS, entitle=own_title))
    return told(str(cell_of(plain)), str(cell_of(read(row))))


def _measure(row: Row, name: str, cell: str | float, reader: Reader) -> Cell:
    """Return a value of a metric, or its unit, as a cell; between percentages lie points, not percent."""
    metric = row.portfolio.library.metrics.get(row.kpi.kpi.metric) if row.kpi else None
    if metric is None:
        return cell
    if name == "unit":
        return SpanUnit("s") if is_span(metric) else unit_of(metric)
    if isinstance(cell, str):
        return cell
    if is_span(metric):
        return Span(cell, write_seconds(cell, lang=reader.lang))
    unit = unit_of(metric)
    if reader.has_units or (name == "gap" and unit == "%"):
        return cell
    number = write_number(cell, lang=reader.lang)
    return Amount(cell, add_unit(number, unit, lang=reader.lang), unit) if unit else cell


def _date(cell: str | float, lang: str) -> Cell:
    day = write_day(str(cell), lang=lang)
    return Date(day.iso, day.text) if day and day.text != day.iso else cell


def _span(value: Value, lang: str) -> Cell:
    return Span(value, write_seconds(value, lang=lang)) if isinstance(value, int | float) else ""


def _join(values: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(filter(None, values)))
