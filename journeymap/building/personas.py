"""Data → personas, those of a file of their own and those inside a journey."""

from journeymap.building.claims import build_deprecation, build_image, build_links
from journeymap.building.reading import Node
from journeymap.building.references import Resolver
from journeymap.model import Persona


def build_persona(node: Node, resolver: Resolver, lang: str = "") -> Persona:
    """Return a persona; ``lang`` is the language of the file around it."""
    image = node.child("image")
    demographics = node.child("demographics")
    return Persona(
        id=node.text("id"),
        title=node.text("title"),
        role=node.text("role"),
        quote=node.text("quote"),
        summary=node.text("summary"),
        segment=resolver.named("segment", node, "segment"),
        goals=node.texts("goals"),
        needs=node.texts("needs"),
        motivations=node.texts("motivations"),
        frustrations=node.texts("frustrations"),
        behaviours=node.texts("behaviours"),
        channels=resolver.channels(node, "channels"),
        demographics=_build_pairs(demographics) if demographics else (),
        image=build_image(image) if image else None,
        evidence=resolver.all_items(("evidence",), node, "evidence"),
        confidence=node.word("confidence", "assumed"),
        links=build_links(node),
        tags=node.texts("tags"),
        lang=node.text("lang") or lang,
        visibility=node.word("visibility"),
        deprecated=build_deprecation(node, resolver, "persona"),
        aliases=node.texts("aliases"),
        at=node.place,
    )


def _build_pairs(node: Node) -> tuple[tuple[str, str], ...]:
    return tuple((key, str(value.data)) for key, value in node.entries())
