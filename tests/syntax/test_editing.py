"""Changes by pointer: the data changes as asked, and everything else stays as it was written."""

import copy
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from journeymap.problems import Step, Verb
from journeymap.source import Place, Pointer
from journeymap.syntax import Document, read_document
from journeymap.syntax.comments import find_comments
from journeymap.syntax.editing import apply_edits, edit_document
from journeymap.syntax.writing import write_flow
from tests.conftest import ROOT
from tests.syntax.layouts import lay_out

MAP = """\
# top
journeymap: 1
kind: journey   # what it is
id: demo
title: Demo
tags: [a, b,   # bee
  c]
exits:
stages:
  # first
  - id: s1  # one
    # about the title
    title: S one
    touchpoints: []
  - {id: s2, title: S2}
"""

FILES = sorted(
    path
    for folder in ("examples", "tests/cases/spine", "tests/cases/schema", "tests/schema/complete")
    for path in (ROOT / folder).rglob("*.yaml")
)

WIDE = "word " * 25 + "word"
AWKWARD_TEXTS = (
    *("", " a", "a ", "a\nb", "a: b", "a #b", "a:", "a,b", "x: ", "[a", "a]", "- x", "? x", "\"'", "\t"),
    *("no", "y", "~", "null", "1e3", ".5", "0x1f", "1_000", "12:30", "2026-10-01", "http://x.y/z", "---"),
    *("=", "<<", "?", ":", "+", "-", "#x", "&x", "*x", "!x", "%x", "@x", "`x", '"', "'", "\\"),
    *("é", "…", "\u00a0", "\x7f", "\x85", "\U0001f6d2", "\U000e0001"),
)


def read(text: str) -> Document:
    """Return a text as a document."""
    return read_document("x.yaml", text.encode("utf-8", "surrogatepass"))


def step(verb: Verb, *pointer: str | int, value: Any = None, key: str = "") -> Step:
    """Return a step in the one document of a test."""
    return Step(verb, Place("x.yaml", pointer), value, key)


def edited(text: str, *steps: Step) -> str:
    """Return a text after steps; the text itself where they cannot be taken."""
    return apply_edits(text, edit_document(read(text), steps))


@pytest.mark.parametrize(
    ("before", "taken", "after"),
    [
        ("title: Demo # c\n", step("set", "title", value="no"), 'title: "no" # c\n'),
        ("title: 'Demo'\r\nid: x\r\n", step("set", "title", value="A: b"), 'title: "A: b"\r\nid: x\r\n'),
        ("title:\n", step("set", "title", value="x"), "title: x\n"),
        ("title:   # later\n", step("set", "title", value="x"), "title: x   # later\n"),
        ("a: {b, c: 1}\n", step("set", "a", "b", value=2), "a: {b: 2, c: 1}\n"),
        ("a: {b: , c: 1}\n", step("set", "a", "b", value="x, y"), 'a: {b: "x, y" , c: 1}\n'),
        ("a:\n-\n- x\n", step("set", "a", 0, value="y z"), "a:\n- y z\n- x\n"),
        ("a: |  # long\n  x\n  y\n\nb: 1\n", step("set", "a", value="z"), "a: z  # long\n\nb: 1\n"),
        ("a:  # why\n  - x # x\n  - y # y\nb: 1\n", step("set", "a", value="z"), "a: z  # why\nb: 1\n"),
        ("a: x # c\n", step("set", "a", value=[{"b": 1}]), "a: # c\n  - {b: 1}\n"),
        ("a:\n- x\nb: 1\n", step("set", "b", value=[{"c": 1}]), "a:\n- x\nb:\n- {c: 1}\n"),
        ("a: x\n", step("set", "a", value=["w", "z"]), "a: [w, z]\n"),
        ("a:\n  - b: 1 # c\n    d: 2\n", step("set", "a", 0, value="x"), "a:\n  - x\n"),
        ("a:\n  -\n    b: 1\n  - c\n", step("set", "a", 0, value="x"), "a:\n  - x\n  - c\n"),
        ("a:\n  b: 1\nc: 2\n", step("set", "a", value=[{"d": 1}]), "a:\n  - {d: 1}\nc: 2\n"),
        ("a: |  # long\n  x\nc: 2\n", step("set", "a", value=[{"d": 1}]), "a:  # long\n  - {d: 1}\nc: 2\n"),
        (
            "a:\n  - b: 1\n    c: 2\n",
            step("set", "a", 0, value={"d": [{"e": 1}]}),
            "a:\n  - {d: [{e: 1}]}\n",
        ),
        (
            "a:\n",
            step("set", "a", value={"b": [{"c": 1}], "d": {"e": WIDE}}),
            f"a:\n  b:\n    - {{c: 1}}\n  d:\n    e: {WIDE}\n",
        ),
        (
            "a:\n- x\n",
            step("set", "a", 0, value=[{"c": 1}, {"d": [1, 2, 3], "e": 2}]),
            "a:\n-\n  - {c: 1}\n  - d: [1, 2, 3]\n    e: 2\n",
        ),
    ],
)
def test_a_value_is_set_in_its_place(before: str, taken: Step, after: str) -> None:
    """Comments, line breaks and neighbours stay; what is written is quoted where it must be."""
    assert edited(before, taken) == after


