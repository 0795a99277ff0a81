"""The reference of the files of a site is what a build writes, and that of its data what schemas say."""

import re
from pathlib import Path

import pytest

from journeymap.artifacts import ArtifactSet
from journeymap.site import build_site
from journeymap.workspace import compile_workspaces, find_workspaces
from tests.conftest import ROOT, match_golden
from tests.generating.site_data_pages import write_index_page, write_page_page

REFERENCE = ROOT / "docs" / "reference"
NOT_HERE = {"assets/pictures/<name>", "health/findings.csv", "journeys/list-2.html"}
"""What the example has none of: pictures of its own, and more than a page holds."""


@pytest.fixture(scope="module")
def site() -> ArtifactSet:
    """Build the site of the example."""
    (compilation,) = compile_workspaces(
        find_workspaces([str(ROOT / "examples" / "online-retailer")], str(ROOT))
    )
    return build_site(compilation)


def read_patterns(page: Path) -> dict[str, re.Pattern[str]]:
    """Return the files that the table names; several of one row stand in the folder of the first."""
    found = {}
    for row in re.findall(r"^\| (`.*?) \|", page.read_text(encoding="utf-8"), re.MULTILINE):
        names = re.findall(r"`([^`]+)`", row)
        folder = names[0].rpartition("/")[0]
        for name in names:
            path = name if "/" in name or not folder else f"{folder}/{name}"
            anywhere = "(.+/)?" if name in {"index.md", "index.json"} else ""
            parts = re.split(r"<[a-z]+>", path)
            found[path] = re.compile(anywhere + "[^/]+".join(map(re.escape, parts)))
    return found


def test_every_file_is_explained(site: ArtifactSet) -> None:
    """A build writes nothing that the reference does not name."""
    patterns = read_patterns(REFERENCE / "site-files.md")

    assert [path for path in site.paths if not any(each.fullmatch(path) for each in patterns.values())] == []


def test_every_explained_file_is_written(site: ArtifactSet) -> None:
    """The reference names nothing that no build writes."""
    patterns = read_patterns(REFERENCE / "site-files.md")
    unused = {name for name, each in patterns.items() if not any(map(each.fullmatch, site.paths))}

    assert len(patterns) > 25
    assert unused <= NOT_HERE


def test_the_references_of_data_are_what_the_schemas_say() -> None:
    """Every field is the schema's, and the examples are real."""
    match_golden(REFERENCE / "journeys-index.md", write_index_page())
    match_golden(REFERENCE / "page-output.md", write_page_page())
