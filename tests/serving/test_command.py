"""The command from its first line to Ctrl-C, in this process."""

import _thread
import io
import subprocess
import threading
import time
import urllib.request
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from journeymap.cli import run
from journeymap.cli.console import Streams
from journeymap.serving import Server, Shelf
from tests.serving.test_incremental import FILES


class Served(NamedTuple):
    """How a run of the command ended, and what it said."""

    code: int
    said: str


def serve(folder: Path, *options: str, act: Callable[[str, Callable[[], str]], None] | None = None) -> Served:
    """Run the command, do something once the site is there, and interrupt it."""
    streams = Streams(io.BytesIO(), io.StringIO(), io.StringIO())

    def said() -> str:
        return streams.stderr.getvalue()  # type: ignore[attr-defined, no-any-return]

    def interrupt() -> None:
        try:
            wait_until(lambda: "built" in said())
            if act:
                act(said().split()[1], said)
        finally:
            _thread.interrupt_main()

    thread = threading.Thread(target=interrupt)
    thread.start()
    code = run(["serve", *options], streams, environ={}, cwd=str(folder))
    thread.join()
    return Served(code, said())


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so, for half a minute at most."""
    deadline = time.monotonic() + 30
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.02)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a small workspace on disk."""
    for name, texts in FILES.items():
        if texts[0] is not None:
            (tmp_path / name).write_text(texts[0], encoding="utf-8")
    return tmp_path


def test_the_address_comes_first_and_each_rebuild_has_a_line(folder: Path) -> None:
    """The site is served while files change, what is wrong is said, and Ctrl-C ends with 130."""

    def edit(url: str, said: Callable[[], str]) -> None:
        file = folder / "first.journey.yaml"
        whole = file.read_text(encoding="utf-8")
        file.write_text(whole.replace("First", "Changed"), encoding="utf-8")
        wait_until(lambda: "rebuilt" in said())
        with urllib.request.urlopen(f"{url}journeys/first/") as answer:
            assert "<title>Changed" in answer.read().decode()
        file.write_text("title: [", encoding="utf-8")
        wait_until(lambda: "nothing was built" in said())

    served = serve(folder, "--port", "0", act=edit)
    lines = served.said.splitlines()
    assert served.code == 130
    assert lines[0].startswith("serving http://127.0.0.1:")
    assert lines[1].startswith("built ")
    assert any(line.startswith("rebuilt ") and line.endswith(" ms") for line in lines)
    assert any(line.startswith("nothing was built in ") for line in lines)
    assert lines[-1] == "interrupted"


def test_a_file_with_a_mistake_is_served_nonetheless(folder: Path) -> None:
    """The server starts, and says where the first of the mistakes is."""
    (folder / "first.journey.yaml").write_text("title: [", encoding="utf-8")
    said = serve(folder, "--port", "0").said
    assert "2 errors, first.journey.yaml:1:8: the `[` is never closed" in said.replace("\n  ", " ")
    assert max(map(len, said.splitlines())) <= 80


def test_a_long_message_goes_on_in_the_next_line(folder: Path) -> None:
    """What is wrong is told in lines of eighty columns, the later ones indented."""
    (folder / "first.journey.yaml").write_text(
        "title: First\nstages:\n  - title: A stage\n    touchpoints:\n      - a-very-long-key-of-some: 1\n"
    )
    lines = serve(folder, "--port", "0").said.splitlines()
    began = next(index for index, line in enumerate(lines) if line.startswith("nothing was built in"))
    assert lines[began + 1].startswith("  ")
    assert max(map(len, lines)) <= 80


def test_history_is_shown_when_asked_for(folder: Path) -> None:
    """With --history the changes of version control stand on the page of changes."""
    for words in (
        ("init", "-q"),
        ("add", "."),
        ("-c", "user.name=Ada", "-c", "user.email=ada@example.com", "commit", "-q", "-m", "First words"),
    ):
        subprocess.run(["git", *words], cwd=folder, check=True)

    def look(url: str, said: Callable[[], str]) -> None:
        with urllib.request.urlopen(f"{url}changes/") as answer:
            pages.append(answer.read().decode())

    pages: list[str] = []
    served = serve(folder, "--port", "0", "--history", act=look)
    assert served.code == 130
    assert "First words" in pages[0]
    assert "Ada" in pages[0]


def test_history_without_version_control_is_no_start(folder: Path) -> None:
    """Where there is no history to show, the command says so and ends with 2."""
    streams = Streams(io.BytesIO(), io.StringIO(), io.StringIO())
    code = run(["serve", "--port", "0", "--history"], streams, environ={}, cwd=str(folder))
    assert code == 2
    assert "there is no history to show" in streams.stderr.getvalue()  # type: ignore[attr-defined]


def test_a_port_that_is_taken_is_passed_over_unless_it_was_named(folder: Path) -> None:
    """Without --port the next one is used, with a note; with it, that is a wrong use."""
    other = Server(Shelf(), 8000)
    other.start()
    try:
        served = serve(folder)
        refused = io.StringIO()
        streams = Streams(io.BytesIO(), io.StringIO(), refused)
        code = run(["serve", "--port", "8000"], streams, environ={}, cwd=str(folder))
    finally:
        other.close()
    assert served.said.startswith("serving http://127.0.0.1:80")
    assert "note: port 8000 is taken by another program" in served.said
    assert code == 2
    assert "cannot use port 8000: address already in use" in refused.getvalue()


def test_the_browser_is_opened_when_asked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--open hands the address to the system's browser; where there is none, that is said."""
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    said = serve(folder, "--port", "0", "--open").said
    assert opened == [said.split()[1]]
    assert "no browser was found" in said


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["empty"], 3, "no journey"),
        (["nowhere"], 2, "`nowhere` does not exist"),
        (["lone"], 2, "a site is made of one workspace or one file, and here are 2"),
        (["--port", "70000"], 2, "expected a port, 0 to 65535"),
        (["--port", "x"], 2, "--port"),
        (["--engine", "nonexistent"], 2, "there is no program `nonexistent`"),
    ],
)
def test_what_cannot_be_served_is_refused_before_anything_listens(
    tmp_path: Path, options: list[str], code: int, said: str
) -> None:
    """Each wrong use ends at once, with its exit code and in words."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "lone").mkdir()
    for name in ("one", "two"):
        (tmp_path / "lone" / f"{name}.journey.yaml").write_text("title: x\n", encoding="utf-8")
    stderr = io.StringIO()
    streams = Streams(io.BytesIO(), io.StringIO(), stderr)
    assert run(["serve", *options], streams, environ={}, cwd=str(tmp_path)) == code
    assert said in stderr.getvalue()
    assert "serving" not in stderr.getvalue()
