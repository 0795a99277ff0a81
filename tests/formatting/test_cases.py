"""Files before and after, each pair for one part of the canonical form."""

from pathlib import Path

import pytest

from journeymap.formatting import Formatted, format_document
from journeymap.schema import kind_of
from journeymap.syntax import read_document
from tests.conftest import match_golden

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.name.removesuffix(".before.yaml") for path in CASES.glob("*.before.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_formatted_as_written_down(name: str) -> None:
    """The form of each case is the one that somebody has looked at, and is its own form."""
    for stage in ("before", "after"):
        path = CASES / f"{name}.{stage}.yaml"
        document = read_document("case.journey.yaml", path.read_bytes())
        document = read_document(f"case.{document.data['kind']}.yaml", path.read_bytes())
        kind, _ = kind_of(document)
        assert kind is not None

        result = format_document(document, kind, write_ids=name.endswith(".written"))

        assert isinstance(result, Formatted), result
        match_golden(CASES / f"{name}.after.yaml", result.text)
