"""The curve as data for paper: its lines cut into columns, moved apart as on the map, and their scale."""

from math import inf

from journeymap.model import EmotionScale
from journeymap.rendering.curve import Bezier
from journeymap.rendering.documents.sheet_texts import Data, Desk
from journeymap.rendering.map.crowding import RISE, Shifts, shift_at, spread_markers
from journeymap.rendering.map.emotion_lines import EmotionLine, Feeling
from journeymap.rendering.map.feeling import SMALL_FACE, has_before, tell_scale
from journeymap.rendering.map.journey_map import JourneyMap
from journeymap.rendering.map.signs import ASSUMED, BEFORE, DASHES, line_colour
from journeymap.rendering.metrics import one_line
from journeymap.rendering.naming import write_score
from journeymap.rendering.words import WORDS

HEIGHTS = (8.9, 10.9, 12.9)
"""How high the plot is for one line, for two and for more, in sizes of the text on the page."""
TOP, BOTTOM = 2.2, 1.3
"""The room above the best and below the worst score, in the same sizes."""
FACE = 1.75
"""How large a face is."""

_POINTS_PER_DASH = 0.75
"""Dashes are given in the units of pictures on screens."""


def lay_out_plot(desk: Desk, scale: EmotionScale, drawn: JourneyMap) -> Data:
    """Return what all lines of a curve share: how high it is, its scale, and what its dashes look like."""
    return {
        "height": _height(drawn),
        "top": TOP,
        "bottom": BOTTOM,
        "face": FACE,
        "rise": round(RISE / (2 * SMALL_FACE), 4),
        "scale": [desk.text(text) for text in tell_scale(scale, lang=desk.lang)],
        "assumed": _write_dash(ASSUMED),
        "before": _write_dash(str(BEFORE["stroke_dasharray"])),
    }


def lay_out_lines(desk: Desk, drawn: JourneyMap) -> list[Data]:
    """Return the lines of a curve; those that meet step aside with their faces, as they do on the map."""
    near = FACE * 4 / (_height(drawn) - TOP - BOTTOM)
    shifts = spread_markers([line.heights for line in drawn.lines], near=near, step=1, room=inf)
    return [
        _lay_out_line(desk, drawn, line, index, own)
        for index, (line, own) in enumerate(zip(drawn.lines, shifts, strict=True))
    ]


def name_face(index: int, feeling: Feeling) -> str:
    """Return the name of the sign for a feeling of a line."""
    certainty = "assumed" if feeling.confidence == "assumed" else "sure"
    return f"face-{index % 5}-{feeling.level}-{certainty}"


def name_marker(index: int, kind: str = "line") -> str:
    """Return the name of the sign that stands for a line, or for how it was ``before``."""
    return f"{kind}-{index % 5}"


def _height(drawn: JourneyMap) -> float:
    return HEIGHTS[min(len(drawn.lines), len(HEIGHTS)) - 1] if drawn.lines else HEIGHTS[0]


def _lay_out_line(desk: Desk, drawn: JourneyMap, line: EmotionLine, index: int, shifts: Shifts) -> Data:
    several = len(drawn.lines) > 1
    dash = DASHES[index % len(DASHES)] if several else None
    points = [_lay_out_point(desk, line, index, column, shifts) for column in range(len(drawn.columns))]
    arcs = [arc for point in points for arc in point["arcs"]]
    # The key of a line that is alone looks as most of its curve does.
    is_dashed = not several and sum(arc["assumed"] for arc in arcs) > len(arcs) / 2
    return {
        "by": desk.text(line.title) if line.title else None,
        "name": one_line(line.title),
        "marker": name_marker(index),
        "earlier": name_marker(index, "before"),
        "colour": line_colour(desk.theme, index % 5),
        "dash": _write_dash(ASSUMED) if is_dashed else _write_dash(dash) if dash else None,
        "points": points,
    }


def _write_dash(dash: str) -> list[float]:
    return [float(length) * _POINTS_PER_DASH for length in dash.split()]


def _lay_out_point(desk: Desk, line: EmotionLine, index: int, column: int, shifts: Shifts) -> Data:
    feeling = line.feelings[column]
    earlier = line.heights_before[column] if has_before(line) else None
    return {
        "arcs": [
            {"points": _place_arc(arc, column, shifts), "assumed": _is_assumed(line, arc, column)}
            for arc in line.pieces[column]
        ],
        "before": [_place_arc(arc, column, shifts) for arc in line.before[column]]
        if has_before(line)
        else [],
        "earlier": earlier,
        "height": feeling.height if feeling else None,
        "aside": shifts[column][0],
        "face": name_face(index, feeling) if feeling and feeling.level is not None else None,
        "words": desk.text(feeling.words) if feeling else None,
        "score": write_score(feeling.score, lang=desk.lang)
        if feeling and feeling.score is not None
        else None,
        "moments": [desk.word(WORDS["moment"][moment]) for moment in feeling.moments] if feeling else [],
    }


def _is_assumed(line: EmotionLine, arc: Bezier, column: int) -> bool:
    """Say whether the half of an arc in a column begins or ends at a feeling that is only assumed."""
    neighbour = column - 1 if arc.start[0] < arc.end[0] <= 0.5 else column + 1
    feelings = (line.feelings[column], line.feelings[neighbour])
    return any(feeling is not None and feeling.confidence == "assumed" for feeling in feelings)


def _place_arc(arc: Bezier, column: int, shifts: Shifts) -> list[tuple[float, float, float]]:
    """Return the points of an arc: across its column, its height, and how many faces it is moved aside."""
    return [(round(x, 4), round(y, 4), round(shift_at(shifts, column + x - 0.5)[0], 4)) for x, y in arc]
