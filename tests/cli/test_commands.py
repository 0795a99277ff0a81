"""What scenarios cannot show: bytes, terminals, and removed files."""

import io
from pathlib import Path

import pytest

from journeymap.cli import run
from journeymap.resources import schema_path
from tests.cli.terminals import Screen, console_at, shown
from tests.programs import Capture, run_journeymap

SHOP = """\
journeymap: 1
kind: journey
id: shop
title: A shop
stages: [{id: go, title: Go, touchpoints: [{id: walk, title: '=1+1', channel: web}]}]
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Make a folder with one journey that stands alone."""
    (tmp_path / "shop.journey.yaml").write_text(SHOP)
    return tmp_path


@pytest.mark.parametrize(
    "kind",
    [
        *("journey", "persona", "library", "workspace"),
        *("journey-output", "check-output", "diff-output", "changes-output", "ls-output", "stats-output"),
    ],
)
def test_schema_is_printed_as_shipped(kind: str, tmp_path: Path) -> None:
    """The output is the shipped file, byte for byte."""
    outcome = run_journeymap("schema", kind, cwd=tmp_path)
    assert outcome == (0, schema_path(kind).read_text(encoding="utf-8"), "")


def test_rendering_to_standard_output_gives_the_same_bytes_as_a_file(shop: Path) -> None:
    """A pipe and a file get the same, also where lines end as CSV wants them to."""
    for format in ("html", "svg", "dot", "md", "csv"):
        piped = run_journeymap("render", "-o", "-", "--format", format, cwd=shop)
        assert run_journeymap("render", "-o", f"x.{format}", cwd=shop).code == 0
        assert piped.stdout.encode() == (shop / f"x.{format}").read_bytes()
        assert piped.stderr == ""


def test_formula_is_disarmed_unless_asked_for(shop: Path) -> None:
    """A text that a spreadsheet would calculate is only left as it is on demand."""
    words = ("render", "-o", "-", "--format", "csv", "--table", "touchpoints")
    assert "'=1+1" in run_journeymap(*words, cwd=shop).stdout
    assert "\r\n=1+1" in run_journeymap(*words, "--raw-csv", cwd=shop).stdout


def test_spreadsheet_goes_to_files_and_pipes_but_not_to_terminals(shop: Path) -> None:
    """An Excel workbook is written where bytes are welcome."""
    pytest.importorskip("xlsxwriter")
    assert run_journeymap("render", "-o", "x.xlsx", cwd=shop).code == 0
    assert (shop / "x.xlsx").read_bytes().startswith(b"PK")
    words, pipe = ["render", "-o", "-", "--format", "xlsx"], Capture()
    for stdout, code in ((pipe, 0), (Screen(), 2)):
        console = console_at(shop)
        streams = console.streams._replace(stdout=stdout)
        assert run(words, streams, environ={}, cwd=str(shop)) == code
    assert pipe.bytes.getvalue() == (shop / "x.xlsx").read_bytes()


def test_stale_pages_are_removed_and_foreign_files_stay(shop: Path) -> None:
    """What is no longer made goes; what somebody else put beside it stays."""
    (shop / "journeymap.yaml").write_text("journeymap: 1\nkind: workspace\n")
    (shop / "old.journey.yaml").write_text(SHOP.replace("id: shop", "id: old"))
    run_journeymap("build", cwd=shop)
    (shop / "site" / "mine.txt").write_text("mine")
    (shop / "old.journey.yaml").unlink()
    outcome = run_journeymap("build", "-v", cwd=shop)
    assert "removed journeys/old/index.html\n" in outcome.stderr
    gone = outcome.stderr.count("removed journeys/old/")
    assert f", {gone} removed)" in outcome.stderr
    assert not (shop / "site" / "journeys" / "old").exists()
    assert (shop / "site" / "mine.txt").read_text() == "mine"


def test_build_does_not_read_what_it_wrote(shop: Path) -> None:
    """A site inside the workspace is no part of it."""
    for _ in range(2):
        assert run_journeymap("build", cwd=shop).code == 0
    assert run_journeymap("check", cwd=shop).stdout == "no problems in 1 file\n"


def test_folder_is_no_journey(shop: Path) -> None:
    """A journey is named by its id or its file; a folder of the same name as an id is not in the way."""
    (shop / "more").mkdir()
    for name in ("a", "b"):
        (shop / "more" / f"{name}.journey.yaml").write_text(SHOP.replace("id: shop", f"id: {name}"))
    outcome = run_journeymap("render", "./more", "-o", "x.md", cwd=shop)
    assert outcome == (2, "", "error: `./more` is a folder\n  name a journey's file, or its id\n")
    (shop / "shop").mkdir()
    assert run_journeymap("render", "shop", "-o", "x.md", cwd=shop).code == 0


def test_title_is_asked_for_on_a_terminal(tmp_path: Path) -> None:
    """What is typed becomes the title; Enter takes the proposal; options ask nothing."""
    for number, (typed, options, title) in enumerate(
        [
            (b"City library\n", [], '"City library"'),
            (b"\n", [], "Our journeys"),
            (b"unheard\n", ["--yes"], "Our journeys"),
            (b"unheard\n", ["--title", "Told"], '"Told"'),
        ]
    ):
        console = console_at(tmp_path, typed=typed)
        assert run(["init", f"{number}", *options], console.streams, environ={}, cwd=str(tmp_path)) == 0
        assert f"\ntitle: {title}\n" in (tmp_path / f"{number}" / "journeymap.yaml").read_text()
        assert ("Title of the workspace" in shown(console)[1]) is (not options)


def test_report_is_colored_for_a_terminal(shop: Path) -> None:
    """A terminal gets colour and its own width, a pipe neither."""
    (shop / "shop.journey.yaml").write_text(SHOP.replace("title: A shop", "titel: A shop"))
    console = console_at(shop)
    run(["check"], console.streams, environ={"COLUMNS": "50"}, cwd=str(shop))
    assert "\x1b[1;31merror[" in shown(console)[0]
    plain = console_at(shop)
    run(["check", "--color", "never"], plain.streams, environ={"COLUMNS": "50"}, cwd=str(shop))
    assert "\x1b" not in shown(plain)[0]


def test_standard_input_is_read_up_to_the_limit(tmp_path: Path) -> None:
    """Endless input is refused after as much as a file may hold."""

    class Endless(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            assert size
            assert 0 < size < 10_000_000
            return b"a" * size

    console = console_at(tmp_path, terminal=False)
    streams = console.streams._replace(stdin=Endless())
    assert run(["check", "-", "--output-format", "concise"], streams, environ={}, cwd=str(tmp_path)) == 1
    assert "error[too-large]" in shown(console)[0]