@pytest.mark.parametrize(
    ("before", "taken", "after"),
    [
        ("a: 1 # c\n", step("rename", "a", key="b"), "b: 1 # c\n"),
        ("'a': {x: 1}\n", step("rename", "a", "x", key="no"), "'a': {\"no\": 1}\n"),
        ("a: 1\nb: 2\n", step("rename", "a", key="b"), "a: 1\nb: 2\n"),
        ("a: [x]\n", step("rename", "a", 0, key="b"), "a: [x]\n"),
        ("a: 1\n", step("rename", "c", key="b"), "a: 1\n"),
    ],
)
def test_a_key_is_renamed_unless_the_name_is_taken(before: str, taken: Step, after: str) -> None:
    """The value, its comment and the quotes of others stay."""
    assert edited(before, taken) == after


@pytest.mark.parametrize(
    ("before", "taken", "after"),
    [
        (MAP, step("insert", key="owner", value="web"), MAP.replace("Demo\n", "Demo\nowner: web\n")),
        (
            MAP,
            step("insert", key="insights", value=[{"text": "x"}]),
            MAP + "insights:\n  - {text: x}\n",
        ),
        ("a: 1", step("insert", key="b", value="x"), "a: 1\nb: x"),
        ("a: 1\r\nc:\r\n  - 2\r\n", step("insert", key="b", value=3), "a: 1\r\nb: 3\r\nc:\r\n  - 2\r\n"),
        ("a: |+\n  x\n\n", step("insert", key="b", value=3), "b: 3\na: |+\n  x\n\n"),
        ("a: {}\n", step("insert", "a", key="b", value=3), "a: {b: 3}\n"),
        (
            "a: 1\nb: |+\n  x\n",
            step("insert", key="c", value=[{"d": 1}]),
            "c:\n  - {d: 1}\na: 1\nb: |+\n  x\n",
        ),
        ("a: 1\nb: |+\n  x\n", step("insert", key="c", value=2), "a: 1\nc: 2\nb: |+\n  x\n"),
        ("a:\n  - b: 1\n", step("insert", "a", 0, key="id", value="x"), "a:\n  - id: x\n    b: 1\n"),
        ("a: {b: 1}\n", step("insert", "a", key="id", value="x"), "a: {id: x, b: 1}\n"),
        ("a: {c: 1, }\n", step("insert", "a", key="b", value=3), "a: {c: 1, b: 3, }\n"),
        ("a: {c}\n", step("insert", "a", key="b", value="x, y"), 'a: {c, b: "x, y"}\n'),
        ("a:\n  - c: 1\n", step("insert", "a", 0, key="b", value=2), "a:\n  - c: 1\n    b: 2\n"),
        ("a: 1\n", step("insert", "b", "c", key="d", value=2), "a: 1\nb: {c: {d: 2}}\n"),
        ("a:\n", step("insert", "a", key="d", value=2), "a: {d: 2}\n"),
    ],
)
def test_a_field_is_inserted_where_it_reads_well(before: str, taken: Step, after: str) -> None:
    """One line goes below the single lines at the beginning, lines go to the end."""
    assert edited(before, taken) == after


