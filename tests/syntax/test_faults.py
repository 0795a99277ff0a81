"""The kinds of finding: documented, shown by example, and all of them reachable."""

import pytest

from journeymap.diagnostics import Fault, Severity
from journeymap.syntax import read_document
from journeymap.syntax.faults import FAULTS

SHOWN = [fault for fault in FAULTS if fault.failing]


@pytest.mark.parametrize("fault", SHOWN, ids=lambda fault: fault.name)
def test_the_failing_example_fails_by_this_fault_alone(fault: Fault) -> None:
    """What the documentation shows is found, and nothing else."""
    document = read_document("a.journey.yaml", fault.failing.encode("utf-8", "surrogateescape"))
    assert [found.rule for found in document.diagnostics] == [fault.name]
    assert document.diagnostics[0].severity is fault.severity


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_the_passing_example_passes(fault: Fault) -> None:
    """The same text without the fault is clean."""
    assert read_document("a.journey.yaml", fault.passing.encode()).diagnostics == ()


def test_faults_are_in_order_and_errors() -> None:
    """Names are sorted, and only what other tools would read otherwise is a mere warning."""
    names = [fault.name for fault in FAULTS]
    assert names == sorted(set(names))
    assert [fault.name for fault in FAULTS if fault.severity is not Severity.ERROR] == ["ambiguous-scalar"]


def test_a_document_reads_without_the_yaml_library_until_a_file_needs_it() -> None:
    """The catalogue of faults costs no import of the YAML library."""
    import subprocess
    import sys

    code = "import sys, journeymap.syntax, journeymap.syntax.faults; print('yaml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
