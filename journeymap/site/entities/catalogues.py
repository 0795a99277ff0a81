"""The chapter of what journeys share: a page for each kind that lists its entries, and one for each entry."""

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from journeymap.rendering.markdown import render_prose, strip_markup
from journeymap.rendering.templating import Html, marked
from journeymap.site.addresses import FOLDERS, entity_path, list_path
from journeymap.site.contexts import CatalogueContext, EntityContext
from journeymap.site.desk import Desk
from journeymap.site.entities.facts import (
    tell_channel,
    tell_segment,
    tell_source,
    tell_system,
    tell_team,
)
from journeymap.site.entities.used import show_use
from journeymap.site.frames import lay_page
from journeymap.site.grids import Cell, Column, Grid, GridRow
from journeymap.site.pieces import Fact, Item, Link
from journeymap.site.plan import Plan


class Catalogue(NamedTuple):
    """A kind of library entries: its name, its field in the library, what is said about one and about all."""

    kind: str
    field: str
    word: str
    title: str
    lead: str
    tell: Callable[[Desk, Any], Iterator[Fact]]


CATALOGUES: Final = (
    Catalogue(
        "channel",
        "channels",
        marked("Channel"),
        marked("Channels"),
        marked("The ways in which customer and organisation meet."),
        tell_channel,
    ),
    Catalogue(
        "team",
        "teams",
        marked("Team"),
        marked("Teams"),
        marked("Who looks after what."),
        tell_team,
    ),
    Catalogue(
        "system",
        "systems",
        marked("System"),
        marked("Systems"),
        marked("What a failure of each system would touch."),
        tell_system,
    ),
    Catalogue(
        "segment",
        "segments",
        marked("Segment"),
        marked("Segments"),
        marked("The groups of customers that journeys are made for."),
        tell_segment,
    ),
    Catalogue(
        "source",
        "sources",
        marked("Source"),
        marked("Sources and evidence"),
        marked("Where what is claimed comes from."),
        tell_source,
    ),
)
"""The one place that lists the kinds of entries with pages of this make."""


def build_entities(plan: Plan) -> Iterator[CatalogueContext | EntityContext]:
    """Yield the page that lists each kind, and the page of each of its entries."""
    for catalogue in CATALOGUES:
        entries = [
            entry
            for id, entry in getattr(plan.portfolio.library, catalogue.field).items()
            if plan.atlas.has(catalogue.kind, id)
        ]
        if entries:
            yield _list_entries(plan, catalogue, entries)
            for entry in entries:
                yield _show_entry(plan, catalogue, entry)


def _list_entries(plan: Plan, catalogue: Catalogue, entries: list[Any]) -> CatalogueContext:
    desk = plan.desk(list_path(FOLDERS[catalogue.kind]))
    title = desk.say(catalogue.title)
    rows = tuple(
        GridRow(
            (
                Cell((desk.entry(catalogue.kind, entry.id, entry.title),)),
                Cell((Item(Html(str(len({use.journey.id for use in _uses(plan, catalogue, entry)})))),)),
            ),
            words=entry.title.casefold(),
        )
        for entry in entries
    )
    columns = (Column(title), Column(desk.say(marked("Journeys")), "number"))
    page = lay_page(desk, title, desk.say(catalogue.lead))
    return CatalogueContext(page, title, desk.say(catalogue.lead), (), (Grid(title, columns, rows),))


def _show_entry(plan: Plan, catalogue: Catalogue, entry: Any) -> EntityContext:
    desk = plan.desk(entity_path(catalogue.kind, entry.id))
    summary = getattr(entry, "summary", "")
    return EntityContext(
        page=lay_page(desk, entry.title, strip_markup(summary)),
        kind=catalogue.kind,
        kind_word=desk.say(catalogue.word),
        id=entry.id,
        title=entry.title,
        lead=render_prose(summary),
        retiring=desk.retiring(entry.deprecated),
        facts=tuple(catalogue.tell(desk, entry)),
        figures=(),
        grids=(),
        used=show_use(desk, _uses(plan, catalogue, entry)),
        tags=tuple(Link(tag, desk.atlas.find("tag", tag, page=desk.page)) for tag in entry.tags),
    )


def _uses(plan: Plan, catalogue: Catalogue, entry: Any) -> tuple[Any, ...]:
    return tuple(use for use in plan.uses.get((catalogue.kind, entry.id), ()) if use.journey)
