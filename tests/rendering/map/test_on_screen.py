"""On a screen every text of every picture stays where it was measured to be."""

import pytest
from playwright.sync_api import Page

from journeymap.rendering import DRAWERS, PORTFOLIO_FORMS, Request
from journeymap.rendering.canvas import Drawing
from journeymap.themes.theme import LIGHT
from tests.rendering.samples import SAMPLES

BLANK = 4.5
"""The width of the blank at the end of a line, which browsers count and nobody sees."""

MEASURE = """([rooms, blank]) => {
    const svg = document.querySelector('svg')
    const wide = svg.viewBox.baseVal.width, high = svg.viewBox.baseVal.height
    const texts = [...svg.querySelectorAll('text')].map(text => {
        const {x, y, width, height} = text.getBBox()
        return {words: text.textContent, x, y, right: x + width, bottom: y + height}
    })
    const wrong = []
    texts.forEach((text, index) => {
        if (text.x < -blank || text.y < 0 || text.right > wide + blank || text.bottom > high)
            wrong.push(['outside the picture', text.words])
        const room = rooms[index]
        if (room && (text.x < room[0] - blank || text.right > room[1] + blank))
            wrong.push(['outside its room', text.words, text.x, text.right, room])
        for (const other of texts.slice(index + 1)) {
            const across = Math.min(text.right, other.right) - Math.max(text.x, other.x)
            const down = Math.min(text.bottom, other.bottom) - Math.max(text.y, other.y)
            if (across > blank && down > 6) wrong.push(['on another text', text.words, other.words])
        }
    })
    return {wrong, texts: texts.length}
}"""


def rooms_of(drawing: Drawing, *, mirrored: bool) -> list[tuple[float, float] | None]:
    """Return from where to where each text may reach, as it is on the screen."""
    rooms = (text.within for text in drawing.texts)
    return [
        room and ((drawing.width - room.right, drawing.width - room.x) if mirrored else (room.x, room.right))
        for room in rooms
    ]


@pytest.mark.browser
@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("form", DRAWERS)
def test_texts_on_a_screen_have_their_room(blank_page: Page, form: str, name: str) -> None:
    """No text leaves its room or the picture, and no two lie on each other, in the fonts of this machine."""
    portfolio, journey = SAMPLES[name]()
    request = Request(portfolio, None if form in PORTFOLIO_FORMS else journey)
    drawing = DRAWERS[form](request, LIGHT)
    mirrored = 'direction="rtl"' in drawing.svg.partition(">")[0]
    blank_page.set_content(drawing.svg)
    found = blank_page.evaluate(MEASURE, [rooms_of(drawing, mirrored=mirrored), BLANK])

    assert found["wrong"] == []
    assert found["texts"] == len(drawing.texts)
