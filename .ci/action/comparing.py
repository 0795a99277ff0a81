"""The comparison with what the pull request starts from: as a comment, as a page, as alerts, as data."""

from pathlib import PurePosixPath

from surroundings import COMMIT, Run, say


def compare(run: Run) -> int:
    """Compare with the base and write the reports; without a base there is nothing to compare with."""
    base = find_base(run)
    if not base:
        say("This event has no base to compare with, and the input `base` names none.")
        run.hand_on(dict.fromkeys(("breaking", "warnings", "infos"), 0))
        return 0
    for name in REPORTS.values():
        (run.results / name).unlink(missing_ok=True)
    code = run.run_journeymap(
        "diff",
        *_options(run),
        *(f"-o{format}={run.results / name}" for format, name in REPORTS.items()),
        "-ogithub=-",
        "--",
        *name_sides(run, base, PurePosixPath(run.wish("path") or ".")),
    )
    counts = run.read_counts("review.json")
    run.keep("compare", code)
    run.hand_on({name: counts.get(name, 0) for name in ("breaking", "warnings", "infos")})
    return 0


REPORTS = {"sarif": "review.sarif", "json": "review.json", "markdown": "review.md", "html": "review.html"}
"""Format to the name of the file that it is written to."""


def find_base(run: Run) -> str:
    """Return the commit to compare with: what the input says, else what the pull request starts from.

    A checkout of a pull request is usually its merge into the base: what it changes is the difference to the
    first parent of that merge. Otherwise it is the difference to the commit where the branch began.
    """
    if wish := run.wish("base"):
        return wish
    head = run.commit("pull_request", "head", "sha")
    told = run.commit("pull_request", "base", "sha") or run.commit("merge_group", "base_sha")
    if not told:
        return ""
    parents = [
        line.removeprefix("parent ")
        for line in run.ask_git("cat-file", "-p", "HEAD").partition("\n\n")[0].splitlines()
        if line.startswith("parent ")
    ]
    if len(parents) == 2 and parents[1] == head and COMMIT.fullmatch(parents[0]):
        return parents[0]
    begun = run.ask_git("merge-base", "HEAD", told)
    return begun if COMMIT.fullmatch(begun) else told


def name_sides(run: Run, base: str, place: PurePosixPath) -> tuple[str, str]:
    """Return both sides as commits, which the review can name: of the part of them that was asked for.

    One of them says which part that is; where it is new or gone, only the other can.
    """
    if place == PurePosixPath("."):
        return base, "HEAD"
    is_gone = not run.ask_git("cat-file", "-t", f"HEAD:{place}")
    return (f"{base}:{place}", "HEAD") if is_gone else (base, f"HEAD:{place}")


def _options(run: Run) -> list[str]:
    wishes = (("--fail-on", "fail_on"), ("--strictness", "strictness"), ("--site-url", "site_url"))
    options = [f"{option}={run.wish(name)}" for option, name in wishes if run.wish(name)]
    label = run.wish("allow_breaking_label")
    if label and label in run.labels:
        options.append(f"--allow-breaking=the pull request has the label {label}")
    # A clone of one commit has no base; git fetches exactly what is missing.
    return [*options, "--fetch"]
