"""The flow on a page: the picture in the page's own colours, and all it shows again in words."""

import re
from typing import NamedTuple

from journeymap.model import Journey, Portfolio
from journeymap.rendering.failures import LayoutFailed
from journeymap.rendering.flow.graph import BEFORE_SHARE, Flow, FlowNode, is_step
from journeymap.rendering.flow.picture import draw_flow
from journeymap.rendering.flow.words import describe_flow
from journeymap.rendering.links import Links
from journeymap.rendering.naming import write_percent
from journeymap.site.desk import Desk
from journeymap.site.journey.ways import Step
from journeymap.site.pieces import Link
from journeymap.themes.choosing import LIGHT_NAME, choose_theme
from journeymap.themes.colours import adapt_colours, name_colours
from journeymap.themes.theme import Theme

_SIZE = re.compile(r' width="([0-9]+)[0-9.]*" height="([0-9]+)[0-9.]*"')
_HERE = Links(touchpoint="#{id}", stage="#{id}")


class FlowImage(NamedTuple):
    """The picture of a flow: its address, its size, and what it shows in words."""

    url: str
    width: str
    height: str
    about: str


class DrawnFlow(NamedTuple):
    """The flow as SVG, or why it could not be drawn."""

    svg: str = ""
    failure: str = ""


def draw_flow_for_page(
    portfolio: Portfolio, journey: Journey, journeys: str, *, engine: str = ""
) -> DrawnFlow:
    """Return the flow in colours that are those of the page around it, light or dark.

    ``journeys`` is the pattern of other journeys' addresses, empty where they are not published.
    """
    links = _HERE._replace(journey=journeys)
    theme = name_colours(choose_theme(portfolio.workspace.theme, LIGHT_NAME))
    try:
        drawing = draw_flow(portfolio, journey, theme=theme, links=links, engine=engine, in_columns=False)
    except LayoutFailed as reason:
        return DrawnFlow(failure=str(reason))
    return DrawnFlow(drawing.svg)


def detach_flow(svg: str, light: Theme, dark: Theme, *, page: str) -> str:
    """Return a page's flow as a picture of its own, in its reader's colours, with links to the page."""
    return adapt_colours(svg, light, dark).replace('href="#', f'href="{page}#')


def show_picture(drawn: DrawnFlow, flow: Flow, url: str) -> FlowImage | None:
    """Return the picture of a flow as a file beside the page, or nothing where there is none.

    It weighs as much as the rest of the page together, so that it is loaded when somebody looks at it.
    """
    size = _SIZE.search(drawn.svg)
    return FlowImage(url, size[1], size[2], describe_flow(flow)) if size else None


def list_steps(desk: Desk, flow: Flow) -> tuple[Step, ...]:
    """Return the ways of a journey in the order of its touchpoints."""
    nodes = {node.name: node for node in flow.nodes}
    steps = []
    for edge in flow.edges:
        source, target = nodes[edge.tail], nodes[edge.head]
        share = "" if edge.share is None else write_percent(edge.share, lang=desk.lang)
        text = edge.text or target.text if edge.kind == "outlet" else edge.text
        when = text.removesuffix(share).removesuffix(BEFORE_SHARE) if share else text
        kind = target.outcome or edge.kind
        steps.append(Step(_link(desk, source), _link(desk, target), when, share, kind))
    return tuple(steps)


def steps_by_touchpoint(desk: Desk, flow: Flow) -> dict[str, tuple[Step, ...]]:
    """Return the ways on from each touchpoint, where there is more than the next one to go to."""
    found: dict[str, list[Step]] = {}
    ids = {node.name: node.id for node in flow.nodes if is_step(node)}
    for edge, step in zip(flow.edges, list_steps(desk, flow), strict=True):
        if edge.tail in ids:
            found.setdefault(ids[edge.tail], []).append(step)
    return {id: tuple(steps) for id, steps in found.items() if len(steps) > 1 or steps[0].kind != "way"}


def _link(desk: Desk, node: FlowNode) -> Link:
    if node.kind == "journey":
        return Link(node.title, desk.atlas.journey(node.id, page=desk.page))
    return Link(node.title, f"#{node.id}" if is_step(node) else "")
