"""What the site is made from: the portfolio with all that was found out about it, once for all pages."""

from collections.abc import Callable
from typing import NamedTuple

from journeymap.diagnostics import Diagnostic
from journeymap.model import Portfolio
from journeymap.model.uses import Uses
from journeymap.site.addresses import Atlas
from journeymap.site.desk import Desk


class Options(NamedTuple):
    """How to build: what reads a picture of the workspace, the layout engine, and who hears of progress.

    ``read_picture`` returns nothing for a picture that is not there; ``on_page`` is told the path of
    each journey's page as it is done.
    """

    read_picture: Callable[[str], bytes | None] | None = None
    engine: str = ""
    on_page: Callable[[str], None] | None = None


class Plan(NamedTuple):
    """What every chapter of the site receives; ``diagnostics`` are what is still wrong with the files."""

    portfolio: Portfolio
    atlas: Atlas
    uses: Uses
    diagnostics: tuple[Diagnostic, ...] = ()
    options: Options = Options()

    def desk(self, page: str, lang: str = "") -> Desk:
        """Return what a page is written with; its language is its own, or else the workspace's."""
        return Desk(self.portfolio, self.atlas, page, language_of(self.portfolio, lang))


def language_of(portfolio: Portfolio, lang: str = "") -> str:
    """Return the language of a page: its own, or else the workspace's."""
    return lang or portfolio.workspace.lang or "en"
