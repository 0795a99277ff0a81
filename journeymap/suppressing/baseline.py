"""The baseline: the findings of an old workspace that are known, so that new ones stand out.

A file beside the settings lists them, file by file and rule by rule, one line a finding: the path of ids to
what it speaks of and, where a rule may find several things wrong there, the finding's fingerprint. Nothing
in a line changes when lines move or texts are worded anew.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from typing import Final

from journeymap.diagnostics import Diagnostic, Severity, Suppression
from journeymap.named_tuples import NamedTuple
from journeymap.schema import validate
from journeymap.source import Pointer, Span
from journeymap.suppressing.faults import UNUSED_SUPPRESSION
from journeymap.suppressing.judging import MayFind, Rules, word_forbidden, word_unknown
from journeymap.syntax import Document, Limits, read_document

KIND: Final = "baseline"
PRUNE: Final = "`journeymap check --prune-baseline` takes such entries out"
NO_ENTITY: Final = "file"
"""Stands for the finding of a file that could not be read so far as to find a thing with an id in it."""


class Entry(NamedTuple):
    """A known finding: the file it is in as seen from the workspace, its rule, what it speaks of."""

    file: str
    rule: str
    finding: str

    @property
    def order(self) -> tuple[bytes, str, bytes]:
        """A key that sorts entries the same everywhere."""
        file, rule, finding = self
        return (file.encode("utf-8", "surrogatepass"), rule, finding.encode("utf-8", "surrogatepass"))


class Baseline:
    """A baseline that was read, and which of its entries stood for a finding."""

    def __init__(
        self, document: Document, faults: tuple[Diagnostic, ...], pointers: Iterable[tuple[Entry, Pointer]]
    ):
        self.document = document
        self.faults = faults
        self.entries = tuple(pointers)
        self._waiting: defaultdict[Entry, deque[Pointer]] = defaultdict(deque)
        for entry, pointer in self.entries:
            self._waiting[entry].append(pointer)

    def find(self, diagnostic: Diagnostic) -> Suppression | None:
        """Return what notes that a finding is known, if it is; each entry stands for one finding."""
        waiting = self._waiting.get(entry_of(diagnostic))
        return Suppression("baseline", self.document.span(waiting.popleft())) if waiting else None

    def leftovers(self) -> Iterator[tuple[Entry, Pointer]]:
        """Yield the entries that stood for no finding, in the order of the file."""
        left = {pointer for waiting in self._waiting.values() for pointer in waiting}
        return ((entry, pointer) for entry, pointer in self.entries if pointer in left)


def read_baseline(path: str, content: bytes, limits: Limits | None = None) -> Baseline:
    """Return the baseline in a file; one with faults holds no entries."""
    document = read_document(path, content, limits or Limits())
    faults = (*document.diagnostics, *validate(document, KIND))
    is_sound = not any(each.severity is Severity.ERROR for each in faults)
    return Baseline(document, faults, _entries_in(document.data) if is_sound else ())


def judge_baseline(baseline: Baseline, rules: Rules, may_find: MayFind) -> Iterator[Diagnostic]:
    """Yield what is wrong with a baseline: its own faults, and the entries that stand for nothing.

    A rule that is unknown, or cannot be silenced, is named once for each file.
    """
    # The file is written by the program: nothing in it is mended by hand.
    yield from (each._replace(fixes=()) for each in baseline.faults)
    told: set[Pointer] = set()
    for entry, pointer in find_stale(baseline, rules, may_find):
        fault = rules.get(entry.rule)
        if fault is not None and fault.is_silenceable:
            yield _word_stale(entry, baseline.document.span(pointer))
        elif pointer[:-1] not in told:
            told.add(pointer[:-1])
            span = baseline.document.key_span(pointer[:-1])
            found = word_forbidden(fault, span, "") if fault else word_unknown(entry.rule, span, rules, "")
            yield found._replace(help=(*found.help, PRUNE), fixes=())


def find_stale(baseline: Baseline, rules: Rules, may_find: MayFind) -> list[tuple[Entry, Pointer]]:
    """Return the entries that stand for nothing and never will, unless it comes back."""
    return [
        (entry, pointer)
        for entry, pointer in baseline.leftovers()
        if entry.rule not in rules or not rules[entry.rule].is_silenceable or may_find(entry.rule, entry.file)
    ]


def entry_of(diagnostic: Diagnostic) -> Entry:
    """Return the entry that stands for a finding."""
    entity = diagnostic.entity or NO_ENTITY
    finding = f"{entity} {diagnostic.fingerprint}" if diagnostic.args else entity
    return Entry(diagnostic.path or diagnostic.primary.file, diagnostic.rule, finding)


def _entries_in(data: object) -> Iterator[tuple[Entry, Pointer]]:
    files = data.get("findings") if isinstance(data, dict) else None
    for file, rules in (files or {}).items():
        for rule, findings in rules.items():
            for index, finding in enumerate(findings):
                yield Entry(file, rule, finding), ("findings", file, rule, index)


def _word_stale(entry: Entry, span: Span) -> Diagnostic:
    return UNUSED_SUPPRESSION.found(
        f"`{entry.rule}` is no longer found at `{entry.finding.split(' ')[0]}` of `{entry.file}`",
        span,
        label="mended, or gone",
        help=(PRUNE,),
        args=entry,
    )
