"""The check: annotations in the log, a file for code scanning, and the findings in the summary."""

from collections.abc import Mapping

from summary import add_to_summary, fence
from surroundings import Run


def check(run: Run) -> int:
    """Check the journeys; how that ends is the verdict's business, so that the review is still written."""
    for old in run.results.iterdir():
        old.unlink()
    level = run.wish("fail_on_findings")
    code = run.run_journeymap(
        "check",
        f"-osarif={run.results / 'check.sarif'}",
        f"-ojson={run.results / 'check.json'}",
        f"-oconcise={run.results / 'check.txt'}",
        "-ogithub=-",
        *([f"--fail-on={level}"] if level else []),
        "--",
        run.wish("path") or ".",
    )
    counts = run.read_counts("check.json")
    run.keep("check", code)
    run.hand_on({name: counts.get(name, 0) for name in ("errors", "warnings", "infos")})
    if counts.get("errors") or counts.get("warnings"):
        text = (run.results / "check.txt").read_text(encoding="utf-8")
        add_to_summary(run, f"### Journey check: {_tell(counts)}\n\n{fence(text)}\n")
    return 0


def _tell(counts: Mapping[str, int]) -> str:
    words = (("errors", "error"), ("warnings", "warning"))
    found = [(counts.get(name, 0), word) for name, word in words]
    return ", ".join(f"{number:,} {word}{'' if number == 1 else 's'}" for number, word in found if number)
