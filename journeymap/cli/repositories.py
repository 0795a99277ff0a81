"""Where a file stands in its repository: how CI systems name it, wherever the program runs."""

import os
from collections.abc import Callable
from pathlib import Path

from journeymap.cli.console import Console
from journeymap.reporting.notices import path_below

_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""What tells the folder of the checkout, where it holds no git folder."""


def locate_in_repository(console: Console) -> Callable[[str], str]:
    """Return what finds the path of a file as seen from the root of the repository, with slashes.

    Links are followed, since a reviewer sees the file itself. What stands outside the repository keeps its
    path without what leads out: no system can show it, and none shall refuse the report for it.
    """
    folder = os.path.realpath(console.cwd)
    root = _find_root(folder, console)
    known: dict[str, str] = {}

    def locate(path: str) -> str:
        if path not in known:
            known[path] = _path_below(root, folder, path)
        return known[path]

    return locate


def _find_root(folder: str, console: Console) -> str:
    """Return the nearest folder above with a git folder, or what the system says, or the folder itself."""
    for each in (Path(folder), *Path(folder).parents):
        if (each / ".git").exists():
            return str(each)
    for name in _ROOTS:
        told = console.environ.get(name)
        if told and Path(folder).is_relative_to(os.path.realpath(told)):
            return os.path.realpath(told)
    return folder


def _path_below(root: str, folder: str, path: str) -> str:
    for target in (os.path.realpath(Path(folder, path)), os.path.normpath(Path(folder, path))):
        if Path(target).is_relative_to(root):
            return Path(target).relative_to(root).as_posix()
    return path_below(Path(path).as_posix())
