"""What holds for every page and every journey: markers stay, all around them stays, once is enough."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from journeymap.injecting.finding import find_blocks
from journeymap.source import SourceFile
from tests.injecting.samples import END, begin, block, injected, shop
from tests.rendering.hostile_strings import HOSTILE_STRINGS

PIECES = (
    "text",
    "`",
    "```",
    "~~~",
    "    ",
    "> ",
    "- ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "<!--",
    "-->",
    "<div>",
    "</div>",
    "<pre>",
    "| a | b |",
    "|---|---|",
    "\\",
    "\ufeff",
    "\0",
    "\u2028",
    "[a]: <",
    begin("table shop stages"),
    END,
    f"\n{block('table shop stages', 'old')}\n",
    f"\n{block('tables shop', '', chr(13) + chr(10))}\r\n",
    f"\n\n{block('mermaid shop')}\n\n",
)

pages = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)
hostile = st.sampled_from(HOSTILE_STRINGS) | st.text(max_size=60)
kinds = st.sampled_from(
    ["table shop stages", "table shop touchpoints", "tables shop", "mermaid shop", "mermaid shop form=flow"]
)


def outside(text: str) -> list[str]:
    """Return what a page holds around its blocks, the markers themselves included."""
    blocks, _ = find_blocks(SourceFile("page.md", text))
    edges = [0, *(edge for each in blocks for edge in (each.start, each.end)), len(text)]
    return [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


@given(pages)
def test_nothing_outside_of_the_markers_changes_and_a_second_run_has_nothing_to_do(text: str) -> None:
    """Any page whatever: with a fault it stays, without one only its blocks change, and only once."""
    once = injected(text)
    if once.diagnostics:
        assert once.text == text
        return
    assert outside(once.text) == outside(text)
    assert injected(once.text).text == once.text


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_text_may_stand_around_a_block(before: str, after: str, line_break: str) -> None:
    """The bytes before and behind a block are those that were there."""
    whole = line_break.join([before, "", block("table shop stages", "old", line_break), "", after])
    result = injected(whole).text
    assert result.startswith(before)
    assert result.endswith(after)


@given(hostile, kinds)
def test_no_text_of_a_journey_ends_a_block_or_begins_another(text: str, words: str) -> None:
    """Whatever a journey says, the page has the same two markers, and to a browser only they are comments."""
    page = f"before\n\n{block(words)}\n\nafter"
    assert injected(page, shop(text)).diagnostics == ()
    result = injected(page, shop(text)).text

    assert outside(result) == outside(page)
    assert injected(result, shop(text)).text == result
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(result)
    assert re.findall(r"<!--(.*?)-->", html, re.DOTALL) == [f" journeymap:{words} ", " journeymap:end "]
    assert html.startswith("<p>before</p>")
    assert html.endswith("<p>after</p>\n")


@given(hostile)
def test_the_text_of_a_picture_is_plain_text(text: str) -> None:
    """The Markdown of a picture is one image with one address, whatever the journey says."""
    result = injected(block("curve shop to=images/x.svg"), shop(text)).text
    paragraph = next(token for token in MarkdownIt().parse(result) if token.type == "inline")
    (image,) = paragraph.children or [paragraph]
    assert (image.type, image.attrGet("src")) == ("image", "images/x.svg")
