"""A sentence that a comma in brackets has cut into several texts: right by the schema, rarely meant."""

import re
from collections.abc import Iterator
from typing import Any, Final

from journeymap.diagnostics import Diagnostic, Edit, Fix
from journeymap.source import Pointer, Span
from journeymap.syntax import Document

_LIST: Final = re.compile(r"\[((?:[^\[\]{}#]++|(?<![\s,\[])#|(?<=[\s,\[])#[^\r\n]{0,500}+)++)\]")
"""A list in brackets of texts, comments among them; what it finds in prose is sorted out afterwards.

A line of nothing but brackets and hashes would cost quadratic time, were the comments not bounded.
"""

_COMMENT: Final = re.compile(r"(?:\A|(?<=[\s,]))#[^\r\n]*")

_SENTENCES: Final = frozenset(
    [
        "motivations",
        "needs",
        "expectations",
        "policies",
        "pains",
        "gains",
        "goals",
        "frustrations",
        "behaviours",
        "opportunities",
        "insights",
        "physical_evidence",
        "frontstage",
        "backstage",
        "support",
    ]
)
"""The keys of lists whose items may be sentences; the others hold names and ids."""


def find_split_texts(document: Document, kind: str) -> Iterator[Diagnostic]:
    """Yield the lists in brackets that read like one sentence with a comma."""
    # Hardly any file has one, and a look at the text is cheaper than a walk through the values.
    if any(reads_as_one(_items(found[1])) for found in _LIST.finditer(document.source.text)):
        for pointer, items in _lists_of_texts(document.data, ()):
            if pointer[-1] in _SENTENCES and reads_as_one(items) and _is_bare(document, pointer, len(items)):
                yield _word(document, kind, pointer, items)


def reads_as_one(items: list[str]) -> bool:
    """Whether a capital begins the first text only, and at least one of them is more than a word."""
    first, *rest = (item.strip() for item in items)
    return bool(
        rest
        and first[:1].isupper()
        and all(item[:1].islower() for item in rest)
        and any(" " in item for item in (first, *rest))
    )


def _items(text: str) -> list[str]:
    """Return the items of a list in brackets, behind the last of which a comma may stand."""
    return _COMMENT.sub("", text).rstrip().removesuffix(",").split(",")


def _lists_of_texts(value: Any, pointer: Pointer) -> Iterator[tuple[Pointer, list[str]]]:
    if isinstance(value, dict):
        for key, entry in value.items():
            yield from _lists_of_texts(entry, (*pointer, key))
    elif isinstance(value, list):
        if all(isinstance(item, str) for item in value) and value:
            yield pointer, value
        else:
            for index, item in enumerate(value):
                yield from _lists_of_texts(item, (*pointer, index))


def _is_bare(document: Document, pointer: Pointer, count: int) -> bool:
    """Whether a list stands in brackets, and none of its texts in quotes: quotes say that all is meant."""
    items = ((*pointer, index) for index in range(count))
    return document.is_flow(pointer) and all(document.is_plain(item) for item in items)


def _word(document: Document, kind: str, pointer: Pointer, items: list[str]) -> Diagnostic:
    # Few files get here, and the others start without the modules that find the words.
    from journeymap.entities import name_entity, name_step
    from journeymap.schema.faults import SPLIT_TEXT
    from journeymap.schema.naming import name_place

    start = document.span((*pointer, 0)).start
    end = document.span((*pointer, len(items) - 1)).end
    span = Span(document.source.path, start, end)
    whole = '"' + ", ".join(items).replace("\\", "\\\\") + '"'
    return SPLIT_TEXT.found(
        f"{name_place(document.data, kind, pointer)} holds {len(items)} texts that read like one",
        span,
        label="a comma begins the next text",
        help=(
            f"if one text is meant, put it in quotes: `{whole}`",
            "if several are, put one of them in quotes, and this is not said again",
        ),
        fixes=(Fix("put the whole in quotes", (Edit(span, whole),), safe=False),),
        entity=name_entity(document.data, kind, pointer),
        args=(name_step(document.data, kind, pointer),),
    )
