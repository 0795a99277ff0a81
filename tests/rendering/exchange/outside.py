"""The other tools themselves: what Mermaid, D2 and PlantUML understand of texts, each asked once for many."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from tests.conftest import ROOT

TOOLS = ROOT / ".tools"
PACKAGES = ("mermaid@11.17.2", "jsdom@26.1.0", "@terrastruct/d2@0.1.33", "@plantuml/core@1.2026.8")
"""What ``.ci/test`` installs."""

Understood: TypeAlias = Mapping[str, Any]


def read_mermaid(texts: Mapping[str, str]) -> Understood:
    """Return what Mermaid's parser understands of each text, or its error."""
    return _ask("parse_mermaid.mjs", texts)


def compile_d2(texts: Mapping[str, str]) -> Understood:
    """Return the labels of shapes and connections as D2's compiler has them, or its error."""
    return _ask("compile_d2.mjs", texts)


def draw_plantuml(texts: Mapping[str, str]) -> Understood:
    """Return the lines of text that PlantUML draws, or its error."""
    return _ask("draw_plantuml.mjs", texts)


def mermaid_script() -> Path:
    """Return Mermaid as a script for a page."""
    _install()
    return TOOLS / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"


def _ask(script: str, texts: Mapping[str, str]) -> Understood:
    node = shutil.which("node")
    assert node, "there is no Node.js for the parsers of other tools; .ci/test installs it"
    _install()
    command = [node, str(Path(__file__).with_name(script)), str(TOOLS)]
    # Bytes, so that half a surrogate pair reaches the parser as an escape and not as an error of ours.
    answer = subprocess.run(
        command, input=json.dumps(list(texts.values())).encode(), capture_output=True, timeout=300
    )
    assert answer.returncode == 0, answer.stderr.decode()
    return dict(zip(texts, json.loads(answer.stdout), strict=True))


def _install() -> None:
    """Install the packages into ``.tools`` where one is missing."""
    names = [package.rpartition("@")[0] for package in PACKAGES]
    if all((TOOLS / "node_modules" / name / "package.json").exists() for name in names):
        return
    npm = shutil.which("npm")
    assert npm, "there is no npm to install the parsers of other tools with; .ci/test installs it"
    TOOLS.mkdir(exist_ok=True)
    options = ["--prefix", str(TOOLS), "--ignore-scripts", "--save-exact", "--no-audit", "--no-fund"]
    subprocess.run([npm, "install", *options, *PACKAGES], check=True, capture_output=True, timeout=300)
