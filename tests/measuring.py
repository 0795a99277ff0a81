"""Time and peak memory of one run of a program, measured from a process that is small itself.

The system counts a child's peak memory from the moment it is forked, when it still has the size of its
parent. So a bare interpreter starts the program, takes the time, and reports both.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

LAUNCHER = """
import os, sys, time
report, *command = sys.argv[1:]
start = time.perf_counter()
child = os.posix_spawn(command[0], command, os.environ)
_, status, usage = os.wait4(child, 0)
seconds = time.perf_counter() - start
with open(report, "w") as file:
    file.write(f"{os.waitstatus_to_exitcode(status)} {seconds!r} {usage.ru_maxrss}")
"""


class Measured(NamedTuple):
    """The exit code (negative for a signal), the wall time, and the peak memory."""

    code: int
    seconds: float
    mebibytes: float


def measure_program(
    command: Sequence[str | Path], *, cwd: Path, output: Path, environment: Mapping[str, str] | None = None
) -> Measured:
    """Run a program, given by its path, and return what it cost; all it prints goes to a file."""
    with tempfile.TemporaryDirectory() as folder, output.open("wb") as printed:
        report = Path(folder) / "report"
        subprocess.run(
            [sys.executable, "-I", "-S", "-c", LAUNCHER, str(report), *map(str, command)],
            cwd=cwd,
            env=dict(os.environ if environment is None else environment),
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=subprocess.STDOUT,
            check=True,
        )
        code, seconds, kibibytes = report.read_text().split()
    return Measured(int(code), float(seconds), int(kibibytes) / 1024)
