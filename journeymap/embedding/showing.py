"""A journey as a piece of a page that is not ours: a picture or a table, and a link to the whole.

The colours of a picture are attributes, which every browser knows; a style sheet inside of it lets them
follow the ``color-scheme`` of the page around, which is what a switch between light and dark sets.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from html import escape

from journeymap.embedding.problems import NotShown, Problem
from journeymap.embedding.shelf import Found
from journeymap.embedding.wishes import PICTURES, Wish
from journeymap.model import Portfolio
from journeymap.rendering import DRAWERS, Request
from journeymap.rendering.charts.curve import tabulate_emotions
from journeymap.rendering.charts.matrix import tabulate_opportunities
from journeymap.rendering.failures import LayoutFailed, RenderingError
from journeymap.rendering.links import safe_url
from journeymap.rendering.pictures import picture_formats
from journeymap.rendering.tables.cells import tell_cell
from journeymap.rendering.tables.html_text import write_table
from journeymap.rendering.tables.table import TABLES, Table, build_table, choose_tables
from journeymap.rendering.templating import direction, marked, translate
from journeymap.themes.choosing import DARK_NAME, LIGHT_NAME, choose_theme
from journeymap.themes.colours import follow_page, name_colours

WHOLE_PAGE = "journeys/{id}/index.html"
"""Where the page of a journey stands below the address of its site."""

_WIDTH = re.compile(r' width="([\d.]+)"')
_SCROLLS = "overflow:auto"
_FRAME = f"{_SCROLLS};max-height:85vh;border:1px solid #8886;border-radius:6px"
_TABLE = "border-collapse:collapse;font-size:.9em"
_ROOM = "padding:.4em .8em;border-bottom:1px solid #8886;vertical-align:top"
_CELL = re.compile(r"<(t[hd])\b([^>]*)>")
_SMALLEST = {"matrix": 0.7}
"""How far a picture shrinks before it scrolls, where it is not what most do."""


def show(found: Found, wish: Wish, *, name: str, site: str = "", table_class: str = "") -> str:
    """Return the markup for a wish; ``name`` tells it apart from all else on its page.

    ``site`` is where the journeys are published, in place of what their workspace says; ``table_class`` is
    what a theme calls the tables that it styles.
    """
    lang = language_of(found)
    refuse_idle(found, wish)
    name = f"journey-{name}-{_digest(found.journey.id, *map(str, wish))}"
    if choose_form(found.portfolio, wish) == "table":
        body = list(_write_tables(found, wish, name, table_class))
    else:
        picture = draw(found, wish, name)
        label = escape(found.journey.title)
        frame = f'role="group" aria-label="{label}" tabindex="0" style="{_FRAME}"'
        body = [f'<div class="journeymap-picture" {frame}>{picture}</div>']
    caption = _write_caption(found, wish, site)
    head = f'<figure class="journeymap" lang="{escape(lang)}" dir="{direction(lang)}" style="margin:1.5em 0">'
    return "\n".join([head, *body, *caption, "</figure>"])


def choose_form(portfolio: Portfolio, wish: Wish) -> str:
    """Return the form of a wish: the one it names, or the one of its table or view."""
    if wish.form:
        return wish.form
    forms = {**dict.fromkeys(TABLES, "table"), **{view.id: view.form for view in portfolio.workspace.views}}
    return "table" if wish.table else forms.get(wish.view, "map")


def refuse_idle(found: Found, wish: Wish) -> None:
    """Refuse keys that would do nothing for the form: silence would look like success."""
    form = choose_form(found.portfolio, wish)
    heeded = {"lanes": ("map",), "personas": ("map", "curve")}
    for key, forms in heeded.items():
        if getattr(wish, key) and form not in forms:
            raise NotShown(Problem(f"`{key}` means nothing for a {form}", help=f"it is for a {forms[0]}"))
    if wish.view and form not in ("map", "table"):
        view = next((view for view in found.portfolio.workspace.views if view.id == wish.view), None)
        if view is None or view.form != form or view.where:
            message = f"view `{wish.view}` means nothing for a {form}, which shows the whole journey"
            raise NotShown(Problem(message, help="maps and tables can be narrowed: leave `view` out"))


def choose_wished_tables(found: Found, wish: Wish) -> tuple[Table, ...]:
    """Return the tables of a wish: those it names, or all."""
    try:
        tables = choose_tables(found.portfolio, found.journey, wish.table or wish.view)
    except RenderingError as error:
        raise NotShown(Problem(str(error), help=error.help)) from None
    if not tables:
        raise NotShown(Problem(f"`{wish.name}` has nothing to put into tables"))
    return tuple(map(_without_idle_columns, tables))


def request_of(found: Found, wish: Wish) -> Request:
    """Return what is asked of a renderer."""
    return Request(
        found.portfolio,
        found.journey,
        theme=wish.theme,
        view=wish.view if choose_form(found.portfolio, wish) == "map" else "",
        lanes=wish.lanes,
        personas=wish.personas,
    )


def draw(found: Found, wish: Wish, name: str) -> str:
    """Return the picture of a wish as SVG; ``name`` begins the ids in it."""
    form = choose_form(found.portfolio, wish)
    assert form in PICTURES
    own = found.portfolio.workspace.theme
    request = request_of(found, wish)
    light, dark = choose_theme(own, LIGHT_NAME), choose_theme(own, DARK_NAME)
    follows = wish.theme == "auto"
    theme = name_colours(light) if follows else choose_theme(own, wish.theme)
    try:
        svg = DRAWERS[form](request, theme).svg
    except RenderingError as error:
        raise NotShown(Problem(str(error), help=error.help)) from None
    except LayoutFailed as error:
        raise NotShown(Problem(str(error))) from None
    if follows:
        svg = follow_page(svg, light, dark, scope=f"journeymap-{_digest(repr((light, dark)))}")
    return _fit(_rename(svg, name), _SMALLEST.get(form, 0.8))


def print_picture(found: Found, wish: Wish) -> bytes:
    """Return the picture of a wish as a PDF of one page; raises ``RenderingError`` where none can be made."""
    form = choose_form(found.portfolio, wish)
    return picture_formats(form)["pdf"](request_of(found, wish)).content


def tell_in_tables(found: Found, wish: Wish) -> tuple[Table, ...]:
    """Return tables that say what a wish shows, for places without pictures."""
    form = choose_form(found.portfolio, wish)
    if form == "table":
        return choose_wished_tables(found, wish)
    if form == "curve":
        return (tabulate_emotions(found.portfolio, found.journey, personas=wish.personas),)
    if form == "matrix":
        return (tabulate_opportunities(found.portfolio, found.journey),)
    return (_without_idle_columns(build_table("touchpoints", found.portfolio, found.journey)),)


def language_of(found: Found) -> str:
    """Return the language a journey is written in."""
    return found.journey.lang or found.portfolio.workspace.lang or "en"


def find_address(found: Found, wish: Wish, site: str) -> str:
    """Return where the whole journey is published, or nothing where nobody said so."""
    base = site or found.portfolio.workspace.site_url
    whole = f"{base.rstrip('/')}/{WHOLE_PAGE.format(id=found.journey.id)}" if base else ""
    return safe_url(wish.link or whole) or ""


def title_link(found: Found) -> str:
    """Return the words of the link to the whole journey."""
    text = translate(marked("The whole journey: %(title)s"), lang=language_of(found))
    return text % {"title": found.journey.title}


def _write_tables(found: Found, wish: Wish, name: str, table_class: str) -> Iterator[str]:
    for number, table in enumerate(choose_wished_tables(found, wish), start=1):
        lines = "\n".join(write_table(table, f"{name}-table-{number}", language_of(found)))
        if table_class:
            lines = lines.replace("<table>", f'<table class="{escape(table_class)}">', 1)
        else:
            # Without a class a theme may put a box around a table, in which nobody scrolls by keyboard.
            lines = lines.replace("<table>", f'<table class="journeymap-cells" style="{_TABLE}">', 1)
            lines = _CELL.sub(_style_cell, lines)
        yield lines.replace('<div class="table"', f'<div class="journeymap-table" style="{_SCROLLS}"', 1)


def _write_caption(found: Found, wish: Wish, site: str) -> Iterator[str]:
    address = find_address(found, wish, site)
    if address:
        yield (
            f'<figcaption><a href="{escape(address)}" dir="auto">{escape(title_link(found))}</a></figcaption>'
        )


def _without_idle_columns(table: Table) -> Table:
    """Return a table without columns that nobody filled in; the first one names the rows."""
    rows = [tuple(map(tell_cell, row)) for row in table.rows]
    kept = [n for n in range(len(table.columns)) if n == 0 or any(row[n] != "" for row in rows)]
    return table._replace(
        columns=tuple(table.columns[n] for n in kept),
        rows=tuple(tuple(row[n] for n in kept) for row in table.rows),
    )


def _style_cell(tag: re.Match[str]) -> str:
    side = "end" if 'class="number"' in tag[2] else "start"
    weight = ";font-weight:600" if tag[1] == "th" else ""
    return f'<{tag[1]} style="{_ROOM};text-align:{side}{weight}"{tag[2]}>'


def _rename(svg: str, name: str) -> str:
    """Return a picture whose title and description have ids of this page."""
    end = svg.index("</desc>")
    head = svg[:end]
    old = head.split(' aria-labelledby="', 1)[1].split('"', 1)[0].removesuffix("-title")
    for part in ("title", "about"):
        head = head.replace(f'="{old}-{part}"', f'="{name}-{part}"')
    return head + svg[end:]


def _fit(svg: str, smallest: float) -> str:
    """Return a picture that takes the width there is, down to a part of its own."""
    width = float(_WIDTH.search(svg)[1])  # type: ignore[index]
    size = f"width:100%;min-width:{round(width * smallest)}px;max-width:{round(width)}px;height:auto"
    return svg.replace("<svg ", f'<svg style="{size}" ', 1)


def _digest(*texts: str) -> str:
    return sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:8]
