"""The words for types: what was expected, what was found, and how to get from one to the other."""

import re
from collections.abc import Mapping
from typing import Any, Final

from journeymap.diagnostics import Edit, Fix
from journeymap.problems import Step
from journeymap.schema.alternatives import alternatives_of, is_in_braces, types_of
from journeymap.schema.cases import Case, list_words, mend
from journeymap.schema.naming import quote, quote_exactly
from journeymap.schema.repairing import repair_id, repair_number, repair_truth

_NAMED: Final[Mapping[str, str]] = {
    "Id": "an id",
    "Reference": "an id",
    "Address": "an id",
    "Date": "a date such as 2026-11-22",
    "Duration": "a duration such as 4m",
    "Language tag": "a language such as en",
    "Web address": "a web address",
    "Edit address": "a web address with `{file}` in it",
    "Link address": "a link",
    "Variable name": "the name of a variable",
}
"""The title of a part of a schema → what it expects, where the type does not say enough."""

_TYPES: Final[Mapping[str, str]] = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "keys with values",
}

_LONGEST_TITLE: Final = 40
_NEEDS_QUOTES: Final = re.compile(r"[\[\]{},\n]|: |:$|^[-?:&*!|>%@`\"'#]| #")


def describe_expected(schema: Mapping[str, Any], root: Mapping[str, Any]) -> str:
    """Return what a value should be, such as ``text or the key `text```."""
    forms = alternatives_of(schema, root)
    phrases = {_describe_form(form, type_): None for form in forms for type_ in types_of(form)}
    mappings = [form for form in forms if "properties" in form]
    if mappings:
        phrases[f"the {_describe_keys(mappings)}"] = None
    *others, last = [phrase for phrase in phrases if phrase] or ["another value"]
    return f"{', '.join(others)} or {last}" if others else last


def describe_found(case: Case) -> str:
    """Return what a value is, in the user's own spelling."""
    value = case.value
    written = case.document.raw(case.pointer)
    if isinstance(value, bool):
        return f"`{written or str(value).lower()}`"
    if isinstance(value, int | float):
        return f"the number {written or value}"
    if isinstance(value, str):
        # An address with a password must not get into logs and comments.
        return f"the text {quote(value)}" if case.key != "dsn" else "a text"
    if isinstance(value, list):
        return "a list"
    return (
        f"the key {quote_exactly(next(iter(value)))} with a value" if len(value) == 1 else "keys with values"
    )


def help_with_type(case: Case) -> tuple[tuple[str, ...], tuple[Fix, ...]]:
    """Return what to do about a value of the wrong type, with a fix where the value tells what is meant."""
    forms = alternatives_of(case.violation.schema, case.root)
    types = {type_: form for form in forms for type_ in types_of(form)}
    value = case.value
    if isinstance(value, dict):
        return _help_with_mapping(case, types)
    if isinstance(value, list):
        return _help_with_list(case, types)
    if isinstance(value, str):
        return _help_with_text(case, types)
    return _help_with_number(case, types)


def _describe_form(form: Mapping[str, Any], type_: str) -> str:
    if "enum" in form:
        return list_words(tuple(form["enum"]))
    if "type" not in form or type_ == "null":
        return ""
    if "properties" in form or (type_ == "number" and form["type"] == "integer"):
        return ""
    return _NAMED.get(form.get("title", ""), _TYPES[type_])


def _describe_keys(forms: list[Mapping[str, Any]]) -> str:
    """Return the keys by which mappings are known: those they need, else their first two."""
    if len(forms) == 1 and "required" in forms[0]:
        needed = tuple(forms[0]["required"])
        return f"key{'s' * (len(needed) > 1)} {list_words(needed, 'and')}"
    keys = (tuple(form.get("required", ()))[:1] or tuple(form["properties"])[:2] for form in forms)
    return f"key {list_words(tuple(key for some in keys for key in some))}"


def _help_with_number(case: Case, types: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[Fix, ...]]:
    """Help with a number or truth value: most often it is a text that happens to look like one."""
    form = types.get("string")
    written = case.document.raw(case.pointer)
    if "boolean" in types and repair_truth(written):
        return (f"write `{repair_truth(written)}`",), ()
    if form is None or not written:
        return (), ()
    if form.get("title") == "Duration":
        return (f"add the unit: `{written}m` is {written} minutes, `{written}d` is {written} days",), ()
    if not re.fullmatch(form.get("pattern", "^.*$")[1:-1], written):
        return (), ()
    quoted = f'"{written}"'
    fix = Fix("put it in quotes", (Edit(case.document.value_span(case.pointer), quoted),))
    return (f"put it in quotes: `{quoted}`",), (fix,)


