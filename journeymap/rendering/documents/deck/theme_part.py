"""The theme of a deck as its file keeps it: colours to pick from and fonts, made from our tokens."""

from journeymap.rendering.documents.deck.look import Look
from journeymap.rendering.documents.deck.writing import in_attribute

MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"

_SCRIPTS = {
    "Jpan": "Yu Gothic",
    "Hang": "Malgun Gothic",
    "Hans": "Microsoft YaHei",
    "Hant": "Microsoft JhengHei",
    "Arab": "Segoe UI",
    "Hebr": "Segoe UI",
    "Thai": "Leelawadee UI",
    "Deva": "Nirmala UI",
}
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINES = "".join(
    f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/></a:ln>'
    for width in (9525, 19050, 28575)
)
_FORMATS = (
    '<a:fmtScheme name="journeymap">'
    f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINES}</a:lnStyleLst>"
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def write_theme(look: Look) -> bytes:
    """Return the theme as XML."""
    theme = look.theme
    background, text, surface, muted = theme.background, theme.text, theme.surface, theme.muted
    pairs = {"dk1": text, "lt1": background, "dk2": muted, "lt2": surface}
    if look.dark:
        pairs = {"dk1": background, "lt1": text, "dk2": surface, "lt2": muted}
    accents = (theme.accent, *(step.solid for step in theme.emotions))
    pairs |= {f"accent{index}": colour for index, colour in enumerate(accents, start=1)}
    pairs |= {"hlink": theme.accent, "folHlink": theme.muted}
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{colour.lstrip("#").upper()}"/></a:{name}>'
        for name, colour in pairs.items()
    )
    scripts = "".join(f'<a:font script="{script}" typeface="{font}"/>' for script, font in _SCRIPTS.items())
    fonts = (
        f'<a:latin typeface="{in_attribute(theme.type.face)}"/><a:ea typeface="{look.eastern_font}"/>'
        f'<a:cs typeface=""/>{scripts}'
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="{MAIN}" name="journeymap {in_attribute(theme.name)}"><a:themeElements>'
        f'<a:clrScheme name="journeymap">{colours}</a:clrScheme>'
        f'<a:fontScheme name="journeymap"><a:majorFont>{fonts}</a:majorFont>'
        f"<a:minorFont>{fonts}</a:minorFont></a:fontScheme>{_FORMATS}</a:themeElements>"
        "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    ).encode()


def write_colour_map(look: Look) -> dict[str, str]:
    """Return which colours of the theme are background and text."""
    dark = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}
    light = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
    return dark if look.dark else light
