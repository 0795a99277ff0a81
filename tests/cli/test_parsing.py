"""Words on the command line, in all the ways people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.cli import COMMANDS, load_command
from journeymap.cli.options import Command, Option, UsageError, whole_number
from journeymap.cli.parsing import parse_arguments

BUILD = load_command("build")
CHECK = load_command("check")


@pytest.mark.parametrize(
    "words",
    [
        "-o out a b",
        "-oout a b",
        "-o=out a b",
        "--output out a b",
        "--output=out a b",
        "a -o out b",
        "a b -q -oout",
    ],
)
def test_option_may_be_written_in_many_ways(words: str) -> None:
    """Apart, together, with an equals sign, before or after the arguments: the same values."""
    values = parse_arguments(BUILD, words.split())
    assert (values["output"], values["paths"]) == ("out", ["a", "b"])


def test_defaults_hold_where_nothing_is_said() -> None:
    """Every option has a value: its default, or false for a switch."""
    values = parse_arguments(CHECK, [])
    assert values["fail_on"] == "error"
    assert values["max_warnings"] is None
    assert values["exit_zero"] is False
    assert values["paths"] == []


def test_last_word_wins() -> None:
    """An option given twice has the later value, so that an alias can be overridden."""
    assert parse_arguments(CHECK, ["--fail-on", "info", "--fail-on", "none"])["fail_on"] == "none"


@pytest.mark.parametrize("words", ["-o a -o b", "-oa --output=b", "-o a -o a"])
def test_where_to_build_is_said_once(words: str) -> None:
    """Of two folders none would be taken in silence: that is a wrong use."""
    with pytest.raises(UsageError, match="is given twice"):
        parse_arguments(BUILD, words.split())
    assert parse_arguments(load_command("render"), words.split())["output"] != ()


@pytest.mark.parametrize(
    "words",
    [
        "--theme dark --theme light",
        "--form map --form flow",
        "--format svg --format png",
        "--view full --view print",
        "--table stages --table actions",
        "--paper a3 --paper a4",
    ],
)
def test_what_holds_for_all_files_is_said_once(words: str) -> None:
    """Who writes two files does not believe that each has the option before it."""
    with pytest.raises(UsageError, match="is given twice") as raised:
        parse_arguments(load_command("render"), ["-o", "a.svg", "-o", "b.svg", *words.split()])
    assert "it holds for the whole command" in raised.value.next_steps[0]


def test_dash_is_an_argument_and_a_value() -> None:
    """A lone dash is standard input or output, and two dashes end the options."""
    assert parse_arguments(CHECK, ["-", "--", "--fail-on", "-q"])["paths"] == ["-", "--fail-on", "-q"]
    assert parse_arguments(load_command("render"), ["-o", "-"])["output"] == ("-",)


@pytest.mark.parametrize("words", ["-o", "-o -q", "--output --strict", "--output"])
def test_option_without_its_value_is_refused(words: str) -> None:
    """Another option is no value: swallowing it would hide the slip."""
    with pytest.raises(UsageError, match="needs a value"):
        parse_arguments(BUILD, words.split())


@pytest.mark.parametrize(("word", "number"), [("0", 0), ("12", 12)])
def test_whole_number(word: str, number: int) -> None:
    """Digits are a number."""
    assert whole_number(word) == number


@pytest.mark.parametrize("word", ["", "-1", "1.5", "1e3", "٣", "9" * 30])
def test_no_whole_number(word: str) -> None:
    """Anything but a few ASCII digits is refused."""
    with pytest.raises(ValueError, match="whole number"):
        whole_number(word)


@pytest.mark.parametrize("name", COMMANDS)
@given(
    words=st.lists(
        st.one_of(st.text(max_size=8), st.sampled_from(["-o", "--help", "--", "-", "--format=x"])), max_size=5
    )
)
def test_any_words_parse_or_are_refused_with_advice(name: str, words: list[str]) -> None:
    """Whatever is typed, there are values for every key, or one error that says what to do."""
    command = load_command(name)
    try:
        assert set(parse_arguments(command, words)) == keys(command)
    except UsageError as error:
        advised = bool(error.next_steps)
        assert advised, error.message  # noqa: PT017 - either answer is right


def keys(command: Command) -> set[str]:
    """Return the keys that the values of a command must have."""
    common = {"color", "quiet", "verbose", "traceback", "help"}
    return common | {o.key for o in command.options} | {a.name for a in command.arguments}


@pytest.mark.parametrize("name", COMMANDS)
def test_options_do_not_collide(name: str) -> None:
    """No two options of a command share a name or a key, and each explains itself in a sentence."""
    command = load_command(name)
    options: tuple[Option, ...] = command.options
    names = [name for option in options for name in option.names]
    assert len(names) == len(set(names))
    assert len(keys(command)) == 5 + len(command.options) + len(command.arguments)
    assert all(option.help.endswith(".") for option in options)
