"""``journeymap changes``: what changed for the customer over time, read from the history of the files."""

from itertools import groupby
from typing import TYPE_CHECKING

from journeymap.cli.console import Console
from journeymap.cli.options import Argument, Command, Example, Option, UsageError, Values, whole_number
from journeymap.cli.verdict import DONE, FAILED, NOTHING

if TYPE_CHECKING:
    from journeymap.cli.past import Past
    from journeymap.history.mainline import Step
    from journeymap.reviewing.changelog import Chapter, Chronicle

LAST = 20
SOURCES = (
    *(f"*.{kind}.{ending}" for kind in ("journey", "persona", "library") for ending in ("yaml", "yml")),
    *("journeymap.yaml", "journeymap.yml", "*/journeymap.yaml", "*/journeymap.yml"),
)
"""What git calls the files whose commits matter here, in the folder and below."""
FORMATS = ("text", "markdown", "json")


def run(values: Values, console: Console) -> int:
    """Compare the states of the journeys, each with the one before it, and write what changed."""
    from journeymap.history import NoHistory

    if values["since"] and values["last"] is not None:
        raise UsageError("`--since` and `--last` both say where to begin: name one of them")
    try:
        chronicle = _read_chronicle(values, console)
    except NoHistory as error:
        console.complain(f"there is no history to read: {error}", *error.steps)
        return FAILED
    if not chronicle.chapters:
        console.complain("no commit changed a file here", "name a folder, or an earlier revision: --since")
        return NOTHING
    return _write(chronicle, values, console)


def _read_chronicle(values: Values, console: Console) -> "Chronicle":
    from journeymap.cli.past import Past
    from journeymap.cli.progress import Progress
    from journeymap.history.mainline import read_mainline
    from journeymap.model.visibility import visible_to
    from journeymap.reviewing.changelog import Chapter, Chronicle

    place = console.path(values["path"] or ".")
    if not place.exists():
        raise UsageError(f"there is no `{values['path']}` here", "name a folder or a file of journeys")
    past = Past(place, console.cwd, lambda portfolio: visible_to(portfolio, values["visibility"]))
    steps = read_mainline(str(past.find_root()), SOURCES, since=values["since"] or "")
    parts = [tuple(part) for _, part in groupby(steps, lambda step: _key(step, values["by"]))]
    most = len(parts) if values["since"] else LAST if values["last"] is None else values["last"]
    titles: dict[str, str] = {}
    chapters: list[Chapter] = []
    with Progress(console, "comparing", min(most, len(parts))) as progress:
        for part in parts:
            if len(chapters) >= most:
                break
            chapter = _tell(part, past, _title(part[0], values["by"]))
            # What only changed how something is written is nobody's news.
            if chapter.changes or chapter.fault:
                chapters.append(chapter)
                progress.step(chapter.day)
            for id, title in past.titles.items():
                titles.setdefault(id, title)
    return Chronicle(tuple(chapters), titles)


def _key(step: "Step", by: str) -> str:
    return {"commit": step.id, "tag": step.tag, "day": step.day}[by]


def _title(step: "Step", by: str) -> str:
    if by == "commit":
        return f"{step.day} {step.subject}"
    if by == "tag":
        return step.tag or "Unreleased"
    return step.day


def _tell(part: "tuple[Step, ...]", past: "Past", title: str) -> "Chapter":
    """Return what the commits of a part changed together, from before the first to after the last."""
    from journeymap.reviewing.changelog import Chapter
    from journeymap.workspace.sides import Unloadable

    newest = part[0]
    chapter = Chapter(
        title,
        newest.tag_day if newest.tag and title == newest.tag else newest.day,
        tuple(step.id for step in part),
        tuple(step.subject for step in part),
    )
    try:
        return chapter._replace(changes=past.compare(part[-1].before, newest.id))
    except Unloadable as error:
        return chapter._replace(fault=f"What changed is not known: {error} cannot be read")


def _write(chronicle: "Chronicle", values: Values, console: Console) -> int:
    from journeymap.reviewing import changelog

    format = values["output_format"] or ("markdown" if str(values["output"]).endswith(".md") else "text")
    target = values["output"]
    if format == "markdown":
        text = changelog.write_changelog(chronicle)
    elif format == "json":
        text = changelog.write_changelog_json(chronicle)
    else:
        style = console.style() if target is None else console.style()._replace(color=False)
        encoding = getattr(console.streams.stdout, "encoding", None) or "utf-8"
        text = changelog.write_changelog_text(chronicle, style, encoding if target is None else "utf-8")
    if target is None or target == "-":
        console.write(text)
        return DONE
    from journeymap.cli.delivering import deliver
    from journeymap.cli.outputs import Output

    extension = {"markdown": "md", "json": "json", "text": "txt"}[format]
    return deliver([(Output(target, "", extension), text.encode())], console)


COMMAND = Command(
    name="changes",
    summary="Say what changed for the customer over time, from the history of the files.",
    usage="[PATH] [--since REVISION | --last N] [options]",
    examples=(
        Example("journeymap changes", "The last twenty days on which something changed."),
        Example("journeymap changes --since v1.0 -o CHANGES.md", "A changelog since a release, in Markdown."),
        Example("journeymap changes --by tag --last 3", "What came with each of the last three releases."),
    ),
    arguments=(Argument("path", "A folder or a file of journeys; this folder when left out."),),
    options=(
        Option(("--since",), "Begin behind this revision, such as a tag.", metavar="REVISION"),
        Option(
            ("--last",),
            f"How many stretches of time to tell, the latest; {LAST} when left out.",
            metavar="N",
            convert=whole_number,
        ),
        Option(
            ("--by",),
            "What is told together: all of a day, all up to a tag, or each commit alone.",
            choices=("day", "tag", "commit"),
            default="day",
        ),
        Option(
            ("--visibility",),
            "Who it is for; public leaves out what is internal.",
            choices=("internal", "public"),
            default="internal",
        ),
        Option(
            ("--format", "--output-format"),
            "How to write it; text when left out, markdown into a file that ends in .md.",
            choices=FORMATS,
        ),
        Option(("-o", "--output"), "Write into this file.", metavar="FILE", once=True),
    ),
    epilog="Each merge into the branch is one step. Wording and looks are only counted.\n\n"
    "Exit codes:\n"
    "  0     done\n"
    "  2     wrong usage, no repository, or a fault of journeymap's own\n"
    "  3     no commit changed anything here",
    run=run,
)
