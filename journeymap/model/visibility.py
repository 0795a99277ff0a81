"""Who may see what: a portfolio narrowed to an audience before anything is rendered.

What is dropped leaves no trace: nothing that stays refers to it, and paths lead past it. Nothing is
hidden later, by a renderer that could forget to.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal, TypeAlias

from journeymap.model.claims import Emotion, Gain, Pain, Thought
from journeymap.model.journey import Journey, Move, Personalization, Touchpoint
from journeymap.model.library import BlueprintItem, Kpi, Library, Metric, Source, Team
from journeymap.model.portfolio import Portfolio
from journeymap.model.settings import View

Audience: TypeAlias = Literal["public", "internal"]
Hidden: TypeAlias = Mapping[str, frozenset[str]]
"""Kind → ids of what the audience may not see."""

REFERENCES: Final[Mapping[str, str]] = {
    "channels": "channels",
    "metric": "metrics",
    "owner": "teams",
    "system": "systems",
    "systems": "systems",
    "segment": "segments",
    "segments": "segments",
    "source": "sources",
    "sources": "sources",
    "uses": "touchpoints",
    "phase": "phases",
    "persona": "personas",
    "personas": "personas",
    "actor": "personas",
    "receiver": "personas",
    "expand": "journeys",
    "extends": "journeys",
}
"""Field → what its ids name, wherever in the model the field stands."""
_ADDRESSES: Final = ("evidence", "addresses", "kpis", "kpi", "feeds", "targets", "replaced_by")
"""Fields whose texts are the addresses of items."""
_VOCABULARY: Final = ("channels", "phases", "terms")
"""The kinds of library entries that are words for everybody, seen unless they say otherwise."""
_BY_DEPENDENCE: Final = ("touchpoints", "metrics", "systems", "sources", "segments", "teams")
"""The other kinds, seen where something visible refers to them, those that refer to others first."""


def visible_to(portfolio: Portfolio, audience: Audience) -> Portfolio:
    """Return what an audience may see of a portfolio.

    The public sees the journeys that are public, without the items in them that are internal. Personas
    and library entries that do not say are seen where something visible refers to them.
    """
    if audience == "internal":
        return portfolio
    public = [each for each in portfolio.journeys if each.visibility == "public"]
    journeys = [_without_internal(each) for each in public]
    words = set(_words(journeys))
    personas = {id: each for id, each in portfolio.personas.items() if _is_seen(each, words)}
    words.update(_words(tuple(personas.values())))
    library = _narrow_library(portfolio.library, words)
    hidden = {
        **{
            kind: frozenset(entries.keys() - library[i].keys())
            for i, (kind, entries) in enumerate(portfolio.library._asdict().items())
        },
        "personas": frozenset(portfolio.personas.keys() - personas.keys()),
        "journeys": frozenset(each.id for each in portfolio.journeys if each.visibility != "public"),
    }
    # Only the public is led past anything, and most runs are for those who may see it all.
    from journeymap.model.detours import lead_past

    narrowed = [
        lead_past(whole, _narrow(kept, _hidden_in(whole, kept, hidden)), hidden["journeys"])
        for whole, kept in zip(public, journeys, strict=True)
    ]
    living = {address for journey in narrowed for address in _addresses(journey)}
    of_journeys, known = living.union(personas), living.union(personas, *library)
    return Portfolio(
        portfolio.workspace._replace(
            edit_url="",
            checks={},
            connections={},
            measure={},
            views=tuple(view for each in portfolio.workspace.views for view in _narrow_view(each, hidden)),
        ),
        Library(*({id: _narrow_entry(each, hidden, known) for id, each in kind.items()} for kind in library)),
        {id: _with_living(_narrow(each, hidden), known, "") for id, each in personas.items()},
        tuple(_with_living(each._replace(changes=()), of_journeys, each.id) for each in narrowed),
    )


def _is_seen(entry: Any, words: set[str]) -> bool:
    return entry.visibility == "public" or (entry.visibility is None and entry.id in words)


def _narrow_library(library: Library, words: set[str]) -> Library:
    """Return the library's visible entries; ``words`` are all texts of what refers to it."""
    kinds: dict[str, Mapping[str, Any]] = library._asdict()
    for kind in _VOCABULARY:
        kinds[kind] = {id: each for id, each in kinds[kind].items() if each.visibility != "internal"}
    for kind in _BY_DEPENDENCE:
        kinds[kind] = {id: each for id, each in kinds[kind].items() if _is_seen(each, words)}
        words.update(_words(tuple(kinds[kind].values())))
    return Library(**kinds)


def _hidden_in(whole: Journey, kept: Journey, hidden: Hidden) -> Hidden:
    """Return what is hidden from the point of view of a journey with personas of its own."""
    local = {each.id for each in kept.local_personas}
    gone = {each.id for each in whole.local_personas} - local
    return {**hidden, "personas": (hidden["personas"] - local) | gone}


