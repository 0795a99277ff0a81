"""Findings as text: one literal registry of the formats.

Owns how findings look. Knows nothing of files on disk, of options or of where the text goes: a
reporter is a function from a report and a style to text. What it prints is safe for a terminal. Each
loads its own module, since a run without findings prints none.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from journeymap.reporting.report import Report, describe_counts
from journeymap.reporting.safety import safe
from journeymap.reporting.style import PLAIN, Style

Reporter: TypeAlias = Callable[[Report, Style], str]


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


REPORTERS: Mapping[str, Reporter] = {
    "full": report_in_full,
    "concise": report_concisely,
    "json": report_as_json,
}

__all__ = ["PLAIN", "REPORTERS", "Report", "Reporter", "Style", "describe_counts", "safe"]
