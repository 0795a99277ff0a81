"""The front page and the overviews of a portfolio, built alone and read as a browser would."""

import re
from typing import NamedTuple

from journeymap.artifacts import Artifact
from journeymap.diagnostics import Diagnostic
from journeymap.model import Portfolio
from journeymap.model.uses import find_uses
from journeymap.site.addresses import Atlas
from journeymap.site.chapters import list_entities, list_folders
from journeymap.site.front.chapter import build_front
from journeymap.site.overviews.chapter import build_overviews
from journeymap.site.overviews.glossary import explain_terms
from journeymap.site.pages import finish
from journeymap.site.plan import Options, Plan
from tests.site.reading_pages import PageReader


class Pages(NamedTuple):
    """Finished files by path."""

    files: dict[str, Artifact]

    def html(self, path: str) -> str:
        """Return a page as it is written."""
        return self.files[path].content.decode("utf-8")

    def words(self, path: str) -> str:
        """Return the words of the content of a page, without what all pages share."""
        found = re.search(r"<main.*</main>", self.html(path), re.DOTALL)
        assert found is not None
        return " ".join(" ".join(PageReader(found[0]).texts).split())

    def rows(self, path: str) -> list[str]:
        """Return the words of each row of tables of a page."""
        rows = re.findall(r"<tr.*?</tr>", self.html(path), re.DOTALL)
        return [" ".join(" ".join(PageReader(f"<table>{row}</table>").texts).split()) for row in rows]

    def table(self, path: str) -> list[list[str]]:
        """Return the rows of a file with comma-separated values."""
        import csv

        return list(csv.reader(self.files[path].content.decode("utf-8").splitlines()))


def build_pages(
    portfolio: Portfolio, *, findings: tuple[Diagnostic, ...] = (), options: Options | None = None
) -> Pages:
    """Return the pages of a portfolio."""
    options = options or Options()
    uses = find_uses(portfolio)
    entities = list_entities(portfolio, uses)
    atlas = Atlas(entities, {}, list_folders(entities, portfolio, options))
    plan = Plan(portfolio, atlas, uses, findings, options, explain_terms(portfolio))
    leaves = (leaf for build in (build_front, build_overviews) for leaf in build(plan))
    return Pages({artifact.path: artifact for artifact in map(finish, leaves)})
