"""The part of the workspace schema that says which rules and changes there are to set, from these themselves.

Editors offer the names from it, and a rule that is not there is an unknown key like any other.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from journeymap.diagnostics import Fault
from journeymap.diffing import KINDS
from journeymap.rules import load_rules

RULES = load_rules()

MOST_IN_A_LINE = 10

LEVEL = {
    "title": "Level",
    "description": "How much a finding of the rule matters; `off` asks nothing.",
    "enum": ["error", "warning", "info", "off"],
}

FIXED_LEVEL = {
    "title": "Fixed level",
    "description": "An error of the language, or what may deceive: it cannot be set otherwise.",
    "enum": ["error"],
}


CHANGE_ID = {
    "title": "Kind of change",
    "description": "A kind of change that `journeymap diff` reports.",
    "enum": list(KINDS),
}


def write_settings_schema(text: str) -> str:
    """Return the text of the workspace schema with the definitions that rules make."""
    definitions = {
        "change-id": CHANGE_ID,
        "level": LEVEL,
        "fixed-level": FIXED_LEVEL,
        "rule-settings": _object("Rule settings", "The level of each rule, and its options.", _setting),
        "rule-levels": _object("Rule levels", "The level of each rule.", _level),
    }
    for name, definition in definitions.items():
        line = f'    "{name}": {write_lines(definition)},\n'
        block = re.compile(rf'^    "{name}": \{{.*?^    \}},\n', re.MULTILINE | re.DOTALL)
        text, found = block.subn(lambda _, line=line: line, text)  # type: ignore[misc]
        assert found == 1, name
    return text


def write_lines(definition: Mapping[str, Any]) -> str:
    """Return a definition as JSON with one line for each rule."""
    parts = []
    for key, value in definition.items():
        if key == "enum" and len(value) > MOST_IN_A_LINE:
            words = ",\n".join(f"        {_dump(word)}" for word in value)
            parts.append(f'      "enum": [\n{words}\n      ]')
        elif key == "properties":
            rules = ",\n".join(f'        "{name}": {_dump(rule)}' for name, rule in value.items())
            parts.append(f'      "properties": {{\n{rules}\n      }}')
        else:
            parts.append(f'      "{key}": {_dump(value)}')
    return "{\n" + ",\n".join(parts) + "\n    }"


def _object(title: str, description: str, schema_of: Any) -> Mapping[str, Any]:
    return {
        "title": title,
        "description": description,
        "type": "object",
        "properties": {fault.name: schema_of(fault) for fault in sorted(RULES)},
        "additionalProperties": False,
    }


def _setting(fault: Fault) -> Mapping[str, Any]:
    if not fault.options:
        return _level(fault)
    level = {"description": "How much a finding matters.", "$ref": "#/$defs/level"}
    options = {"level": level, **fault.options}
    return {
        "description": fault.summary,
        "anyOf": [
            {"$ref": "#/$defs/level"},
            {
                "title": "Options",
                "description": f"The level and the options of `{fault.name}`.",
                "type": "object",
                "properties": options,
                "additionalProperties": False,
            },
        ],
    }


def _level(fault: Fault) -> Mapping[str, Any]:
    level = "fixed-level" if fault.is_mandatory else "level"
    return {"description": fault.summary, "$ref": f"#/$defs/{level}"}


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
