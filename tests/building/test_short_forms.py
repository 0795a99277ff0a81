"""Every short form means the same as its long form, and what is left out gets its default."""

import pytest

from journeymap.compiling import compile_files
from journeymap.model import Emotion, Exit, Kpi, Phase, Thought
from tests.building.maps import compile_in_shop, compile_maps, first_touchpoint, journey_text, only_journey

TOUCHPOINT_FORMS = [
    ("channel: web", "channel: [web]"),
    ("pains: [Costs appear late]", "pains: [{text: Costs appear late}]"),
    ("gains: [Fast]", "gains: [{text: Fast, confidence: assumed}]"),
    ("emotion: -1", "emotion: {score: -1}"),
    ("emotion: frustrated", "emotion: {feeling: frustrated}"),
    ("emotion: {by: {hunter: -1}}", "emotion: {by: {hunter: {score: -1}}}"),
    ("emotion: {by: {hunter: glad}}", "emotion: {by: {hunter: {feeling: glad}}}"),
    ("next: checkout", "next: [{to: checkout}]"),
    ("next: [checkout]", "next: [{to: checkout}]"),
    ("duration: 4m", "duration: {active: 4m}"),
    ("duration: 90m", "duration: 1h30m"),
    ("duration: 2w", "duration: 14d"),
    ("kpis: [conversion]", "kpis: [{metric: conversion}]"),
    ("kpis: [conversion]", "kpis: [{id: conversion, metric: conversion}]"),
    ("blueprint: {backstage: [Stock check]}", "blueprint: {backstage: [{text: Stock check}]}"),
    ("personalization: [Address filled in]", "personalization: [{text: Address filled in}]"),
    ("images: [basket.png]", "images: [{src: basket.png}]"),
    ("links: ['https://example.com']", "links: [{url: 'https://example.com'}]"),
    ("type: contact", ""),
    ("moment_of_truth: false", ""),
    ("owner: web-team", "owner: shop-team"),
    ("actor: deal-hunter", "actor: hunter"),
]
JOURNEY_FORMS = [
    ("objective: Sell more", "objective: {text: Sell more}"),
    ("opportunities: [Show the cost]", "opportunities: [{title: Show the cost, status: idea}]"),
    (
        "opportunities: [{title: Show, actions: [Do it]}]",
        "opportunities: [{title: Show, actions: [{text: Do it}]}]",
    ),
    ("insights: [They leave]", "insights: [{text: They leave}]"),
    ("feedback_loops: [Ask them]", "feedback_loops: [{text: Ask them}]"),
    ("state: current\nstatus: draft\nvisibility: internal", ""),
    ("review_every: 12w", "review_every: 84d"),
    ("exits: [{id: gone, title: Gone}]", "exits: [{id: gone, title: Gone, outcome: lost}]"),
    ("moved: [{from: old, to: basket}]", "moved: [{from: old, to: [basket]}]"),
    ("personas: [deal-hunter]", "personas: [hunter]"),
]


@pytest.mark.parametrize(("short", "long"), TOUCHPOINT_FORMS)
def test_a_touchpoints_short_form_is_its_long_form(short: str, long: str) -> None:
    """Both ways of writing build the same touchpoint."""
    written = compile_in_shop(journey_text(short))

    assert first_touchpoint(written) == first_touchpoint(compile_in_shop(journey_text(long)))


@pytest.mark.parametrize(("short", "long"), JOURNEY_FORMS)
def test_a_journeys_short_form_is_its_long_form(short: str, long: str) -> None:
    """Both ways of writing build the same journey."""
    written = compile_in_shop(journey_text(journey=short))

    assert only_journey(written) == only_journey(compile_in_shop(journey_text(journey=long)))


def test_a_short_form_is_not_nothing() -> None:
    """A short form says something: without it the touchpoint is another."""
    plain = first_touchpoint(compile_in_shop(journey_text()))

    for short, long in TOUCHPOINT_FORMS:
        if long:
            assert first_touchpoint(compile_in_shop(journey_text(short))) != plain


def test_durations_are_seconds() -> None:
    """Active and elapsed time are counted in seconds."""
    touchpoint = first_touchpoint(compile_maps(journey_text("duration: {active: 90s, elapsed: 1d2h}")))

    assert (touchpoint.duration_active, touchpoint.duration_elapsed) == (90, 26 * 3600)


def test_next_says_three_things() -> None:
    """Nothing written goes on, an empty list ends here, and a listed exit's id alone is that exit."""
    exits = "exits: [{id: gone, title: Gone}]"

    assert first_touchpoint(compile_maps(journey_text())).next is None
    assert first_touchpoint(compile_maps(journey_text("next: []"))).next == ()
    (branch,) = first_touchpoint(compile_maps(journey_text("next: gone", exits))).next or ()
    assert (branch.to, branch.exit) == ("", "gone")


def test_emotions_and_thoughts_by_persona() -> None:
    """Each persona has a feeling and a thought of its own, under the id it has today."""
    lines = "emotion: {by: {deal-hunter: -2}}\nthought: {by: {hunter: Why now?}}"
    touchpoint = first_touchpoint(compile_in_shop(journey_text(lines)))

    assert touchpoint.emotions == (Emotion(score=-2, persona="hunter"),)
    assert touchpoint.thoughts == (Thought("Why now?", "hunter"),)


def test_a_thought_of_everybody() -> None:
    """A thought written as text alone is everybody's."""
    touchpoint = first_touchpoint(compile_maps(journey_text("thought: Why now?")))

    assert touchpoint.thoughts == (Thought("Why now?"),)


