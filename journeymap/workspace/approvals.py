"""The approvals of a workspace: a file beside its settings, read like the baseline and held to its schema."""

from collections.abc import Iterable, Iterator
from typing import Final

from journeymap.diagnostics import Diagnostic, Severity
from journeymap.diffing.changes import Approval
from journeymap.named_tuples import NamedTuple
from journeymap.schema import validate
from journeymap.source import Place
from journeymap.suppressing.faults import UNUSED_SUPPRESSION
from journeymap.syntax import Document, Limits, read_document

KIND: Final = "approvals"


class Approvals(NamedTuple):
    """A file with approvals that was read: one with faults holds none."""

    document: Document
    faults: tuple[Diagnostic, ...] = ()
    entries: tuple[Approval, ...] = ()


def read_approvals(path: str, content: bytes, limits: Limits | None = None) -> Approvals:
    """Return the approvals in a file, each with the place where it is written."""
    document = read_document(path, content, limits or Limits())
    faults = (*document.diagnostics, *validate(document, KIND))
    if any(each.severity is Severity.ERROR for each in faults):
        return Approvals(document, faults)
    return Approvals(document, faults, tuple(_entries_in(document)))


def find_idle(
    approvals: Approvals, unused: Iterable[Approval], expired: Iterable[Approval]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a file of approvals: its own faults, and entries that let nothing pass."""
    yield from approvals.faults
    for each in expired:
        yield _find_entry(
            approvals,
            each,
            "expires",
            f"the approval counted until {each.expires}",
            "over since then",
            "take the entry out, or agree anew until a later day",
        )
    for each in unused:
        what = f"`{each.id}`" if each.id else f"`{each.fingerprint}`"
        yield _find_entry(
            approvals,
            each,
            "fingerprint",
            f"{what} is approved, and there is no such change",
            "approves nothing",
            "take the entry out: it would let the same change pass once more",
        )


def _find_entry(
    approvals: Approvals, entry: Approval, key: str, message: str, label: str, step: str
) -> Diagnostic:
    place = entry.at.child(key) if entry.at else None
    return UNUSED_SUPPRESSION.found(
        message,
        approvals.document.span(place.pointer if place else ()),
        label=label,
        help=(step,),
        entity=entry.entity,
        args=(entry.fingerprint,),
    )


def _entries_in(document: Document) -> Iterator[Approval]:
    data = document.data if isinstance(document.data, dict) else {}
    for index, entry in enumerate(data.get("approvals", ())):
        place = Place(document.source.path, ("approvals", index))
        yield Approval(**entry, at=place)
