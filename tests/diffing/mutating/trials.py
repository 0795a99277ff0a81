"""Trials: a workspace before and after one property changed, and the one fact that must tell it."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache, lru_cache
from itertools import permutations
from typing import Any, NamedTuple

from journeymap.building import Memory
from journeymap.compiling import Compilation, compile_files
from journeymap.diffing import Fact, compare_portfolios
from journeymap.syntax import Limits, read_document
from tests.diffing.mutating.places import (
    Files,
    Spot,
    Subject,
    find_spots,
    id_of,
    name_subject,
    prepare,
    reach,
)
from tests.diffing.mutating.recipes import Around, Recipe, Told
from tests.diffing.mutating.schemas import HERE
from tests.diffing.mutating.table import Rename, Up, find_mutation

FACTS = ("summary", "channel", "owner", "systems", "policies", "sources", "events", "kpis", "blueprint")
"""What a touchpoint has from the shared one that it uses, unless it says otherwise itself."""


class Face(NamedTuple):
    """What is compared of a fact: all but where it is written and what judges need."""

    id: str
    kind: str
    path: str
    about: str
    before: Any
    after: Any


class Trial(NamedTuple):
    """Two sides, what must be told of them in either direction, and where the change was made."""

    before: Files
    after: Files
    forward: tuple[Face, ...]
    backward: tuple[Face, ...]
    spot: Spot
    path: str


@cache
def read_base() -> Files:
    """Return the files of the base workspace as plain data."""
    found = {}
    for path in sorted((HERE / "workspace").glob("*.yaml")):
        found[path.name] = read_document(path.name, path.read_bytes(), Limits()).data
    return found


@cache
def _remember() -> Memory:
    memory = Memory()
    compile_files(_write(read_base()), memory=memory)
    return memory


def _write(files: Files) -> list[tuple[str, bytes]]:
    """Return files as bytes: what JSON says, YAML says too."""
    return [(name, json.dumps(data).encode()) for name, data in sorted(files.items())]


def compile_data(files: Files) -> Compilation:
    """Return plain data as compiled by way of text; files of the base that did not change are read once."""
    return _compile(tuple(_write(files)))


@lru_cache(maxsize=32)
def _compile(files: tuple[tuple[str, bytes], ...]) -> Compilation:
    memory = Memory()
    memory.opened = dict(_remember().opened)
    return compile_files(files, memory=memory)


def face_of(fact: Fact) -> Face:
    """Return what is compared of a fact."""
    return Face(fact.id, fact.entity.kind, fact.entity.path, fact.about, fact.before, fact.after)


def place_of_property(path: str) -> tuple[str, Recipe | Rename] | None:
    """Return the property that has to be written for another to change, with the way to change it."""
    row = find_mutation(path)
    while isinstance(row, Up):
        for _ in range(row.names):
            path = path.rpartition(".")[0]
        path = path.removesuffix("[]")
        row = find_mutation(path)
    return (path, row) if isinstance(row, Recipe | Rename) else None


@cache
def spots_of(path: str) -> tuple[Spot, ...]:
    """Return the places of a property in the base."""
    return tuple(spot for spot in find_spots(read_base(), path) if not _is_inherited(spot))


def _is_inherited(spot: Spot) -> bool:
    """Say whether an overlay has a property from its base where it does not say otherwise."""
    data = read_base()[spot.file]
    own = ("title", "state", "status", "extends", "aliases", "deprecated", "moved", "reviewed", "id")
    if spot.key == "extends":
        return "changes" not in data
    return "extends" in data and (spot.owner or (spot.key,))[0] not in own


def find_trials(path: str, spot: Spot, files: Files) -> Iterator[Trial]:
    """Yield every trial of a property at a place, the files as they are otherwise."""
    found = place_of_property(path)
    if found is None:
        return
    files = prepare(files, spot)
    owner = reach(files[spot.file], spot.owner)
    around = Around(spot, owner, files)
    if isinstance(found[1], Rename):
        yield from _rename(spot, files, found[1])
        return
    options = list(found[1].options(spot.hold(files), around))
    for old, new in permutations(options, 2):
        trial = _try(found[1], old, new, around)
        if trial is not None:
            yield trial


def _try(recipe: Recipe, old: Any, new: Any, around: Around) -> Trial | None:
    spot, files = around.spot, around.files
    before, after = ({**files, spot.file: deepcopy(files[spot.file])} for _ in range(2))
    spot.put(before, old)
    spot.put(after, new)
    one, other = (_find_value(each, around) for each in (old, new))
    there = recipe.tell(one, other, around._replace(files=before))
    back = recipe.tell(other, one, around._replace(files=after))
    if there is None or back is None:
        return None
    forward = tuple(_face(told, spot, after) for told in there)
    backward = tuple(_face(told, spot, before) for told in back)
    return Trial(before, after, forward, backward, spot, "")


def _find_value(written: Any, around: Around) -> Any:
    """Return what holds where nothing is written: what a shared touchpoint or the journey around says."""
    spot, owner = around.spot, around.owner
    if written is None and owner.get("uses") and spot.key in FACTS and "touchpoints" in spot.owner:
        desks = around.files["shared.library.yaml"]["touchpoints"]
        return next(desk for desk in desks if desk["id"] == owner["uses"]).get(spot.key)
    if written is None and spot.key == "lang" and spot.owner[:1] == ("personas",):
        return around.files[spot.file].get("lang")
    return written


def _face(told: Told, spot: Spot, files: Files) -> Face:
    subject = name_subject(spot.file, files[spot.file], spot.owner)
    if told.kind:
        return Face(told.id, told.kind, subject.path + told.below, told.about, told.before, told.after)
    about = ": ".join(filter(None, (subject.who, told.about)))
    return Face(told.id, subject.kind, subject.path, about, told.before, told.after)


def _rename(spot: Spot, files: Files, rename: Rename) -> Iterator[Trial]:
    owner = reach(files[spot.file], spot.owner)
    subject = name_subject(spot.file, files[spot.file], spot.owner)
    new = "quite-another-id"
    if "id" in owner and subject.kind not in ("term", "lane", "view"):
        old = owner["id"]
        before, after = (deepcopy(files) for _ in range(2))
        after = {file: _follow(data, old, new) for file, data in after.items()}
        renamed = reach(after[spot.file], spot.owner)
        renamed["id"], renamed["aliases"] = new, [*renamed.get("aliases", []), old]
        forward = Face(f"{subject.kind}-renamed", subject.kind, _path(spot, after), "", old, new)
        backward = Face(f"{subject.kind}-id-changed", subject.kind, subject.path, "", new, old)
        yield Trial(before, after, (forward,), (backward,), spot, "")
    if rename.optional and "id" not in owner:
        after = deepcopy(files)
        reach(after[spot.file], spot.owner)["id"] = new
        forward = Face("id-added", subject.kind, _path(spot, after), "", None, new)
        backward = Face("id-removed", subject.kind, subject.path, subject.who, new, None)
        yield Trial(files, after, (forward,), (backward,), spot, "")
        yield Trial(after, files, (backward,), (forward,), spot, "")


def _path(spot: Spot, files: Files) -> str:
    return name_subject(spot.file, files[spot.file], spot.owner).path


def _follow(data: Any, old: str, new: str) -> Any:
    """Return data in which all that referred to one id refers to another."""
    if isinstance(data, str):
        parts = data.replace("#", "\0#\0").replace("/", "\0/\0").split("\0")
        is_address = all(part in ("#", "/") or part.replace("-", "").isalnum() for part in parts)
        return "".join(new if part == old else part for part in parts) if is_address else data
    if isinstance(data, dict):
        return {
            _follow(key, old, new): each if key == "aliases" else _follow(each, old, new)
            for key, each in data.items()
        }
    return [_follow(each, old, new) for each in data] if isinstance(data, list) else data


def find_fault(trial: Trial) -> str:
    """Return what is wrong with what a trial gives, in words; nothing where all is told and no more."""
    sides = [compile_data(side) for side in (trial.before, trial.after)]
    if any(side.has_errors for side in sides):
        return "invalid"
    portfolios = sides[0].portfolio, sides[1].portfolio
    there = tuple(map(face_of, compare_portfolios(*portfolios)))
    back = tuple(map(face_of, compare_portfolios(*reversed(portfolios))))
    lines = []
    for word, told, expected in (("forward", there, trial.forward), ("backward", back, trial.backward)):
        if told != expected:
            lines += [f"{word} {trial.spot}", f"  expected {expected}", f"  told     {told}"]
    return "\n".join(lines)


__all__ = [
    "Mapping",
    "Subject",
    "Trial",
    "find_fault",
    "find_trials",
    "id_of",
    "place_of_property",
    "spots_of",
]
