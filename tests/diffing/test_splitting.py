"""What is declared to have split or merged is one change: ways, references and overlays follow it."""

import pytest

from journeymap.diffing import Change
from tests.diffing.cases import errors_of, review_files

HEAD = "journeymap: 1\nkind: journey\nid: shop\ntitle: Shop\nstatus: published\n"
LIBRARY = """\
journeymap: 1
kind: library
metrics: [{id: effort, title: Effort}]
"""
OVERLAY = """\
journeymap: 1
kind: journey
id: later
title: Later
extends: shop
state: future
status: published
changes:
  - {set: basket, fields: {title: Better basket}}
"""
TOUCHPOINTS = """\
      - {id: search, title: Search, next: [{to: basket, share: 0.6}, {to: pay, share: 0.4}]}
      - {id: basket, title: Basket, next: [{to: pay}]}
      - id: pay
        title: Pay
        next: [{to: thanks}, {to: search, when: it fails}]
        pains: [{id: slow, text: It is slow}]
        kpis: [{id: hassle, metric: effort}]
      - {id: thanks, title: Thanks}
"""
MERGED = """\
      - {id: search, title: Search, next: [{to: basket, share: 1}]}
      - id: basket
        title: Basket
        next: [{to: thanks}, {to: search, when: it fails}]
        pains: [{id: slow, text: It is slow}]
        kpis: [{id: hassle, metric: effort}]
      - {id: thanks, title: Thanks}
"""
SPLIT = """\
      - {id: search, title: Search, next: [{to: basket, share: 0.6}, {to: card, share: 0.4}]}
      - {id: basket, title: Basket, next: [{to: card}]}
      - {id: card, title: Card, next: [{to: bank}]}
      - id: bank
        title: Bank
        next: [{to: thanks}, {to: search, when: it fails}]
        pains: [{id: slow, text: It is slow}]
        kpis: [{id: hassle, metric: effort}]
      - {id: thanks, title: Thanks}
"""


def journey(touchpoints: str, *lines: str) -> dict[str, str]:
    """Return a workspace whose journey has these touchpoints and further lines, with an overlay of it."""
    head = "".join([HEAD, *(f"{line}\n" for line in lines)])
    text = f"{head}stages:\n  - id: buy\n    title: Buy\n    touchpoints:\n"
    return {
        "shop.journey.yaml": text + touchpoints,
        "later.journey.yaml": OVERLAY,
        "metrics.library.yaml": LIBRARY,
        "journeymap.yaml": "journeymap: 1\nkind: workspace\ntitle: W\n",
    }


def compare(before: dict[str, str], after: dict[str, str]) -> tuple[Change, ...]:
    """Return the changes between two workspaces in which nothing is wrong."""
    assert errors_of(before) == errors_of(after) == []
    return review_files(before, after).changes


def told(changes: tuple[Change, ...]) -> list[tuple[str, str]]:
    """Return the kind and the last step of the path of each change."""
    return [(change.id, change.fact.entity.path.rpartition("/")[2]) for change in changes]


def test_a_merge_brings_its_ways_along() -> None:
    """Ways to what was merged, from it and within it are no changes of their own."""
    changes = compare(journey(TOUCHPOINTS), journey(MERGED, "moved: [{from: pay, to: basket}]"))
    assert told(changes) == [
        ("touchpoint-merged", "touchpoint:pay"),
        ("branch-share-increased", "touchpoint:search"),
    ]


@pytest.mark.parametrize("targets", ["basket", "[basket, thanks]"])
def test_what_went_with_a_merge_points_at_what_is_left(targets: str) -> None:
    """An item of the blueprint of what is a part of another is looked for there, not in the file's head."""
    backstage = "        title: Pay\n        blueprint: {backstage: [Books the card]}\n"
    once = TOUCHPOINTS.replace("        title: Pay\n", backstage)
    changes = compare(journey(once), journey(MERGED, f"moved: [{{from: pay, to: {targets}}}]"))
    facts = {change.id: change.fact for change in changes if change.fact.entity.journey == "shop"}
    nearest = facts["blueprint-item-removed"].nearest
    assert nearest
    assert nearest.pointer == ("stages", 0, "touchpoints", 1)


def test_a_split_brings_its_ways_along() -> None:
    """A way that led to what was split leads to a part of it, and the parts have the ways of the whole."""
    changes = compare(journey(TOUCHPOINTS), journey(SPLIT, "moved: [{from: pay, to: [card, bank]}]"))
    assert told(changes) == [("touchpoint-split", "touchpoint:pay")]


def test_a_way_that_is_new_besides_is_told() -> None:
    """What a merge does not explain is a change of its own."""
    after = journey(
        MERGED.replace("next: [{to: thanks}, ", "next: [{to: basket}, "), "moved: [{from: pay, to: basket}]"
    )
    assert ("branch-removed", "touchpoint:search") in told(
        compare(
            journey(TOUCHPOINTS.replace("{to: pay, share: 0.4}", "{to: thanks, share: 0.4}")),
            after,
        )
    )


