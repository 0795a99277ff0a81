"""Curves on paper and on slides are the map's: lines meet their faces, dots are how it was."""

import io
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from pptx import Presentation

from journeymap.model import Emotion, Journey, Kpi, Metric, Persona, Portfolio, Stage, Touchpoint
from journeymap.rendering.documents.pages import write_map_pdf
from journeymap.rendering.documents.sharing import split_lane
from journeymap.rendering.documents.sheet_curves import lay_out_lines, lay_out_plot
from journeymap.rendering.documents.sheet_texts import Desk
from journeymap.rendering.documents.slides import write_deck
from journeymap.rendering.map.journey_map import JourneyMap, draw_map
from journeymap.rendering.map.views import choose_plan
from journeymap.rendering.requests import Request
from journeymap.themes.theme import LIGHT
from tests.model.samples import portfolio_of
from tests.rendering.documents.reading import letters_of, open_pdf
from tests.rendering.samples import SAMPLES

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PEOPLE = ("anna", "ben", "carla")
EMU = 12_700


def meeting(columns: int = 6, people: tuple[str, ...] = PEOPLE, *, assumed: bool = False) -> Portfolio:
    """Return a journey in which people feel the same now and then."""
    touchpoints = tuple(
        Touchpoint(
            f"t{number}",
            f"Step {number}",
            emotions=tuple(
                Emotion(
                    (number + place * (number % 3)) % 5 - 2,
                    feeling="at ease",
                    persona=person,
                    confidence="assumed" if assumed else "researched",
                )
                for place, person in enumerate(people)
            ),
        )
        for number in range(columns)
    )
    half = columns // 2
    kpi = Kpi("wait", "wait", 40, 10)
    stages = (
        Stage("s1", "First", touchpoints=touchpoints[:half], kpis=(kpi,), goal="Know that it is time."),
        Stage("s2", "Second", touchpoints=touchpoints[half:], goal="Be done with it."),
    )
    journey = Journey("j", "Insurance", stages, personas=people)
    return portfolio_of(
        journey,
        personas=[Persona(person, person.title()) for person in people],
        metrics=[Metric("wait", "Waiting time")],
    )


def drawn_from(portfolio: Portfolio) -> JourneyMap:
    """Return the map of the first journey of a portfolio."""
    plan = choose_plan(portfolio, portfolio.journeys[0])
    return draw_map(portfolio, portfolio.journeys[0], plan=plan)


def slides_from(portfolio: Portfolio, journey: Journey | None = None) -> list[Any]:
    """Return the slides of a journey as python-pptx reads them."""
    content = write_deck(Request(portfolio, journey or portfolio.journeys[0]))
    return list(Presentation(io.BytesIO(content)).slides)


def shapes_in(slide: Any, name: str) -> list[Any]:
    """Return the shapes of a name on a slide, also those in groups."""

    def walk(shapes: Any) -> list[Any]:
        found = []
        for shape in shapes:
            found += walk(shape.shapes) if shape.shape_type == 6 else [shape]
        return found

    return [shape for shape in walk(slide.shapes) if shape.name == name]


def knots_of(curve: Any) -> list[tuple[float, float]]:
    """Return where the arcs of a curve begin and end on its slide, in points."""
    path = curve._element.find(f".//{A}path")
    ends = [step.findall(f"{A}pt")[-1] for step in path]
    return [((curve.left + int(end.get("x"))) / EMU, (curve.top + int(end.get("y"))) / EMU) for end in ends]


def centre_of(shape: Any) -> tuple[float, float]:
    return (shape.left + shape.width / 2) / EMU, (shape.top + shape.height / 2) / EMU


def test_lines_that_meet_step_aside_with_their_faces_on_paper() -> None:
    """Where several feel the same each line goes through its own face, beside the others."""
    lines = lay_out_lines(Desk(LIGHT, "en"), drawn_from(meeting()))

    assert len({line["points"][0]["aside"] for line in lines}) == len(PEOPLE)
    for line in lines:
        for point in line["points"]:
            middles = [at for arc in point["arcs"] for at in arc["points"] if at[0] == 0.5]
            assert middles
            assert all(at == (0.5, point["height"], point["aside"]) for at in middles)
        for before, after in pairwise(line["points"]):
            assert before["arcs"][-1]["points"][-1][2] == after["arcs"][0]["points"][0][2]


