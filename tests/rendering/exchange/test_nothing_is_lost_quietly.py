"""Whatever is changed in a journey shows in an export, or the export says that it does not hold it."""

from collections.abc import Callable, Iterator, Mapping
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from journeymap.model import Emotion, Exit, Journey, Persona, Portfolio, Stage, Touchpoint
from journeymap.model.claims import Deprecation, Evidence, Gain, Pain, Thought
from journeymap.model.journey import Branch, FeedbackLoop, Objective, Personalization
from journeymap.model.library import Blueprint, BlueprintItem, Kpi
from journeymap.model.opportunity import Action, Insight, Link, Opportunity
from journeymap.model.persona import Image
from journeymap.rendering.exchange.d2 import write_d2
from journeymap.rendering.exchange.exported import Exported
from journeymap.rendering.exchange.holdings import D2, HOLDS, MERMAID_FLOWCHART, MERMAID_JOURNEY, PLANTUML
from journeymap.rendering.exchange.losses import place_of
from journeymap.rendering.exchange.mermaid_flowchart import write_flowchart
from journeymap.rendering.exchange.mermaid_journey import write_journey_diagram
from journeymap.rendering.exchange.plantuml import write_plantuml
from journeymap.rendering.exchange.vocabulary import BOOKKEEPING, FRAMES, WHOLE, WORDS
from tests.rendering.flows import RETURNS, felt, journey_of, portfolio_of

WRITERS: Mapping[str, Callable[[Portfolio, Journey], Exported]] = {
    MERMAID_JOURNEY: write_journey_diagram,
    MERMAID_FLOWCHART: write_flowchart,
    D2: write_d2,
    PLANTUML: write_plantuml,
}
COMMENTS = ("%% ", "# ", "' ")
GONE = Deprecation("2026-01-01", "2027-01-01", "", "Too slow.")
RICH = Journey(
    "rich",
    "A journey that says everything",
    (
        Stage(
            "first",
            "Finds it",
            summary="How people find it.",
            phase="awareness",
            goal="Know that it exists.",
            focus="Be seen.",
            emotions=(Emotion(1, "hopeful", ("glad", "open"), 3, "I hope.", "partial", ("e1",), "ann"),),
            motivations=("thrift", "pride"),
            kpis=(Kpi("k1", "visits"),),
            owner="web",
            touchpoints=(
                Touchpoint(
                    "search",
                    "Search page",
                    "What the search gives.",
                    "action",
                    channels=("web", "app"),
                    uses="shared-search",
                    owner="search-team",
                    systems=("index", "cache"),
                    actor="ann",
                    receiver="bob",
                    personas=("cy", "dan"),
                    action="Types a word.",
                    thoughts=(Thought("Where is it?"),),
                    motivations=("speed", "ease"),
                    needs=("to see", "to know"),
                    expectations=("a list", "an answer"),
                    emotions=(
                        Emotion(
                            1,
                            "curious",
                            ("keen", "awake"),
                            1,
                            "Let us see.",
                            "assumed",
                            ("e1", "e2"),
                            "ann",
                        ),
                        Emotion(-1, "lost", (), None, "", "researched", (), "bob"),
                    ),
                    pains=(Pain("slow"), Pain("ugly")),
                    gains=(Gain("quick"), Gain("pretty")),
                    moment_of_truth=True,
                    duration_active=60,
                    duration_elapsed=120,
                    kpis=(Kpi("k2", "visits"), Kpi("k3", "visits")),
                    personalization=(Personalization("by place"),),
                    sources=("crm", "logs"),
                    events=("searched", "clicked"),
                    blueprint=Blueprint(
                        (BlueprintItem("list"),),
                        (BlueprintItem("clerk"),),
                        (BlueprintItem("packer"),),
                        (BlueprintItem("index"),),
                    ),
                    policies=("no ads", "no tracking"),
                    images=(Image("a.png", "A list"),),
                    links=(Link("https://example.org", "More"),),
                    fields={"cost": 3},
                    next=(
                        Branch(to="ask", when="is unsure", share=0.2),
                        Branch(exit="leaves", when="gives up", share=0.1),
                        Branch(journey="returns", when="has it", share=0.05),
                        Branch(to="pay", when="is sure", share=0.6),
                    ),
                    expand="deep-search",
                    visibility="public",
                    deprecated=GONE,
                    tags=("old", "slow"),
                ),
                Touchpoint("ask", "Asks somebody", type="internal", emotions=felt(-2, "shy")),
            ),
            expand="deep-finding",
            fields={"budget": 4},
            visibility="public",
            deprecated=GONE,
            tags=("early", "wide"),
        ),
        Stage(
            "wait",
            "Waits for it",
            summary="How people wait.",
            phase="decision",
            goal="Have it soon.",
            focus="Be quick.",
            emotions=(Emotion(0, "calm", ("quiet", "still"), 2, "Well.", "partial", ("e2",), "bob"),),
            motivations=("patience", "hope"),
            kpis=(Kpi("k4", "visits"),),
            owner="post",
            expand="deep-waiting",
            fields={"budget": 5},
            visibility="public",
            deprecated=GONE,
            tags=("late", "long"),
        ),
        Stage("last", "Has it", touchpoints=(Touchpoint("pay", "Pays for it"),)),
    ),
    summary="What it is about.",
    state="future",
    status="review",
    visibility="public",
    owner="owner",
    reviewed="2026-07-01",
    review_every=90,
    deprecated=GONE,
    personas=("ann", "bob"),
    local_personas=(
        Persona(
            "ann",
            "Ann who looks",
            role="Buyer",
            quote="Hm.",
            summary="She looks.",
            goals=("g",),
            needs=("n",),
            motivations=("m",),
            frustrations=("f",),
            behaviours=("b",),
        ),
        Persona("bob", "Bob who waits"),
    ),
    segments=("new", "young"),
    scenario="It rains.",
    goal="To have it.",
    objective=Objective("Sell more.", "k1"),
    kpis=(Kpi("k5", "visits"),),
    trigger="It broke.",
    outcome="It works.",
    sources=("crm", "logs"),
    tags=("one", "two"),
    links=(Link("https://example.org", "More"),),
    exits=(
        Exit("leaves", "Leaves us", "deferred", "public", GONE, (), ("a", "b")),
        Exit("unused", "Never taken"),
    ),
    opportunities=(
        Opportunity(
            "Make it quick", own_kpis=(Kpi("k6", "visits"),), actions=(Action("Buy a cache"), Action("Sort"))
        ),
    ),
    evidence=(Evidence("e1", "Talks with ten people"), Evidence("e2", "A survey")),
    insights=(Insight("People hurry."), Insight("People wait.")),
    feedback_loops=(FeedbackLoop(source="crm"),),
    fields={"region": "north"},
    extends="base",
)


