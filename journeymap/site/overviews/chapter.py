"""The chapter of the overviews: what all journeys come to together, a folder each."""

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from journeymap.model import Portfolio
from journeymap.site.overviews import about, backlog, dashboard, glossary, health, pains
from journeymap.site.plan import Options, Plan


class Overview(NamedTuple):
    """An overview: its folder, whether there is anything to show in it, and what builds it."""

    folder: str
    is_due: Callable[[Portfolio, Options], bool]
    build: Callable[[Plan], Iterator[Any]]


OVERVIEWS: Final = (
    Overview(dashboard.FOLDER, dashboard.has_kpis, dashboard.build_kpis),
    Overview(pains.FOLDER, pains.has_pains, pains.build_pains),
    Overview(backlog.FOLDER, backlog.has_opportunities, backlog.build_opportunities),
    Overview(glossary.FOLDER, glossary.has_terms, glossary.build_glossary),
    Overview(health.FOLDER, health.has_health, health.build_health),
    Overview(about.FOLDER, about.has_about, about.build_about),
)
"""The one place that lists the overviews."""


def list_overviews(portfolio: Portfolio, options: Options) -> frozenset[str]:
    """Return the folders whose page will be written."""
    return frozenset(each.folder for each in OVERVIEWS if each.is_due(portfolio, options))


def build_overviews(plan: Plan) -> Iterator[Any]:
    """Yield the pages and files of the overviews there are."""
    for overview in OVERVIEWS:
        if overview.folder in plan.atlas.lists:
            yield from overview.build(plan)
