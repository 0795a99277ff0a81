"""Other texts in the place of every text of a journey, each with a mark to find it by."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from journeymap.model import Journey, Portfolio
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
    """A sample with other texts, what was written by its mark, and which fields were met."""

    sample: Sample
    written: Mapping[str, str]
    met: frozenset[tuple[str, str]]


def rewrite(sample: Sample, make: Callable[[str], str]) -> Rewritten:
    """Return a sample with every text replaced by what ``make`` returns for a mark such as ``k17q``."""
    writing = _Writing(make)
    portfolio: Portfolio = writing.rewrite(sample.portfolio)
    journey = portfolio.journey(sample.journey.id)
    assert journey is not None
    return Rewritten(Sample(portfolio, journey), writing.written, frozenset(writing.met))


def text_fields() -> frozenset[tuple[str, str]]:
    """Return every field that ``TEXTS`` lists."""
    return frozenset((kind, field) for kind, fields in TEXTS.items() for field in fields)


class _Writing:
    """One pass over a portfolio; equal values are written once, as references between them are by value."""

    def __init__(self, make: Callable[[str], str]) -> None:
        self.make = make
        self.written: dict[str, str] = {}
        self.met: set[tuple[str, str]] = set()

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
                self.met.add((kind, field))
                after = tuple(map(self._write, before)) if isinstance(before, tuple) else self._write(before)
            elif field == "fields":
                after = {
                    key: self._write(each) if isinstance(each, str) else each for key, each in before.items()
                }
            else:
                after = self.rewrite(before)
            changed[field] = after
        return value._replace(**changed)

    def _write(self, _: str) -> str:
        mark = f"k{len(self.written)}q"
        self.written[mark] = self.make(mark)
        return self.written[mark]


def marks_in(texts: Iterator[str] | list[str]) -> frozenset[str]:
    """Return the marks that are found in texts."""
    import re

    return frozenset(mark for text in texts for mark in re.findall(r"k\d+q", text))


def journey_of(rewritten: Rewritten) -> Journey:
    """Return the journey with other texts."""
    return rewritten.sample.journey
