"""What of a journey an export could not hold, counted and said in sentences.

Everything that a journey says is found by its place in the model, such as ``touchpoint.channels``. A form
declares the places that it holds (``holdings.py``); all others that say something are lost, and counted.
What has no word in ``vocabulary.py`` yet is called by the name of its field: nothing goes missing quietly.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, TypeAlias

from journeymap.model import Exit, Journey, Stage, Touchpoint
from journeymap.model.feelings import Felt
from journeymap.rendering.exchange.vocabulary import BOOKKEEPING, FRAMES, ORDER, WHOLE, WORDS, Word
from journeymap.rendering.metrics import one_line
from journeymap.rendering.naming import spell_id

Titled: TypeAlias = Journey | Stage | Touchpoint | Exit
NAMED: Final = 3
"""How many names a sentence gives."""


def describe_losses(journey: Journey, holds: frozenset[str], form: str) -> tuple[str, ...]:
    """Return what a form does not hold of a journey, in one sentence for each sort of thing.

    ``form`` is what the form is called, such as ``a Mermaid journey``.
    """
    counted = count_losses(journey, holds)
    things = _list(counted, "things")
    details = _list(counted, "details")
    own = _list(counted, "journey")
    return tuple(
        f"{text} {one_or_many(amount, 'is', 'are')} not in {form}"
        for text, amount in (things, details, (f"the journey's {own[0]}", own[1]))
        if amount
    )


def count_losses(journey: Journey, holds: frozenset[str]) -> Mapping[Word, int]:
    """Return how often a journey says what a form does not hold, in the order of the vocabulary."""
    counts: dict[Word, int] = {}
    for place, amount, word in _walk(journey, holds, lost=False):
        if place not in holds:
            counts[word] = counts.get(word, 0) + amount
    return {
        word: counts[word] for word in sorted(counts, key=lambda word: (ORDER.get(word, len(ORDER)), word))
    }


def count(amount: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it is more than one."""
    return f"{amount} {noun}" if amount == 1 else f"{amount} {noun}s"


def one_or_many(amount: int, one: str, many: str) -> str:
    """Return the form of a word for an amount."""
    return one if amount == 1 else many


def name_some(names: Sequence[str]) -> str:
    """Return the first names of a list, and how many more there are."""
    text = ", ".join(names[:NAMED])
    return f"{text} and {len(names) - NAMED} more" if len(names) > NAMED else text


def title_of(value: Titled) -> str:
    """Return a title on one line, or where there is none the id in words: something is always shown."""
    return one_line(value.title) or spell_id(value.id)


def owners_of(journey: Journey) -> Iterator[Felt]:
    """Yield all that feelings are shown of: the touchpoints, and the stages that have none."""
    for stage in journey.stages:
        yield from stage.touchpoints or (stage,)


def place_of(value: tuple[Any, ...], field: str) -> str:
    """Return where in the model a field is; a stage without touchpoints is a step of its own."""
    return f"{_name_of(type(value), is_step=_is_step(value))}.{field}"


def _is_step(value: tuple[Any, ...]) -> bool:
    return isinstance(value, Stage) and not value.touchpoints


def _name_of(kind: type, *, is_step: bool) -> str:
    return "step" if is_step else kind.__name__.lower()


def _walk(value: Any, holds: frozenset[str], *, lost: bool) -> Iterator[tuple[str, int, Word]]:
    """Yield the places where a value says something, how often, and what that is called.

    Of what is lost as a whole only the things inside it are named, such as the actions of an opportunity.
    """
    kind: Any = type(value)
    places = _places_in(kind, is_step=_is_step(value))
    for (place, default, word), each in zip(places, value, strict=True):
        if each is None or each is default or place in BOOKKEEPING or _is_silent(each, default):
            continue
        if word and not (lost and word.sort != "things"):
            yield place, len(each) if _is_several(each) else 1, word
        for child in _children(each):
            yield from _walk(child, holds, lost=lost or (place not in holds and place not in FRAMES))


@cache
def _places_in(kind: Any, *, is_step: bool) -> tuple[tuple[str, Any, Word | None], ...]:
    """Return the places in a sort of value: each with its default, and what it is called, if anything."""
    name = _name_of(kind, is_step=is_step)
    return tuple(
        (
            f"{name}.{field}",
            kind._field_defaults.get(field),
            None
            if f"{name}.{field}" in FRAMES
            else WORDS.get(f"{name}.{field}") or _unknown_word(kind, field),
        )
        for field in kind._fields
    )


def _is_silent(each: Any, default: Any) -> bool:
    return each == default or each in ("", ()) or each == {}


def _is_several(each: Any) -> bool:
    return isinstance(each, Mapping) or (isinstance(each, tuple) and not hasattr(each, "_fields"))


def _children(each: Any) -> Sequence[Any]:
    parts = each if _is_several(each) and not isinstance(each, Mapping) else (each,)
    return [part for part in parts if hasattr(part, "_fields")]


def _unknown_word(kind: type, field: str) -> Word | None:
    if kind in WHOLE:
        return None
    name = field.replace("_", " ").removesuffix("s")
    return Word(name, f"{name}s", "details")


def _list(counts: Mapping[Word, int], sort: str) -> tuple[str, int]:
    """Return the counted words of a sort as a list in words, and how many things they are together."""
    parts = [_count(word, amount) for word, amount in counts.items() if word.sort == sort]
    amount = sum(amount for word, amount in counts.items() if word.sort == sort)
    text = ", ".join(parts[:-1]) + " and " + parts[-1] if len(parts) > 1 else "".join(parts)
    return text, amount


def _count(word: Word, amount: int) -> str:
    if word.sort == "journey" and amount == 1:
        return word.one
    return f"{amount} {word.one if amount == 1 else word.many}"
