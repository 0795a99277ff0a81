"""The report for people: what each kind of place looks like, and that it always fits."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.diagnostics import Edit, Fix, Label, Severity
from journeymap.reporting import REPORTERS, Report, Style
from journeymap.source import Position, SourceFile, Span
from tests.conftest import match_golden
from tests.reporting.scenes import FAULT, SCENES, SHOP, SOURCES, report, span

GOLDENS = Path(__file__).parent / "goldens"
write_full = REPORTERS["full"]


@pytest.mark.parametrize("name", SCENES)
def test_scene_is_drawn_as_agreed(name: str) -> None:
    """Each kind of place has its agreed picture at 80 columns."""
    match_golden(GOLDENS / f"{name}.txt", write_full(report(SCENES[name]), Style()))


def test_color_is_used_for_level_frame_and_signs_only() -> None:
    """The coloured report is the plain one with escape sequences, and its source lines stay plain."""
    colored = write_full(report(*SCENES.values()), Style(color=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == write_full(report(*SCENES.values()), Style())
    match_golden(GOLDENS / "color.txt", colored.replace("\x1b", "ESC"))


@pytest.mark.parametrize("width", [40, 80, 120])
def test_snippet_lines_fit_the_screen(width: int) -> None:
    """No line of a snippet or footer is wider than the screen; headings, links and the sum stay whole."""
    text = write_full(report(*SCENES.values()), Style(width=width))
    wide = [line for line in text.splitlines()[:-1] if len(line) > width]
    assert [line for line in wide if not re.match(r"(error|warning|info)\[| *= docs:", line)] == []


def test_summary_counts_each_level_and_the_files() -> None:
    """The last line sums up: each level that occurs, singular or plural, and how many files there were."""
    levels = (Severity.ERROR, Severity.ERROR, Severity.WARNING, Severity.INFO)
    found = [FAULT.found(f"{index}", span("shop"), severity=level) for index, level in enumerate(levels)]
    last = [
        write_full(report(*found[:number], files=files), Style()).splitlines()[-1]
        for number, files in ((0, 1), (1, 1), (3, 2), (4, 0))
    ]
    assert last == [
        "no problems in 1 file",
        "1 error in 1 file",
        "2 errors, 1 warning in 2 files",
        "2 errors, 1 warning, 1 info in 0 files",
    ]


def test_summary_counts_what_can_be_fixed() -> None:
    """Safe fixes are counted apart from those that have to be asked for."""
    safe, unsafe = (Fix("mend", (Edit(span("shop"), "x"),), safe=is_safe) for is_safe in (True, False))
    found = [
        FAULT.found(f"{number}", span("shop"), fixes=fixes)
        for number, fixes in enumerate(((safe,), (unsafe,), ()))
    ]
    last = [write_full(report(*some), Style()).splitlines()[-1] for some in (found, found[:1], found[1:])]
    assert [line.partition(" files ")[2] for line in last] == [
        "(1 fixable, 1 more with --unsafe-fixes)",
        "(1 fixable)",
        "(1 fixable with --unsafe-fixes)",
    ]


@pytest.mark.parametrize("level", [None, *Severity])
def test_summary_has_the_color_of_the_worst(level: Severity | None) -> None:
    """The sum is green without findings, else in the colour of the worst level."""
    found = [] if level is None else [FAULT.found("x", span("shop"), severity=level)]
    last = write_full(report(*found), Style(color=True)).splitlines()[-1]
    codes = {None: "32", Severity.INFO: "1", Severity.WARNING: "1;33", Severity.ERROR: "1;31"}
    assert last.startswith(f"\x1b[{codes[level]}m")


positions = st.builds(Position, st.integers(1, 20), st.integers(1, 60), st.integers(0, 900))
spans = st.builds(Span, st.just(SHOP.path), positions, positions)


@given(spans, st.lists(st.tuples(spans, st.text(max_size=90)), max_size=4), st.integers(40, 130))
def test_any_places_can_be_drawn(primary: Span, others: list[tuple[Span, str]], width: int) -> None:
    """Places past the end, backwards, overlapping or many are drawn, each label once, within the width."""
    labels = tuple(Label(place, text) for place, text in others)
    text = write_full(report(FAULT.found("m", primary, label="primary", labels=labels)), Style(width=width))
    snippet = text.split("\n")[1 : text.split("\n").index(next(x for x in text.split("\n") if "= docs" in x))]
    assert sum("primary" in line for line in snippet) == 1
    assert any("^" in line for line in snippet)


@given(st.text(max_size=120), st.data())
def test_any_text_can_be_drawn(text: str, data: st.DataObject) -> None:
    """Whatever a file holds, the snippet has the line's number, and no character that could harm."""
    source = SourceFile("any.journey.yaml", text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = FAULT.found(text, source.span(start, end), label=text, help=(text,), notes=(text,))
    drawn = write_full(Report((found,), {source.path: source}, 1), Style())
    assert re.search(rf"(?m)^ *{source.span(start, end).start.line} \|", drawn)
    assert all(character.isprintable() or character not in "\x1b\r\x9b\u202e" for character in drawn)


def test_sources_stay_untouched_by_order() -> None:
    """The same findings give the same text, whatever the order of the sources."""
    backwards = dict(reversed(SOURCES.items()))
    diagnostics = tuple(SCENES.values())
    assert write_full(Report(diagnostics, SOURCES, 3), Style()) == write_full(
        Report(diagnostics, backwards, 3), Style()
    )


def test_blanks_at_the_end_of_a_line_are_not_printed() -> None:
    """A painted line ends with something visible, or is empty."""
    assert Style().paint_runs([("plain", " "), ("frame", "| "), ("plain", "  ")]) == " |"
    assert Style(color=True).paint_runs([("plain", "  "), ("frame", " ")]) == ""
