"""One page for each rule, and their list, from the rules themselves."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from journeymap.compiling import compile_files
from journeymap.diagnostics import Diagnostic, Fault
from journeymap.reporting import REPORTERS
from journeymap.reporting.report import Report
from journeymap.reporting.safety import safe
from journeymap.reporting.style import Style

LONGEST_SHOWN = 40
WIDEST_SHOWN = 200
FILE_LINE = re.compile(r"^# file: (\S+)\n", re.MULTILINE)
OPENING = """\
# The rules

Every finding has a name, and the name has a page: what it means, why it matters, a text that has it and one
that has not. Errors of syntax and schema cannot be switched off.
"""
CATEGORIES = {
    "syntax": "The text is no YAML that journeymap reads",
    "schema": "The text does not follow the language",
    "reference": "A name does not lead where it should",
    "semantics": "The parts do not fit together",
    "internal": "The program failed",
}


def write_rule_page(fault: Fault) -> str:
    """Return the page of a rule."""
    parts = [
        f"# `{fault.name}`\n",
        f"{sentence(fault.summary)}\n",
        "| Category | Level unless you say otherwise |",
        "|---|---|",
        f"| {fault.category} | {fault.severity.word} |\n",
        "## Why it matters\n",
        f"{sentence(fault.why)}\n",
    ]
    if fault.failing:
        parts += [
            "## With it\n",
            *show(fault.failing),
            "What the program says:\n",
            fence(print_findings(fault.failing), "text"),
            "## Without it\n",
            *show(fault.passing),
        ]
    else:
        parts.append(
            "An example would fill this page many times over, or is a fault of the program itself.\n"
        )
    return "\n".join([*parts, "[All rules](README.md)\n"])


def write_rule_list(faults: Iterable[Fault]) -> str:
    """Return the list of all rules, by category and name."""
    order = list(CATEGORIES)
    ordered = sorted(faults, key=lambda fault: (order.index(fault.category), fault.name))
    parts = [OPENING]
    for category, group in groupby(ordered, key=lambda fault: fault.category):
        parts.append(f"\n## {CATEGORIES[category]}\n\n| Rule | Level | |\n|---|---|---|\n")
        parts += [
            f"| [`{fault.name}`]({fault.name}.md) | {fault.severity.word} | {sentence(fault.summary)} |\n"
            for fault in group
        ]
    return "".join(parts)


def findings_of(example: str) -> Sequence[Diagnostic]:
    """Return what is found in an example of one or several files."""
    return compile_files(files_of(example)).diagnostics


def print_findings(example: str) -> str:
    """Return what the program prints for an example."""
    compilation = compile_files(files_of(example))
    sources: Mapping[str, object] = compilation.sources
    report = Report(compilation.diagnostics, compilation.sources, len(sources))
    return REPORTERS["full"](report, Style())


def files_of(example: str) -> list[tuple[str, bytes]]:
    """Return the files of an example; surrogate escapes stand for bytes that are no UTF-8."""
    parts = FILE_LINE.split(example) if FILE_LINE.match(example) else ["", file_name(example), example]
    return [
        (name, text.encode("utf-8", "surrogateescape"))
        for name, text in zip(parts[1::2], parts[2::2], strict=True)
    ]


def file_name(text: str) -> str:
    """Return a name that fits the kind of file a text says it is."""
    kind = re.search(r"^kind: (persona|library|workspace)\s*$", text, re.MULTILINE)
    if kind is None:
        return "example.journey.yaml"
    return "journeymap.yaml" if kind[1] == "workspace" else f"example.{kind[1]}.yaml"


def show(example: str) -> Iterator[str]:
    """Yield an example as blocks, one for each file; several files are named."""
    files = FILE_LINE.split(example) if FILE_LINE.match(example) else ["", "", example]
    for name, text in zip(files[1::2], files[2::2], strict=True):
        if name:
            yield f"`{name}`:\n"
        yield fence(text, "yaml")


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
