"""The tables of docs/comparison.md, from the results that are committed."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tests.conftest import ROOT

PAGE = ROOT / "docs" / "comparison.md"
RESULTS = Path(__file__).with_name("results.json")
NAMES = ("journeymap", "Mermaid", "Material", "LikeC4", "EventCatalog")
KINDS = ("titles", "feelings", "pains")

Result = Mapping[str, Any]


class Line(NamedTuple):
    """A line of a table: what is measured, and how it reads."""

    label: str
    tell: Callable[[Result], str]


def fill_page(page: str, results: Mapping[str, Any]) -> str:
    """Return the page with each table between its markers as the results have it."""
    for name in TABLES:
        begin, end = f"<!-- measured: {name} -->\n", "<!-- end -->"
        head, found, rest = page.partition(begin)
        assert found, f"the page has no place for the table `{name}`"
        _, found, tail = rest.partition(end)
        assert found, f"the table `{name}` has no end"
        page = f"{head}{begin}{''.join(write_table(name, results))}{end}{tail}"
    return page


def write_table(name: str, results: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of one table."""
    yield f"| | {' | '.join(NAMES)} |\n"
    yield f"|---|{'---:|' * len(NAMES)}\n"
    for line in TABLES[name]:
        values = (line.tell({**results[tool], "all": results}) for tool in NAMES)
        yield f"| {line.label} | {' | '.join(values)} |\n"


def _counts(*keys: str) -> Callable[[Result], str]:
    """Tell how many titles, feelings and pains there are."""

    def tell(result: Result) -> str:
        for key in keys:
            result = result[key]
        return " · ".join(str(result[kind]) for kind in KINDS)

    return tell


def _share(key: str) -> Callable[[Result], str]:
    """Tell processor time as a multiple of ours."""

    def tell(result: Result) -> str:
        if not result["build"][key] > 0.05:
            return "–"
        ratio = result["build"][key] / result["all"]["journeymap"]["build"][key]
        return f"{ratio:.2g}"

    return tell


def _opens(result: Result) -> str:
    if "single" in result:
        return "as one file" if any(result["single"]["read"].values()) else "no"
    if not any(result["disk"]["read"].values()):
        return "no"
    return "in part" if result["disk"]["errors"] and not result["hosts"] else "yes"


TABLES: Mapping[str, tuple[Line, ...]] = {
    "weight": (
        Line("version", lambda one: str(one["version"])),
        Line("gzip KB", lambda one: f"{one['gz_kb']:.0f}"),
        Line("KB unpacked", lambda one: f"{one['raw_kb']:.0f}"),
        Line("requests", lambda one: str(one["requests"])),
        Line("other hosts asked", lambda one: str(len(one["hosts"]))),
        Line("elements", lambda one: str(one["dom"])),
        Line("Lighthouse: performance", lambda one: str(one["lighthouse"]["performance"])),
    ),
    "reading": (
        Line("on the screen", _counts("read")),
        Line("with JavaScript off", _counts("without_js")),
        Line("on paper", _counts("printed")),
        Line("in the accessibility tree", _counts("heard")),
        Line("there with a role", _counts("reached")),
        Line("titles found by the browser", lambda one: str(one["found_titles"])),
        Line("smallest title, px", lambda one: f"{one['smallest_title_px']:.0f}"),
    ),
    "accessibility": (
        Line("axe: rules (places)", lambda one: f"{len(one['axe'])} ({sum(one['axe'].values())})"),
        Line("pa11y: errors", lambda one: str(one["pa11y"])),
        Line("Lighthouse: accessibility", lambda one: str(one["lighthouse"]["accessibility"])),
        Line("Lighthouse: best practices", lambda one: str(one["lighthouse"]["best-practices"])),
        Line("Lighthouse: SEO", lambda one: str(one["lighthouse"]["seo"])),
        Line("width at 320 px", lambda one: str(one["width_at_320"])),
    ),
    "offline": (
        Line("opens from a disk", _opens),
        Line("errors there", lambda one: str(len(one["disk"]["errors"]))),
        Line("pages when printed", lambda one: str(one["print_pages"])),
    ),
    "build": (
        Line("processor time, ours = 1", _share("processor_s")),
        Line("files", lambda one: str(one["build"]["files"])),
        Line("KB on the disk", lambda one: f"{one['build']['site_kb']:,}"),
    ),
}
