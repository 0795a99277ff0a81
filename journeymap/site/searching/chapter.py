"""The chapter of the search: its page, and the file of what can be found."""

from collections.abc import Iterator

from journeymap.artifacts import Artifact
from journeymap.rendering.templating import marked
from journeymap.site.addresses import SEARCH
from journeymap.site.contexts import SearchContext
from journeymap.site.frames import lay_page
from journeymap.site.pieces import Link
from journeymap.site.plan import Plan
from journeymap.site.searching.entries import list_entries
from journeymap.site.searching.index_file import PATH, write_index


def build_search(plan: Plan) -> Iterator[Artifact | SearchContext]:
    """Yield the page to search on, which leads to every list as well, and the file of entries."""
    desk = plan.desk(SEARCH)
    title = desk.say(marked("Search"))
    page = lay_page(desk, title, desk.say(marked("Find anything on this site by its words.")))
    front = Link(desk.say(marked("Overview")), page.site.url)
    yield SearchContext(page, title, (front, *page.nav, *page.more))
    yield Artifact(PATH, write_index(list_entries(plan.portfolio, plan.atlas)).encode())
