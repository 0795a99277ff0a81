"""Prose of a journey as markup: CommonMark that can neither run nor load anything."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.rendering.markdown import _parser, render_line, render_prose, strip_markup

HARMLESS = {"p", "strong", "em", "a", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br"}
ATTRIBUTES = {"href", "title", "rel", "start", "class"}

XSS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:msgbox)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example)",
    "<javascript:alert(1)>",
    "![x](https://evil.example/pixel.gif)",
    "![x](data:image/svg+xml;base64,AAAA)",
    '[x](https://e.example "onmouseover=\\"alert(1)\\"")',
    "[x]: javascript:alert(1)\n\n[x]",
    "`<script>`",
    "    <script>alert(1)</script>",
    "```<script>\n</code></pre><script>alert(1)</script>\n```",
    "| a |\n|---:|\n| <b> |",
    "<a href='javascript:alert(1)'>x</a>",
    "<style>*{display:none}</style>",
    "<!-- --><svg/onload=alert(1)>",
    "{{ 7*7 }}",
    "\x00<b>",
]


class _Reader(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def assert_harmless(text: str) -> None:
    """Assert that a piece of markup holds known elements and attributes, and links that may be followed."""
    for tag, attributes in _Reader(text).tags:
        assert tag in HARMLESS, (tag, text)
        assert set(attributes) <= ATTRIBUTES, (attributes, text)
        href = attributes.get("href") or "#"
        assert not re.match(r"(?i)\s*(javascript|data|vbscript|file)\s*:", href), text
        assert not href.startswith("//"), text


@pytest.mark.parametrize("text", XSS)
def test_nothing_active_survives(text: str) -> None:
    """Scripts, handlers, images and dangerous addresses come out as text or not at all."""
    assert_harmless(str(render_prose(text)))
    assert_harmless(str(render_line(text)))


@given(st.text())
def test_any_text_is_harmless(text: str) -> None:
    """Whatever somebody writes, only known markup comes out."""
    assert_harmless(str(render_prose(text)))
    assert_harmless(str(render_line(text)))


@given(st.text(st.sampled_from("ab \t\n.,:;()[]{}*_`<>&!#+-=~1|\\/\"'$%@^é\u00a0\u2003")))
def test_the_short_cut_and_the_parser_agree(text: str) -> None:
    """Text without markup never reaches the parser, and comes out as the parser would have it."""
    if text.strip():
        assert _spelled(str(render_prose(text))) == _spelled(_parser().render(text))
    assert _spelled(str(render_line(text))) == _spelled(_parser().renderInline(text))


def _spelled(text: str) -> str:
    return text.replace("&#x27;", "'").strip()


def test_prose_is_commonmark() -> None:
    """Paragraphs, emphasis, lists, quotes and code are there."""
    text = "One *two* **three**\n\n- four\n- `five`\n\n> six\n\n1. seven"

    assert str(render_prose(text)) == (
        "<p>One <em>two</em> <strong>three</strong></p>\n"
        "<ul>\n<li>four</li>\n<li><code>five</code></li>\n</ul>\n"
        "<blockquote>\n<p>six</p>\n</blockquote>\n<ol>\n<li>seven</li>\n</ol>\n"
    )


def test_a_heading_is_a_bold_line() -> None:
    """The outline of the page belongs to the page."""
    assert str(render_prose("# Big\n\ntext")) == "<p><strong>Big</strong></p>\n<p>text</p>\n"


def test_links_name_their_relation() -> None:
    """Links that leave the page vouch for nothing and hand nothing over; those within stay bare."""
    assert (
        str(render_line("[a](https://e.example)"))
        == '<a href="https://e.example" rel="nofollow noopener">a</a>'
    )
    assert str(render_line("[a](#there)")) == '<a href="#there">a</a>'


def test_silence_stays_silence() -> None:
    """No text makes no markup."""
    assert str(render_prose("")) == ""
    assert str(render_prose(" \n ")) == ""
    assert str(render_line("")) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("plain", "plain"),
        ("a *b* **c** `d`", "a b c d"),
        ("[text](https://e.example)", "text"),
        ("one\ntwo\n\n- three", "one two three"),
        ("```\ncode\n```", "code"),
        ("    indented & coded", "indented & coded"),
        ("", ""),
    ],
)
def test_markup_can_be_taken_out(text: str, words: str) -> None:
    """Where only words fit, the words are all that is left."""
    assert strip_markup(text) == words