@pytest.mark.parametrize(
    ("before", "taken", "after"),
    [
        (MAP, step("insert", "exits", value={"id": "x"}), MAP.replace("exits:\n", "exits:\n  - {id: x}\n")),
        (MAP, step("insert", "tags", value="no"), MAP.replace("  c]", '  c, "no"]')),
        (
            MAP,
            step("insert", "stages", value={"id": "x", "t": 1}),
            MAP + "  - id: x\n    t: 1\n".replace("id: x\n    t: 1", "id: x\n    t: 1"),
        ),
        ("a: []\n", step("insert", "a", value="x"), "a: [x]\n"),
        ("a: [ # c\n]\n", step("insert", "a", value="x"), "a: [x # c\n]\n"),
        ("a: [] # c\n", step("insert", "a", value={"b": [1, 2]}), "a: # c\n  - b: [1, 2]\n"),
        ("a:\n- x  # c\n", step("insert", "a", value="y"), 'a:\n- x  # c\n- "y"\n'),
        ("a: x\n", step("insert", "a", value="z"), "a: [x, z]\n"),
        ("a: {b: 1}\n", step("insert", "a", value="z"), "a: [{b: 1}, z]\n"),
        ("a: 1\n", step("insert", "b", value="z"), "a: 1\nb: [z]\n"),
        (
            "a:\n  - {b: 1}\n",
            step("insert", "a", value={"b": [2], "c": 3}),
            "a:\n  - {b: 1}\n  - {b: [2], c: 3}\n",
        ),
        ("a:\n  - b: 1", step("insert", "a", value={"b": 2}), "a:\n  - b: 1\n  - b: 2"),
    ],
)
def test_an_item_is_inserted_in_the_style_of_its_list(before: str, taken: Step, after: str) -> None:
    """Dashes stand under dashes, brackets stay brackets, and a single value becomes a list."""
    assert edited(before, taken) == after


@pytest.mark.parametrize(
    ("before", "steps", "after"),
    [
        ("a: 1 # one\n# two\nb: 2\n", [step("remove", "a")], "# two\nb: 2\n"),
        ("a: 1\nb: 2", [step("remove", "b")], "a: 1\n"),
        ("a: 1\nb:\n  - x\n", [step("remove", "b", 0)], "a: 1\n"),
        ("a: 1\nb:\n  - c: 2 # c\n    d: 3\n", [step("remove", "b", 0, "c")], "a: 1\nb:\n  - d: 3\n"),
        ("b:\n  - c: 2\n    # d\n    d: 3\n", [step("remove", "b", 0, "c")], "b:\n  -\n    # d\n    d: 3\n"),
        ("b:\n  - c: 2\n    d: 3 # d\n", [step("remove", "b", 0, "d")], "b:\n  - c: 2\n"),
        ("a: [x, z]\n", [step("remove", "a", 0)], "a: [z]\n"),
        ("a: [x, z]\n", [step("remove", "a", 1)], "a: [x]\n"),
        ("a: [x, z, ]\n", [step("remove", "a", 1)], "a: [x, ]\n"),
        ("a: [w, x, z]\n", [step("remove", "a", 1), step("remove", "a", 2)], "a: [w]\n"),
        ("a: 1\nb: [x, z]\n", [step("remove", "b", 0), step("remove", "b", 1)], "a: 1\n"),
        ("a: [\n  x, # x\n  z, # z\n]\n", [step("remove", "a", 0)], "a: [\n  z, # z\n]\n"),
        ("a: [\n  x, # x\n  z # z\n]\n", [step("remove", "a", 1)], "a: [\n  x # x\n  \n]\n"),
        ("a: |\n  x\nb: 1\n# c\n", [step("remove", "b")], "a: |\n  x\nb: 1\n# c\n"),
    ],
)
def test_an_entry_is_removed_with_its_own_comment(before: str, steps: list[Step], after: str) -> None:
    """Neighbours keep their comments, and an empty collection goes, too."""
    assert edited(before, *steps) == after


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("a: 1\n", step("set", value=1)),
        ("a: 1\n", step("set", "b", value=1)),
        ("a: 1\n", step("remove", "a")),
        ("a: 1\n", step("remove", "b")),
        ("a: 1\n", step("insert", key="a", value=1)),
        ("a: 1\n", step("insert", "a", key="b", value=1)),
        ("a: [x]\n", step("insert", "a", 3, value=1)),
        ("? a\n: 1\n", step("insert", key="b", value=1)),
        ("? a\n: 1\nb: 2\n", step("remove", "b")),
        ("a: 1\na: 2\nb: 3\n", step("remove", "a")),
        ("a: [b: 1]\n", step("insert", "a", 0, key="c", value=1)),
        ("a:\n  - |+\n    x\n", step("insert", "a", value=1)),
        ("a:\n  b: 1\n", step("insert", "a", value=1)),
        ("? a\n: - b: 1\n", step("set", "a", value=1)),
        ("{? a : 1, b: 2}\n", step("set", "b", value=1)),
        ("[a]: 1\nb: 2\n", step("set", "b", value=1)),
        ("a: &x 1\n", step("set", "a", value=1)),
        ("a: [", step("set", "a", value=1)),
    ],
)
def test_what_cannot_be_written_with_certainty_has_no_edits(text: str, taken: Step) -> None:
    """A step that makes no sense, or meets what the editor does not see through, changes nothing."""
    assert edit_document(read(text), [taken]) == ()


