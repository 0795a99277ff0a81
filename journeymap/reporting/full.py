"""The report for people: each finding with the lines it speaks of, marked, and what to do next.

What draws snippets is loaded with the first finding: most runs have none.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeymap.diagnostics import Diagnostic, Fix, Severity
from journeymap.reporting.report import Report, describe_counts, describe_suppression
from journeymap.reporting.safety import safe
from journeymap.reporting.style import Role, Style, severity_role

if TYPE_CHECKING:
    from journeymap.reporting.marks import Mark


def write_full(report: Report, style: Style) -> str:
    """Return the findings with snippets, and the sum as the last line."""
    blocks = ["".join(_draw(diagnostic, report, style)) for diagnostic in report.shown]
    return "\n".join([*blocks, _summary(report, style)])


def _draw(diagnostic: Diagnostic, report: Report, style: Style) -> Iterator[str]:
    from journeymap.reporting.snippet import draw_snippet, number_width

    silenced = diagnostic.suppressed_by is not None
    role: Role = "quiet" if silenced else severity_role(diagnostic.severity)
    word = f"suppressed {diagnostic.severity.word}" if silenced else diagnostic.severity.word
    head = style.paint(role, f"{word}[{diagnostic.rule}]")
    yield head + style.paint("strong", f": {safe(diagnostic.message)}") + "\n"
    marks = _marks_by_file(diagnostic, role)
    gutter = max(number_width(report.sources.get(file), found) for file, found in marks.items())
    arrow = "-->"
    for file, found in marks.items():
        start = found[0].span.start
        yield f"{' ' * gutter}{style.paint('frame', arrow)} {safe(file)}:{start.line}:{start.column}\n"
        source = report.sources.get(file)
        if source is not None:
            lines = draw_snippet(source, found, gutter=gutter, width=style.width)
            yield from (style.paint_runs(line) + "\n" for line in lines)
        arrow = ":::"
    for word, text in _footers(diagnostic):
        yield from _draw_footer(word, text, gutter, style)


def _marks_by_file(diagnostic: Diagnostic, role: Role) -> "dict[str, list[Mark]]":
    """Return the places of a finding by file, the primary one first."""
    from journeymap.reporting.marks import Mark

    marks = {diagnostic.primary.file: [Mark(diagnostic.primary, diagnostic.label, role, "^")]}
    for label in diagnostic.labels:
        marks.setdefault(label.span.file, []).append(Mark(label.span, label.text, "frame", "-"))
    return marks


def _footers(diagnostic: Diagnostic) -> Iterator[tuple[str, str]]:
    if diagnostic.suppressed_by is not None:
        yield ("why", describe_suppression(diagnostic.suppressed_by))
    yield from (("note", note) for note in diagnostic.notes)
    yield from (("help", help) for help in diagnostic.help)
    yield from (("fix", f"{fix.title} {_how_to_apply(fix)}") for fix in diagnostic.fixes)
    yield ("docs", diagnostic.docs_url)


def _how_to_apply(fix: Fix) -> str:
    if fix.safe:
        return "(safe, `journeymap check --fix`)"
    return "(unsafe, `check --fix --unsafe-fixes`)"


def _draw_footer(word: str, text: str, gutter: int, style: Style) -> Iterator[str]:
    from journeymap.reporting.columns import wrap_words

    lead = f"{' ' * (gutter + 1)}= {word}: "
    shown = "\n".join(safe(line) for line in text.split("\n"))
    first, *others = wrap_words(shown, style.width - len(lead))
    role: Role = "quiet" if word == "docs" else "plain"
    frame = style.paint("frame", f"{' ' * (gutter + 1)}=")
    yield f"{frame} {style.paint('strong', f'{word}:')} {style.paint(role, first)}\n"
    yield from (f"{' ' * len(lead)}{line}".rstrip() + "\n" for line in others)


def _summary(report: Report, style: Style) -> str:
    worst = max((diagnostic.severity for diagnostic in report.diagnostics), default=None)
    role: Role = "good" if worst is None else severity_role(worst)
    if worst is Severity.INFO:
        role = "strong"
    return style.paint(role, describe_counts(report)) + "\n"
