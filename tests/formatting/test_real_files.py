"""The files that people read first are in their form, and every real file can be brought into it."""

from pathlib import Path

import pytest

from journeymap.formatting import Formatted, can_be_formatted, format_document
from journeymap.schema import kind_of
from journeymap.syntax import read_document
from tests.conftest import ROOT
from tests.programs import run_journeymap

REAL = sorted(
    path
    for folder in ("examples", "templates/new", "tests/cases", "tests/schema/complete")
    for path in (ROOT / folder).rglob("*.y*ml")
)


@pytest.mark.parametrize("folder", ["examples", "templates/new"])
def test_what_people_read_first_is_in_its_form(folder: str) -> None:
    """`fmt --check` finds nothing to do in the examples and in what `init` writes."""
    outcome = run_journeymap("fmt", "--check", folder, cwd=ROOT)

    assert (outcome.code, outcome.stdout) == (0, "")


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.relative_to(ROOT).as_posix())
@pytest.mark.parametrize("write_ids", [False, True])
def test_every_real_file_is_formatted_once_and_for_all(path: Path, *, write_ids: bool) -> None:
    """Each file that can be read is formatted, and formatted it has its form."""
    document = read_document(path.name, path.read_bytes())
    kind, _ = kind_of(document)
    if kind is None or not can_be_formatted(document):
        return

    result = format_document(document, kind, write_ids=write_ids)

    assert isinstance(result, Formatted), result
    again = read_document(path.name, result.text.encode())
    assert format_document(again, kind, write_ids=write_ids) == Formatted(result.text, changed=False)
