"""The opportunity matrix: the values of the model at their places, and a list that needs no page."""

import re
from math import hypot
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model import Journey, Opportunity, Portfolio
from journeymap.model.settings import FormulaName
from journeymap.rendering.charts.matrix import (
    draw_bare_matrix,
    draw_opportunity_matrix,
    tabulate_opportunities,
)
from journeymap.rendering.charts.spots import place_labels, spread_markers
from journeymap.rendering.geometry import Box
from journeymap.rendering.metrics import one_line
from journeymap.rendering.naming import write_number
from journeymap.rendering.tables.cells import tell_cell
from journeymap.rendering.templating import translate
from journeymap.themes.theme import LIGHT
from tests.rendering.charts.fitting import misfits, portfolios, shapes, written
from tests.rendering.samples import SAMPLES, Sample

MARKER = LIGHT.spacing.unit * 3.25
FIELD = Box(0, 0, 880, 460)
COORDINATES = st.tuples(st.floats(0, 880), st.floats(0, 460))


def sample_of(*opportunities: Opportunity, lang: str = "en", formula: FormulaName = "mean-value") -> Sample:
    """Return a journey with these opportunities."""
    portfolio, journey = SAMPLES["tiny"]()
    workspace = portfolio.workspace._replace(lang=lang, opportunity_score=formula)
    return Sample(
        portfolio._replace(workspace=workspace), journey._replace(opportunities=opportunities, lang="")
    )


def markers_of(svg: str) -> dict[str, tuple[float, float]]:
    """Return where each number stands in the plot: the first place it is written as a marker's."""
    found: dict[str, tuple[float, float]] = {}
    for text in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"):
        words = "".join(text.itertext())
        if text.get("font-weight") and text.get("text-anchor") == "middle" and words.isdigit():
            found.setdefault(words, (float(text.get("x", "")), float(text.get("y", ""))))
    return found


def numbered(value: float, effort: float, title: str = "Do it", **more: object) -> Opportunity:
    """Return an opportunity of a value and an effort."""
    given = {"customer_value": value, "business_value": value, "effort": effort, **more}
    return Opportunity(title, **given)  # type: ignore[arg-type]


def picture_rows(sample: Sample) -> list[list[str]]:
    """Return what the picture has to say of each row of the table."""
    lang = sample.journey.lang or sample.portfolio.workspace.lang
    table = tabulate_opportunities(*sample)
    texts = (
        [each if isinstance(each, str) else write_number(each, lang=lang) for each in map(tell_cell, row)]
        for row in table.rows
    )
    return [[text or "–" for text in row] for row in texts]


@given(portfolios())
def test_the_list_below_the_picture_is_the_table(portfolio: Portfolio) -> None:
    """Number, title, value, effort, score, corner, status and owner stand in the picture as in the table."""
    sample = Sample(portfolio, portfolio.journeys[0])
    texts = written(draw_opportunity_matrix(*sample, theme=LIGHT))

    rows = picture_rows(sample)
    expected = [one_line(cell) for row in rows for cell in row if one_line(cell)]
    rest = list(texts)
    for cell in expected:
        assert cell in rest, cell
        rest.remove(cell)
    assert len(rows) == len(sample.journey.opportunities)


def test_more_value_is_higher_and_more_effort_further_along() -> None:
    """Markers stand where value and effort put them, on scales that begin at the same place for all."""
    sample = sample_of(numbered(1, 1), numbered(4, 1), numbered(1, 4))
    spots = markers_of(draw_opportunity_matrix(*sample, theme=LIGHT).svg)

    assert spots["1"][0] == spots["2"][0] < spots["3"][0]
    assert spots["2"][1] < spots["1"][1] == spots["3"][1]


def test_each_corner_is_called_what_tables_call_it() -> None:
    """The four corners have their names in the picture, and every opportunity has that of its own."""
    sample = sample_of(numbered(4, 1), numbered(4, 4), numbered(1, 1), numbered(1, 4))
    names = ["Quick win", "Big bet", "Fill-in", "Money pit"]

    texts = written(draw_opportunity_matrix(*sample, theme=LIGHT))

    assert [tell_cell(row[5]) for row in tabulate_opportunities(*sample).rows] == names
    assert all(texts.count(name) == 2 for name in names)


def test_what_has_no_value_or_no_effort_is_listed_and_not_placed() -> None:
    """Nothing is invented: no marker in the plot, a dash for what is missing, and a heading that says so."""
    sample = sample_of(
        Opportunity("No effort", customer_value=3, business_value=4),
        Opportunity("Half a value", customer_value=3, effort=1),
        numbered(4, 1, "Known"),
    )
    table = tabulate_opportunities(*sample)
    texts = written(draw_opportunity_matrix(*sample, theme=LIGHT))

    assert [(row[0], row[2], row[3], tell_cell(row[5])) for row in table.rows] == [
        (3, 4, 1, "Quick win"),
        (1, 3.5, "", "Not placed"),
        (2, "", 1, "Not placed"),
    ]
    assert "Not placed, for want of a value or an effort" in texts
    assert texts.count("Known") == 2  # beside its marker and in the list
    assert texts.count("No effort") == 1


