"""Nothing active and nothing foreign stays in a picture."""

import re

import pytest

from journeymap.rendering.svg_cleaning import UnsafePicture, clean_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


CASES = (
    ("<script>alert(1)</script><g/>", "<g />"),
    ("<SCRIPT>alert(1)</SCRIPT>", ""),
    ('<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>', ""),
    ("<foreignObject><p>x</p></foreignObject>after", "after"),
    ("<g/>between<style>*{}</style>after", "<g />betweenafter"),
    ("before<image href='http://e/x.png'/>after", "beforeafter"),
    ("<!-- a comment --><?php x?><g/>", "<g />"),
    ('<g onclick="x()" style="fill:red" fill="red"/>', '<g fill="red" />'),
    ('<a href="javascript:alert(1)"><g/></a>', "<a><g /></a>"),
    ('<a xlink:href="#t1"><g/></a>', '<a href="#t1"><g /></a>'),
    ('<use href="#shape"/>', '<use href="#shape" />'),
    ('<use href="https://example.com/x.svg#y"/>', "<use />"),
    ('<g fill="url(#tint)"/>', '<g fill="url(#tint)" />'),
    ('<g fill="url( https://example.com/x )"/>', "<g />"),
    ('<g fill="u\\72l(https://example.com/x)"/>', "<g />"),
    ("<animate attributeName='href' values='javascript:x'/><set/>", ""),
    ("<text>a &lt; b &amp; c</text>", "<text>a &lt; b &amp; c</text>"),
    ("<text><![CDATA[<script>]]></text>", "<text>&lt;script&gt;</text>"),
)


@pytest.mark.parametrize(("given", "kept"), CASES)
def test_only_known_and_inert_things_stay(given: str, kept: str) -> None:
    """Scripts, handlers, styles, foreign content and outside references go; shapes and texts stay."""
    cleaned = clean_svg(f"{HEAD}>{given}</svg>")

    body = f">{kept}</svg>\n" if kept else " />\n"
    assert cleaned == f'<svg xmlns="http://www.w3.org/2000/svg"{body}'


@pytest.mark.parametrize(("given", "kept"), [case for case in CASES if "xlink" not in case[0]])
def test_a_picture_that_looks_like_ours_is_judged_like_any_other(given: str, kept: str) -> None:
    """Only what cleaning would leave alone passes unchanged; all else goes, whoever wrote it."""
    cleaned = clean_svg(f'<svg xmlns="http://www.w3.org/2000/svg" >{given}</svg>\n')

    assert re.sub(r"\s*/>", "/>", cleaned).removesuffix("</svg>\n").endswith(kept.replace(" />", "/>"))
    assert cleaned == clean_svg(cleaned)
    assert not re.search(
        r"script>|on[a-z]+=|style|foreign|https?://e|javascript|<!--|<[?]|CDATA|animate",
        cleaned.replace("&lt;script&gt;", ""),
    )


def test_a_clean_picture_stays_as_it_is() -> None:
    """What is known and plain is not written anew, links and references to its own shapes included."""
    own = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="4">\n<a href="#t1"><rect fill="url(#tint)"/></a>\n'
        '<path transform="translate(1 2)"/><text>a &lt; b</text>\n</svg>\n'
    )
    assert clean_svg(own) == own
    assert clean_svg(own.replace("#t1", " #t1 ")) != own


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not xml",
        "<svg/>",
        f"{HEAD}><g></svg>",
        '<html xmlns="http://www.w3.org/1999/xhtml"/>',
        f'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>{HEAD}>&b;</svg>',
        f'<!DOCTYPE svg SYSTEM "file:///etc/passwd">{HEAD}/>',
        f"{HEAD}>\x00</svg>",
        f"{HEAD}>\ud800</svg>",
    ],
)
def test_what_is_no_plain_picture_is_refused(text: str) -> None:
    """A text that is not well-formed SVG, or that declares entities, is refused as a whole."""
    with pytest.raises(UnsafePicture):
        clean_svg(text)
