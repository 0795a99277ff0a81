"""What `journeymap fmt` does to files on disk."""

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from journeymap.cli.differing import write_difference
from journeymap.formatting import Formatted, Refused, format_document
from journeymap.syntax import Document
from tests.programs import run_journeymap

UNTIDY = b"journeymap: 1\nkind: journey\nid:   shop\ntitle: A shop\nstages: [{id: pay, title: Pay}]\n"
TIDY = b"journeymap: 1\nkind: journey\nid: shop\ntitle: A shop\nstages: [{id: pay, title: Pay}]\n"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Return a file that is not in its form."""
    path = tmp_path / "shop.journey.yaml"
    path.write_bytes(UNTIDY)
    return path


def test_a_file_keeps_its_mode(shop: Path) -> None:
    """Who may read a file stays the same, and no other file is left beside it."""
    shop.chmod(0o640)

    outcome = run_journeymap("fmt", cwd=shop.parent)

    assert outcome.code == 0
    assert shop.read_bytes() == TIDY
    assert shop.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in shop.parent.iterdir()] == [shop.name]


def test_a_file_in_its_form_is_not_written(shop: Path) -> None:
    """What does not change keeps its time of change."""
    shop.write_bytes(TIDY)
    os.utime(shop, (1, 1))

    assert run_journeymap("fmt", cwd=shop.parent).code == 0
    assert shop.stat().st_mtime == 1


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_nothing_is_written_when_only_asked(shop: Path, option: str) -> None:
    """Asking what would change changes nothing."""
    run_journeymap("fmt", option, cwd=shop.parent)

    assert shop.read_bytes() == UNTIDY


def test_a_byte_order_mark_goes_and_the_line_ends_stay(shop: Path) -> None:
    """CRLF is kept where the file begins with it, and a mark before the text is dropped."""
    shop.write_bytes(b"\xef\xbb\xbf" + TIDY.replace(b"\n", b"\r\n"))

    assert run_journeymap("fmt", "--check", cwd=shop.parent).code == 1
    assert run_journeymap("fmt", cwd=shop.parent).code == 0
    assert shop.read_bytes() == TIDY.replace(b"\n", b"\r\n")


def test_a_symbolic_link_is_refused(shop: Path) -> None:
    """A link is not replaced by a file; the file it points to can be named instead."""
    link = shop.with_name("link.journey.yaml")
    link.symlink_to(shop.name)

    outcome = run_journeymap("fmt", link.name, cwd=shop.parent)

    assert outcome.code == 2
    assert "`link.journey.yaml` is a symbolic link; name the file it points to" in outcome.stderr
    assert link.is_symlink()
    assert shop.read_bytes() == UNTIDY


@pytest.mark.parametrize(
    ("method", "complaint"),
    [
        ("open", "cannot read `shop.journey.yaml`: permission denied"),
        ("is_file", "cannot read `shop.journey.yaml`: it is not a regular file"),
        ("replace", "cannot write `shop.journey.yaml`: permission denied"),
    ],
)
def test_what_the_system_refuses_does_not_stop_the_others(
    shop: Path, method: str, complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that cannot be read or replaced is named, and the others are formatted."""
    other = shop.with_name("zoo.journey.yaml")
    other.write_bytes(UNTIDY)
    original = getattr(Path, method)

    def refuse(self: Path, *arguments: Any, **options: Any) -> Any:
        if shop in (self, *arguments):
            if method == "is_file":
                return False
            raise PermissionError(13, "Permission denied")
        return original(self, *arguments, **options)

    monkeypatch.setattr(Path, method, refuse)  # nothing is refused to the superuser of a test machine
    outcome = run_journeymap("fmt", cwd=shop.parent)
    monkeypatch.undo()

    assert outcome.code == 2
    assert complaint in outcome.stderr
    assert (shop.read_bytes(), other.read_bytes()) == (UNTIDY, TIDY)


def test_a_result_the_guard_refuses_is_not_written(shop: Path) -> None:
    """Where the result would not say the same, the file stays, is named, and the run fails."""
    long_key = UNTIDY + b"fields:\n  ? " + b"k" * 1_100 + b"\n  : 1\n"
    shop.write_bytes(long_key)

    outcome = run_journeymap("fmt", cwd=shop.parent)

    assert outcome.code == 2
    assert "error[internal-error]: the file was not formatted: the result could not be read" in outcome.stderr
    assert "shop.journey.yaml:1:1" in outcome.stderr
    assert shop.read_bytes() == long_key


def test_only_the_files_named_are_formatted(shop: Path) -> None:
    """A file's workspace is not formatted along with it."""
    settings = shop.with_name("journeymap.yaml")
    settings.write_bytes(b"journeymap:   1\n")

    assert run_journeymap("fmt", shop.name, cwd=shop.parent).code == 0
    assert settings.read_bytes() == b"journeymap:   1\n"
    assert shop.read_bytes() == TIDY


@pytest.mark.parametrize(
    ("before", "after"),
    [("a\nb\n", "a\nc\n"), ("a\r\nb", "a\r\nb\r\n"), ("", "a\n"), ("a", "a\x0cb"), ("a\n", "a")],
)
def test_the_difference_is_one_that_patch_takes(before: str, after: str, tmp_path: Path) -> None:
    """Applied to the old text, a difference gives the new text."""
    path = tmp_path / "a.yaml"
    path.write_bytes(before.encode())
    difference = write_difference("a.yaml", before, after)

    subprocess.run(
        ["git", "apply", "-p0", "--unsafe-paths", "--whitespace=nowarn", "-"],
        input=difference.encode(),
        cwd=tmp_path,
        check=True,
    )

    assert path.read_bytes() == after.encode()


def test_a_fault_of_ours_in_one_file_does_not_stop_the_others(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the program itself fails on a file, that is a finding, and the others are formatted."""
    other = shop.with_name("zoo.journey.yaml")
    other.write_bytes(UNTIDY)

    def fail(document: Document, kind: str, *, write_ids: bool = False) -> Formatted | Refused:
        if document.source.path == shop.name:
            raise KeyError(kind)
        return format_document(document, kind, write_ids=write_ids)

    monkeypatch.setattr("journeymap.formatting.format_document", fail)  # no file is known that does it

    outcome = run_journeymap("fmt", cwd=shop.parent)

    assert outcome.code == 2
    assert "the file was not formatted: the program failed (KeyError)" in outcome.stderr
    assert (shop.read_bytes(), other.read_bytes()) == (UNTIDY, TIDY)
