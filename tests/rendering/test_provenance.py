"""What was rendered is known again, in every form and format; what people made is not taken for it."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from journeymap.rendering import FORMS, PORTFOLIO_FORMS, Request
from journeymap.rendering.provenance import SIGNS, is_rendered
from tests.rendering.samples import load_retailer

CASES = [(form, format) for form, formats in FORMS.items() for format in formats]
THEIRS = {
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Logo</title></svg>',
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\x90wS\xde\0\0\0\tpHYs",
    "pdf": b"%PDF-1.7\n<</Title(Brochure)/Creator(Writer)>>",
    "pptx": b"not even an archive",
    "html": b"<!doctype html><title>Our team</title><p>Hello",
    "md": b"# Our journeys\n\nWe keep them in git.\n\n| a | b |\n| - | - |\n",
    "csv": b"customer,orders\n12,3\n",
    "json": b'{"name": "shop", "version": "1.0.0"}',
    "dot": b"digraph deps { a -> b }",
    "mmd": b"flowchart LR\n  a --> b\n",
    "d2": b"a -> b\n",
    "puml": b"@startuml\nAlice -> Bob\n@enduml\n",
}


@pytest.mark.parametrize(("form", "format"), CASES)
def test_what_was_rendered_is_known_again(form: str, format: str) -> None:
    """A file from another journey, or from another day, may be written over by a fresh one."""
    portfolio, journey = load_retailer("returns")
    _, other = load_retailer("first-purchase")
    whole = form in PORTFOLIO_FORMS
    old = FORMS[form][format](Request(portfolio, None if whole else other)).content
    fresh = FORMS[form][format](Request(portfolio, None if whole else journey)).content

    assert is_rendered(format, old, fresh)


@pytest.mark.parametrize("format", THEIRS)
def test_what_people_made_is_not_taken_for_it(format: str) -> None:
    """A picture, a page, a note or data of somebody's carries none of the signs; an empty file is free."""
    assert not is_rendered(format, THEIRS[format], b"Touchpoint,Channel\n")
    assert is_rendered(format, b"", b"Touchpoint,Channel\n")


def test_slides_saved_by_another_program_are_somebodys() -> None:
    """Who changes a slide and saves it has made the deck theirs: the fixed date is gone."""
    portfolio, journey = load_retailer("returns")
    deck = FORMS["map"]["pptx"](Request(portfolio, journey)).content
    saved = BytesIO()
    with ZipFile(BytesIO(deck)) as old, ZipFile(saved, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"2000-01-01", b"2026-11-22"))

    assert is_rendered("pptx", deck, deck)
    assert not is_rendered("pptx", saved.getvalue(), deck)


def test_every_format_has_a_sign() -> None:
    """None is forgotten; tables in CSV are known by their first column."""
    assert {format for _, format in CASES} | {"html"} == SIGNS.keys() | {"csv"} == THEIRS.keys() | {"xlsx"}
