"""Data → the settings of a workspace: language, emotion scale, lanes, views."""

from typing import Final

from journeymap.building.reading import Node
from journeymap.building.references import Resolver
from journeymap.building.theming import build_theme
from journeymap.model import EmotionScale, Lane, ScaleLabel, View, ViewColumn, Workspace

_FILTERED_KINDS: Final = {"segments": "segment", "phases": "phase"}


def build_workspace(node: Node, resolver: Resolver, root: str) -> Workspace:
    """Return what ``journeymap.yaml`` says; ``root`` is its folder as shown to the user."""
    return Workspace(
        title=node.text("title"),
        site_url=node.text("site_url"),
        edit_url=node.text("edit_url"),
        lang=node.text("lang") or "en",
        emotion_scale=_build_scale(node),
        lanes=tuple(_build_lane(each) for each in node.items("lanes")),
        opportunity_score=node.word("opportunity_score", "mean-value"),
        views=tuple(_build_view(each, resolver) for each in node.items("views")),
        theme=build_theme(node.child("theme")),
        checks=node.plain("checks"),
        policy=node.plain("policy"),
        connections=node.plain("connections"),
        measure=node.plain("measure"),
        root=root,
        declared=True,
        at=node.place,
    )


def _build_scale(node: Node) -> EmotionScale:
    written = node.child("emotion_scale")
    if written is None:
        return EmotionScale()
    low, high, neutral = (written.number(key) for key in ("min", "max", "neutral"))
    usual = EmotionScale()
    return EmotionScale(
        min=usual.min if low is None else low,
        max=usual.max if high is None else high,
        neutral=usual.neutral if neutral is None else neutral,
        labels=tuple(
            ScaleLabel(each.number("score") or 0, each.text("text")) for each in written.items("labels")
        ),
    )


def _build_lane(node: Node) -> Lane:
    return Lane(
        id=node.text("id"),
        title=node.text("title"),
        on=node.word("on", "touchpoint"),
        type=node.word("type", "text"),
        summary=node.text("summary"),
        at=node.place,
    )


def _build_view(node: Node, resolver: Resolver) -> View:
    return View(
        id=node.text("id"),
        title=node.text("title"),
        form=node.word("form", "map"),
        rows=node.word("rows", "touchpoints"),
        where=_build_filter(node, resolver),
        columns=tuple(
            ViewColumn(each.data) if each.is_text else ViewColumn(each.text("field"), each.text("title"))
            for each in node.items("columns")
        ),
        lanes=node.texts("lanes"),
        at=node.place,
    )


def _build_filter(node: Node, resolver: Resolver) -> dict[str, tuple[str, ...]]:
    """Return which items a view shows: for each property the values it may have."""
    written = node.child("where")
    if written is None:
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for key, _ in written.entries():
        if key == "personas":
            found[key] = resolver.all_personas(written, key)
        elif key == "channels":
            found[key] = resolver.channels(written, key)
        elif key in _FILTERED_KINDS:
            found[key] = resolver.all_named(_FILTERED_KINDS[key], written, key)
        else:
            found[key] = written.texts(key)
    return found
