"""The map as a table that needs no picture: every cell knows its header cells."""

from journeymap.model import Journey
from journeymap.model.summaries import opportunities_within
from journeymap.rendering.map.emotion_lines import EmotionLine, Feeling
from journeymap.rendering.map.journey_map import Entry, JourneyMap, MapLane, Zone
from journeymap.rendering.markdown import render_line
from journeymap.rendering.naming import write_score
from journeymap.rendering.templating import escape_html, marked
from journeymap.site.desk import Desk
from journeymap.site.drawing import draw_arc, draw_sparkline, mean_heights
from journeymap.site.journey.filters import list_filters, name_column
from journeymap.site.journey.map_cells import Band, Cell, HeadCell, MapView, Moment, Point, Row
from journeymap.site.journey.names import link_persona
from journeymap.site.journey.sheets import WIDEST, cut_map, name_size
from journeymap.site.pieces import Face, Item, Link, Mood

_SIGNS = (
    ("truth", marked("Moment of truth")),
    ("pain", marked("Pain")),
    ("gain", marked("Gain")),
    ("opportunity", marked("Opportunity")),
    ("moment", marked("Peak, pit and end: what people remember")),
)
_NAMES = frozenset({"channel", "systems", "kpis", "opportunities", "owner", "sources", "events"})
"""The lanes whose entries are names, which are no Markdown: `p_95_ms` keeps its underscores."""


def show_map(desk: Desk, drawn: JourneyMap, *, prefix: str = "") -> MapView:
    """Return the map of a journey for its page; ``prefix`` tells the ids of several on one page apart."""
    parts = cut_map(drawn)
    sizes = {part.stages[0].number: name_size(part) for part in parts} if len(parts) > 1 else {}
    stages = tuple(
        HeadCell(
            f"{prefix}s_{span.number}",
            span.stage.title,
            f"#{span.stage.id}",
            number=span.number,
            width=span.width,
            size=sizes.get(span.number, ""),
        )
        for span in drawn.stages
    )
    owners = [f"{prefix}s_{span.number}" for span in drawn.stages for _ in range(span.width)]
    points = tuple(
        HeadCell(
            f"{prefix}c_{number}",
            column.touchpoint.title if column.touchpoint else "",
            f"#{column.id}",
            headers=owner,
            first=column.first and number > 1,
            moment_of_truth=bool(column.touchpoint and column.touchpoint.moment_of_truth),
            names=" ".join(name_column(desk, drawn.journey, column)),
        )
        for number, (column, owner) in enumerate(zip(drawn.columns, owners, strict=True), start=1)
    )
    bands = tuple(_show_band(desk, drawn, zone, points, prefix) for zone in drawn.zones)
    rows = [row for band in bands for row in band.rows]
    return MapView(
        drawn.journey.title,
        stages,
        points,
        bands,
        width=len(points) + 1,
        lanes=tuple(dict.fromkeys((row.lane, row.title) for row in rows)),
        legend=_explain_signs(desk, rows, points),
        certainties=_explain_certainties(desk, drawn),
        strip=draw_sparkline(mean_heights(drawn.lines)) if drawn.lines else None,
        filters=list_filters(desk, drawn.journey, drawn.columns),
        size=name_size(drawn),
        wide=len(points) > WIDEST,
        before=any(cell.point and cell.point.arc.before for row in rows for cell in row.cells),
        others=any(cell.point and cell.point.arc.others for row in rows for cell in row.cells),
        hollow=next(
            (item.mark for row in rows for cell in row.cells for item in cell.items if item.assumed), ""
        ),
        loose=_list_loose(drawn),
    )


def _show_band(desk: Desk, drawn: JourneyMap, zone: Zone, points: tuple[HeadCell, ...], prefix: str) -> Band:
    rows = tuple(_show_row(desk, drawn, lane, points, prefix) for lane in zone.lanes)
    return Band(f"{prefix}z_{zone.id}", zone.id, zone.line, rows)


def _show_row(desk: Desk, drawn: JourneyMap, lane: MapLane, points: tuple[HeadCell, ...], prefix: str) -> Row:
    id = f"{prefix}l_{lane.id}"
    line = lane.line
    cells = []
    for column, point in enumerate(points):
        headers = f"{id} {point.headers} {point.id}"
        if line:
            cells.append(Cell(headers, point.first, point=_show_point(desk, drawn, line, column)))
        else:
            items = tuple(_show_entry(desk, lane, entry) for entry in lane.cells[column])
            cells.append(Cell(headers, point.first, items))
    by = _name_voice(desk, drawn.journey, line) if line else Link("")
    persona = line.id if line else ""
    name = "feeling" if line else lane.id
    return Row(id, name, lane.title, by, persona, line is not None, tuple(cells))


def _show_entry(desk: Desk, lane: MapLane, entry: Entry) -> Item:
    # A text that leads somewhere is plain, since a link cannot hold the links of its own markup.
    text = escape_html(entry.text) if lane.id in _NAMES else render_line(entry.text)
    url = f"#{entry.id}" if entry.id and entry.mark and "<a" not in text.text else ""
    assumed = desk.word("confidence", "assumed") if entry.assumed else ""
    return Item(text, url, entry.mark, entry.by, entry.detail, assumed=assumed)


def _show_point(desk: Desk, drawn: JourneyMap, line: EmotionLine, column: int) -> Point:
    feeling = line.feelings[column]
    arc = draw_arc(line, drawn.lines, column)
    if feeling is None:
        return Point(None, arc, "", "", ())
    moments = tuple(Moment(moment, desk.word("moment", moment)) for moment in feeling.moments)
    word = desk.word("confidence", feeling.confidence)
    return Point(_show_mood(desk, feeling), arc, feeling.confidence, word, moments)


def _show_mood(desk: Desk, feeling: Feeling) -> Mood:
    if feeling.score is None or feeling.level is None:
        return Mood(feeling.words)
    face = Face(feeling.level + 2, feeling.confidence)
    return Mood(feeling.words, write_score(feeling.score, lang=desk.lang), feeling.label, face)


def _name_voice(desk: Desk, journey: Journey, line: EmotionLine) -> Link:
    return link_persona(desk, journey, line.id)._replace(text=line.title) if line.id else Link("")


def _list_loose(drawn: JourneyMap) -> tuple[Link, ...]:
    """Return the opportunities that stand in no cell, since they address nothing that a column shows."""
    placed = {
        id(opportunity)
        for column in drawn.columns
        if column.touchpoint
        for opportunity in opportunities_within(drawn.journey, column.touchpoint)
    }
    return tuple(
        Link(opportunity.title, f"#{opportunity.id}" if opportunity.id else "")
        for opportunity in drawn.journey.opportunities
        if id(opportunity) not in placed
    )


def _explain_signs(desk: Desk, rows: list[Row], points: tuple[HeadCell, ...]) -> tuple[tuple[str, str], ...]:
    """Return the signs that the map really shows, each with its word."""
    shown = {item.mark for row in rows for cell in row.cells for item in cell.items}
    if any(point.moment_of_truth for point in points):
        shown.add("truth")
    if any(cell.point and cell.point.moments for row in rows for cell in row.cells):
        shown.add("moment")
    return tuple((sign, desk.say(word)) for sign, word in _SIGNS if sign in shown)


def _explain_certainties(desk: Desk, drawn: JourneyMap) -> tuple[tuple[str, str], ...]:
    shown = {feeling.confidence for line in drawn.lines for feeling in line.feelings if feeling}
    known = ("assumed", "partial", "researched", "measured")
    return tuple((certainty, desk.word("confidence", certainty)) for certainty in known if certainty in shown)
