"""What an earlier build of the site made, each part with all that it was made from.

A part is made from a plan that writes down every question it is asked, and every answer. As long as a
later plan would answer all of them the same, the part would come out the same, and is taken over.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar, cast

from journeymap.artifacts import Artifact
from journeymap.model import Portfolio
from journeymap.model.library import Library
from journeymap.model.sameness import are_same
from journeymap.rendering.overriding import NO_OVERRIDES, Overrides
from journeymap.site.addresses import Atlas
from journeymap.site.pages import Context, Leaf, finish
from journeymap.site.plan import Options, Plan
from journeymap.source import Place, SourceFile
from journeymap.workspace.lines import Lines

_Made = TypeVar("_Made")
_ASKED_BY_CALL: Mapping[type, tuple[str, ...]] = {
    Portfolio: ("journey", "titles", "variants_of"),
    Atlas: ("has",),
}
"""Methods whose answers are noted, instead of all that they look through for them."""


class Question(NamedTuple):
    """What was asked of a plan: a field of a field, and there an entry, or all keys, or a call's answer."""

    path: tuple[str, ...]
    entry: Hashable = None
    call: tuple[Hashable, ...] | None = None
    is_for_keys: bool = False

    def ask(self, plan: Plan) -> object:
        """Return what a plan answers."""
        value: Any = plan
        for name in self.path:
            value = getattr(value, name)
        if self.call is not None:
            return value(*self.call)
        if self.is_for_keys:
            return tuple(value)
        return value.get(self.entry) if self.entry is not None else value


Answers = dict[Question, object]


class Part(NamedTuple):
    """Some leaves of the site, with the questions and answers they follow from."""

    answers: Answers
    leaves: tuple[Leaf, ...]
    given: object = None


class Memory:
    """The parts of one site, from build to build."""

    def __init__(self) -> None:
        self._parts: dict[str, Part] = {}
        self._made: dict[str, tuple[object, object]] = {}
        self._pages: dict[str, tuple[Context, Artifact]] = {}
        self._overrides = NO_OVERRIDES
        self._lines: dict[str, tuple[SourceFile, Lines]] = {}
        self._asked: set[str] = set()
        self._shown: set[str] = set()

    def recall(self, name: str, plan: Plan, given: object = None) -> tuple[Leaf, ...] | None:
        """Return a part as it was made, if it would come out the same from this plan and what is given."""
        part = self._parts.get(name)
        if part is None or not are_same(part.given, given):
            return None
        if all(are_same(question.ask(plan), answer) for question, answer in part.answers.items()):
            self._asked.add(name)
            return part.leaves
        return None

    def keep(self, name: str, answers: Answers, leaves: tuple[Leaf, ...], given: object = None) -> None:
        """Remember a part as it was made from a plan that was watched, and from what was given."""
        self._parts[name] = Part(answers, leaves, given)
        self._asked.add(name)

    def make_once(self, page: str, given: object, make: Callable[[], _Made]) -> _Made:
        """Return what is made for a page from nothing but what is given, anew only when that is another."""
        known = self._made.get(page)
        if known and are_same(known[0], given):
            return cast("_Made", known[1])
        made = make()
        self._made[page] = (given, made)
        return made

    def finish(self, leaf: Leaf, overrides: Overrides = NO_OVERRIDES) -> Artifact:
        """Return a leaf as a file; a page that shows what it did is not rendered again."""
        if isinstance(leaf, Artifact):
            return leaf
        if overrides != self._overrides:
            self._overrides = overrides
            self._pages.clear()
        self._shown.add(leaf.page.path)
        known = self._pages.get(leaf.page.path)
        if known and are_same(known[0], leaf):
            return known[1]
        finished = finish(leaf, overrides)
        self._pages[leaf.page.path] = (leaf, finished)
        return finished

    def settle(self) -> None:
        """Forget what no build has asked for since the last time; the last one has to have gone to its end.

        A site that is served for days would otherwise hold every page that there ever was.
        """
        self._parts = {name: part for name, part in self._parts.items() if name in self._asked}
        self._pages = {path: page for path, page in self._pages.items() if path in self._shown}
        self._made = {page: made for page, made in self._made.items() if page in self._shown}
        self._asked.clear()
        self._shown.clear()

    def find_lines(self, sources: Mapping[str, SourceFile]) -> Callable[[Place], int]:
        """Return what tells the lines of places; a file that is the same is not read again."""
        known = {path: self._lines.get(path) for path in sources}
        self._lines = {
            path: kept if kept and kept[0].text == source.text else (source, Lines({path: source}))
            for (path, source), kept in zip(sources.items(), known.values(), strict=True)
        }
        lines = self._lines
        return lambda place: lines[place.file][1].line_of(place) if place.file in lines else 1


