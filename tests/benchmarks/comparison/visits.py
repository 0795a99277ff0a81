"""What a browser finds on a page: weight, faults, and how much of the journey can be read and heard."""

import gzip
import io
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Response, Route, ViewportSize
from pypdf import PdfReader

from tests.benchmarks.peers import TOOLS

AXE = TOOLS / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
DESK: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 320, "height": 640}
SETTLE = 4_000
"""Milliseconds that every page is given after its last request, to draw what it draws."""

FIND = """title => {
    getSelection().removeAllRanges();
    document.activeElement?.blur();
    return window.find(title, false, false, true);
}"""
SIZE = """titles => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const heights = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!titles.includes(node.data.trim())) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const box = range.getClientRects()[0];
        if (box?.height && box.width > 1) heights.push(box.height);
    }
    return heights.length ? Math.min(...heights) : 0;
}"""
"""The height of the smallest line that is a title, as drawn: a picture that is scaled down has small ones."""
ROLES = {"button", "cell", "columnheader", "gridcell", "heading", "link", "listitem", "row", "rowheader"}
"""Roles by which a screen reader moves from one thing to the next."""
AUDIT = """async values => {
    const result = await axe.run(document, { runOnly: { type: "tag", values }, preload: false });
    return result.violations.map(one => [one.id, one.nodes.length]);
}"""

Phrases = Mapping[str, tuple[str, ...]]


class Load(NamedTuple):
    """What a visit cost and what went wrong: requests, hosts asked besides the own, bytes, messages."""

    requests: int
    raw: int
    packed: int
    hosts: tuple[str, ...]
    errors: tuple[str, ...]


def visit_page(browser: Browser, url: str, phrases: Phrases) -> dict[str, Any]:
    """Return all that one page of a server shows of the journey, and what it costs."""
    with _open(browser, url) as (page, count_load):
        load = count_load()
        dom = page.evaluate("document.querySelectorAll('*').length")
        read = count_found(page.inner_text("body"), phrases)
        heard = count_found(" ".join(name for _, name in _name_nodes(page)), phrases)
        reached = " ".join(name for role, name in _name_nodes(page) if role in ROLES)
        smallest = page.evaluate(SIZE, list(phrases["titles"]))
        found = sum(bool(page.evaluate(FIND, title)) for title in phrases["titles"])
        paper = page.pdf(prefer_css_page_size=True)
        violations = _audit(page)
    with _open(browser, url, viewport=PHONE) as (page, _):
        width = page.evaluate("document.documentElement.scrollWidth")
    with _open(browser, url, java_script_enabled=False) as (page, _):
        plain = count_found(page.inner_text("body"), phrases)
    printed = PdfReader(io.BytesIO(paper)).pages
    return {
        "requests": load.requests,
        "hosts": list(load.hosts),
        "raw_kb": round(load.raw / 1024, 1),
        "gz_kb": round(load.packed / 1024, 1),
        "dom": dom,
        "errors": list(load.errors),
        "axe": dict(violations),
        "width_at_320": width,
        "read": read,
        "heard": heard,
        "reached": count_found(reached, phrases),
        "smallest_title_px": round(smallest, 1),
        "found_titles": found,
        "without_js": plain,
        "print_pages": len(printed),
        "printed": count_found(" ".join(one.extract_text() for one in printed), phrases),
    }


def visit_file(browser: Browser, url: str, phrases: Phrases) -> dict[str, Any]:
    """Return what is left of the page when it is opened from the disk."""
    with _open(browser, url) as (page, count_load):
        return {
            "read": count_found(page.inner_text("body"), phrases),
            "errors": list(count_load().errors),
        }


def picture_page(browser: Browser, url: str, picture: Path) -> None:
    """Write what a desk's window shows, small enough for a page of documentation."""
    with _open(browser, url, device_scale_factor=2 / 3) as (page, _):
        page.screenshot(path=picture, type="jpeg", quality=60)


def count_found(text: str, phrases: Phrases) -> dict[str, int]:
    """Count the phrases of each kind that a text holds, wherever lines break and whatever is upper case."""
    whole = _bare(text)
    return {kind: sum(_bare(phrase) in whole for phrase in each) for kind, each in phrases.items()}


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text).replace("’", "'").casefold()


@contextmanager
def _open(
    browser: Browser, url: str, *, viewport: ViewportSize = DESK, **options: Any
) -> Iterator[tuple[Page, Callable[[], Load]]]:
    """Open a page as its readers do, and let it settle; other hosts are noted and not asked."""
    context: BrowserContext = browser.new_context(viewport=viewport, bypass_csp=True, **options)
    own = urlsplit(url)
    responses: list[Response] = []
    hosts: dict[str, None] = {}
    errors: list[str] = []

    def guard(route: Route) -> None:
        asked = urlsplit(route.request.url)
        if (asked.scheme, asked.netloc) == (own.scheme, own.netloc) or asked.scheme in {"data", "blob"}:
            route.continue_()
        else:
            hosts[asked.netloc] = None
            route.abort()

    context.route("**/*", guard)
    page = context.new_page()
    page.on("response", lambda response: responses.append(response))  # a method of C takes no mark
    page.on("pageerror", lambda error: errors.append(error.message.splitlines()[0]))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.goto(url, wait_until="networkidle", timeout=120_000)
    page.wait_for_timeout(SETTLE)

    def count_load() -> Load:
        bodies = [one.body() for one in responses if urlsplit(one.url).scheme.startswith("http") and one.ok]
        packed = (min(len(body), len(gzip.compress(body, 9, mtime=0))) for body in bodies)
        return Load(len(bodies), sum(map(len, bodies)), sum(packed), tuple(hosts), tuple(errors))

    yield page, count_load
    context.close()


def _audit(page: Page) -> list[tuple[str, int]]:
    page.evaluate(f"{AXE.read_text(encoding='utf-8')}; undefined")
    return [(name, nodes) for name, nodes in page.evaluate(AUDIT, list(TAGS))]


def _name_nodes(page: Page) -> list[tuple[str, str]]:
    """Return role and name of what the accessibility tree holds, in order: what a screen reader has."""
    session = page.context.new_cdp_session(page)
    return [
        (node["role"]["value"], node["name"]["value"])
        for node in session.send("Accessibility.getFullAXTree")["nodes"]
        if not node.get("ignored") and node.get("name", {}).get("value")
    ]
