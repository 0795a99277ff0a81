"""What a newcomer meets when building: a workspace without journeys, options that contradict, dead links."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.programs import run_journeymap

PERSONA = "journeymap: 1\nkind: persona\nid: ada\ntitle: Ada\nmotivations: [Curiosity]\n"
JOURNEY = """\
journeymap: 1
id: visit
title: A visit
visibility: public
owner: desk
personas: [ada]
stages:
  - id: arrive
    title: Arrive
    touchpoints: [{id: enter, title: Enter, owner: desk, channel: store}]
"""
UNOWNED = JOURNEY.replace("owner: desk\n", "").replace("owner: desk, ", "")
TEAMS = """\
journeymap: 1
kind: library
teams:
  - {id: desk, title: Front desk, contact: desk-inside@example.com}
  - {id: press, title: Press, contact: press-office@example.com, visibility: public}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a workspace that has a persona and nothing else."""
    (tmp_path / "journeymap.yaml").write_text("journeymap: 1\nkind: workspace\ntitle: People\n")
    (tmp_path / "ada.persona.yaml").write_text(PERSONA)
    return tmp_path


def test_personas_alone_make_a_site_that_says_what_comes_next(folder: Path) -> None:
    """The persona has its page, and the front page says how a journey gets there."""
    outcome = run_journeymap("build", cwd=folder)

    assert outcome.code == 0, outcome.stderr
    front = (folder / "site" / "index.html").read_text()
    assert "There is no journey yet." in front
    assert "first.journey.yaml" in front
    assert "Curiosity" in (folder / "site" / "personas" / "ada" / "index.html").read_text()


def test_a_first_journey_takes_the_place_of_the_advice(folder: Path) -> None:
    """Where there is a journey nobody is told to write one."""
    (folder / "visit.journey.yaml").write_text(UNOWNED)

    assert run_journeymap("build", cwd=folder).code == 0
    assert "There is no journey yet." not in (folder / "site" / "index.html").read_text()


@pytest.mark.parametrize("options", [["--single-file"], ["--visibility", "public"]])
def test_handouts_and_a_public_site_need_a_journey(folder: Path, options: list[str]) -> None:
    """A page for each journey, or what strangers may see, needs a journey: nothing is written."""
    outcome = run_journeymap("build", *options, cwd=folder)

    assert outcome.code == 3
    assert not (folder / "site").exists()


@pytest.mark.parametrize("option", [["--history"], ["--site-url", "https://example.com/"]])
def test_a_page_alone_takes_no_option_of_a_site(folder: Path, option: list[str]) -> None:
    """What means nothing for a page that is sent around is refused, and not passed over in silence."""
    outcome = run_journeymap("build", "--single-file", *option, cwd=folder)

    assert outcome.code == 2
    assert f"`{option[0]}` means nothing with `--single-file`" in outcome.stderr


def test_a_public_site_tells_nobody_whom_to_ring(folder: Path) -> None:
    """No byte of a public site holds the contact of a team that does not say it is public."""
    (folder / "visit.journey.yaml").write_text(JOURNEY)
    (folder / "teams.library.yaml").write_text(TEAMS)

    assert run_journeymap("build", "--visibility", "public", "-o", "open", cwd=folder).code == 0
    assert run_journeymap("build", "-o", "inside", cwd=folder).code == 0

    opened = list(read_all(folder / "open"))
    assert any(b"Front desk" in content for _, content in opened)
    assert [path for path, content in opened if b"desk-inside" in content] == []
    assert any(b"press-office@example.com" in content for _, content in opened)
    assert any(b"desk-inside@example.com" in content for _, content in read_all(folder / "inside"))


def read_all(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file below a folder, those inside of archives too."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        content = path.read_bytes()
        yield path.name, content
        if content.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                yield from ((f"{path.name}/{name}", archive.read(name)) for name in archive.namelist())


def test_a_dead_link_of_a_template_is_told_once(folder: Path) -> None:
    """However many pages share it, the address is named with one of them and a count of the others."""
    (folder / "visit.journey.yaml").write_text(UNOWNED)
    brand = folder / "brand"
    brand.mkdir()
    footer = '{% extends "site/layout.html" %}{% block footer %}<a href="gone.html">x</a>{% endblock %}'
    (brand / "layout.html").write_text(footer)

    outcome = run_journeymap("build", "--templates", "brand", cwd=folder)

    assert outcome.code == 1
    said = " ".join(outcome.stderr.split())
    assert said.count("gone.html") == 1
    assert " more pages: the link to `gone.html`" in said


def test_the_page_for_lost_readers_leads_on(folder: Path) -> None:
    """Where the site knows its address, that page has a link to every section; elsewhere to none."""
    site_url = ("--site-url", "https://example.com/maps")
    assert run_journeymap("build", *site_url, cwd=folder).code == 0
    assert 'href="https://example.com/maps/personas/index.html"' in (folder / "site" / "404.html").read_text()

    assert run_journeymap("build", "-o", "plain", cwd=folder).code == 0
    assert "lost-ways" not in (folder / "plain" / "404.html").read_text().partition("<body>")[2]