@pytest.mark.parametrize("text", AWKWARD_TEXTS)
def test_every_text_is_written_so_that_it_is_read_again(text: str) -> None:
    """Quotes and escapes are there where they are needed, as a value and as a key, in both styles."""
    for document in (
        edited("a: 1\n", step("set", "a", value=text)),
        edited("a: [1]\n", step("set", "a", 0, value=text)),
    ):
        read_again = read(document)
        assert read_again.diagnostics == ()
        assert read_again.data["a"] in (text, [text])
    for before in ("a: 1\n", "b: {a: 1}\n"):
        pointer = () if before[0] == "a" else ("b",)
        after = read(edited(before, step("insert", *pointer, key=text, value=2))) if text else None
        assert after is None or {text: 2}.items() <= (after.data["b"] if pointer else after.data).items()


WORDS = st.text("ab c,:#-'\"\\é0\n[]{}|>?&*!%@", max_size=6) | st.sampled_from(
    ("no", "12", "12:30", "~", "x y")
)
SCALARS = st.none() | st.booleans() | st.integers(-99, 99) | st.floats(-9, 9, width=16) | WORDS
KEYS = st.sampled_from(("id", "title", "a", "b c", "no", "#x", "list", "k: v"))
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4), st.data())
def test_the_data_changes_as_asked_and_comments_survive(data: dict[str, Any], choose: st.DataObject) -> None:
    """Read again, an edited document holds its data with the steps taken, in whatever style it is written."""
    text = lay_out(data, choose.draw)
    document = read(text)
    assume(document.data is not None)  # a text of lines ends with the file, and has lost its last line break
    check_steps(document, [draw_step(document.data, choose) for _ in range(choose.draw(st.integers(1, 2)))])


@given(st.sampled_from(FILES), st.data())
def test_real_files_are_edited_in_place(path: Path, choose: st.DataObject) -> None:
    """The same holds for the files that people write."""
    document = read_document("x.yaml", path.read_bytes())
    assume(document.data is not None)
    check_steps(document, [draw_step(document.data, choose)])


def check_steps(document: Document, steps: list[Step]) -> None:
    """Assert that edits do to a document what the steps do to its data, and no more."""
    places = [each.place.pointer for each in steps]
    assume(not any(one != other and other[: len(one)] == one for one in places for other in places))
    assume(len(places) == len(set(places)))
    edits = edit_document(document, steps)
    expected = copy.deepcopy(document.data)
    try:
        for each in sorted(
            steps, key=lambda each: document.span(each.place.pointer).start.offset, reverse=True
        ):
            expected = take(expected, each)
    except ImpossibleError:
        assert edits == ()
        return
    text = document.source.text
    if not edits:
        wraps = any(
            isinstance(value_at(document.data, each.place.pointer), dict) for each in steps if not each.key
        )
        assert expected == document.data or wraps or is_beyond(text), (text, steps)
        return
    after = apply_edits(text, edits)
    read_again = read(after)
    assert read_again.data == expected, (text, steps, after)
    lost: Counter[str] = Counter()
    for one in steps:
        if one.verb != "insert":
            gone = find_gone(document.data, one, is_alone=len(steps) == 1)
            place = document.value_span(gone)
            lines = range(document.key_span(gone).start.line - 1, place.end.line + 2)
            lost += Counter(each.text for each in find_comments(document) if each.span.start.line in lines)
    before = Counter(each.text for each in find_comments(document))
    assert before - lost <= Counter(each.text for each in find_comments(read_again)), (text, steps, after)


