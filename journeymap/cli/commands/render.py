"""``journeymap render``: one journey to one file; the extension says in which form."""

from journeymap.artifacts import ArtifactError, write_file
from journeymap.cli.choosing import choose_journey
from journeymap.cli.console import Console, is_terminal
from journeymap.cli.options import Argument, Command, Example, Option, UsageError, Values
from journeymap.cli.parsing import suggest
from journeymap.cli.pictures import PictureReader
from journeymap.cli.verdict import DONE, FAILED
from journeymap.compiling import Compilation
from journeymap.model import Journey
from journeymap.rendering import RENDERERS, Request

PAGE = "html"
FORMATS = (PAGE, *RENDERERS)
FORMATS_OF_OPTIONS = {
    "table": ("md", "csv", "xlsx"),
    "view": ("md", "csv", "xlsx"),
    "theme": ("svg", "dot"),
    "raw_csv": ("csv",),
}
"""The options that not every format heeds."""


def run(values: Values, console: Console) -> int:
    """Render one journey."""
    format = _choose_format(values)
    _refuse_idle_options(values, format)
    if format == "xlsx" and values["output"] == "-" and is_terminal(console.streams.stdout):
        raise UsageError("a spreadsheet is no text for a terminal", "name a file: -o journey.xlsx")
    chosen = choose_journey(values["journey"], values["visibility"], console)
    if isinstance(chosen, int):
        console.say("nothing was written")
        return chosen
    from journeymap.rendering.failures import RenderingError
    from journeymap.rendering.graphviz import LayoutFailed

    try:
        content = _render(chosen.compilation, chosen.journey, format, values, console)
    except RenderingError as error:
        raise UsageError(str(error), *([error.help] if error.help else [])) from None
    except LayoutFailed as error:
        console.complain(str(error))
        return FAILED
    return _deliver(content, values["output"], console)


def _render(
    compilation: Compilation, journey: Journey, format: str, values: Values, console: Console
) -> bytes:
    engine = values["engine"] or ""
    if format == PAGE:
        from journeymap.site import Options, single_page

        reader = PictureReader(compilation, console)
        page = single_page(compilation, journey, Options(reader, engine))
        for line in reader.missing:
            console.say(f"note: {line}")
        return page.encode()
    request = Request(
        compilation.portfolio,
        journey,
        theme=values["theme"] or "light",
        engine=engine,
        table=values["table"] or "",
        view=values["view"] or "",
        raw=values["raw_csv"],
    )
    return RENDERERS[format](request)


def _deliver(content: bytes, output: str, console: Console) -> int:
    if output == "-":
        console.write_bytes(content)
        return DONE
    target = console.path(output)
    if target.is_dir():
        raise UsageError(f"`{output}` is a folder", "name a file in it")
    try:
        changed = write_file(target, content)
    except (ArtifactError, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        console.complain(f"cannot write {output}: {reason}")
        return FAILED
    console.say(f"{'wrote' if changed else 'unchanged:'} {output}")
    return DONE


def _choose_format(values: Values) -> str:
    """Return the format that was named, or that of the output file's extension."""
    output: str | None = values["output"]
    if output is None:
        raise UsageError("where to? name a file with -o", *_hints(values))
    if values["format"]:
        return str(values["format"])
    if output == "-":
        raise UsageError("standard output has no extension: name a format", f"--format {'|'.join(FORMATS)}")
    extension = (
        output.rpartition("/")[2].rpartition(".")[2].lower() if "." in output.rpartition("/")[2] else ""
    )
    if extension in FORMATS:
        return extension
    shown = f"`.{extension}` is no format to render" if extension else f"`{output}` has no extension"
    raise UsageError(shown, *suggest(extension, FORMATS), f"there are: {', '.join(FORMATS)}")


def _hints(values: Values) -> tuple[str, ...]:
    name = (values["journey"] or "journey").rpartition("/")[2].partition(".")[0] or "journey"
    return (f"journeymap render {values['journey'] or ''} -o {name}.html".replace("  ", " "),)


def _refuse_idle_options(values: Values, format: str) -> None:
    """Refuse options that would do nothing: silence would look like success."""
    for option, formats in FORMATS_OF_OPTIONS.items():
        if values[option] and format not in formats:
            shown = option.replace("_", "-")
            raise UsageError(f"`--{shown}` means nothing for {format}", f"it is for {', '.join(formats)}")
    if values["table"] and values["view"]:
        raise UsageError("`--table` and `--view` both choose the table: name one of them")


COMMAND = Command(
    name="render",
    summary="Write one journey to one file: as a page, a flow diagram or tables.",
    usage="[JOURNEY] -o FILE [options]",
    examples=(
        Example(
            "journeymap render bike-repair -o bike-repair.html",
            "A page that holds all it needs, to send around.",
        ),
        Example("journeymap render bike-repair -o bike-repair.svg", "The flow diagram."),
        Example("journeymap render bike-repair -o repair.md --table touchpoints", "One table."),
        Example(
            "journeymap render shop.journey.yaml -o - --format dot | dot -Tpdf > shop.pdf",
            "To another program.",
        ),
    ),
    arguments=(
        Argument(
            "journey",
            "A journey's id in the workspace around you, or its file; not needed where there is one.",
        ),
    ),
    options=(
        Option(
            ("-o", "--output"),
            f"Where to write; its extension is the format: {', '.join(FORMATS)}. - is standard output.",
            metavar="FILE",
        ),
        Option(("--format",), "The format, whatever the extension.", choices=FORMATS),
        Option(
            ("--table",),
            "Only this table: stages, motivations, insights, actions, channels, touchpoints.",
            metavar="NAME",
        ),
        Option(("--view",), "Only the table of this view of the workspace.", metavar="ID"),
        Option(("--theme",), "The colours of a picture; a page has both.", choices=("light", "dark")),
        Option(
            ("--visibility",),
            "Who it is for; public leaves out what is internal.",
            choices=("internal", "public"),
            default="internal",
        ),
        Option(
            ("--engine",), "Lay out the diagram with this program, such as Graphviz' dot.", metavar="PROGRAM"
        ),
        Option(("--raw-csv",), "Leave texts as they are that a spreadsheet would take for formulas."),
    ),
    epilog="When something is wrong with the journey, nothing is written. Exit codes: those of `check`.",
    run=run,
)
