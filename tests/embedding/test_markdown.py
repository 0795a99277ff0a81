"""The fence in Python-Markdown: what it makes, whom it tells of problems, and what it is kept as."""

import logging
import pickle
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import markdown
import pytest
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from pymdownx.superfences import SuperFencesException

from journeymap.embedding.markdown import Fence, Surroundings, fence, find_surroundings, validate
from tests.embedding.projects import make_project, write_journey

FENCED = "# Page\n\n```journey\nid: first\nform: curve\n```\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project with a page, and work in it."""
    make_project(tmp_path)
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def converter(own: Fence = fence) -> markdown.Markdown:
    """Return Python-Markdown with the fence."""
    custom = [{"name": "journey", "class": "journey", "format": own, "validator": validate}]
    return markdown.Markdown(
        extensions=["pymdownx.superfences"],
        extension_configs={"pymdownx.superfences": {"custom_fences": custom}},
    )


def as_in_mkdocs(md: markdown.Markdown, page: Path | None, config: Path) -> markdown.Markdown:
    """Leave on a converter what MkDocs leaves there."""
    processor: Any = Treeprocessor(md)
    processor.file = SimpleNamespace(abs_src_path=page and str(page))
    processor.config = SimpleNamespace(config_file_path=str(config), docs_dir=str(config.parent / "docs"))
    md.treeprocessors.register(processor, "relpath", 0)
    return md


def as_in_zensical(md: markdown.Markdown, root: Path, *, strict: bool = False) -> markdown.Markdown:
    """Leave on a converter what Zensical leaves there."""
    processor: Any = Preprocessor(md)
    processor.run = lambda lines: lines
    processor.config = {"root_dir": str(root), "docs_dir": "docs", "strict": strict}
    processor.page = SimpleNamespace(path="a.md")
    md.preprocessors.register(processor, "rendering_context", 0)
    return md


def test_a_fence_becomes_a_picture(project: Path) -> None:
    """The picture stands where the fence stood, and a second one is told apart from it."""
    md = converter()
    html = md.convert(FENCED + "\nText\n\n" + FENCED)
    assert html.count('<figure class="journeymap"') == 2
    assert html.count("<svg") == 2
    assert "<p>Text</p>" in html
    assert 'id="journey-1-' in html
    assert 'id="journey-2-' in html


def test_keys_may_stand_on_the_first_line(project: Path) -> None:
    """A fence that says all where it opens needs no lines of its own."""
    html = converter().convert('```journey id="first" table="stages"\n```\n')
    assert html.count("<table ") == 1


def test_a_fence_may_be_set_up(project: Path) -> None:
    """The folder of the journeys, the address of their site, and who the pages are for."""
    html = converter(Fence(workspace="journeys", site="/maps/")).convert(FENCED)
    assert 'href="/maps/journeys/first/index.html"' in html
    assert "cannot be shown" in converter(Fence(visibility="public")).convert(FENCED)


def test_problems_are_told_to_mkdocs_and_shown(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The box names the line of the page, and so does a warning that MkDocs counts."""
    page = project / "docs" / "a.md"
    page.write_text("# A\n\n* list\n\n    ```journey\n    id: frist\n    ```\n", encoding="utf-8")
    md = as_in_mkdocs(converter(), page, project / "mkdocs.yml")
    html = md.convert(page.read_text(encoding="utf-8"))
    assert "This journey cannot be shown" in html
    assert "<code>docs/a.md:6</code> there is no journey <code>frist</code>" in html
    (record,) = caplog.records
    assert (record.name, record.levelno) == ("mkdocs.journeymap", logging.WARNING)
    assert record.getMessage() == "docs/a.md:6: there is no journey `frist`; did you mean `first`?"


def test_files_are_named_as_seen_from_the_page(project: Path) -> None:
    """A page and the folder of all pages are places to look from."""
    page = project / "docs" / "shop" / "a.md"
    page.parent.mkdir()
    write_journey(page.parent / "near.journey.yaml", id="near", lone=True)
    write_journey(project / "docs" / "far.journey.yaml", id="far", lone=True)
    for file in ("near.journey.yaml", "far.journey.yaml"):
        text = FENCED.replace("id: first", f"file: {file}").replace("# Page", "# Page " + file)
        page.write_text(text, encoding="utf-8")
        html = as_in_mkdocs(converter(), page, project / "mkdocs.yml").convert(text)
        assert "<svg" in html, html


def test_a_page_that_is_no_file_still_gets_its_pictures(project: Path) -> None:
    """Pages made by plugins have no line to name, and all else works."""
    for page, place in ((None, "this page"), (project / "docs" / "made.md", "docs/made.md")):
        md = as_in_mkdocs(converter(), page, project / "mkdocs.yml")
        assert "<svg" in md.convert(FENCED)
        assert f"<code>{place}</code>" in md.convert(FENCED.replace("first", "none"))


def test_a_fence_that_is_not_in_its_page_names_the_page(project: Path) -> None:
    """A text that a plugin changed on the way has no line of the file."""
    page = project / "docs" / "a.md"
    page.write_text("{{ macro }}\n", encoding="utf-8")
    md = as_in_mkdocs(converter(), page, project / "mkdocs.yml")
    assert "<code>docs/a.md</code> there is no journey" in md.convert(FENCED.replace("first", "none"))


def test_strict_zensical_stops(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Zensical counts no warnings: strict, by setting or option, it is stopped; else the box is shown."""
    wrong = FENCED.replace("first", "none")
    assert "cannot be shown" in as_in_zensical(converter(), project).convert(wrong)
    with pytest.raises(SuperFencesException, match=r"docs/a\.md: there is no journey `none`"):
        as_in_zensical(converter(), project, strict=True).convert(wrong)
    monkeypatch.setattr("sys.argv", ["zensical", "build", "--strict"])
    with pytest.raises(SuperFencesException):
        as_in_zensical(converter(), project).convert(wrong)


def test_surroundings_are_known_by_what_is_left_on_the_converter(project: Path) -> None:
    """MkDocs, Zensical and anybody else are told apart without importing any of them."""
    here = Path.cwd()
    assert find_surroundings(converter()) == Surroundings(here, here)
    zensical = find_surroundings(as_in_zensical(converter(), project))
    assert zensical == Surroundings(project, project / "docs", project / "docs" / "a.md")
    mkdocs = find_surroundings(as_in_mkdocs(converter(), None, project / "mkdocs.yml"))
    assert mkdocs == Surroundings(project, project / "docs", log="mkdocs.journeymap")


def test_a_kept_fence_changes_with_the_journeys(project: Path) -> None:
    """Zensical knows by what a fence is kept as whether pages are to be made again."""
    before = pickle.dumps(fence)
    assert pickle.dumps(fence) == before
    assert pickle.loads(before) == fence
    write_journey(project / "journeys" / "second.journey.yaml", id="second")
    assert pickle.dumps(fence) != before
