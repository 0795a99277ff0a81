"""What the language calls an error although every id resolves: shares, scores, fields, circles."""

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from journeymap.building.faults import (
    BRANCH_WITHOUT_SHARE,
    CIRCULAR_EXPANSION,
    IMPOSSIBLE_SCALE,
    MISTYPED_FIELD,
    SCORE_OUTSIDE_SCALE,
    SHARES_OVER_ONE,
)
from journeymap.model import (
    Emotion,
    EmotionScale,
    Journey,
    Lane,
    Stage,
    Touchpoint,
    Workspace,
)
from journeymap.problems import Problem, Repair, Spot, Step
from journeymap.source import Place
from journeymap.syntax.scalars import Refused, resolve_number

_TOLERANCE: Final = 1e-9
"""How far sums of written decimals may be from what they say."""


def judge_scale(workspace: Workspace) -> Iterator[Problem]:
    """Yield a problem when the emotion scale does not run upwards through its neutral score."""
    scale = workspace.emotion_scale
    if not _is_possible(scale):
        yield Problem(
            IMPOSSIBLE_SCALE,
            f"the emotion scale runs from {_number(scale.min)} through {_number(scale.neutral)} "
            f"to {_number(scale.max)}",
            (Spot(workspace.at.child("emotion_scale"), "not in rising order", on_key=True),),
            ("`min` must be below `max`, and `neutral` between the two",),
            repairs=_turn_around(workspace.at.child("emotion_scale"), scale),
        )


def _turn_around(place: Place, scale: EmotionScale) -> tuple[Repair, ...]:
    """Return the repair of a scale whose ends were written in each other's place."""
    if not _is_possible(scale._replace(min=scale.max, max=scale.min)):
        return ()
    steps = (Step("set", place.child("min"), scale.max), Step("set", place.child("max"), scale.min))
    return (Repair("exchange `min` and `max`", steps, safe=False),)


def judge_journey(journey: Journey, workspace: Workspace) -> Iterator[Problem]:
    """Yield what is wrong with the custom fields and the shares of one journey."""
    lanes = {lane.id: lane for lane in workspace.lanes}
    yield from _judge_fields(journey, lanes)
    for stage in journey.stages:
        yield from _judge_fields(stage, lanes)
        for touchpoint in stage.touchpoints:
            yield from _judge_fields(touchpoint, lanes)
            yield from _judge_shares(touchpoint)


def judge_scores(journey: Journey, scale: EmotionScale) -> Iterator[Problem]:
    """Yield a problem for each score of a journey that is not on the scale."""
    for stage in journey.stages:
        yield from _judge_scores(stage.emotions, scale)
        for touchpoint in stage.touchpoints:
            yield from _judge_scores(touchpoint.emotions, scale)


def _is_possible(scale: EmotionScale) -> bool:
    return scale.min < scale.max and scale.min <= scale.neutral <= scale.max


def _judge_shares(touchpoint: Touchpoint) -> Iterator[Problem]:
    branches = touchpoint.next or ()
    shared = [branch for branch in branches if branch.share is not None]
    without = [branch for branch in branches if branch.share is None]
    if shared and len(without) > 1:
        yield Problem(
            BRANCH_WITHOUT_SHARE,
            f"{len(without)} branches of `{touchpoint.id}` leave their share out, beside others with one",
            (
                Spot(without[1].at, "a second branch without a share"),
                Spot(without[0].at, "the first one, which takes the rest"),
                *(Spot(branch.at, "no share either") for branch in without[2:]),
            ),
            ("look the numbers up, and give each branch a share from 0 to 1; one without takes the rest",),
            args=(touchpoint.id,),
        )
    total = math.fsum(branch.share or 0 for branch in shared)
    if total > 1 + _TOLERANCE:
        largest = max(shared, key=lambda branch: branch.share or 0)
        yield Problem(
            SHARES_OVER_ONE,
            f"the shares of `{touchpoint.id}` add up to {_number(total)}, which is more than 1",
            (
                Spot(largest.at.child("share"), "the largest share"),
                *(
                    Spot(branch.at.child("share"), "and this one")
                    for branch in shared
                    if branch is not largest
                ),
            ),
            (
                "look the numbers up, and correct the shares until they add up to 1 (0.7 is 70 percent)",
                "or leave one share out: that branch takes the rest",
            ),
            args=(touchpoint.id,),
        )


