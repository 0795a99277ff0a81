"""One cause is one change: renames, shared facts and overlays are told once, with what they change."""

import re

import pytest

from journeymap.diffing import Change
from tests.diffing.cases import errors_of, review_files
from tests.diffing.test_properties import files_of

JOURNEY = """\
journeymap: 1
kind: journey
id: shop
title: Shop
status: published
owner: care
personas: [mira]
segments: [new]
sources: [crm]
objective: {text: Sell more, kpi: pay/rate}
exits: [{id: leaves, title: Leaves}]
evidence: [{id: survey, title: Survey, source: crm}]
opportunities:
  - {id: early, title: Show the cost at once, addresses: [late], kpis: [pay/rate], owner: care}
feedback_loops: [{id: nps, text: Asks each month, feeds: [pay], source: crm}]
insights: [{id: churn, text: Some leave, source: crm, evidence: [survey]}]
stages:
  - id: buy
    title: Buy
    phase: deciding
    touchpoints:
      - {id: basket, title: Basket, channel: desk, next: [{to: pay}, {exit: leaves}], uses: card-page}
      - id: pay
        title: Pay
        channel: desk
        systems: [gateway]
        actor: mira
        personas: [mira]
        emotion: {by: {mira: {score: 1, evidence: [survey]}}}
        thought: {by: {mira: Good}}
        pains: [{id: late, text: Hidden cost, evidence: [survey], personas: [mira]}]
        kpis: [{id: rate, metric: conversion}, effort]
        personalization: [{text: Prefilled, segment: new, persona: mira, source: crm}]
        blueprint: {support: [{id: money, text: Takes payments, system: gateway}]}
        fields: {rule: "#5"}
"""
LIBRARY = """\
journeymap: 1
kind: library
channels: [{id: desk, title: Desk}]
teams: [{id: care, title: Care}]
systems: [{id: gateway, title: Gateway, owner: care}]
segments: [{id: new, title: New visitors}]
sources: [{id: crm, title: CRM}]
phases: [{id: deciding, title: Deciding}]
metrics:
  - {id: conversion, title: Conversion, source: crm, owner: care}
  - {id: effort, title: Effort}
touchpoints: [{id: card-page, title: Card page, channel: desk, owner: care, kpis: [effort]}]
"""
PERSONA = "journeymap: 1\nkind: persona\nid: mira\ntitle: Mira\nsegment: new\nchannels: [desk]\n"
OVERLAY = """\
journeymap: 1
kind: journey
id: later
title: Later
extends: shop
state: future
status: published
changes:
  - {set: basket, fields: {action: Looks at it.}}
"""
OTHER = """\
journeymap: 1
kind: journey
id: other
title: Other
status: published
opportunities: [{title: Learn from them, addresses: ["shop#late"], kpis: ["shop#pay/rate", shop/total]}]
stages:
  - id: start
    title: Start
    touchpoints: [{id: first, title: First, next: [{journey: shop}], expand: shop}]
deprecated: {since: 2026-01-01, replaced_by: shop}
"""
SETTINGS = "journeymap: 1\nkind: workspace\ntitle: W\nlanes: [{id: rule, title: Rule}]\n"
FILES = {
    "shop.journey.yaml": JOURNEY.replace(
        "evidence: [{id", "kpis: [{id: total, metric: effort}]\nevidence: [{id"
    ),
    "later.journey.yaml": OVERLAY,
    "other.journey.yaml": OTHER,
    "mira.persona.yaml": PERSONA,
    "shared.library.yaml": LIBRARY,
    "journeymap.yaml": SETTINGS,
}


