"""The program as a process: its start, its signals, its pipes, and what it does not load."""

import gc
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from journeymap import __version__
from journeymap.__main__ import main
from tests.conftest import ROOT

JOURNEY = """\
journeymap: 1
kind: journey
id: shop
title: Schöne Läden
stages:
  - {id: go, title: Gehen, phse: x}
"""
PYTHON = [sys.executable, "-m", "journeymap"]
INSTALLED = [sys.executable, "-c", "from journeymap.__main__ import start; start()"]


def environment(**extra: str) -> dict[str, str]:
    """Return a plain environment in which the checkout is found."""
    kept = {
        name: os.environ[name] for name in ("PATH", "HOME", "COVERAGE_PROCESS_START") if name in os.environ
    }
    return {**kept, "PYTHONPATH": str(ROOT), **extra}


def start(*arguments: str, cwd: Path, **extra: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program to its end."""
    return subprocess.run(
        [*PYTHON, *arguments], cwd=cwd, env=environment(**extra), capture_output=True, check=False
    )


def loaded_by(code: str, tmp_path: Path) -> set[str]:
    """Return the modules that are loaded after some code ran in a fresh process."""
    script = f"import sys\n{code}\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment(), capture_output=True, check=True
    )
    return set(done.stderr.decode().split())


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_version_is_told_at_once(option: str, tmp_path: Path) -> None:
    """The version is printed without loading anything of the program but its first lines."""
    done = start(option, cwd=tmp_path)
    assert (done.returncode, done.stdout.decode().strip()) == (0, f"journeymap {__version__}")
    bare = loaded_by("", tmp_path)
    code = f"sys.argv = ['journeymap', '{option}']\nfrom journeymap.__main__ import main\nmain()"
    assert loaded_by(code, tmp_path) - bare == {"journeymap", "journeymap.__main__"}


@pytest.mark.parametrize(("words", "code"), [(["--version"], 0), (["check"], 1), (["chekc"], 2)])
def test_main_returns_the_code(
    words: list[str], code: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The program's one function returns what the process ends with."""
    (tmp_path / "shop.journey.yaml").write_text(JOURNEY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["journeymap", *words])
    try:
        assert main() == code
    finally:
        gc.unfreeze()
        gc.enable()


@pytest.mark.parametrize(("words", "code"), [(["--version"], 0), (["check"], 1), (["chekc"], 2)])
def test_the_installed_command_says_all_and_ends_with_the_code(
    words: list[str], code: int, tmp_path: Path
) -> None:
    """Ending at once loses no output: it is what ``python -m`` gives, down to the last byte."""
    (tmp_path / "shop.journey.yaml").write_text(JOURNEY, encoding="utf-8")
    usual = start(*words, cwd=tmp_path)

    done = subprocess.run(
        [*INSTALLED, *words], cwd=tmp_path, env=environment(), capture_output=True, check=False
    )

    assert done.returncode == usual.returncode == code
    assert (done.stdout, done.stderr) == (usual.stdout, usual.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk here")
@pytest.mark.parametrize("words", [["--version"], ["check"]])
def test_the_installed_command_ends_where_the_disk_is_full(words: list[str], tmp_path: Path) -> None:
    """What cannot be written any more is a failure, and no traceback at the end."""
    (tmp_path / "shop.journey.yaml").write_text(JOURNEY, encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*INSTALLED, *words],
            cwd=tmp_path,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_interrupt_before_the_command_has_the_same_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while the program still loads is no traceback either."""

    def interrupt(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("journeymap.cli.run", interrupt)
    monkeypatch.setattr("sys.argv", ["journeymap", "check"])
    try:
        assert main() == 130
    finally:
        gc.enable()


def test_check_loads_nothing_that_draws(tmp_path: Path) -> None:
    """Checking needs no renderer, no site, no template engine, and no parser of command lines but our own."""
    (tmp_path / "shop.journey.yaml").write_text(JOURNEY, encoding="utf-8")
    code = "sys.argv = ['journeymap', 'check', '.']\nfrom journeymap.__main__ import main\nmain()"
    modules = loaded_by(code, tmp_path)
    assert "journeymap.compiling" in modules
    drawing = ("journeymap.rendering", "journeymap.site", "jinja2", "markdown_it", "graphviz", "argparse")
    assert [name for name in modules if name.startswith(drawing)] == []


def test_check_of_a_plain_file_loads_what_it_needs(tmp_path: Path) -> None:
    """A journey that is right costs no module that finds words, walks ways, writes files or connects."""
    (tmp_path / "shop.journey.yaml").write_text(JOURNEY.replace(", phse: x", ""), encoding="utf-8")
    code = (
        "sys.argv = ['journeymap', 'check', 'shop.journey.yaml']\n"
        "from journeymap.__main__ import main\nassert main() == 0"
    )
    modules = loaded_by(code, tmp_path)
    assert {"yaml", "jsonschema_rs", "journeymap.checks.engine"} <= modules
    assert modules.isdisjoint(
        {
            *("email.utils", "socket", "random", "calendar", "json", "threading", "subprocess", "inspect"),
            *("dataclasses", "tempfile", "traceback", "logging", "unicodedata", "jsonschema"),
            *("journeymap.artifacts", "journeymap.schema.explaining", "journeymap.model.paths"),
            *("journeymap.suppressing.silencing", "journeymap.suppressing.baseline", "journeymap.fixing"),
        }
    )


def test_a_picture_loads_what_it_needs(tmp_path: Path) -> None:
    """A map alone costs no thread and no socket, which the library for schemas would bring along."""
    (tmp_path / "shop.journey.yaml").write_text(JOURNEY.replace(", phse: x", ""), encoding="utf-8")
    code = (
        "sys.argv = ['journeymap', 'render', '-o', 'map.svg']\n"
        "from journeymap.__main__ import main\nassert main() == 0"
    )
    modules = loaded_by(code, tmp_path)
    assert "journeymap.rendering.map.picture" in modules
    assert modules.isdisjoint({"email.utils", "socket", "random", "calendar", "threading", "subprocess"})


def test_no_value_of_a_check_is_defined_the_slow_way(tmp_path: Path) -> None:
    """All that the path of a check defines are named tuples of our own."""
    (tmp_path / "shop.journey.yaml").write_text(JOURNEY.replace(", phse: x", ""), encoding="utf-8")
    code = (
        "import typing\n"
        "made = []\n"
        "define = typing.NamedTupleMeta.__new__\n"
        "typing.NamedTupleMeta.__new__ = lambda *args: made.append(args[1]) or define(*args)\n"
        "sys.argv = ['journeymap', 'check', 'shop.journey.yaml']\n"
        "from journeymap.__main__ import main\nassert main() == 0\nassert made == [], made"
    )
    assert "journeymap.named_tuples" in loaded_by(code, tmp_path)


def test_help_loads_no_room(tmp_path: Path) -> None:
    """The first page asks nothing of the rooms that read journeys."""
    code = "sys.argv = ['journeymap']\nfrom journeymap.__main__ import main\nmain()"
    rooms = ("journeymap.syntax", "journeymap.schema", "journeymap.building", "journeymap.workspace", "yaml")
    assert [name for name in loaded_by(code, tmp_path) if name.startswith(rooms)] == []


def test_findings_go_to_stdout_and_the_code_says_so(tmp_path: Path) -> None:
    """A real process prints its findings and ends with 1."""
    (tmp_path / "shop.journey.yaml").write_text(JOURNEY, encoding="utf-8")
    done = start("check", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr == b""
    assert "unknown key `phse`" in done.stdout.decode()
    assert b"\x1b" not in done.stdout


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8", "cp1252"])
def test_any_encoding_of_the_terminal_will_do(encoding: str, tmp_path: Path) -> None:
    """What the terminal cannot show becomes an escape instead of a crash."""
    (tmp_path / "shop.journey.yaml").write_text(JOURNEY.replace("Gehen", "走る"), encoding="utf-8")
    done = start("check", cwd=tmp_path, PYTHONIOENCODING=encoding)
    assert done.returncode == 1
    assert ("走る".encode() if encoding == "utf-8" else b"\\u8d70\\u308b") in done.stdout


def test_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    """A closed pipe ends the output without a word, and the code stays that of the findings."""
    (tmp_path / "shop.journey.yaml").write_text(JOURNEY, encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*PYTHON, "check"],
        cwd=tmp_path,
        env=environment(),
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize("closed", [0, 1, 2])
def test_stream_closed_before_the_start_is_none(closed: int, tmp_path: Path) -> None:
    """The program runs without one of its standard streams."""
    (tmp_path / "shop.journey.yaml").write_text(JOURNEY, encoding="utf-8")
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {closed}<&-', "sh", *PYTHON, "check", "-q"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_full_disk_is_told_in_words(tmp_path: Path) -> None:
    """Output that the system does not take ends with 2 and its reason."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no device that is always full")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PYTHON, "--help"],
            cwd=tmp_path,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("error: the system refuses: no space left on device")


def test_interrupt_ends_at_once_with_130(tmp_path: Path) -> None:
    """Ctrl-C while the program waits for its input ends it with the shell's code and no traceback."""
    running = subprocess.Popen(
        [*PYTHON, "check", "-"],
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    time.sleep(0.7)
    running.send_signal(signal.SIGINT)
    _, talk = running.communicate(timeout=10)
    assert running.returncode == 130
    assert b"Traceback" not in talk


def test_init_asks_on_a_terminal(tmp_path: Path) -> None:
    """With a terminal on both sides the title is asked for; Enter takes the proposal."""
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [*PYTHON, "init", "here"],
        cwd=tmp_path,
        env=environment(TERM="xterm", COLUMNS="80"),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    os.write(ours, "Fahrräder & mehr: heute\n".encode())
    running.wait(timeout=20)
    os.close(ours)
    assert running.returncode == 0
    settings = (tmp_path / "here" / "journeymap.yaml").read_text(encoding="utf-8")
    assert 'title: "Fahrräder & mehr: heute"' in settings
    assert start("check", "here", cwd=tmp_path).returncode == 0
