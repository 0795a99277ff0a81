"""What the organisation could do better: opportunities, their actions, and insights."""

from typing import Literal, TypeAlias

from journeymap.model.claims import NOWHERE, Confidence, Deprecation, Number, Visibility
from journeymap.model.library import Kpi
from journeymap.named_tuples import NamedTuple
from journeymap.source import Place

OpportunityStatus: TypeAlias = Literal["idea", "planned", "in-progress", "done", "rejected"]


class Action(NamedTuple):
    """A strategy: what is done, its impact, an example."""

    text: str
    id: str = ""
    impact: str = ""
    example: str = ""
    status: OpportunityStatus | None = None
    owner: str = ""
    due: str = ""
    link: str = ""
    visibility: Visibility | None = None
    deprecated: Deprecation | None = None
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    at: Place = NOWHERE


class Opportunity(NamedTuple):
    """A chance to improve the journey. Values and effort run from 0 to 5.

    ``addresses`` holds pain addresses; ``kpis`` holds addresses of what should move; ``own_kpis``
    are KPIs attached to the opportunity itself.
    """

    title: str
    id: str = ""
    summary: str = ""
    addresses: tuple[str, ...] = ()
    kpis: tuple[str, ...] = ()
    own_kpis: tuple[Kpi, ...] = ()
    customer_value: Number | None = None
    business_value: Number | None = None
    effort: Number | None = None
    reach: Number | None = None
    confidence: Number | None = None
    status: OpportunityStatus = "idea"
    owner: str = ""
    due: str = ""
    actions: tuple[Action, ...] = ()
    links: tuple["Link", ...] = ()
    visibility: Visibility | None = None
    deprecated: Deprecation | None = None
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    at: Place = NOWHERE


class Insight(NamedTuple):
    """What a type of data tells, and what is done about it."""

    text: str
    id: str = ""
    data: str = ""
    source: str = ""
    action: str = ""
    confidence: Confidence = "assumed"
    evidence: tuple[str, ...] = ()
    visibility: Visibility | None = None
    deprecated: Deprecation | None = None
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    at: Place = NOWHERE


class Link(NamedTuple):
    """A link to something outside: title, address, relation."""

    url: str
    title: str = ""
    rel: str = ""
