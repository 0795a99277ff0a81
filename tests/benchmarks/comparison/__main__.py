"""Build the same journey with every tool, measure its page, and write docs/comparison.md's tables."""

import argparse
import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.benchmarks.comparison.content import Content, read_content
from tests.benchmarks.comparison.report import PAGE, RESULTS, fill_page
from tests.benchmarks.comparison.serving import serve
from tests.benchmarks.comparison.tools import (
    HOME,
    TOOLS_COMPARED,
    Tool,
    build_single,
    build_tool,
    install_tools,
    site_of,
)
from tests.benchmarks.comparison.visits import picture_page, visit_file, visit_page
from tests.benchmarks.peers import Peers, say
from tests.benchmarks.timing import RunFailedError
from tests.browser.judges import judge_with_lighthouse, judge_with_pa11y

BUILT = HOME / "work" / "built.json"
ROUNDS = 3
PICTURES = PAGE.parent / "images" / "comparison"


def main() -> int:
    """Measure the tools that were asked for, keep what is known of the others, and write the page."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.comparison", description=__doc__)
    names = [tool.name for tool in TOOLS_COMPARED]
    parser.add_argument("--only", metavar="TOOL", choices=names, action="append", help="; ".join(names))
    parser.add_argument("--built", action="store_true", help="take the sites as built before")
    parser.add_argument("--build", action="store_true", help="build the sites and stop")
    parser.add_argument("--write", action="store_true", help="write the page from the results at hand")
    options = parser.parse_args()
    chosen = [tool for tool in TOOLS_COMPARED if not options.only or tool.name in options.only]
    if not options.write:
        try:
            _measure(chosen, is_built=options.built, is_enough=options.build)
        except RunFailedError as failure:
            print(f"the run failed: {failure}", file=sys.stderr)
            return 1
    if not options.build:
        results = _read(RESULTS)
        if missing := [name for name in names if name not in results]:
            print(f"nothing is known yet of {', '.join(missing)}", file=sys.stderr)
            return 1
        PAGE.write_text(fill_page(PAGE.read_text(encoding="utf-8"), results), encoding="utf-8")
    return 0


def _measure(tools: list[Tool], *, is_built: bool, is_enough: bool) -> None:
    for folder in (HOME / "work" / "content", PICTURES):
        folder.mkdir(parents=True, exist_ok=True)
    content = read_content(HOME / "work" / "content")
    if not is_built:
        install_tools()
        for tool in tools:
            say(f"building with {tool.name}")
            _keep(BUILT, tool, build_tool(tool, content))
    if is_enough:
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=Peers().browser(), args=["--no-sandbox"])
        for tool in tools:
            say(f"measuring {tool.name}")
            _keep(RESULTS, tool, _measure_tool(browser, tool, content))
        browser.close()
    totals = {kind: len(each) for kind, each in content.phrases.items()}
    _write(RESULTS, {**_read(RESULTS), "asked": totals})


def _measure_tool(browser: Browser, tool: Tool, content: Content) -> dict[str, Any]:
    with serve(site_of(tool)) as server:
        url = f"{server}/{tool.page}"
        visit = visit_page(browser, url, content.phrases)
        picture_page(browser, url + tool.diagram, PICTURES / f"{tool.name.lower()}.jpg")
        # Whatever else runs on this machine makes a page slower, never faster.
        judged = [judge_with_lighthouse([url])[url]["scores"] for _ in range(ROUNDS)]
        sniffed = judge_with_pa11y([url]).get(url, [])
    plain = (site_of(tool) / tool.file).as_uri()
    disk = visit_file(browser, plain, content.phrases)
    single = {}
    if tool.single:
        address = f"{build_single(tool).as_uri()}#/{tool.page}"
        single = {"single": visit_file(browser, address, content.phrases)}
    return {
        "version": tool.version,
        **visit,
        "pa11y": len(sniffed),
        "lighthouse": max(judged, key=lambda scores: scores["performance"]),
        "load": round(os.getloadavg()[0], 1),
        "disk": disk,
        **single,
        "build": _read(BUILT)[tool.name],
    }


def _keep(path: Path, tool: Tool, found: dict[str, Any]) -> None:
    _write(path, {**_read(path), tool.name: found})


def _read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _write(path: Path, values: dict[str, Any]) -> None:
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps(values, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    shutil.move(draft, path)


if __name__ == "__main__":
    sys.exit(main())
