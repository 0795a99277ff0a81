"""Comments and baselines that silence findings, over small workspaces."""

from journeymap.checks import Checking
from journeymap.compiling import Compilation, Home, compile_files

HEAD = "journeymap: 1\nkind: journey\nid: a\ntitle: A\n"
TODAY = "2026-11-01"


def check(
    text: str | dict[str, str],
    *,
    select: str = "",
    ignore: str = "",
    profile: str | None = None,
    baseline: str | None = None,
) -> Compilation:
    """Return what is found in a journey, or in several files, under a baseline if there is one."""
    files = {"a.journey.yaml": text} if isinstance(text, str) else text
    checking = Checking(
        today=TODAY,
        profile=profile,  # type: ignore[arg-type]
        select=frozenset(filter(None, select.split(","))),
        ignore=frozenset(filter(None, ignore.split(","))),
    )
    home = Home(
        ".", baseline=("journeymap-baseline.yaml", baseline.encode()) if baseline is not None else None
    )
    return compile_files(
        [(path, content.encode("utf-8", "surrogateescape")) for path, content in files.items()],
        root=".",
        checking=checking,
        home=home,
    )


def told(compilation: Compilation) -> list[str]:
    """Return what is reported, as ``line rule``."""
    return [f"{each.primary.start.line} {each.rule}" for each in compilation.diagnostics]


def silenced(compilation: Compilation) -> list[str]:
    """Return what is silenced, as ``line rule``."""
    return [f"{each.primary.start.line} {each.rule}" for each in compilation.suppressed]