def told(changes: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    """Return id, path and about of each change."""
    return [(change.id, change.fact.entity.path, change.fact.about) for change in changes]


def edit(old: str, new: str) -> dict[str, str]:
    """Return the files with a text in the place of another."""
    edited = {name: text.replace(old, new) for name, text in FILES.items()}
    assert edited != FILES
    return edited


@pytest.mark.parametrize(
    ("kind", "id"),
    [
        *(("stage", "buy"), ("touchpoint", "pay"), ("exit", "leaves"), ("evidence", "survey")),
        *(("opportunity", "early"), ("feedback-loop", "nps"), ("insight", "churn"), ("pain", "late")),
        *(("kpi", "rate"), ("kpi", "total"), ("blueprint-item", "money"), ("channel", "desk")),
        *(("team", "care"), ("system", "gateway"), ("segment", "new"), ("source", "crm")),
        *(("phase", "deciding"), ("metric", "conversion"), ("metric", "effort"), ("persona", "mira")),
        *(("shared-touchpoint", "card-page"), ("journey", "shop")),
    ],
)
def test_a_declared_rename_is_one_change(kind: str, id: str) -> None:
    """Whatever refers to a renamed thing, by the old id or the new one, has not changed."""
    after = {
        name: re.sub(
            rf"\bid: {id}(?=[,\n])",
            f"id: fresh\naliases: [{id}]"
            if kind in ("journey", "persona")
            else f"id: fresh, aliases: [{id}]",
            text,
        )
        for name, text in FILES.items()
    }
    after = {
        name: re.sub(r"^(( *)- id: fresh), (aliases.*)$", r"\1\n\2  \3", text, flags=re.MULTILINE)
        for name, text in after.items()
    }
    assert after != FILES
    assert errors_of(after) == []
    review = review_files(FILES, after)
    assert [change.id for change in review.changes] == [f"{kind}-renamed"]
    followed = {name: _follow(text, id) for name, text in after.items()}
    assert errors_of(followed) == []
    assert told(review_files(FILES, followed).changes) == told(review.changes)
    back = review_files(after, FILES)
    assert [change.id for change in back.changes] == [f"{kind}-id-changed"]


def _follow(text: str, id: str) -> str:
    """Return a file whose references use the new id."""
    return re.sub(rf"(?<!id: )(?<!aliases: \[)(?<!title: )\b{id}\b(?=[\],}}/#:\n])", "fresh", text)


def test_a_rename_inside_a_base_is_told_at_the_base() -> None:
    """The overlay that inherits a renamed touchpoint changes with it."""
    after = edit("- id: pay\n", "- id: fresh\n        aliases: [pay]\n")
    (change,) = review_files(FILES, after).changes
    assert change.fact.entity.path == "journey:shop/stage:buy/touchpoint:fresh"
    assert change.fact.affects == ("journey:later",)


def test_what_an_overlay_inherits_is_told_where_it_was_written() -> None:
    """A change of the base is one change; what the overlay says itself is another."""
    after = edit("title: Pay\n", "title: Pay by card\n")
    after["later.journey.yaml"] += "  - {set: pay, fields: {action: Pays.}}\n"
    assert told(review_files(FILES, after).changes) == [
        ("title-changed", "journey:shop/stage:buy/touchpoint:pay", ""),
        ("text-changed", "journey:later/stage:buy/touchpoint:pay", "action"),
    ]


def test_a_shared_touchpoint_is_told_once_for_all_who_use_it() -> None:
    """The facts that it gives to others are told with it, each with the touchpoints that change."""
    after = edit("title: Card page, channel: desk", "title: Card page, events: [seen], channel: desk")
    after["shared.library.yaml"] = after["shared.library.yaml"].replace("kpis: [effort]", "kpis: []")
    changes = review_files(FILES, after).changes
    assert told(changes) == [
        ("kpi-removed", "library/shared-touchpoint:card-page/kpi:effort", ""),
        ("event-added", "library/shared-touchpoint:card-page", "seen"),
    ]
    users = (
        "journey:shop/stage:buy/touchpoint:basket",
        "journey:later",
        "journey:shop",
    )
    assert all(
        set(change.fact.affects) <= {*users, "journey:later/stage:buy/touchpoint:basket"}
        for change in changes
    )
    assert all(users[0] in change.fact.affects for change in changes)


def test_a_touchpoint_that_says_it_itself_does_not_change_with_the_shared_one() -> None:
    """Only who takes a fact from the shared touchpoint is affected by it."""
    base = edit("title: Basket,", "title: Basket, events: [own],")
    after = {
        **base,
        "shared.library.yaml": LIBRARY.replace("title: Card page,", "title: Card page, events: [seen],"),
    }
    (change,) = review_files(base, after).changes
    assert "journey:shop/stage:buy/touchpoint:basket" not in change.fact.affects


def test_what_is_shared_names_the_journeys_that_use_it() -> None:
    """An edit of the library is one change, whoever it reaches."""
    after = edit(
        "{id: conversion, title: Conversion,", "{id: conversion, title: Conversion, direction: down,"
    )
    (change,) = review_files(FILES, after).changes
    assert (change.id, change.level.word) == ("metric-direction-flipped", "breaking")
    assert change.fact.affects == ("journey:later", "journey:shop")


def test_another_scale_reaches_every_journey() -> None:
    """What all scores are on is felt everywhere."""
    after = edit("lanes:", "emotion_scale: {min: -5, max: 5}\nlanes:")
    changes = review_files(FILES, after).changes
    assert [change.id for change in changes] == ["emotion-scale-changed"] * 2
    assert changes[0].fact.affects == ("journey:later", "journey:other", "journey:shop")


def test_a_stage_speaks_for_what_went_with_it() -> None:
    """Its touchpoints, their pains and KPIs are not told one by one; what went elsewhere is."""
    text = files_of("online-retailer")
    name = next(name for name in text if name.endswith("returns.journey.yaml"))
    before = {each: content.decode() for each, content in text.items()}
    stages = re.split(r"(?m)^(?=  - id: )", before[name])
    kept = [part for part in stages if not part.startswith("  - id: money-back")]
    assert len(kept) < len(stages)
    changes = review_files(before, {**before, name: "".join(kept)}).changes
    removed = [change for change in changes if change.id.endswith("-removed") and change.fact.entity.stage]
    assert {change.id for change in removed} <= {"stage-removed", "branch-removed"}


def test_likely_renames_are_only_hinted() -> None:
    """Nothing is guessed: both are told, with the line that would declare it."""
    after = edit("- id: pay\n        title: Pay\n", "- id: payment\n        title: Pay\n")
    after = {
        name: text.replace("pay/rate", "payment/rate")
        .replace("to: pay}", "to: payment}")
        .replace("[pay]", "[payment]")
        for name, text in after.items()
    }
    assert errors_of(after) == []
    review = review_files(FILES, after)
    ids = [change.id for change in review.changes]
    assert {"touchpoint-removed", "touchpoint-added"} <= set(ids)
    assert "touchpoint-renamed" not in ids
    hints = [hint for hint in review.hints if hint.removed == "journey:shop/stage:buy/touchpoint:pay"]
    assert [hint.text for hint in hints] == [
        "looks like a rename of `pay` to `payment`; if it is one, add `aliases: [pay]` to `payment`"
    ]
    assert hints[0].added == "journey:shop/stage:buy/touchpoint:payment"


def test_texts_without_ids_get_another_hint() -> None:
    """What has no id is known by its words; new words look like another thing."""
    sides = [
        {
            "s.journey.yaml": JOURNEY.split("owner:")[0]
            + "insights: ["
            + text
            + "]\nstages: [{id: a, title: A}]\n"
        }
        for text in ("Some of them leave for ever", "Some of them leave for good")
    ]
    review = review_files(*sides)
    assert [change.id for change in review.changes] == ["insight-removed", "insight-added"]
    assert [hint.text for hint in review.hints] == [
        "looks like the same thing in other words; with an `id` it would be known as one"
    ]


def test_two_that_look_alike_are_no_hint() -> None:
    """Where it is not clear which became which, nothing is said."""
    lines = "exits: [{{id: {0}, title: Leaves the shop}}, {{id: {1}, title: Leaves the shop}}]"
    sides = [
        {
            "s.journey.yaml": JOURNEY.split("owner:")[0]
            + lines.format(*ids)
            + "\nstages: [{id: a, title: A}]\n"
        }
        for ids in (("a1", "a2"), ("b1", "b2"))
    ]
    review = review_files(*sides)
    assert len(review.changes) == 4
    assert review.hints == ()
