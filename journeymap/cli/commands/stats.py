"""``journeymap stats``: what there is, what is covered, and what is still owed."""

from journeymap.cli.console import Console
from journeymap.cli.gathering import EXIT_CODES, VISIBILITY, gather, open_screen, tell_errors
from journeymap.cli.options import Argument, Command, Example, Option, Values


def run(values: Values, console: Console) -> int:
    """Count, and return what reading the files has come to."""
    from journeymap.cli.asking import read_today

    today = read_today(values["today"], console) if values["today"] is not None else ""
    gathered = gather(values, console)
    if not gathered.scopes:
        return gathered.code
    tell_errors(gathered, console)
    from journeymap.model.statistics import count_journeys
    from journeymap.reporting.statistics import WorkspaceFigures, write_statistics_json

    workspaces = tuple(
        WorkspaceFigures(
            portfolio.workspace.title,
            portfolio.workspace.root,
            portfolio.workspace.emotion_scale,
            count_journeys(portfolio, (each for each in portfolio.journeys if each.at.file in files), today),
        )
        for portfolio, files in gathered.scopes
    )
    if values["json"]:
        console.write(write_statistics_json(workspaces, today))
        return gathered.code
    from journeymap.reporting.terminal.statistics import LEGEND, draw_statistics

    shown = tuple(workspace for workspace in workspaces if workspace.journeys)
    screen = open_screen(console)
    console.write(screen.paint(draw_statistics(shown, screen)))
    console.detail(LEGEND)
    if not values["today"]:
        console.say("`--today YYYY-MM-DD` counts overdue reviews, `--verbose` explains the columns")
    return gathered.code


COMMAND = Command(
    name="stats",
    summary="Count what there is in journeys, how well it is covered, and what is still owed.",
    usage="[PATHS...] [options]",
    examples=(
        Example("journeymap stats", "A table of all journeys in this folder and below it."),
        Example("journeymap stats shop --today 2026-10-01", "With the reviews that are overdue on that day."),
        Example("journeymap stats --json", "For dashboards; the form is published and only grows."),
    ),
    arguments=(Argument("paths", "Files and folders; this folder when left out.", many=True),),
    options=(
        Option(("--json",), "For programs."),
        Option(
            ("--today",),
            "The day it is, for overdue reviews; they are not counted when it is left out.",
            metavar="YYYY-MM-DD",
        ),
        VISIBILITY,
    ),
    epilog="Steps are touchpoints. Felt, proved, owned and KPI are the shares of them with an emotion (of"
    " those the customer takes part in), with a claim that is more than assumed, with an owner, with a KPI."
    " Done is the share of those who achieve their goal, where the shares of the branches say so. Open pains"
    " are those that no opportunity addresses, rejected ones aside. A dash stands where there"
    " is no number.\n\n" + EXIT_CODES,
    run=run,
)
