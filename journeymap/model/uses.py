"""Where everything that is shared is used: one walk over a portfolio, asked by every page of the site.

``items.py`` answers the same question for one item and in full depth; this answers it for all at once,
in time that grows with the portfolio and not with its square.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from journeymap.model.journey import Journey, Stage, Touchpoint
from journeymap.model.portfolio import Portfolio
from journeymap.named_tuples import NamedTuple


class Use(NamedTuple):
    """A place that speaks of something: ``field`` is the key it does so with, ``item`` who says it.

    ``item`` is the journey, stage or touchpoint itself, or what hangs on it: a pain, a KPI, an opportunity,
    a piece of evidence. Library entries and personas speak too, outside any journey.
    """

    field: str
    item: Any
    journey: Journey | None = None
    stage: Stage | None = None
    touchpoint: Touchpoint | None = None


Uses: TypeAlias = Mapping[tuple[str, str], tuple[Use, ...]]
"""Kind and id of what is used → where, in the order of the portfolio."""

FIELDS: Final[Mapping[str, str]] = {
    "channels": "channel",
    "metric": "metric",
    "owner": "team",
    "system": "system",
    "systems": "system",
    "segment": "segment",
    "segments": "segment",
    "source": "source",
    "sources": "source",
    "uses": "shared-touchpoint",
    "phase": "phase",
    "persona": "persona",
    "personas": "persona",
    "actor": "persona",
    "receiver": "persona",
    "expand": "journey",
    "extends": "journey",
    "journey": "journey",
    "tags": "tag",
}
"""Field → the kind of what its texts name. Texts that name nothing of it are kept: nobody asks for them."""

_HELD: Final = frozenset({"at", "aliases", "moved", "changes", "deprecated", "fields", "links", "images"})
"""Fields that refer to nothing of these kinds, or speak of what once was."""
_PARTS: Final[Mapping[type, frozenset[str]]] = {
    Journey: frozenset(
        {
            *("stages", "kpis", "opportunities", "insights", "evidence"),
            *("feedback_loops", "exits", "local_personas"),
        }
    ),
    Stage: frozenset({"touchpoints", "kpis"}),
    Touchpoint: frozenset({"pains", "gains", "kpis"}),
}
"""Fields whose entries speak for themselves."""


def find_uses(portfolio: Portfolio) -> Uses:
    """Return where everything is used; an item that names one thing twice by one field is one use."""
    found: dict[tuple[str, str], list[Use]] = {}
    for use, names in _walk(portfolio):
        for field, name in names:
            place = use._replace(field=field)
            kept = found.setdefault((FIELDS[field], name), [])
            if not kept or kept[-1] != place:
                kept.append(place)
    return {key: tuple(uses) for key, uses in found.items()}


def _walk(portfolio: Portfolio) -> Iterator[tuple[Use, Iterable[tuple[str, str]]]]:
    """Yield every speaker with what it names."""
    for journey in portfolio.journeys:
        whole = Use("", journey, journey)
        yield whole, tuple(_names(journey))
        for part in _parts(journey):
            yield whole._replace(item=part), tuple(_names(part))
        for stage in journey.stages:
            here = Use("", stage, journey, stage)
            yield here, tuple(_names(stage))
            for part in _parts(stage):
                yield here._replace(item=part), tuple(_names(part))
            for touchpoint in stage.touchpoints:
                there = Use("", touchpoint, journey, stage, touchpoint)
                yield there, tuple(_names(touchpoint))
                for part in _parts(touchpoint):
                    yield there._replace(item=part), tuple(_names(part))
    for persona in portfolio.personas.values():
        yield Use("", persona), tuple(_names(persona))
    for entries in portfolio.library:
        for entry in entries.values():
            yield Use("", entry), tuple(_names(entry))


def _parts(value: Any) -> Iterator[Any]:
    for field in value._fields:
        if field in _PARTS[type(value)] and field not in ("stages", "touchpoints"):
            yield from getattr(value, field)


def _names(value: Any) -> Iterator[tuple[str, str]]:
    """Yield the fields of a value that name something, with each name, those of its own parts included."""
    skipped = _PARTS.get(type(value), frozenset())
    for field, each in zip(value._fields, value, strict=True):
        if not each or field in _HELD or field in skipped:
            continue
        if isinstance(each, str):
            if field in FIELDS:
                yield field, each
        elif hasattr(each, "_fields"):
            yield from _names(each)
        elif isinstance(each, tuple):
            for one in each:
                if hasattr(one, "_fields"):
                    yield from _names(one)
                elif field in FIELDS and isinstance(one, str):
                    yield field, one
