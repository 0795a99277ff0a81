"""The heat map of a portfolio: journeys against phases, each place in the colour of its mean feeling."""

from collections.abc import Iterator

from journeymap.model import Portfolio
from journeymap.model.claims import Number
from journeymap.model.summaries import DEFAULT_WORDS, score_label
from journeymap.rendering.canvas import Canvas, Drawing
from journeymap.rendering.charts.frame import (
    LEADING,
    REVIEWED,
    Sign,
    block_height,
    close_chart,
    draw_signs,
    language_of,
    margin_of,
    open_chart,
    write_block,
)
from journeymap.rendering.charts.heat import Heat, HeatGrid, HeatRow, measure_heat, pick_worst
from journeymap.rendering.dates import write_day
from journeymap.rendering.geometry import Box, Point
from journeymap.rendering.map.words import quote_title
from journeymap.rendering.metrics import one_line
from journeymap.rendering.naming import write_score
from journeymap.rendering.tables.cells import Cell, Told, strip_cell, tell_cell, told
from journeymap.rendering.tables.spelling import score_cell
from journeymap.rendering.tables.table import Column, Table
from journeymap.rendering.templating import marked, marked_count, translate, translate_count
from journeymap.themes.theme import Step, Theme

TITLE = marked("How journeys feel, phase by phase")
WHOLE = marked("Whole journey")
JOURNEY = marked("Journey")
NO_TOUCHPOINTS = marked("no touchpoints")
NOT_SCORED = marked("not scored")
ASSUMED = marked("assumed only")
TOUCHPOINTS = marked_count("%(count)s touchpoint", "%(count)s touchpoints")
STATES = {"future": marked("Future state"), "ideal": marked("Ideal state")}
DASH = "\N{EN DASH}"
MOST = 40
"""How many journeys the picture shows at most, those that feel worst; the table has them all."""


def draw_portfolio_heatmap(portfolio: Portfolio, *, theme: Theme) -> Drawing:
    """Return the heat map of the journeys of a portfolio; of very many, those that feel worst."""
    return _Picture(portfolio, theme).draw()


def tabulate_heatmap(portfolio: Portfolio) -> Table:
    """Return the values of the heat map as a table: a row for each journey, its mean feeling a phase.

    A phase that a journey does not touch is an empty cell; one where nothing is scored says so.
    """
    lang = language_of(portfolio)
    grid = measure_heat(portfolio, lang=lang)
    plain = measure_heat(portfolio, lang="en").phases
    means = tuple(map(told, (*plain, WHOLE), (*grid.phases, translate(WHOLE, lang=lang))))
    columns = (
        Column(translate(JOURNEY, lang=lang), plain=translate(JOURNEY, lang="en")),
        *(Column(title, numeric=True, plain=each) for title, each in zip(grid.phases, plain, strict=True)),
        Column(translate(WHOLE, lang=lang), numeric=True, plain=translate(WHOLE, lang="en")),
        Column(translate(marked("Touchpoints"), lang=lang), numeric=True, plain="Touchpoints"),
        Column(translate(marked("Assumed only"), lang=lang), plain="Assumed only"),
    )
    rows = tuple(_tabulate(row, means, lang) for row in grid.rows)
    return Table("heatmap", translate(TITLE, lang=lang), columns, rows)


def _tabulate(row: HeatRow, titles: tuple[str | Told, ...], lang: str) -> tuple[Cell, ...]:
    heats = (*row.cells, row.whole)
    assumed = [title for title, heat in zip(titles, heats, strict=True) if heat.assumed]
    both = (", ".join(str(read(each)) for each in assumed) for read in (strip_cell, tell_cell))
    means = (_mean_cell(heat, lang) for heat in heats)
    return (row.journey.title, *means, row.whole.touchpoints, told(*both))


def _mean_cell(heat: Heat, lang: str) -> Cell:
    if heat.score is None:
        plain, words = (translate(NOT_SCORED, lang=each) for each in ("en", lang))
        return "" if heat.is_empty else told(plain, words)
    return score_cell(heat.score, lang)


