"""What markers speak of: journeys by id or file, workspaces by folder, as somebody finds them for us."""

from typing import Protocol

from journeymap.model import Journey, Portfolio
from journeymap.named_tuples import NamedTuple
from journeymap.suggesting import closest

MOST_LISTED = 7


class Target(NamedTuple):
    """A journey with the portfolio it belongs to, or a whole portfolio."""

    portfolio: Portfolio
    journey: Journey | None = None


class Shelf(Protocol):
    """Where the journeys are. Pages are known by the path they are shown with."""

    def journeys(self, page: str, word: str, /) -> tuple[Target, ...]:
        """Return the journeys that a word on a page may mean: an id, or a file seen from the page."""

    def portfolios(self, page: str, word: str, /) -> tuple[Portfolio, ...]:
        """Return the workspaces around a page, or the one in a folder seen from the page."""

    def ids(self, page: str, /) -> tuple[str, ...]:
        """Return the ids of all journeys that a page can name."""


class OneShelf:
    """One portfolio, which every page sees; files are known by the paths in it."""

    def __init__(self, portfolio: Portfolio) -> None:
        self._portfolio = portfolio

    def journeys(self, _page: str, word: str, /) -> tuple[Target, ...]:
        """Return the journeys with an id, or in a file."""
        return tuple(
            Target(self._portfolio, journey)
            for journey in self._portfolio.journeys
            if word in (journey.id, journey.at.file)
        )

    def portfolios(self, _page: str, _word: str, /) -> tuple[Portfolio, ...]:
        """Return the portfolio."""
        return (self._portfolio,)

    def ids(self, _page: str, /) -> tuple[str, ...]:
        """Return the ids of all journeys."""
        return tuple(journey.id for journey in self._portfolio.journeys)


class UnknownTargetError(Exception):
    """What a marker names cannot be had; the message says why, ``help`` what to write instead."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.help = help


def choose_journey(shelf: Shelf, page: str, word: str) -> Target:
    """Return the one journey that a word on a page means."""
    found = shelf.journeys(page, word)
    if len(found) == 1:
        return found[0]
    if found:
        files = ", ".join(f"`{target.journey.at.file}`" for target in found if target.journey)
        raise UnknownTargetError(
            f"{len(found)} journeys have the id `{word}`",
            f"name the file, seen from this one; they are {files}",
        )
    if is_path(word):
        raise UnknownTargetError(
            f"there is no journey in `{word}`", "name a file by its path as seen from this one"
        )
    ids = shelf.ids(page)
    near = closest(word, ids)
    if near:
        raise UnknownTargetError(f"there is no journey `{word}`", f"did you mean `{near}`?")
    if 0 < len(ids) <= MOST_LISTED:
        raise UnknownTargetError(
            f"there is no journey `{word}`", f"the journeys are {', '.join(f'`{id}`' for id in ids)}"
        )
    raise UnknownTargetError(
        f"there is no journey `{word}`", "an id of the workspace around, or a path, names one"
    )


def choose_portfolio(shelf: Shelf, page: str, word: str) -> Target:
    """Return the one workspace that a word on a page means, the one around it for no word."""
    found = shelf.portfolios(page, word)
    if len(found) == 1:
        return Target(found[0])
    if found:
        raise UnknownTargetError(
            f"there are {len(found)} workspaces here", "name the folder of one, as seen from this file"
        )
    if word:
        raise UnknownTargetError(
            f"there is no workspace in `{word}`",
            "name the folder of its `journeymap.yaml`, as seen from this file",
        )
    raise UnknownTargetError(
        "there is no workspace around this file",
        "put a `journeymap.yaml` above the journeys, with the lines `journeymap: 1` and `kind: workspace`;"
        " or name the folder of one, as seen from this file",
    )


def is_path(word: str) -> bool:
    """Say whether a word names a file or folder: an id has neither slash nor dot."""
    return "/" in word or "." in word
