"""What is wrong, where, and what to do: the one record that every reporter prints.

Owns the record, its fingerprint and the one total order. Knows nothing of how it is printed.
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from journeymap.source import Span

DOCS_URL = "https://journeymap.dev/rules/"


class Severity(IntEnum):
    """How much a finding matters; a higher value matters more."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The lower-case name, as printed and as written in configuration."""
        return self.name.lower()


class Label(NamedTuple):
    """A place with a short text."""

    span: Span
    text: str


class Edit(NamedTuple):
    """Replace the text of a span."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A change of the source that removes the finding; ``safe`` when it cannot change the meaning."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = True


class Diagnostic(NamedTuple):
    """One finding.

    ``message`` is one sentence that says what is wrong and names the thing in backticks, without a
    full stop. ``label`` is the short text under the primary place. ``args`` identify the finding
    within its rule and entity, for the fingerprint, and never hold line numbers.
    """

    rule: str
    severity: Severity
    message: str
    primary: Span
    label: str = ""
    labels: tuple[Label, ...] = ()
    notes: tuple[str, ...] = ()
    help: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    entity: str = ""
    args: tuple[str, ...] = ()
    category: str = "semantics"

    @property
    def docs_url(self) -> str:
        """The address of the rule's page."""
        return f"{DOCS_URL}{self.rule}/"

    @property
    def fingerprint(self) -> str:
        """A stable name for the finding: no line number and no message text goes into it."""
        from hashlib import sha256

        parts = ("v1", self.rule, self.primary.file, self.entity, *sorted(self.args))
        text = "\0".join(part.replace("\\", "\\\\").replace("\0", "\\0") for part in parts)
        return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Fault(NamedTuple):
    """A kind of finding, named for what is wrong: its default severity and its documentation.

    ``why`` says why it matters to those who read the map. ``failing`` shows it and ``passing`` is
    the same text without it; both are run by the tests. An example of several files starts each
    with a line ``# file: name``; a file that is not UTF-8 holds surrogate escapes.
    """

    name: str
    category: str
    severity: Severity
    summary: str
    why: str
    failing: str
    passing: str

    def found(
        self,
        message: str,
        primary: Span,
        *,
        label: str = "",
        labels: tuple[Label, ...] = (),
        notes: tuple[str, ...] = (),
        help: tuple[str, ...] = (),
        fixes: tuple[Fix, ...] = (),
        entity: str = "",
        args: tuple[str, ...] = (),
        severity: Severity | None = None,
    ) -> Diagnostic:
        """Return the diagnostic that reports this fault at a place."""
        return Diagnostic(
            self.name,
            self.severity if severity is None else severity,
            message,
            primary,
            label,
            labels,
            notes,
            help,
            fixes,
            entity,
            args,
            self.category,
        )


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics in their one total order, equal records once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=_order))


def _order(diagnostic: Diagnostic) -> tuple[object, ...]:
    start, end = diagnostic.primary.start, diagnostic.primary.end
    path = diagnostic.primary.file.encode("utf-8", "surrogatepass")
    return (path, start.line, start.column, diagnostic.rule, diagnostic.message, end, diagnostic)
