"""Reading the pictures that journeys show: from inside their workspace only."""

import os
import posixpath
from pathlib import Path

from journeymap.cli.console import Console
from journeymap.compiling import Compilation

LARGEST = 16 * 1024 * 1024


class PictureReader:
    """Returns the bytes of a picture by its shown path, and remembers in words which it could not."""

    def __init__(self, compilation: Compilation, console: Console) -> None:
        root = compilation.portfolio.workspace.root
        if not root and compilation.asked:
            root = posixpath.dirname(compilation.asked[0])
        self._cwd = console.cwd
        self._root = os.path.realpath(Path(console.cwd, root))
        self.missing: list[str] = []

    def __call__(self, src: str) -> bytes | None:
        """Return the picture, or nothing when it is not there or not one to show."""
        try:
            location = Path(os.path.realpath(Path(self._cwd, src)))
            if not location.is_relative_to(self._root):
                self.missing.append(f"picture `{src}` is outside of the workspace")
            elif not location.is_file():
                self.missing.append(f"picture `{src}` does not exist")
            elif location.stat().st_size > LARGEST:
                self.missing.append(f"picture `{src}` is larger than {LARGEST:,} bytes")
            else:
                return location.read_bytes()
        except (OSError, ValueError) as error:
            self.missing.append(f"picture `{src}` cannot be read: {type(error).__name__}")
        return None
