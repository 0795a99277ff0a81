"""Pages at addresses that have moved: what was renamed is still found under the ids it once had."""

from collections.abc import Iterator
from typing import Any, Final

from journeymap.rendering.templating import direction, marked
from journeymap.site.addresses import ICON, entity_path, point_to
from journeymap.site.announcing.addresses import Base
from journeymap.site.announcing.entries import LIBRARY_FIELDS, beside
from journeymap.site.assets import POLICY
from journeymap.site.contexts import RedirectContext
from journeymap.site.journey.embed import FILE as EMBED
from journeymap.site.pieces import Link, Page
from journeymap.site.plan import Plan

_ALONE: Final = ("index.html",)
_EMBEDDED: Final = (*_ALONE, EMBED)
"""The pages of a journey that others have links to: the second stands in frames on their pages."""


def build_redirects(plan: Plan, base: Base) -> Iterator[RedirectContext]:
    """Yield a page for each former id; an id that lives is never taken, and the first claim to one holds."""
    taken = {(kind, id) for kind, ids in plan.atlas.entities.items() for id in ids}
    for kind, entry in _list_entries(plan):
        for alias in entry.aliases if plan.atlas.has(kind, entry.id) else ():
            if (kind, alias) not in taken:
                taken.add((kind, alias))
                for file in _EMBEDDED if kind == "journey" else _ALONE:
                    old, new = (entity_path(kind, id, file) for id in (alias, entry.id))
                    yield _lead_on(plan, base, old, new, entry.title)


def _list_entries(plan: Plan) -> Iterator[tuple[str, Any]]:
    """Yield what has pages and may have had other ids; the aliases of a term are words, and no ids."""
    portfolio = plan.portfolio
    yield from (("journey", journey) for journey in portfolio.journeys)
    yield from (("persona", persona) for persona in portfolio.personas.values())
    for kind, field in LIBRARY_FIELDS.items():
        if kind != "term":
            yield from ((kind, entry) for entry in getattr(portfolio.library, field).values())


def _lead_on(plan: Plan, base: Base, path: str, target: str, title: str) -> RedirectContext:
    desk = plan.desk(path)
    page = Page(
        path=path,
        lang=desk.lang,
        direction=direction(desk.lang),
        title=title,
        description="",
        policy=POLICY,
        site=Link(""),
        styles=(point_to("assets/style.css", page=path),),
        scripts=(point_to("assets/redirect.js", page=path),),
        icon=point_to(ICON, page=path),
        canonical=base.address(beside(target, "index.html")),
    )
    there = Link(title, point_to(target, page=path))
    return RedirectContext(page, there, f"0; url={there.url}", desk.say(marked("This page has moved")))
