"""The slides of a stage: its goal and mean feeling, its part of the curve, and a table of its touchpoints."""

from collections.abc import Iterator, Sequence

from journeymap.model import Portfolio
from journeymap.model.summaries import stage_score
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.documents.deck.cells import LABEL_LINES, say_entries, say_feeling
from journeymap.rendering.documents.deck.curves import MOST_LINES, Plot, draw_faces, draw_ground, draw_line
from journeymap.rendering.documents.deck.grid import ASIDE, Cell, Grid, Row, draw_grid, split_grid
from journeymap.rendering.documents.deck.layouts import footer_box, title_box
from journeymap.rendering.documents.deck.look import LEADING, SMALLEST, WIDTH, Look
from journeymap.rendering.documents.deck.remarks import list_remarks
from journeymap.rendering.documents.deck.shapes import Paint
from journeymap.rendering.documents.deck.slide import SlideCanvas
from journeymap.rendering.documents.deck.writing import Paragraph, Run, height_of, say, shorten, width_of
from journeymap.rendering.geometry import Box
from journeymap.rendering.map.emotion_lines import level_of
from journeymap.rendering.map.journey_map import JourneyMap, MapLane, StageSpan
from journeymap.rendering.map.lanes import STEERING
from journeymap.rendering.map.signs import line_colour
from journeymap.rendering.map.words import tell_feelings
from journeymap.rendering.metrics import one_line
from journeymap.rendering.templating import marked, translate
from journeymap.rendering.words import word_for

LANES = 124.0
"""The width of the column that names the lanes."""
STRIP = 72.0
"""The height of a stage's part of the curve."""
LINE_SIGNS = ("●", "■", "◆", "▲", "⬢")
"""The shape of each line's faces as a character."""
GOAL_LINES = 2
MOST_COLUMNS = 5
FEWEST_COLUMNS = 3


class _Part(NamedTuple):
    """What stands on a slide of a stage: columns, and their table in pages."""

    columns: range
    pages: tuple[Grid, ...]


def draw_stage(
    look: Look,
    portfolio: Portfolio,
    drawn: JourneyMap,
    span: StageSpan,
    start: int,
    *,
    footer: str,
    number: int,
) -> list[SlideCanvas]:
    """Draw the slides of a stage, whose columns begin at ``start``; the first one is ``number``."""
    parts = _divide(look, drawn, span, start)
    count = sum(len(part.pages) for part in parts)
    slides: list[SlideCanvas] = []
    for part in parts:
        for page, grid in enumerate(part.pages):
            canvas = SlideCanvas(look)
            pages = f" ({len(slides) + 1}/{count})" if count > 1 else ""
            y = _write_head(canvas, portfolio, span, pages)
            if page == 0 and drawn.lines:
                _draw_strip(canvas, drawn, part.columns, y)
                y += STRIP + look.unit
            titles = [one_line(drawn.columns[column].owner.title) for column in part.columns]
            place = Box(look.margin, y, grid.width, 0)
            draw_grid(canvas, grid, place, name=span.stage.title, alt=", ".join(titles))
            if page == 0:
                shown = zip(titles, grid.header.cells[1:], strict=True)
                canvas.notes += [title for title, cell in shown if title not in cell.paragraphs[0].text]
                canvas.notes += list_remarks(portfolio, drawn, span.stage, part.columns)
            canvas.write_footer(footer, number + len(slides))
            slides.append(canvas)
    return slides


