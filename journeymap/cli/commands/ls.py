"""``journeymap ls``: one kind of item across all journeys, as a table, lines, CSV or JSON."""

from typing import TYPE_CHECKING

from journeymap.cli.console import Console
from journeymap.cli.gathering import EXIT_CODES, VISIBILITY, Gathered, gather, open_screen, tell_errors
from journeymap.cli.options import Argument, Command, Example, Option, UsageError, Values
from journeymap.cli.parsing import suggest

if TYPE_CHECKING:
    from journeymap.rendering.tables.listing import Listing

KINDS = (
    "journeys",
    "stages",
    "touchpoints",
    "pains",
    "opportunities",
    "actions",
    "insights",
    "kpis",
    "personas",
)
FORMS = ("json", "csv", "plain")


def run(values: Values, console: Console) -> int:
    """List items and return what reading their files has come to."""
    kind = _choose_kind(values["kind"])
    form = _choose_form(values)
    from journeymap.rendering.failures import RenderingError

    try:
        return _list(kind, form, values, console)
    except RenderingError as error:
        raise UsageError(str(error), *error.help.splitlines()) from None


def _list(kind: str, form: str, values: Values, console: Console) -> int:
    from journeymap.rendering.tables.conditions import read_condition
    from journeymap.rendering.tables.listing import Query, choose_columns, list_items, own_fields

    where = tuple(map(read_condition, values["where"]))
    gathered = gather(values, console)
    if not gathered.scopes:
        return gathered.code
    tell_errors(gathered, console)
    paths = _split_columns(values["columns"])
    columns = choose_columns(gathered.scopes, kind, paths)
    fields = tuple(column.field for column in columns)
    if form == "json" and not paths:
        fields = own_fields(gathered.scopes, kind)
    query = Query(kind, fields, where, values["sort"] or "", values["reverse"])
    listing = list_items(query, gathered.scopes)
    if form != "table":
        console.write_bytes(_write_form(form, listing).encode())
    elif not listing.rows:
        console.say(f"no {NOUNS.get(kind, (kind, kind))[1]} {'meet these conditions' if where else 'here'}")
    else:
        from journeymap.reporting.terminal.listing import draw_listing

        screen = open_screen(console)
        grid = draw_listing(listing, columns, screen)
        console.write(screen.paint(grid.lines))
        _tell(kind, len(listing.rows), grid.dropped, gathered, console)
    return gathered.code


def _write_form(form: str, listing: "Listing") -> str:
    from journeymap.reporting.listing import write_lines, write_listing_csv, write_listing_json

    match form:
        case "json":
            return write_listing_json(listing)
        case "csv":
            return write_listing_csv(listing)
    return write_lines(listing)


def _choose_kind(kind: str | None) -> str:
    there_are = f"there are: {', '.join(KINDS)}"
    if kind is None:
        raise UsageError("what to list? name a kind", there_are, "journeymap ls journeys")
    if kind in KINDS:
        return kind
    plural = next((each for each in KINDS if kind in (each[:-1], each[:-3] + "y")), "")
    if plural:
        return plural
    raise UsageError(f"there is no list of `{kind}`", *suggest(kind, KINDS), there_are)


def _choose_form(values: Values) -> str:
    chosen = [form for form in FORMS if values[form]]
    if len(chosen) > 1:
        raise UsageError(f"`--{chosen[0]}` and `--{chosen[1]}` are two forms: name one of them")
    return chosen[0] if chosen else "table"


def _split_columns(text: str | None) -> tuple[str, ...]:
    """Return the field paths of ``--columns``, each once."""
    if text is None:
        return ()
    paths = tuple(dict.fromkeys(path.strip() for path in text.split(",") if path.strip()))
    if not paths:
        raise UsageError("`--columns` names no field", "journeymap ls pains --columns address,text,severity")
    return paths


def _tell(kind: str, count: int, dropped: int, gathered: Gathered, console: Console) -> None:
    """Say how much was listed, and what to do next."""
    if dropped:
        columns = "1 column" if dropped == 1 else f"{dropped} columns"
        console.say(f"no room for {columns} at the right; --plain, --csv and --json show all")
    journeys = sum(
        journey.at.file in scope.files for scope in gathered.scopes for journey in scope.portfolio.journeys
    )
    one, many = NOUNS.get(kind, (kind[:-1], kind))
    noun = one if count == 1 else many
    within = "" if kind == "journeys" else f" in {journeys} {'journey' if journeys == 1 else 'journeys'}"
    console.say(f"{count} {noun}{within}; `journeymap show ID` shows one")


NOUNS = {"opportunities": ("opportunity", "opportunities"), "kpis": ("KPI", "KPIs")}

COMMAND = Command(
    name="ls",
    summary="List journeys, or one kind of item across all of them, without a browser.",
    usage="KIND [PATHS...] [--where CONDITION] [options]",
    examples=(
        Example("journeymap ls journeys", "Every journey in this folder and below it."),
        Example("journeymap ls pains --where 'severity>=high'", "What hurts most."),
        Example(
            "journeymap ls pains --where '!opportunities' --sort severity --reverse",
            "Pains that nobody does anything about, the worst first.",
        ),
        Example(
            "journeymap ls touchpoints --where channel=web --where 'emotion.score<0'",
            "Both have to hold: unhappy moments on the web.",
        ),
        Example(
            "journeymap ls kpis --columns address,baseline,target,due --csv > kpis.csv", "A spreadsheet."
        ),
        Example("journeymap ls opportunities --plain | cut -f 1,2", "For other programs: no header, tabs."),
        Example("journeymap ls touchpoints --json", "Every field of every touchpoint."),
    ),
    arguments=(
        Argument("kind", f"What to list: {', '.join(KINDS)}."),
        Argument("paths", "Files and folders; this folder when left out.", many=True),
    ),
    options=(
        Option(
            ("--where",),
            "Only rows for which it holds: FIELD=VALUE (of a list: contains), !=, >=, <=, >, <, ~ (contains"
            " the text), FIELD alone (has a value), !FIELD (has none). Given several times, all must hold.",
            metavar="CONDITION",
            many=True,
        ),
        Option(("--columns",), "The fields to show, such as address,title,stage.", metavar="FIELDS"),
        Option(("--sort",), "Sort by a field; rows without it come last.", metavar="FIELD"),
        Option(("--reverse",), "The other way round."),
        Option(("--json",), "Whole values, for programs; without --columns every field of the item."),
        Option(("--csv",), "For spreadsheets, headed by the fields; formulas are disarmed."),
        Option(("--plain",), "Whole values between tabs, without a header, for cut and awk."),
        VISIBILITY,
    ),
    epilog="The fields are those of table views. A field that is not known is answered with the list of"
    f" those that are.\n\n{EXIT_CODES}",
    run=run,
)
