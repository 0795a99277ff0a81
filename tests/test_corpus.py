"""The corpus of the benchmarks is right and the same everywhere; a wrong one would measure error messages."""

from pathlib import Path

from journeymap.checks import Checking
from journeymap.compiling import compile_files
from tests.benchmarks import corpus, translations


def test_a_lone_journey_of_the_corpus_is_clean() -> None:
    """One file resolves everything by itself, and has the promised size."""
    text = corpus.journey_text(3, alone=True)
    compilation = compile_files([("journey.journey.yaml", text.encode())])
    assert compilation.diagnostics == ()
    (journey,) = compilation.portfolio.journeys
    assert [len(stage.touchpoints) for stage in journey.stages] == [5] * 5
    assert 330 <= text.count("\n") <= 390


def test_the_workspace_of_the_corpus_is_clean(tmp_path: Path) -> None:
    """Journeys, library and persona fit together."""
    folder = corpus.write_workspace(tmp_path, 12)
    files = [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in folder.rglob("*.yaml")]
    compilation = compile_files(files)
    assert compilation.diagnostics == ()
    assert len(compilation.portfolio.journeys) == 12


def test_the_published_workspace_of_the_corpus_is_clean(tmp_path: Path) -> None:
    """No rule of the method finds anything in it, though every one is asked."""
    folder = corpus.write_published_workspace(tmp_path, 12)
    files = [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in folder.rglob("*.yaml")]
    found = compile_files(files, checking=Checking(corpus.TODAY, "published")).diagnostics
    assert [(each.rule, each.message) for each in found] == []


def test_the_corpus_is_written_by_a_rule() -> None:
    """The same number gives the same journey, another number another one."""
    assert corpus.journey_text(7) == corpus.journey_text(7)
    assert len({corpus.journey_text(number) for number in range(100)}) == 100


def test_peers_get_the_same_content(tmp_path: Path) -> None:
    """Every touchpoint of a journey stands in the diagram and on the page that the peers draw."""
    (file,) = corpus.write_journeys(tmp_path, 1)
    translations.write_mermaid(tmp_path / "journey.md", file)
    translations.write_mkdocs(tmp_path / "site", [file])
    journey = translations.read_journey(file)
    diagram = (tmp_path / "journey.md").read_text()
    page = (tmp_path / "site" / "docs" / "journey-0000.md").read_text()
    for touchpoint in (each for stage in journey["stages"] for each in stage["touchpoints"]):
        assert f'{touchpoint["id"]}["{touchpoint["title"]}"]' in diagram
        assert f"### {touchpoint['title']}" in page
        assert touchpoint["action"] in page
