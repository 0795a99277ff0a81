"""A journey's page as it is laid for paper: for printing without a dialog of settings, complete as it is."""

from journeymap.rendering.map.journey_map import JourneyMap
from journeymap.rendering.templating import marked
from journeymap.site.contexts import JourneyContext, PaperContext
from journeymap.site.desk import Desk
from journeymap.site.journey.map_cells import MapView
from journeymap.site.journey.map_view import show_map
from journeymap.site.journey.sheets import cut_map
from journeymap.site.pieces import Link, Page


def lay_on_paper(desk: Desk, context: JourneyContext, drawn: JourneyMap, page: Page) -> PaperContext:
    """Return what the page for paper shows: all of the page for the screen, its map on sheets.

    Tables say once more what stands there already; they have a page of their own, which prints as well.
    """
    parts = cut_map(drawn) if drawn.columns else ()
    sheets: tuple[MapView, ...] = (context.map,)
    if len(parts) != 1:
        sheets = tuple(show_map(desk, part, prefix=f"p{n}_") for n, part in enumerate(parts, start=1))
    return PaperContext(
        *context._replace(
            page=page,
            downloads=(),
            sections=(),
            paper="",
            tables=(),
            sheets=sheets,
            screen=Link(desk.say(marked("Page for the screen")), "index.html"),
        )
    )
