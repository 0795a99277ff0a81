"""Truths about every document, however wrong."""

import copy
import json
import re
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from journeymap.diagnostics import Diagnostic, in_order
from journeymap.schema import KINDS, kind_of, validate
from journeymap.schema.violations import find_by_reference, find_violations
from journeymap.source import SourceFile
from journeymap.syntax import Document, read_document
from tests.schema.finding import COMPLETE
from tests.schema.test_engines import comparable

JARGON = re.compile(
    r"given schemas|json|schema|\$ref|\$defs|anyOf|oneOf|additionalProp|https?://journeymap"
    r"|\b(object|array|boolean|null value|NoneType|None|dict|True|False)\b"
)
WORDS = (
    "journeymap", "kind", "id", "title", "stages", "touchpoints", "emotion", "by", "score", "pains", "text",
    "next", "to", "exit", "share", "kpis", "metric", "changes", "set", "add", "item", "fields", "extends",
    "personas", "0", "01", "+1", "", "a/b~c",
)  # fmt: skip

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-10, 10)
    | st.floats()
    | st.text(st.characters(exclude_categories=["C", "Z"]), max_size=8)
    | st.sampled_from(
        [*WORDS, "2026-02-30", "4 minutes", "Deal Hunter", "a, b", "", " ", "`x`", "pain", "touchpoint"]
    )
)
keys = st.sampled_from(WORDS) | st.text(st.characters(exclude_categories=["C", "Z"]), max_size=8)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=12,
)
mappings = st.dictionaries(keys, values, max_size=6)
complete = {
    file.name: read_document(file.name, file.read_bytes()).data for file in sorted(COMPLETE.glob("*.yaml"))
}


def assert_sound(findings: tuple[Diagnostic, ...], document: Document) -> None:
    """Assert what holds for findings of any document."""
    assert findings == in_order(findings)
    for each in findings:
        for words in (each.message, each.label, *each.help, *each.notes):
            # What users wrote stands between backticks or behind the word number; the rest is ours.
            ours = re.sub(r"`[^`]*`", "", words).partition("found the number")[0]
            assert not JARGON.search(ours), words
            assert "\n" not in words
        assert each.message[0].islower() or each.message[0] == "`" or each.message.startswith("KPI")
        assert not each.message.endswith(".")
        assert 0 <= each.primary.start.offset <= each.primary.end.offset <= len(document.source.text)
        assert each.help or each.rule == "unknown-key" or each.rule == "wrong-type"


@given(values, st.sampled_from(KINDS))
def test_any_data_is_answered_in_words(data: Any, kind: str) -> None:
    """Data of any shape leads to findings, never to an exception, and not to the language of machines."""
    document = Document(SourceFile("x.yaml", ""), data)

    assert_sound(validate(document, kind), document)
    kind_of(document)


@given(mappings, st.sampled_from(KINDS))
def test_what_is_refused_is_said(data: dict[str, Any], kind: str) -> None:
    """A document that its schema refuses has a finding, here or about its kind."""
    document = Document(SourceFile(f"x.{kind}.yaml", ""), data)
    _, faults = kind_of(document)

    assert bool(find_violations(data, kind)) <= bool((*faults, *validate(document, kind)))


@given(mappings, st.sampled_from(KINDS))
def test_the_engines_agree_on_any_data(data: dict[str, Any], kind: str) -> None:
    """Both validators have the same against any document."""
    assert comparable(find_violations(data, kind)) == comparable(find_by_reference(data, kind))


@given(st.sampled_from(list(complete)), st.data())
def test_a_changed_document_is_answered_at_its_places(name: str, data: st.DataObject) -> None:
    """One value of a right file replaced by any other: every finding has its place in the file."""
    changed = copy.deepcopy(complete[name])
    owner, key = data.draw(st.sampled_from(list(places(changed))))
    owner[key] = data.draw(values)
    text = json.dumps(changed, ensure_ascii=False, indent=1)
    document = read_document(name, text.encode())
    assume(not document.broken)
    kind, faults = kind_of(document)
    findings = validate(document, kind) if kind else ()

    assert_sound(findings, document)
    if kind:
        assert bool(find_violations(document.data, kind)) <= bool((*faults, *findings))
        reference = find_by_reference(document.data, kind)
        assert comparable(find_violations(document.data, kind)) == comparable(reference)


@given(st.sampled_from(list(complete)), st.data())
def test_one_misspelt_key_is_one_finding(name: str, data: st.DataObject) -> None:
    """A key with two letters swapped is named, once, with what was meant."""
    changed = copy.deepcopy(complete[name])
    owner, key = data.draw(st.sampled_from([place for place in places(changed) if is_of_the_language(place)]))
    at = data.draw(st.integers(0, len(key) - 2))
    misspelt = key[:at] + key[at + 1] + key[at] + key[at + 2 :]
    assume(misspelt not in owner and misspelt != key)
    entries = [(misspelt if each == key else each, value) for each, value in owner.items()]
    owner.clear()
    owner.update(entries)
    document = read_document(name, json.dumps(changed, ensure_ascii=False, indent=1).encode())
    kind, faults = kind_of(document)
    findings = (*faults, *validate(document, kind or "journey"))

    assert [each.rule for each in findings] == ["unknown-key"]
    assert f"`{misspelt}`" in findings[0].message


def places(value: Any) -> Any:
    """Yield each place of data as its owner and its key or index."""
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in entries:
        yield value, key
        if isinstance(inner, dict | list):
            yield from places(inner)


def is_of_the_language(place: tuple[Any, Any]) -> bool:
    """Whether a key is a word of the language with enough letters, and its mapping known by others."""
    owner, key = place
    free = {"commuter", "parent", "weather", "steps-walked", "indoor", "age", "bicycles", "counter", "cards"}
    return (
        isinstance(owner, dict)
        and len(key) > 4
        and not free & set(owner)
        and not {"no-feedback-loop", "flat-emotion", "period", "survey"} & set(owner)
        and key
        not in {"journeymap", "extends", "stages", "title", "journey", "remove", "metric", "fields", "paths"}
    )
