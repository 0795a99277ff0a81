"""Rows of feelings in words, one for each line: between several lines in a plot there is no room for them."""

from collections.abc import Sequence

from journeymap.rendering.canvas import Canvas
from journeymap.rendering.charts.feeling_texts import feeling_height, write_feeling
from journeymap.rendering.charts.frame import LEADING, block_height, write_block
from journeymap.rendering.charts.plot import Track, draw_sample, stroke_of
from journeymap.rendering.geometry import Box
from journeymap.rendering.map.emotion_lines import Feeling
from journeymap.themes.theme import Theme


def draw_rows(
    canvas: Canvas,
    theme: Theme,
    tracks: Sequence[Track],
    heads: Box,
    cells: Sequence[Box],
    *,
    columns: range,
    lang: str,
) -> float:
    """Draw a row for each line below the columns of a plot; return where the last one ends.

    ``heads`` is where names stand, ``cells`` the columns; both begin where the rows do. A line that says
    nothing in these columns has no row.
    """
    unit, y = theme.spacing.unit, heads.y
    for track in tracks:
        feelings = track.line.feelings[columns.start : columns.stop]
        if not any(feelings):
            continue
        size = theme.type.small
        room = heads.width - unit * 5
        heights = (
            feeling_height(feeling, cell.width - 2 * unit, size, lang=lang)
            for feeling, cell in zip(feelings, cells, strict=True)
            if feeling
        )
        height = max(*heights, block_height(track.line.title, room, size, bold=True)) + unit
        middle = y + unit / 2 + size * LEADING / 2
        canvas.draw_line((heads.x, middle), (heads.x + unit * 4.5, middle), **stroke_of(theme, track))
        draw_sample(canvas, theme, track.look, (heads.x + unit * 2.25, middle), hollow=False)
        place = Box(heads.x + unit * 5, y + unit / 2, room, 0)
        write_block(canvas, track.line.title, place, size, theme.text, bold=True)
        for cell, feeling in zip(cells, feelings, strict=True):
            if feeling:
                box = Box(cell.x + unit / 2, y, cell.width - unit, height)
                _draw_pill(canvas, theme, feeling, box, lang)
        y += height + unit * 0.75
    return y


def _draw_pill(canvas: Canvas, theme: Theme, feeling: Feeling, box: Box, lang: str) -> None:
    unit, colour = theme.spacing.unit, theme.muted
    if feeling.height is not None:
        step = theme.step(feeling.height)
        colour = step.on_tint
        if feeling.confidence == "assumed":
            canvas.draw_box(box, radius=unit * 0.75, fill="none", stroke=step.solid, stroke_dasharray="4 3")
        else:
            canvas.draw_box(box, radius=unit * 0.75, fill=step.tint)
    place = Box(box.x + unit / 2, box.y + unit / 2, box.width - unit, 0)
    write_feeling(canvas, feeling, place, theme.type.small, colour, lang=lang)
