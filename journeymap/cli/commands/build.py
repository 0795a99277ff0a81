"""``journeymap build``: the site, gathered in memory, checked, and only then written."""

from typing import TYPE_CHECKING

from journeymap.cli.appearances import warn_of_theme
from journeymap.cli.console import Console
from journeymap.cli.guarding import (
    complain_of_links,
    find_obstacle,
    find_only,
    has_pages,
    list_untranslated,
    refuse_contradictions,
    tell_no_journeys,
)
from journeymap.cli.options import Argument, Command, Example, Option, UsageError, Values, whole_number
from journeymap.cli.own_templates import TEMPLATES, complain_of, read_overrides
from journeymap.cli.verdict import DONE, FAILED, FOUND, NOTHING, judge, write_report
from journeymap.diagnostics import Severity
from journeymap.reporting import Report

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeymap.artifacts import ArtifactSet, Written
    from journeymap.checks import Checking
    from journeymap.cli.loading import Loaded
    from journeymap.cli.progress import Progress
    from journeymap.compiling import Compilation
    from journeymap.model import Journey

_PAGES_OF_WASTE = 50
"""After how many pages it is worth looking for what nobody needs any more."""


def run(values: Values, console: Console) -> int:
    """Build one workspace, or one file that stands alone."""
    from journeymap.cli.loading import load
    from journeymap.model.visibility import visible_to

    if values["site_url"] is not None:
        from journeymap.cli.addresses import read_site_url

        values = {**values, "site_url": read_site_url(values["site_url"])}
    refuse_contradictions(values)
    loaded = load(values["paths"], console, whole=True, checking=_checking(values))
    report = _judged(loaded, values)
    verdict = {"paths": values["paths"], "fail_on": "warning" if values["strict"] else "error"}
    code = judge(loaded, report, verdict, console)
    if code == FOUND:
        write_report(report, "full", console)
    if code != DONE:
        _say_nothing_written(values["output"], console)
        return code
    compilation = find_only(loaded)
    compilation = compilation._replace(portfolio=visible_to(compilation.portfolio, values["visibility"]))
    if not has_pages(compilation.portfolio, alone=values["single_file"]):
        console.complain(*tell_no_journeys(values["visibility"]))
        return NOTHING
    obstacle = find_obstacle(compilation, values, console)
    if obstacle:
        console.complain(*obstacle)
        _say_nothing_written(values["output"], console)
        return FAILED
    return _build(_published(compilation, values), report, values, console)


def _published(compilation: "Compilation", values: Values) -> "Compilation":
    """Return a compilation whose site stands where the command line says, if it does."""
    if values["site_url"] is None:
        return compilation
    portfolio = compilation.portfolio
    workspace = portfolio.workspace._replace(site_url=values["site_url"])
    return compilation._replace(portfolio=portfolio._replace(workspace=workspace))


def _checking(values: Values) -> "Checking | None":
    """Return how the method is checked: without a day, so that only the files decide; or not at all."""
    if not _has_checks(values):
        return None
    from journeymap.checks import Checking

    return Checking()


def _has_checks(values: Values) -> bool:
    """Say whether anybody asks for the method: a strict build, or the site's own page of what is owed."""
    return bool(values["strict"] or (values["visibility"] == "internal" and not values["single_file"]))


def _judged(loaded: "Loaded", values: Values) -> Report:
    """Return the findings that decide whether there is a site: of the method only where it is strict."""
    report = loaded.report
    if values["strict"] or not _has_checks(values):
        return report
    from journeymap.checks import METHOD
    from journeymap.suppressing.mentioning import BASELINE

    of_language = tuple(
        each
        for each in report.diagnostics
        if each.rule not in METHOD and each.primary.file.rpartition("/")[2] != BASELINE
    )
    return report._replace(diagnostics=of_language)


