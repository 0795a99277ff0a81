"""Help pages: what it is, examples first, then everything it takes."""

from collections.abc import Iterable, Mapping

from journeymap.cli.options import COMMON_OPTIONS, Command
from journeymap.reporting.columns import wrap_words
from journeymap.reporting.style import Style

DOCS = "https://journeymap.dev/reference/commands/"
_COLUMN = 26
_WIDEST = 100


def write_overview(summaries: Mapping[str, str], style: Style) -> str:
    """Return the page of the whole program."""
    commands = [(style.paint("strong", name), name, summary) for name, summary in summaries.items()]
    return "\n".join(
        [
            "Customer journey maps as code: check, draw and publish journeys in YAML.",
            "",
            f"{_title('Usage', style)} journeymap COMMAND [options]",
            "",
            _title("Start here", style),
            "  journeymap init my-journeys    make a workspace with one good journey",
            "  cd my-journeys",
            "  journeymap check               say what is wrong, where, and what to do",
            "  journeymap build               write the site, ready to open",
            "",
            _title("Commands", style),
            *(_entry(shown, plain, text, style, column=10) for shown, plain, text in commands),
            "",
            "`journeymap COMMAND --help` explains a command.",
            f"More: {DOCS}",
            "",
        ]
    )


def write_page(command: Command, style: Style) -> str:
    """Return the page of one command."""
    blocks = [
        wrap_words(command.summary, _room(style)),
        [f"{_title('Usage', style)} journeymap {command.name} {command.usage}"],
        [_title("Examples", style), *_examples(command, style)],
    ]
    for title, entries in (
        ("Arguments", [(argument.name.upper(), argument.help) for argument in command.arguments]),
        ("Options", [(option.signature, option.help) for option in command.options]),
        ("Options of every command", [(option.signature, option.help) for option in COMMON_OPTIONS]),
    ):
        blocks.append([_title(title, style), *_entries(entries, style)])
    if command.epilog:
        blocks.append(wrap_words(command.epilog, _room(style)))
    blocks.append([f"More: {DOCS}#{command.name}"])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _examples(command: Command, style: Style) -> list[str]:
    lines = []
    for example in command.examples:
        lines.append(f"  {style.paint('info', example.line)}")
        lines += [f"      {line}" for line in wrap_words(example.does, _room(style) - 6)]
    return lines


def _entries(entries: Iterable[tuple[str, str]], style: Style) -> list[str]:
    return [_entry(style.paint("strong", name), name, text, style, column=_COLUMN) for name, text in entries]


def _entry(shown: str, plain: str, text: str, style: Style, *, column: int) -> str:
    """Return an entry with its explanation beside it, or below where the entry is long."""
    lines = wrap_words(text, _room(style) - column - 2)
    if len(plain) + 2 > column:
        return "\n".join([f"  {shown}", *(f"{' ' * (column + 2)}{line}" for line in lines)])
    gap = " " * (column - len(plain))
    return "\n".join([f"  {shown}{gap}{lines[0]}", *(f"{' ' * (column + 2)}{line}" for line in lines[1:])])


def _room(style: Style) -> int:
    """Return the columns to fill: longer lines are hard to read on any screen."""
    return min(style.width, _WIDEST)


def _title(text: str, style: Style) -> str:
    return style.paint("strong", f"{text}:")
