"""The chapters of the site: the one place that lists what is built, and in which order."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from journeymap.model import Portfolio
from journeymap.model.uses import Uses
from journeymap.site.addresses import FOLDERS
from journeymap.site.changes.chapter import FOLDER as CHANGES
from journeymap.site.changes.chapter import build_changes, has_changes
from journeymap.site.entities.chapter import build_entities, list_gathered
from journeymap.site.entities.journeys import build_journey_list
from journeymap.site.entities.personas import build_personas
from journeymap.site.front.chapter import build_front
from journeymap.site.journey.chapter import build_journeys
from journeymap.site.overviews.chapter import build_overviews, list_overviews
from journeymap.site.pages import Leaf
from journeymap.site.plan import Options, Plan
from journeymap.site.searching.chapter import build_search

Chapter: TypeAlias = Callable[[Plan], Iterator[Leaf]]
"""What yields some pages and files of a site."""

CHAPTERS: Final[tuple[Chapter, ...]] = (
    build_front,
    build_journey_list,
    build_journeys,
    build_personas,
    build_entities,
    build_overviews,
    build_changes,
    build_search,
)
"""What builds the pages and files of the site, each its own."""

PUBLISHED: Final = (
    *("journey", "persona", "shared-touchpoint", "channel", "phase", "team", "system", "segment", "source"),
    *("metric", "term", "tag"),
)
"""The kinds whose entries have pages; nothing links to the others."""

LISTED: Final = (
    *("journey", "persona", "shared-touchpoint", "channel", "phase", "team", "system", "segment", "source"),
    "tag",
)
"""The kinds that have a page which lists them."""


_KNOWN: Final = ("channel", "phase")
"""The kinds of which the language knows some by itself."""


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
        "tag": frozenset(id for kind, id in uses if kind == "tag" and id.strip()),
        **{
            kind: frozenset(
                id for id, each in entries.items() if each.at.file or (kind, id) in uses or kind not in _KNOWN
            )
            for kind, entries in declared.items()
        },
    }
    return {kind: found[kind] for kind in PUBLISHED}


def list_folders(
    entities: Mapping[str, frozenset[str]], portfolio: Portfolio, options: Options
) -> frozenset[str]:
    """Return the folders whose own page will be written: what lists a kind of entries, and the overviews."""
    catalogues = frozenset(FOLDERS[kind] for kind in LISTED if entities[kind])
    changes = {CHANGES} if has_changes(portfolio, options) else set()
    return catalogues | changes | list_gathered(portfolio) | list_overviews(portfolio, options)
