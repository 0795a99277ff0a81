"""What must hold for the findings of any map: they hang on what it says, not on how it is written."""

from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.checks import Checking
from journeymap.compiling import compile_files
from journeymap.model import Journey
from journeymap.syntax import read_document
from tests.checks.restyling import restyle, thin_out
from tests.conftest import ROOT

WORKSPACES = {
    settings.parent.name: {
        str(file.relative_to(settings.parent)): file.read_bytes()
        for file in sorted(settings.parent.rglob("*.yaml"))
        if "expected" not in file.parts
    }
    for settings in sorted((ROOT / "examples").glob("*/journeymap.yaml"))
}
CHECKING = Checking(today="2027-06-01", profile="published")
LAYOUT = {"ambiguous-scalar", "split-text"}
"""The rules that speak of how a text is written."""

Finding = tuple[str, str, str, str, tuple[str, ...]]
randoms = st.integers(0, 2**32).map(Random)
workspaces = st.sampled_from(sorted(WORKSPACES))


def findings_in(files: Iterable[tuple[str, bytes]]) -> list[Finding]:
    """Return what is found in files, without positions; an unknown id is reported at its first use."""
    found = compile_files(files, checking=CHECKING).diagnostics
    return sorted(
        (
            each.rule,
            each.severity.word,
            each.message,
            "" if each.rule == "unknown-id" else each.entity,
            each.args,
        )
        for each in found
        if each.rule not in LAYOUT
    )


def some_files(name: str, random: Random) -> dict[str, bytes]:
    """Return a workspace with two of its journeys, whatever these refer to."""
    files = dict(WORKSPACES[name])
    journeys = [path for path in files if path.endswith(".journey.yaml")]
    for path in random.sample(journeys, max(0, len(journeys) - 2)):
        del files[path]
    return files


@given(workspaces, randoms)
def test_key_order_quoting_and_file_order_change_no_finding(name: str, random: Random) -> None:
    """Keys shuffled, other quotes, other brackets, files in another order: the findings stay."""
    texts = {}
    for path, content in some_files(name, random).items():
        data = read_document(path, content).data
        texts[path] = thin_out(data, random, random.choice((0.0, 0.1, 0.4)))
    plain = [(path, restyle(data, Random(0)).encode()) for path, data in texts.items()]
    other = [(path, restyle(data, random).encode()) for path, data in texts.items()]
    random.shuffle(other)
    assert findings_in(other) == findings_in(plain)


@given(workspaces, randoms)
def test_an_overlay_of_nothing_is_its_base(name: str, random: Random) -> None:
    """Without changes, an overlay is the journey it extends, but for what is never inherited."""
    chosen = some_files(name, random)
    files = dict(chosen)
    for path, content in chosen.items():
        data = thin_out(read_document(path, content).data, random, random.choice((0.0, 0.2, 0.5)))
        files[path] = restyle(data, random).encode()
        if path.endswith(".journey.yaml"):
            files[f"same-{path.replace('/', '-')}"] = (
                f"journeymap: 1\nkind: journey\nid: same-{data['id']}\nextends: {data['id']}\nchanges: []\n"
            ).encode()
    journeys = {each.id: each for each in compile_files(files.items()).portfolio.journeys}
    for journey in journeys.values():
        if f"same-{journey.id}" in journeys:
            assert _shared(journeys[f"same-{journey.id}"]) == _shared(journey)


def _shared(journey: Journey) -> Journey:
    """Return a journey without what an overlay does not inherit, and without what makes it an overlay."""
    own = journey._replace(id="", aliases=(), moved=(), deprecated=None, reviewed="")
    return own._replace(state="current", status="draft", extends="", changes=())


@pytest.mark.parametrize("name", WORKSPACES)
def test_the_order_of_files_changes_nothing(name: str) -> None:
    """The report of a workspace is the same to the byte, whatever file comes first."""
    files = list(WORKSPACES[name].items())
    reports = {
        compile_files(order, checking=CHECKING).diagnostics for order in (files, files[::-1], sorted(files))
    }
    assert len(reports) == 1
