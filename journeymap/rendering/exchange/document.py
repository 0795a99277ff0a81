"""The compiled journey as a document: the values that ``schemas/journey-output.schema.json`` is made from.

The text below a field says in the schema what it holds. A field with a default is left out of the JSON where
it holds nothing; the others are always there.
"""

from typing import Final, Literal

from journeymap.model import (
    Channel,
    EmotionScale,
    Journey,
    Lane,
    Metric,
    Persona,
    Phase,
    Segment,
    SharedTouchpoint,
    Source,
    System,
    Team,
)
from journeymap.model.claims import Number
from journeymap.model.coverage import Coverage
from journeymap.model.kpis import KpiStatus
from journeymap.model.paths import End, Path
from journeymap.model.priorities import Quadrant
from journeymap.model.settings import FormulaName
from journeymap.named_tuples import NamedTuple

FORMAT: Final = "journeymap-journey/1"
FORMAT_VERSION: Final = "1.0"


class Settings(NamedTuple):
    """What the workspace lays down for all of its journeys."""

    title: str = ""
    """The title of the workspace."""
    lang: str = ""
    """The language of journeys that name none."""
    emotion_scale: EmotionScale = EmotionScale()
    """The scale that all scores are on, unless their name says canonical."""
    lanes: tuple[Lane, ...] = ()
    """The custom fields, which `fields` hold by these ids."""
    opportunity_score: FormulaName = "mean-value"
    """The formula that scores opportunities."""


class OtherJourney(NamedTuple):
    """Another journey that this one leads to, expands or is drawn upon; it has a file of its own."""

    id: str
    """Its id."""
    title: str
    """Its title."""


class StageValues(NamedTuple):
    """What a stage adds up to."""

    id: str
    """The id of the stage."""
    score: float | None = None
    """Its score: the declared one, else the mean of its touchpoints' scores."""
    canonical_score: float | None = None
    """The score on the canonical scale from -2 to 2."""


class TouchpointValues(NamedTuple):
    """What can be worked out for a touchpoint."""

    id: str
    """The id of the touchpoint."""
    score: float | None = None
    """Its score: the mean over the scores of its emotions."""
    canonical_score: float | None = None
    """The score on the canonical scale from -2 to 2."""
    reach: float | None = None
    """The probability of ever coming by, 0 to 1; left out where it hangs on an unknown share."""
    expected_visits: float | None = None
    """How often somebody who starts the journey comes by; left out where it hangs on an unknown share."""


class MomentValues(NamedTuple):
    """The touchpoints that people remember; of equals the first counts."""

    peak: str
    """The id of the touchpoint with the highest score."""
    pit: str
    """The id of the touchpoint with the lowest score."""
    end: str
    """The id of the last touchpoint that has a score."""


class KpiValues(NamedTuple):
    """What the numbers of a KPI say."""

    address: str
    """The address of the KPI, such as `checkout/conversion`."""
    gap: Number | None = None
    """The planned improvement in the metric's unit: more than 0 is a change for the better."""
    progress: float | None = None
    """How much of the way from baseline to target is done: 0 none, 1 all of it."""
    status: KpiStatus | None = None
    """How the actual value stands to the target."""


class OpportunityValues(NamedTuple):
    """How an opportunity ranks."""

    title: str
    """The title of the opportunity."""
    id: str = ""
    """The id of the opportunity, if it has one."""
    score: float | None = None
    """Its score by the workspace's formula; left out where a value that the formula needs is missing."""
    quadrant: Quadrant | None = None
    """The corner of the matrix of value against effort that it stands in."""


class Derived(NamedTuple):
    """What can be worked out from a journey. Nothing is made up: what cannot be known is left out."""

    score: float | None = None
    """The mean of the scores of all touchpoints, each counting once."""
    canonical_score: float | None = None
    """The mean of their canonical scores."""
    variability: float | None = None
    """How much the feeling goes up and down: the standard deviation of the canonical scores."""
    moments: MomentValues | None = None
    """The touchpoints that people remember."""
    confidence: Coverage = Coverage(0, 0)
    """How many claims are more than assumed."""
    completion: float | None = None
    """The probability of achieving the goal, 0 to 1."""
    expected_emotion: float | None = None
    """The mean canonical score of all moments that people live through."""
    main: Path | None = None
    """The path that takes the largest share at each branch, the first one listed where shares are unknown."""
    worst: Path | None = None
    """The path to an end with the lowest mean emotion."""
    ends: tuple[End, ...] = ()
    """All ways out of the journey with their probabilities."""
    unreachable: tuple[str, ...] = ()
    """The ids of touchpoints that no way leads to."""
    endless: tuple[str, ...] = ()
    """The ids of touchpoints that no end can be reached from."""
    stages: tuple[StageValues, ...] = ()
    """The stages in order."""
    touchpoints: tuple[TouchpointValues, ...] = ()
    """The touchpoints in order."""
    kpis: tuple[KpiValues, ...] = ()
    """The KPIs of the journey, of its stages and touchpoints, and of its opportunities."""
    opportunities: tuple[OpportunityValues, ...] = ()
    """The opportunities in the order of the journey."""


class Document(NamedTuple):
    """A compiled journey that stands alone: overlays, shared touchpoints and defaults are resolved."""

    format: Literal["journeymap-journey/1"]
    """The name of this form and its major version."""
    format_version: str
    """The version of this form, `major.minor`; a higher minor version only adds properties."""
    workspace: Settings
    """What the workspace lays down."""
    journey: Journey
    """The journey."""
    derived: Derived
    """What can be worked out from it."""
    personas: tuple[Persona, ...] = ()
    """The shared personas that it refers to; its own stand in `journey.local_personas`."""
    channels: tuple[Channel, ...] = ()
    """The channels that it refers to."""
    metrics: tuple[Metric, ...] = ()
    """The metrics that it refers to."""
    teams: tuple[Team, ...] = ()
    """The teams that it refers to."""
    systems: tuple[System, ...] = ()
    """The systems that it refers to."""
    segments: tuple[Segment, ...] = ()
    """The segments that it refers to."""
    sources: tuple[Source, ...] = ()
    """The sources of data that it refers to."""
    touchpoints: tuple[SharedTouchpoint, ...] = ()
    """The shared touchpoints that it uses; their facts have been merged into those of the journey."""
    phases: tuple[Phase, ...] = ()
    """The phases that its stages belong to."""
    journeys: tuple[OtherJourney, ...] = ()
    """The other journeys that it refers to."""
