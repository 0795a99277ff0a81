"""``journeymap check``: everything that is wrong, in one report. Draws nothing and loads no renderer."""

from typing import TYPE_CHECKING

from journeymap.cli.console import Console
from journeymap.cli.options import Argument, Command, Example, Option, UsageError, Values, whole_number
from journeymap.cli.reports import REPORT_FILES
from journeymap.cli.verdict import FAIL_ON, judge

if TYPE_CHECKING:
    from journeymap.checks import Checking
    from journeymap.cli.loading import Loaded

EXIT_CODES = """\
Exit codes:
  0     nothing was found at or above the level of --fail-on
  1     something was found, or would be fixed with --diff
  2     wrong usage, a file that cannot be read, or a fault of journeymap's own
  3     no file to check was found at the paths
  130   interrupted"""


def run(values: Values, console: Console) -> int:
    """Check files, print the report to stdout, and return what it amounts to."""
    from journeymap.cli.asking import read_checking
    from journeymap.cli.check_reports import choose_check_reports, write_check_reports
    from journeymap.cli.loading import load
    from journeymap.cli.reports import refuse_report_targets

    reports = choose_check_reports(values, console)
    checking = read_checking(values, console)
    loaded = load(values["paths"], console, stdin_name=values["stdin_filename"] or "stdin", checking=checking)
    refuse_report_targets(reports, loaded.compilations, console)
    if values["fix"] or values["diff"] or values["unsafe_fixes"]:
        from journeymap.cli.fixing import check_and_fix

        return check_and_fix(loaded, checking, reports, values, console)
    if (values["write_baseline"] or values["prune_baseline"]) and not loaded.unread:
        loaded = update_baselines(values, loaded, checking, console)
    report = loaded.report._replace(shows_suppressed=values["show_suppressed"])
    code = write_check_reports(loaded, report, reports, console, allow_empty=values["allow_empty"])
    verdict = judge(loaded, report, values, console)
    return code or verdict


def update_baselines(values: Values, loaded: "Loaded", checking: "Checking", console: Console) -> "Loaded":
    """Write or prune the baselines of workspaces, and return what is found in their light."""
    from journeymap.cli.baselines import prune_baselines, write_baselines
    from journeymap.cli.loading import load

    if values["write_baseline"] and values["prune_baseline"]:
        raise UsageError("--write-baseline and --prune-baseline exclude each other", "choose one of them")
    if values["write_baseline"]:
        write_baselines(loaded, checking, console)
    else:
        prune_baselines(loaded, console)
    return load(values["paths"], console, checking=checking)


COMMAND = Command(
    name="check",
    summary="Say what is wrong in journey files and those around them: where, why, and what to do.",
    usage="[PATHS...] [options]",
    examples=(
        Example("journeymap check", "Check everything in this folder and below it."),
        Example(
            "journeymap check shop.journey.yaml", "Check one file, with all that its workspace declares."
        ),
        Example("journeymap check --output-format concise | grep checkout", "One line a finding."),
        Example(
            "journeymap check -o sarif=check.sarif -o text=-",
            "A file for code scanning, and the report for people as ever.",
        ),
        Example("journeymap check --fail-on warning", "Be strict: warnings fail, too."),
        Example("journeymap check --fix", "Mend what needs no decision, and report the rest."),
        Example("journeymap check --diff --unsafe-fixes", "Show what all fixes would change, for a review."),
        Example("journeymap check --write-baseline", "Accept what an old workspace has; report what is new."),
        Example("git show HEAD:shop.journey.yaml | journeymap check -", "Check what comes in."),
    ),
    arguments=(
        Argument(
            "paths", "Files and folders, or - for standard input; this folder when left out.", many=True
        ),
    ),
    options=(
        Option(
            ("--output-format",),
            "How to report on standard output: full when left out, concise, json, sarif, github, gitlab, "
            "junit, rdjson, or auto for what the build server around it reads.",
            metavar="FORMAT",
            choices=("full", "concise", "json", "sarif", "github", "gitlab", "junit", "rdjson", "auto"),
        ),
        REPORT_FILES,
        Option(
            ("--select",),
            "Ask only these rules or categories; a rule named here is asked whatever the profile.",
            metavar="NAMES",
        ),
        Option(("--ignore",), "Leave these rules or categories out.", metavar="NAMES"),
        Option(
            ("--profile",),
            "Ask the same of all journeys, whatever their status.",
            choices=("by-status", "draft", "review", "published"),
        ),
        Option(
            ("--today",),
            "The day it is, for what grows old; SOURCE_DATE_EPOCH or the clock when left out.",
            metavar="YYYY-MM-DD",
        ),
        Option(("--fix",), "Write what can be fixed without a change of meaning, then report what is left."),
        Option(("--unsafe-fixes",), "Beside --fix or --diff: also what may change the meaning."),
        Option(("--diff",), "Show what --fix would write, and write nothing."),
        Option(("--exit-non-zero-on-fix",), "Fail when --fix has written anything."),
        Option(("--show-suppressed",), "Print what comments and the baseline silence, too."),
        Option(
            ("--write-baseline",),
            "Note what is found in journeymap-baseline.yaml, so that only what is new is reported.",
        ),
        Option(("--prune-baseline",), "Take out of the baseline what is mended; nothing comes in."),
        Option(("--fail-on",), "The lowest level that fails the run.", choices=FAIL_ON, default="error"),
        Option(
            ("--max-warnings",),
            "Fail when there are more warnings than this.",
            metavar="N",
            convert=whole_number,
        ),
        Option(("--exit-zero",), "End with 0 whatever is found, but not when files cannot be read."),
        Option(("--allow-empty",), "End with 0 when there is nothing to check."),
        Option(("--stdin-filename",), "The name that standard input is checked under.", metavar="NAME"),
    ),
    epilog=EXIT_CODES,
    run=run,
)
