"""Ways to change properties that have a shape of their own."""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.diffing.mutating.places import as_list, id_of, lengthen, words_of
from tests.diffing.mutating.recipes import Around, Recipe, Told, change_of_lists, is_mentioned, plain

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
_SEEN = ("internal", None, "public")
_LIFE = ("draft", "review", "published")


def seconds(text: Any) -> int | None:
    """Return how long a duration of one number and one unit lasts."""
    return None if text is None else int(text[:-1]) * _UNITS[text[-1]]


def _fixed(*values: Any) -> Any:
    def options(held: Any, around: Around) -> Sequence[Any]:
        del around
        return [*([held] if held not in values else []), *values]

    return options


def visibility(usual: str | None) -> Recipe:
    """Return what holds of who may see a thing; ``usual`` is who may where nothing is said."""

    def tell(old: Any, new: Any, around: Around) -> list[Told]:
        del around
        before, after = old or usual, new or usual
        if before == after:
            return []
        is_wider = _SEEN.index(before) < _SEEN.index(after)
        return [Told("visibility-widened" if is_wider else "visibility-narrowed", before, after)]

    return Recipe(_fixed("internal", None, "public"), tell)


def status() -> Recipe:
    """Return what holds of how far a journey is."""

    def tell(old: Any, new: Any, around: Around) -> list[Told]:
        del around
        before, after = old or "draft", new or "draft"
        if before == after:
            return []
        if after == "retired":
            return [Told("journey-retired", before, after)]
        if before == "retired":
            return [Told("journey-revived", before, after)]
        is_nearer = _LIFE.index(before) < _LIFE.index(after)
        return [Told("lifecycle-increased" if is_nearer else "lifecycle-decreased", before, after)]

    return Recipe(_fixed(None, *_LIFE, "retired"), tell)


def moment() -> Recipe:
    """Return what holds of whether a touchpoint is a moment of truth."""

    def tell(old: Any, new: Any, around: Around) -> list[Told]:
        del around
        before, after = bool(old), bool(new)
        if before == after:
            return []
        return [Told("moment-of-truth-set" if after else "moment-of-truth-unset", before, after)]

    return Recipe(_fixed(None, True, False), tell)


def alternative_text() -> Recipe:
    """Return what holds of the words that stand for a picture."""

    def tell(old: Any, new: Any, around: Around) -> list[Told]:
        del around
        before, after = plain(old), plain(new)
        if before == after:
            return []
        if before is None or after is None:
            return [Told("alt-text-added" if before is None else "alt-text-lost", before, after)]
        return [Told("text-changed", before, after, "alternative text")]

    return Recipe(_fixed(None, "A picture", "Another picture"), tell)


def uses() -> Recipe:
    """Return what holds of whose facts a touchpoint takes, tried with shared ones that say nothing."""

    def options(held: Any, around: Around) -> Sequence[Any]:
        del held, around
        return (None, "idle-desk", "bare-desk")

    def tell(old: Any, new: Any, around: Around) -> list[Told]:
        del around
        return [Told("shared-facts-changed", old, new)]

    return Recipe(options, tell)


def picture() -> Recipe:
    """Return what holds of the one picture of a persona."""

    def tell(old: Any, new: Any, around: Around) -> list[Told] | None:
        del around
        one, other = (each and lengthen("image", each, ()) for each in (old, new))
        if one == other:
            return []
        if one is None:
            return [Told("image-added", None, other["src"], other["src"])]
        if other is None:
            return [Told("image-removed", one["src"], None, one["src"])]
        if one.get("alt") != other.get("alt"):
            return None
        return [Told("image-changed", one["src"], other["src"])]

    return Recipe(_fixed(None, "pictures/a.png", {"src": "pictures/b.png"}), tell)


