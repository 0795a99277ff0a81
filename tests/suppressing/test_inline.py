"""Comments in a journey: what each covers, and what is said about those that cover nothing."""

import pytest

from journeymap.diagnostics import Severity
from tests.suppressing import HEAD, check, silenced, told

SPLIT = "[Quick, without a queue]"
STAGES = f"{HEAD}stages:\n  - id: s\n    title: S\n    touchpoints:\n"
NAMED = "# journeymap: ignore[split-text] why"


UNUSED = "unused-suppression"
ALSO = "# journeymap: ignore[undeclared-channel] so"
COVERED = {
    # At the end of a line: what begins there, and all below it.
    "first line of an item": (["- id: t  @", "  title: T", "  !"], []),
    "first line without the id": (["- title: T  @", "  !", "  id: t"], []),
    "another line": (["- id: t", "  title: T  @", "  !"], [f"10 {UNUSED}", "11 split-text"]),
    "the line itself": (["- id: t", "  title: T", "  !  @"], []),
    "the line of the key": (["- id: t", "  title: T", "  needs:  @", "    [Quick, no queue]"], []),
    "an item in brackets": (["- {id: t, title: T, !}  @"], []),
    "an open bracket": (["- {id: t, title: T,  @", "   !}"], []),
    "in brackets": (["- {id: t,", "   title: T,  @", "   !}"], [f"10 {UNUSED}", "11 split-text"]),
    "a block": (["- id: t", "  title: |  @", "    T", "  !"], [f"10 {UNUSED}", "12 split-text"]),
    "the next item": (["- id: t  @", "  title: T", "  !", "- id: u", "  title: U", "  !"], ["14 split-text"]),
    # Alone, or with a dash alone: what begins on the next line on which anything does.
    "after a dash": (["-  @", "  id: t", "  title: T", "  !"], []),
    "above an item": (["@", "- id: t", "  title: T", "  !"], []),
    "far above an item": (["@", "", "# more", "- id: t", "  title: T", "  !"], []),
    "above the line": (["- id: t", "  title: T", "  @", "  !"], []),
    "below the line": (["- id: t", "  title: T", "  !", "  @"], ["11 split-text", f"12 {UNUSED}"]),
    "above another": (["@", ALSO, "- {id: t, title: T, channel: x, !}"], []),
    # In texts there are no comments.
    "in quotes": (["- id: t", "  title: 'T @'", "  !"], ["11 split-text"]),
    "in a block": (["- id: t", "  title: |", "    T @", "  !"], ["12 split-text"]),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "left"), COVERED.values(), ids=COVERED)
def test_what_a_comment_covers(lines: list[str], left: list[str]) -> None:
    """Everything that begins on the line it speaks of, with all that is below, and nothing else."""
    text = STAGES + "".join(f"      {line}\n" for line in lines)
    text = text.replace("@", NAMED).replace("!", "needs: [Quick, no queue]")
    assert told(check({"journeymap.yaml": "journeymap: 1\ntitle: W\n", "a.journey.yaml": text})) == left


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_line_breaks_do_not_matter(line_break: str) -> None:
    """Windows and old files are no exception."""
    text = f"{STAGES}      - id: t  {NAMED} # so\n        title: T\n        needs: {SPLIT}\n"
    found = check(text.replace("\n", line_break))
    assert told(found) == []
    (one,) = found.suppressed
    assert one.suppressed_by is not None
    assert one.suppressed_by.reason == "why # so"


def test_the_first_line_is_not_the_whole_file() -> None:
    """A comment on the first line speaks of that line; the whole file has a word of its own."""
    needs = f"      - id: t\n        title: T\n        needs: {SPLIT}\n"
    first = STAGES.replace("journeymap: 1\n", f"journeymap: 1  {NAMED}\n") + needs
    assert told(check(first)) == ["1 unused-suppression", "11 split-text"]
    assert told(check(first.replace("ignore[", "ignore-file["))) == []
    assert told(check(STAGES + needs + NAMED.replace("ignore", "ignore-file"))) == []


def test_what_is_missing_is_silenced_on_the_line_of_the_id() -> None:
    """A finding about what a thing lacks stands on its id, so that a comment on its first line will do."""
    text = f"{HEAD}status: review\nstages:\n  - id: s\n    title: S\n"
    assert "7 stage-without-touchpoint" in told(check(text))
    quiet = text.replace("id: s", "id: s  # journeymap: ignore[stage-without-touchpoint] to come")
    assert silenced(check(quiet)) == ["7 stage-without-touchpoint"]
    headed = text.replace("id: a", "id: a  # journeymap: ignore[no-objective] to come")
    assert silenced(check(headed)) == ["3 no-objective"]


def test_the_nearest_comment_silences() -> None:
    """Of two comments over one finding the inner one is in use, the outer one is not needed."""
    text = (
        f"{STAGES}      - id: t  {NAMED} outer\n        title: T\n        needs: {SPLIT}  {NAMED} inner\n"
        f"{NAMED.replace('ignore', 'ignore-file')}\n"
    )
    found = check(text)
    assert [each.suppressed_by.reason for each in found.suppressed if each.suppressed_by] == ["why inner"]
    assert told(found) == ["9 unused-suppression", "12 unused-suppression"]


