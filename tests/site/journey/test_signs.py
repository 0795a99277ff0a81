"""What the signs, curves and words of the map on a journey's page say, and that its legend knows them all."""

import re
from typing import Any

from journeymap.compiling import Compilation
from journeymap.model import Emotion, Journey, Opportunity, Pain, Stage, Touchpoint
from journeymap.site import build_site
from tests.site.samples import make_portfolio

CURVE = "Another persona's curve"
HOLLOW = "Hollow: assumed, not researched"


def read_map(journey: Journey) -> str:
    """Return the section of the map of a journey's page."""
    site = build_site(Compilation(make_portfolio(journey), (), {}))
    page = site[f"journeys/{journey.id}/index.html"].content.decode()
    return page.partition('id="section_map"')[2].partition('id="section_stages"')[0]


def make_one(*pains: Pain, emotions: tuple[Emotion, ...] = (), **more: Any) -> Journey:
    """Return a journey of two touchpoints that feel the same and hurt at the first."""
    points = (Touchpoint("t", "T", pains=pains, emotions=emotions), Touchpoint("u", "U", emotions=emotions))
    return Journey("one", "One", (Stage("s", "S", touchpoints=points),))._replace(**more)


def test_an_assumed_pain_is_hollow_and_a_researched_one_is_full() -> None:
    """Evidence alone makes nothing researched; the sign, its word and the legend say so as on the picture."""
    text = read_map(
        make_one(Pain("Guess", "g", evidence=("e",)), Pain("Known", "k", confidence="researched"))
    )

    signs = re.findall(r'<svg class="icon pain( hollow)?"[^>]*>.{0,60}</svg><a[^>]*>(\w+)</a>(.{0,33})', text)
    assert [(bool(hollow), name) for hollow, name, _ in signs] == [(True, "Guess"), (False, "Known")]
    assert "Assumed" in signs[0][2]
    assert HOLLOW in text
    assert HOLLOW not in read_map(make_one(Pain("Known", "k", confidence="researched")))


def test_the_curve_behind_is_in_the_legend() -> None:
    """Where a lane shows another persona's curve behind its own, the legend names that line."""
    two = (Emotion(1, persona="deal-hunter"), Emotion(-1, persona="gift-buyer"))

    assert CURVE in read_map(make_one(emotions=two, personas=("deal-hunter", "gift-buyer")))
    assert CURVE not in read_map(make_one(emotions=(Emotion(1),)))


def test_an_opportunity_in_no_cell_is_named_below() -> None:
    """What addresses nothing stands nowhere in the map, which says so and leads to it."""
    held = Opportunity("Held", "held", addresses=("g",))
    loose = Opportunity("Loose", "loose")
    text = read_map(make_one(Pain("Guess", "g"), opportunities=(held, loose)))
    note = text.partition('class="note loose"')[2].partition("</p>")[0]

    assert '<a href="#loose" dir="auto">Loose</a>' in note
    assert "Held" not in note
    assert "note loose" not in read_map(make_one(Pain("Guess", "g"), opportunities=(held,)))
