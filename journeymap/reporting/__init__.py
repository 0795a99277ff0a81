"""Findings as text: one literal registry of the formats.

Owns how findings look. Knows nothing of files on disk, of options or of where the text goes: a
reporter is a function from a report and a style to text. What it prints is safe for a terminal.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from journeymap.reporting.concise import write_concise
from journeymap.reporting.full import write_full
from journeymap.reporting.json import write_json
from journeymap.reporting.report import Report, describe_counts
from journeymap.reporting.safety import safe
from journeymap.reporting.style import PLAIN, Style

Reporter: TypeAlias = Callable[[Report, Style], str]

REPORTERS: Mapping[str, Reporter] = {
    "full": write_full,
    "concise": write_concise,
    "json": write_json,
}

__all__ = ["PLAIN", "REPORTERS", "Report", "Reporter", "Style", "describe_counts", "safe"]
