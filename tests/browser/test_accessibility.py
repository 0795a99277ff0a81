"""Everybody can read the pages: axe finds nothing, nothing scrolls sideways, keys reach everything."""

import json
import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "preload": False,
}
UNFOLD = """() => {
    document.querySelectorAll("details:not(.menu)").forEach((details) => { details.open = true; });
    const map = document.getElementById("full_map_");
    if (map) map.checked = true;
}"""
KINDS = [
    "sample/index.html",
    "sample/journeys/first-purchase/index.html",
    "sample/journeys/first-purchase-2027/index.html",
    "sample/journeys/returns/index.html",
    "sample/personas/deal-hunter/index.html",
    "sample/404.html",
    "arabic/journeys/arabic/index.html",
    "alone.html",
]
LOOKS = [("light", 1440, "none"), ("dark", 1440, "none"), ("light", 320, "none"), ("dark", 768, "active")]


def open_page(browser: Browser, path: Path, scheme: str, width: int, forced: str = "none") -> Page:
    """Open a page in a window of its own; the policy is lifted for the tool that looks into it."""
    page = browser.new_page(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        forced_colors="active" if forced == "active" else "none",
        reduced_motion="reduce",
        bypass_csp=True,
    )
    page.goto(path.as_uri())
    return page


def violations(page: Page) -> list[str]:
    """Return what axe finds, in short."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(map(str, look)))
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_is_accessible_in_every_look(
    browser: Browser, folder: Path, kind: str, look: tuple[str, int, str]
) -> None:
    """Axe finds no violation, folded and unfolded, light and dark, wide and narrow, in forced colours."""
    page = open_page(browser, folder / kind, *look)

    assert violations(page) == []
    page.evaluate(UNFOLD)
    assert violations(page) == []
    page.close()


def test_every_page_of_the_examples_is_accessible(browser: Browser, folder: Path) -> None:
    """Axe finds no violation on any page of any example, light and wide or dark and narrow."""
    found = []
    for path in sorted(folder.glob("*/**/*.html")):
        if path.relative_to(folder).parts[0] in {"sample", "arabic"}:
            continue
        for scheme, width in (("light", 1440), ("dark", 320)):
            page = open_page(browser, path, scheme, width)
            page.evaluate(UNFOLD)
            found += [f"{path.relative_to(folder)} {scheme} {one}" for one in violations(page)]
            page.close()

    assert found == []


def test_no_page_scrolls_sideways(browser: Browser, folder: Path) -> None:
    """Whatever the width, folded and unfolded, a page is as wide as its window."""
    page = browser.new_page(bypass_csp=True)
    wide = []
    for path in sorted(folder.rglob("*.html")):
        page.goto(path.as_uri())
        for step in ("() => {}", UNFOLD):
            page.evaluate(step)
            for width in (320, 390, 768, 1440):
                page.set_viewport_size({"width": width, "height": 900})
                if page.evaluate("document.documentElement.scrollWidth") > width:
                    wide.append(f"{path.relative_to(folder)} at {width}")
    page.close()

    assert wide == []


def test_the_map_is_reached_and_scrolled_by_keys(browser: Browser, folder: Path) -> None:
    """Tab leads to the map, arrow keys scroll it, and focus is always seen."""
    page = open_page(browser, folder / "sample/journeys/first-purchase/index.html", "light", 1024)
    page.focus("[data-map]")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('[data-map]')")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"

    # A busy browser has been seen to lose the first key: it is still laying the page out.
    for _ in range(20):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(100)
        if page.evaluate("document.querySelector('[data-map]').scrollLeft") > 0:
            break
    assert page.evaluate("document.querySelector('[data-map]').scrollLeft") > 0
    page.close()


def test_headers_stay_in_sight(browser: Browser, folder: Path) -> None:
    """However the map is scrolled, its lanes stay at the start and its stages on top."""
    page = open_page(browser, folder / "sample/journeys/first-purchase/index.html", "light", 1024)
    page.evaluate("document.querySelector('[data-map]').scrollTo(600, 400)")
    region, lane, stage = (
        page.evaluate(
            "(s) => { const b = document.querySelector(s).getBoundingClientRect(); return [b.x, b.y]; }", s
        )
        for s in ("[data-map]", "#l_pains", "#s_3")
    )

    assert abs(lane[0] - region[0]) <= 2
    assert abs(stage[1] - region[1]) <= 2
    page.close()


def test_targets_are_large_enough(browser: Browser, folder: Path) -> None:
    """Buttons and menus are at least 24 by 24 pixels, as WCAG 2.2 asks."""
    page = open_page(browser, folder / "sample/journeys/first-purchase/index.html", "light", 320)
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, summary, input, select")]
            .filter((e) => e.offsetParent && !e.classList.contains("sr"))
            .map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
            .filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)"""
    )

    assert [one for one in small if "data-lane" not in one] == []
    page.close()


def test_the_pages_are_valid_html(folder: Path, checker: list[str]) -> None:
    """The Nu HTML Checker has no error to report on any page."""
    command = [*checker, "--format", "json", "--exit-zero-always", "--skip-non-html", str(folder)]
    checked = subprocess.run(command, capture_output=True, timeout=300, check=False)
    messages = json.loads(checked.stderr)["messages"]

    errors = [f"{m['url'].rpartition('/sites')[2]}: {m['message']}" for m in messages if m["type"] == "error"]
    assert errors == []
