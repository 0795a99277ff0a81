"""One journey in a picture: bands of stages, two curves for each whose feelings changed, and what changed."""

from collections.abc import Iterator, Sequence

from journeymap.rendering.canvas import Canvas
from journeymap.rendering.charts.frame import LEADING, Sign, block_height, draw_signs, margin_of, write_block
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.map.lanes import LANES
from journeymap.rendering.map.signs import SIGN_SIZE, draw_sign
from journeymap.rendering.metrics import one_line
from journeymap.rendering.templating import marked, marked_count
from journeymap.reviewing.cells import mark_cells
from journeymap.reviewing.columns import Column, lay_columns
from journeymap.reviewing.curve_plot import draw_plot, paint_after, paint_before, plot_height
from journeymap.reviewing.dossier import Dossier
from journeymap.reviewing.feelings import FeltLine, compare_feelings
from journeymap.reviewing.journeys import JourneyReview, Mark
from journeymap.reviewing.mark_signs import draw_mark, remark_look, sample_of
from journeymap.reviewing.pen import Pen
from journeymap.reviewing.remarks import tell_journey
from journeymap.themes.theme import Theme

MOST_PLOTS = 4
MOST_LANES = 3
"""Lanes that are named below a step where something changed."""
GUTTER = 18
"""Units left of the columns, for the names of those who feel."""
MARK_WORDS: dict[Mark, str] = {
    "added": marked("Added"),
    "removed": marked("Removed"),
    "moved": marked("Moved"),
    "changed": marked("Changed"),
}


