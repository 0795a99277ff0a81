"""One item on the terminal: what it says, and what refers to it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from journeymap.model import Branch, Emotion, Gain, Kpi, Link, Pain, Portfolio, Thought
from journeymap.model.items import Item, referrers_of
from journeymap.model.summaries import emotion_words, kpi_gap, opportunities_for, opportunity_score, pains_of
from journeymap.rendering.naming import add_unit, unit_of
from journeymap.reporting.plain_data import plain
from journeymap.reporting.style import Run
from journeymap.reporting.terminal.grid import GAP
from journeymap.reporting.terminal.listing import show_score
from journeymap.reporting.terminal.screen import Screen, in_role, width_of, wrap
from journeymap.source import Place

_LABEL = 18
_NARROW = 12
_UNSAID = ("id", "title", "text", "at", "stages", "fields", "moved", "changes", "measure", "lang")
_MOST_REFERRERS = 20
_LIBRARY: Mapping[str, str] = {
    "owner": "teams",
    "channels": "channels",
    "systems": "systems",
    "system": "systems",
    "segments": "segments",
    "segment": "segments",
    "sources": "sources",
    "source": "sources",
    "metric": "metrics",
    "phase": "phases",
    "uses": "touchpoints",
}
"""Field → the kind of library entries that its ids name."""
_UNITS = ((604_800, "w"), (86_400, "d"), (3600, "h"), (60, "m"), (1, "s"))
_DURATIONS = ("duration_active", "duration_elapsed", "cadence", "review_every")


def draw_card(portfolio: Portfolio, item: Item, screen: Screen) -> list[list[Run]]:
    """Return the lines of an item's card."""
    card = _Card(portfolio, item, screen)
    facts = [*card.facts()]
    referrers = [*card.referrers()]
    return [*card.head(), *([[], *facts] if facts else []), *([[], *referrers] if referrers else [])]


def write_duration(seconds: int) -> str:
    """Return a duration as the language writes it: ``90s``, ``4m``, ``30d``."""
    size, unit = next((pair for pair in _UNITS if seconds % pair[0] == 0), _UNITS[-1])
    return f"{seconds // size}{unit}"


def parent_of(item: Item) -> tuple[str, Any] | None:
    """Return what an item of a journey is a part of, and how that is called."""
    for stage in item.journey.stages if item.journey is not None else ():
        if item.value in stage.touchpoints:
            return "Stage", stage
        for touchpoint in stage.touchpoints:
            if item.value in (*touchpoint.pains, *touchpoint.gains, *touchpoint.kpis):
                return "Touchpoint", touchpoint
    for opportunity in item.journey.opportunities if item.journey is not None else ():
        if item.value in (*opportunity.actions, *opportunity.own_kpis):
            return "Opportunity", opportunity
    return None


