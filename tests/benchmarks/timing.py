"""Running programs side by side: interleaved rounds, medians, and the memory of each child."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.measuring import measure_program


class Job(NamedTuple):
    """A command that does comparable work; ``prepare`` runs before each round, outside the clock."""

    command: Sequence[str | Path]
    cwd: Path
    expected: tuple[int, ...] = (0,)
    environment: Mapping[str, str] = {}
    prepare: Callable[[], None] | None = None


class Timing(NamedTuple):
    """The median wall time in seconds, and the largest peak memory in MiB, over all rounds."""

    seconds: float
    mebibytes: float


class RunFailedError(Exception):
    """A command did not do its work, so its time means nothing."""


def measure_side_by_side(jobs: Mapping[str, Job], rounds: int) -> dict[str, Timing]:
    """Return each job's timing; one warm-up round, then every round runs every job once.

    The order turns by one each round, so that no job always follows the same neighbour.
    """
    names = list(jobs)
    results: dict[str, list[Timing]] = {name: [] for name in names}
    for number in range(rounds + 1):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            print(f"\r  round {number}/{rounds}: {name:<40}", end="", file=sys.stderr, flush=True)
            timing = run_once(name, jobs[name])
            if number:
                results[name].append(timing)
    print("\r" + " " * 64 + "\r", end="", file=sys.stderr)
    return {
        name: Timing(median(each.seconds for each in found), max(each.mebibytes for each in found))
        for name, found in results.items()
    }


def run_once(name: str, job: Job) -> Timing:
    """Run a job once; an unexpected exit code is a failure, with the end of its output."""
    if job.prepare:
        job.prepare()
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("JOURNEYMAP_", "PYTHON"))
    }
    environment.update(job.environment)
    output = job.cwd / ".output"
    measured = measure_program(job.command, cwd=job.cwd, output=output, environment=environment)
    if measured.code not in job.expected:
        tail = output.read_text(errors="replace")[-2000:]
        raise RunFailedError(f"{name} ended with {measured.code}, expected {job.expected}:\n{tail}")
    return Timing(measured.seconds, measured.mebibytes)
