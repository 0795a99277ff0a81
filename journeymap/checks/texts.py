"""All texts with characters that may deceive the eye, each once, where it was written.

These are Greek and Cyrillic letters, which may stand for Latin ones, and bidirectional control characters.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from journeymap.model import Image, Journey, Persona, Portfolio, Thought
from journeymap.named_tuples import NamedTuple
from journeymap.source import Place

_KEYS: Final = {
    "emotions": "emotion",
    "thoughts": "thought",
    "local_personas": "personas",
    "own_kpis": "kpis",
}
"""Field of the model → key in the file, where the two differ."""
_SHORT: Final = frozenset({"channel", "channels", "next", "objective", "thought"})
"""Keys under which a text may stand alone although the model has a list or a record."""
_WITHOUT_TEXT: Final = frozenset({Place, int, float, bool})
_ELSEWHERE: Final = frozenset({"at", "root", "stages", "changes"})


class Text(NamedTuple):
    """A text that may deceive, and the language around it.

    ``is_exact`` says that the text is surely what stands at the place, and not what stands around it.
    """

    text: str
    place: Place
    lang: str
    is_exact: bool = False


def suspect_texts(portfolio: Portfolio) -> tuple[Text, ...]:
    """Return the texts of a portfolio with any character that may deceive."""
    gathering = _Gathering(portfolio)
    gathering.run()
    return tuple(gathering.found)


def _may_deceive(text: str) -> bool:
    return not text.isascii() and _deceiving().search(text) is not None


@cache
def _deceiving() -> re.Pattern[str]:
    return re.compile("[\u0370-\u052f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def _is_suspect(record: Any) -> bool:
    """Whether any text in a record may deceive: looked at before places are thought of, for speed."""
    pending = [record]
    while pending:
        for value in filter(None, pending.pop()):  # most fields are empty
            kind = type(value)
            if kind is str:
                if not value.isascii() and _may_deceive(value):
                    return True
            elif kind is dict:
                pending += (value.keys(), value.values())
            elif kind not in _WITHOUT_TEXT:
                pending.append(value)
    return False


class _Gathering:
    """Texts being gathered, file by file."""

    def __init__(self, portfolio: Portfolio) -> None:
        self.portfolio = portfolio
        self.lang = portfolio.workspace.lang
        self.found: list[Text] = []

    def run(self) -> None:
        """Gather the texts of everything that was written in a file."""
        portfolio = self.portfolio
        if portfolio.workspace.at.file:
            self._gather(portfolio.workspace, portfolio.workspace.at, "")
        for entries in portfolio.library:
            for entry in entries.values():
                if entry.at.file and _is_suspect(entry):
                    self._gather(entry, entry.at, entry.at.file)
        for persona in filter(_is_suspect, portfolio.personas.values()):
            self.lang = persona.lang or portfolio.workspace.lang
            self._gather(persona, persona.at, persona.at.file)
        for journey in filter(_is_suspect, portfolio.journeys):
            self.lang = journey.lang or portfolio.workspace.lang
            if journey.extends:
                self._gather_overlay(journey)
            else:
                self._gather(journey, journey.at, journey.at.file)
                self._gather_stages(journey)

    def _gather_stages(self, journey: Journey) -> None:
        home = journey.at.file
        shared = self.portfolio.library.touchpoints
        for stage in journey.stages:
            self._gather(stage._replace(touchpoints=()), stage.at, home)
            for touchpoint in stage.touchpoints:
                self._gather(touchpoint, touchpoint.at, home, shared.get(touchpoint.uses))

    def _gather_overlay(self, journey: Journey) -> None:
        base = self.portfolio.journey(journey.extends)
        self._gather(journey, journey.at, journey.at.file, base)
        for change in journey.changes:
            self._gather_plain(change.fields, change.at.child("fields"))
            self._gather_plain(change.item, change.at.child("item"))

    def _gather(self, record: Any, place: Place, home: str, known: Any = None) -> None:
        """Gather the texts of a record but those that ``known`` says as well; ``home`` is the file."""
        has_id = bool(getattr(record, "id", ""))
        for name, value in zip(record._fields, record, strict=True):
            if not value or name in _ELSEWHERE:
                continue
            if type(value) is str:
                if _may_deceive(value) and getattr(known, name, None) != value:
                    key = self._key(record, name)
                    exact = has_id and key not in _SHORT
                    self.found.append(Text(value, place.child(key), self.lang, exact))
            elif isinstance(value, tuple) and getattr(known, name, None) != value:
                self._gather_list(value, place.child(self._key(record, name)), home, has_id=has_id)
            elif isinstance(value, Mapping):
                self._gather_plain(value, place.child(name))

    def _gather_list(self, values: Any, place: Place, home: str, *, has_id: bool) -> None:
        if hasattr(values, "_fields"):
            self._gather_record(values, place, home)
            return
        for i, value in enumerate(values):
            if type(value) is str:
                if _may_deceive(value):
                    exact = has_id and place.pointer[-1] not in _SHORT
                    self.found.append(Text(value, place.child(i), self.lang, exact))
            elif hasattr(value, "_fields"):
                self._gather_record(value, place.child(i), home)
            elif isinstance(value, tuple):
                self._gather_pair(value, place)

    def _gather_record(self, record: Any, place: Place, home: str) -> None:
        at = getattr(record, "at", None)
        if isinstance(record, Thought):
            steps = ("by", record.persona) if record.persona else ()
            if _may_deceive(record.text):
                parent = Place(place.file, place.pointer[:-1])
                self.found.append(Text(record.text, parent.child(*steps), self.lang))
        elif isinstance(record, Image):
            if _may_deceive(record.alt):
                self.found.append(Text(record.alt, place.child("alt"), self.lang, is_exact=True))
        elif at is None or not at.file:
            self._gather(record, place, home)
        elif not home or at.file == home:
            self._gather(record, at, home)

    def _gather_pair(self, pair: tuple[Any, ...], place: Place) -> None:
        """Gather the texts of a free key and its value."""
        key, value = pair
        if _may_deceive(f"{key}{value}"):
            self.found.append(Text(f"{key}: {value}", place.child(key), self.lang))

    def _gather_plain(self, value: Any, place: Place) -> None:
        """Gather the texts of plain data, keys aside."""
        pending = [(value, place)]
        while pending:
            each, at = pending.pop()
            if isinstance(each, str):
                if _may_deceive(each):
                    self.found.append(Text(each, at, self.lang, is_exact=True))
            elif isinstance(each, Mapping):
                pending.extend((entry, at.child(key)) for key, entry in each.items())
            elif isinstance(each, list | tuple):
                pending.extend((entry, at.child(i)) for i, entry in enumerate(each))

    def _key(self, record: Any, name: str) -> str:
        if name == "channels" and not isinstance(record, Persona):
            return "channel"
        return _KEYS.get(name, name)
