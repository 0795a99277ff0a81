"""A journey as one file: style, script, diagram and pictures inside, ready to be sent to anybody."""

import base64
from collections.abc import Iterable
from pathlib import PurePosixPath

from journeymap.artifacts import Artifact, ArtifactSet
from journeymap.compiling import Compilation
from journeymap.model import Journey
from journeymap.rendering.tables.table import choose_tables
from journeymap.site.addresses import Atlas
from journeymap.site.desk import Desk
from journeymap.site.frames import lay_lone_page
from journeymap.site.journey.flow_view import draw_flow_for_page
from journeymap.site.journey.page import BUNDLES, describe, show_journey
from journeymap.site.links import BrokenLinks, find_broken_links
from journeymap.site.pages import render_page
from journeymap.site.pictures import gather_pictures
from journeymap.site.plan import Options, language_of


def single_page(compilation: Compilation, journey: Journey, options: Options = Options()) -> str:  # noqa: B008 - frozen
    """Return the page of a journey with all it needs inside: it loads nothing and expects no neighbours."""
    portfolio = compilation.portfolio
    pictures = gather_pictures([journey], portfolio.personas_of(journey), options.read_picture)
    atlas = Atlas(pictures={src: _embed(picture) for src, picture in pictures.items()})
    desk = Desk(portfolio, atlas, "index.html", language_of(portfolio, journey.lang))
    flow = draw_flow_for_page(portfolio, journey, "", engine=options.engine)
    page = lay_lone_page(desk, journey.title, describe(journey), bundles=BUNDLES)
    context = show_journey(
        desk, journey, page, flow=flow, tables=choose_tables(portfolio, journey), alone=True
    )
    text = render_page(context, options.overrides)
    broken = find_broken_links([Artifact(desk.page, text.encode())])
    if broken:
        raise BrokenLinks(broken)
    return text


def build_lone_pages(
    compilation: Compilation,
    journeys: Iterable[Journey],
    options: Options = Options(),  # noqa: B008 - frozen
) -> ArtifactSet:
    """Return a page for each journey that needs no other file: a folder to pick attachments from."""
    pages = []
    for journey in journeys:
        name = f"{journey.id}.html"
        pages.append(Artifact(name, single_page(compilation, journey, options).encode()))
        if options.on_page:
            options.on_page(name)
    return ArtifactSet(pages)


def _embed(picture: Artifact) -> str:
    kind = PurePosixPath(picture.path).suffix.lower().lstrip(".").replace("jpg", "jpeg")
    return f"data:image/{kind};base64,{base64.b64encode(picture.content).decode('ascii')}"
