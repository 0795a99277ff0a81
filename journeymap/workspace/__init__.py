"""Files on disk to compilations: which files are meant, which belong together, and reading them.

Owns the only place below the command line that looks at the file system for journeys.
"""

from journeymap.workspace.loading import WORKSPACE_BYTES, baseline_of, compile_group, compile_workspaces
from journeymap.workspace.planning import STDIN, File, Group, Plan, find_workspaces

__all__ = [
    "STDIN",
    "WORKSPACE_BYTES",
    "File",
    "Group",
    "Plan",
    "baseline_of",
    "compile_group",
    "compile_workspaces",
    "find_workspaces",
]
