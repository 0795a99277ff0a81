"""Templates of somebody's own, read from a folder that the command line names, and from nowhere else."""

from pathlib import Path
from typing import Final

from journeymap.cli.console import Console
from journeymap.cli.options import Option, UsageError
from journeymap.cli.verdict import FOUND
from journeymap.rendering.overriding import NO_OVERRIDES, Overrides, TemplateFault, TemplateFaults

TEMPLATES: Final = Option(
    ("--templates",),
    "Let the templates in this folder take the place of ours, block by block. They are programs that run"
    " here: name only a folder of your own.",
    metavar="FOLDER",
)

_LARGEST: Final = 1024 * 1024


def read_overrides(folder: str | None, console: Console) -> Overrides:
    """Return the templates in a folder, whole and in order; without one there are none.

    Raises ``TemplateFaults`` when something is wrong with them.
    """
    if folder is None:
        return NO_OVERRIDES
    root = console.path(folder)
    if not root.is_dir():
        raise UsageError(f"there is no folder `{folder}`", "`--templates` names a folder of templates")
    texts = []
    for path in find_templates(folder, console):
        name = path.relative_to(root).as_posix()
        texts.append((name, _read(path, f"{folder.rstrip('/')}/{name}")))
    if not texts:
        raise UsageError(f"`{folder}` holds no templates", "their names end in .html, such as journey.html")
    from journeymap.rendering.checking_templates import find_template_faults

    overrides = Overrides(folder, tuple(texts))
    faults = find_template_faults(overrides)
    if faults:
        raise TemplateFaults(faults)
    return overrides


def read_again(folder: str | None, console: Console) -> Overrides:
    """Return the templates as they are by now; a folder that cannot be read is a fault like any other."""
    try:
        return read_overrides(folder, console)
    except UsageError as error:
        raise TemplateFaults((TemplateFault(folder or "", 1, str(error)),)) from None


def find_templates(folder: str | None, console: Console) -> tuple[Path, ...]:
    """Return the files in a folder of templates, in order."""
    return () if folder is None else tuple(sorted(console.path(folder).rglob("*.html")))


def complain_of(error: TemplateFault | TemplateFaults, console: Console) -> int:
    """Say what is wrong with templates, and return the exit code for it."""
    for fault in error.faults if isinstance(error, TemplateFaults) else (error,):
        console.complain(str(fault), *fault.help)
    return FOUND


def _read(path: Path, shown: str) -> str:
    try:
        content = path.read_bytes()
        if len(content) > _LARGEST:
            raise UsageError(f"`{shown}` is larger than {_LARGEST:,} bytes")
        return content.decode("utf-8-sig")
    except OSError as error:
        from journeymap.workspace.planning import describe

        raise UsageError(f"cannot read `{shown}`: {describe(error)}") from None
    except UnicodeDecodeError:
        raise UsageError(f"cannot read `{shown}`: it is not UTF-8") from None
