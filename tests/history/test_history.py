"""What is read from git: who changed which files when, under their names of today, and nothing runs."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.history import Commit, History, NoHistory, read_history
from journeymap.history.commits import write_utc_day
from journeymap.history.git import ask_git, check_revision
from tests.history.repositories import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Make an empty repository."""
    return Repository(tmp_path / "repository")


def read(repository: Repository, folder: str = ".") -> History:
    """Read the history of a folder of a repository."""
    return read_history(str(repository.folder / folder))


def test_commits_come_latest_first_with_their_files(repository: Repository) -> None:
    """Id, day, author, subject and files are those of git; the committer is nobody's business."""
    first = repository.commit("Start", {"a.yaml": "1", "b.yaml": "1"}, when="2026-09-01T10:00:00+0000")
    second = repository.commit("Change a", {"a.yaml": "2"}, when="2026-09-02T10:00:00+0000")

    assert read(repository) == History(
        (
            Commit(second, "2026-09-02", "Mira Muster", "Change a", ("a.yaml",)),
            Commit(first, "2026-09-01", "Mira Muster", "Start", ("a.yaml", "b.yaml")),
        )
    )


def test_days_are_those_of_utc(repository: Repository) -> None:
    """A commit late in the evening of Honolulu is of the next day, wherever the site is built."""
    repository.commit("Late", {"a.yaml": "1"}, when="2026-09-01T20:00:00-1000")

    assert read(repository).commits[0].day == "2026-09-02"


def test_files_keep_their_history_when_they_are_renamed(repository: Repository) -> None:
    """Older commits name a file as it is called today, also after two moves."""
    text = "\n".join(f"line {n}" for n in range(20))
    repository.commit("Start", {"a.yaml": text})
    repository.commit("Rename", {"a.yaml": None, "b.yaml": text})
    repository.commit("Rename again", {"b.yaml": None, "sub/c.yaml": text + "\nmore"})

    assert [commit.files for commit in read(repository).commits] == [("sub/c.yaml",)] * 3


def test_only_the_folder_counts_and_names_begin_there(repository: Repository) -> None:
    """What lies beside the workspace is left out, and paths are those below it."""
    repository.commit("Both", {"maps/a.yaml": "1", "code.py": "1"})
    repository.commit("Code", {"code.py": "2"})

    assert [(commit.subject, commit.files) for commit in read(repository, "maps").commits] == [
        ("Both", ("a.yaml",))
    ]


def test_merges_and_empty_commits_are_left_out(repository: Repository) -> None:
    """Only what changed a file is a change."""
    repository.commit("Start", {"a.yaml": "1"})
    repository.commit("Nothing", {})
    repository.git("checkout", "--quiet", "-b", "side")
    repository.commit("Side", {"b.yaml": "1"})
    repository.git("checkout", "--quiet", "main")
    repository.commit("Main", {"c.yaml": "1"})
    repository.git("merge", "--quiet", "--no-ff", "-m", "Merge", "side")

    assert {commit.subject for commit in read(repository).commits} == {"Start", "Side", "Main"}


@pytest.mark.parametrize(
    "subject", ["M", "", "R100", "\x01\x02", "tab\there", "--output=x", "'\"; rm -rf /", "emoji 🛒 und Größe"]
)
def test_whatever_a_commit_says_it_stays_one_field(repository: Repository, subject: str) -> None:
    """No subject is taken for a status, a path or another commit."""
    options = {"GIT_AUTHOR_NAME": "M"}
    repository.git("config", "commit.gpgsign", "false")
    (repository.folder / "M").write_text("1")
    repository.git("add", "--all")
    repository.git(
        "commit", "--quiet", "--allow-empty-message", "--cleanup=verbatim", "-m", subject, **options
    )
    repository.commit("Last", {"a b\tc.yaml": "1"})

    last, first = read(repository).commits

    assert (first.subject, first.author, first.files) == (subject, "M", ("M",))
    assert last.files == ("a b\tc.yaml",)


def test_names_of_people_are_those_they_chose(repository: Repository) -> None:
    """A ``.mailmap`` corrects who somebody is."""
    repository.commit("Start", {".mailmap": "Mira Neu <mira@example.com>\n"})

    assert read(repository).commits[0].author == "Mira Neu"


def test_a_shallow_clone_says_that_it_is_one(repository: Repository, tmp_path: Path) -> None:
    """Its first commit looks as if it had made every file: it is left out, and the history says it is cut."""
    for number in range(3):
        repository.commit(f"Commit {number}", {f"{number}.yaml": "1"})
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=2", f"file://{repository.folder}", str(clone))

    assert [commit.subject for commit in read_history(str(clone)).commits] == ["Commit 2"]
    assert read_history(str(clone)).is_cut
    assert not read(repository).is_cut


