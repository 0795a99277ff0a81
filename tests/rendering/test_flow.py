"""The flow as a picture: every text as written, nothing active, nothing clipped, whatever the journey."""

import json
import re
import stat
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from journeymap.model import Journey, Stage, Touchpoint
from journeymap.model.journey import Branch
from journeymap.rendering import FORMS, Request
from journeymap.rendering.failures import LayoutFailed
from journeymap.rendering.flow.graphviz import find_engine
from journeymap.rendering.flow.picture import draw_flow
from journeymap.rendering.flow.placing import read_placement
from journeymap.rendering.geometry import Box
from journeymap.rendering.links import Links
from journeymap.rendering.metrics import one_line
from journeymap.rendering.svg_cleaning import ATTRIBUTES, ELEMENTS, clean_svg
from journeymap.themes.theme import THEMES
from tests.rendering.flows import FIRST_PURCHASE, RETURNS, felt, journey_of, portfolio_of
from tests.rendering.test_dot import HOSTILE

SVG = "{http://www.w3.org/2000/svg}"
PORTFOLIO = portfolio_of(FIRST_PURCHASE, RETURNS)
GERMAN = journey_of(
    Touchpoint(
        "a",
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz lesen und verstehen",
        channels=("web", "app", "store", "phone", "search"),
        emotions=felt(-2, "außerordentlich niedergeschlagen und unternehmungslos"),
        next=(Branch(to="b", when="nach Prüfung aller Allgemeinen Geschäftsbedingungen", share=0.5),),
    ),
    Touchpoint("b", "Ende", moment_of_truth=True),
    title="Kraftfahrzeughaftpflichtversicherungsabschluss",
    lang="de",
)
ARABIC = journey_of(
    Touchpoint("a", "نتيجة البحث Search", channels=("search",), emotions=felt(0, "فضول")),
    Touchpoint("b", "صفحة الدفع", emotions=felt(-2, "محبط"), next=(Branch(to="a", when="يقارن", share=0.4),)),
    title="الشراء الأول",
    lang="ar",
)
ARABIC = ARABIC._replace(stages=(ARABIC.stages[0]._replace(title="القرار"),))
JAPANESE = journey_of(
    Touchpoint("a", "検索結果に表示された商品一覧ページを最後まで読む", emotions=felt(1, "好奇心")),
    Touchpoint("b", "支払い"),
    title="初めての購入",
    lang="ja",
)


def draw(journey: Journey, theme: str = "light") -> ET.Element:
    """Return the picture of a journey as a tree."""
    return ET.fromstring(draw_flow(portfolio_of(journey, RETURNS), journey, theme=THEMES[theme]).svg)


def texts(picture: ET.Element) -> list[str]:
    """Return the texts of a picture, each as one string."""
    return ["".join(text.itertext()) for text in picture.iter(f"{SVG}text")]


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_arrives_as_written(text: str) -> None:
    """Titles, feelings, conditions and goals are in the picture unchanged, whatever they hold."""
    journey = journey_of(
        Touchpoint("a", text, emotions=felt(1, text), next=(Branch(to="b", when=text), Branch(exit="x"))),
        Touchpoint("b", "B"),
        title=text,
    )
    stage = journey.stages[0]._replace(title=text, goal=text)
    shown = texts(draw(journey._replace(stages=(stage,), trigger=text, outcome=text)))
    line = one_line(text)

    assert shown.count(line) == 6
    assert f"{line}\u00a0+1" in shown
    assert f"1\u00a0{line}" in shown


@pytest.mark.parametrize("journey", [FIRST_PURCHASE, GERMAN, ARABIC, JAPANESE, Journey("none", "None")])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_picture_is_inert(journey: Journey, theme: str) -> None:
    """A picture holds known elements and attributes only, no style and no reference to anything."""
    svg = draw_flow(portfolio_of(journey), journey, theme=THEMES[theme]).svg
    picture = ET.fromstring(svg)

    assert clean_svg(svg) == svg
    assert {element.tag.removeprefix(SVG) for element in picture.iter()} <= ELEMENTS
    assert {name for element in picture.iter() for name in element.attrib} <= ATTRIBUTES
    assert not re.search(r"<!|style=|url\(|href", svg)


