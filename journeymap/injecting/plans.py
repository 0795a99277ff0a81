"""All that is to be written into Markdown files and beside them, known before anything is written."""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from journeymap.artifacts import is_stale, stands_at
from journeymap.diagnostics import Diagnostic, Label, Severity, in_order
from journeymap.injecting.pages import Injection, Page, Placed, inject, report_misplaced
from journeymap.injecting.reading import PageFile, read_pages
from journeymap.injecting.shelf import DiskShelf
from journeymap.model.visibility import Audience
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.provenance import is_rendered
from journeymap.source import SourceFile
from journeymap.workspace.planning import show_path


class Change(NamedTuple):
    """A file as it is to be: the path it is shown with, where it is, its content, what it held before."""

    path: str
    location: Path
    after: bytes
    before: bytes
    is_stale: bool


class Plan(NamedTuple):
    """Files as they are to be, or what is wrong; where anything is wrong nothing is to be written.

    ``problems`` are in words, for what the system refuses. ``files`` counts what the findings are of.
    """

    pages: tuple[Change, ...] = ()
    pictures: tuple[Change, ...] = ()
    markers: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: dict[str, SourceFile] = {}
    problems: tuple[str, ...] = ()


def make_plan(paths: Sequence[str], cwd: str, *, audience: Audience = "internal", engine: str = "") -> Plan:
    """Return what is to be written for the Markdown files at some paths.

    Raises ``LayoutFailed`` when a flow is asked for and cannot be laid out.
    """
    reading = read_pages(paths, cwd)
    shelf = DiskShelf(reading.files, cwd, audience)
    injected = [(file, inject(_open_page(file), shelf, engine=engine)) for file in reading.files]
    pictures, misplaced = _place_pictures(injected, cwd)
    sources = {injection.page.source.path: injection.page.source for _, injection in injected}
    found = [*misplaced, *(each for _, injection in injected for each in injection.diagnostics)]
    for compilation in shelf.used.values():
        found += (each for each in compilation.diagnostics if each.severity is Severity.ERROR)
        sources.update(compilation.sources)
    return Plan(
        tuple(_change_page(file, injection) for file, injection in injected if injection.markers),
        tuple(pictures),
        sum(injection.markers for _, injection in injected),
        in_order(found),
        sources,
        tuple(dict.fromkeys([*reading.problems, *shelf.problems])),
    )


def _open_page(file: PageFile) -> Page:
    path = file.location.relative_to(file.root).as_posix()
    return Page(SourceFile(file.path, file.text), path)


def _change_page(file: PageFile, injection: Injection) -> Change:
    return Change(file.path, file.location, file.encode(injection.text), file.content, injection.is_changed)


def _place_pictures(
    injected: list[tuple[PageFile, Injection]], cwd: str
) -> tuple[list[Change], list[Diagnostic]]:
    """Return the pictures to write, each once, and those that cannot stand where they were asked for."""
    changes: list[Change] = []
    found: list[Diagnostic] = []
    taken: dict[tuple[Path, str], Placed] = {}
    for file, injection in injected:
        for picture in injection.pictures:
            first = taken.setdefault((file.root, picture.path.casefold()), picture)
            if first is picture:
                reason = _explain_in_the_way(file.root, picture)
                if reason:
                    found.append(report_misplaced(picture.path, reason, picture.place))
                else:
                    changes.append(_change_picture(file.root, picture, cwd))
            elif (first.path, first.content) != (picture.path, picture.content):
                clash = report_misplaced(picture.path, "another picture goes there", picture.place)
                found.append(clash._replace(labels=(Label(first.place, "this one"),)))
    for (root, path), picture in taken.items():
        is_below = any((root, str(folder)) in taken for folder in PurePosixPath(path).parents)
        if is_below and picture.place not in [each.primary for each in found]:
            found.append(
                report_misplaced(picture.path, "another picture has that folder's name", picture.place)
            )
    return changes, found


def _explain_in_the_way(root: Path, picture: Placed) -> str:
    """Return what keeps a picture from being written, or nothing."""
    standing = stands_at(root, picture.path)
    if standing == "other":
        return "a link or a folder is in the way"
    location = root / picture.path
    if standing == "file" and is_stale(location, picture.content):
        with location.open("rb") as opened:
            head = opened.read(2_000)
        if not is_rendered("svg", head, b""):
            return "a file is there that is no picture of a journey"
    return ""


def _change_picture(root: Path, picture: Placed, cwd: str) -> Change:
    location = root / picture.path
    return Change(
        show_path(location, cwd), location, picture.content, b"", is_stale(location, picture.content)
    )
