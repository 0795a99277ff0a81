"""Pages keep PDF/UA-1, says the reference checker, in every script and on every paper."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
from pypdf.generic import NameObject

from journeymap.rendering.charts.curve import draw_emotion_curve
from journeymap.rendering.documents.pages import write_map_pdf, write_picture_pdf
from journeymap.rendering.flow.picture import draw_flow
from journeymap.rendering.requests import Request
from journeymap.themes.theme import LIGHT
from tests.conftest import ROOT
from tests.rendering.documents.fonts_here import needs_families
from tests.rendering.documents.verapdf import PACKAGE, check_pages
from tests.rendering.samples import SAMPLES

FONTS = ("Noto Sans Arabic", "Noto Sans CJK JP", "Noto Color Emoji")
RULES = 106
"""How many rules PDF/UA-1 has for a program to check."""


def write(name: str, **wishes: str) -> bytes:
    """Return the map of a sample on paper."""
    sample = SAMPLES[name]()
    return write_map_pdf(Request(sample.portfolio, sample.journey, **wishes))  # type: ignore[arg-type]


def without(content: bytes, spoil: Callable[[Any], None]) -> bytes:
    """Return a PDF whose catalogue somebody has spoilt."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
    spoil(writer.root_object)
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def test_the_reference_checker_finds_nothing(tmp_path: Path) -> None:
    """Maps of every sample on large and small paper, light and dark, and pictures of flows and curves."""
    needs_families(*FONTS)
    pages = {f"{name} {paper}": write(name, paper=paper) for name in SAMPLES for paper in ("a3", "a4")}
    pages["dark"] = write("retailer", theme="dark")
    pages["service blueprint"] = write("retailer", view="blueprint")
    for name in ("retailer", "arabic"):
        sample = SAMPLES[name]()
        flow = draw_flow(sample.portfolio, sample.journey, theme=LIGHT)
        curve = draw_emotion_curve(sample.portfolio, sample.journey, theme=LIGHT, personas=())
        pages |= {f"flow {name}": write_picture_pdf(flow), f"curve {name}": write_picture_pdf(curve)}

    verdicts = check_pages(pages, tmp_path)

    assert {name: verdict.faults for name, verdict in verdicts.items() if not verdict.passed} == {}
    assert {verdict.rules for verdict in verdicts.values()} == {RULES}
    assert all(verdict.checks > 100 for verdict in verdicts.values())


def test_the_checker_sees_what_is_missing(tmp_path: Path) -> None:
    """Without a language, tags or their mark a page is refused: the checker really looks."""
    content = write("tiny")
    spoilt = {
        "7.2": without(content, lambda root: root.pop(NameObject("/Lang"))),
        "7.1": without(content, lambda root: root.pop(NameObject("/StructTreeRoot"))),
        "6.2": without(content, lambda root: root.pop(NameObject("/MarkInfo"))),
    }

    verdicts = check_pages(spoilt, tmp_path)

    for clause, verdict in verdicts.items():
        assert not verdict.passed
        assert any(fault.startswith(f"{clause}-") for fault in verdict.faults), verdict.faults


def test_the_checker_is_installed_before_the_tests() -> None:
    """What the tests ask is what ``.ci/test`` installs, in the same version."""
    assert PACKAGE in (ROOT / ".ci" / "test").read_text(encoding="utf-8")
