"""A browser walks the whole site wherever it stands: every page opens, links arrive, nothing complains."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
from playwright.sync_api import Browser, BrowserContext

from journeymap.artifacts import write
from journeymap.site import build_lone_pages, build_site
from journeymap.workspace import compile_workspaces, find_workspaces
from tests.conftest import ROOT

LINKS = """() => ({
  links: [...document.querySelectorAll("a[href], area[href]")].map((each) => each.href.toString()),
  ids: [...document.querySelectorAll("[id]")].map((each) => each.id),
  fitting: document.documentElement.lang !== "" && document.title !== "",
})"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the example's site at a root and below a path of it, and its journeys as single files."""
    root = tmp_path_factory.mktemp("places")
    where = str(ROOT / "examples" / "online-retailer")
    (compilation,) = compile_workspaces(find_workspaces([where], str(root)))
    write(build_site(compilation), root)
    shutil.copytree(root, root / "a" / "b")
    write(build_lone_pages(compilation, compilation.portfolio.journeys), root / "alone")
    return root


@pytest.fixture(scope="module")
def address(root: Path) -> Iterator[str]:
    """Serve all of it on this machine."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    handler = functools.partial(Quiet, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class Walk:
    """A walk from one page over all that it leads to, below one address."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.base = base
        self.faults: list[str] = []
        self.pages: dict[str, dict[str, Any]] = {}
        self.files: set[str] = set()
        self._wanted: dict[str, set[str]] = {}
        self._page = context.new_page()
        self._page.on("console", lambda message: self._note(message.type, message.text))
        self._page.on("pageerror", lambda error: self._note("error", str(error)))
        self._page.on("requestfailed", lambda request: self._note_failure(request.url, request.failure or ""))
        self._page.on("response", lambda answer: self._note_answer(answer.url, answer.status))
        self._page.on("request", lambda request: self._note_request(request.url))

    def go(self) -> "Walk":
        """Open every page that the front page leads to, directly or not, and check all anchors."""
        left = [f"{self.base}index.html"]
        while left:
            where = left.pop()
            if where in self.pages:
                continue
            self._page.goto(where)
            self.pages[where] = self._page.evaluate(LINKS)
            for link in self.pages[where]["links"]:
                target, anchor = urldefrag(link)
                if not target.startswith(self.base):
                    self._check_foreign(where, target)
                elif target.endswith(".html"):
                    left.append(target)
                    self._wanted.setdefault(target, set()).update({unquote(anchor)} - {""})
                else:
                    self.files.add(target)
        for target, anchors in self._wanted.items():
            missing = anchors - set(self.pages[target]["ids"])
            self.faults += [f"{target} has no #{anchor}" for anchor in sorted(missing)]
        return self

    def _check_foreign(self, where: str, target: str) -> None:
        if not target.startswith(("https://", "http://", "mailto:")) or "127.0.0.1" in target:
            self.faults.append(f"{where}: {target} is outside")

    def _note_request(self, url: str) -> None:
        if not url.startswith((self.base, "data:")):
            self.faults.append(f"{self._page.url} asks for {url}")

    def _note(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.faults.append(f"{self._page.url}: {text}")

    def _note_failure(self, url: str, why: str) -> None:
        """Note what could not be loaded; what was still on its way when the walk went on is no fault."""
        if "ERR_ABORTED" not in why:
            self.faults.append(f"{self._page.url}: {url} {why}")

    def _note_answer(self, url: str, status: int) -> None:
        if status >= 400:
            self.faults.append(f"{url} answers {status}")


def check(walk: Walk, root: Path) -> None:
    """Assert that a walk met no fault, saw the whole site, and that all files it was led to are there."""
    assert walk.faults == []
    assert len(walk.pages) > 60
    assert all(page["fitting"] for page in walk.pages.values())
    assert [
        file for file in sorted(walk.files) if not (root / unquote(file[len(walk.base) :])).is_file()
    ] == []


@pytest.mark.parametrize("path", ["", "a/b/"])
def test_the_site_is_whole_under_every_path(browser: Browser, address: str, root: Path, path: str) -> None:
    """Served at a root and below a path, every link, anchor and file arrives, and the console stays empty."""
    with browser.new_context() as context:
        check(Walk(context, address + path).go(), root / path)


def test_the_site_is_whole_on_a_disk(browser: Browser, root: Path) -> None:
    """Opened from a folder without a server, every link, anchor and file arrives, too."""
    with browser.new_context() as context:
        check(Walk(context, f"{(root / 'a' / 'b').as_uri()}/").go(), root / "a" / "b")


def test_old_addresses_lead_on(browser: Browser, address: str, root: Path) -> None:
    """A former id leads to the new page, with its anchor; without scripts it leads there as well."""
    for base in (f"{address}a/b/", f"{root.as_uri()}/"):
        with browser.new_context() as context:
            page = context.new_page()
            page.goto(f"{base}journeys/purchase/index.html#checkout")
            page.wait_for_url(f"{base}journeys/first-purchase/index.html#checkout")
        with browser.new_context(java_script_enabled=False) as context:
            page = context.new_page()
            page.goto(f"{base}journeys/purchase/index.html")
            page.wait_for_url(f"{base}journeys/first-purchase/index.html")


def test_single_files_open_alone(browser: Browser, root: Path) -> None:
    """A page that was sent around asks for nothing, complains of nothing, and looks as it should."""
    with browser.new_context() as context:
        page = context.new_page()
        faults: list[str] = []
        asked: list[str] = []
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        paths = sorted((root / "alone").glob("*.html"))
        for path in paths:
            page.goto(path.as_uri())
            assert (
                page.evaluate("getComputedStyle(document.querySelector('.bar')).borderBottomWidth") == "1px"
            )
        assert faults == []
        assert [url for url in asked if not url.startswith("data:")] == [path.as_uri() for path in paths]
