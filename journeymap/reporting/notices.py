"""Findings and changes as a CI system shows them: one notice each, at a line of a file of the repository.

A notice knows nothing of any format. Its path is the file's as seen from the root of the repository, with
slashes, since that is how the systems find the line; it always has one, since some of them refuse a whole
report for one notice without.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

from journeymap.diagnostics import Diagnostic, Edit, Fault, Severity
from journeymap.named_tuples import NamedTuple
from journeymap.reporting.report import Report, describe_counts
from journeymap.source import SourceFile, Span

Kind: TypeAlias = Literal["check", "diff"]
Word: TypeAlias = Literal["internal", "breaking", "error", "warning", "info"]
Locate: TypeAlias = Callable[[str], str]
"""Returns the path of a file as seen from the root of its repository."""

WORDS: tuple[Word, ...] = ("internal", "breaking", "error", "warning", "info")
"""What a notice can be, the gravest first."""
SOMEWHERE = "journeymap.yaml"
"""Where a notice stands that is about no file, in a run that looked at none."""

_LONGEST_SUGGESTION = 10_000


class RuleNote(NamedTuple):
    """What a rule, or a kind of change, is about; the examples may be empty."""

    id: str
    summary: str
    why: str = ""
    level: Severity = Severity.WARNING
    tags: tuple[str, ...] = ()
    docs_url: str = ""
    failing: str = ""
    passing: str = ""


class Related(NamedTuple):
    """Another place that a notice speaks of, and what it is."""

    path: str
    span: Span
    text: str


class Silence(NamedTuple):
    """Why a notice does not count: a comment, a baseline or an approval, and the reason if one is given."""

    kind: Literal["inline", "baseline", "approval"]
    reason: str = ""


class Notice(NamedTuple):
    """One finding or change. ``span`` is its place in the file; without one it is about the whole file.

    ``word`` says more than ``level``, which is what all systems know. ``suggestion`` is a safe fix as one
    edit of the same file.
    """

    rule: str
    level: Severity
    word: Word
    message: str
    path: str
    span: Span | None
    fingerprint: str
    help: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    docs_url: str = ""
    entity: str = ""
    related: tuple[Related, ...] = ()
    suggestion: Edit | None = None
    silence: Silence | None = None


class NoticeReport(NamedTuple):
    """The notices of one run, the rules they met, and the files that were looked at, in order of path.

    ``suppressed`` are notices that do not count and are to be shown. ``summary`` is the run in one line, and
    ``text`` the report for people, which some systems show beside. ``sources`` are texts by path. A run that
    could not look at everything is not ``whole``: what it does not find may still be there.
    """

    kind: Kind
    notices: tuple[Notice, ...]
    rules: tuple[RuleNote, ...] = ()
    files: tuple[str, ...] = ()
    suppressed: tuple[Notice, ...] = ()
    summary: str = ""
    text: str = ""
    sources: Mapping[str, SourceFile] = {}
    whole: bool = True

    @property
    def shown(self) -> tuple[Notice, ...]:
        """All notices, those that do not count last."""
        return self.notices + self.suppressed

    def count(self, *words: Word) -> int:
        """Return how many notices that count are one of these."""
        return sum(1 for notice in self.notices if notice.word in words)


def notices_of_report(
    report: Report,
    *,
    find_rule: Callable[[str], Fault | None],
    looked_at: Iterable[str] = (),
    locate: Locate = str,
    text: str = "",
    whole: bool = True,
) -> NoticeReport:
    """Return the findings of a check as notices; what is silenced only where the report shows it."""

    def find(path: str) -> str:
        return path_below(locate(path)) if path else ""

    files = tuple(sorted({find(path) for path in looked_at} - {""}))
    nearest = files[0] if files else SOMEWHERE
    silenced = report.suppressed if report.shows_suppressed else ()
    met = sorted({each.rule: each for each in (*silenced, *report.diagnostics)}.items())
    return NoticeReport(
        "check",
        tuple(_notice(each, report, find, nearest) for each in report.diagnostics),
        tuple(_describe_rule(find_rule(name), each) for name, each in met),
        files,
        tuple(_notice(each, report, find, nearest) for each in silenced),
        describe_counts(report),
        text,
        {find(path): source for path, source in report.sources.items()},
        whole,
    )


def rank(notice: Notice) -> tuple[bool, int]:
    """Return what sorts the gravest first: what is capped must keep what matters."""
    return notice.silence is not None, WORDS.index(notice.word)


def numbered(notices: Iterable[Notice]) -> Iterator[tuple[Notice, int]]:
    """Yield each notice with how often its fingerprint has come by now: 1 for the first."""
    seen = Counter[str]()
    for notice in notices:
        seen[notice.fingerprint] += 1
        yield notice, seen[notice.fingerprint]


def path_below(path: str) -> str:
    """Return a path without what leads out of the folder that it begins in; nothing may be left."""
    return "/".join(part for part in path.split("/") if part not in ("", ".", ".."))


def _notice(diagnostic: Diagnostic, report: Report, find: Locate, nearest: str) -> Notice:
    path = find(diagnostic.primary.file)
    file, found = diagnostic.primary.file, diagnostic.suppressed_by
    word: Word = diagnostic.severity.word  # type: ignore[assignment]
    return Notice(
        diagnostic.rule,
        diagnostic.severity,
        "internal" if diagnostic.category == "internal" else word,
        diagnostic.message,
        path or nearest,
        diagnostic.primary if path else None,
        diagnostic.fingerprint,
        diagnostic.help,
        diagnostic.notes,
        diagnostic.docs_url,
        diagnostic.entity,
        tuple(
            Related(find(each.span.file), each.span, each.text)
            for each in diagnostic.labels
            if find(each.span.file)
        ),
        _suggest_edit(diagnostic, report.sources.get(file)),
        None if found is None else Silence(found.kind, found.reason),
    )


def _suggest_edit(diagnostic: Diagnostic, source: SourceFile | None) -> Edit | None:
    """Return the first safe fix as one edit, where all of it is in the file of the finding."""
    safe = next((fix for fix in diagnostic.fixes if fix.safe and fix.edits), None)
    if safe is None or source is None or any(each.span.file != source.path for each in safe.edits):
        return None
    edits = sorted(safe.edits, key=lambda each: each.span.start.offset)
    first, last = edits[0].span.start.offset, max(each.span.end.offset for each in edits)
    parts, at = [], first
    for each in edits:
        parts += [source.text[at : each.span.start.offset], each.text]
        at = max(at, each.span.end.offset)
    text = "".join(parts)
    return Edit(source.span(first, last), text) if len(text) <= _LONGEST_SUGGESTION else None


def _describe_rule(fault: Fault | None, diagnostic: Diagnostic) -> RuleNote:
    if fault is None:
        words = diagnostic.rule.replace("-", " ").capitalize()
        tags = (diagnostic.category,)
        return RuleNote(
            diagnostic.rule, f"{words}.", "", diagnostic.severity, tags, docs_url=diagnostic.docs_url
        )
    return RuleNote(
        fault.name,
        fault.summary,
        fault.why,
        fault.severity,
        (fault.category,),
        fault.docs_url,
        fault.failing,
        fault.passing,
    )
