"""What the schema knows of a place in a file: the order of its keys, and which texts are prose."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final, TypeAlias

from journeymap.schema.alternatives import alternatives_of
from journeymap.schema.violations import load_schema

_PROSE: Final = "Prose"
_CHANGED_FIELDS: Final = "Changed fields"


class Form:
    """One form that a value may have by the schema. Treat as frozen."""

    def __init__(self, schema: Mapping[str, Any], book: "_Book") -> None:
        self.title: str = schema.get("title", "")
        self.keys: Mapping[str, Any] = schema.get("properties", {})
        self._schema = schema
        self._book = book
        self._children: dict[str, Forms] = {}
        self._items: Forms | None = None

    @property
    def orders(self) -> Iterable[Mapping[str, Any]]:
        """The orders that the keys may be meant in: fields to change belong to one of several items."""
        return self._book.orders_of_items if self.title == _CHANGED_FIELDS else (self.keys,)

    def child(self, key: str, chosen: str) -> "Forms":
        """Return the forms of the value under a key; ``chosen`` is what the mapping says under ``add``."""
        if key == "item":
            return self._book.forms(self._added_item(chosen) or self.keys.get(key))
        name = key if key in self.keys else ""  # all other keys are alike
        found = self._children.get(name)
        if found is None:
            rest = self._schema.get("additionalProperties")
            written = self.keys.get(name) or (rest if isinstance(rest, dict) else None)
            found = self._children[name] = self._book.forms(written)
        return found

    def items(self) -> "Forms":
        """Return the forms of the items of a list."""
        if self._items is None:
            self._items = self._book.forms(self._schema.get("items"))
        return self._items

    def _added_item(self, chosen: str) -> Mapping[str, Any] | None:
        """Return the schema of an added item, which depends on the kind that the change names."""
        for branch in self._schema.get("allOf", ()):
            if branch["if"]["properties"].get("add", {}).get("const") == chosen:
                found: Mapping[str, Any] | None = branch["then"]["properties"].get("item")
                return found
        return None


Forms: TypeAlias = tuple[Form, ...]


class _Book:
    """The forms of one schema, each made once."""

    def __init__(self, root: Mapping[str, Any]) -> None:
        self._root = root
        self._known: dict[int, Form] = {}
        named = (form for name in root["$defs"] for form in self.forms(root["$defs"][name]))
        items = (form for form in named if "id" in form.keys)
        self.orders_of_items = tuple(form.keys for form in items)

    def forms(self, written: Any) -> Forms:
        """Return the forms that a part of the schema allows."""
        if written is None:
            return ()
        return tuple(self._form(each) for each in alternatives_of(written, self._root))

    def _form(self, schema: Mapping[str, Any]) -> Form:
        # The parts of a loaded schema live as long as the program, so that their identities are names.
        return self._known.setdefault(id(schema), Form(schema, self))


@cache
def forms_of_file(kind: str) -> Forms:
    """Return the forms of a whole file."""
    schema = load_schema(kind)
    return _Book(schema).forms(schema)


def forms_under(forms: Forms, key: str, chosen: str = "") -> Forms:
    """Return the forms that a value may have under a key."""
    if len(forms) == 1:
        return forms[0].child(key, chosen)
    return tuple(dict.fromkeys(child for form in forms for child in form.child(key, chosen)))


def forms_of_items(forms: Forms) -> Forms:
    """Return the forms that the items of a list may have."""
    if len(forms) == 1:
        return forms[0].items()
    return tuple(dict.fromkeys(item for form in forms for item in form.items()))


def is_prose(forms: Forms) -> bool:
    """Whether a text at the place is Markdown for people to read."""
    return any(form.title == _PROSE for form in forms)
