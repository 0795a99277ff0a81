"""A workspace's settings: language, emotion scale, lanes, views."""

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

from journeymap.model.claims import NOWHERE, Number
from journeymap.named_tuples import NamedTuple
from journeymap.source import Place
from journeymap.themes.branding import OwnTheme

FormulaName: TypeAlias = Literal["mean-value", "value-per-effort", "rice", "ice"]
"""The formulas that score opportunities; what they are says ``journeymap.model.priorities``."""


class ScaleLabel(NamedTuple):
    """The words for one score."""

    score: Number
    text: str


class EmotionScale(NamedTuple):
    """The range that emotion scores use; ``canonical`` maps it onto -2..+2 for drawing."""

    min: Number = -2
    max: Number = 2
    neutral: Number = 0
    labels: tuple[ScaleLabel, ...] = ()

    def canonical(self, score: Number) -> float:
        """Return a score on the canonical scale -2..+2: linear on each side of neutral."""
        side = self.max - self.neutral if score >= self.neutral else self.neutral - self.min
        return 2 * (score - self.neutral) / side if side else 0.0


class Lane(NamedTuple):
    """A custom field that is drawn as a lane."""

    id: str
    title: str
    on: Literal["journey", "stage", "touchpoint"] = "touchpoint"
    type: Literal["text", "number", "list", "boolean", "url"] = "text"
    summary: str = ""
    at: Place = NOWHERE


class ViewColumn(NamedTuple):
    """A column of a table view: a field path and its header."""

    field: str
    title: str = ""


class View(NamedTuple):
    """A named way to look at journeys."""

    id: str
    title: str = ""
    form: Literal["map", "flow", "curve", "table", "matrix"] = "map"
    rows: Literal["stages", "touchpoints", "pains", "opportunities", "actions", "insights", "kpis"] = (
        "touchpoints"
    )
    where: Mapping[str, Any] = {}
    columns: tuple[ViewColumn, ...] = ()
    lanes: tuple[str, ...] = ()
    at: Place = NOWHERE


class Workspace(NamedTuple):
    """What ``journeymap.yaml`` says; the defaults serve a lone file.

    ``checks``, ``policy``, ``connections`` and ``measure`` are kept as plain validated data for the parts
    that read them. ``root`` is the folder of the workspace as shown to the user, ``""`` for lone files.
    """

    title: str = ""
    site_url: str = ""
    edit_url: str = ""
    lang: str = "en"
    emotion_scale: EmotionScale = EmotionScale()
    lanes: tuple[Lane, ...] = ()
    opportunity_score: FormulaName = "mean-value"
    views: tuple[View, ...] = ()
    theme: OwnTheme = OwnTheme()
    checks: Mapping[str, Any] = {}
    policy: Mapping[str, Any] = {}
    connections: Mapping[str, Any] = {}
    measure: Mapping[str, Any] = {}
    root: str = ""
    declared: bool = False
    at: Place = NOWHERE
