"""The registries themselves: each entry is named once, documented, and proved by an example or a case."""

import re
from pathlib import Path

import pytest

from journeymap.building.faults import FAULTS as BUILDING
from journeymap.cli import COMMANDS, load_command
from journeymap.diagnostics import Fault
from journeymap.reporting import REPORTERS
from journeymap.rules import RULES
from journeymap.schema.faults import FAULTS as SCHEMA
from journeymap.syntax.faults import FAULTS as SYNTAX
from journeymap.syntax.limits import Limits
from tests.conftest import ROOT
from tests.generating.rule_pages import CATEGORIES, findings_of

GOOD = "journeymap: 1\nkind: journey\nid: demo\ntitle: Demo\nstages:\n  - {id: start, title: Start}\n"

TOO_BIG_TO_PRINT = {
    "too-large": GOOD + "#" * (Limits().bytes + 1),
    "too-long": GOOD + f"summary: {'a' * (Limits().scalar + 1)}\n",
    "too-many-values": GOOD + f"tags: [{'a, ' * (Limits().nodes + 1)}]\n",
}
"""Failing examples that no page can hold."""

NEVER_BY_A_FILE = {"internal-error"}
"""What only a bug of the program causes; the tests of the pipeline plant one."""

each_rule = pytest.mark.parametrize("fault", RULES, ids=lambda fault: fault.name)


def test_the_rules_are_those_of_the_rooms() -> None:
    """No room's kinds of finding are forgotten, and no name stands for two."""
    assert set(RULES) == {*SYNTAX, *SCHEMA, *BUILDING}
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
    assert fault.name in [each.rule for each in findings_of(example)]


@each_rule
def test_the_passing_example_has_no_fault_at_all(fault: Fault) -> None:
    """What the page shows as right is clean, whatever rule is asked."""
    assert [(each.rule, each.message) for each in findings_of(fault.passing)] == []


def test_every_rule_has_a_case() -> None:
    """Each rule that a file of sensible size can break is printed by a case, snippet and all."""
    transcripts = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests/cases").rglob("*.txt"))
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
    assert set(option.choices) == set(REPORTERS)


def test_every_public_name_exists() -> None:
    """What a package exports in ``__all__`` it has."""
    from importlib import import_module

    for path in sorted((ROOT / "journeymap").rglob("__init__.py")):
        module = import_module(".".join(path.parent.relative_to(ROOT).parts))
        assert [name for name in getattr(module, "__all__", ()) if not hasattr(module, name)] == []


def test_every_command_module_is_registered() -> None:
    """No module of a command is forgotten in the registry."""
    folder = ROOT / "journeymap" / "cli" / "commands"
    modules = {path.stem for path in Path(folder).glob("*.py")} - {"__init__"}
    assert set(COMMANDS) <= modules
