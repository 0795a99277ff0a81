"""Every text of the map has its room, alone, and stands there as it was written."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model import Journey, Portfolio
from journeymap.rendering.map.journey_map import draw_map
from journeymap.rendering.map.lanes import LANES
from journeymap.rendering.map.picture import draw_journey_map
from journeymap.rendering.map.views import BUILT_IN, choose_plan
from journeymap.rendering.metrics import one_line
from journeymap.themes.theme import LIGHT
from tests.rendering.charts.fitting import misfits
from tests.rendering.map.fitting import portfolios
from tests.rendering.samples import SAMPLES

SVG = "{http://www.w3.org/2000/svg}"
EVERY_LANE = (*LANES, "own", "whole")


def shown(svg: str) -> list[str]:
    """Return the texts of a picture, the lines of each joined."""
    return ["".join(text.itertext()) for text in ET.fromstring(svg).iter(f"{SVG}text")]


def promised(portfolio: Portfolio, journey: Journey, view: str, lanes: tuple[str, ...]) -> set[str]:
    """Return the texts that a view of a journey has to show."""
    plan = choose_plan(portfolio, journey, view=view, lanes=lanes)
    drawn = draw_map(portfolio, journey, lang=journey.lang or portfolio.workspace.lang, plan=plan)
    texts = {journey.title, *(span.stage.title for span in drawn.stages)}
    texts |= {column.touchpoint.title for column in drawn.columns if column.touchpoint}
    texts |= {entry.text for lane in drawn.lanes for cell in lane.cells for entry in cell}
    # What is nothing but control characters shows nothing.
    return {one_line(text) for text in texts} - {""}


@pytest.mark.parametrize("view", BUILT_IN)
@pytest.mark.parametrize("name", SAMPLES)
def test_texts_of_every_sample_have_their_room(name: str, view: str) -> None:
    """Whatever the script and the view, nothing is clipped, covered or left out."""
    portfolio, journey = SAMPLES[name]()
    drawing = draw_journey_map(portfolio, journey, theme=LIGHT, view=view)

    assert misfits(drawing) == []
    assert promised(portfolio, journey, view, ()) <= set(shown(drawing.svg))


@pytest.mark.parametrize("type", [(48, 32, 24, 20), (12, 10, 9, 8), (12, 10, 24, 8)])
@pytest.mark.parametrize("name", ["retailer", "overlay", "tiny"])
def test_texts_have_their_room_in_any_size(name: str, type: tuple[float, ...]) -> None:
    """A workspace may set its own sizes; columns and rows grow with them."""
    title, heading, body, small = type
    sizes = LIGHT.type._replace(title=title, heading=heading, body=body, small=small)
    portfolio, journey = SAMPLES[name]()

    assert misfits(draw_journey_map(portfolio, journey, theme=LIGHT._replace(type=sizes))) == []


@given(portfolios(), st.sampled_from(tuple(BUILT_IN)), st.sampled_from(((), EVERY_LANE)))
def test_texts_have_their_room_whatever_the_journey(
    portfolio: Portfolio, view: str, lanes: tuple[str, ...]
) -> None:
    """Any script, any number of personas, any lanes: each text has a room of its own and is all there."""
    journey = portfolio.journeys[0]
    drawing = draw_journey_map(portfolio, journey, theme=LIGHT, view=view, lanes=lanes)

    assert misfits(drawing) == []
    assert promised(portfolio, journey, view, lanes) <= set(shown(drawing.svg))
