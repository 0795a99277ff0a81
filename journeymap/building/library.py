"""Data → what journeys share: the entries of all library files together."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from journeymap.building.claims import build_deprecation
from journeymap.building.reading import Node
from journeymap.building.references import Resolver
from journeymap.building.touchpoints import build_blueprint, build_kpis
from journeymap.building.vocabulary import DEFAULT_CHANNELS, DEFAULT_PHASES
from journeymap.model import (
    Channel,
    Library,
    Metric,
    Phase,
    Segment,
    SharedTouchpoint,
    Source,
    System,
    Team,
    Term,
)

_Entry = TypeVar("_Entry", Channel, Metric, Phase, Segment, SharedTouchpoint, Source, System, Team, Term)


def build_library(files: Iterable[Node], resolver: Resolver) -> Library:
    """Return the library of a workspace: entries in order of declaration, the first of each id.

    The default channels follow the declared ones; the default phases serve where none are declared.
    """
    roots = tuple(files)

    def gather(key: str, build: Callable[[Node, Resolver], _Entry]) -> dict[str, _Entry]:
        entries: dict[str, _Entry] = {}
        for root in roots:
            for node in root.items(key):
                entries.setdefault(node.text("id"), build(node, resolver))
        return entries

    channels = gather("channels", _build_channel)
    for channel in DEFAULT_CHANNELS:
        channels.setdefault(channel.id, channel)
    return Library(
        channels=channels,
        metrics=gather("metrics", _build_metric),
        teams=gather("teams", _build_team),
        systems=gather("systems", _build_system),
        segments=gather("segments", _build_segment),
        sources=gather("sources", _build_source),
        touchpoints=gather("touchpoints", _build_shared_touchpoint),
        phases=gather("phases", _build_phase) or {phase.id: phase for phase in DEFAULT_PHASES},
        terms=gather("terms", _build_term),
    )


def _build_channel(node: Node, resolver: Resolver) -> Channel:
    return Channel(
        id=node.text("id"),
        title=node.text("title"),
        kind=node.word("kind"),
        summary=node.text("summary"),
        aliases=node.texts("aliases"),
        tags=node.texts("tags"),
        deprecated=build_deprecation(node, resolver, "channel"),
        visibility=node.word("visibility"),
        at=node.place,
    )


def _build_metric(node: Node, resolver: Resolver) -> Metric:
    limits = [each.data for each in node.items("range")]
    return Metric(
        id=node.text("id"),
        title=node.text("title"),
        type=node.word("type", "count"),
        unit=node.text("unit"),
        direction=node.word("direction", "up"),
        definition=node.text("definition"),
        source=resolver.named("source", node, "source"),
        range=(limits[0], limits[1]) if len(limits) == 2 else None,
        owner=resolver.named("team", node, "owner"),
        measure=node.plain("measure") if node.has("measure") else None,
        aliases=node.texts("aliases"),
        tags=node.texts("tags"),
        deprecated=build_deprecation(node, resolver, "metric"),
        visibility=node.word("visibility"),
        at=node.place,
    )


def _build_team(node: Node, resolver: Resolver) -> Team:
    return Team(
        id=node.text("id"),
        title=node.text("title"),
        contact=node.text("contact"),
        department=node.text("department"),
        aliases=node.texts("aliases"),
        tags=node.texts("tags"),
        deprecated=build_deprecation(node, resolver, "team"),
        visibility=node.word("visibility"),
        at=node.place,
    )


def _build_system(node: Node, resolver: Resolver) -> System:
    return System(
        id=node.text("id"),
        title=node.text("title"),
        owner=resolver.named("team", node, "owner"),
        kind=node.word("kind"),
        url=node.text("url"),
        summary=node.text("summary"),
        aliases=node.texts("aliases"),
        tags=node.texts("tags"),
        deprecated=build_deprecation(node, resolver, "system"),
        visibility=node.word("visibility"),
        at=node.place,
    )


def _build_segment(node: Node, resolver: Resolver) -> Segment:
    return Segment(
        id=node.text("id"),
        title=node.text("title"),
        criteria=node.text("criteria"),
        share=node.number("share"),
        aliases=node.texts("aliases"),
        tags=node.texts("tags"),
        deprecated=build_deprecation(node, resolver, "segment"),
        visibility=node.word("visibility"),
        at=node.place,
    )


def _build_source(node: Node, resolver: Resolver) -> Source:
    return Source(
        id=node.text("id"),
        title=node.text("title"),
        kind=node.word("kind", "other"),
        personal=node.flag("personal"),
        privacy=node.text("privacy"),
        connection=resolver.named("connection", node, "connection"),
        aliases=node.texts("aliases"),
        tags=node.texts("tags"),
        deprecated=build_deprecation(node, resolver, "source"),
        visibility=node.word("visibility"),
        at=node.place,
    )


def _build_shared_touchpoint(node: Node, resolver: Resolver) -> SharedTouchpoint:
    return SharedTouchpoint(
        id=node.text("id"),
        title=node.text("title"),
        summary=node.text("summary"),
        channels=resolver.channels(node, "channel"),
        owner=resolver.named("team", node, "owner"),
        systems=resolver.all_named("system", node, "systems"),
        policies=node.texts("policies"),
        sources=resolver.all_named("source", node, "sources"),
        events=node.texts("events"),
        kpis=build_kpis(node, resolver),
        blueprint=build_blueprint(node, resolver),
        aliases=node.texts("aliases"),
        tags=node.texts("tags"),
        deprecated=build_deprecation(node, resolver, "shared-touchpoint"),
        visibility=node.word("visibility"),
        at=node.place,
    )


def _build_phase(node: Node, resolver: Resolver) -> Phase:
    return Phase(
        id=node.text("id"),
        title=node.text("title"),
        position=node.word("position", "core"),
        aliases=node.texts("aliases"),
        tags=node.texts("tags"),
        deprecated=build_deprecation(node, resolver, "phase"),
        visibility=node.word("visibility"),
        at=node.place,
    )


def _build_term(node: Node, resolver: Resolver) -> Term:
    return Term(
        id=node.text("id"),
        title=node.text("title"),
        definition=node.text("definition"),
        deprecated=build_deprecation(node, resolver, "term"),
        aliases=node.texts("aliases"),
        tags=node.texts("tags"),
        visibility=node.word("visibility"),
        at=node.place,
    )
