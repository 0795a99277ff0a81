"""The pipeline: bytes of files to a portfolio and everything that is wrong with them.

A pure function of paths and contents. Nothing a file holds can make it raise: where this program itself
is wrong, that becomes a finding too, and the other files are still checked where they can be.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from journeymap.building import Memory, Opened, Sheet, build_portfolio, declare_names, extend_journeys
from journeymap.building.vocabulary import empty_library
from journeymap.diagnostics import Diagnostic, Severity, in_order
from journeymap.model import Portfolio, Workspace
from journeymap.named_tuples import NamedTuple
from journeymap.schema import kind_of, validate
from journeymap.source import SourceFile, path_in
from journeymap.suppressing.mentioning import mentions_journeymap
from journeymap.syntax import Document, Limits, read_document
from journeymap.syntax.mistakes import find_own_mistake

if TYPE_CHECKING:
    from journeymap.checks import Checking
    from journeymap.settling import Settled, Settling
    from journeymap.suppressing.baseline import Baseline, Entry


class Home(NamedTuple):
    """Where files belong: the folder of their workspace as shown, ``""`` where they stand alone.

    ``inside`` is the folder that paths are shown from, as seen from the workspace, if it lies there.
    ``baseline`` is the path and the content of what is known already. A file that ``is_lone`` is known by
    its name. What ``is_excerpt`` may belong to files that nobody sees here.
    """

    root: str = ""
    inside: str = ""
    baseline: tuple[str, bytes] | None = None
    is_lone: bool = False
    is_excerpt: bool = False

    def see(self, path: str) -> str:
        """Return a path as seen from the folder of the workspace, wherever the program runs."""
        return path.rpartition("/")[2] if self.is_lone else path_in(self.root, path, inside=self.inside)


class Compilation(NamedTuple):
    """A workspace as compiled: what could be built, the findings in order, the texts they point into.

    ``asked`` are the paths of the files whose findings these are. ``unread`` says in words which files
    the system would not let us read; both are set where files are read. ``suppressed`` are the findings
    that comments or the ``baseline`` silence, and ``stale`` the entries of the baseline that silence nothing.
    """

    portfolio: Portfolio
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, SourceFile]
    asked: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    suppressed: tuple[Diagnostic, ...] = ()
    baseline: "Baseline | None" = None
    stale: "tuple[Entry, ...]" = ()

    @property
    def has_errors(self) -> bool:
        """Whether anything is wrong enough that the portfolio does not say what its authors meant."""
        return any(each.severity is Severity.ERROR for each in self.diagnostics)


def compile_files(
    files: Iterable[tuple[str, bytes]],
    *,
    root: str = "",
    limits: Limits | None = None,
    checking: "Checking | None" = None,
    home: "Home | None" = None,
    on_file: Callable[[str], None] | None = None,
    memory: Memory | None = None,
) -> Compilation:
    """Return the compilation of files that belong together, given as path and content.

    Their order does not matter. ``root`` is the folder of the workspace as shown to the user, and ``home``
    says more of it where more is known. With ``checking`` the method is checked as well as the language;
    ``on_file`` is told the path of each file that was read. ``memory`` is that of the same files as they
    were before: what has not changed is taken over from there.
    """
    ordered = sorted(files, key=lambda file: file[0].encode("utf-8", "surrogatepass"))
    try:
        opened, found = _open_sheets(ordered, limits or Limits(), on_file, memory)
        return _compile(opened, found, home or Home(root), checking, memory)
    except Exception as error:
        path = ordered[0][0] if ordered else ""
        nothing = Portfolio(Workspace(root=root), empty_library(), {}, ())
        sources = {path: SourceFile(path, "") for path, _ in ordered}
        return Compilation(nothing, (find_own_mistake(path, error),), sources, tuple(sources))


def _compile(
    opened: list[Sheet],
    found: list[Diagnostic],
    home: Home,
    checking: "Checking | None",
    memory: Memory | None,
) -> Compilation:
    names = declare_names(opened)
    sheets, faults_of_overlays = extend_journeys(opened, names, validate)
    portfolio, faults_of_meaning, places = build_portfolio(sheets, names, root=home.root, memory=memory)
    sources = {sheet.path: sheet.document.source for sheet in sheets}
    found = _without_echoes(found, [*faults_of_overlays, *faults_of_meaning])
    compilation = Compilation(portfolio, (), sources, tuple(sources))
    is_spoken_to = any(mentions_journeymap(source.text) for source in sources.values())
    if checking is None and not is_spoken_to:
        placed = (each._replace(path=home.see(each.primary.file)) for each in found)
        return compilation._replace(diagnostics=in_order(placed))

    from journeymap.rules import KNOWN
    from journeymap.settling import Settling

    if checking is not None:
        checking = checking._replace(is_whole=all(sheet.valid and sheet.is_whole for sheet in sheets))
    settling = Settling(portfolio, checking, KNOWN, home.see, sees_all=not home.is_excerpt)
    settled = settling.settle_all(found, places)
    if home.baseline is not None or is_spoken_to:
        return _silence(compilation, settled, opened, settling, home)
    return compilation._replace(diagnostics=in_order(each.reported for each in settled if each.reported))


def _open_sheets(
    files: list[tuple[str, bytes]],
    limits: Limits,
    on_file: Callable[[str], None] | None,
    memory: Memory | None,
) -> tuple[list[Sheet], list[Diagnostic]]:
    found: list[Diagnostic] = []
    sheets = []
    for path, content in files:
        known = memory.recall_opened(path, content) if memory else None
        known = known or _open_sheet(path, content, limits)
        found.extend(known.faults)
        sheets.append(known.sheet)
        if memory:
            memory.opened[path] = known
        if on_file:
            on_file(path)
    if memory:
        memory.keep_opened([path for path, _ in files])
    return sheets, found


def _open_sheet(path: str, content: bytes, limits: Limits) -> Opened:
    """Return one file read and held against its schema, with what is wrong with it."""
    try:
        document = read_document(path, content, limits)
        kind, faults = kind_of(document)
        if kind and not document.broken:
            faults += validate(document, kind)
    except Exception as error:
        document, kind, faults = Document(SourceFile(path, "")), "", (find_own_mistake(path, error),)
    faults = (*document.diagnostics, *faults)
    sheet = Sheet(document, kind or "", valid=not any(each.severity is Severity.ERROR for each in faults))
    return Opened(content, sheet, faults)


def _silence(
    compilation: Compilation, settled: list["Settled"], opened: list[Sheet], settling: "Settling", home: Home
) -> Compilation:
    """Return the compilation without the findings that comments or the baseline silence."""
    from journeymap.suppressing.baseline import read_baseline
    from journeymap.suppressing.silencing import silence

    baseline = read_baseline(*home.baseline) if home.baseline else None
    documents = {home.see(sheet.path): (sheet.document, sheet.kind) for sheet in opened}
    reported, suppressed, stale = silence(settled, documents, baseline, settling)
    known = {baseline.document.source.path: baseline.document.source} if baseline else {}
    return compilation._replace(
        diagnostics=reported,
        sources={**compilation.sources, **known},
        suppressed=suppressed,
        baseline=baseline,
        stale=stale,
    )


def _without_echoes(first: list[Diagnostic], later: list[Diagnostic]) -> list[Diagnostic]:
    """Return all findings but those at the very place that is called wrong already.

    A place is wrong for the errors of an earlier phase; a warning there would only give other advice.
    """
    wrong = {each.primary for each in first if each.severity is Severity.ERROR}
    own = (each for each in first if each.severity is Severity.ERROR or each.primary not in wrong)
    return [*own, *(each for each in later if each.primary not in wrong)]
