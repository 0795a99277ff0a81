"""A compilation to a site, on one screen: plan, chapters, pages, links."""

from collections.abc import Iterable, Iterator

from journeymap.artifacts import Artifact, ArtifactSet
from journeymap.compiling import Compilation
from journeymap.model.uses import find_uses
from journeymap.site.addresses import Atlas
from journeymap.site.chapters import CHAPTERS, Chapter, list_entities, list_folders
from journeymap.site.links import BrokenLinks, find_broken_links
from journeymap.site.making import Readings, make_files
from journeymap.site.overviews.glossary import explain_terms
from journeymap.site.pictures import gather_pictures
from journeymap.site.plan import Options, Plan
from journeymap.workspace.lines import Lines


def build_site(compilation: Compilation, options: Options = Options()) -> ArtifactSet:  # noqa: B008 - frozen
    """Return all files of the site, every link and anchor checked."""
    readings: Readings = {}
    site = ArtifactSet(build_leaves(compilation, options, readings=readings))
    broken = find_broken_links(site, readings)
    if broken:
        raise BrokenLinks(broken)
    return site


def build_leaves(
    compilation: Compilation,
    options: Options,
    chapters: Iterable[Chapter] = CHAPTERS,
    *,
    readings: Readings | None = None,
) -> Iterator[Artifact]:
    """Yield the files of the site as they are done; no link is checked.

    Where some of them point to may be known already: that is added to the ``readings``.
    """
    portfolio, memory = compilation.portfolio, options.memory
    shown = [*portfolio.personas.values(), *(p for j in portfolio.journeys for p in j.local_personas)]
    pictures = gather_pictures(portfolio.journeys, shown, options.read_picture)
    uses = find_uses(portfolio)
    entities = list_entities(portfolio, uses)
    atlas = Atlas(
        entities,
        {src: picture.path for src, picture in pictures.items()},
        list_folders(entities, portfolio, options),
    )
    sources = compilation.sources
    line_of = memory.find_lines(sources) if memory else Lines(sources).line_of
    plan = Plan(portfolio, atlas, uses, compilation.diagnostics, options, explain_terms(portfolio), line_of)
    yield from dict.fromkeys(pictures.values())
    yield from make_files(plan, tuple(chapters), {} if readings is None else readings)
