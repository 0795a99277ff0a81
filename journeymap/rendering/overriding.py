"""Templates of somebody's own that take the place of ours: their texts, and what is wrong with one of them.

They are programs that run here, and are taken only from a folder that the command line names.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from journeymap.named_tuples import NamedTuple
from journeymap.suggesting import closest

SHIPPED: Final = "site/"
"""What the names of our templates begin with, and those of somebody's own do not."""

_MOST_LISTED: Final = 12
_NO_NAME = re.compile(r"'(\w+)' is undefined")
_NO_FIELD = re.compile(r"'([\w.]+) object' has no attribute '(\w+)'")


class Overrides(NamedTuple):
    """A folder of templates as shown, and each template in it: its path there, and its text."""

    folder: str = ""
    texts: tuple[tuple[str, str], ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """The paths of the templates."""
        return frozenset(name for name, _ in self.texts)

    def choose(self, template: str, parent: str) -> str:
        """Return what a template that another one names stands for: one's own before ours."""
        own = template.removeprefix(SHIPPED)
        return own if own != template and own in self.names and own != parent else template

    def show(self, name: str) -> str:
        """Return the path of a template as shown."""
        return f"{self.folder.rstrip('/')}/{name}" if self.folder else name


NO_OVERRIDES: Final = Overrides()


class TemplateFault(Exception):  # noqa: N818 - named for what was found
    """What is wrong with a template of somebody's own: where, what, and what to write instead."""

    def __init__(self, path: str, line: int, message: str, *help: str) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.path = path
        self.line = line
        self.message = message
        self.help = help


class TemplateFaults(Exception):  # noqa: N818 - named for what was found
    """All that is wrong with the templates of a folder."""

    def __init__(self, faults: tuple[TemplateFault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def explain_undefined(message: str, context: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    """Return in our words what a template asked for in vain, and what there is instead."""
    name = _NO_NAME.match(message)
    if name:
        return f"there is no `{name[1]}` here", _suggest(name[1], context, "the page knows")
    field = _NO_FIELD.match(message)
    if field:
        kinds = (type(value) for value in _values_in(context))
        known = next((kind._fields for kind in kinds if field[1] == f"{kind.__module__}.{kind.__name__}"), ())
        owner = field[1].rpartition(".")[2]
        return f"`{owner}` has no field `{field[2]}`", _suggest(field[2], known, f"`{owner}` has")
    return message, ()


def explain_block(name: str, known: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """Return that a block takes the place of none, and which there are."""
    return f"there is no block `{name}` to take the place of", _suggest(name, known, "the blocks are")


def _suggest(word: str, known: Iterable[str], introduction: str) -> tuple[str, ...]:
    names = sorted(known)
    near = closest(word, names)
    if near:
        return (f"did you mean `{near}`?",)
    listed = ", ".join(f"`{each}`" for each in names[:_MOST_LISTED])
    more = ", …" if len(names) > _MOST_LISTED else ""
    return (f"{introduction} {listed}{more}",) if names else ()


def _values_in(value: Any) -> Iterable[Any]:
    """Yield every value with fields inside another one, itself first."""
    if isinstance(value, Mapping):
        children: Iterable[Any] = value.values()
    elif isinstance(value, tuple):
        children = value
        if hasattr(value, "_fields"):
            yield value
    else:
        return
    for child in children:
        yield from _values_in(child)
