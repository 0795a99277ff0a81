"""The journey map as a picture that explains itself: on a wall, in a deck, in a pull request.

Everything is measured before it is drawn: columns from what stands in them, rows from wrapped lines. The
finished picture passes the same allowlist as a stranger's would.
"""

from collections.abc import Iterator

from journeymap.model import Journey, Portfolio
from journeymap.rendering.canvas import Canvas, Drawing
from journeymap.rendering.geometry import Box
from journeymap.rendering.map.cells import ASCENT, LaidCell, draw_cell, lay_cell, leading_of
from journeymap.rendering.map.facts import draw_facts
from journeymap.rendering.map.feeling import AROUND, lay_feelings, name_lines
from journeymap.rendering.map.frame import facts_about, facts_behind
from journeymap.rendering.map.grid import choose_grid
from journeymap.rendering.map.heads import draw_stages, draw_title, draw_touchpoints
from journeymap.rendering.map.journey_map import JourneyMap, MapLane, Zone, draw_map
from journeymap.rendering.map.legend import draw_legend
from journeymap.rendering.map.plot import draw_feelings
from journeymap.rendering.map.views import MapPlan, choose_plan
from journeymap.rendering.map.words import describe_map
from journeymap.rendering.metrics import one_line, wrap
from journeymap.rendering.templating import direction
from journeymap.rendering.words import word_for
from journeymap.themes.theme import Theme


def draw_journey_map(
    portfolio: Portfolio,
    journey: Journey,
    *,
    theme: Theme,
    view: str = "",
    lanes: tuple[str, ...] = (),
    personas: tuple[str, ...] = (),
) -> Drawing:
    """Return the map of a journey: a view of it, or the lanes and personas that are named.

    Raises ``RenderingError`` for a view, lane or persona that is not there.
    """
    plan = choose_plan(portfolio, journey, view=view, lanes=lanes, personas=personas)
    lang = journey.lang or portfolio.workspace.lang
    drawn = draw_map(portfolio, journey, lang=lang, plan=plan)
    return _Picture(portfolio, drawn, plan, theme, lang).draw()


