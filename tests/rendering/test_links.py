"""Only harmless addresses become links."""

import pytest

from journeymap.rendering.links import NO_LINKS, Links, safe_url


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.com/a?b=c#d", "https://example.com/a?b=c#d"),
        ("HTTP://example.com", "HTTP://example.com"),
        ("mailto:team@example.com", "mailto:team@example.com"),
        ("../returns/index.html", "../returns/index.html"),
        ("#checkout", "#checkout"),
        ("search?q=a:b", "search?q=a:b"),
        (" https://example.com/a b\n", "https://example.com/a%20b"),
        ("https://example.com/\u202ex", "https://example.com/x"),
        ("", None),
        (" \t", None),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("java\x00script:alert(1)", None),
        ("\x01 javascript:alert(1)", None),
        ("java script:alert(1)", None),
        ("java\u200bscript:alert(1)", None),
        ("data:text/html,<script>", None),
        ("vbscript:x", None),
        ("file:///etc/passwd", None),
        ("C:\\Windows", None),
        ("//example.com", None),
        ("/\\example.com", None),
        ("\\\\host\\share", None),
        (":x", None),
        ("https://example.com/\ud800", None),
    ],
)
def test_addresses_pass_one_allowlist(url: str, safe: str | None) -> None:
    """Web and mail addresses, relative ones and fragments are links; everything else is not."""
    assert safe_url(url) == safe


def test_links_fill_in_the_id() -> None:
    """A pattern makes the address of an item; without a pattern, an id or safety there is none."""
    links = Links(touchpoint="#{id}", journey="../{id}/index.html", stage="javascript:{id}")

    assert links.address("touchpoint", "checkout") == "#checkout"
    assert links.address("journey", "returns") == "../returns/index.html"
    assert links.address("journey", "") == ""
    assert links.address("stage", "decision") == ""
    assert links.address("exit", "abandoned") == ""
    assert NO_LINKS.address("touchpoint", "checkout") == ""
