"""``journeymap fmt``: files in their canonical form, each written only when it means the same as before."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeymap.cli.console import Console
from journeymap.cli.options import Argument, Command, Example, Option, UsageError, Values
from journeymap.cli.verdict import DONE, FAILED, FOUND, say_nothing_found
from journeymap.diagnostics import Diagnostic, in_order
from journeymap.named_tuples import NamedTuple
from journeymap.reporting import REPORTERS, Report

if TYPE_CHECKING:
    from journeymap.formatting import Refused
    from journeymap.source import SourceFile
    from journeymap.syntax import Document
    from journeymap.workspace import File, Plan

EXIT_CODES = """\
Exit codes:
  0     every file is in its form, or --diff has shown what is not
  1     with --check, a file is not in its form; or a file has errors
  2     wrong usage, a file that cannot be read or written, or our own fault
  3     no file to format was found at the paths
  130   interrupted"""


class Outcome(NamedTuple):
    """What came of one file: its text and new text, or what is wrong with it."""

    file: "File"
    source: "SourceFile"
    before: bytes = b""
    after: bytes = b""
    findings: tuple[Diagnostic, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether the file is not in its form yet."""
        return not self.findings and self.before != self.after


def run(values: Values, console: Console) -> int:
    """Format files, or say which would change, and return what that amounts to."""
    from journeymap.cli.progress import Progress
    from journeymap.syntax import Limits
    from journeymap.workspace import STDIN, find_workspaces

    paths = values["paths"]
    if paths.count(STDIN) > 1:
        raise UsageError("standard input can be read only once")
    limit = Limits().bytes + 1
    name = values["stdin_filename"] or "stdin"
    stdin = (name, console.read_stdin(limit)) if STDIN in paths else None
    plan = find_workspaces(paths, console.cwd, stdin=stdin)
    problems = list(plan.problems)
    outcomes = []
    with Progress(console, "formatting", sum(len(group.asked) for group in plan.groups)) as progress:
        for outcome in _format_files(plan, limit, problems, write_ids=values["ids"]):
            outcomes.append(outcome)
            progress.step(outcome.file.path)
    for outcome in outcomes:
        _deliver(outcome, values, console, problems)
    _report(outcomes, console)
    for problem in problems:
        console.complain(problem)
    if outcomes:
        _summarise(outcomes, values, console)
    elif not problems:
        return say_nothing_found(values, console)
    return _judge(outcomes, problems, values)


def _format_files(plan: "Plan", limit: int, problems: list[str], *, write_ids: bool) -> Iterator[Outcome]:
    """Yield the outcome of each file asked for; what cannot be read is added to the problems."""
    from journeymap.workspace.planning import describe

    for group in plan.groups:
        for file in group.files:
            if file.path not in group.asked:
                continue
            if file.location.is_symlink():
                problems.append(f"`{file.path}` is a symbolic link; name the file it points to")
                continue
            try:
                content = _read(file, limit) if file.content is None else file.content
            except OSError as error:
                problems.append(f"cannot read `{file.path}`: {describe(error)}")
                continue
            yield _format(file, content, write_ids=write_ids)


def _read(file: "File", limit: int) -> bytes:
    """Return the content of a file, at most one byte more than is allowed, which is enough to refuse it."""
    if not file.location.is_file():
        raise OSError(0, "it is not a regular file")
    with file.location.open("rb") as opened:
        return opened.read(limit)


def _format(file: "File", content: bytes, *, write_ids: bool) -> Outcome:
    from journeymap.formatting import Refused, can_be_formatted, format_document
    from journeymap.schema import kind_of
    from journeymap.syntax import read_document

    document = read_document(file.path, content)
    kind, faults = kind_of(document)
    if kind is None or faults or not can_be_formatted(document):
        return Outcome(file, document.source, findings=(*document.diagnostics, *faults))
    try:
        result = format_document(document, kind, write_ids=write_ids)
    except Exception as error:  # a fault of ours in one file must not keep the others from being formatted
        result = Refused(f"the program failed ({type(error).__name__})")
    if isinstance(result, Refused):
        return Outcome(file, document.source, findings=(_find_refusal(document, result),))
    return Outcome(file, document.source, content, result.text.encode())


