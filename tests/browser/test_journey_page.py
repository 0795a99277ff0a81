"""The journey's page at work: filters, zoom, keys, the address of a view, the presentation, links to here."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_accessibility import violations
from tests.browser.test_comfort import watch

SAMPLE = "sample/journeys/first-purchase/index.html"
FUTURE = "sample/journeys/first-purchase-2027/index.html"
RICH = "online-retailer/journeys/first-purchase/index.html"
ARABIC = "arabic/journeys/arabic/index.html"
OFFERED = """() => [...document.querySelectorAll(".card, .tile[id], .gain dd[id], .ends > li[id]")]
    .every((each) => each.querySelector(".here"))"""
"""Whether the links to places are there, which come when the browser has nothing else to do."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a window of its own."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    trouble = watch(page)
    yield page
    context.close()
    assert trouble == []


def open_at(page: Page, folder: Path, path: str, hash: str = "") -> None:
    """Open a page afresh at an address."""
    page.goto("about:blank")
    page.goto((folder / path).as_uri() + hash)


def hash_of(page: Page) -> str:
    """Return what the address says behind the page."""
    return str(page.evaluate("location.hash"))


def choose(page: Page, name: str, value: str) -> None:
    """Choose an option of a filter."""
    page.locator("summary", has_text="Filter").click()
    page.locator(f"select[data-narrow={name}]").select_option(value)
    page.keyboard.press("Escape")


def columns(page: Page, how: str) -> list[str]:
    """Return the titles of the columns that are dimmed, or hidden, or plain."""
    test = {"dim": "c.classList.contains('dim')", "hidden": "c.hidden", "plain": "c.className !== 'dim'"}[how]
    return list(
        page.eval_on_selector_all(
            ".map .points th",
            f"all => all.filter(c => {test}).map(c => (c.querySelector('a') || c).textContent)",
        )
    )


def test_a_filter_dims_what_does_not_match_and_counts_the_rest(page: Page, folder: Path) -> None:
    """The touchpoints of a channel stay, the others step back, and the count is announced."""
    open_at(page, folder, SAMPLE)
    choose(page, "channel", "chat")
    found = page.locator("[data-match]")

    assert found.get_attribute("role") == "status"
    assert found.inner_text() == "1 of 10 touchpoints match"
    assert len(columns(page, "dim")) == 9
    assert "Asks in the chat" not in columns(page, "dim")
    assert page.locator("details.card.dim").count() == 8
    assert page.locator("[data-active]").inner_text() == "1"
    assert hash_of(page) == "#channel=chat"

    choose(page, "channel", "")
    assert columns(page, "dim") == []
    assert found.inner_text() == ""
    assert hash_of(page) == ""


def test_what_does_not_match_can_be_hidden(page: Page, folder: Path) -> None:
    """Columns go with all their cells, stages shrink with them, and every header still spans its own."""
    open_at(page, folder, SAMPLE, "#pains=1&only=1")
    shown = page.locator(".map .points th:visible")
    wide = page.eval_on_selector_all(
        ".map tr.lane", "rows => rows.map(r => [...r.cells].filter(c => !c.hidden).length)"
    )
    spans = page.eval_on_selector_all(
        ".map .stages th", "all => all.filter(c => !c.hidden).reduce((sum, c) => sum + c.colSpan, 0)"
    )

    assert shown.count() == 2
    assert set(wide) == {3}
    assert spans == 2
    assert page.eval_on_selector_all(".map .line th", "all => all.map(c => c.colSpan)") == [3] * 4
    assert page.locator("details.card:visible").count() == 2


def test_a_persona_brings_their_own_feelings(page: Page, folder: Path) -> None:
    """Only the feelings of the chosen persona are shown, and the lanes come back with everyone."""
    open_at(page, folder, SAMPLE)
    assert page.locator("tr.feeling:visible").count() == 2
    choose(page, "persona", "gift-buyer")
    assert page.locator("tr.feeling:visible").count() == 1
    choose(page, "persona", "")
    assert page.locator("tr.feeling:visible").count() == 2


def test_a_view_is_an_address(page: Page, folder: Path) -> None:
    """What was chosen is in the address; opened again, and going back and forward, the view is the same."""
    open_at(page, folder, SAMPLE)
    page.locator("summary", has_text="Lanes").click()
    page.locator("input[data-lane=pains]").uncheck()
    page.locator("input[data-lane=support]").uncheck()
    page.keyboard.press("Escape")
    choose(page, "channel", "web")
    page.locator("[data-zoom=out]").click()
    address = hash_of(page)
    assert address == "#channel=web&hide=pains,support&zoom=0.87"

    open_at(page, folder, SAMPLE, address)
    assert not page.locator("tr.pains").is_visible()
    assert not page.locator("input[data-lane=support]").is_checked()
    assert page.locator("select[data-narrow=channel]").input_value() == "web"
    assert page.evaluate("document.querySelector('.map').style.getPropertyValue('--zoom')") == "0.870"

    choose(page, "channel", "")
    assert page.locator("[data-match]").inner_text() == ""
    page.go_back()
    assert page.locator("select[data-narrow=channel]").input_value() == "web"
    page.go_forward()
    assert page.locator("select[data-narrow=channel]").input_value() == ""
    assert not page.locator("tr.pains").is_visible()


