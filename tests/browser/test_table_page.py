"""The page of tables is for everybody: valid, accessible in every look, and it asks nobody for anything."""

import json
import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from journeymap.rendering import FORMS, Request
from tests.browser.test_accessibility import RULES
from tests.rendering.samples import SAMPLES

NAMES = ("retailer", "arabic", "japanese", "tiny")
LOOKS = [("light", 1280), ("dark", 1280), ("light", 320)]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the pages of some samples."""
    folder = tmp_path_factory.mktemp("tables")
    for name in NAMES:
        sample = SAMPLES[name]()
        content = FORMS["table"]["html"](Request(sample.portfolio, sample.journey)).content
        (folder / f"{name}.html").write_bytes(content)
    return folder


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_accessible(browser: Browser, pages: Path, name: str, scheme: str, width: int) -> None:
    """Axe finds nothing, nothing but tables scrolls sideways, and the policy refuses nothing."""
    trouble: list[str] = []
    page = browser.new_page(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page.on("console", lambda message: trouble.append(message.text))
    page.goto((pages / f"{name}.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()

    page = browser.new_page(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    page.goto((pages / f"{name}.html").as_uri())
    found = Axe().run(page, options=RULES).response["violations"]
    page.close()

    assert [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]] == []
    assert trouble == []


def test_the_pages_are_valid_html(pages: Path, checker: list[str]) -> None:
    """The Nu HTML Checker has no error to report."""
    command = [*checker, "--format", "json", "--exit-zero-always", "--skip-non-html", str(pages)]
    checked = subprocess.run(command, capture_output=True, timeout=300, check=False)
    messages = json.loads(checked.stderr)["messages"]

    assert [message["message"] for message in messages if message["type"] == "error"] == []
