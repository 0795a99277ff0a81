"""Data → stages and touchpoints, with their branches, KPIs and blueprint."""

import re
from typing import Any, Final

from journeymap.building.claims import (
    build_deprecation,
    build_emotions,
    build_gain,
    build_image,
    build_links,
    build_pain,
    build_thoughts,
)
from journeymap.building.reading import Node
from journeymap.building.references import Resolver
from journeymap.model import Blueprint, BlueprintItem, Branch, Kpi, Personalization, Stage, Touchpoint

_TARGETS: Final = ("touchpoint", "stage")
_ID_SHAPED: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def build_stage(node: Node, resolver: Resolver) -> Stage:
    """Return a stage; its phase is the one its id names where it does not say."""
    id = node.text("id")
    return Stage(
        id=id,
        title=node.text("title"),
        summary=node.text("summary"),
        phase=resolver.named("phase", node, "phase") or resolver.phase_of(id),
        goal=node.text("goal"),
        focus=node.text("focus"),
        emotions=build_emotions(node, "emotion", resolver),
        motivations=node.texts("motivations"),
        kpis=build_kpis(node, resolver),
        owner=resolver.named("team", node, "owner"),
        touchpoints=tuple(build_touchpoint(each, resolver) for each in node.items("touchpoints")),
        expand=resolver.expansion(node),
        fields=build_fields(node, resolver, "stage"),
        visibility=node.word("visibility"),
        deprecated=build_deprecation(node, resolver),
        aliases=node.texts("aliases"),
        tags=node.texts("tags"),
        at=node.place,
    )


def build_touchpoint(node: Node, resolver: Resolver) -> Touchpoint:
    """Return a touchpoint, the facts of the shared one it uses already among its data."""
    active, elapsed = _build_duration(node)
    branches = [_build_branch(each, resolver) for each in node.items("next")]
    return Touchpoint(
        id=node.text("id"),
        title=node.text("title"),
        summary=node.text("summary"),
        type=node.word("type", "contact"),
        channels=resolver.channels(node, "channel"),
        uses=resolver.named("shared-touchpoint", node, "uses"),
        owner=resolver.named("team", node, "owner"),
        systems=resolver.all_named("system", node, "systems"),
        actor=resolver.actor(node, "actor"),
        receiver=resolver.actor(node, "receiver"),
        personas=resolver.all_personas(node, "personas"),
        action=node.text("action"),
        thoughts=build_thoughts(node, "thought", resolver),
        motivations=node.texts("motivations"),
        needs=node.texts("needs"),
        expectations=node.texts("expectations"),
        emotions=build_emotions(node, "emotion", resolver),
        pains=tuple(build_pain(each, resolver) for each in node.items("pains")),
        gains=tuple(build_gain(each, resolver) for each in node.items("gains")),
        moment_of_truth=node.flag("moment_of_truth") or False,
        duration_active=active,
        duration_elapsed=elapsed,
        kpis=build_kpis(node, resolver),
        personalization=tuple(
            _build_personalization(each, resolver) for each in node.items("personalization")
        ),
        sources=resolver.all_named("source", node, "sources"),
        events=node.texts("events"),
        blueprint=build_blueprint(node, resolver),
        policies=node.texts("policies"),
        images=tuple(build_image(each) for each in node.items("images")),
        links=build_links(node),
        fields=build_fields(node, resolver, "touchpoint"),
        next=tuple(branches) if node.has("next") else None,
        expand=resolver.expansion(node),
        visibility=node.word("visibility"),
        deprecated=build_deprecation(node, resolver),
        aliases=node.texts("aliases"),
        tags=node.texts("tags"),
        at=node.place,
    )


def build_kpis(node: Node, resolver: Resolver) -> tuple[Kpi, ...]:
    """Return the KPIs attached to something."""
    return tuple(build_kpi(each, resolver) for each in node.items("kpis"))


def build_kpi(node: Node, resolver: Resolver) -> Kpi:
    """Return a KPI; a text alone is its metric."""
    if node.is_text:
        metric = resolver.entry_named("metric", node)
        return Kpi(metric, metric, at=node.place)
    metric = resolver.named("metric", node, "metric")
    return Kpi(
        id=node.text("id") or metric,
        metric=metric,
        baseline=node.number("baseline"),
        target=node.number("target"),
        warn=node.number("warn"),
        due=node.text("due"),
        owner=resolver.named("team", node, "owner"),
        visibility=node.word("visibility"),
        deprecated=build_deprecation(node, resolver),
        aliases=node.texts("aliases"),
        tags=node.texts("tags"),
        at=node.place,
    )


def build_fields(node: Node, resolver: Resolver, kind: str) -> dict[str, Any]:
    """Return the custom fields of a journey, stage or touchpoint by the lanes that declare them."""
    fields = node.child("fields")
    if fields is None:
        return {}
    return {resolver.lane(kind, fields, key): value.data for key, value in fields.entries()}


def build_blueprint(node: Node, resolver: Resolver) -> Blueprint:
    """Return the service-blueprint lanes of a touchpoint."""
    written = node.child("blueprint")
    if written is None:
        return Blueprint()
    lanes = {
        lane: tuple(_build_blueprint_item(each, resolver, lane) for each in written.items(lane))
        for lane in Blueprint._fields
    }
    return Blueprint(**lanes)


def _build_blueprint_item(node: Node, resolver: Resolver, lane: str) -> BlueprintItem:
    if node.is_text:
        if lane == "support" and _ID_SHAPED.fullmatch(node.data):
            return BlueprintItem(node.data, system=resolver.entry_named("system", node), at=node.place)
        return BlueprintItem(node.data, at=node.place)
    return BlueprintItem(
        text=node.text("text"),
        id=node.text("id"),
        owner=resolver.named("team", node, "owner"),
        system=resolver.named("system", node, "system"),
        aliases=node.texts("aliases"),
        deprecated=build_deprecation(node, resolver),
        visibility=node.word("visibility"),
        tags=node.texts("tags"),
        at=node.place,
    )


def _build_branch(node: Node, resolver: Resolver) -> Branch:
    if node.is_text:
        if resolver.is_exit(node.data):
            return Branch(exit=node.data, at=node.place)
        return Branch(to=resolver.entry_item(_TARGETS, node), at=node.place)
    return Branch(
        to=resolver.item(_TARGETS, node, "to"),
        exit=resolver.exit(node, "exit"),
        journey=resolver.named("journey", node, "journey"),
        when=node.text("when"),
        share=node.number("share"),
        at=node.place,
    )


def _build_personalization(node: Node, resolver: Resolver) -> Personalization:
    if node.is_text:
        return Personalization(node.data, at=node.place)
    return Personalization(
        text=node.text("text"),
        segment=resolver.named("segment", node, "segment"),
        persona=resolver.persona(node, "persona"),
        source=resolver.named("source", node, "source"),
        consent=node.word("consent"),
        at=node.place,
    )


def _build_duration(node: Node) -> tuple[int | None, int | None]:
    """Return the active and the elapsed seconds; a text alone is the customer's active time."""
    written = node.child("duration")
    if written is None:
        return None, None
    if written.is_mapping:
        return written.seconds("active"), written.seconds("elapsed")
    return node.seconds("duration"), None
