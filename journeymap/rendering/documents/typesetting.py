"""Typesetting: the one door to Typst, an extra, which runs in this process.

What is set comes from a program of ours in ``templates/print`` and from data. Text of a journey is
only ever data, never part of a program, so that nothing in it is markup. Nothing is fetched and no file
is read but fonts; the date of a document is fixed: the same data and fonts give the same bytes.
"""

import json
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.failures import RenderingError
from journeymap.resources import templates_path

if TYPE_CHECKING:
    from typst import Fonts

Format: TypeAlias = Literal["pdf", "png"]

ACCESSIBLE: Literal["ua-1"] = "ua-1"
"""The standard that every PDF keeps: PDF/UA-1, tagged for assistive technology."""
POINTS_PER_INCH = 72


class Face(NamedTuple):
    """An installed font: its family, how heavy, slanted and wide it is, and where in which file it lies."""

    family: str
    weight: int
    upright: bool
    stretch: float
    path: str
    number: int


def typeset_pdf(program: str, data: Any) -> bytes:
    """Return what a program makes of data as a tagged PDF."""
    return _typeset(program, data, format="pdf", pixels_per_point=None)


def typeset_png(program: str, data: Any, *, pixels_per_point: float) -> bytes:
    """Return what a program makes of data, one page of it, as a PNG."""
    return _typeset(program, data, format="png", pixels_per_point=pixels_per_point)


@cache
def installed_faces() -> tuple[Face, ...]:
    """Return the fonts of this system, in a fixed order."""
    faces = (
        Face(font.family, font.weight, font.style == "normal", font.stretch, font.path, font.index)
        for font in _fonts().fonts()
        if font.path
    )
    return tuple(sorted(faces))


def _typeset(program: str, data: Any, *, format: Format, pixels_per_point: float | None) -> bytes:
    fonts = _fonts()
    import typst

    folder = templates_path() / "print"
    compiler = typst.Compiler(
        (folder / f"{program}.typ").read_bytes(),
        root=folder,
        font_paths=fonts,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    try:
        content = compiler.compile(
            format=format,
            ppi=pixels_per_point and pixels_per_point * POINTS_PER_INCH,
            pdf_standards=ACCESSIBLE if format == "pdf" else None,
            timestamp=0,
        )
    except typst.TypstError as error:
        raise RenderingError(
            f"this could not be set as {format}: {error.message}",
            "install fonts that have these letters, such as `fonts-noto-core` on Debian and Ubuntu"
            if "could not be displayed" in error.message
            else "; ".join(error.hints),
        ) from error
    assert isinstance(content, bytes)
    return content


@cache
def _fonts() -> "Fonts":
    """Return the fonts of the system, read once; the few that Typst brings are for mathematics."""
    try:
        import typst
    except ImportError as missing:
        raise RenderingError(
            "writing pdf and png needs typst, which is not installed",
            "install the extra: `pip install 'journeymap[export]'`",
        ) from missing
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False)
