"""Whether a picture's texts fit and stay apart, and journeys in many scripts to try it on."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from hypothesis import strategies as st

from journeymap.model import (
    Emotion,
    EmotionScale,
    Journey,
    Library,
    Opportunity,
    Persona,
    Phase,
    Portfolio,
    Stage,
    Touchpoint,
    Workspace,
)
from journeymap.model.claims import Confidence
from journeymap.model.opportunity import OpportunityStatus
from journeymap.rendering.canvas import Drawing
from journeymap.rendering.geometry import Box
from tests.rendering.hostile_strings import HOSTILE_STRINGS

SLACK = 0.01
SVG = "{http://www.w3.org/2000/svg}"

SCRIPTS = (
    "First purchase, from search to review",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "検索結果に表示された商品一覧ページを最後まで読む",
    "نتيجة البحث عن السلع في المتجر",
    "🎪👩‍👩‍👧‍👦🇧🇷 hyped 🤩🤩🤩",
    "\u202edesrever\u202c and \u2067isolated\u2069",
    "x",
)
TEXTS = st.sampled_from((*SCRIPTS, *HOSTILE_STRINGS)) | st.text(min_size=1, max_size=30)
LANGUAGES = st.sampled_from(("en", "pt-BR", "ar", "he", "ja"))
NUMBERS = st.none() | st.integers(0, 5) | st.floats(0, 5)
STATUSES: st.SearchStrategy[OpportunityStatus] = st.sampled_from(
    ("idea", "planned", "in-progress", "done", "rejected")
)
CONFIDENCES: st.SearchStrategy[Confidence] = st.sampled_from(("assumed", "partial", "researched", "measured"))
SCALES = st.sampled_from((EmotionScale(), EmotionScale(1, 5, 3), EmotionScale(0, 100, 40)))
PEOPLE = tuple(Persona(f"p{number}", f"{SCRIPTS[number]} {number}") for number in range(5))


@st.composite
def portfolios(draw: st.DrawFn) -> Portfolio:
    """Return a portfolio of one to three journeys in any script and any shape."""
    scale = draw(SCALES)
    phases = draw(st.lists(TEXTS, max_size=3))
    workspace = Workspace(
        draw(TEXTS),
        lang=draw(LANGUAGES),
        emotion_scale=scale,
        opportunity_score=draw(st.sampled_from(("mean-value", "value-per-effort", "rice", "ice"))),
    )
    library = Library(*({} for _ in Library._fields))
    library = library._replace(
        phases={f"phase-{n}": Phase(f"phase-{n}", title) for n, title in enumerate(phases)}
    )
    journeys = tuple(draw(_journeys(f"j{n}", scale, len(phases))) for n in range(draw(st.integers(1, 2))))
    return Portfolio(workspace, library, {}, journeys)


@st.composite
def _journeys(draw: st.DrawFn, id: str, scale: EmotionScale, phases: int) -> Journey:
    people = PEOPLE[: draw(st.integers(0, 5))]
    stages = tuple(draw(_stages(n, scale, phases, people)) for n in range(draw(st.integers(1, 3))))
    return Journey(
        id,
        draw(TEXTS),
        lang=draw(LANGUAGES),
        personas=tuple(person.id for person in people),
        local_personas=people,
        state=draw(st.sampled_from(("current", "future", "ideal"))),
        owner=draw(st.sampled_from(("", "some-team"))),
        reviewed=draw(st.sampled_from(("", "2026-06-30"))),
        extends=draw(st.sampled_from(("", "j0"))) if id != "j0" else "",
        stages=stages,
        opportunities=tuple(draw(opportunities()) for _ in range(draw(st.integers(0, 4)))),
    )


@st.composite
def _stages(
    draw: st.DrawFn, number: int, scale: EmotionScale, phases: int, people: tuple[Persona, ...]
) -> Stage:
    known = [f"phase-{n}" for n in range(phases)]
    touchpoints = tuple(
        Touchpoint(f"t{number}-{n}", draw(TEXTS), emotions=draw(_emotions(scale, people)))
        for n in range(draw(st.integers(0, 3)))
    )
    return Stage(
        f"s{number}",
        draw(TEXTS),
        phase=draw(st.sampled_from(("", *known, "undeclared"))),
        emotions=draw(_emotions(scale, people)),
        touchpoints=touchpoints,
    )


@st.composite
def _emotions(draw: st.DrawFn, scale: EmotionScale, people: tuple[Persona, ...]) -> tuple[Emotion, ...]:
    found = []
    for _ in range(draw(st.integers(0, 2))):
        score = draw(st.none() | st.integers(int(scale.min), int(scale.max)))
        persona = draw(st.sampled_from(("", *(person.id for person in people))))
        feeling = draw(st.just("") | TEXTS)
        found.append(Emotion(score=score, feeling=feeling, confidence=draw(CONFIDENCES), persona=persona))
    return tuple(found)


@st.composite
def opportunities(draw: st.DrawFn) -> Opportunity:
    """Return an opportunity with any values, or without."""
    return Opportunity(
        draw(TEXTS),
        customer_value=draw(NUMBERS),
        business_value=draw(NUMBERS),
        effort=draw(NUMBERS),
        reach=draw(NUMBERS),
        confidence=draw(NUMBERS),
        status=draw(STATUSES),
        owner=draw(st.sampled_from(("", "a-team"))),
    )


def misfits(drawing: Drawing) -> list[str]:
    """Return every text that leaves its box or the picture, and every two that overlap."""
    frame = Box(0, 0, drawing.width, drawing.height)
    found = []
    for index, text in enumerate(drawing.texts):
        if not _is_inside(text.box, frame):
            found.append(f"outside the picture: {text.lines}")
        if text.within is None or not _is_inside(text.box, text.within):
            found.append(f"outside its box: {text.lines} {text.box} {text.within}")
        found += [
            f"on each other: {text.lines} and {other.lines}"
            for other in drawing.texts[index + 1 :]
            if _overlap(text.box, other.box)
        ]
    return found


def shapes(svg: str, tag: str) -> list[dict[str, str]]:
    """Return the attributes of the shapes of a kind, with those that the groups around them share."""
    return [attributes for found, attributes in _walk(ET.fromstring(svg), {}) if found == f"{SVG}{tag}"]


def curves(svg: str) -> list[dict[str, str]]:
    """Return the lines of feelings: paths that are nothing but a start and Bézier curves."""
    return [path for path in shapes(svg, "path") if path["fill"] == "none" and "C" in path["d"]]


def _walk(element: ET.Element, shared: dict[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    attributes = {**shared, **element.attrib}
    yield element.tag, attributes
    for child in element:
        yield from _walk(child, attributes if element.tag == f"{SVG}g" else {})


def written(drawing: Drawing) -> list[str]:
    """Return the texts of a picture, each in one piece."""
    return ["".join(text.lines) for text in drawing.texts]


def _is_inside(inner: Box, outer: Box) -> bool:
    return (
        inner.x >= outer.x - SLACK
        and inner.right <= outer.right + SLACK
        and inner.y >= outer.y - SLACK
        and inner.bottom <= outer.bottom + SLACK
    )


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.right - SLACK
        and other.x < one.right - SLACK
        and one.y < other.bottom - SLACK
        and other.y < one.bottom - SLACK
    )
