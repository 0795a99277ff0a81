"""The profile of the language: keys, anchors, tags, merge keys, sizes; and what stays usable."""

import pytest

from journeymap.diagnostics import Diagnostic
from journeymap.syntax import Limits, read_document
from tests.syntax.texts import HEAD

LIMITS = Limits()


def find(text: str, limits: Limits = LIMITS) -> tuple[Diagnostic, ...]:
    """Return the findings of a text."""
    return read_document("a.yaml", text.encode(), limits).diagnostics


def place(found: Diagnostic) -> tuple[str, int, int, int]:
    """Return rule, line, first and last column."""
    start, end = found.primary.start, found.primary.end
    return found.rule, start.line, start.column, end.column


def test_values_are_plain() -> None:
    """A document is made of dicts, lists, texts, numbers, booleans and None, in the order of the file."""
    text = "b: [1, 2.5, true, null, x]\na: {d: 'e', c: |\n   f\n  }\n".replace("|\n   f\n  }", "f}")
    data = read_document("a.yaml", text.encode()).data
    assert data == {"b": [1, 2.5, True, None, "x"], "a": {"d": "e", "c": "f"}}
    assert (list(data), list(data["a"])) == (["b", "a"], ["d", "c"])


def test_a_repeated_key_is_located_with_its_first_place() -> None:
    """The later key is the error, the first one is labelled, and its value is the one that is kept."""
    document = read_document("a.yaml", f"{HEAD}tags: [x]\n'title': Other\n".encode())
    (found,) = document.diagnostics
    assert place(found) == ("duplicate-key", 6, 1, 8)
    assert [(label.span.start.line, label.text) for label in found.labels] == [(4, "first written here")]
    assert not document.broken
    assert document.data["title"] == "Demo"
    assert document.raw(("title",)) == "Demo"


def test_a_key_repeated_twice_is_two_findings() -> None:
    """Each repetition is one error against the same first place."""
    found = find("a: 1\na: 2\nb: {c: 1, c: 2}\na: 3\n")
    assert [place(each)[1:3] for each in found] == [(2, 1), (3, 11), (4, 1)]
    assert [each.labels[0].span.start.line for each in found] == [1, 3, 1]


@pytest.mark.parametrize(
    ("key", "what"),
    [
        ("2026", "a number"), ("1.5", "a number"), ("014", "a number"), (".inf", "a number"),
        ("9" * 400, "a number"),
        ("true", "a true or false"), ("False", "a true or false"), ("null", "empty"), ("~", "empty"),
    ],
)  # fmt: skip
def test_a_key_that_is_no_text_is_located(key: str, what: str) -> None:
    """A key with a value of its own is an error with a safe fix; the rest of the file stays usable."""
    document = read_document("a.yaml", f"{HEAD}{key}: x\ntags: [web]\n".encode())
    (found,) = document.diagnostics
    assert place(found) == ("key-not-text", 5, 1, 1 + len(key))
    assert found.message.endswith(f" is {what}, and keys are text")
    assert found.fixes[0].edits[0].text == f'"{key}"'
    assert found.fixes[0].safe
    assert document.data == {
        "journeymap": 1,
        "kind": "journey",
        "id": "demo",
        "title": "Demo",
        "tags": ["web"],
    }


@pytest.mark.parametrize(
    "key", ["no", "2026-01-02", "12:30", "1_000", "-", ".", "'2026'", '"true"', "''", "=", "+"]
)
def test_what_is_text_may_be_a_key(key: str) -> None:
    """Dates, times and quoted numbers are names like any other."""
    document = read_document("a.yaml", f"{key}: x\n".encode())
    assert [each.rule for each in document.diagnostics] == []
    assert list(document.data) == [key.strip("'\"")]


@pytest.mark.parametrize(
    ("text", "end", "message"),
    [
        ("[a, b]: c\n", 7, "a list or a mapping stands where a key is expected"),
        ("{a: b}: c\n", 7, "a list or a mapping stands where a key is expected"),
        ("? - a\n: b\n", 1, "a list or a mapping stands where a key is expected"),
        ("?\n: b\n", 1, "the key before this `:` is missing"),
    ],
)
def test_a_key_that_is_no_scalar_is_located(text: str, end: int, message: str) -> None:
    """Collections and nothing are no keys."""
    (found,) = find(text)
    assert (found.rule, found.message) == ("key-not-text", message)
    assert found.help


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: &x b\nc: *x\n", 1, 4),
        ("a: &x\n  b: c\nd: *x\n", 1, 4),
        ("&x a: b\n", 1, 1),
        ("&x\na: b\n", 1, 1),
        ("a: {&x b: c}\n", 1, 5),
        ('a: {"b":&x c}\n', 1, 9),
        ("a: [*x]\n", 1, 5),
        ("a: &x [*x]\n", 1, 4),
        ("a: [&x [*x], *x]\n", 1, 5),
        ("- &x a\n"[2:].replace("&x a", "a:\n- &x b"), 2, 3),
        ("*x : a\n", 1, 1),
    ],
)
def test_an_anchor_or_alias_is_located(text: str, line: int, column: int) -> None:
    """The first anchor, or an alias without one, is one error, and nothing is built from it."""
    document = read_document("a.yaml", text.encode())
    (found,) = document.diagnostics
    assert document.broken
    assert place(found)[:3] == ("alias-used", line, column)
    assert any("library" in help for help in found.help)


