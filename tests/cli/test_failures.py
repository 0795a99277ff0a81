"""What happens when the program itself or the system fails: one line of words, and exit code 2."""

from pathlib import Path

import pytest

from journeymap.cli.commands import check
from journeymap.cli.options import Values
from journeymap.site import BrokenLink, BrokenLinks
from tests.programs import run_journeymap

SHOP = "journeymap: 1\nkind: journey\nid: shop\ntitle: A shop\nstages: [{id: go, title: Go}]\n"


def break_with(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Plant a fault into the command ``check``."""

    def run(_: Values, __: object) -> int:
        raise error

    monkeypatch.setattr(check, "COMMAND", check.COMMAND._replace(run=run))


def test_own_fault_is_confessed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A bug is one line that says it is one; the traceback is for those who ask."""
    break_with(ValueError("half a\x1bthought"), monkeypatch)
    outcome = run_journeymap("check", cwd=tmp_path)
    assert outcome.code == 2
    assert outcome.stderr == (
        "error: journeymap failed by its own fault: ValueError: half a\\x1bthought\n"
        "  this is a bug, not a mistake of yours; `--traceback` shows where it happened\n"
    )


def test_traceback_is_shown_on_demand(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With the option the place comes first and the words last, even for the quiet."""
    break_with(ValueError("half a\x1bthought"), monkeypatch)
    lines = run_journeymap("check", "--traceback", "-q", cwd=tmp_path).stderr.splitlines()
    assert lines[0] == "Traceback (most recent call last):"
    assert lines[-2].startswith("error: journeymap failed by its own fault")
    assert not any("\x1b" in line for line in lines)


def test_interrupt_has_its_own_code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An interrupted run ends with 130, and says so unless quiet."""
    break_with(KeyboardInterrupt(), monkeypatch)
    assert run_journeymap("check", cwd=tmp_path) == (130, "", "interrupted\n")
    assert run_journeymap("check", "-q", cwd=tmp_path) == (130, "", "")


def test_refusal_of_the_system_is_told_with_the_path(tmp_path: Path) -> None:
    """A folder that cannot be made is named as the reader knows it."""
    (tmp_path / "file").write_text("mine")
    (tmp_path / "shop.journey.yaml").write_text(SHOP)
    for words in (["init", "file/below"], ["schema", "--write", "file/below"], ["build", "-o", "file/below"]):
        outcome = run_journeymap(*words, cwd=tmp_path)
        assert (outcome.code, outcome.stdout) == (2, "")
        assert outcome.stderr.startswith("error: the system refuses `file")
    assert (tmp_path / "file").read_text() == "mine"


def test_refusal_without_a_path_is_told_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Not every refusal has a path or words of its own."""
    break_with(TimeoutError(), monkeypatch)
    assert run_journeymap("check", cwd=tmp_path).stderr == "error: the system refuses: timeouterror\n"


def test_render_says_what_stands_in_the_way(tmp_path: Path) -> None:
    """An output that is a link or below a file is refused in words."""
    (tmp_path / "shop.journey.yaml").write_text(SHOP)
    (tmp_path / "link.md").symlink_to("elsewhere.md")
    link = run_journeymap("render", "-o", "link.md", cwd=tmp_path)
    below = run_journeymap("render", "-o", "shop.journey.yaml/x.md", cwd=tmp_path)
    assert (link.code, below.code) == (2, 2)
    assert link.stderr == (
        "error: cannot write link.md: `link.md` is a symbolic link; name the file it\n"
        "points to\n  nothing was written; name another place with -o\n"
    ).replace("it\npoints", "it\n  points")
    assert below.stderr.startswith("error: `shop.journey.yaml/x.md` cannot be written: ")
    assert not (tmp_path / "elsewhere.md").exists()


def test_render_writes_all_files_or_none(tmp_path: Path) -> None:
    """What cannot be written keeps the others from being written, and no source is ever written over."""
    (tmp_path / "shop.journey.yaml").write_text(SHOP)
    (tmp_path / "link.md").symlink_to("elsewhere.md")
    (tmp_path / "folder.md").mkdir()
    for bad in ("link.md", "folder.md", "./a.md", "shop.journey.yaml", "journeymap.yml"):
        words = ("render", "-o", "a.md", "-o", bad, *(("--format", "md") if bad.endswith("ml") else ()))
        done = run_journeymap(*words, cwd=tmp_path)
        assert done.code == 2, done.stderr
        assert not (tmp_path / "a.md").exists()
    assert (tmp_path / "shop.journey.yaml").read_text() == SHOP
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder.md", "link.md", "shop.journey.yaml"]


def test_broken_links_keep_the_site_from_being_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """When a page of ours points to nothing, each such link is named and nothing is written."""

    def build_broken(*_: object) -> None:
        raise BrokenLinks((BrokenLink("index.html", "gone.html", "is not there"),))

    (tmp_path / "shop.journey.yaml").write_text(SHOP)
    monkeypatch.setattr("journeymap.site.build_site", build_broken)
    outcome = run_journeymap("build", cwd=tmp_path)
    assert outcome == (
        1,
        "",
        "error: index.html: the link to `gone.html` is not there\nnothing was written\n",
    )
    assert not (tmp_path / "site").exists()


def test_picture_that_cannot_be_taken_is_named(tmp_path: Path) -> None:
    """A picture that is too large or not a file is left out with a reason, and the build goes on."""
    long = "n" * 300
    images = f"images: [big.png, dir.png, {long}.png]"
    shop = SHOP.replace("title: Go", f"title: Go, touchpoints: [{{id: t, title: T, {images}}}]")
    (tmp_path / "shop.journey.yaml").write_text(shop)
    (tmp_path / "dir.png").mkdir()
    with (tmp_path / "big.png").open("wb") as big:
        big.truncate(64 * 1024 * 1024)
    outcome = run_journeymap("build", cwd=tmp_path)
    assert outcome.code == 0
    assert "note: picture `big.png` is larger than 16,777,216 bytes\n" in outcome.stderr
    assert "note: picture `dir.png` does not exist\n" in outcome.stderr
    assert f"note: picture `{long}.png` cannot be read: OSError\n" in outcome.stderr
