"""A journey on paper, as the browser prints it: sheets, sizes of letters, and all that is said."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from pypdf import PageObject, PdfReader

from journeymap.artifacts import write
from journeymap.compiling import Compilation
from journeymap.model import Journey
from journeymap.site import build_site
from tests.browser.looks import SETTLED
from tests.rendering.samples import SAMPLES
from tests.site.samples import make_portfolio

A3 = (1191, 842)
FLOOR = 6.95


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with a journey of ten touchpoints and one of sixty."""
    root = tmp_path_factory.mktemp("paper")
    sixty: Journey = SAMPLES["sixty"]().journey
    portfolio = make_portfolio(sixty)
    write(build_site(Compilation(portfolio, (), {})), root)
    return root


def print_page(browser: Browser, path: Path) -> PdfReader:
    """Return what the browser prints of a page, in dark colours as its reader prefers."""
    page = browser.new_page(color_scheme="dark")
    page.goto(path.as_uri())
    content = page.pdf(prefer_css_page_size=True, print_background=True)
    page.close()
    return PdfReader(BytesIO(content))


def sizes_on(page: PageObject) -> set[float]:
    """Return the sizes of all letters on a page, in points."""
    found: set[float] = set()

    def look(text: str, cm: Any, tm: Any, _font: Any, size: float) -> None:
        if text.strip():
            found.add(
                round(size * float((tm[2] ** 2 + tm[3] ** 2) ** 0.5 * (cm[2] ** 2 + cm[3] ** 2) ** 0.5), 2)
            )

    page.extract_text(visitor_text=look)
    return found


@pytest.mark.parametrize("file", ["index.html", "print.html"])
def test_a_map_stands_on_one_sheet(browser: Browser, printed: Path, file: str) -> None:
    """The whole map is on one page of A3, laid across, in letters of seven points and more."""
    reader = print_page(browser, printed / "journeys/first-purchase" / file)
    sheets = [page for page in reader.pages if page.extract_text().startswith("Map")]

    assert len(sheets) == 1
    assert tuple(round(float(side)) for side in sheets[0].mediabox[2:]) == A3
    text = sheets[0].extract_text()
    for words in ("Awareness", "Advocacy", "Searches for shoes", "Pains", "Opportunities", "Support"):
        assert words in text, words
    assert min(sizes_on(sheets[0])) >= FLOOR
    assert "Line of visibility" in text


@pytest.mark.parametrize("file", ["index.html", "print.html"])
def test_a_long_map_has_a_sheet_for_each_stage(browser: Browser, printed: Path, file: str) -> None:
    """Each stage is on a page of its own, with the names of the lanes and its headers."""
    reader = print_page(browser, printed / "journeys/sixty" / file)
    texts = [page.extract_text() for page in reader.pages]
    sheets = [n for n, text in enumerate(texts) if {"Feeling", "Channel"} <= set(text.split("\n"))]

    assert len(sheets) == 6
    for number, (n, stage) in enumerate(
        zip(sheets, ("Dreaming", "Searching", "Viewing", "Signing", "Moving", "Settling in"), strict=True), 1
    ):
        assert f"{number}" in texts[n]
        assert f"{stage} step 10" in " ".join(texts[n].split())
        assert min(sizes_on(reader.pages[n])) >= FLOOR


def test_everything_on_paper_can_be_read(browser: Browser, printed: Path) -> None:
    """No letter on any page is smaller than seven points, cards are unfolded, addresses are written out."""
    reader = print_page(browser, printed / "journeys/first-purchase/print.html")
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())

    assert min(min(sizes_on(page)) for page in reader.pages if page.extract_text().strip()) >= FLOOR
    assert "Strong customer authentication" in text
    assert "(https://example.com/s)" in text
    assert "Present" not in text
    assert len(reader.pages) <= 14


def test_paper_is_light(browser: Browser, printed: Path) -> None:
    """Colours are those of paper, whatever the reader prefers on a screen."""
    page = browser.new_page(color_scheme="dark")
    page.goto((printed / "journeys/first-purchase/print.html").as_uri())
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(27, 31, 36)"
    page.close()


def test_the_sheets_of_a_long_map_go_after_printing(browser: Browser, printed: Path) -> None:
    """What is put together for the printer is taken away again, and the page is as it was."""
    page = browser.new_page()
    page.goto((printed / "journeys/sixty/index.html").as_uri())
    page.wait_for_function(SETTLED)
    before = page.evaluate("document.body.innerHTML.length")
    page.evaluate("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".sheets .sheet").count() == 6
    assert page.locator(".sheets [id]").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".sheets").count() == 0
    assert page.evaluate("document.body.innerHTML.length") == before
    page.close()