def _divide(look: Look, drawn: JourneyMap, span: StageSpan, start: int) -> tuple[_Part, ...]:
    """Return a stage in parts: as few slides as hold it, then the largest text that they hold."""
    fewest = -(-span.width // MOST_COLUMNS)
    most = max(fewest, -(-span.width // FEWEST_COLUMNS))
    following = footer_box(look).y - look.unit - _head_bottom(look, span)
    first = following - (STRIP + look.unit if drawn.lines else 0)
    best: tuple[_Part, ...] = ()
    for count in range(fewest, most + 1):
        for size in sorted({look.body, look.small, SMALLEST}, reverse=True):
            parts = []
            for columns in _chunks(start, span.width, count):
                grid = _tabulate(look, drawn, columns, size)
                parts.append(_Part(columns, split_grid(grid, first, following)))
            pages = sum(len(part.pages) for part in parts)
            if not best or pages < sum(len(part.pages) for part in best):
                best = tuple(parts)
    return best


def _chunks(start: int, width: int, count: int) -> Iterator[range]:
    """Yield the columns of a stage in parts that differ by one at most."""
    for index in range(count):
        yield range(start + width * index // count, start + width * (index + 1) // count)


def _head_bottom(look: Look, span: StageSpan) -> float:
    """Return where the title of a stage and its goal end."""
    room = title_box(look)
    goal = _say_goal(look, span)
    shown = [shorten(goal, room.width, GOAL_LINES)] if goal.text else []
    return room.bottom + (height_of(shown, room.width) if shown else 0.0) + look.unit


def _say_goal(look: Look, span: StageSpan) -> Paragraph:
    stage = span.stage
    return say(stage.goal or stage.focus or stage.summary, look.body, look.theme.muted)


def _write_head(canvas: SlideCanvas, portfolio: Portfolio, span: StageSpan, pages: str) -> float:
    """Write a stage's title, its feeling and its goal; return where they end."""
    look = canvas.look
    room = title_box(look)
    pill = _say_mean(look, portfolio, span)
    width = width_of(pill) + 44 if pill else 0.0
    title = Box(room.x, room.y, room.width - width - look.unit, room.height)
    canvas.write_title(f"{span.stage.title}{pages}", title, lead=f"{span.number}\N{EN SPACE}")
    if pill:
        score = stage_score(span.stage)
        level = level_of(portfolio.workspace.emotion_scale.canonical(score or 0))
        box = Box(room.right - width, room.y + 2, width, 26)
        tint = look.theme.emotions[level + 2].tint
        canvas.write_text(
            pill,
            Box(box.x, box.y, width, 26),
            name="Mean feeling",
            anchor="ctr",
            paint=Paint(tint),
            radius=13,
            inset=13,
        )
        face = (box.right - 15, box.middle)
        canvas.draw_face(level, face, 9, alt=pill[0].text)
    goal = _say_goal(look, span)
    if goal.text:
        shown = shorten(goal, room.width, GOAL_LINES)
        if shown != goal:
            canvas.notes.append(goal.text)
        height = height_of((shown,), room.width)
        canvas.write_text((shown,), Box(room.x, room.bottom, room.width, height), name="Goal")
    return _head_bottom(look, span)


def _say_mean(look: Look, portfolio: Portfolio, span: StageSpan) -> tuple[Paragraph, ...]:
    score = stage_score(span.stage)
    if score is None:
        return ()
    level = level_of(portfolio.workspace.emotion_scale.canonical(score))
    ink = look.theme.emotions[level + 2].on_tint
    runs = (
        Run(f"{translate(marked('Mean feeling'), lang=look.lang)}  ", ink),
        Run(look.score(score), ink, bold=True),
    )
    return (Paragraph(runs, look.small),)


def _draw_strip(canvas: SlideCanvas, drawn: JourneyMap, columns: range, y: float) -> None:
    """Draw the part of the curve over the columns of the table below it."""
    look = canvas.look
    room = Box(look.margin, y, WIDTH - 2 * look.margin, STRIP)
    box = Box(room.x + LANES, room.y, room.width - LANES, room.height)
    plot = Plot(box, columns.start, len(columns), 10.0 if len(drawn.lines) == 1 else 8.0)
    titles = tuple(column.owner.title for column in drawn.columns)
    about = tell_feelings(drawn.journey, lang=look.lang) or drawn.journey.title
    canvas.open_group("Emotion curve", about)
    canvas.draw_box(box, Paint(look.theme.surface), radius=look.unit / 2, name="Ground")
    draw_ground(canvas, plot)
    lines = drawn.lines[:MOST_LINES]
    for index, line in enumerate(lines):
        draw_line(canvas, plot, line, index, alt=line.title or about)
    draw_faces(canvas, plot, lines, titles)
    canvas.close_group()
    if len(lines) == 1:
        _name_moments(canvas, drawn, plot)
    words = tuple(
        translate(word, lang=look.lang) for word in (marked("very positive"), marked("very negative"))
    )
    for word, top in zip(words, (box.y, box.bottom - SMALLEST * LEADING), strict=True):
        said = shorten(say(word, SMALLEST, look.theme.muted, align="end"), LANES - look.unit, 1)
        where = Box(room.x, top, LANES - look.unit, SMALLEST * LEADING)
        canvas.write_text((said,), where, name="Scale")


def _name_moments(canvas: SlideCanvas, drawn: JourneyMap, plot: Plot) -> None:
    look = canvas.look
    for column in plot.shown():
        feeling = drawn.lines[0].feelings[column]
        if feeling is None or feeling.height is None or not feeling.moments:
            continue
        names = " · ".join(word_for("moment", moment, lang=look.lang) for moment in feeling.moments)
        said = say(names, SMALLEST, look.theme.text, bold=True)
        width, height = width_of((said,)) + 1, SMALLEST * LEADING
        middle = plot.level(feeling.height)
        # Where a curve turns it leaves the side of its zero line free.
        top = middle - plot.radius - height if feeling.height <= 0 else middle + plot.radius
        if width <= plot.step - look.unit:
            box = Box(plot.centre(column) - width / 2, top, width, height)
            canvas.write_text((said,), box, name="Moment", anchor="ctr")


def _tabulate(look: Look, drawn: JourneyMap, columns: range, size: float) -> Grid:
    """Return the table of some touchpoints: a row for each lane that says something about them."""
    width = (WIDTH - 2 * look.margin - LANES) / len(columns)
    widths = (LANES, *(width for _ in columns))
    rows: list[Row] = []
    for zone in drawn.zones:
        found = [row for lane in zone.lanes for row in _lane_rows(look, drawn, lane, columns, size)]
        if found and zone.line and zone.id != STEERING and rows:
            name = say(zone.line, SMALLEST, look.theme.accent, bold=True)
            rows.append(Row((Cell((name,)),), spans=True, line=look.theme.accent))
        rows += found
    return Grid(widths, _header(look, drawn, columns, size, width), tuple(rows), labelled=True)


def _header(look: Look, drawn: JourneyMap, columns: range, size: float, width: float) -> Row:
    theme = look.theme
    corner = say(translate(marked("Touchpoint"), lang=look.lang), SMALLEST, theme.muted)
    cells = [Cell((shorten(corner, LANES - 2 * ASIDE, 2),), theme.surface)]
    for column in columns:
        place = drawn.columns[column]
        truth = place.touchpoint is not None and place.touchpoint.moment_of_truth
        runs = (Run("◆ ", theme.accent, bold=True),) if truth else ()
        title = Paragraph((*runs, Run(one_line(place.owner.title), theme.text, bold=True)), size)
        cells.append(Cell((shorten(title, width - 2 * ASIDE, LABEL_LINES),), theme.surface))
    return Row(tuple(cells), line=theme.border)


def _lane_rows(look: Look, drawn: JourneyMap, lane: MapLane, columns: range, size: float) -> Sequence[Row]:
    """Return the row of a lane, or nothing where it has nothing to say about the columns."""
    if lane.line:
        index = drawn.lines.index(lane.line)
        feelings = [lane.line.feelings[column] for column in columns]
        cells = [say_feeling(look, feeling, size) for feeling in feelings]
        title = _name_line(look, lane.title, lane.line.title, index, several=len(drawn.lines) > 1)
    else:
        cells = [say_entries(look, lane.cells[column], size) for column in columns]
        title = (say(lane.title, SMALLEST, look.theme.muted, bold=True),)
    if not any(cell.paragraphs for cell in cells):
        return ()
    label = Cell(tuple(shorten(each, LANES - 2 * ASIDE, LABEL_LINES) for each in title))
    return (Row((label, *cells)),)


def _name_line(look: Look, lane: str, persona: str, index: int, *, several: bool) -> tuple[Paragraph, ...]:
    """Return the name of a line of the curve; of several each says whose it is."""
    if not several:
        return (say(f"{lane}: {persona}" if persona else lane, SMALLEST, look.theme.muted, bold=True),)
    runs = (
        Run(f"{LINE_SIGNS[index % MOST_LINES]} ", line_colour(look.theme, index % MOST_LINES)),
        Run(one_line(persona), look.theme.muted, bold=True),
    )
    return (Paragraph(runs, SMALLEST),)
