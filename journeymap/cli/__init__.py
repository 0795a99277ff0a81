"""The command line: thin. A command parses, calls the rooms below, reports, and returns an exit code.

``run`` is the whole program with its surroundings as arguments; ``__main__`` is its only caller with the
process's own. The clock and the environment are read here and nowhere below.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module

from journeymap import __version__
from journeymap.cli.console import Console, Streams
from journeymap.cli.options import COMMON_OPTIONS, Command, UsageError
from journeymap.named_tuples import NamedTuple

INTERRUPTED = 130


class Entry(NamedTuple):
    """A command in the list: its module is imported only when the command is used."""

    summary: str
    aliases: tuple[str, ...] = ()


COMMANDS: Mapping[str, Entry] = {
    "check": Entry("Say what is wrong in journeys, where, and what to do about it", ("validate",)),
    "rule": Entry("Explain a finding: why it matters, and how to be rid of it"),
    "fmt": Entry("Bring files into one form; comments stay, values never change"),
    "diff": Entry("Say what changed for the customer between two states of the journeys"),
    "changes": Entry("Say what changed for the customer over time"),
    "build": Entry("Write the site: every journey, its map, diagram and tables"),
    "serve": Entry("Show the site on this machine, drawn anew whenever a file changes"),
    "render": Entry("Write a journey to files: map, flow, slides, tables, data"),
    "inject": Entry("Keep tables and pictures between markers in Markdown files"),
    "ls": Entry("List journeys, touchpoints, pains and more, without a browser", ("list",)),
    "show": Entry("Show a journey with its emotion curve, or one item, on the terminal"),
    "stats": Entry("Count what there is, what is covered, and what is still owed"),
    "init": Entry("Start a workspace with one good journey"),
    "textconv": Entry("Print a file as an outline, for git to compare"),
    "git-diff-driver": Entry("Show in `git diff` what changes for the customer"),
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
    except OSError as error:
        _trace(error, argv, console)
        console.complain(_describe_refusal(error, cwd))
        return 2
    except Exception as error:
        _trace(error, argv, console)
        console.complain(
            f"journeymap failed by its own fault: {type(error).__name__}: {error}",
            "this is a bug, not a mistake of yours; `--traceback` shows where it happened",
        )
        return 2


def load_command(name: str) -> Command:
    """Return a command by its name."""
    command: Command = import_module(f"journeymap.cli.commands.{name.replace('-', '_')}").COMMAND
    return command


def _run_command(argv: Sequence[str], console: Console) -> int:
    name, words = _split(argv)
    if name is None and not {"--version", "-V"}.isdisjoint(argv):
        console.write(f"journeymap {__version__}\n")
        return 0
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
    """Return the command and the other words; the options of every command may stand before it."""
    words = list(argv)
    index = 0
    while index < len(words) and words[index].startswith("-"):
        _refuse_unknown(words[index])
        index += 2 if words[index] == "--color" else 1
    if index >= len(words):
        return None, []
    return words[index], words[:index] + words[index + 1 :]


def _refuse_unknown(word: str) -> None:
    """Refuse an option before the command that is not one of every command's."""
    known = {name for option in COMMON_OPTIONS for name in option.names} | {"--version", "-V"}
    name = word.partition("=")[0]
    if name in known or (not name.startswith("--") and {f"-{letter}" for letter in name[1:]} <= known):
        return
    from journeymap.cli.parsing import suggest_option

    steps = suggest_option(name, known) or ("the options of a command stand behind its name",)
    raise UsageError(f"unknown option `{name}`", *steps, "`journeymap --help` lists the commands")


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


def _trace(error: Exception, argv: Sequence[str], console: Console) -> None:
    if "--traceback" in argv:
        from traceback import format_exception

        console.tell("".join(format_exception(error)).rstrip())


def _describe_refusal(error: OSError, cwd: str) -> str:
    """Return what the system would not do, in its words and with a path as the reader knows it."""
    reason = (error.strerror or type(error).__name__).lower()
    if not isinstance(error.filename, str):
        return f"the system refuses: {reason}"
    from os.path import relpath

    return f"the system refuses `{relpath(error.filename, cwd)}`: {reason}"