def _find_refusal(document: "Document", refused: "Refused") -> Diagnostic:
    from journeymap.syntax.faults import INTERNAL_ERROR

    return INTERNAL_ERROR.found(
        f"the file was not formatted: {refused.reason}",
        document.source.span(0, 0),
        notes=("the file stays as it is",),
        help=("this is a bug in journeymap; please report it with the file",),
        args=("fmt", refused.reason),
    )


def _deliver(outcome: Outcome, values: Values, console: Console, problems: list[str]) -> None:
    """Write an outcome to where it belongs: stdout for what came in, a diff or its name, or the file."""
    path = outcome.file.path
    if outcome.findings:
        return
    if values["diff"]:
        from journeymap.cli.differing import write_difference

        console.write(write_difference(path, outcome.before.decode(), outcome.after.decode()))
    elif values["check"]:
        if outcome.is_changed:
            console.write(f"{path}\n")
    elif outcome.file.content is not None:
        console.write_bytes(outcome.after)
    elif outcome.is_changed:
        from journeymap.artifacts import write_file
        from journeymap.workspace.planning import describe

        try:
            write_file(outcome.file.location, outcome.after)
        except OSError as error:
            problems.append(f"cannot write `{path}`: {describe(error)}")
        else:
            console.detail(f"formatted {path}")


def _report(outcomes: list[Outcome], console: Console) -> None:
    """Say on stderr what is wrong with files that were not formatted: stdout is for what was asked."""
    failed = [outcome for outcome in outcomes if outcome.findings]
    if failed:
        stream = console.streams.stderr
        sources = {outcome.source.path: outcome.source for outcome in failed}
        findings = in_order(each for outcome in failed for each in outcome.findings)
        report = Report(findings, sources, len(failed))
        stream.write(REPORTERS["full"](report, console.style(stream)))
        stream.flush()


def _summarise(outcomes: list[Outcome], values: Values, console: Console) -> None:
    changed = sum(outcome.is_changed for outcome in outcomes)
    failed = sum(bool(outcome.findings) for outcome in outcomes)
    same = len(outcomes) - changed - failed
    words = []
    if changed:
        is_written = not (values["check"] or values["diff"])
        words.append(
            f"formatted {_count(changed)}" if is_written else f"{_count(changed)} would be formatted"
        )
    if same:
        words.append(f"{same if words else _count(same)} unchanged")
    if failed:
        words.append(f"{_count(failed)} with errors left as {'it is' if failed == 1 else 'they are'}")
    console.say(", ".join(words))


def _count(number: int) -> str:
    return f"{number} {'file' if number == 1 else 'files'}"


def _judge(outcomes: list[Outcome], problems: list[str], values: Values) -> int:
    findings = [each for outcome in outcomes for each in outcome.findings]
    if problems or any(each.category == "internal" for each in findings):
        return FAILED
    is_late = values["check"] and any(outcome.is_changed for outcome in outcomes)
    return FOUND if findings or is_late else DONE


COMMAND = Command(
    name="fmt",
    summary="Bring files into one form: order of keys, indentation, quotes, blank lines. "
    "Comments stay with what they speak of, and no value changes.",
    usage="[PATHS...] [options]",
    examples=(
        Example("journeymap fmt", "Format everything in this folder and below it."),
        Example("journeymap fmt --check", "Name the files that are not in their form, and change nothing."),
        Example("journeymap fmt --diff shop.journey.yaml", "Show what would change."),
        Example("journeymap fmt --ids shop.journey.yaml", "Write the ids that are missing as well."),
        Example("journeymap fmt - < shop.journey.yaml", "Format what comes in, for an editor."),
    ),
    arguments=(
        Argument(
            "paths", "Files and folders, or - for standard input; this folder when left out.", many=True
        ),
    ),
    options=(
        Option(("--check",), "Write nothing; name the files that would change, and fail if there are any."),
        Option(("--diff",), "Write nothing; show what would change."),
        Option(("--ids",), "Write missing ids, from titles and texts."),
        Option(("--allow-empty",), "End with 0 when there is nothing to format."),
        Option(("--stdin-filename",), "The name that standard input is formatted under.", metavar="NAME"),
    ),
    epilog=EXIT_CODES,
    run=run,
)