def keyed(
    added: str,
    removed: str,
    key: str,
    *samples: Any,
    order: str = "",
    moved: str = "order-changed",
    list_key: str,
    say: Any = None,
    changed: str = "",
    least: int = 0,
) -> Recipe:
    """Return what holds of a list whose items are known by one of their fields.

    What they say besides is a change of the kind ``changed``, or has properties of its own.
    """
    tell_value = say or (lambda item: item[key])

    def lengthened(side: Any) -> list[Any]:
        return [lengthen(list_key, each, ()) for each in as_list(side)]

    def options(held: Any, around: Around) -> Sequence[Any]:
        del around
        now = as_list(held)
        found = [now, *([*now, each] for each in samples), *([each] for each in samples)]
        found += [list(samples), list(samples[::-1])]
        found += [now[:place] + now[place + 1 :] for place in range(len(now))]
        found += [now[::-1]]
        known = [{item[key] for item in lengthened(side)} for side in found]
        kept = [
            side
            for side, names in zip(found, known, strict=True)
            if len(names) == len(side) and len(side) > least
        ]
        return [*kept, *([None] if least == 0 else [])]

    def tell(old: Any, new: Any, around: Around) -> list[Told] | None:
        del around
        before, after = lengthened(old), lengthened(new)
        match change_of_lists(before, after):
            case "same", _, _:
                return []
            case "added", _, item:
                return [Told(added, None, tell_value(item), item[key])]
            case "removed", item, _:
                return [Told(removed, tell_value(item), None, item[key])]
            case "replaced", item, other if changed and item[key] == other[key]:
                return [Told(changed, tell_value(item), tell_value(other), item[key])]
            case "moved", _, _ if moved and not (len(before) > 2):
                one, other = (tuple(item[key] for item in side) for side in (before, after))
                return [Told(moved, one, other, order)]
            case "moved", _, _ if not moved:
                return []
        return None

    return Recipe(options, tell)


def cast() -> Recipe:
    """Return what holds of who makes a journey: shared personas by id, and the journey's own."""
    samples = ("idle-persona", {"id": "new-local", "title": "New local", "role": "Guest"})

    def options(held: Any, around: Around) -> Sequence[Any]:
        now = as_list(held)
        found = [
            now,
            *([*now, each] for each in samples if each not in now),
            [now[-1], *now[:-1]] if now else [],
        ]
        found += [
            now[:place] + now[place + 1 :]
            for place, each in enumerate(now)
            if isinstance(each, str) or not is_mentioned(each, around.files)
        ]
        return [each or None for each in found]

    def tell(old: Any, new: Any, around: Around) -> list[Told] | None:
        del around
        before, after = as_list(old), as_list(new)
        match change_of_lists(before, after):
            case "same", _, _:
                return []
            case "moved", _, _:
                ids = [
                    tuple(id_of(item, "") if isinstance(item, dict) else item for item in side)
                    for side in (before, after)
                ]
                return [Told("order-changed", ids[0], ids[1], "personas")]
            case word, one, other if word in ("added", "removed"):
                item = other if one is None else one
                if isinstance(item, str):
                    return [Told(f"journey-persona-{word}", one, other, item)]
                was, now = (each and words_of(each) for each in (one, other))
                return [Told(f"persona-{word}", was, now, "", "persona", f"/persona:{item['id']}")]
        return None

    return Recipe(options, tell)


def aims() -> Recipe:
    """Return what holds of the KPIs of an opportunity: addresses of KPIs elsewhere, and its own."""
    samples = ("buy/gladness", "buy/all-sales", {"id": "new-aim", "metric": "gladness", "target": 5})

    def options(held: Any, around: Around) -> Sequence[Any]:
        now = as_list(held)
        found = [
            now,
            *([*now, each] for each in samples if each not in now),
            list(samples[:2]),
            list(samples[1::-1]),
        ]
        found += [
            now[:place] + now[place + 1 :]
            for place, each in enumerate(now)
            if isinstance(each, str) or not is_mentioned(each, around.files)
        ]
        return [each or None for each in found]

    def tell(old: Any, new: Any, around: Around) -> list[Told] | None:
        del around
        match change_of_lists(as_list(old), as_list(new)):
            case "same", _, _:
                return []
            case "moved", before, after if all(isinstance(each, str) for each in before):
                return [Told("order-changed", tuple(before), tuple(after), "kpis")]
            case word, one, other if word in ("added", "removed"):
                item = other if one is None else one
                if isinstance(item, str):
                    return [Told(f"opportunity-kpi-{word}", one, other, item)]
                was, now = (each and each["metric"] for each in (one, other))
                return [Told(f"kpi-{word}", was, now, "", "kpi", f"/kpi:{id_of(item, 'kpi')}")]
        return None

    return Recipe(options, tell)


