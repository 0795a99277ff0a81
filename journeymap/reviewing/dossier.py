"""What a reviewer is shown, as values: a review, both sides of it, where everything is written, wishes."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from journeymap.diffing.changes import Approval, Change, Level
from journeymap.model import Portfolio
from journeymap.named_tuples import NamedTuple
from journeymap.reporting.style import PLAIN, Style
from journeymap.source import Place, Span

if TYPE_CHECKING:
    from journeymap.diffing.review import Review


MOST_REACHED = 3
"""How many journeys are named that use what has changed."""


class Located(NamedTuple):
    """A change with where it is written on both sides, and what is nearest to a thing that is gone."""

    change: Change
    base: Span | None = None
    head: Span | None = None
    nearest: Span | None = None


class Options(NamedTuple):
    """How a review is shown.

    ``name`` tells the comment apart from others on the same pull request. ``site_url`` is where the site
    of the newer side is published, ``edit_url`` what leads to a file, with ``{file}`` and ``{line}``.
    ``most_rows`` and ``most_characters`` are what a comment holds at most. ``lang`` is the language of our
    own words on the page and in the picture; without one it is the workspace's.
    """

    shows_all: bool = False
    name: str = "diff"
    site_url: str = ""
    edit_url: str = ""
    most_rows: int = 20
    most_characters: int = 60_000
    style: Style = PLAIN
    encoding: str = "utf-8"
    lang: str = ""


class Conduct(NamedTuple):
    """What a reviewer has to see besides the changes, as sentences: how the review itself was conducted."""

    config_changes: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    expired: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


class Dossier(NamedTuple):
    """A review with both portfolios and its changes in order, each with where it is written."""

    review: "Review"
    before: Portfolio
    after: Portfolio
    changes: tuple[Located, ...]
    options: Options = Options()

    @property
    def shown(self) -> tuple[Located, ...]:
        """The changes that are shown: details only where everything is asked for."""
        least = Level.DETAIL if self.options.shows_all else Level.INFO
        return tuple(each for each in self.changes if each.change.level >= least)

    @property
    def conduct(self) -> Conduct:
        """What is said about the review itself."""
        return describe_conduct(self.review)

    @property
    def hidden(self) -> int:
        """How many changes are details that are only counted."""
        return len(self.changes) - len(self.shown)

    @property
    def lang(self) -> str:
        """The language of our own words where these are translated."""
        return self.options.lang or self.after.workspace.lang or "en"

    def count(self, level: Level) -> int:
        """Return how many changes are at a level."""
        return sum(each.change.level is level for each in self.changes)


def may_be_approved(change: Change) -> bool:
    """Say whether somebody may want to approve of a change, and nobody has."""
    return change.level is Level.BREAKING and change.approval is None


def tell_reasons(dossier: Dossier, change: Change) -> tuple[str, ...]:
    """Return what is said below a change: whom it reaches, how to avoid harm, and why it has its level."""
    because = f"because {change.because}" if change.because else ""
    return tuple(filter(None, (_tell_reach(dossier, change), change.comment, because)))


def _tell_reach(dossier: Dossier, change: Change) -> str:
    """Return which journeys change with something that they share, in words."""
    if change.fact.entity.journey:
        return ""
    titles = {**dossier.before.titles(), **dossier.after.titles()}
    ids = (path.partition("/")[0].removeprefix("journey:") for path in change.fact.affects)
    names = [f"`{titles[id]}`" for id in dict.fromkeys(ids) if id in titles and id != change.fact.entity.path]
    named, left = names[:MOST_REACHED], len(names) - MOST_REACHED
    if left > 0:
        return f"it reaches {', '.join(named)} and {left} more"
    *others, last = named or [""]
    return f"it reaches {', '.join(others)} and {last}" if others else f"it reaches {last}" if last else ""


def describe_conduct(review: "Review") -> Conduct:
    """Return what is said about the review itself, in sentences."""
    return Conduct(
        config_changes=tuple(change.message for change in review.config_changes),
        unused=tuple(map(_tell_approval, review.unused)),
        expired=tuple(map(_tell_approval, review.expired)),
        hints=tuple(hint.text for hint in review.hints),
    )


def _tell_approval(approval: Approval) -> str:
    """Return an approval as a sentence: what for, why, whose, until when."""
    what = " ".join(filter(None, (approval.id, approval.entity))) or approval.fingerprint
    words = [f"`{what}`: {approval.reason}"]
    words += [f"by {approval.approved_by}"] if approval.approved_by else []
    words += [f"until {approval.expires}"] if approval.expires else []
    return ", ".join(words)


Locate = Callable[[Place], Span | None]
"""Finds the stretch of text that a place stands for, or nothing where the text is not known."""


def open_dossier(
    review: "Review",
    before: Portfolio,
    after: Portfolio,
    in_base: Locate,
    in_head: Locate,
    options: Options = Options(),  # noqa: B008 - frozen
) -> Dossier:
    """Return the dossier of a review: all its changes with their places, the gravest first."""
    told = sorted((*review.changes, *review.regressions), key=lambda change: -change.level)
    return Dossier(review, before, after, locate_changes(told, in_base, in_head), options)


def locate_changes(changes: Iterable[Change], in_base: Locate, in_head: Locate) -> tuple[Located, ...]:
    """Return changes with where they are written, in their order; what is left around stands in the head."""

    def find(locate: Locate, place: Place | None) -> Span | None:
        return locate(place) if place else None

    return tuple(
        Located(
            change,
            find(in_base, change.fact.base),
            find(in_head, change.fact.head),
            find(in_head, change.fact.nearest),
        )
        for change in changes
    )