@pytest.mark.parametrize("slide", [0, 1, 2, 3])
def test_lines_go_through_their_faces_on_slides(slide: int) -> None:
    """Each face stands on an end of an arc, and no face covers another one."""
    shown = slides_from(meeting())[slide]
    knots = [knot for curve in shapes_in(shown, "Curve") for knot in knots_of(curve)]
    faces = [centre_of(face) for face in shapes_in(shown, "Face") if ", " in face._element[0][0].get("descr")]

    assert len(faces) == (18 if slide < 2 else 9)
    for x, y in faces:
        assert any(abs(x - left) < 0.1 and abs(y - top) < 0.1 for left, top in knots)
    for index, (x, y) in enumerate(faces):
        assert all(abs(x - left) + abs(y - top) > 5 for left, top in faces[:index])


def test_how_it_was_is_dotted_in_the_colour_of_its_line() -> None:
    """On slides, as on the map, the earlier line of a persona has its colour, dots, points and a name."""
    sample = SAMPLES["overlay"]()
    slides = slides_from(sample.portfolio, sample.journey)
    for slide in slides[:2]:
        earlier = shapes_in(slide, "Curve before")
        colours = [curve._element.find(f".//{A}ln//{A}schemeClr") for curve in earlier]
        assert earlier
        assert all(curve._element.find(f".//{A}custDash") is not None for curve in earlier)
        assert len({colour.get("val") for colour in colours if colour is not None}) > 1
        assert shapes_in(slide, "Point")
        assert "As it is today" in {shape.text_frame.text for shape in shapes_in(slide, "Legend")}
    lines = lay_out_lines(
        Desk(LIGHT, "en"), draw_map(sample.portfolio, sample.journey, plan=choose_plan(*sample))
    )
    assert any(point["before"] and point["earlier"] is not None for line in lines for point in line["points"])
    assert "As it is today" in " ".join(pages_of(Request(sample.portfolio, sample.journey)))


def test_the_key_of_a_line_looks_like_its_curve() -> None:
    """A line that is alone and assumed is dashed in its key, too; those of several tell them apart."""
    alone = meeting(people=("anna",), assumed=True)
    desk = Desk(LIGHT, "en")
    (line,) = lay_out_lines(desk, drawn_from(alone))
    scale = alone.workspace.emotion_scale
    assert line["dash"] == lay_out_plot(desk, scale, drawn_from(alone))["assumed"]
    assert all(arc["assumed"] for point in line["points"] for arc in point["arcs"])
    assert "Hollow or dashed: assumed" in text_of(alone)
    legend = {shape.text_frame.text for shape in shapes_in(slides_from(alone)[1], "Legend")}
    assert legend == {"Hollow or dashed: assumed, not researched"}

    (sure,) = lay_out_lines(desk, drawn_from(meeting(people=("anna",))))
    assert sure["dash"] is None
    several = meeting(assumed=True)
    assert "dashed" not in text_of(several)
    assert "assumed, not researched" in text_of(several)


def text_of(portfolio: Portfolio, **wishes: Any) -> str:
    """Return what the pages of a journey say, in one line."""
    return " ".join(pages_of(Request(portfolio, portfolio.journeys[0], **wishes)))


def pages_of(request: Request) -> list[str]:
    """Return what each page of a map says, in one line."""
    reader = open_pdf(write_map_pdf(request))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def test_the_scale_stands_beside_every_curve() -> None:
    """The best, the neutral and the worst score stand in words and numbers beside the curve."""
    portfolio = meeting()
    words = ("very positive +2", "neutral 0", "very negative −2")
    assert all(word in text_of(portfolio) for word in words)
    for slide in slides_from(portfolio)[1:4]:
        assert {shape.text_frame.text for shape in shapes_in(slide, "Scale")} == set(words)


