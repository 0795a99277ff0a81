"""The end of the action: it fails where the check or the comparison did, now that both have been told."""

from surroundings import Run, say

STEPS = {"check": "the check", "compare": "the comparison with the base"}


def judge(run: Run) -> int:
    """Return the gravest exit code of the steps; a check that never ended is no success."""
    codes = {name: run.recall(name) for name in STEPS}
    if codes["check"] is None:
        say("The check did not run to its end.")
        return 2
    for name, code in codes.items():
        if code:
            say(f"The action fails because of {STEPS[name]} (exit code {code}).")
    return max(code or 0 for code in codes.values())
