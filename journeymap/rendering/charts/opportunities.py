"""What the opportunity matrix shows, as values: where each opportunity stands, and why some stand nowhere."""

from collections.abc import Mapping

from journeymap.model import Journey, Opportunity, Portfolio
from journeymap.model.priorities import Quadrant, opportunity_score, quadrant_of
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.metrics import one_line
from journeymap.rendering.naming import name_team
from journeymap.rendering.tables.cells import DECIMALS, Cell, Plain, told
from journeymap.rendering.tables.table import Column, Table
from journeymap.rendering.templating import marked, translate
from journeymap.rendering.words import WORDS, word_for

QUADRANTS: Mapping[str, str] = WORDS["quadrant"]
"""What the corners of the matrix are called: little effort first, much value on top."""

CLOSED = frozenset({"done", "rejected"})
"""What an opportunity is when nobody needs to choose it any more."""

NOT_PLACED = marked("Not placed")

HEADERS = (
    (marked("No."), False),
    (marked("Opportunity"), False),
    (marked("Value"), True),
    (marked("Effort"), True),
    (marked("Score"), True),
    (marked("Corner"), False),
    (marked("Status"), False),
    (marked("Owner"), False),
)
"""The columns of the list, and which of them hold numbers."""


class Placed(NamedTuple):
    """An opportunity with its number on the page; without a value or an effort it has no corner."""

    number: int
    opportunity: Opportunity
    value: float | None
    score: float | None
    quadrant: Quadrant | None
    owner: str


class Ranked(NamedTuple):
    """An opportunity in its place among those of all journeys, and the journey it belongs to."""

    placed: Placed
    journey: Journey


def place_opportunities(portfolio: Portfolio, journey: Journey) -> tuple[Placed, ...]:
    """Return the opportunities of a journey, numbered in the order their author gave them."""
    return tuple(
        _place(portfolio, opportunity, number)
        for number, opportunity in enumerate(journey.opportunities, start=1)
    )


def rank_opportunities(portfolio: Portfolio) -> tuple[Ranked, ...]:
    """Return the opportunities of all journeys, numbered by rank.

    The best score comes first, what has none after that, and what is done or rejected last.
    """
    found = [
        Ranked(_place(portfolio, opportunity, 0), journey)
        for journey in portfolio.journeys
        for opportunity in journey.opportunities
    ]
    ordered = sorted(found, key=_rank)
    return tuple(
        one._replace(placed=one.placed._replace(number=number)) for number, one in enumerate(ordered, 1)
    )


def tabulate_placed(placed: tuple[Placed, ...], title: str, *, lang: str) -> Table:
    """Return opportunities as a table, those that stand nowhere last."""
    columns = tuple(
        Column(translate(text, lang=lang), numeric, translate(text, lang="en")) for text, numeric in HEADERS
    )
    ordered = sorted(placed, key=lambda one: one.quadrant is None)
    return Table("matrix", title, columns, tuple(_tabulate(one, lang) for one in ordered))


def _tabulate(one: Placed, lang: str) -> tuple[Cell, ...]:
    *values, corner, status, owner = list_values(one, lang=lang)
    return (*values, told(one.quadrant or "", str(corner)), told(one.opportunity.status, str(status)), owner)


def describe_placed(placed: tuple[Placed, ...], *, lang: str) -> str:
    """Return which opportunities are in which corner, in a sentence each; nothing where there are none."""
    sentences = []
    for quadrant, name in (*QUADRANTS.items(), (None, NOT_PLACED)):
        titles = [one_line(one.opportunity.title) for one in placed if one.quadrant == quadrant]
        if titles:
            sentences.append(f"{translate(name, lang=lang)}: {'; '.join(titles)}.")
    return " ".join(sentences)


def _place(portfolio: Portfolio, opportunity: Opportunity, number: int) -> Placed:
    return Placed(
        number,
        opportunity,
        opportunity_score(opportunity),
        opportunity_score(opportunity, portfolio.workspace.opportunity_score),
        quadrant_of(opportunity),
        name_team(portfolio, opportunity.owner) if opportunity.owner else "",
    )


def _rank(one: Ranked) -> tuple[bool, bool, float]:
    score = one.placed.score
    return one.placed.opportunity.status in CLOSED, score is None, -(score or 0)


def list_values(one: Placed, *, lang: str) -> tuple[Plain, ...]:
    """Return the row of an opportunity: a cell for each header."""
    corner = QUADRANTS[one.quadrant] if one.quadrant else NOT_PLACED
    return (
        one.number,
        one.opportunity.title,
        _number_cell(one.value),
        _number_cell(one.opportunity.effort),
        _number_cell(one.score),
        translate(corner, lang=lang),
        word_for("progress", one.opportunity.status, lang=lang),
        one.owner,
    )


def _number_cell(number: float | None) -> Plain:
    if number is None:
        return ""
    rounded = round(number, DECIMALS)
    return int(rounded) if float(rounded).is_integer() else rounded