class _Picture:
    """One picture in the making, from top to bottom."""

    def __init__(
        self, portfolio: Portfolio, drawn: JourneyMap, plan: MapPlan, theme: Theme, lang: str
    ) -> None:
        self.portfolio = portfolio
        self.drawn = drawn
        self.plan = plan
        self.theme = theme
        self.lang = lang
        self.unit = theme.spacing.unit
        felt = tuple(lane.line for lane in drawn.lanes if lane.line)
        self.grid = choose_grid(drawn, plan, theme, names=name_lines(felt, lang))
        self.canvas = Canvas(self.grid.width, mirrored=direction(lang) == "rtl")
        self.y = self.grid.margin
        self.bands: list[tuple[float, float]] = []
        self.begun = self.opened = 0.0

    def draw(self) -> Drawing:
        """Return the picture."""
        journey, grid, theme = self.drawn.journey, self.grid, self.theme
        self._draw_head()
        self.y = draw_stages(self.canvas, theme, self.drawn, grid, self.y)
        self.begun = self.y + self.unit / 2
        self.y = draw_touchpoints(self.canvas, theme, self.drawn, grid, self.y)
        seen: set[str] = set()
        for zone in self.drawn.zones:
            self._draw_zone(zone, seen)
            seen.add(zone.id)
        self._divide_stages()
        self._draw_foot()
        return self.canvas.finish(
            float(round(self.y + grid.margin)),
            name=f"map-{journey.id}-{self.plan.name}-{theme.name}",
            title=one_line(journey.title),
            about=one_line(describe_map(journey, lang=self.lang)),
            lang=self.lang,
            role="img",
            background=theme.background,
            fonts=theme.type.family,
        )

    @property
    def _page(self) -> Box:
        return Box(self.grid.margin, self.y, self.grid.width - 2 * self.grid.margin, 1e6)

    def _draw_head(self) -> None:
        journey = self.drawn.journey
        words = (word_for("state", journey.state, lang=self.lang), self.plan.title)
        self.y = draw_title(
            self.canvas, self.theme, journey.title, " · ".join(filter(None, words)), self._page
        )
        facts = tuple(facts_about(self.portfolio, journey, self.plan.personas, self.lang))
        if facts:
            self.y += 2 * self.unit
            self.y = draw_facts(self.canvas, self.theme, facts, self._page, large=True)
        self.y += 3 * self.unit

    def _draw_zone(self, zone: Zone, seen: set[str]) -> None:
        """Draw the lanes of a zone below its line; what steers is only set apart from a blueprint."""
        if zone.line and (zone.id != "steering" or seen - {"customer"}):
            self._draw_line_of(zone)
        feelings = tuple(lane for lane in zone.lanes if lane.line)
        for lane in zone.lanes:
            if lane.line is None:
                self._draw_lane(lane)
            elif lane is feelings[0]:
                self._draw_feelings(lane.title)

    def _draw_line_of(self, zone: Zone) -> None:
        """Draw a line of the blueprint: its name, then dashes across the map."""
        size = self.theme.type.small
        grid = self.grid
        height = leading_of(size) + 10
        lines = wrap(zone.line, grid.right - grid.margin, size, bold=True)
        height += leading_of(size) * (len(lines) - 1)
        self._end_band(height)
        where = (grid.margin, self.y + 6 + round(size * ASCENT))
        self.canvas.draw_line(
            (grid.margin, self.y + 2),
            (grid.right, self.y + 2),
            stroke=self.theme.border,
            stroke_width=1.5,
            stroke_dasharray=None if zone.id == "steering" else "7 5",
        )
        self.canvas.write_text(
            lines,
            where,
            size,
            leading=leading_of(size),
            bold=True,
            within=Box(grid.margin, self.y, grid.right - grid.margin, height),
            fill=self.theme.muted,
        )
        self.y += height
        self.opened = self.y

    def _draw_lane(self, lane: MapLane) -> None:
        grid, theme = self.grid, self.theme
        cells = [lay_cell(cell, grid.inner, theme, lang=self.lang) for cell in lane.cells]
        size = theme.type.body
        title = wrap(one_line(lane.title), grid.titles - grid.pad, size, bold=True) or ("",)
        height = max(leading_of(size) * len(title), *(cell.height for cell in cells))
        if self.y != self.opened:
            self._rule()
        pad = grid.pad
        self._draw_cells(title, cells, self.y + pad, height)
        self.y += height + 2 * pad

    def _draw_cells(self, title: tuple[str, ...], cells: list[LaidCell], top: float, height: float) -> None:
        grid, theme = self.grid, self.theme
        size = theme.type.body
        self.canvas.write_text(
            title,
            (grid.margin, top + round(size * ASCENT)),
            size,
            leading=leading_of(size),
            bold=True,
            within=grid.title_cell(top, height),
            fill=theme.text,
        )
        self.canvas.open_group(font_size=size, fill=theme.text)
        for column, cell in enumerate(cells):
            draw_cell(self.canvas, theme, cell, grid.cell(column, top, height))
        self.canvas.close_group()

    def _rule(self) -> None:
        """Draw the hairline above a lane."""
        grid = self.grid
        self.canvas.draw_line((grid.margin, self.y), (grid.right, self.y), stroke=self.theme.line)

    def _draw_feelings(self, title: str) -> None:
        lane = lay_feelings(self.portfolio, self.drawn.lines, title, self.grid, self.theme, lang=self.lang)
        borders = tuple(self._borders())
        height = lane.height + 2 * AROUND
        draw_feelings(self.canvas, self.theme, lane, self.grid, self.y + AROUND, borders)
        self._end_band(height)
        self.y += height

    def _end_band(self, height: float = 0) -> None:
        """Note where lanes are broken off by something of a height."""
        self.bands.append((self.begun, self.y))
        self.begun = self.y + height

    def _divide_stages(self) -> None:
        """Draw the hairlines between stages, but not over the curve nor through the names of lines."""
        self._end_band()
        self.canvas.open_group(stroke=self.theme.line)
        for x in self._borders():
            for top, bottom in self.bands:
                self.canvas.draw_line((x, top), (x, bottom), stroke=self.theme.line)
        self.canvas.close_group()

    def _borders(self) -> Iterator[float]:
        """Yield where a stage meets the next one."""
        column = 0
        for span in self.drawn.stages[:-1]:
            column += span.width
            yield self.grid.x(column)

    def _draw_foot(self) -> None:
        self._rule()
        self.y += 2 * self.unit
        self.y = draw_legend(self.canvas, self.theme, self.drawn, self._page, lang=self.lang)
        facts = tuple(facts_behind(self.portfolio, self.drawn.journey, self.lang))
        if facts:
            self.y += 2 * self.unit
            self.y = draw_facts(self.canvas, self.theme, facts, self._page)