def test_a_long_history_is_cut(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more commits are read than anybody looks at."""
    for number in range(3):
        repository.commit(f"Commit {number}", {f"{number}.yaml": "1"})
    monkeypatch.setattr("journeymap.history.commits.MOST", 2)

    assert [commit.subject for commit in read(repository).commits] == ["Commit 2", "Commit 1"]
    assert read(repository).is_cut


def test_where_there_is_no_history_that_is_said(tmp_path: Path, repository: Repository) -> None:
    """Outside of a repository, in one without commits, and where git is missing, the reason is in words."""
    outside = tmp_path / "outside"
    outside.mkdir()

    with pytest.raises(NoHistory, match="not a git repository"):
        read_history(str(outside))
    with pytest.raises(NoHistory, match="HEAD"):
        read(repository)
    with pytest.raises(NoHistory, match="does not start: No such file"):
        ask_git(str(tmp_path / "nowhere"), "log")


def test_without_git_that_is_said(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to have git who does not ask for the history."""
    monkeypatch.setenv("PATH", "")

    with pytest.raises(NoHistory, match="git is not installed"):
        read(repository)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for git is a shell script")
def test_git_that_hangs_is_given_up(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that does not answer does not stop the build for good."""
    stand_in(tmp_path, "exec sleep 60", monkeypatch)

    with pytest.raises(NoHistory, match=r"no answer within 0\.2 seconds"):
        ask_git(str(repository.folder), "log", timeout=0.2)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for git is a shell script")
def test_git_that_fails_without_a_word_is_a_failure(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An exit code alone is enough to say that there is no history."""
    stand_in(tmp_path, "exit 3", monkeypatch)

    with pytest.raises(NoHistory, match="without a word"):
        ask_git(str(repository.folder), "log")


def stand_in(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a script in the place of git."""
    program = folder / "bin" / "git"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")


def test_nothing_of_the_repository_or_the_surroundings_runs(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pagers, monitors, hooks, external differs, converters and signatures leave no trace."""
    trap = tmp_path / "trap"
    command = f"touch {trap}; cat"
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch {trap}\n")
    script.chmod(0o755)
    repository.commit("Start", {"a.yaml": "1", ".gitattributes": "*.yaml diff=evil filter=evil\n"})
    hooks = repository.folder / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in ("post-index-change", "reference-transaction", "fsmonitor-watchman"):
        (hooks / name).write_text(script.read_text())
        (hooks / name).chmod(0o755)
    for key, value in {
        "core.pager": command,
        "pager.log": command,
        "core.fsmonitor": str(script),
        "diff.external": str(script),
        "diff.evil.textconv": str(script),
        "diff.evil.command": str(script),
        "filter.evil.smudge": str(script),
        "gpg.program": str(script),
        "log.showSignature": "true",
    }.items():
        repository.git("config", key, value)
    for name in ("GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_SSH_COMMAND", "GIT_PROXY_COMMAND", "GIT_TRACE_SETUP"):
        monkeypatch.setenv(name, str(script))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path))

    assert [commit.subject for commit in read(repository).commits] == ["Start"]
    assert not trap.exists()


@pytest.mark.parametrize("revision", ["--output=pwned", "-p", "", "a\nb", "a\x00b"])
def test_a_revision_that_looks_like_an_option_is_refused(repository: Repository, revision: str) -> None:
    """Names of branches come from others; none becomes an option of git."""
    repository.commit("Start", {"a.yaml": "1"})

    with pytest.raises(NoHistory, match="is no name of a revision"):
        read_history(str(repository.folder), revision)
    assert not list(repository.folder.glob("pwned*"))


def test_a_revision_is_a_name(repository: Repository) -> None:
    """The history of a tag ends there; a file of the same name is not meant."""
    repository.commit("Start", {"v1": "1"})
    repository.git("tag", "v1")
    repository.commit("Next", {"v1": "2"})

    assert [commit.subject for commit in read_history(str(repository.folder), "v1").commits] == ["Start"]
    assert check_revision("v1") == "v1"


@given(st.integers())
def test_every_time_is_a_day(seconds: int) -> None:
    """Any number a commit may carry gives ten letters of ISO text, in the order of time."""
    assert len(write_utc_day(seconds)) == len("2026-10-01")
    assert write_utc_day(seconds) <= write_utc_day(seconds + 86_400)


@pytest.mark.parametrize(
    ("seconds", "day"),
    [
        (0, "1970-01-01"),
        (-1, "1969-12-31"),
        (951_782_400, "2000-02-29"),
        (10**18, "9999-12-31"),
        (-(10**18), "0001-01-01"),
    ],
)
def test_known_times(seconds: int, day: str) -> None:
    """Days before 1970, leap days and the ends of the calendar."""
    assert write_utc_day(seconds) == day


def test_files_that_look_like_a_repository_are_none(tmp_path: Path) -> None:
    """A folder with the inside of a repository in it brings neither commits nor settings of its own."""
    inner = Repository(tmp_path / "inner")
    inner.commit("Invented", {"a.yaml": "1"})
    workspace = tmp_path / "workspace"
    shutil.copytree(inner.folder / ".git", workspace)
    (workspace / "a.yaml").write_text("1", encoding="utf-8")

    with pytest.raises(NoHistory, match=r"safe\.bareRepository"):
        read_history(str(workspace))
