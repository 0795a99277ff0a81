"""The guard: a formatted text is read again, and taken only when it says and notes exactly the same."""

from collections import Counter
from typing import Any

from journeymap.formatting.remarks import word_remark
from journeymap.schema import validate
from journeymap.syntax import Document
from journeymap.syntax.comments import find_comments


def find_difference(before: Document, after: Document, kind: str, *, with_ids: bool) -> str:
    """Return in words what a formatted document says differently; nothing when all is the same."""
    if after.broken:
        return "the result could not be read"
    data = forget_ids(after.data, before.data) if with_ids else after.data
    if not is_same(data, before.data):
        return "a value would have changed"
    if _remarks(before) != _remarks(after):
        return "a comment would have changed or been lost"
    if _findings(after, kind) - _findings(before, kind):
        return "there would have been a new finding"
    return ""


def is_same(one: Any, other: Any) -> bool:
    """Whether two plain values are alike in value and type; the order of keys does not matter."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(is_same(value, other[key]) for key, value in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return bool(one == other)


def forget_ids(value: Any, original: Any) -> Any:
    """Return a value without the ids that were not in the original, and short forms short again."""
    if isinstance(value, dict) and isinstance(original, str) and len(value) == 2 and "id" in value:
        (text,) = (each for key, each in value.items() if key != "id")
        return text
    if isinstance(value, dict) and isinstance(original, dict):
        return {
            key: forget_ids(each, original.get(key))
            for key, each in value.items()
            if key != "id" or "id" in original
        }
    if isinstance(value, list) and isinstance(original, list) and len(value) == len(original):
        return [forget_ids(each, written) for each, written in zip(value, original, strict=True)]
    return value


def _remarks(document: Document) -> Counter[str]:
    return Counter(word_remark(comment.text) for comment in find_comments(document))


def _findings(document: Document, kind: str) -> Counter[str]:
    return Counter(each.rule for each in (*document.diagnostics, *validate(document, kind)))
