"""Findings as text: one literal registry of the formats, and one of those that CI systems take.

Owns how findings look. Knows nothing of files on disk, of options or of where the text goes: a
reporter is a function from a report and a style to text, one for a CI system from a report of notices.
What it prints is safe for a terminal. Each loads its own module, since a run without findings prints none.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from journeymap.reporting.report import Report, describe_counts
from journeymap.reporting.safety import safe
from journeymap.reporting.style import PLAIN, Style

if TYPE_CHECKING:
    from journeymap.reporting.notices import NoticeReport

Reporter: TypeAlias = Callable[[Report, Style], str]
CiReporter: TypeAlias = "Callable[[NoticeReport], str]"


def report_in_full(report: Report, style: Style) -> str:
    """Return every finding with the lines it is about and what to do."""
    from journeymap.reporting.full import write_full

    return write_full(report, style)


def report_concisely(report: Report, style: Style) -> str:
    """Return a line for each finding."""
    from journeymap.reporting.concise import write_concise

    return write_concise(report, style)


def report_as_json(report: Report, style: Style) -> str:
    """Return the findings as data."""
    from journeymap.reporting.json import write_json

    return write_json(report, style)


def report_as_sarif(report: "NoticeReport") -> str:
    """Return the notices as SARIF, for code scanning."""
    from journeymap.reporting.ci.sarif import write_sarif

    return write_sarif(report)


def report_for_github(report: "NoticeReport") -> str:
    """Return the notices as annotations of GitHub Actions, and the report for people."""
    from journeymap.reporting.ci.github import write_github

    return write_github(report)


def report_for_gitlab(report: "NoticeReport") -> str:
    """Return the notices as a code quality report of GitLab."""
    from journeymap.reporting.ci.gitlab import write_gitlab

    return write_gitlab(report)


def report_as_junit(report: "NoticeReport") -> str:
    """Return the notices as the results of tests."""
    from journeymap.reporting.ci.junit import write_junit

    return write_junit(report)


def report_as_rdjson(report: "NoticeReport") -> str:
    """Return the notices for reviewdog."""
    from journeymap.reporting.ci.rdjson import write_rdjson

    return write_rdjson(report)


REPORTERS: Mapping[str, Reporter] = {
    "full": report_in_full,
    "concise": report_concisely,
    "json": report_as_json,
}
CI_REPORTERS: Mapping[str, CiReporter] = {
    "sarif": report_as_sarif,
    "github": report_for_github,
    "gitlab": report_for_gitlab,
    "junit": report_as_junit,
    "rdjson": report_as_rdjson,
}
"""The formats of CI systems, which findings and changes share."""

__all__ = [
    "CI_REPORTERS",
    "PLAIN",
    "REPORTERS",
    "CiReporter",
    "Report",
    "Reporter",
    "Style",
    "describe_counts",
    "safe",
]
