"""A bar on stderr for work that takes longer than a second, when a person watches."""

from collections.abc import Callable
from time import monotonic
from typing import Self, TextIO

from journeymap.cli.console import Console

PATIENCE = 1.0
"""Seconds before the bar appears: what is done by then needs none."""
INTERVAL = 0.1
_LONGEST_BAR = 40


class Progress:
    """Counts steps and draws them; as a context manager it leaves a clean line behind."""

    def __init__(
        self, console: Console, label: str, total: int, *, clock: Callable[[], float] = monotonic
    ) -> None:
        self._stream: TextIO | None = console.streams.stderr if console.shows_progress and total else None
        self._width = console.style(console.streams.stderr).width
        self._label = label
        self._total = total
        self._done = 0
        self._clock = clock
        self._next = clock() + PATIENCE
        self._drawn = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._drawn:
            self._draw(" " * self._drawn + "\r")

    def step(self, _: str) -> None:
        """Count one more thing as done, whatever its name."""
        self._done += 1
        now = self._clock()
        if self._stream is None or now < self._next:
            return
        self._next = now + INTERVAL
        line = self._line()
        self._drawn = len(line)
        self._draw(line)

    def _line(self) -> str:
        """Return the bar, never as wide as the terminal: its last column would wrap."""
        counts = f" {self._done}/{self._total}"
        room = min(_LONGEST_BAR, self._width - len(self._label) - len(counts) - 4)
        filled = room * min(self._done, self._total) // self._total
        return f"{self._label} [{'#' * filled}{'.' * (room - filled)}]{counts}"

    def _draw(self, text: str) -> None:
        if self._stream is not None:
            try:
                self._stream.write("\r" + text)
                self._stream.flush()
            except OSError:
                self._stream = None
