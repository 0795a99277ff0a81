"""The words for keys: unknown ones, missing ones, and ones that exclude each other."""

import re
from collections.abc import Iterator, Mapping
from itertools import dropwhile, takewhile
from typing import Any, Final

from journeymap.diagnostics import Diagnostic, Edit, Fix, Label
from journeymap.problems import Step
from journeymap.schema.alternatives import alternatives_of
from journeymap.schema.cases import Case, list_words, mend
from journeymap.schema.faults import (
    BAD_ID,
    CONFLICTING_KEYS,
    MISSING_KEY,
    MISSING_VERSION,
    UNKNOWN_KEY,
)
from journeymap.schema.hints import HINTS
from journeymap.schema.naming import explain_invisible, quote_exactly
from journeymap.schema.nearness import meant_key, other_words
from journeymap.schema.repairing import repair_id
from journeymap.schema.violations import follow_reference
from journeymap.source import Span, line_break_of

FEW: Final = 8
"""Below this many, all the allowed keys or values are listed."""


def word_unknown_keys(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each key that the language does not have at its place."""
    keys = unknown_keys(case)
    written = list(case.value)
    for key in keys:
        before = written[written.index(key) - 1] if written[0] != key else None
        if _is_cut_text(case, key):
            if before in keys and _is_cut_text(case, before):
                continue  # the next piece of the same text
            yield _word_cut_text(case, key, before)
        else:
            yield _word_unknown_key(case, key, tuple(case.violation.schema["properties"]))


def unknown_keys(case: Case) -> tuple[str, ...]:
    """Return the keys of a mapping that its schema does not have."""
    allowed = case.violation.schema["properties"]
    return case.violation.keys or tuple(key for key in case.value if key not in allowed)


def has_cut_text(case: Case) -> bool:
    """Whether a mapping holds nothing but the pieces of a text, as in ``{Late, hidden cost}``."""
    return all(_is_cut_text(case, key) for key in case.value)


def _word_unknown_key(case: Case, key: str, allowed: tuple[str, ...]) -> Diagnostic:
    meant = meant_key(key, allowed)
    span = case.document.key_span((*case.pointer, key))
    fixes: tuple[Fix, ...] = ()
    invisible = explain_invisible(key)
    if not meant:
        help = (*invisible, *_help_with_unknown_key(case, key, allowed))
    elif meant in case.value:
        help = (f"it is called `{meant}` here, and that is already written",)
    else:
        help = (f"did you mean `{meant}`?", *invisible)
        fixes = (Fix(f"replace with `{meant}`", (Edit(span, meant),), safe=False),)
    return _find_unknown(case, key, help, fixes)


def _word_cut_text(case: Case, key: str, before: str | None) -> Diagnostic:
    """Find a text that a comma cut: what follows the comma stands there as a key without a value."""
    help = "a comma inside `{ }` starts a new key; put the whole text in quotes"
    fixes: tuple[Fix, ...] = ()
    if before is not None and case.document.is_plain((*case.pointer, before)) and case.value[before]:
        start = case.document.value_span((*case.pointer, before)).start
        rest = dropwhile(lambda each: each != key, case.value)
        *_, last = takewhile(lambda each: _is_cut_text(case, each), rest)
        end = case.document.key_span((*case.pointer, last)).end
        text = case.document.source.text[start.offset : end.offset]
        if not {'"', "\\", "\n"} & set(text):
            help = f'{help}: `"{text}"`'
            edit = Edit(case.document.source.span(start.offset, end.offset), f'"{text}"')
            fixes = (Fix("put the text in quotes", (edit,), safe=False),)
    return _find_unknown(case, key, (help,), fixes)


def _find_unknown(case: Case, key: str, help: tuple[str, ...], fixes: tuple[Fix, ...]) -> Diagnostic:
    return case.found(
        UNKNOWN_KEY,
        f"unknown key {quote_exactly(key)} in {case.place}",
        at=(*case.pointer, key),
        primary=case.document.key_span((*case.pointer, key)),
        label="not a key of the language here",
        help=help,
        fixes=fixes,
    )


def word_missing_keys(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each key that a mapping needs and does not have."""
    for key in case.violation.schema["required"]:
        if key in case.value:
            continue
        if key == "journeymap" and not case.pointer:
            yield _word_missing_version(case)
            continue
        yield case.found(
            MISSING_KEY,
            f"{case.place} is missing `{key}`",
            primary=_place_of_parent(case),
            label=f"needs `{key}`",
            help=_help_with_missing_key(case, key),
            fixes=_make_id(case) if key == "id" else (),
            about=key,
        )


def _make_id(case: Case) -> tuple[Fix, ...]:
    """Return the fix that makes an id of a title: as good as any, and everybody's to change."""
    title = case.value.get("title")
    id = repair_id(title) if isinstance(title, str) else ""
    return mend(case.document, f"add `id: {id}`", Step("insert", case.at, id, "id")) if id else ()


def word_dependent_keys(case: Case) -> Iterator[Diagnostic]:
    """Yield the finding that a key stands without the one it depends on."""
    ((key, (needed,)),) = case.violation.schema["dependentRequired"].items()
    yield case.found(
        MISSING_KEY,
        f"{case.place} has `{key}` and is missing `{needed}`",
        at=(*case.pointer, key),
        primary=case.document.key_span((*case.pointer, key)),
        label=f"needs `{needed}`",
        help=_help_with_missing_key(case, needed),
        about=needed,
    )


def word_choice(case: Case) -> Iterator[Diagnostic]:
    """Yield the finding that none of several keys is there, of which a mapping needs one."""
    choices = case.violation.keys
    forms = case.violation.schema.get("anyOf") or case.violation.schema["oneOf"]
    known = {key for form in (case.violation.schema, *forms) for key in form.get("properties", {})}
    for key in case.value:
        meant = meant_key(key, choices) if key not in known else None
        if meant:
            yield _word_unknown_key(case, key, choices)
            return
    yield case.found(
        MISSING_KEY,
        f"{case.place} is missing {list_words(choices)}",
        primary=_place_of_parent(case),
        label=f"needs {list_words(choices)}",
        help=(
            *(_help_with_missing_key(case, choices[0]) if not case.pointer else ()),
            f"write one of {list_words(choices)}",
        ),
        about="|".join(choices),
    )


def word_conflict(case: Case) -> Iterator[Diagnostic]:
    """Yield the finding that keys stand together that exclude each other, shown at the second one."""
    first, second, *others = [key for key in case.value if key in case.violation.keys]
    labels = [
        Label(case.document.key_span((*case.pointer, key)), f"`{key}` is here") for key in (first, *others)
    ]
    verb = "stand" if others else "stands"
    yield case.found(
        CONFLICTING_KEYS,
        f"{list_words((second, *others), 'and')} {verb} beside `{first}` in {case.place}",
        at=(*case.pointer, second),
        primary=case.document.key_span((*case.pointer, second)),
        label=f"cannot stand beside `{first}`",
        labels=tuple(labels),
        help=("keep one of them",),
        about=first,
    )


def word_bad_names(case: Case) -> Iterator[Diagnostic]:
    """Yield a finding for each key that has to be an id and is none, or is none of those that there are."""
    known = tuple(case.violation.schema.get("enum", ()))
    for key in case.value:
        if known:
            if key not in known:
                yield _word_unknown_key(case, key, known)
            continue
        if len(key) <= 64 and re.fullmatch(case.violation.schema["pattern"][1:-1], key):
            continue
        meant = repair_id(key)
        span = case.document.key_span((*case.pointer, key))
        fix = Fix(f"replace with `{meant}`", (Edit(span, meant),), safe=False)
        usable = bool(meant) and meant not in case.value
        suggestion = f"; did you mean `{meant}`?" if usable else ""
        yield case.found(
            BAD_ID,
            f"the key {quote_exactly(key)} in {case.place} is not an id",
            at=(*case.pointer, key),
            primary=span,
            label="not an id",
            help=(f"ids are lower-case words joined by hyphens{suggestion}", *explain_invisible(key)),
            fixes=(fix,) if usable else (),
        )


def _help_with_unknown_key(case: Case, key: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    if key == "id" and case.title == "Changed fields":
        return ("an id stays; rename the item in the journey that is extended, with the old id as an alias",)
    if key.startswith("//"):
        return ("a comment begins with `#`",)
    if (case.title, key) in HINTS:
        return (HINTS[case.title, key],)
    owners = _owners_of(key, case.root)
    if owners:
        return (f"`{key}` belongs to {' or '.join(owners)}; check the indentation",)
    for word in other_words(key):
        owners = _owners_of(word, case.root)
        if owners:
            return (f"it is called `{word}`, and belongs to {' or '.join(owners)}",)
    free = tuple(other for other in allowed if other not in case.value)
    return (
        (f"the keys that may stand here: {', '.join(f'`{each}`' for each in allowed)}",)
        if (free and len(allowed) < FEW)
        else ()
    )


def _owners_of(key: str, root: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the things of the same kind of file that have a key, when they are few."""
    owners = [f"the {root['title'].lower()} itself"] if key in root["properties"] else []
    for definition in root["$defs"].values():
        for form in alternatives_of(definition, root):
            title = str(form.get("title", "")).removesuffix(" by persona").lower()
            if key in form.get("properties", {}) and title not in ("changed fields", ""):
                phrase = f"{'an' if title[0] in 'aeiou' else 'a'} {title.replace('kpi', 'KPI')}"
                if not title.startswith("change that") and phrase not in owners:
                    owners.append(phrase)
    return tuple(owners) if len(owners) <= 3 else ()


def _is_cut_text(case: Case, key: str) -> bool:
    """Whether a key is the rest of a text that a comma cut, as in ``{text: Late, hidden cost}``."""
    is_bare = case.value[key] is None and not case.document.raw((*case.pointer, key))
    return is_bare and case.document.is_flow(case.pointer) and not key.startswith("//")


def _help_with_missing_key(case: Case, key: str) -> tuple[str, ...]:
    """Return what the key is for, from its own description."""
    schema = case.violation.schema
    properties = schema.get("properties") or (case.root["properties"] if not case.pointer else {})
    written = properties.get(key, {})
    text = written.get("description") or follow_reference(written, case.root).get("description", "")
    sentence = text.partition(". ")[0].partition(":")[0].rstrip(".")
    return (f"add `{key}:`, {sentence[0].lower()}{sentence[1:]}",)


def _place_of_parent(case: Case) -> Span:
    """Return where to say that a key is missing: at the parent's key, and for a file at its id or title."""
    names = ("id", "title") if not case.pointer else ()
    return case.document.span(next(((name,) for name in names if case.value.get(name)), case.pointer))


def _word_missing_version(case: Case) -> Diagnostic:
    start = case.document.key_span((next(iter(case.value), ""),))
    at_start = start._replace(end=start.start)
    first_line = f"journeymap: 1{line_break_of(case.document.source.text)}"
    fix = Fix("add `journeymap: 1`", (Edit(at_start, first_line),))
    return case.found(
        MISSING_VERSION,
        f"{case.place} does not say which version of the language it is written in",
        label="comes after `journeymap: 1`",
        help=("begin the file with `journeymap: 1`",),
        fixes=(fix,) if start.start.column == 1 else (),
        about="journeymap",
    )