def _help_with_text(case: Case, types: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[Fix, ...]]:
    text = case.value
    span = case.document.value_span(case.pointer)
    if "boolean" in types and repair_truth(text):
        word = repair_truth(text)
        return (f"write `{word}`",), (Fix(f"replace with `{word}`", (Edit(span, word),)),)
    if "number" in types and repair_number(text):
        number = repair_number(text)
        if text.strip().endswith("%") and types["number"].get("maximum") == 1:
            number = f"{float(number) / 100:g}"
        return (f"write `{number}`, without quotes or unit",), (
            Fix(f"replace with `{number}`", (Edit(span, number),), safe=not text.strip().endswith("%")),
        )
    if "array" in types and re.match(r"-[^ \d]", text):
        return ("begin each item on its own line with a hyphen and a blank: `- item`",), ()
    if "array" in types and _items_are_named(case, types):
        return (f"write it as a list: `[{_as_entry(text)}]`",), ()
    if "array" in types and case.document.is_plain(case.pointer):
        items = [item.strip() for item in text.split(",")]
        if not any(_NEEDS_QUOTES.search(item) or not item for item in items):
            shown = f"[{', '.join(items)}]"
            fix = Fix(f"replace with `{shown}`", (Edit(span, shown),), safe=len(items) == 1)
            return (f"write it as a list: `{shown}`",), (fix,)
    if "array" in types:
        return ("write it as a list, each item on its own line after a hyphen",), ()
    if "object" in types and {"id", "title"} <= {*types["object"].get("required", ())}:
        return (f"write `{_as_entry(text)}`",), ()
    if case.key == "dsn":
        return ("keep addresses and passwords out of the file: `dsn: {env: NAME}` names a variable",), ()
    return (), ()


def _help_with_mapping(case: Case, types: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[Fix, ...]]:
    """Help with a mapping: a colon and a space in an unquoted text make a key."""
    braced = is_in_braces(case.document, case.pointer)
    if "string" in types and len(case.value) == 1 and not braced:
        span = case.document.value_span(case.pointer)
        written = case.document.source.text[span.start.offset : span.end.offset]
        help = "a colon followed by a space starts a key; put the whole text in quotes"
        if "\n" in written or '"' in written or "\\" in written:
            return (help,), ()
        fix = Fix("put the text in quotes", (Edit(span, f'"{written}"'),), safe=False)
        return (f'{help}: `"{written}"`',), (fix,)
    if "array" not in types or not case.value:
        return (), ()
    if braced:
        items = alternatives_of(types["array"].get("items", {}), case.root)
        is_entry = any(item.get("type") == "object" for item in items)
        if not is_entry:
            return (), ()
        span = case.document.value_span(case.pointer)
        written = case.document.source.text[span.start.offset : span.end.offset]
        fix = Fix("put brackets around it", (Edit(span, f"[{written}]"),))
        return ("put brackets around it, `[{…}]`: a list of one",), (fix,)
    key, only = next(iter(case.value.items()))
    if re.match(r"-[^ ]", key):
        return ("begin each item on its own line with a hyphen and a blank: `- item`",), ()
    if isinstance(only, str) and _items_are_named(case, types) and "id" not in case.value:
        return (f"write each entry as an item: `- {_as_entry(only, id=key)}`",), ()
    if isinstance(only, dict) and "id" not in case.value:
        return (f"write each entry as an item with an id: `- id: {repair_id(key) or '…'}`",), ()
    return ("begin each item on its own line with a hyphen",), ()


def _items_are_named(case: Case, types: Mapping[str, Any]) -> bool:
    """Whether the items of a list are things with an id and a title, and nothing shorter."""
    items = alternatives_of(types["array"].get("items", {}), case.root)
    return all({"id", "title"} <= {*item.get("required", ())} for item in items)


def _as_entry(text: str, *, id: str = "") -> str:
    """Return a text as a thing with an id and a title."""
    if len(text) > _LONGEST_TITLE or '"' in text or "\\" in text:
        text = "…"
    shown = f'"{text}"' if _NEEDS_QUOTES.search(text) else text
    return f"{{id: {repair_id(id or text) or '…'}, title: {shown}}}"


def _help_with_list(case: Case, types: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[Fix, ...]]:
    if "object" in types and "string" not in types and "number" not in types:
        return ("write `key: value` lines, without hyphens or brackets",), ()
    if len(case.value) == 1 and isinstance(case.value[0], str):
        only = case.value[0]
        help = f"only one is possible here: write {quote(only)} without brackets or hyphen"
        return (help,), mend(case.document, "write it alone", Step("set", case.at, only), safe=True)
    return ("only one is possible here, without brackets or hyphens",), ()
