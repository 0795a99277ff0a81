"""Compares what people feel and think, what decides whether they stay, and what they see."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from journeymap.diffing.changes import Fact
from journeymap.diffing.fields import Own
from journeymap.diffing.sides import Pair, Sides
from journeymap.diffing.tables import compare_fields
from journeymap.diffing.values import name_titles


def compare_emotions(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield how emotions differ, persona by persona."""
    old = _by_persona(pair.before.emotions, pair, sides)
    new = {emotion.persona: emotion for emotion in pair.after.emotions}
    is_moment = getattr(pair.after, "moment_of_truth", False) or getattr(
        pair.before, "moment_of_truth", False
    )
    for persona in (*old, *(each for each in new if each not in old)):
        before, after = old.get(persona), new.get(persona)
        context: dict[str, Any] = {**name_titles("persona", (persona,), pair, sides)}
        if is_moment:
            context["moment_of_truth"] = True
        named = pair._replace(who=persona)
        if before is not None and after is not None:
            scores = _weigh(before.score, after.score, sides)
            inner = named.inside(before, after, spec.key, **context, **scores)
            yield from compare_fields(inner, sides)
        elif before is None and after is not None:
            yield named.tell("emotion-added", None, _spell(after), key=spec.key, **context)
        elif before is not None:
            yield named.tell("emotion-removed", _spell(before), None, key=spec.key, **context)


def _by_persona(emotions: Sequence[Any], pair: Pair, sides: Sides) -> Mapping[str, Any]:
    journey = pair.entity.journey
    return {sides.renames.follow("persona", each.persona, journey): each for each in emotions}


def _weigh(old: Any, new: Any, sides: Sides) -> dict[str, Any]:
    """Return how far a score went, in canonical steps, and whether it went through neutral."""
    if old is None or new is None or old == new:
        return {}
    canonical = [
        portfolio.workspace.emotion_scale.canonical(score)
        for portfolio, score in ((sides.before, old), (sides.after, new))
    ]
    found: dict[str, Any] = {"steps": round(abs(canonical[1] - canonical[0]), 9)}
    if canonical[0] * canonical[1] < 0:
        found["flipped"] = True
    return found


def _spell(emotion: Any) -> Any:
    """Return what an emotion is in short: its score, else its words."""
    if emotion.score is not None:
        return emotion.score
    return emotion.feeling or ", ".join(emotion.feelings) or emotion.quote or None


