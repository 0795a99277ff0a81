"""Our own markup as Markdown: it says the same, and nothing that people wrote becomes more than words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from journeymap.rendering.markdown import render_line, render_prose
from journeymap.rendering.metrics import printable
from journeymap.rendering.templating import Html, escape_html
from journeymap.site.announcing.markup import guard_start, write_line, write_link, write_prose, write_text
from tests.rendering.hostile_strings import HOSTILE_STRINGS

READER = MarkdownIt("gfm-like", {"linkify": False, "html": True})
INVISIBLE = dict.fromkeys(map(ord, "\N{ZERO WIDTH SPACE}"))


def read(markdown: str) -> list[Token]:
    """Return everything in a Markdown text, blocks and what is in them, in one list."""
    found: list[Token] = []
    for token in READER.parse(markdown):
        found += [token, *(token.children or ())]
    return found


def words(markdown: str) -> str:
    """Return what a reader of a Markdown text sees, blanks as one."""
    shown = "".join(
        token.content if token.type in {"text", "code_inline", "fence"} else " "
        for token in read(markdown)
        if token.type != "inline"
    )
    return "".join(shown.translate(INVISIBLE).split())


def plain(text: str) -> str:
    """Return a text as it can be shown, without blanks."""
    return "".join(printable("".join(text.split())).translate(INVISIBLE).split())


@pytest.mark.parametrize("text", HOSTILE_STRINGS)
def test_a_hostile_text_is_words(text: str) -> None:
    """A text in a paragraph, a cell or a list holds no markup and says what it said."""
    line = write_line(escape_html(text))
    table = f"| {line} |\n| --- |\n| {line} |"
    for written in (write_prose(escape_html(text)), f"- {guard_start(line)}", table):
        kinds = {token.type for token in read(written)}
        assert not kinds & {"html_inline", "html_block", "link_open", "image", "code_inline", "fence"}
        assert not kinds & {"em_open", "strong_open", "heading_open", "s_open"}
    assert words(write_prose(escape_html(text))) == plain(text)


@given(st.text(max_size=60))
def test_any_text_is_words(text: str) -> None:
    """Whatever somebody types, a paragraph of it is one paragraph."""
    written = write_prose(escape_html(text))
    blocks = [token.type for token in read(written) if token.type.endswith("_open")]

    assert blocks in ([], ["paragraph_open"])
    assert words(written) == plain(text)


PROSE = """\
First *line* with **weight**, `code` and [a way](https://example.com/a).

1. one
2. two, and
   more of it

> # A heading that is none
> - a list

- plain
- [x](index.html)

```
<b>as it is</b> ``` |
```

---

    indented
"""


def test_prose_says_the_same_again() -> None:
    """Prose that became a page becomes prose again: rendered once more, it is the same page."""
    page = render_prose(PROSE)
    again = write_prose(page)

    assert words(again) == words(write_prose(render_prose(again)))
    shown = render_prose(again).text.replace("index.md", "index.html")
    assert " ".join(shown.split()) == " ".join(page.text.split())


def test_breaks_stay_in_prose_and_are_blanks_in_cells() -> None:
    """A line that was broken on purpose is broken in prose, and one line in a cell."""
    html = Html("<p>one<br>\n# two</p>")

    assert write_prose(html) == "one\\\n\\# two"
    assert write_line(html) == "one # two"


def test_a_cell_keeps_the_blanks_between_words() -> None:
    """Marks inside a sentence do not glue its words together."""
    assert write_line(render_line("never **pays** *full* price")) == "never **pays** *full* price"
    assert write_text(render_prose("never **pays**\n\nfull price")) == "never pays full price"


def test_code_that_markdown_would_act_on_is_words() -> None:
    """Code is code where that is safe, and words where its marks could end it or a cell."""
    assert write_line(Html("<code>checkout_started</code>")) == "`checkout_started`"
    assert words(write_line(Html("<code>a|`b`</code>"))) == "a|`b`"


def test_links_lead_to_the_twins() -> None:
    """A page of ours is linked as Markdown; with an anchor, which only the page has, as itself."""
    assert write_link("a", "../x/index.html") == "[a](../x/index.md)"
    assert write_link("a", "index.html#b") == "[a](index.html#b)"
    assert write_link("a", "map.svg") == "[a](map.svg)"
    assert write_link("a", "https://example.com/index.html") == "[a](https://example.com/index.html)"
    assert write_link("a", "") == "a"
    assert write_line(render_line("[x](#here)")) == "x"


def test_a_link_after_an_exclamation_is_no_picture() -> None:
    """An image that somebody wrote is a link in the page, and stays one in Markdown."""
    line = write_line(render_line("![x](https://example.com/x.png)"))

    assert line == "\\![x](https://example.com/x.png)"
    assert "image" not in {token.type for token in read(line)}


def test_an_address_cannot_end_its_link() -> None:
    """Brackets and blanks of an address are written so that Markdown reads one link."""
    (link,) = (t for t in read(write_link("a", "https://example.com/a)b<c> d|`")) if t.type == "link_open")

    assert re.fullmatch(r"https://example\.com/a\S+", str(link.attrGet("href")))


def test_pictures_and_unknown_elements_are_their_words() -> None:
    """What has no form in Markdown leaves its words: a picture its alternative text."""
    html = Html('<div><p>see <img src="x" alt="a [map]"/><dfn title="t">term</dfn><br/></p></div></b>')

    assert words(write_prose(html)) == "seea[map]term"
    assert write_prose(Html("<hr>")) == "---"
    assert write_text(Html("a<br>b")) == "a b"
