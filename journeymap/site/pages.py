"""The kinds of pages there are: the one place that lists them."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from journeymap.model import Portfolio
from journeymap.rendering.policies import embedded_policy
from journeymap.rendering.templating import Html, direction, marked, render_template
from journeymap.site.addresses import HOME, ICON, point_to
from journeymap.site.assets import POLICY, embedded_icon, embedded_text, write_style
from journeymap.site.contexts import JourneyContext, NotFoundContext, PersonaContext, PortfolioContext
from journeymap.site.desk import Desk
from journeymap.site.pieces import Link, Page

Context: TypeAlias = JourneyContext | NotFoundContext | PersonaContext | PortfolioContext

PAGES: Mapping[type[Context], str] = {
    PortfolioContext: "site/portfolio.html",
    JourneyContext: "site/journey.html",
    PersonaContext: "site/persona.html",
    NotFoundContext: "site/not_found.html",
}
"""What a page receives → the template that shows it."""


class Options(NamedTuple):
    """How to build: what reads a picture of the workspace, the layout engine, and who hears of progress.

    ``read_picture`` returns nothing for a picture that is not there; ``on_page`` is told the path of
    each journey's page as it is done.
    """

    read_picture: Callable[[str], bytes | None] | None = None
    engine: str = ""
    on_page: Callable[[str], None] | None = None


def language_of(portfolio: Portfolio, lang: str = "") -> str:
    """Return the language of a page: its own, or else the workspace's."""
    return lang or portfolio.workspace.lang or "en"


def render_page(context: Context) -> str:
    """Return the page of a context."""
    return render_template(PAGES[type(context)], context, lang=context.page.lang)


def lay_page(desk: Desk, title: str, description: str) -> Page:
    """Return what a page of the site has in common with the others."""
    home = point_to(HOME, page=desk.page)
    nav = [Link(desk.say(marked("Journeys")), f"{home}#section_journeys")]
    if desk.portfolio.personas:
        nav.append(Link(desk.say(marked("Personas")), f"{home}#section_personas"))
    return Page(
        path=desk.page,
        lang=desk.lang,
        direction=direction(desk.lang),
        title=title,
        description=description,
        policy=POLICY,
        site=Link(_site_title(desk), home),
        nav=tuple(nav),
        assets=point_to("assets", page=desk.page) + "/",
        icon=point_to(ICON, page=desk.page),
    )


def lay_lone_page(desk: Desk, title: str, description: str) -> Page:
    """Return what a page that travels alone has: its style and script within, and nobody beside it."""
    own = desk.portfolio.workspace.theme
    style, script = write_style(own), embedded_text("script.js")
    return Page(
        path=desk.page,
        lang=desk.lang,
        direction=direction(desk.lang),
        title=title,
        description=description,
        policy=embedded_policy(style, script),
        site=Link(_site_title(desk)),
        icon=embedded_icon(own),
        style=Html(style),
        script=Html(script),
    )


def _site_title(desk: Desk) -> str:
    return desk.portfolio.workspace.title or desk.say(marked("Journey maps"))
