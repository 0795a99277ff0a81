"""The file of entries: a script, because a page that was opened from a disk may load nothing else."""

import json
from collections.abc import Iterable

from journeymap.site.searching.entries import KINDS, Entry

PATH = "assets/search-index.js"


def write_index(entries: Iterable[Entry]) -> str:
    """Return the script that hands the entries over; what the words lead to is worked out by the page.

    Each entry is a list without the empty fields at its end, and on a line of its own.
    """
    numbers = {kind: number for number, kind in enumerate(KINDS)}
    lines = (_write_entry(numbers[entry.kind], entry) for entry in entries)
    return f"journeymapSearch.take({_write(list(KINDS))}, [\n" + ",\n".join(lines) + "\n]);\n"


def _write_entry(kind: int, entry: Entry) -> str:
    fields: list[object] = [kind, entry.title, entry.address, entry.parent]
    return _write([*fields, entry.text] if entry.text else fields)


def _write(value: object) -> str:
    """Return a value as JSON that is a script, too, wherever the script may be put.

    A half of a pair of characters that belong together has no bytes of its own, and is written as a sign.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "<\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text.encode("utf-8", "replace").decode("utf-8")
