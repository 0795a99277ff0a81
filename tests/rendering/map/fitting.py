"""Journeys of any shape and script for the map, and the texts that it has to show."""

from hypothesis import strategies as st

from journeymap.model import (
    Blueprint,
    BlueprintItem,
    Emotion,
    EmotionScale,
    Evidence,
    Gain,
    Journey,
    Kpi,
    Lane,
    Library,
    Metric,
    Objective,
    Opportunity,
    Pain,
    Persona,
    Portfolio,
    ScaleLabel,
    Stage,
    Thought,
    Touchpoint,
    Workspace,
)
from tests.rendering.hostile_strings import HOSTILE_STRINGS

SCRIPTS = (
    "Enters address, delivery and card.",
    "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung lesen",
    "検索結果に表示された商品一覧ページを最後まで読む。",
    "نتيجة البحث عن السلع في المتجر Search 41",
    "עמוד התשלום בחנות",
    "ตะกร้าสินค้าและการชำระเงินของลูกค้า",
    "खरीदारी की टोकरी और भुगतान",
    "👩\u200d👩\u200d👧\u200d👦🏳️\u200d🌈👍🏽 🇧🇷 hyped",
    "\u202edesrever\u202c and \u2067isolated\u2069 a\u200bb\u200dc",
    "W" * 60,
    "i",
)
TEXTS = st.sampled_from((*SCRIPTS, *HOSTILE_STRINGS)) | st.text(min_size=1, max_size=24)
MAYBE = st.just("") | TEXTS
CONFIDENCES = st.sampled_from(("assumed", "partial", "researched", "measured"))
COUNTS = st.integers(1, 9_000)
NUMBERS = st.none() | st.integers(-50, 5_000) | st.floats(-10, 10)
PEOPLE = tuple(Persona(f"p{number}", f"{SCRIPTS[number]} {number}") for number in range(7))
EMPTY = Library(*({} for _ in Library._fields))


@st.composite
def portfolios(draw: st.DrawFn) -> Portfolio:
    """Return a portfolio with one journey, or with a second that changes the first."""
    scale = draw(st.sampled_from((EmotionScale(), EmotionScale(1, 5, 3, (ScaleLabel(5, SCRIPTS[1]),)))))
    people = PEOPLE[: draw(st.integers(0, 7))]
    metric = Metric("m", draw(TEXTS), unit=draw(st.sampled_from(("", "%", "of 7"))))
    workspace = Workspace(
        lang=draw(st.sampled_from(("en", "pt-BR", "ar", "he", "ja"))),
        emotion_scale=scale,
        lanes=(Lane("own", draw(TEXTS)), Lane("whole", "Whole", on="stage")),
    )
    journey = draw(_journeys(people))
    journeys: tuple[Journey, ...] = (journey,)
    if draw(st.booleans()):
        before = journey._replace(id="before", stages=draw(_journeys(people)).stages)
        journeys = (journey._replace(extends="before"), before)
    return Portfolio(workspace, EMPTY._replace(metrics={"m": metric}), {}, journeys)


@st.composite
def _journeys(draw: st.DrawFn, people: tuple[Persona, ...]) -> Journey:
    numbers = range(draw(st.integers(1, 2)))
    ids = tuple(person.id for person in people)
    return Journey(
        "j",
        draw(TEXTS),
        tuple(draw(_stages(number, ids)) for number in numbers),
        state=draw(st.sampled_from(("current", "future", "ideal"))),
        personas=ids,
        local_personas=people,
        scenario=draw(MAYBE),
        goal=draw(MAYBE),
        objective=draw(st.none() | st.builds(Objective, TEXTS)),
        kpis=draw(st.just(()) | st.tuples(st.just(Kpi("k", "m", 3, 5)))),
        owner=draw(st.sampled_from(("", "some-team"))),
        reviewed=draw(st.sampled_from(("", "2026-06-30"))),
        evidence=draw(
            _several(st.builds(Evidence, st.just("e"), TEXTS, sample=st.none() | st.integers(1, 9)))
        ),
        opportunities=draw(_several(st.builds(Opportunity, TEXTS, addresses=st.just(("pain",))))),
    )


@st.composite
def _stages(draw: st.DrawFn, number: int, people: tuple[str, ...]) -> Stage:
    return Stage(
        f"s{number}",
        draw(TEXTS),
        goal=draw(MAYBE),
        emotions=draw(_emotions(people)),
        touchpoints=tuple(
            draw(_touchpoints(f"t{number}-{step}", people)) for step in range(draw(st.integers(0, 3)))
        ),
        fields={"whole": draw(TEXTS)},
    )


@st.composite
def _touchpoints(draw: st.DrawFn, id: str, people: tuple[str, ...]) -> Touchpoint:
    items = _several(st.builds(BlueprintItem, TEXTS))
    return Touchpoint(
        id,
        draw(TEXTS),
        channels=draw(st.sampled_from(((), ("web",), ("sms", "smoke-signals")))),
        action=draw(MAYBE),
        thoughts=draw(_several(st.builds(Thought, TEXTS))),
        needs=draw(_several(TEXTS)),
        emotions=draw(_emotions(people)),
        pains=draw(
            _several(
                st.builds(
                    Pain,
                    TEXTS,
                    st.just("pain"),
                    st.sampled_from((None, "low", "critical")),
                    confidence=CONFIDENCES,
                )
            )
        ),
        gains=draw(_several(st.builds(Gain, TEXTS, confidence=CONFIDENCES))),
        moment_of_truth=draw(st.booleans()),
        duration_active=draw(st.none() | st.integers(0, 5_000_000)),
        kpis=draw(
            _several(
                st.builds(
                    Kpi, st.just("k"), st.sampled_from(("m", "other")), NUMBERS, NUMBERS, actual=NUMBERS
                )
            )
        ),
        blueprint=Blueprint(*(draw(items) for _ in Blueprint._fields)),
        fields={"own": draw(TEXTS)},
    )


@st.composite
def _emotions(draw: st.DrawFn, people: tuple[str, ...]) -> tuple[Emotion, ...]:
    return draw(
        _several(
            st.builds(
                Emotion,
                st.none() | st.integers(1, 2) | st.floats(1, 2),
                MAYBE,
                quote=MAYBE,
                confidence=CONFIDENCES,
                persona=st.sampled_from(("", *people)),
            )
        )
    )


def _several(each: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(each, max_size=2).map(tuple)
