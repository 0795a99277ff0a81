"""What changed in the cells of the map: for each step the entries that came, went, or say something else."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeAlias

from journeymap.model import Branch, Journey, Portfolio, Touchpoint
from journeymap.model.lanes import CUSTOM
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.map.entries import Desk, Entry, write_values
from journeymap.rendering.map.lanes import FEELING, LANES
from journeymap.rendering.naming import name_exit, name_journey, spell_id, write_percent
from journeymap.rendering.templating import marked
from journeymap.rendering.words import word_for
from journeymap.reviewing.dossier import Dossier
from journeymap.reviewing.journeys import JourneyReview, Mark, Step, name_parts
from journeymap.reviewing.pen import Pen

WAYS = marked("Goes on to")
MOMENT = marked("Moment of truth")
OF_NEWCOMERS = ("action", "channel", "pains", "gains", "kpis")
"""The lanes that are shown of a touchpoint that is new or gone; its other lanes would only repeat that."""


class MarkedEntry(NamedTuple):
    """A text of a cell with what happened to it.

    ``before`` is what it said, and ``note_before`` what was said of it, where that is something else now.
    """

    mark: Mark
    text: str
    note: str = ""
    before: str = ""
    note_before: str = ""
    sign: str = ""
    id: str = ""


class MarkedRow(NamedTuple):
    """A lane of the map, its cells in the order of the steps."""

    title: str
    cells: tuple[tuple[MarkedEntry, ...], ...]


class _Side(NamedTuple):
    portfolio: Portfolio
    journey: Journey
    desk: Desk


Lister: TypeAlias = Callable[[_Side, Touchpoint], Iterator[Entry]]


def mark_cells(
    dossier: Dossier, review: JourneyReview, steps: Sequence[Step], pen: Pen
) -> tuple[MarkedRow, ...]:
    """Return the lanes in which something changed at these steps, feelings apart, and nothing that stayed."""
    sides = tuple(
        _Side(portfolio, journey, Desk(portfolio, journey, pen.lang)) if journey else None
        for portfolio, journey in ((dossier.before, review.before), (dossier.after, review.after))
    )
    rows = []
    for id, title, lister in _listers(dossier, pen):
        cells = tuple(
            _compare(
                list(lister(sides[0], step.pair.before)) if sides[0] and step.pair.before else [],
                list(lister(sides[1], step.pair.after)) if sides[1] and step.pair.after else [],
                pen,
            )
            if id in OF_NEWCOMERS or (step.pair.before and step.pair.after)
            else ()
            for step in steps
        )
        rows.append(MarkedRow(title, _mark_moves(cells)))
    return tuple(row for row in rows if any(row.cells))


def _listers(dossier: Dossier, pen: Pen) -> Iterator[tuple[str, str, Lister]]:
    """Yield each lane's id and title with what lists its entries, the workspace's own lanes at the end."""
    for id, lane in LANES.items():
        # Feelings have rows of their own, and opportunities a table: here they would only echo pains.
        if id not in (FEELING, "opportunities"):
            yield id, pen.say(lane.title), partial(_list_lane, id)
    yield "next", pen.say(WAYS), partial(_list_ways, pen)
    yield "moment", pen.say(MOMENT), partial(_list_moment, pen)
    own = {lane.id: lane.title for lane in (*dossier.before.workspace.lanes, *dossier.after.workspace.lanes)}
    for id, title in own.items():
        yield f"{CUSTOM}{id}", title or spell_id(id), partial(_list_field, id)


def _list_lane(id: str, side: _Side, touchpoint: Touchpoint) -> Iterator[Entry]:
    yield from LANES[id].entries(side.desk, touchpoint)


def _list_ways(pen: Pen, side: _Side, touchpoint: Touchpoint) -> Iterator[Entry]:
    for branch in touchpoint.next or ():
        share = "" if branch.share is None else write_percent(branch.share, lang=pen.lang)
        target = branch.to or branch.exit or branch.journey
        yield Entry(_name_target(side, branch), target, by=branch.when, detail=share)
    if touchpoint.next == ():
        yield Entry(pen.say(marked("The journey ends here")))


def _name_target(side: _Side, branch: Branch) -> str:
    if branch.exit:
        return name_exit(side.journey, branch.exit)
    if branch.journey:
        return name_journey(side.portfolio, branch.journey)
    return name_parts(side.journey).get(branch.to) or spell_id(branch.to)


def _list_moment(pen: Pen, _: _Side, touchpoint: Touchpoint) -> Iterator[Entry]:
    if touchpoint.moment_of_truth:
        yield Entry(pen.say(MOMENT))


def _list_field(id: str, _: _Side, touchpoint: Touchpoint) -> Iterator[Entry]:
    return (Entry(text) for text in write_values(touchpoint.fields.get(id)))


def _compare(before: list[Entry], after: list[Entry], pen: Pen) -> tuple[MarkedEntry, ...]:
    """Return what came, went, and says something else; a lone text that was replaced says something else."""
    once = {_key(entry, before): entry for entry in before}
    now = {_key(entry, after): entry for entry in after}
    found = [
        _changed(once[key], entry, pen) if key in once else _show("added", entry, pen)
        for key, entry in now.items()
        if key not in once or _told(once[key]) != _told(entry)
    ]
    found += [_show("removed", entry, pen) for key, entry in once.items() if key not in now]
    return tuple(found)


def _mark_moves(cells: tuple[tuple[MarkedEntry, ...], ...]) -> tuple[tuple[MarkedEntry, ...], ...]:
    """Return cells in which what went from one of them and came to another is called moved in both."""
    came, went = (
        {entry.id for cell in cells for entry in cell if entry.mark == mark} for mark in ("added", "removed")
    )
    moved = (came & went) - {""}
    return tuple(
        tuple(entry._replace(mark="moved") if entry.id in moved else entry for entry in cell)
        if moved
        else cell
        for cell in cells
    )


def _key(entry: Entry, others: Sequence[Entry]) -> str:
    """Return what an entry is known by: its id, who says it where each says one thing, or its words."""
    if entry.id:
        return f"#{entry.id}"
    if len(others) == 1 and not entry.mark:
        return ""
    alone = sum((each.by, each.mark) == (entry.by, entry.mark) for each in others) == 1
    return f"@{entry.mark}{entry.by}" if entry.by and alone else f"={entry.mark}{entry.text}"


def _told(entry: Entry) -> tuple[str, ...]:
    return entry.text, entry.by, entry.detail, entry.level


def _changed(before: Entry, after: Entry, pen: Pen) -> MarkedEntry:
    told, was = _show("changed", after, pen), _show("changed", before, pen)
    return told._replace(
        before=was.text if was.text != told.text else "",
        note_before=was.note if was.note != told.note else "",
    )


def _show(mark: Mark, entry: Entry, pen: Pen) -> MarkedEntry:
    severity = word_for("severity", entry.level, lang=pen.lang) if entry.level else ""
    note = " · ".join(filter(None, (severity, entry.by, entry.detail)))
    return MarkedEntry(mark, entry.text, note, sign=entry.mark, id=entry.id if entry.mark else "")
