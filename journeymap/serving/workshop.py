"""From files to the shelf, again and again: only what changed is made anew, what is looked at first.

A site with errors never replaces a good one: the shelf keeps it, and the pages tell what is wrong.
"""

import gc
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from journeymap.artifacts import Artifact, ArtifactError, ArtifactSet
from journeymap.building import Memory as BuildMemory
from journeymap.compiling import Compilation
from journeymap.history import History
from journeymap.model.portfolio import Portfolio
from journeymap.model.sameness import reuse_same
from journeymap.model.visibility import Audience, visible_to
from journeymap.rendering.overriding import NO_OVERRIDES, Overrides, TemplateFault, TemplateFaults
from journeymap.reporting import Report
from journeymap.serving.findings import Standing, write_findings
from journeymap.serving.shelf import Shelf
from journeymap.site.build import build_leaves
from journeymap.site.chapters import CHAPTERS, Chapter
from journeymap.site.links import find_broken_links, tell_broken_links
from journeymap.site.pages import Leaf
from journeymap.site.plan import Options
from journeymap.site.plan import Plan as SitePlan
from journeymap.site.remembering import Memory
from journeymap.syntax import Limits
from journeymap.workspace import Plan, compile_group, find_workspaces
from journeymap.workspace.tracing import find_written

PictureReading: TypeAlias = Callable[[Compilation], Callable[[str], bytes | None]]
"""Returns what reads the pictures of a workspace."""

_ATTENTION: Final = 0.1
"""How many seconds go by before a rebuild asks whether it is still wanted."""


class Order(NamedTuple):
    """What is to be shown: the paths as named, where they are seen from, to whom, and by what means."""

    paths: tuple[str, ...]
    cwd: str
    audience: Audience = "internal"
    engine: str = ""
    read_pictures: PictureReading | None = None
    read_templates: Callable[[], Overrides] | None = None
    read_history: Callable[[Compilation], History] | None = None


class Round(NamedTuple):
    """What one rebuild came to.

    ``report`` holds the findings, ``notes`` what else is wrong, and ``changed`` the paths that are others
    than before. Without ``is_built`` the site stayed as it was; without ``is_whole`` files changed
    meanwhile, so that another round has to go on.
    """

    report: Report
    notes: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    is_built: bool = True
    is_whole: bool = True


