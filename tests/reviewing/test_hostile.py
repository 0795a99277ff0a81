"""Whatever a map or a change says, no form of a review lets it out: all texts at once, and any at all."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.diffing.changes import Approval, Change, Entity, Fact, Level
from journeymap.diffing.review import Hint
from journeymap.reporting.style import Style
from journeymap.reviewing import REVIEWS, Dossier, Options
from journeymap.reviewing.escaping import write_message, write_text
from tests.rendering.hostile_strings import HOSTILE_STRINGS
from tests.rendering.inspecting import faults_in
from tests.rendering.rewriting import rewrite
from tests.rendering.samples import SAMPLES
from tests.reviewing.reviews import make_dossier
from tests.reviewing.test_comment import MARKER
from tests.reviewing.test_picture import without_every_third

CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
OURS = re.compile(r"\x1b\[[0-9;]*m")


def hostile(first: int, options: Options) -> Dossier:
    """Return a review in which every text of both sides and of every change is an attack."""

    def write(mark: str) -> str:
        return f"{HOSTILE_STRINGS[(int(mark[1:-1]) + first) % 60]} {mark}"

    sample = rewrite(SAMPLES["retailer"](), write).sample
    changes = []
    for number in range(60):
        text = HOSTILE_STRINGS[(number + first) % 60]
        approval = Approval("f", text, text, text, text, text)
        entity = Entity(
            "touchpoint", f"journey:first-purchase/touchpoint:{text}", text, "first-purchase", text
        )
        fact = Fact("touchpoint-removed", entity, text, (text,), text, affects=(text,), hint=text)
        changes.append(
            Change(fact, Level(number % 4), "links", "existence", "remove", text, text, text, approval)
        )
    hints = (Hint(HOSTILE_STRINGS[first], "", ""),)
    less = without_every_third(sample)
    return make_dossier(sample.portfolio, less, tuple(changes), options, hints=hints)


@pytest.mark.parametrize("first", range(0, 60, 12))
@pytest.mark.parametrize("form", REVIEWS)
def test_no_form_lets_a_text_out(form: str, first: int) -> None:
    """What is printed holds no control character, what is shown no marker and nothing active."""
    options = Options(shows_all=True, style=Style(80, color=True), most_rows=100)
    text = REVIEWS[form](hostile(first, options))

    if form in ("text", "markdown", "json"):
        assert CONTROLS.findall(OURS.sub("", text) if form == "text" else text) == []
    if form in ("markdown", "html", "svg"):
        assert text.count(MARKER) == (form == "markdown")
        assert "<script>alert" not in text
        assert "<img" not in text
    if form == "json":
        assert json.loads(text)["format"] == "journeymap-diff/1"
    if form == "svg":
        assert faults_in(text.encode()) == []


@given(st.text())
def test_any_text_stays_on_its_line_in_a_comment(text: str) -> None:
    """No text begins a row, a tag or a comment, or ends in the middle of an escape."""
    for written in (write_text(text), write_message(text)):
        assert "\n" not in written
        assert "<!--" not in written
        assert not re.search(r"<(?!/?code>)", written)
        assert not CONTROLS.search(written)
        assert not re.search(r"(?<!\\)(?:\\\\)*\|", written)
