"""The examples of rules, as files and as what the program says to them."""

import re
from collections.abc import Sequence

from journeymap.checks import Checking
from journeymap.compiling import Compilation, compile_files
from journeymap.diagnostics import Diagnostic, Fault, in_order
from journeymap.reporting import REPORTERS, Report, Style
from journeymap.source import SourceFile

TODAY = "2026-11-01"
"""The day on which examples are checked."""
FILE_LINE = re.compile(r"^# file: (\S+)\n", re.MULTILINE)


def find_in_example(fault: Fault) -> Sequence[Diagnostic]:
    """Return what is found in the failing example of a rule, asked for that rule."""
    return compile_example(fault.failing, fault).diagnostics if fault.failing else ()


def print_findings(fault: Fault, style: Style) -> str:
    """Return what the program prints for the failing example of a rule, asked for that rule."""
    compilation = compile_example(fault.failing, fault)
    report = Report(compilation.diagnostics, compilation.sources, len(compilation.sources))
    return REPORTERS["full"](report, style)


def compile_example(example: str, fault: Fault) -> Compilation:
    """Return the compilation of an example; of the method, only the rule itself is asked."""
    files = files_of(example)
    journeys = [file for file in files if not is_page(file[0])]
    compilation = compile_files(journeys, checking=Checking(TODAY, select=frozenset({fault.name})))
    pages = [file for file in files if is_page(file[0])]
    return _with_pages(compilation, pages) if pages else compilation


def is_page(name: str) -> bool:
    """Say whether a file of an example is Markdown with markers."""
    return name.endswith(".md")


def _with_pages(compilation: Compilation, pages: Sequence[tuple[str, bytes]]) -> Compilation:
    """Return a compilation with what is wrong with the markers of some Markdown files."""
    from journeymap.injecting.pages import Page, inject
    from journeymap.injecting.targets import OneShelf

    shelf = OneShelf(compilation.portfolio)
    sources = {name: SourceFile(name, content.decode()) for name, content in pages}
    found = [
        each for name, source in sources.items() for each in inject(Page(source, name), shelf).diagnostics
    ]
    return compilation._replace(
        diagnostics=in_order([*compilation.diagnostics, *found]),
        sources={**compilation.sources, **sources},
    )


def files_of(example: str) -> Sequence[tuple[str, bytes]]:
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
