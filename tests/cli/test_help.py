"""Help: short lines, examples that work, and every option explained."""

import shlex

import pytest

from journeymap.cli import COMMANDS, load_command
from journeymap.cli.help import write_overview, write_page
from journeymap.cli.parsing import parse_arguments
from journeymap.reporting import Style
from journeymap.reporting.columns import measure

SUMMARIES = {name: entry.summary for name, entry in COMMANDS.items()}


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_pages_fit_their_width(width: int) -> None:
    """No line of an explanation is wider than the terminal, from 60 columns on, nor than 100."""
    style = Style(width)
    for name in COMMANDS:
        page = write_page(load_command(name), style)
        body = [line for line in page.splitlines() if line.startswith(" ") and "journeymap" not in line]
        assert [line for line in body if measure(line) > min(width, 100)] == []


def test_overview_fits_eighty_columns() -> None:
    """The first page is readable on any terminal."""
    assert max(map(measure, write_overview(SUMMARIES, Style()).splitlines())) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_parse(name: str) -> None:
    """Every example of a help page is a command line that the parser takes."""
    for example in load_command(name).examples:
        for part in example.line.split("|"):
            words = shlex.split(part)
            words = words[: words.index(">")] if ">" in words else words
            if words[0] == "journeymap":
                assert words[1] == name
                parse_arguments(load_command(name), words[2:])
        assert example.does.endswith(".")


@pytest.mark.parametrize("name", COMMANDS)
def test_page_names_every_option(name: str) -> None:
    """Each option and argument of a command is on its page."""
    command = load_command(name)
    page = write_page(command, Style())
    assert all(option.signature in page for option in command.options)
    assert all(argument.name.upper() in page for argument in command.arguments)


def test_color_is_only_emphasis() -> None:
    """On a terminal titles and names stand out; the words are the same."""
    page = write_page(load_command("check"), Style(color=True))
    assert "\x1b[1m" in page
    assert "".join(page.replace("\x1b[1;36m", "").replace("\x1b[1m", "").split("\x1b[0m")) == write_page(
        load_command("check"), Style()
    )