def test_an_anchor_shows_its_first_alias() -> None:
    """The place where the value was to be used again is a label."""
    (found,) = find("a: &xy b\nc: [*x, *xy]\n".replace("*x, ", ""))
    assert [(label.span.start.column, label.span.end.column) for label in found.labels] == [(5, 8)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: !x b\n", [(1, 4, 6)]),
        ("a: !!str 1\n", [(1, 4, 9)]),
        ("a: !!int abc\nb: !!timestamp x\nc: !!bool x\n", [(1, 4, 9), (2, 4, 15), (3, 4, 10)]),
        ("a: !<tag:yaml.org,2002:python/name:os.system> x\n", [(1, 4, 46)]),
        ("!x a: b\n", [(1, 1, 3)]),
        ("!!map\na: b\n", [(1, 1, 6)]),
        ("a: !\n", [(1, 4, 5)]),
        ("a: ! b\n", [(1, 4, 5)]),
        ("a: !x [!y b]\n", [(1, 4, 6), (1, 8, 10)]),
    ],
)
def test_each_tag_is_located(text: str, places: list[tuple[int, int, int]]) -> None:
    """Every tag is an error of its own, whatever it would have done."""
    assert [place(each) for each in find(text)] == [("tag-used", *each) for each in places]


def test_an_anchor_behind_a_tag_is_found() -> None:
    """A node begins with its tag; the anchor behind it ends the reading all the same."""
    assert [place(each)[:3] for each in find("a: !x &y [*y]\n")] == [("tag-used", 1, 4), ("alias-used", 1, 7)]


def test_marks_inside_texts_are_no_properties() -> None:
    """`&`, `*` and `!` in the middle of a text, and in quotes, are letters."""
    text = "a: Wow! A & B * C\nb: '&x'\nc: \"*x !y\"\nd: |\n  &x *x !x\ne: [a!b, a&b]  # &x\n"
    assert find(text) == ()


def test_a_merge_key_is_located() -> None:
    """Merging is refused without being done; in quotes the two signs are a key."""
    document = read_document("a.yaml", f"{HEAD}<<: {{a: b}}\n".encode())
    assert document.broken
    assert [place(each) for each in document.diagnostics] == [("merge-key", 5, 1, 3)]
    assert find("'<<': a\n") == ()


def test_several_faults_are_found_at_once() -> None:
    """What does not stop the parser is reported in one run."""
    text = "a: 1\na: 2\n3: x\nb: .nan\nc: NO\n<<: {}\n"
    assert [each.rule for each in find(text)] == [
        "duplicate-key", "key-not-text", "not-a-number", "ambiguous-scalar", "merge-key",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["a: no\n", "a: .nan\n", "1: a\n", "[a]: b\n", "'a': 1\n", "<<: a\n", "a: !x y\n", "x: 'aaaaa aaaaa'\n"],
)
def test_findings_are_bounded(text: str) -> None:
    """A file of nothing but faults fills no memory with them."""
    limits = Limits(findings=3, scalar=10)
    many = "\n".join(f"k{number}: {{{text.strip()}}}" for number in range(10))
    if "'a'" in text:
        many = "a: 1\n" * 10
    assert len(find(many, limits)) == 3


def test_a_long_text_is_located() -> None:
    """One text has a limit of its own, in every style."""
    limits = Limits(scalar=20)
    long = "word " * 5
    (found,) = find(f"a: b\nc: {long}\n", limits)
    assert place(found)[:3] == ("too-long", 2, 4)
    assert found.message == "the text has 24 characters, more than the 20 that are read"
    assert [place(each)[:3] for each in find(f"a: |\n  {long}\nb: '{long}'\n", limits)] == [
        ("too-long", 1, 4),
        ("too-long", 3, 4),
    ]
    assert (
        find("a: 12345678901234567890\n".replace("12345678901234567890", "abcdefghijklmnopqrst"), limits)
        == ()
    )


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a: [[[b]]]\n", 6),
        ("a: {b: {c: d}}\n", 9),
        ("a: [x, [y, [z]]]\n", 9),
        ("a:\n - b:\n    - c\n", 4),
        ("a: {b: c, d: {e: f}}\n", 15),
        ("? [[a]]\n", 5),
        ("a: [{b: c}, [[d]]]\n", 6),
    ],
)
def test_the_level_too_deep_is_located(text: str, column: int) -> None:
    """The error stands where the first level too many begins."""
    limits = Limits(depth=3)
    (found,) = find(text, limits)
    assert (found.rule, found.primary.start.column) == ("too-deep", column)
    assert found.message == "values are nested more than 3 levels deep"
    assert find("a: [b, [], {}]\n", limits) == ()


def test_the_value_too_many_is_located() -> None:
    """Keys and values count alike; the error stands at the first one beyond the limit."""
    (found,) = find("a: [b, c, d, e]\n", Limits(nodes=6))
    assert place(found)[:3] == ("too-many-values", 1, 14)
    assert [place(each)[:3] for each in find("a: b\nc: d\n", Limits(nodes=3))] == [("too-many-values", 2, 1)]
    assert find("a: [b, c, d]\n", Limits(nodes=6)) == ()
    assert [place(each)[:3] for each in find("a: b\n", Limits(nodes=0))] == [("too-many-values", 1, 1)]


def test_a_bug_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong inside is reported at the start of the file, by the name of the exception."""

    def fail(*_: object) -> None:
        raise KeyError("secret")

    monkeypatch.setattr("journeymap.syntax.reading.check_frame", fail)
    document = read_document("a.yaml", b"title: x\n")
    (found,) = document.diagnostics
    assert place(found) == ("internal-error", 1, 1, 1)
    assert found.category == "internal"
    assert "KeyError" in found.message
    assert "secret" not in found.message
    assert document.source.text == "title: x\n"
