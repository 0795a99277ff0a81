"""What to do about keys that the language leaves out on purpose, or has in another place."""

from collections.abc import Mapping
from typing import Final

_MEASURED: Final = "the actual value is measured and never typed; `baseline` and `target` are"
_DEMOGRAPHIC: Final = "what else is known about a persona goes under `demographics`"
_OF_TOUCHPOINTS: Final = "a stage has no channels of its own: each touchpoint says its `channel`"
_EXPERIENCE: Final = "a shared touchpoint holds facts; what people live through stands in the journeys"

_ACTUAL: Final = ("actual", "current", "measured", "result")
_TRAITS: Final = (
    *("age", "city", "country", "education", "family", "gender"),
    *("income", "job", "location", "occupation", "profession"),
)

HINTS: Final[Mapping[tuple[str, str], str]] = {
    **{("KPI", key): _MEASURED for key in _ACTUAL},
    **{("Persona", key): _DEMOGRAPHIC for key in _TRAITS},
    **{("Shared touchpoint", key): _EXPERIENCE for key in ("pains", "gains", "emotion", "thought", "needs")},
    **{("Stage", key): _OF_TOUCHPOINTS for key in ("channel", "channels")},
}
"""The title of a part of a schema and an unknown key in it → what to do."""