def _build(compilation: "Compilation", report: Report, values: Values, console: Console) -> int:
    from journeymap.artifacts import ArtifactError
    from journeymap.cli.delivering import explain_refusal, write_folder
    from journeymap.cli.pictures import PictureReader
    from journeymap.cli.progress import Progress
    from journeymap.history import NoHistory
    from journeymap.rendering.overriding import TemplateFault, TemplateFaults
    from journeymap.site import BrokenLinks, Options, build_lone_pages, build_site

    reader = PictureReader(compilation, console)
    try:
        chosen = _choose_journeys(compilation, values, console)
        with Progress(console, "drawing", len(chosen)) as progress:
            options = Options(reader, values["engine"] or "", _count_pages(progress))
            options = options._replace(on_note=lambda note: console.say(f"note: {note}"))
            options = options._replace(audience=values["visibility"], has_checks=_has_checks(values))
            options = options._replace(overrides=read_overrides(values["templates"], console))
            options = options._replace(jobs=values["jobs"] or _count_cores())
            if values["history"]:
                from journeymap.cli.histories import add_history

                options = add_history(options, compilation, console)
            site = (
                build_lone_pages(compilation, chosen, options)
                if values["single_file"]
                else build_site(compilation, options)
            )
        if values["check"]:
            from journeymap.cli.freshness import check_folder

            return check_folder(site, values, console)
        written = write_folder(site, values["output"], console)
    except BrokenLinks as broken:
        complain_of_links(broken.links, compilation, console)
        _say_nothing_written(values["output"], console)
        return FOUND
    except (TemplateFault, TemplateFaults) as error:
        code = complain_of(error, console)
        _say_nothing_written(values["output"], console)
        return code
    except NoHistory as error:
        console.complain(f"there is no history to show: {error}", "leave `--history` out, or clone with git")
        _say_nothing_written(values["output"], console)
        return FAILED
    except ArtifactError as error:
        console.complain(*explain_refusal(error))
        return FAILED
    for line in reader.missing:
        console.say(f"note: {line}")
    warn_of_theme(compilation, console)
    for lang in list_untranslated(compilation):
        console.say(f"note: our own words are not there in `{lang}`: they are English on its pages")
    _summarise(site, written, compilation, report, values["output"], console)
    return DONE


def _count_pages(progress: "Progress") -> "Callable[[str], None]":
    """Return what counts the pages of journeys, and now and then throws away what they left behind."""
    import gc

    # What was read stays to the end: looking through it for waste would take longer than it saves.
    gc.freeze()
    done = 0

    def count(page: str) -> None:
        nonlocal done
        progress.step(page)
        done += 1
        if done % _PAGES_OF_WASTE == 0:
            gc.collect()

    return count


def _count_cores() -> int:
    """Return how many processes this one may keep busy."""
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _choose_journeys(compilation: "Compilation", values: Values, console: Console) -> tuple["Journey", ...]:
    """Return the journeys that are drawn: all of a site, and for single files those at the paths."""
    journeys = compilation.portfolio.journeys
    if not (values["single_file"] and values["paths"]):
        return journeys
    from journeymap.cli.addresses import lies_at

    paths = [console.path(path) for path in values["paths"]]
    chosen = tuple(each for each in journeys if lies_at(console.path(each.at.file), paths))
    if not chosen:
        raise UsageError("none of these files is a journey", "name a journey's file, or a folder of them")
    return chosen


def _say_nothing_written(output: str, console: Console) -> None:
    rest = f"; what is in {output} stays as it is" if console.path(output).is_dir() else ""
    console.say(f"nothing was written{rest}")


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
    first = "index.html" if "index.html" in site.paths else site.paths[0]
    console.say(f"open {output.rstrip('/')}/{first}")


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
        Example("journeymap build --single-file -o handouts", "A page for each journey, to send around."),
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
            once=True,
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
            ("--single-file",),
            "Write no site, but one page for each journey that holds all it needs, to attach and send.",
        ),
        Option(
            ("--site-url",),
            "Where the site is published, whatever journeymap.yaml says: for previews and search engines.",
            metavar="URL",
        ),
        Option(
            ("--history",),
            "Ask git who changed which file when, and show it on the page of changes; commits name people.",
        ),
        Option(
            ("--engine",), "Lay out diagrams with this program, such as Graphviz' dot.", metavar="PROGRAM"
        ),
        Option(
            ("--jobs",),
            "How many processes draw journeys at a time; as many as there are cores, one where few are.",
            metavar="N",
            convert=whole_number,
        ),
        TEMPLATES,
    ),
    epilog="When something is wrong, nothing is written and the last good site stays.\n"
    "Exit codes: those of `check`.",
    run=run,
)
