"""One page for each rule, and their list, from the rules themselves."""

import json
import re
from collections.abc import Iterable, Iterator

from journeymap.cli.rule_examples import (
    FILE_LINE,
    compile_example,
    file_name,
    files_of,
    find_in_example,
    is_page,
    print_findings,
)
from journeymap.diagnostics import PROFILES, Fault
from journeymap.reporting import Style
from journeymap.reporting.rule_page import (
    CATEGORIES,
    cures_of,
    group_by_category,
    level_word,
    mending_command,
)
from journeymap.reporting.safety import safe

__all__ = ["CATEGORIES", "compile_example", "file_name", "files_of", "write_rule_list", "write_rule_page"]

LONGEST_SHOWN = 40
WIDEST_SHOWN = 200
OPENING = """\
# The rules

Every finding has a name, and the name has a page: what it means, why it matters, a text that has it and one
that has not. `journeymap rule NAME` prints it.

How much a rule of the method matters depends on the `status` of the journey: little is asked of a draft, more
of a map in review, most of a published one; a retired one counts as a draft. Settings in `journeymap.yaml`
change that, by rule, path and item, and comments silence single findings. Errors of the language cannot be
switched off.
"""


def write_rule_page(fault: Fault) -> str:
    """Return the page of a rule."""
    parts = [
        f"# `{fault.name}`\n",
        f"{sentence(fault.summary)}\n",
        *_levels(fault),
        "## Why it matters\n",
        f"{sentence(fault.why)}\n",
    ]
    cures = cures_of(fault, find_in_example(fault))
    if cures:
        parts += ["## What to do\n", *(f"- {sentence(cure)}" for cure in cures), ""]
    command = mending_command(fault, find_in_example(fault))
    if command:
        parts.append(f"`{command}` mends it; `--diff` shows it first.\n")
    if fault.failing:
        parts += [
            "## Wrong\n",
            *show(fault.failing),
            "What the program says:\n",
            fence(print_findings(fault, Style()), "text"),
            "## Better\n",
            *show(fault.passing),
        ]
    else:
        parts.append(
            "An example would fill this page many times over, or is a fault of the program itself.\n"
        )
    parts += _settings(fault)
    if fault.source:
        parts += ["## Source\n", f"{sentence(fault.source)}\n"]
    return "\n".join([*parts, "[All rules](README.md)\n"])


def write_rule_list(faults: Iterable[Fault]) -> str:
    """Return the list of all rules, by category and name."""
    parts = [OPENING]
    for category, group in group_by_category(faults):
        parts.append(f"\n## {CATEGORIES[category]}\n\n| Rule | Draft | Review | Published | |\n")
        parts.append("|---|---|---|---|---|\n")
        for fault in group:
            levels = " | ".join(level_word(fault.level(profile)) for profile in PROFILES)
            parts.append(f"| [`{fault.name}`]({fault.name}.md) | {levels} | {sentence(fault.summary)} |\n")
    return "".join(parts)


def _levels(fault: Fault) -> Iterator[str]:
    """Yield how much the rule matters in each profile."""
    if fault.is_mandatory:
        yield f"| Category | Level |\n|---|---|\n| {fault.category} | {fault.severity.word}, always |\n"
        return
    levels = " | ".join(level_word(fault.level(profile)) for profile in PROFILES)
    yield "| Category | Draft | Review | Published |\n|---|---|---|---|"
    yield f"| {fault.category} | {levels} |\n"


def _settings(fault: Fault) -> Iterator[str]:
    """Yield how to set the rule, and how to silence one finding of it."""
    if fault.is_mandatory:
        return
    yield "## Changing it\n"
    if fault.options:
        lines = [f"    {fault.name}:", "      level: warning"]
        lines += [f"      {name}: {json.dumps(each['default'])}" for name, each in fault.options.items()]
    else:
        lines = [f"    {fault.name}: off"]
    yield "In `journeymap.yaml`:\n"
    yield fence("\n".join(["checks:", "  rules:", *lines]), "yaml")
    for name, each in fault.options.items():
        yield f"- `{name}`: {each['description']}"
    if fault.options:
        yield ""
    if not fault.is_silenceable:
        return
    yield "One finding, at the end of its line or alone on the line above:\n"
    yield fence(f"# journeymap: ignore[{fault.name}] why it is fine here", "yaml")


def show(example: str) -> Iterator[str]:
    """Yield an example as blocks, one for each file; several files are named."""
    files = FILE_LINE.split(example) if FILE_LINE.match(example) else ["", "", example]
    for name, text in zip(files[1::2], files[2::2], strict=True):
        if name:
            yield f"`{name}`:\n"
        yield fence(text, "markdown" if is_page(name) else "yaml")


def fence(text: str, language: str) -> str:
    """Return a fenced block; what no page can hold is escaped, and what is too long is cut with a word."""
    lines = [
        safe(line if len(line) <= WIDEST_SHOWN else f"{line[:WIDEST_SHOWN]} … ({len(line):,} characters)")
        for line in text.rstrip("\n").split("\n")
    ]
    if len(lines) > LONGEST_SHOWN:
        lines[LONGEST_SHOWN:] = [f"… ({len(lines) - LONGEST_SHOWN:,} more lines)"]
    ticks = max((len(run) for run in re.findall("`+", text)), default=0)
    mark = "`" * max(3, ticks + 1)
    return "\n".join([f"{mark}{language}", *lines, f"{mark}\n"])


def sentence(text: str) -> str:
    """Return a text as a sentence: a capital and a full stop."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."
