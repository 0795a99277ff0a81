"""The only door to the Markdown parser: CommonMark without raw HTML, images, or links that could run.

Most texts of a journey hold no markup at all; they never reach the parser.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from journeymap.rendering.links import safe_url
from journeymap.rendering.templating import Html, escape_html

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# Characters that can begin inline markup anywhere, or a block at the start of the text.
_INLINE_MARKUP = re.compile(r"[\\`*_\[\]<>&!\r\n\0]")
_BLOCK_MARKUP = re.compile(r"[\s#+\-=~0-9]")


class Stretch(NamedTuple):
    """Lines of a Markdown file that are no code: prose, or HTML where ``is_html``; numbered from 0."""

    first: int
    end: int
    is_html: bool


def render_prose(text: str) -> Html:
    """Return a prose field as paragraphs, lists and quotes."""
    if not text.strip():
        return Html("")
    if _is_plain(text) and not _BLOCK_MARKUP.match(text):
        return Html(f"<p>{escape_html(text.rstrip())}</p>\n")
    return Html(_parser().render(text))


def render_line(text: str) -> Html:
    """Return a text as inline markup, for cells and list items."""
    if _is_plain(text):
        return escape_html(text)
    return Html(_parser().renderInline(text))


def strip_markup(text: str) -> str:
    """Return a text without its markup, for places that hold words only, such as a title."""
    if _is_plain(text):
        return text
    words: list[str] = []
    for block in _parser().parse(text):
        if block.type in {"fence", "code_block"}:
            words.append(block.content.strip())
        breaks = {"softbreak", "hardbreak"}
        words.extend(" " if token.type in breaks else token.content for token in block.children or ())
        words.append(" ")
    return " ".join("".join(words).split())


def find_stretches(text: str) -> tuple[Stretch, ...]:
    """Return the lines of a whole Markdown file that are no code, as the code hosts read it."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return tuple(
        Stretch(token.map[0], token.map[1], token.type == "html_block")
        for token in parser.parse(text)
        if token.type in {"inline", "html_block"} and token.map
    )


def _is_plain(text: str) -> bool:
    return not _INLINE_MARKUP.search(text)


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML

    parser = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False})
    # Tables would need inline style; images would reach outside the page.
    parser.disable(["table", "strikethrough", "image"])
    parser.validateLink = lambda url: safe_url(url) is not None  # type: ignore[method-assign]
    parser.add_render_rule("link_open", _open_link)
    # The page owns its outline: a heading inside a text is a bold line.
    parser.add_render_rule("heading_open", _open_heading)
    parser.add_render_rule("heading_close", _close_heading)
    assert isinstance(parser.renderer, RendererHTML)
    return parser


def _open_link(renderer: Any, tokens: Any, index: int, options: Any, _environment: Any) -> str:
    token = tokens[index]
    if not str(token.attrGet("href")).startswith("#"):
        token.attrSet("rel", "nofollow noopener")
    return str(renderer.renderToken(tokens, index, options, _environment))


def _open_heading(*_: Any) -> str:
    return "<p><strong>"


def _close_heading(*_: Any) -> str:
    return "</strong></p>\n"
