"""Where the journeys of a documentation project are looked for, and where not."""

import os
from pathlib import Path

import pytest

from journeymap.embedding.problems import NotShown
from journeymap.embedding.shelf import Shelf
from journeymap.embedding.wishes import Wish
from tests.embedding.projects import make_project, write_journey


def refused(shelf: Shelf, wish: Wish, *beside: Path) -> str:
    """Return the first line of what is said about a wish that cannot be met."""
    with pytest.raises(NotShown) as failure:
        shelf.find(wish, *beside)
    return failure.value.lines[0]


def test_a_journey_is_found_by_id_below_the_project(tmp_path: Path) -> None:
    """Without any setting up, a project has the journeys in it, with all files of their workspace."""
    found = Shelf(make_project(tmp_path)).find(Wish(id="first"))
    assert found.journey.title == "First purchase"
    assert {path.name for path in found.files} == {
        "journeymap.yaml",
        "mira.persona.yaml",
        "first.journey.yaml",
    }


def test_a_project_inside_a_workspace_has_the_journeys_of_it(tmp_path: Path) -> None:
    """The settings above the project count, as they do for every command."""
    make_project(tmp_path, workspace=".")
    (tmp_path / "docs").mkdir()
    assert Shelf(tmp_path / "docs").find(Wish(id="first")).journey.id == "first"


@pytest.mark.parametrize(
    "file", ["journeys/first.journey.yaml", "first.journey.yaml", "../first.journey.yaml"]
)
def test_a_file_is_named_from_the_project_or_from_beside(tmp_path: Path, file: str) -> None:
    """A path is seen from the workspace, the project, or the folders of the page."""
    shelf = Shelf(make_project(tmp_path))
    beside = tmp_path / "journeys" / ("library" if file.startswith("..") else "")
    assert shelf.find(Wish(file=file), beside).journey.id == "first"


def test_the_workspace_may_lie_outside_of_the_project(tmp_path: Path) -> None:
    """Who sets the project up may name any folder; its files are found by id and by name."""
    make_project(tmp_path / "maps")
    (tmp_path / "docs" / ".git").mkdir(parents=True)
    shelf = Shelf(tmp_path / "docs", workspace="../maps/journeys")
    assert shelf.find(Wish(id="first")) == shelf.find(Wish(file="first.journey.yaml"))


def test_nothing_is_read_outside_of_the_project(tmp_path: Path) -> None:
    """A page cannot name a file above its repository, be it by path or through a link."""
    make_project(tmp_path / "ours")
    outside = tmp_path / "theirs.journey.yaml"
    write_journey(outside, id="theirs")
    (tmp_path / "ours" / "link.journey.yaml").symlink_to(outside)
    shelf = Shelf(tmp_path / "ours")
    for file in ("../theirs.journey.yaml", str(outside), "link.journey.yaml"):
        assert refused(shelf, Wish(file=file)) == f"`{file}` is outside of the project"


def test_an_unknown_name_gets_a_hint(tmp_path: Path) -> None:
    """The nearest id, or all of them, or where was looked."""
    shelf = Shelf(make_project(tmp_path))
    assert refused(shelf, Wish(id="frist")) == "there is no journey `frist`; did you mean `first`?"
    assert refused(shelf, Wish(id="nothing")).endswith("the journeys are `first`")
    assert refused(shelf, Wish(file="no.yaml")).startswith("there is no file `no.yaml`; it is looked for in")
    assert refused(shelf, Wish(file="journeys/journeymap.yaml")).startswith(
        "`journeys/journeymap.yaml` holds no journey"
    )
    (tmp_path / "empty").mkdir()
    assert refused(Shelf(tmp_path / "empty"), Wish(id="x")).endswith("they are looked for in `.`")
    assert refused(Shelf(tmp_path, workspace="nowhere"), Wish(id="x")).startswith(
        "the workspace `nowhere` is no folder"
    )


def test_an_id_of_two_journeys_is_refused(tmp_path: Path) -> None:
    """Two workspaces may use an id alike; the file tells them apart."""
    make_project(tmp_path / "a")
    make_project(tmp_path / "b")
    assert refused(Shelf(tmp_path), Wish(id="first")) == (
        "2 journeys have the id `first`; name a file: `a/journeys/first.journey.yaml`, "
        "`b/journeys/first.journey.yaml`"
    )


def test_errors_of_the_workspace_are_told_with_their_places(tmp_path: Path) -> None:
    """A journey that does not say what its authors meant is not drawn."""
    shelf = Shelf(make_project(tmp_path))
    file = tmp_path / "journeys" / "first.journey.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("score: 1", "scor: 1"), encoding="utf-8")
    for wish in (Wish(id="first"), Wish(file="journeys/first.journey.yaml")):
        line = refused(shelf, wish)
        assert line.startswith("journeys/first.journey.yaml:")
        assert "scor" in line


def test_what_is_internal_stays_out_of_public_pages(tmp_path: Path) -> None:
    """A project for everybody has no journeys that are not public."""
    shelf = Shelf(make_project(tmp_path), audience="public")
    assert refused(shelf, Wish(id="first")).startswith("there is no journey `first`")


def test_files_are_compiled_once_until_one_changes(tmp_path: Path) -> None:
    """The same values come back while nothing changes; a change of any file brings new ones."""
    shelf = Shelf(make_project(tmp_path))
    first, stamp = shelf.find(Wish(id="first")), shelf.stamp
    assert shelf.find(Wish(id="first")).journey is first.journey
    file = tmp_path / "journeys" / "first.journey.yaml"
    write_journey(file, title="Second thoughts")
    os.utime(file, ns=(1, 1))
    assert shelf.find(Wish(id="first")).journey.title == "Second thoughts"
    assert shelf.stamp != stamp


def test_an_unreadable_folder_is_a_problem_of_the_page(tmp_path: Path) -> None:
    """What cannot be looked at is said, not left out."""
    shelf = Shelf(make_project(tmp_path))
    (tmp_path / "journeys" / "gone.journey.yaml").symlink_to(tmp_path.parent / "nowhere.yaml")
    (tmp_path.parent / "nowhere.yaml").write_text("journeymap: 1\n", encoding="utf-8")
    assert "is a link out of its workspace" in refused(shelf, Wish(id="first"))
