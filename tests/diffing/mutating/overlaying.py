"""Trials of overlays: each kind of step that changes, and each field that a step can set."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from tests.diffing.mutating.places import Files, Spot, id_of, reach
from tests.diffing.mutating.trials import Face, Trial, find_trials, place_of_property, read_base, spots_of

ONLINE = "journey:buy-online"


class Step(NamedTuple):
    """A step of an overlay with the facts that it must give, and those of taking it back."""

    change: dict[str, Any]
    forward: Face
    backward: Face


def _item(kind: str, path: str, title: str, change: dict[str, Any]) -> Step:
    forward = Face(f"{kind}-added", kind, f"{ONLINE}/{path}", "", None, title)
    backward = Face(f"{kind}-removed", kind, f"{ONLINE}/{path}", "", title, None)
    return Step(change, forward, backward)


def _gone(kind: str, path: str, title: str, change: dict[str, Any]) -> Step:
    added = _item(kind, path, title, change)
    return Step(change, added.backward, added.forward)


_MOVED = Face(
    *("touchpoint-moved", "touchpoint", f"{ONLINE}/stage:arrive/touchpoint:pack", ""), "Purchase", "Arriving"
)
_REORDERED = Face("stage-reordered", "stage", f"{ONLINE}/stage:wait-home", "", 3, 1)

STEPS: tuple[Step, ...] = (
    _item(
        *("stage", "stage:new-stage", "New stage"),
        {"add": "stage", "before": "arrive", "item": {"id": "new-stage", "title": "New stage"}},
    ),
    _item(
        *("touchpoint", "stage:purchase/touchpoint:new-touch", "New touch"),
        {
            "add": "touchpoint",
            "to": "purchase",
            "after": "pack",
            "item": {"id": "new-touch", "title": "New touch"},
        },
    ),
    _item(
        *("pain", "stage:purchase/touchpoint:pack/pain:new-pain", "New pain"),
        {"add": "pain", "to": "pack", "item": {"id": "new-pain", "text": "New pain"}},
    ),
    _item(
        *("gain", "stage:purchase/touchpoint:pack/gain:new-gain", "New gain"),
        {"add": "gain", "to": "pack", "item": {"id": "new-gain", "text": "New gain"}},
    ),
    _item(
        *("kpi", "stage:purchase/touchpoint:pack/kpi:new-kpi", "gladness"),
        {"add": "kpi", "to": "pack", "item": {"id": "new-kpi", "metric": "gladness"}},
    ),
    *(
        _item(kind, f"{kind}:new-{kind}", "New", {"add": kind, "item": {"id": f"new-{kind}", word: "New"}})
        for kind, word in (
            *(("exit", "title"), ("opportunity", "title"), ("insight", "text"), ("evidence", "title")),
            ("feedback-loop", "text"),
        )
    ),
    _item(
        *("action", "opportunity:more-light/action:new-action", "New action"),
        {"add": "action", "to": "more-light", "item": {"id": "new-action", "text": "New action"}},
    ),
    _gone("gain", "stage:arrive/touchpoint:look/gain:good-smell", "It smells good", {"remove": "good-smell"}),
    _gone("exit", "exit:idle-exit", "Idle exit", {"remove": "idle-exit"}),
    _gone(
        *("pain", "stage:purchase/touchpoint:pay/pain:slow-page", "The page is slow"),
        {"remove": "slow-page", "resolved_by": "more-light"},
    ),
    _gone(*("kpi", "stage:purchase/touchpoint:pack/kpi:pack-joy", "gladness"), {"remove": "pack/pack-joy"}),
    Step(
        {"move": "pack", "to": "arrive", "before": "ask"},
        _MOVED,
        Face(
            *("touchpoint-moved", "touchpoint", f"{ONLINE}/stage:purchase/touchpoint:pack", ""),
            *("Arriving", "Purchase"),
        ),
    ),
    Step(
        {"move": "wait-home", "before": "arrive"},
        _REORDERED,
        _REORDERED._replace(before=1, after=3),
    ),
)
"""A literal list: one step of each verb for each kind of item, with what it is called in the catalogue."""


def owners_of(field: str, listed: list[str]) -> Iterator[str]:
    """Yield the properties of items that a step sets by the name of a field."""
    items = (
        *("stages[]", "touchpoints[]", "pains[]", "gains[]", "kpis[]", "exits[]", "opportunities[]"),
        *("actions[]", "insights[]", "evidence[]", "feedback_loops[]"),
    )
    for path in listed:
        owner, _, key = path.rpartition(".")
        if key == field and owner.startswith("journey.") and owner.rpartition(".")[2] in items:
            yield path


def find_set_trials(field: str, listed: list[str]) -> Iterator[Trial]:
    """Yield trials of a field that a step of the overlay sets: what it tells of an item, it tells there."""
    base = read_base()
    for path in owners_of(field, listed):
        found = place_of_property(path)
        for spot in spots_of(found[0]) if found else ():
            address = _address_of(spot, base)
            if spot.file == "buy.journey.yaml" and address:
                yield from (_as_step(trial, address) for trial in find_trials(path, spot, base))


def _address_of(spot: Spot, files: Files) -> str:
    """Return what a step calls an item; nothing for what it cannot call, or what it finds elsewhere."""
    data = files[spot.file]
    try:
        item = reach(data, spot.owner)
    except (KeyError, TypeError):
        return ""
    around = _ids_around(data, spot)
    if not isinstance(item, dict) or "wander" in around or "long-queue" in around:
        return ""
    if spot.owner[-2:-1] != ("kpis",):
        return id_of(item, "")
    owner = reach(data, spot.owner[:-2]).get("id", "")
    return f"{owner}/{id_of(item, 'kpi')}" if len(spot.owner) > 2 and owner else ""


def _ids_around(data: Any, spot: Spot) -> list[str]:
    found = []
    for step in spot.owner:
        data = data[step]
        if isinstance(data, dict):
            found.append(data.get("id", ""))
    return found


def _as_step(trial: Trial, address: str) -> Trial:
    """Return a trial made through a step of the overlay, and not in the journey itself."""
    sides = []
    for side in (trial.before, trial.after):
        files = deepcopy(read_base())
        step = {"set": address, "fields": {trial.spot.key: trial.spot.hold(side)}}
        files["buy-online.journey.yaml"]["changes"].append(step)
        sides.append(files)
    faces = [
        tuple(face._replace(path=face.path.replace("journey:buy", ONLINE, 1)) for face in told)
        for told in (trial.forward, trial.backward)
    ]
    return trial._replace(before=sides[0], after=sides[1], forward=faces[0], backward=faces[1])


def apply_step(step: Step) -> tuple[Files, Files]:
    """Return the base, and the base with one step more in its overlay."""
    files = deepcopy(read_base())
    files["buy-online.journey.yaml"]["changes"].append(step.change)
    return read_base(), files


__all__ = ["STEPS", "Step", "apply_step", "find_set_trials", "owners_of"]
