"""``journeymap build``: the site, gathered in memory, checked, and only then written."""

from typing import TYPE_CHECKING

from journeymap.cli.console import Console
from journeymap.cli.options import Argument, Command, Example, Option, UsageError, Values
from journeymap.cli.verdict import DONE, FAILED, FOUND, NOTHING, judge, write_report
from journeymap.diagnostics import Severity
from journeymap.reporting import Report

if TYPE_CHECKING:
    from journeymap.artifacts import ArtifactSet, Written
    from journeymap.checks import Checking
    from journeymap.cli.loading import Loaded
    from journeymap.compiling import Compilation


def run(values: Values, console: Console) -> int:
    """Build one workspace, or one file that stands alone."""
    from journeymap.cli.loading import load
    from journeymap.model.visibility import visible_to

    loaded = load(values["paths"], console, whole=True, checking=_checking(values))
    report = loaded.report
    verdict = {"paths": values["paths"], "fail_on": "warning" if values["strict"] else "error"}
    code = judge(loaded, report, verdict, console)
    if code == FOUND:
        write_report(report, "full", console)
    if code != DONE:
        _say_nothing_written(values["output"], console)
        return code
    compilation = _only(loaded)
    compilation = compilation._replace(portfolio=visible_to(compilation.portfolio, values["visibility"]))
    if not compilation.portfolio.journeys:
        console.complain(*_no_journeys(values["visibility"]))
        return NOTHING
    return _build(compilation, report, values, console)


def _checking(values: Values) -> "Checking | None":
    """Return how the method is checked: without a day, so that only the files decide; or not at all."""
    if not values["strict"]:
        return None
    from journeymap.checks import Checking

    return Checking()


def _build(compilation: "Compilation", report: Report, values: Values, console: Console) -> int:
    from journeymap.artifacts import ArtifactError, write
    from journeymap.cli.pictures import PictureReader
    from journeymap.cli.progress import Progress
    from journeymap.site import BrokenLinks, Options, build_site

    reader = PictureReader(compilation, console)
    try:
        with Progress(console, "drawing", len(compilation.portfolio.journeys)) as progress:
            options = Options(reader, values["engine"] or "", progress.step)
            site = build_site(compilation, options)
        if values["check"]:
            from journeymap.cli.freshness import check_folder

            return check_folder(site, values, console)
        written = write(site, console.path(values["output"]))
    except BrokenLinks as broken:
        for link in broken.links:
            console.complain(f"{link.page}: the link to `{link.address}` {link.reason}")
        _say_nothing_written(values["output"], console)
        return FOUND
    except ArtifactError as error:
        console.complain(str(error), "move it away, or name another folder with -o; nothing was written")
        return FAILED
    for line in reader.missing:
        console.say(f"note: {line}")
    _summarise(site, written, compilation, report, values["output"], console)
    return DONE


def _only(loaded: "Loaded") -> "Compilation":
    """Return the one compilation that becomes a site."""
    if len(loaded.compilations) == 1:
        return loaded.compilations[0]
    names = [each.portfolio.workspace.root or each.asked[0] for each in loaded.compilations]
    raise UsageError(
        f"a site is made of one workspace or one file, and here are {len(names)}",
        *names,
        "name one of them, or put a journeymap.yaml above those that belong together",
    )


def _no_journeys(audience: str) -> tuple[str, str]:
    if audience == "public":
        return "no journey is public", "write `visibility: public` into those that everybody may see"
    return "there is no journey to draw", "`journeymap init` shows what one looks like"


def _say_nothing_written(output: str, console: Console) -> None:
    stays = console.path(output).is_dir()
    console.say("nothing was written" + (f"; what is in {output} stays as it is" if stays else ""))


def _summarise(
    site: "ArtifactSet",
    written: "Written",
    compilation: "Compilation",
    report: Report,
    output: str,
    console: Console,
) -> None:
    """Say what was built, and what to open."""
    for path in written.changed:
        console.detail(f"wrote {path}")
    for path in written.removed:
        console.detail(f"removed {path}")
    journeys = _count(len(compilation.portfolio.journeys), "journey")
    pages = _count(sum(path.endswith(".html") for path in site.paths), "page")
    changes = [f"{len(written.changed)} written", f"{len(written.unchanged)} unchanged"]
    changes += [f"{len(written.removed)} removed"] if written.removed else []
    console.say(f"built {journeys}, {pages}: {_count(len(site), 'file')} ({', '.join(changes)})")
    left = [(report.count(Severity.WARNING), "warning"), (report.count(Severity.INFO), "info")]
    noted = ", ".join(_count(number, word) for number, word in left if number)
    if noted:
        console.say(f"{noted}: `journeymap check` shows where")
    console.say(f"open {output.rstrip('/')}/index.html")


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


COMMAND = Command(
    name="build",
    summary="Write the site: every journey and persona with its map, diagram and tables. It needs no server.",
    usage="[PATHS...] [-o FOLDER] [options]",
    examples=(
        Example("journeymap build", "Build the workspace around you into site/."),
        Example("journeymap build shop.journey.yaml -o shop", "Build one file that stands alone."),
        Example(
            "journeymap build --strict --visibility public -o public",
            "What everybody may see, without a warning.",
        ),
        Example("journeymap build --check", "Fail if the committed site/ is not what a build would write."),
    ),
    arguments=(
        Argument("paths", "A workspace's folder, or files of one; this folder when left out.", many=True),
    ),
    options=(
        Option(
            ("-o", "--output"),
            "Where to write. Only what changed is written, and only what an earlier build wrote is removed.",
            metavar="FOLDER",
            default="site",
        ),
        Option(
            ("--check",),
            "Write nothing; name the files that a build would change, and fail if there are any.",
        ),
        Option(("--strict",), "Check the method too, and write nothing when there are warnings, either."),
        Option(
            ("--visibility",),
            "Who the site is for; public leaves out what is internal.",
            choices=("internal", "public"),
            default="internal",
        ),
        Option(
            ("--engine",), "Lay out diagrams with this program, such as Graphviz' dot.", metavar="PROGRAM"
        ),
    ),
    epilog="When something is wrong, nothing is written and the last good site stays.\n"
    "Exit codes: those of `check`.",
    run=run,
)
