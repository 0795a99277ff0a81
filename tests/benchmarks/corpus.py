"""The journeys that are measured: written by a rule, the same on every machine.

Each has five stages of five touchpoints and about 360 lines, with branches, loops, pains, quotes, KPIs,
blueprint lanes, opportunities and evidence. ``alone`` leaves out what only a library can resolve and
says as much in prose instead, so that one file is as long as its siblings.
"""

import re
from pathlib import Path

TODAY = "2026-11-01"
STAGES = ("awareness", "consideration", "decision", "retention", "advocacy")
STEPS = 5
CHANNELS = ("search", "web", "email", "app", "store")
FEELINGS = ("curious", "hopeful", "confused", "frustrated", "relieved", "confident", "delighted")
TOPICS = ("running shoes", "a coffee machine", "train tickets", "a phone plan", "a garden table", "insurance")
WORDS = (
    "the",
    "price",
    "and",
    "delivery",
    "stay",
    "clear",
    "on",
    "every",
    "screen",
    "while",
    "people",
    "compare",
)

LIBRARY = """\
journeymap: 1
kind: library
channels:
  - {id: search, title: Search, kind: digital}
  - {id: web, title: Web, kind: digital}
  - {id: email, title: Email, kind: digital}
  - {id: app, title: App, kind: digital}
  - {id: store, title: Store, kind: physical}
teams:
  - {id: checkout-team, title: Checkout team}
  - {id: care-team, title: Care team}
systems:
  - {id: payment-gateway, title: Payment gateway, kind: third-party}
sources:
  - {id: web-analytics, title: Web analytics, kind: web-analytics}
  - {id: post-purchase-survey, title: Survey after purchase, kind: survey}
metrics:
  - {id: conversion, title: Conversion, type: ratio, unit: "%", direction: up}
  - {id: satisfaction, title: Satisfaction, type: csat, direction: up}
"""

PERSONA = """\
journeymap: 1
kind: persona
id: deal-hunter
title: Dana, the deal hunter
role: Compares before buying
goals: [A fair price, No surprises]
needs: [The total price early]
"""

WORKSPACE = """\
journeymap: 1
kind: workspace
title: A hundred journeys
"""


