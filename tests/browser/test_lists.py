"""Lists in the browser: sorted by their headers, filtered as one types, and whole without a script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from journeymap.artifacts import write
from journeymap.compiling import Compilation
from journeymap.model import Emotion, Journey, Stage, Touchpoint
from journeymap.site import build_site
from tests.browser.test_accessibility import open_page, violations
from tests.site.samples import make_portfolio

LISTS = [
    "journeys/index.html",
    "personas/index.html",
    "personas/deal-hunter/index.html",
    "touchpoints/index.html",
    "channels/index.html",
    "channels/web/index.html",
    "stages/index.html",
    "stages/decision/index.html",
    "teams/index.html",
    "teams/checkout-team/index.html",
    "systems/payment-gateway/index.html",
    "segments/returning/index.html",
    "sources/index.html",
    "tags/growth/index.html",
]


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sample workspace in a language of each direction, and one whose names are in Japanese."""
    root = tmp_path_factory.mktemp("lists")
    portfolio = make_portfolio()
    write(build_site(Compilation(portfolio, (), {})), root / "sample")
    arabic = portfolio._replace(workspace=portfolio.workspace._replace(lang="ar"))
    write(build_site(Compilation(arabic, (), {})), root / "arabic")
    write(build_site(Compilation(portfolio._replace(journeys=(make_japanese(),)), (), {})), root / "japanese")
    return root


def make_japanese() -> Journey:
    """Return a journey in Japanese with scores on both sides of zero, and one touchpoint without."""
    scores = (1, -2, 0, None, -0.5, 2, 1.5, -1)
    touchpoints = tuple(
        Touchpoint(
            f"t{n}",
            f"初めての購入の{n}番目の接点",
            channels=("web",),
            emotions=() if score is None else (Emotion(score),),
        )
        for n, score in enumerate(scores)
    )
    return Journey("j", "初めての購入", (Stage("s", "検討", touchpoints=touchpoints),), lang="ja")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a window of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def read_column(page: Page, table: str, column: int) -> list[str]:
    """Return what the shown rows of a table say in a column."""
    script = """([table, column]) => [...document.getElementById(table).tBodies[0].rows]
        .filter((row) => !row.hidden).map((row) => row.cells[column].textContent.trim())"""
    return [str(text) for text in page.evaluate(script, [table, column])]


def numbers(texts: list[str]) -> list[float | None]:
    """Return the scores at the end of what feelings say."""
    return [float(text.split()[-1].replace("\u2212", "-")) if text else None for text in texts]


@pytest.mark.parametrize("kind", ["arabic", "japanese"])
def test_lists_fit_in_every_script(browser: Browser, lists: Path, kind: str) -> None:
    """Right to left and in Japanese, no page of a list is wider than a phone, and axe finds nothing."""
    found = []
    for path in LISTS:
        if not (lists / kind / path).exists():
            continue
        page = open_page(browser, lists / kind / path, "light", 320)
        found += [f"{path}: {one}" for one in violations(page)]
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            found.append(f"{path} is wider than its window")
        page.close()

    assert found == []


def test_feelings_are_sorted_by_their_numbers(page: Page, lists: Path) -> None:
    """The first click shows the worst, the second the best; who has no score stands last both times."""
    page.goto((lists / "japanese/touchpoints/index.html").as_uri())
    header = page.locator("#list_all th", has_text="Feeling")
    column = header.evaluate("(cell) => cell.cellIndex")

    header.locator("button").click()
    assert header.get_attribute("aria-sort") == "ascending"
    assert numbers(read_column(page, "list_all", column)) == [-2, -1, -0.5, 0, 1, 1.5, 2, None]
    header.locator("button").click()
    assert header.get_attribute("aria-sort") == "descending"
    assert numbers(read_column(page, "list_all", column)) == [2, 1.5, 1, 0, -0.5, -1, -2, None]


def test_names_are_sorted_as_people_count(page: Page, lists: Path) -> None:
    """Names sort by the rules of the page's language, one header at a time, and by keys as well."""
    page.goto((lists / "japanese/touchpoints/index.html").as_uri())
    first = page.locator("#list_all th[data-kind]").first
    first.locator("button").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")

    assert first.get_attribute("aria-sort") == "descending"
    assert read_column(page, "list_all", 0)[0] == "初めての購入の7番目の接点"
    page.locator("#list_all th button").last.click()
    assert first.get_attribute("aria-sort") is None
    assert page.locator("#list_all [aria-sort]").count() == 1


