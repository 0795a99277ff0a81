"""Running the program in this process, with surroundings of the test's own making."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from journeymap.cli import run
from journeymap.cli.console import Streams


class Outcome(NamedTuple):
    """What a run left behind."""

    code: int
    stdout: str
    stderr: str


def run_journeymap(
    *arguments: str, cwd: Path, stdin: bytes = b"", environ: Mapping[str, str] | None = None
) -> Outcome:
    """Run ``journeymap`` as from a plain shell in a folder: no terminal, no colour, only these variables."""
    stdout, stderr = Capture(), Capture()
    code = run(arguments, Streams(io.BytesIO(stdin), stdout, stderr), environ=environ or {}, cwd=str(cwd))
    return Outcome(code, stdout.text(), stderr.text())


class Capture(io.TextIOWrapper):
    """A text stream into memory whose bytes can be written as well."""

    def __init__(self) -> None:
        self.bytes = io.BytesIO()
        super().__init__(self.bytes, encoding="utf-8", newline="", write_through=True)

    def text(self) -> str:
        """Return everything that was written."""
        return self.bytes.getvalue().decode()
