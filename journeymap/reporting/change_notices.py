"""Changes between two sides as notices: each at the line of the head that a reviewer can look at."""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, TypeAlias

from journeymap.diagnostics import Severity
from journeymap.diffing.catalogue import KINDS
from journeymap.diffing.changes import Change, Level
from journeymap.named_tuples import NamedTuple
from journeymap.reporting.notices import SOMEWHERE, Notice, NoticeReport, RuleNote, Silence, Word, path_below
from journeymap.source import SourceFile, Span

Side: TypeAlias = Literal["head", "nearest", "base"]

_WORDS: Mapping[Level, Word] = {
    Level.DETAIL: "info",
    Level.INFO: "info",
    Level.WARNING: "warning",
    Level.BREAKING: "breaking",
}
_LEVELS: Mapping[Word, Severity] = {
    "info": Severity.INFO,
    "warning": Severity.WARNING,
    "breaking": Severity.ERROR,
}
_ASIDES: Mapping[Side, str] = {
    "head": "",
    "nearest": "it stands here no more; this is what is left around it",
    "base": "it stood here before; the file is gone, or holds it no more",
}


class LocatedChange(NamedTuple):
    """A change with its place: in the head, at what is left around it there, or else in the base.

    ``path`` is the file as seen from the root of the repository; empty where there is none.
    """

    change: Change
    path: str = ""
    span: Span | None = None
    side: Side = "head"


def describe_kind(id: str) -> RuleNote | None:
    """Return what the catalogue says of a kind of change."""
    kind = KINDS.get(id)
    if kind is None:
        return None
    why = f"{kind.comment[0].upper()}{kind.comment[1:]}." if kind.comment else ""
    return RuleNote(id, f"{kind.summary}.", why, _LEVELS[_WORDS[kind.level]], (kind.area, kind.nature))


def notices_of_changes(
    located: Iterable[LocatedChange],
    *,
    find_rule: Callable[[str], RuleNote | None] = describe_kind,
    files: Iterable[str] = (),
    summary: str = "",
    text: str = "",
    sources: Mapping[str, SourceFile] | None = None,
) -> NoticeReport:
    """Return changes as notices; what was approved stands apart with its reason and counts for nothing.

    ``files`` are those that were compared and ``sources`` texts of the head, both by path in the repository.
    """
    everything = tuple(each._replace(path=path_below(each.path)) for each in located)
    paths = tuple(sorted({path_below(path) for path in files} - {""}))
    nearest = next((each.path for each in everything if each.path), paths[0] if paths else SOMEWHERE)
    notices = [_notice(each, nearest) for each in everything]
    met = {each.change.id: each.change for each in everything}
    return NoticeReport(
        "diff",
        tuple(notice for notice in notices if notice.silence is None),
        tuple(find_rule(id) or _guess_rule(met[id]) for id in sorted(met)),
        paths,
        tuple(notice for notice in notices if notice.silence is not None),
        summary,
        text,
        sources or {},
    )


def _notice(located: LocatedChange, nearest: str) -> Notice:
    change = located.change
    word = _WORDS[change.level]
    approval = change.approval
    return Notice(
        change.id,
        _LEVELS[word],
        word,
        change.message,
        located.path or nearest,
        located.span if located.path else None,
        change.fingerprint,
        (change.comment,) if change.comment else (),
        tuple(note for note in (_ASIDES[located.side], change.because) if note),
        entity=change.fact.entity.path,
        silence=None if approval is None else Silence("approval", approval.reason),
    )


def _guess_rule(change: Change) -> RuleNote:
    words = change.id.replace("-", " ").capitalize()
    return RuleNote(change.id, f"{words}.", change.comment, _LEVELS[_WORDS[change.level]], (change.area,))
