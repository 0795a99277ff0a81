"""What a marker asks for, made: Markdown that stands between the markers, and a picture beside the file."""

import re
from itertools import dropwhile

from journeymap.injecting.targets import Target
from journeymap.markers.grammar import PICTURES, Wish
from journeymap.named_tuples import NamedTuple
from journeymap.rendering import FORMS, Request
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.tables.markdown_text import escape_markdown, write_markdown
from journeymap.rendering.tables.table import Table, build_table, choose_tables

FOLDER = "journeymap"
"""Where pictures go, beside the file, unless their marker says otherwise."""

_MERMAID_FORMS = {"journey": "map", "flow": "flow"}
_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title>", re.DOTALL)
_ABOUT = re.compile(r"<desc\b[^>]*>(.*?)</desc>", re.DOTALL)


class Picture(NamedTuple):
    """A picture to write: its path as seen from the Markdown file, and its content."""

    path: str
    content: bytes


class Filling(NamedTuple):
    """The Markdown for a block, and the picture that it shows, if it shows one."""

    text: str
    picture: Picture | None = None


def fill(wish: Wish, target: Target, *, engine: str = "") -> Filling:
    """Return what belongs between a marker and its end."""
    kind = wish.kind.text
    if kind in PICTURES:
        return _fill_picture(wish, target, engine)
    request = Request(target.portfolio, target.journey)
    if kind == "mermaid":
        return Filling(_fence(FORMS[_MERMAID_FORMS[wish.option("form")]]["mmd"](request).content.decode()))
    lang = request.subject.lang or target.portfolio.workspace.lang
    if kind == "table":
        table = build_table(wish.words[1].text, target.portfolio, request.subject)
        return Filling(write_markdown(table, lang=lang))
    tables = choose_tables(target.portfolio, request.subject)
    if not tables:
        raise RenderingError("the journey has nothing to put into tables")
    return Filling("\n".join(_write_titled(table, lang) for table in tables))


def picture_path(wish: Wish, target: Target) -> str:
    """Return where the picture of a marker goes, as seen from the Markdown file."""
    kind = wish.kind.text
    name = f"{target.journey.id}-{kind}" if target.journey else kind
    return wish.option("to") or f"{FOLDER}/{name}.svg"


def _fill_picture(wish: Wish, target: Target, engine: str) -> Filling:
    request = Request(
        target.portfolio,
        target.journey,
        theme=wish.option("theme"),
        engine=engine,
        view=wish.option("view"),
        lanes=_listed(wish.option("lanes")),
        personas=_listed(wish.option("personas")),
    )
    content = FORMS[wish.kind.text]["svg"](request).content
    path = picture_path(wish, target)
    return Filling(f"![{_describe(content.decode())}]({_address(path)})\n", Picture(path, content))


def _describe(svg: str) -> str:
    """Return the text that stands for a picture: its title and description, as Markdown."""
    from html import unescape

    found = (pattern.search(svg) for pattern in (_TITLE, _ABOUT))
    title, about = (unescape(each[1]) if each else "" for each in found)
    stop = "" if title.endswith((".", "?", "!")) else "."
    return escape_markdown(f"{title}{stop} {about}")


def _address(path: str) -> str:
    from urllib.parse import quote

    return quote(path, safe="/-_.~")


def _write_titled(table: Table, lang: str) -> str:
    return f"**{escape_markdown(table.title)}**\n\n{write_markdown(table, lang=lang)}"


def _fence(text: str) -> str:
    """Return a text as a fenced block of Mermaid, whatever backticks it holds.

    What the diagram does not show is left out of its head, too: a block changes only with its picture.
    """
    origin, *rest = text.splitlines()
    text = "\n".join([origin, *dropwhile(lambda line: line.startswith("%%"), rest)])
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    ticks = "`" * max(3, longest + 1)
    return f"{ticks}mermaid\n{text}\n{ticks}\n"


def _listed(text: str) -> tuple[str, ...]:
    return tuple(word for word in text.split(",") if word)
