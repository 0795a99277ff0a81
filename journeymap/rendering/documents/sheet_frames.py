"""What stands around the map on paper: its title and facts, the legend, and the tables that sum it up."""

from collections.abc import Iterator
from math import sqrt

from journeymap.model import Journey, Portfolio
from journeymap.rendering.dates import write_day
from journeymap.rendering.documents.sheet_texts import Data, Desk
from journeymap.rendering.map.facts import Fact
from journeymap.rendering.map.feeling import has_before
from journeymap.rendering.map.frame import facts_about, facts_behind
from journeymap.rendering.map.journey_map import JourneyMap
from journeymap.rendering.map.views import MapPlan
from journeymap.rendering.map.words import tell_feelings
from journeymap.rendering.metrics import one_line
from journeymap.rendering.naming import name_persona, write_number
from journeymap.rendering.tables.cells import Plain, tell_cell
from journeymap.rendering.tables.handouts import KPIS, OPPORTUNITIES, PAINS, build_handout
from journeymap.rendering.tables.table import Column, Table
from journeymap.rendering.templating import marked
from journeymap.rendering.words import WORDS

SHORT = 60
"""So many characters may stand in the foot of every page."""


def lay_out_frame(desk: Desk, portfolio: Portfolio, drawn: JourneyMap, plan: MapPlan) -> Data:
    """Return what stands above and below the map."""
    journey = drawn.journey
    behind = tuple(facts_behind(portfolio, journey, desk.lang))
    return {
        "title": desk.text(journey.title),
        "state": desk.text(_name_state(desk, drawn, plan)),
        "facts": [
            _lay_out_fact(desk, fact) for fact in facts_about(portfolio, journey, plan.personas, desk.lang)
        ],
        "story": desk.text(tell_feelings(journey, lang=desk.lang)),
        "legend": [
            {"signs": signs, "text": desk.word(text), "before": desk.word(before) if before else ""}
            for signs, text, before in _explain_signs(drawn)
        ],
        "sources": [_lay_out_fact(desk, fact) for fact in behind if _is_short(fact)],
        "foot": one_line(journey.title),
        "running": list(_lay_out_running_head(desk, portfolio, drawn, plan)),
    }


def lay_out_grounds(desk: Desk, portfolio: Portfolio, journey: Journey) -> Data | None:
    """Return what the map rests on and is too long for the foot of a page, or nothing."""
    facts = [fact for fact in facts_behind(portfolio, journey, desk.lang) if not _is_short(fact)]
    title = desk.word(marked("What the map rests on"))
    return {"title": title, "facts": [_lay_out_fact(desk, fact) for fact in facts]} if facts else None


def _name_state(desk: Desk, drawn: JourneyMap, plan: MapPlan) -> str:
    """Return which state of the journey is shown, and in which view."""
    return " · ".join(filter(None, (desk.word(WORDS["state"][drawn.journey.state]), plan.title)))


def _lay_out_running_head(
    desk: Desk, portfolio: Portfolio, drawn: JourneyMap, plan: MapPlan
) -> Iterator[str | Data]:
    """Yield what every page of the map says of it: which journey and state, whose, and its last review."""
    journey = drawn.journey
    yield desk.text(journey.title)
    yield desk.text(_name_state(desk, drawn, plan))
    people = plan.personas or journey.personas
    if people:
        yield desk.text(", ".join(name_persona(portfolio, journey, id) for id in people))
    reviewed = write_day(journey.reviewed or "", lang=desk.lang)
    if reviewed:
        yield desk.text(f"{desk.word(marked('Reviewed'))}: {reviewed.text}")


def _is_short(fact: Fact) -> bool:
    """Say whether a fact fits in the foot of a page; longer ones stand behind the map."""
    return len(fact.texts) == 1 and len(fact.texts[0]) <= SHORT


def _lay_out_fact(desk: Desk, fact: Fact) -> Data:
    length = max(map(len, (fact.label, *fact.texts)))
    return {
        "name": desk.text(fact.label),
        "texts": [desk.text(text) for text in fact.texts],
        "share": round(max(12, min(length, 64)) ** 0.7, 2),
    }


def _explain_signs(drawn: JourneyMap) -> Iterator[tuple[list[str], str, str]]:
    """Yield the signs that the map really shows, each with its word, and what stands before them."""
    lines = [lane.line for lane in drawn.lanes if lane.line]
    feelings = [feeling for line in lines for feeling in line.feelings if feeling]
    entries = [entry for lane in drawn.lanes for cell in lane.cells for entry in cell]
    if lines:
        yield [f"scale-{score}" for score in range(-2, 3)], marked("very positive"), marked("very negative")
    if any(column.touchpoint and column.touchpoint.moment_of_truth for column in drawn.columns):
        yield ["truth"], marked("Moment of truth"), ""
    for mark, word in (
        ("pain", marked("Pain")),
        ("gain", marked("Gain")),
        ("opportunity", marked("Opportunity")),
    ):
        if any(entry.mark == mark for entry in entries):
            yield [mark], word, ""
    if any(feeling.moments for feeling in feelings):
        yield ["flag"], marked("Peak, pit and end: what people remember"), ""
    if any(has_before(line) for line in lines):
        yield ["before"], marked("As it is today"), ""
    if any(entry.measure and entry.measure.is_measured for entry in entries):
        yield ["bar"], marked("From baseline to target, filled as far as it has come"), ""
    felt = any(feeling.confidence == "assumed" for feeling in feelings)
    if felt and len(lines) == 1:
        yield ["assumed", "assumed-line"], marked("Hollow or dashed: assumed, not researched"), ""
    elif felt or any(entry.assumed for entry in entries):
        # The dashes of several lines tell them apart and say nothing of research.
        yield ["assumed"], marked("assumed, not researched"), ""


def lay_out_sums(desk: Desk, portfolio: Portfolio, journey: Journey) -> list[Data]:
    """Return the tables of pains, opportunities and KPIs that have rows."""
    views = (PAINS, OPPORTUNITIES, KPIS)
    tables = (build_handout(view, portfolio, journey, lang=desk.lang) for view in views)
    return [_lay_out_sum(desk, table) for table in tables if table.rows]


def _lay_out_sum(desk: Desk, table: Table) -> Data:
    rows = [[tell_cell(cell) for cell in row] for row in table.rows]
    filled = [index for index in range(len(table.columns)) if any(row[index] != "" for row in rows)]
    columns = [table.columns[index] for index in filled]
    return {
        "title": table.title,
        "columns": [
            {
                "title": column.title,
                "numeric": column.numeric,
                "share": _share(column, [row[index] for row in rows]),
            }
            for index, column in zip(filled, columns, strict=True)
        ],
        "rows": [[desk.text(_write(row[index], desk.lang)) for index in filled] for row in rows],
    }


def _share(column: Column, cells: list[Plain]) -> float:
    """Return how much of the width a column asks for; numbers and single words take what they need."""
    lengths = [len(str(cell)) for cell in cells]
    if column.numeric or max(lengths) <= 16:
        return 0
    return round(sqrt(min(sum(lengths) / len(lengths), 60)), 2)


def _write(cell: Plain, lang: str) -> str:
    return cell if isinstance(cell, str) else write_number(cell, lang=lang)
