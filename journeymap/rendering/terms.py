"""The words of a glossary, found in what people write: whole words, whatever their case, longest first.

All words together are one expression, compiled once; a text without any of them costs one search.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping

from journeymap.model.library import Term
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.templating import escape_html

# Scripts that are written without spaces: a word of theirs has no border to look for.
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")
_WORD = re.compile(r"\w+")
_LONGEST = 200
"""How much of a definition a link holds, in characters; the whole of it stands where it leads to."""


class Terms(NamedTuple):
    """What a glossary explains: how to find it, and by each word in lower case the term it stands for.

    ``starts`` are the first words of all of them, asked before the expression: most texts hold none.
    Where a script has no spaces there are no words to ask for, and ``starts`` is nothing.
    """

    pattern: re.Pattern[str]
    entries: Mapping[str, Term]
    starts: frozenset[str] | None


class Glossary(NamedTuple):
    """The glossary as seen from one page; ``apart`` is the term that a text is about already."""

    terms: Terms
    address: str
    apart: str = ""


def compile_terms(terms: Iterable[Term]) -> Terms | None:
    """Return how to find terms by their titles and aliases, or nothing where there are none.

    Of two terms that claim the same word the first has it.
    """
    entries: dict[str, Term] = {}
    spellings = []
    for term in terms:
        for words in (" ".join(each.split()) for each in (term.title, *term.aliases)):
            if words and words.casefold() not in entries:
                entries[words.casefold()] = term
                spellings.append(words)
    if not entries:
        return None
    ordered = sorted(spellings, key=lambda words: (-len(words), words))
    pattern = re.compile("|".join(map(_write_pattern, ordered)), re.IGNORECASE)
    firsts = [_WORD.search(words.casefold()) for words in spellings]
    is_spaced = not any(first is None or any(map(_is_unspaced, first[0])) for first in firsts)
    starts = frozenset(first[0] for first in firsts if first) if is_spaced else None
    return Terms(pattern, entries, starts)


def find_terms(text: str, terms: Terms) -> Iterator[str]:
    """Yield the ids of the terms that a text mentions, each time it does."""
    for _, term in _find(text, terms):
        yield term.id


def link_terms(text: str, glossary: Glossary, seen: set[str]) -> str:
    """Return a plain text as markup, the first mention of each term linked; ``seen`` grows by them."""
    parts = []
    end = 0
    for found, term in _find(text, glossary.terms):
        if term.id not in seen and term.id != glossary.apart:
            seen.add(term.id)
            parts += [escape_html(text[end : found.start()]).text, _write_link(found[0], term, glossary)]
            end = found.end()
    return "".join([*parts, escape_html(text[end:]).text])


def linker(glossary: Glossary) -> Callable[[str], str]:
    """Return what links the terms of one block of prose, text after text."""
    seen: set[str] = set()
    return lambda text: link_terms(text, glossary, seen)


def _find(text: str, terms: Terms) -> Iterator[tuple[re.Match[str], Term]]:
    if terms.starts is not None and terms.starts.isdisjoint(_WORD.findall(text.casefold())):
        return
    for found in terms.pattern.finditer(text):
        term = terms.entries.get(_fold(found[0]))
        if term:
            yield found, term


def _write_link(words: str, term: Term, glossary: Glossary) -> str:
    definition = " ".join(term.definition.split())
    shown = definition if len(definition) <= _LONGEST else f"{definition[:_LONGEST].rstrip()}…"
    address, title = (escape_html(each).text for each in (f"{glossary.address}#{term.id}", shown))
    hint = f' title="{title}"' if title else ""
    return f'<a class="term" href="{address}"{hint}>{escape_html(words).text}</a>'


def _fold(words: str) -> str:
    return " ".join(words.split()).casefold()


def _write_pattern(words: str) -> str:
    """Return the expression that finds a term; a border is looked for where its script has borders."""
    spaced = r"\s+".join(map(re.escape, words.split(" ")))
    return f"{_border(words[0], before=True)}{spaced}{_border(words[-1], before=False)}"


def _border(character: str, *, before: bool) -> str:
    if not (character.isalnum() or character == "_") or _is_unspaced(character):
        return ""
    return r"(?<!\w)" if before else r"(?!\w)"


def _is_unspaced(character: str) -> bool:
    return unicodedata.name(character, "").startswith(_UNSPACED)
