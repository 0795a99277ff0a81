"""The opportunity matrix: value against effort, and below it the list of all that has a number in it."""

from collections.abc import Iterator

from journeymap.model import Journey, Portfolio
from journeymap.model.claims import Number
from journeymap.model.priorities import FORMULAS, MIDDLE
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.canvas import Anchor, Drawing, Paint
from journeymap.rendering.charts.frame import (
    LEADING,
    Sign,
    block_height,
    close_chart,
    draw_signs,
    language_of,
    margin_of,
    open_chart,
    write_block,
    write_lines,
    write_source,
)
from journeymap.rendering.charts.markers import StatusMarker
from journeymap.rendering.charts.opportunities import (
    QUADRANTS,
    Placed,
    describe_placed,
    place_opportunities,
    rank_opportunities,
    tabulate_placed,
)
from journeymap.rendering.charts.opportunity_list import draw_list
from journeymap.rendering.charts.spots import Label, place_labels, spread_markers
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.metrics import one_line
from journeymap.rendering.tables.table import Table
from journeymap.rendering.templating import marked, translate
from journeymap.rendering.words import WORDS
from journeymap.themes.theme import Theme

TITLE = marked("Opportunities by value and effort")
NONE = marked("There are no opportunities.")
HIGHEST = 5
DOT = 3.0
"""The radius of the dot that shows where markers that make room for each other belong."""
MOST = 40
"""How many opportunities of a portfolio the matrix shows: more could not be told apart."""


def tabulate_portfolio(portfolio: Portfolio) -> Table:
    """Return the values of the matrix of all journeys as a table, opportunities in order of rank."""
    lang = language_of(portfolio)
    placed = tuple(one.placed for one in rank_opportunities(portfolio))
    return tabulate_placed(placed, translate(TITLE, lang=lang), lang=lang)


class Matter(NamedTuple):
    """What a matrix is about: opportunities in their places, whose they are, what they rest on."""

    name: str
    title: str
    placed: tuple[Placed, ...]
    source: str
    lang: str


def draw_opportunity_matrix(portfolio: Portfolio, journey: Journey, *, theme: Theme) -> Drawing:
    """Return the opportunities of a journey as a matrix of value against effort, and a list of them."""
    return _Picture(_gather(portfolio, journey), theme, bare=False).draw()


def draw_bare_matrix(portfolio: Portfolio, journey: Journey, *, theme: Theme) -> Drawing:
    """Return the matrix for a page that has the title above it and the list below."""
    return _Picture(_gather(portfolio, journey), theme, bare=True).draw()


def draw_portfolio_matrix(portfolio: Portfolio, *, theme: Theme) -> Drawing:
    """Return the opportunities of all journeys as a matrix and a list; of many those that rank best."""
    return _Picture(_gather_all(portfolio), theme, bare=False).draw()


def draw_bare_portfolio_matrix(portfolio: Portfolio, *, theme: Theme) -> Drawing:
    """Return the matrix of all journeys for a page that has the title above it and the list below."""
    return _Picture(_gather_all(portfolio), theme, bare=True).draw()


def tabulate_opportunities(portfolio: Portfolio, journey: Journey) -> Table:
    """Return the values of the matrix as a table."""
    lang = language_of(portfolio, journey)
    placed = place_opportunities(portfolio, journey)
    return tabulate_placed(placed, translate(TITLE, lang=lang), lang=lang)


def _gather(portfolio: Portfolio, journey: Journey) -> Matter:
    lang = language_of(portfolio, journey)
    source = write_source(portfolio, journey, lang=lang)
    placed = place_opportunities(portfolio, journey)
    name = f"matrix-{journey.id}"
    return Matter(name, journey.title, placed, _join_sources(portfolio, source, lang), lang)


def _gather_all(portfolio: Portfolio) -> Matter:
    lang = language_of(portfolio)
    title = portfolio.workspace.title or translate(marked("Journey maps"), lang=lang)
    ranked = tuple(one.placed for one in rank_opportunities(portfolio))
    placed = tuple(one for one in ranked if one.quadrant)[:MOST]
    # Where all can be shown, those without a place stand in the list, too.
    shown = ranked if len(ranked) <= MOST else placed
    return Matter("matrix", title, shown, _join_sources(portfolio, "", lang), lang)


def _join_sources(portfolio: Portfolio, source: str, lang: str) -> str:
    """Return how the score comes about, and what else the numbers rest on."""
    formula = FORMULAS.get(portfolio.workspace.opportunity_score)
    words = translate(marked("Score: %(formula)s"), lang=lang)
    score = words % {"formula": translate(formula.title, lang=lang)} if formula else ""
    return " · ".join(filter(None, (score, source)))


