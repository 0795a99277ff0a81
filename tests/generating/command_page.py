"""The command reference: every command with its help page, as the program prints it."""

from journeymap.cli import COMMANDS, load_command
from journeymap.cli.help import write_overview, write_page
from journeymap.reporting.style import Style

OPENING = """\
# The commands

This page holds what `journeymap COMMAND --help` prints, one command after the other, and what the exit
codes mean. Data goes to the standard output, talk to the standard error. Colour follows the terminal,
`NO_COLOR` and `FORCE_COLOR`; a progress bar appears on a terminal when work takes more than a second.

## Exit codes

| Code | Meaning |
|---|---|
| 0 | done; no finding at or above the level of `--fail-on` |
| 1 | findings at or above it, and nothing was written; with `--check` also what is not up to date |
| 2 | wrong usage, a file the system will not let us read, or a fault of the program itself |
| 3 | nothing matched the given paths |
| 130 | interrupted |
"""


def write_command_page() -> str:
    """Return the whole page."""
    style = Style(width=100)
    summaries = {name: entry.summary for name, entry in COMMANDS.items()}
    parts = [OPENING, f"\n## journeymap\n\n```text\n{write_overview(summaries, style)}```\n"]
    for name, entry in COMMANDS.items():
        also = f"Also: {', '.join(f'`{alias}`' for alias in entry.aliases)}.\n\n" if entry.aliases else ""
        parts.append(f"\n## {name}\n\n{also}```text\n{write_page(load_command(name), style)}```\n")
    return "".join(parts)
