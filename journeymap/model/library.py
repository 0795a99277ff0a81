"""What journeys share: channels, metrics, teams, systems, segments, sources, touchpoints, phases, terms."""

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

from journeymap.model.claims import NOWHERE, Deprecation, Number, Visibility
from journeymap.named_tuples import NamedTuple
from journeymap.source import Place

MetricType: TypeAlias = Literal["ratio", "count", "mean", "nps", "csat", "ces", "duration", "money"]
Direction: TypeAlias = Literal["up", "down"]


class Channel(NamedTuple):
    """A way customer and organisation meet."""

    id: str
    title: str
    kind: Literal["digital", "human", "physical"] | None = None
    summary: str = ""
    aliases: tuple[str, ...] = ()
    deprecated: Deprecation | None = None
    visibility: Visibility | None = None
    tags: tuple[str, ...] = ()
    at: Place = NOWHERE


class Team(NamedTuple):
    """Who owns things."""

    id: str
    title: str
    contact: str = ""
    department: str = ""
    aliases: tuple[str, ...] = ()
    deprecated: Deprecation | None = None
    visibility: Visibility | None = None
    tags: tuple[str, ...] = ()
    at: Place = NOWHERE


class System(NamedTuple):
    """Software or a service that supports touchpoints."""

    id: str
    title: str
    owner: str = ""
    kind: Literal["internal", "third-party"] | None = None
    url: str = ""
    summary: str = ""
    aliases: tuple[str, ...] = ()
    deprecated: Deprecation | None = None
    visibility: Visibility | None = None
    tags: tuple[str, ...] = ()
    at: Place = NOWHERE


class Segment(NamedTuple):
    """A group of customers; ``share`` is 0..1 of all."""

    id: str
    title: str
    criteria: str = ""
    share: Number | None = None
    aliases: tuple[str, ...] = ()
    deprecated: Deprecation | None = None
    visibility: Visibility | None = None
    tags: tuple[str, ...] = ()
    at: Place = NOWHERE


class Term(NamedTuple):
    """A glossary entry; ``aliases`` are other words for it."""

    id: str
    title: str
    definition: str = ""
    aliases: tuple[str, ...] = ()
    visibility: Visibility | None = None
    deprecated: Deprecation | None = None
    tags: tuple[str, ...] = ()
    at: Place = NOWHERE


class Phase(NamedTuple):
    """A part of the customer lifecycle that stages belong to."""

    id: str
    title: str
    position: Literal["before", "core", "after"] = "core"
    aliases: tuple[str, ...] = ()
    deprecated: Deprecation | None = None
    visibility: Visibility | None = None
    tags: tuple[str, ...] = ()
    at: Place = NOWHERE


SourceKind: TypeAlias = Literal[
    "web-analytics",
    "crm",
    "social",
    "survey",
    "feedback",
    "support",
    "sales",
    "interview",
    "operations",
    "other",
]


class Source(NamedTuple):
    """Where data comes from; ``personal`` says whether it identifies people."""

    id: str
    title: str
    kind: SourceKind = "other"
    personal: bool | None = None
    privacy: str = ""
    connection: str = ""
    aliases: tuple[str, ...] = ()
    deprecated: Deprecation | None = None
    visibility: Visibility | None = None
    tags: tuple[str, ...] = ()
    at: Place = NOWHERE


class Metric(NamedTuple):
    """A definition of something measured. Percent metrics run 0..100; ``range`` is (lowest, highest).

    ``measure`` is the measurement definition as plain data, read by the measuring part only.
    """

    id: str
    title: str
    type: MetricType = "count"
    unit: str = ""
    direction: Direction = "up"
    definition: str = ""
    source: str = ""
    range: tuple[Number, Number] | None = None
    owner: str = ""
    measure: Mapping[str, Any] | None = None
    aliases: tuple[str, ...] = ()
    deprecated: Deprecation | None = None
    visibility: Visibility | None = None
    tags: tuple[str, ...] = ()
    at: Place = NOWHERE


class Kpi(NamedTuple):
    """A metric attached to a journey, stage, touchpoint or opportunity.

    ``id`` defaults to the metric's. ``actual`` comes from measurements and is never typed.
    """

    id: str
    metric: str
    baseline: Number | None = None
    target: Number | None = None
    warn: Number | None = None
    due: str = ""
    owner: str = ""
    actual: Number | None = None
    visibility: Visibility | None = None
    deprecated: Deprecation | None = None
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    at: Place = NOWHERE


class BlueprintItem(NamedTuple):
    """Something in a service-blueprint lane; ``system`` is a system's id."""

    text: str
    id: str = ""
    owner: str = ""
    system: str = ""
    aliases: tuple[str, ...] = ()
    deprecated: Deprecation | None = None
    visibility: Visibility | None = None
    tags: tuple[str, ...] = ()
    at: Place = NOWHERE


class Blueprint(NamedTuple):
    """The service-blueprint lanes of a touchpoint, in their order."""

    physical_evidence: tuple[BlueprintItem, ...] = ()
    frontstage: tuple[BlueprintItem, ...] = ()
    backstage: tuple[BlueprintItem, ...] = ()
    support: tuple[BlueprintItem, ...] = ()


class SharedTouchpoint(NamedTuple):
    """Facts about a touchpoint that several journeys use; experience stays in the journeys.

    The builder has merged these facts into each touchpoint that ``uses`` it.
    """

    id: str
    title: str
    summary: str = ""
    channels: tuple[str, ...] = ()
    owner: str = ""
    systems: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    blueprint: Blueprint = Blueprint()
    aliases: tuple[str, ...] = ()
    deprecated: Deprecation | None = None
    visibility: Visibility | None = None
    tags: tuple[str, ...] = ()
    at: Place = NOWHERE


class Library(NamedTuple):
    """Everything declared for sharing, by kind and id, in order of declaration."""

    channels: Mapping[str, Channel]
    metrics: Mapping[str, Metric]
    teams: Mapping[str, Team]
    systems: Mapping[str, System]
    segments: Mapping[str, Segment]
    sources: Mapping[str, Source]
    touchpoints: Mapping[str, SharedTouchpoint]
    phases: Mapping[str, Phase]
    terms: Mapping[str, Term]