@pytest.mark.parametrize("journey", [FIRST_PURCHASE, GERMAN, ARABIC, JAPANESE])
def test_the_picture_has_a_name_and_a_description(journey: Journey) -> None:
    """Those who do not see the picture hear its title and what is in it; its ids are its own."""
    picture = draw(journey)
    title, about = picture[0], picture[1]

    assert picture.get("role") == "img"
    assert title.text == journey.title
    assert about.text
    assert journey.stages[-1].title in about.text
    assert picture.get("aria-labelledby") == title.get("id") == f"flow-{journey.id}-light-title"
    assert picture.get("aria-describedby") == about.get("id")
    assert [element.get("id") for element in picture.iter() if element.get("id")] == [
        title.get("id"),
        about.get("id"),
    ]
    assert (picture.get("lang"), picture.get("direction")) == (
        journey.lang or "en",
        "rtl" if journey.lang == "ar" else None,
    )


def test_the_description_names_the_lowest_point() -> None:
    """The description says how many touchpoints there are, in which stages, and where it feels worst."""
    assert draw(FIRST_PURCHASE)[1].text == (
        "14 touchpoints: Awareness, Consideration, Decision, Retention, Waiting, Advocacy. "
        "Lowest point: Checkout page, frustrated −2."
    )


def test_the_picture_says_what_the_journey_says() -> None:
    """Feelings, channels, conditions, shares, exits, drop-offs and other journeys are all in words."""
    shown = texts(draw(FIRST_PURCHASE))

    for text in (
        "First purchase, from search to review",
        "3\u00a0Decision",
        "Find shoes that could fit.",
        "Checkout page",
        "frustrated\u00a0−2",
        "Gift buyer: calm\u00a00",
        "Phone",
        "Customer alone",
        "Behind the scenes",
        "pays ·\u00a069%",
        "↺ comes back ·\u00a040%",
        "↺ opens it again ·\u00a010%",
        "Leaves the cart",
        "Drops off",
        "Returns and refunds",
        "does not fit ·\u00a018%",
        "Write review",
        "A friend signs up for the same race.",
        "Completed",
    ):
        assert text in shown, text


def test_the_legend_explains_what_is_used_and_nothing_else() -> None:
    """A sign is explained where it occurs; a plain journey has a short legend."""
    full, plain = texts(draw(FIRST_PURCHASE)), texts(draw(journey_of(Touchpoint("a", "A"))))
    signs = ("moment of truth", "assumed, not researched", "leads back", "put off", "physical")

    assert all(sign in full for sign in signs)
    assert plain[-1] == "goal achieved"
    assert not set(signs) & set(plain)
    assert "very negative" in full
    assert "very negative" not in plain


def test_assumed_feelings_have_a_dashed_outline() -> None:
    """A card is dashed when its feeling is assumed, solid when it is researched."""
    dashes = {
        confidence: draw(journey_of(Touchpoint("a", "A", emotions=felt(1, "glad", confidence)))).findall(
            f"{SVG}rect[@stroke-dasharray='6 4']"
        )
        for confidence in ("assumed", "researched")
    }

    assert len(dashes["assumed"]) == 1
    assert not dashes["researched"]


@pytest.mark.parametrize("journey", [FIRST_PURCHASE, GERMAN, ARABIC, JAPANESE])
def test_everything_is_inside_the_picture(journey: Journey) -> None:
    """No card, line end or text starts outside the frame."""
    picture = draw(journey)
    width, height = float(picture.get("width", 0)), float(picture.get("height", 0))

    for element in picture.iter():
        x, y = float(element.get("x", 0)), float(element.get("y", 0))
        assert 0 <= x <= width
        assert 0 <= y <= height
        assert x + float(element.get("width", 0)) <= width


def test_right_to_left_languages_are_mirrored() -> None:
    """Stage heads stand on the right in Arabic, and text of the other direction is told so."""
    picture = draw(ARABIC)
    width = float(picture.get("width", 0))
    head = next(text for text in picture.iter(f"{SVG}text") if "".join(text.itertext()).startswith("1\u00a0"))
    foreign = [text for text in picture.iter(f"{SVG}text") if text.get("direction")]

    assert float(head.get("x", 0)) > width / 2
    assert head.get("text-anchor") is None
    assert {(text.get("direction"), text.get("text-anchor")) for text in foreign} == {("ltr", "end")}
    assert "Search" in ["".join(text.itertext()) for text in foreign]


def test_links_lead_to_safe_places_and_change_the_role() -> None:
    """With links the picture is a group whose links can be reached, not an image without an inside."""
    links = Links(touchpoint="#{id}", stage="javascript:{id}", journey="../{id}/index.html")
    picture = ET.fromstring(draw_flow(PORTFOLIO, FIRST_PURCHASE, links=links).svg)
    addresses = [link.get("href") for link in picture.iter(f"{SVG}a")]

    assert picture.get("role") == "group"
    assert "#checkout" in addresses
    assert "../returns/index.html" in addresses
    assert not any(address is None or "javascript" in address for address in addresses)


