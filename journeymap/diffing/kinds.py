"""A kind of change as the catalogue holds it, and the short ways to write its rows."""

from collections.abc import Iterator
from typing import Final, TypeAlias

from journeymap.diffing.changes import Action, Area, Level, Nature
from journeymap.named_tuples import NamedTuple

DETAIL: Final = Level.DETAIL
INFO: Final = Level.INFO
WARNING: Final = Level.WARNING
BREAKING: Final = Level.BREAKING


class ChangeKind(NamedTuple):
    """One kind of change.

    ``level`` is what it is before anything around it is looked at, ``inverse`` the kind that it is when
    the sides are swapped. ``summary`` says in one sentence what happened, ``sentence`` says it of a
    certain thing; ``comment`` says why it matters or how to avoid harm.
    """

    id: str
    level: Level
    area: Area
    nature: Nature
    action: Action
    inverse: str
    summary: str
    sentence: str
    comment: str = ""


Row: TypeAlias = tuple[str, Level, str, str]
"""An id, its level, its summary and its sentence."""

_ID_COMMENT: Final = (
    "addresses, links, approvals and time series hang on ids; keep the old one under `aliases`, "
    "so that everything finds its way"
)


def one(
    row: Row, area: Area, nature: Nature = "value", comment: str = "", action: Action = "change"
) -> ChangeKind:
    """Return a kind of change that is the same both ways."""
    id, level, summary, sentence = row
    return ChangeKind(id, level, area, nature, action, id, summary, sentence, comment)


def two(
    first: Row,
    second: Row,
    area: Area,
    nature: Nature = "value",
    *,
    actions: tuple[Action, Action] = ("add", "remove"),
    comments: tuple[str, str] = ("", ""),
) -> Iterator[ChangeKind]:
    """Yield two kinds of change, each the other one when the sides are swapped."""
    for row, other, action, comment in zip((first, second), (second, first), actions, comments, strict=True):
        id, level, summary, sentence = row
        yield ChangeKind(id, level, area, nature, action, other[0], summary, sentence, comment)


def existence(
    kind: str,
    noun: str,
    area: Area,
    removed: Level,
    added: Level = INFO,
    *,
    why: str = "",
    has_aliases: bool = True,
) -> Iterator[ChangeKind]:
    """Yield what can happen to the existence of a kind of thing: it comes, goes, gets another id."""
    one_of_it = f"{'An' if noun[0] in 'aeiou' else 'A'} {noun}"
    yield from two(
        (f"{kind}-added", added, f"{one_of_it} was added", "{it} was added"),
        (f"{kind}-removed", removed, f"{one_of_it} was removed", "{it} was removed"),
        area,
        "existence",
        comments=("", why),
    )
    if has_aliases:
        yield from two(
            (
                *(f"{kind}-renamed", INFO, f"{one_of_it} got another id and keeps the old one as an alias"),
                "{it} is called `{new:bare}` now, and `{old:bare}` still leads to it",
            ),
            (
                *(
                    f"{kind}-id-changed",
                    BREAKING,
                    f"{one_of_it} got another id, and the old one leads nowhere",
                ),
                "{it} is called `{new:bare}` now, and `{old:bare}` leads nowhere",
            ),
            "links",
            "identity",
            actions=("change", "change"),
            comments=("", _ID_COMMENT),
        )
