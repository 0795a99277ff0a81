"""What was probably meant by an unknown key or value: a near miss, or a word other tools use."""

from collections.abc import Iterable, Mapping
from typing import Final

from journeymap.suggesting import closest

KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "avatar": ("image",),
    "background": ("summary",),
    "behaviors": ("behaviours",),
    "bio": ("summary",),
    "change": ("set",),
    "comment": ("summary", "text"),
    "condition": ("when",),
    "content": ("text",),
    "date": ("due", "since"),
    "deadline": ("due",),
    "delete": ("remove",),
    "delights": ("gains",),
    "desc": ("summary", "definition", "text"),
    "description": ("summary", "definition", "criteria", "text"),
    "doing": ("action",),
    "feeling": ("emotion",),
    "feelings": ("emotion",),
    "feels": ("emotion", "feeling"),
    "frictions": ("pains", "frustrations"),
    "frustrations": ("pains",),
    "glossary": ("terms",),
    "goals": ("goal",),
    "goto": ("next", "to"),
    "headline": ("title",),
    "href": ("url",),
    "icon": ("image",),
    "ideas": ("opportunities",),
    "if": ("when",),
    "improvements": ("opportunities",),
    "insert": ("add",),
    "label": ("title", "text"),
    "language": ("lang",),
    "locale": ("lang",),
    "measures": ("kpis",),
    "metrics": ("kpis",),
    "moments": ("touchpoints",),
    "mood": ("emotion", "feeling"),
    "name": ("title", "text", "metric"),
    "note": ("summary", "text"),
    "notes": ("summary", "text"),
    "organisation_goal": ("objective",),
    "pain_points": ("pains", "frustrations"),
    "painpoints": ("pains", "frustrations"),
    "pains": ("frustrations",),
    "path": ("src", "url"),
    "percentage": ("share",),
    "phases": ("stages",),
    "photo": ("image",),
    "picture": ("image",),
    "pictures": ("images",),
    "probability": ("share",),
    "problems": ("pains", "frustrations"),
    "quotes": ("quote",),
    "rename": ("set",),
    "reorder": ("move",),
    "replace": ("set",),
    "responsible": ("owner",),
    "says": ("quote",),
    "screenshots": ("images",),
    "sentiment": ("emotion",),
    "solutions": ("opportunities",),
    "steps": ("touchpoints", "stages"),
    "strategies": ("actions",),
    "target": ("to",),
    "tasks": ("actions",),
    "team": ("owner",),
    "text": ("title", "summary"),
    "then": ("next", "to"),
    "thinking": ("thought",),
    "title": ("text",),
    "transitions": ("next",),
    "type": ("kind",),
    "update": ("set",),
    "value": ("target", "score"),
    "version": ("journeymap",),
    "weight": ("share",),
}
"""Words people bring from other tools → this language's words, the first that is allowed wins."""

VALUES: Final[Mapping[str, tuple[str, ...]]] = {
    "as-is": ("current",),
    "asis": ("current",),
    "average": ("mean",),
    "avg": ("mean",),
    "blocker": ("critical",),
    "closed": ("done",),
    "completed": ("done",),
    "currency": ("money",),
    "decrease": ("down",),
    "doing": ("in-progress",),
    "done": ("published",),
    "future-state": ("future",),
    "higher": ("up",),
    "in-review": ("review",),
    "increase": ("up",),
    "lower": ("down",),
    "major": ("high",),
    "minor": ("low",),
    "never": ("rare",),
    "offline": ("physical",),
    "online": ("digital",),
    "open": ("idea",),
    "percent": ("ratio",),
    "percentage": ("ratio",),
    "plan": ("planned",),
    "rate": ("ratio",),
    "success": ("achieved",),
    "target": ("ideal",),
    "time": ("duration",),
    "to-be": ("future",),
    "tobe": ("future",),
    "todo": ("planned",),
    "wip": ("in-progress", "draft"),
}
"""The same for values."""


def meant_key(word: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed key that an unknown one most likely stands for, or nothing."""
    return _meant(word, tuple(allowed), KEYS)


def other_words(word: str) -> tuple[str, ...]:
    """Return the words of this language that a word from other tools may stand for, wherever they belong."""
    return next((KEYS[each] for each in _spellings(word) if each in KEYS), ())


def meant_value(word: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed value that an unknown one most likely stands for, or nothing."""
    return _meant(word, tuple(allowed), VALUES)


def is_spelt_as(word: str, meant: str) -> bool:
    """Whether a word is another only in its capitals, blanks and underscores."""
    return meant in _spellings(word.replace(" ", "-"))


def _meant(word: str, allowed: tuple[str, ...], table: Mapping[str, tuple[str, ...]]) -> str | None:
    for spelling in _spellings(word):
        if spelling in allowed:
            return spelling
        for candidate in table.get(spelling, ()):
            if candidate in allowed:
                return candidate
    return closest(word, allowed)


def _spellings(word: str) -> tuple[str, ...]:
    plain = word.casefold().strip()
    return (plain, plain.replace("-", "_").replace(" ", "_"), plain.replace("_", "-"))
