"""Files for programs that read sites: ``llms.txt``, ``robots.txt`` and, on the web, ``sitemap.xml``."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from journeymap.artifacts import Artifact
from journeymap.rendering.tables.markdown_text import escape_markdown
from journeymap.rendering.templating import marked, marked_count
from journeymap.site.addresses import HOME, journey_path
from journeymap.site.announcing.addresses import Base
from journeymap.site.announcing.entries import beside
from journeymap.site.announcing.journeys_index import JOURNEYS
from journeymap.site.announcing.markup import write_link
from journeymap.site.desk import Desk
from journeymap.site.plan import Plan

MOST: Final = 50_000
"""How many pages a sitemap may name."""
_LONGEST: Final = 200
"""How much of a description a line of ``llms.txt`` holds, in characters."""


_TWINS: Final = marked(
    "Every page has a twin in Markdown beside it: %(markdown)s for %(page)s. All journeys as data: %(data)s."
)


class Listed(NamedTuple):
    """A page of the site as others list it; ``day`` is when it was last reviewed, where somebody did."""

    path: str
    title: str
    description: str
    day: str = ""
    has_twin: bool = False


def write_crawler_files(plan: Plan, base: Base, pages: Iterable[Listed]) -> Iterator[Artifact]:
    """Yield what speaks of the whole site to programs."""
    listed = list(pages)
    yield Artifact("llms.txt", write_llms(plan, listed).encode())
    yield Artifact("robots.txt", write_robots(base).encode())
    if base.url:
        yield Artifact("sitemap.xml", write_sitemap(base, listed).encode())


def write_robots(base: Base) -> str:
    """Return that everything may be read, and where the list of it is."""
    lines = ["User-agent: *", "Allow: /"]
    if base.url:
        lines += ["", f"Sitemap: {base.address('sitemap.xml')}"]
    return "\n".join(lines) + "\n"


def write_sitemap(base: Base, pages: Iterable[Listed]) -> str:
    """Return all pages for search engines, with the day of a page's last review where it is known."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    for page in sorted(pages)[:MOST]:
        day = f"<lastmod>{page.day}</lastmod>" if page.day else ""
        lines.append(f"<url><loc>{_escape(base.address(page.path))}</loc>{day}</url>")
    return "\n".join([*lines, "</urlset>"]) + "\n"


def write_llms(plan: Plan, pages: list[Listed]) -> str:
    """Return what the site is and where its texts are, in the form of llmstxt.org."""
    desk, portfolio = plan.desk(HOME), plan.portfolio
    title = portfolio.workspace.title or desk.say(marked("Journey maps"))
    journeys = {journey_path(journey.id): journey for journey in portfolio.journeys}
    lines = [f"# {escape_markdown(title)}", "", f"> {_count(desk)}", ""]
    lines.append(
        desk.say(
            _TWINS,
            markdown="`index.md`",
            page="`index.html`",
            data=f"[{JOURNEYS}]({JOURNEYS})",
        )
    )
    own = [page for page in pages if page.has_twin]
    groups = (
        (marked("Journeys"), [page for page in own if page.path in journeys]),
        (marked("Lists"), [page for page in own if page.path.count("/") <= 1]),
    )
    for name, members in groups:
        lines += ["", f"## {desk.say(name)}", ""]
        for page in members:
            journey = journeys.get(page.path)
            words = (
                (desk.word("state", journey.state), desk.word("status", journey.status)) if journey else ()
            )
            lines.append(_write_line(page, ", ".join(words)))
    return "\n".join(lines) + "\n"


def _write_line(page: Listed, words: str) -> str:
    text = (
        page.description if len(page.description) <= _LONGEST else f"{page.description[:_LONGEST].rstrip()}…"
    )
    notes = ". ".join(filter(None, (words, escape_markdown(text))))
    link = write_link(escape_markdown(page.title), beside(page.path, "index.md"))
    return f"- {link}: {notes}" if notes else f"- {link}"


def _count(desk: Desk) -> str:
    journeys, personas = desk.portfolio.journeys, desk.portfolio.personas
    return desk.say(
        marked("Customer journeys, written as text: %(journeys)s, %(personas)s."),
        journeys=desk.say_count(marked_count("%(count)d journey", "%(count)d journeys"), len(journeys)),
        personas=desk.say_count(marked_count("%(count)d persona", "%(count)d personas"), len(personas)),
    )


def _escape(text: str) -> str:
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("'", "&apos;")
    )
