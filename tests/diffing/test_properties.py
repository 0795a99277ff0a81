"""What holds whatever is compared: nothing differs from itself, and ways back mirror ways there."""

from collections import Counter
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.compiling import compile_files
from journeymap.diffing import KINDS, Fact, Policy, compare_portfolios, judge_facts
from journeymap.formatting import Formatted, format_document
from journeymap.model import Portfolio
from journeymap.schema import kind_of
from journeymap.syntax import Limits, read_document
from tests.conftest import ROOT
from tests.diffing.cases import find_cases, read_case
from tests.diffing.mutations import mutate
from tests.site.samples import make_portfolio

EXAMPLES = ROOT / "examples"


@cache
def read_example(name: str) -> Portfolio:
    """Return an example workspace as it is on disk."""
    return compile_files(sorted(files_of(name).items())).portfolio


@cache
def files_of(name: str) -> dict[str, bytes]:
    """Return the files of an example."""
    folder = EXAMPLES / name
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.y*ml")}


WORKSPACES = ("online-retailer", "percurso-de-compra", "well-known-brands")


def mirror(fact: Fact) -> tuple[Any, ...]:
    """Return what a fact is from the other side."""
    return KINDS[fact.id].inverse, fact.entity.kind, fact.about, fact.after, fact.before


def face(fact: Fact) -> tuple[Any, ...]:
    """Return what a fact is from this side."""
    return fact.id, fact.entity.kind, fact.about, fact.before, fact.after


@pytest.mark.parametrize("name", WORKSPACES)
def test_nothing_differs_from_itself(name: str) -> None:
    """The same files, compiled twice, give no change."""
    again = compile_files(sorted(files_of(name).items())).portfolio
    assert again is not read_example(name)
    assert compare_portfolios(read_example(name), again) == ()


@pytest.mark.parametrize("name", WORKSPACES)
def test_formatting_is_no_change(name: str) -> None:
    """What `fmt` writes says the same."""
    assert compare_portfolios(read_example(name), compile_formatted(files_of(name))) == ()


@pytest.mark.parametrize("path", find_cases(), ids=lambda path: path.stem)
def test_formatting_a_case_is_no_change(path: Any) -> None:
    """What `fmt` writes of each side of each case says the same, and so gives the same change."""
    case = read_case(path)
    for side in ("before", "after"):
        files = {name: text.encode() for name, text in case[side].items()}
        plain = compile_files(sorted(files.items())).portfolio
        assert compare_portfolios(plain, compile_formatted(files)) == ()


def compile_formatted(files: dict[str, bytes]) -> Portfolio:
    """Return the portfolio of files after they were formatted."""
    written = {}
    for name, content in files.items():
        document = read_document(name, content, Limits())
        kind, _ = kind_of(document)
        result = format_document(document, kind or "")
        assert isinstance(result, Formatted), name
        written[name] = result.text.encode()
    return compile_files(sorted(written.items())).portfolio


@given(st.data())
def test_the_way_back_mirrors_the_way_there(data: st.DataObject) -> None:
    """After up to four changes of the sample, each fact has its inverse when the sides are swapped."""
    before = make_portfolio()
    after = mutate_often(before, data)
    there = Counter(map(mirror, compare_portfolios(before, after)))
    back = Counter(map(face, compare_portfolios(after, before)))
    assert there == back


@given(st.data())
def test_the_way_back_of_an_example_mirrors_the_way_there(data: st.DataObject) -> None:
    """The same holds of a whole workspace with overlays and shared touchpoints."""
    before = read_example("online-retailer")
    after = mutate_often(before, data)
    there = Counter(map(mirror, compare_portfolios(before, after)))
    back = Counter(map(face, compare_portfolios(after, before)))
    assert there == back


@given(st.data())
def test_every_change_is_found_and_put_into_words(data: st.DataObject) -> None:
    """One other value is at least one change; each is a sentence without line breaks and not too long."""
    before = read_example("online-retailer")
    after = mutate(before, lambda options: data.draw(st.sampled_from(options)))
    facts = compare_portfolios(before, after)
    assert bool(facts) == (not says_the_same(before, after))
    changes = judge_facts(facts, Policy(), "2026-11-01")
    assert len(changes) == len(facts)
    for change in changes:
        assert change.message
        assert "\n" not in change.message
        assert len(change.message) < 600
        assert not change.message.endswith(".")
        assert change.message.count("`") % 2 == 0
        assert len(change.fingerprint) == 16
    assert [change.level for change in changes] == sorted((each.level for each in changes), reverse=True)


def says_the_same(before: Portfolio, after: Portfolio) -> bool:
    """Say whether two portfolios differ at most in the order of what is told for each persona.

    The keys of a mapping have no order, and whose emotion or thought comes first says nothing.
    """
    return bool(_without_order(before) == _without_order(after))


def _without_order(value: Any) -> Any:
    if hasattr(value, "_fields"):
        fields = dict(zip(value._fields, map(_without_order, value), strict=True))
        for name in ("emotions", "thoughts"):
            if name in fields:
                fields[name] = sorted(fields[name], key=repr)
        return fields
    if isinstance(value, tuple):
        return tuple(map(_without_order, value))
    return {key: _without_order(each) for key, each in value.items()} if isinstance(value, dict) else value


def mutate_often(portfolio: Portfolio, data: st.DataObject) -> Portfolio:
    """Return the portfolio after some changes."""
    for _ in range(data.draw(st.integers(1, 4))):
        portfolio = mutate(portfolio, lambda options: data.draw(st.sampled_from(options)))
    return portfolio


def test_what_is_the_same_object_is_not_looked_into() -> None:
    """A portfolio that was taken over whole costs one comparison, whatever it holds."""
    portfolio = Portfolio(*(_Unlooked(),) * 4)  # type: ignore[arg-type]
    assert compare_portfolios(portfolio, portfolio) == ()


class _Unlooked:
    """Something that nobody may ask anything."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(name)
