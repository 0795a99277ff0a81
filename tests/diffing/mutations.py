"""Random changes of a portfolio as values: one field of one value, chosen by whoever draws."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from journeymap import model
from journeymap.diffing.fields import Apart, Own
from journeymap.diffing.tables import FIELDS
from journeymap.model import Library, Portfolio

Choose = Callable[[list[Any]], Any]
Path = tuple[Any, ...]

LEFT_ALONE = {
    (model.Journey, "moved"): "splits and merges have no mirror",
    (model.Workspace, "root"): "not compared",
    (model.Workspace, "declared"): "not compared",
    (model.Portfolio, "library"): "its entries are changed",
}
WORDS = ("Something else", "another-id", "third")


def mutate(portfolio: Portfolio, choose: Choose) -> Portfolio:
    """Return the portfolio with one value changed."""
    path, value = choose(list(walk(portfolio, ())))
    field, changed = choose(list(changes_of(value)))
    mutated: Portfolio = _put(portfolio, (*path, field), changed)
    return mutated


def walk(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """Yield every value with fields in a portfolio that some change is known for."""
    if hasattr(value, "_fields"):
        if type(value) in FIELDS and any(True for _ in changes_of(value)):
            yield path, value
        for name, each in zip(value._fields, value, strict=True):
            if name not in ("at", "changes", "moved"):
                yield from walk(each, (*path, name))
    elif isinstance(value, tuple):
        for place, each in enumerate(value):
            yield from walk(each, (*path, place))
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from walk(each, (*path, key))


@cache
def hints_of(kind: Any) -> Mapping[str, Any]:
    """Return the types of the fields of a class."""
    return get_type_hints(kind)


def changes_of(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a value with other things that they could hold."""
    kind: Any = type(value)
    hints = hints_of(kind)
    for spec in FIELDS[type(value)]:
        if (type(value), spec.name) in LEFT_ALONE or (isinstance(spec, Apart) and spec.name != "id"):
            continue
        held = getattr(value, spec.name)
        if spec.name == "id" or isinstance(value, Library):
            continue
        if spec.name == "personas" and getattr(value, "local_personas", None):
            continue  # a journey names all that are written in it
        for other in _others(
            held, hints[spec.name], is_list=not isinstance(spec, Own) or spec.way != "aliases"
        ):
            if other != held:
                yield spec.name, other


def _others(held: Any, hint: Any, *, is_list: bool) -> Iterator[Any]:
    options = [each for each in get_args(hint) if get_origin(each) is Literal] or [hint]
    words = [word for each in options if get_origin(each) is Literal for word in get_args(each)]
    if words:
        yield from words
    elif isinstance(held, bool):
        yield not held
    elif isinstance(held, str):
        yield from WORDS
        if held and type(None) not in get_args(hint):
            yield ""
    elif isinstance(held, int | float):
        yield held + 1
        yield held - 1
    elif isinstance(held, tuple) and not hasattr(held, "_fields") and held and is_list:
        yield held[1:]
        yield held[:-1]
        yield (*held[1:], held[0])
        yield held[::-1]


def _put(value: Any, path: Path, changed: Any) -> Any:
    if not path:
        return changed
    step, *rest = path
    if hasattr(value, "_fields"):
        return value._replace(**{step: _put(getattr(value, step), tuple(rest), changed)})
    if isinstance(value, tuple):
        return (*value[:step], _put(value[step], tuple(rest), changed), *value[step + 1 :])
    return {key: _put(each, tuple(rest), changed) if key == step else each for key, each in value.items()}
