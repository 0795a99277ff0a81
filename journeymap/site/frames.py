"""What all pages have in common: title, language, policy, the way to the other pages."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from journeymap.rendering.policies import embedded_policy
from journeymap.rendering.templating import Html, direction, marked
from journeymap.site.addresses import HOME, ICON, SEARCH, list_path, point_to
from journeymap.site.assets import POLICY, embedded_icon, embedded_text
from journeymap.site.desk import Desk
from journeymap.site.pieces import Link, Page


class Entrance(NamedTuple):
    """A page that the navigation leads to: its folder, its name, and whether it stands in the bar itself."""

    folder: str
    title: str
    in_bar: bool = False


ENTRANCES: Final = (
    Entrance("journeys", marked("Journeys"), in_bar=True),
    Entrance("personas", marked("Personas"), in_bar=True),
    Entrance("touchpoints", marked("Touchpoints"), in_bar=True),
    Entrance("kpis", marked("KPIs"), in_bar=True),
    Entrance("pains", marked("Pains"), in_bar=True),
    Entrance("opportunities", marked("Opportunities"), in_bar=True),
    Entrance("channels", marked("Channels")),
    Entrance("stages", marked("Lifecycle")),
    Entrance("segments", marked("Segments")),
    Entrance("teams", marked("Teams")),
    Entrance("systems", marked("Systems")),
    Entrance("sources", marked("Sources and evidence")),
    Entrance("tags", marked("Tags")),
    Entrance("glossary", marked("Glossary")),
    Entrance("changes", marked("Changes")),
    Entrance("health", marked("Health")),
    Entrance("about", marked("About this site")),
)
"""The one place that says what the navigation shows, in its order; only what is published is shown."""


def lay_page(desk: Desk, title: str, description: str, *, bundles: tuple[str, ...] = ()) -> Page:
    """Return what a page of the site has in common with the others; ``bundles`` are what only some load."""
    home = point_to(HOME, page=desk.page)
    return Page(
        path=desk.page,
        lang=desk.lang,
        direction=direction(desk.lang),
        title=title,
        description=description or _describe(desk, title),
        policy=POLICY,
        site=Link(_site_title(desk), home),
        nav=tuple(_lead_to(desk, in_bar=True)),
        more=tuple(_lead_to(desk, in_bar=False)),
        trail=tuple(_lead_back(desk, title)),
        here=desk.atlas.list(desk.page.partition("/")[0], page=desk.page),
        styles=tuple(_load(desk, "style.css", bundles, ".css")),
        scripts=tuple(_load(desk, "script.js", bundles, ".js")),
        icon=point_to(ICON, page=desk.page),
        search=point_to(SEARCH, page=desk.page),
    )


def lay_lone_page(desk: Desk, title: str, description: str, *, bundles: tuple[str, ...] = ()) -> Page:
    """Return what a page that travels alone has: its style and script within, and nobody beside it."""
    own = desk.portfolio.workspace.theme
    style = embedded_text(["style.css", *(each for each in bundles if each.endswith(".css"))], own)
    script = embedded_text(["script.js", *(each for each in bundles if each.endswith(".js"))], own)
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


def _load(desk: Desk, first: str, bundles: tuple[str, ...], kind: str) -> Iterator[str]:
    for name in (first, *(each for each in bundles if each.endswith(kind))):
        yield point_to(f"assets/{name}", page=desk.page)


def _lead_to(desk: Desk, *, in_bar: bool) -> Iterator[Link]:
    for entrance in ENTRANCES:
        address = desk.atlas.list(entrance.folder, page=desk.page)
        if address and entrance.in_bar == in_bar:
            yield Link(desk.say(entrance.title), address)


def _lead_back(desk: Desk, title: str) -> Iterator[Link]:
    """Yield the pages from the front page down to this one, which leads nowhere: the reader is there."""
    folder = desk.page.partition("/")[0]
    if desk.page == HOME:
        return
    yield Link(desk.say(marked("Overview")), point_to(HOME, page=desk.page))
    entrance = next((each for each in ENTRANCES if each.folder == folder), None)
    if entrance and desk.page != list_path(folder):
        yield Link(desk.say(entrance.title), desk.atlas.list(folder, page=desk.page))
    yield Link(title)


def _describe(desk: Desk, title: str) -> str:
    """Return what stands in lists of pages about one whose author wrote nothing of the kind."""
    if desk.page == HOME:
        return desk.say(
            marked("What customers do, feel and need on their journeys, and what is done about it.")
        )
    site = _site_title(desk)
    return desk.say(marked("%(title)s: what the customer journeys of %(site)s hold."), title=title, site=site)


def _site_title(desk: Desk) -> str:
    return desk.portfolio.workspace.title or desk.say(marked("Journey maps"))
