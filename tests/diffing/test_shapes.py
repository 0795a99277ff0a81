"""The fields with shapes of their own, where there is more to them than coming, going and changing."""

import pytest

from tests.diffing.cases import review_files
from tests.diffing.test_causes import FILES, edit
from tests.diffing.test_judging import HEAD, journey

MIRA = "journeymap: 1\nkind: persona\nid: mira\ntitle: Mira\n"


def told(before: dict[str, str], after: dict[str, str]) -> list[tuple[str, str]]:
    """Return id and about of each change."""
    return [(change.id, change.fact.about) for change in review_files(before, after).changes]


def touch(old: str, new: str) -> list[tuple[str, str]]:
    """Return what is told where the fields of the one touchpoint differ."""
    return told(journey(touchpoint=old), journey(touchpoint=new))


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("", "emotion: calm", [("emotion-added", "")]),
        ("", "emotion: {feelings: [calm, glad]}", [("emotion-added", "")]),
        ("emotion: {quote: Ah.}", "", [("emotion-removed", "")]),
        ("emotion: 1", "emotion: {score: 1, feeling: glad}", [("feeling-changed", "")]),
        (
            "emotion: {score: 1, feelings: [a, b]}",
            "emotion: {score: 1, feelings: [b, a]}",
            [("order-changed", "feelings")],
        ),
        ("needs: [a, b]", "needs: [b, a]", [("order-changed", "needs")]),
        ("tags: [a, b]", "tags: [b, a]", [("order-changed", "tags")]),
        ("tags: [a]", "tags: [b]", [("tag-added", "b"), ("tag-removed", "a")]),
        (
            "channel: [web, app]",
            "channel: [web, chat]",
            [("channel-use-removed", "app"), ("channel-use-added", "chat")],
        ),
        (
            "images: [{src: a.png, alt: A}]",
            "images: [{src: b.png, alt: A}]",
            [("image-added", "b.png"), ("image-removed", "a.png")],
        ),
        (
            "images: [{src: a.png, alt: A}]",
            "images: [{src: a.png, alt: B}]",
            [("text-changed", "a.png: alternative text")],
        ),
        (
            "images: [{src: a.png, alt: A}, {src: b.png, alt: B}]",
            "images: [{src: b.png, alt: B}, {src: a.png, alt: A}]",
            [("order-changed", "images")],
        ),
        (
            "links: [{url: 'https://a.example', title: A}]",
            "links: [{url: 'https://a.example', title: B}]",
            [("text-changed", "https://a.example: link title")],
        ),
        (
            "personalization: [{text: A, segment: new}]",
            "personalization: [{text: B, segment: new}]",
            [("text-changed", "new: personalization")],
        ),
        (
            "personalization: [A]",
            "personalization: [B]",
            [("personalization-added", "B"), ("personalization-removed", "A")],
        ),
        ("personalization: [A, B]", "personalization: [B, A]", [("order-changed", "personalization")]),
        ("next: [{exit: a}, {exit: b}]", "next: [{exit: b}, {exit: a}]", [("order-changed", "ways on")]),
        (
            "next: [{exit: a, when: it rains}]",
            "next: [{exit: a, when: it snows}]",
            [("text-changed", "exit:a: condition")],
        ),
        ("next: []", "", []),
        (
            "pains: [{text: It hurts, severity: low}]",
            "pains: [{text: It hurts, severity: high}]",
            [("pain-severity-increased", "It hurts")],
        ),
        ("pains: [It hurts, It burns]", "pains: [It burns, It hurts]", [("order-changed", "pains")]),
        (
            "duration: {active: 1m, elapsed: 1d}",
            "duration: {active: 1m, elapsed: 2d}",
            [("duration-increased", "elapsed")],
        ),
        (
            "blueprint: {backstage: [A, B]}",
            "blueprint: {backstage: [B, A]}",
            [("order-changed", "backstage")],
        ),
        (
            "deprecated: {reason: Old}",
            "deprecated: {reason: Odd}",
            [("text-changed", "reason of the deprecation")],
        ),
    ],
)
def test_fields_of_a_touchpoint(old: str, new: str, changes: list[tuple[str, str]]) -> None:
    """Each difference is told once, and says which of several it is."""
    segments = "segments: [{id: new, title: New}]\n"
    library = {"shared.library.yaml": f"journeymap: 1\nkind: library\n{segments}"}
    assert told(journey(touchpoint=old) | library, journey(touchpoint=new) | library) == changes


