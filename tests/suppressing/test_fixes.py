"""What is not needed is taken away without a trace."""

import pytest

from journeymap.diagnostics import Diagnostic
from tests.suppressing import HEAD, check, told

STAGES = f"{HEAD}stages:\n  - id: s\n    title: S\n"


def mend(text: str) -> str:
    """Return a text after the fixes of all its unused comments."""
    found = check(text).diagnostics
    edits = [edit for each in found if each.rule == "unused-suppression" for edit in fix_of(each)]
    for span, new in sorted(edits, reverse=True, key=lambda edit: edit[0]):
        text = text[: span[0]] + new + text[span[1] :]
    return text


def fix_of(diagnostic: Diagnostic) -> list[tuple[tuple[int, int], str]]:
    """Return the edits of the only fix of a finding, which is safe."""
    (fix,) = diagnostic.fixes
    assert fix.safe
    return [((edit.span.start.offset, edit.span.end.offset), edit.text) for edit in fix.edits]


NEEDS = "    touchpoints: [{id: t, title: T, needs: [Quick, no queue]}]  # journeymap: ignore"


@pytest.mark.parametrize(
    ("commented", "mended"),
    [
        (f"{STAGES}  # journeymap: ignore[split-text] why\n", STAGES),
        (f"{STAGES}# journeymap: ignore[split-text]", STAGES),
        (f"# journeymap: ignore-file[split-text]\n\n{STAGES}", f"\n{STAGES}"),
        (STAGES.replace("title: S", "title: S  # journeymap: ignore[split-text] why"), STAGES),
        (STAGES.replace("title: S", "title: S \t# journeymap: ignore[split-text] \t"), STAGES[:-1] + " \t\n"),
        (
            f"{STAGES}{NEEDS}[ undeclared-channel,split-text ] why\n",
            f"{STAGES}{NEEDS}[split-text] why\n",
        ),
        (
            f"{STAGES}{NEEDS}[split-text, undeclared-channel, no-rule]\n",
            f"{STAGES}{NEEDS}[split-text, no-rule]\n",
        ),
    ],
)
def test_a_fix_leaves_what_is_needed(commented: str, mended: str) -> None:
    """The comment goes with its line or the blanks before it; of several names only those not needed go."""
    assert mend(commented) == mended
    assert "unused-suppression" not in " ".join(told(check(mended)))


def test_windows_lines_go_whole() -> None:
    """The line break of a removed line goes with it, whichever it is."""
    text = f"{STAGES}# journeymap: ignore[split-text] why\n    summary: s\n".replace("\n", "\r\n")
    assert mend(text) == f"{STAGES}    summary: s\n".replace("\n", "\r\n")
