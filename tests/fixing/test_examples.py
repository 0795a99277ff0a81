"""Every fix of every rule, on the rule's own example: its finding goes, and none comes."""

import pytest

from journeymap.checks import Checking
from journeymap.cli.rule_examples import files_of
from journeymap.diagnostics import Fault
from journeymap.fixing import Choice, apply_fixes
from journeymap.rules import load_rules
from tests.fixing.samples import TODAY, checker, fixed

RULES = load_rules()

WITH_ANOTHER = {"key-not-text", "not-a-number"}
"""The rules whose example has a second fault, which shows only when the first is gone."""

with_example = pytest.mark.parametrize(
    "fault",
    [fault for fault in RULES if fault.failing and fault.category != "marker"],  # those are in Markdown
    ids=lambda fault: fault.name,
)


@with_example
def test_a_fix_removes_its_finding_and_adds_none(fault: Fault) -> None:
    """Each fix of the failing example is applied alone and checked from scratch."""
    files = {path: content.decode("utf-8", "surrogateescape") for path, content in files_of(fault.failing)}
    check = checker(files, checking=Checking(TODAY, select=frozenset({fault.name})))
    before = check({})
    for finding in before.diagnostics:
        for fix in finding.fixes:
            done = apply_fixes(before.sources, [Choice(finding, fix)])
            assert done.texts
            after = check(done.texts)
            assert finding.fingerprint not in [each.fingerprint for each in after.diagnostics]
            if fault.name not in WITH_ANOTHER:
                known = {each.fingerprint for each in before.diagnostics}
                assert [each.message for each in after.diagnostics if each.fingerprint not in known] == []


@with_example
def test_safe_fixes_change_no_meaning(fault: Fault) -> None:
    """After all safe fixes the portfolio is the same, or more of it could be built."""
    files = {path: content.decode("utf-8", "surrogateescape") for path, content in files_of(fault.failing)}
    checking = Checking(TODAY, select=frozenset({fault.name}))
    before = checker(files, checking=checking)({})
    mended = fixed(files, checking=checking)
    if not any(each.category in ("syntax", "schema") for each in before.diagnostics):
        assert mended.checked.portfolio == before.portfolio
    assert len(mended.checked.portfolio.journeys) >= len(before.portfolio.journeys)
