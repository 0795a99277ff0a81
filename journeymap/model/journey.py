"""A journey: its stages and touchpoints, and everything that hangs on them."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeAlias

from journeymap.model.claims import (
    NOWHERE,
    Deprecation,
    Emotion,
    Evidence,
    Gain,
    Number,
    Pain,
    Thought,
    Visibility,
)
from journeymap.model.library import Blueprint, Kpi
from journeymap.model.opportunity import Insight, Link, Opportunity
from journeymap.model.persona import Image, Persona
from journeymap.named_tuples import NamedTuple
from journeymap.source import Place

State: TypeAlias = Literal["current", "future", "ideal"]
Status: TypeAlias = Literal["draft", "review", "published", "retired"]
TouchpointType: TypeAlias = Literal["contact", "action", "internal"]


class Branch(NamedTuple):
    """One way on from a touchpoint: exactly one of ``to``, ``exit`` and ``journey`` is set.

    ``to`` is a touchpoint or stage id, ``exit`` an exit id, ``journey`` another journey's id;
    ``share`` is the proportion 0..1 of those who leave the touchpoint.
    """

    to: str = ""
    exit: str = ""
    journey: str = ""
    when: str = ""
    share: Number | None = None
    at: Place = NOWHERE


class Personalization(NamedTuple):
    """What differs for whom, on which data."""

    text: str
    segment: str = ""
    persona: str = ""
    source: str = ""
    consent: Literal["required", "given", "not-needed"] | None = None
    at: Place = NOWHERE


class Objective(NamedTuple):
    """What the organisation wants, measurably; ``kpi`` is a KPI address."""

    text: str
    kpi: str = ""


class Touchpoint(NamedTuple):
    """One moment of the journey.

    ``next`` is ``None`` when the journey goes on to the following touchpoint, and ``()`` when it
    ends here, completed. ``duration_active`` and ``duration_elapsed`` are in seconds. ``fields``
    are custom fields declared as lanes in the workspace.
    """

    id: str
    title: str
    summary: str = ""
    type: TouchpointType = "contact"
    channels: tuple[str, ...] = ()
    uses: str = ""
    owner: str = ""
    systems: tuple[str, ...] = ()
    actor: str = ""
    receiver: str = ""
    personas: tuple[str, ...] = ()
    action: str = ""
    thoughts: tuple[Thought, ...] = ()
    motivations: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    expectations: tuple[str, ...] = ()
    emotions: tuple[Emotion, ...] = ()
    pains: tuple[Pain, ...] = ()
    gains: tuple[Gain, ...] = ()
    moment_of_truth: bool = False
    duration_active: int | None = None
    duration_elapsed: int | None = None
    kpis: tuple[Kpi, ...] = ()
    personalization: tuple[Personalization, ...] = ()
    sources: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    blueprint: Blueprint = Blueprint()
    policies: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    links: tuple[Link, ...] = ()
    fields: Mapping[str, Any] = {}
    next: tuple[Branch, ...] | None = None
    expand: str = ""
    visibility: Visibility | None = None
    deprecated: Deprecation | None = None
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    at: Place = NOWHERE


class Stage(NamedTuple):
    """A step of the journey as the customer sees it, made of touchpoints."""

    id: str
    title: str
    summary: str = ""
    phase: str = ""
    goal: str = ""
    focus: str = ""
    emotions: tuple[Emotion, ...] = ()
    motivations: tuple[str, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    owner: str = ""
    touchpoints: tuple[Touchpoint, ...] = ()
    expand: str = ""
    fields: Mapping[str, Any] = {}
    visibility: Visibility | None = None
    deprecated: Deprecation | None = None
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    at: Place = NOWHERE


class Exit(NamedTuple):
    """Where customers leave the journey, and what that means."""

    id: str
    title: str
    outcome: Literal["achieved", "lost", "deferred"] = "lost"
    visibility: Visibility | None = None
    deprecated: Deprecation | None = None
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    at: Place = NOWHERE


class FeedbackLoop(NamedTuple):
    """How what customers say comes back into the journey; ``cadence`` is in seconds."""

    id: str = ""
    source: str = ""
    cadence: int | None = None
    owner: str = ""
    feeds: tuple[str, ...] = ()
    text: str = ""
    visibility: Visibility | None = None
    deprecated: Deprecation | None = None
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    at: Place = NOWHERE


class Move(NamedTuple):
    """A declared split or merge: what one old id became."""

    source: str
    targets: tuple[str, ...]


class Change(NamedTuple):
    """One step of an overlay: set, remove, add or move.

    ``verb`` says which; ``target`` is the id the step speaks of (for ``add`` the kind of item).
    """

    verb: Literal["set", "remove", "add", "move"]
    target: str
    fields: Mapping[str, Any] = {}
    item: Mapping[str, Any] = {}
    to: str = ""
    before: str = ""
    after: str = ""
    resolved_by: str = ""
    at: Place = NOWHERE


class Journey(NamedTuple):
    """One journey map. ``review_every`` is in seconds; dates are ISO text.

    ``personas`` holds ids; the inline ones are in ``local_personas``. ``overlay`` is true for a
    journey that came from ``extends`` and ``changes``.
    """

    id: str
    title: str
    stages: tuple[Stage, ...] = ()
    summary: str = ""
    lang: str = ""
    state: State = "current"
    status: Status = "draft"
    visibility: Visibility = "internal"
    owner: str = ""
    reviewed: str = ""
    review_every: int | None = None
    deprecated: Deprecation | None = None
    personas: tuple[str, ...] = ()
    local_personas: tuple[Persona, ...] = ()
    segments: tuple[str, ...] = ()
    scenario: str = ""
    goal: str = ""
    objective: Objective | None = None
    kpis: tuple[Kpi, ...] = ()
    trigger: str = ""
    outcome: str = ""
    sources: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    exits: tuple[Exit, ...] = ()
    opportunities: tuple[Opportunity, ...] = ()
    insights: tuple[Insight, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    feedback_loops: tuple[FeedbackLoop, ...] = ()
    fields: Mapping[str, Any] = {}
    extends: str = ""
    changes: tuple[Change, ...] = ()
    aliases: tuple[str, ...] = ()
    moved: tuple[Move, ...] = ()
    at: Place = NOWHERE

    def touchpoints(self) -> Iterator[Touchpoint]:
        """Yield the touchpoints of all stages in order."""
        for stage in self.stages:
            yield from stage.touchpoints
