"""Markdown files on disk: which are looked at, what stays of their bytes, and where nothing is written."""

import os
import shutil
from pathlib import Path

import pytest

from journeymap.injecting.reading import LARGEST
from tests.conftest import ACCEPT, ROOT
from tests.injecting.samples import END, begin, block
from tests.programs import Outcome, run_journeymap

JOURNEY = """\
journeymap: 1
kind: journey
id: shop
title: A shop
{more}stages:
  - id: decide
    title: Decide
    touchpoints:
      - {{id: pay, title: Pay, emotion: -1, pains: [{{id: late, text: Late cost}}]}}
opportunities:
  - {{id: early, title: Early cost, addresses: [late], customer_value: 4, business_value: 3, effort: 2}}
"""
WORKSPACE = "journeymap: 1\nkind: workspace\ntitle: Shops\n"
TABLE = block("table shop stages")
ROWS = "| Stage | Emotion | Focus |\n| --- | --- | --- |\n| Decide | negative |  |"
FILLED = f"{begin('table shop stages')}\n\n{ROWS}\n\n{END}"


def put(folder: Path, **files: str | bytes) -> Path:
    """Write files into a folder and return it; ``__`` stands for a slash, and .md may be left out."""
    for name, content in files.items():
        path = folder / name.replace("__", "/")
        path = path if path.suffix else path.with_suffix(".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def put_shop(folder: Path, more: str = "", *, workspace: bool = True) -> Path:
    """Write a journey, and the workspace it belongs to."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "shop.journey.yaml").write_text(JOURNEY.format(more=more), encoding="utf-8")
    if workspace:
        (folder / "journeymap.yaml").write_text(WORKSPACE, encoding="utf-8")
    return folder


def inject(folder: Path, *words: str) -> Outcome:
    """Run the command in a folder."""
    return run_journeymap("inject", *words, cwd=folder)


def rules_in(outcome: Outcome) -> list[str]:
    """Return the rules of the findings that were printed."""
    return [
        line.split("[")[1].split("]")[0] for line in outcome.stdout.splitlines() if line.startswith("error[")
    ]


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        (b"", b""),
        (b"", b"\n"),
        (b"\xef\xbb\xbf", b"\n\n\n"),
        (b"\xef\xbb\xbf# A page\r\n\r\n", b"\r\n\x00 \xe2\x80\xa8 no end"),
        (b"mixed\rends\n", b"\r\nof lines\r"),
    ],
)
def test_every_byte_outside_stays(tmp_path: Path, before: bytes, behind: bytes) -> None:
    """The mark at the start, line ends, odd characters and a missing last line end are as they were."""
    page = put(put_shop(tmp_path), page=before + TABLE.encode() + behind) / "page.md"
    page.chmod(0o640)
    assert inject(tmp_path).code == 0
    assert page.read_bytes() == before + FILLED.encode() + behind
    assert page.stat().st_mode & 0o777 == 0o640

    os.utime(page, ns=(1, 1))
    assert inject(tmp_path).stderr == "1 file unchanged: 1 marker\n"
    assert page.stat().st_mtime_ns == 1


def test_folders_that_are_not_ours_are_not_entered(tmp_path: Path) -> None:
    """Hidden folders, packages of others and what was built are left alone; a file can still be named."""
    put_shop(tmp_path)
    assert run_journeymap("build", "-q", cwd=tmp_path).code == 0
    outside = ("_hidden__page", "node_modules__page", "site__page")
    put(tmp_path, **dict.fromkeys(outside, TABLE), deep__er__page=TABLE, notes=FILLED.replace("-->", "->"))
    (tmp_path / "_hidden").rename(tmp_path / ".hidden")
    (tmp_path / "link.md").symlink_to(tmp_path / "deep/er/page.md")

    assert inject(tmp_path, "--check").stdout == "deep/er/page.md\n"
    assert inject(tmp_path, "--check", "site/page.md", ".hidden").stdout == ".hidden/page.md\nsite/page.md\n"


def test_what_cannot_be_read_is_said_and_nothing_is_written(tmp_path: Path) -> None:
    """A link, a file that is no UTF-8, one that is too large, one that is not there: exit code 2."""
    put(put_shop(tmp_path), good=TABLE, latin=b"caf\xe9 journeymap:", large=b"journeymap:" + b"x" * LARGEST)
    put(tmp_path, other=b"caf\xe9 without a marker")
    (tmp_path / "link.md").symlink_to("good.md")
    outcome = inject(tmp_path, "good.md", "latin.md", "large.md", "other.md", "link.md", "none.md", "a.txt")
    assert outcome.code == 2
    assert (tmp_path / "good.md").read_text() == TABLE
    assert outcome.stderr.splitlines() == [
        "error: `link.md` is a symbolic link; name the file it points to",
        "error: `none.md` does not exist",
        "error: `a.txt` does not exist",
        f"error: cannot read `large.md`: it is larger than {LARGEST:,} bytes",
        "error: cannot read `latin.md`: it is not UTF-8",
        "nothing was written",
    ]


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    """What would never end is not read."""
    os.mkfifo(tmp_path / "pipe.md")
    assert inject(tmp_path, "pipe.md").stderr.startswith(
        "error: cannot read `pipe.md`: it is not a regular file"
    )


def test_one_fault_keeps_every_file_as_it_is(tmp_path: Path) -> None:
    """As long as one page is wrong, pages and pictures that are right are not written either."""
    put(put_shop(tmp_path), a=block("flow shop"), b=block("table shop stagse"))
    outcome = inject(tmp_path)
    assert (outcome.code, rules_in(outcome)) == (1, ["unfillable-marker"])
    assert (tmp_path / "a.md").read_text() == block("flow shop")
    assert not (tmp_path / "journeymap").exists()


@pytest.mark.parametrize("kind", ["map shop", "flow shop", "curve shop", "matrix shop", "heatmap"])
@pytest.mark.parametrize("theme", ["auto", "light", "dark"])
def test_a_picture_follows_its_journey(tmp_path: Path, kind: str, theme: str) -> None:
    """Each form is written, found to be up to date, stale once the journey changes, and written again."""
    put(put_shop(tmp_path), page=block(f"{kind} theme={theme} to=images/x.svg"))
    assert inject(tmp_path).stderr == "updated 1 file, wrote 1 picture: 1 marker, 1 picture\n"
    assert inject(tmp_path, "--check").code == 0
    (tmp_path / "shop.journey.yaml").write_text(
        JOURNEY.format(more="").replace("-1", "-2").replace("A shop", "Z")
    )

    stale = inject(tmp_path, "--check")
    assert stale.code == 1
    assert "images/x.svg\n" in stale.stdout
    assert inject(tmp_path).code == 0
    assert inject(tmp_path, "--check").code == 0
    assert (tmp_path / "page.md").read_text().count("](images/x.svg)") == 1


def test_a_picture_has_its_place_beside_the_page(tmp_path: Path) -> None:
    """Without a path it goes to a folder of ours; its address is seen from the page."""
    put(put_shop(tmp_path), docs__page=block("flow shop"), docs__all=block("heatmap"))
    assert inject(tmp_path).code == 0
    assert "](journeymap/shop-flow.svg)" in (tmp_path / "docs/page.md").read_text()
    assert {path.name for path in (tmp_path / "docs/journeymap").iterdir()} == {
        "shop-flow.svg",
        "heatmap.svg",
    }


def test_a_picture_takes_nobodys_place_and_follows_no_link(tmp_path: Path) -> None:
    """A stranger's file, a folder, a link and a link on the way there are each in the way."""
    put_shop(tmp_path / "repo")
    put(tmp_path / "repo", **{"logo.svg": "<svg/>"}, folder__x=TABLE.replace("journeymap", "kept"))
    (tmp_path / "repo/folder.svg").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "repo/link.svg").symlink_to(tmp_path / "outside/a.svg")
    (tmp_path / "repo/images").symlink_to(tmp_path / "outside")
    paths = ("logo.svg", "folder.svg", "link.svg", "images/a.svg")
    put(tmp_path / "repo", page="\n".join(block(f"flow shop to={path}") for path in paths))

    outcome = inject(tmp_path / "repo")
    assert (outcome.code, rules_in(outcome)) == (1, ["misplaced-picture"] * 4)
    assert list((tmp_path / "outside").iterdir()) == []
    assert (tmp_path / "repo/logo.svg").read_text() == "<svg/>"


