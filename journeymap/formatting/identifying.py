"""Missing ids, written from titles and texts. An id that is there is never changed."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from journeymap.formatting.forms import Form, Forms, forms_of_items
from journeymap.formatting.layout import Entry, Group, Scalar
from journeymap.formatting.spelling import can_be_bare
from journeymap.schema.repairing import repair_id
from journeymap.syntax.quoting import quote
from journeymap.syntax.scalars import NUMERALS, WORDS, resolve_number

_ITEMS: Final[Mapping[str, str]] = {
    "Stage": "stage",
    "Touchpoint": "touchpoint",
    "Pain": "pain",
    "Gain": "gain",
    "Opportunity": "opportunity",
    "Action": "action",
    "Insight": "insight",
    "Evidence": "evidence",
    "Exit": "exit",
    "Feedback loop": "feedback",
    "Channel": "channel",
    "Metric": "metric",
    "Team": "team",
    "System": "system",
    "Segment": "segment",
    "Source": "source",
    "Shared touchpoint": "touchpoint",
    "Phase": "phase",
    "Term": "term",
}
"""The things that carry ids, by their titles in the schema, and what they are called without a text."""

_NAMING: Final = ("title", "text", "data", "source")
"""The fields that can name a thing, the best first."""

_IDS: Final = frozenset(
    [
        "id",
        "aliases",
        "from",
        "to",
        "exit",
        "next",
        "addresses",
        "feeds",
        "evidence",
        "replaced_by",
        "resolved_by",
        "kpi",
        "kpis",
    ]
)
"""The keys under which ids of a journey stand, also those that lead nowhere yet."""

_LONGEST: Final = 40

_NOTHING: Final = Scalar("", "")
"""The value of a key behind which nothing is written."""


def write_ids(root: Entry, kind: str) -> Entry:
    """Return the map of a file with an id for each thing that may have one.

    What an overlay adds is left alone: the ids it has to differ from stand in the journey it extends.
    """
    group = root.value
    assert isinstance(group, Group)
    if any(entry.name == "extends" for entry in group.entries):
        return root
    if kind == "library":  # each of its lists is a namespace of its own
        entries = tuple(_Naming(entry).name_items(entry) for entry in group.entries)
        return root._replace(value=group._replace(entries=entries))
    return _Naming(root).name_items(root)


class _Naming:
    """One namespace while ids are given in it."""

    def __init__(self, scope: Entry) -> None:
        self._taken = set(_ids_in(scope))

    def name_items(self, entry: Entry) -> Entry:
        """Return an entry with an id for each thing in it, in the order of the text."""
        group = entry.value
        if isinstance(group, Scalar):
            return entry
        forms = () if group.is_mapping else forms_of_items(group.forms)
        item = next((form for form in forms if form.title in _ITEMS), None)
        entries = (self._name(each, item, forms) if item else each for each in group.entries)
        return entry._replace(value=group._replace(entries=tuple(self.name_items(each) for each in entries)))

    def _name(self, entry: Entry, form: Form, forms: Forms) -> Entry:
        value = entry.value
        if isinstance(value, Scalar):
            if not _is_text(value) or len(forms) == 1:
                return entry
            key = "text" if "text" in form.keys else "title"
            text = Entry(Scalar(key, key), value)
            value = Group((text,), is_mapping=True, is_flow=True, forms=forms)
        elif not value.is_mapping or any(each.name == "id" for each in value.entries):
            return entry
        elif not any(each.name in form.keys and each.value != _NOTHING for each in value.entries):
            return entry  # perhaps a text that a colon or a comma made a mapping: an id would hide that
        id = self._invent(value, _ITEMS[form.title])
        spelled = Scalar(id, id) if can_be_bare(id, in_brackets=True) else Scalar(quote(id), id, '"')
        first = Entry(Scalar("id", "id"), spelled)
        return entry._replace(value=value._replace(entries=(first, *value.entries)))

    def _invent(self, group: Group, kind: str) -> str:
        texts = {each.name: each.value.value for each in group.entries if isinstance(each.value, Scalar)}
        name = next((repair_id(texts[key]) for key in _NAMING if texts.get(key)), "")
        base = _shorten(name) if re.search("[a-z]", name) else ""
        number = 1
        id = base or f"{kind}-1"
        while id in self._taken:
            number += 1
            id = f"{base or kind}-{number}"
        self._taken.add(id)
        return id


def _ids_in(entry: Entry, *, is_id: bool = False) -> Iterator[str]:
    """Yield every id that stands somewhere, each part of an address on its own."""
    value = entry.value
    is_id = entry.name in _IDS or (is_id and entry.key is None)
    if isinstance(value, Scalar):
        if is_id:
            yield from re.split("[#/]", value.value)
        return
    for each in value.entries:
        yield from _ids_in(each, is_id=is_id)


def _shorten(id: str) -> str:
    """Return an id of whole words that is not too long to be written by hand."""
    if len(id) <= _LONGEST:
        return id
    return id[: _LONGEST + 1].rpartition("-")[0] or id[:_LONGEST]


def _is_text(scalar: Scalar) -> bool:
    value = scalar.value
    if scalar.style:
        return bool(value.strip())
    return value not in WORDS and (value[0] not in NUMERALS or resolve_number(value) == value)
