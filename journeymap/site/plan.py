"""What the site is made from: the portfolio with all that was found out about it, once for all pages."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from journeymap.diagnostics import Diagnostic
from journeymap.history import History
from journeymap.model import Portfolio
from journeymap.model.uses import Uses
from journeymap.model.visibility import Audience
from journeymap.rendering.overriding import NO_OVERRIDES, Overrides
from journeymap.rendering.terms import Terms
from journeymap.site.addresses import Atlas
from journeymap.site.desk import Desk
from journeymap.source import Place

if TYPE_CHECKING:
    from journeymap.diffing import Change
    from journeymap.site.remembering import Memory


class Options(NamedTuple):
    """How to build: what reads a picture of the workspace, the layout engine, and who hears of progress.

    ``read_picture`` returns nothing for a picture that is not there; ``on_page`` is told the path of
    each journey's page as it is done. ``audience`` is who the portfolio was narrowed to; ``has_checks``
    says that the findings are those of the method, too, and not only those of the language. ``on_note``
    is told what could not be made, and why. What a ``memory`` holds of an earlier build is taken over.
    ``overrides`` are templates that take the place of ours.
    ``history`` is what version control knows, where somebody asked for it; ``told`` is what its
    commits changed for the customer, by their ids. ``jobs`` is how many processes
    may draw journeys at a time.
    """

    read_picture: Callable[[str], bytes | None] | None = None
    engine: str = ""
    on_page: Callable[[str], None] | None = None
    audience: Audience = "internal"
    has_checks: bool = False
    on_note: Callable[[str], None] | None = None
    memory: "Memory | None" = None
    overrides: Overrides = NO_OVERRIDES
    history: History | None = None
    told: Mapping[str, tuple["Change", ...]] = {}
    jobs: int = 1


class Plan(NamedTuple):
    """What every chapter of the site receives.

    ``diagnostics`` are what is still wrong with the files, ``terms`` what the glossary explains.
    """

    portfolio: Portfolio
    atlas: Atlas
    uses: Uses
    diagnostics: tuple[Diagnostic, ...] = ()
    options: Options = Options()
    terms: Terms | None = None
    line_of: Callable[[Place], int] | None = None

    def desk(self, page: str, lang: str = "") -> Desk:
        """Return what a page is written with; its language is its own, or else the workspace's."""
        spoken = language_of(self.portfolio, lang)
        return Desk(self.portfolio, self.atlas, page, spoken, self.terms, self.line_of)


def language_of(portfolio: Portfolio, lang: str = "") -> str:
    """Return the language of a page: its own, or else the workspace's."""
    return lang or portfolio.workspace.lang or "en"
