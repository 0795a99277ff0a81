"""The page of all templates of the site: their blocks, what each receives, and the values inside of that."""

import types
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from journeymap.rendering.checking_templates import blocks_of, shipped_templates
from journeymap.rendering.overriding import SHIPPED
from journeymap.site.pages import PAGES

OPENING = """\
# Templates

The pages of the site are made from the templates below. `--templates FOLDER` lets a file of the same name
take the place of one, block by block: [change a template](../how-to/change-a-template.md) says how. A name
that a template asks for and does not get is an error, with the line and what there is instead. What the
fields are called may change with a minor version until 1.0; the change log says so.

Every page has these blocks, from `layout.html`, which a folder may change for all pages at once:

"""

PARTS = """
## Parts

These are put into pages by other templates. They have no blocks: a file of the same name takes the place of
the whole, with everything that the page around it knows.

"""

VALUES = """
## Values

What the fields above hold. A text may be empty: `Link.url` is where there is nothing to link to. `Html` is
markup that was made safe; every other text is escaped where a template prints it.

"""

BLOCKS: Mapping[str, str] = {
    "backlog": "the table of all opportunities",
    "compare": "how it is against how it is to be",
    "content": "all between the bar on top and the foot",
    "counting": "how numbers are counted",
    "cover": "how well journeys are covered",
    "coverage": "which persona is looked at in which phase",
    "doors": "the ways to the other pages",
    "feelings": "where a persona feels best and worst",
    "findings": "pains, opportunities, KPIs and evidence; on the page of health what checks find",
    "flow": "the flow with its table",
    "footer": "the foot of the page",
    "glance": "where customers suffer, and what is due",
    "head": "the end of the `<head>`, such as for a `<link>`; keep what is there with `{{ super() }}`",
    "header": "the bar on top",
    "hero": "the title with what stands beside it",
    "journeys": "the journeys",
    "kpis": "the KPIs",
    "lens": "scenario, goal, objective, trigger and outcome",
    "lists": "the links to all lists",
    "making": "how the site was made",
    "map": "the map",
    "matrix": "value against effort",
    "pains": "the pains, one table a kind",
    "people": "the personas",
    "personas": "the personas",
    "reading": "how to read a map",
    "reviews": "when journeys were reviewed",
    "search": "the dialog to search in",
    "sections": "the way to the sections of the page",
    "spread": "how bad pains are, and how often they occur",
    "stages": "the stages with their touchpoints",
    "summary": "the summary",
    "tables": "the tables",
    "terms": "the terms by letter",
    "timeline": "what happened and what is planned, month by month",
    "trail": "the way here from the front page",
    "tree": "which journey shows what of another one in detail",
    "unmeasured": "moments of truth that no KPI measures",
    "used": "where it is used",
}
"""What each block holds."""


def write_templates_page() -> str:
    """Return the whole page."""
    common = blocks_of(f"{SHIPPED}layout.html")
    lines = [OPENING.rstrip("\n"), "", *_list_blocks(common)]
    for context, template in PAGES.items():
        lines += ["", f"## {template.removeprefix(SHIPPED)}", "", *_paragraphs(context), ""]
        own = [name for name in blocks_of(template) if name not in common]
        if own:
            lines += ["Its own blocks:", "", *_list_blocks(own), ""]
        same = next((each for each in PAGES if each in context.__mro__[1:]), None)
        lines += (
            [f"It receives what `{PAGES[same].removeprefix(SHIPPED)}` does."]
            if same
            else _list_fields(context)
        )
    parts = sorted(shipped_templates() - set(PAGES.values()) - {f"{SHIPPED}layout.html"})
    names = ", ".join(f"`{name.removeprefix(SHIPPED)}`" for name in parts)
    lines += [PARTS.rstrip("\n"), "", names, VALUES.rstrip("\n")]
    for kind in sorted(_find_kinds(), key=_name):
        lines += ["", f"### {_name(kind)}", "", *_paragraphs(kind), "", *_list_fields(kind)]
    return "\n".join(lines) + "\n"


def all_blocks() -> frozenset[str]:
    """Return every block that a folder can change."""
    return frozenset(name for template in PAGES.values() for name in blocks_of(template))


def _list_blocks(names: Any) -> list[str]:
    return [f"- `{name}`: {BLOCKS[name]}" for name in names]


def _paragraphs(kind: type) -> Iterator[str]:
    """Yield what a type says of itself, in Markdown."""
    for line in (kind.__doc__ or "").strip().split("\n"):
        yield line.strip().replace("``", "`")


def _list_fields(kind: Any) -> list[str]:
    hints = typing.get_type_hints(kind)
    rows = [f"| `{name}` | {_write_type(hints[name])} |" for name in kind._fields]
    return ["| Field | Holds |", "| --- | --- |", *rows]


@cache
def _name(kind: Any) -> str:
    """Return the name of a type, with its module where two are called alike."""
    alike = [each for each in _find_kinds() if each.__name__ == kind.__name__]
    return kind.__name__ if len(alike) == 1 else f"{kind.__name__} {kind.__module__.rpartition('.')[2]}"


def _write_type(hint: Any) -> str:
    """Return a type in words."""
    origin, inside = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple and len(inside) == 2 and inside[1] is Ellipsis:
        return f"several: {_write_type(inside[0])}"
    if origin is tuple:
        return f"({', '.join(map(_write_type, inside))})"
    if origin in (types.UnionType, typing.Union):
        parts = ("nothing" if part is type(None) else _write_type(part) for part in inside)
        return " or ".join(dict.fromkeys(parts))
    if origin is typing.Literal:
        return ", ".join(f"`{value!r}`" for value in inside)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"by {_write_type(inside[0])}: {_write_type(inside[1])}"
    if hasattr(hint, "_fields") and hint.__module__.startswith("journeymap"):
        return f"[{hint.__name__}](#{_name(hint).lower().replace(' ', '-')})"
    words: dict[Any, str] = {str: "text", int: "number", float: "number", bool: "true or false"}
    return words.get(hint) or str(getattr(hint, "__name__", hint))


@cache
def _find_kinds() -> frozenset[Any]:
    """Return the types of all values that contexts hold."""
    found: set[Any] = set()
    pending: list[Any] = [hint for context in PAGES for hint in typing.get_type_hints(context).values()]
    while pending:
        hint = pending.pop()
        pending += typing.get_args(hint)
        is_ours = getattr(hint, "__module__", "").startswith("journeymap")
        if hasattr(hint, "_fields") and is_ours and hint not in found:
            found.add(hint)
            pending += typing.get_type_hints(hint).values()
    return frozenset(found)