def test_two_pictures_need_two_places(tmp_path: Path) -> None:
    """The same picture may be shown twice; another one, one that differs in case, or one below it may not."""
    put(put_shop(tmp_path), a=block("flow shop to=x.svg"), docs__b=block("flow shop to=../x.svg"))
    assert inject(tmp_path).stderr == "updated 2 files, wrote 1 picture: 2 markers, 1 picture\n"
    for other in ("curve shop to=x.svg", "flow shop to=X.svg", "curve shop to=x.svg/y.svg"):
        put(tmp_path, c=block(other))
        assert rules_in(inject(tmp_path)) == ["misplaced-picture"]
    put(tmp_path, c=f"{block('flow shop to=new.svg')}\n{block('flow shop to=new.svg/z.svg')}")
    assert rules_in(inject(tmp_path)) == ["misplaced-picture"]


def test_a_repository_is_the_border(tmp_path: Path) -> None:
    """Inside of it pictures and journeys may be anywhere; outside nothing is read and nothing is written."""
    put_shop(tmp_path / "secret", workspace=False)
    put_shop(tmp_path / "repo/journeys")
    (tmp_path / "repo/.git").mkdir()
    (tmp_path / "repo/link.journey.yaml").symlink_to(tmp_path / "secret/shop.journey.yaml")
    good = block("flow ../journeys/shop.journey.yaml to=../images/x.svg")
    put(tmp_path / "repo", docs__good=good)
    put(tmp_path / "repo", docs__out=block("flow ../journeys/shop.journey.yaml to=../../x.svg"))
    put(tmp_path / "repo", docs__read=block("table ../../secret/shop.journey.yaml stages"))
    put(tmp_path / "repo", docs__link=block("table ../link.journey.yaml stages"))

    assert inject(tmp_path / "repo/docs", "good.md").code == 0
    assert (tmp_path / "repo/images/x.svg").is_file()
    assert rules_in(inject(tmp_path / "repo", "docs/out.md")) == ["misplaced-picture"]
    assert rules_in(inject(tmp_path / "repo", "docs/read.md")) == ["unfillable-marker"]
    assert rules_in(inject(tmp_path / "repo", "docs/link.md")) == ["unfillable-marker"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["repo", "secret"]


def test_without_a_repository_the_workspace_or_the_folder_of_the_run_is_the_border(tmp_path: Path) -> None:
    """The larger of both: what a run can see anyway."""
    put_shop(tmp_path / "all/journeys")
    put(tmp_path / "all", docs__page=block("flow ../journeys/shop.journey.yaml to=../x.svg"))
    assert rules_in(inject(tmp_path / "all/docs")) == ["unfillable-marker"]
    assert inject(tmp_path / "all").code == 0
    put(tmp_path / "all", journeys__docs__page=block("flow shop to=../x.svg"))
    assert inject(tmp_path / "all/journeys/docs").code == 0


def test_names_are_those_of_the_workspace_around(tmp_path: Path) -> None:
    """A nested workspace is another one; where there is none around, all below are looked at."""
    put_shop(tmp_path / "a")
    put_shop(tmp_path / "a/inner", "summary: Another one.\n")
    put_shop(tmp_path / "b")
    put(tmp_path, a__page=TABLE, a__inner__page=TABLE, page=TABLE)
    assert inject(tmp_path, "a").code == 0
    outcome = inject(tmp_path, "page.md")
    assert rules_in(outcome) == ["unfillable-marker"]
    assert "3 journeys have the id `shop`" in outcome.stdout
    put(tmp_path, page=block("table b/shop.journey.yaml stages") + "\n" + block("heatmap b"))
    assert inject(tmp_path, "page.md").code == 0
    put(tmp_path, page=block("heatmap"))
    assert "there are 3 workspaces here" in inject(tmp_path, "page.md").stdout


def test_a_name_that_is_not_there_is_answered_with_those_that_are(tmp_path: Path) -> None:
    """Few journeys are listed; many are not, nor are those that cannot be built passed over in silence."""
    put(tmp_path, page=TABLE)
    assert "an id of the workspace around" in inject(tmp_path).stdout
    put_shop(tmp_path)
    put(tmp_path, page=block("table market stages"))
    assert "the journeys are `shop`" in inject(tmp_path).stdout
    for number in range(8):
        text = JOURNEY.format(more="").replace("id: shop", f"id: shop-number-{number}")
        (tmp_path / f"{number}.journey.yaml").write_text(text)
    assert "an id of the workspace around" in inject(tmp_path).stdout

    put(tmp_path / "lone", page=TABLE, **{"shop.journey.yaml": "journeymap: 1\nkind: journey\nid: shop\n"})
    (tmp_path / "journeymap.yaml").unlink()
    assert set(rules_in(inject(tmp_path, "lone"))) == {"unfillable-marker", "missing-key"}


def test_errors_of_other_workspaces_are_not_in_the_way(tmp_path: Path) -> None:
    """Only what a page shows has to be right."""
    put_shop(tmp_path / "good")
    put(tmp_path, bad__x="", **{"bad/x.journey.yaml": "journeymap: 1\nkind: journey\nid: x\n"})
    put(tmp_path, page=TABLE)
    assert inject(tmp_path).code == 0


def test_what_is_internal_is_left_out_for_the_public(tmp_path: Path) -> None:
    """A journey that not everybody may see is not there for them."""
    put(put_shop(tmp_path), page=TABLE)
    outcome = inject(tmp_path, "--visibility", "public")
    assert rules_in(outcome) == ["unfillable-marker"]
    put_shop(tmp_path, "visibility: public\n")
    stale = inject(tmp_path, "--visibility", "public", "--check")
    assert stale.stderr.endswith("  journeymap inject --visibility public\n")


def test_a_flow_that_cannot_be_laid_out_is_no_flow(tmp_path: Path) -> None:
    """With a layout program that is not there, nothing is written and the reason is said."""
    put(put_shop(tmp_path), page=block("flow shop"))
    outcome = inject(tmp_path, "--engine", "no-such-program", "--check")
    assert outcome.code == 2
    assert "no-such-program" in outcome.stderr
    assert not (tmp_path / "journeymap").exists()


def test_a_path_too_long_for_the_system_is_said(tmp_path: Path) -> None:
    """What only the system can refuse ends with 2, and without a trace of the program."""
    put(put_shop(tmp_path), page=block(f"flow shop to={'deep/' * 2000}x.svg"))
    outcome = inject(tmp_path)
    assert outcome.code == 2
    assert "too long" in outcome.stderr


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's reason is passed on; a full disk cannot be had for a test, so its answer is planted."""
    put(put_shop(tmp_path), page=TABLE)

    def refuse(path: Path, content: bytes) -> bool:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("journeymap.artifacts.write_file", refuse)
    outcome = inject(tmp_path)
    assert (outcome.code, outcome.stderr) == (2, "error: cannot write `page.md`: no space left on device\n")


def test_the_same_files_make_the_same_bytes_everywhere(tmp_path: Path) -> None:
    """Neither the folder's place nor the folder of the run nor the order of the files matters."""
    pages = {
        "page": "\n\n".join(block(each) for each in ("tables shop", "map shop", "mermaid shop form=flow")),
        "docs__other": "\n\n".join(block(each) for each in ("flow shop", "heatmap", "curve shop")),
    }
    results = []
    for place, words in (
        ("a", ()),
        ("b/c", ("docs", "page.md")),
        ("d", ("page.md", "docs", "docs/other.md")),
    ):
        put(put_shop(tmp_path / place), **pages)
        assert inject(tmp_path / place, *words).code == 0
        files = sorted(path for path in (tmp_path / place).rglob("*") if path.suffix in (".md", ".svg"))
        results.append([(path.relative_to(tmp_path / place), path.read_bytes()) for path in files])
    assert len(results[0]) == 6
    assert results[0] == results[1] == results[2]


def test_the_project_uses_it_itself() -> None:
    """The README and the examples show tables and a picture that are up to date."""
    if ACCEPT:
        inject(ROOT)
    outcome = inject(ROOT, "--check")
    assert (outcome.code, outcome.stdout) == (0, ""), outcome
    assert "2 files up to date" in outcome.stderr


def test_the_projects_tables_follow_their_journeys(tmp_path: Path) -> None:
    """A change of the example makes the table in its README stale."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    file = tmp_path / "examples/quickstart.journey.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("Poster at the bus stop", "Poster"), encoding="utf-8"
    )
    assert inject(tmp_path, "--check").stdout == "examples/README.md\n"


def test_a_file_that_holds_only_a_misspelt_marker_is_looked_at(tmp_path: Path) -> None:
    """A slip in the one marker of a file does not hide the file."""
    put(
        put_shop(tmp_path),
        README=f"<!-- jouneymap:table shop stages -->\n{END}\n",
        notes="<!-- remark: -->\n",
    )
    outcome = inject(tmp_path)

    assert outcome.code == 1
    assert rules_in(outcome) == ["unknown-marker"]
    assert "README.md:1:6" in outcome.stdout


def test_a_heatmap_without_a_workspace_says_what_to_do(tmp_path: Path) -> None:
    """Two lines make a workspace of journeys that stand alone; then the picture is drawn."""
    put(put_shop(tmp_path, workspace=False), README=block("heatmap") + "\n")
    outcome = inject(tmp_path)
    put(tmp_path, **{"journeymap.yaml": "journeymap: 1\nkind: workspace\n"})

    assert outcome.code == 1
    assert rules_in(outcome) == ["unfillable-marker"]
    assert "`journeymap: 1` and `kind: workspace`" in outcome.stdout
    assert inject(tmp_path).code == 0
    assert (tmp_path / "journeymap" / "heatmap.svg").exists()


def test_nothing_is_written_where_one_file_cannot_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of several files none is written when one of them may not be: no half of a change is committed."""
    folder = put(put_shop(tmp_path), a=TABLE, b=TABLE)
    (folder / "b.md").chmod(0o444)
    really = os.access

    def ask(path: Path, mode: int) -> bool:  # as the system answers all but the one who may write everything
        return really(path, mode) and not (path == folder / "b.md" and mode == os.W_OK)

    monkeypatch.setattr("os.access", ask)
    outcome = inject(folder)

    assert outcome.code == 2
    assert outcome.stderr.splitlines() == [
        "error: cannot write `b.md`: permission denied",
        "nothing was written",
    ]
    assert (folder / "a.md").read_text(encoding="utf-8") == TABLE
