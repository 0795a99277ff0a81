"""What is made for a segment: who belongs to it, and what is different for them where."""

from collections.abc import Iterator

from journeymap.model import Persona, Segment
from journeymap.model.uses import Use
from journeymap.rendering.markdown import render_line
from journeymap.rendering.templating import marked, marked_count
from journeymap.site.desk import Desk
from journeymap.site.entities.listing import Columns, lay_grid
from journeymap.site.entities.places import link_journey, link_part, link_source, ranked, word
from journeymap.site.entities.reach import measure_reach
from journeymap.site.grids import Cell, Grid
from journeymap.site.pieces import Figure, Item


def list_members(uses: tuple[Use, ...]) -> tuple[Persona, ...]:
    """Return the personas of a segment."""
    return tuple(use.item for use in uses if isinstance(use.item, Persona) and use.journey is None)


def count_targets(desk: Desk, uses: tuple[Use, ...]) -> Iterator[Figure]:
    """Yield how many journeys and personas of a segment there are."""
    for forms, count in (
        (marked_count("journey", "journeys"), len(measure_reach(uses).journeys)),
        (marked_count("persona", "personas"), len(list_members(uses))),
    ):
        if count:
            yield Figure(desk.say_count(forms, count), str(count))


def show_target(desk: Desk, segment: Segment, uses: tuple[Use, ...]) -> Iterator[Grid]:
    """Yield the personas of a segment, and what is personalised for it."""
    members = list_members(uses)
    if members:
        rows = [
            (
                Cell((desk.entry("persona", each.id, each.title),)),
                word(each.role),
                ranked(desk, "confidence", each.confidence),
            )
            for each in members
        ]
        columns: Columns = (
            (marked("Persona"), "text"),
            (marked("Role"), "text"),
            (marked("Certainty"), "word"),
        )
        yield lay_grid(desk, "personas", marked("Personas"), columns, rows)
    rules = [row for use in uses for row in _list_rules(desk, segment, use)]
    if rules:
        columns = (
            (marked("Where"), "text"),
            (marked("What is different"), "text"),
            (marked("Data"), "text"),
            (marked("Consent"), "word"),
        )
        yield lay_grid(desk, "personalization", marked("What is made for them"), columns, rules)


def _list_rules(desk: Desk, segment: Segment, use: Use) -> Iterator[tuple[Cell, ...]]:
    if use.journey is None or use.touchpoint is None or use.item is not use.touchpoint:
        return
    for rule in use.touchpoint.personalization:
        if rule.segment == segment.id:
            where = (link_part(desk, use.journey, use.touchpoint), link_journey(desk, use.journey))
            yield (
                Cell(where),
                Cell((Item(render_line(rule.text)),)),
                Cell(link_source(desk, rule.source)),
                word(desk.word("consent", rule.consent)),
            )
