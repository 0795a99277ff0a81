"""What else must change with a change: who extends, who uses, who names the thing."""

from collections.abc import Iterator
from typing import Any

from tests.diffing.mutating.places import ENTRIES, Files, Spot, language_of

OVERLAYS = {"buy-again": "buy-again.journey.yaml", "buy-online": "buy-online.journey.yaml"}
"""The journeys that extend the journey `buy`, with their files."""
OWN = frozenset({"id", "extends", "aliases", "moved", "deprecated", "state", "status", "reviewed", "title"})
"""What an overlay of the base workspace does not take over from the journey that it extends."""
SET = frozenset({("look", "title"), ("look", "emotion"), ("no-prices", "severity"), ("price-tags", "status")})
"""The fields of items that the overlay `buy-online` sets itself."""
REMOVED = frozenset({"long-queue"})
"""The items that the overlay `buy-online` takes out."""
SHARED = frozenset(
    {"summary", "channel", "owner", "systems", "policies", "sources", "events", "kpis", "blueprint"}
)
"""What a touchpoint has from the shared one that it uses, where it does not say otherwise."""
SILENT = frozenset({"aliases", "moved", "changes", "deprecated", "links", "images", "fields", "id"})
"""Properties that use nothing."""
FELT_BY_ALL = ("emotion-scale-changed", "opportunity-score-changed")


def find_affected(id: str, spot: Spot, files: Files) -> set[str]:
    """Return the paths of all that changes with a fact about the property at a place."""
    language = language_of(spot.file)
    journeys = [data["id"] for file, data in files.items() if language_of(file) == "journey"]
    if language == "workspace":
        return {f"journey:{each}" for each in journeys} if id in FELT_BY_ALL else set()
    if spot.file == "buy.journey.yaml":
        return {
            f"journey:{each}"
            for each in OVERLAYS
            if OVERLAYS[each] in files and _takes_over(each, spot, files)
        }
    if language == "journey":
        return set()
    if language == "persona":
        return {f"journey:{each}" for each in _users_of("persona", files[spot.file]["id"], files)}
    return set(_affected_by_entry(spot, files))


def _takes_over(overlay: str, spot: Spot, files: Files) -> bool:
    steps: Any = files[spot.file]
    inside = [(steps, (*spot.owner, spot.key)[0])]
    for place, step in enumerate(spot.owner):
        steps = steps[step]
        key = (*spot.owner, spot.key)[place + 1]
        if isinstance(steps, dict):
            inside.append((steps, key))
    if inside[0][1] in OWN:
        return False
    if overlay == "buy-again":
        return True
    named = [(item.get("id"), key) for item, key in inside[1:]]
    return not any(pair in SET or pair[0] in REMOVED for pair in named)


def _affected_by_entry(spot: Spot, files: Files) -> Iterator[str]:
    if len(spot.owner) < 2:
        return
    kind, entry = ENTRIES[str(spot.owner[0])], files[spot.file][spot.owner[0]][spot.owner[1]]
    yield from (f"journey:{each}" for each in _users_of(kind, entry["id"], files))
    key = (*spot.owner, spot.key)[2]
    if kind != "shared-touchpoint" or key not in SHARED:
        return
    for journey, data in _journeys(files):
        if journey in OVERLAYS:
            continue  # it has the touchpoint from its base, with all that this passes on
        for stage in data["stages"]:
            for touchpoint in stage.get("touchpoints", []):
                if touchpoint.get("uses") == entry["id"] and key not in touchpoint:
                    yield f"journey:{journey}/stage:{stage['id']}/touchpoint:{touchpoint['id']}"


def _journeys(files: Files) -> Iterator[tuple[str, Any]]:
    """Yield every journey by its id; an overlay holds what its base holds, as far as users go."""
    for file, data in files.items():
        if language_of(file) == "journey":
            yield data["id"], files["buy.journey.yaml"] if "extends" in data else data


def _users_of(kind: str, id: str, files: Files) -> Iterator[str]:
    for journey, data in _journeys(files):
        desks = {desk["id"]: desk for desk in files["shared.library.yaml"]["touchpoints"]}
        shared: list[Any] = []
        for stage in data["stages"]:
            for touchpoint in stage.get("touchpoints", []):
                desk = desks.get(touchpoint.get("uses"), {})
                shared += [each for key, each in desk.items() if key in SHARED and key not in touchpoint]
                shared += [
                    {key: each} for key, each in desk.items() if key in SHARED and key not in touchpoint
                ]
        named = {text for each in (data, shared) for text in _names_in(each)}
        if id in named:
            yield journey
    del kind


def _names_in(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, each in data.items():
            yield key
            if key not in SILENT:
                yield from _names_in(each)
    elif isinstance(data, list):
        for each in data:
            yield from _names_in(each)
    elif isinstance(data, str):
        yield data


__all__ = ["find_affected"]
