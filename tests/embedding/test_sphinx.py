"""The directive in Sphinx itself: what each builder gets, what is remembered, and what is said."""

import re
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from journeymap.rendering.documents import typesetting
from tests.embedding.projects import TITLES, make_project, write_journey

PAGE = "Page\n====\n\n.. journey:: first\n   :form: curve\n\nText\n"
Build = Callable[..., "Result"]


class Result:
    """What a build left: its application, its output and its warnings."""

    def __init__(self, app: Any, out: Path, warnings: str) -> None:
        self.app = app
        self.out = out
        self.warnings = warnings

    def read(self, name: str) -> str:
        """Return a file of the output."""
        return (self.out / name).read_text(encoding="utf-8")


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Return what builds a page of a project with one builder."""
    make_project(tmp_path)
    (tmp_path / "docs").mkdir()

    def run(page: str = PAGE, builder: str = "html", *, fresh: bool = True, **settings: Any) -> Result:
        docs, out = tmp_path / "docs", tmp_path / "out" / builder
        if fresh:
            (docs / "index.rst").write_text(page, encoding="utf-8")
        known = {"extensions": ["journeymap.embedding.sphinx"], "project": "Docs", **settings}
        settings = {"journeymap_workspace": "../journeys", **known}
        words = StringIO()
        with docutils_namespace():
            app = Sphinx(docs, None, out, tmp_path / "trees", builder, settings, None, words, freshenv=fresh)
            app.build()
        return Result(app, out, re.sub(r"\x1b\[[0-9;]*m", "", words.getvalue()))

    return run


@pytest.fixture(autouse=True)
def unset_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Sphinx without a conf.py takes the folder of the pages for that of the project."""
    monkeypatch.chdir(tmp_path)


def words_of(html: str) -> set[str]:
    """Return the words that stand in a page."""
    return set(re.findall(r"\w+", re.sub("<style>.*?</style>|<[^>]+>", " ", html, flags=re.DOTALL)))


def test_html_holds_the_picture(build: Build) -> None:
    """The picture stands in the page with its titles and its link."""
    result = build()
    html = result.read("index.html")
    assert result.warnings == ""
    assert html.count("<svg") == 1
    assert set(re.findall(r"\w+", " ".join(TITLES))) <= words_of(html)
    assert "The whole journey: First purchase" in html


def test_html_tables_look_like_those_of_the_theme(build: Build) -> None:
    """A table has the class that every theme styles."""
    html = build(".. journey::\n   :file: first.journey.yaml\n   :table: touchpoints\n").read("index.html")
    assert '<table class="docutils">' in html


def test_text_gets_a_table(build: Build) -> None:
    """Where there are no pictures, a table says what they show, its columns wide enough for their words."""
    for builder, name in (("text", "index.txt"), ("man", "docs.1"), ("texinfo", "docs.texi")):
        result = build(PAGE.replace("curve", "map"), builder)
        text = result.read(name).replace("\\", "")
        assert all(title.split()[0] in text for title in TITLES), builder
        assert "The whole journey" in text, builder


def test_latex_gets_a_picture_on_paper(build: Build) -> None:
    """The picture lies beside the document as a PDF; a table stays a table."""
    both = PAGE + "\n.. journey:: first\n   :table: touchpoints\n"
    result = build(both, "latex")
    text = next(result.out.glob("*.tex")).read_text(encoding="utf-8")
    (name,) = re.findall(r"\\includegraphics\[[^\]]*\]\{(journey-[\w-]+\.pdf)\}", text)
    assert (result.out / name).read_bytes().startswith(b"%PDF-")
    assert text.count("Touchpoints") == 1
    assert "whole journey" in text


def test_latex_without_a_typesetter_gets_the_table(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be printed as a picture is there as a table."""
    monkeypatch.setattr(typesetting, "_fonts", typesetting._fonts.__wrapped__)
    monkeypatch.setitem(sys.modules, "typst", None)
    text = next(build(PAGE, "latex").out.glob("*.tex")).read_text(encoding="utf-8")
    assert "includegraphics[width=" not in text
    assert "Pays by card" in text


def test_problems_are_warnings_at_the_line_of_the_page(build: Build) -> None:
    """What is wrong is said where ``-W`` counts it, and shown in the page."""
    result = build("Page\n====\n\n.. journey:: frist\n\n.. journey:: first\n   :form: mpa\n")
    assert "index.rst:4: WARNING: there is no journey `frist`; did you mean `first`?" in result.warnings
    assert "index.rst:6: WARNING: `form` cannot be `mpa`; did you mean `map`?" in result.warnings
    assert result.read("index.html").count("admonition error") == 2


def test_a_page_is_read_again_when_a_journey_changes(build: Build, tmp_path: Path) -> None:
    """Sphinx knows the files of the workspace that a page is made from."""
    first = build()
    depends = {Path(each).name for each in first.app.env.dependencies["index"]}
    assert {"first.journey.yaml", "journeymap.yaml", "mira.persona.yaml"} <= depends
    write_journey(tmp_path / "journeys" / "first.journey.yaml", title="Quite another title")
    assert "Quite another title" in build(fresh=False).read("index.html")


def test_pages_for_everybody_hold_what_is_public(build: Build) -> None:
    """Who the pages are for, and where the journeys are published, is set for the whole project."""
    assert "there is no journey" in build(journeymap_visibility="public").warnings
    assert 'href="/maps/journeys/first/index.html"' in build(journeymap_site="/maps/").read("index.html")


def test_it_may_read_and_write_in_parallel(build: Build) -> None:
    """Nothing is kept between pages that would not survive a process of its own."""
    extension = build().app.extensions["journeymap.embedding.sphinx"]
    assert extension.parallel_read_safe
    assert extension.parallel_write_safe
