"""``journeymap show``: a journey with its emotion curve, or one item, on the terminal."""

from typing import Any

from journeymap.cli.console import Console
from journeymap.cli.gathering import VISIBILITY, Gathered, gather, open_screen, tell_errors
from journeymap.cli.options import Argument, Command, Example, Option, UsageError, Values
from journeymap.cli.parsing import suggest
from journeymap.cli.verdict import DONE
from journeymap.model import Portfolio
from journeymap.model.items import Item, items_of, nearness
from journeymap.named_tuples import NamedTuple

_MOST_NAMED = 12


class _Found(NamedTuple):
    """An item and the portfolio that it is from."""

    portfolio: Portfolio
    item: Item


def run(values: Values, console: Console) -> int:
    """Show one item; errors in other files are none of its business."""
    name = values["id"]
    if name is None:
        raise UsageError(
            "what to show? name a journey, or an item of one", "`journeymap ls journeys` lists them"
        )
    if _is_file(name, console):
        values = {**values, "paths": [name, *values["paths"]]}
    gathered = gather(values, console)
    if not gathered.scopes:
        return gathered.code
    found = _choose(name, gathered, console)
    if found.item.value.at.file in gathered.faulty:
        tell_errors(gathered, console)
    if values["json"]:
        console.write(_as_json(found))
        return DONE
    screen = open_screen(console)
    if found.item.kind == "journey":
        from journeymap.reporting.terminal.journey import draw_journey

        console.write(screen.paint(draw_journey(found.portfolio, found.item.value, screen)))
        console.say(f"`journeymap show {found.item.address}#ID` shows an item of it")
    else:
        from journeymap.reporting.terminal.card import draw_card

        console.write(screen.paint(draw_card(found.portfolio, found.item, screen)))
    return DONE


def _is_file(name: str, console: Console) -> bool:
    """Say whether a name is that of a journey's file; an id has no dot."""
    return "." in name and console.path(name).is_file()


def _choose(name: str, gathered: Gathered, console: Console) -> _Found:
    """Return the one item that is meant."""
    portfolios = [scope.portfolio for scope in gathered.scopes]
    if _is_file(name, console):
        found = [
            _Found(scope.portfolio, Item("journey", journey.id, journey.title, journey))
            for scope in gathered.scopes
            for journey in scope.portfolio.journeys
            if journey.at.file in scope.files
        ]
    else:
        found = _nearest(name, portfolios)
        # A channel that no workspace declares comes with each of them; one that is used says more.
        found = _without_defaults(found) or found[:1]
    if len(found) == 1:
        return found[0]
    if found:
        raise _ambiguous(name, found)
    tell_errors(gathered, console)
    raise _unknown(name, portfolios)


def _nearest(name: str, portfolios: list[Portfolio]) -> list[_Found]:
    """Return the items that a name stands for most directly."""
    near = [
        (rank, _Found(portfolio, item))
        for portfolio in portfolios
        for item in items_of(portfolio)
        if (rank := nearness(item, name)) is not None
    ]
    best = min((rank for rank, _ in near), default=0)
    return [found for rank, found in near if rank == best]


def _without_defaults(found: list[_Found]) -> list[_Found]:
    return [each for each in found if each.item.value.at.file]


def _ambiguous(name: str, found: list[_Found]) -> UsageError:
    addresses = [each.item.address for each in found]
    if len(set(addresses)) == len(addresses):
        names = [
            f"{each.item.kind}:{name}" if each.item.address == name else each.item.address for each in found
        ]
    elif len({each.item.kind for each in found}) == len(found):
        names = [f"{each.item.kind}:{each.item.address}" for each in found]
    else:
        names = [f"{each.item.address} {each.item.value.at.file}" for each in found]
    steps = [f"journeymap show {each}" for each in names[:_MOST_NAMED]]
    return UsageError(f"`{name}` is the name of {len(found)} things: say which", *steps)


def _unknown(name: str, portfolios: list[Portfolio]) -> UsageError:
    items = [item for portfolio in portfolios for item in items_of(portfolio)]
    names = dict.fromkeys(each for item in items for each in (item.address, *item.names))
    bare = name.partition("#")[2]
    near = suggest(name, names) or (suggest(bare, names) if bare else ())
    journeys = list(dict.fromkeys(item.address for item in items if item.kind == "journey"))
    more = ", …" if len(journeys) > _MOST_NAMED else ""
    listed = (f"journeys: {', '.join(journeys[:_MOST_NAMED])}{more}",) if journeys else ()
    return UsageError(
        f"there is no `{name}`", *near, *listed, "`journeymap ls KIND` lists items with their ids"
    )


def _as_json(found: _Found) -> str:
    """Return an item as data: a journey is the document that ``render`` writes."""
    if found.item.kind == "journey":
        from journeymap.rendering.exchange.model import write_model

        return write_model(found.portfolio, found.item.value)
    from journeymap.model.items import referrers_of
    from journeymap.reporting.plain_data import plain, write_data

    item = found.item
    data: dict[str, Any] = {
        "format": "journeymap-show/1",
        "format_version": "1.0",
        "kind": item.kind,
        "address": item.address,
        "item": plain(item.value),
        "referred_to_by": [
            {"kind": each.kind, "address": plain(each.address), "title": plain(each.title)}
            for each in referrers_of(found.portfolio, item)
        ],
    }
    return write_data(data)


COMMAND = Command(
    name="show",
    summary="Show a journey with its emotion curve, or one item of it, on the terminal.",
    usage="ID [PATHS...] [options]",
    examples=(
        Example("journeymap show first-purchase", "A journey: curve, stages, pains, opportunities."),
        Example("journeymap show first-purchase#checkout", "A touchpoint, and what refers to it."),
        Example("journeymap show late-delivery-cost", "The id alone will do where only one item has it."),
        Example("journeymap show persona:deal-hunter", "The kind tells apart what shares a name."),
        Example("journeymap show shop.journey.yaml", "The journey of a file."),
        Example("journeymap show first-purchase --json", "All of it as data."),
    ),
    arguments=(
        Argument(
            "id",
            "A journey, or anything with an id: touchpoint, pain, opportunity, KPI (checkout/conversion),"
            " persona, channel, team and so on; or a journey's file.",
        ),
        Argument("paths", "Files and folders to look in; this folder when left out.", many=True),
    ),
    options=(
        Option(("--json",), "The item as data, for programs; a journey with all it refers to."),
        VISIBILITY,
    ),
    epilog="A drawing is as wide as the terminal, at most 120 columns, and 80 where nobody knows. On a"
    " stream that knows ASCII only, letters stand for the marks of the curve. Exit codes: those of `ls`,"
    " but errors in other files do not count.",
    run=run,
)
