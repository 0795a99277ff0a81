"""The layout engine has its own process, a limit, and a message for each way to fail."""

import json
import os
import stat
import sys
import time
from pathlib import Path

import pytest

from journeymap.rendering.failures import LayoutFailed
from journeymap.rendering.flow import graphviz
from journeymap.rendering.flow.graphviz import find_engine, lay_out

GRAPH = 'digraph { a [label="ä & b"] a -> b }'


def make_engine(folder: Path, body: str, name: str = "engine") -> str:
    """Write a program in Python that plays an engine; return its path."""
    path = folder / name
    path.write_text(f"#!{sys.executable}\nimport os, sys, time, subprocess\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_the_engine_that_comes_with_us_places_a_graph() -> None:
    """Without any option, a graph is placed, and drawn where that is asked for."""
    placed = json.loads(lay_out(GRAPH))

    assert [thing["name"] for thing in placed["objects"]] == ["a", "b"]
    assert all("pos" in thing for thing in placed["objects"])
    assert "<svg" in lay_out(GRAPH, "svg")


def test_our_engine_is_found_beside_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine of the environment is found also when the search path is empty."""
    monkeypatch.setenv("PATH", "")

    assert Path(find_engine()).stem == "graphviz-pure"


def test_a_missing_engine_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where our engine is gone, the message names the command that brings it back."""
    monkeypatch.setattr(graphviz, "BUNDLED", "no-such-engine")

    with pytest.raises(LayoutFailed, match="`no-such-engine` is not here; install it with `python -m pip"):
        lay_out(GRAPH)


def test_an_engine_asked_for_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine named by option or environment is used or missed, never replaced in silence."""
    with pytest.raises(LayoutFailed, match="`no-such-dot` is not here; install Graphviz"):
        lay_out(GRAPH, engine="no-such-dot")
    monkeypatch.setenv("JOURNEYMAP_DOT", "no-such-dot-either")
    with pytest.raises(LayoutFailed, match="`no-such-dot-either`"):
        lay_out(GRAPH)


def test_a_graphviz_of_the_system_gets_the_usual_command_line(tmp_path: Path) -> None:
    """Another engine is run as the Python package of Graphviz runs it: engine, format, graph on stdin."""
    engine = make_engine(tmp_path, "print(sys.argv[1:], sys.stdin.read())")

    assert lay_out(GRAPH, engine=engine) == f"['-Kdot', '-Tjson0'] {GRAPH}\n"


def test_the_environment_names_an_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``JOURNEYMAP_DOT`` chooses the engine; the option wins over it."""
    one, other = make_engine(tmp_path, "print(1)", "one"), make_engine(tmp_path, "print(2)", "other")
    monkeypatch.setenv("JOURNEYMAP_DOT", one)

    assert lay_out(GRAPH) == "1\n"
    assert lay_out(GRAPH, engine=other) == "2\n"


def test_an_engine_that_does_not_finish_is_ended_with_all_it_started(tmp_path: Path) -> None:
    """At the limit the whole process group ends, and the message says what to do."""
    note = tmp_path / "pids"
    body = (
        f"child = subprocess.Popen([{sys.executable!r}, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(note)!r}, 'w').write(f'{{os.getpid()}} {{child.pid}}')\n"
        "time.sleep(60)"
    )

    with pytest.raises(LayoutFailed, match=r"no picture within 3 seconds; divide the journey"):
        lay_out(GRAPH, engine=make_engine(tmp_path, body), timeout=3)

    deadline = time.monotonic() + 10
    while any(map(is_running, note.read_text().split())):
        assert time.monotonic() < deadline, "the engine or its child is still running"
        time.sleep(0.05)


def test_a_child_that_keeps_the_pipe_open_is_ended_too(tmp_path: Path) -> None:
    """Where the engine is gone and its child holds on, the child ends at the limit."""
    note = tmp_path / "pid"
    body = (
        f"child = subprocess.Popen([{sys.executable!r}, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(note)!r}, 'w').write(str(child.pid))"
    )

    with pytest.raises(LayoutFailed, match="within 2 seconds"):
        lay_out(GRAPH, engine=make_engine(tmp_path, body), timeout=2)

    deadline = time.monotonic() + 10
    while is_running(note.read_text()):
        assert time.monotonic() < deadline, "the child is still running"
        time.sleep(0.05)


def is_running(pid: str) -> bool:
    """Say whether a process is there and more than a corpse waiting to be counted."""
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("sys.exit(3)", "failed with exit code 3; try another"),
        ("sys.exit('\\nno memory\\nmore')", "failed: no memory; try another"),
        ("os.kill(os.getpid(), 11)", "failed with signal 11; try another"),
        ("sys.stdin.read()", "failed with exit code 0; try another"),
        ("sys.stdin.close()\nsys.exit(4)", "failed with exit code 4"),
    ],
)
def test_a_failing_engine_is_reported(tmp_path: Path, body: str, message: str) -> None:
    """An exit code, a complaint, a signal or an empty answer: each becomes one clear message."""
    with pytest.raises(LayoutFailed, match=message):
        lay_out(GRAPH * 10_000, engine=make_engine(tmp_path, body))


def test_a_file_that_is_no_program_is_reported(tmp_path: Path) -> None:
    """An engine that the system cannot start is named, with the reason."""
    path = tmp_path / "engine"
    path.write_bytes(b"\x7fELF no program")
    path.chmod(0o700)

    with pytest.raises(LayoutFailed, match=r"engine` does not start: .+"):
        lay_out(GRAPH, engine=str(path))


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of memory is Linux's")
def test_an_engine_has_a_limit_of_memory(tmp_path: Path) -> None:
    """An engine that wants more memory than the limit fails alone."""
    body = f"time.sleep(0.5); held = bytearray({graphviz.MEMORY} + 1); print(len(held))"

    with pytest.raises(LayoutFailed, match="failed: "):
        lay_out(GRAPH, engine=make_engine(tmp_path, body))


def test_a_broken_graph_is_the_engines_complaint() -> None:
    """What the engine says about a graph reaches the message."""
    with pytest.raises(LayoutFailed, match="syntax error"):
        lay_out("digraph { ")