class JourneyPicture:
    """One journey in a picture: bands of stages, a plot for each whose feelings changed, what changed."""

    def __init__(self, dossier: Dossier, review: JourneyReview, theme: Theme, pen: Pen) -> None:
        self.dossier, self.review, self.theme, self.pen = dossier, review, theme, pen
        lines = compare_feelings(dossier, review, lang=pen.lang)
        changed = [line for line in lines if not line.is_same and line.has_curve]
        self.lines: Sequence[FeltLine] = changed[:MOST_PLOTS]
        self.lanes = self._name_lanes()
        self.margin = margin_of(theme)
        gutter = GUTTER * theme.spacing.unit if self.lines else 0.0
        self.start = self.margin + gutter
        self.layout = lay_columns(review.steps, theme, self.start)
        self.width = self.start + self.layout.width + self.margin

    def draw_head(self, canvas: Canvas, y: float, room: float) -> float:
        """Draw the title of the journey and what the change means; return where they end."""
        unit, theme = self.theme.spacing.unit, self.theme
        title = self.review.journey.title
        y = write_block(
            canvas, title, Box(self.margin, y, room, 0), theme.type.heading, theme.text, bold=True
        )
        for remark in tell_journey(self.dossier, self.review, self.pen):
            names = ", ".join(remark.details[:3])
            text = f"{remark.text}: {names}" if names else remark.text
            place = Box(self.margin + 2 * unit, y + unit / 2, room - 2 * unit, 0)
            middle = place.y + theme.type.body * LEADING / 2
            sign, colour = remark_look(theme, remark.mark)
            if sign:
                draw_sign(canvas, sign, (self.margin, middle - SIGN_SIZE / 2), colour)
            else:
                canvas.draw_circle((self.margin + SIGN_SIZE / 2, middle), unit * 0.3, fill=colour)
            y = write_block(canvas, text, place, theme.type.body, theme.text)
        return y

    def draw(self, canvas: Canvas, y: float) -> float:
        """Draw the journey from a height on; return where it ends."""
        unit, theme = self.theme.spacing.unit, self.theme
        if not self.layout.columns:
            return y
        size = theme.type.body
        heads = max(
            block_height(band.text, band.width - 2 * unit, size, bold=True) for band in self.layout.bands
        )
        top = y + heads + 2 * unit
        bottom = top + len(self.lines) * plot_height(theme) + unit
        feet = max(self._foot_height(column) for column in self.layout.columns)
        end = bottom + feet + unit
        self._draw_bands(canvas, y, end)
        self._draw_hatches(canvas, top, bottom)
        for number, line in enumerate(self.lines):
            place = Box(self.margin, top + number * plot_height(theme), self.layout.width, plot_height(theme))
            scale = self.dossier.after.workspace.emotion_scale
            draw_plot(canvas, theme, line, self.layout.columns, place, self.pen, scale)
        for column in self.layout.columns:
            self._draw_foot(canvas, column, bottom)
        legend = Box(self.start, end + unit, self.layout.width, 0)
        return draw_signs(canvas, theme, tuple(self._signs()), legend)

    def _draw_bands(self, canvas: Canvas, y: float, end: float) -> None:
        theme, unit = self.theme, self.theme.spacing.unit
        for number, band in enumerate(self.layout.bands):
            place = Box(band.x + unit / 4, y, band.width - unit / 2, end - y)
            ground = theme.background if number % 2 else theme.surface
            canvas.draw_box(place, radius=theme.spacing.radius, fill=ground, stroke=theme.line)
        for band in self.layout.bands:
            head = Box(band.x + unit, y + unit, band.width - 2 * unit, 0)
            write_block(canvas, band.text, head, theme.type.body, theme.text, bold=True)

    def _draw_hatches(self, canvas: Canvas, top: float, bottom: float) -> None:
        """Set off the columns of what came and of what is gone."""
        unit = self.theme.spacing.unit
        for column in self.layout.columns:
            if column.step.mark in ("added", "removed"):
                box = Box(column.x + unit / 2, top, column.width - unit, bottom - top)
                canvas.draw_hatch(box, 14, stroke=self.theme.line)

    def _foot_height(self, column: Column) -> float:
        if not column.is_wide:
            return 0.0
        theme, unit = self.theme, self.theme.spacing.unit
        width = column.width - unit
        title = block_height(column.step.touchpoint.title, width, theme.type.small, bold=True)
        note = block_height(self._note(column), width, theme.type.small)
        return unit * 3.5 + title + note

    def _draw_foot(self, canvas: Canvas, column: Column, y: float) -> None:
        """Draw the sign of what happened to a step, its title, and what that means."""
        if not column.is_wide:
            return
        theme, unit = self.theme, self.theme.spacing.unit
        draw_mark(canvas, theme, column.step.mark, (column.centre, y + unit * 1.25))
        place = Box(column.x + unit / 2, y + unit * 3, column.width - unit, 0)
        title, size = column.step.touchpoint.title, theme.type.small
        place = place._replace(
            y=write_block(canvas, title, place, size, theme.text, bold=True, anchor="middle")
        )
        write_block(canvas, self._note(column), place, size, theme.muted, anchor="middle")

    def _note(self, column: Column) -> str:
        """Return in few words what happened to a step, and to the pains of the customer there."""
        step = column.step
        if step.into:
            return self.pen.say(marked("now a part of %(name)s"), name=one_line(step.into.title))
        words = [] if step.mark == "changed" else [self.pen.say(MARK_WORDS[step.mark]).lower()]
        if step.mark != "removed":
            resolved, removed = self.review.split_pains(step.pair.resolved)
            counts = (
                (marked_count("%(count)d pain resolved", "%(count)d pains resolved"), len(resolved)),
                (marked_count("%(count)d pain removed", "%(count)d pains removed"), len(removed)),
                (marked_count("%(count)d new pain", "%(count)d new pains"), len(step.pair.new)),
            )
            words += [self.pen.say_count(forms, count) for forms, count in counts if count]
        if step.pair.before and step.pair.after:
            words += self.lanes[step.touchpoint.id][:MOST_LANES]
        return ", ".join(words)

    def _name_lanes(self) -> dict[str, list[str]]:
        """Return the lanes in which something else changed, by the id of the touchpoint."""
        steps = [step for step in self.review.steps if not step.is_same]
        named: dict[str, list[str]] = {step.touchpoint.id: [] for step in steps}
        for row in mark_cells(self.dossier, self.review, steps, self.pen):
            for step, cell in zip(steps, row.cells, strict=True):
                if cell and row.title != self.pen.say(LANES["pains"].title):
                    named[step.touchpoint.id].append(row.title)
        return named

    def _signs(self) -> Iterator[Sign]:
        unit, say = self.theme.spacing.unit, self.pen.say
        if self.lines:
            yield Sign(say(marked("before")), unit * 4, self._draw_before)
            yield Sign(say(marked("after")), unit * 4, self._draw_after)
        found = {step.mark for step in self.review.steps}
        for mark, word in MARK_WORDS.items():
            if mark in found:
                yield Sign(say(word), unit * 2.5, sample_of(self.theme, mark))

    def _draw_before(self, canvas: Canvas, point: Point) -> None:
        end = (point[0] + self.theme.spacing.unit * 4, point[1])
        canvas.draw_line(point, end, **paint_before(self.theme))

    def _draw_after(self, canvas: Canvas, point: Point) -> None:
        end = (point[0] + self.theme.spacing.unit * 4, point[1])
        canvas.draw_line(point, end, **paint_after(self.theme))