def test_the_score_is_that_of_the_workspaces_formula() -> None:
    """The list ranks by the formula that the workspace names, and says which one that is."""
    sample = sample_of(numbered(4, 2), formula="value-per-effort")

    assert tabulate_opportunities(*sample).rows[0][4] == 2
    assert "Score: Value per effort" in " ".join(written(draw_opportunity_matrix(*sample, theme=LIGHT)))

    spoken = sample_of(numbered(4, 2), formula="value-per-effort", lang="pt-BR")
    assert "Valor por esforço" in " ".join(written(draw_opportunity_matrix(*spoken, theme=LIGHT)))


@pytest.mark.parametrize("status", ["idea", "planned", "in-progress", "done", "rejected"])
def test_each_status_has_a_shape_of_its_own(status: str) -> None:
    """No two states look alike without their colours."""
    shapes = {
        name: re.findall(
            r"<(circle|polygon|rect)[^>]*?fill=\"([^\"]*)\"[^>]*?(stroke-dasharray)?[^>]*/>",
            draw_opportunity_matrix(*sample_of(numbered(4, 1, status=name)), theme=LIGHT).svg,
        )[-1]
        for name in ("idea", "planned", "in-progress", "done", "rejected")
    }

    assert [name for name, shape in shapes.items() if shape == shapes[status]] == [status]


def test_twenty_on_one_spot_have_numbers_and_the_list() -> None:
    """Where markers crowd each has its number and no label; all of them are in the list."""
    crowd = tuple(numbered(4, 1, f"Opportunity {number}") for number in range(1, 21))
    sample = sample_of(*crowd)
    drawing = draw_opportunity_matrix(*sample, theme=LIGHT)

    texts = written(drawing)
    assert misfits(drawing) == []
    assert len(markers_of(drawing.svg)) == 20
    assert sum(texts.count(one.title) for one in crowd) < 30
    assert all(one.title in texts for one in crowd)


def test_a_title_that_no_label_can_hold_stands_in_the_list_alone() -> None:
    """A very long title is never cut: the plot has the number, the list the whole of it."""
    title = "a very long title " * 20
    texts = written(draw_opportunity_matrix(*sample_of(numbered(4, 1, title)), theme=LIGHT))

    assert texts.count(title.strip()) == 1


def test_a_journey_without_opportunities_says_so() -> None:
    """The picture of none is an empty plot with a sentence."""
    drawing = draw_opportunity_matrix(*sample_of(), theme=LIGHT)

    assert "There are no opportunities." in drawing.svg
    assert tabulate_opportunities(*sample_of()).rows == ()


def test_a_bare_matrix_is_the_plot_alone() -> None:
    """For a page that has a title and a list of its own the picture has neither, and all else."""
    sample = sample_of(numbered(4, 1, "Do it now"))
    bare = draw_bare_matrix(*sample, theme=LIGHT)
    texts = written(bare)

    assert texts.count("Do it now") == 1
    assert sample.journey.title not in texts
    assert {"Quick win", "Big bet", "Fill-in", "Money pit", "Idea"} <= set(texts)
    assert misfits(bare) == []


def test_words_of_ours_are_translated() -> None:
    """A journey in Portuguese has Portuguese words where there are any."""
    sample = sample_of(numbered(4, 1), lang="pt-BR")
    headers = [column.title for column in tabulate_opportunities(*sample).columns]

    assert headers[2] == translate("Value", lang="pt-BR") != "Value"
    assert headers[2] in written(draw_opportunity_matrix(*sample, theme=LIGHT))


@given(st.lists(COORDINATES, max_size=60))
def test_markers_never_lie_on_each_other(points: list[tuple[float, float]]) -> None:
    """Every marker finds a place of its own in the field; one that is alone keeps its point."""
    spots = spread_markers(points, 26, FIELD)

    for index, (x, y) in enumerate(spots):
        assert 13 <= x <= 867
        assert 13 <= y <= 447
        assert all((x - a) ** 2 + (y - b) ** 2 > 25.9**2 for a, b in spots[:index])
    if len(points) == 1 and 13 <= points[0][0] <= 867 and 13 <= points[0][1] <= 447:
        assert spots == tuple(points)