def _without_internal(value: Any) -> Any:
    """Return a value without the internal items in it, at any depth."""
    changed = {}
    for name, each in zip(value._fields, value, strict=True):
        if _is_record(each):
            changed[name] = _without_internal(each)
        elif isinstance(each, tuple):
            kept = (item for item in each if getattr(item, "visibility", None) != "internal")
            changed[name] = tuple(_without_internal(item) if _is_record(item) else item for item in kept)
    return value._replace(**changed)


def _narrow(value: Any, hidden: Hidden) -> Any:
    """Return a value without references to what is hidden, and without what says nothing without them."""
    changed: dict[str, Any] = {}
    for name, each in zip(value._fields, value, strict=True):
        kind = REFERENCES.get(name) if not isinstance(value, Move) else None
        if kind and isinstance(each, str):
            changed[name] = "" if each in hidden[kind] else each
        elif _is_record(each):
            changed[name] = _narrow(each, hidden)
        elif isinstance(each, tuple):
            kept = (item for item in each if not _is_about_hidden(item, hidden))
            kept = (item for item in kept if not (kind and item in hidden[kind]))
            changed[name] = tuple(_narrow(item, hidden) if _is_record(item) else item for item in kept)
    return value._replace(**changed)


def _is_about_hidden(item: Any, hidden: Hidden) -> bool:
    match item:
        case Kpi():
            return item.metric in hidden["metrics"]
        case Emotion() | Thought():
            return item.persona in hidden["personas"]
        case Personalization():
            return item.persona in hidden["personas"] or item.segment in hidden["segments"]
        case BlueprintItem():
            return item.text == item.system and item.system in hidden["systems"]
        case Pain() | Gain() | Touchpoint():
            return bool(item.personas) and hidden["personas"].issuperset(item.personas)
        case _:
            return False


def _narrow_entry(entry: Any, hidden: Hidden, known: set[str]) -> Any:
    """Return a library entry without what only measuring needs to know, and whom to ring.

    A team that does not say is seen as the owner of what is public; how to reach it is its own to publish.
    """
    if isinstance(entry, Metric):
        entry = entry._replace(measure=None)
    elif isinstance(entry, Team) and entry.visibility != "public":
        entry = entry._replace(contact="")
    elif isinstance(entry, Source):
        entry = entry._replace(connection="")
    return _with_living(_narrow(entry, hidden), known, "")


def _narrow_view(view: View, hidden: Hidden) -> Iterator[View]:
    """Yield a view without hidden ids in its filter; one that would then show nothing is gone."""
    where = {
        key: tuple(id for id in wanted if id not in hidden.get(key, ())) for key, wanted in view.where.items()
    }
    if all(where.values()):
        yield view._replace(where=where)


def _with_living(value: Any, living: set[str], journey: str) -> Any:
    """Return a value without addresses of items that are gone."""
    changed: dict[str, Any] = {}
    for name, each in zip(value._fields, value, strict=True):
        if name in _ADDRESSES and isinstance(each, str):
            changed[name] = each if _is_living(each, living, journey) else ""
        elif _is_record(each):
            changed[name] = _with_living(each, living, journey)
        elif isinstance(each, tuple):
            items = (_with_living(item, living, journey) if _is_record(item) else item for item in each)
            changed[name] = tuple(
                item
                for item in items
                if not (
                    name in _ADDRESSES and isinstance(item, str) and not _is_living(item, living, journey)
                )
                and not (isinstance(item, Move) and not item.targets)
            )
    return value._replace(**changed)


def _is_living(address: str, living: set[str], journey: str) -> bool:
    return address in living or f"{journey}#{address}" in living


def _addresses(journey: Journey) -> Iterator[str]:
    """Yield the addresses of a journey, its items and its KPIs."""
    yield journey.id
    yield from (f"{journey.id}/{kpi.id}" for kpi in journey.kpis)
    for item in _items(journey):
        if item.id:
            yield f"{journey.id}#{item.id}"
            kpis = getattr(item, "own_kpis", getattr(item, "kpis", ()))
            yield from (f"{journey.id}#{item.id}/{kpi.id}" for kpi in kpis)


def _items(journey: Journey) -> Iterator[Any]:
    for stage in journey.stages:
        yield stage
        for touchpoint in stage.touchpoints:
            yield from (touchpoint, *touchpoint.pains, *touchpoint.gains)
    for opportunity in journey.opportunities:
        yield from (opportunity, *opportunity.actions)
    yield from (*journey.exits, *journey.insights, *journey.evidence, *journey.feedback_loops)


def _words(value: Any) -> Iterator[str]:
    """Yield every text in a value, among them every id that it refers to."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _words(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _words(each)


def _is_record(value: Any) -> bool:
    return isinstance(value, tuple) and hasattr(value, "_fields")
