"""One Markdown file: what it is to hold, which pictures go with it, and what is wrong with its markers."""

import posixpath
from itertools import takewhile

from journeymap.artifacts import unsafe_reason
from journeymap.diagnostics import Diagnostic
from journeymap.injecting.filling import Filling, fill, picture_path
from journeymap.injecting.finding import Block, find_blocks, replace_blocks, report_unsafe
from journeymap.injecting.targets import Shelf, Target, UnknownTargetError, choose_journey, choose_portfolio
from journeymap.markers.faults import MISPLACED_PICTURE, UNFILLABLE_MARKER
from journeymap.markers.grammar import KINDS, PICTURES, Wish, Word
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.failures import RenderingError
from journeymap.source import SourceFile, Span

_ASKS = ("view", "lanes", "personas")
"""The options that can ask for something that is not there."""


class Page(NamedTuple):
    """A Markdown file: its text under the path it is shown with, and its path in its repository."""

    source: SourceFile
    path: str


class Placed(NamedTuple):
    """A picture by its path in the repository, and the place that asks for it."""

    path: str
    content: bytes
    place: Span


class Injection(NamedTuple):
    """What a page is to hold and which pictures go with it; nothing of it counts if there are findings."""

    page: Page
    text: str
    pictures: tuple[Placed, ...]
    markers: int
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether the page holds something else."""
        return self.text != self.page.source.text


def inject(page: Page, shelf: Shelf, *, engine: str = "") -> Injection:
    """Return a page with every block filled anew."""
    blocks, faults = find_blocks(page.source)
    found = list(faults)
    contents = []
    pictures = []
    for block in blocks:
        filled = _fill(page, block, shelf, engine)
        if isinstance(filled, Diagnostic):
            found.append(filled)
            continue
        contents.append((block, filled.text))
        if filled.picture:
            path = _join(page.path, filled.picture.path)
            pictures.append(Placed(path, filled.picture.content, _place_of_picture(page, block)))
    text = page.source.text if found else replace_blocks(page.source, contents)
    found += _guard(page, blocks, text) if not found else []
    if found:
        return Injection(page, page.source.text, (), len(blocks), tuple(found))
    return Injection(page, text, tuple(pictures), len(blocks))


def _fill(page: Page, block: Block, shelf: Shelf, engine: str) -> Filling | Diagnostic:
    wish, shown = block.wish, page.source.path
    subject = wish.words[0] if wish.words else None
    named = subject.text if subject else ""
    try:
        choose = choose_journey if KINDS[wish.kind.text].words else choose_portfolio
        target = choose(shelf, shown, named)
    except UnknownTargetError as error:
        return _unfillable(page, subject or wish.kind, str(error), error.help)
    wrong = _check_path(page, block, target)
    if wrong:
        return wrong
    try:
        return fill(wish, target, engine=engine)
    except RenderingError as error:
        return _unfillable(page, _asking(wish), str(error), error.help)


def _check_path(page: Page, block: Block, target: Target) -> Diagnostic | None:
    """Return why the picture of a block cannot stand where it would, or nothing."""
    if block.wish.kind.text not in PICTURES:
        return None
    path = picture_path(block.wish, target)
    reason = _explain_misplaced(page.path, path)
    return report_misplaced(path, reason, _place_of_picture(page, block)) if reason else None


def report_misplaced(path: str, reason: str, place: Span) -> Diagnostic:
    """Return the finding that a picture cannot be written to its path."""
    return MISPLACED_PICTURE.found(
        f"picture `{path}` cannot be written there",
        place,
        label=reason,
        help=("name another path with `to=`, such as `to=images/journey.svg`",),
        args=(path,),
    )


def _explain_misplaced(page: str, path: str) -> str:
    """Return why a path seen from a page is no place for a picture, or nothing when it is one."""
    if path.startswith("/") or "\\" in path or ":" in path:
        return "it has to be a path seen from this file"
    joined = _join(page, path)
    if joined.split("/")[0] == "..":
        return "it is outside of the repository"
    if not joined.lower().endswith(".svg"):
        return "its name has to end in .svg"
    if any(step.casefold() == ".git" for step in joined.split("/")):
        return "it is git's own folder"
    return unsafe_reason(joined)


def _join(page: str, path: str) -> str:
    """Return a path seen from a page as a path in the repository."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path))


def _place_of_picture(page: Page, block: Block) -> Span:
    """Return the place to blame for where a picture goes: its path, or the marker that leaves it out."""
    to = block.wish.options.get("to")
    return page.source.span(to.start, to.end) if to else block.marker


def _asking(wish: Wish) -> Word:
    """Return the word of a marker that names what could be missing in a journey that is there."""
    asked = [wish.options[name] for name in _ASKS if name in wish.options]
    return asked[0] if asked else (wish.words or (wish.kind,))[-1]


def _unfillable(page: Page, word: Word, message: str, help: str) -> Diagnostic:
    return UNFILLABLE_MARKER.found(
        message,
        page.source.span(word.start, word.end),
        help=(help,) if help else (),
        args=(word.text,),
    )


def _guard(page: Page, blocks: tuple[Block, ...], text: str) -> list[Diagnostic]:
    """Return a finding if the new text has not the markers of the old one, and so would not last."""
    again, faults = find_blocks(SourceFile(page.source.path, text))
    before, after = ([_words(block) for block in each] for each in (blocks, again))
    if not faults and before == after:
        return []
    kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    return [report_unsafe(blocks[min(kept, len(blocks) - 1)])]


def _words(block: Block) -> list[str]:
    return [block.wish.kind.text, *(word.text for word in block.wish.words)]
