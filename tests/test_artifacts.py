"""Output folders: what may be written where, and that nothing of anybody else's is touched."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.artifacts import (
    MANIFEST,
    Artifact,
    ArtifactError,
    ArtifactSet,
    Staleness,
    Written,
    compare,
    is_stale,
    write,
    write_file,
)
from journeymap.artifacts.leftovers import clear_leftovers
from tests.conftest import ROOT


def one(path: str, text: str = "text") -> ArtifactSet:
    """Return a set of one file."""
    return ArtifactSet([Artifact(path, text.encode())])


def listed(folder: Path) -> list[str]:
    """Return what a folder's manifest lists."""
    return list(json.loads((folder / MANIFEST).read_bytes())["files"])


def files_in(folder: Path) -> set[str]:
    """Return the files of a folder without its manifest."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return set(found) - {MANIFEST}


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("", "stay inside"),
        ("/etc/passwd", "stay inside"),
        ("../up.html", "stay inside"),
        ("a/../../b", "stay inside"),
        ("a//b", "stay inside"),
        ("a/./b", "stay inside"),
        ("a/", "stay inside"),
        ("c:/windows", "not every file system"),
        ("a\\b", "not every file system"),
        ("a\0b", "not every file system"),
        ("a\nb", "not every file system"),
        ("a\x85b", "not every file system"),
        ("what?", "not every file system"),
        ("a\ud800", "not every file system"),
        ("dot.", "a space or a dot"),
        ("folder /x", "a space or a dot"),
        ("con", "Windows reserves"),
        ("journeys/NUL/index.html", "Windows reserves"),
        ("com1.txt", "Windows reserves"),
        ("LPT9.tar.gz", "Windows reserves"),
        ("com¹", "Windows reserves"),
        ("con .txt", "Windows reserves"),
        ("x" * 201, "longer than"),
        (MANIFEST, "manifest"),
        (f"{MANIFEST}/x", "manifest"),
    ],
)
def test_an_unsafe_path_is_refused(path: str, reason: str) -> None:
    """Paths that leave the folder, or that some file system cannot take, never become artifacts."""
    with pytest.raises(ArtifactError, match=reason):
        one(path)


@pytest.mark.parametrize(
    "path", ["index.html", "a/b/c.svg", "console.txt", ".nojekyll", "mapa-da-ação.md", "com10"]
)
def test_a_safe_path_is_accepted(path: str) -> None:
    """Ordinary names are fine, also those that only look like reserved ones."""
    assert one(path).paths == (path,)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a.html", "A.html"),
        ("x/a.html", "X/b.html"),
        ("é.md", "e\u0301.md"),
        ("straße", "STRASSE"),
        ("a", "a/b"),
    ],
)
def test_paths_that_meet_somewhere_are_refused(first: str, second: str) -> None:
    """Two files that a case-blind file system would put in one place are an error on every system."""
    with pytest.raises(ArtifactError, match="meet in one place"):
        ArtifactSet([Artifact(first, b""), Artifact(second, b"")])


def test_one_path_cannot_be_made_twice() -> None:
    """Two artifacts on one path are an error, also with the same content."""
    with pytest.raises(ArtifactError, match="made twice"):
        ArtifactSet([Artifact("a", b"1"), Artifact("a", b"1")])


def test_a_set_is_in_order_of_path() -> None:
    """The order in which artifacts are given does not matter."""
    files = ArtifactSet([Artifact("b", b"2"), Artifact("a/c", b"3"), Artifact("a/b", b"1")])

    assert files.paths == ("a/b", "a/c", "b")
    assert [file.content for file in files] == [b"1", b"3", b"2"]
    assert len(files) == 3
    assert "b" in files
    assert "c" not in files
    assert files["b"].content == b"2"


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    """A file whose bytes are the same keeps its time; one that differs is replaced; the rest is reported."""
    first = ArtifactSet([Artifact("a.txt", b"1"), Artifact("deep/b.txt", b"2"), Artifact("gone/c.txt", b"3")])
    assert write(first, tmp_path / "site") == Written(("a.txt", "deep/b.txt", "gone/c.txt"), (), ())
    before = (tmp_path / "site/a.txt").stat().st_mtime_ns
    os.utime(tmp_path / "site/a.txt", ns=(1, 1))

    second = ArtifactSet([Artifact("a.txt", b"1"), Artifact("deep/b.txt", b"two")])
    written = write(second, tmp_path / "site")

    assert written == Written(("deep/b.txt",), ("a.txt",), ("gone/c.txt",))
    assert (tmp_path / "site/a.txt").stat().st_mtime_ns == 1 != before
    assert (tmp_path / "site/deep/b.txt").read_bytes() == b"two"
    assert not (tmp_path / "site/gone").exists()
    assert listed(tmp_path / "site") == ["a.txt", "deep/b.txt"]


def test_a_folder_that_holds_something_else_is_kept(tmp_path: Path) -> None:
    """Removing a stale file removes the folders it left empty, and no others."""
    write(ArtifactSet([Artifact("d/e/a.txt", b"1")]), tmp_path)
    (tmp_path / "d/mine.txt").write_text("mine")

    write(ArtifactSet(), tmp_path)

    assert files_in(tmp_path) == {"d/mine.txt"}
    assert not (tmp_path / "d/e").exists()


def test_stale_files_are_removed_only_when_listed(tmp_path: Path) -> None:
    """Files that the manifest does not list stay, whatever they are called."""
    (tmp_path / "index.htm").write_text("mine")
    write(one("index.html"), tmp_path)

    assert write(ArtifactSet(), tmp_path).removed == ("index.html",)
    assert files_in(tmp_path) == {"index.htm"}


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"[]",
        b'{"files": 3}',
        b'{"files": ["../outside.txt", "/etc/hosts", 7, "x/../../outside.txt"]}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_a_manifest_that_lies_can_do_nothing(tmp_path: Path, manifest: bytes) -> None:
    """A manifest is as hostile as any file: what it lists outside of the folder is not touched."""
    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "outside.txt").write_text("mine")
    (folder / MANIFEST).write_bytes(manifest)

    assert write(one("a.txt"), folder).removed == ()
    assert (tmp_path / "outside.txt").read_text() == "mine"
    assert listed(folder) == ["a.txt"]


def test_a_stale_file_that_became_a_link_is_left_alone(tmp_path: Path) -> None:
    """Nothing is removed through a link that took the place of one of our files or folders."""
    folder = tmp_path / "site"
    write(ArtifactSet([Artifact("x/a.txt", b"1"), Artifact("b.txt", b"1")]), folder)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.txt").write_text("mine")
    (folder / "x/a.txt").unlink()
    (folder / "x").rmdir()
    (folder / "x").symlink_to(tmp_path / "elsewhere")

    assert write(one("b.txt"), folder).removed == ()
    assert (tmp_path / "elsewhere/a.txt").read_text() == "mine"


def test_a_strange_file_in_the_way_stops_everything(tmp_path: Path) -> None:
    """A file that no build of ours made is not overwritten, and nothing else is written either."""
    (tmp_path / "index.html").write_text("mine")

    with pytest.raises(ArtifactError, match="not made by an earlier build"):
        write(ArtifactSet([Artifact("a.txt", b"1"), Artifact("index.html", b"ours")]), tmp_path)

    assert files_in(tmp_path) == {"index.html"}
    assert (tmp_path / "index.html").read_text() == "mine"
    assert not (tmp_path / MANIFEST).exists()


def test_an_equal_file_in_the_way_is_adopted(tmp_path: Path) -> None:
    """A file with the very bytes we would write is ours from now on."""
    (tmp_path / "index.html").write_text("ours")

    assert write(one("index.html", "ours"), tmp_path).unchanged == ("index.html",)
    assert listed(tmp_path) == ["index.html"]


@pytest.mark.parametrize("place", ["site", "site/a", "site/a/b.txt", f"site/{MANIFEST}"])
def test_nothing_is_written_through_a_link(tmp_path: Path, place: str) -> None:
    """A symbolic link anywhere on the way stops the writing before it begins."""
    target = tmp_path / "target"
    target.mkdir()
    (target / "kept.txt").write_text("mine")
    link = tmp_path / place
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(target if place in {"site", "site/a"} else target / "kept.txt")

    with pytest.raises(ArtifactError):
        write(one("a/b.txt"), tmp_path / "site")

    assert files_in(target) == {"kept.txt"}
    assert (target / "kept.txt").read_text() == "mine"


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    """Where a folder stands no file is written, and where a file stands no folder is made."""
    (tmp_path / "site/a.txt").mkdir(parents=True)
    with pytest.raises(ArtifactError, match="stands in its place"):
        write(one("a.txt"), tmp_path / "site")

    (tmp_path / "file").write_text("mine")
    with pytest.raises(ArtifactError, match="not a folder"):
        write(one("a.txt"), tmp_path / "file")


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    """A file is replaced in one step: when that fails the old one is whole and no scrap is left."""
    folder = tmp_path / "locked"
    write(one("a.txt", "old"), folder)

    with pytest.raises(TypeError):
        write_file(folder / "a.txt", "no bytes")  # type: ignore[arg-type]

    assert files_in(folder) == {"a.txt"}
    assert (folder / "a.txt").read_text() == "old"


KILLED = """\
import os, signal, sys
from pathlib import Path
from journeymap.artifacts import Artifact, ArtifactSet, write

