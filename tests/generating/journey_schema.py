"""The schema of compiled journeys, from the named tuples that the document is made of.

Types come from the annotations. What a field means is told where it is declared: in the text below it, in the
JSON Schemas of the language, or here for what only the model has.
"""

import ast
import inspect
import json
import re
import types
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, Literal, NamedTuple, Union, cast, get_args, get_origin, get_type_hints

from journeymap.rendering.exchange import document
from journeymap.rendering.exchange.document import FORMAT_VERSION, Document
from journeymap.resources import schema_path
from journeymap.source import Place

NEVER_EMPTY = (bool, int, float)

COMMON = {
    "id": "Its id, if it has one.",
    "persona": "The id of the persona it holds for; left out when it holds for everyone.",
    "visibility": "Who may see it, where it says so itself.",
}
"""What a field means wherever it stands, unless something nearer says more."""

SAYINGS: Mapping[str, Mapping[str, str]] = {
    "Coverage": {
        "known": "How many claims are more than assumed.",
        "total": "How many claims there are.",
    },
    "Change": {
        "verb": "What is done: an item is changed, removed, added or moved.",
        "target": "The id of the item; of an added one its kind.",
        "fields": "The fields that are set, as written.",
        "item": "The item that is added, as written.",
        "to": "The id of the item that it is put into.",
        "before": "The id of the item that it is put before.",
        "after": "The id of the item that it is put after.",
        "resolved_by": "The id of the opportunity that a removed pain was resolved by.",
    },
    "Blueprint": {"support": "What makes it possible."},
    "Branch": {"share": "The proportion of those who leave the touchpoint this way, from 0 to 1."},
    "EmotionScale": {
        "min": "The lowest score.",
        "max": "The highest score.",
        "neutral": "The score that is neither good nor bad.",
        "labels": "The words for scores.",
    },
    "End": {
        "kind": "What it is: the end of the journey, an exit, another journey, those whom no branch takes,"
        " a branch that leads nowhere, or a loop without a way out.",
        "id": "The id of the exit or of the other journey.",
        "outcome": "What it means; left out where nobody can say.",
        "probability": "The probability of ending here, 0 to 1; left out where it hangs on an unknown share.",
        "taken_at": "The ids of the touchpoints from which people leave this way.",
    },
    "Image": {"src": "Its address, or its path in the folder of the workspace."},
    "Journey": {
        "personas": "The ids of those who make the journey.",
        "extends": "The id of the journey that this one was made from; `changes` says how.",
        "local_personas": "The personas that are written in the journey.",
        "review_every": "How often it should be reviewed, in seconds.",
    },
    "FeedbackLoop": {"cadence": "How often it runs, in seconds."},
    "Kpi": {"actual": "The measured value."},
    "Lane": {
        "id": "The id of the field.",
        "title": "Its title, as shown.",
        "on": "What carries the field.",
        "type": "What the field holds.",
        "summary": "What it is about.",
    },
    "Move": {
        "source": "The id that is no more.",
        "targets": "The ids that took its place.",
    },
    "Opportunity": {
        "kpis": "The addresses of the KPIs that should move.",
        "own_kpis": "The KPIs of the opportunity itself.",
    },
    "Path": {
        "touchpoints": "The ids of the touchpoints in order.",
        "end": "Where it leads; left out where it could only go on in circles.",
        "emotion": "The mean canonical score of its scored touchpoints.",
        "probability": "The probability of taking exactly this path, 0 to 1.",
        "exact": "Whether all paths were looked at; where that takes too long the worst one found has to do.",
    },
    "Persona": {
        "channels": "The ids of the channels they prefer.",
        "demographics": "Facts about them: pairs of a key and a value, in written order.",
        "image": "Their picture.",
    },
    "ScaleLabel": {"score": "The score.", "text": "The words for it."},
    "SharedTouchpoint": {"channels": "The ids of the channels it happens in."},
    "Stage": {
        "phase": "The id of the phase it belongs to.",
        "emotions": "How customers feel in the stage as a whole.",
    },
    "Thought": {"text": "What is thought."},
    "Touchpoint": {
        "channels": "The ids of the channels it happens in.",
        "thoughts": "What customers think.",
        "emotions": "How customers feel.",
        "duration_active": "How long the customer is busy with it, in seconds.",
        "duration_elapsed": "How long it takes from beginning to end, in seconds.",
        "next": "Where customers go from here. Left out: to the following touchpoint. An empty list: the"
        " journey ends here, completed.",
    },
}
"""Class → field → what it means, where the model has another form than the language."""

DEFINITION_OF = {"Emotion": "feeling", "Deprecation": "deprecation"}
"""Class → its definition in the language, where the names differ."""

HOW_TO_WRITE = re.compile(r": lower-case words joined.*|(?<=`public` or `internal`)\. .*")
"""What only those need to know who write an id or say who may see something."""

INTRODUCTION = (
    "A compiled journey, as `journeymap render JOURNEY -o journey.json` writes it and"
    " `journeymap show JOURNEY --json` prints it. Within one major version of `format_version` properties"
    " are only added, so a reader should ignore what it does not know. A property that holds nothing is"
    " left out, unless it is required;"
    " numbers have nine decimals at most."
)


