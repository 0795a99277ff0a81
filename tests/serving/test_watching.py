"""Files that change under the eyes of the watcher, with and without the help of the system."""

import threading
import time
from collections.abc import Callable, Generator, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from journeymap.serving import Watcher


@pytest.fixture(params=[True, False], ids=["told by the system", "looking by itself"])
def watcher(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Watcher]:
    """Return a watcher of a folder with one file, one folder below and one picture."""
    (tmp_path / "one.yaml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "below").mkdir()
    watcher = Watcher([tmp_path], asks_system=request.param)
    yield watcher
    watcher.close()


def change(act: Callable[[], object]) -> threading.Thread:
    """Do something a moment later, in a thread."""
    thread = threading.Timer(0.1, act)
    thread.start()
    return thread


def wait(watcher: Watcher, act: Callable[[], object]) -> float:
    """Return how many seconds after something was done the watcher saw it."""
    done: list[float] = []

    def act_now() -> None:
        done.append(time.monotonic())
        act()

    change(act_now)
    watcher.wait()
    return time.monotonic() - done[0]


@pytest.mark.parametrize(
    "act",
    [
        lambda folder: (folder / "one.yaml").write_text("a: 2\n", encoding="utf-8"),
        lambda folder: (folder / "one.yaml").unlink(),
        lambda folder: (folder / "below" / "two.yml").write_text("b: 1\n", encoding="utf-8"),
        lambda folder: replace(folder / "one.yaml", "a: 1\n"),
        lambda folder: (folder / "one.yaml").rename(folder / "other.yaml"),
    ],
    ids=["written", "deleted", "new", "replaced by a rename", "renamed"],
)
def test_every_way_to_change_a_file_is_seen(
    watcher: Watcher, tmp_path: Path, act: Callable[[Path], object]
) -> None:
    """Written, deleted, new, replaced and renamed: each is a change, and is over once seen."""
    assert wait(watcher, lambda: act(tmp_path)) < 1.0
    assert not watcher.has_changed()


def test_a_storm_of_writes_is_one_change(watcher: Watcher, tmp_path: Path) -> None:
    """Ten writes in fifty milliseconds wake the watcher once; only a pause among them does so again."""
    writes: list[float] = []

    def write_often() -> None:
        for number in range(10):
            (tmp_path / "one.yaml").write_text(f"a: {number}\n" * (number + 2), encoding="utf-8")
            writes.append(time.monotonic())
            time.sleep(0.005)

    thread = change(write_often)
    watcher.wait()
    wakes = 1
    thread.join()
    while watcher.has_changed():
        watcher.wait()
        wakes += 1
    pauses = sum(later - earlier > 0.03 for earlier, later in pairwise(writes))
    assert wakes <= 1 + pauses


def test_writes_without_end_are_not_waited_for(watcher: Watcher, tmp_path: Path) -> None:
    """A file that never rests is read all the same after a while."""
    is_over = threading.Event()

    def write_on() -> None:
        with (tmp_path / "one.yaml").open("a", encoding="utf-8") as file:
            while not is_over.is_set():
                file.write("# more\n")
                file.flush()
                time.sleep(0.002)

    thread = change(write_on)
    began = time.monotonic()
    watcher.wait()
    is_over.set()
    thread.join()
    assert time.monotonic() - began < 5


def test_a_picture_counts_once_it_is_shown(watcher: Watcher, tmp_path: Path) -> None:
    """A picture is watched from the moment on that a page shows it, wherever it is."""
    picture = tmp_path / "below" / "face.png"
    picture.write_bytes(b"1")
    assert not watcher.has_changed()
    watcher.include([picture, tmp_path / "missing.png"])
    assert not watcher.has_changed()
    picture.write_bytes(b"22")
    assert watcher.has_changed()
    watcher.include([])
    assert not watcher.has_changed()


def test_a_template_counts_from_the_moment_on_that_it_is_there(tmp_path: Path) -> None:
    """What is looked for in a folder is a change when it comes, also while we build, and when it goes."""
    templates = tmp_path / "own"
    watcher = Watcher([tmp_path], lambda: templates.glob("*.html"), asks_system=False)
    assert not watcher.has_changed()
    templates.mkdir()
    (templates / "journey.html").write_text("x", encoding="utf-8")
    watcher.include([])
    assert watcher.has_changed()
    watcher.wait()
    assert not watcher.has_changed()
    (templates / "journey.html").unlink()
    assert watcher.has_changed()


def test_what_is_hidden_or_no_file_of_ours_does_not_count(watcher: Watcher, tmp_path: Path) -> None:
    """What editors and version control keep beside our files wakes nobody."""
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    (tmp_path / "one.yaml~").write_text("x", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.yaml").write_text("x", encoding="utf-8")
    assert not watcher.has_changed()


def test_a_file_that_stands_alone_is_watched_by_itself(tmp_path: Path) -> None:
    """Its neighbours do not count, and an editor that replaces it does not lose it."""
    file = tmp_path / "one.journey.yaml"
    file.write_text("a: 1\n", encoding="utf-8")
    watcher = Watcher([file])
    (tmp_path / "two.journey.yaml").write_text("b: 1\n", encoding="utf-8")
    assert not watcher.has_changed()
    for text in ("a: 2\n", "a: 3\n"):
        assert wait(watcher, lambda text=text: replace(file, text)) < 1.0  # type: ignore[misc]
    watcher.close()


def test_a_system_that_gives_up_is_done_without(tmp_path: Path) -> None:
    """Where the system can listen to no more folders, the watcher looks by itself."""
    watcher = Watcher([tmp_path])

    def fail() -> Generator[object]:
        yield from ()
        raise OSError("no space left on device")

    watcher._listener = fail()
    assert wait(watcher, lambda: (tmp_path / "new.yaml").write_text("a: 1\n", encoding="utf-8")) < 1.0
    watcher.close()


def replace(file: Path, text: str) -> None:
    """Write a file as editors do: another one first, then in its place."""
    other = file.with_name("saving~")
    other.write_text(text, encoding="utf-8")
    other.replace(file)
