"""Sixty hostile texts in every text field, in every form: each file parses, and shows the text unchanged."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, partial
from typing import get_args, get_origin, get_type_hints

import pytest

from journeymap.model import Portfolio
from journeymap.rendering import FORMS, PORTFOLIO_FORMS, Request
from journeymap.rendering.metrics import printable
from tests.rendering.hostile_strings import HOSTILE_STRINGS
from tests.rendering.reading_back import READERS
from tests.rendering.rewriting import TEXTS, marks_in, rewrite, text_fields
from tests.rendering.samples import SAMPLES, Sample

NOT_PROSE: Mapping[str, tuple[str, ...]] = {
    "*": (
        *("id", "lang", "owner", "aliases", "tags", "evidence", "persona", "personas", "sources", "source"),
        *("segment", "segments", "systems", "system", "channels", "metric", "due", "kpis", "date", "url"),
    ),
    "Workspace": ("site_url", "root"),
    "View": ("lanes",),
    "ViewColumn": ("field",),
    "Deprecation": ("since", "sunset", "replaced_by"),
    "Source": ("connection",),
    "SharedTouchpoint": ("events",),
    "Image": ("src",),
    "Link": ("rel",),
    "Journey": ("reviewed", "extends"),
    "Stage": ("phase", "expand"),
    "Touchpoint": ("uses", "actor", "receiver", "events", "expand"),
    "Branch": ("to", "exit", "journey"),
    "Objective": ("kpi",),
    "Opportunity": ("addresses",),
    "Action": ("link",),
    "FeedbackLoop": ("feeds",),
    "Change": ("target", "to", "before", "after", "resolved_by"),
    "Move": ("targets",),
}
"""Class → its fields that hold ids, dates, addresses and words of the language: tame by the schema."""

SHOWN = [(form, format) for form, formats in FORMS.items() for format in formats if format in READERS]
_INVISIBLE = dict.fromkeys(map(ord, "\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}"))
JOINING = re.compile("[\u0300-\u036f\u0590-\u0eff\u202a-\u202e\u2066-\u2069]")
SLOW = frozenset({"pdf", "pptx"})


def test_every_text_of_the_model_is_written_or_tame() -> None:
    """A new field of the language has to be put on one of the two lists, and the sample has to use it."""
    known = {kind: {*fields, *NOT_PROSE["*"], *NOT_PROSE.get(kind, ())} for kind, fields in TEXTS.items()}
    forgotten = [
        (kind, field)
        for kind, field in _text_fields_of(Portfolio)
        if field not in known.get(kind, {*NOT_PROSE["*"], *NOT_PROSE.get(kind, ())})
    ]

    assert forgotten == []
    assert rewrite(SAMPLES["retailer"](), lambda mark: mark).met == text_fields()


@pytest.mark.parametrize(("form", "format"), SHOWN, ids=lambda value: str(value))
def test_every_form_shows_hostile_texts_unchanged(form: str, format: str) -> None:
    """Whatever a text holds, it stands in the file as it was written, and the file is one of its kind."""
    shown = _marks(form, format)
    assert shown

    for text in HOSTILE_STRINGS[:: 6 if format in SLOW else 1]:
        sample, written, _ = rewrite(SAMPLES["retailer"](), partial("{} {}".format, text))
        found = [_bare(each, format) for each in READERS[format](_render(sample, form, format))]
        everything = "\n".join(found)
        missing = [mark for mark in sorted(shown) if not _stands(written[mark], format, everything)]

        assert not missing, (text, [written[mark] for mark in missing[:3]])


@cache
def _marks(form: str, format: str) -> frozenset[str]:
    """Return the marks of the texts that a form shows when they are tame."""
    sample = rewrite(SAMPLES["retailer"](), lambda mark: f"text {mark}").sample
    return marks_in(READERS[format](_render(sample, form, format)))


def _render(sample: Sample, form: str, format: str) -> bytes:
    journey = None if form in PORTFOLIO_FORMS else sample.journey
    return FORMS[form][format](Request(sample.portfolio, journey)).content


def _stands(text: str, format: str, everything: str) -> bool:
    """Say whether a text is there; readers of PDF give letters that join or turn in orders of their own."""
    if format != "pdf" or not JOINING.search(text):
        return _bare(text, format) in everything
    mark = text.split()[-1]
    return mark in everything and {letter for letter in text if letter.isalpha()} <= set(everything)


def _bare(text: str, format: str) -> str:
    """Return a text without what forms may change: blanks, and what no picture or cell can hold."""
    if format == "json":
        return text
    plain = printable(re.sub(r"\s+", " ", text))
    return "".join(plain.translate(_INVISIBLE).split())


def _text_fields_of(kind: type, seen: set[type] | None = None) -> Sequence[tuple[str, str]]:
    """Return the fields of a class, and of all it holds, that are text or lists of text."""
    seen = set() if seen is None else seen
    if get_origin(kind) is not None:
        return [pair for part in get_args(kind) for pair in _text_fields_of(part, seen)]
    if kind in seen or not hasattr(kind, "_fields") or kind.__module__.startswith("journeymap.themes"):
        return []
    seen.add(kind)
    found = []
    for field, hint in get_type_hints(kind).items():
        if hint in (str, tuple[str, ...]):
            found.append((kind.__name__, field))
        found += _text_fields_of(hint, seen)
    return found
