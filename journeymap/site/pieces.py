"""Small values that templates show on several pages, every text ready to print.

Texts are plain and escaped by the template; ``Html`` is markup that was made safe already. An empty
address means that there is nothing to link to.
"""

from typing import NamedTuple

from journeymap.rendering.dates import Day
from journeymap.rendering.tables.table import Table
from journeymap.rendering.templating import Html


class Link(NamedTuple):
    """A text that leads somewhere, or stays a text where ``url`` is empty."""

    text: str
    url: str = ""


class Downloads(NamedTuple):
    """Files of one kind to take along; those of a table stand side by side behind its title."""

    title: str
    links: tuple[Link, ...] = ()
    tables: tuple[tuple[str, tuple[Link, ...]], ...] = ()


class Page(NamedTuple):
    """What every page has in common.

    ``style`` and ``script`` hold the text itself on a page that travels alone, elsewhere ``styles`` and
    ``scripts`` say where it is. ``trail`` leads here from the front page, ``here`` to the navigation's entry,
    ``search`` to the page to search on; links open in ``target``. ``twins`` are for machines, ``edit``
    leads to its source; ``canonical`` and ``card`` are the full addresses of page and picture, where known.
    """

    path: str
    lang: str
    direction: str
    title: str
    description: str
    policy: str
    site: Link
    nav: tuple[Link, ...] = ()
    more: tuple[Link, ...] = ()
    trail: tuple[Link, ...] = ()
    here: str = ""
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    icon: str = ""
    style: Html = Html("")
    script: Html = Html("")
    target: str = ""
    twins: tuple[Link, ...] = ()
    edit: Link = Link("")
    canonical: str = ""
    card: str = ""
    search: str = ""


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


class Item(NamedTuple):
    """An entry of a cell: its text, where it leads, its sign, who it holds for, what goes with it.

    ``id`` is set where the entry itself is what its id leads to. ``assumed`` is the word for what no
    research backs, whose sign is hollow.
    """

    text: Html
    url: str = ""
    mark: str = ""
    by: str = ""
    detail: str = ""
    id: str = ""
    assumed: str = ""

    @property
    def plain(self) -> bool:
        """Whether there is nothing but the text."""
        return not (self.url or self.mark or self.by or self.detail)


class Fact(NamedTuple):
    """A label with its values, each plain, linked or marked up; ``kind`` picks the sign before them."""

    label: str
    items: tuple[Item, ...]
    kind: str = ""


class Picture(NamedTuple):
    """An image that was found."""

    url: str
    alt: str


class Review(NamedTuple):
    """When a journey was last reviewed; ``every`` is in days, 0 when nobody promised."""

    day: Day
    every: int
    every_words: str


class Coverage(NamedTuple):
    """How much of what is claimed rests on research, in words and as a share in percent."""

    words: str
    percent: int


class TableView(NamedTuple):
    """A stage table with where to download it; ``url`` is where it stands when the page only names it."""

    table: Table
    downloads: tuple[Link, ...]
    url: str = ""


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


class CoverageCell(NamedTuple):
    """What the journeys of a persona say about a phase: how many touchpoints, and how they feel."""

    touchpoints: str
    mood: Mood | None


class CoverageRow(NamedTuple):
    """A persona with its cell in each phase, or nothing where no journey of the persona goes."""

    person: Person
    cells: tuple[CoverageCell | None, ...]


class TreeNode(NamedTuple):
    """A journey in the tree of the portfolio; ``part`` names what of the one above it shows in detail."""

    journey: Link
    part: str
    details: "tuple[TreeNode, ...]"


class HeatCell(NamedTuple):
    """How many touchpoints a journey has in a phase, and how they feel."""

    touchpoints: str
    mood: Mood


class HeatRow(NamedTuple):
    """A journey with its cell in each phase of the lifecycle, or nothing; the last one is the whole of it."""

    journey: Link
    cells: tuple[HeatCell | None, ...]


class HeatView(NamedTuple):
    """The journeys against the phases of the lifecycle, and where to download that."""

    phases: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    downloads: tuple[Link, ...]