def test_thoughts_are_told_by_persona() -> None:
    """Whoever thinks something else is named, and who begins to think is new."""
    people = {
        "mira.persona.yaml": MIRA,
        "tom.persona.yaml": MIRA.replace("mira", "tom").replace("Mira", "Tom"),
    }
    header = "personas: [mira, tom]\n"
    before = journey(header, "thought: {by: {mira: A}}") | people
    after = journey(header, "thought: {by: {mira: B, tom: C}}") | people
    assert told(before, after) == [("thought-added", "tom"), ("thought-changed", "mira")]


def test_a_journey_names_its_shared_personas_and_tells_its_own() -> None:
    """A persona that is written in the journey is a thing; one that is named is a reference."""
    shared = {"mira.persona.yaml": MIRA}
    before = journey("personas: [mira]\n") | shared
    after = journey("personas: [mira, {id: tom, title: Tom}]\n") | shared
    assert told(before, after) == [("persona-added", "")]
    swapped = journey("personas: [{id: tom, title: Tom}, mira]\n") | shared
    assert told(after, swapped) == [("order-changed", "personas")]


def test_the_picture_of_a_persona() -> None:
    """It comes, goes, and loses its words."""
    plain = {"mira.persona.yaml": MIRA}
    pictured = {"mira.persona.yaml": f"{MIRA}image: {{src: a.png, alt: A}}\n"}
    silent = {"mira.persona.yaml": f"{MIRA}image: {{src: a.png}}\n"}
    assert told(plain, pictured) == [("image-added", "a.png")]
    assert told(pictured, plain) == [("image-removed", "a.png")]
    assert told(pictured, silent) == [("alt-text-lost", "")]


def test_a_target_follows_the_direction_of_its_metric() -> None:
    """Where down is better, a higher target is easier to reach."""
    library = "journeymap: 1\nkind: library\nmetrics: [{{id: time, title: Time, direction: {0}}}]\n"
    for direction, id in (("up", "kpi-target-tightened"), ("down", "kpi-target-loosened")):
        shared = {"shared.library.yaml": library.format(direction)}
        before, after = (journey(touchpoint=f"kpis: [{{metric: time, target: {each}}}]") for each in (4, 5))
        assert told(before | shared, after | shared) == [(id, "")]


def test_a_target_of_a_metric_that_was_turned_round_is_compared_as_a_number() -> None:
    """Both ways tell the same of it, and that the metric was turned round is told beside."""
    library = "journeymap: 1\nkind: library\nmetrics: [{{id: time, title: Time, direction: {0}}}]\n"
    sides = [
        journey(touchpoint=f"kpis: [{{metric: time, target: {target}}}]")
        | {"shared.library.yaml": library.format(direction)}
        for direction, target in (("up", 4), ("down", 5))
    ]
    assert told(*sides) == [("metric-direction-flipped", ""), ("kpi-target-tightened", "")]
    assert told(*reversed(sides)) == [("metric-direction-flipped", ""), ("kpi-target-loosened", "")]


def test_objectives_change_in_words() -> None:
    """The text of an objective is a detail, its being there is not."""
    before, after = journey("objective: Sell more\n"), journey("objective: Sell better\n")
    assert told(before, after) == [("text-changed", "objective")]


