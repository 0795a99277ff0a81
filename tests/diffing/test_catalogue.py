"""The catalogue of changes holds together: with itself, with the tables of fields, with the model."""

import string
from typing import Any

import pytest

from journeymap import model
from journeymap.diffing import KINDS, Level
from journeymap.diffing.catalogue import NOT_HERE, WITHOUT_INVERSE
from journeymap.diffing.circumstances import CIRCUMSTANCES
from journeymap.diffing.demands import DEMANDS
from journeymap.diffing.fields import Apart, Own, ids_of
from journeymap.diffing.judging import judge_facts
from journeymap.diffing.policies import STRICTNESS, Policy, read_policy
from journeymap.diffing.regressing import REGRESSIONS
from journeymap.diffing.shapes import SHAPES
from journeymap.diffing.sides import LIBRARY
from journeymap.diffing.tables import FIELDS
from journeymap.model import Library
from journeymap.model.persona import Image

NEVER_COMPARED = {
    model.Change: "a step of an overlay; the journey that the steps lead to is compared",
}
EXISTENCE = ("added", "removed", "renamed", "id-changed", "moved", "split", "merged")
OF_PIECES = {"id-added", "id-removed", "line-of-visibility-crossed"}
"""Kinds that no field gives: they are about things as a whole."""


def model_classes() -> list[type]:
    """Return every value type of the model, and pictures."""
    found = (getattr(model, name) for name in model.__all__)
    return [*(each for each in found if hasattr(each, "_fields")), Image]


@pytest.mark.parametrize("cls", model_classes(), ids=lambda cls: cls.__name__)
def test_the_tables_name_every_field_of_the_model(cls: Any) -> None:
    """No field is forgotten, none is named that is not there, none twice."""
    if cls in NEVER_COMPARED:
        assert cls not in FIELDS
        return
    named = [spec.name for spec in FIELDS[cls]]
    assert sorted(named) == sorted(cls._fields)


def test_what_is_not_compared_says_why() -> None:
    """Each field that is left out has a reason."""
    apart = [spec for specs in FIELDS.values() for spec in specs if isinstance(spec, Apart)]
    assert apart
    assert all(len(spec.reason) > 15 for spec in apart)


def test_the_tables_and_the_catalogue_speak_of_the_same_kinds() -> None:
    """What a field gives is in the catalogue, and what is there is given by a field or by a whole thing."""
    given = {id for specs in FIELDS.values() for spec in specs for id in ids_of(spec)}
    assert given <= set(KINDS)
    rest = {id for id in set(KINDS) - given - OF_PIECES - set(REGRESSIONS) if not id.endswith(EXISTENCE)}
    assert rest == set()


def test_every_shape_is_used_and_known() -> None:
    """The tables name no shape that nobody compares, and nobody compares one that no table names."""
    ways = {spec.way for specs in FIELDS.values() for spec in specs if isinstance(spec, Own)}
    assert ways == set(SHAPES)


def test_kinds_are_symmetric() -> None:
    """The inverse of the inverse of a kind is the kind, in the same area; what has none says why."""
    for id, kind in KINDS.items():
        assert kind.id == id
        inverse = KINDS[kind.inverse]
        assert inverse.inverse == id
        assert (inverse.area, inverse.nature) == (kind.area, kind.nature)
    assert set(WITHOUT_INVERSE) <= set(KINDS)


@pytest.mark.parametrize(
    ("suffix", "inverse"),
    [
        ("-added", "-removed"),
        ("-increased", "-decreased"),
        ("-declared", "-withdrawn"),
        ("-tightened", "-loosened"),
        ("-widened", "-narrowed"),
        ("-set", "-unset"),
        ("-later", "-earlier"),
        ("-renamed", "-id-changed"),
    ],
)
def test_ids_that_sound_like_two_sides_are_two_sides(suffix: str, inverse: str) -> None:
    """Every added has its removed, every increased its decreased, and so on."""
    # The header of a column is no id, and an alternative text is lost rather than removed.
    waived = {"view-column-renamed", "alt-text-added"}
    ids = [id for id in KINDS if id.endswith(suffix) and id not in waived]
    assert ids
    for id in ids:
        assert KINDS[id].inverse == id.removesuffix(suffix) + inverse


def test_sentences_and_summaries_are_one_plain_sentence() -> None:
    """No full stop, no line break; a summary begins with a capital letter; a comment says something."""
    for kind in KINDS.values():
        for text in (kind.summary, kind.sentence, kind.comment):
            assert not text.endswith(".")
            assert "\n" not in text
        assert kind.summary[0].isupper()
        assert len(kind.summary) < 100
        assert [name for _, name, _, _ in string.Formatter().parse(kind.sentence) if name] or kind.id in (
            "emotion-labels-changed"
        )


def test_breaking_kinds_are_in_areas_that_may_break() -> None:
    """Under the usual strictness no kind is called breaking in vain, and each says how to avoid harm."""
    for kind in KINDS.values():
        if kind.level is Level.BREAKING:
            assert kind.area in STRICTNESS["structure"]
            assert kind.comment


def test_judges_look_at_kinds_that_there_are() -> None:
    """No circumstance and no demand waits for a kind of change that never comes."""
    assert set(CIRCUMSTANCES) <= set(KINDS)
    assert set(DEMANDS) <= set(KINDS)
    assert not set(NOT_HERE) & set(KINDS)


def test_every_kind_of_library_entry_is_compared() -> None:
    """The table of kinds names all fields of the library."""
    assert list(LIBRARY) == list(Library._fields)


def test_an_empty_policy_is_the_usual_one() -> None:
    """Nothing in the settings means nothing but defaults."""
    assert read_policy({}) == Policy()
    assert judge_facts((), Policy()) == ()
