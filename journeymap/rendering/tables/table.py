"""Tables of a journey as values: a title, columns, and rows of text and numbers.

Built-in tables and the views of a workspace are the same thing: rows of one kind, a filter, and
columns that name field paths (``journeymap.model.fields``). How a table is written, as Markdown,
CSV or a spreadsheet, is the business of other modules.
"""

from collections.abc import Iterable, Mapping
from functools import partial

from journeymap.model import Journey, Portfolio, View, ViewColumn
from journeymap.model.fields import BY_CHANNEL, EVERY_CHANNEL, Field, Value, find_field, known_fields
from journeymap.model.summaries import DEFAULT_WORDS, journey_channels
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.built_in import entitle, name_channel
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.tables.cells import Cell, is_text
from journeymap.rendering.tables.headers import name_field, spell_path
from journeymap.rendering.tables.rows import meets, rows_of, words_of
from journeymap.rendering.tables.spelling import Reader, find_lane_title, speller
from journeymap.rendering.templating import translate
from journeymap.suggesting import closest


class Column(NamedTuple):
    """A column's header, and whether its cells are numbers.

    ``plain`` is what programs call it, where people read words of ours in another language.
    """

    title: str
    numeric: bool = False
    plain: str = ""


class Table(NamedTuple):
    """A table ready to be written."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


TABLES: Mapping[str, View] = {
    view.id: view
    for view in (
        View(
            "stages",
            "Stages, emotions and focus",
            "table",
            "stages",
            columns=(
                ViewColumn("title", "Stage"),
                ViewColumn("emotion", "Emotion"),
                ViewColumn("focus", "Focus"),
            ),
        ),
        View(
            "motivations",
            "Emotional states and motivations",
            "table",
            "stages",
            where={"has": ["motivations"]},
            columns=(
                ViewColumn("phase", "Phase"),
                ViewColumn("emotion.feelings", "Emotional state"),
                ViewColumn("motivations", "Key motivations"),
            ),
        ),
        View(
            "insights",
            "Insights and actions",
            "table",
            "insights",
            columns=(
                ViewColumn("data", "Data type"),
                ViewColumn("text", "Insight"),
                ViewColumn("action", "Action"),
            ),
        ),
        View(
            "actions",
            "Strategies",
            "table",
            "actions",
            columns=(
                ViewColumn("text", "Strategy"),
                ViewColumn("impact", "Impact"),
                ViewColumn("example", "Example"),
            ),
        ),
        View(
            "channels",
            "Touchpoints by channel",
            "table",
            "stages",
            columns=(ViewColumn("title", "Stage"), ViewColumn(EVERY_CHANNEL)),
        ),
        View(
            "touchpoints",
            "Touchpoints",
            "table",
            "touchpoints",
            columns=(
                ViewColumn("title", "Touchpoint"),
                ViewColumn("channel", "Channel"),
                ViewColumn("emotion", "Emotion"),
                ViewColumn("pains", "Pains"),
                ViewColumn("opportunities", "Opportunities"),
                ViewColumn("kpi", "KPI"),
                ViewColumn("kpi.baseline", "Baseline"),
                ViewColumn("kpi.target", "Target"),
                ViewColumn("kpi.actual", "Actual"),
            ),
        ),
    )
}
"""The built-in tables, in order. A view of a workspace with the same id takes the place of one."""

DEFAULT_COLUMNS: Mapping[str, tuple[ViewColumn, ...]] = {
    "stages": TABLES["stages"].columns,
    "touchpoints": TABLES["touchpoints"].columns,
    "insights": TABLES["insights"].columns,
    "actions": TABLES["actions"].columns,
    "pains": (
        ViewColumn("text", "Pain"),
        ViewColumn("touchpoint", "Touchpoint"),
        ViewColumn("severity", "Severity"),
        ViewColumn("frequency", "Frequency"),
        ViewColumn("opportunities", "Opportunities"),
    ),
    "opportunities": (
        ViewColumn("title", "Opportunity"),
        ViewColumn("addresses", "Pains"),
        ViewColumn("score", "Score"),
        ViewColumn("effort", "Effort"),
        ViewColumn("status", "Status"),
        ViewColumn("owner", "Owner"),
    ),
    "kpis": (
        ViewColumn("title", "KPI"),
        ViewColumn("attached_to", "Of"),
        ViewColumn("baseline", "Baseline"),
        ViewColumn("target", "Target"),
        ViewColumn("actual", "Actual"),
        ViewColumn("unit", "Unit"),
    ),
}
"""Kind of rows → the columns of a view that declares none."""


_UNITS = frozenset({"unit", "kpi.unit"})


def table_views(portfolio: Portfolio) -> Mapping[str, View]:
    """Return every table there is by name: the built-in ones, then those of the workspace."""
    declared = {view.id: view for view in portfolio.workspace.views if view.form == "table"}
    return {**TABLES, **declared}


def choose_tables(portfolio: Portfolio, journey: Journey, name: str = "") -> tuple[Table, ...]:
    """Return the table or view of a name; without a name every table that has something to say."""
    if name:
        return (build_table(name, portfolio, journey),)
    tables = ((view, build_view(view, portfolio, journey)) for view in table_views(portfolio).values())
    # A table of channels has a column for each; where no channel is named, nothing but titles is left.
    return tuple(table for view, table in tables if table.rows and len(table.columns) >= len(view.columns))


def build_table(name: str, portfolio: Portfolio, journey: Journey) -> Table:
    """Build a table by its name or a view's id; a view of another form is shown as a table, too."""
    known = table_views(portfolio)
    view = known.get(name) or next((view for view in portfolio.workspace.views if view.id == name), None)
    if view is None:
        from journeymap.rendering.map.views import BUILT_IN as MAPS

        missing = (
            f"`{name}` is a view of maps, and this is a table"
            if name in MAPS
            else f"there is no table `{name}`"
        )
        raise RenderingError(missing, _hint(name, tuple(known), "the tables are"))
    return build_view(view, portfolio, journey)


