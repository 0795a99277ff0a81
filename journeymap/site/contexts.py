"""What each template receives: one typed value a template, every text ready to print.

Texts are plain and escaped by the template; ``Html`` is markup that was made safe already. An empty
address means that there is nothing to link to.
"""

from typing import NamedTuple

from journeymap.rendering.tables import Table
from journeymap.rendering.templating import Html
from journeymap.site.words import Day


class Link(NamedTuple):
    """A text that leads somewhere, or stays a text where ``url`` is empty."""

    text: str
    url: str = ""


class Page(NamedTuple):
    """What every page has in common.

    ``style`` and ``script`` hold the text itself on a page that travels alone; elsewhere they are
    empty and ``assets`` says where the files are.
    """

    path: str
    lang: str
    direction: str
    title: str
    description: str
    policy: str
    site: Link
    nav: tuple[Link, ...] = ()
    assets: str = ""
    icon: str = ""
    style: Html = Html("")
    script: Html = Html("")


class Face(NamedTuple):
    """How a feeling looks: ``step`` 0 to 4 picks mouth and colour, ``certainty`` how solid it is drawn."""

    step: int
    certainty: str = "researched"


class Mood(NamedTuple):
    """A feeling in words and numbers; ``label`` is the scale's own word for the score."""

    words: str
    score: str = ""
    label: str = ""
    face: Face | None = None


class Person(NamedTuple):
    """A persona as a name with a monogram."""

    name: str
    monogram: str
    hue: int
    url: str = ""
    role: str = ""


class Sparkline(NamedTuple):
    """A journey's curve in a nutshell, with its extremes as dots: x, y, step."""

    line: str
    area: str
    dots: tuple[tuple[str, str, int], ...]
    zero: str


class Figure(NamedTuple):
    """A number of the summary strip with what stands behind it; ``kind`` picks its sign."""

    label: str
    value: str
    notes: tuple[Link, ...] = ()
    kind: str = ""
    face: Face | None = None


class Arc(NamedTuple):
    """The piece of the curve inside a cell, as path data, and the face's height in percent."""

    line: str
    area: str
    before: str
    others: tuple[str, ...]
    y: str


class Moment(NamedTuple):
    """A peak, pit or end: ``kind`` and its word."""

    kind: str
    word: str


class Point(NamedTuple):
    """A feeling cell of the map."""

    mood: Mood | None
    arc: Arc
    certainty: str
    certainty_word: str
    moments: tuple[Moment, ...]


class Item(NamedTuple):
    """An entry of a cell: its text, where it leads, its sign, who it holds for, what goes with it.

    ``id`` is set where the entry itself is what its id leads to.
    """

    text: Html
    url: str = ""
    mark: str = ""
    by: str = ""
    detail: str = ""
    id: str = ""


class Cell(NamedTuple):
    """A cell of the map: entries or a feeling; ``headers`` are the ids of its header cells."""

    headers: str
    first: bool
    items: tuple[Item, ...] = ()
    point: Point | None = None


class Row(NamedTuple):
    """A lane of the map. ``by`` is whose feelings an emotion lane shows."""

    id: str
    lane: str
    title: str
    by: Link
    feeling: bool
    cells: tuple[Cell, ...]


class Band(NamedTuple):
    """A blueprint zone: the line above it, and its lanes."""

    id: str
    line: str
    rows: tuple[Row, ...]


class HeadCell(NamedTuple):
    """A header of the map: a stage with its width, or a touchpoint."""

    id: str
    title: str
    url: str
    headers: str = ""
    number: int = 0
    width: int = 1
    first: bool = False
    moment_of_truth: bool = False


class MapView(NamedTuple):
    """The map as a table."""

    stages: tuple[HeadCell, ...]
    points: tuple[HeadCell, ...]
    bands: tuple[Band, ...]
    width: int
    lanes: tuple[tuple[str, str], ...]
    legend: tuple[tuple[str, str], ...]
    certainties: tuple[tuple[str, str], ...]
    strip: Sparkline | None


class Fact(NamedTuple):
    """A label with its values, each plain, linked or marked up; ``kind`` picks the sign before them."""

    label: str
    items: tuple[Item, ...]
    kind: str = ""


class Picture(NamedTuple):
    """An image that was found."""

    url: str
    alt: str


class Step(NamedTuple):
    """A way on from a touchpoint."""

    source: Link
    target: Link
    when: str
    share: str
    kind: str


class KpiRow(NamedTuple):
    """A KPI in numbers; ``gap`` is positive for the better, whichever direction that is."""

    id: str
    title: str
    definition: Html
    where: Link
    baseline: str
    target: str
    actual: str
    gap: str
    unit: str
    direction: str
    arrow: str
    due: Day | None
    owner: str


class Card(NamedTuple):
    """A touchpoint in full."""

    id: str
    number: str
    title: str
    channels: tuple[str, ...]
    kind: str
    mood: Mood | None
    moment_of_truth: bool
    pains: int
    gains: int
    opportunities: int
    summary: Html
    quotes: tuple[Item, ...]
    facts: tuple[Fact, ...]
    pictures: tuple[Picture, ...]
    steps: tuple[Step, ...]
    retiring: str


