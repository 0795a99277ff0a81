"""The prose is held to the program: generated pages, links, paths, commands, and every example in a fence.

``tests/fences.py`` tells which markers a fenced block may have. ``JOURNEYMAP_ACCEPT=1`` rewrites generated
pages and what commands print.
"""

import re
import shlex
from functools import cache
from pathlib import Path

import pytest
import yaml

from journeymap.cli import COMMANDS, load_command
from journeymap.cli.options import COMMON_OPTIONS
from journeymap.cli.outputs import FORM_NAMES, FORMATS
from journeymap.compiling import compile_files
from journeymap.diagnostics import Fault, Severity
from journeymap.rules import load_rules
from tests.conftest import ACCEPT, ROOT, match_golden
from tests.fences import Fence, find_fences
from tests.generating.command_page import write_command_page
from tests.generating.forms_page import SHOWN, WRITTEN, write_forms_page
from tests.generating.language_page import write_language_page
from tests.generating.output_page import (
    write_changes_page,
    write_diff_page,
    write_journey_page,
    write_ls_page,
    write_output_page,
    write_stats_page,
)
from tests.generating.rule_pages import file_name, write_rule_list, write_rule_page
from tests.generating.templates_page import BLOCKS, all_blocks, write_templates_page
from tests.generating.theme_page import write_theme_page
from tests.programs import run_journeymap

RULES = load_rules()

DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
GENERATED = ("rules", "reference")
HAND_WRITTEN = [page for page in PAGES if page.parent.name not in GENERATED]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
FENCED = re.compile(r"^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)
REPOSITORY_PATH = re.compile(r"(?:\.ci|docs|examples|journeymap|schemas|templates|tests)/[\w./-]*")
TOP_FILES = {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "pyproject.toml"}


def page_name(page: Path) -> str:
    """Return a page's path in the repository."""
    return page.relative_to(ROOT).as_posix()


each_page = pytest.mark.parametrize("page", PAGES, ids=page_name)
each_hand_written_page = pytest.mark.parametrize("page", HAND_WRITTEN, ids=page_name)


@pytest.mark.parametrize("fault", RULES, ids=lambda fault: fault.name)
def test_each_rule_page_is_what_the_rule_says(fault: Fault) -> None:
    """The page of a rule, with what its example prints, is generated from the rule."""
    match_golden(DOCS / "rules" / f"{fault.name}.md", write_rule_page(fault))


def test_the_list_of_rules_is_complete() -> None:
    """The list names every rule, and no page of a rule is left over."""
    match_golden(DOCS / "rules" / "README.md", write_rule_list(RULES))
    assert {page.stem for page in (DOCS / "rules").glob("*.md")} == {
        "README",
        *(fault.name for fault in RULES),
    }


def test_the_language_reference_is_what_the_schemas_say() -> None:
    """Every field stands in the reference as the editor shows it."""
    match_golden(DOCS / "reference" / "language.md", write_language_page())


def test_the_command_reference_is_what_help_says() -> None:
    """Every command and option stands in the reference as the terminal shows it."""
    match_golden(DOCS / "reference" / "commands.md", write_command_page())


def test_the_reference_of_forms_is_the_registry() -> None:
    """Every form and format is explained, and the table says what the program makes."""
    assert set(SHOWN) == set(FORM_NAMES)
    assert set(WRITTEN) == set(FORMATS)
    match_golden(DOCS / "reference" / "forms.md", write_forms_page())


def test_the_reference_of_the_theme_is_what_is_shipped() -> None:
    """Every token stands in the reference with what it is for and its shipped value."""
    match_golden(DOCS / "reference" / "theme.md", write_theme_page())


def test_the_reference_of_templates_is_what_they_are() -> None:
    """Every template stands in the reference with its blocks, each explained, and with what it receives."""
    assert set(BLOCKS) == all_blocks()
    match_golden(DOCS / "reference" / "templates.md", write_templates_page())


def test_the_output_reference_is_what_the_program_prints() -> None:
    """The fields are the schema's, and the example is real."""
    match_golden(DOCS / "reference" / "check-output.md", write_output_page())
    match_golden(DOCS / "reference" / "diff-output.md", write_diff_page())
    match_golden(DOCS / "reference" / "changes-output.md", write_changes_page())
    match_golden(DOCS / "reference" / "ls-output.md", write_ls_page())
    match_golden(DOCS / "reference" / "stats-output.md", write_stats_page())
    match_golden(DOCS / "reference" / "journey-output.md", write_journey_page())


@each_page
def test_every_link_leads_somewhere(page: Path) -> None:
    """A relative link names a file or folder that exists, and a heading or anchor in it."""
    for target in LINK.findall(FENCED.sub("", page.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        assert file.is_relative_to(ROOT), target
        assert file.exists(), target
        assert not anchor or anchor in anchors_of(file), target


@each_hand_written_page
def test_every_path_in_prose_exists(page: Path) -> None:
    """A path of the repository that is set as code is there; ``<name>`` stands for some file."""
    for code in CODE.findall(FENCED.sub("", page.read_text(encoding="utf-8"))):
        path = code.split(":")[0].split("#")[0].split(" ")[0]
        if path in TOP_FILES or REPOSITORY_PATH.fullmatch(re.sub(r"<[\w ]+>", "x", path)):
            assert any(ROOT.glob(re.sub(r"<[\w ]+>", "*", path).rstrip("/"))), code


@each_page
def test_every_command_in_prose_exists(page: Path) -> None:
    """A ``journeymap`` command set as code is one the program has, with options it has."""
    text = page.read_text(encoding="utf-8")
    shown = [
        line for fence in find_fences(text) if fence.language == "sh" for line in shell_lines(fence.body)
    ]
    for line in (*CODE.findall(FENCED.sub("", text)), *shown):
        words = shlex.split(line.partition(" #")[0])
        if words[:1] != ["journeymap"] or len(words) < 2:
            continue
        name = next((word for word in words[1:] if not word.startswith("-")), "")
        if name.isupper() or not name:
            continue
        known = {alias: command for command, entry in COMMANDS.items() for alias in (command, *entry.aliases)}
        assert name in known, line
        options = {
            each for option in (*load_command(known[name]).options, *COMMON_OPTIONS) for each in option.names
        }
        assert {
            word.partition("=")[0] for word in words if word.startswith("-") and word != "-"
        } <= options, line


@each_page
def test_yaml_in_fences_is_right(page: Path) -> None:
    """A whole file in a fence has no errors; a fragment is at least YAML; ``broken`` ones have errors."""
    fences = list(find_fences(page.read_text(encoding="utf-8")))
    for fence in fences:
        if fence.language != "yaml" or fence.marker.startswith("file:") or page.parent.name == "rules":
            continue
        if not fence.body.startswith("journeymap:"):
            assert yaml.safe_load(fence.body) is not None
            continue
        found = compile_files([(file_name(fence.body), fence.body.encode())]).diagnostics
        errors = [each.message for each in found if each.severity is Severity.ERROR]
        assert bool(errors) == (fence.marker == "broken"), errors


@each_hand_written_page
def test_every_session_on_a_page_runs(page: Path, tmp_path: Path) -> None:
    """Files are written and commands run in the order of the page; they end and print as the page says."""
    text = page.read_text(encoding="utf-8")
    printed = ""
    prints: list[tuple[Fence, str]] = []
    for fence in find_fences(text):
        if fence.marker.startswith("file: "):
            file = tmp_path / fence.marker.removeprefix("file: ")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(fence.body, encoding="utf-8")
        elif fence.marker.startswith("runs"):
            code = int(fence.marker.partition("exit ")[2] or 0)
            for line in shell_lines(fence.body):
                outcome = run_journeymap(*shlex.split(line)[1:], cwd=tmp_path)
                assert outcome.code == code, outcome
                printed = outcome.stdout
        elif fence.marker == "prints":
            prints.append((fence, printed))
        elif fence.language == "sh":
            assert fence.marker.startswith("not run: ") or not list(shell_lines(fence.body)), fence.body
    if ACCEPT:
        for fence, actual in reversed(prints):
            text = text[: fence.start] + actual + text[fence.end :]
        page.write_text(text, encoding="utf-8")
        return
    for fence, actual in prints:
        assert fence.body == actual


def shell_lines(text: str) -> list[str]:
    """Return the lines that call our own program."""
    return [line for line in text.splitlines() if line.startswith("journeymap ")]


@cache
def anchors_of(file: Path) -> frozenset[str]:
    """Return what a link may point at in a page: headings as the forges slug them, and explicit anchors."""
    if file.suffix != ".md":
        return frozenset()
    text = FENCED.sub("", file.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    return frozenset(slugs | set(re.findall(r'<a id="([^"]+)">', text)))
