"""The program's named tuples beside those of ``typing``: nobody can tell them apart, but for the time."""

import copy
import inspect
import pickle
import typing
from collections.abc import Callable
from typing import Any

import pytest

from journeymap.named_tuples import NamedTuple, define


class Ours(NamedTuple):
    """A value."""

    name: str
    number: int = 0
    tags: tuple[str, ...] = ()

    @property
    def shout(self) -> str:
        """The name, loud."""
        return self.name.upper()


class Theirs(typing.NamedTuple):
    """A value."""

    name: str
    number: int = 0
    tags: tuple[str, ...] = ()

    @property
    def shout(self) -> str:
        """The name, loud."""
        return self.name.upper()


class Equal(NamedTuple):
    """A value with methods of its own where others have them from us."""

    name: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Equal)

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "all the same"


class Empty(NamedTuple):
    """A value without fields."""


@pytest.mark.parametrize(
    "look",
    [
        lambda kind: kind("a"),
        lambda kind: kind("a", 1, ("x",)),
        lambda kind: kind(name="a", tags=("x",)),
        lambda kind: kind("a").shout,
        lambda kind: kind("a")._asdict(),
        lambda kind: kind("a")._replace(number=2),
        lambda kind: kind._make(["a", 1, ()]),
        lambda kind: repr(kind("a", 1)).partition("(")[2],
        lambda kind: hash(kind("a", 1)),
        lambda kind: kind("a", 1) < kind("b", 0),
        lambda kind: kind("a", 1)[1:],
        lambda kind: kind._fields,
        lambda kind: kind._field_defaults,
        lambda kind: kind.__match_args__,
        lambda kind: kind.__annotations__,
        lambda kind: typing.get_type_hints(kind),
        lambda kind: kind.__doc__,
        lambda kind: kind.__mro__[1:],
        lambda kind: kind.__module__,
        lambda kind: type(kind),
        lambda kind: str(inspect.signature(kind)),
        lambda kind: copy.deepcopy(kind("a", 1, ("x",))),
        lambda kind: pickle.loads(pickle.dumps(kind("a", 1))),
        lambda kind: hasattr(kind("a"), "__dict__"),
        lambda kind: kind("a") == ("a", 0, ()),
    ],
)
def test_ours_is_theirs(look: Callable[[Any], object]) -> None:
    """Values and classes answer the same questions alike."""
    assert look(Ours) == look(Theirs)


@pytest.mark.parametrize(
    "mistake",
    [
        lambda kind: kind(),
        lambda kind: kind("a", nam="b"),
        lambda kind: kind("a", 1, (), 2),
        lambda kind: kind._make(["a", 1, (), 2]),
        lambda kind: kind("a")._replace(nam="b"),
        lambda kind: setattr(kind("a"), "name", "b"),
        lambda kind: setattr(kind("a"), "nam", "b"),
    ],
)
def test_mistakes_are_the_same(mistake: Callable[[Any], object]) -> None:
    """What the one refuses, the other refuses with an error of the same type."""
    with pytest.raises((TypeError, ValueError, AttributeError)) as theirs:
        mistake(Theirs)
    with pytest.raises(theirs.type):
        mistake(Ours)


def test_a_value_of_ours_is_the_same_after_a_journey() -> None:
    """A pickle and a copy have the class they were made from."""
    value = Ours("a", 1, ("x",))

    for back in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert (type(back), back) == (Ours, value)


def test_a_value_is_taken_apart_by_its_fields() -> None:
    """A ``match`` knows the fields by place and by name."""
    match Ours("a", 1):
        case Ours("a", tags=tags):
            assert tags == ()
        case _:
            pytest.fail("the pattern fits")


def test_methods_of_a_class_win() -> None:
    """What a class defines itself is not written over."""
    assert Equal("a") == Equal("b")
    assert hash(Equal("a")) == 0
    assert repr(Equal("a")) == "all the same"


def test_a_class_may_have_no_fields() -> None:
    """Then its values are empty tuples."""
    assert repr(Empty()) == "Empty()"
    assert len(Empty()) == 0


def test_fields_of_two_classes_do_not_mix() -> None:
    """Classes of one size share code, and no names."""
    pair = define("Pair", {"__annotations__": {"left": int, "right": int}, "right": 2})
    other = define("Other", {"__annotations__": {"up": int, "down": int}})
    make: Any = pair
    make_other: Any = other

    assert make(left=1) == (1, 2)
    assert make_other(up=1, down=3).down == 3
    with pytest.raises(TypeError, match="left"):
        make_other(left=1, down=3)


def test_a_field_without_a_default_stands_before_those_with_one() -> None:
    """The other order would give a default to the wrong field."""
    with pytest.raises(TypeError, match="a field of Pair without a default follows one with a default"):
        define("Pair", {"__annotations__": {"left": int, "right": int}, "left": 1})
