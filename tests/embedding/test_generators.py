"""MkDocs, Material, Zensical and Sphinx with MyST, each the real program, and what a browser sees."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.conftest import ROOT
from tests.embedding.generators import PACKAGES, Built, run_generator
from tests.embedding.projects import TITLES, make_project, write_journey

MKDOCS = """\
site_name: Handbook
theme: {theme}
markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - name: journey
          class: journey
          format: !!python/name:journeymap.embedding.markdown.fence
          validator: !!python/name:journeymap.embedding.markdown.validate
        - name: published
          class: journey
          format: !!python/object/apply:journeymap.embedding.markdown.Fence
            kwds: {{workspace: journeys, site: /maps/}}
"""
MATERIAL = """
  name: material
  font: false
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default}
    - {media: "(prefers-color-scheme: dark)", scheme: slate}
"""
PAGE = """\
# Handbook

```journey
file: journeys/first.journey.yaml   # or id:
view: full
form: map
```

* A point of a list

    ```published
    id: first
    form: curve
    ```

```journey
id: first
table: touchpoints
```
"""
SLIP = "\n```journey\nid: frist\n```\n"
SPHINX = """\
project = "Handbook"
extensions = ["myst_parser", "journeymap.embedding.sphinx"]
journeymap_workspace = "../journeys"
"""
RST = "Handbook\n========\n\n.. toctree::\n\n   other\n\n.. journey:: first\n   :form: map\n"
MYST = """\
# Other

```{journey} first
:form: curve
```

