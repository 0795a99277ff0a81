"""The files beside the page of health: every finding, and how every journey stands."""

from collections.abc import Mapping, Sequence

from journeymap.diagnostics import Diagnostic, Severity
from journeymap.model import Journey
from journeymap.rendering.naming import name_team
from journeymap.rendering.tables.csv_text import write_csv
from journeymap.rendering.tables.table import Column, Table
from journeymap.rendering.templating import marked
from journeymap.site.desk import Desk
from journeymap.site.overviews.lines import HealthRow
from journeymap.site.overviews.reviews import next_review
from journeymap.site.overviews.subjects import find_subject


def name_file(finding: Diagnostic) -> str:
    """Return the file of a finding as seen from the workspace, and never from the root of a machine."""
    return finding.path or finding.primary.file.rpartition("/")[2]


def write_findings(desk: Desk, findings: Sequence[Diagnostic], words: Mapping[Severity, str]) -> bytes:
    """Return all findings as CSV; ``words`` are what severities are called, the gravest first."""
    titles = (marked("Severity"), marked("Finding"), marked("About"), marked("Rule"), marked("File"))
    columns = (*(Column(desk.say(title)) for title in titles), Column(desk.say(marked("Line")), numeric=True))
    rows = tuple(
        (
            desk.say(word),
            finding.message,
            find_subject(desk, finding.entity).text,
            finding.rule,
            name_file(finding),
            finding.primary.start.line,
        )
        for severity, word in words.items()
        for finding in findings
        if finding.severity is severity
    )
    return write_csv(Table("findings", desk.say(marked("Findings")), columns, rows)).encode()


def write_standing(desk: Desk, parts: Sequence[str], rows: Sequence[tuple[Journey, HealthRow]]) -> bytes:
    """Return how well journeys are covered, in percent, and when they are to be reviewed, as CSV."""
    columns = (
        *(Column(desk.say(title)) for title in (marked("Journey"), marked("Owner"))),
        *(Column(f"{part} (%)", numeric=True) for part in parts),
        *(Column(desk.say(title)) for title in (marked("Last reviewed"), marked("Next review"))),
    )
    values = tuple(
        (
            journey.title,
            name_team(desk.portfolio, journey.owner) if journey.owner else "",
            *("" if part.percent is None else part.percent for part in row.parts),
            journey.reviewed,
            next_review(journey),
        )
        for journey, row in rows
    )
    title = desk.say(marked("How well journeys are covered"))
    return write_csv(Table("journeys", title, columns, values)).encode()
