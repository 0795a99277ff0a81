"""A file of journeys as an outline, one fact on each line, so that programs for lines show what is different.

How it was written does not show: not the order of keys, not quotes, not where a text was folded.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from journeymap.reporting.safety import safe

_STEP: Final = "  "
_NAMES: Final = ("id", "title")
_FRAME: Final = ("journeymap", "kind")
_ONE_OF: Final = {
    "aliases": "alias",
    "evidence": "evidence",
    "kpis": "KPI",
    "next": "next",
    "thoughts": "thought",
    "quotes": "quote",
}
"""Key of a list → what one of it is called, where the rules of `_name_one` do not say."""


def write_outline(data: Any, kind: str = "file") -> str:
    """Return the outline of what a file says; ``kind`` is what it is where it does not say so itself."""
    if not isinstance(data, Mapping):
        return f"{_spell(data)}\n"
    body = {key: value for key, value in data.items() if key not in _FRAME}
    return "".join(f"{line}\n" for line in _write_thing(safe(str(data.get("kind") or kind)), body, 0))


def _write_thing(name: str, fields: Mapping[str, Any], depth: int) -> Iterator[str]:
    """Yield the head of a thing, its facts in the order of their names, then what it is made of."""
    yield f"{_STEP * depth}{_name_thing(name, fields)}"
    rest = {key: value for key, value in fields.items() if key not in _NAMES or not _is_scalar(value)}
    for key in sorted(
        rest, key=lambda each: (not _is_scalar(rest[each]), _is_made_of(rest[each]), str(each))
    ):
        yield from _write_field(str(key), rest[key], depth + 1)


def _write_field(key: str, value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _write_thing(safe(key), value, depth)
    elif isinstance(value, list):
        for each in value or [None]:
            if isinstance(each, Mapping):
                yield from _write_thing(_name_one(key), each, depth)
            else:
                yield f"{_STEP * depth}{_name_one(key)}: {_spell(each) if value else 'none'}"
    else:
        yield f"{_STEP * depth}{safe(key)}: {_spell(value)}"


def _name_thing(name: str, fields: Mapping[str, Any]) -> str:
    id, title = (fields.get(key) for key in _NAMES)
    head = f"{name} {_spell(id)}" if _is_scalar(id) and id is not None else name
    return f"{head}: {_spell(title)}" if _is_scalar(title) and title is not None else head


def _name_one(key: str) -> str:
    """Return what one thing of a list is called."""
    if key in _ONE_OF:
        return _ONE_OF[key]
    for ending, one in (("ies", "y"), ("s", "")):
        if key.endswith(ending) and not key.endswith("ss"):
            return safe(key.removesuffix(ending) + one)
    return safe(key)


def _is_scalar(value: Any) -> bool:
    return not isinstance(value, (Mapping, list))


def _is_made_of(value: Any) -> bool:
    """Say whether a value holds things of their own, such as stages, which come after what is short."""
    return isinstance(value, list) and any(isinstance(each, Mapping) for each in value)


def _spell(value: Any) -> str:
    """Return a value on one line; what ends a paragraph shows as a sign."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return "; ".join(f"{safe(str(key))} {_spell(each)}" for key, each in value.items())
    if isinstance(value, list):
        return "; ".join(map(_spell, value))
    paragraphs = (" ".join(part.split()) for part in str(value).strip().split("\n\n"))
    return safe(" ¶ ".join(paragraphs))
