"""An id names one thing: in a journey, in a kind of library entry, in a workspace."""

import pytest

from tests.building.maps import compile_in_shop, compile_maps, found, journey_text, places

CLASHES = [
    ("touchpoint", "pains: [{id: basket, text: P}]", "a touchpoint and a pain have the same id `basket`"),
    ("touchpoint", "gains: [{id: g, text: G}, {id: g, text: H}]", "two gains have the id `g`"),
    ("touchpoint", "kpis: [csat, {metric: csat}]", "two KPIs have the id `csat`"),
    ("touchpoint", "kpis: [csat, {id: csat, metric: conversion}]", "two KPIs have the id `csat`"),
    ("touchpoint", "aliases: [checkout]", "two touchpoints have, or had, the id `checkout`"),
    ("touchpoint", "aliases: [decision]", "`decision` is both a former id and the id of something else"),
    ("journey", "exits: [{id: basket, title: B}]", "an exit and a touchpoint have the same id `basket`"),
    ("journey", "evidence: [{id: e, title: E}, {id: e, title: F}]", "two pieces of evidence have the id `e`"),
    ("more", "insights: [{id: basket, text: I}]", "a touchpoint and an insight have the same id `basket`"),
    ("more", "feedback_loops: [{id: basket}]", "a touchpoint and a feedback loop have the same id `basket`"),
    (
        "more",
        "opportunities: [{id: o, title: O, actions: [{id: o, text: A}]}]",
        "an opportunity and an action have the same id `o`",
    ),
    ("journey", "kpis: [csat, csat]", "two KPIs have the id `csat`"),
    ("journey", "personas: [{id: p, title: P}, {id: p, title: Q}]", "two personas have the id `p`"),
    ("journey", "personas: [{id: hunter, title: H}]", "two personas have the id `hunter`"),
]


@pytest.mark.parametrize(("level", "lines", "message"), CLASHES)
def test_an_id_is_declared_once(level: str, lines: str, message: str) -> None:
    """The second declaration of an id in one namespace is an error with a label on the first."""
    compilation = compile_in_shop(journey_text(**{level: lines}))

    assert found(compilation) == [("duplicate-id", message)]
    assert len(compilation.diagnostics[0].labels) == 1


def test_the_later_one_is_wrong() -> None:
    """The error stands at the later place in the file, whatever is read first."""
    compilation = compile_maps(journey_text(journey="evidence: [{id: basket, title: B}]"))

    assert found(compilation) == [
        ("duplicate-id", "evidence and a touchpoint have the same id `basket`"),
    ]
    assert places(compilation) == ["j0.journey.yaml:10:13 j0.journey.yaml:5:17"]


def test_an_alias_of_its_own_id_is_no_clash() -> None:
    """An item that lists its own id among its former ones clashes with nobody."""
    assert found(compile_maps(journey_text("aliases: [basket]"))) == []


def test_two_items_cannot_have_had_one_id() -> None:
    """One former id of two items would lead to both."""
    text = journey_text("aliases: [old]").replace("{id: checkout,", "{id: checkout, aliases: [old],")

    assert found(compile_maps(text)) == [("duplicate-id", "two touchpoints have, or had, the id `old`")]


def test_journeys_and_personas_of_a_workspace() -> None:
    """In a workspace, the file that comes later by name is wrong, and left out of the portfolio."""
    persona = "journeymap: 1\nkind: persona\nid: p\ntitle: {}\n"
    compilation = compile_maps(
        journey_text(),
        journey_text().replace("title: Shop", "title: Other"),
        a__persona__yaml=persona.format("A"),
        b__persona__yaml=persona.format("B"),
    )

    assert places(compilation) == [
        "b.persona.yaml:3:5 a.persona.yaml:3:5",
        "j1.journey.yaml:3:5 j0.journey.yaml:3:5",
    ]
    assert [each.title for each in compilation.portfolio.journeys] == ["Shop"]
    assert compilation.portfolio.personas["p"].title == "A"


def test_library_ids_are_unique_per_kind() -> None:
    """A team and a system may share an id, two teams may not; terms may share their other words."""
    library = """\
journeymap: 1
kind: library
teams: [{id: a, title: A}, {id: a, title: B}]
systems: [{id: a, title: A}]
terms: [{id: x, title: X, aliases: [Word]}, {id: z, title: Z, aliases: [Word, x]}]
"""
    compilation = compile_maps(a__library__yaml=library)

    assert found(compilation) == [("duplicate-id", "two teams have the id `a`")]
    assert compilation.portfolio.library.teams["a"].title == "A"


def test_settings_have_ids_too() -> None:
    """Lanes and views of a workspace are named once each."""
    workspace = """\
journeymap: 1
kind: workspace
lanes: [{id: l, title: L}, {id: l, title: L, on: stage}]
views: [{id: v}, {id: v}]
"""
    compilation = compile_maps(journeymap__yaml=workspace)

    assert [message for _, message in found(compilation)] == [
        "a lane of touchpoints and a lane of stages have the same id `l`",
        "two views have the id `v`",
    ]


def test_one_workspace_file() -> None:
    """A second settings file is an error, and the first one holds."""
    text = "journeymap: 1\nkind: workspace\ntitle: {}\n"
    compilation = compile_maps(journeymap__yaml=text.format("A"), journeymap__yml=text.format("B"))

    assert found(compilation) == [("second-workspace", "this workspace has a second settings file")]
    assert compilation.portfolio.workspace.title == "A"
