"""Where the program writes: width, colour, talk, and readers that go away."""

import io

import pytest

from journeymap.cli.console import Console, Streams, is_terminal, standard_streams
from tests.cli.terminals import console_at, shown


@pytest.mark.parametrize(
    ("option", "environ", "terminal", "colored"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "0"}, False, False),
        ("auto", {"FORCE_COLOR": ""}, False, False),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_color_follows_option_then_environment_then_terminal(
    option: str, environ: dict[str, str], terminal: bool, colored: bool
) -> None:
    """The option decides, else NO_COLOR, else FORCE_COLOR, else whether it is a terminal that can."""
    console = console_at(environ=environ, terminal=terminal)
    console.color = option
    assert console.style().color is colored


@pytest.mark.parametrize(
    ("columns", "width"),
    [("120", 120), ("10", 40), ("", 80), ("wide", 80), ("-5", 80), ("9999999", 80), ("٥٠", 80)],
)
def test_width_is_that_of_the_environment_or_eighty(columns: str, width: int) -> None:
    """COLUMNS decides when it is a sensible number; a stream without a size has 80 columns."""
    assert console_at(environ={"COLUMNS": columns}).style().width == width


@pytest.mark.parametrize(
    ("environ", "quiet", "terminal", "shows"),
    [
        ({}, False, True, True),
        ({}, True, True, False),
        ({}, False, False, False),
        ({"CI": "true"}, False, True, False),
        ({"NO_COLOR": "1"}, False, True, False),
        ({"TERM": "dumb"}, False, True, False),
    ],
)
def test_progress_is_for_people_only(
    environ: dict[str, str], quiet: bool, terminal: bool, shows: bool
) -> None:
    """No bar is drawn into a file, for a machine, or for somebody who asked for quiet."""
    console = console_at(environ=environ, terminal=terminal)
    console.quiet = quiet
    assert console.shows_progress is shows


def test_talk_is_silenced_by_quiet_and_errors_are_not() -> None:
    """Quiet leaves results and errors; details are only told to who asked for more."""
    console = console_at(terminal=False)
    console.quiet = console.verbose = True
    console.say("talk")
    console.detail("detail")
    console.complain("it failed", "do this")
    assert shown(console) == ("", "error: it failed\n  do this\n")
    console.quiet = False
    console.detail("detail\nand more")
    assert shown(console)[1].endswith("detail\nand more\n")


def test_bytes_reach_a_stream_of_text() -> None:
    """Data is written as it is where the stream takes bytes, and as text where it does not."""
    console = console_at(terminal=False)
    console.write_bytes("é\r\n".encode())
    assert shown(console)[0] == "é\r\n"
    binary = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
    Console(Streams(io.BytesIO(), binary, io.StringIO()), {}, ".").write_bytes(b"\x00\xff\n")
    assert binary.buffer.getvalue() == b"\x00\xff\n"


class Gone(io.TextIOWrapper):
    """A stream whose reader has left."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO())

    def write(self, _: str) -> int:
        """Fail as a closed pipe does."""
        raise BrokenPipeError

    def flush(self) -> None:
        """Fail as a closed pipe does."""
        raise BrokenPipeError


def test_reader_that_left_is_no_error() -> None:
    """Writing to a closed pipe is quiet, for text, bytes and talk."""
    gone = Gone()
    console = Console(Streams(io.BytesIO(), gone, gone), {}, ".")
    console.write("x")
    console.write_bytes(b"x")
    console.say("x")


def test_closed_stream_is_no_terminal() -> None:
    """A stream that was closed can still be asked."""
    stream = io.StringIO()
    stream.close()
    assert not is_terminal(stream)


def test_missing_stream_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process without standard streams reads nothing, and writes to nowhere."""
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(f"sys.{name}", None)
    streams = standard_streams()
    assert streams.stdin.read() == b""
    streams.stdout.write("x")
    streams.stderr.write("x")


def test_stream_escapes_what_it_cannot_encode(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream of the process in a small encoding shows the rest as escapes."""
    small = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr("sys.stdout", small)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"in")))
    streams = standard_streams()
    streams.stdout.write("é")
    assert small.errors == "backslashreplace"
    assert streams.stdin.read() == b"in"


def test_question_is_asked_of_people_only() -> None:
    """A question needs a terminal on both sides and no continuous integration around."""
    assert console_at().can_ask
    assert not console_at(terminal=False).can_ask
    assert not console_at(environ={"CI": "1"}).can_ask
    console = console_at(typed="  Räder \n".encode())
    assert console.ask("Title? ") == "Räder"
    assert shown(console)[1] == "Title? "
