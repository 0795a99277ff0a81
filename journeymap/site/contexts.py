"""What each template receives: one typed value a template."""

from typing import NamedTuple

from journeymap.rendering.templating import Html
from journeymap.site.chart_views import Priorities
from journeymap.site.grids import Grid
from journeymap.site.journey.map_cells import MapView
from journeymap.site.journey.rows import (
    EvidenceRow,
    InsightRow,
    KpiRow,
    LoopRow,
    OpportunityRow,
    PainRow,
    SourceRow,
    StageView,
)
from journeymap.site.pieces import (
    Coverage,
    CoverageRow,
    Downloads,
    Fact,
    Figure,
    HeatView,
    Item,
    JourneyCard,
    Link,
    Page,
    Person,
    PersonaView,
    Review,
    Step,
    TableView,
    TreeNode,
    WalkView,
)


class JourneyContext(NamedTuple):
    """The page of a journey."""

    page: Page
    title: str
    state: str
    state_word: str
    status: str
    status_word: str
    retiring: str
    lead: Html
    scenario: Html
    goal: Html
    objective: Html
    objective_kpi: Link
    trigger: Html
    outcome: Html
    personas: tuple[Person, ...]
    owner: Link
    review: Review | None
    base: Link
    facts: tuple[Fact, ...]
    tags: tuple[str, ...]
    links: tuple[Link, ...]
    downloads: tuple[Downloads, ...]
    sections: tuple[Link, ...]
    figures: tuple[Figure, ...]
    sentence: Html
    map: MapView
    flow: Html
    flow_failure: str
    steps: tuple[Step, ...]
    walk: WalkView | None
    exits: tuple[Item, ...]
    stages: tuple[StageView, ...]
    pains: tuple[PainRow, ...]
    opportunities: tuple[OpportunityRow, ...]
    matrix: Priorities | None
    kpis: tuple[KpiRow, ...]
    insights: tuple[InsightRow, ...]
    tables: tuple[TableView, ...]
    loops: tuple[LoopRow, ...]
    people: tuple[PersonaView, ...]
    evidence: tuple[EvidenceRow, ...]
    sources: tuple[SourceRow, ...]
    coverage: Coverage | None


class PortfolioContext(NamedTuple):
    """The front page."""

    page: Page
    title: str
    counts: tuple[Figure, ...]
    journeys: tuple[JourneyCard, ...]
    states: tuple[tuple[str, str], ...]
    tree: tuple[TreeNode, ...]
    lifecycle: HeatView | None
    covered_phases: tuple[str, ...]
    coverage: tuple[CoverageRow, ...]
    personas: tuple[PersonaView, ...]


class PersonaContext(NamedTuple):
    """The page of a persona."""

    page: Page
    persona: PersonaView
    journeys: tuple[JourneyCard, ...]


class EntityContext(NamedTuple):
    """The page of something that journeys share: a channel, team, system, segment, source, phase, tag.

    ``grids`` are tables of what belongs to it; ``used`` says where it is used, one row a journey.
    """

    page: Page
    kind: str
    kind_word: str
    id: str
    title: str
    lead: Html
    retiring: str
    facts: tuple[Fact, ...]
    figures: tuple[Figure, ...]
    grids: tuple[Grid, ...]
    used: Grid | None
    tags: tuple[Link, ...]


class CatalogueContext(NamedTuple):
    """The page that lists what is in a folder."""

    page: Page
    title: str
    lead: str
    figures: tuple[Figure, ...]
    grids: tuple[Grid, ...]


class NotFoundContext(NamedTuple):
    """The page for an address that leads nowhere."""

    page: Page
