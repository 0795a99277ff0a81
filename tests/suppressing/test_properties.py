"""What holds for every broken journey: silencing takes one finding away, and nothing else changes."""

from collections import Counter
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from journeymap.checks import Checking
from journeymap.cli.rule_examples import files_of
from journeymap.compiling import Compilation, Home, compile_files
from journeymap.diagnostics import PROFILES, Diagnostic, Profile
from journeymap.rules import KNOWN, load_rules
from journeymap.suppressing.noting import note_findings, write_baseline
from journeymap.syntax import read_document
from journeymap.syntax.comments import find_comments
from tests.suppressing import TODAY

BROKEN = [dict(files_of(fault.failing)) for fault in load_rules() if fault.failing and fault.levels]
randoms = st.randoms(use_true_random=False)
profiles = st.sampled_from([None, *PROFILES])


@given(st.sampled_from(BROKEN), randoms, profiles)
def test_a_comment_silences_its_finding_and_no_other(
    files: dict[str, bytes], random: Random, profile: Profile | None
) -> None:
    """A comment on the line of a finding takes away that rule's findings there, and is in use."""
    files = damage(files, random)
    before = compile_all(files, profile)
    open_findings = [each for each in before.diagnostics if KNOWN[each.rule].is_silenceable]
    assume(open_findings)
    chosen = random.choice(open_findings)
    path = chosen.primary.file
    commented = add_comment(files[path].decode(), chosen, random)
    assume(commented is not None)
    assert commented is not None
    after = compile_all({**files, path: commented.encode()}, profile)
    gone = Counter(map(identity, before.diagnostics)) - Counter(map(identity, after.diagnostics))
    assert identity(chosen) in gone
    assert {(rule, file) for rule, file, *_ in gone} == {(chosen.rule, path)}
    assert not Counter(map(identity, after.diagnostics)) - Counter(map(identity, before.diagnostics))
    assert Counter(map(identity, after.suppressed)) == Counter(map(identity, before.suppressed)) + gone


@given(st.sampled_from(BROKEN), randoms, st.integers(0, 40))
def test_an_unused_comment_goes_without_a_trace(files: dict[str, bytes], random: Random, line: int) -> None:
    """Wherever a comment that silences nothing stands, its fix brings the text back as it was."""
    path = random.choice(sorted(files))
    original = files[path].decode()
    lines = original.split("\n")
    at = min(line, len(lines) - 1)
    comment = "# journeymap: ignore[split-text] why"
    if random.random() < 0.5:
        lines.insert(at, f"  {comment}")
    else:
        lines[at] += f" \t{comment}"
    text = "\n".join(lines)
    assume(comment in [each.text for each in find_comments(read_document(path, text.encode()))])
    found = compile_all({**files, path: text.encode()}, None)
    assume(not any(each.category in ("syntax", "schema", "reference") for each in found.diagnostics))
    (unused,) = [each for each in found.diagnostics if each.rule == "unused-suppression"]
    (edit,) = unused.fixes[0].edits
    assert text[: edit.span.start.offset] + edit.text + text[edit.span.end.offset :] == original


@given(st.sampled_from(BROKEN), randoms, profiles)
def test_a_baseline_leaves_what_none_may_hold(
    files: dict[str, bytes], random: Random, profile: Profile | None
) -> None:
    """After writing a baseline only forbidden rules are left, whatever is broken, in any order of files."""
    files = damage(files, random)
    found = compile_all(files, profile)
    text = note(found)
    paths = list(files)
    random.shuffle(paths)
    assert note(compile_all({path: files[path] for path in paths}, profile)) == text
    after = compile_all(files, profile, baseline=text)
    assert all(not KNOWN[each.rule].is_silenceable for each in after.diagnostics)
    assert "unused-suppression" not in [each.rule for each in after.diagnostics]
    assert len(after.diagnostics) + len(after.suppressed) == len(found.diagnostics) + len(found.suppressed)
    assert note(after) == text


def compile_all(
    files: dict[str, bytes], profile: Profile | None, *, baseline: str | None = None
) -> Compilation:
    """Return what is found in files under a profile."""
    home = Home(".", baseline=("journeymap-baseline.yaml", baseline.encode()) if baseline else None)
    checking = Checking(today=TODAY, profile=profile)
    return compile_files(files.items(), root=".", checking=checking, home=home)


def note(found: Compilation) -> str:
    """Return the baseline of what is found or known already; nothing when there is nothing to note."""
    known = [
        each for each in found.suppressed if each.suppressed_by and each.suppressed_by.kind == "baseline"
    ]
    entries = note_findings((*found.diagnostics, *known), None, lambda *_: True, KNOWN)
    return write_baseline(entries) if entries else ""


def damage(files: dict[str, bytes], random: Random) -> dict[str, bytes]:
    """Return files of which lines are lost or doubled now and then."""
    damaged = {}
    for path, content in files.items():
        lines = content.split(b"\n")
        for _ in range(random.randrange(3)):
            at = random.randrange(len(lines))
            lines[at : at + 1] = random.choice([[], [lines[at], lines[at]]])
        damaged[path] = b"\n".join(lines)
    return damaged


def add_comment(text: str, found: Diagnostic, random: Random) -> str | None:
    """Return a text with a comment about a finding, or nothing where no comment can stand."""
    comment = f"# journeymap: ignore[{found.rule}] for a reason"
    lines = text.split("\n")
    at = found.primary.start.line - 1
    indent = " " * (len(lines[at]) - len(lines[at].lstrip()))
    behind = [*lines[:at], f"{lines[at]}  {comment}", *lines[at + 1 :]]
    above = [*lines[:at], f"{indent}{comment}", *lines[at:]]
    before = read_document("a", text.encode())
    for choice in random.sample([behind, above], 2):
        written = "\n".join(choice)
        after = read_document("a", written.encode())
        if after.data == before.data and len(find_comments(after)) > len(find_comments(before)):
            return written
    return None


def identity(found: Diagnostic) -> tuple[object, ...]:
    """Return what makes a finding the same although lines have moved."""
    return (found.rule, found.primary.file, found.entity, found.message, found.severity, found.args)
