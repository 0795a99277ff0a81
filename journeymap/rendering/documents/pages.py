"""Journeys on paper, as text that can be read aloud, searched and copied: tagged PDF after PDF/UA-1."""

from collections.abc import Iterator
from typing import Any

from journeymap.rendering.canvas import Drawing
from journeymap.rendering.documents.pictures import lay_out_picture
from journeymap.rendering.documents.sheet_curves import lay_out_plot
from journeymap.rendering.documents.sheet_frames import lay_out_frame, lay_out_grounds, lay_out_sums
from journeymap.rendering.documents.sheet_signs import draw_signs
from journeymap.rendering.documents.sheet_texts import Desk, describe_language
from journeymap.rendering.documents.sheets import choose_paper, lay_out_table
from journeymap.rendering.documents.typefaces import choose_families
from journeymap.rendering.documents.typesetting import typeset_pdf
from journeymap.rendering.map.journey_map import draw_map
from journeymap.rendering.map.views import choose_plan
from journeymap.rendering.requests import Request
from journeymap.themes.choosing import DARK_NAME, LIGHT_NAME, choose_theme

POINTS_PER_UNIT = 0.75
LONGEST_SIDE = 14_400
"""No page of a PDF may have more points on a side."""


def write_map_pdf(request: Request) -> bytes:
    """Return the map of a journey on paper: one page up to fourteen touchpoints, else divided by stage."""
    portfolio, journey = request.portfolio, request.felt_subject
    lang = journey.lang or portfolio.workspace.lang
    name = DARK_NAME if request.theme == DARK_NAME else LIGHT_NAME
    theme = choose_theme(portfolio.workspace.theme, name)
    desk = Desk(theme, lang)
    plan = choose_plan(portfolio, journey, view=request.view, lanes=request.lanes, personas=request.personas)
    drawn = draw_map(portfolio, journey, lang=lang, plan=plan)
    whole = _is_whole(request)
    data = {
        **lay_out_frame(desk, portfolio, drawn, plan),
        **lay_out_table(desk, drawn),
        **describe_language(lang),
        "curve": lay_out_plot(desk, portfolio.workspace.emotion_scale, drawn),
        "tables": lay_out_sums(desk, portfolio, journey) if whole else [],
        "grounds": lay_out_grounds(desk, portfolio, journey) if whole else None,
        "paper": choose_paper(request.paper)._asdict(),
        "mirrored": desk.mirrored,
        "colours": dict(theme.tokens()),
    }
    families = choose_families(_texts_in(data), wished=theme.type.family, lang=lang)
    return typeset_pdf("map", {**data, "families": families, "signs": draw_signs(theme, drawn)})


def _is_whole(request: Request) -> bool:
    """Say whether the whole map was asked for, which lists follow; a narrower view is nothing else."""
    return request.view in {"", "full", "print"} and not request.lanes


def write_picture_pdf(drawing: Drawing) -> bytes:
    """Return a drawing as one page of its size: its shapes with their description, its texts as text."""
    scale = min(POINTS_PER_UNIT, LONGEST_SIDE / max(drawing.width, drawing.height))
    return typeset_pdf("picture", lay_out_picture(drawing, scale=scale))


def _texts_in(data: Any) -> Iterator[str]:
    """Yield every text in data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _texts_in(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _texts_in(value)
