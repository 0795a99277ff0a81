"""Which kind of file a document is."""

import pytest

from journeymap.schema import kind_by_name, kind_of
from journeymap.syntax import read_document
from tests.schema.finding import HEAD, STAGES, fixed, read, show

JOURNEY = HEAD + STAGES
KINDS = "the kinds: `journey`, `persona`, `library` or `workspace`"
NAMELESS = JOURNEY.replace("kind: journey\n", "")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("a/b/buy.journey.yaml", "journey"),
        ("buy.journey.yml", "journey"),
        ("rider.persona.yaml", "persona"),
        ("shop.library.yml", "library"),
        ("Shop.Library.YML", "library"),
        ("journeymap.yaml", "workspace"),
        ("deep/journeymap.yml", "workspace"),
        ("my.long.name.persona.yaml", "persona"),
        ("journey.yaml", None),
        ("a.journey.yaml/b.yaml", None),
        ("my.journeymap.yaml", None),
        ("buy.journey.json", None),
        ("buy.workspace.yaml", None),
        ("", None),
    ],
)
def test_a_name_says_the_kind(path: str, kind: str | None) -> None:
    """The last part of the path decides, by its suffix."""
    assert kind_by_name(path) == kind


def test_the_key_says_the_kind() -> None:
    """A file of any name may say what it holds."""
    assert kind_of(read(JOURNEY, "buy.yaml")) == ("journey", ())


def test_the_key_may_be_left_out_where_the_name_says_it() -> None:
    """The suffix is enough."""
    assert kind_of(read(NAMELESS, "buy.journey.yaml")) == ("journey", ())


def test_a_file_that_says_nothing_has_no_kind() -> None:
    """Without key and suffix there is one finding, and no guess."""
    kind, (finding,) = kind_of(read(NAMELESS, "buy.yaml"))

    assert kind is None
    assert show(finding, NAMELESS) == (
        "missing-kind at 1:1 journeymap: 1\n"
        "neither `kind` nor the file's name says what the file holds\n"
        "? add `kind:` with `journey`, `persona`, `library` or `workspace`\n"
        "? or end the file's name in `.journey.yaml`, `.persona.yaml` or `.library.yaml`"
    )


def test_an_unknown_kind_is_read_as_the_name_says() -> None:
    """The rest of the file is still looked at, and the fix writes what the name says."""
    text = JOURNEY.replace("kind: journey", "kind: customer-story")
    kind, (finding,) = kind_of(read(text, "buy.journey.yaml"))

    assert kind == "journey"
    assert show(finding, text) == (
        "unknown-kind at 2:7 customer-story\nunknown kind `customer-story`\n? did you mean `journey`?"
    )
    assert fixed(text, finding) == JOURNEY


@pytest.mark.parametrize(
    ("written", "place", "message", "help"),
    [
        ("jurney", "2:7 jurney", "unknown kind `jurney`", "did you mean `journey`?"),
        ("story", "2:7 story", "unknown kind `story`", KINDS),
        ("3", "2:7 3", "unknown kind `3`", KINDS),
        ("[journey]", "2:7 [journey]", "`kind` does not say what the file holds", KINDS),
        ("", "2:1 kind", "`kind` does not say what the file holds", KINDS),
    ],
)
def test_an_unknown_kind_in_a_file_of_any_name(written: str, place: str, message: str, help: str) -> None:
    """Without a name to go by, the file is not looked at further."""
    text = JOURNEY.replace("kind: journey", f"kind: {written}")
    kind, (finding,) = kind_of(read(text, "buy.yaml"))

    assert kind is None
    assert show(finding, text) == f"unknown-kind at {place}\n{message}\n? {help}"


def test_a_name_and_a_key_that_differ_are_found() -> None:
    """The key wins, and the difference is an error."""
    kind, (finding,) = kind_of(read(JOURNEY, "buy.persona.yaml"))

    assert kind == "journey"
    assert show(finding, JOURNEY) == (
        "kind-mismatch at 2:7 journey\n"
        "`kind` says `journey`, and the file's name says `persona`\n"
        "? rename the file, or change `kind`"
    )


def test_a_broken_file_has_the_kind_of_its_name() -> None:
    """Nothing is said about the kind of a file that could not be read."""
    assert kind_of(read_document("buy.persona.yaml", b"[")) == ("persona", ())
    assert kind_of(read_document("buy.yaml", b"[")) == (None, ())
