"""Where a text of a page was written: for what is wrong with a page, and has to be mended in a file."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from journeymap.source import Pointer, Position, SourceFile


def find_written(sources: Mapping[str, SourceFile], address: str) -> tuple[str, ...]:
    """Return the places, ``file:line:column``, of the values that hold an address, in order.

    Pages escape what an address cannot hold, so that its plain spelling is looked for as well.
    """
    spelled = "|".join(map(re.escape, dict.fromkeys((address, unquote(address)))))
    # What only ends like it is another address, such as the whole one of a page elsewhere.
    sought = re.compile(rf"(?<![\w/.%#?=&-])(?:{spelled})(?![\w/%#?=&-])")
    return tuple(
        f"{path}:{position.line}:{position.column}"
        for path, source in sorted(sources.items())
        for position in _find_in_file(source, sought)
    )


def _find_in_file(source: SourceFile, sought: re.Pattern[str]) -> Iterator[Position]:
    if not sought.search(source.text):
        return
    from journeymap.syntax import Limits, read_document

    document = read_document(source.path, source.text.encode("utf-8", "surrogatepass"), Limits())
    for pointer, text in _list_texts(document.data, ()):
        if sought.search(text):
            span = document.value_span(pointer)
            # What is folded or escaped stands in the file otherwise: then the value is the place.
            found = sought.search(source.text, span.start.offset, span.end.offset)
            yield source.span(*found.span()).start if found else span.start


def _list_texts(value: Any, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    """Yield every text within a value, with what leads to it."""
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _list_texts(each, (*pointer, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _list_texts(each, (*pointer, index))