@given(st.lists(COORDINATES, max_size=30))
def test_markers_that_make_room_leave_their_points_in_sight(points: list[tuple[float, float]]) -> None:
    """A marker that was moved has a dot where it belongs, and no marker covers that or what is taken."""
    corner = Box(0, 0, 100, 12)
    spots = spread_markers(points, 26, FIELD, taken=[corner])
    inside = [(min(max(x, 13), 867), min(max(y, 13), 447)) for x, y in points]
    dots = [point for point, spot in zip(inside, spots, strict=True) if point != spot]

    for (x, y), point in zip(spots, inside, strict=True):
        assert all(hypot(x - a, y - b) >= 13 + 3 - 0.02 for a, b in dots)
        assert (x, y) == point or x - 13 >= corner.right or y - 13 >= corner.bottom
    for index, point in enumerate(inside):
        alone = all(hypot(point[0] - x, point[1] - y) >= 26 for x, y in inside[:index] + inside[index + 1 :])
        assert not alone or spots[index] == point


def test_a_crowd_stands_around_the_point_it_shares() -> None:
    """Two on one spot stand on either side of it, a line from each to the dot between them."""
    drawing = draw_opportunity_matrix(*sample_of(numbered(4, 1, "One"), numbered(4, 1, "Two")), theme=LIGHT)
    (dot,) = [circle for circle in shapes(drawing.svg, "circle") if circle["r"] == "3"]
    leaders = [line for line in shapes(drawing.svg, "line") if line["stroke"] == LIGHT.muted]

    assert [(line["x1"], line["y1"]) for line in leaders] == [(dot["cx"], dot["cy"])] * 2
    assert sorted(float(line["x2"]) - float(dot["cx"]) for line in leaders) == pytest.approx([-28, 28])


@pytest.mark.parametrize("lang", ["en", "pt-BR", "ar"])
@pytest.mark.parametrize("count", [1, 4])
def test_no_marker_covers_the_name_of_a_corner(count: int, lang: str) -> None:
    """Not even at the ends of both scales, nor where several share such an end."""
    ends = [(value, effort) for value in (0, 5) for effort in (0, 5)] * count
    sample = sample_of(*(numbered(*end, f"No. {index}") for index, end in enumerate(ends)), lang=lang)
    drawing = draw_opportunity_matrix(*sample, theme=LIGHT)
    heading = LIGHT.type.heading
    names = [text.box for text in drawing.texts if text.box.height == heading]
    places = [text.within for text in drawing.texts if text.within and text.within.width == MARKER]

    assert len(names) == 4
    assert len(places) == 4 * count
    for place in places:
        assert not any(
            place.x < name.right and name.x < place.right and place.y < name.bottom and name.y < place.bottom
            for name in names
        )


@given(st.lists(COORDINATES, max_size=12), st.text(min_size=1, max_size=40))
def test_labels_keep_clear_of_markers_and_of_each_other(points: list[tuple[float, float]], text: str) -> None:
    """A label is inside the field, on nothing that is taken, or not there."""
    spots = spread_markers(points, 26, FIELD)
    corner = Box(0, 0, 100, 20)
    labels = place_labels([text] * len(spots), spots, 24, 11, taken=[corner], avoided=[], within=FIELD)

    boxes = [corner, *(Box(x - 12, y - 12, 24, 24) for x, y in spots)]
    for label in filter(None, labels):
        box = label.box
        assert box.x >= 0
        assert box.right <= FIELD.right
        assert not any(
            box.x < other.right and other.x < box.right and box.y < other.bottom and other.y < box.bottom
            for other in boxes
        )
        boxes.append(box)


def test_a_label_steps_aside_on_a_line_where_its_neighbours_take_its_sides() -> None:
    """Between markers on all sides a label stands at a distance, and a line leads there."""
    spots = ((440.0, 230.0), (470.0, 230.0), (410.0, 230.0), (440.0, 200.0), (440.0, 260.0))
    labels = place_labels(["Middle", "", "", "", ""], spots, 24, 11, taken=[], avoided=[], within=FIELD)

    assert labels[0] is not None
    assert labels[0].leader is not None
    assert labels[1] is None


def test_more_markers_than_a_field_can_hold_are_still_drawn() -> None:
    """In a field for one marker the second stands where the first one does."""
    assert spread_markers([(10, 10), (10, 10)], 20, Box(0, 0, 20, 20)) == ((10, 10), (10, 10))


def test_journeys_are_values() -> None:
    """Drawing changes nothing: twice the same journey is twice the same picture."""
    sample = SAMPLES["three-personas"]()
    before: Journey = sample.journey

    one, other = (draw_opportunity_matrix(*sample, theme=LIGHT) for _ in range(2))

    assert one == other
    assert sample.journey == before


def test_without_opportunities_there_is_a_sentence_and_no_plot() -> None:
    """An empty plot would look like one that says something."""
    drawing = draw_opportunity_matrix(*sample_of(), theme=LIGHT)
    texts = [
        "".join(text.itertext())
        for text in ET.fromstring(drawing.svg).iter("{http://www.w3.org/2000/svg}text")
    ]

    assert "There are no opportunities." in texts
    assert "Quick win" not in texts
