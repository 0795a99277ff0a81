"""What the script adds, that nothing is lost without it, and that the pages ask nobody for anything."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Route

from tests.browser.test_bars import one_of_each_kind

JOURNEY = "sample/journeys/first-purchase/index.html"
RICH = "online-retailer/journeys/first-purchase/index.html"
SHIFT = """window.shift = 0;
new PerformanceObserver((list) => list.getEntries().forEach((each) => { window.shift += each.value; }))
    .observe({type: "layout-shift", buffered: true});"""
"""Sums up how far a page moves by itself."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a window of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def watch(page: Page) -> list[str]:
    """Return a list that fills with everything that goes wrong or leaves the site."""
    trouble: list[str] = []

    def note(request: Request) -> None:
        """Note what could not be loaded; an icon still on its way when the reader went on is no fault."""
        if "ERR_ABORTED" not in (request.failure or ""):
            trouble.append(f"{request.failure}: {request.url}")

    page.on("console", lambda m: trouble.append(m.text) if m.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("requestfailed", note)
    return trouble


def settle(page: Page, address: str) -> None:
    """Open an address and wait until nothing is on its way any more, the icon included."""
    page.goto(address)
    page.wait_for_load_state("networkidle")


def list_kinds(folder: Path) -> list[str]:
    """Return one page of each kind, of a site whose language is written from left to right and of another."""
    sites = ("online-retailer", "arabic")
    paths = [path for site in sites for path in one_of_each_kind(folder / site)]
    return [path.relative_to(folder).as_posix() for path in (*paths, folder / "alone.html")]


def test_pages_work_from_a_disk(page: Page, folder: Path) -> None:
    """Opened as files, all kinds of pages load their style and script, and nothing is refused or missing."""
    trouble = watch(page)
    for kind in list_kinds(folder):
        page.goto(f"{folder.as_uri()}/{kind}")
        assert page.evaluate("document.documentElement.classList.contains('js')"), kind
        assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px", kind

    assert trouble == []


def test_pages_work_from_a_server_under_any_path(page: Page, folder: Path, server: str) -> None:
    """Served one folder deep, all kinds of pages load, and no request goes anywhere else."""
    trouble = watch(page)
    outside: list[str] = []

    def guard(route: Route) -> None:
        if not route.request.url.startswith((server, "data:")):
            outside.append(route.request.url)
        route.continue_()

    page.route("**/*", guard)
    for kind in list_kinds(folder):
        page.goto(f"{server}/{kind}")
        assert page.evaluate("document.documentElement.classList.contains('js')"), kind

    assert outside == []
    assert trouble == []


def test_no_kind_of_page_moves_while_it_loads(page: Page, folder: Path, server: str) -> None:
    """On a small screen and a slow machine, what a script adds has its room from the start."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.add_init_script(SHIFT)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    moved = {}
    for kind in list_kinds(folder):
        page.goto(f"{server}/{kind}")
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        if page.evaluate("window.shift") > 0.01:
            moved[kind] = page.evaluate("window.shift")

    assert moved == {}


def test_nothing_is_lost_without_the_script(browser: Browser, folder: Path) -> None:
    """Without JavaScript every section is there, and no control pretends to work."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto((folder / JOURNEY).as_uri())

    for section in ("map", "flow", "stages", "pains", "kpis", "insights", "evidence", "tables"):
        assert page.locator(f"#section_{section}").is_visible(), section
    assert page.get_by_text("Delivery cost appears on the last page").first.is_visible()
    assert not page.locator("[data-zoom=in]").is_visible()
    assert not page.locator("[data-theme-switch]").is_visible()
    page.locator("#checkout > summary").click()
    assert page.get_by_text("Strong customer authentication").is_visible()
    context.close()


def test_the_theme_is_remembered(page: Page, server: str) -> None:
    """The button turns the colours over, says so, and the choice holds on the next page."""
    page.emulate_media(color_scheme="light")
    page.goto(f"{server}/{JOURNEY}")
    button = page.locator("[data-theme-switch]")
    assert button.get_attribute("aria-pressed") == "false"
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")

    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light

    page.goto(f"{server}/sample/index.html")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


def test_a_deep_link_opens_its_card(page: Page, folder: Path) -> None:
    """An address with a touchpoint's id, or that of something on its card, unfolds the card."""
    page.goto((folder / JOURNEY).as_uri() + "#checkout")
    assert page.locator("#checkout").get_attribute("open") is not None
    assert page.locator("#chat").get_attribute("open") is None

    page.goto((folder / JOURNEY).as_uri() + "#real-advice")
    assert page.locator("#chat").get_attribute("open") is not None
    assert page.locator("#real-advice").is_visible()


def test_hostile_addresses_do_nothing(page: Page, folder: Path) -> None:
    """A fragment that is no id, or no valid text at all, is passed over."""
    trouble = watch(page)
    for fragment in ("#%E0%A4%A", "#<img src=x onerror=alert(1)>", "#nobody", "#"):
        settle(page, (folder / "sample/index.html").as_uri())
        settle(page, (folder / JOURNEY).as_uri() + fragment)
        assert page.evaluate("document.documentElement.classList.contains('js')")

    assert trouble == []


def test_all_cards_open_and_close_together(page: Page, folder: Path) -> None:
    """One button unfolds every touchpoint, and folds them again."""
    page.goto((folder / JOURNEY).as_uri())
    page.locator("[data-expand]").click()
    assert page.locator("details.card:not([open])").count() == 0
    page.locator("[data-expand]").click()
    assert page.locator("details.card[open]").count() == 0


@pytest.mark.parametrize("width", [320, 768, 900, 1024, 1040, 1440])
def test_titles_of_touchpoints_keep_their_words_whole(page: Page, folder: Path, width: int) -> None:
    """No title is squeezed into a column of letters: it has at most as many lines as words."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((folder / RICH).as_uri())
    titles = page.locator(".card > summary h4")
    assert titles.count() > 10
    squeezed = titles.evaluate_all(
        """all => all.filter(title => {
            const lines = Math.round(title.clientHeight / parseFloat(getComputedStyle(title).lineHeight));
            return lines > title.textContent.trim().split(/\\s+/).length;
        }).map(title => title.textContent)"""
    )
    assert squeezed == []


def test_lanes_can_be_hidden(page: Page, folder: Path) -> None:
    """The menu of lanes takes a lane away and brings it back; Escape closes the menu."""
    page.goto((folder / JOURNEY).as_uri())
    page.locator(".tools summary", has_text="Lanes").click()
    box = page.locator("input[data-lane=pains]")
    box.uncheck()
    assert not page.locator("tr.pains").is_visible()
    box.check()
    assert page.locator("tr.pains").is_visible()
    page.keyboard.press("Escape")
    assert not box.is_visible()
    page.locator(".tools summary", has_text="Lanes").click()
    page.locator("h1").click()
    assert not box.is_visible()


def test_the_map_zooms_and_fits(page: Page, folder: Path) -> None:
    """Buttons and keys make the map larger and smaller; fitting ends the sideways scrolling."""
    page.goto((folder / JOURNEY).as_uri())
    width = "document.querySelector('.map').offsetWidth"
    natural = page.evaluate(width)
    page.locator("[data-zoom=in]").click()
    assert page.evaluate(width) > natural
    page.locator("[data-map]").focus()
    page.keyboard.press("-")
    page.keyboard.press("-")
    assert page.evaluate(width) < natural
    page.keyboard.press("0")
    rest = "(r) => r.scrollWidth - r.clientWidth"
    assert page.eval_on_selector("[data-map]", rest) <= 1


def test_ages_are_told_by_the_readers_clock(page: Page, folder: Path) -> None:
    """How long ago a review was, and whether the next is overdue, is reckoned when the page is read."""
    page.clock.set_fixed_time("2026-10-11T12:00:00")
    page.goto((folder / JOURNEY).as_uri())
    assert page.locator("[data-age]").inner_text() == "(10 days ago)"
    assert not page.locator(".hero .stale").is_visible()

    page.clock.set_fixed_time("2027-03-01T12:00:00")
    page.goto((folder / "sample/index.html").as_uri())
    page.goto((folder / JOURNEY).as_uri())
    assert page.locator("[data-age]").inner_text() == "(5 months ago)"
    assert page.locator(".hero .stale").is_visible()


def test_paper_shows_everything(page: Page, folder: Path) -> None:
    """For printing every card is unfolded, colours are light, and controls are gone."""
    page.emulate_media(color_scheme="dark")
    page.goto((folder / JOURNEY).as_uri())
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("details.card:not([open])").count() == 0
    assert not page.locator(".bar").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(27, 31, 36)"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.card[open]").count() == 0


def test_the_page_does_not_jump(page: Page, server: str) -> None:
    """What the script adds has its room from the start: nothing moves while the page loads."""
    page.add_init_script(SHIFT)
    page.goto(f"{server}/{JOURNEY}")
    page.wait_for_timeout(300)

    assert page.evaluate("window.shift") <= 0.01


def test_the_link_of_a_touchpoint_is_copied(browser: Browser, server: str) -> None:
    """The link on a card is an ordinary link that also goes to the clipboard."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{server}/{JOURNEY}#checkout")
    page.locator("#checkout .card-body > a.here").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{server}/{JOURNEY}#checkout"
    context.close()
