"""The only door to a layout engine: DOT in, geometry or a plain picture out.

An engine is a program of its own. It gets the graph on its standard input, a limit of time and memory,
and a process group that is ended as a whole; a graph that it cannot place fails with a message and never
takes the caller down. Each graph has its own process: engines have been seen to crash on several.
"""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Literal, TypeAlias

from journeymap.rendering.failures import LayoutFailed

Output: TypeAlias = Literal["json0", "svg"]

TIMEOUT = 20.0
MEMORY = 1 << 30
ENGINE_VARIABLE = "JOURNEYMAP_DOT"
BUNDLED = "graphviz-pure"

_REINSTALL = "install it with `python -m pip install graphviz-pure`, or name another with"


def lay_out(dot: str, output: Output = "json0", *, engine: str = "", timeout: float = TIMEOUT) -> str:
    """Return what a layout engine makes of a graph; ``json0`` holds the places of everything.

    Raises ``LayoutFailed`` when there is no engine, or it fails, or it takes longer than the limit.
    """
    command = _command(find_engine(engine), output)
    try:
        process = _start(command)
    except OSError as error:
        raise LayoutFailed(f"the layout engine `{command[0]}` does not start: {error.strerror}") from None
    try:
        found, complaint = process.communicate(dot.encode(), timeout=timeout)
    except subprocess.TimeoutExpired:
        raise LayoutFailed(
            f"the layout engine gave up: no picture within {timeout:g} seconds; "
            "divide the journey with `expand`, or draw it as a table"
        ) from None
    finally:
        _end(process)
    if process.returncode != 0 or not found:
        raise LayoutFailed(
            f"the layout engine `{Path(command[0]).name}` failed"
            f"{_reason(process.returncode, complaint)}; try another with {ENGINE_VARIABLE}"
        )
    return found.decode("utf-8", "replace")


def find_engine(engine: str = "") -> str:
    """Return the program to run: the one asked for, the environment's, or the one that came with us."""
    wanted = engine or os.environ.get(ENGINE_VARIABLE, "")
    if wanted:
        if found := shutil.which(wanted):
            return found
        raise LayoutFailed(
            f"the layout engine `{wanted}` is not here; install Graphviz, or leave the option out"
        )
    if found := shutil.which(BUNDLED, path=str(Path(sys.executable).parent)):
        return found
    import sysconfig  # takes time, and is asked only where the engine is not beside Python

    if found := shutil.which(BUNDLED, path=sysconfig.get_path("scripts")) or shutil.which(BUNDLED):
        return found
    raise LayoutFailed(f"the layout engine `{BUNDLED}` is not here; {_REINSTALL} {ENGINE_VARIABLE}")


def _command(program: str, output: Output) -> list[str]:
    """Return the command line; for a Graphviz of the system's, the one that its Python package would run."""
    if Path(program).stem == BUNDLED:
        return [program, "-Kdot", f"-T{output}"]
    from graphviz.backend import dot_command

    return [program, *map(str, dot_command.command("dot", output)[1:])]


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(  # noqa: S603 - a list, no shell, and the program is never the journey's choice
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )
    if sys.platform == "linux":
        import resource

        with suppress(ProcessLookupError):
            resource.prlimit(process.pid, resource.RLIMIT_AS, (MEMORY, MEMORY))
    return process


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the engine and whatever it started; one that has been waited for is over."""
    if process.returncode is None:
        _kill(process)
    for pipe in filter(None, (process.stdin, process.stdout, process.stderr)):
        pipe.close()
    process.wait()


def _kill(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        import signal

        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)


def _reason(code: int, complaint: bytes) -> str:
    lines = [line for line in complaint.decode("utf-8", "replace").splitlines() if line.strip()]
    if code < 0:
        return f" with signal {-code}"
    return f": {lines[0].strip()[:200]}" if lines else f" with exit code {code}"
