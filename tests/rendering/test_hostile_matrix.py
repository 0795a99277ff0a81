"""Sixty hostile texts in every text field, in every form: each file parses, and shows the text unchanged."""

import io
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import get_args, get_origin, get_type_hints

import pytest
from PIL import Image

from journeymap.model import Portfolio
from journeymap.rendering import DRAWERS, FORMS, PORTFOLIO_FORMS, Request
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.map.views import BUILT_IN
from journeymap.rendering.metrics import printable
from tests.rendering.hostile_strings import HOSTILE_STRINGS
from tests.rendering.reading_back import READERS, read_svg
from tests.rendering.reading_diagrams import DIAGRAM_READERS, read_diagrams
from tests.rendering.rewriting import TEXTS, Rewritten, marks_in, rewrite, text_fields
from tests.rendering.samples import SAMPLES, Sample

NOT_PROSE: Mapping[str, tuple[str, ...]] = {
    "*": (
        *("id", "lang", "owner", "aliases", "tags", "evidence", "persona", "personas", "sources", "source"),
        *("segment", "segments", "systems", "system", "channels", "metric", "due", "kpis", "date", "url"),
    ),
    "Workspace": ("site_url", "edit_url", "root"),
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

SHOWN = [
    (form, format)
    for form, formats in FORMS.items()
    for format in formats
    if format in READERS or format in DIAGRAM_READERS
]
IN_FONTS = ("pdf", "png")
"""The formats whose letters come from installed fonts."""
NOBODYS = "\ue000"
"""A character that no font has: its look is agreed between two who know each other."""
TURNS: Mapping[tuple[str, str], int] = {
    ("map", "pdf"): 4,
    ("map", "png"): 2,
    ("flow", "png"): 2,
    ("map", "pptx"): 12,
    ("flow", "pdf"): 12,
    ("curve", "pdf"): 24,
    ("flow", "d2"): 4,
    ("flow", "puml"): 10,
}
"""What takes long → how many of the sixty turns it takes unless there is time: each has every string."""
LONG = os.environ.get("JOURNEYMAP_PROFILE") == "long"
OTHER_TOOLS = pytest.mark.xdist_group("other tools")
_INVISIBLE = dict.fromkeys(map(ord, "\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}"))
JOINING = re.compile("[\u0300-\u036f\u0590-\u0eff\u202a-\u202e\u2066-\u2069]")

every_form_that_is_read = pytest.mark.parametrize(
    ("form", "format"),
    [pytest.param(*each, marks=OTHER_TOOLS if each[1] in DIAGRAM_READERS else ()) for each in SHOWN],
)


def test_every_text_of_the_model_is_written_or_tame() -> None:
    """A new field of the language has to be put on one of the two lists, and the sample has to use it."""
    known = {kind: {*fields, *NOT_PROSE["*"], *NOT_PROSE.get(kind, ())} for kind, fields in TEXTS.items()}
    forgotten = [
        (kind, field)
        for kind, field in _text_fields_of(Portfolio)
        if field not in known.get(kind, {*NOT_PROSE["*"], *NOT_PROSE.get(kind, ())})
    ]

    assert forgotten == []
    met = rewrite(SAMPLES["retailer"](), lambda mark: mark).met
    assert {place for place in met if place[1] != "fields"} == text_fields()


def test_every_format_is_read_back() -> None:
    """No form is left out: each format has a reader, but for pixels."""
    formats = {format for formats in FORMS.values() for format in formats}

    assert formats - READERS.keys() - DIAGRAM_READERS.keys() == {"png"}
    assert len(HOSTILE_STRINGS) == len(set(HOSTILE_STRINGS)) == 60


@every_form_that_is_read
def test_every_form_shows_hostile_texts_unchanged(form: str, format: str) -> None:
    """Whatever a text holds, it stands in the file as it was written, and the file is one of its kind."""
    samples = [rewrite(SAMPLES["retailer"](), lambda mark: f"text {mark}"), *_turns(form, format)]
    tame, *read = _read(format, [_render(each.sample, form, format) for each in samples])
    shown = marks_in(tame)

    assert shown
    for turn, texts in zip(samples[1:], read, strict=True):
        assert _lost(turn, shown, texts, format) == []
    met = {_without_mark(turn.written[mark]) for turn in samples[1:] for mark in shown}
    assert met == set(_strings(format))


@pytest.mark.parametrize("theme", ["dark", "auto"])
@pytest.mark.parametrize(("form", "view"), [("map", view) for view in BUILT_IN] + [(f, "") for f in DRAWERS])
def test_every_look_and_view_shows_hostile_texts_unchanged(form: str, view: str, theme: str) -> None:
    """Neither the colours nor the choice of lanes does anything to a text."""
    tame = _render(rewrite(SAMPLES["retailer"](), "text {}".format).sample, form, "svg", theme, view)
    shown = marks_in(read_svg(tame))

    assert shown
    for turn in _turns(form, "svg", count=6):
        assert _lost(turn, shown, read_svg(_render(turn.sample, form, "svg", theme, view)), "svg") == []


@pytest.mark.parametrize("form", DRAWERS)
def test_pixels_are_drawn_whatever_the_texts_say(form: str) -> None:
    """A picture of hostile texts opens, and its title is the one that was written."""
    for turn in _turns(form, "png", count=0 if LONG else TURNS.get((form, "png"), 12)):
        with Image.open(io.BytesIO(_render(turn.sample, form, "png"))) as picture:
            picture.load()
            title = _bare(picture.text["Title"], "png")  # type: ignore[attr-defined]
        assert [text for text in turn.written.values() if _bare(text, "png") in title]


@pytest.mark.parametrize(
    ("form", "format"), [(form, format) for form in FORMS for format in IN_FONTS if format in FORMS[form]]
)
def test_a_character_that_no_font_has_is_named(form: str, format: str) -> None:
    """An empty box on a wall says nothing: where letters come from fonts, the writer learns which lacks."""
    (text,) = set(HOSTILE_STRINGS) - set(_strings(format))
    sample = rewrite(SAMPLES["retailer"](), lambda mark: f"{text} {mark}").sample

    with pytest.raises(RenderingError, match=r"no installed font has .*\(U\+E000 "):
        _render(sample, form, format)


def _strings(format: str) -> tuple[str, ...]:
    """Return the hostile strings that a format has to show."""
    return tuple(text for text in HOSTILE_STRINGS if format not in IN_FONTS or NOBODYS not in text)


def _turns(form: str, format: str, *, count: int = 0) -> list[Rewritten]:
    """Return the sample with a string in each field, and with the next one there in each further turn.

    All turns put every string into every field. Of fewer, each has every string somewhere.
    """
    strings = _strings(format)
    share = (count or (len(strings) if LONG else TURNS.get((form, format), len(strings)))) / len(strings)
    families = [strings]
    if format == "pdf":  # whose readers turn around what stands beside a text that is read from the right
        turned = tuple(filter(JOINING.search, strings))
        families = [tuple(text for text in strings if text not in turned), turned]
    return [each for family in families for each in _rotate(family, max(1, round(share * len(family))))]


def _rotate(strings: Sequence[str], count: int) -> Iterator[Rewritten]:
    for turn in range(count):
        first = turn * len(strings) // count

        def write(mark: str, first: int = first) -> str:
            return f"{strings[(int(mark[1:-1]) + first) % len(strings)]} {mark}"

        yield rewrite(SAMPLES["retailer"](), write)


def _render(sample: Sample, form: str, format: str, theme: str = "light", view: str = "") -> bytes:
    journey = None if form in PORTFOLIO_FORMS else sample.journey
    return FORMS[form][format](Request(sample.portfolio, journey, theme=theme, view=view)).content


def _read(format: str, contents: list[bytes]) -> list[list[str]]:
    if format in DIAGRAM_READERS:
        return read_diagrams(format, contents)
    return [READERS[format](content) for content in contents]


def _lost(turn: Rewritten, shown: frozenset[str], texts: list[str], format: str) -> list[str]:
    """Return the texts of a turn that a file should show and does not."""
    everything = "\n".join(_bare(text, format) for text in texts)
    wanted = [turn.written[mark] for mark in sorted(shown)]
    if format != "pdf":
        return [text for text in wanted if _bare(text, format) not in everything]
    # Readers of PDF give letters that join or turn in orders of their own: those are counted.
    turned = [text for text in wanted if JOINING.search(text)]
    lacking = _letters("".join(turned)) - _letters(everything)
    return [
        *(text for text in wanted if text not in turned and _bare(text, format) not in everything),
        *(text for text in turned if text.split()[-1] not in everything),
        *map("{} is missing".format, lacking),
    ]


def _letters(text: str) -> Counter[str]:
    """Return how often each letter is in a text, however it is joined to its neighbours."""
    return Counter(letter for letter in unicodedata.normalize("NFKC", text) if letter.isalpha())


def _without_mark(text: str) -> str:
    return text.rpartition(" ")[0]


def _bare(text: str, format: str) -> str:
    """Return a text without what forms may change: blanks, and what no picture or cell can hold."""
    if format == "json":
        return text
    plain = printable(re.sub(r"\s+", " ", text)).translate(_INVISIBLE)
    if format == "pdf":  # whose readers do not see that a hyphen only divides a word
        plain = plain.replace("-", "")
    return "".join(plain.split())


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
