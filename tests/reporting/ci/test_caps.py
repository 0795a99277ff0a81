"""A report of any size stays within what the platforms take, and keeps what matters most."""

import gzip
import json
from functools import cache

import pytest

from journeymap.diagnostics import Diagnostic, Severity
from journeymap.reporting import CI_REPORTERS, Report
from journeymap.reporting.ci.sarif import Caps, write_sarif
from journeymap.reporting.notices import NoticeReport, notices_of_report
from journeymap.source import SourceFile
from tests.reporting.ci.platforms import SARIF, read_commands, read_sarif
from tests.reporting.ci.scenes import FAULT

MANY = 30_000
SOURCE = SourceFile("maps/shop.journey.yaml", "a: b\n" * MANY)
LEVELS = (Severity.INFO, Severity.WARNING, Severity.ERROR)


@cache
def many(number: int = MANY) -> NoticeReport:
    """Return as many notices, the errors scattered among the others."""
    found = tuple(_found(index) for index in range(number))
    report = Report(found, {SOURCE.path: SOURCE}, 1)
    return notices_of_report(report, find_rule=lambda _: None, looked_at=[SOURCE.path], text="all of them\n")


def _found(index: int) -> Diagnostic:
    at = SOURCE.span(5 * index, 5 * index + 1)
    level = LEVELS[index % 3]
    return FAULT.found(f"finding {index}", at, entity=f"journey:j{index}", severity=level)


def test_sarif_keeps_the_gravest_results() -> None:
    """Of too many results GitHub gets those that it takes, every error among them, and a count."""
    text = CI_REPORTERS["sarif"](many())
    (run,) = json.loads(text)["runs"]
    results = run["results"]
    assert len(results) == 25_000
    assert [each["level"] for each in results[::5_000]] == ["error", "error", "warning", "warning", "note"]
    (said,) = run["invocations"][0]["toolExecutionNotifications"]
    assert said["message"]["text"].startswith("5,000 more results were left out")
    assert len(gzip.compress(text.encode(), 6)) < 10_000_000
    few = {**json.loads(text), "runs": [{**run, "results": results[:50]}]}
    SARIF.validate(few)


def test_sarif_stays_within_the_size_that_is_taken() -> None:
    """Where words are long, fewer results go along; those that stay are still the gravest."""
    caps = Caps(size=5_000)
    run = read_sarif(write_sarif(many(600), caps))
    assert 0 < len(run["results"]) < 600
    assert {each["level"] for each in run["results"]} == {"error"}
    assert "toolExecutionNotifications" in run["invocations"][0]


def test_a_few_results_stay_in_their_order() -> None:
    """Below the caps a report reads in the order of the files."""
    results = read_sarif(CI_REPORTERS["sarif"](many(30)))["results"]
    assert [each["message"]["text"] for each in results] == [f"finding {index}" for index in range(30)]


def test_github_gets_ten_annotations_of_a_level() -> None:
    """The tenth says how many more there are, and the log follows."""
    text = CI_REPORTERS["github"](many())
    commands = read_commands(text)
    assert [each.name for each in commands] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert [each.data for each in commands[9::10]] == ["and 9,991 more; the log has them all"] * 3
    assert "file" not in commands[9].properties
    assert text.endswith("\nall of them\n")
    assert len(read_commands(CI_REPORTERS["github"](many(30)))) == 30


@pytest.mark.parametrize("format", ["gitlab", "junit", "rdjson"])
def test_others_get_everything(format: str) -> None:
    """Formats without a cap hold all findings, in sizes that their platforms take."""
    text = CI_REPORTERS[format](many())
    assert text.count("finding 29999") >= 1
    assert len(text) < 100_000_000
