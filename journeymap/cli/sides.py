"""Both sides of a comparison, loaded for a command: one that cannot be is said so, and never compared."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from journeymap.cli.console import Console
from journeymap.cli.progress import Progress
from journeymap.cli.verdict import write_report
from journeymap.compiling import Compilation
from journeymap.diagnostics import Diagnostic, Severity, in_order
from journeymap.named_tuples import NamedTuple
from journeymap.reporting import Report
from journeymap.workspace.pairing import Half, Pair, compile_sides
from journeymap.workspace.sides import ON_DISK, Role, Side, Unloadable, find_sides

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeymap.checks import Checking
    from journeymap.source import Place, Span

_MOST_FILES = 5


class Compared(NamedTuple):
    """Both sides, and each workspace of them with its counterpart."""

    base: Side
    head: Side
    pairs: tuple[Pair, ...]


def load_sides(
    base: str,
    head: str | None,
    console: Console,
    *,
    fetches: bool = False,
    checking: "Checking | None" = None,
) -> Compared:
    """Return both sides compiled; raise where one of them does not say what its authors meant."""
    before, after = find_sides(base, head, console.cwd, fetches=fetches)
    total = sum(len(group.files) for side in (before, after) for group in side.plan.groups)
    with Progress(console, "reading", total) as progress:
        pairs = compile_sides(before, after, checking=checking, on_file=progress.step, connects=fetches)
    for side in (before, after):
        _refuse_unread(side, pairs, console)
    for side in (after, before):
        for path, kind in side.list_left_out(console.cwd):
            console.detail(f"left out on the side of {side.name}: {path}, a {kind}")
    tell_errors(before, pairs, console)
    return Compared(before, after, pairs)


def halves_of(role: Role, pairs: tuple[Pair, ...]) -> Iterator[Half]:
    """Yield the workspaces of one side."""
    for pair in pairs:
        half = pair.base if role == "base" else pair.head
        if half:
            yield half


def open_locator(half: Half | None) -> "Callable[[Place], Span | None]":
    """Return what finds the stretch of text that a place stands for; each file is read for it once."""
    from journeymap.syntax import Document, Limits, read_document

    sources = half.compilation.sources if half else {}

    @cache
    def read(path: str) -> Document | None:
        source = sources.get(path)
        if source is None:
            return None
        return read_document(path, source.text.encode("utf-8", "surrogatepass"), Limits())

    def locate(place: "Place") -> "Span | None":
        document = read(place.file)
        return document.span(place.pointer) if document else None

    return locate


def _refuse_unread(side: Side, pairs: tuple[Pair, ...], console: Console) -> None:
    """Raise where files of a side cannot be read, or where nothing could be built from one of them."""
    compilations = [half.compilation for half in halves_of(side.role, pairs)]
    unread = [*side.plan.problems, *(line for each in compilations for line in each.unread)]
    if unread:
        raise Unloadable(side.role, unread[0], *unread[1:])
    missing = {path for each in compilations for path in list_unbuilt(each)}
    if not missing:
        return
    wrong = _report(compilations, missing)
    write_report(wrong, "full", console, aside=True)
    files = sorted(missing)
    shown = ", ".join(f"`{path}`" for path in files[:_MOST_FILES])
    more = f" and {len(files) - _MOST_FILES:,} more" if len(files) > _MOST_FILES else ""
    step = (
        "mend it there, or compare with an older commit"
        if side.role == "base"
        else "mend it, and compare again"
    )
    where = "" if side.name == ON_DISK else f" on the side of {side.name}"
    raise Unloadable(side.role, f"nothing can be made of {shown}{more}{where}", step)


def list_unbuilt(compilation: Compilation) -> set[str]:
    """Return the files with errors of which nothing is in the portfolio."""
    from journeymap.cli.gathering import list_built

    wrong = {each.primary.file for each in _list_errors(compilation)}
    return wrong - list_built(compilation) if wrong else set()


def tell_errors(base: Side, pairs: tuple[Pair, ...], console: Console) -> None:
    """Say what is wrong on either side that still could be compared; the head's errors are shown whole."""
    after = [half.compilation for half in halves_of("head", pairs)]
    report = _report(after, {path for each in after for path in each.sources})
    if report.diagnostics:
        write_report(report, "full", console, aside=True)
        console.complain(
            "the newer side has errors: what could be made of it is compared", "`journeymap check` shows them"
        )
    errors = sum(len(_list_errors(half.compilation)) for half in halves_of("base", pairs))
    if errors:
        count = f"{errors} {'error' if errors == 1 else 'errors'}"
        console.complain(f"{base.name} has {count}: what could be made of it is compared")


def _report(compilations: list[Compilation], files: set[str]) -> Report:
    """Return the errors in some files."""
    found = (
        each
        for compilation in compilations
        for each in _list_errors(compilation)
        if each.primary.file in files
    )
    sources = {path: source for each in compilations for path, source in each.sources.items()}
    return Report(in_order(found), sources, len(files))


def _list_errors(compilation: Compilation) -> list[Diagnostic]:
    """Return the errors that may keep something from being read: those of the language, not of the method."""
    errors = [each for each in compilation.diagnostics if each.severity is Severity.ERROR]
    if errors:
        from journeymap.checks import METHOD

        errors = [each for each in errors if each.rule not in METHOD]
    return errors
