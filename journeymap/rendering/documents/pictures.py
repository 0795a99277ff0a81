"""A drawing as the data of the program that sets it: shapes, texts, fonts."""

from typing import Any

from journeymap.rendering.canvas import Drawing
from journeymap.rendering.documents.lifting import LiftedText, lift_texts
from journeymap.rendering.documents.sheet_texts import describe_language
from journeymap.rendering.documents.typefaces import choose_families
from journeymap.rendering.templating import direction


def lay_out_picture(drawing: Drawing, *, scale: float = 1) -> dict[str, Any]:
    """Return what ``picture.typ`` needs to set a drawing, its pixels as so many points."""
    layers = lift_texts(drawing.svg)
    mirrored = direction(layers.lang) == "rtl"
    families = choose_families(
        (line for text in layers.texts for line in text.lines), wished=layers.families, lang=layers.lang
    )
    return {
        "title": layers.title,
        "alt": " ".join(filter(None, (layers.title, layers.about))),
        **describe_language(layers.lang),
        "mirrored": mirrored,
        "width": drawing.width * scale,
        "drawn": drawing.width * scale,
        "height": drawing.height * scale,
        "families": families,
        "shapes": layers.shapes,
        "texts": [_lay_out_text(text, scale, mirrored=mirrored) for text in layers.texts],
    }


def _lay_out_text(text: LiftedText, scale: float, *, mirrored: bool) -> dict[str, Any]:
    rtl = text.direction == "rtl" if text.direction else mirrored
    sides = {"start": "right", "end": "left"} if rtl else {"start": "left", "end": "right"}
    return {
        "lines": [line.rstrip(" ") for line in text.lines],
        "x": text.x * scale,
        "y": text.y * scale,
        "size": text.size * scale,
        "leading": text.leading * scale,
        "weight": text.weight,
        "slanted": text.slanted,
        "colour": text.colour,
        "side": sides.get(text.anchor, "center"),
        "rtl": rtl,
        "angle": text.angle,
        "url": text.url if text.url.startswith(("https:", "http:", "mailto:")) else "",
    }
