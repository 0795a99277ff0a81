"""The search in a real browser: driven by the keyboard, from a disk, on a phone, without a script."""

import gzip
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from journeymap.artifacts import write
from journeymap.compiling import Compilation
from journeymap.model import Pain
from journeymap.site import build_site
from journeymap.site.addresses import Atlas
from journeymap.site.searching.entries import list_entries
from journeymap.site.searching.index_file import write_index
from tests.browser.test_accessibility import open_page, violations
from tests.site.samples import make_journey, make_portfolio

JOURNEY = "online-retailer/journeys/first-purchase/index.html"
SEARCH = "online-retailer/search/index.html"
CHANGES = "online-retailer/changes/index.html"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a window of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def results(page: Page) -> Locator:
    """Return the links to what was found."""
    return page.locator("[data-results] a")


def search(page: Page, query: str) -> None:
    """Open the search by its key and type."""
    page.keyboard.press("/")
    page.keyboard.type(query)
    expect(results(page).first).to_be_visible()


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_a_key_opens_the_search_from_a_disk(page: Page, folder: Path, key: str) -> None:
    """From the first letter on there are results, also where pages are files, and no complaints."""
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto((folder / JOURNEY).as_uri())
    page.keyboard.press(key)
    page.keyboard.type("c")

    expect(page.locator("dialog.search")).to_be_visible()
    expect(results(page).first).to_be_visible()
    assert trouble == []


def test_nothing_is_loaded_before_somebody_asks(page: Page, folder: Path) -> None:
    """Neither the script nor the file of entries burdens a page on which nobody searches."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto((folder / JOURNEY).as_uri())
    page.wait_for_load_state("networkidle")
    before = set(asked)
    page.locator("[data-search]").click()
    page.keyboard.type("c")
    expect(results(page).first).to_be_visible()

    assert not {"search.js", "search-index.js"} & before
    assert {"search.js", "search-index.js"} <= set(asked)


def test_the_keyboard_does_it_all(page: Page, folder: Path) -> None:
    """Arrows go through the results and back to the field, Escape returns to where one was, Enter opens."""
    page.goto((folder / JOURNEY).as_uri())
    page.locator(".brand").focus()
    search(page, "delivery")

    page.keyboard.press("ArrowDown")
    expect(results(page).nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("[data-search-panel] input")).to_be_focused()

    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).to_be_hidden()
    expect(page.locator(".brand")).to_be_focused()

    search(page, "delivery of")
    page.keyboard.press("Enter")
    page.wait_for_url("**/journeys/delivery/index.html")


def test_a_result_says_what_and_where_it_is(page: Page, folder: Path) -> None:
    """Each has its kind, the way down to it, and what was asked for marked; it leads to its place."""
    page.goto((folder / JOURNEY).as_uri())
    search(page, "delivery cost app")
    first = results(page).first

    expect(first.locator(".hit-kind")).to_have_text("Pain")
    expect(first.locator(".hit-where")).to_contain_text("Checkout page")
    assert first.locator("mark").all_inner_texts() == ["Delivery", "cost", "app"]
    assert str(first.get_attribute("href")).startswith("../../journeys/first-purchase/index.html#")
    first.click()
    expect(page.locator("dialog.search")).to_be_hidden()
    assert page.url.rpartition("#")[2]


def test_kinds_filter_and_counts_are_told(page: Page, folder: Path) -> None:
    """A kind is switched on and off; the number of results is in a place that is read aloud."""
    page.goto((folder / JOURNEY).as_uri())
    search(page, "check")
    status = page.locator("[data-search-panel] [role=status]")
    everything = status.inner_text()
    button = page.locator("[data-kind=touchpoint]")
    count = button.locator("b").inner_text()

    button.click()
    expect(status).to_have_text(f"Results: {count}")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert set(page.locator(".hit-kind").all_inner_texts()) == {"Touchpoint"}
    button.click()
    expect(status).to_have_text(everything)
    page.locator("[data-search-panel] input").fill("zzzz")
    expect(status).to_contain_text("Nothing found")


def test_the_single_key_can_be_switched_off(page: Page, folder: Path) -> None:
    """Who switched single keys off types a slash and nothing opens; with Control it still does."""
    page.goto((folder / JOURNEY).as_uri())
    page.evaluate("localStorage.setItem('journeymap-keys', 'off')")
    page.keyboard.press("/")
    expect(page.locator("dialog.search")).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(page.locator("dialog.search")).to_be_visible()


def test_a_slash_in_a_field_is_a_slash(page: Page, folder: Path) -> None:
    """Where somebody types, the key types."""
    page.goto((folder / SEARCH).as_uri())
    field = page.locator("[data-search-panel] input")
    field.focus()
    page.keyboard.type("a/b")

    expect(field).to_have_value("a/b")


@pytest.mark.parametrize("address", ["?q=checkout&kind=kpi", "#q=checkout&kind=kpi"])
def test_a_search_is_an_address(page: Page, server: str, address: str) -> None:
    """The page of its own searches for what its address says, and writes into it what is typed."""
    page.goto(f"{server}/{SEARCH}{address}")

    expect(results(page).first).to_be_visible()
    assert set(page.locator(".hit-kind").all_inner_texts()) == {"KPI"}
    expect(page.locator("[data-search-panel] input")).to_have_value("checkout")
    page.locator("[data-kind=kpi]").click()
    page.locator("[data-search-panel] input").fill("größe & co")
    page.wait_for_function("location.hash === '#q=gr%C3%B6%C3%9Fe+%26+co'")


def test_the_dialog_hands_over_to_the_page(page: Page, server: str) -> None:
    """The link below the results opens the same search on a page of its own."""
    page.goto(f"{server}/{JOURNEY}")
    search(page, "refund")
    page.locator("[data-page]").click()

    page.wait_for_url(f"{server}/{SEARCH}#q=refund")
    expect(results(page).first).to_be_visible()


def test_without_the_script_the_search_is_a_list_of_lists(browser: Browser, folder: Path) -> None:
    """The link in the head leads to a page that says why it cannot search, and where everything is."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / JOURNEY).as_uri())
    page.locator("[data-search]").click()

    expect(page.get_by_text("Searching needs JavaScript")).to_be_visible()
    expect(page.locator("[data-search-panel]")).to_be_hidden()
    page.locator(".lists-of-all a").nth(1).click()
    expect(page.locator("h1")).to_be_visible()
    context.close()


