"""From a plan to finished files: chapter by chapter, or the journeys by other processes meanwhile."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from journeymap.artifacts import Artifact
from journeymap.model import Journey
from journeymap.site.addresses import journey_path
from journeymap.site.announcing.announce import announce_pages, announce_site
from journeymap.site.announcing.crawlers import Listed
from journeymap.site.chapters import Chapter
from journeymap.site.crew import Crew, Done, count_jobs
from journeymap.site.journey.chapter import build_journeys, build_some_journeys
from journeymap.site.links import Pointers, read_pointers
from journeymap.site.pages import Leaf, finish
from journeymap.site.plan import Plan

Readings: TypeAlias = dict[str, Pointers]
"""Where files of a site point to, as far as somebody has looked."""


def make_files(plan: Plan, chapters: tuple[Chapter, ...], readings: Readings) -> Iterator[Artifact]:
    """Yield the files of the chapters, and then those that speak of all pages.

    What other processes made they have read, too: it is added to the ``readings``.
    """
    pages: list[Listed] = []
    is_shared = build_journeys in chapters and count_jobs(plan) > 1
    for made in _make_together(plan, chapters, readings) if is_shared else _make(plan, chapters):
        if isinstance(made, Listed):
            pages.append(made)
        else:
            yield made
    for leaf in announce_site(plan, pages):
        yield _finish(plan, leaf)


def make_journeys(plan: Plan, journeys: tuple[Journey, ...]) -> Done:
    """Return what becomes of some journeys, whoever makes them."""
    notes: list[str] = []
    quiet = plan._replace(options=plan.options._replace(on_page=None, on_note=notes.append))
    made = list(_finish_leaves(quiet, build_some_journeys(quiet, journeys)))
    files = tuple(each for each in made if isinstance(each, Artifact))
    pointers = {file.path: found for file in files if (found := read_pointers(file))}
    return Done(files, pointers, tuple(each for each in made if isinstance(each, Listed)), tuple(notes))


def _make(plan: Plan, chapters: Iterable[Chapter]) -> Iterator[Artifact | Listed]:
    """Yield the files of chapters, and their pages as others list them."""
    return _finish_leaves(plan, (leaf for build_chapter in chapters for leaf in build_chapter(plan)))


def _make_together(
    plan: Plan, chapters: Iterable[Chapter], readings: Readings
) -> Iterator[Artifact | Listed]:
    """Yield the same in another order: the journeys come last, as soon as other processes have them."""
    noted: dict[str, None] = {}
    with Crew(plan, make_journeys) as crew:
        yield from _make(plan, (each for each in chapters if each is not build_journeys))
        for journeys, done in crew.collect():
            if plan.options.on_page:
                for journey in journeys:
                    plan.options.on_page(journey_path(journey.id))
            noted |= dict.fromkeys(done.notes)
            readings |= done.pointers
            yield from done.files
            yield from done.pages
    if plan.options.on_note:
        for note in noted:
            plan.options.on_note(note)


def _finish_leaves(plan: Plan, leaves: Iterable[Leaf]) -> Iterator[Artifact | Listed]:
    for leaf in announce_pages(plan, leaves):
        yield leaf if isinstance(leaf, Listed) else _finish(plan, leaf)


def _finish(plan: Plan, leaf: Leaf) -> Artifact:
    memory, overrides = plan.options.memory, plan.options.overrides
    return memory.finish(leaf, overrides) if memory else finish(leaf, overrides)