def by_persona(emotions: bool) -> Recipe:
    """Return what holds of what people feel, or think: one for all, or one for each persona."""
    if emotions:
        samples: tuple[Any, ...] = (
            None,
            2,
            "merry",
            {"by": {"mira": 1}},
            {"by": {"mira": 1, "otto": "dull"}},
        )
    else:
        samples = (
            None,
            "One thought",
            "Two thoughts",
            {"by": {"mira": "Hm"}},
            {"by": {"mira": "Hm", "otto": "Oh"}},
        )

    def parts(side: Any) -> Mapping[str, Any]:
        if side is None:
            return {}
        if isinstance(side, dict) and "by" in side:
            found: Mapping[str, Any] = side["by"]
            return found
        return {"": side}

    def tell(old: Any, new: Any, around: Around) -> list[Told] | None:
        del around
        before, after = parts(old), parts(new)
        differing = [who for who in {**before, **after} if before.get(who) != after.get(who)]
        if not differing:
            return []
        who = differing[0]
        one, other = before.get(who), after.get(who)
        if len(differing) > 1:
            return None
        if not emotions:
            word = "added" if one is None else "removed" if other is None else "changed"
            return [Told(f"thought-{word}", one, other, who)]
        if one is not None and other is not None:
            return None
        return [Told("emotion-added" if one is None else "emotion-removed", _spell(one), _spell(other), who)]

    return Recipe(_fixed(*samples), tell)


def _spell(emotion: Any) -> Any:
    if not isinstance(emotion, dict):
        return emotion
    found = emotion.get("score")
    return found if found is not None else emotion.get("feeling") or ", ".join(emotion["feelings"])


def personalization() -> Recipe:
    """Return what holds of what is done for some people only."""
    samples = ({"segment": "newcomers", "text": "A cup of tea"}, {"persona": "otto", "text": "A chair"})

    def options(held: Any, around: Around) -> Sequence[Any]:
        del around
        now = as_list(held)
        found = [now, *([*now, each] for each in samples), list(samples), [*samples][::-1], [samples[0]]]
        found += [now[:place] + now[place + 1 :] for place in range(len(now))]
        return [each or None for each in found]

    def tell(old: Any, new: Any, around: Around) -> list[Told] | None:
        del around
        match change_of_lists(as_list(old), as_list(new)):
            case "same", _, _:
                return []
            case "added", _, item:
                return [Told("personalization-added", None, _say(item), _say(item))]
            case "removed", item, _:
                return [Told("personalization-removed", _say(item), None, _say(item))]
            case "moved", before, after:
                return [
                    Told(
                        "order-changed", tuple(map(_say, before)), tuple(map(_say, after)), "personalization"
                    )
                ]
        return None

    return Recipe(options, tell)


def _say(item: Any) -> str:
    return item if isinstance(item, str) else item["text"]


def target() -> Recipe:
    """Return what holds of a target: by the direction of its metric, more is harder or easier."""

    def tell(old: Any, new: Any, around: Around) -> list[Told]:
        if old == new:
            return []
        if old is None or new is None:
            return [Told("kpi-target-added" if old is None else "kpi-target-removed", old, new)]
        downward = around.owner["metric"] == "speed-of-pay"
        return [Told("kpi-target-tightened" if (new > old) != downward else "kpi-target-loosened", old, new)]

    return Recipe(_fixed(None, 0.2, 0.7, 3), tell)


def spans() -> Recipe:
    """Return what holds of a duration written as one text: the time that the customer is busy."""

    def tell(old: Any, new: Any, around: Around) -> list[Told] | None:
        del around
        if isinstance(old, dict) or isinstance(new, dict):
            return None
        before, after = seconds(old), seconds(new)
        if before == after:
            return []
        if before is None or after is None:
            return [Told("duration-added" if before is None else "duration-removed", before, after, "active")]
        return [
            Told("duration-increased" if before < after else "duration-decreased", before, after, "active")
        ]

    return Recipe(_fixed(None, "60s", "1m", "4m"), tell)


