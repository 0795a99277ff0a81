"""What the page that lists people is made of."""

from typing import NamedTuple

from journeymap.site.pieces import Mood, Person


class PersonaCard(NamedTuple):
    """A persona among others; ``journeys`` says in how many journeys they are met."""

    person: Person
    quote: str
    certainty: str
    certainty_word: str
    segment: str
    journeys: str
    mood: Mood | None
    words: str
