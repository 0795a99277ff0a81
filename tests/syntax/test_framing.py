"""One document, no directives but the one of YAML 1.2."""

import pytest

from journeymap.syntax import read_document
from tests.syntax.texts import HEAD


def find(text: str) -> list[tuple[str, int, int]]:
    """Return rule, line and column of each finding."""
    return [
        (each.rule, each.primary.start.line, each.primary.start.column)
        for each in read_document("a.yaml", text.encode()).diagnostics
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"---\n{HEAD}",
        f"# a\n\n--- # b\n{HEAD}...\n",
        f"%YAML 1.2\n---\n{HEAD}",
        f"# a\n%YAML  1.2 # b\n# c\n---\n{HEAD}... # d\n# e\n\n",
        f"{HEAD}...",
        f"{HEAD}summary: |\n  ---\n  ...\ngoal: a --- b ... c\n",
        f"{HEAD}summary: >\n  a\n ---\n".replace("\n ---", "\n  ---"),
        f"---\r\n{HEAD}".replace("\n", "\r\n").replace("\r\r", "\r"),
        f"---\r{HEAD}".replace("\n", "\r"),
    ],
)
def test_one_document_may_be_framed(text: str) -> None:
    """Markers and the version around one map change nothing."""
    assert find(text) == []
    assert read_document("a.yaml", text.encode()).data["id"] == "demo"


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        (f"{HEAD}---\n{HEAD}", 5, 1),
        (f"---\n{HEAD}---\n", 6, 1),
        (f"{HEAD}...\n{HEAD}", 6, 1),
        (f"{HEAD}...\n---\n", 6, 1),
        (f"{HEAD}...\n# c\n  x: y\n", 7, 3),
        (f"{HEAD}... x: y\n", 5, 5),
        (f"{HEAD}...\n%TAG ! x\n", 6, 1),
        (f"{HEAD}summary: 'a\n---\nb'\n", 6, 1),
        (f"{HEAD}summary: |\n  a\n---\nb\n", 7, 1),
        (f"{HEAD}--- {{}}\n", 5, 1),
        (f"---\n---\n{HEAD}", 2, 1),
        (f"{HEAD}---\r{HEAD}", 5, 1),
    ],
)
def test_a_second_document_is_located(text: str, line: int, column: int) -> None:
    """The line that ends the map is found before anything is parsed, also inside of texts."""
    assert find(text) == [("several-documents", line, column)]


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        (f"%TAG !e! tag:example.com,2026:\n---\n{HEAD}", "tag-used", 1),
        (f"%YAML 1.1\n---\n{HEAD}", "yaml-syntax", 1),
        (f"%YAML 1.2.3\n---\n{HEAD}", "yaml-syntax", 1),
        (f"%FOO {'x' * 100}\n---\n{HEAD}", "yaml-syntax", 1),
        (f"%YAML 1.2\n%YAML 1.2\n---\n{HEAD}", "yaml-syntax", 2),
        (f"%YAML 1.2\n{HEAD}", "yaml-syntax", 1),
        (f"# a\n%YAML 1.2\n...\n{HEAD}", "yaml-syntax", 2),
        ("%YAML 1.2", "yaml-syntax", 1),
    ],
)
def test_a_directive_is_located(text: str, rule: str, line: int) -> None:
    """Only `%YAML 1.2` and a marker may stand before the map."""
    assert find(text) == [(rule, line, 1)]


def test_a_directive_does_not_shift_places() -> None:
    """The parser sees a comment in its place; every offset stays."""
    document = read_document("a.yaml", b"%YAML 1.2\n---\na: NO\n")
    assert document.source.text.startswith("%YAML")
    assert document.raw(("a",)) == "NO"
    assert document.diagnostics[0].primary == document.span(("a",))
