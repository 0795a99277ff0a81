"""Where the program reads and writes: data on stdout, talk on stderr, and how either may look."""

import io
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, BinaryIO, TextIO

from journeymap.named_tuples import NamedTuple
from journeymap.reporting.safety import safe
from journeymap.reporting.style import Style

if TYPE_CHECKING:
    from pathlib import Path

_NARROWEST = 40


class Streams(NamedTuple):
    """The standard streams; ``stdin`` is read as bytes, because a file is bytes."""

    stdin: BinaryIO
    stdout: TextIO
    stderr: TextIO


class Console:
    """The streams with what was asked of them: quiet, verbose, coloured.

    Everything said goes through ``safe``; a reader that has gone away is no error.
    """

    def __init__(self, streams: Streams, environ: Mapping[str, str], cwd: str) -> None:
        self.streams = streams
        self.environ = environ
        self.cwd = cwd
        self.quiet = False
        self.verbose = False
        self.color = "auto"

    def style(self, stream: TextIO | None = None) -> Style:
        """Return the style for a stream, stdout unless told otherwise."""
        stream = stream or self.streams.stdout
        return Style(self._width(stream), self._wants_color(stream))

    @property
    def shows_progress(self) -> bool:
        """Whether somebody watches who could enjoy a progress bar."""
        silencers = ("CI", "NO_COLOR")
        return (
            is_terminal(self.streams.stderr)
            and not self.quiet
            and self.environ.get("TERM") != "dumb"
            and not any(self.environ.get(name) for name in silencers)
        )

    @property
    def can_ask(self) -> bool:
        """Whether a person is there to answer a question."""
        asks = is_terminal(self.streams.stderr) and not self.environ.get("CI")
        return asks and self.streams.stdin.isatty()

    def ask(self, question: str) -> str:
        """Return the answer to a question; nothing when there is none."""
        _write(self.streams.stderr, question)
        return self.streams.stdin.readline().decode("utf-8", "replace").strip()

    def read_stdin(self, most: int) -> bytes:
        """Return what comes in, at most so many bytes."""
        return self.streams.stdin.read(most)

    def path(self, name: str) -> "Path":
        """Return the path of what was named on the command line."""
        from pathlib import Path

        return Path(self.cwd, name)

    def write(self, text: str, *, aside: bool = False) -> None:
        """Write data to stdout, or aside to stderr where stdout is taken."""
        _write(self.streams.stderr if aside else self.streams.stdout, text)

    def write_bytes(self, content: bytes) -> None:
        """Write data to stdout as it is."""
        binary = getattr(self.streams.stdout, "buffer", None)
        if binary is None:
            self.write(content.decode())
            return
        try:
            self.streams.stdout.flush()
            binary.write(content)
            binary.flush()
        except BrokenPipeError:
            pass

    def say(self, text: str) -> None:
        """Tell the reader something on stderr, unless quiet."""
        if not self.quiet:
            self.tell(text)

    def tell_item(self, text: str) -> None:
        """Tell the reader one thing of many, unless quiet: what does not fit the line goes on indented."""
        first, *others = _wrapped(safe(text), self._width(self.streams.stderr) - 2)
        self.say("\n".join([first, *(f"  {line}" for line in others)]))

    def detail(self, text: str) -> None:
        """Tell the reader something on stderr when asked for more."""
        if self.verbose and not self.quiet:
            self.tell(text)

    def complain(self, message: str, *next_steps: str) -> None:
        """Say on stderr what went wrong, and what to do next."""
        style = self.style(self.streams.stderr)
        first, *others = _wrapped(safe(message), style.width - len("error: "))
        lines = [style.paint("error", "error:") + " " + style.paint("strong", first)]
        lines += [f"  {style.paint('strong', line)}" for line in others]
        for step in map(safe, next_steps):
            # What is there to be copied stays in one piece.
            parts = [step] if step.startswith(("journeymap ", "git ")) else _wrapped(step, style.width - 4)
            lines += [f"{'    ' if index else '  '}{part}" for index, part in enumerate(parts)]
        _write(self.streams.stderr, self.guarded("\n".join(lines) + "\n"))

    def tell(self, text: str) -> None:
        """Tell the reader something on stderr in any case."""
        _write(self.streams.stderr, self.guarded("".join(f"{safe(line)}\n" for line in text.split("\n"))))

    def guarded(self, text: str) -> str:
        """Return text for people with no line that the build server around would take for a command."""
        if self.environ.get("GITHUB_ACTIONS") != "true":
            return text
        from journeymap.reporting.guarding import guard

        return guard(text)

    def _width(self, stream: TextIO) -> int:
        columns = self.environ.get("COLUMNS", "")
        if columns.isascii() and columns.isdigit() and len(columns) < 6:
            return max(_NARROWEST, int(columns))
        if is_terminal(stream):
            try:
                return max(_NARROWEST, os.get_terminal_size(stream.fileno()).columns)
            except (OSError, ValueError):
                pass
        return 80

    def _wants_color(self, stream: TextIO) -> bool:
        if self.color != "auto":
            return self.color == "always"
        if self.environ.get("NO_COLOR"):
            return False
        if self.environ.get("FORCE_COLOR", "0") not in {"", "0"}:
            return True
        return is_terminal(stream) and self.environ.get("TERM") != "dumb"


def is_terminal(stream: TextIO) -> bool:
    """Say whether a stream is a terminal; a closed one is none."""
    try:
        return stream.isatty()
    except ValueError:
        return False


def standard_streams() -> Streams:
    """Return the process's own streams, made to survive what they cannot encode."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    # A stream that was closed before the program started is none at all.
    stdin = sys.stdin.buffer if sys.stdin else io.BytesIO()
    return Streams(stdin, sys.stdout or io.StringIO(), sys.stderr or io.StringIO())


def _wrapped(text: str, width: int) -> list[str]:
    """Return a sentence in lines; words, and what is longer than a line, stay whole."""
    if len(text) <= width:
        return [text]
    from textwrap import wrap

    return wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        pass
