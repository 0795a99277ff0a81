"""The glossary: the terms of the library from A to Z, what they mean, and which journeys speak of them."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from journeymap.model import Journey, Portfolio
from journeymap.model.library import Term
from journeymap.rendering.markdown import strip_markup
from journeymap.rendering.templating import marked, marked_count
from journeymap.rendering.terms import Terms, compile_terms, find_terms
from journeymap.site.addresses import list_path
from journeymap.site.desk import Desk
from journeymap.site.frames import lay_page
from journeymap.site.overviews.contexts import GlossaryContext
from journeymap.site.overviews.lines import TermGroup, TermView
from journeymap.site.overviews.wording import link_journey, say_more
from journeymap.site.pieces import Figure, Link
from journeymap.site.plan import Options, Plan

FOLDER = "glossary"
_SHOWN = 8
"""How many journeys are named for a term before the rest is counted."""

_SPOKEN: Final = frozenset(
    {
        *("title", "summary", "scenario", "goal", "trigger", "outcome", "text", "focus", "action", "quote"),
        *("needs", "expectations", "motivations", "data", "impact", "example", "when", "policies"),
    }
)
"""The fields in which people write sentences; the others hold ids, numbers and words of the language."""


def has_terms(portfolio: Portfolio, _options: Options) -> bool:
    """Say whether the library explains any term."""
    return bool(portfolio.library.terms)


def explain_terms(portfolio: Portfolio) -> Terms | None:
    """Return what prose is searched for: the terms of the library, their definitions without markup."""
    terms = portfolio.library.terms.values()
    return compile_terms(term._replace(definition=strip_markup(term.definition)) for term in terms)


def build_glossary(plan: Plan) -> Iterator[GlossaryContext]:
    """Yield the glossary."""
    desk = plan.desk(list_path(FOLDER))
    terms = sorted(plan.portfolio.library.terms.values(), key=lambda term: (*_sort(term.title), term.id))
    spoken = _find_speakers(plan.portfolio, plan.terms) if plan.terms else {}
    by_letter: dict[str, list[Term]] = {}
    for term in terms:
        by_letter.setdefault(_letter_of(term.title), []).append(term)
    title = desk.say(marked("Glossary"))
    lead = desk.say(marked("The words of these journeys, and what they mean here."))
    yield GlossaryContext(
        page=lay_page(desk, title, lead),
        title=title,
        lead=lead,
        figures=(Figure(desk.say_count(marked_count("term", "terms"), len(terms)), str(len(terms))),),
        groups=tuple(
            TermGroup(
                letter,
                f"letter_{number}",
                tuple(_show_term(desk, term, spoken.get(term.id, ())) for term in found),
            )
            for number, (letter, found) in enumerate(by_letter.items(), start=1)
        ),
    )


def _show_term(desk: Desk, term: Term, spoken: Sequence[Journey]) -> TermView:
    return TermView(
        id=term.id,
        title=term.title,
        definition=desk.prose(term.definition, apart=term.id),
        aliases=term.aliases,
        retiring=desk.retiring(term.deprecated),
        used=tuple(link_journey(desk, journey) for journey in spoken[:_SHOWN]),
        more=say_more(desk, len(spoken) - _SHOWN),
        tags=tuple(Link(tag, desk.atlas.find("tag", tag, page=desk.page)) for tag in term.tags),
    )


def _find_speakers(portfolio: Portfolio, terms: Terms) -> Mapping[str, list[Journey]]:
    """Return the journeys that speak of each term."""
    found: dict[str, list[Journey]] = {}
    for journey in portfolio.journeys:
        for id in dict.fromkeys(id for text in _texts(journey) for id in find_terms(text, terms)):
            found.setdefault(id, []).append(journey)
    return found


def _texts(value: Any) -> Iterator[str]:
    """Yield the sentences of a journey and all that hangs on it."""
    for field, each in zip(value._fields, value, strict=True):
        if isinstance(each, str):
            if field in _SPOKEN and each:
                yield each
        elif hasattr(each, "_fields"):
            yield from _texts(each)
        elif isinstance(each, tuple):
            for one in each:
                if hasattr(one, "_fields"):
                    yield from _texts(one)
                elif isinstance(one, str) and field in _SPOKEN:
                    yield one


def _sort(title: str) -> tuple[str, str]:
    """Return what a title is sorted by: its letters without accents, then as it is written."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", title) if not unicodedata.combining(each))
    return plain.casefold(), title


def _letter_of(title: str) -> str:
    first = _sort(title.strip())[0][:1].upper()
    return first if first.isalpha() else "#"
