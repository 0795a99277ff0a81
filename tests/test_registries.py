"""The registries themselves: each entry is named once, documented, and proved by an example or a case."""

import re
from pathlib import Path

import pytest

from journeymap.building.faults import FAULTS as BUILDING
from journeymap.checks import METHOD, Check, Checking, load_checks
from journeymap.cli import COMMANDS, load_command
from journeymap.cli.rule_examples import TODAY, files_of
from journeymap.compiling import compile_files
from journeymap.diagnostics import Fault
from journeymap.markers.faults import FAULTS as MARKERS
from journeymap.reporting import CI_REPORTERS, REPORTERS
from journeymap.rules import load_rules
from journeymap.schema.faults import FAULTS as SCHEMA
from journeymap.suppressing.faults import FAULTS as SUPPRESSING
from journeymap.syntax.faults import FAULTS as SYNTAX
from journeymap.syntax.limits import Limits
from tests.conftest import ROOT, match_golden
from tests.generating.rule_pages import CATEGORIES, compile_example
from tests.generating.settings_schema import write_settings_schema

RULES = load_rules()
CHECKS = load_checks()

GOOD = "journeymap: 1\nkind: journey\nid: demo\ntitle: Demo\nstages:\n  - {id: start, title: Start}\n"

TOO_BIG_TO_PRINT = {
    "too-large": GOOD + "#" * (Limits().bytes + 1),
    "too-long": GOOD + f"summary: {'a' * (Limits().scalar + 1)}\n",
    "too-many-values": GOOD + f"tags: [{'a, ' * (Limits().nodes + 1)}]\n",
}
"""Failing examples that no page can hold."""

NEVER_BY_A_FILE = {"internal-error"}
"""What only a bug of the program causes; the tests of the pipeline plant one."""

WIDEST = 76
"""The columns of an example's line: a page sets it in by four."""

LONGEST = 100
"""The characters of a message that is read at a glance."""

ASKED_FOR = {
    "unknown or ambiguous id": {"unknown-id", "misdirected-reference"},
    "unused library entry": {"unused-library-entry"},
    "cycle": {"circular-expansion", "circular-extension"},
    "duplicate id": {"duplicate-id"},
    "unreachable touchpoint": {"unreachable-touchpoint"},
    "dangling next": {"unknown-id"},
    "shares over 1, or missing on several branches": {"shares-over-one", "branch-without-share"},
    "id-shaped support item without system": {"unknown-id"},
    "no objective": {"no-objective"},
    "objective without KPI": {"objective-without-kpi"},
    "journey without owner, persona, scenario": {
        "journey-without-owner",
        "journey-without-persona",
        "journey-without-scenario",
    },
    "no research, yet published": {"no-research"},
    "evidence older than its policy": {"outdated-evidence"},
    "review overdue": {"review-overdue"},
    "inconsistent channel story": {"channel-switch-without-handover", "contradicting-touchpoint"},
    "no post-purchase stage": {"no-post-purchase"},
    "starts at purchase": {"starts-at-purchase"},
    "stage without touchpoint, emotion, or KPI": {
        "stage-without-touchpoint",
        "stage-without-emotion",
        "stage-without-kpi",
    },
    "flat emotion": {"flat-emotion"},
    "low emotion without pain": {"low-emotion-without-pain"},
    "pain without opportunity": {"pain-without-opportunity"},
    "opportunity without owner, value or addressed pain": {
        "opportunity-without-owner",
        "opportunity-without-value",
        "opportunity-without-pain",
    },
    "moment of truth without KPI": {"moment-of-truth-without-kpi"},
    "no feedback loop": {"no-feedback-loop"},
    "KPI without baseline or target": {"kpi-without-baseline", "kpi-without-target"},
    "target against its direction": {"target-against-direction"},
    "KPI out of the metric's range": {"kpi-out-of-range"},
    "stage named after a department": {"stage-named-after-department"},
    "oversized map": {"oversized-map"},
    "personal data without privacy note or consent": {
        "personal-data-without-privacy",
        "personalization-without-consent",
    },
    "blueprint frontstage without backstage": {"frontstage-without-backstage"},
    "past sunset": {"past-sunset"},
    "missing id once published": {"missing-id"},
    "bidi control or confusable characters": {"bidi-control", "mixed-script"},
}
"""What the language asks to be checked beyond its schema → the rules that do it."""

each_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
each_rule = pytest.mark.parametrize("fault", RULES, ids=lambda fault: fault.name)


def test_the_rules_are_those_of_the_rooms() -> None:
    """No room's kinds of finding are forgotten, and no name stands for two."""
    rooms = (*SYNTAX, *SCHEMA, *BUILDING, *SUPPRESSING, *MARKERS, *(check.fault for check in CHECKS))
    assert sorted(fault.name for fault in RULES) == sorted(fault.name for fault in rooms)
    names = [fault.name for fault in RULES]
    assert len(names) == len(set(names))


