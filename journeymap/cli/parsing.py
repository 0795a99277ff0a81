"""From words on the command line to values, and from a slip of the pen to the word that was meant.

Our own, and small: what a run starts with costs every run, and the standard parser takes five
milliseconds of a hundred and words its complaints differently in each version of Python.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from journeymap.cli.options import COMMON_OPTIONS, Command, Option, UsageError, Values


def parse_arguments(command: Command, words: Sequence[str]) -> Values:
    """Return the values of a command's options and arguments; raise UsageError when they make no sense."""
    try:
        return _Parsing(command).run(words)
    except UsageError as error:
        hint = f"`journeymap {command.name} --help` shows what it takes"
        raise UsageError(error.message, *error.next_steps, hint) from None


def suggest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the one sentence that proposes the known word nearest to a mistyped one, if any is near."""
    from journeymap.suggesting import closest

    near = closest(word, known)
    return (f"did you mean `{near}`?",) if near else ()


def suggest_option(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the same for an option; every letter is near to every other, so that those are left out."""
    return suggest(name, [option for option in known if option.startswith("--")])


class _Parsing:
    """One command line on its way to values."""

    def __init__(self, command: Command) -> None:
        self._options = (*command.options, *COMMON_OPTIONS)
        self._by_name = {name: option for option in self._options for name in option.names}
        self._arguments = command.arguments
        self._pending: list[str] = []
        self._given: set[str] = set()
        self._values: Values = {
            option.key: () if option.many else option.default if option.takes_value else False
            for option in self._options
        }

    def run(self, words: Sequence[str]) -> Values:
        self._pending = list(reversed(words))
        positional: list[str] = []
        while self._pending:
            word = self._pending.pop()
            if word == "--":
                positional += reversed(self._pending)
                break
            if word.startswith("--"):
                self._take_long(word)
            elif word.startswith("-") and word != "-":
                self._take_short(word)
            else:
                positional.append(word)
        return self._values | self._place(positional)

    def _take_long(self, word: str) -> None:
        name, equals, value = word.partition("=")
        option = self._find(name)
        if option.takes_value:
            self._keep(option, name, value if equals else self._next(option, name))
        elif equals:
            raise UsageError(f"`{name}` is a switch and takes no value")
        else:
            self._values[option.key] = True

    def _take_short(self, word: str) -> None:
        """Take one letter's option with its value, or several switches in one word: ``-ofile``, ``-qv``."""
        for index, letter in enumerate(word[1:], start=2):
            name = f"-{letter}"
            option = self._find(name if name in self._by_name or index > 2 else word)
            if option.takes_value:
                value = word[index:].removeprefix("=")
                self._keep(option, name, value or self._next(option, name))
                return
            self._values[option.key] = True

    def _find(self, name: str) -> Option:
        option = self._by_name.get(name)
        if option is None:
            raise UsageError(f"unknown option `{name}`", *suggest_option(name, self._by_name))
        return option

    def _next(self, option: Option, name: str) -> str:
        """Return the word after an option; one that is written like an option is no value."""
        word = self._pending[-1] if self._pending else "--"
        if word[:2] in self._by_name or (word.startswith("--") and " " not in word):
            raise UsageError(f"`{name}` needs a value: {option.signature}")
        return self._pending.pop()

    def _keep(self, option: Option, name: str, word: str) -> None:
        if option.choices and word not in option.choices:
            allowed = ", ".join(option.choices)
            raise UsageError(f"`{name}`: `{word}` is not one of {allowed}", *suggest(word, option.choices))
        if option.once and option.key in self._given:
            raise UsageError(
                f"`{name}` is given twice", f"it holds for the whole command: say {option.signature} once"
            )
        self._given.add(option.key)
        try:
            value = option.convert(word)
        except ValueError as error:
            raise UsageError(f"`{name}`: {error}") from None
        self._values[option.key] = (*self._values[option.key], value) if option.many else value

    def _place(self, words: list[str]) -> dict[str, Any]:
        """Return the positional arguments by name; the last one may take many."""
        placed: dict[str, Any] = {}
        for argument in self._arguments:
            if argument.many:
                placed[argument.name], words = words, []
            else:
                placed[argument.name], words = (words[0] if words else None), words[1:]
        if words:
            raise UsageError(f"unexpected argument `{words[0]}`")
        return placed