class _Card:
    """The parts of one card."""

    def __init__(self, portfolio: Portfolio, item: Item, screen: Screen) -> None:
        self._portfolio = portfolio
        self._item = item
        self._screen = screen

    def head(self) -> Iterator[list[Run]]:
        screen, item = self._screen, self._item
        title = screen.text(item.title or item.address)
        yield from in_role("strong", wrap(title, screen.width))
        kind = item.kind.replace("-", " ")
        words = f"{'KPI' if kind == 'kpi' else kind} {screen.signs.dot} {screen.text(item.address)}"
        if item.journey is not None:
            words += f" {screen.signs.dot} {screen.text(item.journey.title)}"
        yield from in_role("quiet", wrap(words, screen.width))

    def facts(self) -> Iterator[list[Run]]:
        for name, value in self._item.value._asdict().items():
            if name in _UNSAID or isinstance(value, Place):
                continue
            yield from self._fact(_label(name), self._texts(name, value))
        yield from self._further()

    def referrers(self) -> Iterator[list[Run]]:
        """Yield what refers to the item, addresses first, so that they can be shown next."""
        found = referrers_of(self._portfolio, self._item)
        if not found:
            return
        screen = self._screen
        yield [("strong", "Referred to by")]
        widest = max(width_of(screen.text(each.address)) for each in found[:_MOST_REFERRERS])
        beside = screen.width - 2 - widest - GAP
        for each in found[:_MOST_REFERRERS]:
            address, title = screen.text(each.address), screen.text(each.title)
            if beside >= _NARROW:
                gap = " " * (widest - width_of(address) + GAP)
                for index, line in enumerate(wrap(title, beside)):
                    lead = f"  {address}{gap}" if not index else " " * (2 + widest + GAP)
                    yield [("quiet", lead), ("plain", line)]
            else:
                yield from in_role("plain", [f"  {line}" for line in wrap(address, screen.width - 2)])
        if len(found) > _MOST_REFERRERS:
            yield [("quiet", f"  and {len(found) - _MOST_REFERRERS} more")]

    def _further(self) -> Iterator[list[Run]]:
        """Yield what is not written into an item but follows from what is."""
        item, value = self._item, self._item.value
        home = parent_of(item)
        if home is not None:
            yield from self._fact(home[0], [self._named(home[1].title, home[1].id)])
        if item.kind == "pain" and item.journey is not None:
            names = [self._named(each.title, each.id) for each in opportunities_for(item.journey, value)]
            yield from self._fact("Opportunities", names)
        if item.kind == "opportunity":
            score = opportunity_score(value, self._portfolio.workspace.opportunity_score)
            yield from self._fact("Score", [_number(score)] if score is not None else [])
        if item.kind == "kpi":
            metric = self._portfolio.library.metrics.get(value.metric)
            gap = kpi_gap(value, metric.direction if metric else "up")
            unit = unit_of(metric)
            yield from self._fact("Gap to target", [_with_unit(gap, unit)] if gap is not None else [])
            yield from self._fact("Better is", [metric.direction] if metric else [])

    def _fact(self, label: str, texts: Sequence[str]) -> Iterator[list[Run]]:
        width = _LABEL if self._screen.width >= 3 * _LABEL else _NARROW
        shown = [line for text in texts for line in wrap(self._screen.text(text), self._screen.width - width)]
        lead = self._screen.text(label)
        for index, line in enumerate(shown):
            yield [("quiet", f"{lead[: width - 1]:<{width}}" if not index else " " * width), ("plain", line)]

    def _texts(self, name: str, value: Any) -> list[str]:
        """Return what a field says, one text a line."""
        if value is None or value in ("", ()) or value is False or value == {}:
            return []
        if isinstance(value, bool):
            return ["yes"]
        if name in _DURATIONS:
            return [write_duration(value)]
        if isinstance(value, int | float):
            return [_number(value)]
        if hasattr(value, "_fields"):
            return self._record(value)
        if name == "demographics":
            return [": ".join(pair) for pair in value]
        if isinstance(value, tuple):
            texts = [text for each in value for text in self._texts(name, each)]
            return [", ".join(texts)] if name in _LIBRARY or name in ("tags", "aliases", "events") else texts
        return [self._entry(name, str(value))]

    def _entry(self, name: str, id: str) -> str:
        """Return an id with the title of what it names."""
        if name in _LIBRARY:
            entry = getattr(self._portfolio.library, _LIBRARY[name]).get(id)
            return self._named(entry.title, id) if entry is not None else id
        if name in ("personas", "persona"):
            local = self._item.journey.local_personas if self._item.journey is not None else ()
            persona = next((each for each in local if each.id == id), self._portfolio.personas.get(id))
            return self._named(persona.title, id) if persona is not None else id
        if name == "addresses" and self._item.journey is not None:
            texts = {owned.pain.id: owned.pain.text for owned in pains_of(self._item.journey)}
            return self._named(texts.get(id, id), id)
        return id

    def _named(self, title: str, id: str) -> str:
        return f"{title} ({id})" if id and title != id else title or id

    def _record(self, value: Any) -> list[str]:
        """Return a value inside the item in one line, or a line for each of its fields."""
        match value:
            case Emotion():
                return [self._emotion(value)]
            case Pain():
                levels = ", ".join(word for word in (value.severity, value.frequency) if word)
                return [self._named(value.text, value.id) + (f", {levels}" if levels else "")]
            case Gain():
                return [self._named(value.text, value.id)]
            case Thought():
                return [(f"{value.persona}: " if value.persona else "") + self._quoted(value.text)]
            case Branch():
                return [self._branch(value)]
            case Kpi():
                return [self._kpi(value)]
            case Link():
                return [f"{value.title}: {value.url}" if value.title else value.url]
        if "title" in value._fields or "text" in value._fields:
            return [
                self._named(
                    getattr(value, "title", "") or getattr(value, "text", ""), getattr(value, "id", "")
                )
            ]
        found = ((name, self._texts(name, each)) for name, each in value._asdict().items() if name != "at")
        return [f"{_label(name).lower()}: {'; '.join(texts)}" for name, texts in found if texts]

    def _emotion(self, emotion: Emotion) -> str:
        words = ", ".join(emotion_words(emotion, self._portfolio.workspace.emotion_scale))
        score = f"{show_score(emotion.score, self._screen)} " if emotion.score is not None else ""
        quote = f", {self._quoted(emotion.quote)}" if emotion.quote else ""
        who = f"{emotion.persona}: " if emotion.persona else ""
        return f"{who}{score}{words}{quote} ({emotion.confidence})"

    def _branch(self, branch: Branch) -> str:
        target = branch.to or (f"exit {branch.exit}" if branch.exit else f"journey {branch.journey}")
        share = f", {_with_unit(round(branch.share * 100, 2), '%')}" if branch.share is not None else ""
        return f"{target}{f' when {branch.when}' if branch.when else ''}{share}"

    def _kpi(self, kpi: Kpi) -> str:
        metric = self._portfolio.library.metrics.get(kpi.metric)
        known = [_number(value) for value in (kpi.baseline, kpi.target) if value is not None]
        way = f" {self._screen.signs.arrow} ".join(known)
        way = add_unit(way, unit_of(metric), lang="en") if known else ""
        title = self._named(metric.title if metric else kpi.metric, kpi.id)
        return f"{title}{f', {way}' if way else ''}"

    def _quoted(self, text: str) -> str:
        return text.join(self._screen.signs.quotes)


def _label(name: str) -> str:
    words = name.replace("_", " ")
    return {"kpis": "KPIs", "kpi": "KPI", "own kpis": "KPIs of its own", "url": "Address"}.get(
        words, words[:1].upper() + words[1:]
    )


def _with_unit(value: float, unit: str) -> str:
    """Return a number with its unit, which stands as it does on pages."""
    return add_unit(_number(value), unit, lang="en")


def _number(value: float) -> str:
    return str(plain(round(value, 4)) if isinstance(value, float) else value)
