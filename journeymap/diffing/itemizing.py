"""What changed within one key of the settings, entry by entry: from what to what."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from journeymap.diffing.policies import Policy
from journeymap.diffing.shortening import quote
from journeymap.diffing.spelling import spell, spell_word

MOST: Final = 6
"""The most entries that a sentence names."""
_LONGEST: Final = 200
_USUAL: Final = {("policy-changed", name): value for name, value in Policy()._asdict().items()}
_USUAL[("check-settings-changed", "profile")] = "by-status"


def itemize_setting(id: str, key: str, before: Any, after: Any) -> str:
    """Return how a value of the settings became another one; both are plain values, nothing for unset.

    ``id`` is the kind of change and ``key`` the key, which say what holds where nothing is set.
    """
    if _is_list(before) or _is_list(after):
        told = list(_list(before or (), after or ()))
    elif _is_mapping(before) or _is_mapping(after):
        told = list(_entries(_flatten(before), _flatten(after)))
    else:
        usual = _USUAL.get((id, key))
        return f"from {_spell(before, usual)} to {_spell(after, usual)}"
    more = f" and {len(told) - MOST} more" if len(told) > MOST else ""
    return ", ".join(told[:MOST]) + more


def _entries(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    for name in (*old, *(each for each in new if each not in old)):
        before, after = old.get(name), new.get(name)
        if repr(before) != repr(after):
            yield f"{quote(name)} from {_spell(before)} to {_spell(after)}"


def _list(old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[str]:
    lost = [each for each in old if each not in new]
    found = [each for each in new if each not in old]
    yield from (f"without {quote(_spell_entry(each), _LONGEST)}" for each in lost)
    yield from (f"with {quote(_spell_entry(each), _LONGEST)}" for each in found)
    if not (lost or found):
        yield "the same entries in another order"


def _spell_entry(entry: Any) -> str:
    if not _is_mapping(entry):
        return spell(entry)
    return "; ".join(f"{name}: {spell(value)}" for name, value in _flatten(entry).items())


def _spell(value: Any, usual: Any = None) -> str:
    if value is not None:
        return spell_word(value)
    return "the usual" if usual is None or usual == {} else f"the usual {spell_word(usual)}"


def _flatten(value: Any, path: str = "") -> dict[str, Any]:
    """Return the values of a mapping, also of those within it, by the keys that lead to them."""
    if not _is_mapping(value):
        return {} if value is None else {path or "all": value}
    told: dict[str, Any] = {}
    for key, each in value:
        told |= _flatten(each, f"{path}.{key}" if path else key)
    return told


def _is_mapping(value: Any) -> bool:
    return _is_list_like(value) and all(
        _is_list_like(each) and len(each) == 2 and isinstance(each[0], str) for each in value
    )


def _is_list(value: Any) -> bool:
    return _is_list_like(value) and not _is_mapping(value)


def _is_list_like(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value)