def _judge_scores(emotions: Iterable[Emotion], scale: EmotionScale) -> Iterator[Problem]:
    for emotion in emotions if _is_possible(scale) else ():
        if emotion.score is not None and not scale.min <= emotion.score <= scale.max:
            yield Problem(
                SCORE_OUTSIDE_SCALE,
                f"score {_number(emotion.score)} is outside the emotion scale, "
                f"which runs from {_number(scale.min)} to {_number(scale.max)}",
                (Spot(emotion.at.child("score"), "not on the scale"),),
                ("a workspace may declare another scale under `emotion_scale` in `journeymap.yaml`",),
                args=(_number(emotion.score),),
            )


def _judge_fields(owner: Journey | Stage | Touchpoint, lanes: Mapping[str, Lane]) -> Iterator[Problem]:
    for name, value in owner.fields.items():
        lane = lanes.get(name)
        if lane is not None and not _is_of(lane.type, value):
            yield Problem(
                MISTYPED_FIELD,
                f"`{name}` is not {_TYPES[lane.type]}",
                (
                    Spot(owner.at.child("fields", name), f"{_TYPES[lane.type]} is expected"),
                    Spot(lane.at.child("type"), "declared here"),
                ),
                (f"write {_TYPES[lane.type]}, or correct the `type:` of the lane",),
                args=(name,),
                repairs=_retype(owner.at.child("fields", name), lane.type, value),
            )


_TYPES: Final = {
    "text": "a text",
    "number": "a number",
    "list": "a list",
    "boolean": "true or false",
    "url": "an address",
}


def _retype(place: Place, type_: str, value: Any) -> tuple[Repair, ...]:
    """Return the repair that writes a value in another type, where it is plain which one is meant."""
    new: Any = None
    if type_ == "list" and not isinstance(value, (list, dict)):
        new = [value]
    elif type_ == "text" and isinstance(value, (int, float)) and not isinstance(value, bool):
        new = f"{value}"
    elif type_ == "number" and isinstance(value, str):
        number = resolve_number(value.strip())
        new = None if isinstance(number, (str, Refused)) else number
    elif type_ == "boolean" and isinstance(value, str):
        new = {"yes": True, "true": True, "no": False, "false": False}.get(value.casefold())
    if new is None:
        return ()
    shown = {True: "true", False: "false"}[new] if isinstance(new, bool) else new
    title = (
        "put it in quotes"
        if type_ == "text"
        else "make it a list"
        if type_ == "list"
        else f"replace with `{shown}`"
    )
    return (Repair(title, (Step("set", place, new),), safe=False),)


def _is_of(type_: str, value: Any) -> bool:
    match type_:
        case "number":
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        case "boolean":
            return isinstance(value, bool)
        case "list":
            return isinstance(value, list)
        case _:
            return isinstance(value, str)


def find_circles(edges: Iterable[tuple[str, str, Place]]) -> Iterator[Problem]:
    """Yield a problem for each circle of journeys that expand into one another.

    An edge is the id of a journey, the id of one that it expands into, and where it says so.
    """
    ways: dict[str, dict[str, Place]] = {}
    for journey, target, place in edges:
        ways.setdefault(journey, {}).setdefault(target, place)
    done: set[str] = set()
    for start in sorted(ways):
        path: list[str] = []
        pending = [(start, iter(sorted(ways[start])))] if start not in done else []
        while pending:
            journey, targets = pending[-1]
            if len(path) < len(pending):
                path.append(journey)
            target = next(targets, "")
            if not target:
                done.add(path.pop())
                pending.pop()
            elif target in path:
                yield _report_circle(path[path.index(target) :], ways)
            elif target in ways and target not in done:
                pending.append((target, iter(sorted(ways[target]))))


def _report_circle(circle: list[str], ways: Mapping[str, Mapping[str, Place]]) -> Problem:
    steps = [(journey, circle[(i + 1) % len(circle)]) for i, journey in enumerate(circle)]
    first, *others = steps
    through = " → ".join(f"`{journey}`" for journey in (*circle, circle[0]))
    return Problem(
        CIRCULAR_EXPANSION,
        f"journey `{circle[0]}` expands into itself",
        (
            Spot(ways[first[0]][first[1]], "the circle begins here" if others else "it names itself here"),
            *(Spot(ways[journey][target], f"then on to `{target}`") for journey, target in others),
        ),
        ("take out the `expand:` that leads from the detail back to its whole",),
        notes=(f"the circle is {through}",) if others else (),
        args=tuple(circle),
    )


def _number(value: float) -> str:
    return f"{value:.10g}"
