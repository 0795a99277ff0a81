"""What each template receives: one typed value a template."""

from collections.abc import Mapping
from typing import NamedTuple

from journeymap.rendering.templating import Html
from journeymap.site.chart_views import Priorities
from journeymap.site.entities.cards import PersonaCard
from journeymap.site.front.attention import Sore, Task
from journeymap.site.front.grid import Filter, PortfolioGrid
from journeymap.site.grids import Grid
from journeymap.site.journey.compare_view import CompareView
from journeymap.site.journey.flow_view import FlowImage
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
from journeymap.site.journey.ways import Step, WalkView
from journeymap.site.pieces import (
    Coverage,
    CoverageRow,
    Downloads,
    Fact,
    Figure,
    Item,
    JourneyCard,
    Link,
    Page,
    Person,
    PersonaView,
    Review,
    TableView,
    TreeNode,
)


class JourneyContext(NamedTuple):
    """The page of a journey.

    ``former`` are the ids that a thing once had by the one it has now. On paper the map stands on
    ``sheets``, and ``screen`` leads back to the page for the screen; there, ``paper`` leads to paper.
    """

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
    tags: tuple[Link, ...]
    links: tuple[Link, ...]
    downloads: tuple[Downloads, ...]
    sections: tuple[Link, ...]
    figures: tuple[Figure, ...]
    sentence: Html
    map: MapView
    flow: Html
    flow_image: FlowImage | None
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
    comparisons: tuple[CompareView, ...]
    former: Mapping[str, tuple[str, ...]]
    paper: str = ""
    sheets: tuple[MapView, ...] = ()
    screen: Link = Link("")


class PaperContext(JourneyContext):
    """A journey on paper: the map on as many sheets as it needs, and everything unfolded."""


class EmbedContext(NamedTuple):
    """The map of a journey for a frame in somebody else's page; ``whole`` leads to the journey's own page."""

    page: Page
    title: str
    state: str
    state_word: str
    whole: Link
    map: MapView


class PortfolioContext(NamedTuple):
    """The front page: what hurts, what is due, the journeys in a grid and as cards, the way to the rest."""

    page: Page
    title: str
    counts: tuple[Figure, ...]
    sores: tuple[Sore, ...]
    unanswered: Link
    tasks: tuple[Task, ...]
    journeys: tuple[JourneyCard, ...]
    filters: tuple[Filter, ...]
    grid: PortfolioGrid | None
    tree: tuple[TreeNode, ...]
    covered_phases: tuple[str, ...]
    coverage: tuple[CoverageRow, ...]
    personas: tuple[PersonaView, ...]
    people_more: Link
    doors: tuple[Figure, ...]


class PersonaContext(NamedTuple):
    """The page of a persona; ``extremes`` say where they feel best and worst, ``more`` what is left."""

    page: Page
    persona: PersonaView
    journeys: tuple[JourneyCard, ...]
    more: str
    figures: tuple[Figure, ...]
    extremes: tuple[Grid, ...]
    grids: tuple[Grid, ...]
    used: Grid | None
    tags: tuple[Link, ...]
    formerly: tuple[str, ...]
    retiring: str


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
    formerly: tuple[str, ...] = ()
    notice: str = ""


class CatalogueContext(NamedTuple):
    """The page that lists what is in a folder: tables, or people as cards under a ``label``."""

    page: Page
    title: str
    lead: str
    figures: tuple[Figure, ...]
    grids: tuple[Grid, ...]
    people: tuple[PersonaCard, ...] = ()
    label: str = ""


class SearchContext(NamedTuple):
    """The page to search on; ``lists`` lead to everything there is."""

    page: Page
    title: str
    lists: tuple[Link, ...]


class NotFoundContext(NamedTuple):
    """The page for an address that leads nowhere; ``sections`` are the ways on, where the site knows them."""

    page: Page
    sections: tuple[Link, ...] = ()


class RedirectContext(NamedTuple):
    """The page at an address that has moved: where it leads, and what it says to those who are not led."""

    page: Page
    target: Link
    refresh: str
    lead: str
