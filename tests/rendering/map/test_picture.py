"""The picture of the map: what it says besides its texts, and that it says it in more than colour."""

import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from journeymap.model import Emotion, Evidence, Journey, Kpi, Metric, Pain, Persona, Stage, Touchpoint
from journeymap.rendering import FORMS, Request
from journeymap.rendering.canvas import Drawing
from journeymap.rendering.map.picture import draw_journey_map
from journeymap.rendering.map.signs import MARKERS
from journeymap.themes.theme import DARK, LIGHT, THEMES
from tests.conftest import ROOT, match_golden
from tests.rendering.charts.fitting import shapes
from tests.rendering.flows import felt, journey_of, portfolio_of
from tests.rendering.samples import SAMPLES

SVG = "{http://www.w3.org/2000/svg}"
GOLDENS = ROOT / "tests" / "goldens" / "map"
NOWHERE = 10_000.0


def draw(name: str, **chosen: Any) -> Drawing:
    """Return the map of a sample."""
    portfolio, journey = SAMPLES[name]()
    return draw_journey_map(portfolio, journey, **{"theme": LIGHT, **chosen})


def draw_one(journey: Journey, *, metrics: tuple[Metric, ...] = (), **chosen: Any) -> Drawing:
    """Return the map of a journey in a small portfolio."""
    portfolio = portfolio_of(journey)
    library = portfolio.library._replace(metrics={metric.id: metric for metric in metrics})
    return draw_journey_map(portfolio._replace(library=library), journey, **{"theme": LIGHT, **chosen})


def texts(drawing: Drawing) -> list[str]:
    """Return the texts of a picture, each in one piece."""
    return ["".join(text.lines) for text in drawing.texts]


def spot(drawing: Drawing, text: str) -> tuple[float, float]:
    """Return where a text begins."""
    found = next(each.box for each in drawing.texts if "".join(each.lines) == text)
    return found.x, found.y


@pytest.mark.parametrize(
    ("name", "sample", "chosen"),
    [
        ("retailer-light", "retailer", {}),
        ("retailer-blueprint-dark", "retailer", {"view": "blueprint", "theme": DARK}),
        ("retailer-summary", "retailer", {"view": "summary"}),
        ("three-personas", "three-personas", {}),
        ("overlay", "overlay", {"lanes": ("emotion",)}),
        ("arabic", "arabic", {}),
    ],
)
def test_pictures_are_as_they_were_looked_at(name: str, sample: str, chosen: dict[str, Any]) -> None:
    """These maps were looked at; whatever changes in them is looked at again."""
    drawing = draw(sample, **chosen)

    match_golden(GOLDENS / f"{name}.svg", drawing.svg)
    assert drawing == draw(sample, **chosen)


def test_a_picture_tells_what_it_shows() -> None:
    """The title is that of the journey, and one sentence tells the curve and counts what stands out."""
    root = ET.fromstring(draw("retailer").svg)

    assert root.get("role") == "img"
    assert root.get("lang") == "en"
    assert root.findtext(f"{SVG}title") == "First purchase, from search to review"
    about = root.findtext(f"{SVG}desc") or ""
    assert "The feeling drops to −1.5 at “Checkout page”, climbs to +2 with “Unpacks" in about
    assert about.endswith("2 moments of truth, 11 pains, 7 opportunities.")


@pytest.mark.parametrize(
    ("scores", "story"),
    [
        ((), "Nobody has said yet how this journey feels."),
        ((1, 1), "The feeling stays at +1 all the way."),
        ((-1, 0, 2), "From its lowest point, −1 at “T0”, the feeling rises to end at its peak, +2."),
        ((2, 0, -1), "From its peak, +2 at “T0”, the feeling falls to end at its lowest, −1."),
        ((2, -1, 0), "The feeling peaks at +2 with “T0”, falls to −1 at “T1”, and ends at 0."),
        ((-1, 2, 0), "The feeling drops to −1 at “T0”, climbs to +2 with “T1”, and ends at 0."),
    ],
)
def test_the_sentence_follows_the_curve(scores: tuple[int, ...], story: str) -> None:
    """Up, down, up and down or level: each course has its sentence, and so has a journey without feelings."""
    steps = tuple(
        Touchpoint(f"t{index}", f"T{index}", emotions=felt(score, "")) for index, score in enumerate(scores)
    )
    about = ET.fromstring(draw_one(journey_of(*steps)).svg).findtext(f"{SVG}desc") or ""

    assert about == story


