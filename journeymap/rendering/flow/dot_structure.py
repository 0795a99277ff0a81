"""The structure of the flow in the DOT language: clusters, ranks, and what keeps a journey in order.

What is said about nodes and edges, in words or in sizes only, is up to a ``Voice``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise, product
from typing import TypeAlias

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.flow.graph import Flow, FlowEdge, FlowNode
from journeymap.rendering.metrics import printable

Attributes: TypeAlias = Mapping[str, str]

LONGEST = 2000
"""The longest text in a label; the scanners of old engines give up at 16,384 bytes."""


class Voice(NamedTuple):
    """What a graph says: its own attributes, the defaults, and those of each stage, node and edge."""

    graph: Attributes
    nodes: Attributes
    edges: Attributes
    stage: Callable[[int], Attributes]
    node: Callable[[FlowNode], Attributes]
    edge: Callable[[FlowEdge], Attributes]


def write_graph(flow: Flow, voice: Voice) -> str:
    """Return a flow as a DOT graph: stages as clusters in order, outlets beside their steps."""
    return "\n".join(_statements(flow, voice)) + "\n"


def quote(text: str, *, side: str = "") -> str:
    r"""Return a text as a quoted DOT string that every engine shows as it is.

    A backslash would start an escape, an ampersand an entity; both are escaped, and a line end becomes
    ``\n``. With a ``side``, ``l`` or ``r``, lines begin there; else they are centred. Control characters,
    which no SVG may hold, become the replacement character.
    """
    cut = text if len(text) <= LONGEST else text[: LONGEST - 1] + "\N{HORIZONTAL ELLIPSIS}"
    lines = (printable(line) for line in cut.split("\n"))
    escaped = (line.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;") for line in lines)
    if side and "\n" in cut:
        return '"' + "".join(f"{line}\\{side}" for line in escaped) + '"'
    return '"' + "\\n".join(escaped) + '"'


def _statements(flow: Flow, voice: Voice) -> Iterator[str]:
    main = main_way(flow)

    def declare(node: FlowNode) -> str:
        group = {"group": "main"} if node.name in main else {}
        return f"{node.name} {_list({**voice.node(node), **group})}"

    yield "digraph flow {"
    yield f"  graph {_list(voice.graph)}"
    yield f"  node {_list(voice.nodes)}"
    yield f"  edge {_list(voice.edges)}"
    yield from (f"  {declare(node)}" for node in flow.nodes if node.stage is None)
    for index in flow.stages:
        yield f"  subgraph cluster_{index + 1} {{"
        yield f"    graph {_list(voice.stage(index))}"
        yield from (f"    {declare(node)}" for node in flow.nodes if node.stage == index)
        for step in flow.steps(index):
            if outlets := flow.outlets(step.name):
                yield f'    {{ rank="same" {" ".join((step.name, *outlets))} }}'
        yield "  }"
    for edge in flow.edges:
        yield f"  {edge.tail} -> {edge.head} {_list({**_pull(edge), **voice.edge(edge)})}"
    yield from (f"  {line}" for line in _stage_order(flow))
    for left, right in _side_by_side(flow):
        yield f'  {{ rank="same" {left} -> {right} {_list({"style": "invis"})} }}'
    yield "}"


def main_way(flow: Flow) -> frozenset[str]:
    """Return the nodes on the way that most take: the greatest share, else what a step lists first."""
    onward: dict[str, FlowEdge] = {}
    for edge in flow.edges:
        best = onward.get(edge.tail)
        if edge.kind == "way" and (best is None or (edge.share or 0) > (best.share or 0)):
            onward[edge.tail] = edge
    passed = ["start"]
    while (way := onward.get(passed[-1])) is not None:
        passed.append(way.head)
    return frozenset(passed)


def _stage_order(flow: Flow) -> Iterator[str]:
    """Yield the unseen edges that keep each stage wholly below the one before.

    Where several steps end a stage or begin the next, all of them meet in one point between the two. A
    step beside another needs nothing: it is kept where that one is.
    """
    beside = {right for _, right in _side_by_side(flow)}
    ways = {(edge.tail, edge.head) for edge in flow.edges if edge.kind == "way"}
    stages = [[step.name for step in flow.steps(index)] for index in flow.stages]
    unseen = _list({"style": "invis", "weight": "0"})
    for number, (above, below) in enumerate(pairwise(stages), 1):
        lasts = [
            name for name in above if name not in beside and not any((name, other) in ways for other in above)
        ]
        firsts = [name for name in below if not any((other, name) in ways for other in below)]
        if all(pair in ways for pair in product(lasts, firsts)):
            continue
        if len(lasts) == len(firsts) == 1:
            yield f"{lasts[0]} -> {firsts[0]} {unseen}"
            continue
        yield f"w{number} {_list({'shape': 'point', 'width': '0.01', 'style': 'invis'})}"
        yield from (f"{name} -> w{number} {unseen}" for name in lasts)
        yield from (f"w{number} -> {name} {unseen}" for name in firsts)


def _side_by_side(flow: Flow) -> Iterator[tuple[str, str]]:
    """Yield the pairs of steps that one step branches to, what most do first: so the main way is leftmost."""
    stages = {node.name: node.stage for node in flow.nodes}
    ways = [edge for edge in flow.edges if edge.kind == "way"]
    for node in flow.nodes:
        branches = [edge for edge in ways if edge.tail == node.name and stages[edge.head] == node.stage]
        branches.sort(key=lambda edge: -(edge.share or 0))
        for edge, other in pairwise(branches):
            if not _leads(ways, edge.head, other.head) and not _leads(ways, other.head, edge.head):
                yield (flow.outlets(edge.head) or (edge.head,))[-1], other.head


def _leads(ways: Sequence[FlowEdge], start: str, goal: str) -> bool:
    """Say whether a step can be reached from another without going back."""
    reached = {start}
    for edge in ways:
        if edge.tail in reached:
            reached.add(edge.head)
    return goal in reached


def _pull(edge: FlowEdge) -> Attributes:
    """Return how an edge shapes the layout: the way most take is straightest, loops shape nothing."""
    if edge.kind == "loop":
        return {"constraint": "false"}
    if edge.kind != "way":
        return {"weight": "1"}
    if edge.share is None:
        return {"weight": "20" if edge.first else "4"}
    return {"weight": f"{2 + round(18 * edge.share)}"}


def _list(attributes: Attributes) -> str:
    side = attributes.get("labeljust", "")
    written = (f"{name}={quote(value, side=side)}" for name, value in attributes.items())
    return f"[{', '.join(written)}]"