def test_numbers_begin_with_the_largest(page: Page, lists: Path) -> None:
    """Whoever sorts by a number looks for the most of it; days begin with the latest."""
    page.goto((lists / "sample/journeys/index.html").as_uri())
    header = page.locator("#list_journeys th", has_text="Touchpoints")
    column = header.evaluate("(cell) => cell.cellIndex")
    header.locator("button").click()

    counts = [int(text.split()[0]) for text in read_column(page, "list_journeys", column)]
    assert counts == sorted(counts, reverse=True)
    page.locator("#list_journeys th", has_text="Reviewed").locator("button").click()
    assert read_column(page, "list_journeys", 0)[0].startswith("First purchase, from search to review")


def test_rows_are_filtered_as_one_types(page: Page, lists: Path) -> None:
    """Each word narrows the list, in any script, and what is left is told to everybody."""
    page.goto((lists / "japanese/touchpoints/index.html").as_uri())
    page.fill("#find_all", "初めて 3番目")
    assert read_column(page, "list_all", 0) == ["初めての購入の3番目の接点"]
    assert page.inner_text("#told_all") == "1 of 8"

    page.fill("#find_all", "nothing like it")
    assert read_column(page, "list_all", 0) == []
    assert page.inner_text("#told_all") == "Nothing matches."

    page.fill("#find_all", "")
    assert len(read_column(page, "list_all", 0)) == 8
    assert page.inner_text("#told_all") == ""


def test_a_filter_is_cleared_with_a_button(page: Page, lists: Path) -> None:
    """It is there as long as there is something to clear; the field has the focus then."""
    page.goto((lists / "japanese/touchpoints/index.html").as_uri())
    clear = page.locator("#clear_all")
    expect(clear).to_be_hidden()
    page.fill("#find_all", "3番目")
    expect(clear).to_be_visible()
    clear.click()

    assert len(read_column(page, "list_all", 0)) == 8
    assert page.inner_text("#told_all") == ""
    expect(page.locator("#find_all")).to_be_focused()
    expect(clear).to_be_hidden()


def test_without_a_script_lists_are_whole_and_offer_nothing(browser: Browser, lists: Path) -> None:
    """Nothing can be sorted or filtered, so that nothing says so; every row is there."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto((lists / "japanese/touchpoints/index.html").as_uri())

    assert page.locator("#list_all tbody tr").count() == 8
    assert page.locator(".sort").count() == 0
    assert not page.locator("#find_all").is_visible()
    page.context.close()


@pytest.mark.parametrize("scripted", [True, False])
def test_a_phone_reaches_every_list_from_one_menu(browser: Browser, lists: Path, scripted: bool) -> None:
    """On a narrow screen the menu opens within the window, with or without a script, and leads on."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=scripted)
    page = context.new_page()
    page.goto((lists / "sample/index.html").as_uri())
    assert not page.locator(".entrances-bar").is_visible()
    page.locator(".entrances summary").click()

    box = page.locator(".entrances .menu > ul").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    page.get_by_role("link", name="Systems", exact=True).click()
    assert page.url.endswith("/systems/index.html")
    context.close()


def test_a_wide_screen_has_a_bar_and_a_menu_for_the_rest(page: Page, lists: Path) -> None:
    """The most important ways stand in the bar on one line; the others are one click away, once."""
    page.goto((lists / "sample/index.html").as_uri())
    assert page.locator(".entrances-bar").is_visible()
    tops = page.locator(".entrances-bar a").evaluate_all("(links) => links.map((a) => a.offsetTop)")
    assert len(set(tops)) == 1

    page.locator(".entrances summary").click()
    assert page.locator(".menu li:visible", has_text="Systems").count() == 1
    assert page.locator(".menu li.narrow:visible").count() == 0
    page.keyboard.press("Escape")
    assert not page.locator(".menu li", has_text="Systems").is_visible()


def test_targets_of_lists_are_large_enough(browser: Browser, lists: Path) -> None:
    """Sorting buttons, the menu and the filter are at least 24 pixels high and wide."""
    page = open_page(browser, lists / "japanese/touchpoints/index.html", "light", 320)
    small = page.locator("button:visible, summary:visible, input:visible").evaluate_all(
        """(all) => all.map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
            .filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)"""
    )
    page.close()

    assert small == []
