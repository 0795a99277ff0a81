"""Terminals of the tests: streams that say they are one, and consoles over them."""

import io
from pathlib import Path

from journeymap.cli.console import Console, Streams


class Screen(io.StringIO):
    """A text stream that claims to be a terminal."""

    def isatty(self) -> bool:
        """Say yes."""
        return True

    def visible(self) -> str:
        """Return what is left on the last line after carriage returns have been obeyed."""
        line = ""
        for part in self.getvalue().split("\n")[-1].split("\r"):
            line = part + line[len(part) :]
        return line.rstrip()


class Keyboard(io.BytesIO):
    """A byte stream that claims to be a terminal."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


def console_at(
    folder: Path | str = ".",
    *,
    environ: dict[str, str] | None = None,
    typed: bytes = b"",
    terminal: bool = True,
) -> Console:
    """Return a console over streams in memory."""
    out, err = (Screen(), Screen()) if terminal else (io.StringIO(), io.StringIO())
    stdin = Keyboard(typed) if terminal else io.BytesIO(typed)
    return Console(Streams(stdin, out, err), environ or {}, str(folder))


def shown(console: Console) -> tuple[str, str]:
    """Return what a console has written to both of its streams."""
    return console.streams.stdout.getvalue(), console.streams.stderr.getvalue()  # type: ignore[attr-defined]
