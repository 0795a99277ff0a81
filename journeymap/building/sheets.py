"""A file on its way into the model, and a journey put together from several files as one document."""

from typing import Any

from journeymap.building.overlays import Overlay
from journeymap.building.reading import Assembled, Node
from journeymap.building.worlds import Unknown
from journeymap.named_tuples import NamedTuple
from journeymap.problems import Problem
from journeymap.source import Place, Pointer, Span
from journeymap.syntax import Document


class Sheet(NamedTuple):
    """One file, its kind (``""`` when unknown), and whether it holds to its schema.

    A file that does not is no part of the portfolio, but it is read as far as it goes: what it refers to
    is judged, and what it seems to declare is not called unknown elsewhere. ``overlay`` is what became of
    a journey that extends another.
    """

    document: Document
    kind: str
    valid: bool = True
    overlay: Overlay | None = None
    problems: tuple[Problem, ...] = ()
    unknown: tuple[Unknown, ...] = ()

    @property
    def path(self) -> str:
        """The file's path as shown to the user."""
        return self.document.source.path

    @property
    def root(self) -> Node:
        """The data of the whole file, changes made."""
        return self.overlay.root if self.overlay else Node(self.document.data, Place(self.path))

    @property
    def is_whole(self) -> bool:
        """Whether there is anything to read, and all of it."""
        return self.root.is_mapping and (not self.extends or self.overlay is not None)

    @property
    def extends(self) -> str:
        """The id of the journey that this one extends, as written."""
        written = Node(self.document.data, Place(self.path))
        return written.text("extends") if self.kind == "journey" else ""


class AssembledDocument(Document):
    """A journey made whole, as a document: what is asked of a pointer is asked where it was written.

    A place outside the overlay's own file stands for the overlay's changes, since nothing else of it
    can be wrong: the base was found right.
    """

    def __init__(self, overlay: Document, root: Node) -> None:
        super().__init__(overlay.source, _plain(Assembled(root.data, root.place, root.places)))
        self._overlay = overlay
        self._tree = root

    def span(self, pointer: Pointer) -> Span:
        """Return the place to show for a value."""
        return self._overlay.span(self._locate(pointer))

    def key_span(self, pointer: Pointer) -> Span:
        """Return the place of a value's key."""
        return self._overlay.key_span(self._locate(pointer))

    def value_span(self, pointer: Pointer) -> Span:
        """Return the whole of a value."""
        return self._overlay.value_span(self._locate(pointer))

    def raw(self, pointer: Pointer) -> str:
        """Return a scalar as the user wrote it."""
        return self._overlay.raw(self._locate(pointer))

    def is_plain(self, pointer: Pointer) -> bool:
        """Whether a value is a scalar without quotes."""
        return self._overlay.is_plain(self._locate(pointer))

    def is_flow(self, pointer: Pointer) -> bool:
        """Whether a value stands in brackets."""
        return self._overlay.is_flow(self._locate(pointer))

    def _locate(self, pointer: Pointer) -> Pointer:
        node = self._tree
        for i, step in enumerate(pointer):
            place = node.place_of(step)
            child = node.child(step) if isinstance(step, str) else node.at(step)
            if child is None:
                return self._own(place.child(*pointer[i + 1 :]))
            node = child
        return self._own(node.place)

    def _own(self, place: Place) -> Pointer:
        return place.pointer if place.file == self._overlay.source.path and place.pointer else ("changes",)


def _plain(value: Any) -> Any:
    if type(value) is Assembled:
        return _plain(value.data)
    if type(value) is dict:
        return {key: _plain(entry) for key, entry in value.items()}
    return [_plain(entry) for entry in value] if type(value) is list else value
