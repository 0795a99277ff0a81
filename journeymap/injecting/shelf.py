"""The journeys that Markdown files can name, read from disk: each workspace once, and only when it is named.

A page sees the workspace around it; outside of any, all journeys in its folder and below. Nothing is read
from outside of its repository.
"""

import os
from pathlib import Path

from journeymap.compiling import Compilation
from journeymap.injecting.reading import PageFile
from journeymap.injecting.targets import Target, is_path
from journeymap.model import Portfolio
from journeymap.model.visibility import Audience, visible_to
from journeymap.named_tuples import NamedTuple
from journeymap.workspace import compile_workspaces, find_workspaces
from journeymap.workspace.walking import SETTINGS, Disk


class _Shown(NamedTuple):
    """A compilation with what its audience may see of it."""

    compilation: Compilation
    portfolio: Portfolio


class DiskShelf:
    """The journeys around some pages; remembers which compilations were used."""

    def __init__(self, files: tuple[PageFile, ...], cwd: str, audience: Audience) -> None:
        self.used: dict[int, Compilation] = {}
        self.problems: list[str] = []
        self._files = {file.path: file for file in files}
        self._cwd = cwd
        self._audience: Audience = audience
        self._disk = Disk()
        self._read: dict[Path, tuple[_Shown, ...]] = {}

    def journeys(self, page: str, word: str, /) -> tuple[Target, ...]:
        """Return the journeys that a word on a page may mean."""
        around = self._compilations(page, word if is_path(word) else "")
        found = tuple(
            Target(portfolio, journey)
            for compilation, portfolio in around
            for journey in portfolio.journeys
            if (self._is_file(page, word, journey.at.file) if is_path(word) else journey.id == word)
            and self._use(compilation)
        )
        if not found:  # perhaps it could not be built, and then its errors are what helps
            for each in around:
                self._use(each.compilation)
        return found

    def portfolios(self, page: str, word: str, /) -> tuple[Portfolio, ...]:
        """Return the workspaces around a page, or the one in a folder seen from the page."""
        files = [f"{word}/{name}" for name in SETTINGS] if word else [""]
        found = (each for file in files for each in self._compilations(page, file))
        declared = [each for each in found if each.portfolio.workspace.declared]
        return tuple(each.portfolio for each in declared if self._use(each.compilation))

    def ids(self, page: str, /) -> tuple[str, ...]:
        """Return the ids of all journeys that a page can name."""
        found = self._compilations(page, "")
        return tuple(sorted({journey.id for each in found for journey in each.portfolio.journeys}))

    def _use(self, compilation: Compilation) -> bool:
        self.used[id(compilation)] = compilation
        return True

    def _is_file(self, page: str, word: str, shown: str) -> bool:
        return self._locate(page, word) == Path(os.path.normpath(Path(self._cwd, shown)))

    def _locate(self, page: str, word: str) -> Path:
        return Path(os.path.normpath(self._files[page].location.parent / word))

    def _compilations(self, page: str, word: str) -> tuple[_Shown, ...]:
        """Return what is around a page, or around a file seen from it."""
        file = self._files[page]
        if not word:
            around = self._disk.root_of(file.location)
            found = self._compile(around or file.location.parent)
            # In the workspace around it, errors are errors of the page, whichever journey it names.
            if around:
                found = tuple(each for each in found if self._is_at(each, around))
                for each in found:
                    self._use(each.compilation)
            return found
        location = self._locate(page, word)
        if not location.is_file() or not location.resolve().is_relative_to(file.root.resolve()):
            return ()
        around = self._disk.root_of(location)
        if around is None:
            return self._compile(location)
        return tuple(each for each in self._compile(around) if self._is_at(each, around))

    def _is_at(self, shown: _Shown, folder: Path) -> bool:
        root = shown.portfolio.workspace.root
        return bool(root) and Path(os.path.normpath(Path(self._cwd, root))) == folder

    def _compile(self, location: Path) -> tuple[_Shown, ...]:
        """Return what is at a place and below it, compiled once."""
        if location not in self._read:
            plan = find_workspaces([str(location)], self._cwd)
            compilations = compile_workspaces(plan)
            self.problems += plan.problems
            self.problems += (line for each in compilations for line in each.unread)
            self._read[location] = tuple(
                _Shown(each, visible_to(each.portfolio, self._audience)) for each in compilations
            )
        return self._read[location]
