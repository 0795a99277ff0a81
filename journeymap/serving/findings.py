"""What is wrong with the files, as a page shows it: in words of ours, with the lines that are meant."""

import json
from typing import Final, Literal, TypeAlias

from journeymap.diagnostics import Diagnostic, Severity
from journeymap.rendering.templating import marked, marked_count, translate, translate_count
from journeymap.reporting import PLAIN, Report, safe

_SHOWN: Final = 30
"""How many findings a page lists; the command line lists all."""


_LEADS: Final = {
    "new": "",
    "old": marked("What you see is the last site without errors."),
    "empty": marked("The site appears here as soon as they are mended."),
}
Standing: TypeAlias = Literal["new", "old", "empty"]
"""Whether the pages show what the files say, or what they last said without errors, or nothing yet."""


def write_findings(report: Report, notes: tuple[str, ...] = (), *, lang: str, site: Standing = "new") -> str:
    """Return findings as JSON, errors first; ``notes`` are what stands in the way besides."""
    errors = report.count(Severity.ERROR) + len(notes)
    listed = [{"severity": "error", "message": safe(note)} for note in notes]
    listed += [_plain(each, report) for each in _by_weight(report)[:_SHOWN]]
    left = len(report.diagnostics) + len(notes) - len(listed)
    data = {
        "kind": "error" if errors else "warning" if listed else "",
        "title": _count(errors, len(report.diagnostics) + len(notes) - errors, lang),
        "lead": _LEADS[site] and translate(_LEADS[site], lang=lang),
        "items": listed,
        "more": translate_count(*marked_count("and %(count)d more", "and %(count)d more"), left, lang=lang)
        if left
        else "",
    }
    return json.dumps(data)


def _by_weight(report: Report) -> list[Diagnostic]:
    return sorted(report.diagnostics, key=lambda each: -each.severity)


def _plain(diagnostic: Diagnostic, report: Report) -> dict[str, str]:
    from journeymap.reporting.full import write_full

    text = write_full(Report((diagnostic,), report.sources), PLAIN)
    snippet = text.rpartition("\n\n")[0].split("\n", 2)[2:]
    start = diagnostic.primary.start
    return {
        "severity": diagnostic.severity.word,
        "message": safe(diagnostic.message),
        "where": f"{safe(diagnostic.primary.file)}:{start.line}:{start.column}",
        "rule": diagnostic.rule,
        "snippet": "\n".join(snippet).rstrip(),
    }


def _count(errors: int, others: int, lang: str) -> str:
    parts = []
    if errors:
        forms = marked_count("%(count)d error", "%(count)d errors")
        parts.append(translate_count(*forms, errors, lang=lang))
    if others:
        forms = marked_count("%(count)d warning", "%(count)d warnings")
        parts.append(translate_count(*forms, others, lang=lang))
    return " · ".join(parts)
