"""Where a property stands in the files of a workspace, and what diagnostics call the thing that has it."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, NamedTuple, TypeAlias

Files: TypeAlias = dict[str, Any]
Pointer: TypeAlias = tuple[str | int, ...]

KINDS = {
    "stages": "stage",
    "touchpoints": "touchpoint",
    "pains": "pain",
    "gains": "gain",
    "kpis": "kpi",
    "actions": "action",
    "opportunities": "opportunity",
    "exits": "exit",
    "insights": "insight",
    "evidence": "evidence",
    "feedback_loops": "feedback-loop",
    "personas": "persona",
    **dict.fromkeys(("physical_evidence", "frontstage", "backstage", "support"), "blueprint-item"),
}
ENTRIES = {
    "channels": "channel",
    "phases": "phase",
    "teams": "team",
    "systems": "system",
    "segments": "segment",
    "sources": "source",
    "metrics": "metric",
    "touchpoints": "shared-touchpoint",
    "terms": "term",
}
SETTINGS = {"lanes": "lane", "views": "view"}
LONG = {
    "pains": "text",
    "gains": "text",
    "actions": "text",
    "insights": "text",
    "feedback_loops": "text",
    "personalization": "text",
    "objective": "text",
    "opportunities": "title",
    "kpis": "metric",
    "links": "url",
    "images": "src",
    "image": "src",
    "next": "to",
    "columns": "field",
    "duration": "active",
    **dict.fromkeys(("physical_evidence", "frontstage", "backstage"), "text"),
}
"""Key → what a text alone stands for where a mapping could be written."""
SEEDS: Mapping[str, Any] = {
    "deprecated": {"since": "2026-01-05", "reason": "Old", "sunset": "2028-02-02"},
    "image": {"src": "pictures/seed.png", "alt": "A seed"},
    "images": [{"src": "pictures/seed.png", "alt": "A seed"}],
    "links": [{"url": "https://example.org/seed", "title": "Seed", "rel": "seed"}],
    "duration": {"active": "3m", "elapsed": "9m"},
    "blueprint": {"frontstage": ["Smiles"]},
    **{
        lane: [{"id": "seed-item", "text": "A seed"}]
        for lane in ("physical_evidence", "frontstage", "backstage", "support")
    },
    "emotion": {"score": 1, "feeling": "seeded"},
    "personalization": [{"text": "A seed", "segment": "newcomers"}],
    "objective": {"text": "A seed"},
    "kpis": [{"id": "seed-rate", "metric": "sales-rate", "target": 0.3, "baseline": 0.1}],
    "pains": [{"id": "seed-pain", "text": "A seed hurts", "severity": "medium"}],
    "gains": [{"id": "seed-gain", "text": "A seed helps"}],
    "next": [{"exit": "seed-exit"}],
    "where": {"state": "current"},
    "dsn": {"env": "SEED_DSN"},
    "dark": {"line": "#010203"},
    "spacing": {"unit": 8},
    "require_deprecation_days": {"published": 30},
}
"""What a property that is absent is first given, so that something inside it can change."""


class Spot(NamedTuple):
    """One place of a property: its file, the pointer of what has it, its key."""

    file: str
    owner: Pointer
    key: str

    def hold(self, files: Files) -> Any:
        """Return what is written there; nothing where nothing is."""
        return reach(files[self.file], self.owner).get(self.key)

    def put(self, files: Files, value: Any) -> None:
        """Write a value there; nothing takes the key out."""
        owner = reach(files[self.file], self.owner)
        if value is None:
            owner.pop(self.key, None)
        else:
            owner[self.key] = deepcopy(value)


def reach(data: Any, pointer: Pointer) -> Any:
    """Return what a pointer leads to."""
    for step in pointer:
        data = data[step]
    return data


def language_of(file: str) -> str:
    """Return the kind of a file by its name."""
    return "workspace" if file == "journeymap.yaml" else file.split(".")[-2]


def find_spots(files: Files, path: str) -> Iterator[Spot]:
    """Yield every place that a property has, or could have once ``prepare`` made the way to it."""
    language, *steps, key = path.split(".")
    for file in sorted(files):
        if language_of(file) == language:
            for owner in _descend(deepcopy(files[file]), steps, ()):
                yield Spot(file, owner, key)


def prepare(files: Files, spot: Spot) -> Files:
    """Return the files with all on the way to a place written at length, and seeded where it is absent."""
    found = dict(files)
    found[spot.file] = data = deepcopy(files[spot.file])
    for place, step in enumerate(spot.owner):
        if isinstance(step, str) and step not in data:
            data[step] = deepcopy(SEEDS[step])
        if isinstance(spot.owner[place + 1] if place + 1 < len(spot.owner) else None, int):
            data[step] = as_list(data[step])
        elif isinstance(step, int):
            data[step] = lengthen(str(spot.owner[place - 1]), data[step], spot.owner[: place - 1])
        elif isinstance(data[step], str | int | float):
            is_emotion = place > 0 and spot.owner[place - 1] == "by"
            data[step] = lengthen("emotion" if is_emotion else str(step), data[step], ())
        data = data[step]
    return found


def _descend(data: Any, steps: list[str], pointer: Pointer) -> Iterator[Pointer]:
    if not isinstance(data, dict):
        return
    if not steps:
        yield pointer
        return
    step, rest = steps[0], steps[1:]
    if step == "*":
        for key in sorted(data):
            if not isinstance(data[key], dict):
                data[key] = {"score" if isinstance(data[key], int | float) else "feeling": data[key]}
            yield from _descend(data[key], rest, (*pointer, key))
        return
    key = step.removesuffix("[]")
    if key not in data and key in SEEDS and not ("extends" in data and not pointer):
        data[key] = deepcopy(SEEDS[key])
    if key not in data:
        return
    if step.endswith("[]"):
        if not isinstance(data[key], list):
            data[key] = [data[key]]
        for place, item in enumerate(data[key]):
            data[key][place] = lengthen(key, item, pointer)
            yield from _descend(data[key][place], rest, (*pointer, key, place))
    else:
        data[key] = lengthen(key, data[key], pointer)
        if key == "emotion" and rest[:1] != ["by"] and "by" in data[key]:
            return
        if key == "emotion" and rest[:1] == ["by"] and "by" not in data[key]:
            return
        yield from _descend(data[key], rest, (*pointer, key))


def lengthen(key: str, item: Any, pointer: Pointer) -> Any:
    """Return an item written at length, where a text or a number may stand for it."""
    if isinstance(item, dict):
        return item
    if key == "emotion":
        return {"score" if isinstance(item, int | float) else "feeling": item}
    if key == "support" and item.islower() and " " not in item:
        return {"text": item, "system": item}
    if key == "kpis" and "opportunities" in pointer:
        return item
    return {LONG[key]: item} if key in LONG else item


def lengthen_all(data: Any, key: str = "", around: Pointer = ()) -> Any:
    """Return data in which everything that has a long form is written so."""
    if isinstance(data, list):
        listed = key in LONG or key == "support"
        found = [lengthen(key, each, around) if listed else each for each in data]
        return [lengthen_all(each, "", (*around, key)) for each in found]
    if isinstance(data, str | int | float) and key in ("emotion", "objective", "image", "duration", "next"):
        data = lengthen(key, data, around)
    if isinstance(data, dict):
        return {name: lengthen_all(each, name, (*around, key)) for name, each in data.items()}
    return data


class Subject(NamedTuple):
    """What a fact is about: the kind of the thing, its path, and what tells it from its like."""

    kind: str
    path: str
    who: str = ""


def name_subject(file: str, data: Any, pointer: Pointer) -> Subject:
    """Return what diagnostics call the thing that a pointer leads to, or the nearest that has a name."""
    language = language_of(file)
    if language == "workspace":
        found, kinds = Subject("workspace", "workspace"), SETTINGS
    elif language == "library":
        found, kinds = Subject("library", "library"), ENTRIES
    else:
        found, kinds = Subject(language, f"{language}:{data['id']}"), KINDS
    place = 0
    while place < len(pointer):
        key = pointer[place]
        data = data[key]
        if isinstance(data, list) and place + 1 < len(pointer):
            place += 1
            data = reach(data, (pointer[place],))
            found = _step_into(found, str(key), data, kinds)
            kinds = KINDS
        elif key == "by":
            place += 1
            data = data[pointer[place]]
            found = found._replace(who=str(pointer[place]))
        place += 1
    return found


def _step_into(found: Subject, key: str, item: Any, kinds: Mapping[str, str]) -> Subject:
    if key in ("links", "images", "columns"):
        name = item if isinstance(item, str) else item[{"links": "url", "images": "src"}.get(key, "field")]
        return found._replace(who=": ".join(filter(None, (found.who, name))))
    if key == "next":
        return found._replace(who=name_way(item))
    if key == "personalization":
        audience = " ".join(filter(None, (item.get("segment"), item.get("persona"))))
        return found._replace(who=audience or item["text"])
    if key not in kinds:
        return found
    kind = kinds[key]
    id = id_of(item, kind)
    if not id:
        lane = f"{key.replace('_', ' ')}: " if kind == "blueprint-item" else ""
        return Subject(kind, found.path, lane + words_of(item))
    return Subject(kind, f"{found.path}/{kind}:{id}")


def id_of(item: Any, kind: str) -> str:
    """Return the id of an item; a KPI without one has that of its metric."""
    if isinstance(item, str):
        return item if kind == "kpi" else ""
    return str(item.get("id") or (item["metric"] if kind == "kpi" else ""))


def words_of(item: Any) -> str:
    """Return the words by which an item is known."""
    if isinstance(item, str):
        return item
    return str(next(item[key] for key in ("title", "text", "source", "metric", "id") if key in item))


def name_way(way: Any) -> str:
    """Return where a way on leads."""
    if isinstance(way, str):
        return way
    return str(
        next(f"{key}:{way[key]}" for key in ("exit", "journey") if key in way)
        if "to" not in way
        else way["to"]
    )


def as_list(value: Any) -> list[Any]:
    """Return a value as a list: nothing as none, one thing as one."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]