def lanes() -> Recipe:
    """Return what holds of a blueprint as a whole: its items come, go and change their lane."""
    item, other = {"id": "new-step", "text": "Wipes the desk"}, "Sweeps the floor"
    samples = (
        *(
            None,
            {"frontstage": [item]},
            {"backstage": [item]},
            {"support": [item]},
            {"backstage": [item, other]},
        ),
        {"physical_evidence": [item], "backstage": [other]},
    )

    def parts(side: Any) -> dict[str, tuple[Any, str]]:
        return {words_of(each): (each, lane) for lane, held in (side or {}).items() for each in held}

    def tell(old: Any, new: Any, around: Around) -> list[Told] | None:
        del around
        before, after = parts(old), parts(new)
        differing = [name for name in {**before, **after} if before.get(name) != after.get(name)]
        if not differing:
            return []
        if len(differing) > 1:
            return None
        name = differing[0]
        one, another = before.get(name), after.get(name)
        found = (one or another or ("", ""))[0]
        id = id_of(found, "")
        about, below = ("", f"/blueprint-item:{id}") if id else (name, "")
        if one is None or another is None:
            lane = (one or another or ("", ""))[1]
            about = "" if id else f"{lane.replace('_', ' ')}: {name}"
            told = "blueprint-item-added" if one is None else "blueprint-item-removed"
            return [Told(told, one and name, another and name, about, "blueprint-item", below)]
        visible = ("physical_evidence", "frontstage")
        crossed = (one[1] in visible) != (another[1] in visible)
        told = "line-of-visibility-crossed" if crossed else "blueprint-item-moved"
        return [Told(told, one[1], another[1], about, "blueprint-item", below)]

    return Recipe(_fixed(*samples), tell)


def demographics() -> Recipe:
    """Return what holds of what is known of a persona as pairs: they are one piece of wording."""

    def say(side: Any) -> Any:
        return tuple((key, str(value)) for key, value in side.items()) if side else None

    def tell(old: Any, new: Any, around: Around) -> list[Told]:
        del around
        return [] if old == new else [Told("text-changed", say(old), say(new), "demographics")]

    return Recipe(_fixed(None, {"age": 31}, {"age": "32"}, {"age": 31, "city": "Ulm"}), tell)


def theme() -> Recipe:
    """Return what holds of a token of the theme."""
    samples: dict[str, tuple[Any, ...]] = {
        "family": ("Georgia, serif", "Arial"),
        "face": ("Georgia", "Arial"),
        "unit": (6, 8),
        "radius": (3, 5),
        "line": (1, 2),
        **dict.fromkeys(("title", "heading", "body", "small"), (14, 16)),
    }

    def options(held: Any, around: Around) -> Sequence[Any]:
        spot = around.spot
        is_colour = spot.owner[-1] in ("light", "dark")
        found = ("#abcdef", "#fedcba") if is_colour else samples[spot.key]
        return [held, None, *found] if held is not None else [None, *found]

    def tell(old: Any, new: Any, around: Around) -> list[Told]:
        spot = around.spot
        return [] if old == new else [Told("theme-changed", old, new, f"{spot.owner[-1]}.{spot.key}")]

    return Recipe(options, tell)


def steps() -> Recipe:
    """Return what holds of a workspace's own colours of the steps of the scale."""

    def say(side: Any) -> Any:
        order = ("score", "solid", "on_solid", "tint", "on_tint")
        return (
            tuple(tuple((key, step[key]) for key in order if key in step) for step in as_list(side)) or None
        )

    def tell(old: Any, new: Any, around: Around) -> list[Told]:
        about = f"{around.spot.owner[-1]}.emotions"
        return [] if old == new else [Told("theme-changed", say(old), say(new), about)]

    samples = (
        [{"score": 1, "solid": "#111111", "on_solid": "#ffffff"}],
        [{"score": 2, "solid": "#111111", "on_solid": "#ffffff"}],
        [{"score": 1, "solid": "#111111", "on_solid": "#ffffff", "tint": "#222222", "on_tint": "#eeeeee"}],
        [{"score": 1, "solid": "#111111"}],
    )
    return Recipe(_fixed(None, *samples), tell)
