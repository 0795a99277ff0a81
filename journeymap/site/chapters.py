"""The chapters of the site: the one place that lists what is built, and in which order."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from journeymap.artifacts import Artifact
from journeymap.model import Portfolio
from journeymap.model.claims import NOWHERE
from journeymap.model.uses import Uses
from journeymap.site.addresses import FOLDERS
from journeymap.site.entities.catalogues import build_entities
from journeymap.site.entities.personas import build_personas
from journeymap.site.front.chapter import build_front
from journeymap.site.journey.chapter import build_journeys
from journeymap.site.pages import Context
from journeymap.site.plan import Plan

Leaf: TypeAlias = Artifact | Context
"""A finished file, or what a page shows: that is rendered to the path in its frame."""

CHAPTERS: Final[tuple[Callable[[Plan], Iterator[Leaf]], ...]] = (
    build_front,
    build_journeys,
    build_personas,
    build_entities,
)
"""What builds the pages and files of the site, each its own."""

PUBLISHED: Final = ("journey", "persona", "channel", "team", "system", "segment", "source")
"""The kinds whose entries have pages; nothing links to the others."""

LISTED: Final = ("channel", "team", "system", "segment", "source")
"""The kinds that have a page which lists them."""


def list_entities(portfolio: Portfolio, uses: Uses) -> Mapping[str, frozenset[str]]:
    """Return the ids of everything that has a page of its own, by kind.

    What the language knows by itself, the common channels and phases, has one where something uses it.
    """
    library = portfolio.library
    declared: Mapping[str, Mapping[str, Any]] = {
        "shared-touchpoint": library.touchpoints,
        "channel": library.channels,
        "phase": library.phases,
        "metric": library.metrics,
        "team": library.teams,
        "system": library.systems,
        "segment": library.segments,
        "source": library.sources,
        "term": library.terms,
    }
    found = {
        "journey": frozenset(journey.id for journey in portfolio.journeys),
        "persona": frozenset(portfolio.personas),
        "tag": frozenset(id for kind, id in uses if kind == "tag"),
        **{
            kind: frozenset(id for id, each in entries.items() if each.at != NOWHERE or (kind, id) in uses)
            for kind, entries in declared.items()
        },
    }
    return {kind: found[kind] for kind in PUBLISHED}


def list_catalogues(entities: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the folders whose own page lists what is in them."""
    return frozenset(FOLDERS[kind] for kind in LISTED if entities[kind])
