"""Small values about the ways through a journey: from touchpoint to touchpoint, and to its ends."""

from typing import NamedTuple

from journeymap.site.pieces import Link, Mood, Person


class Step(NamedTuple):
    """A way on from a touchpoint."""

    source: Link
    target: Link
    when: str
    share: str
    kind: str


class EndRow(NamedTuple):
    """A way out of the journey; ``x`` and ``width`` are its place in a bar of 100, ``kind`` its sign.

    ``id`` is set where the row is what an exit's id leads to; ``share`` is empty where nobody knows it.
    """

    id: str
    title: Link
    kind: str
    word: str
    share: str
    x: str
    width: str
    taken_at: tuple[Link, ...]


class PathView(NamedTuple):
    """A path from the start to an end in words; ``kind`` is the sign of its end."""

    title: str
    mood: Mood | None
    share: str
    steps: tuple[Link, ...]
    end: Link
    kind: str


class PersonaWalk(NamedTuple):
    """What the paths come to for one persona."""

    person: Person
    completion: str
    mood: Mood | None


class WalkView(NamedTuple):
    """Where the paths of a journey lead; ``known`` when the share of every end is.

    ``feeling`` is the mean score of all moments, each counted as often as it is lived through.
    """

    ends: tuple[EndRow, ...]
    known: bool
    paths: tuple[PathView, ...]
    feeling: str
    personas: tuple[PersonaWalk, ...]
