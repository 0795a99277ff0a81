"""Several processes that draw journeys at once, each from the plan to the finished files.

They are copies of this process, so that the plan is there already; only what they made comes back. What
one of them cannot make is made here instead: a failure looks the same, however many there are.
"""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeAlias

from journeymap.artifacts import Artifact
from journeymap.model import Journey
from journeymap.site.announcing.crawlers import Listed
from journeymap.site.links import Pointers
from journeymap.site.plan import Plan

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

FEWEST = 12
"""How many journeys there have to be for more than one process; fewer are drawn before others are there."""
_LARGEST = 8
"""How many journeys come back at a time, at most: what is on its way is in memory twice."""
_TURNS = 4
"""How often each process is given something to do, at least, so that all end at about the same time."""


class Done(NamedTuple):
    """What became of some journeys: their files, where these point to, and their pages as others list them.

    ``notes`` say what could not be made.
    """

    files: tuple[Artifact, ...]
    pointers: dict[str, Pointers]
    pages: tuple[Listed, ...]
    notes: tuple[str, ...]


Work: TypeAlias = Callable[[Plan, tuple[Journey, ...]], Done]
"""What draws some journeys of a plan."""


class Crew:
    """Processes that draw the journeys of a plan; as a context manager it leaves none behind."""

    def __init__(self, plan: Plan, work: Work) -> None:
        self._plan = plan
        self._work = work
        self._pool: ProcessPoolExecutor | None = None
        self._promised: list[tuple[tuple[Journey, ...], Future[Done | None] | None]] = []

    def __enter__(self) -> Self:
        """Send the processes to work; where the system gives none, all is left to be made here."""
        journeys, jobs = self._plan.portfolio.journeys, count_jobs(self._plan)
        size = max(1, min(_LARGEST, len(journeys) // (jobs * _TURNS)))
        parts = [slice(first, first + size) for first in range(0, len(journeys), size)]
        self._promised = [(journeys[part], None) for part in parts]
        with _all_or_nobody():
            pool = _hire(jobs, self._plan, self._work)
            self._promised = [(journeys[part], pool.submit(_work_on, part)) for part in parts]
            self._pool = pool
        return self

    def __exit__(self, *_: object) -> None:
        """Let the processes go; what they have not begun is not wanted any more."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def collect(self) -> Iterator[tuple[tuple[Journey, ...], Done]]:
        """Yield some journeys and what became of them, in order; what is missing is made here."""
        self._promised.reverse()
        while self._promised:
            journeys, promised = self._promised.pop()
            done = _await(promised) if promised else None
            yield journeys, done or self._work(self._plan, journeys)


def count_jobs(plan: Plan) -> int:
    """Return how many processes are worth their start: each takes what a few journeys take."""
    # Elsewhere a process cannot be copied, or not safely: starting anew, and reading all again, costs more.
    if sys.platform != "linux" or plan.options.memory or len(plan.portfolio.journeys) < FEWEST:
        return 1
    return max(1, min(plan.options.jobs, len(plan.portfolio.journeys) // (FEWEST // 2)))


def _hire(jobs: int, plan: Plan, work: Work) -> "ProcessPoolExecutor":
    """Return processes that know the plan."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(jobs, get_context("fork"), _learn, (plan, work))


@contextmanager
def _all_or_nobody() -> Iterator[None]:
    """Leave no process behind where the system stops giving them, or threads, before all are there."""
    from multiprocessing import active_children

    others = set(active_children())
    try:
        yield
    except (OSError, NotImplementedError, RuntimeError):
        # Who has come already would wait for work for ever, and this process for them.
        for each in set(active_children()) - others:
            each.terminate()
            each.join()


def _await(promised: "Future[Done | None]") -> Done | None:
    """Return what another process made, or nothing where it failed or is gone."""
    from concurrent.futures.process import BrokenProcessPool

    try:
        return promised.result()
    except BrokenProcessPool:
        return None


_known: list[Any] = []
"""In a process of the crew: the plan, and what draws its journeys."""


def _learn(plan: Plan, work: Work) -> None:
    """Begin as a process of the crew; when somebody presses Ctrl-C, it is the first process that decides."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What is here already is nobody's waste; looking through it would copy it into this process.
    gc.freeze()
    _known[:] = plan, work


def _work_on(part: slice) -> Done | None:
    """Return what becomes of some journeys, or nothing when they fail: then they fail where it is told."""
    plan, work = _known
    # Pages leave values behind that know each other; journey by journey they would come to fill the memory.
    gc.collect()
    try:
        done: Done = work(plan, plan.portfolio.journeys[part])
        return done
    except Exception:  # whatever it is happens again in the first process
        return None
