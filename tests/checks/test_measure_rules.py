"""What is measured: KPIs and metrics; the edges of each rule."""

import pytest

from journeymap.checks.numbers import describe_range
from tests.checks import check, findings

METRICS = (
    "journeymap: 1\nkind: library\nteams: [{{id: dispatch, title: Dispatch}}]\n"
    "metrics:\n  - {{id: m, title: M, {metric}}}\n"
    "touchpoints:\n  - {{id: bill, title: Bill, kpis: [m]}}\n"
)
HEAD = "journeymap: 1\nkind: journey\nid: moving\ntitle: Moving house\n"


def library(metric: str = "type: count") -> str:
    """Return a library with one metric that has these fields."""
    return METRICS.format(metric=metric)


def journey(kpi: str, more: str = "status: review\n", *, stage: str = "") -> str:
    """Return a journey with one KPI, in flow style."""
    head = f"# file: moving.journey.yaml\n{HEAD}{more}"
    return f"{head}kpis: [{kpi}]\nstages: [{{id: day, title: Day{stage}}}]\n"


def overlay(changes: str, more: str = "status: review\n") -> str:
    """Return an overlay of the journey with these changes."""
    head = "# file: next.journey.yaml\njourneymap: 1\nkind: journey\nid: next\ntitle: Next\n"
    return f"{head}{more}extends: moving\nchanges: [{changes}]\n"


@pytest.mark.parametrize(
    ("rule", "kpi", "is_wrong"),
    [
        ("kpi-without-baseline", "m", True),
        ("kpi-without-baseline", "{metric: m, baseline: 0}", False),
        ("kpi-without-target", "m", True),
        ("kpi-without-target", "{metric: m, target: 0}", False),
    ],
)
def test_nought_is_a_number(rule: str, kpi: str, *, is_wrong: bool) -> None:
    """A baseline or a target of 0 is one; a metric alone has neither."""
    assert len(findings(rule, library(), journey(kpi))) == is_wrong


@pytest.mark.parametrize(("state", "count"), [("current", 1), ("future", 0), ("ideal", 0)])
def test_what_does_not_exist_has_no_baseline(state: str, count: int) -> None:
    """Only a journey of today can have been measured."""
    text = journey("{metric: m, target: 1}", f"state: {state}\n")
    assert len(findings("kpi-without-baseline", library(), text)) == count


def test_the_kpi_of_a_shared_touchpoint_is_missed_once() -> None:
    """Two touchpoints use it, and it is mended in one place."""
    stage = ", touchpoints: [{id: a, title: A, uses: bill}, {id: b, title: B, uses: bill}]"
    text = journey("{metric: m, baseline: 1, target: 2}", stage=stage)
    found = check(library(), text, select="kpi-without-target").diagnostics
    assert [each.primary.file for each in found] == ["example.library.yaml"]


@pytest.mark.parametrize(
    ("direction", "baseline", "target", "is_wrong"),
    [
        ("up", 1, 2, False),
        ("up", 2, 1, True),
        ("up", 2, 2, False),
        ("down", 2, 1, False),
        ("down", 1, 2, True),
        ("up", 0.3, 0.3, False),
        ("up", -1, -2, True),
    ],
)
def test_a_target_is_not_worse_than_its_baseline(
    direction: str, baseline: float, target: float, *, is_wrong: bool
) -> None:
    """Which of the two is better hangs on the direction of the metric; the same is no worse."""
    text = journey(f"{{metric: m, baseline: {baseline}, target: {target}}}")
    metrics = library(f"type: money, direction: {direction}")
    assert len(findings("target-against-direction", metrics, text)) == is_wrong


@pytest.mark.parametrize("kpi", ["m", "{metric: m, baseline: 9}", "{metric: m, target: -9}"])
def test_one_number_goes_nowhere(kpi: str) -> None:
    """Without both numbers there is no direction."""
    assert findings("target-against-direction", library("type: money"), journey(kpi)) == []


def test_an_overlay_answers_for_the_number_it_sets() -> None:
    """The change is shown, not the base, and the base is not said again."""
    base = journey("{metric: m, baseline: 9, target: 1}")
    changed = overlay("{set: day, fields: {title: D}}, {set: moving/m, fields: {target: 2}}")
    unchanged = overlay("{set: day, fields: {title: D}}")
    for text, places in (
        (changed, [("moving.journey.yaml", 6), ("next.journey.yaml", 7)]),
        (unchanged, [("moving.journey.yaml", 6)]),
    ):
        found = check(library(), base, text, select="target-against-direction").diagnostics
        assert [(each.primary.file, each.primary.start.line) for each in found] == places


@pytest.mark.parametrize(
    ("metric", "legal", "illegal"),
    [
        ("type: ratio", "0, 100", "-0.1, 100.1"),
        ("type: nps", "-100, 100", "-101, 101"),
        ("type: csat", "1, 5", "0.9, 5.1"),
        ("type: csat, unit: '%'", "0, 100", "-1, 101"),
        ("type: ces", "1, 7", "0, 8"),
        ("type: count", "0, 1000000", "-1, 0"),
        ("type: duration", "0, 1000000", "-1, 0"),
        ("type: money", "-9, 9", ""),
        ("type: mean", "-9, 9", ""),
        ("type: mean, range: [1, 5]", "1, 5", "0, 5"),
        ("type: mean, range: [5, 1]", "7, 8", ""),
    ],
)
def test_the_type_of_a_metric_says_what_it_can_be(metric: str, legal: str, illegal: str) -> None:
    """Its own range comes first; where that is impossible, it is to be mended before its numbers."""
    for numbers, is_wrong in ((legal, False), (illegal, True)):
        baseline, _, target = numbers.partition(", ")
        text = journey(f"{{metric: m, baseline: {baseline or 0}, target: {target or 0}}}")
        assert bool(findings("kpi-out-of-range", library(metric), text)) == (is_wrong and bool(numbers))


