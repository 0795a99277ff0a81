"""The way from a page to where it was written: file and line, where the workspace says how to get there."""

import pytest

from journeymap.compiling import Compilation, compile_files
from journeymap.model.visibility import visible_to
from journeymap.site import build_site
from journeymap.source import Place, SourceFile
from journeymap.workspace.lines import Lines

SETTINGS = "journeymap: 1\nkind: workspace\ntitle: Shop\n"
EDIT = "edit_url: https://forge.example/acme/maps/edit/main/{file}#L{line}\n"
JOURNEY = """\
# What a refund is like.
journeymap: 1
kind: journey
id: refund
title: Getting money back
visibility: public
owner: care
stages:
  - id: after
    title: After
    touchpoints:
      - {id: ask, title: Asks, channel: chat}
"""
LIBRARY = """\
journeymap: 1
kind: library
teams:
  - id: shop
    title: Shop team
  - id: care
    title: Care team
"""


def compiled(settings: str) -> Compilation:
    """Return a workspace in a folder, with a name that addresses have to escape."""
    files = [
        ("maps/journeymap.yaml", settings.encode()),
        ("maps/my journeys/refund.journey.yaml", JOURNEY.encode()),
        ("maps/shared.library.yaml", LIBRARY.encode()),
    ]
    return compile_files(files, root="maps")


def test_pages_lead_to_the_line_that_declares_them() -> None:
    """A journey and an entry of a library lead to file and line as seen from the workspace."""
    site = build_site(compiled(SETTINGS + EDIT))
    start = 'href="https://forge.example/acme/maps/edit/main/'

    journey = site["journeys/refund/index.html"].content.decode()
    team = site["teams/care/index.html"].content.decode()
    assert (
        f'{start}my%20journeys/refund.journey.yaml#L2" rel="nofollow noopener">Edit this page</a>' in journey
    )
    assert f"{start}shared.library.yaml#L6" in team
    assert start not in site["index.html"].content.decode()


def test_without_an_address_nothing_says_where_files_are() -> None:
    """Where nobody set an address, no page tells how files are called."""
    for file in build_site(compiled(SETTINGS)):
        assert b"Edit this page" not in file.content
        assert b"refund.journey.yaml" not in file.content


def test_the_public_is_not_led_to_the_files() -> None:
    """A site for everybody has no way into the repository."""
    compilation = compiled(SETTINGS + EDIT)
    public = compilation._replace(portfolio=visible_to(compilation.portfolio, "public"))

    for file in build_site(public):
        assert b"forge.example" not in file.content


@pytest.mark.parametrize(
    "address",
    [
        "http://forge.example/{file}",
        "https://forge.example/{path}#L{line}",
        "https://forge.example/edit",
        "https://forge.example/{file}/{file}",
        "https://forge.example/{file}?a=}",
        "https://{file}/",
        "https://forge.example/a {file}",
        "javascript:alert(1)//{file}",
    ],
)
def test_an_address_that_leads_nowhere_is_found(address: str) -> None:
    """An address without its placeholder, or with one that nobody fills, is a finding at its place."""
    (found,) = compiled(f"{SETTINGS}edit_url: '{address}'\n").diagnostics

    assert found.rule == "bad-form"
    assert (found.primary.file, found.primary.start.line) == ("maps/journeymap.yaml", 4)
    assert "which is not an edit address" in found.message
    assert "`{file}`" in str(found.help)


@pytest.mark.parametrize(
    "address",
    ["https://forge.example/{file}", "https://f.example/{line}/{file}?plain=1#L{line}-{line}"],
)
def test_the_line_may_stand_anywhere_or_nowhere(address: str) -> None:
    """The file is needed once; the line may be named any number of times."""
    assert not compiled(f"{SETTINGS}edit_url: '{address}'\n").diagnostics


def test_lines_are_those_of_the_text() -> None:
    """A place is found at its line; one in a text that nobody has or can read is at the start."""
    lines = Lines({"a.yaml": SourceFile("a.yaml", JOURNEY), "b.yaml": SourceFile("b.yaml", "a: [\n")})

    assert lines.line_of(Place("a.yaml")) == 2
    assert lines.line_of(Place("a.yaml", ("stages", 0, "touchpoints", 0))) == 12
    assert lines.line_of(Place("a.yaml", ("gone", 3))) == 2
    assert lines.line_of(Place("c.yaml", ("stages",))) == 1
    assert lines.line_of(Place("b.yaml", ("a",))) == 1
