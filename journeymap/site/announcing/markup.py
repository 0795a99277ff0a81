r"""Our own markup as Markdown: what prose and cells of pages are made of, and nothing else.

Only markup that was made safe already comes here. What people wrote is escaped again, for Markdown: no
text becomes a heading, a list, a link or a tag that was none in the page.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from html.parser import HTMLParser
from typing import Final, NamedTuple, TypeAlias

from journeymap.rendering.tables.markdown_text import escape_markdown
from journeymap.rendering.templating import Html

_BLOCKS: Final = frozenset({"p", "ul", "ol", "blockquote", "pre", "hr", "div"})
_MARKS: Final = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_VOID: Final = frozenset({"br", "hr", "img", "use", "path", "circle", "wbr"})
_PLAIN_CODE: Final = re.compile(r"[\w .,:;/#=+()-]+")
_NUMBER_FIRST: Final = re.compile(r"^(\d+)([.)])(?=\s|$)")
_BLANKS: Final = re.compile(r"[ \t\r\n\f\v]+")


class Element(NamedTuple):
    """An element of markup with what stands in it."""

    tag: str
    href: str
    content: "list[Node]"


Node: TypeAlias = Element | str


def write_prose(html: Html) -> str:
    """Return markup as paragraphs, lists and quotes of Markdown, without a line end after the last."""
    return "\n\n".join(_write_blocks(_read(html)))


def write_line(html: Html) -> str:
    """Return markup as one line of Markdown, for cells and entries of lists."""
    if "<" not in html.text:
        return escape_markdown(unescape(html.text))
    return _BLANKS.sub(" ", _write_inline(_read(html))).strip()


def write_text(html: Html) -> str:
    """Return markup as plain words on one line."""
    if "<" not in html.text:
        return _BLANKS.sub(" ", unescape(html.text)).strip()
    return _BLANKS.sub(" ", "".join(_words(_read(html)))).strip()


def guard_start(line: str) -> str:
    """Return a line of Markdown that is a paragraph, whatever its first characters are."""
    if line[:1] in {"#", "+", "=", "-"}:
        return f"\\{line}"
    return _NUMBER_FIRST.sub(r"\1\\\2", line)


def write_link(text: str, url: str) -> str:
    """Return a link, its text Markdown already, or the text alone where there is nothing to link to."""
    if not url:
        return text
    address = re.sub(r"[()<>\\\s\[\]`|]", lambda found: f"%{ord(found[0]):02X}", url)
    return f"[{text}]({_as_twin(address)})"


def _as_twin(address: str) -> str:
    """Return the address of a page of ours as that of its Markdown; an anchor only the page itself has."""
    if ":" in address or "#" in address or not re.search(r"(^|/)index\.html$", address):
        return address
    return f"{address[: -len('html')]}md"


class _Reader(HTMLParser):
    """Reads markup into elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top: list[Node] = []
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; an image is its alternative text."""
        values = dict(attrs)
        element = Element(tag, values.get("href") or "", [])
        if tag == "img":
            element.content.append(values.get("alt") or "")
        self._content.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass an element that closes itself."""
        if tag in _VOID:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close the nearest element of a name."""
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self._content.append(data)

    @property
    def _content(self) -> list[Node]:
        return self._open[-1].content if self._open else self.top


def _read(html: Html) -> list[Node]:
    reader = _Reader()
    reader.feed(html.text)
    reader.close()
    return reader.top


def _write_blocks(nodes: Sequence[Node]) -> Iterator[str]:
    """Yield the blocks of markup; what stands between them is a paragraph."""
    line: list[Node] = []
    for node in nodes:
        if isinstance(node, Element) and node.tag in _BLOCKS:
            yield from _write_paragraph(line)
            line = []
            yield from _write_block(node)
        else:
            line.append(node)
    yield from _write_paragraph(line)


def _write_block(block: Element) -> Iterator[str]:
    match block.tag:
        case "p":
            yield from _write_paragraph(block.content)
        case "blockquote":
            yield _indent("\n\n".join(_write_blocks(block.content)), "> ", "> ")
        case "ul" | "ol":
            yield "\n".join(_write_items(block))
        case "pre":
            yield _fence("".join(_words(block.content)))
        case "hr":
            yield "---"
        case _:
            yield from _write_blocks(block.content)


def _write_paragraph(nodes: Sequence[Node]) -> Iterator[str]:
    lines = [_BLANKS.sub(" ", line).strip() for line in _write_inline(nodes, broken="\n").split("\n")]
    if any(lines):
        yield "\\\n".join(guard_start(line) for line in lines if line)


def _write_items(block: Element) -> Iterator[str]:
    items = (node for node in block.content if isinstance(node, Element) and node.tag == "li")
    for number, item in enumerate(items, start=1):
        mark = f"{number}. " if block.tag == "ol" else "- "
        blocks = list(_write_blocks(item.content))
        inner = ("\n" if _is_tight(item) else "\n\n").join(blocks)
        yield _indent(inner, mark, " " * len(mark))


def _is_tight(item: Element) -> bool:
    return not any(isinstance(node, Element) and node.tag == "p" for node in item.content)


def _fence(text: str) -> str:
    longest = max(map(len, re.findall(r"`+", text)), default=0)
    marks = "`" * max(3, longest + 1)
    return f"{marks}\n{text.rstrip()}\n{marks}"


def _indent(text: str, first: str, later: str) -> str:
    lines = [first + (text.split("\n")[0]), *(later + line for line in text.split("\n")[1:])]
    return "\n".join(line.rstrip() for line in lines)


def _write_inline(nodes: Sequence[Node], broken: str = " ") -> str:
    # A mark before a link would make a picture of it; brackets that people wrote are escaped.
    return _write_nodes(nodes, broken).replace("![", "\\![")


def _write_nodes(nodes: Sequence[Node], broken: str) -> str:
    return "".join(_write_node(node, broken) for node in nodes)


def _write_node(node: Node, broken: str) -> str:
    if isinstance(node, str):
        return _escape(node)
    if node.tag == "br":
        return broken
    if node.tag == "code":
        words = "".join(_words(node.content))
        return f"`{words}`" if _PLAIN_CODE.fullmatch(words) else escape_markdown(words)
    inner = _write_nodes(node.content, broken)
    if node.tag == "a":
        return write_link(inner.strip(), "" if node.href.startswith("#") else node.href)
    if node.tag in _BLOCKS or node.tag == "li":
        return f"{inner.strip()} "
    mark = _MARKS.get(node.tag, "")
    return f"{mark}{inner}{mark}" if mark and inner.strip() else inner


def _escape(text: str) -> str:
    """Return a text escaped, a blank at either end kept: it may part two words."""
    inner = escape_markdown(text)
    if not inner:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + inner + (" " if text[-1].isspace() else "")


def _words(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag == "br":
            yield " "
        else:
            yield from _words(node.content)
            if node.tag in _BLOCKS or node.tag == "li":
                yield " "
