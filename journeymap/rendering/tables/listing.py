"""Lists of one kind of item across journeys and workspaces: which rows, which fields, in which order."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from journeymap.model import Journey, Portfolio
from journeymap.model.field_ids import Ids, find_ids
from journeymap.model.fields import Field, Row, Value, find_field, known_fields
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.tables.cells import cell_of
from journeymap.rendering.tables.conditions import Condition, holds, is_filled, rank_of, require_order
from journeymap.rendering.tables.headers import spell_path
from journeymap.rendering.tables.rows import rows_of
from journeymap.suggesting import closest

Look: TypeAlias = Literal["text", "address", "number", "score"]
"""How a column is shown: addresses are kept whole, scores have a sign."""


class ListColumn(NamedTuple):
    """A column of a list: its field path, its header and its look; those spared are for wide terminals.

    Where there is no room, the column with the highest ``spare`` goes first; 0 is never spared.
    """

    field: str
    title: str
    look: Look = "text"
    spare: int = 0


class Scope(NamedTuple):
    """A portfolio, and the files whose items are listed."""

    portfolio: Portfolio
    files: frozenset[str]


class Query(NamedTuple):
    """What is asked for: a kind of rows, fields, conditions that all have to hold, and an order."""

    kind: str
    fields: tuple[str, ...] = ()
    where: tuple[Condition, ...] = ()
    sort: str = ""
    reverse: bool = False


class Listing(NamedTuple):
    """The answer: for each row the values of the fields."""

    kind: str
    fields: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


COLUMNS: Mapping[str, tuple[ListColumn, ...]] = {
    "journeys": (
        ListColumn("address", "Journey", "address"),
        ListColumn("title", "Title"),
        ListColumn("state", "State", spare=1),
        ListColumn("status", "Status"),
        ListColumn("emotion.score", "Feeling", "score"),
        ListColumn("pains.count", "Pains", "number"),
    ),
    "stages": (
        ListColumn("address", "Stage", "address"),
        ListColumn("title", "Title"),
        ListColumn("phase", "Phase", spare=1),
        ListColumn("emotion.score", "Feeling", "score"),
        ListColumn("emotion", "Emotion", spare=2),
    ),
    "touchpoints": (
        ListColumn("address", "Touchpoint", "address"),
        ListColumn("title", "Title"),
        ListColumn("channel", "Channel", spare=1),
        ListColumn("emotion.score", "Feeling", "score"),
        ListColumn("emotion", "Emotion", spare=2),
    ),
    "pains": (
        ListColumn("address", "Id", "address"),
        ListColumn("text", "Pain"),
        ListColumn("severity", "Severity"),
        ListColumn("opportunities", "Opportunities", spare=1),
    ),
    "opportunities": (
        ListColumn("address", "Id", "address"),
        ListColumn("title", "Opportunity"),
        ListColumn("score", "Score", "number"),
        ListColumn("status", "Status", spare=1),
        ListColumn("owner", "Owner", spare=2),
    ),
    "actions": (
        ListColumn("address", "Id", "address"),
        ListColumn("text", "Action"),
        ListColumn("status", "Status"),
        ListColumn("opportunity", "Opportunity", spare=1),
    ),
    "insights": (
        ListColumn("address", "Id", "address"),
        ListColumn("data", "Data", spare=1),
        ListColumn("text", "Insight"),
        ListColumn("action", "Action"),
    ),
    "kpis": (
        ListColumn("address", "Id", "address"),
        ListColumn("title", "KPI", spare=3),
        ListColumn("baseline", "Baseline", "number"),
        ListColumn("target", "Target", "number"),
        ListColumn("unit", "Unit", spare=1),
        ListColumn("due", "Due", spare=2),
    ),
    "personas": (
        ListColumn("address", "Persona", "address"),
        ListColumn("title", "Name"),
        ListColumn("role", "Role", spare=1),
        ListColumn("journeys", "Journeys"),
    ),
}
"""Kind of rows → the columns of its list, the address first: it can be copied."""

_SURROUNDINGS = ("journey.", "stage.", "touchpoint.", "opportunity.", "kpi.")


def choose_columns(scopes: Sequence[Scope], kind: str, paths: Sequence[str] = ()) -> tuple[ListColumn, ...]:
    """Return the columns of a list: those of the field paths, or the kind's own."""
    if not paths:
        return COLUMNS[kind]
    for path in paths:
        require_field(scopes, kind, path)
    known = {column.field: column for columns in COLUMNS.values() for column in columns}
    own = {column.field: column for column in COLUMNS[kind]}
    return tuple(
        own.get(path) or ListColumn(path, spell_path(path), known[path].look if path in known else "text")
        for path in paths
    )