@pytest.mark.parametrize("theme", THEMES.values(), ids=str)
def test_colours_are_those_of_the_theme(theme: Any) -> None:
    """No colour is written that the theme does not name."""
    found = set(re.findall(r'"(#[0-9a-f]{3,8})"', draw("retailer", theme=theme).svg))

    assert found <= {colour for _, colour in theme.tokens()}
    assert theme.background in found


def test_one_picture_follows_what_the_reader_prefers() -> None:
    """Drawn for both appearances the picture has the colours of both."""
    portfolio, journey = SAMPLES["tiny"]()
    svg = FORMS["map"]["svg"](Request(portfolio, journey, theme="auto")).content.decode()

    assert "prefers-color-scheme: dark" in svg
    assert f'fill="{LIGHT.background}"' in svg
    assert DARK.background in svg
    assert "var(" not in svg


def test_the_fonts_are_those_of_the_theme() -> None:
    """A workspace chooses the family, and the picture names it."""
    theme = LIGHT._replace(type=LIGHT.type._replace(family="Atkinson, sans-serif"))

    assert 'font-family="Atkinson, sans-serif"' in draw("tiny", theme=theme).svg


def test_right_to_left_maps_begin_on_the_right() -> None:
    """Titles of lanes stand at the side where reading starts, and the sign of a number stays before it."""
    drawing = draw("arabic")
    root = ET.fromstring(drawing.svg)
    places = {"".join(text.itertext()): float(text.get("x") or 0) for text in root.iter(f"{SVG}text")}

    assert root.get("direction") == "rtl"
    assert places["Action"] > drawing.width * 0.9
    assert "محبطة \u200e−2" in places


def test_words_and_numbers_stand_below_the_faces() -> None:
    """Every score on the plot stands in words in the column below it."""
    drawing = draw("emoji")

    assert spot(drawing, "😤 \u200e−2")[1] > spot(drawing, "very negative −2")[1]


def test_what_is_assumed_is_hollow() -> None:
    """An assumed feeling is an outline with a dashed line towards it, a researched one is solid."""
    journey = journey_of(
        Touchpoint("a", "A", emotions=felt(1, "glad"), pains=(Pain("Known", confidence="measured"),)),
        Touchpoint("b", "B", emotions=felt(2, "sure", "assumed"), pains=(Pain("Guessed"),)),
        Touchpoint("c", "C", emotions=felt(1, "calm")),
        Touchpoint("d", "D", emotions=felt(0, "done")),
    )
    drawing = draw_one(journey)
    faces = [circle for circle in shapes(drawing.svg, "circle") if circle["r"] in {"11", "10.5"}]
    lines = [path for path in shapes(drawing.svg, "path") if path.get("stroke-width") == "2.5"]
    pains = [path for path in shapes(drawing.svg, "path") if path["d"].startswith("M2 4.5")]

    assert ["stroke" in face for face in faces] == [False, True, False, False]
    assert ["stroke-dasharray" in line for line in lines] == [True, False]
    assert [pain["fill"] == "none" for pain in pains] == [False, True, False]
    assert "Hollow or dashed: assumed, not researched" in texts(drawing)


def test_a_missing_score_is_a_gap() -> None:
    """The line ends where nobody scored, and goes on after it; words without a score are still there."""
    scores = (1, 0, None, 2, 1)
    steps = (Touchpoint(f"t{n}", f"T{n}", emotions=felt(score, f"w{n}")) for n, score in enumerate(scores))
    drawing = draw_one(journey_of(*steps))

    assert len([path for path in shapes(drawing.svg, "path") if path.get("stroke-width") == "2.5"]) == 2
    assert "w2" in texts(drawing)


@pytest.mark.parametrize(
    ("scores", "at", "above"), [((0, 2, -1, 1), 3, True), ((0, -2, 2, 1), 3, False), ((0, 2, -1, 1), 1, True)]
)
def test_flags_stand_where_the_curve_leaves_room(scores: tuple[int, ...], at: int, above: bool) -> None:
    """Peak and end after a rise are told above the face, pit and end after a fall below it."""
    steps = (Touchpoint(f"t{n}", f"T{n}", emotions=felt(score, "")) for n, score in enumerate(scores))
    drawing = draw_one(journey_of(*steps))
    face = [circle for circle in shapes(drawing.svg, "circle") if circle["r"] == "11"][at]
    flag = {1: "Peak", 3: "End"}[at]

    assert (spot(drawing, flag)[1] < float(face["cy"])) is above