def test_an_emotion_in_full() -> None:
    """All that an emotion may say reaches the model."""
    lines = "emotion: {score: -1.5, feeling: lost, feelings: [lost, late], intensity: 4, quote: Oh}"
    touchpoint = first_touchpoint(compile_maps(journey_text(lines)))

    assert touchpoint.emotions == (Emotion(-1.5, "lost", ("lost", "late"), 4, "Oh"),)


def test_a_stage_named_like_a_phase_is_in_it() -> None:
    """A stage's phase is the one its id names, else the one it says, else none."""
    written = only_journey(compile_maps(journey_text()))
    other = journey_text().replace("id: decision", "id: choose")

    assert written.stages[0].phase == "decision"
    assert only_journey(compile_maps(other)).stages[0].phase == ""
    said = journey_text(stage="phase: retention")
    assert only_journey(compile_maps(said)).stages[0].phase == "retention"


def test_declared_phases_replace_the_usual_ones() -> None:
    """A workspace with phases of its own has no others."""
    library = "journeymap: 1\nkind: library\nphases: [{id: trial, title: Trial, position: before}]\n"
    compilation = compile_maps(journey_text(), a__library__yaml=library)

    assert compilation.portfolio.library.phases == {"trial": Phase("trial", "Trial", "before")}
    assert only_journey(compilation).stages[0].phase == ""


def test_declared_channels_come_before_the_usual_ones() -> None:
    """A workspace adds channels and may word a usual one anew."""
    library = (
        "journeymap: 1\nkind: library\nchannels: [{id: web, title: Shop window}, {id: kiosk, title: K}]\n"
    )
    channels = compile_maps(journey_text(), a__library__yaml=library).portfolio.library.channels

    assert list(channels)[:3] == ["web", "kiosk", "app"]
    assert channels["web"].title == "Shop window"


def test_an_opportunity_tells_its_own_kpis_from_those_it_moves() -> None:
    """Texts among an opportunity's KPIs are addresses, mappings are KPIs of its own."""
    lines = "opportunities: [{id: o, title: O, kpis: [basket/conversion, {metric: csat, target: 4}]}]"
    journey = only_journey(compile_in_shop(journey_text("kpis: [conversion]", lines)))

    assert journey.opportunities[0].kpis == ("basket/conversion",)
    assert journey.opportunities[0].own_kpis == (Kpi("csat", "csat", target=4),)


def test_inline_personas_are_local() -> None:
    """A persona written in a journey is one of that journey only, in the order it stands."""
    lines = "lang: pt\npersonas: [hunter, {id: giver, title: Giver, demographics: {age: 40, city: [A, B]}}]"
    compilation = compile_in_shop(journey_text(journey=lines.replace(", city: [A, B]", "")))
    journey = only_journey(compilation)

    assert journey.personas == ("hunter", "giver")
    assert [each.id for each in journey.local_personas] == ["giver"]
    assert journey.local_personas[0].demographics == (("age", "40"),)
    assert journey.local_personas[0].lang == "pt"
    assert list(compilation.portfolio.personas) == ["hunter"]


def test_places_point_at_what_was_written() -> None:
    """Every entity says where it stands in its file."""
    journey = only_journey(compile_maps(journey_text(journey="exits: [{id: gone, title: Gone}]")))

    assert journey.exits == (Exit("gone", "Gone"),)
    assert repr(journey.exits[0].at) == "Place('j0.journey.yaml', ('exits', 0))"
    pain = journey.stages[0].touchpoints[1].pains[0]
    assert pain.at.pointer == ("stages", 0, "touchpoints", 1, "pains", 0)


def test_settings_of_a_workspace() -> None:
    """What a workspace says reaches the model; what it leaves out has its default."""
    text = """\
journeymap: 1
kind: workspace
title: Shop
site_url: https://example.com/
lang: pt-BR
emotion_scale: {min: 1, max: 5, neutral: 3, labels: [{score: 1, text: awful}]}
lanes: [{id: heuristic, title: Heuristic, type: url, on: stage}]
connections: {warehouse: {type: postgres, dsn: {env: DSN}}}
views:
  - id: feelings
    form: table
    rows: stages
    columns: [title, {field: focus, title: Focus}]
    where: {has: focus}
"""
    workspace = compile_maps(journey_text(), journeymap__yaml=text).portfolio.workspace

    assert workspace.declared
    assert (workspace.lang, workspace.site_url) == ("pt-BR", "https://example.com/")
    assert workspace.emotion_scale.canonical(5) == 2
    assert workspace.emotion_scale.labels[0].text == "awful"
    assert (workspace.lanes[0].type, workspace.lanes[0].on) == ("url", "stage")
    assert workspace.views[0].where == {"has": ("focus",)}
    assert [tuple(column) for column in workspace.views[0].columns] == [("title", ""), ("focus", "Focus")]
    assert workspace.connections["warehouse"]["type"] == "postgres"
    assert compile_maps(journey_text()).portfolio.workspace.lang == "en"


def test_pictures_are_found_from_the_file_that_names_them() -> None:
    """A picture's path is relative to its file; an address or an absolute path stays as it is."""
    text = journey_text("images: [a.png, {src: ../b.png, alt: B}, /c.png, 'https://example.com/d.png']")
    compilation = compile_files([("maps/shop/a.journey.yaml", text.encode())])

    assert [tuple(image) for image in first_touchpoint(compilation).images] == [
        ("maps/shop/a.png", ""),
        ("maps/b.png", "B"),
        ("/c.png", ""),
        ("https://example.com/d.png", ""),
    ]
