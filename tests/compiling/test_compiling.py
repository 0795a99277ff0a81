"""The pipeline from bytes to a portfolio: pure, ordered, and never a traceback."""

import pickle

import pytest

from journeymap import compiling
from journeymap.building.faults import FAULTS as BUILDING
from journeymap.cli.rule_examples import files_of
from journeymap.compiling import compile_files
from journeymap.diagnostics import Diagnostic, Fault, in_order
from journeymap.rules import load_rules
from journeymap.schema import validate
from journeymap.syntax import Document, Limits
from tests.building.maps import journey_text

RULES = load_rules()

GOOD = ("a.journey.yaml", journey_text().encode())
BAD = ("b.journey.yaml", journey_text("next: chekout\nowner: nobody").replace("id: shop", "id: bad").encode())


def test_a_good_file_compiles() -> None:
    """A file without findings is a journey, its text kept for reports."""
    compilation = compile_files([GOOD], root="maps")

    assert compilation.diagnostics == ()
    assert not compilation.has_errors
    assert [each.id for each in compilation.portfolio.journeys] == ["shop"]
    assert compilation.portfolio.workspace.root == "maps"
    assert compilation.sources["a.journey.yaml"].text == journey_text()
    assert compilation.asked == ("a.journey.yaml",)


def test_findings_are_in_order() -> None:
    """Findings of all phases and files are in the one order, each once."""
    broken = ("0.journey.yaml", b"journeymap: 1\n  - [")
    compilation = compile_files([BAD, broken, GOOD])

    assert compilation.has_errors
    assert compilation.diagnostics == in_order(compilation.diagnostics)
    assert [each.primary.file for each in compilation.diagnostics][:1] == ["0.journey.yaml"]


def test_information_is_no_error() -> None:
    """A compilation with less than errors says what its authors meant."""
    compilation = compile_files([("a.journey.yaml", journey_text("channel: Stand").encode())])

    assert [each.rule for each in compilation.diagnostics] == ["undeclared-channel"]
    assert not compilation.has_errors


def test_limits_are_passed_on() -> None:
    """A smaller limit refuses a larger file."""
    compilation = compile_files([GOOD], limits=Limits(bytes=20))

    assert [each.rule for each in compilation.diagnostics] == ["too-large"]


def test_a_file_that_makes_a_phase_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake of this program over one file is a finding at that file; the others are still checked."""

    def fail_on_bad(document: Document, kind: str) -> tuple[Diagnostic, ...]:
        if "bad" in document.source.text:
            raise KeyError("planted")
        return validate(document, kind)

    monkeypatch.setattr(compiling, "validate", fail_on_bad)
    compilation = compile_files([GOOD, BAD])

    assert [(each.rule, each.category, each.primary.file) for each in compilation.diagnostics] == [
        ("internal-error", "internal", "b.journey.yaml")
    ]
    assert compilation.diagnostics[0].message == (
        "journeymap failed by its own fault: KeyError in tests.compiling.test_compiling"
    )
    assert [each.id for each in compilation.portfolio.journeys] == ["shop"]


def test_a_workspace_that_makes_building_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake over the files together is a finding too, and nothing was built."""

    def fail(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(compiling, "build_portfolio", fail)
    compilation = compile_files([BAD, GOOD], root="maps")

    assert [(each.rule, each.primary.file) for each in compilation.diagnostics] == [
        ("internal-error", "a.journey.yaml")
    ]
    assert compilation.portfolio.journeys == ()
    assert list(compilation.sources) == ["a.journey.yaml", "b.journey.yaml"]
    assert compile_files([]).diagnostics[0].rule == "internal-error"


def test_the_rules_hold_every_fault_of_building() -> None:
    """Each fault of this room is in the list of all rules, with a name of its own."""
    assert all(fault in RULES for fault in BUILDING)
    assert len({fault.name for fault in RULES}) == len(RULES)


@pytest.mark.parametrize("fault", BUILDING, ids=lambda fault: fault.name)
def test_the_examples_of_a_fault(fault: Fault) -> None:
    """The failing example has the fault and nothing else, the passing one has nothing."""
    assert {each.rule for each in compile_files(files_of(fault.failing)).diagnostics} == {fault.name}
    assert compile_files(files_of(fault.passing)).diagnostics == ()


def test_each_file_is_announced() -> None:
    """Whoever waits is told of each file that was read, in order of path."""
    seen: list[str] = []
    compile_files([BAD, GOOD], on_file=seen.append)

    assert seen == ["a.journey.yaml", "b.journey.yaml"]


def test_a_compilation_travels() -> None:
    """A compilation can be sent to another process and comes out equal."""
    compilation = compile_files([BAD, GOOD])
    copy = pickle.loads(pickle.dumps(compilation))

    assert copy.portfolio == compilation.portfolio
    assert copy.diagnostics == compilation.diagnostics
    assert repr(copy.portfolio.journeys[0].at) == repr(compilation.portfolio.journeys[0].at)


def test_one_place_has_one_advice() -> None:
    """A warning at the very place of an error would only give other advice for the same cause."""
    text = (
        "journeymap: 1\nkind: journey\nid: demo\ntitle: Demo\nstages:\n  - id: a\n    title: A\n"
        "    touchpoints: [{id: b, title: no, moment_of_truth: yes}]\n"
    )
    compilation = compile_files([("a.journey.yaml", text.encode())])

    assert [(each.rule, each.primary.start.column) for each in compilation.diagnostics] == [
        ("ambiguous-scalar", 34),
        ("wrong-type", 55),
    ]
