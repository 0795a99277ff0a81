"""A page as JSON: what it is about as the model has it, where that is used, and the tables it shows."""

from collections.abc import Iterable
from json import dumps
from typing import Any, Final

from journeymap.model.uses import Use
from journeymap.rendering.exchange.model import escape_unseen, record_of
from journeymap.site.announcing.entries import Subject
from journeymap.site.announcing.markup import write_text
from journeymap.site.announcing.outlines import Outline
from journeymap.site.announcing.pieces import tell_mood
from journeymap.site.grids import Cell, Grid
from journeymap.site.pieces import Fact, Item
from journeymap.site.plan import Plan

FORMAT: Final = "journeymap-page/1"
FORMAT_VERSION: Final = "1.0"


def write_json_page(plan: Plan, path: str, outline: Outline, subject: Subject | None) -> str:
    """Return a page as JSON."""
    data: dict[str, Any] = {"format": FORMAT, "format_version": FORMAT_VERSION, "page": path}
    data["title"] = outline.title
    if subject:
        data |= {"kind": subject.kind, "id": subject.id}
        if subject.entry is not None:
            data["entry"] = record_of(subject.entry, plan.portfolio.workspace.root)
        uses = plan.uses.get((subject.kind, subject.id), ())
        data["used"] = list(map(_tell_use, dict.fromkeys(map(_place, uses))))
    data["parts"] = list(map(_tell_part, _flatten(outline)))
    return _write_lines(data)


def _write_lines(data: dict[str, Any]) -> str:
    """Return data with one thing on a line: a field, or an entry of a list; so changes are small diffs."""
    lines = (f"{dumps(name)}: {_write_value(value)}" for name, value in data.items())
    return escape_unseen("{\n" + ",\n".join(lines) + "\n}\n")


def _write_value(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(dumps(each, ensure_ascii=False) for each in value) + "\n]"
    return dumps(value, ensure_ascii=False)


def _place(use: Use) -> tuple[tuple[str, str], ...]:
    """Return where something is used, as names and ids."""
    places = (("journey", use.journey), ("stage", use.stage), ("touchpoint", use.touchpoint))
    found = [(name, place.id) for name, place in places if place]
    if use.journey is None:
        found.append(("entry", use.item.id))
    return (*found, ("field", use.field))


def _tell_use(place: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return dict(place)


def _flatten(outline: Outline) -> Iterable[Outline]:
    """Yield the parts of a page in order, itself first."""
    yield outline
    for part in outline.parts:
        yield from _flatten(part)


def _tell_part(part: Outline) -> dict[str, Any]:
    data: dict[str, Any] = {"title": part.title}
    if part.prose:
        data["text"] = [write_text(each) for each in part.prose]
    if part.facts:
        data["facts"] = [_tell_fact(fact) for fact in part.facts]
    if part.grids:
        data["tables"] = [_tell_grid(grid) for grid in part.grids]
    return data


def _tell_fact(fact: Fact) -> dict[str, Any]:
    return {"label": fact.label, "values": [_tell_item(item) for item in fact.items]}


def _tell_item(item: Item) -> dict[str, str]:
    told = {"text": write_text(item.text), "url": item.url, "by": item.by, "detail": item.detail}
    return {name: text for name, text in told.items() if text or name == "text"}


def _tell_grid(grid: Grid) -> dict[str, Any]:
    return {
        "title": grid.title,
        "columns": [column.title for column in grid.columns],
        "rows": [[_tell_cell(cell) for cell in row.cells] for row in grid.rows],
    }


def _tell_cell(cell: Cell) -> list[dict[str, str]]:
    told = [{"text": tell_mood(cell.mood)}] if cell.mood else []
    told += [{"text": cell.day.text, "day": cell.day.iso}] if cell.day else []
    return [*told, *map(_tell_item, cell.items)]