def test_personas_differ_by_dash_shape_and_name() -> None:
    """Each line has its own dash, its own markers, and its name where it ends."""
    drawing = draw("three-personas")
    lines = [
        path
        for path in shapes(drawing.svg, "path")
        if path.get("stroke-width") == "2" and path["fill"] == "none"
    ]
    dashes = {line.get("stroke-dasharray") for line in lines if "C" in line["d"]}

    assert dashes == {None, "9 5", "2 5"}
    for name in ("Parent with a child", "Shift worker", "Retired neighbour"):
        assert max(each.box.right for each in drawing.texts if "".join(each.lines) == name) > 980


def test_more_lines_than_can_be_told_apart_are_words() -> None:
    """Five personas have a line; the feelings of all stand below it."""
    people = tuple(Persona(f"p{number}", f"Person {number}") for number in range(7))
    emotions = tuple(Emotion(number % 3, f"f{number}", persona=f"p{number}") for number in range(7))
    journey = Journey(
        "j",
        "J",
        (Stage("s", "S", touchpoints=(Touchpoint("t", "T", emotions=emotions), Touchpoint("u", "U"))),),
        personas=tuple(person.id for person in people),
        local_personas=people,
    )
    drawing = draw_one(journey)

    assert [f"f{n} +{n % 3}" if n % 3 else f"f{n} 0" for n in range(7)] == [
        text for text in texts(drawing) if re.fullmatch(r"f\d .*", text)
    ]
    assert texts(drawing).count("Person 4") == 3
    assert texts(drawing).count("Person 6") == 2
    assert len(MARKERS) == 5


def test_an_overlay_shows_both_lines() -> None:
    """How it is today is a second line with its own name, as soon as it differs."""
    names = texts(draw("overlay", lanes=("emotion",)))

    assert "Mira, the deal hunter: As it is today" in names
    assert "As it is today" in names
    assert not any("As it is today" in name for name in texts(draw("retailer")))


def test_one_line_is_named_when_there_is_a_before() -> None:
    """With one line for everybody the two are told apart as today and to be."""

    def feel(*scores: int | None) -> Journey:
        steps = (
            Touchpoint(f"t{n}", f"T{n}", emotions=felt(score, f"w{n}")) for n, score in enumerate(scores)
        )
        return journey_of(*steps)

    before = feel(-1, 0)
    after = feel(1, 0)._replace(id="after", extends="journey")
    drawing = draw_journey_map(portfolio_of(before, after), after, theme=LIGHT)

    assert {"To be", "As it is today"} <= set(texts(drawing))
    unscored = feel(None)._replace(id="after", extends="journey")
    names = texts(draw_journey_map(portfolio_of(before, unscored), unscored, theme=LIGHT))
    assert "As it is today" in names
    assert "To be" not in names


def test_a_kpi_shows_its_way_in_a_bar_and_in_numbers() -> None:
    """The bar runs from baseline to target and is filled as far as the actual value has come."""
    metric = Metric("visits", "Visits", "ratio")
    kpis = (
        Kpi("a", "visits", 10, 20, actual=15),
        Kpi("b", "visits", 20, 10, actual=30),
        Kpi("c", "visits", 10, None, actual=12),
        Kpi("d", "other"),
    )
    drawing = draw_one(journey_of(Touchpoint("t", "T", kpis=kpis)), metrics=(metric,))
    bars = [float(box["width"]) for box in shapes(drawing.svg, "rect") if box["height"] == "5"]
    track, done, behind, *_ = bars

    assert done == pytest.approx(track / 2, abs=0.1)
    assert behind == track
    assert {
        "10\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}20% · Actual 15%",
        "20\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}10% · Actual 30%",
        "10% · Actual 12%",
    } <= set(texts(drawing))
    assert "From baseline to target, filled as far as it has come" in texts(drawing)


