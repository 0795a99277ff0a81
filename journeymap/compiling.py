"""The pipeline: bytes of files to a portfolio and everything that is wrong with them.

A pure function of paths and contents. Nothing a file holds can make it raise: where this program itself
is wrong, that becomes a finding too, and the other files are still checked where they can be.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from journeymap.building import Sheet, build_portfolio, declare_names, extend_journeys
from journeymap.building.vocabulary import empty_library
from journeymap.diagnostics import Diagnostic, Severity, in_order
from journeymap.model import Portfolio, Workspace
from journeymap.schema import kind_of, validate
from journeymap.source import SourceFile
from journeymap.syntax import Document, Limits, read_document
from journeymap.syntax.faults import INTERNAL_ERROR


class Compilation(NamedTuple):
    """A workspace as compiled: what could be built, the findings in order, the texts they point into.

    ``asked`` are the paths of the files whose findings these are. ``unread`` says in words which files
    the system would not let us read; both are set where files are read.
    """

    portfolio: Portfolio
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, SourceFile]
    asked: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether anything is wrong enough that the portfolio does not say what its authors meant."""
        return any(each.severity is Severity.ERROR for each in self.diagnostics)


def compile_files(
    files: Iterable[tuple[str, bytes]],
    *,
    root: str = "",
    limits: Limits | None = None,
    on_file: Callable[[str], None] | None = None,
) -> Compilation:
    """Return the compilation of files that belong together, given as path and content.

    Their order does not matter. ``root`` is the folder of the workspace as shown to the user;
    ``on_file`` is told the path of each file that was read.
    """
    ordered = sorted(files, key=lambda file: file[0].encode("utf-8", "surrogatepass"))
    try:
        return _compile(ordered, root, limits or Limits(), on_file)
    except Exception as error:
        path = ordered[0][0] if ordered else ""
        nothing = Portfolio(Workspace(root=root), empty_library(), {}, ())
        sources = {path: SourceFile(path, "") for path, _ in ordered}
        return Compilation(nothing, (_own_mistake(path, error),), sources, tuple(sources))


def _compile(
    files: list[tuple[str, bytes]], root: str, limits: Limits, on_file: Callable[[str], None] | None
) -> Compilation:
    found: list[Diagnostic] = []
    sheets = []
    for path, content in files:
        sheets.append(_open_sheet(path, content, limits, found))
        if on_file:
            on_file(path)
    names = declare_names(sheets)
    sheets, faults_of_overlays = extend_journeys(sheets, names, validate)
    portfolio, faults_of_meaning = build_portfolio(sheets, names, root=root)
    sources = {sheet.path: sheet.document.source for sheet in sheets}
    found = _without_echoes(found, [*faults_of_overlays, *faults_of_meaning])
    return Compilation(portfolio, in_order(found), sources, tuple(sources))


def _open_sheet(path: str, content: bytes, limits: Limits, found: list[Diagnostic]) -> Sheet:
    """Return one file read and held against its schema; what is wrong with it is added to ``found``."""
    try:
        document = read_document(path, content, limits)
        kind, faults = kind_of(document)
        if kind and not document.broken:
            faults += validate(document, kind)
    except Exception as error:
        document, kind, faults = Document(SourceFile(path, "")), "", (_own_mistake(path, error),)
    faults = (*document.diagnostics, *faults)
    found.extend(faults)
    return Sheet(document, kind or "", valid=not any(each.severity is Severity.ERROR for each in faults))


def _without_echoes(first: list[Diagnostic], later: list[Diagnostic]) -> list[Diagnostic]:
    """Return all findings but those at the very place that is called wrong already.

    A place is wrong for the errors of an earlier phase; a warning there would only give other advice.
    """
    wrong = {each.primary for each in first if each.severity is Severity.ERROR}
    own = (each for each in first if each.severity is Severity.ERROR or each.primary not in wrong)
    return [*own, *(each for each in later if each.primary not in wrong)]


def _own_mistake(path: str, error: Exception) -> Diagnostic:
    """Return the finding that this program, not the map, is wrong: with what its authors need to know."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    module = frame.tb_frame.f_globals.get("__name__", "") if frame is not None else ""
    return INTERNAL_ERROR.found(
        f"journeymap failed by its own fault: {type(error).__name__} in {module}",
        SourceFile(path, "").span(0, 0),
        notes=("this is a bug, not a mistake in the file",),
        help=("report it, with the file if you can share it",),
        args=(type(error).__name__, module),
    )
