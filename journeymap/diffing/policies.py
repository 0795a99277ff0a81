"""What a team wants held: how strictly changes are judged, and what may not slip through."""

from collections.abc import Mapping
from typing import Any, Final, Literal, TypeAlias, cast

from journeymap.diffing.changes import Area, Level
from journeymap.named_tuples import NamedTuple

Strictness: TypeAlias = Literal["links", "measurement", "structure", "strict"]
FailOn: TypeAlias = Literal["breaking", "warning", "info", "none"]

STRICTNESS: Final[Mapping[str, frozenset[Area]]] = {
    "links": frozenset({"links"}),
    "measurement": frozenset({"links", "measurement"}),
    "structure": frozenset({"links", "measurement", "structure"}),
    "strict": frozenset({"links", "measurement", "structure", "experience", "wording"}),
}
"""Word → the areas in which a change may break something."""

LEVELS: Final[Mapping[str, Level | None]] = {**{level.word: level for level in Level}, "off": None}
"""Word in settings → level; what is off is not told at all."""


class Policy(NamedTuple):
    """How changes are judged.

    ``levels`` are a team's own levels by kind of change, nothing for those that are off.
    ``max_emotion_drop`` is in steps of the usual scale from -2 to +2. ``deprecation_days`` says for each
    status how many days before its removal a thing must have been deprecated. ``coverage_floor`` is the
    share 0..1 of touchpoints under which coverage may not fall. With ``require_owner`` nothing may lose
    its owner.
    """

    strictness: Strictness = "structure"
    fail_on: FailOn = "none"
    levels: Mapping[str, Level | None] = {}
    max_emotion_drop: float = 1
    deprecation_days: Mapping[str, int] = {}
    coverage_floor: float | None = None
    allow_visibility_widening: bool = True
    require_owner: bool = False

    @property
    def breaking_areas(self) -> frozenset[Area]:
        """The areas in which a change may break something."""
        return STRICTNESS[self.strictness]


def read_policy(data: Mapping[str, Any]) -> Policy:
    """Return the policy that the settings of a workspace hold as plain, validated data."""
    usual = Policy()
    return Policy(
        strictness=cast("Strictness", data.get("strictness", usual.strictness)),
        fail_on=cast("FailOn", data.get("fail_on", usual.fail_on)),
        levels={id: LEVELS[word] for id, word in sorted(data.get("change_levels", {}).items())},
        max_emotion_drop=data.get("max_emotion_drop", usual.max_emotion_drop),
        deprecation_days=dict(data.get("require_deprecation_days", {})),
        coverage_floor=data.get("coverage_floor"),
        allow_visibility_widening=data.get("allow_visibility_widening", usual.allow_visibility_widening),
        require_owner=data.get("require_owner", usual.require_owner),
    )
