"""What ``--check`` says of a folder of artifacts: which of its files are stale, and how to renew them."""

from collections.abc import Iterator
from shlex import quote

from journeymap.artifacts import ArtifactSet, Staleness, compare
from journeymap.cli.console import Console
from journeymap.cli.options import Values
from journeymap.cli.verdict import DONE, FOUND
from journeymap.reporting.safety import safe

MOST_SHOWN = 20


def check_folder(site: ArtifactSet, values: Values, console: Console) -> int:
    """Compare a site with the folder it belongs in, list what is stale, and return what that amounts to."""
    folder = values["output"]
    staleness = compare(site, console.path(folder))
    lines = list(_list_stale(staleness))
    if not lines:
        console.say(f"{folder} is up to date: {len(site):,} {'file' if len(site) == 1 else 'files'}")
        return DONE
    shown = lines if console.verbose else lines[:MOST_SHOWN]
    console.write("".join(f"{safe(line)}\n" for line in shown))
    if len(shown) < len(lines):
        console.write(f"... and {len(lines) - len(shown):,} more; -v lists them all\n")
    console.say(f"{folder} is stale: {', '.join(_count_stale(staleness))}")
    console.say(f"run this, and commit what it writes:\n  {_command(values)}")
    return FOUND


def _list_stale(staleness: Staleness) -> Iterator[str]:
    for word, paths in (
        ("differs", staleness.changed),
        ("missing", staleness.missing),
        ("left over", staleness.extra),
    ):
        yield from (f"{word:<9}  {path}" for path in paths)


def _count_stale(staleness: Staleness) -> Iterator[str]:
    for paths, one, many in (
        (staleness.changed, "differs", "differ"),
        (staleness.missing, "is missing", "are missing"),
        (staleness.extra, "is left over", "are left over"),
    ):
        if paths:
            yield f"{len(paths):,} {one if len(paths) == 1 else many}"


def _command(values: Values) -> str:
    """Return the command that writes what was compared."""
    words = ["journeymap", "build", *values["paths"], "-o", values["output"]]
    words += ["--single-file"] if values["single_file"] else []
    words += ["--history"] if values["history"] else []
    words += ["--site-url", values["site_url"]] if values["site_url"] is not None else []
    words += ["--strict"] if values["strict"] else []
    words += ["--visibility", values["visibility"]] if values["visibility"] != "internal" else []
    words += ["--engine", values["engine"]] if values["engine"] else []
    words += ["--templates", values["templates"]] if values["templates"] else []
    return " ".join(map(quote, words))
