"""``journeymap init``: a workspace that can be checked and built at once. Never overwrites anything."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from journeymap.cli.ci_files import INCLUDE, PIPELINE, SYSTEMS, find_top, write_ci_files
from journeymap.cli.console import Console
from journeymap.cli.options import Argument, Command, Example, Option, UsageError, Values

SCHEMAS = ("journey", "library", "persona", "workspace")
SCHEMA_FOLDER = ".journeymap/schemas"
_TITLE = "Our journeys"
_TITLE_LINE = f"\ntitle: {_TITLE}\n"
_LONGEST_TITLE = 200


def run(values: Values, console: Console) -> int:
    """Write the workspace into a folder where none of its files exists yet."""
    named = values["folder"] or "."
    folder = console.path(named)
    _refuse_taken(folder, named)
    top = find_top(folder)
    jobs = write_ci_files(values["ci"], folder, top) if values["ci"] else {}
    _refuse_overwriting(top, jobs, "the build server already has its files", "remove them, or write by hand")
    if not (jobs and _has_journeys(folder, console)):
        files = scaffold_files(_choose_title(values, console))
        _refuse_overwriting(
            folder,
            files,
            f"{named} already holds files of a new workspace",
            "name a folder that is not there yet: journeymap init FOLDER",
        )
        _write(folder, files)
        _tell(files, named, console)
    _write(top, jobs)
    _tell_jobs(top, jobs, console)
    return 0


def scaffold_files(title: str = _TITLE) -> dict[str, bytes]:
    """Return the files of a new workspace by path: the scaffold with its title, and the schemas."""
    from json import dumps

    from journeymap.resources import schema_path, templates_path

    root = templates_path() / "new"
    files = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
    if title != _TITLE:
        text = files["journeymap.yaml"].decode()
        # JSON's way to write a text is one of YAML's ways.
        line = f"\ntitle: {dumps(title, ensure_ascii=False)}\n"
        files["journeymap.yaml"] = text.replace(_TITLE_LINE, line, 1).encode()
    for kind in SCHEMAS:
        files[f"{SCHEMA_FOLDER}/{kind}.schema.json"] = schema_path(kind).read_bytes()
    return files


def _refuse_overwriting(folder: Path, files: Iterable[str], reason: str, step: str) -> None:
    taken = [path for path in files if (folder / path).exists() or (folder / path).is_symlink()]
    if taken:
        raise UsageError(f"{reason}; nothing was written", *taken, step)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        # Exclusive creation: what appeared since the look at the folder is not overwritten either.
        with target.open("xb") as file:
            file.write(content)


def _has_journeys(folder: Path, console: Console) -> bool:
    """Say whether a workspace has been started here already: then only the build server needs files."""
    from journeymap.workspace import find_workspaces

    return folder.is_dir() and bool(find_workspaces([str(folder)], console.cwd).groups)


def _refuse_taken(folder: Path, named: str) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(
            f"{named} is a file, not a folder", "name a folder that is not there yet: journeymap init FOLDER"
        )


def _choose_title(values: Values, console: Console) -> str:
    """Return the title from the options, from the person at the terminal, or the scaffold's own."""
    title: str | None = values["title"]
    if title is None and not values["no_input"] and console.can_ask:
        title = console.ask(f"Title of the workspace [{_TITLE}]: ")
    title = (title or _TITLE).strip()
    if not title or not title.isprintable() or len(title) > _LONGEST_TITLE:
        raise UsageError(f"a title is one line of text, at most {_LONGEST_TITLE} characters long")
    return title


def _tell(files: dict[str, bytes], named: str, console: Console) -> None:
    shown = [path for path in files if not path.startswith(SCHEMA_FOLDER)]
    console.say(f"Started a workspace in {named}:")
    for path in shown:
        console.say(f"  {path}")
    console.say(f"  {SCHEMA_FOLDER}/ ({len(SCHEMAS)} schemas, for your editor)")
    console.say("\nNext:")
    if named != ".":
        console.say(f"  cd {named}")
    console.say("  journeymap check      says what is wrong, and where: nothing yet")
    console.say("  journeymap build      draws the site into site/")
    console.say("Then open journeys/bike-repair.journey.yaml: its comments explain the language.")


def _tell_jobs(top: Path, jobs: Mapping[str, bytes], console: Console) -> None:
    """Say what the build server got, and what its owner has to add."""
    for path in jobs:
        console.say(f"Wrote {os.path.relpath(top / path, os.path.realpath(console.cwd))}")
    if jobs and PIPELINE not in jobs and any(path.startswith(".gitlab/") for path in jobs):
        console.say(f"\nAdd to {PIPELINE}, which stays as it is:\n")
        for line in INCLUDE.splitlines():
            console.say(f"  {line}")


COMMAND = Command(
    name="init",
    summary="Start a workspace with one good journey, a persona, a library and editor settings.",
    usage="[FOLDER] [--title TEXT] [--ci SYSTEM] [--yes]",
    examples=(
        Example("journeymap init my-journeys", "Start in a new folder; asks for a title on a terminal."),
        Example("journeymap init --title 'City library' --yes", "Start in this folder, without a question."),
        Example("journeymap init --ci github", "Let GitHub check the journeys that are here already."),
    ),
    arguments=(
        Argument("folder", "Where to start; this folder when left out. Existing files are never touched."),
    ),
    options=(
        Option(("--title",), "The title of the workspace.", metavar="TEXT"),
        Option(
            ("--ci",),
            "Write what makes this build server check and review journeys, also beside a workspace that is "
            "there already.",
            choices=SYSTEMS,
        ),
        Option(("-y", "--yes", "--no-input"), "Ask nothing, take the defaults."),
    ),
    run=run,
)
