"""What can be found: one entry for each thing that has a name or was said, in time linear in all of them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from journeymap.model import Journey, Persona, Stage
from journeymap.model.portfolio import Portfolio
from journeymap.model.summaries import kpis_of
from journeymap.rendering.built_in import entitle
from journeymap.rendering.markdown import strip_markup
from journeymap.rendering.naming import name_kpi
from journeymap.site.addresses import HOME, Atlas, anchor_of
from journeymap.site.plan import language_of

KINDS: Final = (
    "journey",
    "persona",
    "stage",
    "touchpoint",
    "pain",
    "gain",
    "opportunity",
    "kpi",
    "channel",
    "system",
    "team",
    "segment",
    "phase",
    "source",
    "term",
    "tag",
    "evidence",
    "quote",
)
"""The kinds of entries; of two that fit equally well, the kind that comes first does."""

LONGEST = 140
"""How many letters of a description are kept: enough to find it by, and the file stays small."""

_LIBRARY: Final[Mapping[str, tuple[str, str, tuple[str, ...]]]] = {
    "touchpoints": ("shared-touchpoint", "touchpoint", ("summary",)),
    "metrics": ("metric", "kpi", ("definition",)),
    "channels": ("channel", "channel", ("summary",)),
    "systems": ("system", "system", ("summary",)),
    "teams": ("team", "team", ("department",)),
    "segments": ("segment", "segment", ("criteria",)),
    "phases": ("phase", "phase", ()),
    "sources": ("source", "source", ("privacy",)),
    "terms": ("term", "term", ("aliases", "definition")),
}
"""Field of the library → the kind whose pages its entries have, the kind they are found as, what they say."""


class Entry(NamedTuple):
    """One thing to find. An entry that is a part of another stands on that one's page.

    ``address`` is a path from the root of the site, or ``#`` and an anchor of the parent's page;
    ``parent`` is the number of the entry that this one is a part of, -1 when there is none.
    """

    kind: str
    title: str
    address: str
    parent: int = -1
    text: str = ""


def list_entries(portfolio: Portfolio, atlas: Atlas) -> list[Entry]:
    """Return everything that can be found on a site, parents before their parts."""
    entries: list[Entry] = []
    for persona in portfolio.personas.values():
        _add_persona(entries, persona, atlas.persona(persona.id, page=HOME))
    entries.extend(_library(portfolio, atlas))
    tags = sorted(atlas.entities.get("tag", ()))
    entries.extend(Entry("tag", tag, atlas.find("tag", tag, page=HOME)) for tag in tags)
    for journey in portfolio.journeys:
        _add_journey(entries, portfolio, journey, atlas.journey(journey.id, page=HOME))
    return entries


def _library(portfolio: Portfolio, atlas: Atlas) -> Iterator[Entry]:
    lang = language_of(portfolio)
    for field, (published, kind, said) in _LIBRARY.items():
        for each in getattr(portfolio.library, field).values():
            if address := atlas.find(published, each.id, page=HOME):
                title = entitle(each, lang=lang) if field in ("channels", "phases") else each.title
                yield Entry(kind, title, address, text=_shorten(_read(each, said)))


def _add_persona(entries: list[Entry], persona: Persona, address: str, parent: int = -1) -> None:
    here = len(entries)
    wishes = (*persona.goals, *persona.needs, *persona.motivations, *persona.frustrations)
    text = _list(_shorten((persona.role, persona.summary)), *wishes)
    entries.append(Entry("persona", persona.title, address, parent, text))
    if persona.quote:
        entries.append(Entry("quote", strip_markup(persona.quote), address if parent >= 0 else "", here))


def _add_journey(entries: list[Entry], portfolio: Portfolio, journey: Journey, address: str) -> None:
    top = len(entries)
    text = _shorten((journey.summary or journey.goal or journey.scenario, *journey.tags))
    entries.append(Entry("journey", journey.title, address, text=text))
    numbers = {journey.id: top}
    for persona in journey.local_personas:
        _add_persona(entries, persona, f"#persona_{persona.id}", top)
    for stage in journey.stages:
        _add_stage(entries, numbers, stage, top)
    for each in journey.opportunities:
        anchor = f"#{each.id or 'section_pains'}"
        entries.append(Entry("opportunity", each.title, anchor, top, _shorten((each.summary,))))
    for owned in kpis_of(journey):
        place = numbers.get(owned.owner.id, top)
        entries.append(Entry("kpi", name_kpi(portfolio, owned.kpi), f"#{anchor_of(owned.address)}", place))
    entries.extend(
        Entry("evidence", each.title, f"#{each.id}", top, _shorten((each.summary,)))
        for each in journey.evidence
    )


def _add_stage(entries: list[Entry], numbers: dict[str, int], stage: Stage, journey: int) -> None:
    here = numbers[stage.id] = len(entries)
    text = _shorten((stage.summary or stage.goal,))
    entries.append(Entry("stage", stage.title, f"#{stage.id}", journey, text))
    entries.extend(_quote(stage, here))
    for touchpoint in stage.touchpoints:
        number = numbers[touchpoint.id] = len(entries)
        anchor = f"#{touchpoint.id}"
        done = (item.text for lane in touchpoint.blueprint for item in lane if item.text != item.system)
        text = _list(_shorten((touchpoint.summary or touchpoint.action,)), *touchpoint.motivations, *done)
        entries.append(Entry("touchpoint", touchpoint.title, anchor, here, text))
        entries.extend(
            Entry("pain", strip_markup(pain.text), f"#{pain.id}" if pain.id else anchor, number)
            for pain in touchpoint.pains
        )
        entries.extend(
            Entry("gain", strip_markup(gain.text), f"#{gain.id}" if gain.id else anchor, number)
            for gain in touchpoint.gains
        )
        entries.extend(_quote(touchpoint, number))


def _quote(item: Any, number: int) -> Iterator[Entry]:
    """Yield what somebody said or thought at a stage or touchpoint."""
    said = [emotion.quote for emotion in item.emotions]
    said += [thought.text for thought in getattr(item, "thoughts", ())]
    for text in dict.fromkeys(map(strip_markup, filter(None, said))):
        yield Entry("quote", text, f"#{item.id}", number)


def _read(entry: Any, fields: Iterable[str]) -> Iterator[str]:
    for field in fields:
        value = getattr(entry, field)
        yield value if isinstance(value, str) else " ".join(value)


def _list(*texts: str) -> str:
    """Return what is said about a thing and the short texts that belong to it, each once."""
    return " · ".join(dict.fromkeys(strip_markup(each) for each in texts if each))


def _shorten(texts: Iterable[str]) -> str:
    """Return texts as one, cut behind a word when it is long."""
    text = " ".join(strip_markup(each) for each in texts if each)
    if len(text) <= LONGEST:
        return text
    kept = text[:LONGEST].rpartition(" ")[0]
    return f"{kept or text[:LONGEST]} …"