@pytest.mark.parametrize(
    ("metric", "is_wrong"),
    [
        ("type: ratio, range: [0, 100]", False),
        ("type: ratio, range: [10, 90]", False),
        ("type: ratio, range: [-1, 100]", True),
        ("type: csat, range: [1, 5]", False),
        ("type: csat, range: [0, 100]", False),
        ("type: csat, range: [1, 10]", False),
        ("type: csat, range: [0, 101]", True),
        ("type: ces, range: [1, 5]", False),
        ("type: ces, range: [0, 10]", True),
        ("type: nps, range: [-100, 100]", False),
        ("type: count, range: [0, 10]", False),
        ("type: duration, range: [-1, 10]", True),
        ("type: money, range: [-10, 10]", False),
        ("type: mean, range: [2, 2]", True),
        ("type: mean, range: [2, 1]", True),
        ("type: mean", False),
    ],
)
def test_a_range_runs_upwards_within_its_type(metric: str, *, is_wrong: bool) -> None:
    """A scale that is shorter than its type's is a choice; one that is longer is a mistake."""
    assert len(findings("impossible-range", library(metric), journey("m"))) == is_wrong


def test_a_range_is_said_in_words() -> None:
    """With two bounds, with one, and without its lower one."""
    ranges = ((0, 100), (0, None), (None, 1.5))
    assert [describe_range(each) for each in ranges] == [
        "runs from 0 to 100",
        "never falls below 0",
        "never exceeds 1.5",
    ]


@pytest.mark.parametrize(
    ("kpi", "metric", "more", "stage"),
    [
        ("{metric: m, owner: dispatch}", "type: count", "status: review\n", ""),
        ("m", "owner: dispatch", "status: review\n", ""),
        ("m", "type: count", "status: review\nowner: dispatch\n", ""),
    ],
)
def test_any_owner_answers_for_a_kpi(kpi: str, metric: str, more: str, stage: str) -> None:
    """Its own, its metric's, or that of what it hangs on."""
    assert findings("kpi-without-owner", library(metric), journey(kpi, more, stage=stage)) == []
    assert len(findings("kpi-without-owner", library(), journey("m"))) == 1


@pytest.mark.parametrize(
    ("stage", "count"),
    [
        (", kpis: [m]", 1),
        (", kpis: [m], owner: dispatch", 0),
        (", owner: dispatch, touchpoints: [{id: a, title: A, kpis: [m]}]", 0),
        (", touchpoints: [{id: a, title: A, owner: dispatch, kpis: [m]}]", 0),
        (", touchpoints: [{id: a, title: A, kpis: [m]}]", 1),
    ],
)
def test_the_owner_of_a_stage_answers_for_what_is_in_it(stage: str, count: int) -> None:
    """A KPI on a touchpoint belongs to the owner of the touchpoint, else to that of its stage."""
    text = journey("{metric: m, owner: dispatch}", stage=stage)
    assert len(findings("kpi-without-owner", library(), text)) == count


@pytest.mark.parametrize(
    ("today", "label"),
    [("2026-06-30", ""), ("2026-07-01", "yesterday"), ("2026-07-10", "10 days ago"), ("", "")],
)
def test_a_kpi_is_late_from_the_day_after(today: str, label: str) -> None:
    """The day itself is in time, and without a day of reference nothing is late."""
    text = journey("{metric: m, due: 2026-06-30}")
    found = check(library(), text, select="kpi-overdue", today=today).diagnostics
    assert [each.label for each in found] == ([label] if label else [])


@pytest.mark.parametrize(
    ("metric", "kpi", "is_wrong"),
    [
        ("type: ratio", "m", True),
        ("type: ratio, definition: Orders by visits.", "m", False),
        ("type: ratio, measure: {type: conversion, from: a, to: b}", "m", False),
        ("type: nps", "m", False),
        ("type: ratio", "", False),
    ],
)
def test_only_a_metric_in_use_must_be_defined(metric: str, kpi: str, *, is_wrong: bool) -> None:
    """Words or the rules of measuring define it; the net promoter score is defined already."""
    assert len(findings("metric-without-definition", library(metric), journey(kpi))) == is_wrong


def test_what_only_retired_journeys_use_need_not_be_defined() -> None:
    """Nobody reads the numbers of a journey that is retired."""
    text = journey("m", "status: retired\n")
    assert findings("metric-without-definition", library("type: ratio"), text) == []


def test_a_metric_that_nobody_declares_is_not_judged() -> None:
    """The unknown id is the finding; its numbers cannot be judged."""
    text = journey("{metric: unknown, baseline: -5, target: -9}")
    for rule in ("kpi-out-of-range", "target-against-direction"):
        found = check(text, library(), select=rule).diagnostics
        assert {each.rule for each in found} == {"unknown-id"}
    found = check(text, library(), select="kpi-without-owner").diagnostics
    assert {each.rule for each in found} == {"unknown-id", "kpi-without-owner"}
