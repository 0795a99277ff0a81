"""What a command takes, as data: from it come the parser, the help page and *did you mean*."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from journeymap.named_tuples import NamedTuple

if TYPE_CHECKING:
    from journeymap.cli.console import Console

Values: TypeAlias = dict[str, Any]
"""What was given on the command line, by the name of the option or argument."""


class UsageError(Exception):
    """A wrong use of the program: what is wrong, and what to do next; ends with exit code 2."""

    def __init__(self, message: str, *next_steps: str) -> None:
        super().__init__(message)
        self.message = message
        self.next_steps = next_steps


class Option(NamedTuple):
    """A named option; one that takes no value is a switch. Of ``choices`` only these are taken.

    The help page shows ``metavar`` for the value, or else the choices.

    One that may be given ``many`` times has a tuple of values. Of others the last one wins, so that an
    alias can be overridden, but of one that is to be given ``once``: two of it would be a mistake.
    """

    names: tuple[str, ...]
    help: str
    metavar: str = ""
    choices: tuple[str, ...] = ()
    default: Any = None
    convert: Callable[[str], Any] = str
    many: bool = False
    once: bool = False

    @property
    def takes_value(self) -> bool:
        """Whether a value follows the option."""
        return bool(self.metavar or self.choices)

    @property
    def key(self) -> str:
        """The name under which the value is found."""
        return self.names[-1].lstrip("-").replace("-", "_")

    @property
    def signature(self) -> str:
        """The option as the help page shows it."""
        value = self.metavar or "|".join(self.choices)
        return ", ".join(self.names) + (f" {value}" if value else "")


class Argument(NamedTuple):
    """A positional argument; ``many`` takes any number, otherwise at most one is taken."""

    name: str
    help: str
    many: bool = False


class Example(NamedTuple):
    """A command line that works, and what it does."""

    line: str
    does: str


class Command(NamedTuple):
    """A command: what it takes, how it is explained, and the function that does it."""

    name: str
    summary: str
    usage: str
    examples: tuple[Example, ...]
    arguments: tuple[Argument, ...]
    options: tuple[Option, ...]
    run: "Callable[[Values, Console], int]"
    epilog: str = ""


def whole_number(text: str) -> int:
    """Return a number of things: 0 or more."""
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise ValueError(f"expected a whole number, 0 or more, found `{text}`")
    return int(text)


COMMON_OPTIONS = (
    Option(
        ("--color",),
        "When to use colour; auto asks the terminal, NO_COLOR and FORCE_COLOR.",
        choices=("auto", "always", "never"),
        default="auto",
    ),
    Option(("-q", "--quiet"), "Say nothing that is not a result or an error."),
    Option(("-v", "--verbose"), "Say more about what is done."),
    Option(("--traceback",), "Show where in the program an internal error came from."),
    Option(("-h", "--help"), "Show this page."),
)
