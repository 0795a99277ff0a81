"""What is wrong, where, and what to do: the one record that every reporter prints.

Owns the record, its fingerprint and the one total order. Knows nothing of how it is printed.
"""

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import Any, Final, Literal, TypeAlias

from journeymap.named_tuples import NamedTuple
from journeymap.source import Span

DOCS_URL = "https://journeymap.dev/rules/"

Profile: TypeAlias = Literal["draft", "review", "published"]
PROFILES: Final[tuple[Profile, ...]] = ("draft", "review", "published")
"""How much is asked of a map, least first."""


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


class Suppression(NamedTuple):
    """What silences a finding: a comment, or an entry of the baseline, and the reason where one is given."""

    kind: Literal["inline", "baseline"]
    span: Span
    reason: str = ""


class Diagnostic(NamedTuple):
    """One finding.

    ``message`` is one sentence that says what is wrong and names the thing in backticks, without a
    full stop. ``label`` is the short text under the primary place. ``args`` identify the finding
    within its rule and entity, for the fingerprint, and never hold line numbers. ``path`` is the file as
    seen from the folder of its workspace, wherever the program runs.
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
    path: str = ""
    suppressed_by: Suppression | None = None

    @property
    def docs_url(self) -> str:
        """The address of the rule's page."""
        return f"{DOCS_URL}{self.rule}/"

    @property
    def fingerprint(self) -> str:
        """A stable name for the finding: no line number and no message text goes into it.

        The file counts only where no id says of what the finding speaks.
        """
        from hashlib import sha256

        entity = self.entity if ":" in self.entity else f"{self.path or self.primary.file}#{self.entity}"
        parts = ("v1", self.rule, entity, *sorted(self.args))
        text = "\0".join(part.replace("\\", "\\\\").replace("\0", "\\0") for part in parts)
        return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Fault(NamedTuple):
    """A kind of finding, named for what is wrong: its default severity and its documentation.

    ``why`` says why it matters to those who read the map. ``failing`` shows it and ``passing`` is
    the same text without it; both are run by the tests. An example of several files starts each
    with a line ``# file: name``; a file that is not UTF-8 holds surrogate escapes. ``source`` says
    whose advice it is, where it is advice.

    ``levels`` are those of the profiles draft, review and published, nothing meaning off; without
    them the fault is one of the language, the same in each. ``options`` is the JSON Schema of each
    setting that the fault has, by name. A fault that ``is_mandatory`` cannot be silenced, and one that
    is about silencing only by the settings.
    """

    name: str
    category: str
    severity: Severity
    summary: str
    why: str
    failing: str
    passing: str
    source: str = ""
    levels: tuple[Severity | None, ...] = ()
    options: Mapping[str, Mapping[str, Any]] = {}
    is_security: bool = False
    is_about_silencing: bool = False

    @property
    def is_mandatory(self) -> bool:
        """Whether no setting and no comment silences it: an error of the language, or a danger."""
        return self.is_security or (not self.levels and self.severity is Severity.ERROR)

    @property
    def docs_url(self) -> str:
        """The address of the rule's page."""
        return f"{DOCS_URL}{self.name}/"

    @property
    def is_silenceable(self) -> bool:
        """Whether a comment or the baseline may silence it."""
        return not (self.is_mandatory or self.is_about_silencing)

    def level(self, profile: "Profile") -> Severity | None:
        """Return the severity of the fault in a profile, or nothing where it is off."""
        return self.levels[PROFILES.index(profile)] if self.levels else self.severity

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
    """Return the diagnostics in their one total order, equal records once, at the highest of their levels."""
    once: dict[Diagnostic, Diagnostic] = {}
    for each in diagnostics:
        same = each._replace(severity=Severity.INFO)
        if same not in once or once[same].severity < each.severity:
            once[same] = each
    return tuple(sorted(once.values(), key=_order))


def _order(diagnostic: Diagnostic) -> tuple[object, ...]:
    start, end = diagnostic.primary.start, diagnostic.primary.end
    path = diagnostic.primary.file.encode("utf-8", "surrogatepass")
    return (path, start.line, start.column, diagnostic.rule, diagnostic.message, end, diagnostic)
