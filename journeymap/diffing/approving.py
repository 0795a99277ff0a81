"""Changes that somebody agreed to: they stay visible, and stop nobody."""

from collections.abc import Iterable, Sequence

from journeymap.diffing.changes import Approval, Change
from journeymap.named_tuples import NamedTuple


class Approved(NamedTuple):
    """The changes, each with its approval, and the approvals that did nothing: unused or past their day."""

    changes: tuple[Change, ...]
    used: tuple[Approval, ...] = ()
    unused: tuple[Approval, ...] = ()
    expired: tuple[Approval, ...] = ()


def apply_approvals(changes: Sequence[Change], approvals: Iterable[Approval], today: str = "") -> Approved:
    """Return the changes with the approvals that hold for them.

    An approval holds through the day on which it expires. Of several for one change the first that still
    holds counts. One whose id or entity contradicts its fingerprint is unused: it was meant for another.
    """
    known: dict[str, list[Change]] = {}
    for change in changes:
        known.setdefault(change.fingerprint, []).append(change)
    chosen: dict[str, Approval] = {}
    unused, expired = [], []
    for approval in approvals:
        meant = [change for change in known.get(approval.fingerprint, ()) if _is_meant(approval, change)]
        if approval.expires and today and approval.expires < today:
            expired.append(approval)
        elif not meant or approval.fingerprint in chosen:
            unused.append(approval)
        else:
            chosen[approval.fingerprint] = approval
    return Approved(
        tuple(change._replace(approval=chosen.get(change.fingerprint)) for change in changes),
        tuple(chosen.values()),
        tuple(unused),
        tuple(expired),
    )


def _is_meant(approval: Approval, change: Change) -> bool:
    return approval.id in ("", change.id) and approval.entity in ("", change.fact.entity.path)