def make_part(plan: Plan, name: str, given: object, make: Callable[[Plan], Iterable[Leaf]]) -> Iterable[Leaf]:
    """Return a part of the site, taken over from an earlier build where that is remembered."""
    memory = plan.options.memory
    if memory is None:
        return make(plan)
    leaves = memory.recall(name, plan, given)
    if leaves is None:
        seen, answers = watch(plan)
        leaves = tuple(make(seen))
        memory.keep(name, answers, leaves, given)
    return leaves


def watch(plan: Plan) -> tuple[Plan, Answers]:
    """Return a plan that behaves like another, and what will hold all that is asked of it."""
    answers: Answers = {}
    return _Watch(answers).cover(plan, ()), answers


class _Watch:
    """Notes questions and answers."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    def cover(self, value: Any, path: tuple[str, ...]) -> Any:
        """Return a part of a plan such that what is asked of it is noted; a value is noted as it is."""
        kind = type(value)
        if kind in _WATCHED:
            covered = tuple.__new__(_WATCHED[kind], value)
            covered._cover = (value, self, path)
            return covered
        if isinstance(value, Mapping):
            return _Watched(value, self, path)
        if callable(value):
            return lambda *given: self.note(Question(path, call=given), value(*given))
        return self.note(Question(path), value)

    def note(self, question: Question, answer: Any) -> Any:
        """Return an answer that has been noted."""
        self._answers[question] = answer
        return answer


class _Watched(Mapping[Any, Any]):
    """A mapping that notes which of its entries are asked for, or that all of them are."""

    def __init__(self, entries: Mapping[Any, Any], watch: _Watch, path: tuple[str, ...]) -> None:
        self._entries = entries
        self._watch = watch
        self._path = path

    def __getitem__(self, key: Any) -> Any:
        found = self._watch.note(Question(self._path, entry=key), self._entries.get(key))
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[Any]:
        return iter(self._keys())

    def __len__(self) -> int:
        return len(self._keys())

    def _keys(self) -> tuple[Any, ...]:
        keys = tuple(self._entries)
        self._watch.note(Question(self._path, is_for_keys=True), keys)
        return keys


def _watched_class(kind: type) -> Any:
    """Return a class like that of a named tuple whose fields and chosen methods note what they answer."""

    def field(name: str) -> property:
        def answer(self: Any) -> Any:
            value, watch, path = self._cover
            return watch.cover(getattr(value, name), (*path, name))

        return property(answer)

    def method(name: str) -> Any:
        def answer(self: Any, *given: Hashable) -> Any:
            value, watch, path = self._cover
            return watch.note(Question((*path, name), call=given), getattr(value, name)(*given))

        return answer

    def walk(self: Any) -> Iterator[Any]:
        return (getattr(self, name) for name in self._fields)

    def replace(self: Any, **changes: Any) -> Any:
        # Who changes a copy has asked for all that stays in it.
        return kind(*(changes.get(name, getattr(self, name)) for name in self._fields))

    fields: tuple[str, ...] = kind._fields  # type: ignore[attr-defined]
    members = {name: field(name) for name in fields}
    members |= {name: method(name) for name in _ASKED_BY_CALL.get(kind, ())}
    return type(kind.__name__, (kind,), {**members, "__iter__": walk, "_replace": replace})


_WATCHED: Mapping[type, Any] = {
    kind: _watched_class(kind) for kind in (Plan, Portfolio, Library, Atlas, Options)
}
"""The values whose fields are noted one by one."""
