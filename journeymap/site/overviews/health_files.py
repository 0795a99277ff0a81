"""The files beside the page of health: every finding, and how every journey stands.

Programs read them, so they are in English whatever the language of the page.
"""

from collections.abc import Sequence

from journeymap.diagnostics import Diagnostic
from journeymap.model import Journey
from journeymap.rendering.naming import name_team
from journeymap.rendering.tables.csv_text import write_csv
from journeymap.rendering.tables.table import Column, Table
from journeymap.site.desk import Desk
from journeymap.site.overviews.lines import HealthRow
from journeymap.site.overviews.reviews import next_review
from journeymap.site.overviews.subjects import find_subject


def name_file(finding: Diagnostic) -> str:
    """Return the file of a finding as seen from the workspace, and never from the root of a machine."""
    return finding.path or finding.primary.file.rpartition("/")[2]


def write_findings(desk: Desk, findings: Sequence[Diagnostic]) -> bytes:
    """Return all findings as CSV, the gravest first."""
    titles = ("Severity", "Finding", "About", "Rule", "File")
    columns = (*map(Column, titles), Column("Line", numeric=True))
    english = desk._replace(lang="en")
    rows = tuple(
        (
            finding.severity.word,
            finding.message,
            find_subject(english, finding.entity).text,
            finding.rule,
            name_file(finding),
            finding.primary.start.line,
        )
        for finding in sorted(findings, key=lambda each: each.severity, reverse=True)
    )
    return write_csv(Table("findings", "Findings", columns, rows)).encode()


def write_standing(desk: Desk, parts: Sequence[str], rows: Sequence[tuple[Journey, HealthRow]]) -> bytes:
    """Return how well journeys are covered, in percent, and when they are to be reviewed, as CSV."""
    columns = (
        *map(Column, ("Journey", "Owner")),
        *(Column(f"{part} (%)", numeric=True) for part in parts),
        *map(Column, ("Last reviewed", "Next review")),
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
    return write_csv(Table("journeys", "How well journeys are covered", columns, values)).encode()
