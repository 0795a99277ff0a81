"""The reports of ``diff``: what changed, in each format that is asked for."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from journeymap.cli.console import Console
from journeymap.cli.options import UsageError, Values
from journeymap.cli.reports import (
    STDOUT,
    ReportFile,
    choose_reports,
    deliver_reports,
    note_counts,
    write_for_ci,
)
from journeymap.cli.reviews import Reviewed
from journeymap.diffing import Level
from journeymap.diffing.judging import order_of
from journeymap.model import Journey, Library, Portfolio
from journeymap.reporting import CI_REPORTERS
from journeymap.reviewing import REVIEWS, Dossier, Located, Options

if TYPE_CHECKING:
    from journeymap.reporting.change_notices import LocatedChange
    from journeymap.reporting.notices import NoticeReport

TEXT = "text"


def choose_diff_reports(values: Values, console: Console) -> tuple[ReportFile, ...]:
    """Return the reports that a comparison is to write."""
    formats = (*REVIEWS, *CI_REPORTERS)
    return choose_reports(values["output"], values["output_format"], formats, console, default=TEXT)


def write_diff_reports(
    reviewed: Sequence[Reviewed],
    reports: Sequence[ReportFile],
    values: Values,
    console: Console,
) -> int:
    """Write the reports of a comparison; return how that went."""
    dossier = build_dossier(reviewed)
    # The addresses in the settings are those of the published state, which is another one.
    plain = Options(shows_all=values["all"], name=values["name"], site_url=values["site_url"] or "")

    def write_text() -> str:
        return REVIEWS[TEXT](dossier._replace(options=plain))

    @cache
    def notices() -> "NoticeReport":
        return build_notices(reviewed, dossier, values, console)

    def write(report: ReportFile) -> str:
        if report.format in CI_REPORTERS:
            return write_for_ci(report.format, notices, write_text)
        options = plain
        if report == ReportFile(TEXT, STDOUT):
            encoding = getattr(console.streams.stdout, "encoding", None) or "utf-8"
            options = plain._replace(style=console.style(), encoding=encoding)
        return _guard(REVIEWS[report.format](dossier._replace(options=options)), report, console)

    code = deliver_reports([(report, write(report)) for report in reports], console)
    note_counts(reports, notices, console)
    return code


def build_dossier(reviewed: Sequence[Reviewed]) -> Dossier:
    """Return what changed in all workspaces as one; those without a change have nothing to say."""
    told = [each.dossier for each in reviewed if each.dossier.changes]
    told = told or [reviewed[0].dossier]
    if len(told) == 1:
        return told[0]
    reviews = [each.review for each in told]
    located = tuple(sorted((each for one in told for each in one.changes), key=_order))
    review = reviews[0]._replace(
        changes=tuple(sorted((each for one in reviews for each in one.changes), key=order_of)),
        hints=tuple(each for one in reviews for each in one.hints),
        used=tuple(each for one in reviews for each in one.used),
        unused=tuple(each for one in reviews for each in one.unused),
        expired=tuple(each for one in reviews for each in one.expired),
        regressions=tuple(each for one in reviews for each in one.regressions),
        config_changes=tuple(each for one in reviews for each in one.config_changes),
    )
    return Dossier(review, _join([one.before for one in told]), _join([one.after for one in told]), located)


def _order(located: Located) -> tuple[object, ...]:
    return order_of(located.change)


def build_notices(
    reviewed: Sequence[Reviewed], dossier: Dossier, values: Values, console: Console
) -> "NoticeReport":
    """Return what changed as notices, at the paths that the files have in their repository."""
    from journeymap.cli.repositories import locate_in_repository
    from journeymap.reporting.change_notices import notices_of_changes

    locate = locate_in_repository(console)
    least = Level.DETAIL if values["all"] else Level.INFO
    sources = {
        locate(path): source
        for each in reviewed
        if each.pair.head
        for path, source in each.pair.head.compilation.sources.items()
    }
    return notices_of_changes(
        (_place(each, locate) for each in dossier.changes if each.change.level >= least),
        files=sources,
        summary=_summarise(dossier),
        sources=sources,
    )


def _place(located: Located, locate: Callable[[str], str]) -> "LocatedChange":
    """Return a change at the line that a reviewer can look at: of the head, if there is one."""
    from journeymap.reporting.change_notices import LocatedChange

    if located.head:
        return LocatedChange(located.change, locate(located.head.file), located.head)
    if located.nearest:
        return LocatedChange(located.change, locate(located.nearest.file), located.nearest, "nearest")
    if located.base:
        return LocatedChange(located.change, locate(located.base.file), located.base, "base")
    return LocatedChange(located.change)


def _summarise(dossier: Dossier) -> str:
    counts = dossier.review.counts
    words = [f"{number} {level.word}" for level, number in counts.items() if number]
    return ", ".join(words) or "no changes"


def _guard(text: str, report: ReportFile, console: Console) -> str:
    """Return what goes to standard output without a line that the build server takes for a command."""
    if report.path != STDOUT or console.environ.get("GITHUB_ACTIONS") != "true":
        return text
    from journeymap.reporting.guarding import guard, guard_json

    return guard_json(text) if report.format == "json" else guard(text)


def _join(portfolios: Sequence[Portfolio]) -> Portfolio:
    """Return several portfolios as one; journeys of the same id cannot be told apart on one page."""
    journeys: dict[str, Journey] = {}
    for portfolio in portfolios:
        for journey in portfolio.journeys:
            if journey.id in journeys:
                raise UsageError(
                    f"two workspaces that changed have a journey `{journey.id}`",
                    "compare them one by one: name the folder of one, as in `main:shop`",
                )
            journeys[journey.id] = journey
    libraries = [portfolio.library for portfolio in portfolios]
    library = Library._make(map(_merge, zip(*libraries, strict=True)))
    personas = {id: each for portfolio in portfolios for id, each in portfolio.personas.items()}
    return Portfolio(portfolios[0].workspace, library, personas, tuple(journeys.values()))


def _merge(mappings: Sequence[Mapping[str, object]]) -> dict[str, object]:
    return {id: each for mapping in mappings for id, each in mapping.items()}
