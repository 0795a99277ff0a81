"""Every kind of change, shown by two sides that differ in nothing else, looked at in both directions."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from journeymap.diffing import KINDS
from journeymap.diffing.catalogue import WITHOUT_INVERSE
from journeymap.diffing.regressing import REGRESSIONS
from tests.conftest import ACCEPT
from tests.diffing.cases import find_cases, read_case, run_case


class _Dumper(yaml.SafeDumper):
    """Writes cases the way they are read best."""


def _write_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _write_text)


@pytest.mark.parametrize("path", find_cases(), ids=lambda path: path.stem)
def test_a_case_gives_its_change_and_nothing_else(path: Path) -> None:
    """Forward there is this one change, backward its inverse, each at its level, in its words and places."""
    case = read_case(path)
    result = run_case(case)
    assert result["errors"] == []
    told = {word: shorten(result[word]) for word in ("forward", "backward")}
    if ACCEPT:
        accept(path, {**case, **told})
    assert told == {word: case[word] for word in told}
    assert told["forward"]["id"] == path.stem
    if path.stem not in WITHOUT_INVERSE:
        assert told["backward"]["id"] == KINDS[path.stem].inverse


def shorten(changes: list[dict[str, Any]]) -> Any:
    """Return the one change of a list, else the list."""
    return changes[0] if len(changes) == 1 else changes


def accept(path: Path, case: dict[str, Any]) -> None:
    """Write what is told now into a case."""
    order = [key for key in case if key not in ("before", "after")]
    ordered = {key: case[key] for key in (*order, "before", "after")}
    path.write_text(
        yaml.dump(ordered, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100), encoding="utf-8"
    )


def test_every_kind_of_change_has_its_case() -> None:
    """Each id of the catalogue is what some case tells, one way or the other.

    How sound a side is, is counted by `check` and not compared; that is tested with the regressions.
    """
    told: set[str] = set()
    for path in find_cases():
        case = read_case(path)
        for found in (case["forward"], case["backward"]):
            told.update(each["id"] for each in (found if isinstance(found, list) else [found]))
    assert told == set(KINDS) - set(REGRESSIONS)
