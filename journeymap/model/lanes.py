"""The words that a view may use for the lanes of a map: built-in ones, and those of its workspace."""

from collections.abc import Mapping
from typing import Final

from journeymap.model.settings import Workspace

CUSTOM: Final = "field-"
"""What the id of a declared lane begins with on a map."""

BUILT_IN: Final = (
    *("action", "feeling", "thinking", "motivations", "needs", "expectations", "channel", "duration"),
    *("physical_evidence", "pains", "gains", "personalization", "frontstage", "backstage", "support"),
    *("systems", "policies", "kpis", "opportunities", "owner", "sources", "events"),
)

_SYNONYMS: Final[Mapping[str, str]] = {
    "actions": "action",
    "emotion": "feeling",
    "emotions": "feeling",
    "feelings": "feeling",
    "thought": "thinking",
    "thoughts": "thinking",
    "motivation": "motivations",
    "channels": "channel",
    "evidence": "physical_evidence",
    "durations": "duration",
    "personalisation": "personalization",
    "owners": "owner",
    "kpi": "kpis",
}


def declared_lanes(workspace: Workspace) -> tuple[str, ...]:
    """Return the ids of the lanes of a workspace that a map can show: a journey's own fields are none."""
    return tuple(lane.id for lane in workspace.lanes if lane.on != "journey")


def lane_named(workspace: Workspace, word: str) -> str:
    """Return the lane that a word stands for, or nothing; a declared lane comes before a built-in one."""
    if word in declared_lanes(workspace):
        return f"{CUSTOM}{word}"
    plain = word.replace("-", "_")
    id = _SYNONYMS.get(plain, plain)
    return id if id in BUILT_IN else ""


def lane_words(workspace: Workspace) -> tuple[str, ...]:
    """Return one word for each lane there is, in the language's own spelling."""
    words = ("emotion" if id == "feeling" else id for id in BUILT_IN)
    return (*words, *declared_lanes(workspace))


def every_lane_word(workspace: Workspace) -> tuple[str, ...]:
    """Return every word that stands for a lane."""
    return (*lane_words(workspace), "feeling", *_SYNONYMS)
