"""Mermaid, D2 and PlantUML themselves accept what is written, and read in it what a journey says."""

import re
from collections.abc import Callable, Mapping

import pytest

from journeymap.model import Journey, Portfolio
from journeymap.rendering.exchange.d2 import write_d2
from journeymap.rendering.exchange.exported import Exported
from journeymap.rendering.exchange.flow_words import name_nodes
from journeymap.rendering.exchange.mermaid import write_flowchart, write_journey_diagram
from journeymap.rendering.exchange.plantuml import write_plantuml
from journeymap.rendering.flow.graph import build_flow
from journeymap.rendering.metrics import one_line
from journeymap.workspace import compile_workspaces, find_workspaces
from tests.conftest import ROOT
from tests.rendering.exchange.hostile import ALL_STRINGS, make_hostile
from tests.rendering.exchange.outside import PACKAGES, Understood, compile_d2, draw_plantuml, read_mermaid
from tests.rendering.samples import SAMPLES, Sample

pytestmark = pytest.mark.xdist_group("other tools")
HOSTILE = {f"hostile {number}": text for number, text in enumerate(ALL_STRINGS)}
BATCHES = {
    f"batch {start}": " / ".join(ALL_STRINGS[start : start + 8]) for start in range(0, len(ALL_STRINGS), 8)
}
"""The hostile texts, eight in one: nothing in D2 depends on where in a quoted text it stands."""
UNSHOWN = "\ue100"
"""A private letter that PlantUML keeps for itself: it becomes the replacement character."""


def _journeys() -> Mapping[str, Sample]:
    """Return every example, every sample, and a journey for each hostile text."""
    compilations = compile_workspaces(find_workspaces(["examples"], str(ROOT)))
    examples = {
        f"{compilation.portfolio.workspace.root}/{journey.id}": Sample(compilation.portfolio, journey)
        for compilation in compilations
        for journey in compilation.portfolio.journeys
    }
    assert len(examples) > 10
    samples = {name: load() for name, load in SAMPLES.items()}
    return {**examples, **samples, **{name: make_hostile(text) for name, text in HOSTILE.items()}}


@pytest.fixture(scope="module")
def journeys() -> Mapping[str, Sample]:
    """Compile all journeys once."""
    return _journeys()


Write = Callable[[Portfolio, Journey], Exported]
Ask = Callable[[Mapping[str, str]], Understood]


def _ask(ask: Ask, write: Write, journeys: Mapping[str, Sample]) -> Understood:
    answers = ask({name: write(*sample).text for name, sample in journeys.items()})
    assert {name: answer for name, answer in answers.items() if "error" in answer} == {}
    return answers


def test_the_tools_are_installed_in_these_versions() -> None:
    """The script that runs everything installs what the tests would."""
    script = (ROOT / ".ci" / "test").read_text(encoding="utf-8")

    assert f"install_tools exchange {' '.join(PACKAGES)}\n" in script


def test_mermaid_reads_every_journey(journeys: Mapping[str, Sample]) -> None:
    """A section for each stage, and at least a task for each touchpoint, scores from 1 to 5."""
    for name, answer in _ask(read_mermaid, write_journey_diagram, journeys).items():
        journey = journeys[name].journey
        titles = [
            one_line(owner.title) for stage in journey.stages for owner in stage.touchpoints or (stage,)
        ]

        assert answer["type"] == "journey", name
        assert answer["title"] == answer["name"] == one_line(journey.title), name
        assert answer["sections"] == [one_line(stage.title) for stage in journey.stages], name
        assert list(dict.fromkeys(task["task"] for task in answer["tasks"])) == list(dict.fromkeys(titles))
        assert {task["score"] for task in answer["tasks"]} <= {1, 2, 3, 4, 5}, name
        if name in HOSTILE:
            people = {one_line(HOSTILE[name]), one_line(f"{HOSTILE[name]} 2")}
            assert {person for task in answer["tasks"] for person in task["people"]} == people
            assert answer["description"] == one_line(journey.summary)


def test_mermaid_reads_every_flowchart(journeys: Mapping[str, Sample]) -> None:
    """The nodes, the groups and the ways of the flow, each in its stage."""
    for name, answer in _ask(read_mermaid, write_flowchart, journeys).items():
        sample = journeys[name]
        flow = build_flow(*sample)
        names = name_nodes(flow)
        ways = [(names[edge.tail], names[edge.head]) for edge in flow.edges]

        assert answer["nodes"].keys() == {"title", *names.values()}, name
        assert answer["nodes"]["title"].strip("\u2067\u2069") == one_line(sample.journey.title), name
        assert [(tail, head) for tail, head, _ in answer["edges"]] == [*ways, ("title", "n_start")], name
        for index in range(len(sample.journey.stages)):
            inside = {names[node.name] for node in flow.nodes if node.stage == index}
            assert set(answer["members"][f"s{index + 1}"]) == inside, name
        if name in HOSTILE:
            shown = one_line(HOSTILE[name])
            labels = [*answer["nodes"].values(), *answer["groups"].values()]
            assert [label for label in labels if shown not in label and "Drops off" not in label] == []
            assert sum(shown in text for *_, text in answer["edges"]) >= 4


def test_d2_compiles_every_flow(journeys: Mapping[str, Sample]) -> None:
    """The compiler has every label, to the letter but for the ends of lines."""
    tame = {name: sample for name, sample in journeys.items() if name not in HOSTILE}
    samples = {**tame, **{name: make_hostile(text) for name, text in BATCHES.items()}}
    for name, answer in _ask(compile_d2, write_d2, samples).items():
        sample = samples[name]
        flow = build_flow(*sample)

        assert len(answer["shapes"]) == 1 + len(flow.nodes) + len(sample.journey.stages), name
        assert len(answer["edges"]) == len(flow.edges), name
        assert _squeezed(answer["shapes"]["title"]) == _squeezed(one_line(sample.journey.title)), name
        if name in BATCHES:
            shown = _squeezed(one_line(BATCHES[name]))
            labels = [_squeezed(label) for label in answer["shapes"].values()]
            assert [label for label in labels if shown not in label and "Dropsoff" not in label] == []
            assert sum(shown in _squeezed(label) for *_, label in answer["edges"]) == 4


def test_plantuml_draws_every_flow(journeys: Mapping[str, Sample]) -> None:
    """What is drawn says what the journey says; PlantUML draws its errors, so they would be seen here."""
    for name, shown in _ask(draw_plantuml, write_plantuml, journeys).items():
        sample = journeys[name]
        text = _squeezed("".join(shown))

        assert "PlantUMLversion" not in text, (name, shown[-1])
        assert _squeezed(shown[0]) == _squeezed(_plain(sample.journey.title)), name
        for node in build_flow(*sample).nodes:
            assert _squeezed(_plain(node.title)) in text, name
        if name in HOSTILE:
            assert text.count(_squeezed(_plain(HOSTILE[name]))) > 20, name


def _plain(text: str) -> str:
    return one_line(text).replace(UNSHOWN, "\N{REPLACEMENT CHARACTER}")


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u2067\u2069]", "", text)
