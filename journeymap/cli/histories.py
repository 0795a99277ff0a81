"""The history of a workspace's files, by the names that findings and pages know them by."""

import os
import posixpath
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from journeymap.cli.console import Console
from journeymap.compiling import Compilation
from journeymap.diffing import Change
from journeymap.history import History, NoHistory, read_history
from journeymap.model import Portfolio

if TYPE_CHECKING:
    from journeymap.site import Options

MOST_COMPARED = 50
"""How many commits are compared with what was before them, the latest: each costs about a check."""


def add_history(options: "Options", compilation: Compilation, console: Console) -> "Options":
    """Return the options of a site with its history, and with what that changed for its audience."""
    from journeymap.model.visibility import visible_to

    history = read_shown_history(compilation, console)
    told = read_told_changes(compilation, history, console, lambda whole: visible_to(whole, options.audience))
    return options._replace(history=history, told=told)


def read_shown_history(compilation: Compilation, console: Console) -> History:
    """Return the commits of a workspace, or of the folder of a file that stands alone."""
    root = compilation.portfolio.workspace.root
    if not root and compilation.asked:
        root = posixpath.dirname(compilation.asked[0])
    history = read_history(str(Path(console.cwd, root)))

    def show(file: str) -> str:
        """Return a path below the root as it is shown everywhere: as seen from the current folder."""
        path = posixpath.join(root, file)
        return (
            path
            if posixpath.isabs(root)
            else Path(os.path.relpath(Path(console.cwd, path), console.cwd)).as_posix()
        )

    commits = (commit._replace(files=tuple(map(show, commit.files))) for commit in history.commits)
    return history._replace(commits=tuple(commits))


def read_told_changes(
    compilation: Compilation, history: History, console: Console, narrow: Callable[[Portfolio], Portfolio]
) -> Mapping[str, tuple[Change, ...]]:
    """Return what the latest commits changed for the customer, by commit, without those nobody can read."""
    from journeymap.cli.past import Past
    from journeymap.history.mainline import find_parents
    from journeymap.workspace.sides import Unloadable

    root = compilation.portfolio.workspace.root
    place = Path(console.cwd, root if root or not compilation.asked else compilation.asked[0])
    past = Past(place, console.cwd, narrow)
    commits = tuple(commit.id for commit in history.commits[:MOST_COMPARED])
    told = {}
    for id, before in find_parents(str(past.find_root()), commits).items():
        try:
            told[id] = past.compare(before, id)
        except (Unloadable, NoHistory):
            continue
    return told
