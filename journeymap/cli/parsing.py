"""From words on the command line to values, and from a slip of the pen to the word that was meant."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NoReturn

from journeymap.cli.options import COMMON_OPTIONS, Argument, Command, Option, UsageError, Values


def parse_arguments(command: Command, words: Sequence[str]) -> Values:
    """Return the values of a command's options and arguments; raise UsageError when they make no sense."""
    options = (*command.options, *COMMON_OPTIONS)
    parser = _build_parser(command, options)
    try:
        values, rest = parser.parse_known_intermixed_args(list(words))
    except argparse.ArgumentError as error:
        raise _usage(command, _worded_error(error, options)) from None
    unknown = next((word for word in rest if word.startswith("-") and word != "-"), None)
    if unknown:
        name = unknown.split("=", 1)[0]
        known = [name for option in options for name in option.names]
        raise _usage(command, f"unknown option `{name}`", *suggest(name, known))
    if rest:
        raise _usage(command, f"unexpected argument `{rest[0]}`")
    return vars(values)


def suggest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the one sentence that proposes the known word nearest to a mistyped one, if any is near."""
    from journeymap.suggesting import closest

    near = closest(word, known)
    return (f"did you mean `{near}`?",) if near else ()


class _Parser(argparse.ArgumentParser):
    """Raises instead of printing and leaving."""

    def error(self, message: str) -> NoReturn:
        raise argparse.ArgumentError(None, message)


def _build_parser(command: Command, options: Iterable[Option]) -> _Parser:
    # Abbreviated options would make every option added later a breaking change.
    parser = _Parser(prog="journeymap", add_help=False, allow_abbrev=False, exit_on_error=False)
    for argument in command.arguments:
        _add_argument(parser, argument)
    for option in options:
        _add_option(parser, option)
    return parser


def _add_argument(parser: _Parser, argument: Argument) -> None:
    if argument.many:
        parser.add_argument(argument.name, nargs="*")
    else:
        parser.add_argument(argument.name, nargs="?")


def _add_option(parser: _Parser, option: Option) -> None:
    if option.metavar or option.choices:
        convert = _one_of(option.choices) if option.choices else _worded(option.convert)
        parser.add_argument(*option.names, dest=option.key, default=option.default, type=convert)
    else:
        parser.add_argument(*option.names, dest=option.key, action="store_true")


def _one_of(choices: Sequence[str]) -> Callable[[str], str]:
    def convert(word: str) -> str:
        if word in choices:
            return word
        from journeymap.suggesting import closest

        near = closest(word, choices)
        found = f"`{word}` is not one of {', '.join(choices)}"
        raise argparse.ArgumentTypeError(f"{found}; did you mean `{near}`?" if near else found)

    return convert


def _worded(convert: Callable[[str], Any]) -> Callable[[str], Any]:
    """Return a conversion whose own words reach the reader."""

    def converted(word: str) -> Any:
        try:
            return convert(word)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return converted


def _worded_error(error: argparse.ArgumentError, options: Iterable[Option]) -> str:
    """Return what the parser did not like, in the program's own words."""
    names = (error.argument_name or "").split("/")
    option = next((option for option in options if option.names[-1] in names), None)
    if option is None:
        return error.message
    if not (option.metavar or option.choices):
        return f"`{option.names[-1]}` is a switch and takes no value"
    if error.message.startswith("expected"):  # "expected one argument"
        return f"`{option.names[-1]}` needs a value: {option.signature}"
    return f"`{option.names[-1]}`: {error.message}"


def _usage(command: Command, message: str, *next_steps: str) -> UsageError:
    return UsageError(message, *next_steps, f"`journeymap {command.name} --help` shows what it takes")
