"""What the emotion curve shows, as values: columns, lines, and the table of both."""

from collections.abc import Iterator

from journeymap.model import EmotionScale, Journey, Portfolio, Stage, Touchpoint
from journeymap.model.claims import Number
from journeymap.model.summaries import convert_score
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.map.emotion_lines import EmotionLine, draw_lines
from journeymap.rendering.tables.cells import DECIMALS, Cell, told
from journeymap.rendering.tables.spelling import score_cell
from journeymap.rendering.tables.table import Column, Table
from journeymap.rendering.templating import marked, marked_in, translate
from journeymap.rendering.words import word_for

CERTAINTIES = {
    "assumed": marked("Assumed"),
    "partial": marked("Partly researched"),
    "researched": marked("Researched"),
    "measured": marked("Measured"),
}


class Spot(NamedTuple):
    """A column of the curve: a touchpoint, or a stage that has none; ``number`` is the stage's, from 1."""

    stage: Stage
    number: int
    touchpoint: Touchpoint | None


class Curve(NamedTuple):
    """The columns of a journey and the lines through them."""

    columns: tuple[Spot, ...]
    lines: tuple[EmotionLine, ...]


def trace_curve(portfolio: Portfolio, journey: Journey, personas: tuple[str, ...], *, lang: str) -> Curve:
    """Return the curve of a journey, of some personas where these are named."""
    columns = tuple(
        Spot(stage, number, touchpoint)
        for number, stage in enumerate(journey.stages, start=1)
        for touchpoint in stage.touchpoints or (None,)
    )
    return Curve(columns, draw_lines(portfolio, journey, lang=lang, personas=personas))


def tabulate_curve(curve: Curve, scale: EmotionScale, title: str, *, lang: str) -> Table:
    """Return a row for each feeling: where, whose, the words, the score, and how sure it is."""
    named = any(line.title for line in curve.lines)
    before = any(line.heights_before for line in curve.lines)
    headers = (
        (marked("Stage"), False, True),
        (marked("Touchpoint"), False, True),
        (marked("Persona"), False, named),
        (marked("Feeling"), False, True),
        (marked_in("feeling", "Score"), True, True),
        (marked("Before"), True, before),
        (marked("Moment"), False, True),
        (marked("Certainty"), False, True),
    )
    columns = tuple(
        Column(translate(text, lang=lang), numeric, translate(text, lang="en"))
        for text, numeric, shown in headers
        if shown
    )
    rows = (
        tuple(cell for cell, (_, _, shown) in zip(row, headers, strict=True) if shown)
        for row in _rows(curve, scale, lang)
    )
    return Table("curve", title, columns, tuple(rows))


def on_scale(height: float, scale: EmotionScale) -> Number:
    """Return a canonical height as the workspace writes it."""
    score = convert_score(height, EmotionScale(), scale)
    return round(score if score is not None else height, DECIMALS)


def _rows(curve: Curve, scale: EmotionScale, lang: str) -> Iterator[tuple[Cell, ...]]:
    for index, column in enumerate(curve.columns):
        for line in curve.lines:
            feeling = line.feelings[index]
            before = line.heights_before[index] if line.heights_before else None
            if feeling is None and before is None:
                continue
            yield (
                column.stage.title,
                column.touchpoint.title if column.touchpoint else "",
                line.title,
                feeling.words if feeling else "",
                score_cell(feeling.score if feeling else None, lang),
                score_cell(None if before is None else on_scale(before, scale), lang),
                _tell_moments(feeling.moments, lang) if feeling else "",
                told(feeling.confidence, translate(CERTAINTIES[feeling.confidence], lang=lang))
                if feeling
                else "",
            )


def _tell_moments(moments: tuple[str, ...], lang: str) -> Cell:
    words = ", ".join(word_for("moment", moment, lang=lang) for moment in moments)
    return told(", ".join(moments), words)
