"""What no picture may hold, whoever wrote its texts: judged by a parser that has nothing to do with ours."""

import re
from collections import Counter
from collections.abc import Iterator
from xml.parsers.expat import ParserCreate

from journeymap.rendering.svg_cleaning import ATTRIBUTES, ELEMENTS

_LINK = re.compile(r"https?://|mailto:|#|(?:\.\./)*[\w-]+(?:/[\w.-]+)*(?:\.html)?(?:#|$)|(?:\.\./)+")
_URL = re.compile(r"url\(\s*['\"]?([^)]{0,40})", re.IGNORECASE)
_FONT = re.compile(r'@font-face\{[^{}]*src:url\(data:font/woff;base64,[A-Za-z0-9+/=]+\) format\("woff"\)\}')
_MEDIA = re.compile(
    r"@media \(prefers-color-scheme: dark\)\{"
    r"(?:[.\w:, -]+\{(?:(?:fill|stroke|stop-color|color):#[0-9a-fA-F]{3,8};?)+\})+\}"
)
_WITH_CLASS = ATTRIBUTES | {"class"}


class _Picture:
    """The parts of a picture as expat reports them."""

    def __init__(self, svg: bytes) -> None:
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.forbidden: list[str] = []
        self.styles: list[str] = []
        self.words: dict[str, str] = {}
        self._open: list[tuple[str, str]] = []
        parser = ParserCreate("utf-8", "}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = lambda _: self._open.pop() and None
        parser.CharacterDataHandler = self._read
        for name in (
            "StartDoctypeDecl",
            "EntityDecl",
            "ProcessingInstruction",
            "Comment",
            "ExternalEntityRef",
        ):
            setattr(
                parser, f"{name}Handler", lambda *found, name=name: self.forbidden.append(f"{name} {found}")
            )
        parser.Parse(svg, True)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.elements.append((tag.removeprefix("http://www.w3.org/2000/svg}"), attributes))
        self._open.append((tag.rpartition("}")[2], attributes.get("id", "")))

    def _read(self, text: str) -> None:
        tag, id = self._open[-1]
        if tag == "style":
            self.styles.append(text)
        elif id:
            self.words[id] = self.words.get(id, "") + text


def faults_in(svg: bytes) -> list[str]:
    """Return what a picture holds that it may not, and what it lacks."""
    picture = _Picture(svg)
    return [*picture.forbidden, *_unknown(picture), *_leading_out(picture), *_undescribed(picture)]


def _unknown(picture: _Picture) -> Iterator[str]:
    for tag, attributes in picture.elements:
        if tag not in ELEMENTS | {"style"}:
            yield f"an element `{tag}`"
        yield from (f"{tag} {name}" for name in attributes if name not in _WITH_CLASS | {"href"})
    for style in picture.styles:
        rest = _MEDIA.sub("", _FONT.sub("", style))
        if rest.strip():
            yield f"a style {rest[:80]}"


def _leading_out(picture: _Picture) -> Iterator[str]:
    for tag, attributes in picture.elements:
        for name, value in attributes.items():
            if name == "href" and not (tag == "a" and _LINK.match(value)):
                yield f"{tag} leads to {value}"
            elif name != "href" and [target for target in _URL.findall(value) if target[:1] != "#"]:
                yield f"{tag} {name}={value}"
            elif "\\" in value and name not in {"aria-label"}:
                yield f"{tag} {name} is disguised: {value}"
    for style in picture.styles:
        if [target for target in _URL.findall(style) if not target.startswith("data:font/woff;base64,")]:
            yield f"a style leads out: {style[:80]}"
        if "@import" in style or "\\" in style:
            yield f"a style loads: {style[:80]}"


def _undescribed(picture: _Picture) -> Iterator[str]:
    ids = Counter(attributes["id"] for _, attributes in picture.elements if "id" in attributes)
    yield from (f"the id {id} {count} times" for id, count in ids.items() if count > 1)
    tag, root = picture.elements[0]
    if tag != "svg":
        yield f"it begins with {tag}"
    if not re.fullmatch(r"[a-zA-Z]{2,3}(-[A-Za-z0-9]+)*", root.get("lang", "")):
        yield "no language"
    kinds = {attributes.get("id"): tag for tag, attributes in picture.elements}
    for name, kind in (("aria-labelledby", "title"), ("aria-describedby", "desc")):
        id = root.get(name, "")
        if kinds.get(id) != kind or not picture.words.get(id, "").strip():
            yield f"no {kind}"
