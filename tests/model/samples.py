"""Small journeys that tests put together."""

from typing import Any

from journeymap.model import Emotion, Journey, Library, Portfolio, Stage, Touchpoint, Workspace


def portfolio_of(*journeys: Journey, workspace: Workspace | None = None, **library: Any) -> Portfolio:
    """Return a portfolio; ``library`` gives entries by kind, each kind a list."""
    kinds = {kind: {entry.id: entry for entry in library.get(kind, ())} for kind in Library._fields}
    return Portfolio(workspace or Workspace(), Library(**kinds), {}, journeys)


def scored(id: str, *scores: float | None, **fields: Any) -> Touchpoint:
    """Return a touchpoint that is scored once, or once for each of several personas."""
    names = [""] if len(scores) == 1 else [f"persona-{number}" for number in range(len(scores))]
    emotions = tuple(Emotion(score, persona=name) for score, name in zip(scores, names, strict=True))
    return Touchpoint(id, id.title(), emotions=emotions, **fields)


def journey_of(*touchpoints: Touchpoint, **fields: Any) -> Journey:
    """Return a journey of one stage."""
    return Journey("trip", "Trip", (Stage("stage", "Stage", touchpoints=touchpoints),), **fields)