def test_the_legend_has_the_signs_that_are_used() -> None:
    """A sign that is nowhere on the map is not explained."""
    drawing = draw_one(journey_of(Touchpoint("t", "T", moment_of_truth=True)))

    assert "Moment of truth" in texts(drawing)
    assert "Pain" not in texts(drawing)
    assert "very positive" not in texts(drawing)


def test_the_frame_tells_what_it_rests_on() -> None:
    """Evidence with its sample and date, sources, owner and the day of the last review stand below."""
    journey = Journey(
        "j",
        "J",
        (Stage("s", "S"),),
        segments=("new-visitors",),
        sources=("crm",),
        owner="checkout-team",
        reviewed="2026-10-01",
        evidence=(
            Evidence("a", "Survey Q3", "survey", date="2026-09-30", sample=412),
            Evidence("b", "Talks", "interview", sample=1),
            Evidence("c", "Logs", "analytics"),
        ),
    )
    shown = texts(draw_one(journey))

    survey = "412 answers, Survey Q3 (30\u00a0September\u00a02026)"
    assert {survey, "1 interview, Talks", "Logs"} <= set(shown)
    assert {"Crm", "Checkout team", "1 October 2026", "New visitors"} <= set(shown)


def test_a_journey_without_anything_is_still_a_picture() -> None:
    """No stage, no touchpoint, no feeling: a title in a frame."""
    drawing = draw_one(Journey("j", "J"))

    assert texts(drawing) == ["Current state", "J"]
    assert drawing.height < NOWHERE


def test_a_large_map_is_a_small_file() -> None:
    """Twenty touchpoints with fifteen lanes full of text stay below fifty-four kilobytes."""
    portfolio, journey = SAMPLES["retailer"]()
    touchpoints = [touchpoint for touchpoint in journey.touchpoints() if touchpoint.action][:10]
    full = tuple(
        touchpoint._replace(
            id=f"t{number}",
            needs=("A price in the result",),
            expectations=("Two minutes, no account",),
            policies=("Strong authentication",),
            gains=journey.stages[0].touchpoints[0].gains,
            blueprint=touchpoints[6].blueprint,
        )
        for number, touchpoint in enumerate((*touchpoints, *touchpoints))
    )
    whole = journey._replace(stages=(Stage("s", "S", touchpoints=full),))
    lanes = (
        *("action", "emotion", "thoughts", "needs", "expectations", "channels", "evidence", "pains", "gains"),
        *("frontstage", "backstage", "support", "kpis", "opportunities", "owner"),
    )
    svg = draw_journey_map(portfolio, whole, theme=LIGHT, lanes=lanes).svg

    assert len(lanes) == 15
    assert len(svg.encode()) <= 54 * 1024


def test_a_kpi_that_nobody_measured_has_no_bar() -> None:
    """A way with a baseline and a target is told in words; a bar would say that nothing has been reached."""
    bars = []
    for actual in (None, 4):
        kpi = Kpi("waiting", "waiting", baseline=5, target=2, actual=actual)
        drawing = draw_one(
            journey_of(Touchpoint("a", "A", kpis=(kpi,))), metrics=(Metric("waiting", "Waiting"),)
        )
        assert "5\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}2" in " ".join(texts(drawing))
        bars.append("From baseline to target, filled as far as it has come" in texts(drawing))

    assert bars == [False, True]


def test_much_evidence_stands_in_columns() -> None:
    """More than a few texts of one fact stand beside each other where there is room."""
    evidence = tuple(Evidence(f"e{number}", f"Talk {number}", "interview") for number in range(8))
    touchpoints = tuple(Touchpoint(f"t{number}", "T") for number in range(9))
    drawing = draw_one(Journey("j", "J", (Stage("s", "S", touchpoints=touchpoints),), evidence=evidence))

    assert spot(drawing, "Talk 0")[1] == spot(drawing, "Talk 4")[1]
    assert spot(drawing, "Talk 0")[0] < spot(drawing, "Talk 4")[0]


def test_the_score_of_a_feeling_is_never_alone_on_a_line() -> None:
    """Where the words for a feeling take several lines, the last word stays with the number."""
    journey = journey_of(Touchpoint("a", "A", emotions=felt(-1, "frustrated and hurried and quite worn out")))
    drawing = draw_one(journey)
    pill = next(each.lines for each in drawing.texts if each.lines[0].startswith("frustrated"))

    assert len(pill) > 1
    assert pill[-1].endswith("\u00a0−1")
