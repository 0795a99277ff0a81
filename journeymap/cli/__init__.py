"""The command line: thin. A command parses, calls the rooms below, reports, and returns an exit code.

``run`` is the whole program with its surroundings as arguments; ``__main__`` is its only caller with the
process's own. The clock and the environment are read here and nowhere below.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import NamedTuple

from journeymap.cli.console import Console, Streams
from journeymap.cli.options import Command, UsageError

INTERRUPTED = 130


class Entry(NamedTuple):
    """A command in the list: its module is imported only when the command is used."""

    summary: str
    aliases: tuple[str, ...] = ()


COMMANDS: Mapping[str, Entry] = {
    "check": Entry("Say what is wrong in journeys, where, and what to do about it", ("validate",)),
    "build": Entry("Write the site: every journey, its map, diagram and tables"),
    "render": Entry("Write one journey to one file: page, diagram, tables"),
    "init": Entry("Start a workspace with one good journey"),
    "schema": Entry("Print or write the JSON Schemas for editors and other tools"),
}


def run(
    argv: Sequence[str],
    streams: Streams,
    *,
    environ: Mapping[str, str],
    cwd: str,
) -> int:
    """Run the program and return its exit code."""
    console = Console(streams, environ, cwd)
    try:
        return _run_command(argv, console)
    except UsageError as error:
        console.complain(error.message, *error.next_steps)
        return 2
    except KeyboardInterrupt:
        console.say("interrupted")
        return INTERRUPTED
    except Exception as error:
        _confess(error, console, traceback="--traceback" in argv)
        return 2


def load_command(name: str) -> Command:
    """Return a command by its name."""
    command: Command = import_module(f"journeymap.cli.commands.{name}").COMMAND
    return command


def _run_command(argv: Sequence[str], console: Console) -> int:
    name, words = _split(argv)
    if name is None or name == "help":
        return _show_help(words, console)
    command = load_command(_resolve(name))
    from journeymap.cli.parsing import parse_arguments

    values = parse_arguments(command, words)
    console.color = values["color"]
    console.quiet, console.verbose = values["quiet"], values["verbose"]
    if values["help"]:
        return _show_help([command.name], console)
    return command.run(values, console)


def _split(argv: Sequence[str]) -> tuple[str | None, list[str]]:
    """Return the command and the other words; options may stand before the command too."""
    words = list(argv)
    index = 0
    while index < len(words) and words[index].startswith("-"):
        index += 2 if words[index] == "--color" else 1
    if index >= len(words):
        _refuse_lone_options(words)
        return None, []
    return words[index], words[:index] + words[index + 1 :]


def _refuse_lone_options(words: Sequence[str]) -> None:
    """Complain about options that ask for nothing by themselves."""
    from journeymap.cli.options import COMMON_OPTIONS

    known = [name for option in COMMON_OPTIONS for name in option.names] + ["--version"]
    for word in words:
        name = word.split("=", 1)[0]
        if name.startswith("-") and name not in known:
            from journeymap.cli.parsing import suggest

            raise UsageError(
                f"unknown option `{name}`", *suggest(name, known), "`journeymap --help` lists the commands"
            )


def _resolve(name: str) -> str:
    """Return the command that a name or alias stands for."""
    for known, entry in COMMANDS.items():
        if name == known or name in entry.aliases:
            return known
    from journeymap.cli.parsing import suggest

    names = [*COMMANDS, *(alias for entry in COMMANDS.values() for alias in entry.aliases)]
    raise UsageError(
        f"unknown command `{name}`", *suggest(name, names), "`journeymap --help` lists the commands"
    )


def _show_help(words: Sequence[str], console: Console) -> int:
    from journeymap.cli.help import write_overview, write_page

    topics = [word for word in words if not word.startswith("-")]
    style = console.style()
    if topics:
        console.write(write_page(load_command(_resolve(topics[0])), style))
    else:
        console.write(write_overview({name: entry.summary for name, entry in COMMANDS.items()}, style))
    return 0


def _confess(error: Exception, console: Console, *, traceback: bool) -> None:
    """Say that the program itself failed, and how to tell its authors."""
    if traceback:
        from traceback import format_exception

        for line in "".join(format_exception(error)).splitlines():
            console.say(line)
    kind = type(error).__name__
    console.complain(
        f"journeymap failed by its own fault: {kind}: {error}",
        "this is a bug, not a mistake of yours; `--traceback` shows where it happened",
    )
