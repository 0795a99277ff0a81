"""``journeymap check``: everything that is wrong, in one report. Draws nothing and loads no renderer."""

from journeymap.cli.console import Console
from journeymap.cli.options import Argument, Command, Example, Option, Values, whole_number
from journeymap.cli.verdict import FAIL_ON, judge, write_report

EXIT_CODES = """\
Exit codes:
  0     nothing was found at or above the level of --fail-on
  1     something was found
  2     wrong usage, a file that cannot be read, or a fault of journeymap's own
  3     no file to check was found at the paths
  130   interrupted"""


def run(values: Values, console: Console) -> int:
    """Check files, print the report to stdout, and return what it amounts to."""
    from journeymap.cli.loading import load

    loaded = load(values["paths"], console, stdin_name=values["stdin_filename"] or "stdin")
    report = loaded.report
    write_report(report, values["output_format"], console)
    return judge(loaded, report, values, console)


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
        Example("journeymap check --fail-on warning", "Be strict: warnings fail, too."),
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
            "How to report: with snippets, one line a finding, or for programs.",
            choices=("full", "concise", "json"),
            default="full",
        ),
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
