"""The history of a workspace's files, by the names that findings and pages know them by."""

import os
import posixpath
from pathlib import Path

from journeymap.cli.console import Console
from journeymap.compiling import Compilation
from journeymap.history import History, read_history


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
