"""The live page in a real browser: it reloads, keeps what the reader was doing, and says what is wrong."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from tests.conftest import ROOT
from tests.serving.test_incremental import FILES


class Live(NamedTuple):
    """A workspace that is served by the program itself, and where."""

    folder: Path
    url: str
    process: "subprocess.Popen[str]"

    def edit(self, name: str, old: str, new: str) -> None:
        """Change a file as an editor does."""
        file = self.folder / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        other = file.with_name("saving~")
        other.write_text(text.replace(old, new), encoding="utf-8")
        other.replace(file)


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    """Serve a small workspace with a long journey until the test is over."""
    for name, texts in FILES.items():
        if texts[0] is not None:
            (tmp_path / name).write_text(texts[0], encoding="utf-8")
    process = start(tmp_path, "--port", "0")
    assert process.stderr
    url = process.stderr.readline().split()[1]
    assert process.stderr.readline().startswith("built ")
    yield Live(tmp_path, url, process)
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)


def start(folder: Path, *options: str) -> "subprocess.Popen[str]":
    """Start the program in a folder."""
    return subprocess.Popen(
        [sys.executable, "-m", "journeymap", "serve", *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page that must not complain of anything."""
    context = browser.new_context(viewport={"width": 1000, "height": 500})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    assert [fault for fault in faults if not any(word in fault for word in ("404", "503", "ERR_"))] == []


def test_a_page_shows_what_was_written_and_keeps_where_the_reader_was(live: Live, page: Page) -> None:
    """Scroll of page and map, open details, the focus and the hash are what they were."""
    page.goto(f"{live.url}journeys/first/#pays")
    expect(page.locator("h1")).to_have_text("First")
    page.evaluate(
        """() => {
            document.querySelectorAll("details.card").forEach(card => { card.open = true; });
            document.querySelector("[data-map] table").style.minInlineSize = "3000px";
            document.querySelector("[data-theme-switch]").focus({ preventScroll: true });
            scrollTo({ top: 400, behavior: "instant" });
        }"""
    )
    where = "() => [scrollY, location.hash, document.querySelectorAll('details.card[open]').length]"
    before = page.evaluate(where)
    live.edit("first.journey.yaml", "text: Slow", "text: Quick")
    expect(page.get_by_text("Quick").first).to_be_attached(timeout=15_000)
    page.wait_for_load_state()
    page.wait_for_timeout(300)
    assert before[0] > 100
    assert page.evaluate(where) == before
    assert page.evaluate("() => document.activeElement.hasAttribute('data-theme-switch')")


def test_a_page_that_did_not_change_is_left_alone(live: Live, page: Page) -> None:
    """An edit elsewhere reloads the pages that show it, and no other."""
    page.goto(f"{live.url}teams/care/")
    page.evaluate("() => { window.untouched = true; }")
    other = page.context.new_page()
    other.goto(f"{live.url}journeys/first/")
    live.edit("first.journey.yaml", "text: Slow", "text: Quick")
    expect(other.get_by_text("Quick").first).to_be_attached(timeout=15_000)
    page.wait_for_timeout(500)
    assert page.evaluate("() => window.untouched")
    other.close()


def test_errors_are_laid_over_the_last_good_page_until_they_are_mended(live: Live, page: Page) -> None:
    """The panel names the place and shows the line; it takes no focus, and is gone when all is well."""
    page.goto(f"{live.url}journeys/first/")
    page.locator("[data-theme-switch]").focus()
    live.edit("first.journey.yaml", "title: First", "title: [<img src=x onerror=alert(1)>")
    panel = page.locator(".live-box.error")
    expect(panel).to_be_visible(timeout=15_000)
    expect(panel).to_have_attribute("open", "")
    expect(panel).to_contain_text("first.journey.yaml:4:8")
    expect(panel.locator("pre")).to_contain_text("title: [<img src=x onerror=alert(1)>")
    expect(page.locator("h1")).to_have_text("First")
    expect(page.locator(".live [role=status]").first).to_contain_text("1 error")
    assert page.evaluate("() => document.activeElement.hasAttribute('data-theme-switch')")
    assert page.locator(".live-box img").count() == 0
    assert found_by_axe(page) == []
    live.edit("first.journey.yaml", "title: [<img src=x onerror=alert(1)>", "title: Mended")
    expect(page.locator("h1")).to_have_text("Mended", timeout=15_000)
    expect(page.locator(".live-box.error")).to_have_count(0)


