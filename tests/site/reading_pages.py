"""The texts of a finished page as a browser would show them, and a judgement on everything else in it."""

import re
from html.parser import HTMLParser

from journeymap.rendering.svg_cleaning import ELEMENTS as SHAPES

_WORDS = """
    html head meta title link style script body header nav main section article aside footer div span p a
    h1 h2 h3 h4 h5 ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td details summary
    figure figcaption img blockquote q cite abbr time strong em b i code pre hr br button label input select
    option data small bdi wbr noscript meter dialog kbd base
"""
ELEMENTS = frozenset(_WORDS.split()) | {name.lower() for name in SHAPES}
"""What our pages are made of; HTML knows no capital letters."""
WITHIN_A_LINE = frozenset({"a", "strong", "em", "code", "tspan", "bdi", "wbr", "b", "i"})
_SHOWN_ATTRIBUTES = frozenset({"alt", "title", "content", "aria-label", "placeholder", "value", "label"})
_SAFE = re.compile(
    r"https?://|mailto:|#|[\w.%-]+(?:/|$|#)|(?:\.\./)+|data:image/(?:png|jpeg|gif|webp|svg\+xml)[;,]"
)


class PageReader(HTMLParser):
    """Gathers the texts and attributes of a page; whatever could act must be ours."""

    def __init__(self, content: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = [""]
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.declarations: list[str] = []
        self._open: list[str] = []
        self.feed(content)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Judge an element and its attributes."""
        assert tag in ELEMENTS, tag
        assert len(dict(attrs)) == len(attrs), (tag, attrs)
        assert tag != "base" or dict(attrs) == {"target": "_blank"}, attrs
        for name, value in attrs:
            assert re.fullmatch(r"[a-z][a-z0-9:-]*", name), (tag, name)
            assert not name.startswith("on"), (tag, name, value)
            assert name not in {"style", "srcdoc", "formaction", "ping", "background"}, (tag, name, value)
            if name in {"href", "src", "xlink:href", "action"}:
                assert _SAFE.match(value or "#"), (tag, name, value)
            if name in _SHOWN_ATTRIBUTES:
                self.texts.append(value or "")
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._turn(tag)
        self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Judge an element that is closed where it is opened."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a text with its element."""
        while self._open and self._open.pop() != tag:
            pass
        self._turn(tag)

    def handle_data(self, data: str) -> None:
        """Keep a text, or what is no text for those who read."""
        if self._open and self._open[-1] in {"script", "style"}:
            (self.scripts if self._open[-1] == "script" else self.styles).append(data)
        else:
            self.texts[-1] += data

    def handle_comment(self, data: str) -> None:
        """Refuse comments: ours are left out of pages."""
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        """Keep what kind of document the page says it is."""
        self.declarations.append(decl)

    def handle_pi(self, data: str) -> None:
        """Refuse instructions: HTML has none."""
        raise AssertionError(data)

    unknown_decl = handle_comment

    def _turn(self, tag: str) -> None:
        if tag not in WITHIN_A_LINE:
            self.texts.append("")
