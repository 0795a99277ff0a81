"""What a journey is made of, piece by piece, each with what it hangs on: what matching works on."""

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from journeymap.model import Blueprint, Journey, Opportunity, SharedTouchpoint, Stage, Touchpoint
from journeymap.named_tuples import NamedTuple

KINDS: Final = (
    *("stage", "touchpoint", "exit", "opportunity", "insight", "evidence", "feedback-loop", "persona"),
    *("pain", "gain", "action", "kpi", "blueprint-item"),
)
"""The kinds of pieces, owners before what hangs on them."""


class Part(NamedTuple):
    """A piece of a journey or of a shared touchpoint.

    ``owner`` is the stage, touchpoint, opportunity, journey or shared touchpoint that it hangs on, and
    ``owner_kind`` its kind. ``stage`` is the stage around it and ``rank`` that stage's place. ``lane`` is
    that of a blueprint item.
    """

    kind: str
    value: Any
    owner: Any
    owner_kind: str
    stage: Stage | None = None
    rank: int = -1
    lane: str = ""

    @property
    def words(self) -> str:
        """The text or title by which people know it, spaces evened out."""
        return words_of(self.value)


Parts: TypeAlias = dict[str, list[Part]]


def words_of(value: Any) -> str:
    """Return the title of a thing, else its text, else what it says of where it comes from."""
    for field in ("title", "text", "source", "metric"):
        words = getattr(value, field, "")
        if words:
            return " ".join(words.split())
    return ""


def parts_of_journey(journey: Journey) -> Parts:
    """Return the pieces of a journey by kind, each kind in the order of the journey."""
    return _sort(_walk(journey))


def parts_of_shared(touchpoint: SharedTouchpoint) -> Parts:
    """Return the pieces of a shared touchpoint by kind."""
    return _sort(_of_touchpoint(touchpoint, "shared-touchpoint", None, -1))


def _sort(parts: Iterator[Part]) -> Parts:
    found: Parts = {kind: [] for kind in KINDS}
    for part in parts:
        found[part.kind].append(part)
    return found


def _walk(journey: Journey) -> Iterator[Part]:
    yield from (Part("kpi", kpi, journey, "journey") for kpi in journey.kpis)
    for rank, stage in enumerate(journey.stages):
        yield Part("stage", stage, journey, "journey", stage, rank)
        yield from (Part("kpi", kpi, stage, "stage", stage, rank) for kpi in stage.kpis)
        for touchpoint in stage.touchpoints:
            yield Part("touchpoint", touchpoint, stage, "stage", stage, rank)
            yield from (
                Part("pain", pain, touchpoint, "touchpoint", stage, rank) for pain in touchpoint.pains
            )
            yield from (
                Part("gain", gain, touchpoint, "touchpoint", stage, rank) for gain in touchpoint.gains
            )
            yield from _of_touchpoint(touchpoint, "touchpoint", stage, rank)
    for opportunity in journey.opportunities:
        yield Part("opportunity", opportunity, journey, "journey")
        yield from _of_opportunity(opportunity)
    for kind, values in (
        ("exit", journey.exits),
        ("insight", journey.insights),
        ("evidence", journey.evidence),
        ("feedback-loop", journey.feedback_loops),
        ("persona", journey.local_personas),
    ):
        yield from (Part(kind, value, journey, "journey") for value in values)


def _of_touchpoint(
    touchpoint: Touchpoint | SharedTouchpoint, kind: str, stage: Stage | None, rank: int
) -> Iterator[Part]:
    yield from (Part("kpi", kpi, touchpoint, kind, stage, rank) for kpi in touchpoint.kpis)
    if touchpoint.blueprint:
        for lane, items in zip(Blueprint._fields, touchpoint.blueprint, strict=True):
            for item in items:
                yield Part("blueprint-item", item, touchpoint, kind, stage, rank, lane)


def _of_opportunity(opportunity: Opportunity) -> Iterator[Part]:
    yield from (Part("action", action, opportunity, "opportunity") for action in opportunity.actions)
    yield from (Part("kpi", kpi, opportunity, "opportunity") for kpi in opportunity.own_kpis)
