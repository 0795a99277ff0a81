"""No text of a journey ever runs: proven in a browser, under the site's policy and without any at all."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from journeymap.artifacts import write
from journeymap.compiling import Compilation
from journeymap.model import Evidence, Journey, Link, Portfolio, System
from journeymap.site import build_lone_pages, build_site
from tests.rendering.hostile_strings import HOSTILE_STRINGS
from tests.rendering.rewriting import rewrite
from tests.rendering.samples import SAMPLES, Sample

RUN = "window.__hit=1;alert(1)"
VECTORS = (
    f"<script>{RUN}</script>",
    f'"><script>{RUN}</script>',
    f"'><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</template></noscript></textarea><script>{RUN}</script>",
    f"--><script>{RUN}</script><!--",
    f"]]><script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f'"><img src=x onerror="{RUN}">',
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}>",
    f"<body onload={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>',
    f"<iframe src=javascript:parent.{RUN}>",
    f"<object data=javascript:{RUN}>",
    f'<a href="javascript:{RUN}">x</a>',
    f"[x](javascript:{RUN})",
    f"[x](JaVaScRiPt:{RUN})",
    f"[x](java\tscript:{RUN})",
    f"[x](data:text/html,<script>{RUN}</script>)",
    f'![x](x" onerror="{RUN})',
    f"<javascript:{RUN}>",
    f'" onmouseover="{RUN}" x="',
    f"' onfocus='{RUN}' autofocus tabindex='0",
    f'" style="animation-name:x" onanimationstart="{RUN}',
    f"`${{{RUN}}}`",
    f"{{{{constructor.constructor('{RUN}')()}}}}",
    f"';{RUN};//",
    f'";{RUN};//',
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f"\u2028{RUN}\u2029",
    f"%3Cscript%3E{RUN}%3C/script%3E",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&#60;script&#62;{RUN}&#60;/script&#62;",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"<base href=https://evil.example/><script src=x.js></script>{RUN}",
    f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'>",
    f"<form action=javascript:{RUN}><button autofocus>x</button></form>",
    f"<link rel=stylesheet href=javascript:{RUN}>",
    f"+ADw-script+AD4-{RUN}+ADw-/script+AD4-",
    f"__proto__ constructor toString <b onclick={RUN}>",
    *HOSTILE_STRINGS,
)
"""Ways to run something from a text, then the sixty texts that attack everything else."""

WATCH = """
window.__violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.__violations.push(event.violatedDirective);
});
"""


ADDRESSES = """["href", "src", "action", "formaction", "data", "xlink:href", "srcdoc"].flatMap((name) =>
  [...document.querySelectorAll("*")].map((each) => each.getAttribute(name) ?? ""))"""


def hostile() -> Portfolio:
    """Return the retailer with a hostile text in every text field, and addresses that would run."""
    portfolio, journey = SAMPLES["retailer"]()
    lanes = tuple(lane._replace(type="text") for lane in portfolio.workspace.lanes)
    portfolio = portfolio._replace(workspace=portfolio.workspace._replace(lanes=lanes))
    written = rewrite(
        Sample(portfolio, journey), lambda mark: f"{VECTORS[int(mark[1:-1]) % len(VECTORS)]} {mark}"
    )
    made = written.sample.portfolio
    address = f"javascript:{RUN}"
    systems = {
        "evil": System("evil", VECTORS[0], url=address),
        **{id: each._replace(url=address) for id, each in made.library.systems.items()},
    }
    return made._replace(
        journeys=tuple(_arm(each, address) for each in made.journeys),
        library=made.library._replace(systems=systems),
    )


def _arm(journey: Journey, address: str) -> Journey:
    return journey._replace(
        links=(*journey.links, Link(address, VECTORS[1])),
        evidence=(*journey.evidence, Evidence("evil", VECTORS[2], url=address)),
        tags=(*journey.tags, "evil-tag"),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site and the single files of what is hostile."""
    root = tmp_path_factory.mktemp("hostile")
    compilation = Compilation(hostile(), (), {})
    write(build_site(compilation), root / "site")
    write(build_lone_pages(compilation, compilation.portfolio.journeys[:2]), root / "alone")
    return root


@pytest.fixture(params=[False, True], ids=["with the policy", "by escaping alone"])
def visitor(browser: Browser, request: pytest.FixtureRequest) -> Iterator[tuple[Page, list[str]]]:
    """Open a page that notes every dialog, error and refusal; once with the policy, once without."""
    faults: list[str] = []
    with browser.new_context(bypass_csp=request.param) as context:
        context.add_init_script(WATCH)
        page = context.new_page()
        page.on("dialog", lambda dialog: _dismiss(faults, dialog))
        page.on("console", lambda message: _note(faults, message))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("popup", lambda popup: faults.append(f"popup {popup.url}"))
        yield page, faults


def _dismiss(faults: list[str], dialog: Any) -> None:
    faults.append(f"dialog {dialog.message}")
    dialog.dismiss()


def _note(faults: list[str], message: Any) -> None:
    if message.type in {"error", "warning"}:
        faults.append(message.text)


def _check(page: Page, faults: list[str], where: str) -> None:
    assert page.evaluate("[window.__hit ?? null, window.__violations]") == [None, []], where
    assert faults == [], where
    assert [url for url in page.evaluate(ADDRESSES) if "javascript:" in "".join(url.lower().split())] == []


def test_nothing_runs_on_any_page(visitor: tuple[Page, list[str]], folder: Path) -> None:
    """On every page of the site, with all that opens opened, no script of a text runs and none is refused."""
    page, faults = visitor
    paths = sorted(folder.rglob("*.html"))

    assert len(paths) > 60
    for path in paths:
        page.goto(path.as_uri(), wait_until="load")
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        page.mouse.move(200, 200)
        _check(page, faults, str(path))


def test_nothing_runs_from_what_is_found(visitor: tuple[Page, list[str]], folder: Path) -> None:
    """Results of a search are words, whatever was searched for and whatever is found."""
    page, faults = visitor
    page.goto((folder / "site" / "search" / "index.html").as_uri())
    box = page.locator("input[type=search]:visible").first
    for words in ("script", "alert", "<img src=x onerror=window.__hit=1>", "svg", "k1q"):
        box.fill(words)
        page.wait_for_timeout(150)
        _check(page, faults, words)


def test_the_watch_sees_what_runs(browser: Browser, tmp_path: Path) -> None:
    """Where a text does run, and where a policy refuses it, the watch sees that."""
    (tmp_path / "open.html").write_text(VECTORS[9])
    policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"
    (tmp_path / "shut.html").write_text(policy + VECTORS[0])
    with browser.new_context() as context:
        context.add_init_script(WATCH)
        page = context.new_page()
        page.on("dialog", lambda dialog: dialog.dismiss())
        page.goto((tmp_path / "open.html").as_uri())
        page.wait_for_function("window.__hit === 1")
        page.goto((tmp_path / "shut.html").as_uri())
        page.wait_for_function("window.__violations.length > 0")
        assert page.evaluate("window.__hit ?? null") is None
