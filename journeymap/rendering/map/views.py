"""The views of a map: which lanes it has in which order, which columns, and how wide they are."""

from collections.abc import Mapping
from typing import Any

from journeymap.model import Journey, Portfolio, Stage, Touchpoint
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.map.lanes import default_lanes, every_lane, find_lane
from journeymap.rendering.templating import marked, translate
from journeymap.suggesting import closest


class MapPlan(NamedTuple):
    """What a map shows. Columns are touchpoints that meet ``where``, or stages with ``by_stage``.

    ``narrow`` columns bring a long journey on one sheet of paper.
    """

    name: str
    title: str = ""
    lanes: tuple[str, ...] = ()
    where: Mapping[str, Any] = {}
    personas: tuple[str, ...] = ()
    by_stage: bool = False
    narrow: bool = False


ALL = "all"
"""In the place of lanes: every one that says something."""

BUILT_IN: Mapping[str, MapPlan] = {
    plan.name: plan
    for plan in (
        MapPlan("full"),
        MapPlan("summary", marked("Summary"), lanes=("feeling", "kpis"), by_stage=True),
        MapPlan(
            "blueprint",
            marked("Service blueprint"),
            lanes=(
                *("physical_evidence", "action", "channel", "duration"),
                *("frontstage", "backstage", "support", "policies", "owner"),
            ),
        ),
        MapPlan(
            "opportunities",
            marked("Opportunities"),
            lanes=("feeling", "pains", "gains", "opportunities", "kpis", "owner"),
        ),
        MapPlan("print", narrow=True),
    )
}
"""The views that every journey has. A view of a workspace with the same id takes the place of one."""


def choose_plan(
    portfolio: Portfolio,
    journey: Journey,
    *,
    view: str = "",
    lanes: tuple[str, ...] = (),
    personas: tuple[str, ...] = (),
) -> MapPlan:
    """Return what a view shows, with other lanes and fewer personas where they are named."""
    plan = _find_plan(portfolio, view or "full", journey.lang or portfolio.workspace.lang)
    if lanes == (ALL,):
        words = every_lane(portfolio)
    else:
        words = tuple(find_lane(portfolio, word) for word in lanes or plan.lanes) or default_lanes(portfolio)
    return plan._replace(
        lanes=tuple(dict.fromkeys(words)),
        personas=tuple(dict.fromkeys(_find_persona(journey, persona) for persona in personas)),
    )


def _find_plan(portfolio: Portfolio, name: str, lang: str) -> MapPlan:
    declared = {view.id: view for view in portfolio.workspace.views}
    view = declared.get(name)
    if view and view.form == "map":
        return MapPlan(view.id, view.title, view.lanes, view.where)
    if name in BUILT_IN:
        plan = BUILT_IN[name]
        return plan._replace(title=plan.title and translate(plan.title, lang=lang))
    maps = (*BUILT_IN, *(view.id for view in declared.values() if view.form == "map"))
    hint = _hint(name, maps, "the maps are")
    if view:
        raise RenderingError(f"view `{name}` is of form `{view.form}`, and this is a map", hint)
    from journeymap.rendering.tables.table import TABLES

    missing = f"`{name}` is a table, and this is a map" if name in TABLES else f"there is no view `{name}`"
    raise RenderingError(missing, hint)


def _find_persona(journey: Journey, name: str) -> str:
    known = personas_of(journey)
    if name in known:
        return name
    if not known:
        raise RenderingError(f"`{name}` is no persona of `{journey.id}`", "this journey has no personas")
    raise RenderingError(f"`{name}` is no persona of `{journey.id}`", _hint(name, known, "the personas are"))


def personas_of(journey: Journey) -> tuple[str, ...]:
    """Return the ids of the personas that a journey speaks of: those it names, then those who feel."""
    owners: tuple[Stage | Touchpoint, ...] = (*journey.stages, *journey.touchpoints())
    speakers = (emotion.persona for owner in owners for emotion in owner.emotions)
    return tuple(dict.fromkeys(id for id in (*journey.personas, *speakers) if id))


def _hint(word: str, known: tuple[str, ...], introduction: str) -> str:
    near = closest(word, known)
    question = f"did you mean `{near}`? " if near else ""
    return f"{question}{introduction} {', '.join(f'`{each}`' for each in known)}"
