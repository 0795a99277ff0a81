"""Each format of one shared set of findings and one of changes, as committed and looked at."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from journeymap import __version__
from journeymap.reporting import CI_REPORTERS
from journeymap.reporting.notices import NoticeReport
from tests.conftest import match_golden
from tests.reporting.ci import platforms
from tests.reporting.ci.scenes import check_notices, diff_notices, no_notices

GOLDENS = Path(__file__).parent / "goldens"
SUFFIXES = {"sarif": "sarif", "github": "txt", "gitlab": "json", "junit": "xml", "rdjson": "json"}
REPORTS = {"check": check_notices, "diff": diff_notices, "clean": no_notices}
READERS: dict[str, Callable[[str], object]] = {
    "sarif": platforms.read_sarif,
    "github": platforms.read_commands,
    "gitlab": platforms.read_gitlab,
    "junit": platforms.read_junit,
    "rdjson": platforms.read_rdjson,
}


def test_each_format_has_a_golden_and_a_reader() -> None:
    """No format is left out of these tests."""
    assert set(SUFFIXES) == set(READERS) == set(CI_REPORTERS)


@pytest.mark.parametrize("format", CI_REPORTERS)
@pytest.mark.parametrize("name", REPORTS)
def test_the_format_is_as_committed_and_taken(name: str, format: str) -> None:
    """What is written is what was looked at, and its platform takes it; the same twice."""
    build: Callable[[], NoticeReport] = REPORTS[name]
    text = CI_REPORTERS[format](build())
    assert text == CI_REPORTERS[format](build())
    READERS[format](text)
    shown = re.sub(rf'(?<=ersion": "){re.escape(__version__)}(?=")', "VERSION", text)
    match_golden(GOLDENS / f"{name}.{format}.{SUFFIXES[format]}", shown)
