"""Ctrl-C ends what would go on for ever, also when Python loses it."""

import os
import signal
import sys
from collections.abc import Iterator

import pytest

from journeymap.cli.interrupts import heeding_interrupts


def interrupted_at_its_end() -> Iterator[int]:
    """Yield a number; somebody presses Ctrl-C while the rest is cleared away."""
    try:
        yield 1
    finally:
        os.kill(os.getpid(), signal.SIGINT)
        for _ in range(1000):
            pass


def test_a_lost_interrupt_is_raised_at_the_next_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python drops the exception of a generator that nobody holds any more; the next round hears of it."""
    lost: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", lambda what: lost.append(what.exc_type))
    with heeding_interrupts() as heed:
        heed()
        numbers = interrupted_at_its_end()
        next(numbers)
        del numbers
        assert lost == [KeyboardInterrupt]
        with pytest.raises(KeyboardInterrupt):
            heed()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_interrupts_that_go_elsewhere_are_left_alone() -> None:
    """Who ignores them, as with nohup, goes on ignoring them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with heeding_interrupts() as heed:
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
            heed()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
