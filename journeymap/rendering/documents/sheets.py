"""The map as data for paper: what ``map.typ`` sets, every text ready, every colour a token of the theme."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any, TypeAlias

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.canvas import is_rtl
from journeymap.rendering.curve import Bezier
from journeymap.rendering.documents.partition import divide_columns
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.map.cells import is_latin
from journeymap.rendering.map.emotion_lines import EmotionLine, Feeling
from journeymap.rendering.map.entries import Measure
from journeymap.rendering.map.journey_map import Column, Entry, JourneyMap, MapLane, Zone
from journeymap.rendering.map.lanes import CUSTOMER, STEERING
from journeymap.rendering.map.signs import DASHES, line_colour, sign_colour
from journeymap.rendering.metrics import one_line
from journeymap.rendering.naming import write_score
from journeymap.rendering.templating import direction, marked, translate
from journeymap.rendering.words import WORDS
from journeymap.themes.theme import Theme

Data: TypeAlias = dict[str, Any]


LONG = 500
"""A lane with more characters in a cell may be divided between two pages."""


_POINTS_PER_DASH = 0.75
"""Dashes are given in the units of pictures on screens."""

_WHOLE_WORDS = re.compile(r"[@\\_<>{}\[\]=#%$~^|&*`]|://|[a-z][A-Z]")


class Paper(NamedTuple):
    """A sheet lying on its side, in millimetres; ``scale`` and ``largest`` (points) are for its texts."""

    width: float
    height: float
    scale: float
    largest: float
    margin: float = 10


PAPERS = {
    "a3": Paper(420, 297, 1, 14),
    "a4": Paper(297, 210, 0.74, 10),
    "tabloid": Paper(431.8, 279.4, 1, 14),
    "letter": Paper(279.4, 215.9, 0.74, 10),
}


class Desk(NamedTuple):
    """What pages are laid out with: the theme, and the language and its direction."""

    theme: Theme
    lang: str

    @property
    def mirrored(self) -> bool:
        """Say whether pages are read from the right."""
        return direction(self.lang) == "rtl"

    def word(self, text: str) -> str:
        """Return one of our own words."""
        return translate(text, lang=self.lang)

    def text(self, text: str) -> str | Data:
        """Return a text of the journey: alone, or with what sets it apart from other texts of a page.

        That is another direction, and words of machines and names like WhatsApp, which no hyphen divides.
        """
        line = one_line(text)
        has_letters = any(character.isalpha() for character in line)
        rtl = is_rtl(line) if has_letters else self.mirrored
        whole = bool(_WHOLE_WORDS.search(line))
        return {"text": line, "rtl": rtl, "whole": whole} if whole or rtl != self.mirrored else line


def choose_paper(name: str) -> Paper:
    """Return a paper by its name."""
    paper = PAPERS.get(name.lower())
    if paper is None:
        raise RenderingError(f"there is no paper `{name}`", f"the papers are {', '.join(PAPERS)}")
    return paper


def describe_language(lang: str) -> Data:
    """Return a language as typesetters want it: two or three letters, and a region of two."""
    parts = re.split("[-_]", lang)
    region = next((part.upper() for part in parts[1:] if re.fullmatch("[A-Za-z]{2}", part)), None)
    known = re.fullmatch("[A-Za-z]{2,3}", parts[0])
    return {"lang": parts[0].lower() if known else "en", "region": region}


def lay_out_table(desk: Desk, drawn: JourneyMap) -> Data:
    """Return the columns, lanes and cells of a map."""
    by_stage = all(column.touchpoint is None for column in drawn.columns)
    numbers = {id(span.stage): index for index, span in enumerate(drawn.stages)}
    return {
        "by-stage": by_stage,
        "corner": desk.word(marked("Stage") if by_stage else marked("Touchpoint")),
        "truth": desk.word(marked("Moment of truth")),
        "stages": [
            {"number": str(span.number), "title": desk.text(span.stage.title)} for span in drawn.stages
        ],
        "columns": [_lay_out_column(desk, column, numbers[id(column.stage)]) for column in drawn.columns],
        "lines": sum(lane.line is not None for lane in drawn.lanes),
        "parts": divide_columns([span.width for span in drawn.stages]),
        "zones": [
            {
                "line": zone.line if _is_divided(zone, drawn.zones) else "",
                "solid": zone.id == STEERING,
                "lanes": list(_lay_out_lanes(desk, drawn, zone.lanes)),
            }
            for zone in drawn.zones
        ],
    }


def _is_divided(zone: Zone, zones: tuple[Zone, ...]) -> bool:
    """Say whether a line stands above a zone; what steers is only set apart from a blueprint."""
    return bool(zone.line) and (
        zone.id != STEERING or any(one.id not in {CUSTOMER, STEERING} for one in zones)
    )


def _lay_out_column(desk: Desk, column: Column, stage: int) -> Data:
    touchpoint = column.touchpoint
    return {
        "title": desk.text(touchpoint.title if touchpoint else ""),
        "truth": bool(touchpoint and touchpoint.moment_of_truth),
        "stage": stage,
        "first": column.first,
    }


def _lay_out_lanes(desk: Desk, drawn: JourneyMap, lanes: tuple[MapLane, ...]) -> Iterator[Data]:
    """Yield the rows of a zone; the lines of a curve share one, so that they can be compared."""
    for draws, run in groupby(lanes, key=lambda lane: lane.line is not None):
        if draws:
            title, *_ = shared = list(run)
            lines = [_lay_out_line(desk, drawn, lane.line) for lane in shared if lane.line]
            yield {"title": desk.text(title.title), "lines": lines}
        else:
            yield from (_lay_out_lane(desk, lane) for lane in run)


def _lay_out_lane(desk: Desk, lane: MapLane) -> Data:
    cells = [[_lay_out_entry(desk, entry) for entry in cell] for cell in lane.cells]
    longest = max(sum(len(entry.text) for entry in cell) for cell in lane.cells)
    return {"title": desk.text(lane.title), "cells": cells, "long": longest > LONG}


def _lay_out_line(desk: Desk, drawn: JourneyMap, line: EmotionLine) -> Data:
    index = drawn.lines.index(line)
    dash = DASHES[index % len(DASHES)] if len(drawn.lines) > 1 else None
    return {
        "by": desk.text(line.title) if line.title else None,
        "name": one_line(line.title),
        "marker": name_marker(index),
        "colour": line_colour(desk.theme, index % 5),
        "dash": [float(length) * _POINTS_PER_DASH for length in dash.split()] if dash else None,
        "points": [_lay_out_point(desk, line, index, column) for column in range(len(drawn.columns))],
    }


def _lay_out_entry(desk: Desk, entry: Entry) -> Data:
    laid: Data = {"text": desk.text(entry.text)}
    if sign_colour(desk.theme, entry.mark):
        laid["sign"] = f"{entry.mark}-assumed" if entry.assumed else entry.mark
    if entry.mark in {"pain", "opportunity"}:
        laid["colour"] = entry.mark
    if entry.mark == "quote" and is_latin(entry.text):
        laid["slanted"] = True
    note = _note(desk, entry)
    if note:
        laid["note"] = desk.text(note)
    if entry.measure and entry.measure.progress is not None:
        laid["bar"] = _lay_out_bar(entry.measure)
    return laid


def _lay_out_bar(measure: Measure) -> Data:
    """Return how far a KPI has come from its baseline to its target, and the colour of that."""
    done = min(1.0, max(0.0, measure.progress or 0.0)) if measure.actual else 0.0
    colour = {"met": "achieved", "near": "deferred"}.get(measure.status or "", "accent")
    return {"done": round(done, 4), "colour": colour}


def _note(desk: Desk, entry: Entry) -> str:
    """Return the small print of an entry: how bad it is, who says so, what it is about."""
    parts = [entry.by, entry.detail]
    if entry.mark == "pain" and entry.level:
        parts.insert(0, desk.word(WORDS["severity"][entry.level]))
    if entry.measure and entry.measure.actual:
        parts.append(f"{desk.word(marked('Actual'))} {entry.measure.actual}")
    return " · ".join(filter(None, parts))


def _lay_out_point(desk: Desk, line: EmotionLine, index: int, column: int) -> Data:
    feeling = line.feelings[column]
    return {
        "arcs": _arcs(line.pieces[column]),
        "before": _arcs(line.before[column]) if line.before else [],
        "height": feeling.height if feeling else None,
        "face": name_face(index, feeling) if feeling and feeling.level is not None else None,
        "assumed": bool(feeling and feeling.confidence == "assumed"),
        "words": desk.text(feeling.words) if feeling else None,
        "score": write_score(feeling.score, lang=desk.lang)
        if feeling and feeling.score is not None
        else None,
        "moments": [desk.word(WORDS["moment"][moment]) for moment in feeling.moments] if feeling else [],
    }


def name_face(index: int, feeling: Feeling) -> str:
    """Return the name of the sign for a feeling of a line."""
    certainty = "assumed" if feeling.confidence == "assumed" else "sure"
    return f"face-{index % 5}-{feeling.level}-{certainty}"


def name_marker(index: int) -> str:
    """Return the name of the sign that stands for a line."""
    return f"line-{index % 5}"


def _arcs(piece: tuple[Bezier, ...]) -> list[list[tuple[float, float]]]:
    return [[(round(x, 4), round(y, 4)) for x, y in arc] for arc in piece]
