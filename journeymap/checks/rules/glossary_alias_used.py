"""A title uses another word for something that has a name in the glossary.

The glossary says what a thing is called, and lists under `aliases` the words that people also use. When
titles mix them, readers look for a difference that is not there, and customers who meet the same thing
under two names do so too.

The titles of journeys, stages, touchpoints, opportunities and exits are read, and whole words are meant.

Failing:

    # file: words.library.yaml
    journeymap: 1
    kind: library
    terms:
      - id: basket
        title: Basket
        definition: What is about to be bought.
        aliases: [cart]
    # file: shop.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - {id: decision, title: From the cart to the order}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Passing:

    # file: words.library.yaml
    journeymap: 1
    kind: library
    terms:
      - id: basket
        title: Basket
        definition: What is about to be bought.
        aliases: [cart]
    # file: shop.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - {id: decision, title: From the basket to the order}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: ISO 704:2022, Terminology work, on preferred terms and the other designations of a concept.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from journeymap.checks.check import Check, Survey, describe_fault
from journeymap.checks.items import place_of_field
from journeymap.model import Journey, Term
from journeymap.problems import Problem, Repair, Spot, Step
from journeymap.source import Place

FAULT = describe_fault("glossary-alias-used", __doc__)


def find(survey: Survey) -> Iterator[Problem]:
    """Yield a problem for each title with an alias of a term in it, once, where it was written."""
    library = survey.portfolio.library
    names = {_plain(term.title) for term in library.terms.values()}
    aliases = {
        _plain(alias): term
        for term in reversed(tuple(library.terms.values()))
        for alias in term.aliases
        if _plain(alias) not in names
    }
    if not aliases:
        return
    pattern = _compile_words((*names, *aliases))
    told = set()
    for journey in survey.portfolio.journeys:
        items = tuple(_titled_items(journey, _base_of(journey, survey)))
        # One search through all titles is enough for most journeys.
        for item in items if pattern.search("\n".join([item.title for item in items])) else ():
            for alias, term in _find_aliases(pattern, item.title, aliases):
                place = place_of_field(journey, item, "title")
                key = (place.file, place.pointer, alias)
                if key not in told:
                    told.add(key)
                    yield Problem(
                        FAULT,
                        f"`{alias}` is called `{term.title}` in the glossary",
                        (Spot(place, "another word"), Spot(term.at, "the term")),
                        (f"write `{term.title}`, or take `{alias}` out of the `aliases:` of the term",),
                        args=(term.id, _plain(alias)),
                        repairs=_replace(place, item.title, alias, term),
                    )


def _replace(place: Place, title: str, alias: str, term: Term) -> tuple[Repair, ...]:
    word = term.title
    if alias[:1].islower() and word[1:].islower():
        word = word.lower()
    return (Repair(f"write `{word}` instead", (Step("set", place, title.replace(alias, word)),), safe=False),)


def _base_of(journey: Journey, survey: Survey) -> Journey | None:
    return survey.portfolio.journey(journey.extends) if journey.extends else None


def _titled_items(journey: Journey, base: Journey | None) -> Iterator[Any]:
    """Yield what has a title; not an overlay that has its title from its base."""
    if base is None or base.title != journey.title:
        yield journey
    for stage in journey.stages:
        yield stage
        yield from stage.touchpoints
    yield from journey.opportunities
    yield from journey.exits


def _compile_words(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of any of these words, the longest first, so that a term hides what is in it."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    listed = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)


def _find_aliases(
    pattern: re.Pattern[str], title: str, aliases: Mapping[str, Term]
) -> Iterator[tuple[str, Term]]:
    for found in pattern.finditer(title):
        term = aliases.get(_plain(found[0]))
        if term is not None:
            yield found[0], term


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


CHECK = Check(FAULT, in_portfolio=find)
