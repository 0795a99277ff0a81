"""What the views of a workspace ask for and nobody has: fields of tables, lanes of maps."""

from collections.abc import Iterator

from journeymap.building.faults import UNKNOWN_FIELD, UNKNOWN_LANE
from journeymap.model import Portfolio, View, Workspace
from journeymap.model.lanes import every_lane_word, lane_named, lane_words
from journeymap.problems import Problem, Repair, Spot, Step
from journeymap.source import Place
from journeymap.suggesting import closest


def judge_views(portfolio: Portfolio) -> Iterator[Problem]:
    """Yield a problem for each field and each lane that a view asks for and that is not there."""
    for view in portfolio.workspace.views:
        yield from _judge_lanes(view, portfolio.workspace)
        asked = [
            (column.field, view.at.child("columns", i, "field")) for i, column in enumerate(view.columns)
        ]
        has = view.where.get("has", ())
        asked += [(field, view.at.child("where", "has", i)) for i, field in enumerate(has)]
        if asked:  # a workspace without table views need not load all readers
            from journeymap.model.fields import find_field, known_fields
        for field, place in asked:
            if find_field(portfolio, view.rows, field) is None:
                known = known_fields(portfolio, view.rows)
                near = closest(field, known) or _find_around(field, known)
                yield Problem(
                    UNKNOWN_FIELD,
                    f"{view.rows} have no field `{field}`",
                    (Spot(place, "no such field"),),
                    (f"did you mean `{near}`?" if near else f"there are {_list_own(known)}",),
                    args=(view.id, field),
                    repairs=_rename_field(place, near) if near else (),
                )


def _find_around(field: str, known: tuple[str, ...]) -> str | None:
    """Return the field of that name that something around a row has, such as ``touchpoint.channel``."""
    return next((each for each in known if each.endswith(f".{field}")), None)


def _list_own(known: tuple[str, ...]) -> str:
    """Return the fields that a row has of its own, and of what around it there are more."""
    own = [f"`{path}`" for path in known if "." not in path]
    around = dict.fromkeys(f"`{path.partition('.')[0]}.…`" for path in known if "." in path)
    return ", ".join((*own, *around))


def _judge_lanes(view: View, workspace: Workspace) -> Iterator[Problem]:
    for index, word in enumerate(view.lanes):
        if lane_named(workspace, word):
            continue
        near = closest(word, every_lane_word(workspace))
        known = ", ".join(f"`{each}`" for each in lane_words(workspace))
        place = view.at.child("lanes", index)
        repair = Repair(f"replace with `{near}`", (Step("set", place, near),), safe=False)
        yield Problem(
            UNKNOWN_LANE,
            f"maps have no lane `{word}`",
            (Spot(place, "no such lane"),),
            (f"did you mean `{near}`?" if near else f"there are {known}",),
            args=(view.id, word),
            repairs=(repair,) if near else (),
        )


def _rename_field(place: Place, near: str) -> tuple[Repair, ...]:
    """Return the repair of a field's name; a column that is nothing but its name is itself replaced."""
    column = Place(place.file, place.pointer[:-1])
    return tuple(
        Repair(f"replace with `{near}`", (Step("set", at, near),), safe=False) for at in (place, column)
    )
