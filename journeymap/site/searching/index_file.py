"""The file of entries: a script, because a page that was opened from a disk may load nothing else."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping

from journeymap.site.searching.entries import KINDS, Entry

PATH = "assets/search-index.js"
_NUMBER = 5
"""How long the number of a text is at most, with its comma, for nearly all of them."""


def write_index(entries: Iterable[Entry]) -> str:
    """Return the script that hands the entries over; what the words lead to is worked out by the page.

    Texts that come often stand first, once each; entries name them by their number. Each entry is a list
    without the empty fields at its end, and on a line of its own; its parent is so many lines above it.
    """
    entries = tuple(entries)
    shared = _share(entries)
    kinds = {kind: number for number, kind in enumerate(KINDS)}
    lines = (_write_entry(kinds[entry.kind], place, entry, shared) for place, entry in enumerate(entries))
    head = f"journeymapSearch.take({_write(list(KINDS))}, {_write(list(shared))}, [\n"
    return head + ",\n".join(lines) + "\n]);\n"


def _share(entries: tuple[Entry, ...]) -> Mapping[str, int]:
    """Return the texts that are shorter as a number of few digits, the most frequent first."""
    counts = Counter(text for entry in entries for text in (entry.title, entry.address, entry.text))
    often = [text for text, count in counts.most_common() if (count - 1) * (len(text) + 2) > count * _NUMBER]
    return {text: number for number, text in enumerate(often)}


def _write_entry(kind: int, place: int, entry: Entry, shared: Mapping[str, int]) -> str:
    def name(text: str) -> str | int:
        return shared.get(text, text)

    above = place - entry.parent if entry.parent >= 0 else 0
    fields: list[object] = [kind, name(entry.title), name(entry.address), above]
    return _write([*fields, name(entry.text)] if entry.text else fields)


def _write(value: object) -> str:
    """Return a value as JSON that is a script, too, wherever the script may be put.

    A half of a pair of characters that belong together has no bytes of its own, and is written as a sign.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "<\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text.encode("utf-8", "replace").decode("utf-8")
