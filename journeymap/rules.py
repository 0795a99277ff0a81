"""Every fault the compiler can find, in one list: the rule pages, ``rule``, settings and tests read it."""

from collections.abc import Mapping
from typing import Final

from journeymap.building.faults import FAULTS as FAULTS_OF_MEANING
from journeymap.checks import CHECKS
from journeymap.diagnostics import Fault
from journeymap.schema.faults import FAULTS as FAULTS_OF_FORM
from journeymap.suppressing.faults import FAULTS as FAULTS_OF_SILENCE
from journeymap.syntax.faults import FAULTS as FAULTS_OF_TEXT

RULES: Final[tuple[Fault, ...]] = (
    *FAULTS_OF_TEXT,
    *FAULTS_OF_FORM,
    *FAULTS_OF_MEANING,
    *FAULTS_OF_SILENCE,
    *(check.fault for check in CHECKS),
)

RULES_BY_NAME: Final[Mapping[str, Fault]] = {fault.name: fault for fault in RULES}
