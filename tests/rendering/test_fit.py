"""Every text of every picture has its room, alone: all forms, views and personas, whatever the texts say."""

import os
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest

from journeymap.rendering import DRAWERS, PORTFOLIO_FORMS, Request
from journeymap.rendering.canvas import Drawing, TextBox
from journeymap.rendering.map.views import BUILT_IN
from journeymap.themes.theme import LIGHT
from tests.rendering.charts import fitting
from tests.rendering.flow import test_fit as flow_fitting
from tests.rendering.hostile_strings import HOSTILE_STRINGS
from tests.rendering.rewriting import rewrite
from tests.rendering.samples import SAMPLES, Sample

LONG = os.environ.get("JOURNEYMAP_PROFILE") == "long"
SVG = "{http://www.w3.org/2000/svg}"
JUDGES = (fitting.misfits, flow_fitting.misfits)


def draw(form: str, sample: Sample, *, view: str = "", personas: tuple[str, ...] = ()) -> Drawing:
    """Return the picture of a sample."""
    journey = None if form in PORTFOLIO_FORMS else sample.journey
    return DRAWERS[form](Request(sample.portfolio, journey, view=view, personas=personas), LIGHT)


def views_of(form: str, sample: Sample) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every view of a form with all personas, with each, and with the first two."""
    views = [*BUILT_IN, *(view.id for view in sample.portfolio.workspace.views if view.form == "map")]
    people = [persona.id for persona in sample.portfolio.personas_of(sample.journey)]
    choices = [(), *((person,) for person in people), *([tuple(people[:2])] if len(people) > 2 else [])]
    for view in views if form == "map" else [""]:
        for personas in choices if form in {"map", "curve"} else [()]:
            yield view, personas


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("form", DRAWERS)
def test_texts_have_their_room_in_every_view_for_every_persona(form: str, name: str) -> None:
    """Nothing is clipped or covered, and every text in the file is one that was measured."""
    sample = SAMPLES[name]()
    for view, personas in views_of(form, sample):
        drawing = draw(form, sample, view=view, personas=personas)

        assert fitting.misfits(drawing) == [], (view, personas)
        assert _written(drawing) == [text.lines for text in drawing.texts], (view, personas)


@pytest.mark.parametrize("form", DRAWERS)
def test_hostile_texts_have_their_room_in_every_field(form: str) -> None:
    """Each string stands in many fields, and given time in each, between others of every script."""
    for first in range(0, 60, 1 if LONG else 4):

        def write(mark: str, first: int = first) -> str:
            return f"{HOSTILE_STRINGS[(int(mark[1:-1]) + first) % 60]} {mark}"

        assert fitting.misfits(draw(form, rewrite(SAMPLES["retailer"](), write).sample)) == [], first


@pytest.mark.parametrize("name", ["arabic", "three-personas"])
@pytest.mark.parametrize("form", DRAWERS)
def test_a_text_out_of_place_is_found(form: str, name: str) -> None:
    """A room that is a little too small, a text that is moved, one upon another: each is noticed."""
    drawing = draw(form, SAMPLES[name]())
    assert drawing.texts
    for judge in JUDGES:
        assert judge(drawing) == []
        for number in range(0, len(drawing.texts), max(1, len(drawing.texts) // 6)):
            text = drawing.texts[number]
            others = drawing.texts[number - 1 :][:1] if number else drawing.texts[1:2]
            for wrong in _wrong(text, others, drawing):
                texts = (*drawing.texts[:number], wrong, *drawing.texts[number + 1 :])
                assert judge(drawing._replace(texts=texts)), (wrong, text)


def _wrong(text: TextBox, others: tuple[TextBox, ...], drawing: Drawing) -> Iterator[TextBox]:
    """Yield a text with one thing wrong about it each time."""
    box, within = text.box, text.within
    assert within is not None
    yield text._replace(within=None)
    yield text._replace(within=within._replace(width=box.right - within.x - 0.5))
    yield text._replace(within=within._replace(height=box.bottom - within.y - 0.5))
    yield text._replace(within=within._replace(x=box.x + 0.5))
    yield text._replace(within=within._replace(y=box.y + 0.5))
    yield text._replace(box=box._replace(x=within.right - box.width + 0.5))
    yield text._replace(box=box._replace(y=within.y - 0.5))
    for x, y in ((-1.0, box.y), (box.x, -1.0), (drawing.width, box.y), (box.x, drawing.height)):
        yield text._replace(box=box._replace(x=x, y=y), within=None)
    for other in others:
        if min(other.box.width, box.width, other.box.height, box.height) > 1:
            yield text._replace(box=other.box, within=other.box)


def _written(drawing: Drawing) -> list[tuple[str, ...]]:
    """Return the lines of every text in the file."""
    return [
        (text.text or "", *(part.text or "" for part in text))
        for text in ET.fromstring(drawing.svg).iter(f"{SVG}text")
    ]
