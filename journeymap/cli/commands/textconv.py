"""``journeymap textconv``: a file of journeys in lines that git compares. It always has something to show."""

from journeymap.cli.console import Console
from journeymap.cli.options import Argument, Command, Example, UsageError, Values
from journeymap.cli.verdict import DONE

_NOTE = "# This file cannot be read as YAML: here is its text."


def run(values: Values, console: Console) -> int:
    """Write the outline of a file, or its text where there is no outline of it."""
    from journeymap.reporting.outline import write_outline
    from journeymap.reporting.safety import safe
    from journeymap.schema import kind_by_name
    from journeymap.syntax import Limits, read_document

    if values["file"] is None:
        raise UsageError(
            "which file?", "git names it: git config diff.journeymap.textconv 'journeymap textconv'"
        )
    with console.path(values["file"]).open("rb") as file:
        content = file.read(Limits().bytes + 1)
    document = read_document(values["file"], content)
    if not content.strip():
        return DONE
    if document.broken:
        lines = content.decode("utf-8", "replace").splitlines()
        console.write("".join(f"{line}\n" for line in (_NOTE, *map(safe, lines))))
    else:
        console.write(write_outline(document.data, kind_by_name(values["file"]) or "file"))
    return DONE


COMMAND = Command(
    name="textconv",
    summary="Print a file of journeys as an outline, one fact on each line, for git to compare.",
    usage="FILE",
    examples=(
        Example("journeymap textconv shop.journey.yaml", "Print what the file says, however it is written."),
    ),
    arguments=(Argument("file", "The file; git passes a copy of each version."),),
    options=(),
    epilog="Set up once in a clone, with `*.journey.yaml diff=journeymap` in .gitattributes:\n\n"
    "  git config diff.journeymap.textconv 'journeymap textconv'",
    run=run,
)