class _Picture:
    """One picture in the making."""

    def __init__(self, matter: Matter, theme: Theme, *, bare: bool) -> None:
        self.bare = bare
        self.matter = matter
        self.theme = theme
        self.lang = matter.lang
        self.placed = matter.placed
        unit = theme.spacing.unit
        self.width = unit * 120
        headings = ("", "") if bare else (matter.title, self.say(TITLE))
        self.canvas, self.y = open_chart(theme, self.width, self.lang, *headings)
        margin = margin_of(theme)
        self.size = unit * 3.25
        height = unit * 62
        self.y += theme.type.small * LEADING + unit / 2
        self.plot = Box(margin + unit * 3, self.y, self.width - 2 * margin - unit * 3, height)
        # The names of the corners have a strip of their own, which no marker reaches.
        across, down = unit * 3.5, unit + max(map(self._name_height, QUADRANTS.values())) + self.size / 2
        self.scale = Box(
            self.plot.x + across, self.plot.y + down, self.plot.width - 2 * across, height - 2 * down
        )

    def draw(self) -> Drawing:
        """Return the picture."""
        unit, margin = self.theme.spacing.unit, margin_of(self.theme)
        if not self.placed:
            place = Box(margin, self.plot.y, self.width - 2 * margin, 0)
            text, size = self.say(NONE), self.theme.type.body
            return self._close(write_block(self.canvas, text, place, size, self.theme.text) + unit)
        names = self._draw_grid()
        self._draw_markers(names)
        y = self.plot.bottom + unit * 5
        y = draw_signs(
            self.canvas,
            self.theme,
            tuple(self._signs()),
            Box(margin, y, self.width - 2 * margin, 0),
        )
        return self._close(y if self.bare else self._draw_list(y + unit * 1.5))

    def _close(self, bottom: float) -> Drawing:
        return close_chart(
            self.canvas,
            self.theme,
            bottom,
            "" if self.bare else self.matter.source,
            self.lang,
            name=f"{self.matter.name}-{self.theme.name}",
            title=f"{one_line(self.matter.title)}: {self.say(TITLE)}",
            about=describe_placed(self.placed, lang=self.lang) or self.say(NONE),
        )

    def say(self, text: str) -> str:
        return translate(text, lang=self.lang)

    def _at(self, effort: Number, value: Number) -> Point:
        """Return the place of an effort and a value; what is off the scale stands at its end."""
        across, up = (min(max(float(number), 0.0), HIGHEST) / HIGHEST for number in (effort, value))
        scale = self.scale
        return scale.x + across * scale.width, scale.bottom - up * scale.height

    def _draw_grid(self) -> list[Box]:
        """Draw corners, axes and their words; return the boxes of the corners' names."""
        canvas, theme, plot, unit = self.canvas, self.theme, self.plot, self.theme.spacing.unit
        centre = self._at(MIDDLE, MIDDLE)
        best = Box(plot.x, plot.y, centre[0] - plot.x, centre[1] - plot.y)
        canvas.draw_box(plot, fill=theme.surface)
        canvas.draw_box(best, fill=theme.emotions[4].tint)
        for tick in range(HIGHEST + 1):
            x, y = self._at(tick, tick)
            # The names of the corners stand above and below these lines, not on them.
            reach = self.size / 2
            canvas.draw_line((x, self.scale.y - reach), (x, self.scale.bottom + reach), stroke=theme.line)
            canvas.draw_line((plot.x, y), (plot.right, y), stroke=theme.line)
        dashes: dict[str, Paint] = {"stroke": theme.border, "stroke_dasharray": "5 4"}
        canvas.draw_line((centre[0], plot.y), (centre[0], plot.bottom), **dashes)
        canvas.draw_line((plot.x, centre[1]), (plot.right, centre[1]), **dashes)
        self._write_axes()
        names = []
        for quadrant, name in QUADRANTS.items():
            anchor: Anchor = "start" if quadrant in {"quick-win", "fill-in"} else "end"
            width, height = plot.width / 2 - 2 * unit, self._name_height(name)
            x = plot.x + unit if anchor == "start" else plot.right - unit - width
            above = quadrant in {"quick-win", "big-bet"}
            y = plot.y + unit / 2 if above else plot.bottom - unit / 2 - height
            place = Box(x, y, width, 0)
            tint = theme.emotions[4]
            ink, ground = (
                (tint.on_tint, tint.tint) if quadrant == "quick-win" else (theme.muted, theme.surface)
            )
            words, size = self.say(name), theme.type.heading
            write_block(canvas, words, place, size, ink, bold=True, anchor=anchor, ground=ground)
            names.append(self.canvas.texts[-1].box)
        return names

    def _name_height(self, name: str) -> float:
        """Return the height that the name of a corner takes."""
        width = self.plot.width / 2 - 2 * self.theme.spacing.unit
        return block_height(self.say(name), width, self.theme.type.heading, bold=True)

    def _write_axes(self) -> None:
        theme, plot, unit = self.theme, self.plot, self.theme.spacing.unit
        size = theme.type.small
        line = size * LEADING
        for tick in range(HIGHEST + 1):
            x, y = self._at(tick, tick)
            side = Box(plot.x - unit * 3, y - line / 2, unit * 2.25, 0)
            write_lines(self.canvas, (str(tick),), side, size, theme.muted, anchor="end")
            below = Box(x - unit * 2, plot.bottom + unit / 2, unit * 4, 0)
            write_lines(self.canvas, (str(tick),), below, size, theme.muted, anchor="middle")
        start = margin_of(theme)
        top = Box(start, plot.y - line - unit, plot.right - start, 0)
        words = self.say(marked("Value: mean of customer and business value, 0 to 5"))
        write_block(self.canvas, words, top, size, theme.text, bold=True)
        below = Box(plot.x, plot.bottom + unit / 2 + line, plot.width, 0)
        write_block(
            self.canvas,
            self.say(marked("Effort, 0 to 5")),
            below,
            size,
            theme.text,
            bold=True,
            anchor="end",
        )

    def _draw_markers(self, names: list[Box]) -> None:
        shown = [one for one in self.placed if one.quadrant]
        points = [self._at(one.opportunity.effort or 0, one.value or 0) for one in shown]
        spots = spread_markers(points, self.size + 2, self.plot, taken=names)
        moved = [(point, spot) for point, spot in zip(points, spots, strict=True) if point != spot]
        x, y = self._at(MIDDLE, MIDDLE)
        unit, plot = self.theme.spacing.unit, self.plot
        divide = (
            Box(x - unit / 2, plot.y, unit, plot.height),
            Box(plot.x, y - unit / 2, plot.width, unit),
        )
        titles = [one.opportunity.title for one in shown]
        size = self.theme.type.small
        taken = [*names, *(Box(point[0] - DOT, point[1] - DOT, 2 * DOT, 2 * DOT) for point, _ in moved)]
        labels = place_labels(titles, spots, self.size, size, taken=taken, avoided=divide, within=self.plot)
        muted = self.theme.muted
        for point, spot in moved:
            self.canvas.draw_line(point, spot, stroke=muted)
        for point in dict.fromkeys(point for point, _ in moved):
            self.canvas.draw_circle(point, DOT, fill=muted)
        for spot, label in zip(spots, labels, strict=True):
            if label and label.leader:
                self.canvas.draw_line(spot, label.leader, stroke=muted)
        for one, spot, label in zip(shown, spots, labels, strict=True):
            StatusMarker(self.theme, one.opportunity.status, self.size).draw(
                self.canvas, spot, str(one.number)
            )
            if label:
                self._write_label(label)

    def _write_label(self, label: Label) -> None:
        """Write a label; the ground around its letters hides the lines it crosses."""
        theme, box, size = self.theme, label.box, self.theme.type.small
        middle = self._at(MIDDLE, MIDDLE)
        inside = box.right <= middle[0] and box.bottom <= middle[1]
        outside = box.x >= middle[0] or box.y >= middle[1]
        # A label that stands on two grounds hides neither.
        ground = theme.emotions[4].tint if inside else theme.surface if outside else ""
        write_lines(self.canvas, label.lines, box, size, theme.text, anchor=label.anchor, ground=ground)

    def _signs(self) -> Iterator[Sign]:
        """Yield the states that these opportunities are in."""
        used = {one.opportunity.status for one in self.placed}
        for status, words in WORDS["progress"].items():
            if status in used:
                marker = StatusMarker(self.theme, status, self.theme.spacing.unit * 2)
                yield Sign(self.say(words), self.theme.spacing.unit * 2, marker.sample)

    def _draw_list(self, y: float) -> float:
        margin = margin_of(self.theme)
        place = Box(margin, y, self.width - 2 * margin, 0)
        return draw_list(self.canvas, self.theme, self.placed, place, self.size, lang=self.lang)