def test_an_anchor_and_a_view_do_not_disturb_each_other(page: Page, folder: Path) -> None:
    """A plain anchor stays one; with a view beside it, a followed link keeps the view."""
    open_at(page, folder, SAMPLE, "#checkout")
    assert hash_of(page) == "#checkout"
    page.locator(".map .points a", has_text="Asks in the chat").click()
    assert hash_of(page) == "#chat"
    page.go_back()
    assert hash_of(page) == "#checkout"

    open_at(page, folder, SAMPLE, "#hide=pains")
    page.locator(".map .points a", has_text="Asks in the chat").click()
    assert hash_of(page) == "#tp=chat&hide=pains"
    assert page.locator("#chat").get_attribute("open") is not None
    assert not page.locator("tr.pains").is_visible()
    expect(page.locator("#chat")).to_be_in_viewport()

    open_at(page, folder, SAMPLE, "#tp=checkout/conversion&persona=nobody&stage=99&zoom=x&%ZZ=1&hide=%E0%A4")
    assert page.locator("tr.feeling:visible").count() == 2
    assert page.locator("dialog.show[open]").count() == 0


def test_a_former_id_opens_what_it_became(page: Page, tmp_path: Path) -> None:
    """A link with an alias arrives at the card of today, unfolded and marked."""
    from journeymap.artifacts import write
    from journeymap.compiling import Compilation
    from journeymap.site import build_site
    from tests.site.journey.test_former import JOURNEY
    from tests.site.samples import make_portfolio

    write(build_site(Compilation(make_portfolio()._replace(journeys=(JOURNEY,)), (), {})), tmp_path)
    page.goto((tmp_path / "journeys/j/index.html").as_uri() + "#was-t")

    assert page.locator("#t").get_attribute("open") is not None
    assert "arrived" in str(page.locator("#t").get_attribute("class"))
    page.goto((tmp_path / "journeys/j/index.html").as_uri() + "#was-g")
    expect(page.locator("#g")).to_be_in_viewport()


def test_keys_work_on_the_map_and_can_be_turned_off(page: Page, folder: Path) -> None:
    """Brackets go from stage to stage and say where; a switch turns single keys off, and stays."""
    open_at(page, folder, RICH)
    region = page.locator("[data-map]")
    region.focus()
    page.keyboard.press("]")
    assert page.locator("[data-said]").inner_text() == "Stage 2 of 5: Consideration"
    moved = page.evaluate("document.querySelector('[data-map]').scrollLeft")
    assert moved > 0
    page.keyboard.press("]")
    page.keyboard.press("[")
    assert page.locator("[data-said]").inner_text() == "Stage 2 of 5: Consideration"
    page.keyboard.press("[")
    assert page.evaluate("document.querySelector('[data-map]').scrollLeft") <= 2

    page.keyboard.press("?")
    help = page.locator("dialog.help")
    assert help.is_visible()
    assert violations(page) == []
    page.locator("[data-keys]").uncheck()
    page.keyboard.press("Escape")
    assert not help.is_visible()
    assert page.evaluate("document.activeElement.matches('[data-map]')")
    page.keyboard.press("]")
    assert page.evaluate("document.querySelector('[data-map]').scrollLeft") <= 2
    page.reload()
    page.locator("[data-help]").click()
    assert not page.locator("[data-keys]").is_checked()
    page.locator("[data-done]").click()
    assert not help.is_visible()


def test_keys_elsewhere_are_left_alone(page: Page, folder: Path) -> None:
    """Outside of the map a letter is a letter."""
    open_at(page, folder, SAMPLE)
    page.locator("[data-expand]").focus()
    page.keyboard.press("p")
    assert page.locator("dialog.show").count() == 0


def test_the_presentation_goes_stage_by_stage(page: Page, folder: Path) -> None:
    """Buttons and arrows step, the place is announced, the address follows, and Escape gives focus back."""
    open_at(page, folder, SAMPLE)
    page.locator("[data-map]").focus()
    page.keyboard.press("p")
    show = page.locator("dialog.show")
    place = page.locator(".show-place")

    assert show.is_visible()
    assert place.get_attribute("aria-live") == "polite"
    assert place.inner_text() == "Stage 1 of 5: Awareness"
    assert page.locator(".show-previous").is_disabled()
    assert page.evaluate("document.activeElement.className").endswith("show-next")
    page.keyboard.press("ArrowRight")
    page.locator(".show-next").click()
    assert place.inner_text() == "Stage 3 of 5: Decision"
    assert hash_of(page) == "#stage=3"
    for text in ("Decision", "Pay without surprises.", "Checkout page", "frustrated", "I nearly gave up."):
        expect(page.locator(".slide").get_by_text(text, exact=False).first).to_be_attached()
    assert page.locator(".slide .pain").get_by_text("Delivery cost appears on the last page").count() == 1
    assert page.locator(".slide [id], .slide [headers]").count() == 0
    assert violations(page) == []
    page.keyboard.press("End")
    assert place.inner_text().startswith("Stage 5 of 5")
    assert page.locator(".show-next").is_disabled()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Home")
    assert place.inner_text().startswith("Stage 1 of 5")

    page.evaluate("document.fullscreenElement && document.exitFullscreen()")
    if show.is_visible():
        page.keyboard.press("Escape")
    expect(show).not_to_be_visible()
    assert hash_of(page) == ""
    assert page.evaluate("document.activeElement.matches('[data-map]')")


