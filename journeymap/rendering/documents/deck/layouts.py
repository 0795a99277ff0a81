"""The master of a deck and its two layouts: where titles stand, and what every slide says below."""

from journeymap.rendering.documents.deck.look import EMU, HEIGHT, LEADING, WIDTH, Look
from journeymap.rendering.documents.deck.theme_part import MAIN
from journeymap.rendering.documents.deck.writing import in_attribute
from journeymap.rendering.geometry import Box

NAMESPACES = (
    f'xmlns:a="{MAIN}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    "</a:xfrm></p:grpSpPr>"
)
COVER_BOTTOM = 244.0
"""Where the title of the deck ends, however many lines it has."""
FOOTER_HEIGHT = 16.0
NUMBER_WIDTH = 48.0


def title_box(look: Look) -> Box:
    """Return where a slide's title stands, two lines at most."""
    return Box(look.margin, look.margin * 0.75, WIDTH - 2 * look.margin, look.title * LEADING * 1.2)


def cover_box(look: Look) -> Box:
    """Return where the title of the deck stands."""
    height = look.cover * LEADING * 3
    return Box(look.margin, COVER_BOTTOM - height, WIDTH - 2 * look.margin, height)


def footer_box(look: Look) -> Box:
    """Return where every slide says what it belongs to."""
    top = HEIGHT - look.margin * 0.5 - FOOTER_HEIGHT
    return Box(look.margin, top, WIDTH - 2 * look.margin - NUMBER_WIDTH, FOOTER_HEIGHT)


def number_box(look: Look) -> Box:
    """Return where the number of a slide stands."""
    footer = footer_box(look)
    return Box(footer.right, footer.y, NUMBER_WIDTH, FOOTER_HEIGHT)


def write_master_tree(look: Look) -> str:
    """Return the shapes of the master."""
    return _tree(
        _holder(2, "Title", 'type="title"', title_box(look), look),
        _holder(3, "Footer", 'type="ftr" sz="quarter" idx="3"', footer_box(look), look),
        _holder(4, "Number", 'type="sldNum" sz="quarter" idx="4"', number_box(look), look),
    )


def write_cover_tree(look: Look) -> str:
    """Return the shapes of the layout of the first slide."""
    return _tree(_holder(2, "Title", 'type="ctrTitle"', cover_box(look), look))


def write_plain_tree(look: Look) -> str:
    """Return the shapes of the layout of all other slides."""
    return _tree(
        _holder(2, "Title", 'type="title"', title_box(look), look),
        _holder(3, "Footer", 'type="ftr" sz="quarter" idx="11"', footer_box(look), look),
        _holder(4, "Number", 'type="sldNum" sz="quarter" idx="12"', number_box(look), look),
    )


def write_text_styles(look: Look) -> str:
    """Return how titles and other texts look where nothing else is said."""
    levels = "".join(
        f'<a:lvl{level}pPr marL="0" indent="0" {_side(look)}><a:buNone/>'
        f'<a:defRPr sz="{round(look.body * 100)}">{_FONTS}</a:defRPr></a:lvl{level}pPr>'
        for level in range(1, 10)
    )
    title = (
        f'<a:lvl1pPr {_side(look)}><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:buNone/>'
        f'<a:defRPr sz="{round(look.title * 100)}" b="1">{_FONTS}</a:defRPr></a:lvl1pPr>'
    )
    return (
        f"<p:txStyles {NAMESPACES}><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{levels}</p:otherStyle></p:txStyles>"
    )


def place_box(box: Box, look: Look) -> tuple[int, int, int, int]:
    """Return the left and upper edge of a box and its size as the file counts them.

    x runs from the side where reading starts.
    """
    x = WIDTH - box.right if look.mirrored else box.x
    return round(x * EMU), round(box.y * EMU), round(box.width * EMU), round(box.height * EMU)


def write_frame(box: Box, look: Look) -> str:
    """Return the place of a shape."""
    x, y, width, height = place_box(box, look)
    return f'<a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>'


_FONTS = (
    '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
    '<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
)


def _side(look: Look) -> str:
    return f'algn="{"r" if look.mirrored else "l"}" rtl="{int(look.mirrored)}"'


def _tree(*shapes: str) -> str:
    return f"<p:spTree {NAMESPACES}>{TREE}{''.join(shapes)}</p:spTree>"


def _holder(id: int, name: str, kind: str, box: Box, look: Look) -> str:
    """Return a placeholder with the text that its kind has before anybody writes."""
    end = "sldNum" in kind
    align = ("l" if look.mirrored else "r") if end else ("r" if look.mirrored else "l")
    size = "" if "itle" in kind else f' sz="{round(look.small * 100)}"'
    style = (
        f'<a:lstStyle><a:lvl1pPr algn="{align}"><a:defRPr{size}>'
        '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'
        if size
        else "<a:lstStyle/>"
    )
    anchor = "t" if name == "Title" and "ctr" not in kind else "b"
    tag = in_attribute(look.tag)
    text = f'<a:r><a:rPr lang="{tag}"/><a:t>{name}</a:t></a:r>'
    if end:
        text = f'<a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="{tag}"/><a:t>#</a:t></a:fld>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>{write_frame(box, look)}</a:xfrm>"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        f'<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}">'
        f"<a:noAutofit/></a:bodyPr>{style}<a:p>{text}</a:p></p:txBody></p:sp>"
    )


NUMBER_FIELD = "{C1FF6DA9-008F-8B48-92A6-B652298478BF}"
"""Names the field that shows a slide's number; any identifier will do."""
