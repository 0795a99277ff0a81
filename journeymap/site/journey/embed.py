"""A journey's map for a frame in somebody else's page: nothing around it but its title, which leads home."""

from typing import Any, Final

from journeymap.rendering.templating import Html, marked
from journeymap.site.contexts import EmbedContext, JourneyContext
from journeymap.site.desk import Desk
from journeymap.site.pieces import Link, Page

FILE: Final = "embed.html"
"""The name of the page, beside the journey's own."""

WHOLE: Final = "index.html"
"""The journey's own page as seen from there."""

BUNDLES: Final = ("journey.css", "embed.css")
"""What the page loads beside what all pages do."""


def show_embedded(desk: Desk, context: JourneyContext, page: Page) -> EmbedContext:
    """Return what the page for a frame shows: the map, with links that leave the frame for the whole page."""
    return EmbedContext(
        page=page._replace(nav=(), more=(), trail=(), here="", search="", target="_blank"),
        title=context.title,
        state=context.state,
        state_word=context.state_word,
        whole=Link(desk.say(marked("The whole journey")), WHOLE),
        map=_lead_out(context.map._replace(strip=None, filters=())),
    )


def _lead_out(value: Any) -> Any:
    """Return a value with links to places of the whole page, wherever in it they stand."""
    if isinstance(value, Html):
        return Html(value.text.replace('href="#', f'href="{WHOLE}#')) if 'href="#' in value.text else value
    if not isinstance(value, tuple):
        return value
    changed = [each if isinstance(each, str) else _lead_out(each) for each in value]
    fields: tuple[str, ...] | None = getattr(value, "_fields", None)
    if fields is None:
        return tuple(changed)
    if "url" in fields:
        at = fields.index("url")
        if isinstance(changed[at], str) and changed[at].startswith("#"):
            changed[at] = WHOLE + changed[at]
    return type(value)(*changed)
