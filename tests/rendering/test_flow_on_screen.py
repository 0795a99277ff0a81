"""On a screen, no text of the flow leaves its card or the picture, and no two texts lie on each other."""

import pytest
from playwright.sync_api import Page

from journeymap.model import Journey
from journeymap.rendering.flow.picture import draw_flow
from tests.rendering.flows import FIRST_PURCHASE, RETURNS, portfolio_of
from tests.rendering.samples import SAMPLES
from tests.rendering.test_flow import ARABIC, GERMAN, JAPANESE

MEASURE = """() => {
    const box = element => {
        const {x, y, width, height} = element.getBBox()
        return {x, y, right: x + width, bottom: y + height}
    }
    const inside = (inner, outer) => inner.x >= outer.x && inner.right <= outer.right
        && inner.y >= outer.y && inner.bottom <= outer.bottom
    const holds = (outer, x, y) => outer.x <= x && x <= outer.right && outer.y <= y && y <= outer.bottom
    const svg = document.querySelector('svg')
    const frame = {x: 0, y: 0, right: svg.viewBox.baseVal.width, bottom: svg.viewBox.baseVal.height}
    const cards = [...svg.querySelectorAll('[stroke-width="1.75"], rect[stroke-width="1.5"][rx]')].map(box)
    const texts = [...svg.querySelectorAll('text')].map(text => ({words: text.textContent, ...box(text)}))
    const wrong = []
    for (const text of texts) {
        if (!inside(text, frame)) wrong.push(['outside the picture', text.words])
        const middle = (text.y + text.bottom) / 2
        const card = cards.find(card => holds(card, (text.x + text.right) / 2, middle))
        if (card && !inside(text, card)) wrong.push(['outside its card', text.words])
        for (const other of texts) {
            const apart = other.x >= text.right || other.right <= text.x
                || other.y >= text.bottom - 3 || other.bottom - 3 <= text.y
            if (other !== text && !apart) wrong.push(['on another text', text.words, other.words])
        }
    }
    return {wrong, texts: texts.length, cards: cards.length}
}"""


@pytest.mark.browser
@pytest.mark.parametrize("journey", [FIRST_PURCHASE, GERMAN, ARABIC, JAPANESE, SAMPLES["sixty"]().journey])
def test_every_text_has_its_room(blank_page: Page, journey: Journey) -> None:
    """Each text is inside its card and the picture, and alone in its place."""
    blank_page.set_content(draw_flow(portfolio_of(journey, RETURNS), journey).svg)
    found = blank_page.evaluate(MEASURE)

    assert found["wrong"] == []
    assert found["texts"] > 8
    assert found["cards"] > 2
