"""The site: every page and file of a workspace, gathered in memory and checked before anything is written.

``build_site`` returns the whole site or raises ``BrokenLinks``; it reads no clock and writes no file.
Pictures that journeys and personas show are read through the options, by the paths their authors wrote.
"""

from collections.abc import Iterator

from journeymap.artifacts import Artifact, ArtifactSet
from journeymap.compiling import Compilation
from journeymap.model import Journey, Portfolio
from journeymap.rendering.markdown import strip_markup
from journeymap.rendering.tables.table import choose_tables
from journeymap.rendering.templating import marked
from journeymap.site.addresses import (
    HOME,
    ICON,
    NOT_FOUND,
    SCRIPT,
    STYLE,
    Atlas,
    journey_path,
    persona_path,
)
from journeymap.site.assets import read_asset, write_icon, write_style
from journeymap.site.chart_views import write_heat_files
from journeymap.site.contexts import NotFoundContext
from journeymap.site.desk import Desk
from journeymap.site.flow_view import DrawnFlow, draw_flow_for_page
from journeymap.site.journey_files import write_journey_files
from journeymap.site.journey_page import describe, show_journey
from journeymap.site.links import BrokenLink, BrokenLinks, find_broken_links
from journeymap.site.pages import Options, language_of, lay_lone_page, lay_page, render_page
from journeymap.site.persona_page import show_person_page
from journeymap.site.pictures import gather_pictures
from journeymap.site.portfolio_page import show_card, show_portfolio
from journeymap.site.standalone import single_page

_ENGINES = 2
"""How many flows are laid out at a time."""

__all__ = ["BrokenLink", "BrokenLinks", "Options", "build_site", "single_page"]


def build_site(compilation: Compilation, options: Options = Options()) -> ArtifactSet:  # noqa: B008 - frozen
    """Return all files of the site, every link and anchor checked."""
    portfolio = compilation.portfolio
    shown = [*portfolio.personas.values(), *(p for j in portfolio.journeys for p in j.local_personas)]
    pictures = gather_pictures(portfolio.journeys, shown, options)
    atlas = Atlas(
        frozenset(journey.id for journey in portfolio.journeys),
        frozenset(portfolio.personas),
        {src: picture.path for src, picture in pictures.items()},
    )
    files = [*dict.fromkeys(pictures.values())]
    files += [
        Artifact(STYLE, write_style(portfolio.workspace.theme).encode()),
        Artifact(SCRIPT, read_asset("script.js")),
        Artifact(ICON, write_icon(portfolio.workspace.theme).encode()),
        _build_home(portfolio, atlas),
        *(Artifact(name, content) for name, content in write_heat_files(portfolio)),
        _build_not_found(portfolio),
        *_build_personas(portfolio, atlas),
    ]
    for journey, flow in zip(portfolio.journeys, _draw_flows(portfolio, options), strict=True):
        files += _build_journey(portfolio, atlas, journey, flow)
        if options.on_page:
            options.on_page(journey_path(journey.id))

    site = ArtifactSet(files)
    broken = find_broken_links(site)
    if broken:
        raise BrokenLinks(broken)
    return site


def _build_home(portfolio: Portfolio, atlas: Atlas) -> Artifact:
    desk = Desk(portfolio, atlas, HOME, language_of(portfolio))
    title = portfolio.workspace.title or desk.say(marked("Journey maps"))
    return _page(HOME, render_page(show_portfolio(desk, lay_page(desk, title, ""))))


def _build_not_found(portfolio: Portfolio) -> Artifact:
    # Hosts show this page at any depth, so that it brings everything along.
    desk = Desk(portfolio, Atlas(), NOT_FOUND, language_of(portfolio))
    page = lay_lone_page(desk, desk.say(marked("Not found")), "")
    home = portfolio.workspace.site_url
    if home:
        page = page._replace(site=page.site._replace(url=home))
    return _page(NOT_FOUND, render_page(NotFoundContext(page)))


def _build_personas(portfolio: Portfolio, atlas: Atlas) -> Iterator[Artifact]:
    for persona in portfolio.personas.values():
        path = persona_path(persona.id)
        desk = Desk(portfolio, atlas, path, language_of(portfolio, persona.lang))
        journeys = tuple(
            show_card(desk, journey, persona=persona)
            for journey in portfolio.journeys
            if any(one is persona for one in portfolio.personas_of(journey))
        )
        page = lay_page(desk, persona.title, strip_markup(persona.summary or persona.role))
        yield _page(path, render_page(show_person_page(desk, persona, page, journeys)))


def _draw_flows(portfolio: Portfolio, options: Options) -> Iterator[DrawnFlow]:
    """Yield the flow of each journey in order; layout engines are processes that work side by side."""
    from concurrent.futures import ThreadPoolExecutor

    def draw(journey: Journey) -> DrawnFlow:
        return draw_flow_for_page(portfolio, journey, "../{id}/index.html", engine=options.engine)

    with ThreadPoolExecutor(max_workers=_ENGINES) as pool:
        yield from pool.map(draw, portfolio.journeys)


def _build_journey(
    portfolio: Portfolio, atlas: Atlas, journey: Journey, flow: DrawnFlow
) -> Iterator[Artifact]:
    """Yield a journey's page with its diagrams and tables beside it."""
    path = journey_path(journey.id)
    desk = Desk(portfolio, atlas, path, language_of(portfolio, journey.lang))
    tables = choose_tables(portfolio, journey)
    for name, content in write_journey_files(portfolio, journey, flow, tables):
        yield Artifact(journey_path(journey.id, name), content)
    page = lay_page(desk, journey.title, describe(journey))
    context = show_journey(desk, journey, page, flow=flow, tables=tables, alone=False)
    yield _page(path, render_page(context))


def _page(path: str, text: str) -> Artifact:
    return Artifact(path, text.encode("utf-8"))
