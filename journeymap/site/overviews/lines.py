"""The values that the overviews show, a line of a table each."""

from typing import NamedTuple

from journeymap.rendering.dates import Day
from journeymap.rendering.templating import Html
from journeymap.site.pieces import Face, Item, Link, Mood


class Due(NamedTuple):
    """A day by which something should be done; ``is_open`` while it is not."""

    day: Day
    is_open: bool = True


class KpiLine(NamedTuple):
    """A KPI where it is attached; ``percent`` is the way done as a text from 0 to 100, if anybody knows."""

    where: Link
    journey: Link
    baseline: str
    target: str
    actual: str
    gap: str
    status: str
    percent: str
    due: Due | None
    owner: Link


class KpiGroup(NamedTuple):
    """A metric with its KPIs; ``nature`` is its unit and direction in words."""

    id: str
    metric: Link
    definition: Html
    nature: str
    lines: tuple[KpiLine, ...]
    more: Link = Link("")


class MomentLine(NamedTuple):
    """A touchpoint of a journey and how it feels."""

    touchpoint: Link
    journey: Link
    mood: Mood | None


class PainLine(NamedTuple):
    """A pain of some journey; ``level`` is its severity from 1 to 4, 0 where nobody said.

    ``words`` are what a filter finds it by.
    """

    text: Html
    where: Link
    journey: Link
    severity: str
    level: int
    frequency: str
    personas: tuple[Link, ...]
    certainty: str
    certainty_word: str
    evidence: tuple[Link, ...]
    answers: tuple[Item, ...]
    words: str


class PainGroup(NamedTuple):
    """Pains under a heading; ``more`` says what was left out."""

    id: str
    title: str
    intro: str
    lines: tuple[PainLine, ...]
    more: Link = Link("")


class SpreadRow(NamedTuple):
    """How many pains of a severity there are of each frequency; empty texts for none."""

    word: str
    level: int
    counts: tuple[str, ...]


class OpportunityLine(NamedTuple):
    """An opportunity of some journey; numbers are texts, empty where nobody gave them.

    ``words`` are what a filter finds it by.
    """

    number: int
    title: Link
    journey: Link
    status: str
    status_word: str
    customer: str
    business: str
    effort: str
    score: str
    corner: str
    owner: Link
    due: Due | None
    pains: tuple[Link, ...]
    kpis: tuple[Link, ...]
    words: str


class TermView(NamedTuple):
    """A term with what it means, what else it is called, and where it is spoken of."""

    id: str
    title: str
    definition: Html
    aliases: tuple[str, ...]
    retiring: str
    used: tuple[Link, ...]
    more: str
    tags: tuple[Link, ...]


class TermGroup(NamedTuple):
    """The terms that begin with a letter."""

    letter: str
    id: str
    terms: tuple[TermView, ...]


class FindingLine(NamedTuple):
    """A finding: what is wrong, where in the files, and what on the site it is about."""

    message: Html
    rule: str
    place: str
    subject: Link


class FindingGroup(NamedTuple):
    """The findings of a severity."""

    severity: str
    word: str
    lines: tuple[FindingLine, ...]
    more: Link = Link("")


class Part(NamedTuple):
    """How much of something is there, in words and in percent; nothing where there is nothing to count."""

    words: str
    percent: int | None


class HealthRow(NamedTuple):
    """A journey with how well it is covered, a part a column."""

    journey: Link
    owner: Link
    parts: tuple[Part, ...]


class ReviewLine(NamedTuple):
    """When a journey was last reviewed, and when it should be again."""

    journey: Link
    owner: Link
    reviewed: Day | None
    due: Due | None
    every: str


class ScaleStep(NamedTuple):
    """A step of the emotion scale: its face, the scores it stands for, the word for them."""

    face: Face
    scores: str
    word: str
