"""Data → what is said about customers: emotions, thoughts, pains, gains, evidence; and deprecations."""

import posixpath
from collections.abc import Iterator

from journeymap.building.reading import Node
from journeymap.building.references import Resolver
from journeymap.model import Deprecation, Emotion, Evidence, Gain, Image, Link, Pain, Thought


def build_emotions(node: Node, key: str, resolver: Resolver) -> tuple[Emotion, ...]:
    """Return the emotions written under a key: a score, a feeling, a mapping, or one by persona."""
    written = node.child(key)
    if written is None:
        return ()
    by = written.child("by") if written.is_mapping else None
    if by is None:
        return (_build_emotion(written, resolver),)
    return tuple(
        _build_emotion(each, resolver, resolver.key_persona(by, persona)) for persona, each in by.entries()
    )


def _build_emotion(node: Node, resolver: Resolver, persona: str = "") -> Emotion:
    if node.is_number:
        return Emotion(score=node.data, persona=persona, at=node.place)
    if node.is_text:
        return Emotion(feeling=node.data, persona=persona, at=node.place)
    return Emotion(
        score=node.number("score"),
        feeling=node.text("feeling"),
        feelings=node.texts("feelings"),
        intensity=node.whole("intensity"),
        quote=node.text("quote"),
        confidence=node.word("confidence", "assumed"),
        evidence=resolver.all_items(("evidence",), node, "evidence"),
        persona=persona,
        at=node.place,
    )


def build_thoughts(node: Node, key: str, resolver: Resolver) -> tuple[Thought, ...]:
    """Return the thoughts written under a key: a text, or one by persona."""
    return tuple(_each_thought(node, key, resolver))


def _each_thought(node: Node, key: str, resolver: Resolver) -> Iterator[Thought]:
    for written in node.items(key):
        if written.is_text:
            yield Thought(written.data)
        for by in written.items("by"):
            for persona, text in by.entries():
                yield Thought(str(text.data), resolver.key_persona(by, persona))


def build_pain(node: Node, resolver: Resolver) -> Pain:
    """Return a pain; a text alone is its text."""
    if node.is_text:
        return Pain(node.data, at=node.place)
    return Pain(
        text=node.text("text"),
        id=node.text("id"),
        severity=node.word("severity"),
        frequency=node.word("frequency"),
        confidence=node.word("confidence", "assumed"),
        evidence=resolver.all_items(("evidence",), node, "evidence"),
        personas=resolver.all_personas(node, "personas"),
        visibility=node.word("visibility"),
        deprecated=build_deprecation(node, resolver),
        aliases=node.texts("aliases"),
        tags=node.texts("tags"),
        at=node.place,
    )


def build_gain(node: Node, resolver: Resolver) -> Gain:
    """Return a gain; a text alone is its text."""
    if node.is_text:
        return Gain(node.data, at=node.place)
    return Gain(
        text=node.text("text"),
        id=node.text("id"),
        confidence=node.word("confidence", "assumed"),
        evidence=resolver.all_items(("evidence",), node, "evidence"),
        personas=resolver.all_personas(node, "personas"),
        visibility=node.word("visibility"),
        deprecated=build_deprecation(node, resolver),
        aliases=node.texts("aliases"),
        tags=node.texts("tags"),
        at=node.place,
    )


def build_evidence(node: Node, resolver: Resolver) -> Evidence:
    """Return a piece of research."""
    return Evidence(
        id=node.text("id"),
        title=node.text("title"),
        kind=node.word("kind", "other"),
        source=resolver.named("source", node, "source"),
        date=node.text("date"),
        sample=node.whole("sample"),
        url=node.text("url"),
        summary=node.text("summary"),
        visibility=node.word("visibility"),
        deprecated=build_deprecation(node, resolver),
        aliases=node.texts("aliases"),
        tags=node.texts("tags"),
        at=node.place,
    )


def build_deprecation(node: Node, resolver: Resolver, kind: str = "") -> Deprecation | None:
    """Return that an item is on its way out, or nothing.

    What replaces it is an item of a journey, or something that the workspace declares of a ``kind``.
    """
    written = node.child("deprecated")
    if written is None:
        return None
    replaced_by = (
        resolver.named(kind, written, "replaced_by") if kind else resolver.item((), written, "replaced_by")
    )
    return Deprecation(written.text("since"), written.text("sunset"), replaced_by, written.text("reason"))


def build_links(node: Node) -> tuple[Link, ...]:
    """Return the links of something; a text alone is the address."""
    return tuple(
        Link(each.data) if each.is_text else Link(each.text("url"), each.text("title"), each.text("rel"))
        for each in node.items("links")
    )


def build_image(node: Node) -> Image:
    """Return a picture; a text alone is its path, which is relative to the file it is written in."""
    src, alt = (node.data, "") if node.is_text else (node.text("src"), node.text("alt"))
    if not src or src.startswith("/") or ":" in src:
        return Image(src, alt)
    return Image(posixpath.normpath(posixpath.join(posixpath.dirname(node.place.file), src)), alt)
