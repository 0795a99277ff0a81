"""The only door to the Markdown parser: CommonMark without raw HTML, images, or links that could run.

Most texts of a journey hold no markup at all; they never reach the parser.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.links import safe_url
from journeymap.rendering.templating import Html, escape_html
from journeymap.rendering.terms import Glossary, linker

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# Characters that can begin inline markup anywhere, or a block at the start of the text.
_INLINE_MARKUP = re.compile(r"[\\`*_\[\]<>&!\r\n\0]")
_BLOCK_MARKUP = re.compile(r"[\s#+\-=~0-9]")
# What the parser carries along: how a text is written, and whether it stands in a link or a heading.
_WRITE, _LINKED, _HEADED = "write", "in link", "in heading"


class Stretch(NamedTuple):
    """Lines of a Markdown file that are no code: prose, or HTML where ``is_html``; numbered from 0."""

    first: int
    end: int
    is_html: bool


def render_prose(text: str, glossary: Glossary | None = None) -> Html:
    """Return a prose field as paragraphs, lists and quotes, the words of a glossary linked to it."""
    if not text.strip():
        return Html("")
    write = linker(glossary) if glossary else _escape
    if _is_plain(text) and not _BLOCK_MARKUP.match(text):
        return Html(f"<p>{write(text.rstrip())}</p>\n")
    return Html(_parser().render(text, {_WRITE: write}))


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
    parser.add_render_rule("link_close", _close_link)
    parser.add_render_rule("text", _write_text)
    assert isinstance(parser.renderer, RendererHTML)
    return parser


def _open_link(renderer: Any, tokens: Any, index: int, options: Any, environment: Any) -> str:
    token = tokens[index]
    environment[_LINKED] = True
    if not str(token.attrGet("href")).startswith("#"):
        token.attrSet("rel", "nofollow noopener")
    return str(renderer.renderToken(tokens, index, options, environment))


def _close_link(_renderer: Any, _tokens: Any, _index: int, _options: Any, environment: Any) -> str:
    environment[_LINKED] = False
    return "</a>"


def _open_heading(_renderer: Any, _tokens: Any, _index: int, _options: Any, environment: Any) -> str:
    environment[_HEADED] = True
    return "<p><strong>"


def _close_heading(_renderer: Any, _tokens: Any, _index: int, _options: Any, environment: Any) -> str:
    environment[_HEADED] = False
    return "</strong></p>\n"


def _write_text(_renderer: Any, tokens: Any, index: int, _options: Any, environment: Any) -> str:
    """Return a text, its terms linked where it is neither a link already nor a heading."""
    is_taken = environment.get(_LINKED) or environment.get(_HEADED)
    write = _escape if is_taken else environment.get(_WRITE, _escape)
    return str(write(tokens[index].content))


def _escape(text: str) -> str:
    return escape_html(text).text
