"""The front page and the overviews in a browser: found again, told by the clock, readable in every look."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

FRONT = "sample/index.html"
ROWS = "#portfolio_ tbody tr:not([hidden])"
CARDS = ".journeys > li:not([hidden])"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a window of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_journeys_can_be_found(page: Page, folder: Path) -> None:
    """Words and choices narrow rows and cards alike, the count is announced, and nothing found is said."""
    page.goto((folder / FRONT).as_uri())
    told = page.locator("#found_")
    assert (page.locator(ROWS).count(), page.locator(CARDS).count()) == (3, 3)
    assert told.inner_text() == ""

    page.locator("#find_").fill("FIRST surprises")
    assert (page.locator(ROWS).count(), page.locator(CARDS).count()) == (1, 1)
    assert told.inner_text() == "1 of 3"
    page.locator("#find_").fill("")
    page.locator("#state_").select_option("current")
    assert (page.locator(ROWS).count(), page.locator(CARDS).count()) == (2, 2)
    page.locator("#find_").fill("zebra")
    assert (page.locator(ROWS).count(), page.locator(CARDS).count()) == (0, 0)
    assert page.locator("#empty_").is_visible()
    assert told.inner_text() == "No journey matches."

    page.locator("#clear_").click()
    assert page.locator(ROWS).count() == 3
    assert not page.locator("#clear_").is_visible()
    assert page.evaluate("document.activeElement.id") == "find_"


def test_what_was_chosen_stays_in_the_address(page: Page, folder: Path) -> None:
    """The address of a narrowed list leads back to it, from anywhere; cleared it is as before."""
    page.goto((folder / FRONT).as_uri())
    page.locator("#persona_").select_option("gift-buyer")
    page.locator("#find_").fill("100 % first & last")
    address = page.evaluate("location.href")
    assert address.endswith("#find=100%20%25%20first%20%26%20last&persona=gift-buyer")

    page.goto("about:blank")
    page.goto(address)
    assert page.locator("#find_").input_value() == "100 % first & last"
    assert page.locator("#persona_").input_value() == "gift-buyer"
    page.locator("#clear_").click()
    assert page.evaluate("location.href") == (folder / FRONT).as_uri()


@pytest.mark.parametrize(
    "hash", ["#state=nowhere", "#%E0%A4%A=1&find=%E0", "#__proto__=x&find", "#section_tree", "#="]
)
def test_a_strange_address_shows_all(page: Page, folder: Path, hash: str) -> None:
    """What nobody could have chosen narrows nothing, and nothing fails."""
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto((folder / FRONT).as_uri() + hash)

    assert page.locator(ROWS).count() == 3
    assert trouble == []


def test_without_a_script_every_journey_is_there(browser: Browser, folder: Path) -> None:
    """No row is hidden, no filter pretends to work, and nothing claims to be overdue."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / FRONT).as_uri())

    assert page.locator(ROWS).count() == 3
    assert not page.locator("#find_").is_visible()
    assert page.locator(".stale:visible").count() == 0
    context.close()


def test_the_readers_clock_knows_what_is_overdue(page: Page, folder: Path) -> None:
    """A day that has passed is flagged on the front page and in the overviews; today is not too late."""
    for today, flagged in (("2026-12-31T12:00:00", False), ("2027-01-01T12:00:00", True)):
        page.clock.set_fixed_time(today)
        page.goto((folder / "sample/kpis/index.html").as_uri())
        assert page.locator("td:has(time[datetime='2026-12-31']) .stale").first.is_visible() is flagged
        page.goto((folder / FRONT).as_uri())
        assert (
            page.locator(".glance li:has(time[datetime='2026-12-31']) .stale").first.is_visible() is flagged
        )


def test_the_backlog_can_be_sorted_and_searched(page: Page, folder: Path) -> None:
    """By effort the largest first, unknown ones last; words narrow it."""
    page.goto((folder / "online-retailer/opportunities/index.html").as_uri())
    page.get_by_role("button", name="Effort").click()
    efforts = page.locator("#list_backlog tbody td:nth-child(7)").evaluate_all(
        "all => all.map(each => each.dataset.sort)"
    )
    assert efforts == sorted(efforts, key=float, reverse=True)
    page.locator("#find_backlog").fill("label")
    assert page.locator("#list_backlog tbody tr:not([hidden])").count() == 1


def test_the_grid_fits_on_a_laptop(page: Page, folder: Path) -> None:
    """At 1280 pixels nobody has to move it sideways to see the last column."""
    page.goto((folder / "online-retailer/index.html").as_uri())
    sizes = page.locator(".scroll:has(#portfolio_)").evaluate("box => [box.scrollWidth, box.clientWidth]")

    assert sizes[0] == sizes[1]
