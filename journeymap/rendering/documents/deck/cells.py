"""What the map says about a touchpoint, as the text of a cell: signs, words, and who they come from."""

from collections.abc import Sequence

from journeymap.rendering.documents.deck.grid import Cell
from journeymap.rendering.documents.deck.look import Look
from journeymap.rendering.documents.deck.writing import Paragraph, Run
from journeymap.rendering.map.cells import ARROW, BOUND_ARROW
from journeymap.rendering.map.emotion_lines import Feeling
from journeymap.rendering.map.entries import Entry
from journeymap.rendering.map.signs import sign_colour
from journeymap.rendering.metrics import one_line
from journeymap.rendering.templating import marked, translate
from journeymap.rendering.words import word_for

LABEL_LINES = 8
"""A title in a table has no more lines; the notes keep what is cut."""

GAP = 3.0
"""The space between two texts of a cell."""

SIGNS = {"pain": "▼", "gain": "▲", "opportunity": "★"}
HOLLOW_SIGNS = {"pain": "▽", "gain": "△"}
"""The signs of what is assumed."""


def say_entries(look: Look, entries: Sequence[Entry], size: float) -> Cell:
    """Return the texts of a cell, each in a paragraph of its own."""
    return Cell(
        tuple(
            _say_entry(look, entry, size)._replace(gap=GAP if index else 0.0)
            for index, entry in enumerate(entries)
        )
    )


def say_feeling(look: Look, feeling: Feeling | None, size: float) -> Cell:
    """Return a feeling with its score, on the tint of its step."""
    if feeling is None:
        return Cell()
    if feeling.score is None or feeling.level is None:
        return Cell((Paragraph((Run(one_line(feeling.words), look.theme.text),), size),))
    step = look.theme.emotions[feeling.level + 2]
    runs = (
        Run(f"{look.score(feeling.score)}  ", step.on_tint, bold=True),
        Run(one_line(feeling.words), step.on_tint),
    )
    return Cell((Paragraph(runs, size),), step.tint)


def _say_entry(look: Look, entry: Entry, size: float) -> Paragraph:
    theme = look.theme
    runs: list[Run] = []
    if entry.mark in SIGNS:
        signs = HOLLOW_SIGNS if entry.assumed and entry.mark in HOLLOW_SIGNS else SIGNS
        runs.append(Run(f"{signs[entry.mark]} ", sign_colour(theme, entry.mark)))
    if entry.mark == "quote":
        runs += [
            Run("“", theme.muted),
            Run(one_line(entry.text), theme.text, italic=True),
            Run("”", theme.muted),
        ]
    else:
        runs.append(Run(one_line(entry.text), theme.text))
    runs += [Run(f" · {text}", theme.muted) for text in _list_details(look, entry)]
    return Paragraph(tuple(runs), size)


def _list_details(look: Look, entry: Entry) -> list[str]:
    actual = entry.measure.actual if entry.measure else ""
    if actual:
        actual = f"{translate(marked('Actual'), lang=look.lang)} {actual}"
    detail = entry.detail.replace(ARROW, BOUND_ARROW) if entry.measure else entry.detail
    severity = word_for("severity", entry.level, lang=look.lang)
    return [look.number(one_line(text)) for text in (severity, detail, actual, entry.by) if text]
