"""What a page is written with: the portfolio, the language, and where everything is published."""

import posixpath
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote

from journeymap.model import Confidence, Deprecation, EmotionScale, Journey, Link, Persona, Portfolio
from journeymap.model.claims import Number
from journeymap.model.summaries import DEFAULT_WORDS, score_label
from journeymap.rendering.built_in import name_channel, name_phase
from journeymap.rendering.dates import write_day
from journeymap.rendering.links import safe_url
from journeymap.rendering.map.emotion_lines import level_of
from journeymap.rendering.markdown import render_line, render_prose
from journeymap.rendering.naming import write_score
from journeymap.rendering.templating import Html, escape_html, marked, translate, translate_count
from journeymap.rendering.terms import Glossary, Terms
from journeymap.rendering.words import word_for, write_rhythm
from journeymap.site import pieces
from journeymap.site.addresses import Atlas
from journeymap.site.pieces import Face, Item, Mood, Person, Review
from journeymap.source import Place

DAY = 86_400
HUES = 6


class Desk(NamedTuple):
    """The surroundings of one page; ``page`` is its own path, ``terms`` are what the glossary explains."""

    portfolio: Portfolio
    atlas: Atlas
    page: str
    lang: str
    terms: Terms | None = None
    line_of: Callable[[Place], int] | None = None

    @property
    def scale(self) -> EmotionScale:
        """The workspace's emotion scale."""
        return self.portfolio.workspace.emotion_scale

    def say(self, text: str, **values: object) -> str:
        """Return one of our own texts in the page's language, its values filled in."""
        translated = translate(text, lang=self.lang)
        return translated % values if values else translated

    def say_count(self, forms: tuple[str, str], count: int) -> str:
        """Return the form of one of our own texts that goes with a count."""
        return translate_count(*forms, count, lang=self.lang)

    def word(self, vocabulary: str, value: str | None) -> str:
        """Return the word for a value of one of the language's vocabularies."""
        return word_for(vocabulary, value, lang=self.lang)

    @property
    def score_words(self) -> tuple[str, ...]:
        """The words for scores that have none of their own."""
        return tuple(self.say(word) for word in DEFAULT_WORDS)

    def prose(self, text: str, *, apart: str = "") -> Html:
        """Return a prose field, its words linked to the glossary but for the term it is about itself."""
        address = self.atlas.list("glossary", page=self.page)
        glossary = Glossary(self.terms, address, apart) if self.terms and address else None
        return render_prose(text, glossary)

    def mood(
        self, score: Number | None, words: str = "", certainty: Confidence = "researched"
    ) -> Mood | None:
        """Return a score, or words without one, as a feeling to show."""
        if score is None:
            return Mood(words) if words else None
        label = score_label(self.scale, score, self.score_words)
        face = Face(level_of(self.scale.canonical(score)) + 2, certainty)
        return Mood(words or label, write_score(score, lang=self.lang), label, face)

    def person(self, persona: Persona, *, url: str | None = None) -> Person:
        """Return a persona as a name with a monogram, linked to its page unless told otherwise."""
        address = self.atlas.persona(persona.id, page=self.page) if url is None else url
        hue = sum(persona.id.encode()) % HUES
        return Person(persona.title, persona.title[:1].upper(), hue, address, persona.role)

    def link(self, link: Link) -> pieces.Link:
        """Return a link of the author's, or its text where the address is not one to follow."""
        return pieces.Link(link.title or link.url, safe_url(link.url) or "")

    def edit(self, at: Place) -> pieces.Link:
        """Return the way to where something is written, or nothing where no address is set for that."""
        workspace = self.portfolio.workspace
        if not (workspace.edit_url and at.file):
            return pieces.Link("")
        file = quote(posixpath.relpath(at.file, workspace.root or "."))
        line = self.line_of(at) if self.line_of else 1
        address = workspace.edit_url.replace("{file}", file).replace("{line}", str(line))
        return pieces.Link(self.say(marked("Edit this page")), safe_url(address) or "")

    def channel(self, id: str) -> str:
        """Return what a channel is called."""
        return name_channel(self.portfolio, id, lang=self.lang)

    def phase(self, id: str) -> str:
        """Return what a phase is called."""
        return name_phase(self.portfolio, id, lang=self.lang)

    def entry(self, kind: str, id: str, title: str) -> Item:
        """Return a thing by its title, linked to its page where it has one."""
        return Item(escape_html(title), self.atlas.find(kind, id, page=self.page))

    def review(self, journey: Journey) -> Review | None:
        """Return when a journey was last reviewed."""
        day = write_day(journey.reviewed, lang=self.lang)
        every = journey.review_every or 0
        return Review(day, every // DAY, write_rhythm(every, lang=self.lang)) if day else None

    def retiring(self, deprecated: Deprecation | None) -> str:
        """Return in words that an item is on its way out, or nothing when it is not."""
        if not deprecated:
            return ""
        parts = [self.say(marked("On its way out"))]
        since = write_day(deprecated.since, lang=self.lang)
        sunset = write_day(deprecated.sunset, lang=self.lang)
        if since:
            parts.append(self.say(marked("since %(day)s"), day=since.text))
        if sunset:
            parts.append(self.say(marked("gone on %(day)s"), day=sunset.text))
        if deprecated.replaced_by:
            parts.append(self.say(marked("replaced by %(name)s"), name=deprecated.replaced_by))
        return " · ".join([*parts, deprecated.reason] if deprecated.reason else parts)


def as_items(*texts: str) -> tuple[Item, ...]:
    """Return texts as items, empty ones left out."""
    return tuple(Item(render_line(text)) for text in texts if text)
