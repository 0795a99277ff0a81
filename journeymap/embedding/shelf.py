"""The journeys of a documentation project, read from disk and compiled once until one of their files changes.

Nothing is read from outside of the project: its repository, or else the larger of its folder and the
workspace around it. The folder of the workspace itself is the word of whoever sets the project up.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from journeymap.compiling import Compilation
from journeymap.diagnostics import Severity
from journeymap.embedding.problems import NotShown, Problem, tell
from journeymap.embedding.wishes import Wish
from journeymap.model import Journey, Portfolio
from journeymap.model.visibility import Audience, visible_to
from journeymap.named_tuples import NamedTuple
from journeymap.suggesting import closest
from journeymap.workspace import compile_workspaces, find_workspaces
from journeymap.workspace.planning import Plan, show_path
from journeymap.workspace.walking import Disk

Stamp: TypeAlias = tuple[tuple[str, int, int], ...]

_REPOSITORY = ".git"
_MOST_LISTED = 7


class Found(NamedTuple):
    """A journey with its portfolio, and the files that they were made from."""

    portfolio: Portfolio
    journey: Journey
    files: tuple[Path, ...]


class Shelf:
    """The journeys that the pages of one project can name."""

    def __init__(self, folder: Path, *, workspace: str = "", audience: Audience = "internal") -> None:
        self._folder = Path(os.path.normpath(folder.absolute()))
        self._place = Path(os.path.normpath(self._folder / workspace))
        self._audience: Audience = audience
        self._compiled: dict[Path, tuple[Stamp, tuple[Compilation, ...]]] = {}

    def find(self, wish: Wish, *beside: Path) -> Found:
        """Return the journey that is wished for; a file may also be named as seen from ``beside``."""
        if not self._place.is_dir():
            raise NotShown(Problem(f"the workspace `{self._show(self._place)}` is no folder"))
        location = self._locate(wish.file, beside) if wish.file else None
        target = location or self._place
        around = Disk().root_of(target if location else target / "journeymap.yaml")
        files, compilations = self._compile(around or target)
        found = [
            (compilation, journey)
            for compilation in compilations
            for journey in visible_to(compilation.portfolio, self._audience).journeys
            if (self._is_at(journey, location) if location else journey.id == wish.id)
        ]
        for compilation in [each for each, _ in found[:1]] or compilations:
            self._refuse_errors(compilation)
        if len(found) != 1:
            raise NotShown(self._explain(wish, found, compilations))
        compilation, journey = found[0]
        return Found(visible_to(compilation.portfolio, self._audience), journey, files)

    @property
    def stamp(self) -> Stamp:
        """What changes when a journey does, when one comes and when one goes."""
        around = Disk().root_of(self._place / "journeymap.yaml")
        plan = find_workspaces([str(around or self._place)], str(self._folder))
        return tuple(_stamp(tuple(file.location for group in plan.groups for file in group.files)))

    def _locate(self, file: str, beside: tuple[Path, ...]) -> Path:
        """Return where the file is that a page names."""
        folders = dict.fromkeys((self._place, self._folder, *beside))
        inside = [self._boundary(), self._place.resolve()]
        for folder in folders:
            location = Path(os.path.normpath(folder / file))
            if location.is_file():
                if not any(location.resolve().is_relative_to(each) for each in inside):
                    raise NotShown(Problem(f"`{file}` is outside of the project"))
                return location
        tried = ", ".join(f"`{self._show(folder)}`" for folder in folders)
        raise NotShown(Problem(f"there is no file `{file}`", help=f"it is looked for in {tried}"))

    def _boundary(self) -> Path:
        """Return the folder that nothing is read outside of."""
        above = (self._folder, *self._folder.parents)
        repository = next((each for each in above if (each / _REPOSITORY).exists()), None)
        around = Disk().root_of(self._folder / "journeymap.yaml")
        return (repository or around or self._folder).resolve()

    def _compile(self, location: Path) -> tuple[tuple[Path, ...], tuple[Compilation, ...]]:
        """Return the files at a place and what they compile to, the same as before while none has changed."""
        plan = find_workspaces([str(location)], str(self._folder))
        files = tuple(file.location for group in plan.groups for file in group.files)
        stamp = tuple(_stamp(files))
        known = self._compiled.get(location)
        if known is None or known[0] != stamp:
            known = self._compiled[location] = (stamp, _compile_whole(plan))
        return files, known[1]

    def _is_at(self, journey: Journey, location: Path) -> bool:
        return Path(os.path.normpath(self._folder / journey.at.file)) == location

    def _refuse_errors(self, compilation: Compilation) -> None:
        """Refuse what its authors did not mean: a portfolio with errors."""
        wrong = [each for each in compilation.diagnostics if each.severity is Severity.ERROR]
        if wrong:
            raise NotShown(*map(tell, wrong))
        if compilation.unread:
            raise NotShown(*map(Problem, compilation.unread))

    def _explain(
        self, wish: Wish, found: list[tuple[Compilation, Journey]], compilations: tuple[Compilation, ...]
    ) -> Problem:
        """Return why a wish does not name one journey."""
        if found:
            files = ", ".join(f"`{journey.at.file}`" for _, journey in found)
            return Problem(f"{len(found)} journeys have the id `{wish.id}`", help=f"name a file: {files}")
        if wish.file:
            return Problem(f"`{wish.file}` holds no journey to show", help="name the file of a journey")
        seen = (visible_to(each.portfolio, self._audience) for each in compilations)
        ids = sorted({journey.id for portfolio in seen for journey in portfolio.journeys})
        near = closest(wish.id, ids)
        if near:
            help = f"did you mean `{near}`?"
        elif 0 < len(ids) <= _MOST_LISTED:
            help = f"the journeys are {', '.join(f'`{id}`' for id in ids)}"
        else:
            help = f"they are looked for in `{self._show(self._place)}`"
        return Problem(f"there is no journey `{wish.id}`", help=help)

    def _show(self, location: Path) -> str:
        return show_path(location, self._folder)


def _compile_whole(plan: Plan) -> tuple[Compilation, ...]:
    if plan.problems:
        raise NotShown(*map(Problem, plan.problems))
    return compile_workspaces(plan)


def _stamp(files: tuple[Path, ...]) -> Iterator[tuple[str, int, int]]:
    """Yield what changes when a file does."""
    for file in files:
        try:
            status = file.stat()
        except OSError:  # gone since it was found: compiling says so
            continue
        yield str(file), status.st_mtime_ns, status.st_size
