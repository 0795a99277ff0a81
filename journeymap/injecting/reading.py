"""Which Markdown files are meant, and their texts: every byte of them counts."""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from journeymap.injecting.misspelling import may_hold_marker
from journeymap.named_tuples import NamedTuple
from journeymap.workspace.planning import describe, show_path
from journeymap.workspace.walking import Disk

ENDINGS: Final = (".md", ".markdown")
LARGEST: Final = 1024 * 1024
_BOM: Final = b"\xef\xbb\xbf"
_REPOSITORY: Final = ".git"


class PageFile(NamedTuple):
    """A Markdown file that may hold markers: the path it is shown with, where it is, and its content.

    ``root`` is the folder that nothing is read or written outside of: its repository; without one the
    workspace around it or the folder the program runs in, whichever is the larger.
    """

    path: str
    location: Path
    root: Path
    content: bytes

    @property
    def text(self) -> str:
        """The text without the mark that a file may begin with."""
        return self.content.removeprefix(_BOM).decode()

    def encode(self, text: str) -> bytes:
        """Return the file's content with another text."""
        mark = _BOM if self.content.startswith(_BOM) else b""
        return mark + text.encode()


class Reading(NamedTuple):
    """The files that may hold markers, and in words which could not be read."""

    files: tuple[PageFile, ...]
    problems: tuple[str, ...]


def read_pages(paths: Sequence[str], cwd: str) -> Reading:
    """Return the Markdown files at some paths, those below the current folder when there are none.

    Files that cannot hold a marker are left out, after a look at their bytes.
    """
    problems: list[str] = []
    disk = Disk(lambda name: name.lower().endswith(ENDINGS))
    folder = Path(os.path.normpath(Path(cwd).absolute()))
    found: dict[Path, None] = {}
    for path in paths or (".",):
        found.update(dict.fromkeys(_find(path, folder, disk, problems)))
    files = []
    workspaces = Disk()
    for location in sorted(found, key=os.fsencode):
        shown = show_path(location, cwd)
        try:
            content = _read(location)
        except (OSError, UnicodeDecodeError) as error:
            why = describe(error) if isinstance(error, OSError) else "it is not UTF-8"
            problems.append(f"cannot read `{shown}`: {why}")
            continue
        if may_hold_marker(content):
            files.append(PageFile(shown, location, _root_of(location, folder, workspaces), content))
    for unread, reason in disk.unreadable:
        problems.append(f"cannot read folder `{show_path(unread, cwd)}`: {describe(reason)}")
    return Reading(tuple(files), tuple(dict.fromkeys(problems)))


def _find(path: str, folder: Path, disk: Disk, problems: list[str]) -> Iterator[Path]:
    location = Path(os.path.normpath(folder / path))
    if location.is_dir():
        yield from (file for file in disk.walk(location) if not file.is_symlink())
    elif not location.exists():
        problems.append(f"`{path}` does not exist")
    elif location.is_symlink():
        problems.append(f"`{path}` is a symbolic link; name the file it points to")
    elif not location.name.lower().endswith(ENDINGS):
        problems.append(f"`{path}` is no Markdown file: these are {' and '.join(ENDINGS)}")
    else:
        yield location


def _read(location: Path) -> bytes:
    """Return a file's content; of one without a marker it is not asked whether it is text."""
    if not stat.S_ISREG(location.stat().st_mode):
        raise OSError(0, "it is not a regular file")
    with location.open("rb") as opened:
        content = opened.read(LARGEST + 1)
    if may_hold_marker(content):
        if len(content) > LARGEST:
            raise OSError(0, f"it is larger than {LARGEST:,} bytes")
        content.decode()
    return content


def _root_of(location: Path, folder: Path, workspaces: Disk) -> Path:
    """Return the folder that a page and its pictures stay in."""
    above = location.parents
    repository = next((each for each in above if (each / _REPOSITORY).exists()), None)
    if repository:
        return repository
    around = workspaces.root_of(location) or location.parent
    return folder if folder in around.parents else around
