"""What is said about customers, and how sure we are: emotions, thoughts, pains, gains, evidence."""

from typing import Literal, TypeAlias

from journeymap.named_tuples import NamedTuple
from journeymap.source import Place

Confidence: TypeAlias = Literal["assumed", "partial", "researched", "measured"]
Severity: TypeAlias = Literal["low", "medium", "high", "critical"]
Frequency: TypeAlias = Literal["rare", "sometimes", "often", "always"]
Visibility: TypeAlias = Literal["public", "internal"]
Number: TypeAlias = int | float
NOWHERE = Place("")


class Emotion(NamedTuple):
    """How somebody feels at a touchpoint or stage.

    ``score`` is on the workspace's emotion scale; ``persona`` is ``""`` when it holds for everyone
    the touchpoint concerns; ``intensity`` runs from 1 (faint) to 5 (overwhelming).
    """

    score: Number | None = None
    feeling: str = ""
    feelings: tuple[str, ...] = ()
    intensity: int | None = None
    quote: str = ""
    confidence: Confidence = "assumed"
    evidence: tuple[str, ...] = ()
    persona: str = ""
    at: Place = NOWHERE


class Thought(NamedTuple):
    """What somebody thinks at a touchpoint; ``persona`` is ``""`` when everyone does."""

    text: str
    persona: str = ""


class Pain(NamedTuple):
    """Something that hurts the customer."""

    text: str
    id: str = ""
    severity: Severity | None = None
    frequency: Frequency | None = None
    confidence: Confidence = "assumed"
    evidence: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()
    visibility: Visibility | None = None
    deprecated: "Deprecation | None" = None
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    at: Place = NOWHERE


class Gain(NamedTuple):
    """Something good a touchpoint gives the customer."""

    text: str
    id: str = ""
    confidence: Confidence = "assumed"
    evidence: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()
    visibility: Visibility | None = None
    deprecated: "Deprecation | None" = None
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    at: Place = NOWHERE


EvidenceKind: TypeAlias = Literal[
    "interview",
    "survey",
    "analytics",
    "observation",
    "usability-test",
    "support",
    "diary",
    "desk-research",
    "workshop",
    "other",
]


class Evidence(NamedTuple):
    """A piece of research that claims point to. ``date`` is an ISO date, ``sample`` a head count."""

    id: str
    title: str
    kind: EvidenceKind = "other"
    source: str = ""
    date: str = ""
    sample: int | None = None
    url: str = ""
    summary: str = ""
    visibility: Visibility | None = None
    deprecated: "Deprecation | None" = None
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    at: Place = NOWHERE


class Deprecation(NamedTuple):
    """That an item is on its way out: ISO dates, and the id of what replaces it."""

    since: str = ""
    sunset: str = ""
    replaced_by: str = ""
    reason: str = ""
