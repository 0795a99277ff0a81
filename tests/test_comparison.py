"""The comparison with other tools is what was measured, on the journey that the example tells."""

import json
from pathlib import Path

import pytest

from tests.benchmarks.comparison import sources
from tests.benchmarks.comparison.content import Content, read_content
from tests.benchmarks.comparison.report import NAMES, PAGE, RESULTS, fill_page
from tests.conftest import ACCEPT, ROOT


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """Read the journey once."""
    return read_content(tmp_path_factory.mktemp("content"))


def test_the_tables_are_the_results() -> None:
    """Every table of the page says what the committed results say, and nobody was left out."""
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    page = PAGE.read_text(encoding="utf-8")
    filled = fill_page(page, results)
    if ACCEPT:
        PAGE.write_text(filled, encoding="utf-8")

    assert set(results) == {*NAMES, "asked"}
    assert ACCEPT or filled == page


def test_the_results_are_of_this_journey(content: Content) -> None:
    """What was counted on the pages is as much as the example has today."""
    asked = json.loads(RESULTS.read_text(encoding="utf-8"))["asked"]

    assert asked == {kind: len(phrases) for kind, phrases in content.phrases.items()}


def test_every_tool_is_given_the_whole_journey(content: Content, tmp_path: Path) -> None:
    """Titles stand in every tool's source, and feelings and pains wherever the tool has a place for them."""
    library = tmp_path / "mermaid.min.js"
    library.write_text("")
    sources.write_mermaid(content, tmp_path / "mermaid", library)
    sources.write_material(content, tmp_path / "material", library)
    sources.write_likec4(content, tmp_path / "likec4")
    sources.write_eventcatalog(content, tmp_path / "eventcatalog")
    files = {
        "mermaid": "mermaid/index.html",
        "material": "material/docs/index.md",
        "likec4": "likec4/journey.c4",
        "eventcatalog": "eventcatalog/flows/first-purchase/index.mdx",
    }
    missing = {}
    for tool, file in files.items():
        text = (tmp_path / file).read_text(encoding="utf-8").replace("\\'", "'").replace("&#x27;", "'")
        phrases = dict(content.phrases)
        if tool == "mermaid":
            del phrases["pains"]
        missing[tool] = [one for each in phrases.values() for one in each if one not in text]

    assert missing == {tool: [] for tool in files}


def test_the_pictures_of_the_page_are_small() -> None:
    """A picture of each tool is there and light enough for a page of documentation."""
    pictures = sorted((ROOT / "docs" / "images" / "comparison").iterdir())

    assert [picture.stem for picture in pictures] == sorted(name.lower() for name in NAMES)
    assert all(picture.stat().st_size < 80_000 for picture in pictures)
