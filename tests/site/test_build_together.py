"""Journeys drawn by several processes: the very same site, and the very same failures, as by one."""

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable

import pytest

from journeymap.artifacts import ArtifactSet
from journeymap.compiling import Compilation
from journeymap.model import Journey, Portfolio
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.overriding import Overrides, TemplateFault
from journeymap.site import BrokenLinks, Options, build_site
from journeymap.site.build import build_leaves
from journeymap.site.crew import FEWEST, Crew, Done, count_jobs
from journeymap.site.entities.personas import build_personas
from journeymap.site.plan import Plan
from journeymap.site.remembering import Memory
from tests.site.samples import make_journey, make_portfolio

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")

BROKEN = '{% extends "site/journey.html" %}{% block hero %}<a href="gone.html">x</a>{% endblock %}'
FAULTY = '{% extends "site/journey.html" %}{% block hero %}{{ nothing_here }}{% endblock %}'


@pytest.fixture(scope="module")
def many() -> Compilation:
    """Return a workspace with journeys enough for several processes."""
    portfolio = make_portfolio()
    others = tuple(
        make_journey()._replace(id=f"again-{number:02}", title=f"Again {number}") for number in range(FEWEST)
    )
    return Compilation(portfolio._replace(journeys=(*others, *portfolio.journeys)), (), {})


def published(compilation: Compilation) -> Compilation:
    """Return a workspace that says where its site is, so that its journeys have pictures for previews."""
    portfolio = compilation.portfolio
    workspace = portfolio.workspace._replace(site_url="https://journeys.example/")
    return compilation._replace(portfolio=portfolio._replace(workspace=workspace))


def build(compilation: Compilation, jobs: int, options: Options = Options()) -> ArtifactSet:  # noqa: B008 - frozen
    """Build a site with so many processes."""
    return build_site(compilation, options._replace(jobs=jobs))


def test_several_processes_make_the_very_same_site(many: Compilation) -> None:
    """How many work changes no byte of any file, and no path."""
    for compilation in (many, published(many)):
        alone, together = ({each.path: each.content for each in build(compilation, jobs)} for jobs in (1, 3))
        assert together == alone
    assert "journeys/again-03/card.png" in alone


def test_progress_is_told_in_order(many: Compilation) -> None:
    """Whoever waits hears of each journey, in the order of the portfolio."""
    heard: list[str] = []
    build(many, 2, Options(on_page=heard.append))
    assert heard == [f"journeys/{each.id}/index.html" for each in many.portfolio.journeys]


def test_a_fault_of_a_template_is_the_same(many: Compilation) -> None:
    """What fails in another process fails here, with the same place and the same words."""

    def fail(jobs: int) -> TemplateFault:
        with pytest.raises(TemplateFault) as caught:
            build(many, jobs, Options(overrides=Overrides("own", (("journey.html", FAULTY),))))
        return caught.value

    alone, together = fail(1), fail(2)
    assert (together.path, together.line, together.message) == (alone.path, alone.line, alone.message)
    assert multiprocessing.active_children() == []


def test_links_that_lead_nowhere_are_the_same(many: Compilation) -> None:
    """Pages that other processes made are held to the same rule: each link arrives."""

    def fail(jobs: int) -> BrokenLinks:
        with pytest.raises(BrokenLinks) as caught:
            build(many, jobs, Options(overrides=Overrides("own", (("journey.html", BROKEN),))))
        return caught.value

    together = fail(2).links
    assert together == fail(1).links
    assert len(together) >= FEWEST


def test_what_could_not_be_made_is_said_once(many: Compilation, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each process finds out by itself that there is no typesetter; the reader hears it once."""

    def refuse(_: object) -> bytes:
        raise RenderingError("no typesetter", "install it")

    monkeypatch.setattr("journeymap.rendering.documents.pixels.write_png", refuse)
    for jobs in (1, 2):
        notes: list[str] = []
        build(published(many), jobs, Options(on_note=notes.append))
        assert len(notes) == 1


def test_a_site_without_its_journeys_needs_nobody(many: Compilation) -> None:
    """Chapters other than that of the journeys are made here."""
    alone, together = (list(build_leaves(many, Options(jobs=jobs), (build_personas,))) for jobs in (1, 2))
    assert together == alone


@pytest.mark.parametrize(
    ("options", "count", "jobs"),
    [
        (Options(jobs=4), FEWEST - 1, 1),
        (Options(jobs=4), FEWEST, 2),
        (Options(jobs=4), 100, 4),
        (Options(jobs=1), 100, 1),
        (Options(), 100, 1),
        (Options(jobs=4, memory=Memory()), 100, 1),
    ],
)
def test_processes_are_started_where_they_are_worth_it(options: Options, count: int, jobs: int) -> None:
    """Few journeys are drawn by one process, and so are those of a site that remembers."""
    assert count_jobs(plan_of(count, options)) == jobs


@pytest.mark.parametrize("fail", [lambda: os._exit(9), lambda: 1 / 0], ids=["gone", "failing"])
def test_what_a_process_does_not_bring_is_made_here(fail: Callable[[], object]) -> None:
    """A process that is ended by the system, or fails, takes nothing of the site with it."""
    first = os.getpid()

    def work(_: Plan, journeys: tuple[Journey, ...]) -> Done:
        if os.getpid() != first:
            fail()
        return Done((), {}, (), tuple(each.id for each in journeys))

    plan = plan_of(FEWEST, Options(jobs=2))
    with Crew(plan, work) as crew:
        made = [done.notes for _, done in crew.collect()]
    assert sum(made, ()) == tuple(each.id for each in plan.portfolio.journeys)


def test_a_system_without_processes_to_give_builds_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no process can be started this one makes everything."""

    def refuse(*_: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refuse)
    plan = plan_of(FEWEST, Options(jobs=2))
    with Crew(plan, lambda _, journeys: Done((), {}, (), tuple(each.id for each in journeys))) as crew:
        made = [done.notes for _, done in crew.collect()]
    assert sum(made, ()) == tuple(each.id for each in plan.portfolio.journeys)


@pytest.mark.parametrize("scarce", ["processes", "threads"])
def test_a_system_that_stops_giving_leaves_nobody_behind(
    scarce: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where only some processes come, or nobody to hand them work, they go again: this one makes all."""
    copy, copies = os.fork, []

    def copy_once() -> int:
        copies.append(1)
        if len(copies) > 1:
            raise BlockingIOError("no more processes")
        return copy()

    def refuse(_: object) -> None:
        raise RuntimeError("can't start new thread")

    if scarce == "processes":
        monkeypatch.setattr(os, "fork", copy_once)
    else:
        monkeypatch.setattr(threading.Thread, "start", refuse)
    plan = plan_of(FEWEST, Options(jobs=2))
    with Crew(plan, lambda _, journeys: Done((), {}, (), tuple(each.id for each in journeys))) as crew:
        made = [done.notes for _, done in crew.collect()]
    monkeypatch.undo()
    assert sum(made, ()) == tuple(each.id for each in plan.portfolio.journeys)
    assert multiprocessing.active_children() == []


def plan_of(count: int, options: Options) -> Plan:
    """Return a plan of so many empty journeys."""
    portfolio: Portfolio = make_portfolio()
    journeys = tuple(Journey(f"j-{number:03}", "J") for number in range(count))
    return Plan(portfolio._replace(journeys=journeys), None, {}, (), options)  # type: ignore[arg-type]
