"""Small maps for tests: a journey around the lines that matter, compiled in memory."""

from journeymap.compiling import Compilation, compile_files
from journeymap.model import Journey, Stage, Touchpoint

LIBRARY = """\
journeymap: 1
kind: library
teams: [{id: shop-team, title: Shop team, aliases: [web-team]}, {id: depot, title: Depot}]
metrics: [{id: conversion, title: Conversion, type: ratio}, {id: csat, title: CSAT, type: csat}]
sources: [{id: crm, title: CRM, kind: crm}, {id: surveys, title: Surveys, kind: survey}]
systems: [{id: till, title: Till, owner: shop-team}]
segments: [{id: returning, title: Returning}]
touchpoints:
  - id: basket-page
    title: Basket page
    channel: app
    owner: depot
    systems: [till]
    kpis: [conversion]
    policies: [Cookies]
    blueprint: {backstage: [Stock check]}
"""
PERSONA = "journeymap: 1\nkind: persona\nid: hunter\ntitle: Hunter\naliases: [deal-hunter]\n"
WORKSPACE = "journeymap: 1\nkind: workspace\ntitle: Shop\nlanes: [{id: heuristic, title: Heuristic}]\n"
SURROUNDINGS = {"a.library.yaml": LIBRARY, "hunter.persona.yaml": PERSONA, "journeymap.yaml": WORKSPACE}


def journey_text(touchpoint: str = "", journey: str = "", stage: str = "", more: str = "") -> str:
    """Return a journey of one stage with two touchpoints, with lines added at each level."""
    return (
        "journeymap: 1\nkind: journey\nid: shop\ntitle: Shop\n"
        + _indented(journey, 0)
        + "stages:\n  - id: decision\n    title: Decision\n"
        + _indented(stage, 4)
        + "    touchpoints:\n      - id: basket\n        title: Basket\n"
        + _indented(touchpoint, 8)
        + "      - {id: checkout, title: Checkout, pains: [{id: late-cost, text: Late}]}\n"
        + _indented(more, 0)
    )


def _indented(lines: str, width: int) -> str:
    return "".join(f"{' ' * width}{line}\n" for line in lines.splitlines())


def compile_maps(*texts: str, **files: str) -> Compilation:
    """Compile texts as journeys, beside files named by keyword with ``__`` for each point."""
    named = {f"j{i}.journey.yaml": text for i, text in enumerate(texts)}
    named |= {name.replace("__", "."): text for name, text in files.items()}
    return compile_files((name, text.encode()) for name, text in named.items())


def compile_in_shop(*texts: str) -> Compilation:
    """Compile texts as journeys beside a library, a persona and a workspace."""
    named = {f"j{i}.journey.yaml": text for i, text in enumerate(texts)}
    return compile_files((name, text.encode()) for name, text in (SURROUNDINGS | named).items())


def found(compilation: Compilation) -> list[tuple[str, str]]:
    """Return the rule and the message of each finding."""
    return [(each.rule, each.message) for each in compilation.diagnostics]


def places(compilation: Compilation) -> list[str]:
    """Return the place of each finding and of its labels as ``file:line:column``."""
    return [
        " ".join(
            f"{span.file}:{span.start.line}:{span.start.column}"
            for span in (each.primary, *(label.span for label in each.labels))
        )
        for each in compilation.diagnostics
    ]


def only_journey(compilation: Compilation) -> Journey:
    """Return the one journey of a compilation without findings."""
    assert found(compilation) == []
    (journey,) = compilation.portfolio.journeys
    return journey


def first_stage(compilation: Compilation) -> Stage:
    """Return the first stage of the one journey."""
    return only_journey(compilation).stages[0]


def first_touchpoint(compilation: Compilation) -> Touchpoint:
    """Return the first touchpoint of the one journey."""
    return first_stage(compilation).touchpoints[0]
