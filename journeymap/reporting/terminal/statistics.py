"""The figures of workspaces on the terminal: a table of journeys, and what it comes to in words."""

from collections.abc import Iterator, Mapping, Sequence

from journeymap.model.coverage import Coverage
from journeymap.model.statistics import Figures, JourneyFigures
from journeymap.rendering.naming import add_unit
from journeymap.reporting.statistics import WorkspaceFigures, add_workspaces
from journeymap.reporting.style import Role, Run
from journeymap.reporting.terminal.grid import GridCell, GridColumn, draw_grid
from journeymap.reporting.terminal.listing import score_role, show_score, whole_percent
from journeymap.reporting.terminal.screen import Screen, fit, width_of, wrap_list

_LABEL = 11
_COLUMNS = (
    GridColumn("Journey", whole=True),
    GridColumn("Steps", right=True, whole=True),
    GridColumn("Feeling", right=True, whole=True),
    GridColumn("Felt", right=True, whole=True),
    GridColumn("Proved", right=True, whole=True),
    GridColumn("Owned", right=True, whole=True),
    GridColumn("KPI", right=True, whole=True),
    GridColumn("Done", right=True, whole=True),
    GridColumn("Pains", right=True, whole=True),
    GridColumn("Open", right=True, whole=True),
)
LEGEND = (
    "Steps: touchpoints. Felt, Proved, Owned, KPI: the share of them with an emotion, with a claim that is"
    " more than assumed, with an owner, with a KPI. Done: who achieves the goal, where shares say so."
    " Open: pains that no opportunity addresses."
)


def draw_statistics(workspaces: Sequence[WorkspaceFigures], screen: Screen) -> list[list[Run]]:
    """Return the lines of all workspaces, and one about everything."""
    drawing = _Drawing(screen)
    lines: list[list[Run]] = []
    for workspace in workspaces:
        lines += [*drawing.workspace(workspace), []]
    return [*lines, *drawing.total(add_workspaces(workspaces))]


class _Drawing:
    """The parts of the drawing on one screen."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def workspace(self, workspace: WorkspaceFigures) -> Iterator[list[Run]]:
        screen, total = self._screen, workspace.total
        title = screen.text(workspace.title or "Without a workspace")
        root = screen.text(workspace.root)
        gap = screen.width - width_of(title) - width_of(root)
        if root not in ("", ".") and gap > 1:
            yield [("strong", title), ("plain", " " * gap), ("quiet", root)]
        else:
            yield [("strong", fit(title, screen.width, screen.signs.cut))]
        rows = [self._row(self._address(each), each.figures, each.completion) for each in workspace.journeys]
        if len(rows) > 1:
            rows.append(self._row(GridCell("all of them", "quiet"), total, None))
        yield from draw_grid(_COLUMNS, rows, screen).lines
        yield from self._words(total)

    def total(self, figures: Figures) -> Iterator[list[Run]]:
        """Yield the one line about everything."""
        words = [
            _count(figures.journeys, "journey", "journeys"),
            _count(figures.touchpoints, "touchpoint", "touchpoints"),
            f"{_count(sum(figures.pains.values()), 'pain', 'pains')} ({_open(figures)} open)",
            _count(sum(figures.opportunities.values()), "opportunity", "opportunities"),
            _count(figures.complete.total, "KPI", "KPIs"),
        ]
        for line in wrap_list(words, self._screen.signs.dot, self._screen.width):
            yield [("strong", line)]

    def _words(self, total: Figures) -> Iterator[list[Run]]:
        status = [*_tally(total.statuses), *_tally(total.states)]
        yield from self._fact("Journeys", status)
        moments = []
        for label, moment in (("best", total.best), ("worst", total.worst)):
            if moment is not None:
                moments.append(f"{label} {show_score(moment.score, self._screen)} {moment.address}")
        yield from self._fact("Feeling", moments)
        yield from self._fact("Pains", _tally(total.pains))
        yield from self._fact("Ideas", _tally(total.opportunities))
        yield from self._fact("Covered", list(self._covered(total)))
        yield from self._fact("Owed", list(_debts(total)))

    def _covered(self, total: Figures) -> Iterator[str]:
        for coverage, text in (
            (total.claims, "claims researched"),
            (total.truths, "moments of truth with a KPI"),
            (total.answered, "pains with an opportunity"),
        ):
            if coverage.total:
                yield f"{coverage.known} of {coverage.total} {text}"

    def _address(self, counted: JourneyFigures) -> GridCell:
        return GridCell(self._screen.text(counted.journey.id), "strong")

    def _row(self, head: GridCell, figures: Figures, completion: float | None) -> list[GridCell]:
        feeling = figures.feeling
        open_pains = _open(figures)
        pains = sum(figures.pains.values())
        role: Role = "warning" if open_pains else "plain"
        return [
            head,
            GridCell(str(figures.touchpoints)),
            GridCell(show_score(feeling, self._screen, decimals=1), score_role(feeling)),
            *(self._share(each) for each in (figures.felt, figures.proved, figures.owned, figures.measured)),
            self._percent(completion),
            GridCell(str(pains)),
            GridCell(str(open_pains), role) if pains else GridCell(self._screen.signs.none, "quiet"),
        ]

    def _share(self, coverage: Coverage) -> GridCell:
        return self._percent(coverage.share)

    def _percent(self, share: float | None) -> GridCell:
        if share is None:
            return GridCell(self._screen.signs.none, "quiet")
        return GridCell(add_unit(str(whole_percent(share)), "%", lang="en"))

    def _fact(self, label: str, words: Sequence[str]) -> Iterator[list[Run]]:
        screen = self._screen
        shown = [screen.text(word) for word in words]
        for index, line in enumerate(wrap_list(shown, screen.signs.dot, screen.width - _LABEL)):
            yield [("quiet", f"{label:<{_LABEL}}" if not index else " " * _LABEL), ("plain", line)]


def _debts(figures: Figures) -> Iterator[str]:
    pains, kpis = _open(figures), figures.complete.total - figures.complete.known
    if pains:
        yield f"{_count(pains, 'pain', 'pains')} without opportunity"
    if kpis:
        yield f"{_count(kpis, 'KPI', 'KPIs')} without baseline or target"
    if figures.overdue is not None:
        yield f"{_count(figures.overdue, 'review', 'reviews')} overdue"


def _open(figures: Figures) -> int:
    return figures.answered.total - figures.answered.known


def _tally(counts: Mapping[str, int]) -> list[str]:
    return [f"{number} {word}" for word, number in counts.items() if number]


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