def write_journey_schema() -> str:
    """Return the schema as text."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://journeymap.dev/schemas/v1/journey-output.schema.json",
        "title": "A compiled journey",
        "description": INTRODUCTION,
        **_object(Document),
        "$defs": {name_of(each): _definition(each) for each in sorted(reachable(Document), key=name_of)},
    }
    schema["properties"]["format_version"]["pattern"] = rf"^{FORMAT_VERSION.split('.')[0]}\.[0-9]{{1,4}}$"
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def reachable(start: type) -> set[type]:
    """Return the classes of everything that a value of a class may hold, without the class itself."""
    found: set[type] = set()
    pending = [start]
    while pending:
        for hint in fields_of(pending.pop()).values():
            for each in _classes_in(hint):
                if each not in found:
                    found.add(each)
                    pending.append(each)
    return found


def fields_of(owner: type) -> dict[str, Any]:
    """Return the types of a class's fields, without the place where it was written."""
    return {name: hint for name, hint in get_type_hints(owner).items() if hint is not Place}


def name_of(owner: type) -> str:
    """Return what a class is called in the schema: ``SharedTouchpoint`` is ``shared-touchpoint``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", owner.__name__).lower()


def _classes_in(hint: Any) -> Iterator[type]:
    if hasattr(hint, "_fields"):
        yield hint
    for part in get_args(hint):
        yield from _classes_in(part)


def _definition(owner: type) -> dict[str, Any]:
    text = inspect.cleandoc(owner.__doc__ or "").split("\n\n", maxsplit=1)[0].replace("\n", " ")
    return {"description": text.replace("``", "`"), **_object(owner)}


def _object(owner: type) -> dict[str, Any]:
    fields = fields_of(owner)
    defaults = cast("type[NamedTuple]", owner)._field_defaults
    properties = {name: {"description": _say(owner, name), **_type(hint)} for name, hint in fields.items()}
    required = [
        name
        for name, hint in fields.items()
        if _is_always_there(hint) or (name not in defaults and types.NoneType not in get_args(hint))
    ]
    return {"type": "object", "required": required, "properties": properties}


def _is_always_there(hint: Any) -> bool:
    if get_origin(hint) is Literal:
        return "" not in get_args(hint)
    if get_origin(hint) in {types.UnionType, Union}:
        return all(map(_is_always_there, get_args(hint)))
    if hasattr(hint, "_fields"):
        return any(map(_is_always_there, fields_of(hint).values()))
    return hint in NEVER_EMPTY


def _type(hint: Any) -> dict[str, Any]:
    origin, parts = get_origin(hint), get_args(hint)
    if hasattr(hint, "_fields"):
        return {"$ref": f"#/$defs/{name_of(hint)}"}
    if origin is Literal:
        values = [value for value in parts if value]
        return {"const": values[0]} if len(values) == 1 else {"enum": values}
    if origin in {types.UnionType, Union}:
        others = [part for part in parts if part is not types.NoneType]
        return {"type": "number"} if set(others) == {int, float} else _type(others[0])
    if origin is tuple and parts[-1] is Ellipsis:
        return {"type": "array", "items": _type(parts[0])}
    if origin is tuple:
        return {
            "type": "array",
            "prefixItems": [_type(part) for part in parts],
            "minItems": len(parts),
            "maxItems": len(parts),
        }
    names = {str: "string", bool: "boolean", int: "integer", float: "number"}
    return {"type": names.get(hint, "object")}


def _say(owner: type, field: str) -> str:
    """Return what a field means; one that nobody explains is an error."""
    found = (
        _texts_below(owner).get(field)
        or SAYINGS.get(owner.__name__, {}).get(field)
        or _language().get(DEFINITION_OF.get(owner.__name__, name_of(owner)), {}).get(field)
        or COMMON.get(field)
    )
    assert found, f"nobody says what {owner.__name__}.{field} is: say it in SAYINGS"
    return found


def _texts_below(owner: type) -> dict[str, str]:
    """Return the texts that stand below the fields of a class of the document."""
    if owner.__module__ != document.__name__:
        return {}
    (made,) = ast.parse(inspect.getsource(owner)).body
    body = cast("ast.ClassDef", made).body
    found = {}
    for field, text in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr):
            found[ast.unparse(field.target)] = cast("str", ast.literal_eval(text.value))
    return found


def _language() -> dict[str, dict[str, str]]:
    """Return what the language says about the fields of its items, by kind."""
    found: dict[str, dict[str, str]] = {}
    for kind in ("journey", "persona", "library", "workspace"):
        schema = json.loads(schema_path(kind).read_text(encoding="utf-8"))
        for name, definition in {kind: schema, **schema["$defs"]}.items():
            forms = [definition, *definition.get("anyOf", ()), *definition.get("oneOf", ())]
            fields = found.setdefault(name, {})
            for form in forms:
                for field, about in form.get("properties", {}).items():
                    if text := about.get("description"):
                        fields.setdefault(field, HOW_TO_WRITE.sub(".", text))
    return found
