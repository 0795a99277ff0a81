"""Kinds of things that journeys share: a page that lists all of a kind, and a page for each entry."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple, TypeAlias

from journeymap.artifacts import Artifact
from journeymap.model.uses import Use
from journeymap.rendering.markdown import strip_markup
from journeymap.rendering.templating import marked, marked_count
from journeymap.site.addresses import FOLDERS, entity_path, list_path
from journeymap.site.contexts import CatalogueContext, EntityContext
from journeymap.site.desk import Desk
from journeymap.site.entities.listing import lay_grid
from journeymap.site.entities.places import count, feel
from journeymap.site.entities.reach import is_today, measure_reach
from journeymap.site.entities.used import FILE, show_use, write_use
from journeymap.site.frames import lay_page
from journeymap.site.grids import Cell, Grid
from journeymap.site.pieces import Fact, Figure, Link
from journeymap.site.plan import Plan

Used: TypeAlias = tuple[Use, ...]
Leaf: TypeAlias = Artifact | CatalogueContext | EntityContext


def count_reach(desk: Desk, uses: Used) -> Iterator[Figure]:
    """Yield how far something reaches today."""
    reach = measure_reach(uses)
    for forms, number in (
        (marked_count("journey", "journeys"), len(reach.journeys)),
        (marked_count("touchpoint", "touchpoints"), len(reach.spots)),
        (marked_count("moment of truth", "moments of truth"), reach.moments),
    ):
        if number:
            yield Figure(desk.say_count(forms, number), str(number))
    mood = desk.mood(reach.score)
    if mood:
        yield Figure(desk.say(marked("mean feeling")), mood.score, face=mood.face)


class Catalogue(NamedTuple):
    """A kind of entries: its names, where they come from, and what is said about one and about all.

    ``columns`` and ``cells`` are what its list shows beside names and numbers, ``tell`` the facts of an
    entry, ``show`` tables of what belongs to it, ``gather`` further tables of the list. ``totals`` are those
    numbers of the list that say something about its entries, and ``section`` the title of the table of
    entries where the page has others. Where ``first`` is a title, an entry's page begins with its uses;
    where not ``by_journey``, its own tables say all about them.
    """

    kind: str
    entries: Callable[[Plan], Iterable[Any]]
    word: str
    title: str
    lead: str
    columns: tuple[tuple[str, str], ...] = ()
    cells: Callable[[Desk, Any, Used], tuple[Cell, ...]] = lambda *_: ()
    tell: Callable[[Desk, Any], Iterator[Fact]] = lambda *_: iter(())
    show: Callable[[Desk, Any, Used], Iterator[Grid]] = lambda *_: iter(())
    figures: Callable[[Desk, Used], Iterator[Figure]] = count_reach
    gather: Callable[[Desk], Iterator[Grid]] = lambda *_: iter(())
    totals: tuple[str, ...] = ("journeys", "touchpoints", "moments", "feeling")
    section: str = ""
    first: str = ""
    by_journey: bool = True


def build_catalogue(plan: Plan, catalogue: Catalogue) -> Iterator[Leaf]:
    """Yield the page that lists the entries of a kind, the page of each, and where it is used as a file."""
    entries = [entry for entry in catalogue.entries(plan) if plan.atlas.has(catalogue.kind, entry.id)]
    if FOLDERS[catalogue.kind] in plan.atlas.lists:
        yield _list_entries(plan, catalogue, entries)
    for entry in entries:
        uses = _uses(plan, catalogue, entry)
        desk = plan.desk(entity_path(catalogue.kind, entry.id))
        yield _show_entry(desk, catalogue, entry, uses)
        if any(use.journey for use in uses):
            yield Artifact(entity_path(catalogue.kind, entry.id, FILE), write_use(desk, uses))


def tell_today(desk: Desk) -> str:
    """Return that numbers are about today, where there are journeys of another time."""
    if all(map(is_today, desk.portfolio.journeys)):
        return ""
    return desk.say(
        marked("Numbers and feelings are those of today: of journeys in their current state, not retired.")
    )


def _list_entries(plan: Plan, catalogue: Catalogue, entries: list[Any]) -> CatalogueContext:
    desk = plan.desk(list_path(FOLDERS[catalogue.kind]))
    title, lead = desk.say(catalogue.title), desk.say(catalogue.lead)
    used = [_uses(plan, catalogue, entry) for entry in entries]
    columns = (
        (catalogue.word, "text"),
        *catalogue.columns,
        *(_TOTALS[total] for total in catalogue.totals),
    )
    rows = [
        (
            Cell((desk.entry(catalogue.kind, entry.id, entry.title),)),
            *catalogue.cells(desk, entry, uses),
            *_sum_up(desk, uses, catalogue.totals),
        )
        for entry, uses in zip(entries, used, strict=True)
    ]
    words = [" ".join((entry.title, entry.id, *entry.aliases, *entry.tags)) for entry in entries]
    grid = lay_grid(
        desk,
        FOLDERS[catalogue.kind],
        catalogue.section or catalogue.title,
        columns,
        rows,
        words=words,
        intro=tell_today(desk),
        most=len(rows),
    )
    grids = (*((grid,) if rows else ()), *catalogue.gather(desk))
    return CatalogueContext(lay_page(desk, title, lead), title, lead, (), grids)


_TOTALS: Final[Mapping[str, tuple[str, str]]] = {
    "journeys": (marked("Journeys"), "number"),
    "touchpoints": (marked("Touchpoints"), "number"),
    "moments": (marked("Moments of truth"), "number"),
    "feeling": (marked("Mean feeling"), "feeling"),
}


def _sum_up(desk: Desk, uses: Used, totals: tuple[str, ...]) -> tuple[Cell, ...]:
    reach = measure_reach(uses)
    cells = {
        "journeys": count(len(reach.journeys)),
        "touchpoints": count(len(reach.spots)),
        "moments": count(reach.moments),
        "feeling": feel(desk, reach.score),
    }
    return tuple(cells[total] for total in totals)


def _show_entry(desk: Desk, catalogue: Catalogue, entry: Any, uses: Used) -> EntityContext:
    summary = getattr(entry, "summary", "")
    figures = tuple(catalogue.figures(desk, uses))
    used = show_use(desk, uses, title=catalogue.first, summed=bool(figures))
    grids = tuple(_lead_on(grid, used) for grid in catalogue.show(desk, entry, uses))
    if used and catalogue.first:
        grids = (used, *grids)
    if catalogue.first or not catalogue.by_journey:
        used = None
    return EntityContext(
        page=lay_page(desk, entry.title, strip_markup(summary)),
        kind=catalogue.kind,
        kind_word=desk.say(catalogue.word),
        id=entry.id,
        title=entry.title,
        lead=desk.prose(summary),
        retiring=desk.retiring(entry.deprecated),
        facts=tuple(catalogue.tell(desk, entry)),
        figures=figures,
        grids=grids,
        used=used,
        tags=tuple(Link(tag, desk.atlas.find("tag", tag, page=desk.page)) for tag in entry.tags),
        formerly=entry.aliases,
        notice="" if any(use.journey for use in uses) else desk.say(marked("No journey uses it.")),
    )


def _lead_on(grid: Grid, used: Grid | None) -> Grid:
    """Return a table that was cut with the way to all of it: whatever uses an entry is in its file."""
    return grid._replace(more=Link(grid.more.text, FILE)) if grid.more.text and used else grid


def _uses(plan: Plan, catalogue: Catalogue, entry: Any) -> Used:
    return plan.uses.get((catalogue.kind, entry.id), ())
