"""From files on disk to the shelf: what is shown, what stays, and what is said about it."""

import json
from pathlib import Path

import pytest

from journeymap.rendering.overriding import Overrides
from journeymap.serving import Order, Shelf, Workshop
from tests.serving.test_incremental import FILES, JOURNEY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a small workspace on disk."""
    for name, texts in FILES.items():
        if texts[0] is not None:
            (tmp_path / name).write_text(texts[0], encoding="utf-8")
    return tmp_path


@pytest.fixture
def shelf() -> Shelf:
    """Return an empty shelf."""
    return Shelf(b"waiting")


def quiet() -> bool:
    """Say that no file changed."""
    return False


def findings_of(shelf: Shelf) -> dict[str, object]:
    """Return what a page is told of the files."""
    found: dict[str, object] = json.loads(shelf.state_of("index.html").findings)
    return found


def test_a_site_is_built_and_then_only_what_changed(folder: Path, shelf: Shelf) -> None:
    """The first round puts every file on the shelf, the next ones those that are others."""
    workshop = Workshop(Order((), str(folder)), shelf)
    first = workshop.rebuild(quiet)
    assert first.is_built
    assert "journeys/first/index.html" in first.changed
    assert not shelf.is_empty
    assert workshop.rebuild(quiet).changed == ()
    library = folder / "shop.library.yaml"
    library.write_text(library.read_text(encoding="utf-8").replace("Care", "Carers"), encoding="utf-8")
    changed = workshop.rebuild(quiet).changed
    assert "teams/care/index.html" in changed
    assert "personas/dana/index.html" not in changed


def test_a_link_that_leads_nowhere_is_told_with_its_line(folder: Path, shelf: Shelf) -> None:
    """The page is there, and says which line of which file has to be mended before a build."""
    file = folder / "first.journey.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("title: First", "title: First\nsummary: See [x](foo.html)"), encoding="utf-8"
    )
    done = Workshop(Order((), str(folder)), shelf).rebuild(quiet)
    assert done.is_built
    assert done.notes[0].startswith("first.journey.yaml:5:18: the link to `foo.html` leads to no file, on ")


def test_a_site_that_is_served_for_days_holds_no_page_that_is_gone(folder: Path, shelf: Shelf) -> None:
    """A journey that gets a new id again and again leaves nothing behind in memory."""
    workshop = Workshop(Order((), str(folder)), shelf)
    settings = folder / "journeymap.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "site_url: https://example.com/\n")
    file = folder / "third.journey.yaml"
    sizes = []
    for number in range(4):
        text = JOURNEY.format(id=f"third-{number}", title="Third", touchpoint="pays", score=0)
        file.write_text(text, encoding="utf-8")
        assert workshop.rebuild(quiet).is_built
        assert shelf.find(f"journeys/third-{number}/index.html")
        sizes.append(count_remembered(workshop))
    assert sizes == [sizes[0]] * 4
    assert workshop.rebuild(quiet).changed == ()
    assert count_remembered(workshop) == sizes[0]


def count_remembered(workshop: Workshop) -> int:
    """Return how many texts are somewhere in what a workshop remembers of its site."""
    found, waiting = 0, [vars(workshop._site), workshop._chapters]
    while waiting:
        held = waiting.pop()
        found += len(held)
        waiting += [each for each in held.values() if isinstance(each, dict)]
    return found


def test_errors_leave_the_last_good_site_and_are_told(folder: Path, shelf: Shelf) -> None:
    """A broken file changes no page; its finding names file, line, column, rule and the line itself."""
    workshop = Workshop(Order((), str(folder)), shelf)
    workshop.rebuild(quiet)
    page = shelf.find("journeys/first/index.html")
    whole = (folder / "first.journey.yaml").read_text(encoding="utf-8")
    (folder / "first.journey.yaml").write_text(whole.replace("title: First", "title: [<b>"), encoding="utf-8")
    broken = workshop.rebuild(quiet)
    found = findings_of(shelf)
    assert not broken.is_built
    assert shelf.find("journeys/first/index.html") == page
    assert (found["kind"], found["title"]) == ("error", "1 error")
    assert found["lead"] == "What you see is the last site without errors."
    first = found["items"][0]  # type: ignore[index]
    assert (first["where"], first["rule"]) == ("first.journey.yaml:4:8", "yaml-syntax")
    assert "title: [<b>" in first["snippet"]
    (folder / "first.journey.yaml").write_text(whole, encoding="utf-8")
    assert workshop.rebuild(quiet).is_built
    assert findings_of(shelf)["kind"] == ""


def test_a_site_that_never_was_is_waited_for(folder: Path, shelf: Shelf) -> None:
    """With errors from the start every page says that the site will come."""
    (folder / "first.journey.yaml").write_text("title: [", encoding="utf-8")
    workshop = Workshop(Order((), str(folder)), shelf)
    assert not workshop.rebuild(quiet).is_built
    assert shelf.stand_in() == b"waiting"
    assert findings_of(shelf)["lead"] == "The site appears here as soon as they are mended."


def test_the_method_is_heard_after_the_page_is_there(folder: Path, shelf: Shelf) -> None:
    """Warnings of the method are told as such, most weighty first, and never stand in the way."""
    path = folder / "first.journey.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "status: review\n", encoding="utf-8")
    workshop = Workshop(Order((), str(folder)), shelf)
    assert workshop.rebuild(quiet).is_built
    assert findings_of(shelf)["kind"] == ""
    report = workshop.check()
    found = findings_of(shelf)
    assert report
    assert found["kind"] == "warning"
    assert found["lead"] == ""
    assert str(found["title"]).endswith(("warnings", "warning"))


def test_more_findings_than_a_page_holds_are_counted(folder: Path, shelf: Shelf) -> None:
    """A page lists some findings and says how many more there are."""
    text = (folder / "first.journey.yaml").read_text(encoding="utf-8")
    unknown = "".join(f"unknown-{number}: 1\n" for number in range(40))
    (folder / "first.journey.yaml").write_text(text + unknown, encoding="utf-8")
    Workshop(Order((), str(folder)), shelf).rebuild(quiet)
    found = findings_of(shelf)
    assert len(found["items"]) == 30  # type: ignore[arg-type]
    assert str(found["more"]).startswith("and ")


def test_a_page_that_is_looked_at_comes_first(folder: Path, shelf: Shelf) -> None:
    """The chapter of a page that is open in a browser is drawn before all others."""
    workshop = Workshop(Order((), str(folder)), shelf)
    workshop.rebuild(quiet)
    path = folder / "first.journey.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("First", "Changed"), encoding="utf-8")
    changed = workshop.rebuild(quiet, frozenset({"journeys/first/index.html"})).changed
    assert changed[0].startswith("journeys/first/")


def test_a_round_that_is_overtaken_stops(folder: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """When files change meanwhile the rest is not worth it, and the next round makes it whole."""
    monkeypatch.setattr("journeymap.serving.workshop._ATTENTION", 0.0)
    workshop = Workshop(Order((), str(folder)), shelf)
    assert not workshop.rebuild(lambda: True).is_whole
    assert shelf.is_empty
    assert workshop.rebuild(quiet).is_whole
    assert not shelf.is_empty


def test_a_journey_that_is_deleted_takes_its_pages_along(folder: Path, shelf: Shelf) -> None:
    """What is no longer made is no longer served."""
    workshop = Workshop(Order((), str(folder)), shelf)
    workshop.rebuild(quiet)
    (folder / "second.journey.yaml").unlink()
    assert "journeys/second/index.html" in workshop.rebuild(quiet).changed
    assert shelf.find("journeys/second/index.html") is None


def test_what_is_internal_is_not_on_the_shelf_of_the_public(folder: Path, shelf: Shelf) -> None:
    """The audience is that of the order; where nothing is public, that is said."""
    order = Order((), str(folder), audience="public")
    assert Workshop(order, shelf).rebuild(quiet).notes == ("there is no journey to draw",)
    (folder / "third.journey.yaml").write_text(FILES["third.journey.yaml"][1] or "", encoding="utf-8")
    path = folder / "first.journey.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "visibility: public\n", encoding="utf-8")
    assert Workshop(order, shelf).rebuild(quiet).is_built
    assert shelf.find("journeys/first/index.html")
    assert shelf.find("journeys/third/index.html") is None


def test_pictures_are_read_and_known(folder: Path, shelf: Shelf) -> None:
    """Pictures that are shown are served, and the watcher is told where they are."""
    path = folder / "dana.persona.yaml"
    path.write_text(
        path.read_text(encoding="utf-8") + "image: {src: face.png, alt: Dana}\n", encoding="utf-8"
    )
    order = Order((), str(folder), read_pictures=lambda _: lambda _: b"picture")
    workshop = Workshop(order, shelf)
    built = workshop.rebuild(quiet)
    assert any(path.startswith("assets/pictures/") for path in built.changed)
    assert workshop.pictures == (folder / "face.png",)


def test_a_folder_that_is_emptied_or_split_is_said_to_be(folder: Path, shelf: Shelf) -> None:
    """What is no single workspace any more leaves the site as it was."""
    workshop = Workshop(Order((), str(folder)), shelf)
    workshop.rebuild(quiet)
    (folder / "journeymap.yaml").unlink()
    assert "here are" in workshop.rebuild(quiet).notes[0]
    assert workshop.check() is None
    for path in folder.glob("*.yaml"):
        path.unlink()
    assert "any more" in workshop.rebuild(quiet).notes[0]
    folder.rmdir()
    assert "does not exist" in workshop.rebuild(quiet).notes[0]
    assert shelf.find("index.html")


def test_a_link_that_leads_nowhere_stays_an_error_on_the_page(folder: Path, shelf: Shelf) -> None:
    """A site that `build` would not write says why, also once the method has been heard."""
    broken = '{% extends "site/journey.html" %}{% block hero %}<a href="gone.html">x</a>{% endblock %}'
    order = Order((), str(folder), read_templates=lambda: Overrides("own", (("journey.html", broken),)))
    workshop = Workshop(order, shelf)
    done = workshop.rebuild(quiet)
    assert "gone.html" in done.notes[0]
    assert findings_of(shelf)["kind"] == "error"
    workshop.check()
    found = findings_of(shelf)
    assert found["kind"] == "error"
    assert "gone.html" in found["items"][0]["message"]  # type: ignore[index]