def test_a_stage_of_the_presentation_has_an_address(page: Page, folder: Path) -> None:
    """An address opens the presentation at its stage; a link in it leads out to its place."""
    open_at(page, folder, SAMPLE, "#stage=3&persona=gift-buyer")
    assert page.locator(".show-place").inner_text() == "Stage 3 of 5: Decision"
    assert page.locator(".slide .moment-curve").count() == page.locator(".slide h3").count()
    page.locator(".slide a", has_text="Delivery cost appears").click()
    assert not page.locator("dialog.show").is_visible()
    assert hash_of(page) == "#tp=late-delivery-cost&persona=gift-buyer"


def test_arrows_turn_where_people_read_from_the_right(page: Page, folder: Path) -> None:
    """In a right-to-left journey the left arrow leads on, and so does the bracket."""
    open_at(page, folder, ARABIC, "#stage=1")
    page.keyboard.press("ArrowLeft")
    assert page.locator(".show-place").inner_text().startswith("Stage 2 of")
    page.keyboard.press("Escape")
    page.locator("[data-map]").focus()
    page.keyboard.press("]")
    page.keyboard.press("]")
    assert page.evaluate("document.querySelector('[data-map]').scrollLeft") < 0


def test_everything_with_an_address_offers_it(browser: Browser, server: str) -> None:
    """A small link stands on everything that has an id: stages, touchpoints, pains, evidence and the rest."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{server}/{SAMPLE}")
    page.wait_for_function(OFFERED)
    offered = set(page.eval_on_selector_all("a.here", "all => all.map(a => a.hash.slice(1))"))
    assert offered >= {
        "decision",
        "checkout",
        "late-delivery-cost",
        "real-advice",
        "show-delivery-cost-early",
        "early-cost",
        "churn-risk",
        "survey-2026-q3",
        "monthly-nps",
        "abandoned",
        "checkout__conversion",
    }
    link = page.locator("#late-delivery-cost a.here")
    assert link.get_attribute("aria-label") == "Link to this place: Delivery cost appears on the last page"
    assert page.evaluate("a => getComputedStyle(a).opacity", link.element_handle()) == "0"
    link.focus()
    assert page.evaluate("a => getComputedStyle(a).opacity", link.element_handle()) == "1"
    link.click()
    expect(page.locator("[data-said]")).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{server}/{SAMPLE}#late-delivery-cost"
    context.close()


def test_both_journeys_are_compared_without_a_script(browser: Browser, folder: Path) -> None:
    """The table, both curves and the way to the other journey are there with JavaScript off."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / FUTURE).as_uri() + "#section_compare")

    assert page.locator("#section_compare svg.both").is_visible()
    row = page.locator(".deltas tr", has_text="Checkout page")
    assert "+3" in row.inner_text()
    assert page.locator(".sides a").get_attribute("href") == "../first-purchase/index.html"
    page.goto((folder / SAMPLE).as_uri())
    page.locator("#section_compare .more a").click()
    assert page.url.endswith("first-purchase-2027/index.html#section_compare")
    context.close()


def test_hidden_stages_are_passed_over(page: Page, folder: Path) -> None:
    """With columns hidden, brackets go to the stages that are left."""
    open_at(page, folder, RICH, "#channel=email&only=1&zoom=2")
    page.locator("[data-map]").focus()
    page.keyboard.press("]")
    said = page.locator("[data-said]").inner_text()
    shown = page.eval_on_selector_all(
        ".map .stages th",
        "all => all.filter(c => !c.hidden).map(c => c.querySelector('a').lastElementChild.textContent)",
    )

    assert said.rpartition(": ")[2] in shown


@pytest.mark.parametrize("state", ["#persona=gift-buyer", "#pains=1&only=1", "#stage=2"])
@pytest.mark.parametrize("look", [("dark", 1440), ("light", 320)])
def test_every_state_is_accessible(browser: Browser, folder: Path, state: str, look: tuple[str, int]) -> None:
    """Axe finds nothing while the map is narrowed and while it is presented, and nothing scrolls sideways."""
    scheme, width = look
    page = browser.new_page(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
        bypass_csp=True,
    )
    page.goto((folder / SAMPLE).as_uri() + state)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
