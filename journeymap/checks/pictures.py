"""The pictures of a journey and of those who make it, each with its owner."""

import posixpath
from collections.abc import Iterator

from journeymap.checks.check import Subject
from journeymap.checks.items import place_of_field
from journeymap.model import Image
from journeymap.named_tuples import NamedTuple
from journeymap.source import Place


class Picture(NamedTuple):
    """A picture, what it belongs to in words, the title of that, and where it was written."""

    image: Image
    owner: str
    title: str
    place: Place
    is_portrait: bool = False

    @property
    def file_name(self) -> str:
        """The name of the file without its folder."""
        return posixpath.basename(self.image.src)


def pictures_of(subject: Subject) -> Iterator[Picture]:
    """Yield the pictures of a journey's touchpoints, then of its personas."""
    for touchpoint in subject.touchpoints:
        for i, image in enumerate(touchpoint.images):
            place = place_of_field(subject.journey, touchpoint, "images")
            yield Picture(image, f"touchpoint `{touchpoint.id}`", touchpoint.title, place.child(i))
    if not subject.journey.personas:
        return
    for persona in subject.portfolio.personas_of(subject.journey):
        if persona.image is not None:
            owner = f"persona `{persona.id}`"
            yield Picture(persona.image, owner, persona.title, persona.at.child("image"), is_portrait=True)
