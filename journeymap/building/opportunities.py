"""Data → opportunities, their actions, and insights."""

from journeymap.building.claims import build_deprecation, build_links
from journeymap.building.reading import Node
from journeymap.building.references import Resolver
from journeymap.building.touchpoints import build_kpi
from journeymap.model import Action, Insight, Opportunity


def build_opportunity(node: Node, resolver: Resolver) -> Opportunity:
    """Return an opportunity; a text alone is its title."""
    if node.is_text:
        return Opportunity(node.data, at=node.place)
    return Opportunity(
        title=node.text("title"),
        id=node.text("id"),
        summary=node.text("summary"),
        addresses=resolver.all_items(("pain",), node, "addresses"),
        kpis=tuple(resolver.entry_kpi(each) for each in node.items("kpis") if each.is_text),
        own_kpis=tuple(build_kpi(each, resolver) for each in node.items("kpis") if each.is_mapping),
        customer_value=node.number("customer_value"),
        business_value=node.number("business_value"),
        effort=node.number("effort"),
        reach=node.number("reach"),
        confidence=node.number("confidence"),
        status=node.word("status", "idea"),
        owner=resolver.named("team", node, "owner"),
        due=node.text("due"),
        actions=tuple(_build_action(each, resolver) for each in node.items("actions")),
        links=build_links(node),
        visibility=node.word("visibility"),
        deprecated=build_deprecation(node, resolver),
        aliases=node.texts("aliases"),
        tags=node.texts("tags"),
        at=node.place,
    )


def _build_action(node: Node, resolver: Resolver) -> Action:
    if node.is_text:
        return Action(node.data, at=node.place)
    return Action(
        text=node.text("text"),
        id=node.text("id"),
        impact=node.text("impact"),
        example=node.text("example"),
        status=node.word("status"),
        owner=resolver.named("team", node, "owner"),
        due=node.text("due"),
        link=node.text("link"),
        visibility=node.word("visibility"),
        deprecated=build_deprecation(node, resolver),
        aliases=node.texts("aliases"),
        tags=node.texts("tags"),
        at=node.place,
    )


def build_insight(node: Node, resolver: Resolver) -> Insight:
    """Return what a type of data tells; a text alone is the insight."""
    if node.is_text:
        return Insight(node.data, at=node.place)
    return Insight(
        text=node.text("text"),
        id=node.text("id"),
        data=node.text("data"),
        source=resolver.named("source", node, "source"),
        action=node.text("action"),
        confidence=node.word("confidence", "assumed"),
        evidence=resolver.all_items(("evidence",), node, "evidence"),
        visibility=node.word("visibility"),
        deprecated=build_deprecation(node, resolver),
        aliases=node.texts("aliases"),
        tags=node.texts("tags"),
        at=node.place,
    )
