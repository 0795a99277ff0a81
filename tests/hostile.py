"""Twelve files that attack a YAML reader, each by another door, and what must be said about them.

The tests run each through the command line (tests/test_hostile.py); the benchmarks time them against a
good file (tests/benchmarks/).
"""

from typing import NamedTuple

HEAD = b"journeymap: 1\nkind: journey\nid: hostile\ntitle: Hostile\n"
STAGES = b"stages:\n  - id: one\n    title: One\n"


class HostileFile(NamedTuple):
    """A name, the bytes, and the line and column where the (first) error must stand."""

    name: str
    content: bytes
    line: int
    column: int


def alias_bomb() -> bytes:
    """Nine levels of nine aliases: a few hundred bytes that stand for 387 million nodes."""
    text = 'a: &a ["x", "x", "x", "x", "x", "x", "x", "x", "x"]\n'
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        text += f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    return HEAD + text.encode() + STAGES


def merge_bomb() -> bytes:
    """Merge keys of merge keys, which a reader that resolves them copies again and again."""
    text = "m0: &m0 {a: 1}\n"
    for level in range(1, 26):
        text += f"m{level}: &m{level} {{<<: [*m{level - 1}, *m{level - 1}]}}\n"
    return HEAD + text.encode() + STAGES


HOSTILE_FILES = (
    HostileFile("alias-bomb", alias_bomb(), 5, 4),
    HostileFile("merge-bomb", merge_bomb(), 5, 5),
    HostileFile("nested-brackets", HEAD + b"stages: " + b"[" * 50_000 + b"\n", 5, 72),
    HostileFile("cyclic-alias", HEAD + b"stages: &loop [*loop]\n", 5, 9),
    HostileFile("long-number", HEAD.replace(b"Hostile", b"9" * 5_000) + STAGES, 4, 8),
    HostileFile("bad-date", HEAD + b"reviewed: 2024-02-30\n" + STAGES, 5, 11),
    HostileFile("lone-surrogate", HEAD.replace(b"Hostile", b'"\\ud800"') + STAGES, 4, 9),
    HostileFile("nul", HEAD + b"summary: a\0b\n" + STAGES, 5, 11),
    HostileFile("utf-16", (HEAD + STAGES).decode().encode("utf-16"), 1, 1),
    HostileFile("custom-tag", HEAD + b"summary: !!python/object/apply:os.system [id]\n" + STAGES, 5, 10),
    HostileFile("big-scalar", HEAD + b"summary: " + b"a" * 10_000_000 + b"\n" + STAGES, 1, 1),
    HostileFile("two-documents", HEAD + STAGES + b"---\n" + HEAD + STAGES, 8, 1),
)

GOOD_FILE = HEAD + STAGES + b"    touchpoints:\n      - id: shop\n        title: Shop\n"
