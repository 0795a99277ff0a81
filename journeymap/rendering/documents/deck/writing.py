"""Text on slides: paragraphs of runs, how many lines they take, and how they are written in DrawingML."""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.documents.deck.look import LEADING, Look
from journeymap.rendering.metrics import one_line, printable, text_width, wrap

Align: TypeAlias = Literal["start", "middle", "end"]

_JOINER = "\N{ZERO WIDTH JOINER}"
_IN_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;"})


class Run(NamedTuple):
    """A piece of text in one colour; without one it has the colour of its place."""

    text: str
    colour: str = ""
    bold: bool = False
    italic: bool = False


class Paragraph(NamedTuple):
    """Runs on the same lines; ``size`` in points."""

    runs: tuple[Run, ...]
    size: float
    align: Align = "start"
    gap: float = 0.0

    @property
    def text(self) -> str:
        """What all runs say together."""
        return "".join(run.text for run in self.runs)


def say(text: str, size: float, colour: str = "", *, bold: bool = False, align: Align = "start") -> Paragraph:
    """Return a paragraph of one run; line ends in the text are blanks."""
    return Paragraph((Run(one_line(text), colour, bold),), size, align)


def lines_of(paragraph: Paragraph, width: float) -> tuple[str, ...]:
    """Return the lines that a paragraph takes at most."""
    bold = any(run.bold for run in paragraph.runs)
    return wrap(paragraph.text, width, paragraph.size, bold=bold) or ("",)


def height_of(paragraphs: Iterable[Paragraph], width: float) -> float:
    """Return the height that paragraphs take at most, one below the other."""
    return sum(
        len(lines_of(paragraph, width)) * paragraph.size * LEADING + paragraph.gap for paragraph in paragraphs
    )


def width_of(paragraphs: Iterable[Paragraph]) -> float:
    """Return the width that paragraphs take at most when none of them is broken."""
    return max(
        text_width(each.text, each.size, bold=any(run.bold for run in each.runs)) for each in paragraphs
    )


def cut_lines(paragraph: Paragraph, width: float, count: int) -> tuple[Paragraph, Paragraph]:
    """Return a paragraph up to a line and the rest of it; together they say the same."""
    before, after = _split_runs(paragraph, len("".join(lines_of(paragraph, width)[:count])))
    return paragraph._replace(runs=before), paragraph._replace(runs=after, gap=0.0)


def shorten(paragraph: Paragraph, width: float, count: int) -> Paragraph:
    """Return a paragraph in no more lines than a count, with an ellipsis where it was cut."""
    if len(lines_of(paragraph, width)) <= count:
        return paragraph
    fitting = bisect_left(
        range(len(paragraph.text)),
        1,
        key=lambda length: len(lines_of(_clip(paragraph, length), width)) > count,
    )
    return _clip(paragraph, max(0, fitting - 1))


def _clip(paragraph: Paragraph, length: int) -> Paragraph:
    """Return the first letters of a paragraph and an ellipsis; a letter keeps its marks."""
    text = paragraph.text
    while 0 < length < len(text) and (_is_mark(text[length]) or text[length - 1] == _JOINER):
        length -= 1
    head = _split_runs(paragraph, len(text[:length].rstrip()))[0]
    last = head[-1] if head else Run("")
    return paragraph._replace(runs=(*head[:-1], last._replace(text=f"{last.text}…")))


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Me", "Mc", "Cf", "Sk"}


def _split_runs(paragraph: Paragraph, place: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return the runs before a place in the text, and those after it."""
    before: list[Run] = []
    after: list[Run] = []
    for run in paragraph.runs:
        head, tail = run.text[: max(0, place)], run.text[max(0, place) :]
        before += [run._replace(text=head)] if head else []
        after += [run._replace(text=tail)] if tail else []
        place -= len(run.text)
    return tuple(before), tuple(after)


def write_paragraphs(paragraphs: Sequence[Paragraph], look: Look) -> str:
    """Return paragraphs as DrawingML."""
    return "".join(_write_paragraph(paragraph, look) for paragraph in paragraphs) or "<a:p/>"


def write_colour(colour: str, look: Look) -> str:
    """Return a colour in DrawingML: those of the deck's own palette by their place in it."""
    theme = look.theme
    places = {
        theme.background: "bg1",
        theme.text: "tx1",
        theme.surface: "bg2",
        theme.muted: "tx2",
        theme.accent: "accent1",
        **{step.solid: f"accent{index}" for index, step in enumerate(theme.emotions, start=2)},
    }
    if colour in places:
        return f'<a:schemeClr val="{places[colour]}"/>'
    return f'<a:srgbClr val="{colour.lstrip("#").upper()}"/>'


def write_fill(colour: str, look: Look) -> str:
    """Return what fills a shape; nothing where there is no colour."""
    return f"<a:solidFill>{write_colour(colour, look)}</a:solidFill>" if colour else "<a:noFill/>"


def in_xml(text: str) -> str:
    """Return a text as it stands in XML."""
    return printable(text).translate(_IN_XML)


def in_attribute(text: str) -> str:
    """Return a text of one line as it stands in an attribute."""
    return one_line(text).translate(_IN_XML)


def _write_paragraph(paragraph: Paragraph, look: Look) -> str:
    size = round(paragraph.size * 100)
    align = {"start": "l", "middle": "ctr", "end": "r"}[paragraph.align]
    if look.mirrored:
        align = {"l": "r", "r": "l"}.get(align, align)
    before = f'<a:spcBef><a:spcPts val="{round(paragraph.gap * 100)}"/></a:spcBef>'
    leading = f'<a:lnSpc><a:spcPts val="{round(paragraph.size * LEADING * 100)}"/></a:lnSpc>'
    runs = "".join(_write_run(run, size, look) for run in paragraph.runs if run.text)
    return (
        f'<a:p><a:pPr algn="{align}" rtl="{int(look.mirrored)}" marL="0" indent="0">{leading}{before}'
        f'<a:buNone/></a:pPr>{runs}<a:endParaRPr lang="{in_attribute(look.tag)}" sz="{size}"/></a:p>'
    )


def _write_run(run: Run, size: int, look: Look) -> str:
    bold = ' b="1"' if run.bold else ' b="0"'
    italic = ' i="1"' if run.italic else ""
    fill = write_fill(run.colour, look) if run.colour else ""
    return (
        f'<a:r><a:rPr lang="{in_attribute(look.tag)}" sz="{size}"{bold}{italic} dirty="0">{fill}</a:rPr>'
        f"<a:t>{in_xml(run.text)}</a:t></a:r>"
    )