@pytest.mark.parametrize(("after", "moved"), [(MERGED, "basket"), (SPLIT, "[card, bank]")])
def test_an_overlay_goes_the_way_of_its_base(after: str, moved: str) -> None:
    """What the base says that a piece became, it became in the overlay, and nothing is told twice."""
    changes = compare(journey(TOUCHPOINTS), journey(after, f"moved: [{{from: pay, to: {moved}}}]"))
    assert all(change.fact.entity.journey == "shop" for change in changes)
    assert all(any(path.startswith("journey:later") for path in change.fact.affects) for change in changes)


def test_references_follow_a_merge() -> None:
    """An opportunity that moves a KPI of what was merged still does, under its new address."""
    changes = compare(
        journey(TOUCHPOINTS, "opportunities: [{id: faster, title: Faster, kpis: [pay/hassle]}]"),
        journey(
            MERGED,
            "opportunities: [{id: faster, title: Faster, kpis: [basket/hassle]}]",
            "moved: [{from: pay, to: basket}]",
        ),
    )
    assert [each.fact.entity.kind for each in changes] == ["touchpoint", "touchpoint"]


def test_a_kpi_that_moves_in_the_base_moves_in_the_overlay() -> None:
    """It is told once, even where the overlay calls the place by another title."""
    kpi = "        kpis: [{id: hassle, metric: effort}]\n"
    basket = "{id: basket, title: Basket, next: [{to: pay}]}"
    there = basket.replace("}]}", "}], kpis: [{id: hassle, metric: effort}]}")
    after = TOUCHPOINTS.replace(kpi, "").replace(basket, there)
    changes = compare(journey(TOUCHPOINTS), journey(after))
    assert told(changes) == [("kpi-moved", "kpi:hassle")]
    assert changes[0].fact.affects == ("journey:later",)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("[basket, pay]", "basket", ["move-changed"]),
        ("basket", "[basket, pay]", ["move-changed"]),
        ("[basket, pay]", "[pay, basket]", ["move-changed"]),
    ],
)
def test_a_declaration_that_says_otherwise_is_one_change(before: str, after: str, found: list[str]) -> None:
    """What is said to have become of an old id changes in one step."""
    sides = (journey(TOUCHPOINTS, f"moved: [{{from: old, to: {side}}}]") for side in (before, after))
    changes = compare(*sides)
    assert [change.id for change in changes] == found


def test_what_names_a_thing_that_is_gone_is_played_down() -> None:
    """That nothing is planned against it any more goes without saying: its end is what counts."""
    before = journey(TOUCHPOINTS, "opportunities: [{id: faster, title: Faster, addresses: [slow]}]")
    after = journey(
        "".join(line for line in TOUCHPOINTS.splitlines(True) if "slow" not in line),
        "opportunities: [{id: faster, title: Faster}]",
    )
    levels = {change.id: (change.level.word, change.because) for change in compare(before, after)}
    assert levels == {
        "pain-removed": ("warning", ""),
        "addressed-pain-removed": ("info", "`It is slow` itself was removed"),
    }
    kept = journey(TOUCHPOINTS, "opportunities: [{id: faster, title: Faster}]")
    assert [change.level.word for change in compare(before, kept)] == ["warning"]


def test_a_way_to_what_is_gone_is_played_down() -> None:
    """That a touchpoint was removed is the change; that nothing leads to it follows."""
    branch = {
        change.id: change.level.word for change in compare(journey(TOUCHPOINTS), journey(MERGED, "tags: [x]"))
    }
    assert (branch["touchpoint-removed"], branch["branch-removed"]) == ("breaking", "info")


@pytest.mark.parametrize(("status", "level"), [("done", "info"), ("planned", "warning")])
def test_what_was_planned_against_a_pain_resolves_it_when_it_is_done(status: str, level: str) -> None:
    """An opportunity cannot name a pain that is gone; that it did so before is enough."""
    before = journey(TOUCHPOINTS, "opportunities: [{id: faster, title: Faster, addresses: [slow]}]")
    after = journey(
        "".join(line for line in TOUCHPOINTS.splitlines(True) if "slow" not in line),
        f"opportunities: [{{id: faster, title: Faster, status: {status}}}]",
    )
    found = [change for change in compare(before, after) if change.id == "pain-removed"]
    assert [change.level.word for change in found] == [level]


def test_what_is_not_inherited_is_not_passed_on() -> None:
    """A plan that is given up along with what it is a plan for is given up by itself."""
    gone = "deprecated: {since: 2026-01-01, sunset: 2027-01-01}"
    before, after = journey(TOUCHPOINTS), journey(TOUCHPOINTS, gone)
    after["later.journey.yaml"] = OVERLAY.replace("status: published", f"status: published\n{gone}")
    assert told(compare(before, after)) == [
        ("deprecation-declared", "journey:later"),
        ("deprecation-declared", "journey:shop"),
    ]


def test_what_was_said_before_follows_a_split() -> None:
    """An old id that led to what is split now leads to all its parts, and that is no change."""
    before = journey(TOUCHPOINTS, "moved: [{from: old, to: pay}]")
    after = journey(SPLIT, "moved: [{from: old, to: [card, bank]}, {from: pay, to: [card, bank]}]")
    assert told(compare(before, after)) == [("touchpoint-split", "touchpoint:pay")]
