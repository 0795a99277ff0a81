"""What of a journey each form for other tools holds: the one place that says so.

A place in the model is held when what it says can be read in the diagram; ``losses.py`` counts the others.
"""

from collections.abc import Mapping
from typing import Final

JOURNEY: Final = frozenset(
    {
        *("journey.title", "journey.stages", "journey.personas"),
        *("stage.title", "stage.touchpoints", "step.title", "step.emotions"),
        *("touchpoint.title", "touchpoint.personas", "touchpoint.emotions"),
        *("emotion.score", "emotion.persona"),
    }
)
FLOW: Final = frozenset(
    {
        *("journey.title", "journey.stages", "journey.exits", "journey.trigger", "journey.outcome"),
        *("stage.title", "stage.touchpoints", "stage.expand"),
        *("step.title", "step.emotions", "step.expand"),
        *("touchpoint.title", "touchpoint.type", "touchpoint.channels", "touchpoint.moment_of_truth"),
        *("touchpoint.emotions", "touchpoint.next", "touchpoint.expand"),
        *("emotion.score", "emotion.feeling", "emotion.feelings", "emotion.persona"),
        *("branch.to", "branch.exit", "branch.journey", "branch.when", "branch.share"),
        *("exit.title", "exit.outcome"),
    }
)

MERMAID_JOURNEY: Final = "a Mermaid journey"
MERMAID_FLOWCHART: Final = "a Mermaid flowchart"
D2: Final = "a D2 diagram"
PLANTUML: Final = "a PlantUML diagram"

HOLDS: Final[Mapping[str, frozenset[str]]] = {
    MERMAID_JOURNEY: JOURNEY | {"journey.summary"},
    MERMAID_FLOWCHART: FLOW | {"journey.summary"},
    D2: FLOW,
    PLANTUML: FLOW,
}
"""What a form is called → the places it holds."""
