"""The picture of a journey that messengers and networks show beside a link to it: title, curve, people.

It is read at the size of a thumb and seen by people who may know nothing of the journey: few words, large.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from journeymap.model import Journey, Portfolio
from journeymap.rendering.canvas import Canvas, Drawing
from journeymap.rendering.charts.frame import LEADING, write_lines
from journeymap.rendering.curve import Bezier, fit_curve, join_arcs
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.map.emotion_lines import draw_lines
from journeymap.rendering.map.signs import draw_marker
from journeymap.rendering.metrics import one_line, wrap
from journeymap.rendering.templating import direction
from journeymap.rendering.words import word_for
from journeymap.site.addresses import journey_path
from journeymap.site.drawing import mean_heights
from journeymap.site.plan import Plan, language_of
from journeymap.themes.choosing import LIGHT_NAME, choose_theme
from journeymap.themes.theme import Theme

CARD: Final = "card.png"
WIDTH, HEIGHT = 1200, 630
"""What networks ask for, in pixels; the drawing has half as many units, each two pixels wide."""

_WIDE, _HIGH = WIDTH / 2, HEIGHT / 2
_MARGIN: Final = 34.0
_ROOM: Final = _WIDE - 2 * _MARGIN
_SITE, _PEOPLE = 13.0, 14.0
_TITLES: Final = ((31.0, 2), (26.0, 3), (21.0, 3))
"""The sizes of a title, and how many lines it may have; the last one is cut where that is too few."""
_CURVE: Final = Box(_MARGIN + 10, 158, _ROOM - 20, 92)
_LOW, _HIGHEST = -2.0, 2.0
_FULL: Final = 16
"""How many points have faces; where there are more, only the extremes and the end do."""


class CardMaker:
    """Makes the cards of a site, or says once why it cannot."""

    def __init__(self) -> None:
        self._is_able = True

    def make_card(self, plan: Plan, journey: Journey) -> bytes | None:
        """Return the card of a journey as a PNG, or nothing where the typesetter is not installed."""
        if not self._is_able:
            return None
        from journeymap.rendering.documents.pixels import write_png

        drawing = draw_card(plan.portfolio, journey)
        memory, note = plan.options.memory, plan.options.on_note
        try:
            if memory:
                return memory.make_once(journey_path(journey.id), drawing, lambda: write_png(drawing))
            return write_png(drawing)
        except RenderingError as error:
            self._is_able = False
            if note:
                note(f"links to journeys have no pictures in previews: {error}; {error.help}")
            return None


def draw_card(portfolio: Portfolio, journey: Journey) -> Drawing:
    """Return the card of a journey."""
    theme = choose_theme(portfolio.workspace.theme, LIGHT_NAME)
    lang = language_of(portfolio, journey.lang)
    canvas = Canvas(_WIDE, mirrored=direction(lang) == "rtl")
    canvas.draw_box(Box(0, 0, _WIDE, 7), fill=theme.accent)
    states = (
        word_for(name, value, lang=lang)
        for name, value in (("state", journey.state), ("status", journey.status))
    )
    head = " · ".join(filter(None, (portfolio.workspace.title, *states)))
    y = _write(canvas, head, _MARGIN - 4, _Look(_SITE, theme.muted))
    _write_title(canvas, journey.title, y + 7, theme)
    heights = mean_heights(draw_lines(portfolio, journey, lang=lang))
    _draw_curve(canvas, heights, theme)
    people = " · ".join(persona.title for persona in portfolio.personas_of(journey))
    _write(canvas, people, _HIGH - 42, _Look(_PEOPLE, theme.text))
    return canvas.finish(
        _HIGH,
        name=f"card-{journey.id}",
        title=one_line(journey.title),
        about=one_line(people),
        lang=lang,
        role="img",
        background=theme.background,
        fonts=theme.type.family,
    )


class _Look(NamedTuple):
    """How a text looks: its size and colour, how many lines it has at most."""

    size: float
    colour: str
    most: int = 1
    bold: bool = False


def _write_title(canvas: Canvas, title: str, y: float, theme: Theme) -> None:
    """Write a title as large as it fits."""
    for size, most in _TITLES:
        look = _Look(size, theme.text, most, bold=True)
        if len(wrap(one_line(title), _ROOM, size, bold=True)) <= most:
            break
    _write(canvas, title, y, look)


def _write(canvas: Canvas, text: str, y: float, look: _Look) -> float:
    """Write a text from a height on, cut where it has more lines than it may; return where it ends."""
    lines = cut_lines(one_line(text), look.size, look.most, bold=look.bold)
    place = Box(_MARGIN, y, _ROOM, look.size * LEADING)
    return write_lines(canvas, lines, place, look.size, look.colour, bold=look.bold)


def cut_lines(text: str, size: float, most: int, *, bold: bool) -> tuple[str, ...]:
    """Return a text in lines, at most so many; where words are left over the last line says so."""
    lines = wrap(text, _ROOM, size, bold=bold)
    if len(lines) <= most:
        return lines
    last = lines[most - 1].rstrip()
    while last and len(wrap(f"{last}…", _ROOM, size, bold=bold)) > 1:
        last = last[:-1].rstrip()
    return (*lines[: most - 1], f"{last}…")


def _draw_curve(canvas: Canvas, heights: Sequence[float | None], theme: Theme) -> None:
    """Draw the curve over its zero line, each feeling a face; nothing but the line where nobody scored."""
    zero = _place(0.0, 0.0, 1)[1]
    canvas.draw_line((_MARGIN, zero), (_WIDE - _MARGIN, zero), stroke=theme.line, stroke_dasharray="5 4")
    last = max(1, len(heights) - 1)
    arcs = fit_curve(heights)
    for _, run in join_arcs(arcs, [False] * len(arcs)):
        points = [_place(*point, last) for point in _points(run)]
        canvas.draw_area(points, zero, fill=theme.surface)
        canvas.draw_curve(points, stroke=theme.text, stroke_width=3, stroke_linecap="round")
    for column in _marked(heights):
        height = heights[column]
        if height is not None:
            centre = _place(column, height, last)
            canvas.draw_circle(centre, 10, fill=theme.background)
            draw_marker(canvas, theme, 0, height, centre, 8.5, hollow=False)


def _points(run: Sequence[Bezier]) -> Iterator[Point]:
    yield run[0].start
    for arc in run:
        yield from arc[1:]


def _place(x: float, height: float, last: int) -> Point:
    y = _CURVE.y + (_HIGHEST - height) / (_HIGHEST - _LOW) * _CURVE.height
    return _CURVE.x + x / last * _CURVE.width, y


def _marked(heights: Sequence[float | None]) -> list[int]:
    """Return the columns whose feelings have faces."""
    known = [(height, column) for column, height in enumerate(heights) if height is not None]
    if len(known) <= _FULL:
        return [column for _, column in known]
    turns = {min(known)[1], max(known)[1], known[0][1], known[-1][1]}
    return sorted(turns)
