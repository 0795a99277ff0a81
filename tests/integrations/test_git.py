"""Journeys in git itself: real repositories, real `git diff`, `git log -p` and `git show`."""

import re
import sys
from pathlib import Path

import pytest

from journeymap.reporting.outline import write_outline
from tests.history.repositories import Repository
from tests.integrations.runner import JOURNEY, LESS
from tests.programs import run_journeymap

PROGRAM = str(Path(sys.executable).with_name("journeymap"))
PATH = "maps/shop.journey.yaml"
FOLDED = JOURNEY.replace("title: Buying shoes", 'title: "Buying shoes" # a remark')


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Make a repository that knows of journeys."""
    repository = Repository(tmp_path / "a repository")
    repository.git("config", "diff.journeymap.textconv", f"'{PROGRAM}' textconv")
    repository.git("config", "diff.journeymap.command", f"'{PROGRAM}' git-diff-driver")
    attributes = "*.journey.yaml diff=journeymap\n"
    repository.commit("Draw", {PATH: JOURNEY, ".gitattributes": attributes})
    return repository


def write(repository: Repository, text: str, path: str = PATH) -> None:
    """Write a file without a commit."""
    (repository.folder / path).write_text(text, encoding="utf-8")


def test_git_diff_says_what_changes(repository: Repository) -> None:
    """Instead of lines there is what a customer would notice, with its level."""
    write(repository, LESS)
    shown = repository.git("diff")

    assert shown.startswith(f"{PATH}\n")
    assert re.search(r"breaking .*Gets a receipt", shown)
    assert "@@" not in shown


def test_a_remark_is_no_change(repository: Repository) -> None:
    """Comments and quotes are said to be nothing else."""
    write(repository, FOLDED)
    assert "only comments or the way it is written" in repository.git("diff")


def test_git_diff_shows_new_gone_and_renamed_files(repository: Repository) -> None:
    """Files that are added, deleted and renamed are compared as well, each under its name."""
    write(repository, JOURNEY.replace("id: shop", "id: other"), "maps/other.journey.yaml")
    repository.git("add", "--all")
    assert "maps/other.journey.yaml (new file)\n" in repository.git("diff", "--cached")

    repository.commit("Rename and remove", {"maps/other.journey.yaml": None})
    repository.git("mv", PATH, "maps/bought.journey.yaml")
    write(repository, LESS, "maps/bought.journey.yaml")
    repository.git("add", "--all")
    renamed = repository.git("diff", "--cached", "--find-renames=20%")
    assert renamed.startswith(f"{PATH} → maps/bought.journey.yaml\n")
    assert "Gets a receipt" in renamed

    gone = repository.git("diff", "--cached", "--no-renames")
    assert f"{PATH} (deleted file)\n" in gone
    assert "was removed" in gone


def test_what_is_broken_shows_its_lines(repository: Repository) -> None:
    """A version that is no journey is shown line by line, and git goes on with the next file."""
    write(repository, "stages: [\n")
    (repository.folder / ".gitattributes").write_text("# ours\n*.journey.yaml diff=journeymap\n")
    shown = repository.git("diff")

    assert "cannot be compared as journeys" in shown
    assert "+stages: [" in shown
    assert "+# ours" in shown


def test_a_merge_conflict_is_named(repository: Repository) -> None:
    """An unmerged file is only named, since there is no pair of versions."""
    outcome = run_journeymap("git-diff-driver", PATH, cwd=repository.folder)
    assert outcome.stdout == f"* Unmerged path {PATH}\n"


def test_other_files_lend_their_names(repository: Repository) -> None:
    """What a file refers to is known from the workspace around it."""
    library = "journeymap: 1\nkind: library\nchannels:\n  - {id: till, title: The till}\n"
    files: dict[str, str | None] = {
        "maps/journeymap.yaml": "journeymap: 1\nkind: workspace\n",
        "maps/all.library.yaml": library,
    }
    repository.commit("Share", files)
    write(repository, JOURNEY.replace("title: Pays by card", "title: Pays by card, channel: till"))
    assert "The till" in repository.git("diff")


def test_log_and_show_compare_outlines(repository: Repository) -> None:
    """Git's own diffs show facts on lines of their own, and nothing where only the writing differs."""
    repository.commit("Fold", {PATH: FOLDED})
    repository.commit("Less", {PATH: LESS})
    fold, less = repository.git("show", "HEAD~1"), repository.git("log", "-p", "-1")

    assert "-    touchpoint receipt: Gets a receipt\n" in less
    assert "@@" in less
    assert "@@" not in fold


def test_log_calls_the_driver_when_asked(repository: Repository) -> None:
    """`git log -p --ext-diff` says what each commit changed for the customer."""
    repository.commit("Less", {PATH: LESS})
    shown = repository.git("log", "-p", "--ext-diff", "-1")
    assert re.search(r"breaking .*Gets a receipt", shown)


def test_the_pager_gets_colours(repository: Repository) -> None:
    """Where git has opened its pager there are colours, unless nobody wants any."""
    words = [PATH, "/dev/null", ".", ".", str(repository.folder / PATH), "0", "100644"]
    paged = run_journeymap(
        "git-diff-driver", *words, cwd=repository.folder, environ={"GIT_PAGER_IN_USE": "true"}
    )
    plain = run_journeymap(
        "git-diff-driver",
        *words,
        cwd=repository.folder,
        environ={"GIT_PAGER_IN_USE": "true", "NO_COLOR": "1"},
    )
    assert "\x1b[" in paged.stdout
    assert "\x1b[" not in plain.stdout


