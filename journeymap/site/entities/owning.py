"""What a team looks after: journeys, touchpoints, KPIs, opportunities, systems and what is shared."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeAlias

from journeymap.model import Journey, Kpi, Metric, Opportunity, SharedTouchpoint, Stage, System, Touchpoint
from journeymap.model.library import Team
from journeymap.model.summaries import journey_score, stage_score, touchpoint_score
from journeymap.model.uses import Use
from journeymap.rendering.naming import name_kpi, write_kpi
from journeymap.rendering.templating import marked, marked_in
from journeymap.site.desk import Desk
from journeymap.site.entities.listing import lay_grid
from journeymap.site.entities.places import (
    count,
    feel,
    link_journey,
    link_part,
    link_use,
    name_standing,
    ranked,
    show_day,
    show_review,
    word,
)
from journeymap.site.entities.reach import drop_copies
from journeymap.site.grids import Cell, Grid

Row: TypeAlias = tuple[Cell, ...]


def own_things(desk: Desk, team: Team, uses: tuple[Use, ...]) -> Iterator[Grid]:
    """Yield what a team looks after, a table for each kind of things."""
    owned = list_owned(uses, team.id)
    for kind, id, title, columns, write in _KINDS:
        rows = [write(desk, use) for use in owned if isinstance(use.item, kind)]
        if rows:
            yield lay_grid(desk, id, title, columns, rows)
    actions = [row for use in _drop_copies(uses) for row in _list_actions(desk, team, use)]
    if actions:
        yield lay_grid(desk, "actions", marked("Actions"), _ACTION_COLUMNS, actions)
    shared = [_show_shared(desk, use) for use in owned if type(use.item) in _SHARED]
    if shared:
        yield lay_grid(desk, "shared", marked("Shared by journeys"), _SHARED_COLUMNS, shared)


def list_owned(uses: Iterable[Use], team: str) -> list[Use]:
    """Return the things that are a team's own, without what a journey took over from another as it is.

    A thing of which only a part is the team's, such as an action, is not among them.
    """
    return _drop_copies(use for use in uses if getattr(use.item, "owner", "") == team)


def _drop_copies(uses: Iterable[Use]) -> list[Use]:
    found = list(uses)
    kept = {id(part) for _, part in drop_copies((use.journey, use.item) for use in found if use.journey)}
    return [use for use in found if use.journey is None or id(use.item) in kept]


def _show_journey(desk: Desk, use: Use) -> Row:
    journey = use.item
    return (
        Cell((link_journey(desk, journey),)),
        word(name_standing(desk, journey)),
        count(sum(1 for _ in journey.touchpoints())),
        feel(desk, journey_score(journey)),
        show_review(desk, journey),
    )


def _show_stage(desk: Desk, use: Use) -> Row:
    return (*_show_place(desk, use), feel(desk, stage_score(use.item)))


def _show_touchpoint(desk: Desk, use: Use) -> Row:
    return (*_show_place(desk, use), feel(desk, touchpoint_score(use.item)), count(len(use.item.pains)))


def _show_place(desk: Desk, use: Use) -> Row:
    assert use.journey
    return Cell((link_use(desk, use),)), Cell((link_journey(desk, use.journey),))


def _show_kpi(desk: Desk, use: Use) -> Row:
    kpi = use.item
    name = name_kpi(desk.portfolio, kpi)
    places = [link_use(desk, use)] if use.stage else []
    places += [link_journey(desk, use.journey)] if use.journey else []
    return (
        Cell((desk.entry("metric", kpi.metric, name),)),
        Cell(tuple(places)),
        word(write_kpi(desk.portfolio, kpi, lang=desk.lang)),
        show_day(desk, kpi.due),
    )


def _show_opportunity(desk: Desk, use: Use) -> Row:
    opportunity = use.item
    assert use.journey
    return (
        Cell((link_part(desk, use.journey, opportunity),)),
        Cell((link_journey(desk, use.journey),)),
        ranked(desk, "progress", opportunity.status),
        show_day(desk, opportunity.due),
    )


def _list_actions(desk: Desk, team: Team, use: Use) -> Iterator[Row]:
    if not isinstance(use.item, Opportunity) or use.journey is None:
        return
    for action in use.item.actions:
        if action.owner == team.id:
            yield (
                Cell((link_part(desk, use.journey, action),)),
                Cell((link_part(desk, use.journey, use.item),)),
                ranked(desk, "progress", action.status),
                show_day(desk, action.due),
            )


def _show_shared(desk: Desk, use: Use) -> Row:
    kind, word_of_kind = _SHARED[type(use.item)]
    return Cell((desk.entry(kind, use.item.id, use.item.title),)), word(desk.say(word_of_kind))


_FEELING = (marked("Mean feeling"), "feeling")
_STATUS = (marked("Status"), "word")
_DUE = (marked("Due"), "day")
_JOURNEY = (marked("Journey"), "text")
_SHARED: Final = {
    System: ("system", marked("System")),
    SharedTouchpoint: ("shared-touchpoint", marked("Shared touchpoint")),
    Metric: ("metric", marked("Metric")),
}
_SHARED_COLUMNS = ((marked("Name"), "text"), (marked("What it is"), "text"))
_ACTION_COLUMNS = (
    (marked_in("opportunity", "Action"), "text"),
    (marked("Opportunity"), "text"),
    _STATUS,
    _DUE,
)

_KINDS: Final[tuple[tuple[type, str, str, tuple[tuple[str, str], ...], Callable[[Desk, Any], Row]], ...]] = (
    (
        Journey,
        "journeys",
        marked("Journeys"),
        (
            _JOURNEY,
            (marked("State"), "word"),
            (marked("Touchpoints"), "number"),
            _FEELING,
            (marked("Reviewed"), "day"),
        ),
        _show_journey,
    ),
    (Stage, "stages", marked("Stages"), ((marked("Stage"), "text"), _JOURNEY, _FEELING), _show_stage),
    (
        Touchpoint,
        "touchpoints",
        marked("Touchpoints"),
        ((marked("Touchpoint"), "text"), _JOURNEY, _FEELING, (marked("Pains"), "number")),
        _show_touchpoint,
    ),
    (
        Opportunity,
        "opportunities",
        marked("Opportunities"),
        ((marked("Opportunity"), "text"), _JOURNEY, _STATUS, _DUE),
        _show_opportunity,
    ),
    (
        Kpi,
        "kpis",
        marked("KPIs"),
        ((marked("KPI"), "text"), (marked("Where"), "text"), (marked("From → to"), "word"), _DUE),
        _show_kpi,
    ),
)
"""What teams own, in the order of the page: kind, anchor, title, columns, and how one is shown."""
