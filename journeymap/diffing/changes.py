"""What changed between two portfolios, as values: facts without an opinion, and changes with a level.

A fact says what is different and nothing else, and has a mirror: what was added one way was removed the
other way. A change is a fact that was judged: how much it matters, to whom, and how to avoid harm.
"""

from collections.abc import Mapping
from enum import IntEnum
from typing import Any, Literal, TypeAlias

from journeymap.named_tuples import NamedTuple
from journeymap.source import Place

Nature: TypeAlias = Literal[
    "existence", "identity", "order", "value", "reference", "lifecycle", "presentation"
]
Action: TypeAlias = Literal["add", "remove", "change", "increase", "decrease", "move"]
Area: TypeAlias = Literal["links", "measurement", "structure", "experience", "wording"]
"""What relies on the thing that changed: links and ids, time series, the shape of the journey, what the
customer lives through, or nobody but readers of the words."""


class Level(IntEnum):
    """How much a change matters; a higher value matters more.

    A detail is wording or looks and is shown only when everything is asked for. What is breaking can
    stop something that relied on the old state, or silently change what it means.
    """

    DETAIL = 0
    INFO = 1
    WARNING = 2
    BREAKING = 3

    @property
    def word(self) -> str:
        """The lower-case name, as printed and as written in configuration."""
        return self.name.lower()


class Entity(NamedTuple):
    """What changed: its kind, the path of ids that leads to it, its title.

    ``path`` is that of diagnostics, such as ``journey:first-purchase/touchpoint:checkout``. ``journey`` and
    ``stage`` are the ids of those it is a part of, and ``status`` is its journey's; all may be empty.
    """

    kind: str
    path: str
    title: str
    journey: str = ""
    stage: str = ""
    status: str = ""


class Fact(NamedTuple):
    """One difference: ``id`` is its kind in the catalogue.

    ``before`` and ``after`` are plain values: text, numbers, or tuples of them; nothing where there is
    none. ``about`` says which of several it is: the persona who feels, a channel, the text of an item.
    ``base`` and ``head`` are where it was and is written, ``nearest`` what is left around a thing that is
    gone. ``facts`` around it that a judge needs stand in ``context``: a metric's direction, whether it is
    a moment of truth. ``affects`` are paths of other things that change with it, since they use it.
    """

    id: str
    entity: Entity
    before: Any = None
    after: Any = None
    about: str = ""
    base: Place | None = None
    head: Place | None = None
    nearest: Place | None = None
    context: Mapping[str, Any] = {}
    affects: tuple[str, ...] = ()
    hint: str = ""


class Approval(NamedTuple):
    """That somebody agreed to a change: whose fingerprint, why, who, and until when (ISO date)."""

    fingerprint: str
    reason: str
    approved_by: str = ""
    expires: str = ""
    id: str = ""
    entity: str = ""
    at: Place | None = None


class Change(NamedTuple):
    """A fact with a level, in words.

    ``message`` is one sentence that names things in backticks, without a full stop; ``comment`` says why
    it matters or how to avoid harm. ``because`` says why its level is not that of its kind: a draft, a
    policy, a level of one's own.
    """

    fact: Fact
    level: Level
    area: Area
    nature: Nature
    action: Action
    message: str
    comment: str = ""
    because: str = ""
    approval: Approval | None = None

    @property
    def id(self) -> str:
        """The kind of change, as in the catalogue."""
        return self.fact.id

    @property
    def fingerprint(self) -> str:
        """A stable name for the change: its kind, what changed, and from what to what; no line, no words."""
        from hashlib import sha256

        fact = self.fact
        parts = ("v1", fact.id, fact.entity.path, fact.about, _spell(fact.before), _spell(fact.after))
        text = "\0".join(part.replace("\\", "\\\\").replace("\0", "\\0") for part in parts)
        return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _spell(value: Any) -> str:
    return repr(value)