@each_rule
def test_a_rule_is_named_and_worded_for_people(fault: Fault) -> None:
    """A name is a few lower-case words, the category is known, and both sentences are there."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+){0,4}", fault.name)
    assert fault.category in CATEGORIES
    for text in (fault.summary, fault.why):
        assert text == text.strip()
        assert text[:1].isupper() or text.startswith("`")
        assert text.endswith(".")


@each_rule
def test_the_failing_example_has_the_fault(fault: Fault) -> None:
    """What the page shows as wrong is found, by this rule."""
    if fault.name in NEVER_BY_A_FILE:
        assert not fault.failing
        return
    example = fault.failing or TOO_BIG_TO_PRINT[fault.name]
    assert fault.name in [each.rule for each in compile_example(example, fault).diagnostics]


@each_rule
def test_the_passing_example_has_no_fault_at_all(fault: Fault) -> None:
    """What the page shows as right is clean; of the method only the rule itself is asked."""
    assert [(each.rule, each.message) for each in compile_example(fault.passing, fault).diagnostics] == []


@pytest.mark.parametrize(
    "fault", [*SCHEMA, *BUILDING, *(check.fault for check in CHECKS)], ids=lambda fault: fault.name
)
def test_an_example_fits_on_a_page_and_works_in_an_empty_folder(fault: Fault) -> None:
    """No line is too long for a terminal of 80 columns, and files that belong together are joined."""
    for example in (fault.failing, fault.passing):
        assert [line for line in example.splitlines() if len(line) > WIDEST] == []
        assert "\n# file: " not in example or "# file: journeymap.y" in example


@each_check
def test_a_failing_example_fails_without_being_asked_for(check: Check) -> None:
    """Its status is one at which the rule speaks, so that a plain check of it says what the page says."""
    found = compile_files(files_of(check.fault.failing), checking=Checking(TODAY)).diagnostics
    told = [each for each in found if each.rule == check.name]
    assert told
    assert all(len(each.message) <= LONGEST and each.help for each in told)


def test_every_module_of_a_rule_is_registered() -> None:
    """Each rule of the method has one module, named for its fault; the list has them all, in order."""
    modules = {path.stem for path in (ROOT / "journeymap/checks/rules").glob("*.py")} - {"__init__"}
    names = list(METHOD)
    assert names == sorted(names)
    assert {name.replace("-", "_") for name in names} == modules
    assert [check.name for check in CHECKS] == names


@each_check
def test_a_rule_of_the_method_says_whose_advice_it_is(check: Check) -> None:
    """It has a source, one function, and never asks less of a published map than of a draft."""
    levels = [level or 0 for level in check.fault.levels]
    assert check.fault.source
    assert (check.in_journey is None) != (check.in_portfolio is None)
    assert levels == sorted(levels)
    assert levels[-1] or check.fault.is_security
    assert all({"type", "default", "description"} <= set(each) for each in check.fault.options.values())


def test_the_settings_schema_knows_every_rule() -> None:
    """Editors offer each rule with its levels and options, and nothing that is no rule."""
    path = ROOT / "schemas" / "workspace.schema.json"
    match_golden(path, write_settings_schema(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("asked", ASKED_FOR)
def test_what_the_language_asks_to_be_checked_has_a_rule(asked: str) -> None:
    """Each fault that the language names beyond its schema is found by a rule."""
    assert ASKED_FOR[asked] <= {fault.name for fault in RULES}


def test_there_are_many_rules_of_the_method() -> None:
    """A reviewer of maps has more than a few things to say."""
    assert len(CHECKS) >= 45


def test_every_rule_has_a_case() -> None:
    """Each rule that a file of sensible size can break is printed by a case, snippet and all."""
    cases = (ROOT / "tests/cases").rglob("*.txt")
    transcripts = "".join(path.read_text(encoding="utf-8") for path in cases)
    printed = set(re.findall(r"^(?:error|warning|info)\[([a-z0-9-]+)\]", transcripts, re.MULTILINE))
    assert printed == {fault.name for fault in RULES} - NEVER_BY_A_FILE - set(TOO_BIG_TO_PRINT)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_explains_itself(name: str) -> None:
    """A command has its registry's name, a summary, and examples that call it."""
    command = load_command(name)
    assert command.name == name
    assert command.examples
    assert all(f"journeymap {name}" in example.line for example in command.examples)
    assert command.summary


def test_reporters_are_the_formats_that_check_offers() -> None:
    """What the registry has, the option takes; nothing else."""
    option = next(each for each in load_command("check").options if "--output-format" in each.names)
    assert set(option.choices) == {*REPORTERS, *CI_REPORTERS, "auto"}


def test_every_public_name_exists() -> None:
    """What a package exports in ``__all__`` it has."""
    from importlib import import_module

    for path in sorted((ROOT / "journeymap").rglob("__init__.py")):
        module = import_module(".".join(path.parent.relative_to(ROOT).parts))
        assert [name for name in getattr(module, "__all__", ()) if not hasattr(module, name)] == []


def test_every_command_module_is_registered() -> None:
    """No module of a command is forgotten in the registry."""
    folder = ROOT / "journeymap" / "cli" / "commands"
    modules = {path.stem.replace("_", "-") for path in Path(folder).glob("*.py")} - {"--init--"}
    assert set(COMMANDS) <= modules
