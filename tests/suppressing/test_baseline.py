"""The baseline: read, written, matched, judged."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.compiling import Compilation
from journeymap.rules import KNOWN
from journeymap.suppressing.baseline import Entry, entry_of, read_baseline
from journeymap.suppressing.noting import note_findings, prune_entries, write_baseline
from tests.suppressing import HEAD, check, silenced, told

SETTINGS = "journeymap: 1\ntitle: W\n"
NEEDS = "        needs: [Quick, without a queue]\n"
STAGES = f"{HEAD}stages:\n  - id: s\n    title: S\n    touchpoints:\n      - id: t\n        title: T\n"
WORKSPACE = {"journeymap.yaml": SETTINGS, "maps/a.journey.yaml": STAGES + NEEDS}


def note(compilation: Compilation) -> str:
    """Return the baseline of everything that was found."""
    return write_baseline(note_findings(compilation.diagnostics, None, lambda *_: True, KNOWN))


def test_a_baseline_reads_well() -> None:
    """File by file and rule by rule, one line a finding, sorted, without dates and line numbers."""
    text = note(
        check(
            {"journeymap.yaml": SETTINGS, "maps/a.journey.yaml": STAGES + NEEDS + "        channel: pigeon\n"}
        )
    )
    assert re.sub("[0-9a-f]{16}", "<fingerprint>", text.partition("findings:\n")[2]) == (
        "  maps/a.journey.yaml:\n"
        "    split-text:\n"
        "      - journey:a/stage:s/touchpoint:t <fingerprint>\n"
        "    undeclared-channel:\n"
        "      - journey:a/stage:s/touchpoint:t <fingerprint>\n"
    )


def test_what_is_known_is_silent() -> None:
    """A finding in the baseline is kept, but not reported; the entry says where it is known from."""
    baseline = note(check(WORKSPACE))
    found = check(WORKSPACE, baseline=baseline)
    assert (told(found), silenced(found)) == ([], ["11 split-text"])
    (one,) = found.suppressed
    assert one.suppressed_by is not None
    assert (one.suppressed_by.kind, one.suppressed_by.span.file) == ("baseline", "journeymap-baseline.yaml")
    assert found.sources["journeymap-baseline.yaml"].text == baseline


def test_lines_may_move_and_texts_may_change() -> None:
    """Neither a new line above nor a new title makes a known finding a new one."""
    baseline = note(check(WORKSPACE))
    moved = STAGES.replace("title: T", "title: Something else\n\n        summary: More") + NEEDS
    assert told(check({**WORKSPACE, "maps/a.journey.yaml": moved}, baseline=baseline)) == []


def test_an_entry_stands_for_one_finding() -> None:
    """A second finding of the same rule elsewhere is new, even in the same file."""
    baseline = note(check(WORKSPACE))
    more = STAGES + NEEDS + f"      - id: u\n        title: U\n{NEEDS}"
    assert told(check({**WORKSPACE, "maps/a.journey.yaml": more}, baseline=baseline)) == ["14 split-text"]


def test_what_is_mended_is_stale() -> None:
    """An entry that stands for nothing is reported where it is written, and can be pruned."""
    baseline = note(check(WORKSPACE))
    found = check({**WORKSPACE, "maps/a.journey.yaml": STAGES}, baseline=baseline)
    (one,) = found.diagnostics
    assert (one.rule, one.primary.file, one.primary.start.line) == (
        "unused-suppression",
        "journeymap-baseline.yaml",
        8,
    )
    assert found.baseline is not None
    assert prune_entries(found.baseline, found.stale) == []
    gone = check({"journeymap.yaml": SETTINGS}, baseline=baseline)
    assert told(gone) == ["8 unused-suppression"]


@pytest.mark.parametrize("options", [{"ignore": "split-text"}, {"select": "undeclared-channel"}])
def test_a_rule_that_is_not_asked_keeps_its_entries(options: dict[str, str]) -> None:
    """What nobody looked for is not called mended."""
    baseline = note(check(WORKSPACE))
    found = check(WORKSPACE, baseline=baseline, **options)
    assert (found.diagnostics, found.suppressed, found.stale) == ((), (), ())


def test_a_broken_workspace_keeps_its_entries() -> None:
    """While errors hide what the rules would find, no entry is called stale."""
    baseline = note(check(WORKSPACE))
    found = check({**WORKSPACE, "maps/a.journey.yaml": STAGES + "        next: nowhere\n"}, baseline=baseline)
    assert (told(found), found.stale) == (["11 unknown-id"], ())


def test_a_comment_comes_before_the_baseline() -> None:
    """What a comment silences needs no entry, so that the entry is stale."""
    baseline = note(check(WORKSPACE))
    commented = STAGES + NEEDS.rstrip() + "  # journeymap: ignore[split-text] why\n"
    found = check({**WORKSPACE, "maps/a.journey.yaml": commented}, baseline=baseline)
    assert (told(found), silenced(found)) == (["8 unused-suppression"], ["11 split-text"])


def test_mandatory_rules_are_never_noted() -> None:
    """An error stays an error, and so does what is said about suppressions."""
    files = {
        **WORKSPACE,
        "maps/a.journey.yaml": STAGES + "        next: nowhere  # journeymap: ignore[no-rule]\n",
    }
    assert told(check(files)) == ["11 unknown-id", "11 unknown-rule"]
    assert note(check(files)).endswith("findings:\n")


@pytest.mark.parametrize("rule", ["unknown-id", "unused-suppression"])
def test_a_noted_mandatory_rule_is_reported(rule: str) -> None:
    """Whoever writes one in by hand learns that it has no effect; the rule is named once."""
    baseline = write_baseline([Entry("maps/a.journey.yaml", rule, "journey:a")] * 2)
    found = check({**WORKSPACE, "maps/a.journey.yaml": STAGES}, baseline=baseline)
    assert told(found) == ["7 forbidden-suppression"]
    assert len(found.stale) == 2


def test_an_unknown_rule_is_reported_with_what_was_meant() -> None:
    """A rule that was renamed is named once, and its entries can be pruned."""
    baseline = write_baseline([Entry("maps/a.journey.yaml", "split-texts", "journey:a")] * 3)
    found = check({**WORKSPACE, "maps/a.journey.yaml": STAGES}, baseline=baseline)
    (one,) = found.diagnostics
    assert (one.rule, one.help[0], one.fixes) == ("unknown-rule", "did you mean `split-text`?", ())
    assert len(found.stale) == 3


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "empty-file"),
        ("<<<<<<< HEAD\njourneymap: 1\n", "yaml-syntax"),
        ("journeymap: 1\nkind: baseline\n", "missing-key"),
        ("journeymap: 1\nkind: baseline\nfindings: {}\nmore: 1\n", "unknown-key"),
        (
            "journeymap: 1\nkind: baseline\nfindings: {a.journey.yaml: {split-text: journey:a}}\n",
            "wrong-type",
        ),
        ("journeymap: 1\nkind: baseline\nfindings: {a.journey.yaml: {split-text: [3]}}\n", "wrong-type"),
        ("journeymap: 2\nkind: baseline\nfindings: {}\n", "unsupported-version"),
        ("journeymap: 1\nkind: baseline\nfindings: {a.journey.yaml: {split-text: [*x]}}\n", "alias-used"),
    ],
)
def test_a_malformed_baseline_is_a_located_error(text: str, rule: str) -> None:
    """It silences nothing, and what is wrong with it is said where it is."""
    found = check(WORKSPACE, baseline=text)
    assert [(each.rule, each.primary.file) for each in found.diagnostics] == [
        (rule, "journeymap-baseline.yaml"),
        ("split-text", "maps/a.journey.yaml"),
    ]
    assert found.diagnostics[0].fixes == ()


def test_what_was_not_looked_at_stays() -> None:
    """Entries of other files and rules survive a partial write; those looked at and gone do not."""
    before = [
        Entry("maps/a.journey.yaml", "split-text", "journey:a"),
        Entry("maps/a.journey.yaml", "undeclared-channel", "journey:a"),
        Entry("maps/b.journey.yaml", "split-text", "journey:b"),
    ]
    baseline = read_baseline("journeymap-baseline.yaml", write_baseline(before).encode())
    kept = note_findings([], baseline, lambda rule, file: rule == "split-text" and "a" in file[5], KNOWN)
    assert kept == before[1:]


def test_a_file_whose_name_is_no_text_is_not_noted() -> None:
    """A name that no YAML can hold stays out, and its findings stay in the report."""
    (one,) = check(WORKSPACE).diagnostics
    assert note_findings([one._replace(path="\udc80.journey.yaml")], None, lambda *_: True, KNOWN) == []


ENTRIES = st.lists(
    st.builds(
        Entry,
        st.one_of(
            st.sampled_from(["a.journey.yaml", "x y/ü #1.yaml", "no", "1"]), st.text(min_size=1, max_size=9)
        ),
        st.sampled_from(["split-text", "no-objective", "off"]),
        st.one_of(
            st.sampled_from(["journey:a", "journey:a/stage:b 00ff00ff00ff00ff", "file"]), st.text(min_size=1)
        ),
    ),
    max_size=9,
)


@given(ENTRIES)
def test_what_is_written_is_read(entries: list[Entry]) -> None:
    """Any entry that can be written comes back as it was, and writing it again gives the same bytes."""
    try:
        ordered = sorted(entries, key=lambda entry: entry.order)
        content = write_baseline(ordered).encode()
    except UnicodeEncodeError:
        return
    baseline = read_baseline("b.yaml", content if entries else content.replace(b"findings:", b"findings: {}"))
    assert [(each.rule, each.message) for each in baseline.faults] == []
    assert [entry for entry, _ in baseline.entries] == ordered
    assert write_baseline(
        sorted((entry for entry, _ in baseline.entries), key=lambda entry: entry.order)
    ) == (content.decode())


def test_the_fingerprint_does_not_hang_on_the_file() -> None:
    """It hangs on rule, ids and arguments; the file counts only where no id tells what is meant."""
    (one,) = check(WORKSPACE).diagnostics
    assert one.fingerprint == one._replace(path="elsewhere.yaml").fingerprint
    nameless = one._replace(entity="journey")
    assert nameless.fingerprint != nameless._replace(path="elsewhere.yaml").fingerprint
    assert entry_of(nameless._replace(args=(), entity="")).finding == "file"
