"""The last hand on every page before it is written: what goes beside it, and what goes beside all of them."""

from collections.abc import Iterable, Iterator

from journeymap.artifacts import Artifact
from journeymap.model import Journey
from journeymap.site.addresses import HOME
from journeymap.site.announcing.addresses import Base, find_base
from journeymap.site.announcing.cards import CARD, CardMaker
from journeymap.site.announcing.crawlers import Listed, write_crawler_files
from journeymap.site.announcing.entries import Subject, beside, find_subject, is_own_page
from journeymap.site.announcing.journey_outlines import outline_journey
from journeymap.site.announcing.journeys_index import JOURNEYS, write_journeys_index
from journeymap.site.announcing.json_pages import write_json_page
from journeymap.site.announcing.markdown_pages import write_markdown_page
from journeymap.site.announcing.outlines import Outline, read_outline
from journeymap.site.announcing.redirects import build_redirects
from journeymap.site.contexts import JourneyContext, NotFoundContext
from journeymap.site.desk import Desk
from journeymap.site.pages import Context, Leaf
from journeymap.site.pieces import Link, Page
from journeymap.site.plan import Plan
from journeymap.site.remembering import make_part

MARKDOWN, JSON = "index.md", "index.json"
_OWN_DATA = {HOME: JOURNEYS}
"""Pages that have data of their own under another name."""


def announce_pages(plan: Plan, leaves: Iterable[Leaf]) -> Iterator[Leaf | Listed]:
    """Yield the leaves of the site, each page with its twins, and how others list it."""
    announcer = _Announcer(plan)
    for leaf in leaves:
        if isinstance(leaf, Artifact):
            yield leaf
        else:
            yield from announcer.announce_page(leaf)


def announce_site(plan: Plan, pages: Iterable[Listed]) -> Iterator[Leaf]:
    """Yield what speaks of all pages."""
    base = find_base(plan.portfolio.workspace)
    yield Artifact(JOURNEYS, write_journeys_index(plan).encode())
    yield from build_redirects(plan, base)
    yield from write_crawler_files(plan, base, pages)


class _Announcer:
    """Goes through pages once, and remembers what cannot be made for any."""

    def __init__(self, plan: Plan) -> None:
        self.base: Base = find_base(plan.portfolio.workspace)
        self._plan = plan
        self._cards = CardMaker()

    def announce_page(self, context: Context) -> Iterator[Leaf | Listed]:
        """Yield a page that names its twins and its full address, how others list it, and the twins."""
        path = context.page.path
        is_listed = is_own_page(path) and not isinstance(context, NotFoundContext)
        name = f"announced {path}"
        given = (context, self.base)
        for leaf in make_part(self._plan, name, given, lambda plan: self._dress_page(plan, context)):
            if is_listed and not isinstance(leaf, Artifact):
                yield self._list(leaf.page)
            yield leaf

    def _dress_page(self, plan: Plan, context: Context) -> Iterator[Leaf]:
        """Yield what becomes of a page, and what goes beside it."""
        page = context.page
        if isinstance(context, NotFoundContext):
            yield context
            return
        if not is_own_page(page.path):
            yield context._replace(page=self._address(page))
            return
        subject = find_subject(plan.portfolio, page.path)
        desk = plan.desk(page.path, page.lang)
        outline = _read_page(desk, context)
        twins = () if outline.is_empty else (Link("Markdown", MARKDOWN), Link("JSON", _name_data(context)))
        card = self._draw_card(plan, page.path, subject)
        dressed = self._address(page)._replace(
            twins=twins,
            edit=desk.edit(subject.entry.at) if subject and subject.entry else Link(""),
            card=self.base.address(card.path) if card else "",
        )
        yield context._replace(page=dressed)
        if card:
            yield card
        if twins:
            yield Artifact(beside(page.path, MARKDOWN), write_markdown_page(outline).encode())
        if JSON in (twin.url for twin in twins):
            text = write_json_page(plan, page.path, outline, subject)
            yield Artifact(beside(page.path, JSON), text.encode())

    def _list(self, page: Page) -> Listed:
        """Return a page of its own as that lists it which speaks of all of them."""
        subject = find_subject(self._plan.portfolio, page.path)
        day = subject.entry.reviewed if subject and isinstance(subject.entry, Journey) else ""
        twins = bool(page.twins)
        return Listed(page.path, page.title, page.description, day, twins)

    def _address(self, page: Page) -> Page:
        """Return a page with its full address; another view of a page names the page itself."""
        return page._replace(canonical=self.base.address(beside(page.path, "index.html")))

    def _draw_card(self, plan: Plan, path: str, subject: Subject | None) -> Artifact | None:
        """Return the picture for previews, which only journeys have, and only where it has an address."""
        if not (self.base.url and subject and isinstance(subject.entry, Journey)):
            return None
        png = self._cards.make_card(plan, subject.entry)
        return Artifact(beside(path, CARD), png) if png else None


def _read_page(desk: Desk, context: Context) -> Outline:
    return (
        outline_journey(desk, context) if isinstance(context, JourneyContext) else read_outline(desk, context)
    )


def _name_data(context: Context) -> str:
    """Return the file beside a page that has its data."""
    if isinstance(context, JourneyContext):
        return "journey.json"
    return _OWN_DATA.get(context.page.path, JSON)
