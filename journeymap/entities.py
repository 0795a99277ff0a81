"""What stands around a place in a file: the things with ids that lead to it, and the path of those ids.

Every room that reports a finding names its entity here, so that one thing has one path whoever speaks
of it: fingerprints, baselines and overrides hang on these paths.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from journeymap.named_tuples import NamedTuple
from journeymap.source import Pointer

ITEMS: Final[Mapping[str, str]] = {
    "stages": "stage",
    "touchpoints": "touchpoint",
    "personas": "persona",
    "pains": "pain",
    "gains": "gain",
    "kpis": "KPI",
    "exits": "exit",
    "opportunities": "opportunity",
    "actions": "action",
    "insights": "insight",
    "evidence": "evidence",
    "feedback_loops": "feedback loop",
    "changes": "change",
    "moved": "move",
    "next": "branch",
    "images": "image",
    "links": "link",
    "personalization": "personalization",
    "physical_evidence": "blueprint item",
    "frontstage": "blueprint item",
    "backstage": "blueprint item",
    "support": "blueprint item",
    "channels": "channel",
    "metrics": "metric",
    "teams": "team",
    "systems": "system",
    "segments": "segment",
    "sources": "source",
    "phases": "phase",
    "terms": "term",
    "lanes": "lane",
    "labels": "label",
    "views": "view",
    "columns": "column",
    "overrides": "override",
}
"""The key of a list → what one of its items is called."""

_NAMES: Final = ("id", "metric", "title", "text", "field", "url", "src")
_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Thing(NamedTuple):
    """An item of a document: what it is called, which one of its list it is, and where it stands."""

    noun: str
    name: str
    number: int
    pointer: Pointer


def name_entity(data: Any, kind: str, pointer: Pointer) -> str:
    """Return the path of ids that leads to a place, such as ``journey:a/stage:b/touchpoint:c``."""
    path = []
    for thing in things_around(data, kind, pointer):
        id = _id_of(_reach(data, thing.pointer))
        noun = thing.noun.lower().replace(" ", "-")
        if not thing.pointer:
            path.append(f"{kind}:{id}" if id else kind)
        elif id:
            path.append(
                f"shared-{noun}:{id}" if kind == "library" and noun == "touchpoint" else f"{noun}:{id}"
            )
    return "/".join(path)


def name_step(data: Any, kind: str, pointer: Pointer) -> str:
    """Return the path from the innermost thing with an id down to a place, such as ``next[1].share``."""
    start = 0
    for thing in things_around(data, kind, pointer):
        if _id_of(_reach(data, thing.pointer)):
            start = len(thing.pointer)
    path = "".join(f".{step}" if isinstance(step, str) else f"[{step}]" for step in pointer[start:])
    return path.removeprefix(".")


def things_around(data: Any, kind: str, pointer: Pointer) -> list[Thing]:
    """Return the things around a place, outermost first; the document itself is the first."""
    value = data
    things = [Thing(kind, _own_name(data, ("id", "title")) if kind in ("journey", "persona") else "", 0, ())]
    for depth, step in enumerate(pointer):
        value = _enter(value, step)
        before = pointer[depth - 1] if depth else ""
        here = pointer[: depth + 1]
        if isinstance(value, dict) and isinstance(step, int) and before in ITEMS:
            things.append(Thing(ITEMS[str(before)], _own_name(value, _NAMES), step + 1, here))
        elif isinstance(value, dict) and step == "item" and pointer[:1] == ("changes",):
            added = _mapping(_reach(data, pointer[:depth])).get("add")
            noun = added.replace("-", " ").replace("kpi", "KPI") if isinstance(added, str) else "item"
            things.append(Thing(noun, _own_name(value, _NAMES), 0, here))
        elif before == "connections" and isinstance(step, str) and depth == 1:
            things.append(Thing("connection", step, 0, here))
        elif isinstance(value, dict) and step == "next":
            things.append(Thing("branch", "", 0, here))
    return things


def _own_name(value: Any, keys: tuple[str, ...]) -> str:
    """Return the id of a mapping, or the best other name it has; a malformed id is the last resort."""
    names = (_id_of(value), *(_mapping(value).get(key) for key in (*keys[1:], "id")))
    return next((name for name in names if isinstance(name, str) and name.strip()), "")


def _id_of(value: Any) -> str:
    """Return the id of a mapping; that of a KPI defaults to its metric's."""
    ids = (_mapping(value).get(key) for key in ("id", "metric"))
    return next((id for id in ids if isinstance(id, str) and len(id) <= 64 and _ID.fullmatch(id)), "")


def _reach(data: Any, pointer: Pointer) -> Any:
    for step in pointer:
        data = _enter(data, step)
    return data


def _enter(value: Any, step: str | int) -> Any:
    if isinstance(value, list) and isinstance(step, int):
        return value[step] if step < len(value) else None
    return value.get(step) if isinstance(value, dict) else None


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