class _Picture:
    """One picture in the making."""

    def __init__(self, portfolio: Portfolio, theme: Theme) -> None:
        self.portfolio = portfolio
        self.theme = theme
        self.lang = language_of(portfolio)
        self.grid: HeatGrid = pick_worst(measure_heat(portfolio, lang=self.lang), MOST)
        unit = theme.spacing.unit
        count = len(self.grid.phases) + 1
        self.gap = unit * 0.75
        self.pad = unit * 2.5
        self.head = unit * 26
        self.cell = max(unit * 13, min(unit * 17, unit * 85 / count))
        self.width = 2 * margin_of(theme) + self.head + count * (self.cell + self.gap) + unit
        self.least = unit * 70
        self.width = max(self.width, self.least)
        title = portfolio.workspace.title or self.say(marked("Journey maps"))
        self.canvas, self.y = open_chart(theme, self.width, self.lang, title, self.say(TITLE))

    def draw(self) -> Drawing:
        """Return the picture."""
        self._draw_heads()
        for row in self.grid.rows:
            self._draw_row(row)
        unit = self.theme.spacing.unit
        margin = margin_of(self.theme)
        place = Box(margin, self.y + unit * 1.5, self.width - 2 * margin, 0)
        bottom = draw_signs(self.canvas, self.theme, tuple(self._signs()), place)
        return close_chart(
            self.canvas,
            self.theme,
            bottom,
            self._source(),
            self.lang,
            name=f"heatmap-{self.theme.name}",
            title=one_line(self.portfolio.workspace.title) or self.say(TITLE),
            about=self._describe(),
        )

    def say(self, text: str) -> str:
        return translate(text, lang=self.lang)

    def _columns(self) -> Iterator[tuple[float, str]]:
        """Yield where each column starts, and its title; the whole journey stands a little apart."""
        x = margin_of(self.theme) + self.head
        for title in self.grid.phases:
            yield x, title
            x += self.cell + self.gap
        yield x + self.theme.spacing.unit, self.say(WHOLE)

    def _draw_heads(self) -> None:
        size, unit = self.theme.type.body, self.theme.spacing.unit
        width = self.cell
        columns = tuple(self._columns())
        height = max(block_height(title, width, size, bold=True) for _, title in columns)
        for x, title in columns:
            y = self.y + height - block_height(title, width, size, bold=True)
            place = Box(x, y, width, 0)
            write_block(self.canvas, title, place, size, self.theme.text, bold=True, anchor="middle")
        self.y += height + unit

    def _draw_row(self, row: HeatRow) -> None:
        type_, unit = self.theme.type, self.theme.spacing.unit
        margin, width = margin_of(self.theme), self.head - 2 * unit
        state = self.say(STATES[row.journey.state]) if row.journey.state in STATES else ""
        name = block_height(row.journey.title, width, type_.body, bold=True)
        name += block_height(state, width, type_.small)
        heats = (*row.cells, row.whole)
        height = max(name, *(self._height_of(heat) for heat in heats)) + unit * 1.25
        y = self.y + (height - name) / 2
        y = write_block(
            self.canvas,
            row.journey.title,
            Box(margin, y, width, 0),
            type_.body,
            self.theme.text,
            bold=True,
        )
        write_block(self.canvas, state, Box(margin, y, width, 0), type_.small, self.theme.muted)
        for (x, _), heat in zip(self._columns(), heats, strict=True):
            self._draw_cell(heat, Box(x, self.y, self.cell, height))
        self.y += height + self.gap

    def _texts(self, heat: Heat) -> Iterator[tuple[str, float, bool]]:
        """Yield the texts of a place with their sizes, and whether they are bold."""
        type_ = self.theme.type
        if heat.is_empty:
            yield DASH, type_.heading, False
            return
        if heat.score is None:
            yield self.say(NOT_SCORED), type_.small, False
        else:
            yield write_score(heat.score, lang=self.lang), type_.heading, True
            words = [self.say(word) for word in DEFAULT_WORDS]
            scale = self.portfolio.workspace.emotion_scale
            yield score_label(scale, heat.score, words), type_.small, False
        yield translate_count(*TOUCHPOINTS, heat.touchpoints, lang=self.lang), type_.small, False

    def _height_of(self, heat: Heat) -> float:
        width = self.cell - self.pad
        return sum(block_height(text, width, size, bold=bold) for text, size, bold in self._texts(heat))

    def _draw_cell(self, heat: Heat, box: Box) -> None:
        theme = self.theme
        colour = theme.muted
        if heat.score is not None:
            step = self._step(heat.score)
            _draw_tint(self.canvas, theme, step, box, assumed=heat.assumed)
            colour = step.on_tint
        elif not heat.is_empty:
            self.canvas.draw_box(box, radius=theme.spacing.unit * 0.75, fill="none", stroke=theme.line)
        y = box.y + (box.height - self._height_of(heat)) / 2
        for text, size, bold in self._texts(heat):
            place = Box(box.x + self.pad / 2, y, box.width - self.pad, 0)
            y = write_block(self.canvas, text, place, size, colour, bold=bold, anchor="middle")

    def _step(self, score: Number) -> Step:
        return self.theme.step(self.portfolio.workspace.emotion_scale.canonical(score))

    def _signs(self) -> Iterator[Sign]:
        """Yield the signs that this heat map uses."""
        heats = [heat for row in self.grid.rows for heat in (*row.cells, row.whole)]
        unit = self.theme.spacing.unit
        for step, word in zip(self.theme.emotions, DEFAULT_WORDS, strict=True):
            yield Sign(self.say(word), unit * 3, _Swatch(self.theme, step))
        if any(heat.assumed for heat in heats):
            neutral = self.theme.emotions[2]
            yield Sign(self.say(ASSUMED), unit * 3, _Swatch(self.theme, neutral, assumed=True))
        if any(heat.is_empty for heat in heats):
            yield Sign(self.say(NO_TOUCHPOINTS), unit * 1.5, self._draw_dash)

    def _draw_dash(self, canvas: Canvas, point: Point) -> None:
        size = self.theme.type.heading
        place = Box(point[0], point[1] - size * LEADING / 2, self.theme.spacing.unit * 1.5, 0)
        write_block(canvas, DASH, place, size, self.theme.muted)

    def _source(self) -> str:
        """Return what the numbers are, and when the journeys were reviewed."""
        parts = [self.say(marked("Mean feeling of all touchpoints on a scale from %(low)s to %(high)s"))]
        scale = self.portfolio.workspace.emotion_scale
        low, high = (write_score(score, lang=self.lang) for score in (scale.min, scale.max))
        parts[0] %= {"low": low, "high": high}
        if cut := self._say_cut():
            parts.insert(0, cut)
        reviewed = (row.journey.reviewed for row in self.grid.rows if row.journey.reviewed)
        days = [day.text for iso in sorted(reviewed) if (day := write_day(iso, lang=self.lang))]
        if days:
            span = days[0] if days[0] == days[-1] else f"{days[0]} {DASH} {days[-1]}"
            parts.append(self.say(REVIEWED) % {"day": span})
        return " · ".join(parts)

    def _say_cut(self) -> str:
        """Return that there are more journeys than are shown, or nothing."""
        count = len(self.portfolio.journeys)
        if count == len(self.grid.rows):
            return ""
        words = self.say(marked("The %(most)d journeys of %(count)d that feel worst"))
        return words % {"most": len(self.grid.rows), "count": count}

    def _describe(self) -> str:
        """Return the heat map in a sentence or two, for those who do not see it."""
        journeys = self._say_cut() or translate_count(
            *marked_count("%(count)s journey", "%(count)s journeys"), len(self.grid.rows), lang=self.lang
        )
        phases = ", ".join(map(one_line, self.grid.phases))
        several = len(self.grid.phases) > 1
        sentences = [f"{journeys} ({phases})." if several else f"{journeys}."]
        scale = self.portfolio.workspace.emotion_scale
        scored = [
            (scale.canonical(heat.score), row, title, heat.score)
            for row in self.grid.rows
            for heat, title in zip(row.cells, self.grid.phases, strict=True)
            if heat.score is not None
        ]
        if scored:
            _, row, title, score = min(scored, key=lambda each: each[0])
            name = quote_title(one_line(row.journey.title), lang=self.lang)
            place = f"{name}, {one_line(title)}" if several else name
            lowest = self.say(marked("Lowest point"))
            sentences.append(f"{lowest}: {place}, {write_score(score, lang=self.lang)}.")
        return " ".join(sentences)


class _Swatch:
    """Draws a sample of a tint."""

    def __init__(self, theme: Theme, step: Step, *, assumed: bool = False) -> None:
        self.theme = theme
        self.step = step
        self.assumed = assumed

    def __call__(self, canvas: Canvas, point: Point) -> None:
        unit = self.theme.spacing.unit
        box = Box(point[0], point[1] - unit, unit * 3, unit * 2)
        _draw_tint(canvas, self.theme, self.step, box, assumed=self.assumed)


def _draw_tint(canvas: Canvas, theme: Theme, step: Step, box: Box, *, assumed: bool) -> None:
    """Draw the ground of a place; a bar of the strong colour keeps steps apart that are pale alike."""
    unit = theme.spacing.unit
    radius = unit * 0.75
    if assumed:
        canvas.draw_hatch(box, stroke=step.tint, stroke_width=3)
        canvas.draw_box(box, radius=radius, fill="none", stroke=step.solid, stroke_dasharray="4 3")
    else:
        canvas.draw_box(box, radius=radius, fill=step.tint)
    bar = Box(box.x + unit / 2, box.y + unit / 2, unit / 2, box.height - unit)
    canvas.draw_box(bar, radius=unit / 4, fill=step.solid)