def test_the_cover_says_whose_its_curves_are() -> None:
    """Up to three lines are on the cover with their names; of more the first one, with its own."""
    cover = slides_from(meeting())[0]
    assert [shape.text_frame.text for shape in shapes_in(cover, "Legend")] == ["Anna", "Ben", "Carla"]
    crowd = slides_from(meeting(people=(*PEOPLE, "dora")))[0]
    assert [shape.text_frame.text for shape in shapes_in(crowd, "Legend")] == ["Anna"]
    assert len(shapes_in(crowd, "Curve")) == 1


def test_a_crowd_of_faces_is_dots() -> None:
    """Forty touchpoints of three people have dots on the whole curve, faces on the slides of stages."""
    slides = slides_from(meeting(40))
    assert not shapes_in(slides[1], "Face")
    assert len([one for one in shapes_in(slides[1], "Point") if one._element[0][0].get("descr")]) == 120
    assert shapes_in(slides[2], "Face")


def test_touchpoints_are_named_below_the_whole_curve_where_there_is_room() -> None:
    """Six touchpoints have room for their names there, and forty have none."""
    names = [shape.text_frame.text for shape in shapes_in(slides_from(meeting())[1], "Touchpoint")]
    assert names == [f"Step {number}" for number in range(6)]
    assert not shapes_in(slides_from(meeting(40))[1], "Touchpoint")


def test_a_stage_has_its_goal_and_its_kpis_across_its_touchpoints() -> None:
    """What is measured on a stage is not its first touchpoint's, on paper as on slides."""
    portfolio = meeting()
    drawn = drawn_from(portfolio)
    lane = next(lane for lane in drawn.lanes if lane.id == "kpis")
    of_stages, own = split_lane(drawn, lane)
    assert [[entry.text for entry in entries] for entries in of_stages] == [["Waiting time"], []]
    assert not any(own)
    assert "Know that it is time." in text_of(portfolio)
    assert "Be done with it." in text_of(portfolio)

    table = next(shape.table for shape in slides_from(portfolio)[2].shapes if shape.has_table)
    row = next(row for row in table.rows if row.cells[0].text == "KPIs · Stage")
    assert row.cells[1].span_width == 3
    assert row.cells[1].text == "Waiting time · 40\xa0→\xa010"


@pytest.mark.parametrize(
    "wishes", [{"view": "summary"}, {"view": "blueprint"}, {"lanes": ("action", "pains")}]
)
def test_narrower_views_are_what_was_asked_and_nothing_else(wishes: dict[str, Any]) -> None:
    """Lists of what the map sums up follow the whole map alone."""
    sample = SAMPLES["retailer"]()
    request = Request(sample.portfolio, sample.journey)
    assert "Measured on" not in " ".join(pages_of(request._replace(**wishes)))
    assert "Measured on" in " ".join(pages_of(request._replace(view="print")))


def test_words_are_divided_only_where_no_line_has_room() -> None:
    """Narrow columns break between words: a hyphen ends a line only in a word longer than the column."""
    action = "Nobody says anything about music, insurance or the telephone number of the practice."
    touchpoints = tuple(Touchpoint(f"t{number}", f"Step {number}", action=action) for number in range(13))
    portfolio = portfolio_of(Journey("j", "Insurance", (Stage("s", "S", touchpoints=touchpoints),)))
    text = text_of(portfolio, paper="a4")
    assert text.count(action) == 13


def test_pages_of_a_document_have_one_size_and_say_which_state_they_show() -> None:
    """Touchpoints are named as large on each page, each stage once, and every page tells the state."""
    portfolio = meeting(24)
    request = Request(portfolio, portfolio.journeys[0], paper="a4")
    pages = pages_of(request)[:2]
    assert [page.count("1 First") for page in pages] == [1, 0]
    assert [page.count("2 Second") for page in pages] == [0, 1]
    assert [page[:11] for page in pages] == ["Insurance C", "Stage 2 / 2"]
    assert all("Current state" in page for page in pages)
    usual: list[Counter[float]] = [Counter(), Counter()]
    for page, letter in letters_of(write_map_pdf(request)):
        if page < 2:
            usual[page][round(letter.size, 2)] += 1
    assert usual[0].most_common(1)[0][0] == usual[1].most_common(1)[0][0]
