"""Work that goes on in a thread while this one does something else.

The standard library's executors would do as well, but they load the module for logs, which takes as long
as drawing a map.
"""

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class Begun(Generic[T]):
    """Work that has begun; ``finish`` waits for what comes of it."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._results: list[T] = []
        self._error: Exception | None = None
        # Nobody waits for it when the program is told to stop.
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def finish(self) -> T:
        """Return what came of it, or raise what went wrong there."""
        self._thread.join()
        if self._error:
            raise self._error
        return self._results[0]

    def _run(self) -> None:
        try:
            self._results.append(self._work())
        except Exception as error:  # raised again where somebody waits
            self._error = error
