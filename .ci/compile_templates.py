"""Builds the templates into the wheel as Python, so that no installed site build has to compile them.

hatchling runs this while it builds a wheel. A checkout and an editable install read the templates as they
are; an installed package does so too when its Jinja is not the one they were compiled with.
"""

import shutil
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileTemplates(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the compiled templates to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a folder of our own and have it included where the package looks."""
        self.folder = ""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, self.root)
        from journeymap.rendering.templating import compile_templates, compiled_folder_name

        self.folder = tempfile.mkdtemp(prefix="journeymap-templates-")
        compile_templates(self.folder)
        build_data["force_include"][self.folder] = f"journeymap/_data/{compiled_folder_name()}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove the folder."""
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)
