"""Everybody can read on their own terms: four times as large, spaced wider, by keys alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.looks import OPEN, SETTLED, dress
from tests.browser.test_bars import one_of_each_kind

SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }
"""
"""What WCAG 1.4.12 lets a reader ask for."""
CUT = """() => {
    const cut = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const parent = text.parentElement;
        if (!text.data.trim() || parent.closest("svg, script, .sr") || !parent.checkVisibility()) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const box = range.getBoundingClientRect();
        for (let around = parent; around && around !== document.body; around = around.parentElement) {
            const style = getComputedStyle(around);
            if (/auto|scroll/.test(style.overflowX + style.overflowY)) break;
            if (style.clipPath !== "none") break;
            if (style.overflowX === "visible") continue;
            const frame = around.getBoundingClientRect();
            if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1) {
                cut.push(text.data.trim().slice(0, 60));
                break;
            }
        }
    }
    return cut;
}"""
"""The texts that reach out of a box that hides what reaches out."""
REACHABLE = "a[href], button, input, select, textarea, summary, [tabindex='0']"
TAB = """() => {
    const element = document.activeElement;
    if (element === document.body) return null;
    if (!window.known) window.known = new Map();
    if (!window.known.has(element)) window.known.set(element, window.known.size);
    const shown = element.closest(".search-field") || element, style = getComputedStyle(shown);
    const outlined = parseFloat(style.outlineWidth) > 1 && style.outlineStyle !== "none";
    const ring = outlined || style.boxShadow !== "none";
    const box = shown.getBoundingClientRect();
    const across = box.width > 0 && box.right > 0 && box.left < innerWidth;
    const seen = across && box.bottom > 0 && box.top < innerHeight;
    return [window.known.get(element), ring && seen ? "" : element.outerHTML.slice(0, 120)];
}"""
MISSED = """(reachable) => [...document.querySelectorAll(reachable)]
    .filter((each) => each.checkVisibility({visibilityProperty: true}) && !each.disabled)
    .filter((each) => !window.known.has(each))
    .map((each) => each.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """Open one window for all pages; the policy is lifted for the style of the reader."""
    page = browser.new_page(bypass_csp=True)
    yield page
    page.close()


def test_pages_can_be_enlarged_four_times(browser: Browser, folder: Path) -> None:
    """At 400 % no kind of page scrolls sideways, and no text is cut."""
    window = browser.new_page(viewport={"width": 320, "height": 256}, device_scale_factor=4)
    faults = {}
    for path in one_of_each_kind(folder / "sample"):
        window.goto(path.as_uri())
        window.evaluate(OPEN["unfolded"])
        wide = window.evaluate("document.documentElement.scrollWidth > innerWidth")
        found = window.evaluate(CUT) + (["scrolls sideways"] if wide else [])
        faults.update({path.relative_to(folder).as_posix(): found} if found else {})
    window.close()

    assert faults == {}


@pytest.mark.parametrize("width", [320, 1440])
def test_texts_can_be_spaced_wider(window: Page, folder: Path, width: int) -> None:
    """With the spacing that WCAG names, no kind of page scrolls sideways, and no text is cut."""
    dress(window, "light", width)
    faults = {}
    for path in one_of_each_kind(folder / "sample"):
        window.goto(path.as_uri())
        window.evaluate(OPEN["unfolded"])
        window.add_style_tag(content=SPACING)
        wide = window.evaluate("document.documentElement.scrollWidth > innerWidth")
        found = window.evaluate(CUT) + (["scrolls sideways"] if wide else [])
        faults.update({path.relative_to(folder).as_posix(): found} if found else {})

    assert faults == {}


def test_a_cut_text_is_noticed(window: Page) -> None:
    """The check sees a text that leaves its box, and none where the box scrolls."""
    window.set_content(
        "<p style='inline-size: 3em; white-space: nowrap; overflow: hidden'>A long text</p>"
        "<p style='inline-size: 3em; white-space: nowrap; overflow: auto'>Another text</p>"
    )

    assert window.evaluate(CUT) == ["A long text"]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize(
    "page",
    [
        "index.html",
        "touchpoints/index.html",
        "journeys/first-purchase/index.html",
        "search/index.html",
        "channels/web/index.html",
    ],
)
def test_keys_reach_everything(window: Page, folder: Path, page: str, width: int) -> None:
    """Tab leads to all that can be used, once round, and what has the focus is seen to have it."""
    dress(window, "light", width)
    window.goto("about:blank")
    window.goto((folder / "sample" / page).as_uri())
    window.wait_for_function(SETTLED)
    window.evaluate("document.activeElement.blur()")
    hidden: list[str] = []
    for step in range(1000):
        window.keyboard.press("Tab")
        found = window.evaluate(TAB)
        if found is None or found[0] < step:
            break
        hidden += [found[1]] if found[1] else []

    assert hidden == []
    assert window.evaluate(MISSED, REACHABLE) == []
