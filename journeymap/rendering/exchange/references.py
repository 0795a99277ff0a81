"""What a journey refers to by id, and what that refers to in turn."""

from collections.abc import Iterator, Mapping
from typing import Any

from journeymap.model import Journey, Portfolio
from journeymap.model.journey import Move
from journeymap.model.visibility import REFERENCES
from journeymap.rendering.exchange.document import OtherJourney

KINDS = (
    "personas",
    "channels",
    "metrics",
    "teams",
    "systems",
    "segments",
    "sources",
    "touchpoints",
    "phases",
    "journeys",
)
"""What can be referred to, by the names of the document's fields."""


def gather_references(portfolio: Portfolio, journey: Journey) -> Mapping[str, tuple[Any, ...]]:
    """Return what a journey refers to, by kind, in the order of the portfolio; nothing of its own."""
    others = {id: OtherJourney(id, title) for id, title in portfolio.titles().items()}
    known: dict[str, Mapping[str, Any]] = {
        **portfolio.library._asdict(),
        "personas": portfolio.personas,
        "journeys": others,
    }
    own = {("personas", each.id) for each in journey.local_personas} | {("journeys", journey.id)}
    found: set[tuple[str, str]] = set()
    pending: list[Any] = [journey]
    while pending:
        for kind, id in _references_in(pending.pop()):
            if id in known[kind] and (kind, id) not in found | own:
                found.add((kind, id))
                pending.append(known[kind][id])
    return {kind: tuple(known[kind][id] for id in known[kind] if (kind, id) in found) for kind in KINDS}


def _references_in(value: Any) -> Iterator[tuple[str, str]]:
    """Yield the kind and id of everything that a value refers to, at any depth."""
    if isinstance(value, Move):
        return
    for name, each in zip(value._fields, value, strict=True):
        kind = "journeys" if name == "journey" else REFERENCES.get(name)
        for part in each if _is_list(each) else (each,):
            if hasattr(part, "_fields"):
                yield from _references_in(part)
            elif kind and isinstance(part, str):
                yield kind, part


def _is_list(value: Any) -> bool:
    return isinstance(value, tuple) and not hasattr(value, "_fields")
