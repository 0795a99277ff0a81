"""The slides of a stage: its goal and mean feeling, its part of the curve, and a table of its touchpoints."""

from collections.abc import Iterator, Sequence

from journeymap.model import EmotionScale, Portfolio
from journeymap.model.summaries import stage_score
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.documents.deck.cells import LABEL_LINES, say_entries, say_feeling
from journeymap.rendering.documents.deck.curves import (
    LARGEST_FACE,
    MOST_LINES,
    Plot,
    draw_faces,
    draw_ground,
    draw_lines,
    lay_plot,
)
from journeymap.rendering.documents.deck.grid import ASIDE, Cell, Grid, Row, draw_grid, split_grid
from journeymap.rendering.documents.deck.key import write_before, write_scale
from journeymap.rendering.documents.deck.layouts import footer_box, title_box
from journeymap.rendering.documents.deck.look import LEADING, SMALLEST, WIDTH, Look
from journeymap.rendering.documents.deck.remarks import list_remarks
from journeymap.rendering.documents.deck.shapes import Paint
from journeymap.rendering.documents.deck.slide import SlideCanvas
from journeymap.rendering.documents.deck.writing import Paragraph, Run, height_of, say, shorten, width_of
from journeymap.rendering.documents.sharing import split_lane
from journeymap.rendering.geometry import Box
from journeymap.rendering.map.emotion_lines import level_of
from journeymap.rendering.map.feeling import has_before
from journeymap.rendering.map.journey_map import JourneyMap, MapLane, StageSpan
from journeymap.rendering.map.lanes import STEERING
from journeymap.rendering.map.signs import line_colour
from journeymap.rendering.map.words import tell_feelings
from journeymap.rendering.metrics import one_line
from journeymap.rendering.templating import marked, translate
from journeymap.rendering.words import word_for

LANES = 124.0
"""The width of the column that names the lanes."""
LOWEST_STRIP, STRIP, TALLEST_STRIP = 54.0, 72.0, 196.0
"""The height of a stage's part of the curve: where that saves a slide, usually, and where there is room."""
LINE_SIGNS = ("●", "■", "◆", "▲", "⬢")
"""The shape of each line's faces as a character."""
GOAL_LINES = 2
MOST_COLUMNS = 5
FEWEST_COLUMNS = 3


class _Part(NamedTuple):
    """What stands on a slide of a stage: columns, the height of their curve, and their table in pages."""

    columns: range
    strip: float
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
    count = _count_pages(parts)
    slides: list[SlideCanvas] = []
    for part in parts:
        for page, grid in enumerate(part.pages):
            canvas = SlideCanvas(look)
            canvas.section = f"{span.number} {one_line(span.stage.title)}"
            pages = f" ({len(slides) + 1}/{count})" if count > 1 else ""
            y = _write_head(canvas, portfolio, span, pages)
            if page == 0 and drawn.lines:
                room = Box(look.margin, y, grid.width, part.strip)
                _draw_strip(canvas, drawn, part.columns, room, portfolio.workspace.emotion_scale)
                y += part.strip + look.unit
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
    room = footer_box(look).y - look.unit - _head_bottom(look, span)
    best: tuple[_Part, ...] = ()
    for strip in (STRIP, LOWEST_STRIP) if drawn.lines else (0.0,):
        for count in range(fewest, most + 1):
            for size in sorted({look.body, look.small, SMALLEST}, reverse=True):
                chunks = _chunks(start, span.width, count)
                parts = tuple(_lay_out_part(look, drawn, columns, size, strip, room) for columns in chunks)
                if not best or _count_pages(parts) < _count_pages(best):
                    best = parts
    # Stages are compared from slide to slide: all parts of one have a curve of the same height.
    strip = min(part.strip for part in best)
    return tuple(part._replace(strip=strip) for part in best)


def _lay_out_part(
    look: Look, drawn: JourneyMap, columns: range, size: float, strip: float, room: float
) -> _Part:
    """Return some columns in pages; their curve takes what the table leaves of the first one."""
    above = strip + look.unit if strip else 0.0
    pages = split_grid(_tabulate(look, drawn, columns, size), room - above, room)
    free = room - above - pages[0].height
    return _Part(columns, min(TALLEST_STRIP, strip + max(0.0, free)) if strip else 0.0, pages)


