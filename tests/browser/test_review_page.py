"""The page of a review is for everybody: valid, accessible in every look, whole without a script, safe."""

import json
import subprocess
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, Page

from journeymap.reviewing import REVIEWS, Options
from tests.browser.judges import validate_html
from tests.browser.looks import COLOURS, OPEN, dress
from tests.browser.test_accessibility import violations
from tests.browser.test_hostile_site import VECTORS, WATCH
from tests.rendering.rewriting import rewrite
from tests.rendering.samples import SAMPLES
from tests.reviewing.reviews import compare_story, make_story
from tests.reviewing.test_picture import pairs
from tests.reviewing.worlds import edit

LINKED = Options(site_url="https://example.com/maps/", edit_url="https://example.com/{file}#L{line}")
WIDTHS = (320, 768, 1440)
CONFIG = Path(__file__).with_name("html-validate.json")
HOSTILE = ("html", "svg", "markdown")
"""The forms that a browser shows, sooner or later."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write reviews of all kinds: the story, the same from right to left, in other scripts, of nothing."""
    folder = tmp_path_factory.mktemp("reviews")
    dossiers = {
        "story": make_story(LINKED),
        "real": compare_story(LINKED),
        "rtl": make_story(Options(lang="ar")),
        "arabic": pairs(SAMPLES["arabic"]())[0],
        "three-personas": pairs(SAMPLES["three-personas"]())[1],
        "japanese": pairs(SAMPLES["japanese"]())[0],
        "empty": edit(),
    }
    for name, dossier in dossiers.items():
        (folder / f"{name}.html").write_text(REVIEWS["html"](dossier), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """Open one window for all looks; the policy is lifted for the tool that looks into the page."""
    page = browser.new_page(bypass_csp=True)
    yield page
    page.close()


@pytest.mark.parametrize("name", ["story", "real", "rtl", "arabic", "three-personas", "japanese", "empty"])
def test_the_page_is_accessible(window: Page, pages: Path, name: str) -> None:
    """Axe finds nothing in any colours, at any width, folded or not, and nothing scrolls sideways."""
    found = []
    looks = list(product(COLOURS, WIDTHS)) if name == "story" else list(zip(COLOURS, WIDTHS, strict=True))
    for number, (colours, width) in enumerate(looks):
        dress(window, colours, width)
        window.goto((pages / f"{name}.html").as_uri())
        window.evaluate(OPEN["unfolded" if number % 2 else "closed"])
        found += [f"{colours} {width}: {one}" for one in violations(window)]
        if window.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{colours} {width}: scrolls sideways")
    assert found == []


@pytest.mark.parametrize("script", [True, False])
def test_the_page_keeps_its_own_policy(browser: Browser, pages: Path, script: bool) -> None:
    """It asks nobody for anything, breaks no rule of its own, and says the same without its script."""
    context = browser.new_context(java_script_enabled=script)
    page, trouble = context.new_page(), []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("request", lambda request: trouble.append(request.url))
    page.goto((pages / "story.html").as_uri())
    assert [each for each in trouble if not each.endswith("/story.html")] == []
    text = page.locator("main").inner_text()
    assert "Mira feels better at Pay on one page" in text
    assert "tightened" in text
    context.close()


def test_the_colours_can_be_switched(browser: Browser, pages: Path) -> None:
    """The button of the bar turns light into dark, as on the site."""
    page = browser.new_page(color_scheme="light")
    page.goto((pages / "story.html").as_uri())
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("[data-theme-switch]").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    page.close()


def test_paper_shows_what_is_folded(browser: Browser, pages: Path) -> None:
    """Nobody can unfold anything on paper."""
    page = browser.new_page()
    page.goto((pages / "story.html").as_uri())
    numbers, folded = page.locator("table.numbers"), page.locator("details.slight ol")
    assert (numbers.is_visible(), folded.is_visible()) == (False, False)
    page.emulate_media(media="print")
    assert (numbers.is_visible(), folded.is_visible()) == (True, True)
    assert page.locator(".bar").is_hidden()
    page.close()


def test_a_narrow_screen_has_cards_for_the_map(browser: Browser, pages: Path) -> None:
    """The table of changes is for wide screens; on narrow ones each step is a card with the same entries."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((pages / "story.html").as_uri())
    table, cards = page.locator(".review-map"), page.locator(".step-cards")
    entries = (table.locator(".entry").count(), cards.locator(".entry").count())
    assert (table.is_visible(), cards.is_visible()) == (True, False)
    page.set_viewport_size({"width": 320, "height": 900})
    assert (table.is_visible(), cards.is_visible()) == (False, True)
    assert entries[0] == entries[1] > 20
    page.close()


def test_the_pages_are_valid_html(pages: Path, checker: list[str]) -> None:
    """Neither the Nu HTML Checker nor html-validate has an error to report."""
    command = [*checker, "--format", "json", "--exit-zero-always", "--skip-non-html", str(pages)]
    done = subprocess.run(command, capture_output=True, timeout=300, check=False)
    messages = json.loads(done.stderr)["messages"]
    assert [each for each in messages if each["type"] == "error"] == []
    assert validate_html(sorted(pages.glob("*.html")), CONFIG) == []


@pytest.mark.parametrize("form", HOSTILE)
def test_nothing_of_a_map_ever_runs(browser: Browser, tmp_path: Path, form: str) -> None:
    """Every text that can run something somewhere is only a text, even without a policy."""
    sample = rewrite(
        SAMPLES["retailer"](), lambda mark: f"{VECTORS[int(mark[1:-1]) % len(VECTORS)]} {mark}"
    ).sample
    text = REVIEWS[form](pairs(sample)[0])
    if form == "markdown":
        text = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    path = tmp_path / f"review.{'svg' if form == 'svg' else 'html'}"
    path.write_text(text, encoding="utf-8")
    page = browser.new_page(bypass_csp=True)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.add_init_script(WATCH)
    page.goto(path.as_uri())
    page.wait_for_timeout(100)
    assert page.evaluate("window.__hit") is None
    assert [each for each in requests if each != path.as_uri()] == []
    page.close()
