"""The chapter that every site has: the front page, the page for lost readers, style, script and icon."""

from collections.abc import Iterator

from journeymap.artifacts import Artifact
from journeymap.rendering.templating import marked
from journeymap.site.addresses import HOME, ICON, NOT_FOUND, Atlas, list_path
from journeymap.site.assets import BUNDLES, write_bundle, write_icon
from journeymap.site.chart_views import write_heat_files
from journeymap.site.contexts import NotFoundContext, PortfolioContext
from journeymap.site.desk import Desk
from journeymap.site.frames import ENTRANCES, lay_lone_page, lay_page
from journeymap.site.front.page import show_portfolio
from journeymap.site.pieces import Link
from journeymap.site.plan import Plan


def build_front(plan: Plan) -> Iterator[Artifact | PortfolioContext | NotFoundContext]:
    """Yield the front page and what all pages share."""
    portfolio = plan.portfolio
    own = portfolio.workspace.theme
    for name in BUNDLES:
        yield Artifact(f"assets/{name}", write_bundle(name, own).encode())
    yield Artifact(ICON, write_icon(own).encode())
    desk = plan.desk(HOME)
    title = portfolio.workspace.title or desk.say(marked("Journey maps"))
    yield show_portfolio(desk, lay_page(desk, title, ""))
    for name, content in write_heat_files(portfolio):
        yield Artifact(name, content)
    yield _show_not_found(plan)


def _show_not_found(plan: Plan) -> NotFoundContext:
    # Hosts show this page at any depth, so that it brings everything along.
    desk = Desk(plan.portfolio, Atlas(), NOT_FOUND, plan.desk(NOT_FOUND).lang)
    page = lay_lone_page(desk, desk.say(marked("Not found")), "")
    home = plan.portfolio.workspace.site_url
    if not home:
        return NotFoundContext(page)
    base = home if home.endswith("/") else f"{home}/"
    lists = ((desk.say(each.title), each.folder) for each in ENTRANCES if each.folder in plan.atlas.lists)
    sections = tuple(Link(title, base + list_path(folder)) for title, folder in lists)
    return NotFoundContext(page._replace(site=page.site._replace(url=home)), sections)
