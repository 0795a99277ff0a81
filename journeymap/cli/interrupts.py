"""Ctrl-C that is not lost: Python drops an interrupt that comes while a generator is being closed."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def heeding_interrupts() -> Iterator[Callable[[], None]]:
    """Yield a function that raises KeyboardInterrupt where one came before and was lost.

    Whoever works without end calls it between two rounds. Where interrupts go elsewhere, they are left alone.
    """
    asked: list[int] = []

    def note(number: int, _: object) -> None:
        asked.append(number)
        raise KeyboardInterrupt

    def heed() -> None:
        if asked:
            raise KeyboardInterrupt

    is_ours = (
        threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGINT) is signal.default_int_handler
    )
    if is_ours:
        signal.signal(signal.SIGINT, note)
    try:
        yield heed
    finally:
        if is_ours:
            signal.signal(signal.SIGINT, signal.default_int_handler)
