"""What the page of a review shows, as plain values for its template."""

from collections.abc import Mapping

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.templating import Html
from journeymap.reviewing.figures import EndRow, KpiRow, OpportunityRow
from journeymap.reviewing.journeys import Mark
from journeymap.reviewing.places import Spot
from journeymap.reviewing.remarks import Remark


class Frame(NamedTuple):
    """What every page has: language, title, policy, and all that it loads within itself."""

    lang: str
    direction: str
    title: str
    site: str
    policy: str
    icon: str
    style: Html
    script: Html


class Face(NamedTuple):
    """A face: the step of the scale from 0 to 4, and how sure the feeling is."""

    step: int
    certainty: str


class Mood(NamedTuple):
    """A feeling in words with its score, as the site's pages show it."""

    words: str
    score: str = ""
    label: str = ""
    face: Face | None = None


class Tally(NamedTuple):
    """How many changes there are at a level; ``level`` is its name, and ``sign`` what stands before it."""

    level: str
    sign: str
    words: str


class ChangeView(NamedTuple):
    """A change in words: how grave, what, where, why, and who approved of it.

    The ``fingerprint`` is there where somebody may want to approve of it.
    """

    level: str
    sign: str
    word: str
    message: Html
    reasons: tuple[Html, ...]
    place: str
    page: str
    spot: Spot | None
    kind: str
    fingerprint: str = ""
    approval: str = ""


class HeadView(NamedTuple):
    """A column of the map of changes: a touchpoint, what happened to it, and what it became a part of."""

    mark: Mark
    sign: str
    word: str
    title: str
    url: str
    note: str


class StageView(NamedTuple):
    """A stage over the columns that changed in it."""

    title: str
    width: int


class EntryView(NamedTuple):
    """An entry of the map of changes; a feeling has its moods, anything else its texts."""

    mark: Mark
    sign: str
    word: str
    text: str
    note: str
    before: str
    note_before: str = ""
    icon: str = ""
    mood: Mood | None = None
    was: Mood | None = None


class RowView(NamedTuple):
    """A lane of the map of changes."""

    title: str
    by: str
    cells: tuple[tuple[EntryView, ...], ...]


class NumberRow(NamedTuple):
    """A step with how everybody feels there: one text for each, and whether it went up or down."""

    sign: str
    title: str
    scores: tuple[tuple[str, str], ...]


class PainRow(NamedTuple):
    """A pain that came or went: ``what`` is resolved, removed or new, ``where`` its touchpoint."""

    what: str
    text: str
    where: str


class JourneyView(NamedTuple):
    """A journey of the review."""

    id: str
    title: str
    url: str
    mark: Mark
    word: str
    tallies: tuple[Tally, ...]
    remarks: tuple[Remark, ...]
    picture: Html
    voices: tuple[str, ...]
    numbers: tuple[NumberRow, ...]
    stages: tuple[StageView, ...]
    heads: tuple[HeadView, ...]
    rows: tuple[RowView, ...]
    kpis: tuple[KpiRow, ...]
    ends: tuple[EndRow, ...]
    opportunities: tuple[OpportunityRow, ...]
    pains: tuple[PainRow, ...]
    grave: tuple[ChangeView, ...]
    slight: tuple[ChangeView, ...]

    @property
    def anchor(self) -> str:
        """The id of its section; underscores stand in no id of the language."""
        return f"journey_{self.id}"


class ReviewContext(NamedTuple):
    """The whole page."""

    page: Frame
    before: str
    after: str
    headline: str
    all_tallies: tuple[Tally, ...]
    hidden: str
    journeys: tuple[JourneyView, ...]
    passed_on: tuple[tuple[str, str], ...]
    others: tuple[ChangeView, ...]
    conduct: tuple[tuple[str, tuple[Html, ...]], ...]
    comparison: str
    legend: tuple[tuple[Mark, str, str], ...]
    mark_signs: Mapping[Mark, str]
    mark_words: Mapping[Mark, str]
