"""Lists of fonts, as style sheets write them and as other files need them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.themes.families import choose_face, complete_family, split_family


@pytest.mark.parametrize(
    ("written", "family"),
    [
        ("Brand Sans", "'Brand Sans', sans-serif"),
        ("Georgia, serif", "Georgia, serif"),
        ("'Source Sans 3',Arial,  sans-serif", "'Source Sans 3', Arial, sans-serif"),
        ('"Brand Sans", system-ui', "'Brand Sans', system-ui"),
        ("3270 Medium", "'3270 Medium', sans-serif"),
        ("inherit", "'inherit', sans-serif"),
        ("'", "sans-serif"),
        (",,", "sans-serif"),
    ],
)
def test_a_list_is_written_for_style_sheets(written: str, family: str) -> None:
    """Names are quoted where they need it, and a kind of font that every reader has ends the list."""
    assert complete_family(written) == family


@pytest.mark.parametrize(
    ("family", "face"),
    [
        ("Brand Sans, Arial", "Brand Sans"),
        ("system-ui, 'Segoe UI', sans-serif", "Segoe UI"),
        ("serif", "Times New Roman"),
        ("ui-monospace, monospace", "Courier New"),
        ("system-ui, sans-serif", "Arial"),
        ("", "Arial"),
    ],
)
def test_the_one_font_is_the_first_with_a_name(family: str, face: str) -> None:
    """Files that name one font get a real one, also where the list names kinds only."""
    assert choose_face(family, "Arial") == face


@given(st.text())
def test_nothing_gets_out_of_a_list(text: str) -> None:
    """Whatever is written, the list is names and quotes around them: no style sheet or picture breaks."""
    written = complete_family(text)

    assert re.fullmatch(r"(?:[A-Za-z-]+|'[A-Za-z0-9 -]+')(?:, (?:[A-Za-z-]+|'[A-Za-z0-9 -]+'))*", written)
    assert complete_family(written) == written
    assert all(split_family(written))
