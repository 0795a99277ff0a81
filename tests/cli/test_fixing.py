"""Fixing files on disk: what is written, how, and what never is."""

import io
import stat
from pathlib import Path

import pytest

from journeymap.cli import fixing, run
from journeymap.cli.console import Streams
from journeymap.cli.loading import Loaded
from tests.cli.terminals import Screen
from tests.programs import run_journeymap

SLIP = (
    b"journeymap: 1\r\nid: shop\r\ntitle: Shop\r\nreviewed: 2026/10/1 # late\r\n"
    b"stages:\r\n- {id: a, title: A}"
)
MENDED = SLIP.replace(b"2026/10/1", b"2026-10-01")
TODAY = ("--today", "2026-11-01")


def test_bytes_and_mode_stay_but_for_the_fix(tmp_path: Path) -> None:
    """Line breaks, the byte order mark and the mode of a file are its author's."""
    file = tmp_path / "shop.journey.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + SLIP)
    file.chmod(0o640)
    outcome = run_journeymap("check", *TODAY, "--fix", cwd=tmp_path)
    assert (outcome.code, outcome.stderr) == (0, "fixed 1 finding in 1 file\n")
    assert file.read_bytes() == b"\xef\xbb\xbf" + MENDED
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_a_link_is_left_alone_and_said(tmp_path: Path) -> None:
    """What a link leads to may be anybody's."""
    (tmp_path / "real.yaml").write_bytes(SLIP)
    link = tmp_path / "shop.journey.yaml"
    link.symlink_to("real.yaml")
    outcome = run_journeymap("check", *TODAY, "--fix", link.name, cwd=tmp_path)
    assert outcome.code == 1
    assert "`shop.journey.yaml` is a symbolic link and is left as it is" in outcome.stderr
    assert (tmp_path / "real.yaml").read_bytes() == SLIP


def test_only_files_asked_for_are_written(tmp_path: Path) -> None:
    """The rest of the workspace is read, not mended."""
    (tmp_path / "journeymap.yaml").write_text(
        "journeymap: 1\nkind: workspace\ntitle: All\nsite_url: example.com\n"
    )
    for name in ("one", "two"):
        (tmp_path / f"{name}.journey.yaml").write_bytes(SLIP.replace(b"id: shop", b"id: " + name.encode()))
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    run_journeymap("check", *TODAY, "--fix", "one.journey.yaml", cwd=tmp_path)
    changed = [path.name for path, content in before.items() if path.read_bytes() != content]
    assert changed == ["one.journey.yaml"]


def test_a_file_that_changed_meanwhile_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody's edit between reading and writing is not lost."""
    file = tmp_path / "shop.journey.yaml"
    file.write_bytes(SLIP)
    mend = fixing.mend

    def mend_slowly(loaded: Loaded, *args: object, **options: object) -> fixing.Mended:
        mended = mend(loaded, *args, **options)  # type: ignore[arg-type]
        file.write_bytes(SLIP + b"\r\n# mine\r\n")
        return mended

    monkeypatch.setattr(fixing, "mend", mend_slowly)
    outcome = run_journeymap("check", *TODAY, "--fix", cwd=tmp_path)
    assert outcome.code == 2
    assert "cannot write `shop.journey.yaml`: it was changed in the meantime" in outcome.stderr
    assert file.read_bytes().endswith(b"# mine\r\n")


def test_standard_input_keeps_its_bytes(tmp_path: Path) -> None:
    """The mark and the line breaks come out as they came in, even when a file of that name is there."""
    (tmp_path / "shop.journey.yaml").write_bytes(b"title: other\n")
    words = ("check", *TODAY, "--fix", "--stdin-filename", "shop.journey.yaml", "-")
    outcome = run_journeymap(*words, cwd=tmp_path, stdin=b"\xef\xbb\xbf" + SLIP)
    assert outcome.stdout.encode() == b"\xef\xbb\xbf" + MENDED
    assert (tmp_path / "shop.journey.yaml").read_bytes() == b"title: other\n"


def test_a_diff_can_be_applied_and_shows_a_missing_last_line_break(tmp_path: Path) -> None:
    """The diff is raw for programs, with the carriage returns of the file."""
    (tmp_path / "shop.journey.yaml").write_bytes(SLIP)
    outcome = run_journeymap("check", *TODAY, "--diff", cwd=tmp_path)
    assert "-reviewed: 2026/10/1 # late\r\n+reviewed: 2026-10-01 # late\r\n" in outcome.stdout
    assert outcome.stdout.endswith(" - {id: a, title: A}\n\\ No newline at end of file\n")
    assert (tmp_path / "shop.journey.yaml").read_bytes() == SLIP


def test_a_diff_on_a_terminal_cannot_steer_it(tmp_path: Path) -> None:
    """What turns text around is shown as an escape where a person reads it."""
    (tmp_path / "shop.journey.yaml").write_bytes(SLIP.replace(b"Shop", "\u202eShop".encode()))
    screen = Screen()
    streams = Streams(io.BytesIO(), screen, io.StringIO())
    run(["check", *TODAY, "--diff"], streams, environ={}, cwd=str(tmp_path))
    assert "\u202e" not in screen.getvalue()
    assert "\r" not in screen.getvalue()
    assert "+reviewed: 2026-10-01 # late\n" in screen.getvalue()
