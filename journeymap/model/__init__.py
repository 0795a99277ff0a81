"""The journey and its world as frozen values, short forms resolved; no I/O and no YAML.

Values are named tuples: frozen, hashable, picklable, and ten times cheaper to define at start-up than
dataclasses (docs/adr/0002). Absent text is ``""``, an absent number or date is ``None``, an absent
list is ``()``. Every entity carries ``at``, the place it was written, which is not part of its value.
"""

from journeymap.model.claims import Confidence, Deprecation, Emotion, Evidence, Gain, Pain, Severity, Thought
from journeymap.model.journey import (
    Branch,
    Change,
    Exit,
    FeedbackLoop,
    Journey,
    Move,
    Objective,
    Personalization,
    Stage,
    Touchpoint,
)
from journeymap.model.library import (
    Blueprint,
    BlueprintItem,
    Channel,
    Kpi,
    Library,
    Metric,
    Phase,
    Segment,
    SharedTouchpoint,
    Source,
    System,
    Team,
    Term,
)
from journeymap.model.opportunity import Action, Insight, Link, Opportunity
from journeymap.model.persona import Image, Persona
from journeymap.model.portfolio import Portfolio
from journeymap.model.settings import EmotionScale, Lane, ScaleLabel, View, ViewColumn, Workspace

__all__ = [
    "Action",
    "Blueprint",
    "BlueprintItem",
    "Branch",
    "Change",
    "Channel",
    "Confidence",
    "Deprecation",
    "Emotion",
    "EmotionScale",
    "Evidence",
    "Exit",
    "FeedbackLoop",
    "Gain",
    "Image",
    "Insight",
    "Journey",
    "Kpi",
    "Lane",
    "Library",
    "Link",
    "Metric",
    "Move",
    "Objective",
    "Opportunity",
    "Pain",
    "Persona",
    "Personalization",
    "Phase",
    "Portfolio",
    "ScaleLabel",
    "Segment",
    "Severity",
    "SharedTouchpoint",
    "Source",
    "Stage",
    "System",
    "Team",
    "Term",
    "Thought",
    "Touchpoint",
    "View",
    "ViewColumn",
    "Workspace",
]