def find_gone(data: Any, one: Step, *, is_alone: bool) -> Pointer:
    """Return the pointer of all that goes with a step: a collection that is left empty, too."""
    pointer = one.place.pointer
    while (
        one.verb == "remove" and (len(value_at(data, pointer[:-1])) == 1 or not is_alone) and len(pointer) > 1
    ):
        pointer = pointer[:-1]
    return pointer


def is_beyond(text: str) -> bool:
    """Whether a text holds what the editor may leave alone."""
    return bool(re.search(r"[|>][-+0-9]*[ \t]*(#|\r|\n|$)|^\? |\[[^\]]*: ", text, re.MULTILINE))


class ImpossibleError(Exception):
    """A step makes no sense for the data."""


def take(data: Any, one: Step) -> Any:
    """Return data with a step taken, in plain Python."""
    pointer = one.place.pointer
    if one.verb == "insert":
        return insert(data, pointer, one)
    if not pointer:
        raise ImpossibleError
    parent = value_at(data, pointer[:-1])
    if one.verb == "set":
        parent[pointer[-1]] = one.value
        return data
    if len(parent) == 1:
        return take(data, one._replace(place=Place("x.yaml", pointer[:-1])))
    del parent[pointer[-1]]
    return data


def insert(data: Any, pointer: Pointer, one: Step) -> Any:
    """Return data with something added, and what is not there begun."""
    new = {one.key: one.value} if one.key else [one.value]
    *parent, last = pointer or (None,)
    there = (
        data
        if not pointer
        else value_at(data, tuple(parent)).get(last)
        if isinstance(last, str)
        else value_at(data, pointer)
    )
    if pointer and there is None:
        value_at(data, tuple(parent))[last] = new
    elif one.key:
        if not isinstance(there, dict) or one.key in there:
            raise ImpossibleError
        there[one.key] = one.value
    elif isinstance(there, list):
        there.append(one.value)
    else:
        if not pointer:
            raise ImpossibleError
        value_at(data, tuple(parent))[last] = [there, one.value]
    return data


def value_at(data: Any, pointer: Pointer) -> Any:
    """Return the value at a pointer; nothing where a key is missing."""
    for each in pointer:
        data = data.get(each) if isinstance(data, dict) else data[each]
    return data


def draw_step(data: Any, choose: st.DataObject) -> Step:
    """Return some step that may be taken in data."""
    pointer: Pointer = ()
    while (
        isinstance(value_at(data, pointer), dict | list)
        and value_at(data, pointer)
        and choose.draw(st.booleans())
    ):
        there = value_at(data, pointer)
        pointer = (
            *pointer,
            choose.draw(st.sampled_from(list(there) if isinstance(there, dict) else range(len(there)))),
        )
    verb = choose.draw(st.sampled_from(("set", "insert", "remove")))
    if verb == "remove":
        return step("remove", *pointer)
    if verb == "set":
        return step("set", *pointer, value=choose.draw(VALUES))
    key = choose.draw(KEYS | st.just("")) if isinstance(value_at(data, pointer), dict | None) else ""
    if isinstance(value_at(data, pointer), dict) and choose.draw(st.booleans()):
        new = choose.draw(KEYS)
        pointer, key = ((*pointer, new), "") if new not in value_at(data, pointer) else (pointer, key)
    return step("insert", *pointer, value=choose.draw(VALUES), key=key)


def test_a_value_in_brackets_is_read_again() -> None:
    """What is written on one line is the value."""
    assert read(f"a: {write_flow({'b': [1, None, True, 'x, y']})}\n").data == {
        "a": {"b": [1, None, True, "x, y"]}
    }