@pytest.mark.parametrize("form", WRITERS)
def test_every_change_shows_or_is_said(form: str) -> None:
    """Of each value of a journey: another value changes the diagram, or its field is among the losses."""
    portfolio = portfolio_of(RICH, RETURNS)
    before = WRITERS[form](portfolio, RICH)
    quiet = []
    for place, what, journey in _changes(RICH, HOLDS[form]):
        after = WRITERS[form](portfolio, journey)
        is_shown = _body(after) != _body(before)
        is_said = _says(before, place) or (what.startswith("exits[1]") and "Never taken" in before.losses[0])
        if not is_shown and after.losses == before.losses and not is_said:
            quiet.append(what)

    assert quiet == []


@pytest.mark.parametrize("form", WRITERS)
def test_whatever_is_taken_away_shows_or_is_counted(form: str) -> None:
    """Of each list of a journey: without one of its things the diagram or the count of losses differs."""
    portfolio = portfolio_of(RICH, RETURNS)
    before = WRITERS[form](portfolio, RICH)
    quiet = []
    for _, what, journey in _cuts(RICH, HOLDS[form]):
        after = WRITERS[form](portfolio, journey)
        if _body(after) == _body(before) and after.losses == before.losses:
            quiet.append(what)

    assert quiet == []


def test_the_journey_says_everything() -> None:
    """A new field of the language has to be said by the journey that all this is tried with."""
    said = {place for place, _, _ in (*_changes(RICH, frozenset(WORDS)), *_cuts(RICH, frozenset(WORDS)))}
    elsewhere = {"opportunity.own_kpis", "opportunity.actions"}
    of_personas = {place for place in WORDS if place.startswith("persona.")}  # which have one word for all

    assert set(WORDS) - said - elsewhere - of_personas - FRAMES == set()


def test_feelings_without_a_line_are_said() -> None:
    """What everyone feels where all have their own feelings, and all but the first of one persona."""
    felt_by_all = (Emotion(2), Emotion(-1, persona="ann"), Emotion(1, persona="bob"))
    journey = journey_of(
        Touchpoint("a", "Covered", emotions=felt_by_all),
        Touchpoint("b", "Twice", emotions=(Emotion(1, persona="ann"), Emotion(-1, persona="ann"))),
        Touchpoint("c", "Plain", emotions=(Emotion(2),)),
    )._replace(personas=("ann", "bob"))

    losses = write_journey_diagram(portfolio_of(journey), journey).losses
    assert "2 feelings have no line: Covered, Twice" in losses
    lone = journey_of(Touchpoint("a", "Mixed", emotions=(Emotion(1), Emotion(-1))))
    assert "1 feeling has no line: Mixed" in write_journey_diagram(portfolio_of(lone), lone).losses


