"""From the paths of a command line to compilations, and to the one report about all of them."""

from typing import TYPE_CHECKING

from journeymap.cli.console import Console
from journeymap.cli.options import UsageError
from journeymap.cli.progress import Progress
from journeymap.compiling import Compilation
from journeymap.diagnostics import Diagnostic, in_order
from journeymap.named_tuples import NamedTuple
from journeymap.reporting import Report
from journeymap.source import SourceFile
from journeymap.syntax import Limits
from journeymap.workspace import STDIN, Plan, compile_workspaces, find_workspaces

if TYPE_CHECKING:
    from journeymap.checks import Checking


class Loaded(NamedTuple):
    """The compilations of the paths that were named, and in words what could not be read."""

    compilations: tuple[Compilation, ...]
    unread: tuple[str, ...] = ()
    plan: Plan = Plan(())

    @property
    def report(self) -> Report:
        """All findings in order, with the texts they point into."""
        found: list[Diagnostic] = []
        suppressed: list[Diagnostic] = []
        sources: dict[str, SourceFile] = {}
        for compilation in self.compilations:
            found += compilation.diagnostics
            suppressed += compilation.suppressed
            sources.update(compilation.sources)
        files = {path for compilation in self.compilations for path in compilation.asked}
        return Report(in_order(found), sources, len(files), in_order(suppressed))


def load(
    paths: list[str],
    console: Console,
    *,
    stdin_name: str = "stdin",
    whole: bool = False,
    checking: "Checking | None" = None,
) -> Loaded:
    """Return what stands at the paths, its method checked if ``checking`` says how.

    With ``whole``, a workspace's findings are those of all its files.
    """
    if paths.count(STDIN) > 1:
        raise UsageError("standard input can be read only once")
    stdin = (stdin_name, console.read_stdin(Limits().bytes + 1)) if STDIN in paths else None
    plan = find_workspaces(paths, console.cwd, stdin=stdin)
    if whole:
        plan = _with_everything_asked(plan)
    with Progress(console, "reading", sum(len(group.files) for group in plan.groups)) as progress:
        compilations = compile_workspaces(plan, checking=checking, on_file=progress.step)
    unread = [*plan.problems, *(line for compilation in compilations for line in compilation.unread)]
    for compilation in compilations:
        for path in compilation.asked:
            console.detail(f"read {path}")
    return Loaded(compilations, tuple(dict.fromkeys(unread)), plan)


def _with_everything_asked(plan: Plan) -> Plan:
    return plan._replace(
        groups=tuple(
            group._replace(asked=frozenset(file.path for file in group.files)) for group in plan.groups
        )
    )
