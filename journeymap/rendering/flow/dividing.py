"""A long flow in parts that stand beside each other: whole stages, in order, each part a flow of its own.

A part ends with the name of the stage that follows and begins with that of the stage before. Any other way
from one part into another becomes an outlet that says where it leads.
"""

from collections.abc import Sequence

from journeymap.rendering.flow.graph import Flow, FlowEdge, FlowNode, NodeKind, is_step
from journeymap.rendering.metrics import one_line


def share_out(heights: Sequence[float], most: int) -> tuple[int, ...]:
    """Return the column of each stage so that the tallest of at most so many columns is as low as can be."""
    places = range(len(heights))
    limits = sorted({sum(heights[start : end + 1]) for start in places for end in places[start:]})
    return next(columns for limit in limits if max(columns := _fill(heights, limit)) < most)


def divide_flow(flow: Flow, columns: Sequence[int]) -> tuple[Flow, ...]:
    """Return the parts of a flow; ``columns`` says for each stage in which part it is."""
    return tuple(_cut_part(flow, columns, number) for number in range(max(columns) + 1))


def _fill(heights: Sequence[float], limit: float) -> tuple[int, ...]:
    """Return the column of each stage when each column takes what fits, and one stage in any case."""
    columns: list[int] = []
    column, used = 0, 0.0
    for height in heights:
        if columns and used + height > limit:
            column, used = column + 1, 0.0
        columns.append(column)
        used += height
    return tuple(columns)


def _cut_part(flow: Flow, columns: Sequence[int], number: int) -> Flow:
    """Return one part: its stages with their outlets, and the ways that begin in it."""
    nodes = {node.name: node for node in flow.nodes}
    last = columns[-1]
    entry = _first_step(flow, columns, number + 1)
    steps: dict[str, list[FlowNode]] = {}
    ways: list[FlowEdge] = []

    def column_of(node: FlowNode) -> int:
        return columns[node.stage] if node.stage is not None else 0 if node.name == "start" else last

    for edge in flow.edges:
        tail, head = nodes[edge.tail], nodes[edge.head]
        if column_of(tail) != number:
            continue
        if column_of(head) == number:
            ways.append(edge)
        elif head.name == entry:
            ways.append(edge._replace(head="end"))
        else:
            outlet = _stand_in(flow, edge, head, tail.stage)
            steps.setdefault(tail.name, []).append(outlet)
            ways.append(edge._replace(head=outlet.name, kind="outlet", text=""))
    inner = [
        each for node in flow.nodes if column_of(node) == number for each in (node, *steps.get(node.name, ()))
    ]
    if number and _is_entered(flow, columns, number):
        start = FlowNode("start", "start", _name_stage(flow, columns.index(number) - 1))
        way = FlowEdge(f"s{number}", "start", _first_step(flow, columns, number))
        inner, ways = [start, *inner], [way, *ways]
    if any(way.head == "end" for way in ways) and number < last:
        inner.append(FlowNode("end", "onward", _name_stage(flow, columns.index(number + 1))))
    return flow._replace(nodes=tuple(inner), edges=tuple(ways))


def _stand_in(flow: Flow, edge: FlowEdge, head: FlowNode, stage: int | None) -> FlowNode:
    """Return the outlet that stands for a step in another part."""
    kind: NodeKind = "loop" if edge.kind == "loop" else "onward"
    home = _name_stage(flow, head.stage) if head.stage is not None else ""
    text = " \N{MIDDLE DOT} ".join(filter(None, (home, edge.text)))
    return FlowNode(f"x{edge.name}", kind, head.title, stage=stage, text=text)


def _is_entered(flow: Flow, columns: Sequence[int], number: int) -> bool:
    """Say whether a way leads from the part before to the first step of a part."""
    stages = {node.name: node.stage for node in flow.nodes}
    entry = _first_step(flow, columns, number)
    return any(
        edge.head == entry and (tail := stages[edge.tail]) is not None and columns[tail] == number - 1
        for edge in flow.edges
    )


def _first_step(flow: Flow, columns: Sequence[int], number: int) -> str:
    return next(
        (
            node.name
            for node in flow.nodes
            if is_step(node) and node.stage is not None and columns[node.stage] == number
        ),
        "",
    )


def _name_stage(flow: Flow, index: int) -> str:
    return f"{index + 1}\u00a0{one_line(flow.journey.stages[index].title)}"