def test_hostile_titles_are_only_text(page: Page, tmp_path: Path) -> None:
    """What looks like markup is shown as it was written, marked and unmarked, and nothing of it runs."""
    journey = make_journey()
    stage = journey.stages[0]
    evil = "<img src=x onerror=\"document.title='pwned'\"> </script><script>document.title='pwned'</script>"
    moment = stage.touchpoints[0]._replace(title=evil, pains=(Pain(f"<b>{evil}"),))
    journey = journey._replace(stages=(stage._replace(touchpoints=(moment,)),), title=evil)
    portfolio = make_portfolio()._replace(journeys=(journey,), personas={})
    write(build_site(Compilation(portfolio, (), {})), tmp_path)
    page.goto((tmp_path / "journeys/first-purchase/index.html").as_uri())
    search(page, "onerror img script b")

    assert evil in results(page).first.inner_text()
    assert page.locator("[data-results] img, [data-results] script, [data-results] b").count() == 0
    assert "pwned" not in page.title().replace(evil, "")


def test_the_search_reads_from_right_to_left_and_fits_a_phone(browser: Browser, folder: Path) -> None:
    """On 320 pixels nothing is wider than the screen, in Arabic as well."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    for path in (JOURNEY, SEARCH, "arabic/journeys/arabic/index.html"):
        page.goto((folder / path).as_uri())
        search(page, "الأول" if path.startswith("arabic") else "delivery")
        assert page.evaluate("document.documentElement.scrollWidth") == 320, path
        assert page.evaluate(
            "[...document.querySelectorAll('.hit')].every(a => a.scrollWidth <= a.clientWidth + 1)"
        )
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_search_and_the_changes_are_accessible(browser: Browser, folder: Path, scheme: str) -> None:
    """Axe finds no violation with the search open, on its page and on that of the changes, wide or narrow."""
    for path, width in ((JOURNEY, 1280), (JOURNEY, 320), (SEARCH, 1280), (CHANGES, 1280), (CHANGES, 320)):
        page = open_page(browser, folder / path, scheme, width)
        if path != CHANGES:
            search(page, "delivery")
            page.locator("[data-kind=pain]").click()
        assert violations(page) == [], (path, width)
        page.close()


def test_500_journeys_answer_each_key_at_once(page: Page, tmp_path: Path) -> None:
    """With 500 journeys of 20 touchpoints a key is answered within 50 ms, whatever it is.

    The best of many runs is what it takes; all others are what else this machine does.
    """
    write(build_site(Compilation(make_portfolio(), (), {})), tmp_path)
    index = write_many(500)
    assert len(gzip.compress(index.encode(), 9)) <= 500 * 2_000
    (tmp_path / "assets/search-index.js").write_text(index, encoding="utf-8")
    page.goto((tmp_path / "journeys/first-purchase/index.html").as_uri())
    search(page, "c")

    measure = """queries => queries.map(query => {
      const field = document.querySelector('[data-search-panel] input');
      const times = Array.from({ length: 25 }, () => {
        field.value = query;
        const start = performance.now();
        field.dispatchEvent(new Event('input'));
        document.body.offsetHeight;
        return performance.now() - start;
      });
      return [query, Math.min(...times)];
    })"""
    queries = ["c", "ch", "checkout", "chekcout", "pa re de", "delivery 42", "zzzzzz", "e", "the"]
    slow = [pair for pair in page.evaluate(measure, queries) if pair[1] >= 50]

    assert slow == []


def write_many(count: int) -> str:
    """Return the file of entries of many journeys, their words drawn from a few hundred."""
    words = [
        f"{start}{end}"
        for start in ("check", "pay", "deliv", "ret", "re", "de", "sup", "wid", "in", "off", "ba", "con")
        for end in (
            "out",
            "ment",
            "ery",
            "urn",
            "view",
            "lay",
            "port",
            "th",
            "voice",
            "er",
            "sket",
            "tact",
            "ing",
        )
    ]

    def vary(text: str, seed: int) -> str:
        return " ".join(
            words[(seed * 31 + n * n * 7 + len(word)) % len(words)] for n, word in enumerate(text.split())
        )

    journey = make_journey()
    stages = tuple(
        stage._replace(
            touchpoints=tuple(
                touchpoint._replace(id=f"{touchpoint.id}-{n}")
                for n in range(3)
                for touchpoint in stage.touchpoints
            )[:5]
        )
        for stage in journey.stages
    )
    rich = journey._replace(stages=stages)
    portfolio = make_portfolio()._replace(journeys=(rich,), personas={})
    entries = list_entries(portfolio, Atlas({"journey": frozenset({rich.id})}))
    many = [
        entry._replace(
            title=f"{vary(entry.title, journey_number * 97 + number)} {journey_number}",
            text=vary(entry.text, journey_number + number),
            parent=entry.parent + journey_number * len(entries) if entry.parent >= 0 else -1,
        )
        for journey_number in range(count)
        for number, entry in enumerate(entries)
    ]
    assert json.dumps(many[-1])
    return write_index(many)


def test_500_journeys_hold_nobody_up(page: Page, tmp_path: Path) -> None:
    """While the index of 500 journeys grows the page goes on: what is typed meanwhile is found in the end."""
    write(build_site(Compilation(make_portfolio(), (), {})), tmp_path)
    (tmp_path / "assets/search-index.js").write_text(write_many(500), encoding="utf-8")
    page.goto((tmp_path / "journeys/first-purchase/index.html").as_uri())
    page.evaluate("""() => {
      const panel = document.querySelector('[data-search-panel]');
      window.turns = [];
      (function turn() {
        if (panel.classList.contains('waiting')) window.turns.push(performance.now());
        setTimeout(turn, 0);
      })();
    }""")
    page.keyboard.press("/")
    page.keyboard.type("checkout")
    expect(results(page).first).to_be_visible()

    assert page.input_value("[data-search-panel] input") == "checkout"
    turns = page.evaluate("window.turns")
    waits = [later - earlier for earlier, later in pairwise(turns)]
    assert max(waits) <= sum(waits) / 2