def own_fields(scopes: Sequence[Scope], kind: str) -> tuple[str, ...]:
    """Return the fields that an item has of its own, and those of where it stands by title."""
    paths = dict.fromkeys(path for scope in scopes for path in known_fields(scope.portfolio, kind))
    own = [path for path in paths if not path.startswith(_SURROUNDINGS) and path != "kpi" and "*" not in path]
    return tuple(own if kind in ("journeys", "personas") else [*own, "journey.id"])


def require_field(scopes: Sequence[Scope], kind: str, path: str) -> None:
    """Raise unless one of the workspaces has the field."""
    if any(find_field(scope.portfolio, kind, path) for scope in scopes):
        return
    known = tuple(dict.fromkeys(path for scope in scopes for path in known_fields(scope.portfolio, kind)))
    near = closest(path, known) or next((each for each in known if each.endswith(f".{path}")), None)
    question = (f"did you mean `{near}`?",) if near else ()
    around = [f"{name}*" for name in _SURROUNDINGS if any(each.startswith(name) for each in known)]
    own = [each for each in known if not each.startswith(_SURROUNDINGS)]
    listed = ", ".join([*own, *around])
    raise RenderingError(f"{kind} have no field `{path}`", "\n".join([*question, f"there are: {listed}"]))


def list_items(query: Query, scopes: Sequence[Scope]) -> Listing:
    """Return the rows that a query asks for, in the order of journeys unless it names another."""
    for path in (*query.fields, *(each.path for each in query.where), *([query.sort] if query.sort else [])):
        require_field(scopes, query.kind, path)
    for condition in query.where:
        require_order(condition)
    found = [(scope, row) for scope in scopes for row in _rows(query, scope) if _matches(query, scope, row)]
    if query.sort:
        found = _sorted(query, found)
    elif query.reverse:
        found.reverse()
    rows = tuple(tuple(_read(query, scope, path, row) for path in query.fields) for scope, row in found)
    return Listing(query.kind, query.fields, rows)


def in_words(value: Value) -> str:
    """Return a value as text."""
    return str(cell_of(value))


def _rows(query: Query, scope: Scope) -> Iterator[Row]:
    portfolio = scope.portfolio
    if query.kind == "personas":
        nowhere = Row(portfolio, Journey("", ""))
        for persona in portfolio.personas.values():
            if persona.at.file in scope.files:
                yield nowhere._replace(persona=persona)
    per_kpi = query.kind in ("stages", "touchpoints") and any(map(_speaks_of_kpis, _paths(query)))
    for journey in portfolio.journeys:
        if journey.at.file in scope.files:
            yield from rows_of(query.kind, portfolio, journey, per_kpi=per_kpi)


def _paths(query: Query) -> Iterator[str]:
    yield from (*query.fields, *(condition.path for condition in query.where), query.sort)


def _speaks_of_kpis(path: str) -> bool:
    return path.partition(".")[0] == "kpi"


def _matches(query: Query, scope: Scope, row: Row) -> bool:
    return all(
        holds(
            condition,
            _read(query, scope, condition.path, row),
            _ids(find_ids(query.kind, condition.path), row),
        )
        for condition in query.where
    )


def _ids(read: Ids | None, row: Row) -> tuple[str, ...]:
    return read(row) if read else ()


def _read(query: Query, scope: Scope, path: str, row: Row) -> Value:
    field: Field | None = find_field(scope.portfolio, query.kind, path)
    return field(row) if field else None


def _sorted(query: Query, found: list[tuple[Scope, Row]]) -> list[tuple[Scope, Row]]:
    """Return rows by the value of a field; those without one come last, whatever the direction."""
    keyed = [(_read(query, scope, query.sort, row), (scope, row)) for scope, row in found]
    filled = [pair for pair in keyed if is_filled(pair[0])]
    filled.sort(key=lambda pair: _sort_key(query.sort, pair[0]), reverse=query.reverse)
    return [each for _, each in filled] + [each for value, each in keyed if not is_filled(value)]


def _sort_key(path: str, value: Value) -> tuple[int, float, str, str]:
    if isinstance(value, int | float):
        return (0, value, "", "")
    text = in_words(value)
    rank = rank_of(path, text)
    return (1, rank, "", "") if rank is not None else (2, 0, text.casefold(), text)
