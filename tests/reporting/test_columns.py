"""Columns of a terminal: how wide things are, and where lines break."""

import pytest

from journeymap.reporting.columns import lay_out_line, measure, wrap_words
from journeymap.reporting.marks import Mark, Stretch
from journeymap.reporting.windows import choose_windows
from tests.reporting.scenes import span


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("plain", 5),
        ("日本", 4),
        ("ｗ", 2),
        ("e\u0301", 1),
        ("نص", 2),
        ("a\u200db", 2),
        ("\U0001f600", 2),
    ],
)
def test_text_has_the_width_a_terminal_gives_it(text: str, columns: int) -> None:
    """East Asian wide characters and emoji take two columns, combining and joining ones none."""
    assert measure(text) == columns
    assert lay_out_line(text).width == columns


def test_tab_reaches_to_the_next_stop() -> None:
    """A tab is blanks up to the next multiple of four."""
    line = lay_out_line("a\tb\t\tc")
    assert "".join(line.cells) == "a   b       c"
    assert list(line.columns) == [0, 1, 4, 5, 8, 12, 13]


def test_escape_takes_the_columns_it_is_shown_in() -> None:
    """A harmful character is as wide as its escape, so signs stay below what they mark."""
    line = lay_out_line("a\x1bb")
    assert "".join(line.cells) == "a\\x1bb"
    assert list(line.columns) == [0, 1, 5, 6]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("short", ["short"]),
        ("one two three", ["one two", "three"]),
        ("unbreakably-long word", ["unbreakably-long", "word"]),
        ("a\n  b c", ["a", "  b c"]),
        ("  deep words that go on", ["  deep", "  words", "  that go", "  on"]),
        ("日本 語 日本", ["日本 語", "日本"]),
    ],
)
def test_words_wrap(text: str, lines: list[str]) -> None:
    """Lines break between words only; line breaks of the text stay, and so do its indents."""
    assert wrap_words(text, 10) == lines


@pytest.mark.parametrize("room", [24, 40, 77])
@pytest.mark.parametrize("text", ["x" * 500, "日" * 300, "\x1b" * 200, "a日" * 150])
def test_windows_fit_and_show_what_is_marked(text: str, room: int) -> None:
    """Every part of a long line fits the room, and each mark begins inside one part."""
    starts = [0, len(text) // 3, len(text) // 3 + 2, len(text) - 1, len(text)]
    stretches = [Stretch(at, at + 1, Mark(span("shop"), "", "frame", "-")) for at in starts]
    windows = choose_windows(lay_out_line(text), stretches, room)
    assert all(measure(window.text) <= room for window, _ in windows)
    assert sorted(stretch.start for _, inside in windows for stretch in inside) == starts
    for window, inside in windows:
        for stretch in inside:
            assert 0 <= window.column(stretch.start) <= room


@pytest.mark.parametrize("extra", range(12))
@pytest.mark.parametrize("from_end", range(12))
def test_line_hardly_too_long_still_shows_its_end(extra: int, from_end: int) -> None:
    """A line that is a few columns too wide is cut where its mark is not."""
    text = "x" * (40 + extra)
    stretch = Stretch(len(text) - from_end, len(text), Mark(span("shop"), "", "frame", "-"))
    ((window, _),) = choose_windows(lay_out_line(text), [stretch], 40)
    assert window.shows(stretch)
    assert measure(window.text) <= 40
