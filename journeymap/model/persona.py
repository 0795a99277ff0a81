"""Who makes the journey."""

from journeymap.model.claims import NOWHERE, Confidence, Deprecation, Visibility
from journeymap.model.opportunity import Link
from journeymap.named_tuples import NamedTuple
from journeymap.source import Place


class Image(NamedTuple):
    """A picture: its path, shown from the same folder as those of files, and its alternative text."""

    src: str
    alt: str = ""


class Persona(NamedTuple):
    """An archetype of a customer. ``demographics`` are free key and value pairs, in written order."""

    id: str
    title: str
    role: str = ""
    quote: str = ""
    summary: str = ""
    segment: str = ""
    goals: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    motivations: tuple[str, ...] = ()
    frustrations: tuple[str, ...] = ()
    behaviours: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    demographics: tuple[tuple[str, str], ...] = ()
    image: Image | None = None
    evidence: tuple[str, ...] = ()
    confidence: Confidence = "assumed"
    links: tuple[Link, ...] = ()
    tags: tuple[str, ...] = ()
    lang: str = ""
    visibility: Visibility | None = None
    deprecated: Deprecation | None = None
    aliases: tuple[str, ...] = ()
    at: Place = NOWHERE
