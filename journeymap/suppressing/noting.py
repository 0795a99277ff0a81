"""The text of a baseline: what stays in it, what comes in, and how it is written down."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Final

from journeymap.diagnostics import Diagnostic
from journeymap.suppressing.baseline import Baseline, Entry, entry_of
from journeymap.suppressing.judging import Rules

_HEAD: Final = """\
# Findings that were there when this file was written; `journeymap check` does not report them again.
# `journeymap check --prune-baseline` takes out those that are mended. It is written by the program.
journeymap: 1
kind: baseline
findings:
"""
_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9_./-]*(?::[A-Za-z0-9_./-]+)*(?: [0-9a-f]{16})?")
_WORDS_OF_YAML: Final = frozenset(["true", "false", "null", "yes", "no", "on", "off", "y", "n"])


def note_findings(
    findings: Iterable[Diagnostic],
    before: Baseline | None,
    is_judged: Callable[[str, str], bool],
    rules: Rules,
) -> list[Entry]:
    """Return the entries of a baseline for all findings that it may hold.

    Entries that were there for a file or a rule that was not looked at this time stay.
    """
    found = Counter(entry_of(each) for each in findings if _may_hold(each, rules))
    entries = before.entries if before else ()
    kept = Counter(entry for entry, _ in entries if not is_judged(entry.rule, entry.file))
    return sorted((found | kept).elements(), key=lambda entry: entry.order)


def prune_entries(before: Baseline, stale: Iterable[Entry]) -> list[Entry]:
    """Return the entries of a baseline without stale ones, of equal entries as many as are stale."""
    kept = [entry for entry, _ in before.entries]
    for entry in stale:
        kept.remove(entry)
    return sorted(kept, key=lambda entry: entry.order)


def write_baseline(entries: Iterable[Entry]) -> str:
    """Return the text of a baseline that holds sorted entries."""
    return _HEAD + "".join(f"{line}\n" for line in _lines(entries))


def _lines(entries: Iterable[Entry]) -> Iterator[str]:
    for file, in_file in groupby(entries, key=lambda entry: entry.file):
        yield f"  {_scalar(file)}:"
        for rule, of_rule in groupby(in_file, key=lambda entry: entry.rule):
            yield f"    {_scalar(rule)}:"
            yield from (f"      - {_scalar(entry.finding)}" for entry in of_rule)


def _may_hold(diagnostic: Diagnostic, rules: Rules) -> bool:
    """Whether a finding can be noted: not a mandatory one, nor one in a file whose name is no text."""
    try:
        entry_of(diagnostic).order[0].decode("utf-8")
    except UnicodeDecodeError:
        return False
    fault = rules.get(diagnostic.rule)
    return fault is not None and fault.is_silenceable


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS_OF_YAML:
        return text
    return '"' + "".join(map(_character, text)) + '"'


def _character(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08x}"
