"""``journeymap inject``: tables and pictures between markers in Markdown, written or held to the journeys."""

import os
from shlex import quote
from typing import TYPE_CHECKING

from journeymap.cli.console import Console
from journeymap.cli.gathering import VISIBILITY
from journeymap.cli.options import Argument, Command, Example, Option, Values
from journeymap.cli.verdict import DONE, FAILED, FOUND, NOTHING, write_report
from journeymap.reporting import Report
from journeymap.reporting.safety import safe

if TYPE_CHECKING:
    from pathlib import Path

    from journeymap.injecting.plans import Change, Plan

EPILOG = """\
A block begins and ends with a comment on a line of its own:

  <!-- journeymap:table first-purchase stages -->
  <!-- journeymap:end -->

What belongs between them:
  table JOURNEY TABLE      one table, or a view of the workspace
  tables JOURNEY           all tables that have rows
  mermaid JOURNEY          a diagram that code hosts draw; form=flow: the flow
  map|flow|curve|matrix JOURNEY
                           a picture, written beside the file; to=images/x.svg,
                           theme=auto|light|dark; view=, lanes=, personas= of a
                           map
  heatmap                  the picture of all journeys of the workspace

JOURNEY is an id in the workspace around the file, or the path of a journey's
file as seen from it.

Exit codes:
  0     every block is as it should be, or --diff has shown what is not
  1     with --check, something is stale; or something is wrong, and nothing
        was written
  2     wrong usage, a file that cannot be read or written, or our own fault
  3     no marker was found at the paths
  130   interrupted"""


def run(values: Values, console: Console) -> int:
    """Fill the blocks of Markdown files, or say which are stale, and return what that amounts to."""
    from journeymap.injecting.plans import make_plan
    from journeymap.rendering.failures import LayoutFailed

    try:
        plan = make_plan(
            values["files"],
            console.cwd,
            audience=values["visibility"],
            engine=values["engine"] or "",
        )
    except LayoutFailed as error:
        console.complain(str(error))
        return FAILED
    if plan.diagnostics:
        files = len({each.primary.file for each in plan.diagnostics})
        write_report(Report(plan.diagnostics, plan.sources, files), "full", console)
    for problem in plan.problems:
        console.complain(problem)
    if plan.diagnostics or plan.problems:
        console.say("nothing was written")
        return FAILED if plan.problems else FOUND
    if not plan.markers:
        return _say_no_marker(values, console)
    if values["check"] or values["diff"]:
        return _show(plan, values, console)
    return _write(plan, console)


def _say_no_marker(values: Values, console: Console) -> int:
    where = ", ".join(values["files"]) or "the Markdown files of this folder"
    if values["allow_empty"]:
        console.say(f"no marker in {where}")
        return DONE
    console.complain(
        f"no marker in {where}",
        "a block begins with `<!-- journeymap:table JOURNEY TABLE -->`",
        "and ends with `<!-- journeymap:end -->`, each on a line of its own",
    )
    return NOTHING


def _show(plan: "Plan", values: Values, console: Console) -> int:
    """Show what is stale, and write nothing."""
    stale = [change for change in (*plan.pages, *plan.pictures) if change.is_stale]
    if values["diff"]:
        from journeymap.cli.differing import write_difference

        for change in plan.pages:
            console.write(write_difference(change.path, change.before.decode(), change.after.decode()))
        for change in plan.pictures:
            if change.is_stale:
                console.say(f"{change.path} would be written")
    else:
        for change in stale:
            console.write(f"{safe(change.path)}\n")
    if not stale:
        console.say(f"{_count(len(plan.pages), 'file')} up to date: {_describe(plan)}")
        return DONE
    pages, pictures = _stale(plan.pages), _stale(plan.pictures)
    counted = [_count(pages, "file")] if pages else []
    counted += [_count(pictures, "picture")] if pictures else []
    console.say(f"{' and '.join(counted)} {'is' if pages + pictures == 1 else 'are'} stale")
    console.say(f"run this, and commit what it writes:\n  {_command(values)}")
    return FOUND if values["check"] else DONE


def _write(plan: "Plan", console: Console) -> int:
    """Write what is stale; pictures first, so that no file ever shows one that is not there."""
    from journeymap.artifacts import ArtifactError, write_file

    stale = [change for change in (*plan.pictures, *plan.pages) if change.is_stale]
    refused = [change.path for change in stale if not _is_writable(change.location)]
    for path in refused:
        console.complain(f"cannot write `{path}`: permission denied")
    if refused:
        console.say("nothing was written")
        return FAILED
    for change in stale:
        try:
            write_file(change.location, change.after)
        except (ArtifactError, OSError) as error:
            reason = (error.strerror or "").lower() if isinstance(error, OSError) else str(error)
            console.complain(f"cannot write `{change.path}`: {reason}")
            return FAILED
        console.detail(f"wrote {change.path}")
    pages, pictures = _stale(plan.pages), _stale(plan.pictures)
    words = [f"updated {_count(pages, 'file')}"] if pages else []
    words += [f"wrote {_count(pictures, 'picture')}"] if pictures else []
    same = len(plan.pages) - pages
    words += [f"{same if words else _count(same, 'file')} unchanged"] if same else []
    console.say(f"{', '.join(words)}: {_describe(plan)}")
    return DONE


def _is_writable(location: "Path") -> bool:
    """Say whether a file may be written, or made where it is not yet; asked of all before one is written."""
    folder = next(each for each in location.parents if each.exists())
    return os.access(folder, os.W_OK) and (not location.exists() or os.access(location, os.W_OK))


def _describe(plan: "Plan") -> str:
    counted = [_count(plan.markers, "marker")]
    counted += [_count(len(plan.pictures), "picture")] if plan.pictures else []
    return ", ".join(counted)


def _stale(changes: "tuple[Change, ...]") -> int:
    return sum(change.is_stale for change in changes)


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _command(values: Values) -> str:
    """Return the command that writes what was looked at."""
    words = ["journeymap", "inject", *values["files"]]
    words += ["--visibility", values["visibility"]] if values["visibility"] != "internal" else []
    words += ["--engine", values["engine"]] if values["engine"] else []
    return " ".join(map(quote, words))


COMMAND = Command(
    name="inject",
    summary="Put tables and pictures of journeys between markers in Markdown files, and keep them there "
    "up to date. Nothing outside of the markers changes.",
    usage="[FILES...] [options]",
    examples=(
        Example("journeymap inject", "Every Markdown file in this folder and below it that has markers."),
        Example("journeymap inject README.md docs", "One file, and a folder."),
        Example("journeymap inject --check", "Fail if something committed is not what it should be."),
        Example("journeymap inject --diff README.md", "Show what would change."),
    ),
    arguments=(
        Argument("files", "Markdown files, and folders of them; this folder when left out.", many=True),
    ),
    options=(
        Option(("--check",), "Write nothing; name the files and pictures that are stale, and fail if any."),
        Option(("--diff",), "Write nothing; show what would change in the files."),
        VISIBILITY,
        Option(("--engine",), "Lay out flows with this program, such as Graphviz' dot.", metavar="PROGRAM"),
        Option(("--allow-empty",), "End with 0 when there is no marker."),
    ),
    epilog=EPILOG,
    run=run,
)
