"""Everybody can read the pages: axe finds nothing, nothing scrolls sideways, keys reach everything."""

import json
import os
import subprocess
from collections.abc import Iterator
from itertools import cycle, product
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.looks import COLOURS, OPEN, WIDTHS, Look, all_looks, cover_pairs, dress
from tests.browser.test_bars import one_of_each_kind
from tests.conftest import match_golden

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "preload": False,
}
EVERY_LOOK = os.environ.get("JOURNEYMAP_PROFILE") == "long"
"""Whether the looks are all that there are, or those that hold every pair of traits."""
JOURNEY = "journeys/first-purchase/index.html"
EXAMPLES = ("online-retailer", "percurso-de-compra", "quickstart", "well-known-brands")
INCOMPLETE = Path(__file__).resolve().parents[1] / "goldens" / "site" / "axe_incomplete.txt"


class Visit(NamedTuple):
    """What was seen of a page: what axe found where it was asked, and when the page scrolled sideways."""

    page: str
    violations: list[str] | None
    sideways: list[str]


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """Open one window for all looks; the pages' policy is lifted for the tool that looks into them."""
    page = browser.new_page(bypass_csp=True)
    yield page
    page.close()


@pytest.fixture(scope="module")
def visits(window: Page, folder: Path) -> list[Visit]:
    """Open every page of the examples, each in one look; these take turns.

    Axe judges one page of each kind of each example, and each page in the long profile.
    """
    paths = [path for name in EXAMPLES for path in sorted(folder.glob(f"{name}/**/*.html"))]
    paths.append(folder / "alone.html")
    kinds = {path for name in EXAMPLES for path in one_of_each_kind(folder / name)} | {paths[-1]}
    turns = cycle(product(COLOURS, WIDTHS))
    return [
        _visit(window, path, folder, *next(turns), is_judged=EVERY_LOOK or path in kinds) for path in paths
    ]


def _visit(window: Page, path: Path, folder: Path, colours: str, width: int, *, is_judged: bool) -> Visit:
    sideways = []
    dress(window, colours, 320)
    window.goto(path.as_uri())
    for state in ("closed", "unfolded"):
        window.evaluate(OPEN[state])
        sideways += [f"{state} at 320"] if _is_wide(window) else []
    dress(window, colours, width)
    sideways += [f"unfolded at {width}"] if _is_wide(window) else []
    name = f"{path.relative_to(folder)} {colours} {width}"
    return Visit(name, violations(window) if is_judged else None, sideways)


def _is_wide(window: Page) -> bool:
    return bool(window.evaluate("document.documentElement.scrollWidth > innerWidth"))


def open_page(browser: Browser, path: Path, scheme: str, width: int) -> Page:
    """Open a page in a window of its own; the policy is lifted for the tool that looks into it."""
    page = browser.new_page(bypass_csp=True)
    dress(page, scheme, width)
    page.goto(path.as_uri())
    return page


def violations(page: Page) -> list[str]:
    """Return what axe finds, in short."""
    _lay_out(page)
    found = Axe().run(page, options={**RULES, "resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def _lay_out(page: Page) -> None:
    """Have at once what the page itself lays out part by part: until then parts seem to lie upon others."""
    page.evaluate("document.documentElement.classList.add('laid')")


def test_every_kind_of_page_is_accessible_in_every_look(window: Page, folder: Path) -> None:
    """Axe finds nothing whatever the colours, the width, the direction of reading, and whatever is open."""
    pages = [path.relative_to(folder / "sample").as_posix() for path in one_of_each_kind(folder / "sample")]
    looks = list(all_looks(pages, maps=[JOURNEY]))
    found = []
    for look in looks if EVERY_LOOK else cover_pairs(looks):
        dress(window, look.colours, look.width)
        # The same page with another fragment would not be loaded again.
        window.goto("about:blank")
        window.goto((folder / look.site / look.page).as_uri())
        window.evaluate(OPEN[look.state])
        found += [f"{look}: {one}" for one in violations(window)]
        found += [f"{look}: scrolls sideways"] if _is_wide(window) else []

    assert found == []


def test_looks_come_in_all_pairs() -> None:
    """The few looks hold every pair of traits of all of them, and are far fewer."""
    looks = list(all_looks(["a", "b", "c"], maps=["a"]))
    few = cover_pairs(looks)

    def pairs(chosen: list[Look]) -> set[object]:
        return {(i, j, look[i], look[j]) for look in chosen for i in range(5) for j in range(i)}

    assert pairs(few) == pairs(looks)
    assert len(few) < len(looks) / 5


def test_every_kind_of_page_of_the_examples_is_accessible(visits: list[Visit]) -> None:
    """Axe finds no violation on any kind of page of any example, all of it unfolded."""
    assert len(visits) > 200
    assert sum(visit.violations is not None for visit in visits) > 90
    assert {visit.page: visit.violations for visit in visits if visit.violations} == {}


def test_no_page_scrolls_sideways(visits: list[Visit]) -> None:
    """Folded and unfolded, on the narrowest screen and on others, a page is as wide as its window."""
    assert {visit.page: visit.sideways for visit in visits if visit.sideways} == {}


def test_what_axe_cannot_decide_is_known(window: Page, folder: Path) -> None:
    """On a journey's page it leaves open only contrasts it cannot see; tests of the tokens decide those."""
    dress(window, "light", 1440)
    window.goto((folder / "sample" / JOURNEY).as_uri())
    window.evaluate(OPEN["unfolded"])
    _lay_out(window)
    incomplete = Axe().run(window, options=RULES).response["incomplete"]

    reasons = {
        (one["id"], _tell_reason(check))
        for one in incomplete
        for node in one["nodes"]
        for check in (*node["any"], *node["all"], *node["none"])
    }
    match_golden(INCOMPLETE, "".join(f"{rule}: {reason}\n" for rule, reason in sorted(reasons)))


def _tell_reason(check: dict[str, Any]) -> str:
    data = check["data"]
    return str(data["messageKey"] if isinstance(data, dict) and data.get("messageKey") else check["message"])


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
