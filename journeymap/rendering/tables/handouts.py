"""The tables that go with a map on paper and on slides: whole in the reader's language, values included."""

from journeymap.model import Journey, Portfolio, View, ViewColumn
from journeymap.rendering.tables.table import DEFAULT_COLUMNS, Table, build_view
from journeymap.rendering.templating import marked, translate

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
    columns=(
        *(
            ViewColumn(column.field, marked("Measured on")) if column.field == "attached_to" else column
            for column in DEFAULT_COLUMNS["kpis"]
        ),
        ViewColumn("due", marked("Due")),
        ViewColumn("owner", marked("Owner")),
    ),
)


def build_handout(view: View, portfolio: Portfolio, journey: Journey, *, lang: str) -> Table:
    """Return the table of a view of ours, with its titles in the reader's language."""
    columns = tuple(column._replace(title=translate(column.title, lang=lang)) for column in view.columns)
    titled = view._replace(title=translate(view.title, lang=lang), columns=columns)
    return build_view(titled, portfolio, journey)
