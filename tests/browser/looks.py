"""The looks a page can have, in colours, width, direction and what is open: all of them, or all pairs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import Final, NamedTuple

from playwright.sync_api import Page

SETTLED = """() => [...document.querySelectorAll(".section, .stage")]
    .every((part) => getComputedStyle(part).contentVisibility !== "auto")"""
"""Whether a page has done what it does while nothing else is to do: links, then layout."""


COLOURS: Final = ("light", "dark", "forced")
WIDTHS: Final = (320, 390, 768, 1440)
SITES: Final = ("sample", "arabic")
"""The same content from left to right and from right to left."""
STATES: Final = ("closed", "unfolded", "searching")
MAP_STATES: Final = ("helping", "presenting")
"""What only the page of a journey can be besides."""

OPEN: Final = {
    "closed": "() => {}",
    "unfolded": """() => {
        document.querySelectorAll("details:not(.menu)").forEach((details) => { details.open = true; });
        const map = document.getElementById("full_map_");
        if (map) map.checked = true;
    }""",
    "searching": """async () => {
        const panel = document.querySelector("[data-search-panel]");
        if (!panel) return;
        const field = panel.querySelector("input");
        document.querySelector("a[data-search]").click();
        field.value = "e";
        while (!panel.querySelector("[data-results] a")) {
            field.dispatchEvent(new Event("input"));
            await new Promise((wake) => setTimeout(wake, 20));
        }
    }""",
    "helping": "() => document.querySelector('dialog.help').showModal()",
    "presenting": """async () => {
        location.hash = "#stage=1";
        while (!document.querySelector("dialog[open]")) await new Promise((wake) => setTimeout(wake, 20));
    }""",
}
"""State → the script that brings a page into it."""


class Look(NamedTuple):
    """One page of a site in one look."""

    page: str
    site: str
    colours: str
    width: int
    state: str

    def __str__(self) -> str:
        return f"{self.site}/{self.page} {self.colours} {self.width} {self.state}"


def all_looks(pages: Iterable[str], maps: Iterable[str]) -> Iterator[Look]:
    """Yield every look of every page; those in ``maps`` hold a journey's map with its tools."""
    with_map = frozenset(maps)
    for page in pages:
        states = (*STATES, *MAP_STATES) if page in with_map else STATES
        yield from (Look(page, *look) for look in product(SITES, COLOURS, WIDTHS, states))


def cover_pairs(looks: Sequence[Look]) -> list[Look]:
    """Return a few looks that hold every pair of traits that any of the given ones holds."""
    left = {pair for look in looks for pair in _pairs(look)}
    chosen = []
    while left:
        best = max(looks, key=lambda look: len(left.intersection(_pairs(look))))
        left.difference_update(_pairs(best))
        chosen.append(best)
    return sorted(chosen)


def dress(page: Page, colours: str, width: int) -> None:
    """Give a window the colours and the width of a look."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(
        color_scheme="light" if colours == "light" else "dark",
        forced_colors="active" if colours == "forced" else "none",
        reduced_motion="reduce",
    )


def _pairs(look: Look) -> frozenset[tuple[tuple[int, object], ...]]:
    return frozenset(combinations(enumerate(look), 2))