def test_a_page_notices_the_end_of_the_server_and_its_return(live: Live, page: Page) -> None:
    """A quiet note says that the server has ended; when one is back the note goes and the page is anew."""
    page.goto(f"{live.url}journeys/first/")
    note = page.locator(".live-lost")
    expect(note).to_be_hidden()
    live.process.send_signal(signal.SIGINT)
    live.process.communicate(timeout=20)
    expect(note).to_be_visible(timeout=15_000)
    text = (live.folder / "first.journey.yaml").read_text(encoding="utf-8")
    (live.folder / "first.journey.yaml").write_text(
        text.replace("title: First", "title: Back"), encoding="utf-8"
    )
    again = start(live.folder, "--port", live.url.rstrip("/").rpartition(":")[2])
    try:
        expect(page.locator("h1")).to_have_text("Back", timeout=30_000)
        expect(page.locator(".live-lost")).to_be_hidden()
    finally:
        again.send_signal(signal.SIGINT)
        again.communicate(timeout=20)


def test_a_page_begins_anew_where_another_program_answered(live: Live, page: Page) -> None:
    """A browser gives up on an answer that is no stream of events; the page asks again after a while."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) == 1:
            route.fulfill(status=404, body="no such thing")
        else:
            route.continue_()

    page.route("**/_serve/events*", answer)
    page.goto(f"{live.url}journeys/first/")
    expect(page.locator(".live-lost")).to_be_visible(timeout=15_000)
    expect(page.locator(".live-lost")).to_be_hidden(timeout=15_000)
    assert len(asked) > 1


def test_a_panel_that_was_put_away_by_keyboard_stays_away(live: Live, page: Page) -> None:
    """Enter on its head closes it; on another page of the site the same errors stay closed."""
    live.edit("first.journey.yaml", "title: First", "title: [")
    page.goto(f"{live.url}journeys/first/")
    panel = page.locator(".live-box.error")
    expect(panel).to_have_attribute("open", "", timeout=15_000)
    panel.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(panel).not_to_have_attribute("open", "")
    page.goto(live.url)
    expect(page.locator(".live-box.error")).to_be_visible()
    expect(page.locator(".live-box.error")).not_to_have_attribute("open", "")


def test_warnings_are_a_small_badge(live: Live, page: Page) -> None:
    """What the method finds is counted in a closed badge, and listed when it is opened."""
    live.edit("first.journey.yaml", "title: First", "status: review\ntitle: First")
    page.goto(f"{live.url}journeys/first/")
    badge = page.locator(".live-box.warning")
    expect(badge).to_be_visible(timeout=15_000)
    expect(badge).not_to_have_attribute("open", "")
    badge.locator("summary").click()
    expect(badge.locator("li").first).to_be_visible()


def test_a_page_that_was_deleted_comes_back_by_itself(live: Live, page: Page) -> None:
    """A reader on the page of a file that goes and returns sees both."""
    text = (live.folder / "second.journey.yaml").read_text(encoding="utf-8")
    page.goto(f"{live.url}journeys/second/")
    expect(page.locator("h1")).to_have_text("Second")
    (live.folder / "second.journey.yaml").unlink()
    expect(page.locator("h1")).not_to_have_text("Second", timeout=15_000)
    (live.folder / "second.journey.yaml").write_text(text, encoding="utf-8")
    expect(page.locator("h1")).to_have_text("Second", timeout=15_000)


def test_settings_count_like_any_other_file(live: Live, page: Page) -> None:
    """Another title of the workspace is on every page."""
    page.goto(live.url)
    live.edit("journeymap.yaml", "title: Shop", "title: Another shop")
    expect(page.locator("h1")).to_have_text("Another shop", timeout=15_000)


def test_an_edit_reaches_the_browser_before_anybody_waits(live: Live, page: Page) -> None:
    """From saving a file to the event in the browser; the bound is generous for a busy machine."""
    page.goto(f"{live.url}journeys/first/")
    page.wait_for_timeout(1500)
    times = []
    for _ in range(5):
        with page.expect_navigation(wait_until="commit"):
            began = time.perf_counter()
            live.edit("first.journey.yaml", "text: Slow", "text: Slow!")
        times.append(time.perf_counter() - began)
        page.wait_for_timeout(1000)
    assert min(times) < 1.0, times


def test_interrupting_ends_at_once_without_a_trace(tmp_path: Path) -> None:
    """Ctrl-C ends with the exit code of an interrupted run, and says where the site was."""
    (tmp_path / "journeymap.yaml").write_text(FILES["journeymap.yaml"][0] or "", encoding="utf-8")
    process = start(tmp_path, "--port", "0")
    assert process.stderr
    first = process.stderr.readline()
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    _, rest = process.communicate(timeout=20)
    assert first.startswith("serving http://127.0.0.1:")
    assert process.returncode == 130
    assert "Traceback" not in rest
    assert time.monotonic() - began < 5


def found_by_axe(page: Page) -> list[str]:
    """Return the rules of axe that the page breaks within what we lay over it."""
    results = Axe().run(page, context=".live", options={"resultTypes": ["violations"]})
    return [each["id"] for each in results.response["violations"]]
