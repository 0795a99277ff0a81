"""Data → a whole journey."""

from journeymap.building.claims import build_deprecation, build_evidence, build_links
from journeymap.building.opportunities import build_insight, build_opportunity
from journeymap.building.personas import build_persona
from journeymap.building.reading import Node
from journeymap.building.references import Resolver
from journeymap.building.touchpoints import build_fields, build_kpis, build_stage
from journeymap.model import Change, Exit, FeedbackLoop, Journey, Move, Objective


def build_journey(
    node: Node, resolver: Resolver, extends: str = "", changes: tuple[Change, ...] = ()
) -> Journey:
    """Return a journey; one that extends another arrives here with its changes already made."""
    personas = node.items("personas")
    return Journey(
        id=node.text("id"),
        title=node.text("title"),
        stages=tuple(build_stage(each, resolver) for each in node.items("stages")),
        summary=node.text("summary"),
        lang=node.text("lang"),
        state=node.word("state", "current"),
        status=node.word("status", "draft"),
        visibility=node.word("visibility", "internal"),
        owner=resolver.named("team", node, "owner"),
        reviewed=node.text("reviewed"),
        review_every=node.seconds("review_every"),
        deprecated=build_deprecation(node, resolver, "journey"),
        personas=tuple(
            resolver.entry_persona(each) if each.is_text else each.text("id") for each in personas
        ),
        local_personas=tuple(
            build_persona(each, resolver, node.text("lang")) for each in personas if each.is_mapping
        ),
        segments=resolver.all_named("segment", node, "segments"),
        scenario=node.text("scenario"),
        goal=node.text("goal"),
        objective=_build_objective(node, resolver),
        kpis=build_kpis(node, resolver),
        trigger=node.text("trigger"),
        outcome=node.text("outcome"),
        sources=resolver.all_named("source", node, "sources"),
        tags=node.texts("tags"),
        links=build_links(node),
        exits=tuple(_build_exit(each, resolver) for each in node.items("exits")),
        opportunities=tuple(build_opportunity(each, resolver) for each in node.items("opportunities")),
        insights=tuple(build_insight(each, resolver) for each in node.items("insights")),
        evidence=tuple(build_evidence(each, resolver) for each in node.items("evidence")),
        feedback_loops=tuple(_build_loop(each, resolver) for each in node.items("feedback_loops")),
        fields=build_fields(node, resolver, "journey"),
        extends=extends,
        changes=changes,
        aliases=node.texts("aliases"),
        moved=tuple(
            Move(each.text("from"), resolver.all_items((), each, "to")) for each in node.items("moved")
        ),
        at=node.place,
    )


def _build_objective(node: Node, resolver: Resolver) -> Objective | None:
    written = node.child("objective")
    if written is None:
        return None
    if written.is_text:
        return Objective(written.data)
    return Objective(written.text("text"), resolver.kpi(written, "kpi"))


def _build_exit(node: Node, resolver: Resolver) -> Exit:
    return Exit(
        id=node.text("id"),
        title=node.text("title"),
        outcome=node.word("outcome", "lost"),
        visibility=node.word("visibility"),
        deprecated=build_deprecation(node, resolver),
        aliases=node.texts("aliases"),
        tags=node.texts("tags"),
        at=node.place,
    )


def _build_loop(node: Node, resolver: Resolver) -> FeedbackLoop:
    if node.is_text:
        return FeedbackLoop(text=node.data, at=node.place)
    return FeedbackLoop(
        id=node.text("id"),
        source=resolver.named("source", node, "source"),
        cadence=node.seconds("cadence"),
        owner=resolver.named("team", node, "owner"),
        feeds=resolver.all_items(("stage", "touchpoint"), node, "feeds"),
        text=node.text("text"),
        visibility=node.word("visibility"),
        deprecated=build_deprecation(node, resolver),
        aliases=node.texts("aliases"),
        tags=node.texts("tags"),
        at=node.place,
    )
