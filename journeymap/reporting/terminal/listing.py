"""Lists of items for people: a table at the width of the terminal."""

from collections.abc import Sequence

from journeymap.model.claims import Number
from journeymap.model.fields import Value
from journeymap.model.summaries import format_score
from journeymap.rendering.tables.listing import ListColumn, Listing, in_words
from journeymap.reporting.style import Role
from journeymap.reporting.terminal.grid import Grid, GridCell, GridColumn, allot, draw_grid, natural_widths
from journeymap.reporting.terminal.screen import Screen

_LEGIBLE = 24

_ROLES: dict[str, Role] = {"critical": "error", "high": "warning"}


def draw_listing(listing: Listing, columns: Sequence[ListColumn], screen: Screen) -> Grid:
    """Return a list as a table; spare columns give way before texts are cut short."""
    heads = [
        GridColumn(
            screen.text(column.title),
            right=column.look in ("number", "score") or _is_numeric(listing, index),
            whole=column.look != "text",
        )
        for index, column in enumerate(columns)
    ]
    rows = [
        [_cell(value, column, screen) for value, column in zip(row, columns, strict=True)]
        for row in listing.rows
    ]
    shown = list(range(len(columns)))
    while _is_crowded([heads[i] for i in shown], [[row[i] for i in shown] for row in rows], screen):
        last = max(shown, key=lambda i: (columns[i].spare, i))
        if not columns[last].spare:
            break
        shown.remove(last)
    return draw_grid([heads[i] for i in shown], [[row[i] for i in shown] for row in rows], screen)


def show_score(score: Number | None, screen: Screen, *, decimals: int = 2) -> str:
    """Return a score with its sign, or a dash where there is none."""
    if score is None:
        return screen.signs.none
    return format_score(score, decimals).replace("\N{MINUS SIGN}", screen.signs.minus)


def whole_percent(share: float) -> int:
    """Return a share in percent; 0 and 100 are said only where they are true."""
    percent = round(share * 100)
    return min(max(percent, 1), 99) if 0 < share < 1 else percent


def score_role(score: Number | None) -> Role:
    """Return the role that a score on a scale around 0 is painted in."""
    if score is None:
        return "quiet"
    return "warning" if score < 0 else "good" if score > 0 else "plain"


def _is_crowded(heads: Sequence[GridColumn], rows: Sequence[Sequence[GridCell]], screen: Screen) -> bool:
    """Say whether a text would be cut to less than is needed to recognise it."""
    naturals = natural_widths(heads, rows)
    widths = allot(naturals, [head.whole for head in heads], screen.width)
    return len(widths) < len(naturals) or any(
        width < (natural if head.whole else min(natural, _LEGIBLE))
        for head, natural, width in zip(heads, naturals, widths, strict=True)
    )


def _cell(value: Value, column: ListColumn, screen: Screen) -> GridCell:
    if column.look == "score" and (value is None or isinstance(value, int | float)):
        return GridCell(show_score(value, screen), score_role(value))
    text = screen.text(in_words(value))
    if not text:
        return GridCell(screen.signs.none, "quiet")
    return GridCell(text, "strong" if column.look == "address" else _ROLES.get(text, "plain"))


def _is_numeric(listing: Listing, index: int) -> bool:
    filled = [row[index] for row in listing.rows if row[index] not in (None, "", ())]
    return bool(filled) and not any(isinstance(value, str | tuple) for value in filled)
