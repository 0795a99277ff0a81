"""The documented kinds of findings: each example shows its own, and nothing else."""

import re

import pytest

from journeymap.diagnostics import Fault, Severity
from journeymap.schema.faults import FAULTS, SPLIT_TEXT
from tests.schema.finding import find


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_the_failing_example_has_the_fault_alone(fault: Fault) -> None:
    """The example shows exactly what the page is about."""
    assert [each.rule for each in find(fault.failing, path_of(fault.failing))] == [fault.name]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_the_passing_example_is_right(fault: Fault) -> None:
    """The text that is offered instead has nothing wrong."""
    assert find(fault.passing, path_of(fault.passing)) == ()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_the_examples_differ_by_the_fault(fault: Fault) -> None:
    """At most two lines tell the failing text from the passing one."""
    lines = set(fault.failing.splitlines()) ^ set(fault.passing.splitlines())

    assert 1 <= len(lines) <= 2


def test_the_list_is_in_good_form() -> None:
    """Names are unique and kebab-case, all but a cut sentence are errors, and prose is made of sentences."""
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)
    for fault in FAULTS:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", fault.name)
        level = Severity.INFO if fault is SPLIT_TEXT else Severity.ERROR
        assert (fault.category, fault.severity) == ("schema", level)
        assert re.fullmatch(r"[A-Z].*\.", fault.summary)
        assert re.fullmatch(r"[A-Z].*\.", fault.why)


def path_of(example: str) -> str | None:
    """Return the name of an example's file, where it has one."""
    found = re.match(r"# file: (\S+)\n", example)
    return found[1] if found else None