```{journey}
:file: first.journey.yaml
:table: touchpoints
```
"""

Building = Callable[..., Built]
GENERATORS = {
    "mkdocs": ("mkdocs", "mkdocs"),
    "material": ("mkdocs", MATERIAL),
    "zensical": ("zensical", MATERIAL.replace("  font: false\n", "").replace("  name: material\n", "")),
}


def make_handbook(folder: Path, theme: str, page: str = PAGE) -> Path:
    """Write a project with journeys, settings for MkDocs and a page."""
    make_project(folder)
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(MKDOCS.format(theme=theme), encoding="utf-8")
    (folder / "docs" / "index.md").write_text(page, encoding="utf-8")
    return folder


def build(generator: str, folder: Path, *options: str) -> Built:
    """Build a project with a generator, as on a command line."""
    return run_generator(GENERATORS[generator][0], "build", *options, cwd=folder)


def test_the_generators_are_those_that_the_test_command_installs() -> None:
    """One list of versions holds for both."""
    said = re.search(r"install_programs generators ((?:\S+==\S+|\\|\s)+)", (ROOT / ".ci/test").read_text())
    assert said is not None
    assert tuple(said[1].replace("\\", "").split()) == PACKAGES


@pytest.mark.parametrize("generator", GENERATORS)
def test_one_setting_serves_all_that_read_it(generator: str, tmp_path: Path) -> None:
    """From the same lines of mkdocs.yml come pictures with every title, tables and links."""
    folder = make_handbook(tmp_path, GENERATORS[generator][1])
    built = build(generator, folder, "--strict")
    assert built.code == 0, built.words
    check_page((folder / "site" / "index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("generator", GENERATORS)
def test_a_slip_fails_a_strict_build_and_shows_in_a_loose_one(generator: str, tmp_path: Path) -> None:
    """The words name the line of the page; without ``--strict`` the page has them in a box."""
    folder = make_handbook(tmp_path, GENERATORS[generator][1], PAGE + SLIP)
    strict = build(generator, folder, "--strict")
    assert strict.code != 0
    assert "docs/index.md:22: there is no journey `frist`; did you mean `first`?" in strict.words
    loose = build(generator, folder)
    assert loose.code == 0, loose.words
    html = (folder / "site" / "index.html").read_text(encoding="utf-8")
    assert "This journey cannot be shown" in html
    assert html.count("<figure") == 3


def test_zensical_shows_a_journey_that_has_changed(tmp_path: Path) -> None:
    """A page that did not change itself is made again when its journey did."""
    folder = make_handbook(tmp_path, GENERATORS["zensical"][1])
    build("zensical", folder)
    write_journey(folder / "journeys" / "first.journey.yaml", title="Quite another title")
    build("zensical", folder)
    assert "Quite another title" in (folder / "site" / "index.html").read_text(encoding="utf-8")


def test_sphinx_shows_journeys_in_both_of_its_languages(tmp_path: Path) -> None:
    """Both reStructuredText and MyST give the same pictures, two processes at work, no warning left."""
    folder = make_handbook_of_sphinx(tmp_path)
    built = run_generator("sphinx-build", "-W", "-j", "2", "docs", "out", cwd=folder)
    assert built.code == 0, built.words
    pages = [(folder / "out" / f"{name}.html").read_text(encoding="utf-8") for name in ("index", "other")]
    check_page("".join(pages), tables='<table class="docutils">')


def test_a_slip_fails_sphinx_where_warnings_do(tmp_path: Path) -> None:
    """The place is that of the directive in MyST, too."""
    folder = make_handbook_of_sphinx(tmp_path, MYST.replace("} first", "} frist"))
    built = run_generator("sphinx-build", "-W", "docs", "out", cwd=folder)
    assert built.code != 0
    assert re.search(
        r"other\.md:3: WARNING: there is no journey `frist`; did you mean `first`\?", built.words
    )


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("generator", [*GENERATORS, "sphinx"])
def test_a_browser_has_nothing_to_complain_of(
    generator: str, scheme: Literal["light", "dark"], browser: Browser, tmp_path: Path
) -> None:
    """No error is logged, axe finds nothing in the figures, and the picture is as light as its page."""
    page = browser.new_page(color_scheme=scheme)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(build_for_browser(generator, tmp_path).as_uri())
    assert [words for words in said if "journey" in words.lower()] == []
    # The colour of a link is that of the theme, also where it is too light.
    rules = {"color-contrast": {"enabled": generator != "mkdocs"}}
    options = {"preload": False, "rules": rules}
    found = Axe().run(page, context={"include": [[".journeymap"]]}, options=options)
    nodes = [(each["id"], each["nodes"][0]["html"]) for each in found.response["violations"]]
    assert nodes == []
    painted = page.evaluate("getComputedStyle(document.querySelector('.journeymap svg > rect')).fill")
    is_dark = scheme == "dark" and generator in ("material", "zensical")
    assert painted == ("rgb(15, 20, 25)" if is_dark else "rgb(255, 255, 255)")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def make_handbook_of_sphinx(folder: Path, myst: str = MYST) -> Path:
    """Write a project with journeys, settings for Sphinx and a page in each of its languages."""
    make_project(folder)
    docs = folder / "docs"
    docs.mkdir()
    for name, text in (("conf.py", SPHINX), ("index.rst", RST), ("other.md", myst)):
        (docs / name).write_text(text, encoding="utf-8")
    return folder


def build_for_browser(generator: str, folder: Path) -> Path:
    """Build a project and return the page to look at."""
    if generator == "sphinx":
        make_handbook_of_sphinx(folder)
        run_generator("sphinx-build", "docs", "out", cwd=folder)
        return folder / "out" / "index.html"
    make_handbook(folder, GENERATORS[generator][1])
    build(generator, folder)
    return folder / "site" / "index.html"


def check_page(html: str, tables: str = '<table class="journeymap-cells"') -> None:
    """Hold what a generator made against what was asked of it."""
    assert html.count('<figure class="journeymap"') == 3
    assert html.count('class="journeymap-picture"') == 2
    assert tables in html
    assert "cannot be shown" not in html
    for figure in re.findall(r'<div class="journeymap-picture".*?</svg>', html, re.DOTALL):
        words = set(re.findall(r"\w+", re.sub("<style>.*?</style>|<[^>]+>", " ", figure)))
        assert set(re.findall(r"\w+", " ".join(TITLES))) <= words
    assert "Too &lt;many&gt; shops" in html
    assert "https://example.com/maps/journeys/first/index.html" in html