def test_another_type_of_a_custom_field_is_told_with_the_field() -> None:
    """That one became yes everywhere follows from the type, and is not told again of every value."""
    lane = "journeymap: 1\nkind: workspace\ntitle: W\nlanes: [{{id: rule, title: Rule, type: {0}}}]\n"
    before = journey(touchpoint="fields: {rule: 1}") | {"journeymap.yaml": lane.format("number")}
    after = journey(touchpoint="fields: {rule: 2}") | {"journeymap.yaml": lane.format("number")}
    assert told(before, after) == [("field-value-changed", "rule")]
    yes = journey(touchpoint="fields: {rule: true}") | {"journeymap.yaml": lane.format("boolean")}
    assert told(before, yes) == [("lane-type-changed", "")]


def test_views_and_settings_change_key_by_key() -> None:
    """Each key of the settings is told for itself; columns by the field that they show."""
    before = edit("lanes:", "checks: {rules: {flat-emotion: off}}\nlanes:")
    after = edit("lanes:", "checks: {rules: {flat-emotion: info}, overrides: []}\nlanes:")
    assert told(before, after) == [
        ("check-settings-changed", "overrides"),
        ("check-settings-changed", "rules"),
    ]
    assert told(FILES, edit("title: W\n", "title: Ways\n")) == [("title-changed", "")]


def test_moving_a_touchpoint_and_changing_it_is_told_apart() -> None:
    """A new place and a new title are two changes of the same thing."""
    text = (
        "stages:\n  - {id: a, title: A, touchpoints: [{id: one, title: One}, {id: two, title: Two}]}\n"
        "  - {id: b, title: B, touchpoints: [{id: three, title: Three}]}\n"
    )
    moved = (
        "stages:\n  - {id: a, title: A, touchpoints: [{id: one, title: One}]}\n"
        "  - {id: b, title: B, touchpoints: [{id: two, title: Second}, {id: three, title: Three}]}\n"
    )
    head = f"{HEAD}status: published\n"
    before, after = {"s.journey.yaml": head + text}, {"s.journey.yaml": head + moved}
    assert told(before, after) == [("touchpoint-moved", ""), ("title-changed", "")]


def test_what_moved_into_a_new_stage_is_told_and_what_went_with_the_old_one_is_not() -> None:
    """A stage that goes speaks for its touchpoints, but for those that went elsewhere."""
    head = f"{HEAD}status: published\nstages:\n  - {{id: z, title: Z}}\n"
    one, two, three = (f"{{id: {id}, title: {id.capitalize()}}}" for id in ("one", "two", "three"))
    one = one.replace("}", ", kpis: [rate]}")
    old = f"  - {{id: a, title: Old one, touchpoints: [{one}, {two}]}}\n"
    new = f"  - {{id: b, title: Another, touchpoints: [{two}, {three}]}}\n"
    end = "  - {id: y, title: Y}\n"
    library = {"l.library.yaml": "journeymap: 1\nkind: library\nmetrics: [{id: rate, title: Rate}]\n"}
    before, after = {"s.journey.yaml": head + old + end}, {"s.journey.yaml": head + new + end}
    changes = review_files(before | library, after | library).changes
    assert [(each.id, each.message) for each in changes] == [
        ("stage-removed", "the stage `Old one` was removed (with `One` and `Two`)"),
        ("touchpoint-moved", "the touchpoint `Two` moved from the stage `Old one` to `Another`"),
        ("stage-added", "the stage `Another` was added"),
    ]


def test_a_split_stage_takes_its_touchpoints_along() -> None:
    """Touchpoints that went to an heir of their stage have not moved; those that are gone are told."""
    head = f"{HEAD}status: published\n"
    before = head + (
        "stages:\n  - {id: a, title: A, touchpoints: "
        "[{id: one, title: One}, {id: two, title: Two}, {id: three, title: Three}]}\n"
    )
    after = head + (
        "moved: [{from: a, to: [b, c]}]\nstages:\n"
        "  - {id: b, title: B, touchpoints: [{id: one, title: One}]}\n"
        "  - {id: c, title: C, touchpoints: [{id: two, title: Two}]}\n"
    )
    assert told({"s.journey.yaml": before}, {"s.journey.yaml": after}) == [
        ("touchpoint-removed", ""),
        ("stage-split", ""),
    ]
