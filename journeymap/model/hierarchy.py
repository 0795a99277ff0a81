"""Which journey shows a part of another in more detail: the tree that ``expand`` makes of a portfolio."""

from collections.abc import Iterator

from journeymap.model.journey import Journey, Stage, Touchpoint
from journeymap.model.portfolio import Portfolio
from journeymap.named_tuples import NamedTuple


class Detail(NamedTuple):
    """A journey in the tree: ``part`` is what it shows more of, nothing for one at the top."""

    journey: Journey
    part: Stage | Touchpoint | None
    details: "tuple[Detail, ...]"


def grow_hierarchy(portfolio: Portfolio) -> tuple[Detail, ...]:
    """Return the trees of the journeys that have details; one without is not in any, unless it is a detail.

    A journey that two others expand stands in both trees. The overlays of a journey expand what it
    expands; only journeys of their own are told, or each future would repeat the tree of the present.
    A circle is an error of the language; should there be one, it is not gone round.
    """
    own = [journey for journey in portfolio.journeys if not journey.extends]
    inner = {id for journey in own for _, id in _expansions(journey)}
    tops = (_grow(portfolio, journey, None, frozenset()) for journey in own if journey.id not in inner)
    return tuple(top for top in tops if top.details)


def _grow(
    portfolio: Portfolio, journey: Journey, part: Stage | Touchpoint | None, above: frozenset[str]
) -> Detail:
    above |= {journey.id}
    found = ((part, portfolio.journey(id)) for part, id in _expansions(journey) if id not in above)
    details = (_grow(portfolio, detail, part, above) for part, detail in found if detail)
    return Detail(journey, part, tuple(details))


def _expansions(journey: Journey) -> Iterator[tuple[Stage | Touchpoint, str]]:
    for stage in journey.stages:
        if stage.expand:
            yield stage, stage.expand
        for touchpoint in stage.touchpoints:
            if touchpoint.expand:
                yield touchpoint, touchpoint.expand
