"""Sixty hostile texts in every text field: pages show them unchanged, and nothing of them ever acts."""

import os
import re
from collections.abc import Iterator
from functools import cache

import pytest
from markdown_it import MarkdownIt

from journeymap.artifacts import ArtifactSet
from journeymap.compiling import Compilation
from journeymap.rendering.links import safe_url
from journeymap.rendering.metrics import printable
from journeymap.site import build_site, single_page
from journeymap.site.assets import write_bundle
from journeymap.themes.branding import OwnTheme
from tests.rendering.hostile_strings import HOSTILE_STRINGS
from tests.rendering.rewriting import Rewritten, marks_in, rewrite
from tests.rendering.samples import SAMPLES, Sample
from tests.site.reading_pages import PageReader

LONG = os.environ.get("JOURNEYMAP_PROFILE") == "long"
PAGE_TURNS, SITE_TURNS = (60, 60) if LONG else (12, 4)
WORDS_ONLY = frozenset({"title", "unit", "when", "role", "contact", "department", "feeling", "feelings"})
"""The fields that no page takes for Markdown."""


def test_a_page_shows_hostile_texts_unchanged() -> None:
    """A page in one file has every text as it was written, and the elements that it has anyway."""
    tame = _page(rewrite(_retailer(), "text {}".format).sample)
    shown = marks_in(tame.texts)

    assert len(shown) > 300
    for turn in _turns(PAGE_TURNS):
        page = _page(turn.sample)
        assert _lost(turn, shown, page) == []
        assert _acting(page) == _acting(tame)


def test_every_page_of_a_site_shows_hostile_texts_unchanged() -> None:
    """Front page, journeys and personas say what was written; scripts and styles are the site's own."""
    tame = {path: PageReader(text) for path, text in _pages(rewrite(_retailer(), "text {}".format).sample)}
    shown = {path: marks_in(page.texts) for path, page in tame.items()}

    assert len(shown) > 5
    for turn in _turns(SITE_TURNS):
        for path, text in _pages(turn.sample):
            page = PageReader(text)
            assert _lost(turn, shown[path], page) == [], path
            assert _acting(page, path) == _acting(tame[path], path), path


def test_the_reader_notices_what_acts() -> None:
    """A script of another, a handler, an address that runs and an unknown element are each refused."""
    for evil in (
        "<iframe></iframe>",
        "<p onclick=x>",
        '<a href="javascript:x">',
        '<a href="//evil">',
        "<!-- x -->",
        '<p style="x">',
    ):
        with pytest.raises(AssertionError):
            PageReader(evil)
    assert _acting(PageReader("<script>1</script>")) != _acting(PageReader("<script>2</script>"))


def _retailer() -> Sample:
    """Return the retailer, its lanes of addresses made lanes of text: hostile ones would lead nowhere."""
    portfolio, journey = SAMPLES["retailer"]()
    lanes = tuple(lane._replace(type="text") for lane in portfolio.workspace.lanes)
    return Sample(portfolio._replace(workspace=portfolio.workspace._replace(lanes=lanes)), journey)


def _turns(count: int) -> Iterator[Rewritten]:
    """Yield the sample with a string in each field, and with another there in each further turn."""
    for first in range(0, 60, 60 // count):

        def write(mark: str, first: int = first) -> str:
            return f"{HOSTILE_STRINGS[(int(mark[1:-1]) + first) % 60]} {mark}"

        yield rewrite(_retailer(), write)


def _page(sample: Sample) -> PageReader:
    return PageReader(single_page(Compilation(sample.portfolio, (), {}), sample.journey))


def _pages(sample: Sample) -> Iterator[tuple[str, str]]:
    site: ArtifactSet = build_site(Compilation(sample.portfolio, (), {}))
    assert site["assets/script.js"].content.decode() == write_bundle("script.js", OwnTheme())
    for file in site:
        if file.path.endswith(".html"):
            yield file.path, file.content.decode()


def _acting(page: PageReader, path: str = "") -> tuple[object, ...]:
    """Return all of a page that could act or load, but for links; longer texts take more sheets of paper."""
    loading = [
        (tag, attributes.get("src") or attributes.get("href"))
        for tag, attributes in page.tags
        if tag in {"script", "link", "img", "use", "base"}
    ]
    loading = sorted(set(loading), key=str) if path.endswith("/print.html") else loading
    policies = [each.get("content") for tag, each in page.tags if "http-equiv" in each]
    return page.declarations, page.scripts, page.styles, loading, policies


def _lost(turn: Rewritten, shown: frozenset[str], page: PageReader) -> list[str]:
    """Return the texts that a page should show and does not; of names, one changed place is enough."""
    texts = [_bare(text) for text in page.texts]
    everything = "\n".join(texts)
    places: dict[str, list[str]] = {}
    for text in texts:
        for mark in marks_in([text]):
            places.setdefault(mark, []).append(text)
    lost = []
    for mark in sorted(shown):
        written, (_, field) = turn.written[mark], turn.places[mark]
        readings = [_bare(text) for text in _readings(written, field)]
        where = places.get(mark, [""]) if field in WORDS_ONLY else [everything]
        lost += [written for place in where if not any(reading in place for reading in readings)]
    return lost


@cache
def _readings(text: str, field: str) -> tuple[str, ...]:
    """Return a text as it is, and what is left of its marks where prose is Markdown."""
    if field in WORDS_ONLY:
        return (text,)
    parser = MarkdownIt("commonmark", {"html": False}).disable("image")
    parser.validateLink = lambda url: safe_url(url) is not None  # type: ignore[method-assign]
    return (
        text,
        *("".join(PageReader(html).texts) for html in (parser.renderInline(text), parser.render(text))),
    )


def _bare(text: str) -> str:
    """Return a text without blanks and without what pages cannot hold."""
    return "".join(printable(re.sub(r"\s+", " ", text)).replace("\N{ZERO WIDTH SPACE}", "").split())