def build_view(view: View, portfolio: Portfolio, journey: Journey) -> Table:
    """Build the table that a view declares; titles of ours are in the journey's language."""
    lang = journey.lang or portfolio.workspace.lang
    headed = _columns(view, portfolio, journey, lang)
    reader = Reader(lang, any(field in _UNITS for field, _ in headed))
    readers = [
        speller(portfolio, view.rows, field, _reader(view, portfolio, field), reader) for field, _ in headed
    ]
    conditions = words_of(view.where.get("has"))
    required = [_reader(view, portfolio, path) for path in conditions]
    paths = (*(field for field, _ in headed), *conditions)
    words = tuple(translate(word, lang=lang) for word in DEFAULT_WORDS)
    named = partial(entitle, lang=lang)
    per_kpi = view.rows != "kpis" and any(path.partition(".")[0] == "kpi" for path in paths)
    rows = tuple(
        tuple(read(row) for read in readers)
        for row in rows_of(view.rows, portfolio, journey, per_kpi=per_kpi, words=words, entitle=named)
        if meets(row, view.where) and all(_is_filled(read(row)) for read in required)
    )
    columns = tuple(
        column._replace(numeric=_is_numeric(row[index] for row in rows))
        for index, (_, column) in enumerate(headed)
    )
    title = view.title or spell_path(view.id)
    return Table(view.id, translate(title, lang=lang) if _is_ours(view) else title, columns, rows)


def _is_ours(view: View) -> bool:
    """Say whether a view is one of the built-in tables; what a workspace writes stays as it is."""
    return TABLES.get(view.id) is view


def _columns(view: View, portfolio: Portfolio, journey: Journey, lang: str) -> list[tuple[str, Column]]:
    """Return a view's fields with their headers; the one for every channel becomes one for each in use."""
    columns: list[tuple[str, Column]] = []
    for field, title in view.columns or DEFAULT_COLUMNS[view.rows]:
        if view.rows == "stages" and field == EVERY_CHANNEL:
            columns += (
                (f"{BY_CHANNEL}{channel}", _name_channel(portfolio, channel, lang))
                for channel in journey_channels(journey)
            )
        elif title and (_is_ours(view) or not view.columns):
            columns.append((field, _of_ours(title, lang)))
        elif title:
            columns.append((field, Column(title)))
        elif view.rows == "stages" and field.startswith(BY_CHANNEL):
            channel = field.removeprefix(BY_CHANNEL)
            columns.append((field, _name_channel(portfolio, channel, lang)))
        else:
            lane = find_lane_title(portfolio, view.rows, field)
            columns.append((field, Column(lane) if lane else _name_field(field, lang)))
    return columns


def _of_ours(title: str, lang: str) -> Column:
    shown, plain = (translate(title, lang=each) for each in (lang, "en"))
    return Column(shown, plain="" if shown == plain else plain)


def _name_field(path: str, lang: str) -> Column:
    shown, plain = (name_field(path, lang=each) for each in (lang, "en"))
    return Column(shown, plain="" if shown == plain else plain)


def _name_channel(portfolio: Portfolio, channel: str, lang: str) -> Column:
    shown, plain = (name_channel(portfolio, channel, lang=each) for each in (lang, "en"))
    return Column(shown, plain="" if shown == plain else plain)


def _reader(view: View, portfolio: Portfolio, path: str) -> Field:
    field = find_field(portfolio, view.rows, path)
    if field is None:
        known = known_fields(portfolio, view.rows)
        hint = _hint(path, known, f"fields of {view.rows} are")
        raise RenderingError(f"view `{view.id}` shows `{path}`, which is no field of {view.rows}", hint)
    return field


def _hint(word: str, known: tuple[str, ...], introduction: str) -> str:
    near = closest(word, known)
    question = f"did you mean `{near}`? " if near else ""
    return f"{question}{introduction} {', '.join(f'`{each}`' for each in known)}"


def _is_filled(value: Value) -> bool:
    return value is not None and value not in ("", ())


def _is_numeric(cells: Iterable[Cell]) -> bool:
    filled = [cell for cell in cells if cell != ""]
    return bool(filled) and not any(map(is_text, filled))
