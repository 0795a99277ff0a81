"""A map in a frame of somebody else's page: light, complete, accessible, in the frame's own size."""

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

BUDGET = 40_000
JOURNEY = "online-retailer/journeys/first-purchase"
HOST = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Theirs</title></head>
<body><main><h1>Theirs</h1>
<iframe src="{page}" title="Journey map" width="{width}" height="600"></iframe></main></body></html>
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1100])
def test_the_frame_is_accessible_and_quiet(
    browser: Browser, server: str, folder: Path, width: int, scheme: Literal["light", "dark"]
) -> None:
    """Inside of a frame nothing is logged, axe finds nothing, and only the map itself scrolls."""
    host = folder / f"host-{width}.html"
    host.write_text(HOST.format(page=f"{JOURNEY}/embed.html", width=width), encoding="utf-8")
    page = browser.new_page(viewport={"width": width + 60, "height": 800}, color_scheme=scheme)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type != "log" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{server}/{host.name}")
    page.wait_for_load_state("networkidle")
    assert [words for words in said if "favicon" not in words and "404" not in words] == []
    found = Axe().run(page)
    nodes = [(each["id"], each["nodes"][0]["html"]) for each in found.response["violations"]]
    assert nodes == []
    frame = page.frames[1]
    assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert frame.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert frame.evaluate("document.querySelector('[data-map]').scrollWidth > innerWidth")
    page.close()


def test_the_frame_weighs_little(browser: Browser, server: str) -> None:
    """All that a frame loads is within 40 KB, and comes from the same place."""
    page = browser.new_page()
    sizes: dict[str, int] = {}

    def note(address: str, size: int) -> None:
        sizes[address] = size

    page.on("requestfinished", lambda request: note(request.url, request.sizes()["responseBodySize"]))
    page.goto(f"{server}/{JOURNEY}/embed.html")
    page.wait_for_load_state("networkidle")
    assert len(sizes) <= 6, sizes
    assert all(address.startswith(server) for address in sizes)
    assert 0 < sum(sizes.values()) <= BUDGET, sizes
    page.close()


def test_a_link_of_the_frame_opens_the_journey_in_a_window(browser: Browser, server: str) -> None:
    """The page around stays where it is; the whole journey opens at the place that was asked for."""
    page = browser.new_page()
    page.goto(f"{server}/{JOURNEY}/embed.html")
    with page.expect_popup() as opened:
        page.locator("table.map thead a").nth(5).click()
    opened.value.wait_for_load_state()
    assert f"/{JOURNEY}/index.html#" in opened.value.url
    assert page.url.endswith("embed.html")
    page.close()


def test_a_frame_works_without_scripts_and_from_a_disk(browser: Browser, folder: Path) -> None:
    """The map, its title and its legend are there."""
    page = browser.new_page(java_script_enabled=False)
    page.goto((folder / JOURNEY / "embed.html").as_uri())
    for selector in ("h1", "table.map", ".frame-foot", ".frame-head .tool"):
        assert page.locator(selector).first.is_visible(), selector
    page.close()