def test_three_hundred_touchpoints_are_one_picture() -> None:
    """A map of 300 touchpoints with branches and loops is drawn within the usual limit of time."""
    touchpoints = tuple(
        Touchpoint(
            f"t{number}",
            f"Touchpoint {number}",
            emotions=felt(number % 5 - 2, "felt"),
            next=(Branch(to=f"t{number + 1}", share=0.7), Branch(to=f"t{max(0, number - 7)}", share=0.2))
            if number % 4 == 0
            else None,
        )
        for number in range(300)
    )
    stages = tuple(
        Stage(f"s{start}", f"Stage {start}", touchpoints=touchpoints[start : start + 30])
        for start in range(0, 300, 30)
    )
    shown = texts(draw(Journey("long", "Long", stages)))

    assert {f"Touchpoint {number}" for number in range(300)} <= set(shown)


def test_the_same_journey_gives_the_same_bytes() -> None:
    """Drawing twice gives the same picture, and the format ``svg`` is that picture."""
    once = draw_flow(PORTFOLIO, FIRST_PURCHASE)

    assert FORMS["flow"]["svg"](Request(PORTFOLIO, FIRST_PURCHASE)).content == once.svg.encode()


@pytest.mark.parametrize(
    "answer", ["", "no json", "[]", "{}", '{"bb": "1,2"}', '{"bb": "a,b,c,d"}', '{"bb": "0,0,9,9"}']
)
def test_an_answer_that_is_no_layout_is_reported(tmp_path: Path, answer: str) -> None:
    """An engine that answers something else fails with a message, not with a crash."""
    engine = tmp_path / "engine"
    engine.write_text(f"#!{sys.executable}\nprint({answer!r})\n")
    engine.chmod(engine.stat().st_mode | stat.S_IXUSR)

    with pytest.raises(LayoutFailed, match="not a layout"):
        draw_flow(PORTFOLIO, FIRST_PURCHASE, engine=str(engine))


def test_a_way_that_the_engine_gave_up_on_is_still_drawn(tmp_path: Path) -> None:
    """Where an engine leaves an edge without a place, the way is drawn from node to node."""
    engine = tmp_path / "engine"
    engine.write_text(
        f"#!{sys.executable}\nimport json, subprocess, sys\n"
        f"answer = json.loads(subprocess.run([{find_engine()!r}, *sys.argv[1:]], stdout=-1).stdout)\n"
        "for edge in answer['edges']: edge.pop('pos')\n"
        "print(json.dumps(answer))\n"
    )
    engine.chmod(engine.stat().st_mode | stat.S_IXUSR)
    whole = draw(FIRST_PURCHASE)
    picture = ET.fromstring(draw_flow(PORTFOLIO, FIRST_PURCHASE, engine=str(engine)).svg)

    assert sorted(texts(picture)) == sorted(texts(whole))
    assert len(list(picture.iter(f"{SVG}path"))) == len(list(whole.iter(f"{SVG}path")))


def test_places_are_read_from_the_top_left() -> None:
    """The engine's coordinates, upwards in points, become those of a picture."""
    graph = {
        "bb": "0,0,100,200",
        "objects": [
            {"name": "cluster_1", "bb": "10,50,90,150"},
            {"name": "a", "pos": "50,100", "width": "0.5", "height": "0.25"},
            {"name": "w1"},
        ],
        "edges": [
            {"id": "e1", "pos": "e,50,10 50,91 50,80 50,60 50,20", "lp": "60,50"},
            {"id": "e2", "pos": "s,1,1 50,91 50,80 50,60 50,20;1,1 2,2 3,3 4,4"},
            {"pos": "1,1"},
            {"id": "e4"},
        ],
    }
    placement = read_placement(json.dumps(graph)).moved(5, 7)

    assert dict(placement.stages) == {"cluster_1": Box(15, 57, 80, 100)}
    assert dict(placement.nodes) == {"a": Box(37, 98, 36, 18)}
    first, second = placement.routes["e1"], placement.routes["e2"]
    assert sorted(placement.routes) == ["e1", "e2"]
    assert [first.tip, first.label, second.label] == [(55, 197), (65, 157), None]
    assert [second.tip, second.points[-1]] == [(55, 187), (55, 187)]
