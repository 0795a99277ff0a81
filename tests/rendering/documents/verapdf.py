"""veraPDF itself, the reference checker of PDF/UA: what it finds in pages, asked once for many files.

It comes in the archive of another program, which reads PDFs with it: that is where npm has it.
"""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

TOOLS = ROOT / ".tools"
PACKAGE = "@opendataloader/pdf@2.5.11"
"""What ``.ci/test`` installs."""

SHELL = "org.mozilla.javascript.tools.shell.Main"
MODERN = ("-version", "200")
"""The JavaScript engine of the archive, and the latest language that it knows."""


class Verdict(NamedTuple):
    """What the checker says of a file: how many rules it knows, how often it looked, what it found."""

    passed: bool
    rules: int
    checks: int
    faults: tuple[str, ...]


def check_pages(files: Mapping[str, bytes], folder: Path) -> dict[str, Verdict]:
    """Return what the checker says of each PDF; it reads them from a folder."""
    java = shutil.which("java")
    assert java, "there is no Java for the PDF checker; .ci/test installs it"
    paths = [folder / f"{index}.pdf" for index in range(len(files))]
    for path, content in zip(paths, files.values(), strict=True):
        path.write_bytes(content)
    script = str(Path(__file__).with_name("check_pdf.js"))
    command = [java, "-cp", str(_find_archive()), SHELL, *MODERN, script, *map(str, paths)]
    answer = subprocess.run(command, capture_output=True, timeout=600)
    assert answer.returncode == 0, answer.stderr.decode()
    lines = answer.stdout.decode().splitlines()
    return {name: _read(line) for name, line in zip(files, lines, strict=True)}


def _read(line: str) -> Verdict:
    said = json.loads(line)
    return Verdict(said["passed"], said["rules"], said["checks"], tuple(said["faults"]))


def _find_archive() -> Path:
    """Return the archive with the checker, installed into ``.tools`` where it is missing."""
    archive = TOOLS / "node_modules" / "@opendataloader" / "pdf" / "lib" / "opendataloader-pdf-cli.jar"
    if not archive.exists():
        npm = shutil.which("npm")
        assert npm, "there is no npm to install the PDF checker with; .ci/test installs it"
        TOOLS.mkdir(exist_ok=True)
        options = ["--prefix", str(TOOLS), "--ignore-scripts", "--save-exact", "--no-audit", "--no-fund"]
        subprocess.run([npm, "install", *options, PACKAGE], check=True, capture_output=True, timeout=300)
    return archive
