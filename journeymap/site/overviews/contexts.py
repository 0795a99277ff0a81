"""What the templates of the overviews receive: one typed value a template."""

from typing import NamedTuple

from journeymap.rendering.templating import Html
from journeymap.site.chart_views import BacklogMatrix
from journeymap.site.overviews.lines import (
    FindingGroup,
    HealthRow,
    KpiGroup,
    MomentLine,
    OpportunityLine,
    PainGroup,
    Part,
    ReviewLine,
    ScaleStep,
    SpreadRow,
    TermGroup,
)
from journeymap.site.pieces import Fact, Figure, Link, Page


class KpisContext(NamedTuple):
    """The overview of KPIs, by metric; ``unmeasured`` are the moments of truth that none of them watches."""

    page: Page
    title: str
    lead: str
    figures: tuple[Figure, ...]
    groups: tuple[KpiGroup, ...]
    unmeasured: tuple[MomentLine, ...]
    unmeasured_more: str
    downloads: tuple[Link, ...]


class MetricContext(NamedTuple):
    """The page of a metric: what it is, and every KPI that is made of it."""

    page: Page
    title: str
    lead: Html
    retiring: str
    facts: tuple[Fact, ...]
    figures: tuple[Figure, ...]
    group: KpiGroup
    tags: tuple[Link, ...]


class PainsContext(NamedTuple):
    """The overview of pains; ``spread`` counts them by severity, a column a frequency."""

    page: Page
    title: str
    lead: str
    figures: tuple[Figure, ...]
    frequencies: tuple[str, ...]
    spread: tuple[SpreadRow, ...]
    groups: tuple[PainGroup, ...]
    downloads: tuple[Link, ...]


class OpportunitiesContext(NamedTuple):
    """The backlog of all journeys, and the matrix of value against effort."""

    page: Page
    title: str
    lead: str
    figures: tuple[Figure, ...]
    lines: tuple[OpportunityLine, ...]
    more: Link
    formula: str
    formula_words: str
    matrix: BacklogMatrix | None
    downloads: tuple[Link, ...]


class GlossaryContext(NamedTuple):
    """The glossary, a group a letter."""

    page: Page
    title: str
    lead: str
    figures: tuple[Figure, ...]
    groups: tuple[TermGroup, ...]


class HealthContext(NamedTuple):
    """What is still owed; ``has_checks`` when the method was checked and not the language alone.

    ``parts`` are the headings of what is covered, ``whole`` is all journeys together. Of very many journeys
    ``rows_more`` and ``reviews_more`` lead to the others.
    """

    page: Page
    title: str
    lead: str
    figures: tuple[Figure, ...]
    has_checks: bool
    findings: tuple[FindingGroup, ...]
    parts: tuple[str, ...]
    whole: tuple[Part, ...]
    rows: tuple[HealthRow, ...]
    reviews: tuple[ReviewLine, ...]
    rows_more: Link
    reviews_more: Link
    findings_files: tuple[Link, ...]
    downloads: tuple[Link, ...]


class AboutContext(NamedTuple):
    """How to read a map, and how the numbers come about.

    Of each sign, certainty, state and line there is its icon or name, its word, and what it means.
    """

    page: Page
    title: str
    scale: tuple[ScaleStep, ...]
    bounds: tuple[str, str]
    certainties: tuple[tuple[str, str, str], ...]
    signs: tuple[tuple[str, str, str], ...]
    states: tuple[tuple[str, str], ...]
    lines: tuple[tuple[str, str], ...]
    formula: tuple[str, str]
    version: str
