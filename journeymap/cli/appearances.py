"""Says where a workspace's own theme is hard to see, also where nobody asked for checks."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from journeymap.cli.console import Console
from journeymap.themes.branding import OwnTheme

if TYPE_CHECKING:
    from journeymap.compiling import Compilation
    from journeymap.diagnostics import Diagnostic

RULES: Final = frozenset({"low-contrast", "similar-emotion-colours"})
"""The rules that speak of a theme, of which whoever draws with it is told."""
_MOST: Final = 3


def warn_of_theme(compilation: "Compilation", console: Console) -> None:
    """Name the places of the workspace's own colours that not everybody can see or tell apart."""
    theme = compilation.portfolio.workspace.theme
    # Few workspaces have colours of their own; the others do not wait for what measures them.
    if theme.light != OwnTheme().light or theme.dark != OwnTheme().dark:
        _warn(_check_theme(compilation.portfolio.workspace.at.file, console), console)


def _check_theme(settings: str, console: Console) -> "Iterator[Diagnostic]":
    """Yield what the rules find; the settings alone say which colours there are, and what is silenced."""
    from journeymap.checks import Checking
    from journeymap.syntax import Limits
    from journeymap.workspace import find_workspaces
    from journeymap.workspace.loading import compile_group

    for group in find_workspaces((settings,), console.cwd).groups:
        files = tuple(file for file in group.files if file.path == settings)
        alone = group._replace(files=files, asked=frozenset((settings,)))
        found = compile_group(alone, Limits(), checking=Checking(select=RULES)).diagnostics
        yield from (each for each in found if each.rule in RULES)


def _warn(found: "Iterator[Diagnostic]", console: Console) -> None:
    told = list(found)
    for each in told[:_MOST]:
        start = each.primary.start
        console.tell_item(f"warning: {each.primary.file}:{start.line}:{start.column}: {each.message}")
    if len(told) > _MOST:
        console.say(f"warning: {len(told) - _MOST} more colours of the theme are hard to see")
    if told:
        console.say("`journeymap check` shows which colours would do")