def write_journeys(folder: Path, count: int) -> list[Path]:
    """Write journeys without a workspace, each complete in itself, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"journey-{number:04}.journey.yaml" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(journey_text(number, alone=True), encoding="utf-8")
    return paths


def write_workspace(folder: Path, count: int, steps: int = STEPS) -> Path:
    """Write a workspace with a library, a persona and journeys that use them, and return its folder.

    Each journey has so many ``steps`` in each of its five stages, four at least.
    """
    (folder / "journeys").mkdir(parents=True, exist_ok=True)
    (folder / "journeymap.yaml").write_text(WORKSPACE, encoding="utf-8")
    (folder / "shared.library.yaml").write_text(LIBRARY, encoding="utf-8")
    (folder / "deal-hunter.persona.yaml").write_text(PERSONA, encoding="utf-8")
    for number in range(count):
        path = folder / "journeys" / f"journey-{number:04}.journey.yaml"
        path.write_text(journey_text(number, steps=steps), encoding="utf-8")
    return folder


def write_published_workspace(folder: Path, count: int) -> Path:
    """Write a workspace of published journeys in which no rule of the method finds anything."""
    write_workspace(folder, count)
    library = LIBRARY.replace("type: ratio,", "type: ratio, definition: Orders by visits,")
    library = library.replace("type: csat,", "type: csat, definition: Mean answer,")
    library = library.replace("  - {id: store, title: Store, kind: physical}\n", "")
    (folder / "shared.library.yaml").write_text(library, encoding="utf-8")
    persona = PERSONA + "confidence: researched\nevidence: [journey-0000#survey]\n"
    (folder / "deal-hunter.persona.yaml").write_text(persona, encoding="utf-8")
    for number in range(count):
        path = folder / "journeys" / f"journey-{number:04}.journey.yaml"
        path.write_text(published_text(number), encoding="utf-8")
    return folder


def published_text(number: int) -> str:
    """Return a journey as its owners would publish it: researched, measured, every pain answered."""
    kpi = f"journey-{number:04}/conversion"
    text = journey_text(number)
    for old, new in (
        ("status: draft\n", "status: published\nreviewed: 2026-10-01\nreview_every: 90d\n"),
        ("objective: Fewer people leave at the checkout.", f"objective: {{text: More orders, kpi: {kpi}}}"),
        ("channel: store", "channel: app"),
        ("emotion: {score: -1,", "emotion: {score: 0,"),
        ("emotion: {score: -2,", "emotion: {score: 0,"),
        ("    effort: 2\n", f"    effort: 2\n    owner: checkout-team\n    kpis: [{kpi}]\n"),
    ):
        text = text.replace(old, new)
    text = re.sub(r"(intensity: \d)}", r"\1, confidence: researched, evidence: [survey]}", text)
    text = text.replace("          backstage:", "          support: [payment-gateway]\n          backstage:")
    pains = ", ".join(re.findall(r"{id: ([\w-]+-pain),", text))
    return text.replace("addresses: [decision-2-pain]", f"addresses: [{pains}]")


def journey_text(number: int, *, alone: bool = False, steps: int = STEPS) -> str:
    """Return one journey as YAML."""
    topic = TOPICS[number % len(TOPICS)]
    personas = "personas:\n  - {id: deal-hunter, title: Dana}\n" if alone else "personas: [deal-hunter]\n"
    head = (
        "journeymap: 1\nkind: journey\n"
        f"id: journey-{number:04}\n"
        f"title: Buying {topic}, variation {number}\n"
        f"summary: Somebody looks for {topic}, decides, uses it and tells others.\n"
        "state: current\nstatus: draft\n"
        f"{personas}"
        f"scenario: Needs {topic} before the end of the month.\n"
        "goal: The right thing, in time, at a fair price.\n"
        "objective: Fewer people leave at the checkout.\n"
        "stages:\n"
    )
    lines = [head]
    for at, stage in enumerate(STAGES):
        lines.append(
            f"  - id: {stage}\n    title: {stage.capitalize()}\n"
            f"    goal: {sentence(number + at)}\n"
            f"    focus: {sentence(number + 3 * at)}\n"
            "    touchpoints:\n"
        )
        lines.extend(touchpoint_text(number, at, step, alone=alone) for step in range(steps))
    lines.append(CLOSING if alone else CLOSING + CLOSING_WITH_LIBRARY)
    return "".join(lines)


def touchpoint_text(number: int, stage: int, step: int, *, alone: bool) -> str:
    """Return one touchpoint; the middle one of a stage branches, the last of a stage loops back."""
    seed = number * 25 + stage * 5 + step
    name = f"{STAGES[stage]}-{step + 1}"
    thought = f"        thought: {sentence(seed + 1)}\n"
    text = (
        f"      - id: {name}\n"
        f"        title: Step {step + 1} of {STAGES[stage]}\n"
        f"        channel: {CHANNELS[seed % len(CHANNELS)]}\n"
        f"        action: {sentence(seed)}\n"
        f"{'' if step % 2 else thought}"
        f"        emotion: {{score: {seed * 7 % 5 - 2}, feeling: {FEELINGS[seed % 7]},"
        f" intensity: {seed % 5 + 1}}}\n"
        f"        motivations: [{FEELINGS[(seed + 1) % 7].capitalize()}, Assurance]\n"
        f"        needs: [{sentence(seed + 2)}]\n"
        "        blueprint:\n"
        f"          frontstage: [{sentence(seed + 3)}]\n"
        f"          backstage: [{sentence(seed + 4)}]\n"
    )
    if step in (1, 3):
        text += (
            "        pains:\n"
            f"          - {{id: {name}-pain, text: {sentence(seed + 5)}, severity: high, frequency: often}}\n"
        )
    if step == 2 and stage < 4:
        text += (
            "        next:\n"
            f"          - {{to: {STAGES[stage]}-4, when: goes on, share: 0.6}}\n"
            f"          - {{to: {STAGES[stage]}-1, when: looks again, share: 0.3}}\n"
            "          - {exit: abandoned, when: leaves}\n"
        )
    if step == 4:
        text += "        moment_of_truth: true\n"
        text += (
            f"        gains: [{sentence(seed + 6)}]\n"
            if alone
            else "        kpis: [{metric: satisfaction, baseline: 3.1, target: 4.2}]\n"
        )
    return text


def sentence(seed: int) -> str:
    """Return a few words that depend on a number."""
    start = seed * 4 % len(WORDS)
    return " ".join((WORDS[start:] + WORDS[:start])[: 6 + seed % 4]).capitalize()


CLOSING = """\
exits:
  - {id: abandoned, title: Leaves, outcome: lost}
opportunities:
  - id: show-the-price-early
    title: Show the whole price early
    addresses: [decision-2-pain]
    customer_value: 5
    business_value: 4
    effort: 2
    status: planned
    actions:
      - {id: early-price, text: Price in the basket, impact: Fewer surprises, status: in-progress}
evidence:
  - {id: survey, kind: survey, title: Survey after purchase, date: "2026-09-30", sample: 412}
"""

CLOSING_WITH_LIBRARY = """\
owner: checkout-team
sources: [web-analytics, post-purchase-survey]
kpis: [{metric: conversion, baseline: 31, target: 38, owner: checkout-team}]
insights:
  - {id: returns, data: Purchase frequency, source: web-analytics, text: Who returns, action: Write to them}
feedback_loops:
  - {id: monthly, source: post-purchase-survey, cadence: 30d, owner: care-team, feeds: [decision]}
"""
