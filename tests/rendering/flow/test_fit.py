"""Every text of the flow has its room: inside of its card, on no other text and on no stranger's card."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model import Emotion, Exit, Journey, Portfolio, Stage, Touchpoint
from journeymap.model.journey import Branch
from journeymap.rendering.canvas import Drawing
from journeymap.rendering.flow.picture import draw_flow
from journeymap.rendering.geometry import Box
from journeymap.themes.theme import LIGHT, Theme
from tests.rendering.flows import FIRST_PURCHASE, RETURNS, portfolio_of
from tests.rendering.samples import SAMPLES

SLACK = 0.05
"""What sums of decimals may be off, in pixels."""


def misfits(drawing: Drawing) -> list[str]:
    """Return what is wrong with the texts of a picture."""
    frame = Box(0, 0, drawing.width, drawing.height)
    wrong = [f"no room told: {text.lines}" for text in drawing.texts if text.within is None]
    for text in drawing.texts:
        for name, place in (("its room", text.within), ("the picture", frame)):
            if place is not None and not holds(place, text.box):
                wrong.append(f"{text.lines} leaves {name}: {text.box} in {place}")
    for one, other in combinations(drawing.texts, 2):
        if shared(one.box, other.box):
            wrong.append(f"{one.lines} lies on {other.lines}: {one.box}, {other.box}")
    return wrong


def holds(outer: Box, inner: Box) -> bool:
    """Say whether a box lies within another."""
    return (
        inner.x >= outer.x - SLACK
        and inner.y >= outer.y - SLACK
        and inner.right <= outer.right + SLACK
        and inner.bottom <= outer.bottom + SLACK
    )


def shared(one: Box, other: Box) -> bool:
    """Say whether two boxes overlap."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > SLACK and down > SLACK


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("in_columns", [True, False])
def test_texts_of_every_sample_have_their_room(name: str, in_columns: bool) -> None:
    """Whatever the script, nothing is clipped and nothing covered, in columns and in a strip."""
    portfolio, journey = SAMPLES[name]()
    assert misfits(draw_flow(portfolio, journey, in_columns=in_columns)) == []


@pytest.mark.parametrize("type", [(48, 32, 24, 20), (12, 10, 9, 8), (12, 10, 24, 8)])
def test_texts_have_their_room_in_any_size(type: tuple[float, ...]) -> None:
    """A workspace may set its own sizes; cards and stages grow with them."""
    title, heading, body, small = type
    sizes = LIGHT.type._replace(title=title, heading=heading, body=body, small=small)
    theme: Theme = LIGHT._replace(type=sizes)
    drawing = draw_flow(portfolio_of(FIRST_PURCHASE, RETURNS), FIRST_PURCHASE, theme=theme)
    assert misfits(drawing) == []
    assert f'font-size="{body}"' in drawing.svg
    assert f'font-size="{small}"' in drawing.svg


WORDS = st.sampled_from(
    (
        "pays",
        "Looks at the page",
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
        "検索結果に表示された商品一覧ページを最後まで読む",
        "صفحة الدفع في المتجر",
        "עמוד התשלום",
        "👩‍👩‍👧‍👦🏳️‍🌈👍🏽",
        "สวัสดีครับผู้ซื้อ",
        "W" * 40,
        "a\u0301\u0302\u0303",
        "i",
        "",
    )
)
TEXTS = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


@st.composite
def journeys(draw: st.DrawFn) -> Journey:
    """Return a journey of a few touchpoints that branch, loop and lead out, in any script."""
    count = draw(st.integers(1, 7))
    touchpoints = tuple(draw(touchpoint(number, count)) for number in range(count))
    cut = draw(st.integers(0, count))
    goals = draw(st.tuples(TEXTS, TEXTS))
    stages = (
        Stage("s1", goals[0], goal=goals[1], touchpoints=touchpoints[:cut]),
        Stage("s2", goals[1], goal=goals[0], touchpoints=touchpoints[cut:]),
    )
    lang = draw(st.sampled_from(("en", "de", "ar", "he", "ja")))
    exits = (Exit("x", draw(TEXTS), "deferred"),)
    return Journey("j", draw(TEXTS), stages, lang=lang, trigger=draw(TEXTS), outcome=draw(TEXTS), exits=exits)


@st.composite
def touchpoint(draw: st.DrawFn, number: int, count: int) -> Touchpoint:
    """Return a touchpoint with ways to any other."""
    branches = st.lists(branch(count), min_size=1, max_size=4).map(tuple)
    scores = st.none() | st.integers(-2, 2)
    emotions = st.lists(st.builds(Emotion, score=scores, feeling=TEXTS), max_size=2).map(tuple)
    return Touchpoint(
        f"t{number}",
        draw(TEXTS),
        type=draw(st.sampled_from(("contact", "action", "internal"))),
        channels=draw(
            st.lists(st.sampled_from(("web", "phone", "store", "smoke-signals")), max_size=3).map(tuple)
        ),
        emotions=draw(emotions),
        next=draw(st.none() | branches),
        expand=draw(st.sampled_from(("", "", "returns"))),
        moment_of_truth=draw(st.booleans()),
    )


@st.composite
def branch(draw: st.DrawFn, count: int) -> Branch:
    """Return a way to a touchpoint, an exit or another journey."""
    when, share = draw(TEXTS), draw(st.sampled_from((None, 0.1, 0.25)))
    place = draw(st.integers(-2, count - 1))
    if place == -2:
        return Branch(exit="x", when=when, share=share)
    if place == -1:
        return Branch(journey="returns", when=when, share=share)
    return Branch(to=f"t{place}", when=when, share=share)


@given(journeys())
def test_texts_have_their_room_whatever_the_journey(journey: Journey) -> None:
    """Scripts that are wide, narrow, tall, unbreakable or read from the right fit, in any tangle of ways."""
    portfolio: Portfolio = portfolio_of(journey, RETURNS)
    assert misfits(draw_flow(portfolio, journey)) == []
