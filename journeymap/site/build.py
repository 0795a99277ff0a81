"""A compilation to a site, on one screen: plan, chapters, pages, links."""

from journeymap.artifacts import Artifact, ArtifactSet
from journeymap.compiling import Compilation
from journeymap.model.uses import find_uses
from journeymap.site.addresses import Atlas
from journeymap.site.chapters import CHAPTERS, Leaf, list_catalogues, list_entities
from journeymap.site.links import BrokenLinks, find_broken_links
from journeymap.site.pages import render_page
from journeymap.site.pictures import gather_pictures
from journeymap.site.plan import Options, Plan


def build_site(compilation: Compilation, options: Options = Options()) -> ArtifactSet:  # noqa: B008 - frozen
    """Return all files of the site, every link and anchor checked."""
    portfolio = compilation.portfolio
    shown = [*portfolio.personas.values(), *(p for j in portfolio.journeys for p in j.local_personas)]
    pictures = gather_pictures(portfolio.journeys, shown, options.read_picture)
    uses = find_uses(portfolio)
    entities = list_entities(portfolio, uses)
    atlas = Atlas(
        entities, {src: picture.path for src, picture in pictures.items()}, list_catalogues(entities)
    )
    plan = Plan(portfolio, atlas, uses, compilation.diagnostics, options)

    site = ArtifactSet(
        [
            *dict.fromkeys(pictures.values()),
            *(finish(leaf) for build_chapter in CHAPTERS for leaf in build_chapter(plan)),
        ]
    )
    broken = find_broken_links(site)
    if broken:
        raise BrokenLinks(broken)
    return site


def finish(leaf: Leaf) -> Artifact:
    """Return a leaf as a file: a page is rendered."""
    if isinstance(leaf, Artifact):
        return leaf
    return Artifact(leaf.page.path, render_page(leaf).encode("utf-8"))
