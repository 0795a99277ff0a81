"""The tables that go with a map on paper and on slides: whole in the reader's language, values included."""

from collections.abc import Mapping

from journeymap.model import Journey, Portfolio, View, ViewColumn
from journeymap.rendering.tables.table import DEFAULT_COLUMNS, Table, build_view
from journeymap.rendering.templating import marked, translate
from journeymap.rendering.words import word_for

VOCABULARIES: Mapping[str, str] = {"severity": "severity", "frequency": "frequency", "status": "progress"}
"""The columns whose values are words of the language, and which of its vocabularies has them."""

PAINS = View("pains", marked("Pains"), "table", "pains", columns=DEFAULT_COLUMNS["pains"])
OPPORTUNITIES = View(
    "opportunities",
    marked("Opportunities"),
    "table",
    "opportunities",
    columns=DEFAULT_COLUMNS["opportunities"],
)
KPIS = View(
    "kpis",
    marked("KPIs"),
    "table",
    "kpis",
    columns=tuple(
        ViewColumn(column.field, marked("Measured on")) if column.field == "attached_to" else column
        for column in DEFAULT_COLUMNS["kpis"]
    ),
)


def build_handout(view: View, portfolio: Portfolio, journey: Journey, *, lang: str) -> Table:
    """Return the table of a view of ours, its titles and the language's own values in words."""
    columns = tuple(column._replace(title=translate(column.title, lang=lang)) for column in view.columns)
    titled = view._replace(title=translate(view.title, lang=lang), columns=columns)
    table = build_view(titled, portfolio, journey)
    kinds = [VOCABULARIES.get(column.field, "") for column in columns]
    rows = (
        tuple(
            (kind and word_for(kind, str(cell), lang=lang)) or cell
            for kind, cell in zip(kinds, row, strict=True)
        )
        for row in table.rows
    )
    return table._replace(rows=tuple(rows))
