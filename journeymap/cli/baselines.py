"""Writing and pruning the baselines of workspaces: only what was looked at changes, and only in one step."""

from collections.abc import Iterator

from journeymap.artifacts import write_file
from journeymap.checks import Checking
from journeymap.cli.console import Console
from journeymap.cli.loading import Loaded
from journeymap.cli.options import UsageError
from journeymap.compiling import Compilation, Home
from journeymap.diagnostics import Severity
from journeymap.named_tuples import NamedTuple
from journeymap.rules import KNOWN
from journeymap.suppressing.baseline import Entry
from journeymap.suppressing.noting import note_findings, prune_entries, write_baseline
from journeymap.workspace import File, Group, baseline_of


class _Workspace(NamedTuple):
    """A workspace as checked, and the file of its baseline."""

    group: Group
    compilation: Compilation
    file: File

    @property
    def home(self) -> Home:
        """Where the files of the workspace belong."""
        return Home(self.group.root, self.group.inside)

    @property
    def is_malformed(self) -> bool:
        """Whether there is a baseline that cannot be read."""
        baseline = self.compilation.baseline
        return baseline is not None and any(each.severity is Severity.ERROR for each in baseline.faults)


def write_baselines(loaded: Loaded, checking: Checking, console: Console) -> None:
    """Note in the baseline of each workspace what is found in the files that were asked for."""
    workspaces = list(_workspaces(loaded))
    for each in workspaces:
        if each.is_malformed and (checking.select or checking.ignore or not _is_asked_whole(each.group)):
            raise UsageError(
                f"`{each.file.path}` is malformed, and what it says of other files and rules would be lost",
                "mend it: `journeymap check` says where",
                "or check the whole workspace without --select and --ignore, and it is written anew",
            )
    for each in workspaces:
        _put(_note(each, checking), each, console)


def prune_baselines(loaded: Loaded, console: Console) -> None:
    """Take out of the baseline of each workspace what stands for nothing any more."""
    workspaces = list(_workspaces(loaded))
    for each in workspaces:
        if each.is_malformed:
            raise UsageError(
                f"`{each.file.path}` is malformed, so nothing was taken out",
                "mend it: `journeymap check` says where",
            )
    for each in workspaces:
        baseline = each.compilation.baseline
        if baseline is None:
            console.say(f"there is no `{each.file.path}`")
        elif each.compilation.stale:
            _put(prune_entries(baseline, each.compilation.stale), each, console)
        else:
            console.say(f"nothing in `{each.file.path}` is out of date")


def _workspaces(loaded: Loaded) -> Iterator[_Workspace]:
    for group, compilation in zip(loaded.plan.groups, loaded.compilations, strict=True):
        if group.location is None:
            raise UsageError(
                f"`{group.files[0].path}` belongs to no workspace, and a baseline lies in one",
                "put a journeymap.yaml into the folder; `journeymap init` shows what is in it",
            )
        yield _Workspace(group, compilation, baseline_of(group))


def _is_asked_whole(group: Group) -> bool:
    return all(file.path in group.asked for file in group.files)


def _note(workspace: _Workspace, checking: Checking) -> list[Entry]:
    group, compilation, _ = workspace
    see = workspace.home.see
    asked = frozenset(map(see, compilation.asked))
    others = frozenset(see(file.path) for file in group.files) - asked
    known = (
        each
        for each in compilation.suppressed
        if each.suppressed_by and each.suppressed_by.kind == "baseline"
    )
    found = [each for each in (*compilation.diagnostics, *known) if each.path in asked]
    # What breaks a journey keeps the rules from looking at it: then nothing that was known is given up.
    is_sound = not any(each.severity is Severity.ERROR and KNOWN[each.rule].is_mandatory for each in found)

    def is_judged(rule: str, file: str) -> bool:
        fault = KNOWN.get(rule)
        return is_sound and file not in others and (fault is None or checking.wants(rule, fault.category))

    return note_findings(found, compilation.baseline, is_judged, KNOWN)


def _put(entries: list[Entry], workspace: _Workspace, console: Console) -> None:
    """Write a baseline, or remove one that is empty, and say so."""
    shown, location, _ = workspace.file
    count = f"{len(entries)} {'finding' if len(entries) == 1 else 'findings'}"
    if entries:
        is_new = write_file(location, write_baseline(entries).encode())
        console.say(f"wrote {shown}: {count}" if is_new else f"{shown} stays as it is: {count}")
    elif location.is_symlink() or location.exists():
        location.unlink()
        console.say(f"removed {shown}: nothing is left in it")
    else:
        console.say(f"nothing to note: {shown} is not needed")
