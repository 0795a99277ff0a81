"""The method: what a map may be in spite of a right form, and should not be.

``METHOD`` lists every rule with its levels; each has one module under ``rules/``, loaded when it is asked. A
check sees the model only and reports problems at places; the pipeline turns these into diagnostics.
"""

from journeymap.checks.check import Check, Subject, Survey
from journeymap.checks.engine import Crash, Found, check_portfolio
from journeymap.checks.levels import Checking, Levels
from journeymap.checks.loading import load_check, load_checks
from journeymap.checks.registry import METHOD

__all__ = [
    "METHOD",
    "Check",
    "Checking",
    "Crash",
    "Found",
    "Levels",
    "Subject",
    "Survey",
    "check_portfolio",
    "load_check",
    "load_checks",
]
