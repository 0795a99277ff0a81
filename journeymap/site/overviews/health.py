"""The health of a workspace: what is found wrong, how well journeys are covered, which reviews are due.

It quotes findings, which may speak of what is internal: a site for the public has no such page.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from journeymap.artifacts import Artifact
from journeymap.diagnostics import Diagnostic, Severity
from journeymap.model import Journey, Portfolio
from journeymap.model.coverage import Coverage
from journeymap.model.statistics import Figures, add_figures, count_journeys
from journeymap.rendering.dates import write_day
from journeymap.rendering.templating import Html, escape_html, marked, marked_count
from journeymap.rendering.words import write_span
from journeymap.site.addresses import list_path, point_to
from journeymap.site.desk import Desk
from journeymap.site.frames import lay_page
from journeymap.site.overviews.contexts import HealthContext
from journeymap.site.overviews.health_files import name_file, write_findings, write_standing
from journeymap.site.overviews.lines import FindingGroup, FindingLine, HealthRow, Part, ReviewLine
from journeymap.site.overviews.reviews import next_review
from journeymap.site.overviews.subjects import find_subject
from journeymap.site.overviews.wording import link_journey, link_team, say_more, show_due
from journeymap.site.pieces import Figure, Link
from journeymap.site.plan import Options, Plan

FOLDER = "health"
MOST = 150
"""How many findings of a severity the page shows at most; the file beside it has them all."""
ROWS = 100
"""How many journeys a table of the page shows at most, those that are owed most; so has theirs."""
_FINDINGS, _JOURNEYS = f"{FOLDER}/findings.csv", f"{FOLDER}/journeys.csv"

SEVERITIES: Final[Mapping[Severity, str]] = {
    Severity.ERROR: marked("Errors"),
    Severity.WARNING: marked("Warnings"),
    Severity.INFO: marked("Advice"),
}

PARTS: Final = (
    (marked("Claims researched"), "claims"),
    (marked("Feelings scored"), "felt"),
    (marked("Touchpoints owned"), "owned"),
    (marked("Touchpoints with KPI"), "measured"),
    (marked("Moments of truth with KPI"), "truths"),
    (marked("Pains answered"), "answered"),
    (marked("KPIs complete"), "complete"),
)
"""What is covered: the heading of its column, and its field among the figures."""


def has_health(portfolio: Portfolio, options: Options) -> bool:
    """Say whether the site may speak of its own faults: only to those who may see everything."""
    return options.audience == "internal" and bool(portfolio.journeys)


def build_health(plan: Plan) -> Iterator[HealthContext | Artifact]:
    """Yield the page, and the files of all that it may have to cut short."""
    desk = plan.desk(list_path(FOLDER))
    portfolio = plan.portfolio
    living = [journey for journey in portfolio.journeys if journey.status != "retired"]
    counted = count_journeys(portfolio, living)
    rows = [(each.journey, _show_row(desk, each.journey, each.figures)) for each in counted]
    parts = tuple(desk.say(heading) for heading, _ in PARTS)
    findings, standing = (Link("CSV", point_to(file, page=desk.page)) for file in (_FINDINGS, _JOURNEYS))
    title = desk.say(marked("Health"))
    lead = desk.say(marked("What is still owed to these journeys: mistakes, gaps, and reviews that are due."))
    unowned = sum(not journey.owner for journey in living)
    yield HealthContext(
        page=lay_page(desk, title, lead),
        title=title,
        lead=lead,
        figures=tuple(_count(desk, plan.diagnostics, unowned)),
        has_checks=plan.options.has_checks,
        findings=tuple(_group(plan, desk, findings.url)),
        parts=parts,
        whole=_measure(desk, add_figures([each.figures for each in counted])),
        rows=tuple(row for _, row in _cut(rows)),
        reviews=tuple(_list_reviews(desk, living)),
        rows_more=Link(say_more(desk, len(rows) - ROWS), standing.url),
        reviews_more=Link(say_more(desk, len(living) - ROWS), standing.url),
        findings_files=(findings,) if plan.diagnostics else (),
        downloads=(standing,) if rows else (),
    )
    if plan.diagnostics:
        yield Artifact(_FINDINGS, write_findings(desk, plan.diagnostics))
    if rows:
        yield Artifact(_JOURNEYS, write_standing(desk, [heading for heading, _ in PARTS], rows))


def _cut(rows: list[tuple[Journey, HealthRow]]) -> list[tuple[Journey, HealthRow]]:
    """Return rows as they are; of very many those of the journeys that are covered least, the least first."""

    def covered(row: HealthRow) -> float:
        shares = [part.percent for part in row.parts if part.percent is not None]
        return sum(shares) / len(shares) if shares else 100

    return rows if len(rows) <= ROWS else sorted(rows, key=lambda each: covered(each[1]))[:ROWS]


def _group(plan: Plan, desk: Desk, file: str) -> Iterator[FindingGroup]:
    for severity, word in SEVERITIES.items():
        found = [each for each in plan.diagnostics if each.severity is severity]
        if found:
            lines = tuple(_show_finding(desk, each) for each in found[:MOST])
            more = Link(say_more(desk, len(found) - MOST), file)
            yield FindingGroup(severity.word, desk.say(word), lines, more)


def _show_finding(desk: Desk, finding: Diagnostic) -> FindingLine:
    place = f"{name_file(finding)}:{finding.primary.start.line}"
    return FindingLine(_mark(finding.message), finding.rule, place, find_subject(desk, finding.entity))


def _mark(message: str) -> Html:
    """Return a message as markup: what it names in backticks is code, where they come in pairs."""
    parts = [escape_html(part).text for part in message.split("`")]
    if len(parts) % 2 == 0:
        return escape_html(message)
    return Html("".join(f"<code>{part}</code>" if odd % 2 else part for odd, part in enumerate(parts)))


def _show_row(desk: Desk, journey: Journey, figures: Figures) -> HealthRow:
    return HealthRow(link_journey(desk, journey), link_team(desk, journey.owner), _measure(desk, figures))


def _measure(desk: Desk, figures: Figures) -> tuple[Part, ...]:
    return tuple(_show_part(desk, getattr(figures, field)) for _, field in PARTS)


def _show_part(desk: Desk, coverage: Coverage) -> Part:
    if not coverage.total:
        return Part("", None)
    words = desk.say(marked("%(known)d of %(total)d"), known=coverage.known, total=coverage.total)
    return Part(words, round(100 * coverage.known / coverage.total))


def _list_reviews(desk: Desk, journeys: Sequence[Journey]) -> Iterator[ReviewLine]:
    """Yield when journeys are to be reviewed: first those nobody reviewed, then what is due next."""
    days = {journey.id: next_review(journey) for journey in journeys}
    due = sorted(journeys, key=lambda each: (bool(each.reviewed), not days[each.id], days[each.id]))
    for journey in due[:ROWS]:
        yield ReviewLine(
            link_journey(desk, journey),
            link_team(desk, journey.owner),
            write_day(journey.reviewed, lang=desk.lang),
            show_due(desk, days[journey.id]),
            write_span(journey.review_every, lang=desk.lang),
        )


def _count(desk: Desk, findings: Sequence[Diagnostic], unowned: int) -> Iterator[Figure]:
    for forms, count in (
        (marked_count("error", "errors"), _tally(findings, Severity.ERROR)),
        (marked_count("warning", "warnings"), _tally(findings, Severity.WARNING)),
        (marked_count("piece of advice", "pieces of advice"), _tally(findings, Severity.INFO)),
        (marked_count("journey without owner", "journeys without owner"), unowned),
    ):
        if count:
            yield Figure(desk.say_count(forms, count), str(count))


def _tally(findings: Sequence[Diagnostic], severity: Severity) -> int:
    return sum(each.severity is severity for each in findings)
