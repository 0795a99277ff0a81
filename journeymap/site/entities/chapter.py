"""The chapter of what journeys share: its kinds, one after the other."""

from collections.abc import Iterable, Iterator
from typing import Final

from journeymap.model import Journey, Kpi, Opportunity, Portfolio, Segment, System, Team, Touchpoint
from journeymap.model.library import Channel, Phase
from journeymap.rendering.built_in import entitle
from journeymap.rendering.templating import marked
from journeymap.site.desk import Desk
from journeymap.site.entities.blast import measure_blast, show_blast
from journeymap.site.entities.catalogues import Catalogue, Leaf, Used, build_catalogue
from journeymap.site.entities.crossings import cross_channel, cross_phase
from journeymap.site.entities.facts import (
    tell_channel,
    tell_phase,
    tell_segment,
    tell_system,
    tell_team,
    write_share,
)
from journeymap.site.entities.owning import list_owned, own_things
from journeymap.site.entities.places import count, link_team, word
from journeymap.site.entities.reach import is_today, measure_reach
from journeymap.site.entities.sources import catalogue_sources, write_source_files
from journeymap.site.entities.tagging import TAGS
from journeymap.site.entities.targeting import count_targets, list_members, show_target
from journeymap.site.entities.touchpoints import TOUCHPOINTS, write_touchpoint_files
from journeymap.site.grids import Cell
from journeymap.site.plan import Plan, language_of


def build_entities(plan: Plan) -> Iterator[Leaf]:
    """Yield the pages of everything that journeys share, and the files beside them."""
    for catalogue in (*CATALOGUES, TOUCHPOINTS, catalogue_sources(plan), TAGS):
        yield from build_catalogue(plan, catalogue)
    yield from write_touchpoint_files(plan)
    yield from write_source_files(plan)


def list_gathered(portfolio: Portfolio) -> frozenset[str]:
    """Return the folders that have a page for what stands in journeys, whatever the library declares."""
    journeys = portfolio.journeys
    gathered = {
        "touchpoints": any(stage.touchpoints for journey in journeys for stage in journey.stages),
        "sources": any(journey.evidence for journey in journeys),
        "personas": any(journey.local_personas for journey in journeys),
    }
    return frozenset(folder for folder, has_any in gathered.items() if has_any)


def _spoken(plan: Plan, entries: Iterable[Channel | Phase]) -> Iterator[Channel | Phase]:
    """Yield channels or phases as readers call them."""
    lang = language_of(plan.portfolio)
    return (entry._replace(title=entitle(entry, lang=lang)) for entry in entries)


def _row_channel(desk: Desk, channel: Channel, _: Used) -> tuple[Cell, ...]:
    return (word(desk.word("channel", channel.kind)),)


def _row_phase(desk: Desk, phase: Phase, uses: Used) -> tuple[Cell, ...]:
    return word(desk.word("position", phase.position)), count(measure_reach(uses).stages)


def _row_team(_: Desk, team: Team, uses: Used) -> tuple[Cell, ...]:
    kinds = (Journey, Touchpoint, Opportunity, Kpi, System)
    today = [use for use in list_owned(uses, team.id) if use.journey is None or is_today(use.journey)]
    owned = (sum(isinstance(use.item, kind) for use in today) for kind in kinds)
    return (word(team.department), *map(count, owned))


def _row_system(desk: Desk, system: System, _: Used) -> tuple[Cell, ...]:
    return Cell(link_team(desk, system.owner)), word(desk.word("system", system.kind))


def _row_segment(desk: Desk, segment: Segment, uses: Used) -> tuple[Cell, ...]:
    return (
        word(write_share(desk, segment)),
        Cell(tuple(desk.entry("persona", each.id, each.title) for each in list_members(uses))),
    )


CATALOGUES: Final = (
    Catalogue(
        "channel",
        lambda plan: _spoken(plan, plan.portfolio.library.channels.values()),
        marked("Channel"),
        marked("Channels"),
        marked("The ways in which customer and organisation meet."),
        columns=((marked("Kind"), "word"),),
        cells=_row_channel,
        tell=tell_channel,
        show=cross_channel,
    ),
    Catalogue(
        "phase",
        lambda plan: _spoken(plan, plan.portfolio.library.phases.values()),
        marked("Phase"),
        marked("Lifecycle"),
        marked("The phases of the customer lifecycle, and the stages that belong to each."),
        columns=((marked("Position"), "word"), (marked("Stages"), "number")),
        cells=_row_phase,
        tell=tell_phase,
        show=cross_phase,
    ),
    Catalogue(
        "team",
        lambda plan: plan.portfolio.library.teams.values(),
        marked("Team"),
        marked("Teams"),
        marked("Who looks after what."),
        columns=(
            (marked("Department"), "word"),
            (marked("Journeys"), "number"),
            (marked("Touchpoints"), "number"),
            (marked("Opportunities"), "number"),
            (marked("KPIs"), "number"),
            (marked("Systems"), "number"),
        ),
        cells=_row_team,
        tell=tell_team,
        show=own_things,
        totals=("feeling",),
    ),
    Catalogue(
        "system",
        lambda plan: plan.portfolio.library.systems.values(),
        marked("System"),
        marked("Systems"),
        marked("What a failure of each system would touch."),
        columns=((marked("Owner"), "text"), (marked("Kind"), "word")),
        cells=_row_system,
        tell=tell_system,
        show=show_blast,
        figures=measure_blast,
        first=marked("What a failure would touch"),
    ),
    Catalogue(
        "segment",
        lambda plan: plan.portfolio.library.segments.values(),
        marked("Segment"),
        marked("Segments"),
        marked("The groups of customers that journeys are made for."),
        columns=((marked("Share"), "number"), (marked("Personas"), "text")),
        cells=_row_segment,
        tell=tell_segment,
        show=show_target,
        figures=count_targets,
        totals=("journeys",),
    ),
)
"""The kinds of the library that need nothing but the catalogue itself."""
