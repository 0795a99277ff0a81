"""Reports for people and for CI systems: which are asked for, and where each of them goes.

What ``-o FORMAT=FILE`` names is written as files, all or none; one report may go to standard output. Which
formats there are does not change what a run amounts to.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from journeymap.cli.console import Console
from journeymap.cli.options import Option, UsageError
from journeymap.cli.parsing import suggest
from journeymap.cli.verdict import DONE, FAILED
from journeymap.named_tuples import NamedTuple

if TYPE_CHECKING:
    from journeymap.cli.outputs import Output
    from journeymap.compiling import Compilation
    from journeymap.reporting.notices import NoticeReport

AUTO = "auto"
STDOUT = "-"
REPORT_FILES = Option(
    ("-o", "--output"),
    "Write the report into a file instead, or - for standard output; as often as you like.",
    metavar="FORMAT=FILE",
    many=True,
)

_EXTENSIONS: Mapping[str, str] = {
    "concise": "txt",
    "full": "txt",
    "github": "txt",
    "junit": "xml",
    "markdown": "md",
    "html": "html",
    "svg": "svg",
    "sarif": "sarif",
    "text": "txt",
}


class ReportFile(NamedTuple):
    """A report to write: its format, and the file or ``-``."""

    format: str
    path: str


def choose_reports(
    files: Sequence[str],
    on_stdout: str | None,
    formats: Collection[str],
    console: Console,
    *,
    default: str,
) -> tuple[ReportFile, ...]:
    """Return the reports to write, at most one of them to standard output.

    ``on_stdout`` is the format that was asked for there. Where nothing is asked for it is the ``default``,
    which ``text`` stands for too; with files alone nothing goes there.
    """
    chosen = [_read_file(each, formats) for each in files]
    if on_stdout is not None or not files:
        chosen.append(ReportFile(on_stdout or default, STDOUT))
    if sum(1 for each in chosen if each.path == STDOUT) > 1:
        raise UsageError("standard output takes one report", "name files for the others: -o FORMAT=FILE")
    return tuple(each._replace(format=_resolve(each.format, console, default)) for each in chosen)


def refuse_report_targets(
    reports: Sequence[ReportFile], compilations: Sequence["Compilation"], console: Console
) -> None:
    """Refuse files that cannot or must not be written, such as those that are checked."""
    files = _outputs(reports)
    if files:
        from journeymap.cli.delivering import refuse_targets

        for compilation in compilations:
            refuse_targets(files, compilation, console)


def deliver_reports(texts: Sequence[tuple[ReportFile, str]], console: Console, *, aside: bool = False) -> int:
    """Write reports, the files first and all or none of them; return whether that could be done."""
    files = [(report, text) for report, text in texts if report.path != STDOUT]
    code = DONE
    if files:
        from journeymap.cli.delivering import deliver

        outputs = _outputs([report for report, _ in files])
        code = deliver(list(zip(outputs, [text.encode() for _, text in files], strict=True)), console)
    for report, text in texts:
        if report.path == STDOUT:
            console.write(text, aside=aside)
    return FAILED if code else DONE


def write_for_ci(format: str, notices: Callable[[], "NoticeReport"], text: Callable[[], str]) -> str:
    """Return notices in a format of a CI system; ``text`` is the report for people, where it is shown."""
    from journeymap.reporting import CI_REPORTERS

    report = notices()
    if format == "github":
        report = report._replace(text=text())
    return CI_REPORTERS[format](report)


def note_counts(
    reports: Sequence[ReportFile], notices: Callable[[], "NoticeReport"], console: Console
) -> None:
    """Tell later steps on GitHub how much was found, where annotations were asked for."""
    target = console.environ.get("GITHUB_OUTPUT")
    if not target or ReportFile("github", STDOUT) not in reports:
        return
    from journeymap.reporting.ci.github import write_counts

    try:
        with console.path(target).open("a", encoding="utf-8") as file:
            file.write(write_counts(notices()))
    except OSError as error:
        console.say(f"the counts cannot be noted for later steps: {error.strerror}")


def _read_file(word: str, formats: Collection[str]) -> ReportFile:
    format, equals, path = word.partition("=")
    known = sorted({*formats, AUTO, "text"})
    if not equals or not path:
        raise UsageError(f"`-o {word}` does not say both format and file", "for example -o sarif=out.sarif")
    if format not in known:
        there_are = f"there are: {', '.join(known)}"
        raise UsageError(f"`{format}` is no format of a report", *suggest(format, known), there_are)
    return ReportFile(format, path)


def _resolve(format: str, console: Console, default: str) -> str:
    """Return the format that a word stands for: ``auto`` is what the system around reads."""
    if format == AUTO and console.environ.get("GITHUB_ACTIONS") == "true":
        return "github"
    if format == AUTO and console.environ.get("GITLAB_CI"):
        return "gitlab"
    return default if format in (AUTO, "text") else format


def _outputs(reports: Sequence[ReportFile]) -> list["Output"]:
    """Return the files of reports as those that are delivered."""
    if all(each.path == STDOUT for each in reports):
        return []
    from journeymap.cli.outputs import Output

    return [
        Output(each.path, "", _EXTENSIONS.get(each.format, "json")) for each in reports if each.path != STDOUT
    ]
