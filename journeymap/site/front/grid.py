"""The journeys against the phases of the lifecycle, and what the list can be narrowed by."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from journeymap.model import Journey
from journeymap.rendering.charts.heat import HeatGrid
from journeymap.rendering.naming import find_persona, name_team
from journeymap.rendering.templating import marked
from journeymap.site.chart_views import show_heat
from journeymap.site.desk import Desk
from journeymap.site.overviews.wording import say_more
from journeymap.site.pieces import HeatCell, JourneyCard, Link


class Filter(NamedTuple):
    """A choice that narrows the list: its name in the address, its label, what leaves it open, its values."""

    name: str
    label: str
    every: str
    options: tuple[tuple[str, str], ...]


class JourneyLine(NamedTuple):
    """A journey with its cell in each phase, and last that of the whole.

    ``facets`` are the name of a filter and the values, a line each.
    """

    card: JourneyCard
    cells: tuple[HeatCell | None, ...]
    facets: tuple[tuple[str, str], ...]


class PortfolioGrid(NamedTuple):
    """The journeys in rows, the phases in columns; ``cut`` says that they are not all, ``more`` leads on."""

    phases: tuple[str, ...]
    lines: tuple[JourneyLine, ...]
    downloads: tuple[Link, ...]
    cut: str = ""
    more: Link = Link("")


LABELS: Final = {
    "state": (marked("State"), marked("Every state")),
    "status": (marked("Status"), marked("Every status")),
    "persona": (marked("Persona"), marked("Every persona")),
    "owner": (marked("Owner"), marked("Every owner")),
    "tag": (marked("Tag"), marked("Every tag")),
}
"""The filters in their order: what each is called, and what its first option says."""


def show_grid(desk: Desk, grid: HeatGrid, cards: Sequence[JourneyCard]) -> PortfolioGrid | None:
    """Return the grid of some journeys and their cards, where there is more than one to tell apart."""
    heat = show_heat(desk, grid)
    found = (_facets(row.journey) for row in grid.rows)
    if not heat.phases and len(cards) < 2:
        return None
    lines = (
        JourneyLine(card, row.cells, tuple((name, "\n".join(values)) for name, values in facets if values))
        for card, row, facets in zip(cards, heat.rows, found, strict=True)
    )
    return PortfolioGrid(heat.phases, tuple(lines), heat.downloads, *_lead_on(desk, len(cards)))


def _lead_on(desk: Desk, shown: int) -> tuple[str, Link]:
    """Return which journeys are shown and the way to the others, or nothing where there are no others."""
    left = len(desk.portfolio.journeys) - shown
    if left <= 0:
        return "", Link("")
    words = desk.say(marked("Here are the %(shown)d that feel worst, the worst on top."), shown=shown)
    return words, Link(say_more(desk, left), desk.atlas.list("journeys", page=desk.page))


def offer_filters(desk: Desk, journeys: Iterable[Journey]) -> tuple[Filter, ...]:
    """Return the filters that have more than one value to choose from, values in order of their words."""
    found: dict[str, dict[str, str]] = {name: {} for name in LABELS}
    for journey in journeys:
        for name, values in _facets(journey):
            for value in values:
                found[name].setdefault(value, _name(desk, journey, name, value))
    return tuple(
        Filter(name, desk.say(label), desk.say(every), _order(name, found[name]))
        for name, (label, every) in LABELS.items()
        if len(found[name]) > 1
    )


_ORDERS: Final = {
    "state": ("current", "future", "ideal"),
    "status": ("draft", "review", "published", "retired"),
}


def _order(name: str, options: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Return options in the order of the language, or else of their words."""
    if name in _ORDERS:
        return tuple((value, options[value]) for value in _ORDERS[name] if value in options)
    return tuple(sorted(options.items(), key=lambda option: (option[1].casefold(), option[0])))


def _facets(journey: Journey) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what a journey can be found by; white space in a tag would end it."""
    yield "state", (journey.state,)
    yield "status", (journey.status,)
    yield "persona", journey.personas
    yield "owner", tuple(_present([journey.owner]))
    yield "tag", tuple(dict.fromkeys(_present(journey.tags)))


def _present(texts: Iterable[str]) -> Iterator[str]:
    return (words for text in texts if (words := " ".join(text.split())))


def _name(desk: Desk, journey: Journey, filter: str, value: str) -> str:
    match filter:
        case "state" | "status":
            return desk.word(filter, value)
        case "persona":
            persona = find_persona(desk.portfolio, journey, value)
            return persona.title if persona else value
        case "owner":
            return name_team(desk.portfolio, value)
        case _:
            return value
