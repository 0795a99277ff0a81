"""The bar for long work."""

from collections.abc import Iterator

import pytest

from journeymap.cli.progress import PATIENCE, Progress
from tests.cli.terminals import console_at, shown


def ticking(seconds: float) -> Iterator[float]:
    """Yield a time that goes on by so many seconds each time it is asked for."""
    now = 0.0
    while True:
        yield now
        now += seconds


def test_short_work_needs_no_bar() -> None:
    """Nothing is drawn within the first second."""
    console = console_at()
    clock = ticking(PATIENCE / 10)
    with Progress(console, "drawing", 5, clock=lambda: next(clock)) as progress:
        for _ in range(5):
            progress.step("x")
    assert shown(console) == ("", "")


def test_long_work_is_counted_and_cleaned_up() -> None:
    """After a second a bar grows on one line, and at the end that line is empty again."""
    console = console_at()
    clock = ticking(PATIENCE)
    with Progress(console, "drawing", 4, clock=lambda: next(clock)) as progress:
        lines = []
        for _ in range(4):
            progress.step("x")
            lines.append(console.streams.stderr.visible())  # type: ignore[attr-defined]
    assert lines == [
        "drawing [##########..............................] 1/4",
        "drawing [####################....................] 2/4",
        "drawing [##############################..........] 3/4",
        "drawing [########################################] 4/4",
    ]
    assert console.streams.stderr.visible() == ""  # type: ignore[attr-defined]
    assert "\n" not in shown(console)[1]


def test_bar_is_drawn_ten_times_a_second_at_most() -> None:
    """Quick steps do not slow the work down by drawing."""
    console = console_at()
    clock = ticking(0.01)
    with Progress(console, "drawing", 300, clock=lambda: next(clock)) as progress:
        for _ in range(300):
            progress.step("x")
    assert 15 <= shown(console)[1].count("[") <= 21


@pytest.mark.parametrize("width", [40, 41, 60, 300])
def test_bar_stays_below_the_width(width: int) -> None:
    """The last column stays free: filling it would start a new line."""
    console = console_at(environ={"COLUMNS": str(width)})
    clock = ticking(PATIENCE)
    with Progress(console, "drawing", 100_000, clock=lambda: next(clock)) as progress:
        progress.step("x")
        assert len(console.streams.stderr.visible()) < width  # type: ignore[attr-defined]


def test_terminal_that_goes_away_stops_the_bar_only() -> None:
    """When the terminal is closed the work goes on."""
    console = console_at()
    clock = ticking(PATIENCE)
    with Progress(console, "drawing", 3, clock=lambda: next(clock)) as progress:
        console.streams.stderr.write = refuse  # type: ignore[method-assign]
        progress.step("x")
        progress.step("x")


def refuse(_: str) -> int:
    """Fail as a terminal that hung up does."""
    raise OSError