def _count_pages(parts: Sequence[_Part]) -> int:
    return sum(len(part.pages) for part in parts)


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
        canvas.draw_box(box, Paint(tint), radius=13, name="Pill")
        # The text ends at the face, whatever font it is shown in.
        words = Box(box.x + 10, box.y, width - 10 - 30, box.height)
        canvas.write_text(pill, words, name="Mean feeling", anchor="ctr")
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
    return (Paragraph(runs, look.small, "end"),)


def _draw_strip(
    canvas: SlideCanvas, drawn: JourneyMap, columns: range, room: Box, scale: EmotionScale
) -> None:
    """Draw the part of the curve over the columns of the table below it."""
    look = canvas.look
    box = Box(room.x + LANES, room.y, room.width - LANES, room.height)
    lines = drawn.lines[:MOST_LINES]
    plot = lay_plot(box, columns, lines, radius=LARGEST_FACE if len(lines) == 1 else 8.0)
    titles = tuple(column.owner.title for column in drawn.columns)
    about = tell_feelings(drawn.journey, lang=look.lang) or drawn.journey.title
    canvas.open_group("Emotion curve", about)
    canvas.draw_box(box, Paint(look.theme.surface), radius=look.unit / 2, name="Ground")
    draw_ground(canvas, plot)
    draw_lines(canvas, plot, lines, about=about)
    draw_faces(canvas, plot, lines, titles)
    canvas.close_group()
    if len(lines) == 1:
        _name_moments(canvas, drawn, plot)
    aside, line = Box(room.x, box.y, LANES - look.unit, box.height), SMALLEST * LEADING
    if any(map(has_before, lines)) and plot.rise >= line:
        write_scale(canvas, scale, plot, aside, lines=1)
        row = Box(aside.x, plot.level(-1) - line / 2, aside.width, line)
        write_before(canvas, row.x, row)
    else:
        write_scale(canvas, scale, plot, aside)


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
    """Return the row of a lane, after one for the whole stage where it says something of that, or nothing."""
    shared: Sequence[Row] = ()
    if lane.line:
        index = drawn.lines.index(lane.line)
        feelings = [lane.line.feelings[column] for column in columns]
        cells = [say_feeling(look, feeling, size) for feeling in feelings]
        title = _name_line(look, lane.title, lane.line.title, index, several=len(drawn.lines) > 1)
    else:
        of_stages, own = split_lane(drawn, lane)
        cells = [say_entries(look, own[column], size) for column in columns]
        title = (say(lane.title, SMALLEST, look.theme.muted, bold=True),)
        stage = drawn.columns[columns.start].stage
        spans = zip(drawn.stages, of_stages, strict=True)
        found = next(entries for span, entries in spans if span.stage is stage)
        if found:
            word = translate(marked("Stage"), lang=look.lang)
            name = shorten(
                say(f"{lane.title} · {word}", SMALLEST, look.theme.muted, bold=True),
                LANES - 2 * ASIDE,
                LABEL_LINES,
            )
            shared = (Row((Cell((name,)), say_entries(look, found, size)), joined=True),)
    if not any(cell.paragraphs for cell in cells):
        return shared
    label = Cell(tuple(shorten(each, LANES - 2 * ASIDE, LABEL_LINES) for each in title))
    return (*shared, Row((label, *cells)))


def _name_line(look: Look, lane: str, persona: str, index: int, *, several: bool) -> tuple[Paragraph, ...]:
    """Return the name of a line of the curve; of several each says whose it is."""
    if not several:
        return (say(f"{lane}: {persona}" if persona else lane, SMALLEST, look.theme.muted, bold=True),)
    runs = (
        Run(f"{LINE_SIGNS[index % MOST_LINES]} ", line_colour(look.theme, index % MOST_LINES)),
        Run(one_line(persona), look.theme.muted, bold=True),
    )
    return (Paragraph(runs, SMALLEST),)
