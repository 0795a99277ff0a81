"""The fence for Python-Markdown: what MkDocs, Material for MkDocs and Zensical ask for a journey.

``fence`` and ``validate`` go into the ``custom_fences`` of ``pymdownx.superfences``; ``Fence`` makes one that
is set up differently. A generator is known by what it leaves on the converter, so that nothing of it is
imported.
"""

import logging
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NoReturn
from weakref import WeakKeyDictionary

from journeymap.embedding.problems import NotShown, write_problem_box
from journeymap.embedding.shelf import Shelf
from journeymap.embedding.showing import show
from journeymap.embedding.wishes import read_fence
from journeymap.model.visibility import Audience
from journeymap.named_tuples import NamedTuple
from journeymap.workspace.planning import show_path


class Surroundings(NamedTuple):
    """Where a fence stands: the folder of the project, that of its pages, and the page, if it is known.

    ``log`` is who hears of problems. In what ``is_strict`` nobody counts them, and one ends the build.
    """

    project: Path
    docs: Path
    page: Path | None = None
    log: str = "journeymap"
    is_strict: bool = False


def validate(
    _language: str, inputs: dict[str, Any], options: dict[str, Any], _attributes: dict[str, Any], _md: Any
) -> bool:
    """Take every key from the line that opens a fence; what is wrong with one is said where it is shown."""
    options.update(inputs)
    return True


class Fence(NamedTuple):
    """A fence whose journeys are in the folder ``workspace``, seen from that of the project.

    ``site`` is where the journeys are published; ``visibility`` is who the pages are for.
    """

    workspace: str = ""
    site: str = ""
    visibility: Audience = "internal"

    def __call__(
        self, source: str, _language: str, _class: str, options: Mapping[str, Any], md: Any, **_more: Any
    ) -> str:
        """Return the markup that takes the place of a fence."""
        around = find_surroundings(md)
        page, line = _find_place(around, source)
        number = _numbers[md] = _numbers.get(md, 0) + 1
        try:
            wish = read_fence(source, page=page, line=line, given=options)
            beside = (*([around.page.parent] if around.page else []), around.docs)
            found = shelf_of(around.project, self).find(wish, *beside)
            return show(found, wish, name=str(number), site=self.site)
        except NotShown as failure:
            located = failure.at(f"{page}:{line}" if line else page)
            _report(located, around)
            return write_problem_box(located)

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what to keep: with it goes when the journeys last changed.

        Zensical shows a page as it was for as long as neither its text nor its settings change, and these
        it knows by how they are kept.
        """
        return _set_up, (*self, shelf_of(Path.cwd(), self).stamp)


fence = Fence()
"""The fence that needs no setting up: journeys are those of the workspace around the project, or in it."""

_numbers: WeakKeyDictionary[Any, int] = WeakKeyDictionary()
"""How many journeys each page has so far, by its converter."""


@cache
def shelf_of(project: Path, fence: Fence) -> Shelf:
    """Return the journeys of a project, the same ones for all of its pages."""
    return Shelf(project, workspace=fence.workspace, audience=fence.visibility)


def find_surroundings(md: Any) -> Surroundings:
    """Return where a converter works: in MkDocs, in Zensical, or in the folder the program runs in."""
    if "relpath" in md.treeprocessors:
        processor = md.treeprocessors["relpath"]
        config = processor.config
        project = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        page = Path(processor.file.abs_src_path) if processor.file.abs_src_path else None
        return Surroundings(project, Path(config.docs_dir), page, log="mkdocs.journeymap")
    if "rendering_context" in md.preprocessors:
        context = md.preprocessors["rendering_context"]
        project = Path(context.config["root_dir"])
        docs = project / context.config["docs_dir"]
        # It does not tell anybody of the option that it was called with.
        is_strict = bool(context.config["strict"] or {"-s", "--strict"} & set(sys.argv[1:]))
        return Surroundings(project, docs, docs / context.page.path, is_strict=is_strict)
    return Surroundings(Path.cwd(), Path.cwd())


def _set_up(workspace: str, site: str, visibility: Audience, _stamp: object) -> Fence:
    return Fence(workspace, site, visibility)


def _find_place(around: Surroundings, source: str) -> tuple[str, int]:
    """Return the page as shown, and the line that the text of a fence begins on; 0 for one not known."""
    if around.page is None:
        return "this page", 0
    shown = show_path(around.page, Path.cwd())
    try:
        text = around.page.read_text(encoding="utf-8", errors="replace")
    except OSError:  # made by a plugin
        return shown, 0
    lines, wanted = ([line.strip() for line in each.splitlines()] for each in (text, source))
    for index in range(1, len(lines) - len(wanted) + 1):
        if lines[index : index + len(wanted)] == wanted and "journey" in lines[index - 1]:
            return shown, index + 1
    return shown, 0


def _report(failure: NotShown, around: Surroundings) -> None:
    """Say what is wrong where the generator listens."""
    if around.is_strict:
        _stop(failure)
    for line in failure.lines:
        logging.getLogger(around.log).warning("%s", line)


def _stop(failure: NotShown) -> NoReturn:
    """End the build: of all exceptions superfences lets through only its own."""
    from pymdownx.superfences import SuperFencesException

    raise SuperFencesException(str(failure)) from None
