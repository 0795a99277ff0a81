"""Named tuples that are quick to define: the base of every value of the program.

To their users and to type checkers they are those of ``typing``. But ``typing`` compiles a constructor
and looks into every annotation for each class, which for all the values that a run defines takes as long
as reading and checking a journey. Here the classes of one size share their constructor's code, and each
puts its own names into it.
"""

import sys
from collections.abc import Iterable, Mapping
from functools import cache
from operator import itemgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

_GLOBALS = {"create": tuple.__new__, "__builtins__": {}}


def define(name: str, body: Mapping[str, Any]) -> type[tuple[Any, ...]]:
    """Return the class that a ``class`` statement with this body stands for."""
    annotations: dict[str, Any] = body.get("__annotations__", {})
    fields = tuple(annotations)
    optional = tuple(field for field in fields if field in body)
    if optional != fields[len(fields) - len(optional) :]:
        raise TypeError(f"a field of {name} without a default follows one with a default")
    code = _constructor(len(fields)).replace(co_varnames=("_cls", *fields))
    create = FunctionType(code, _GLOBALS, "__new__", tuple(body[field] for field in optional))
    create.__qualname__ = f"{name}.__new__"
    create.__annotations__ = annotations
    own = {
        "__slots__": (),
        "__new__": create,
        "__match_args__": fields,
        "_fields": fields,
        "_field_defaults": {field: body[field] for field in optional},
        **{field: _getter(index) for index, field in enumerate(fields)},
    }
    return type(name, (tuple,), {**_SHARED, **body, **own})


@cache
def _constructor(size: int) -> CodeType:
    """Return the code of a constructor with so many fields, under names that no class keeps."""
    names = "".join(f"_{number}, " for number in range(size))
    code: CodeType = eval(f"lambda _cls, {names}: create(_cls, ({names}))").__code__  # noqa: S307 # our own words
    return code.replace(co_name="__new__")


@cache
def _getter(index: int) -> Any:
    """Return what reads a field: the same object for the third field of all classes, say."""
    try:
        from collections import _tuplegetter  # type: ignore[attr-defined]
    except ImportError:  # pragma: no cover # a Python without the fast one
        return property(itemgetter(index))
    return _tuplegetter(index, f"Field number {index}")


def _make(cls: Any, values: Iterable[Any]) -> Any:
    """Return a tuple of these values, one for each field."""
    return cls(*values)


def _replace(self: Any, /, **changes: Any) -> Any:
    """Return a tuple like this one, with other values in some fields."""
    changed = tuple.__new__(type(self), map(changes.pop, self._fields, self))
    if changes:
        raise ValueError(f"{type(self).__name__} has no such fields: {', '.join(changes)}")
    return changed


def _as_dict(self: Any) -> dict[str, Any]:
    """Return the values by the names of their fields."""
    return dict(zip(self._fields, self, strict=True))


def _write(self: Any) -> str:
    """Return the tuple as it is written in code."""
    values = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
    return f"{type(self).__name__}({values})"


def _arguments(self: Any) -> tuple[Any, ...]:
    """Return what makes the tuple anew, for copies and pickles."""
    return tuple(self)


_SHARED = {
    "_make": classmethod(_make),
    "_replace": _replace,
    "__replace__": _replace,
    "_asdict": _as_dict,
    "__repr__": _write,
    "__getnewargs__": _arguments,
}


class _Definition(type):
    """Turns a ``class`` statement into a plain class that knows nothing of this one."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        """Define the class, except for the base itself."""
        return define(name, body) if bases else type.__new__(cls, name, bases, body)


# From 3.14 on, the body of a class tells its annotations in another way.
if TYPE_CHECKING or sys.implementation.name != "cpython" or sys.version_info >= (3, 14):  # pragma: no cover
    from typing import NamedTuple as NamedTuple
else:

    class NamedTuple(metaclass=_Definition):
        """The base that a class names to be a named tuple; its fields are what it annotates."""