def test_a_link_is_not_followed(repository: Repository, tmp_path: Path) -> None:
    """What a link leads to is no part of the repository."""
    (tmp_path / "secret").write_text("secret: 1\n", encoding="utf-8")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "secret")
    words = [PATH, "/dev/null", ".", ".", str(link), "0", "120000"]
    outcome = run_journeymap("git-diff-driver", *words, cwd=repository.folder)
    assert outcome.code == 0
    assert "secret: 1" not in outcome.stdout


def test_a_wrong_call_is_refused(repository: Repository) -> None:
    """Somebody who types it is told who calls it."""
    assert run_journeymap("git-diff-driver", "a", "b", cwd=repository.folder).code == 2
    assert run_journeymap("textconv", cwd=repository.folder).code == 2
    assert run_journeymap("textconv", "missing.yaml", cwd=repository.folder).code == 2


OUTLINE = """\
journey shop: Buying shoes
  status: review
  stage pay: Pay
    touchpoint card: Pays by card
    touchpoint receipt: Gets a receipt
"""


@pytest.mark.parametrize("text", [JOURNEY, FOLDED, JOURNEY.replace("journeymap: 1\nkind: journey\n", "")])
def test_an_outline_is_the_same_however_it_is_written(tmp_path: Path, text: str) -> None:
    """Quotes, remarks and the frame of the file make no difference."""
    (tmp_path / "shop.journey.yaml").write_text(text, encoding="utf-8")
    assert run_journeymap("textconv", "shop.journey.yaml", cwd=tmp_path).stdout == OUTLINE


def test_every_value_has_a_line(tmp_path: Path) -> None:
    """Lists, switches, nothing and paragraphs have one line each, and none commands a terminal."""
    text = (
        "kind: persona\nid: mira\nquotes: []\nactive: true\nage: null\n"
        "summary: |\n  One\n  line.\n\n  Two.\nneeds: [a, b]\nodd: [[1, 2]]\n'x\\e[31m': \"y\\e[31m\"\n"
    )
    (tmp_path / "mira.persona.yaml").write_text(text.replace("'x\\e[31m'", '"x\\e[31m"'), encoding="utf-8")
    shown = run_journeymap("textconv", "mira.persona.yaml", cwd=tmp_path).stdout

    assert "  summary: One line. ¶ Two.\n" in shown
    assert "  active: yes\n  age: nothing\n" in shown
    assert "  quote: none\n" in shown
    assert "  need: a\n  need: b\n" in shown
    assert "  odd: 1; 2\n" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (b"stages: [\n\x1b[31m", "cannot be read as YAML"),
        (b"\xff\xfe", "cannot be read as YAML"),
        (b"just words\n", "just words\n"),
        (b"", ""),
    ],
)
def test_there_is_always_something_to_show(tmp_path: Path, content: bytes, shown: str) -> None:
    """What is no journey is shown as text, and the exit code is that of success."""
    (tmp_path / "x.journey.yaml").write_bytes(content)
    outcome = run_journeymap("textconv", "x.journey.yaml", cwd=tmp_path)
    assert outcome.code == 0
    assert shown in outcome.stdout
    assert "\x1b" not in outcome.stdout


def drive(folder: Path, old: str | None, new: str | None, *renamed: str) -> str:
    """Return what the driver shows of two texts, called as git calls it."""
    words = [PATH]
    for name, text in (("old", old), ("new", new)):
        copy = folder / f"{name}-copy"
        copy.write_text(text or "", encoding="utf-8")
        words += [str(copy) if text is not None else "/dev/null", "0" * 7, "100644"]
    outcome = run_journeymap("git-diff-driver", *words, *renamed, cwd=folder)
    assert outcome.code == 0, outcome.stderr
    return outcome.stdout


def test_each_pair_of_versions_is_named(tmp_path: Path) -> None:
    """New, deleted and renamed files, and those that are the same, say so in their first lines."""
    assert drive(tmp_path, None, JOURNEY).startswith(f"{PATH} (new file)\n")
    assert drive(tmp_path, JOURNEY, None).startswith(f"{PATH} (deleted file)\n")
    renamed = drive(tmp_path, JOURNEY, LESS, "b.journey.yaml", "similarity")
    assert renamed.startswith(f"{PATH} → b.journey.yaml\n")
    assert "nothing changed in it" in drive(tmp_path, JOURNEY, JOURNEY)
    assert "+stages: [" in drive(tmp_path, JOURNEY, "stages: [\n")
    assert "-stages: [" in drive(tmp_path, "stages: [\n", JOURNEY)


def test_a_file_beside_a_workspace_stands_alone(tmp_path: Path) -> None:
    """A workspace that lies below the folder of a file is not the one around it."""
    (tmp_path / "maps" / "inner").mkdir(parents=True)
    (tmp_path / "maps/inner/journeymap.yaml").write_text("journeymap: 1\nkind: workspace\n", encoding="utf-8")
    assert "Gets a receipt" in drive(tmp_path, JOURNEY, LESS)


def test_long_sentences_go_on_below_themselves(tmp_path: Path) -> None:
    """What does not fit the line is wrapped, and stays aligned."""
    shown = drive(tmp_path, JOURNEY, JOURNEY.replace("Buying shoes", "Buying " + "very " * 30 + "good shoes"))
    lines = shown.splitlines()
    assert len(lines) > 3
    assert max(map(len, lines)) <= 80


def test_what_is_no_mapping_has_an_outline() -> None:
    """Data that is only a list is spelled on one line."""
    assert write_outline(["a", {"b": 1}]) == "a; b 1\n"
    assert write_outline({"owner": {"id": "web", "title": "Web"}, "class": ["x"]}, "thing") == (
        "thing\n  class: x\n  owner web: Web\n"
    )
