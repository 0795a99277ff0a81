"""Every fault the compiler can find, in one list: the rule pages, ``--help`` and the tests read it."""

from typing import Final

from journeymap.building.faults import FAULTS as FAULTS_OF_MEANING
from journeymap.diagnostics import Fault
from journeymap.schema.faults import FAULTS as FAULTS_OF_FORM
from journeymap.syntax.faults import FAULTS as FAULTS_OF_TEXT

RULES: Final[tuple[Fault, ...]] = (*FAULTS_OF_TEXT, *FAULTS_OF_FORM, *FAULTS_OF_MEANING)
