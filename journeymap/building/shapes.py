"""Which kinds of items a journey is made of, and under which key each kind is written.

Declaring ids and applying overlays both walk a journey by this one table.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from journeymap.building.reading import Node

ITEMS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "journey": {
            "kpis": "kpi",
            "stages": "stage",
            "exits": "exit",
            "opportunities": "opportunity",
            "insights": "insight",
            "evidence": "evidence",
            "feedback_loops": "feedback-loop",
        },
        "stage": {"kpis": "kpi", "touchpoints": "touchpoint"},
        "touchpoint": {"pains": "pain", "gains": "gain", "kpis": "kpi"},
        "opportunity": {"kpis": "kpi", "actions": "action"},
    }
)
"""Kind of owner → key of the list → kind of its items."""

NEEDED: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        **dict.fromkeys(("stage", "touchpoint", "exit", "opportunity", "evidence"), ("title",)),
        **dict.fromkeys(("pain", "gain", "action", "insight"), ("text",)),
        "kpi": ("metric",),
    }
)
"""Kind of item → what one cannot do without, besides an id."""

LIBRARY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "channels": "channel",
        "metrics": "metric",
        "teams": "team",
        "systems": "system",
        "segments": "segment",
        "sources": "source",
        "touchpoints": "shared-touchpoint",
        "phases": "phase",
        "terms": "term",
    }
)
"""Key of a library file → kind of its entries."""


def walk_items(
    node: Node, kind: str = "journey", owner: str | None = ""
) -> Iterator[tuple[str, Node, str | None]]:
    """Yield every item below a journey as (kind, node, id of its owner), owners before what they own.

    The journey itself owns under the empty id; nothing is the id of an owner that has none.
    """
    for key, item_kind in ITEMS.get(kind, {}).items():
        for item in node.items(key):
            if item_kind == "kpi" and kind == "opportunity" and item.is_text:
                continue  # the address of a KPI elsewhere
            yield item_kind, item, owner
            if item.is_mapping:
                yield from walk_items(item, item_kind, item.text("id") or None)