class StageView(NamedTuple):
    """A stage in full."""

    id: str
    number: int
    title: str
    phase: str
    mood: Mood | None
    summary: Html
    facts: tuple[Fact, ...]
    cards: tuple[Card, ...]
    retiring: str


class PainRow(NamedTuple):
    """A pain in the list."""

    id: str
    text: Html
    where: Link
    severity: str
    level: int
    frequency: str
    certainty: str
    certainty_word: str
    personas: tuple[str, ...]
    evidence: tuple[Link, ...]
    answers: tuple[Link, ...]


class Gauge(NamedTuple):
    """A value from 0 to 5."""

    label: str
    value: str
    filled: int


class ActionRow(NamedTuple):
    """An action of an opportunity."""

    id: str
    text: Html
    impact: Html
    example: Html
    status: str
    owner: str
    url: str


class OpportunityRow(NamedTuple):
    """An opportunity in the list; ``number`` stands for it in the matrix."""

    id: str
    number: int
    title: str
    summary: Html
    status: str
    gauges: tuple[Gauge, ...]
    owner: str
    due: Day | None
    addresses: tuple[Link, ...]
    kpis: tuple[Link, ...]
    actions: tuple[ActionRow, ...]
    links: tuple[Link, ...]


class MatrixDot(NamedTuple):
    """Where opportunities stand in the matrix of value and effort, in percent from its corner."""

    x: str
    y: str
    numbers: str


class InsightRow(NamedTuple):
    """An insight: the data, what it tells, what is done."""

    id: str
    data: str
    source: str
    text: Html
    action: Html
    certainty: str
    certainty_word: str


class EvidenceRow(NamedTuple):
    """A piece of evidence."""

    id: str
    title: Link
    kind: str
    day: Day | None
    sample: str
    source: str
    summary: Html


class SourceRow(NamedTuple):
    """A source of data."""

    title: str
    kind: str
    personal: bool
    privacy: Html


class LoopRow(NamedTuple):
    """A feedback loop in words."""

    id: str
    text: Html
    source: str
    cadence: str
    owner: str
    feeds: tuple[Link, ...]


class Coverage(NamedTuple):
    """How much of what is claimed rests on research, in words and as a share in percent."""

    words: str
    percent: int


class TableView(NamedTuple):
    """A stage table with where to download it."""

    table: Table
    downloads: tuple[Link, ...]


class Review(NamedTuple):
    """When a journey was last reviewed; ``every`` is in days, 0 when nobody promised."""

    day: Day
    every: int
    every_words: str


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
    downloads: tuple[Link, ...]
    sections: tuple[Link, ...]
    figures: tuple[Figure, ...]
    sentence: Html
    map: MapView
    flow: Html
    flow_failure: str
    steps: tuple[Step, ...]
    exits: tuple[Item, ...]
    stages: tuple[StageView, ...]
    stage_tables: tuple[TableView, ...]
    pains: tuple[PainRow, ...]
    opportunities: tuple[OpportunityRow, ...]
    matrix: tuple[MatrixDot, ...]
    kpis: tuple[KpiRow, ...]
    insights: tuple[InsightRow, ...]
    more_tables: tuple[TableView, ...]
    loops: tuple[LoopRow, ...]
    people: tuple["PersonaView", ...]
    evidence: tuple[EvidenceRow, ...]
    sources: tuple[SourceRow, ...]
    coverage: Coverage | None


class PersonaView(NamedTuple):
    """A persona in full."""

    id: str
    person: Person
    quote: str
    summary: Html
    facts: tuple[Fact, ...]
    traits: tuple[Fact, ...]
    picture: Picture | None
    certainty: str
    certainty_word: str


class JourneyCard(NamedTuple):
    """A journey among others."""

    id: str
    title: str
    url: str
    state: str
    state_word: str
    status: str
    status_word: str
    lead: str
    sparkline: Sparkline | None
    stages: tuple[str, ...]
    personas: tuple[Person, ...]
    mean: Mood | None
    lowest: Mood | None
    lowest_at: Link
    touchpoints: int
    pains: int
    opportunities: int
    review: Review | None
    words: str


class PhaseRow(NamedTuple):
    """A journey's mean feeling in each phase of the lifecycle, or nothing."""

    journey: Link
    moods: tuple[Mood | None, ...]


class PortfolioContext(NamedTuple):
    """The front page."""

    page: Page
    title: str
    counts: tuple[Figure, ...]
    journeys: tuple[JourneyCard, ...]
    states: tuple[tuple[str, str], ...]
    phases: tuple[str, ...]
    lifecycle: tuple[PhaseRow, ...]
    personas: tuple[PersonaView, ...]


class PersonaContext(NamedTuple):
    """The page of a persona."""

    page: Page
    persona: PersonaView
    journeys: tuple[JourneyCard, ...]


class NotFoundContext(NamedTuple):
    """The page for an address that leads nowhere."""

    page: Page