replace = Path.replace
def replace_or_die(path, target):
    if target.name == "page.html":
        os.kill(os.getpid(), signal.SIGKILL)
    return replace(path, target)
Path.replace = replace_or_die
write(ArtifactSet([Artifact("d/page.html", b"new")]), Path(sys.argv[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="nothing can be killed like that")
def test_a_run_that_was_killed_leaves_nothing_behind_for_long(tmp_path: Path) -> None:
    """The next build removes what a killed one had not finished, also where the file is no longer made."""
    command = [sys.executable, "-c", KILLED, str(tmp_path)]
    write(ArtifactSet([Artifact("d/page.html", b"old"), Artifact("d/more.html", b"more")]), tmp_path)
    killed = subprocess.run(command, cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    (left,) = tmp_path.rglob("*.tmp")

    assert write(ArtifactSet([Artifact("d/page.html", b"old")]), tmp_path).changed == ()
    assert not left.exists()
    assert not list(tmp_path.rglob("*.tmp"))


@pytest.mark.skipif(sys.platform == "win32", reason="nobody can be asked for a process")
def test_only_what_is_certainly_a_leftover_of_ours_is_removed(tmp_path: Path) -> None:
    """A file of a process that lives, a link, a folder and other names stay; a single file clears as well."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    dead = f".journeymap-{gone.pid}-0.tmp"
    for name in (
        dead,
        f".journeymap-{os.getppid()}-0.tmp",
        ".journeymap-1-0.tmp",
        ".journeymap-9999999999-0.tmp",
        f".journeymap-{gone.pid}-x.tmp",
        f".journeymap-{gone.pid}.tmp",
        f"journeymap-{gone.pid}-0.tmp",
        f".journeymap-{gone.pid}-0.tmp.html",
    ):
        (tmp_path / name).write_text("mine")
    (tmp_path / f".journeymap-{gone.pid}-1.tmp").symlink_to(tmp_path / dead)
    (tmp_path / f".journeymap-{gone.pid}-2.tmp").mkdir()
    before = set(tmp_path.iterdir())

    assert write_file(tmp_path / "new.html", b"1")
    assert before - set(tmp_path.iterdir()) == {tmp_path / dead}


def test_without_a_way_to_ask_for_processes_a_leftover_is_a_day_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There, what another run wrote a moment ago stays, and what is from last week goes."""
    young, old = (tmp_path / f".journeymap-{number}-0.tmp" for number in (7, 8))
    for path in (young, old):
        path.write_text("part")
    os.utime(old, (1_000_000_000, 1_000_000_000))
    beside = tmp_path / "page.html"
    beside.write_text("page")
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(os, "name", "nt")
        clear_leftovers([tmp_path, tmp_path / "nowhere"], beside)
    assert (young.exists(), old.exists()) == (True, False)


def test_a_folder_behind_a_link_is_not_cleared(tmp_path: Path) -> None:
    """Where a folder of ours became a link, what lies behind it is somebody else's."""
    write(ArtifactSet([Artifact("d/a.txt", b"1")]), tmp_path / "site")
    elsewhere = tmp_path / "elsewhere"
    (tmp_path / "site/d").rename(elsewhere)
    (tmp_path / "site/d").symlink_to(elsewhere)
    (elsewhere / ".journeymap-4194305-0.tmp").write_text("mine")
    write(one("b.txt"), tmp_path / "site")
    assert (elsewhere / ".journeymap-4194305-0.tmp").exists()


def test_a_single_file_is_written_when_it_differs(tmp_path: Path) -> None:
    """One file is written like the files of a folder: atomically, when changed, never through a link."""
    path = tmp_path / "new/out.svg"

    assert write_file(path, b"1")
    assert not write_file(path, b"1")
    assert write_file(path, b"2")
    assert path.read_bytes() == b"2"

    (tmp_path / "link").symlink_to(path)
    with pytest.raises(ArtifactError, match="symbolic link"):
        write_file(tmp_path / "link", b"3")
    with pytest.raises(ArtifactError, match="regular file"):
        write_file(tmp_path / "new", b"3")
    assert path.read_bytes() == b"2"


_NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters='<>:"|?*\\/'), min_size=1
)


@given(st.lists(_NAMES, max_size=4).map("/".join))
def test_a_path_is_refused_or_stays_inside(path: str) -> None:
    """Whatever the text, an accepted path is a relative one without steps upwards."""
    try:
        accepted = one(path).paths
    except ArtifactError:
        return
    assert accepted == (path,)
    assert not Path(path).is_absolute()
    assert not {"", ".", ".."} & set(path.split("/"))


def test_what_was_written_is_not_stale(tmp_path: Path) -> None:
    """Right after writing nothing differs, also beside files of others; looking writes nothing."""
    files = ArtifactSet([Artifact("a.txt", b"1"), Artifact("deep/b.txt", b"2")])
    assert compare(files, tmp_path / "site") == Staleness(missing=(MANIFEST, "a.txt", "deep/b.txt"))
    assert not (tmp_path / "site").exists()

    write(files, tmp_path / "site")
    (tmp_path / "site/mine.txt").write_text("mine")
    assert compare(files, tmp_path / "site") == Staleness()


def test_what_differs_is_missing_or_left_over_is_named(tmp_path: Path) -> None:
    """Each stale file is in the list of its kind, and a link is never taken for what it leads to."""
    write(ArtifactSet(Artifact(name, name.encode()) for name in "abcde"), tmp_path)
    (tmp_path / "a").write_text("A")
    (tmp_path / "b").unlink()
    (tmp_path / "d").unlink()
    (tmp_path / "d").symlink_to("target")
    (tmp_path / "target").write_text("d")

    files = ArtifactSet([*(Artifact(name, name.encode()) for name in "abcd"), Artifact("f", b"f")])
    assert compare(files, tmp_path) == Staleness((MANIFEST, "a", "d"), ("b", "f"), ("e",))


def test_a_manifest_that_was_not_committed_is_missing(tmp_path: Path) -> None:
    """Without it the next build could not tell whose the files are."""
    write(one("a.txt"), tmp_path)
    (tmp_path / MANIFEST).unlink()
    assert compare(one("a.txt"), tmp_path) == Staleness(missing=(MANIFEST,))


@given(st.dictionaries(st.sampled_from("abcd"), st.binary(max_size=2)), st.data())
def test_comparing_says_what_writing_would_do(
    tmp_path_factory: pytest.TempPathFactory, before: dict[str, bytes], data: st.DataObject
) -> None:
    """What is changed or missing is what a write replaces, what is left over is what it removes."""
    folder = tmp_path_factory.mktemp("site")
    write(ArtifactSet(Artifact(*item) for item in before.items()), folder)
    after = data.draw(st.dictionaries(st.sampled_from("abcd"), st.binary(max_size=2)))
    files = ArtifactSet(Artifact(*item) for item in after.items())

    staleness = compare(files, folder)
    written = write(files, folder)
    assert {*staleness.changed, *staleness.missing} - {MANIFEST} == set(written.changed)
    assert staleness.extra == written.removed
    assert compare(files, folder) == Staleness()


def test_a_folder_that_could_not_be_written_cannot_be_compared(tmp_path: Path) -> None:
    """A link and a file in the place of the folder are errors here, too."""
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path)
    for name in ("file", "link"):
        with pytest.raises(ArtifactError):
            compare(one("a.txt"), tmp_path / name)


def test_a_single_file_is_stale_unless_it_holds_the_content(tmp_path: Path) -> None:
    """A file that is not there is stale, and so is a folder in its place."""
    (tmp_path / "a").write_bytes(b"1")
    assert not is_stale(tmp_path / "a", b"1")
    assert is_stale(tmp_path / "a", b"2")
    assert is_stale(tmp_path / "a", b"12")
    assert is_stale(tmp_path / "b", b"")
    assert is_stale(tmp_path, b"")
