"""The map as data for paper: what ``map.typ`` sets, every text ready, every colour a token of the theme."""

from collections.abc import Iterator
from itertools import groupby

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.documents.partition import divide_columns
from journeymap.rendering.documents.sharing import split_lane
from journeymap.rendering.documents.sheet_curves import lay_out_lines
from journeymap.rendering.documents.sheet_texts import Data, Desk
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.map.cells import ARROW, BOUND_ARROW, is_latin
from journeymap.rendering.map.entries import Measure
from journeymap.rendering.map.journey_map import Column, Entry, JourneyMap, MapLane, Zone
from journeymap.rendering.map.lanes import CUSTOMER, STEERING
from journeymap.rendering.map.signs import sign_colour
from journeymap.rendering.templating import marked
from journeymap.rendering.words import WORDS

LONG = 500
"""A lane with more characters in a cell may be divided between two pages."""


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


def choose_paper(name: str) -> Paper:
    """Return a paper by its name."""
    paper = PAPERS.get(name.lower())
    if paper is None:
        raise RenderingError(f"there is no paper `{name}`", f"the papers are {', '.join(PAPERS)}")
    return paper


def lay_out_table(desk: Desk, drawn: JourneyMap) -> Data:
    """Return the columns, lanes and cells of a map."""
    by_stage = all(column.touchpoint is None for column in drawn.columns)
    numbers = {id(span.stage): index for index, span in enumerate(drawn.stages)}
    return {
        "by-stage": by_stage,
        "corner": desk.word(marked("Stage") if by_stage else marked("Touchpoint")),
        "parts-of": [desk.word(marked("Stage")), desk.word(marked("Stages"))],
        "truth": desk.word(marked("Moment of truth")),
        "stages": [
            {
                "number": str(span.number),
                "title": desk.text(span.stage.title),
                "goal": desk.text(span.stage.goal) if span.stage.goal.strip() else None,
            }
            for span in drawn.stages
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
            title, *_ = list(run)
            yield {"title": desk.text(title.title), "lines": lay_out_lines(desk, drawn)}
        else:
            yield from (_lay_out_lane(desk, drawn, lane) for lane in run)


def _lay_out_lane(desk: Desk, drawn: JourneyMap, lane: MapLane) -> Data:
    """Return a row of texts; what belongs to a stage as a whole stands apart from its touchpoints."""
    shared, own = split_lane(drawn, lane)
    longest = max(sum(len(entry.text) for entry in cell) for cell in lane.cells)
    return {
        "title": desk.text(lane.title),
        "stages": [[_lay_out_entry(desk, entry) for entry in entries] for entries in shared],
        "cells": [[_lay_out_entry(desk, entry) for entry in cell] for cell in own],
        "long": longest > LONG,
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
    if entry.measure and entry.measure.is_measured:
        laid["bar"] = _lay_out_bar(entry.measure)
    return laid


def _lay_out_bar(measure: Measure) -> Data:
    """Return how far a KPI has come from its baseline to its target, and the colour of that."""
    done = min(1.0, max(0.0, measure.progress or 0.0))
    colour = {"met": "achieved", "near": "deferred"}.get(measure.status or "", "accent")
    return {"done": round(done, 4), "colour": colour}


def _note(desk: Desk, entry: Entry) -> str:
    """Return the small print of an entry: how bad it is, who says so, what it is about."""
    # The way of a KPI is one thing to read: it is not broken at its arrow.
    detail = entry.detail.replace(ARROW, BOUND_ARROW) if entry.measure else entry.detail
    parts = [entry.by, detail]
    if entry.mark == "pain" and entry.level:
        parts.insert(0, desk.word(WORDS["severity"][entry.level]))
    if entry.measure and entry.measure.actual:
        parts.append(f"{desk.word(marked('Actual'))} {entry.measure.actual}")
    return " · ".join(filter(None, parts))
