"""Which journey is meant: by its id in the workspace around, by its file, or because there is only one."""

import os
from pathlib import Path

from journeymap.cli.console import Console
from journeymap.cli.loading import Loaded, load
from journeymap.cli.options import UsageError
from journeymap.cli.parsing import suggest
from journeymap.cli.verdict import FAILED, FOUND, write_report
from journeymap.compiling import Compilation
from journeymap.diagnostics import Diagnostic, Severity
from journeymap.model import Journey
from journeymap.model.visibility import Audience, visible_to
from journeymap.named_tuples import NamedTuple
from journeymap.reporting import Report
from journeymap.schema import kind_by_name


class Chosen(NamedTuple):
    """A journey and what it was compiled with, narrowed to the audience."""

    compilation: Compilation
    journey: Journey


def choose_journey(named: str | None, audience: Audience, console: Console) -> Chosen | int:
    """Return the journey that is meant, or the exit code after saying why it cannot be had."""
    is_path = named is not None and _is_path(named, console)
    if is_path and console.path(str(named)).is_dir():
        raise UsageError(f"`{named}` is a folder", "name a journey's file, or its id")
    loaded = load([str(named)] if is_path else [], console, whole=True)
    if loaded.unread:
        for line in loaded.unread:
            console.complain(line)
        return FAILED
    found = [
        Chosen(compilation, journey)
        for compilation in loaded.compilations
        for journey in compilation.portfolio.journeys
        if _is_meant(journey, named, console, is_path=is_path)
    ]
    if len(found) == 1:
        return _narrow(found[0], audience) if _is_sound(found[0], console) else FOUND
    if not found and _has_errors(loaded):
        write_report(loaded.report, "full", console)
        return FOUND
    raise _unclear(named, found, loaded, is_path=is_path)


def choose_workspace(
    named: str | None, audience: Audience, console: Console
) -> tuple[Compilation, None] | int:
    """Return the one workspace around or in a folder, or the exit code after saying why it cannot be had."""
    if named is not None and not console.path(named).is_dir():
        raise UsageError(
            "this form shows all journeys of a workspace",
            f"leave `{named}` out, or name the folder of another workspace",
        )
    loaded = load([named] if named else [], console, whole=True)
    if loaded.unread:
        for line in loaded.unread:
            console.complain(line)
        return FAILED
    if _has_errors(loaded):
        write_report(loaded.report, "full", console)
        return FOUND
    if len(loaded.compilations) != 1:
        if not any(each.portfolio.workspace.declared for each in loaded.compilations):
            raise UsageError(
                "this form shows all journeys of a workspace, and these journeys stand alone",
                "put a `journeymap.yaml` above them, with the lines `journeymap: 1` and `kind: workspace`",
            )
        raise UsageError("there is more than one workspace here", "change into one of their folders")
    (compilation,) = loaded.compilations
    return compilation._replace(portfolio=visible_to(compilation.portfolio, audience)), None


def _is_path(named: str, console: Console) -> bool:
    """Say whether a name is that of a file: an id has neither slash nor dot."""
    return "/" in named or os.sep in named or "." in named or console.path(named).is_file()


def _is_meant(journey: Journey, named: str | None, console: Console, *, is_path: bool) -> bool:
    if named is None:
        return True
    if is_path:
        return os.path.normpath(Path(console.cwd, journey.at.file)) == os.path.normpath(
            Path(console.cwd, named)
        )
    return journey.id == named


def _is_sound(chosen: Chosen, console: Console) -> bool:
    """Say whether nothing is wrong that the journey depends on; print what is."""
    others = {each.at.file for each in chosen.compilation.portfolio.journeys} - {chosen.journey.at.file}
    blocking = tuple(each for each in chosen.compilation.diagnostics if _blocks(each, chosen.journey, others))
    if blocking:
        compilation = chosen.compilation
        write_report(Report(blocking, compilation.sources, len(compilation.asked)), "full", console)
    return not blocking


def _blocks(diagnostic: Diagnostic, journey: Journey, others: set[str]) -> bool:
    """Say whether a finding keeps a journey from being drawn: errors in other journeys do not.

    What only shows up there may have this one in it, too: both have the same id.
    """
    file, own = diagnostic.primary.file, journey.at.file
    touches = file == own or any(label.span.file == own for label in diagnostic.labels)
    elsewhere = not touches and (file in others or kind_by_name(file) == "journey")
    return diagnostic.severity is Severity.ERROR and not elsewhere


def _narrow(chosen: Chosen, audience: Audience) -> Chosen:
    portfolio = visible_to(chosen.compilation.portfolio, audience)
    journey = portfolio.journey(chosen.journey.id)
    if journey is None:
        raise UsageError(
            f"journey `{chosen.journey.id}` is internal",
            "write `visibility: public` into it if everybody may see it",
        )
    return Chosen(chosen.compilation._replace(portfolio=portfolio), journey)


def _has_errors(loaded: Loaded) -> bool:
    return any(compilation.has_errors for compilation in loaded.compilations)


def _unclear(named: str | None, found: list[Chosen], loaded: Loaded, *, is_path: bool) -> UsageError:
    """Return why it is not clear which journey is meant, and what to write instead."""
    ids = sorted({journey.id for each in loaded.compilations for journey in each.portfolio.journeys})
    if found and named is not None:
        files = [f"journeymap render {each.journey.at.file}" for each in found]
        return UsageError(f"{len(found)} journeys have the id `{named}`: name the file", *files)
    if found:
        return UsageError("which journey? name one of them", *ids)
    if is_path:
        return UsageError(f"`{named}` holds no journey")
    if not ids:
        return UsageError(
            "there is no journey here", "`journeymap init my-journeys` starts a workspace with one"
        )
    return UsageError(
        f"there is no journey `{named}`", *suggest(str(named), ids), f"there are: {', '.join(ids)}"
    )
