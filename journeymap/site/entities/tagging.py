"""Tags: everything that carries the same one, by kind."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from journeymap.model import (
    Channel,
    Deprecation,
    Evidence,
    Exit,
    Gain,
    Insight,
    Journey,
    Kpi,
    Metric,
    Opportunity,
    Pain,
    Persona,
    Phase,
    Segment,
    SharedTouchpoint,
    Source,
    Stage,
    System,
    Team,
    Term,
    Touchpoint,
)
from journeymap.model.journey import FeedbackLoop
from journeymap.model.summaries import journey_score
from journeymap.model.uses import Use
from journeymap.rendering.templating import marked
from journeymap.site.desk import Desk
from journeymap.site.entities.catalogues import Catalogue
from journeymap.site.entities.listing import lay_grid
from journeymap.site.entities.places import (
    count,
    feel,
    link_journey,
    link_part,
    link_persona,
    name_standing,
    word,
)
from journeymap.site.grids import Cell, Grid
from journeymap.site.plan import Plan


class Tag(NamedTuple):
    """A tag with what entries of the library have, so that its page is one like theirs."""

    id: str
    title: str
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    deprecated: Deprecation | None = None


_KINDS: Final = (
    (Journey, "journeys", marked("Journeys")),
    (Stage, "stages", marked("Stages")),
    (Touchpoint, "touchpoints", marked("Touchpoints")),
    (Pain, "pains", marked("Pains")),
    (Gain, "gains", marked("Gains")),
    (Opportunity, "opportunities", marked("Opportunities")),
    (Kpi, "kpis", marked("KPIs")),
    (Insight, "insights", marked("Insights")),
    (Evidence, "evidence", marked("Evidence")),
    (FeedbackLoop, "feedback", marked("Feedback loops")),
    (Exit, "exits", marked("Ways out")),
    (Persona, "personas", marked("Personas")),
    (SharedTouchpoint, "shared", marked("Shared touchpoints")),
    (Channel, "channels", marked("Channels")),
    (Phase, "phases", marked("Phases")),
    (Metric, "metrics", marked("Metrics")),
    (Team, "teams", marked("Teams")),
    (System, "systems", marked("Systems")),
    (Segment, "segments", marked("Segments")),
    (Source, "sources", marked("Sources")),
    (Term, "terms", marked("Terms")),
)
"""Everything that may carry a tag, in the order of a tag's page."""

_ENTRIES: Final = {
    SharedTouchpoint: "shared-touchpoint",
    Channel: "channel",
    Phase: "phase",
    Metric: "metric",
    Team: "team",
    System: "system",
    Segment: "segment",
    Source: "source",
    Term: "term",
}


_COLUMNS: Final = ((marked("Name"), "text"), (marked("Journey"), "text"))
_JOURNEY_COLUMNS: Final = (
    (marked("Journey"), "text"),
    (marked("State"), "word"),
    (marked("Mean feeling"), "feeling"),
)


def _list_tags(plan: Plan) -> Iterator[Tag]:
    """Yield the tags in the order of the alphabet."""
    yield from (Tag(id, id) for id in sorted(plan.atlas.entities.get("tag", ())))


def _show_tag(desk: Desk, _: Any, uses: tuple[Use, ...]) -> Iterator[Grid]:
    for kind, id, title in _KINDS:
        rows = [_show_thing(desk, use) for use in uses if type(use.item) is kind]
        if rows:
            columns = _JOURNEY_COLUMNS if kind is Journey else _COLUMNS
            yield lay_grid(desk, id, title, columns, rows)


def _show_thing(desk: Desk, use: Use) -> tuple[Cell, ...]:
    thing = use.item
    if use.journey and thing is use.journey:
        standing = word(name_standing(desk, use.journey))
        return Cell((link_journey(desk, use.journey),)), standing, feel(desk, journey_score(use.journey))
    where = Cell((link_journey(desk, use.journey),)) if use.journey else Cell()
    if isinstance(thing, Persona):
        return Cell((link_persona(desk, use.journey, thing),)), where
    if use.journey:
        return Cell((link_part(desk, use.journey, thing),)), where
    return Cell((desk.entry(_ENTRIES[type(thing)], thing.id, thing.title),)), where


def _count_things(_: Desk, __: Any, uses: tuple[Use, ...]) -> tuple[Cell, ...]:
    return (count(len(uses)),)


TAGS: Final = Catalogue(
    "tag",
    _list_tags,
    marked("Tag"),
    marked("Tags"),
    marked("Words that things are filed under, and everything that carries them."),
    columns=((marked("Things"), "number"),),
    cells=_count_things,
    show=_show_tag,
    figures=lambda *_: iter(()),
    by_journey=False,
    totals=("journeys",),
)
"""The kind of the tags."""
