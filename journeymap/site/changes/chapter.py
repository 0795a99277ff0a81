"""The chapter of the changes: the page, the file of all of them, and the feed."""

from collections.abc import Iterator, Sequence
from typing import Final

from journeymap.artifacts import Artifact
from journeymap.model import Portfolio
from journeymap.rendering.markdown import strip_markup
from journeymap.rendering.tables.csv_text import write_csv
from journeymap.rendering.tables.table import Column, Table
from journeymap.rendering.templating import marked, marked_count
from journeymap.site.addresses import Atlas, list_path
from journeymap.site.announcing.addresses import find_base
from journeymap.site.changes.contexts import ChangesContext
from journeymap.site.changes.events import Event, list_happened, list_planned
from journeymap.site.changes.happenings import name_things, show_months, show_overlays, show_renames
from journeymap.site.desk import Desk
from journeymap.site.frames import lay_page
from journeymap.site.pieces import Link
from journeymap.site.plan import Options, Plan

FOLDER: Final = "changes"
MOST: Final = 200
"""How many events of each list the page shows; the file beside it has them all."""
_FILE: Final = f"{FOLDER}/changes.csv"
FEED: Final = f"{FOLDER}/feed.xml"


def has_changes(portfolio: Portfolio, options: Options) -> bool:
    """Say whether anything has a day, was called otherwise, or is to become something else."""
    desk = Plan(portfolio, Atlas(), {}).desk(list_path(FOLDER))
    return bool(
        list_happened(portfolio, options.history)
        or list_planned(portfolio)
        or show_overlays(desk, portfolio, 1)
        or show_renames(desk, portfolio, 1)
    )


def build_changes(plan: Plan) -> Iterator[ChangesContext | Artifact]:
    """Yield the page, the file of all events, and the feed where the address of the site is known."""
    if FOLDER not in plan.atlas.lists:
        return
    portfolio, history = plan.portfolio, plan.options.history
    desk = plan.desk(list_path(FOLDER))
    title = desk.say(marked("Changes"))
    lead = desk.say(marked("What changed, when, and what is planned."))
    happened, planned = list_happened(portfolio, history, plan.options.told), list_planned(portfolio)
    base = find_base(portfolio.workspace)
    has_feed = bool(base.url and happened)
    files = [Link("CSV", "changes.csv")] if happened or planned else []
    grids = (show_overlays(desk, portfolio, MOST), show_renames(desk, portfolio, MOST))
    page = lay_page(desk, title, lead)
    yield ChangesContext(
        page=page,
        title=title,
        lead=lead,
        downloads=(*files, *([Link("Atom", "feed.xml")] if has_feed else [])),
        happened=show_months(desk, happened[:MOST]),
        planned=show_months(desk, planned[:MOST]),
        more=_say_more(desk, happened),
        later=_say_more(desk, planned),
        grids=tuple(filter(None, grids)),
        has_history=history is not None,
        is_cut=history is not None and history.is_cut,
        feed="feed.xml" if has_feed else "",
    )
    if files:
        yield Artifact(_FILE, write_csv(_tabulate((*planned[::-1], *happened))).encode())
    if has_feed:
        from journeymap.site.changes.feed import write_feed

        yield Artifact(FEED, write_feed(desk, base, title, happened))


def _say_more(desk: Desk, events: Sequence[Event]) -> str:
    left = len(events) - MOST
    return desk.say_count(marked_count("and %(count)d more", "and %(count)d more"), left) if left > 0 else ""


def _tabulate(events: Sequence[Event]) -> Table:
    """Return all events, the last day first, in the words that programs read in every language."""
    titles = ("Day", "What", "Of", "Text", "Who")
    rows = tuple(
        (
            event.day,
            event.what,
            name_things(event),
            event.subject or strip_markup(event.note),
            event.by,
        )
        for event in events
    )
    return Table("changes", "Changes", tuple(map(Column, titles)), rows)