def test_a_mandatory_rule_is_not_silenced() -> None:
    """A broken reference stays an error, and the comment is a finding itself."""
    comment = "# journeymap: ignore[unknown-id, split-text] why"
    text = f"{STAGES}      - id: t  {comment}\n        title: T\n        next: nowhere\n"
    assert told(check(text)) == ["9 forbidden-suppression", "11 unknown-id"]


def test_nothing_is_called_unused_while_anything_is_broken() -> None:
    """As long as an error hides what the rules would find, nobody is told to take a comment out."""
    text = f"{STAGES}      - id: t  {NAMED}\n        title: T\n"
    assert told(check(text)) == ["9 unused-suppression"]
    other = f"{HEAD}stages: none\n".replace("id: a", "id: b")
    broken = check({"a.journey.yaml": text, "b.journey.yaml": other})
    assert "unused-suppression" not in [each.rule for each in broken.diagnostics]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, []),  # a draft is not asked for an objective
        ({"profile": "review", "select": "quality,suppression"}, ["3 unused-suppression"]),
        ({"profile": "review", "ignore": "all"}, []),
        ({"profile": "review", "select": "unused-suppression"}, []),
        ({"profile": "review", "select": "unused-suppression,no-objective"}, ["3 unused-suppression"]),
    ],
)
def test_a_rule_that_did_not_look_has_not_found_nothing(options: dict[str, str], expected: list[str]) -> None:
    """A comment for a rule that was not asked, or is off for the journey, is not called unused."""
    text = f"{HEAD}objective: More loans\nstages: [{{id: s, title: S}}]\n".replace(
        "id: a", "id: a  # journeymap: ignore[no-objective] why"
    )
    assert [each for each in told(check(text, **options)) if "suppression" in each] == expected


def test_a_rule_that_is_off_for_some_items_keeps_its_comments() -> None:
    """What an override turns off is found all the same, so that the comment there is in use."""
    overrides = "[{paths: [a.journey.yaml], rules: {split-text: off}}]"
    settings = f"journeymap: 1\ntitle: W\nchecks: {{overrides: {overrides}}}\n"
    text = f"{STAGES}      - id: t  {NAMED}\n        title: T\n        needs: {SPLIT}\n"
    found = check({"journeymap.yaml": settings, "a.journey.yaml": text})
    assert (told(found), silenced(found)) == ([], [])


def test_reasons_are_asked_for_by_profile() -> None:
    """A draft needs none, a review is reminded, what is published is warned."""
    text = (
        f"{STAGES}      - id: t  # journeymap: ignore[split-text]\n        title: T\n        needs: {SPLIT}\n"
    )
    levels = []
    for profile in ("draft", "review", "published"):
        found = check(text, profile=profile).diagnostics
        levels += [each.severity for each in found if each.rule == "suppression-without-reason"]
    assert levels == [Severity.INFO, Severity.WARNING]


def test_rules_about_suppressions_are_set_like_all_others() -> None:
    """The settings turn them off or make errors of them."""
    settings = "journeymap: 1\ntitle: W\nchecks: {rules: {unused-suppression: error, unknown-rule: off}}\n"
    text = f"{STAGES}      - id: t  # journeymap: ignore[split-text, no-rule] why\n        title: T\n"
    found = check({"journeymap.yaml": settings, "a.journey.yaml": text}).diagnostics
    assert [(each.rule, each.severity) for each in found] == [("unused-suppression", Severity.ERROR)]


def test_without_the_method_its_rules_are_not_called_unused() -> None:
    """Those who only build a site hear of comments for the language's own rules, and not of the others."""
    from journeymap.compiling import compile_files

    text = f"{STAGES}      - id: t  # journeymap: ignore[split-text, no-objective]\n        title: T\n"
    found = compile_files([("a.journey.yaml", text.encode())])
    assert [each.args for each in found.diagnostics] == [("split-text",)]
    quiet = text.replace("title: T", f"title: T\n        needs: {SPLIT}")
    assert compile_files([("a.journey.yaml", quiet.encode())]).diagnostics == ()


def test_a_suppressed_overlay_speaks_where_it_is_written() -> None:
    """What an overlay inherits is silenced on the line that says which journey it extends."""
    base = (
        f"{HEAD}status: draft\nstages:\n  - id: s\n    title: S\n    touchpoints:\n"
        "      - {id: t, title: T, moment_of_truth: true}\n"
    )
    overlay = (
        "journeymap: 1\nkind: journey\nid: b\n"
        "extends: a  # journeymap: ignore[moment-of-truth-without-kpi] soon\n"
        "state: future\nstatus: review\nchanges: []\n"
    )
    found = check({"a.journey.yaml": base, "b.journey.yaml": overlay})
    assert "4 moment-of-truth-without-kpi" in silenced(found)
    assert "unused-suppression" not in [each.rule for each in found.diagnostics]
