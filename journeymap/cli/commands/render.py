"""``journeymap render``: a journey, or all of them, to files; their names say in which form."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from journeymap.cli.appearances import warn_of_theme
from journeymap.cli.choosing import choose_journey, choose_workspace
from journeymap.cli.console import Console, is_terminal
from journeymap.cli.delivering import compare, deliver, refuse_handwork, refuse_targets
from journeymap.cli.guarding import complain_of_links
from journeymap.cli.options import Argument, Command, Example, Option, UsageError, Values, whole_number
from journeymap.cli.outputs import FORM_NAMES, FORMATS, PAGE, STDOUT, USES, Output, choose_outputs
from journeymap.cli.own_templates import TEMPLATES, complain_of, read_overrides
from journeymap.cli.verdict import FAILED, FOUND
from journeymap.compiling import Compilation
from journeymap.model import Journey
from journeymap.rendering import FORMS, PORTFOLIO_FORMS, Rendered, Request, draw_ahead
from journeymap.rendering.overriding import TemplateFault, TemplateFaults

if TYPE_CHECKING:
    from journeymap.model import Portfolio

NOTE_LINES = 2
BINARY = frozenset({"png", "pdf", "pptx", "xlsx"})
TYPESET = frozenset({"png", "pdf"})


class _Refused(Exception):  # noqa: N818 - named for what happened
    """Something cannot be drawn, and everything that there is to say of it was said."""


def run(values: Values, console: Console) -> int:
    """Render one journey, or what shows all of them."""
    outputs = choose_outputs(values)
    _refuse_terminals(outputs, console)
    needs_journey = any(output.form not in PORTFOLIO_FORMS for output in outputs)
    chosen = (
        choose_journey(values["journey"], values["visibility"], console)
        if needs_journey
        else choose_workspace(values["journey"], values["visibility"], console)
    )
    if isinstance(chosen, int):
        console.say("nothing was written")
        return chosen
    compilation, journey = chosen
    outputs = choose_outputs(values, _view_forms(compilation.portfolio), journey.id if journey else "")
    refuse_targets(outputs, compilation, console)
    _refuse_filters(outputs, values, compilation.portfolio)
    from journeymap.rendering.failures import LayoutFailed, RenderingError

    try:
        files = list(_render_all(outputs, compilation, journey, values, console))
    except RenderingError as error:
        raise UsageError(str(error), *([error.help] if error.help else [])) from None
    except (TemplateFault, TemplateFaults) as error:
        return complain_of(error, console)
    except _Refused:
        console.say("nothing was written")
        return FOUND
    except LayoutFailed as error:
        console.complain(str(error))
        return FAILED
    _note_losses([loss for _, rendered in files for loss in rendered.losses], console)
    warn_of_theme(compilation, console)
    finished = [(output, rendered.content) for output, rendered in files]
    if values["check"]:
        return compare(finished, console)
    refuse_handwork(finished, console)
    return deliver(finished, console)


def _view_forms(portfolio: "Portfolio") -> dict[str, str]:
    return {view.id: view.form for view in portfolio.workspace.views}


def _refuse_filters(outputs: tuple[Output, ...], values: Values, portfolio: "Portfolio") -> None:
    """Refuse a view that leaves things out where its form shows everything."""
    view = next((view for view in portfolio.workspace.views if view.id == values["view"]), None)
    if view is None or not view.where:
        return
    for output in outputs:
        if output.form == view.form and output.form not in USES["view"].forms:
            raise UsageError(
                f"view `{view.id}` filters, and a {output.form} shows the whole journey",
                "maps and tables can be filtered: change its `form`, or take its `where` out",
            )


def _refuse_terminals(outputs: tuple[Output, ...], console: Console) -> None:
    for output in outputs:
        if output.format in BINARY and output.path == STDOUT and is_terminal(console.streams.stdout):
            raise UsageError(
                f"{output.format} is no text for a terminal", f"name a file: -o journey.{output.format}"
            )


def _render_all(
    outputs: tuple[Output, ...],
    compilation: Compilation,
    journey: Journey | None,
    values: Values,
    console: Console,
) -> Iterator[tuple[Output, Rendered]]:
    request = Request(
        compilation.portfolio,
        journey,
        theme=values["theme"] or "light",
        engine=values["engine"] or "",
        table=values["table"] or "",
        view=values["view"] or "",
        lanes=tuple(_words(values["lanes"])),
        personas=tuple(_words(values["persona"])),
        paper=values["paper"] or "a3",
        width=values["width"] or 0,
        font=str(console.path(values["embed_font"])) if values["embed_font"] else "",
        raw=values["raw_csv"],
        drawings={},
    )

    def ask(output: Output) -> Request:
        return request._replace(journey=None) if output.form in PORTFOLIO_FORMS else request

    def render(output: Output) -> Rendered:
        if output.form == PAGE:
            assert journey is not None
            return _render_page(compilation, journey, values, console)
        return FORMS[output.form][output.format](ask(output))

    begun = {}
    for output in outputs:
        if len(outputs) > 1 and output.format in TYPESET:
            # Only here: to have threads at all makes the start slower.
            from journeymap.cli.meanwhile import Begun

            # The typesetter lets this thread do the rest; two that draw would only hinder each other.
            draw_ahead(output.form, ask(output))
            begun[output] = Begun(partial(render, output))
    rest = {output: render(output) for output in outputs if output not in begun}
    for output in outputs:
        yield output, begun[output].finish() if output in begun else rest[output]


def _render_page(compilation: Compilation, journey: Journey, values: Values, console: Console) -> Rendered:
    from journeymap.cli.pictures import PictureReader
    from journeymap.site import BrokenLinks, Options, single_page

    reader = PictureReader(compilation, console)
    overrides = read_overrides(values["templates"], console)
    options = Options(reader, values["engine"] or "", overrides=overrides)
    try:
        page = single_page(compilation, journey, options)
    except BrokenLinks as broken:
        complain_of_links(broken.links, compilation, console)
        raise _Refused from None
    return Rendered(page.encode(), tuple(reader.missing))


def _words(given: tuple[str, ...]) -> Iterator[str]:
    """Yield the words of an option that takes several, separated by commas or given again."""
    return (word for text in given for word in (part.strip() for part in text.split(",")) if word)


def _note_losses(losses: list[str], console: Console) -> None:
    """Say what forms could not hold: in short, since the head of such a file lists it all."""
    if not losses:
        return
    from textwrap import wrap

    width = console.style(console.streams.stderr).width
    is_cut = False
    for loss in dict.fromkeys(losses):
        lines = wrap(f"note: {loss}", width, subsequent_indent="  ", break_on_hyphens=False)
        if len(lines) > NOTE_LINES and not console.verbose:
            kept = lines[NOTE_LINES - 1][: width - 2].rpartition(",")[0]
            lines = [*lines[: NOTE_LINES - 1], f"{kept} …"]
            is_cut = True
        console.say("\n".join(lines))
    if is_cut:
        console.say("the head of the file lists all that its form does not hold; so does -v")


COMMAND = Command(
    name="render",
    summary="Write a journey to files: as a map, a flow, a curve, slides, tables, a page, data.",
    usage="[JOURNEY] -o FILE [options]",
    examples=(
        Example("journeymap render bike-repair -o bike-repair.svg", "The journey map."),
        Example(
            "journeymap render bike-repair -o bike-repair.html",
            "A page that holds all it needs, to send around.",
        ),
        Example("journeymap render bike-repair -o flow.svg -o flow.png", "The flow diagram, twice."),
        Example("journeymap render bike-repair -o wall.pdf --paper a3", "The map on paper."),
        Example("journeymap render bike-repair -o bike-repair.pptx", "Slides, a stage each."),
        Example("journeymap render bike-repair -o repair.md --table touchpoints", "One table."),
        Example("journeymap render -o heatmap.svg", "All journeys by phase and feeling."),
    ),
    arguments=(
        Argument(
            "journey",
            "A journey's id in the workspace around you, or its file; not needed where there is one. For a"
            " heatmap the folder of a workspace.",
        ),
    ),
    options=(
        Option(
            ("-o", "--output"),
            f"Where to write, once for each file. The extension is the format: {', '.join(FORMATS)}. The name"
            " may say the form: flow.svg, shop.matrix.svg. - is standard output.",
            metavar="FILE",
            many=True,
        ),
        Option(("--form",), "What to show, whatever the name.", choices=FORM_NAMES, once=True),
        Option(
            ("--format",), "The format, whatever the extension.", metavar="FORMAT", choices=FORMATS, once=True
        ),
        Option(
            ("--view",),
            "A view of the workspace, or a map of these: full, summary, blueprint, opportunities, print.",
            metavar="ID",
            once=True,
        ),
        Option(
            ("--lanes",),
            "Only these lanes of the map, in this order; all is every lane.",
            metavar="NAME,...",
            many=True,
        ),
        Option(("--persona",), "Only the feelings of these personas.", metavar="ID,...", many=True),
        Option(
            ("--table",),
            "Only this table: stages, motivations, insights, actions, channels, touchpoints.",
            metavar="NAME",
            once=True,
        ),
        Option(
            ("--theme",),
            "The colours of a picture; auto follows the reader's system. A page has both.",
            choices=("light", "dark", "auto"),
            once=True,
        ),
        Option(
            ("--paper",), "The paper of a map as PDF.", choices=("a3", "a4", "tabloid", "letter"), once=True
        ),
        Option(
            ("--width",),
            "How many pixels wide a PNG is; by itself, two for each unit of a small picture.",
            metavar="PIXELS",
            convert=whole_number,
        ),
        Option(("--embed-font",), "Put the letters used of this font file into an SVG.", metavar="FILE"),
        Option(
            ("--visibility",),
            "Who it is for; public leaves out what is internal.",
            choices=("internal", "public"),
            default="internal",
        ),
        Option(
            ("--engine",), "Lay out the flow with this program, such as Graphviz' dot.", metavar="PROGRAM"
        ),
        TEMPLATES,
        Option(("--raw-csv",), "Leave texts as they are that a spreadsheet would take for formulas."),
        Option(("--check",), "Write nothing; exit with 1 when a file is not what would be written."),
    ),
    epilog="When something is wrong with the journey, nothing is written. What a form cannot hold is noted.\n"
    "Exit codes: those of `check`.",
    run=run,
)
