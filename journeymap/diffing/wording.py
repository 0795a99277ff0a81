"""The sentence of a change: what happened to what, as a service designer would say it.

Titles and texts of users stand in backticks, so that whoever writes for a screen or a page can set them
off, and are shortened around what differs. Ids are written out only where there is no title.
"""

from collections.abc import Mapping
from typing import Any, Final

from journeymap.diffing.changes import Fact
from journeymap.diffing.itemizing import itemize_setting
from journeymap.diffing.kinds import ChangeKind
from journeymap.diffing.shortening import quote, show_difference
from journeymap.diffing.spelling import Spelled, nouns, spell, spell_word

NOUNS: Final = nouns()
_HUNG: Final = frozenset({"pain", "gain", "kpi", "action", "blueprint-item", "personalization"})
"""Kinds of things that are told with what they hang on."""


_AT_A_MOMENT: Final = frozenset(
    {
        *("emotion-score-increased", "emotion-score-decreased", "emotion-score-added"),
        *("emotion-score-removed", "emotion-added", "emotion-removed", "touchpoint-removed"),
    }
)
"""Kinds of changes that count for more at a moment of truth."""


def write_sentence(fact: Fact, kind: ChangeKind) -> str:
    """Return one sentence about a fact, without a full stop."""
    words = _Words(fact)
    return kind.sentence.format_map(words) + words.aside()


class _Words(dict[str, Any]):
    """The words of a sentence by the name of their place; each is found when it is asked for."""

    def __init__(self, fact: Fact) -> None:
        super().__init__()
        self._fact = fact
        self._titles: Mapping[str, str] = fact.context.get("titles", {})

    def __missing__(self, name: str) -> Any:
        fact = self._fact
        context = fact.context
        match name:
            case "old":
                return Spelled(fact.before, self._titles)
            case "new":
                return Spelled(fact.after, self._titles)
            case "it":
                return _It(fact)
            case "title":
                return _plain(context.get("title") or fact.entity.title)
            case "noun":
                return NOUNS.get(fact.entity.kind, fact.entity.kind)
            case "at":
                return _plain(context.get("at", ""))
            case "name" | "who":
                return Spelled(context.get(name, ""), self._titles)
            case "field":
                return spell_word(context.get("name") or "text")
            case "became":
                return _Became(fact, self._titles)
            case "entries":
                return itemize_setting(fact.id, context["name"], fact.before, fact.after)
            case "emotion":
                return f"the emotion{self._of()} {self._here()}"
            case "of":
                return self._of()
            case "here":
                return self._here()
            case "claim":
                return self["emotion"] if self._is_emotion() else str(_It(fact))
            case "speaker":
                return self._speaker()
            case "until":
                return f" and ends on {context['sunset']}" if context.get("sunset") else ""
            case "into":
                return self._list(fact.after)
            case "once":
                return self._list(fact.before)
            case "old_title":
                return _plain(self._titles.get(fact.before, fact.before))
            case "personal":
                told = {True: "identifies people", False: "does not identify people"}
                return f"{told.get(fact.after, 'does not say whether it identifies people')} now"
        raise KeyError(name)

    def aside(self) -> str:
        """Return what is worth knowing beside the sentence."""
        context = self._fact.context
        asides = []
        if context.get("moment_of_truth") and self._fact.id in _AT_A_MOMENT:
            asides.append("moment of truth")
        held = context.get("held", ())
        if held and self._fact.id.endswith("-removed"):
            asides.append(
                f"with {_join([quote(title, 40) for title in held[:5]])}"
                f"{f' and {len(held) - 5} more' if len(held) > 5 else ''}"
            )
        if context.get("severity") and self._fact.id.startswith("pain-"):
            asides.append(f"severity {context['severity']}")
        return f" ({'; '.join(asides)})" if asides else ""

    def _list(self, ids: tuple[str, ...]) -> str:
        return _join([quote(self._titles.get(id, id)) for id in ids])

    def _is_emotion(self) -> bool:
        return self._fact.entity.kind in ("touchpoint", "stage")

    def _of(self) -> str:
        who = self._fact.context.get("who", "")
        return f" of {quote(self._titles.get(who, who))}" if who else ""

    def _here(self) -> str:
        entity = self._fact.entity
        if entity.kind == "stage":
            return f"in the stage {quote(entity.title)}"
        if entity.kind == "touchpoint":
            return f"at {quote(entity.title)}"
        return f"of {_It(self._fact)}"

    def _speaker(self) -> str:
        if not self._is_emotion():
            return str(_It(self._fact))
        who = self._fact.context.get("who", "")
        return f"{quote(self._titles.get(who, who)) if who else 'the customer'} {self._here()}"


class _It:
    """The thing that changed, with its noun and, where it is a small one, with what it hangs on."""

    def __init__(self, fact: Fact) -> None:
        self._fact = fact

    def __format__(self, how: str) -> str:
        fact = self._fact
        entity = fact.entity
        if entity.kind == "workspace":
            return "the workspace"
        title = (
            str(fact.before) if how == "old" and fact.before else fact.context.get("title") or entity.title
        )
        at = fact.context.get("at", "")
        place = f" at {quote(at, 60)}" if at and entity.kind in _HUNG else ""
        return f"the {NOUNS.get(entity.kind, entity.kind)} {quote(title, 80)}{place}"

    def __str__(self) -> str:
        return format(self)


class _Became:
    """How a text or a value became another one."""

    def __init__(self, fact: Fact, titles: Mapping[str, str]) -> None:
        self._fact = fact
        self._titles = titles

    def __format__(self, how: str) -> str:
        old, new = self._fact.before, self._fact.after
        if not how and (isinstance(old, tuple) or isinstance(new, tuple)):
            return _became_list(old, new)
        if isinstance(old, str) and isinstance(new, str) and not how:
            before, after = show_difference(self._titles.get(old, old), self._titles.get(new, new))
            return f"changed from `{before}` to `{after}`"
        words = [
            None if each is None else format(Spelled(each, self._titles), how or "quoted")
            for each in (old, new)
        ]
        if words[0] is None:
            return f"is {words[1]} now"
        return f"is gone; it was {words[0]}" if words[1] is None else f"changed from {words[0]} to {words[1]}"

    def __str__(self) -> str:
        return format(self)


def _became_list(old: Any, new: Any) -> str:
    old, new = old or (), new or ()
    lost = [each for each in old if each not in new]
    found = [each for each in new if each not in old]
    if not (lost or found) or any(isinstance(each, tuple) for each in (*lost, *found)):
        return "changed"
    parts = []
    if found:
        parts.append(f"gained {_join([quote(spell(each)) for each in found])}")
    if lost:
        parts.append(f"lost {_join([quote(spell(each)) for each in lost])}")
    return " and ".join(parts)


def _join(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _plain(title: Any) -> str:
    return quote(str(title))[1:-1]