class Workshop:
    """Builds one workspace, or one file that stands alone, onto a shelf."""

    def __init__(self, order: Order, shelf: Shelf) -> None:
        self.lang = "en"
        self.pictures: tuple[Path, ...] = ()
        self._order = order
        self._shelf = shelf
        self._built = BuildMemory()
        self._site = Memory()
        self._notes: tuple[str, ...] = ()
        self._portfolio: Portfolio | None = None
        self._chapters: dict[str, Chapter] = {}

    def plan(self) -> Plan:
        """Return what there is to build at the paths now; a workspace is asked about as a whole."""
        plan = find_workspaces(self._order.paths, self._order.cwd)
        asked = (each._replace(asked=frozenset(file.path for file in each.files)) for each in plan.groups)
        return plan._replace(groups=tuple(asked))

    def rebuild(self, has_news: Callable[[], bool], looked_at: frozenset[str] = frozenset()) -> Round:
        """Bring the shelf up to date; pages that are ``looked_at`` come first.

        ``has_news`` is asked now and then whether files changed again, so that the rest is not worth it.
        """
        # What is built here lives on: looking through all of it for waste would take longer than building.
        gc.disable()
        try:
            return self._rebuild(has_news, looked_at)
        finally:
            gc.enable()

    def _rebuild(self, has_news: Callable[[], bool], looked_at: frozenset[str]) -> Round:
        plan = self.plan()
        if plan.problems or len(plan.groups) != 1:
            return self._stay(Report(()), _describe(plan))
        compilation = compile_group(plan.groups[0], Limits(), memory=self._built)
        self.lang = compilation.portfolio.workspace.lang or "en"
        report = _report_on(compilation)
        if compilation.unread or compilation.has_errors:
            return self._stay(report, compilation.unread)
        portfolio = visible_to(compilation.portfolio, self._order.audience)
        portfolio = self._portfolio = reuse_same(self._portfolio or portfolio, portfolio)
        if not (portfolio.journeys or portfolio.personas):
            return self._stay(report, ("there is no journey to draw",))
        try:
            return self._publish(compilation._replace(portfolio=portfolio), report, has_news, looked_at)
        except TemplateFaults as found:
            return self._stay(report, tuple(map(str, found.faults)))
        except TemplateFault as fault:
            return self._stay(report, (str(fault),))

    def check(self) -> Report | None:
        """Find what the method has to say as well, for a site that is up to date, and tell the pages."""
        from journeymap.checks import Checking

        plan = self.plan()
        if plan.problems or len(plan.groups) != 1:
            return None
        report = _report_on(compile_group(plan.groups[0], Limits(), checking=Checking(), memory=self._built))
        self._shelf.report(write_findings(report, self._notes, lang=self.lang))
        return report

    def _stay(self, report: Report, notes: tuple[str, ...]) -> Round:
        """Leave the site as it is, and say on its pages what stands in the way."""
        site: Standing = "empty" if self._shelf.is_empty else "old"
        self._shelf.report(write_findings(report, notes, lang=self.lang, site=site))
        return Round(report, notes, is_built=False)

    def _publish(
        self,
        compilation: Compilation,
        report: Report,
        has_news: Callable[[], bool],
        looked_at: frozenset[str],
    ) -> Round:
        """Put what changed on the shelf, as it is done."""
        read = self._order.read_pictures
        options = Options(
            read(compilation) if read else None,
            self._order.engine,
            audience=self._order.audience,
            memory=self._site,
            overrides=self._order.read_templates() if self._order.read_templates else NO_OVERRIDES,
            history=self._order.read_history(compilation) if self._order.read_history else None,
        )
        self.pictures = _pictures_of(compilation, Path(self._order.cwd))
        made: list[Artifact] = []
        changed: list[str] = []
        asked = time.monotonic()
        for artifact in build_leaves(compilation, options, self._order_chapters(looked_at)):
            made.append(artifact)
            if self._shelf.put(*artifact):
                changed.append(artifact.path)
            if time.monotonic() - asked > _ATTENTION:
                if has_news():
                    return Round(report, (), tuple(changed), is_whole=False)
                asked = time.monotonic()
        self._forget({artifact.path for artifact in made})
        changed += self._shelf.keep(artifact.path for artifact in made)
        notes = self._notes = _check(made, compilation)
        self._shelf.report(write_findings(report, notes, lang=self.lang))
        return Round(report, notes, tuple(changed))

    def _forget(self, paths: set[str]) -> None:
        """Forget what is no part of the site any more."""
        self._site.settle()
        self._chapters = {path: chapter for path, chapter in self._chapters.items() if path in paths}

    def _order_chapters(self, looked_at: frozenset[str]) -> list[Chapter]:
        """Return the chapters, first those whose pages somebody looks at, noting which path is whose."""
        first = {self._chapters.get(page) for page in looked_at}

        def note(chapter: Chapter) -> Chapter:
            def build(plan: SitePlan) -> Iterator[Leaf]:
                for leaf in chapter(plan):
                    self._chapters[leaf.path if isinstance(leaf, Artifact) else leaf.page.path] = chapter
                    yield leaf

            return build

        return [note(chapter) for chapter in sorted(CHAPTERS, key=lambda each: each not in first)]


def _report_on(compilation: Compilation) -> Report:
    return Report(
        compilation.diagnostics, compilation.sources, len(compilation.asked), compilation.suppressed
    )


def _describe(plan: Plan) -> tuple[str, ...]:
    """Return in words why there is not one thing to build."""
    if plan.problems:
        return plan.problems
    if not plan.groups:
        return ("there is no journey, persona, library or workspace any more",)
    names = ", ".join(f"`{group.root or group.files[0].path}`" for group in plan.groups)
    return (f"a site is made of one workspace or one file, and here are {len(plan.groups)}: {names}",)


def _check(made: list[Artifact], compilation: Compilation) -> tuple[str, ...]:
    """Return in words why this site would not be written to a folder."""
    try:
        site = ArtifactSet(made)
    except ArtifactError as error:
        return (str(error),)
    return tell_broken_links(find_broken_links(site), partial(find_written, compilation.sources))


def _pictures_of(compilation: Compilation, cwd: Path) -> tuple[Path, ...]:
    """Return where the pictures that are shown are on disk."""
    portfolio = compilation.portfolio
    shown = [image.src for journey in portfolio.journeys for t in journey.touchpoints() for image in t.images]
    people = [*portfolio.personas.values(), *(p for j in portfolio.journeys for p in j.local_personas)]
    shown += [person.image.src for person in people if person.image]
    return tuple(cwd / src for src in dict.fromkeys(shown))
