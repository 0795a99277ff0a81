"""Every fault the compiler can find, in one list: settings, the rule pages, ``rule`` and tests read it."""

from collections.abc import Mapping
from typing import Final

from journeymap.building.faults import FAULTS as FAULTS_OF_MEANING
from journeymap.checks import METHOD, load_check, load_checks
from journeymap.diagnostics import Fault
from journeymap.markers.faults import FAULTS as FAULTS_OF_MARKERS
from journeymap.schema.faults import FAULTS as FAULTS_OF_FORM
from journeymap.suppressing.faults import FAULTS as FAULTS_OF_SILENCE
from journeymap.syntax.faults import FAULTS as FAULTS_OF_TEXT

_LANGUAGE: Final = (
    *FAULTS_OF_TEXT,
    *FAULTS_OF_FORM,
    *FAULTS_OF_MEANING,
    *FAULTS_OF_SILENCE,
    *FAULTS_OF_MARKERS,
)

KNOWN: Final[Mapping[str, Fault]] = {**{fault.name: fault for fault in _LANGUAGE}, **METHOD}
"""Every fault by name; those of the method have their levels and not their documentation."""


def load_rule(name: str) -> Fault:
    """Return a fault with its documentation."""
    return load_check(name).fault if name in METHOD else KNOWN[name]


def load_rules() -> tuple[Fault, ...]:
    """Return every fault with its documentation."""
    return (*_LANGUAGE, *(check.fault for check in load_checks()))
