"""Finished files in memory, and the one place that writes them to disk.

Owns what a safe output path is, the manifest of an output folder, and atomic writing. Knows nothing of
what the files hold.
"""

from journeymap.artifacts.files import is_stale, write_file, write_files
from journeymap.artifacts.folders import Staleness, Written, compare, stands_at, write
from journeymap.artifacts.values import (
    MANIFEST,
    Artifact,
    ArtifactError,
    ArtifactPathError,
    ArtifactSet,
    unsafe_reason,
)

__all__ = [
    "MANIFEST",
    "Artifact",
    "ArtifactError",
    "ArtifactPathError",
    "ArtifactSet",
    "Staleness",
    "Written",
    "compare",
    "is_stale",
    "stands_at",
    "unsafe_reason",
    "write",
    "write_file",
    "write_files",
]