def compare_thoughts(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield how thoughts differ, persona by persona."""
    old = _texts_by_persona(pair.before.thoughts, pair, sides)
    new = _texts_by_persona(pair.after.thoughts, None, sides)
    for persona in (*old, *(each for each in new if each not in old)):
        named = pair._replace(who=persona)
        gone = [text for text in old.get(persona, ()) if text not in new.get(persona, ())]
        come = [text for text in new.get(persona, ()) if text not in old.get(persona, ())]
        titles = name_titles("persona", (persona,), pair, sides)
        if len(gone) == len(come) == 1:
            yield named.tell("thought-changed", gone[0], come[0], key=spec.key, **titles)
            continue
        for text in gone:
            yield named.tell("thought-removed", text, None, key=spec.key, **titles)
        for text in come:
            yield named.tell("thought-added", None, text, key=spec.key, **titles)


def _texts_by_persona(thoughts: Sequence[Any], pair: Pair | None, sides: Sides) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for thought in thoughts:
        persona = thought.persona
        if pair is not None:
            persona = sides.renames.follow("persona", persona, pair.entity.journey)
        found.setdefault(persona, []).append(thought.text)
    return found


def compare_moment(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield that a touchpoint became a moment of truth, or is one no more."""
    del sides
    is_set = pair.after.moment_of_truth
    yield pair.tell(f"moment-of-truth-{'set' if is_set else 'unset'}", not is_set, is_set, key=spec.name)


def compare_personalization(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield how what differs for whom has changed: found again by whom it is for and what it says."""
    journey = pair.entity.journey
    follow = sides.renames.follow

    def audience(each: Any, *, is_old: bool) -> tuple[str, str]:
        if not is_old:
            return each.segment, each.persona
        return follow("segment", each.segment, journey), follow("persona", each.persona, journey)

    old, new = list(pair.before.personalization), list(pair.after.personalization)
    pairs: list[tuple[Any, Any]] = []

    def says_the_same(one: Any, other: Any) -> bool:
        is_same_text = bool(one.text == other.text)
        return is_same_text and audience(one, is_old=True) == audience(other, is_old=False)

    def is_for_the_same(one: Any, other: Any) -> bool:
        found = audience(one, is_old=True)
        return any(found) and found == audience(other, is_old=False)

    for is_same in (says_the_same, is_for_the_same):
        for one in tuple(old):
            other = next((each for each in new if is_same(one, each)), None)
            if other is not None:
                pairs.append((one, other))
                old.remove(one)
                new.remove(other)
    for one, other in pairs:
        who = " ".join(filter(None, audience(other, is_old=False))) or other.text
        inner = pair.inside(one, other, spec.name)._replace(who=who)
        if one.text != other.text:
            yield inner.tell("text-changed", one.text, other.text, key="text", about="personalization")
        yield from compare_fields(inner, sides)
    for each in old:
        yield pair.inside(each, each, spec.name).tell(
            "personalization-removed", each.text, None, about=each.text
        )
    for each in new:
        yield pair.inside(each, each, spec.name).tell(
            "personalization-added", None, each.text, about=each.text
        )
    # The pairs stand in the order in which they were found.
    places = {id(each): place for place, each in enumerate(pair.before.personalization)}
    followed = [id(other) for one, other in sorted(pairs, key=lambda found: places[id(found[0])])]
    if not old and not new and followed != list(map(id, pair.after.personalization)):
        texts = [tuple(each.text for each in side.personalization) for side in (pair.before, pair.after)]
        yield pair.tell("order-changed", *texts, key=spec.name, about="personalization")


def compare_images(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield which pictures came and went, and what became of the words that stand for them."""
    yield from compare_by_key(
        spec, pair, sides, key="src", ids=("image-added", "image-removed"), about="images"
    )


def compare_links(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield which links came and went, by their addresses, and what else changed about them."""
    yield from compare_by_key(spec, pair, sides, key="url", ids=("link-added", "link-removed"), about="links")


def compare_by_key(
    spec: Own, pair: Pair, sides: Sides, *, key: str, ids: tuple[str, str], about: str
) -> Iterator[Fact]:
    """Yield how two lists differ whose items are known by one of their fields."""
    sides_of = (getattr(pair.before, spec.name), getattr(pair.after, spec.name))
    old, new = ({getattr(each, key): each for each in side} for side in sides_of)
    for name, each in old.items():
        if name not in new:
            yield pair.tell(ids[1], name, None, key=spec.name, about=name)
        elif each != new[name]:
            inner = pair.inside(each, new[name], spec.name)
            yield from compare_fields(inner._replace(who=_join(pair.who, name)), sides)
    for name in new:
        if name not in old:
            yield pair.tell(ids[0], None, name, key=spec.name, about=name)
    orders = [[name for name in side if name in other] for side, other in ((old, new), (new, old))]
    if len(old) == len(new) == len(orders[0]) and orders[0] != orders[1]:
        yield pair.tell("order-changed", tuple(orders[0]), tuple(orders[1]), key=spec.name, about=about)


def _join(*names: str) -> str:
    return ": ".join(filter(None, names))


def compare_image(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield that the one picture of something came, went, or is another one."""
    old, new = pair.before.image, pair.after.image
    if old is None or new is None:
        id = "image-added" if old is None else "image-removed"
        yield pair.tell(id, old and old.src, new and new.src, key=spec.name, about=(new or old).src)
        return
    if old.src != new.src:
        yield pair.tell("image-changed", old.src, new.src, key=spec.name)
    yield from compare_fields(pair.inside(old, new, spec.name), sides)


def compare_alt(spec: Own, pair: Pair, sides: Sides) -> Iterator[Fact]:
    """Yield what became of the words that stand for a picture."""
    del sides
    old, new = pair.before.alt, pair.after.alt
    id = "text-changed" if old and new else "alt-text-lost" if old else "alt-text-added"
    about = "alternative text" if id == "text-changed" else ""
    yield pair.tell(id, old, new, key=spec.name, about=about)
