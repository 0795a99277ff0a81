"""``check --fix`` and ``check --diff``: fixes on their way from findings to files, or to a diff."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from journeymap.artifacts import ArtifactError, write_file
from journeymap.cli.check_reports import write_check_reports
from journeymap.cli.console import Console, is_terminal
from journeymap.cli.loading import Loaded
from journeymap.cli.options import UsageError, Values
from journeymap.cli.verdict import DONE, FAILED, FOUND, NOTHING, judge
from journeymap.compiling import Compilation
from journeymap.fixing import Checked, Choice, fix_rounds
from journeymap.named_tuples import NamedTuple
from journeymap.reporting import safe
from journeymap.source import SourceFile
from journeymap.syntax import Limits
from journeymap.workspace import STDIN, Group, compile_group

if TYPE_CHECKING:
    from journeymap.checks import Checking
    from journeymap.cli.reports import ReportFile

_BOM = b"\xef\xbb\xbf"


def check_and_fix(
    loaded: Loaded,
    checking: "Checking | None",
    reports: "Sequence[ReportFile]",
    values: Values,
    console: Console,
) -> int:
    """Fix what can be fixed, or show the difference, and return what it amounts to."""
    if not (values["fix"] or values["diff"]):
        raise UsageError("`--unsafe-fixes` alone changes nothing", "write it beside `--fix` or `--diff`")
    if values["write_baseline"] or values["prune_baseline"]:
        raise UsageError(
            "fixing and noting a baseline exclude each other", "fix first, then note what is left"
        )
    mended = mend(loaded, checking, unsafe=values["unsafe_fixes"], console=console)
    if values["diff"]:
        return _show(mended, values, console)
    problems = write_texts(mended, console)
    report = mended.loaded.report._replace(shows_suppressed=values["show_suppressed"])
    # What comes in goes out mended, so that the talk about it must go elsewhere.
    failed = write_check_reports(
        *(mended.loaded, report, reports, console),
        allow_empty=values["allow_empty"],
        aside=STDIN in values["paths"],
    )
    if mended.applied:
        console.say(describe_fixes(mended, verb="fixed"))
    for problem in problems:
        console.complain(problem)
    code = judge(mended.loaded, report, values, console)
    if problems or failed:
        return FAILED
    return FOUND if code == DONE and mended.applied and values["exit_non_zero_on_fix"] else code


def _show(mended: "Mended", values: Values, console: Console) -> int:
    write_diff(mended, console)
    if mended.loaded.report.files:
        console.say(describe_fixes(mended, verb="would fix"))
    code = judge(mended.loaded, mended.loaded.report, values, console)
    if code in (FAILED, NOTHING) or values["exit_zero"]:
        return code
    return FOUND if mended.texts else DONE


class Mended(NamedTuple):
    """What fixes make of what was loaded: how it looks afterwards, and the new texts by path.

    ``before`` holds the texts as they were; ``applied`` the findings with the fixes taken.
    """

    loaded: Loaded
    texts: Mapping[str, str]
    before: Mapping[str, SourceFile]
    applied: tuple[Choice, ...]


def mend(loaded: Loaded, checking: "Checking | None", *, unsafe: bool, console: Console) -> Mended:
    """Return what the fixes of all findings make of what was loaded; nothing is written."""
    compilations = []
    texts: dict[str, str] = {}
    before: dict[str, SourceFile] = {}
    applied: list[Choice] = []
    for group, compilation in zip(loaded.plan.groups, loaded.compilations, strict=True):
        mended, changed, choices = _mend_group(group, compilation, checking, unsafe=unsafe, console=console)
        compilations.append(mended)
        before.update(compilation.sources)
        texts.update(changed)
        applied += choices
    return Mended(loaded._replace(compilations=tuple(compilations)), texts, before, tuple(applied))


def _mend_group(
    group: Group,
    compilation: Compilation,
    checking: "Checking | None",
    *,
    unsafe: bool,
    console: Console,
) -> tuple[Compilation, Mapping[str, str], tuple[Choice, ...]]:
    if not any(each.fixes for each in compilation.diagnostics):
        return compilation, {}, ()
    everything = group._replace(asked=frozenset(file.path for file in group.files))
    links = {file.path for file in group.files if file.content is None and file.location.is_symlink()}

    def check(texts: Mapping[str, str]) -> Checked:
        found = compile_group(_with_texts(everything, texts), Limits(), checking=checking)
        return Checked(found.sources, found.diagnostics, found.portfolio)

    is_all = everything.asked == group.asked
    first = Checked(compilation.sources, compilation.diagnostics, compilation.portfolio)
    fixing = fix_rounds(
        first if is_all else check({}),
        check,
        unsafe=unsafe,
        # Some errors are reported whatever is asked for, and fixed only where they are.
        may_fix=lambda each: checking is None or checking.wants(each.rule, each.category),
        may_edit=lambda path: path in group.asked and path not in links,
    )
    for path in sorted(links & {each.primary.file for each in compilation.diagnostics if each.fixes}):
        console.say(f"`{path}` is a symbolic link and is left as it is; name the file that it leads to")
    if fixing.texts:
        compilation = compile_group(_with_texts(group, fixing.texts), Limits(), checking=checking)
    # What was tried in vain is not offered once more.
    left = fixing.without_refused(compilation.diagnostics)
    return compilation._replace(diagnostics=left), fixing.texts, fixing.applied


def _with_texts(group: Group, texts: Mapping[str, str]) -> Group:
    """Return files that belong together, some of them with other texts than those on disk."""
    return group._replace(
        files=tuple(
            file._replace(content=texts[file.path].encode("utf-8")) if file.path in texts else file
            for file in group.files
        )
    )


def write_texts(mended: Mended, console: Console) -> tuple[str, ...]:
    """Write the new texts, standard input's to stdout; return in words what could not be written."""
    problems = []
    files = {file.path: file for group in mended.loaded.plan.groups for file in group.files}
    for path, text in mended.texts.items():
        file = files[path]
        if file.content is None:
            try:
                _write_text(file.location, mended.before[path].text, text)
            except (ArtifactError, OSError) as error:
                reason = str(error) if isinstance(error, ArtifactError) else error.strerror
                problems.append(f"cannot write `{path}`: {reason}")
    for file in files.values():
        if file.content is not None:
            mark = _BOM if file.content.startswith(_BOM) else b""
            is_changed = file.path in mended.texts
            console.write_bytes(mark + mended.texts[file.path].encode() if is_changed else file.content)
    return tuple(problems)


def _write_text(location: Path, before: str, text: str) -> None:
    """Write one file if it still is what was checked; a byte order mark stays."""
    content = location.read_bytes()
    mark = _BOM if content.startswith(_BOM) else b""
    if content.removeprefix(_BOM) != before.encode("utf-8"):
        raise ArtifactError("it was changed in the meantime")
    write_file(location, mark + text.encode("utf-8"))


def write_diff(mended: Mended, console: Console) -> None:
    """Write what would change as a unified diff to stdout, raw unless a terminal shows it."""
    from journeymap.cli.differing import write_difference

    shows = is_terminal(console.streams.stdout)
    for path, text in mended.texts.items():
        difference = write_difference(path, mended.before[path].text, text)
        for line in difference.split("\n")[:-1]:
            console.write(f"{safe(line.rstrip(chr(13)))}\n" if shows else f"{line}\n")


def describe_fixes(mended: Mended, *, verb: str) -> str:
    """Return how much was fixed, or would be."""
    count, files = len(mended.applied), len(mended.texts)
    return f"{verb} {_count(count, 'finding')} in {_count(files, 'file')}" if count else "nothing to fix"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
