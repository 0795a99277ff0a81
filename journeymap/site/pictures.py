"""The pictures that journeys and personas show, read by the paths their authors wrote."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import PurePosixPath

from journeymap.artifacts import Artifact
from journeymap.model import Journey, Persona

# Kinds that hold nothing but a picture; SVG could hold a script for whoever opens it alone.
KINDS = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"})


def gather_pictures(
    journeys: Iterable[Journey], personas: Iterable[Persona], read: Callable[[str], bytes | None] | None
) -> dict[str, Artifact]:
    """Return the pictures that were found, by the path their author wrote, named for their content."""
    if read is None:
        return {}
    shown = [image.src for journey in journeys for t in journey.touchpoints() for image in t.images]
    shown += [persona.image.src for persona in personas if persona.image]
    found = {}
    for src in dict.fromkeys(shown):
        suffix = PurePosixPath(src).suffix.lower()
        content = read(src) if suffix in KINDS else None
        if content is not None:
            found[src] = Artifact(f"assets/pictures/{sha256(content).hexdigest()[:16]}{suffix}", content)
    return found
