"""Portfolios that no sane person would write, for drawings that have to survive them."""

from typing import Any

from hypothesis import strategies as st

from journeymap.model import (
    Action,
    Branch,
    Channel,
    Emotion,
    Exit,
    Gain,
    Insight,
    Journey,
    Kpi,
    Library,
    Metric,
    Opportunity,
    Pain,
    Persona,
    Portfolio,
    Stage,
    Team,
    Thought,
    Touchpoint,
    Workspace,
)
from journeymap.source import Place
from tests.reporting.test_safety import hostile

FILE = "a.journey.yaml"
AT = Place(FILE)
words = st.one_of(
    hostile,
    st.sampled_from(["", "Checkout", "冷蔵庫を買う", "👩\u200d🔧 ❤\ufe0f", "=1+1", "a " * 60, "b" * 150]),
)
ids = st.sampled_from(["a", "b", "web", "mira", "x" * 64, "a-b"])
maybe_id = st.one_of(st.just(""), ids)
scores = st.one_of(st.none(), st.integers(-2, 2), st.floats(-2, 2, allow_nan=False))
sureness = st.sampled_from(["assumed", "partial", "researched", "measured"])


def build(
    target: Any, *given: st.SearchStrategy[Any], **named: st.SearchStrategy[Any]
) -> st.SearchStrategy[Any]:
    """Return a strategy for values of a class, its other fields left as they are."""
    pair = st.tuples(st.tuples(*given), st.fixed_dictionaries(named))
    return pair.map(lambda found: target(*found[0], **found[1]))


emotions = build(
    Emotion, scores, words, quote=words, confidence=sureness, persona=st.sampled_from(["", "", "mira", "a"])
)
pains = build(
    Pain,
    words,
    maybe_id,
    st.sampled_from([None, "low", "critical"]),
    confidence=sureness,
    tags=st.tuples(words),
)
kpis = build(Kpi, ids, ids, scores, scores, owner=maybe_id)


def some(strategy: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    """Return a strategy for a few values."""
    return st.lists(strategy, max_size=most).map(tuple)


touchpoints = build(
    Touchpoint,
    ids,
    words,
    channels=some(ids),
    owner=maybe_id,
    thoughts=some(build(Thought, words, maybe_id), 1),
    emotions=some(emotions, 2),
    pains=some(pains, 2),
    gains=some(build(Gain, words, maybe_id), 1),
    moment_of_truth=st.booleans(),
    kpis=some(kpis, 1),
    next=st.one_of(st.none(), some(build(Branch, to=ids, when=words, share=st.just(0.5)), 1)),
)
stages = build(
    Stage,
    ids,
    words,
    goal=words,
    emotions=some(emotions, 1),
    touchpoints=some(touchpoints, 4),
    kpis=some(kpis, 1),
)
opportunities = build(
    Opportunity,
    words,
    maybe_id,
    addresses=some(ids),
    customer_value=st.sampled_from([None, 3]),
    business_value=st.sampled_from([None, 2.5]),
    status=st.sampled_from(["idea", "rejected"]),
    actions=some(build(Action, words, maybe_id), 1),
)
journeys = build(
    Journey,
    ids,
    words,
    some(stages, 2),
    summary=words,
    personas=some(ids, 2),
    local_personas=some(build(Persona, ids, words), 1),
    opportunities=some(opportunities, 2),
    insights=some(build(Insight, words, maybe_id, words), 1),
    exits=some(build(Exit, ids, words), 1),
    kpis=some(kpis, 1),
    at=st.just(AT),
)


@st.composite
def portfolios(draw: st.DrawFn) -> Portfolio:
    """Return a portfolio; ids in it repeat and lead nowhere."""
    library: dict[str, Any] = {kind: {} for kind in Library._fields}
    library["channels"] = {"web": Channel("web", draw(words))}
    library["teams"] = {"a": Team("a", draw(words), at=AT)}
    library["metrics"] = {"b": Metric("b", draw(words), at=AT)}
    return Portfolio(
        Workspace(title=draw(words), root=draw(words)),
        Library(**library),
        {"mira": Persona("mira", draw(words), role=draw(words), at=AT)},
        draw(some(journeys, 2)),
    )
