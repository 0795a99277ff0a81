"""What the lists of a journey's page are made of: stages, touchpoints, and everything they add up to."""

from typing import NamedTuple

from journeymap.rendering.dates import Day
from journeymap.rendering.templating import Html
from journeymap.site.journey.ways import Step
from journeymap.site.pieces import Fact, Item, Link, Mood, Picture


class KpiRow(NamedTuple):
    """A KPI in numbers; ``gap`` is positive for the better, whichever direction that is.

    ``behind`` is the unit as it stands behind a number.
    """

    id: str
    title: Link
    definition: Html
    where: Link
    baseline: str
    target: str
    actual: str
    gap: str
    unit: str
    behind: str
    direction: str
    arrow: str
    due: Day | None
    owner: Link


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
    personas: tuple[Link, ...]
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
    owner: Link
    url: str


class OpportunityRow(NamedTuple):
    """An opportunity in the list; ``number`` stands for it in the matrix."""

    id: str
    number: int
    title: str
    summary: Html
    status: str
    gauges: tuple[Gauge, ...]
    owner: Link
    due: Day | None
    addresses: tuple[Link, ...]
    kpis: tuple[Link, ...]
    actions: tuple[ActionRow, ...]
    links: tuple[Link, ...]


class InsightRow(NamedTuple):
    """An insight: the data, what it tells, what is done."""

    id: str
    data: str
    source: Link
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
    source: Link
    summary: Html


class SourceRow(NamedTuple):
    """A source of data."""

    title: Link
    kind: str
    personal: bool
    privacy: Html


class LoopRow(NamedTuple):
    """A feedback loop in words."""

    id: str
    text: Html
    source: Link
    cadence: str
    owner: Link
    feeds: tuple[Link, ...]
