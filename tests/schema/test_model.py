"""The schemas and the model agree, field by field, or a reason is given here."""

from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from journeymap import model
from journeymap.schema.kinds import KINDS
from journeymap.schema.violations import load_schema
from journeymap.themes import branding
from tests.schema.test_schemas import parts

TYPES: Final[dict[str, str]] = {
    "Journey": "Journey",
    "Persona": "Persona",
    "Workspace": "Workspace",
    "Library": "Library",
    "KPI": "Kpi",
    "Blueprint item": "BlueprintItem",
    "Emotion by persona": "Emotion",
    "Thought by persona": "Thought",
    "Feedback loop": "FeedbackLoop",
    "Shared touchpoint": "SharedTouchpoint",
    "Emotion scale": "EmotionScale",
    "Scale label": "ScaleLabel",
    "Theme": "OwnTheme",
    "Colours": "OwnColours",
    "Emotion step": "OwnStep",
    "Type": "OwnType",
    "Spacing": "OwnSpacing",
    "Column": "ViewColumn",
    "Change that sets fields": "Change",
    "Change that removes": "Change",
    "Change that adds": "Change",
    "Change that moves": "Change",
}
"""The title of a form → the model's type, where they are not the same word."""

NO_TYPE: Final[dict[str, str]] = {
    "Changed fields": "the fields of other forms, checked there",
    "Durations": "two fields of the touchpoint, in seconds",
    "Filter": "kept as data in `View.where`",
    "Checks": "kept as data in `Workspace.checks`",
    "Override": "kept as data in `Workspace.checks`",
    "Rule settings": "kept as data in `Workspace.checks`",
    "Rule levels": "kept as data in `Workspace.checks`",
    "Options": "kept as data in `Workspace.checks`",
    "Policy": "kept as data in `Workspace.policy`",
    "Deprecation days": "kept as data in `Workspace.policy`",
    "Connection": "kept as data in `Workspace.connections`",
    "Environment variable": "kept as data in `Workspace.connections`",
}
"""Forms without a type of their own, and why."""

RENAMED: Final[dict[str, tuple[str, ...]]] = {
    "Touchpoint.channel": ("channels",),
    "Touchpoint.thought": ("thoughts",),
    "Touchpoint.emotion": ("emotions",),
    "Touchpoint.duration": ("duration_active", "duration_elapsed"),
    "Stage.emotion": ("emotions",),
    "Shared touchpoint.channel": ("channels",),
    "Journey.personas": ("personas", "local_personas"),
    "Emotion by persona.by": ("persona",),
    "Thought by persona.by": ("persona", "text"),
    "Opportunity.kpis": ("kpis", "own_kpis"),
    "Move.from": ("source",),
    "Move.to": ("targets",),
    "Change that sets fields.set": ("verb", "target"),
    "Change that removes.remove": ("verb", "target"),
    "Change that adds.add": ("verb", "target"),
    "Change that moves.move": ("verb", "target"),
}
"""Properties with another name in the model: one there for many forms here, or the other way round."""

NO_FIELD: Final[dict[str, str]] = {
    "journeymap": "the version of the language is not part of what is told",
    "kind": "the type of the value says it",
    "Library.title": "names the file for those who edit it; all libraries become one",
    "Library.lang": "the language of a file's texts; all libraries become one",
}
"""Properties without a field, and why."""

NO_PROPERTY: Final[dict[str, str]] = {
    "at": "where it was written",
    "Kpi.actual": "comes from measurements and is never typed",
    "Workspace.root": "where the workspace is",
    "Workspace.declared": "whether there is a file at all",
}
"""Fields that are not written, and why."""


def properties() -> tuple[tuple[str, str], ...]:
    """Return each property of each form of all schemas, once."""
    seen: dict[tuple[str, str], None] = {}
    for kind in KINDS:
        for path, part in parts(load_schema(kind)):
            if "properties" in part and "if" not in path and "then" not in path:
                seen |= {(part["title"], name): None for name in part["properties"]}
    return tuple(seen)


def fields_of(form: str, name: str) -> tuple[str, ...]:
    """Return the model's fields for a property."""
    return RENAMED.get(f"{form}.{name}", (name,))


def type_of(form: str) -> Any:
    """Return the model's type of a form; those of colours and fonts stand with the themes."""
    name = TYPES.get(form, form)
    return getattr(branding if name.startswith("Own") else model, name)


def test_every_property_has_its_field() -> None:
    """What may be written is kept."""
    lost = [
        f"{form}.{name}"
        for form, name in properties()
        if form not in NO_TYPE and f"{form}.{name}" not in NO_FIELD
        if not (name in ("journeymap", "kind") and form in ("Journey", "Persona", "Library", "Workspace"))
        for field in fields_of(form, name)
        if field not in type_of(form)._fields
    ]

    assert lost == []


def test_every_field_has_its_property() -> None:
    """What is kept may be written."""
    written = {
        f"{type_of(form).__name__}.{field}"
        for form, name in properties()
        if form not in NO_TYPE
        for field in fields_of(form, name)
    }
    fields = [
        f"{type_.__name__}.{field}"
        for type_ in (
            *(getattr(model, name) for name in model.__all__),
            *(type_of(form) for form, name in TYPES.items() if name.startswith("Own")),
        )
        for field in getattr(type_, "_fields", ())
        if field not in NO_PROPERTY and f"{type_.__name__}.{field}" not in NO_PROPERTY
    ]

    assert [field for field in fields if field not in written and not field.startswith("Portfolio.")] == []


def test_no_exception_is_stale() -> None:
    """Each name in the tables above is a form, property or field that exists."""
    forms = {form for form, _ in properties()}
    dotted = {f"{form}.{name}" for form, name in properties()}

    assert set(TYPES) | set(NO_TYPE) <= forms
    assert set(RENAMED) <= dotted
    assert {name for name in NO_FIELD if "." in name} <= dotted
    for name in NO_PROPERTY:
        type_, _, field = name.rpartition(".")
        assert not type_ or field in getattr(model, type_)._fields


def test_choices_are_those_of_the_model() -> None:
    """A property with a fixed set of words has the same words in the model's type."""
    compared = 0
    for form, name in properties():
        words = choices(form, name)
        if form in NO_TYPE or not words or (form, name) == ("Change that adds", "add"):
            continue
        hint = get_type_hints(type_of(form))[fields_of(form, name)[0]]
        (literal,) = (each for each in (hint, *get_args(hint)) if get_origin(each) is Literal)
        assert sorted(words) == sorted(get_args(literal)), (form, name)
        compared += 1

    assert compared > 20


def choices(form: str, name: str) -> tuple[str, ...]:
    """Return the words that a property may have, where they are few."""
    for kind in KINDS:
        root = load_schema(kind)
        for path, part in parts(root):
            if part.get("title") == form and name in part.get("properties", {}) and "then" not in path:
                schema = part["properties"][name]
                while "$ref" in schema:
                    schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
                return tuple(schema.get("enum", ()))
    return ()