def test_personas_without_a_line_are_said() -> None:
    """Whoever takes part in nothing that is drawn is named."""
    journey = journey_of(
        Touchpoint("a", "A", personas=("ann",), emotions=(Emotion(1),)),
        Touchpoint("b", "Packing", type="internal", personas=("bob",), emotions=(Emotion(1),)),
    )._replace(personas=("ann", "bob"))
    losses = write_journey_diagram(portfolio_of(journey), journey).losses

    assert "1 persona has no line: Bob" in losses
    assert "what happens behind the scenes is a line of nobody: Packing" in losses


@pytest.mark.parametrize("form", [MERMAID_FLOWCHART, D2, PLANTUML])
def test_feelings_that_say_nothing_in_a_flow_are_said(form: str) -> None:
    """A feeling that is only a quote has no words to show; several words are all shown."""
    quiet = journey_of(Touchpoint("a", "A", emotions=(Emotion(quote="Oh!", persona="ann"),)))
    words = journey_of(Touchpoint("a", "A", emotions=(Emotion(None, "glad", ("open",)),)))

    assert "1 feeling without a word or a score: A" in WRITERS[form](portfolio_of(quiet), quiet).losses
    assert "glad, open" in WRITERS[form](portfolio_of(words), words).text


def _body(exported: Exported) -> list[str]:
    """Return the lines of an export that are no comment."""
    return [line for line in exported.text.splitlines() if not line.startswith(COMMENTS)]


def _says(exported: Exported, place: str) -> bool:
    """Say whether the losses name what stands at a place."""
    word = WORDS[place]
    return any(word.one in loss or word.many in loss for loss in exported.losses)


def _changes(value: Any, holds: frozenset[str], at: str = "") -> Iterator[tuple[str, str, Any]]:
    """Yield a value with one text, number or choice in it changed: its place, what was done, the value."""
    for field, hint in get_type_hints(type(value)).items():
        place, each = place_of(value, field), getattr(value, field)
        if place in BOOKKEEPING or each in ("", None, (), {}):
            continue
        where = f"{at}.{field}".lstrip(".")
        other = _other(each, hint)
        if other is not None:
            yield place, f"{where} = {other!r}", value._replace(**{field: other})
        for index, part in enumerate(_parts(each)):
            if not _goes_on(part, place, holds):
                continue
            for inner, what, changed in _changes(part, holds, f"{where}[{index}]"):
                yield inner, what, value._replace(**{field: _put(each, index, changed)})


def _cuts(value: Any, holds: frozenset[str], at: str = "") -> Iterator[tuple[str, str, Any]]:
    """Yield a value without one of the things in one of its lists."""
    for field in value._fields:
        place, each = place_of(value, field), getattr(value, field)
        if place in BOOKKEEPING or each in ("", None, (), {}):
            continue
        where = f"{at}.{field}".lstrip(".")
        if isinstance(each, tuple) and not hasattr(each, "_fields") and place not in FRAMES:
            for index in range(len(each)):
                yield (
                    place,
                    f"without {where}[{index}]",
                    value._replace(**{field: each[:index] + each[index + 1 :]}),
                )
        elif isinstance(each, Mapping):
            yield place, f"without {where}", value._replace(**{field: {}})
        elif hasattr(each, "_fields") and type(each) in WHOLE:
            yield place, f"without {where}", value._replace(**{field: None})
        for index, part in enumerate(_parts(each)):
            if _goes_on(part, place, holds):
                for inner, what, changed in _cuts(part, holds, f"{where}[{index}]"):
                    yield inner, what, value._replace(**{field: _put(each, index, changed)})


def _goes_on(part: Any, place: str, holds: frozenset[str]) -> bool:
    """Say whether what is inside of a value counts for itself: not where the value is lost as a whole."""
    return hasattr(part, "_fields") and type(part) not in WHOLE and (place in holds or place in FRAMES)


def _parts(each: Any) -> tuple[Any, ...]:
    return each if isinstance(each, tuple) and not hasattr(each, "_fields") else (each,)


def _put(each: Any, index: int, part: Any) -> Any:
    if isinstance(each, tuple) and not hasattr(each, "_fields"):
        return (*each[:index], part, *each[index + 1 :])
    return part


def _other(each: Any, hint: Any) -> Any:
    """Return another value of the same sort, or nothing for what has to be looked into."""
    choices = next((get_args(part) for part in (hint, *get_args(hint)) if get_origin(part) is Literal), ())
    if choices:
        return next(choice for choice in choices if choice not in (each, NoneType, None))
    if isinstance(each, bool):
        return not each
    if isinstance(each, int | float):
        return each / 2 if each else 1
    if isinstance(each, str):
        return f"{each} other"
    if isinstance(each, Mapping):
        return dict.fromkeys(each, "other")
    if isinstance(each, tuple) and all(isinstance(part, str) for part in each):
        return tuple(f"{part} other" for part in each)
    return None
