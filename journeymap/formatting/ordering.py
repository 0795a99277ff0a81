"""The keys of known mappings in the order of the schema, each with the comments that are its own."""

from journeymap.formatting.forms import Forms
from journeymap.formatting.layout import Entry, Group


def order_keys(root: Entry) -> Entry:
    """Return the map of a file with its keys, and those of all mappings below, in their order."""
    group = root.value
    assert isinstance(group, Group)
    if not group.entries:
        return root
    # What stands above the first key speaks of the whole file.
    first, *others = group.entries
    head = first.lead
    group = group._replace(entries=(first._replace(lead=()), *others))
    group = _order(group, is_covered=head[-1:] not in {(), ("",)}, after=root.after)
    first, *others = group.entries
    return root._replace(value=group._replace(entries=(first._replace(lead=(*head, *first.lead)), *others)))


def _order(group: Group, *, is_covered: bool, after: tuple[str, ...]) -> Group:
    """Return a group in order; ``is_covered`` where no comment has room above its first key."""
    entries = tuple(
        entry._replace(value=_order(entry.value, is_covered=entry.key is None, after=entry.after))
        if isinstance(entry.value, Group)
        else entry
        for entry in group.entries
    )
    ordered = _order_entries(entries, group.forms) if group.is_mapping and entries else None
    if (
        ordered is None
        or (is_covered and _climbs(entries, ordered))
        or (any(after[:1]) and _sinks(entries, ordered))
    ):
        return group._replace(entries=entries)
    return group._replace(entries=ordered)


def _order_entries(entries: tuple[Entry, ...], forms: Forms) -> tuple[Entry, ...] | None:
    """Return the entries in order; nothing where a key is unknown or the forms disagree."""
    names = [entry.name for entry in entries]
    orders = [order for form in forms for order in form.orders if all(name in order for name in names)]
    found: tuple[Entry, ...] | None = None
    for order in orders:
        places = {name: place for place, name in enumerate(order)}
        ordered = tuple(entry for part in _sections(entries) for entry in _order_part(part, places))
        if found is not None and ordered != found:
            return None
        found = ordered
    return found


def _sections(entries: tuple[Entry, ...]) -> list[list[Entry]]:
    """Return the entries in parts: a comment with a blank line below it is a heading that no key crosses."""
    parts: list[list[Entry]] = []
    for entry in entries:
        if not parts or _heading(entry):
            parts.append([])
        parts[-1].append(entry)
    return parts


def _order_part(part: list[Entry], places: dict[str, int]) -> list[Entry]:
    heading = _heading(part[0])
    rest = [part[0]._replace(lead=part[0].lead[len(heading) :]), *part[1:]]
    first, *others = sorted(rest, key=lambda entry: places[entry.name])
    return [first._replace(lead=(*heading, *first.lead)), *others]


def _heading(entry: Entry) -> tuple[str, ...]:
    """Return the lines above an entry up to the last blank line, if there is a comment among them."""
    last = max((place for place, line in enumerate(entry.lead) if not line), default=-1)
    return entry.lead[: last + 1] if any(entry.lead[:last]) else ()


def _climbs(before: tuple[Entry, ...], after: tuple[Entry, ...]) -> bool:
    """Whether another key with a comment above it becomes the first."""
    return after[0].name != before[0].name and any(after[0].lead)


def _sinks(before: tuple[Entry, ...], after: tuple[Entry, ...]) -> bool:
    """Whether another key becomes the last, and a comment below would seem to be about it."""
    return after[-1].name != before[-1].name
