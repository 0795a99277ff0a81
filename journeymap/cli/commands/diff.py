"""``journeymap diff``: what a change means for the customer, before it is merged."""

from re import fullmatch

from journeymap.cli.console import Console
from journeymap.cli.options import Argument, Command, Example, Option, UsageError, Values
from journeymap.cli.reports import REPORT_FILES
from journeymap.cli.verdict import DONE, FAILED, FOUND, NOTHING

FAIL_ON = ("breaking", "warning", "info", "none")
SIDES = ("base", "head")

EXIT_CODES = """\
A side is a folder, a file, a revision of git, or a path in one, as in `main:journeys`.
What exists as a path is taken for one; a branch of the same name is `refs/heads/NAME`.
`A...B` is what B did since it parted from A, and `A...` what the files on disk did.

Exit codes:
  0     nothing that nobody agreed to is at or above the level of --fail-on
  1     something is
  2     wrong usage, a side that cannot be loaded, or a fault of journeymap
  3     there is nothing to compare on either side
  130   interrupted"""


def _comment_name(text: str) -> str:
    """Return what a comment is called: it is written into it, where other signs could mean something."""
    if not fullmatch(r"[A-Za-z0-9_.:-]{1,80}", text):
        raise ValueError(f"expected up to 80 letters, digits and any of _ . : - as a name, found `{text}`")
    return text


def _reason(text: str) -> str:
    """Return why breaking changes may pass: those who read it later want to know."""
    if not text.strip():
        raise ValueError("expected the reason in words, found nothing")
    return text.strip()


def run(values: Values, console: Console) -> int:
    """Compare two sides, write the reports, and return what they amount to."""
    if values["base"] is None:
        raise UsageError("compare with what?", "name a branch, a commit or a folder: journeymap diff main")
    from journeymap.workspace.sides import Unloadable

    try:
        return _compare(values, console)
    except Unloadable as error:
        console.complain(f"{error.role} could not be loaded: {error}", *error.steps)
        return FAILED


def _compare(values: Values, console: Console) -> int:
    from journeymap.cli.asking import read_today
    from journeymap.cli.diff_reports import choose_diff_reports, write_diff_reports
    from journeymap.cli.reports import refuse_report_targets
    from journeymap.cli.reviews import find_failing, review_sides, tell_faults
    from journeymap.cli.sides import halves_of, load_sides

    today = read_today(values["today"], console)
    reports = choose_diff_reports(values, console)
    if values["site_url"] is not None:
        from journeymap.cli.addresses import read_site_url

        values = {**values, "site_url": read_site_url(values["site_url"])}
    checking = None
    if values["ratchet"]:
        from journeymap.checks import Checking

        checking = Checking(today=today)
    compared = load_sides(values["base"], values["head"], console, fetches=values["fetch"], checking=checking)
    if not compared.pairs:
        return _say_nothing_found(values, console)
    refuse_report_targets(reports, [half.compilation for half in halves_of("head", compared.pairs)], console)
    reviewed = review_sides(compared, values, today, console)
    code = write_diff_reports(reviewed, reports, values, console)
    tell_faults(reviewed, console)
    if code or values["exit_zero"]:
        return code
    failing = find_failing(reviewed, values["fail_on"])
    if failing:
        grave = max(change.level for change in failing).word
        count = "1 change" if len(failing) == 1 else f"{len(failing)} changes"
        console.say(f"the review fails for {count}, {grave} at the worst, that nobody agreed to")
    return FOUND if failing else DONE


def _say_nothing_found(values: Values, console: Console) -> int:
    where = " and ".join(filter(None, (values["base"], values["head"] or "the files on disk")))
    console.complain(
        f"no journey, persona, library or workspace in {where}",
        "files are known by their names: *.journey.yaml, *.persona.yaml, *.library.yaml, journeymap.yaml",
    )
    return NOTHING


COMMAND = Command(
    name="diff",
    summary="Say what changed for the customer between two states of the journeys, and how much it matters.",
    usage="BASE [HEAD] [options]",
    examples=(
        Example("journeymap diff main", "What the files on disk change, compared with a branch."),
        Example("journeymap diff origin/main HEAD --fail-on breaking", "Fail when something breaks."),
        Example("journeymap diff origin/main...", "What you did since your branch left origin/main."),
        Example("journeymap diff v1 v2 -o html=review.html", "A page that shows both states, to look at."),
        Example(
            "journeymap diff main:journeys journeys", "A folder as it is in a branch, and as it is here."
        ),
        Example("journeymap diff last-year this-year", "Two folders; nobody needs git for that."),
        Example(
            "journeymap diff origin/main -o markdown=comment.md -o sarif=review.sarif",
            "The comment for a pull request, and a file for code scanning.",
        ),
    ),
    arguments=(
        Argument("base", "The older side: a folder, a file, a revision of git, or REVISION:PATH."),
        Argument("head", "The newer side, the files on disk when left out."),
    ),
    options=(
        Option(
            ("--format", "--output-format"),
            "How to report on standard output: text when left out, markdown, json, html, svg, sarif, github, "
            "gitlab, junit, rdjson, or auto for what the build server around it reads.",
            metavar="FORMAT",
            choices=(
                *("text", "markdown", "json", "html", "svg"),
                *("sarif", "github", "gitlab", "junit", "rdjson", "auto"),
            ),
        ),
        REPORT_FILES,
        Option(("--all",), "Show details of wording and looks, too; they are only counted otherwise."),
        Option(
            ("--fail-on",),
            "The lowest level that fails the run; that of the policy when left out, none without one.",
            choices=FAIL_ON,
        ),
        Option(
            ("--strictness",),
            "Which areas may break, whatever the policy says.",
            choices=("links", "measurement", "structure", "strict"),
        ),
        Option(
            ("--config-from",),
            "Whose policy judges: that of the older side, or of the newer one.",
            choices=SIDES,
            default="base",
        ),
        Option(
            ("--approvals",),
            "Read approvals from this file, whatever lies in the workspace.",
            metavar="FILE",
        ),
        Option(
            ("--approvals-from",),
            "Whose journeymap-approvals.yaml counts: that of the older side, or of the newer one.",
            choices=SIDES,
            default="base",
        ),
        Option(
            ("--allow-breaking",),
            "Let what is breaking pass; the reason is shown with each change.",
            metavar="REASON",
            convert=_reason,
        ),
        Option(
            ("--ratchet",),
            "Check both sides too, and report errors and warnings that became more, and research that became "
            "less.",
        ),
        Option(
            ("--today",),
            "The day it is, for approvals and deprecations; SOURCE_DATE_EPOCH or the clock when left out.",
            metavar="YYYY-MM-DD",
        ),
        Option(("--fetch",), "Let git fetch a revision that is not here; nothing connects otherwise."),
        Option(
            ("--site-url",),
            "Where the site of the newer side is published, for links into it.",
            metavar="URL",
        ),
        Option(
            ("--name",),
            "What the comment is called: one of the same name is written anew, others are left alone.",
            metavar="NAME",
            default="diff",
            convert=_comment_name,
        ),
        Option(("--exit-zero",), "End with 0 whatever changed, but not when a side cannot be loaded."),
    ),
    epilog=EXIT_CODES,
    run=run,
)
