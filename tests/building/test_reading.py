"""Data read with its places, also where it was put together from several."""

import pytest

from journeymap.building.reading import Assembled, Node, seconds_of
from journeymap.building.sheets import AssembledDocument
from journeymap.source import Place
from journeymap.syntax import Document, read_document

HERE = Place("here.yaml")
THERE = Place("there.yaml", ("x", 3))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90s", 90),
        ("4m", 240),
        ("2h", 7200),
        ("1d", 86_400),
        ("3w", 1_814_400),
        ("1h30m", 5400),
        ("0s", 0),
        ("", None),
        ("5", None),
        ("5y", None),
        ("5m ", None),
        ("-5m", None),
        (5, None),
        (None, None),
    ],
)
def test_durations(text: object, seconds: int | None) -> None:
    """A duration is whole numbers with units, and nothing else."""
    assert seconds_of(text) == seconds


def test_what_is_not_there_is_empty() -> None:
    """Every accessor answers with emptiness, whatever the data is."""
    for data in (None, 3, "text", [1], {"key": {"deep": 1}}, {}):
        node = Node(data, HERE)
        assert (node.text("key"), node.texts("no"), list(node.items("no"))) == ("", (), [])
        assert (node.number("key"), node.whole("key"), node.flag("key"), node.seconds("key")) == (None,) * 4
        assert (node.child("no"), node.plain("no"), node.at(7)) == (None, {}, None)
        assert not node.has("no")


def test_numbers_keep_their_kind() -> None:
    """A whole number may be written with a fraction of zero; true is no number."""
    node = Node({"whole": 412.0, "half": 0.5, "yes": True}, HERE)

    assert (node.whole("whole"), node.whole("half"), node.whole("yes")) == (412, None, None)
    assert (node.number("half"), node.number("yes"), node.flag("yes")) == (0.5, None, True)


def test_each_value_keeps_its_place() -> None:
    """A value written elsewhere says so, as a mapping, a list or a plain entry."""
    data = {"own": 1, "moved": 2, "list": Assembled(["a", Assembled("b", THERE)], HERE.child("list"))}
    node = Node(Assembled(data, HERE, {"moved": THERE}), HERE)

    assert repr(node.place_of("own")) == "Place('here.yaml', ('own',))"
    assert repr(node.place_of("moved")) == repr(THERE)
    assert [repr(each.place) for each in node.items("list")] == [
        "Place('here.yaml', ('list', 0))",
        repr(THERE),
    ]
    assert node.texts("list") == ("a",)


def test_an_assembled_document_points_at_its_overlay() -> None:
    """What was written in the overlay is found there; all else stands for the overlay's changes."""
    text = b"extends: shop\nchanges:\n  - {set: basket, fields: {title: 'New', needs: [A]}}\n"
    overlay = read_document("next.journey.yaml", text)
    fields = Place("next.journey.yaml", ("changes", 0, "fields"))
    root = Node(
        Assembled(
            {"title": "New", "needs": Assembled(["A"], fields.child("needs")), "goal": "Old"},
            Place("next.journey.yaml"),
            {"title": fields.child("title"), "goal": Place("shop.journey.yaml", ("goal",))},
        ),
        Place("next.journey.yaml"),
    )
    document: Document = AssembledDocument(overlay, root)

    assert document.data == {"title": "New", "needs": ["A"], "goal": "Old"}
    assert document.raw(("title",)) == "'New'"
    assert not document.is_plain(("title",))
    assert document.is_flow(("needs",))
    assert document.key_span(("title",)).start == overlay.key_span(fields.child("title").pointer).start
    assert document.value_span(("needs", 0)) == overlay.value_span(fields.child("needs", 0).pointer)
    assert document.span(("goal",)) == overlay.span(("changes",))
    assert document.span(("nothing", 3)) == overlay.span(("nothing", 3))
    assert document.span(()) == overlay.span(("changes",))
