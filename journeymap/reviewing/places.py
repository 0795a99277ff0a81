"""Where a change is: in words, as a line of a file, and as addresses that lead to both."""

from urllib.parse import quote

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.links import safe_url
from journeymap.rendering.metrics import one_line
from journeymap.reviewing.dossier import Dossier, Located
from journeymap.reviewing.journeys import JourneyReview, name_parts
from journeymap.source import Span

PAGE = "journeys/{id}/index.html"
"""Where the page of a journey stands below the address of its site."""


class Spot(NamedTuple):
    """A line of a file on one side, and what leads there, if anything does."""

    text: str
    url: str = ""
    is_base: bool = False

    @property
    def name(self) -> str:
        """The file without its folders, and the line."""
        return self.text.rpartition("/")[2]


def name_place(located: Located, review: JourneyReview | None) -> str:
    """Return the stage and the touchpoint that a change is in, or the thing itself where it is in neither."""
    entity = located.change.fact.entity
    title = one_line(entity.title) or entity.path
    if review is None:
        return title
    names: dict[str, str] = {}
    for side in filter(None, (review.before, review.after)):
        names |= name_parts(side)
    within = dict(step.partition(":")[::2] for step in entity.path.split("/"))
    ids = (within.get("stage", entity.stage), within.get("touchpoint", ""))
    found = [one_line(names[id]) for id in ids if id in names]
    if entity.kind == "touchpoint" and len(found) < 2:
        found.append(title)
    return " › ".join(dict.fromkeys(found)) or title  # noqa: RUF001 - the sign is meant


def find_page(dossier: Dossier, located: Located) -> str:
    """Return what leads to the thing on the published site, or nothing where it is not on it."""
    entity = located.change.fact.entity
    within = dict(step.partition(":")[::2] for step in entity.path.split("/"))
    known = dossier.after.journey(entity.journey or within.get("journey", ""))
    if not dossier.options.site_url or known is None:
        return ""
    anchors = name_parts(known)
    ids = (within.get("touchpoint", ""), within.get("stage", ""))
    anchor = next((f"#{quote(id)}" for id in ids if id in anchors), "")
    return _below(dossier, PAGE.format(id=quote(known.id, safe="")) + anchor)


def find_journey_page(dossier: Dossier, review: JourneyReview) -> str:
    """Return what leads to a journey on the published site, or nothing where it is not on it."""
    if not dossier.options.site_url or review.after is None:
        return ""
    return _below(dossier, PAGE.format(id=quote(review.id, safe="")))


def find_spot(dossier: Dossier, located: Located) -> Spot | None:
    """Return the line to look at: in the head, else what is left around it there, else in the base."""
    span = located.head or located.nearest
    if span:
        return Spot(_write(span), _edit(dossier, span))
    return Spot(_write(located.base), "", is_base=True) if located.base else None


def _write(span: Span) -> str:
    return f"{span.file}:{span.start.line}"


def _edit(dossier: Dossier, span: Span) -> str:
    pattern = dossier.options.edit_url
    if not pattern:
        return ""
    return safe_url(pattern.replace("{file}", quote(span.file)).replace("{line}", str(span.start.line))) or ""


def _below(dossier: Dossier, path: str) -> str:
    return safe_url(f"{dossier.options.site_url.rstrip('/')}/{path}") or ""
