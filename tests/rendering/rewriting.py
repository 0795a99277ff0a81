"""Other texts in the place of every text of a journey, each with a mark to find it by."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from journeymap.model import Portfolio
from tests.rendering.samples import Sample

TEXTS: Mapping[str, tuple[str, ...]] = {
    "Action": ("text", "impact", "example"),
    "BlueprintItem": ("text",),
    "Branch": ("when",),
    "Channel": ("title", "summary"),
    "Deprecation": ("reason",),
    "Emotion": ("feeling", "feelings", "quote"),
    "Evidence": ("title", "summary"),
    "Exit": ("title",),
    "FeedbackLoop": ("text",),
    "Gain": ("text",),
    "Image": ("alt",),
    "Insight": ("text", "data", "action"),
    "Journey": ("title", "summary", "scenario", "goal", "trigger", "outcome"),
    "Lane": ("title", "summary"),
    "Link": ("title",),
    "Metric": ("title", "unit", "definition"),
    "Objective": ("text",),
    "Opportunity": ("title", "summary"),
    "Pain": ("text",),
    "Persona": (
        *("title", "role", "quote", "summary", "goals", "needs", "motivations"),
        *("frustrations", "behaviours"),
    ),
    "Personalization": ("text",),
    "Phase": ("title",),
    "ScaleLabel": ("text",),
    "Segment": ("title", "criteria"),
    "SharedTouchpoint": ("title", "summary", "policies"),
    "Source": ("title", "privacy"),
    "Stage": ("title", "summary", "goal", "focus", "motivations"),
    "System": ("title", "summary"),
    "Team": ("title", "contact", "department"),
    "Term": ("title", "definition"),
    "Thought": ("text",),
    "Touchpoint": (*("title", "summary", "action", "motivations", "needs", "expectations", "policies"),),
    "View": ("title",),
    "ViewColumn": ("title",),
    "Workspace": ("title",),
}
"""Class → its fields that hold what people write in their own words."""


class Rewritten(NamedTuple):
    """A sample with other texts, what was written by its mark, and the class and field of each mark."""

    sample: Sample
    written: Mapping[str, str]
    places: Mapping[str, tuple[str, str]]

    @property
    def met(self) -> frozenset[tuple[str, str]]:
        """The fields that had a text."""
        return frozenset(self.places.values())


def rewrite(sample: Sample, make: Callable[[str], str]) -> Rewritten:
    """Return a sample with every text replaced by what ``make`` returns for a mark such as ``k17q``."""
    writing = _Writing(make)
    portfolio: Portfolio = writing.rewrite(sample.portfolio)
    journey = portfolio.journey(sample.journey.id)
    assert journey is not None
    return Rewritten(Sample(portfolio, journey), writing.written, writing.places)


def text_fields() -> frozenset[tuple[str, str]]:
    """Return every field that ``TEXTS`` lists."""
    return frozenset((kind, field) for kind, fields in TEXTS.items() for field in fields)


class _Writing:
    """One pass over a portfolio; equal values are written once, as references between them are by value."""

    def __init__(self, make: Callable[[str], str]) -> None:
        self.make = make
        self.written: dict[str, str] = {}
        self.places: dict[str, tuple[str, str]] = {}

    def rewrite(self, value: Any) -> Any:
        if isinstance(value, tuple) and hasattr(value, "_fields"):
            return self._rewrite_fields(value)
        if isinstance(value, tuple):
            return tuple(map(self.rewrite, value))
        if isinstance(value, Mapping):
            return {key: self.rewrite(each) for key, each in value.items()}
        return value

    def _rewrite_fields(self, value: Any) -> Any:
        kind = type(value).__name__
        changed: dict[str, Any] = {}
        for field in value._fields:
            after: Any
            before = getattr(value, field)
            if field in TEXTS.get(kind, ()) and before:
                after = self._write(before, (kind, field))
            elif field == "fields":
                after = {key: self._write(each, (kind, field)) for key, each in before.items()}
            else:
                after = self.rewrite(before)
            changed[field] = after
        return value._replace(**changed)

    def _write(self, before: Any, place: tuple[str, str]) -> Any:
        if isinstance(before, tuple):
            return tuple(self._write(each, place) for each in before)
        if not isinstance(before, str):
            return before
        mark = f"k{len(self.written)}q"
        self.written[mark] = self.make(mark)
        self.places[mark] = place
        return self.written[mark]


def marks_in(texts: Iterable[str]) -> frozenset[str]:
    """Return the marks that are found in texts."""
    return frozenset(mark for text in texts for mark in re.findall(r"k\d+q", text))
