"""A rule explained on the terminal: why it matters, how it looks, how to be rid of it; and all as data."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from journeymap.diagnostics import PROFILES, Diagnostic, Fault, Severity
from journeymap.reporting.columns import wrap_words
from journeymap.reporting.safety import safe
from journeymap.reporting.style import Style, severity_role

FORMAT: Final = "journeymap-rules/1"
FORMAT_VERSION: Final = "1.0"
CATEGORIES: Final[Mapping[str, str]] = {
    "quality": "The map could serve its readers better",
    "a11y": "Some readers are shut out",
    "security": "The file may deceive or give away",
    "reference": "A name does not lead where it should",
    "semantics": "The parts do not fit together",
    "schema": "The text does not follow the language",
    "syntax": "The text is no YAML that journeymap reads",
    "suppression": "A comment or baseline that silences findings is not right",
    "marker": "A marker in a Markdown file cannot be followed",
    "internal": "The program failed",
}
"""The categories in the order of the lists, each as a sentence."""
_LONGEST_SHOWN: Final = 40
_WIDEST: Final = 100


def write_rule(fault: Fault, found: Sequence[Diagnostic], printed: str, style: Style) -> str:
    """Return the page of a rule; ``found`` and ``printed`` are what its failing example comes to."""
    blocks = [
        [style.paint("strong", fault.name), *_wrap(fault.summary, style)],
        [_levels(fault, style)],
        [_title("Why it matters", style), *_wrap(fault.why, style, indent=2)],
        *_cures(fault, found, style),
        *_examples(fault, printed, style),
        *_settings(fault, style),
    ]
    if fault.source:
        blocks.append([_title("Source", style), *_wrap(fault.source, style, indent=2)])
    blocks.append([f"More: {fault.docs_url}"])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def write_rule_list(faults: Iterable[Fault], style: Style) -> str:
    """Return all rules by category, each with the level it has at most and its summary."""
    width = max((len(fault.name) for fault in faults), default=0)
    blocks = []
    for category, group in group_by_category(faults):
        lines = [_title(CATEGORIES[category], style)]
        for fault in group:
            level = fault.severity.word
            first, *others = wrap_words(fault.summary, _room(style) - width - 13)
            lead = style.paint(severity_role(fault.severity), f"{level:<8}")
            lines.append(f"  {fault.name:<{width}} {lead} {first}")
            lines += [f"{' ' * (width + 12)}{line}" for line in others]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def build_rules(faults: Iterable[Fault]) -> dict[str, Any]:
    """Return rules as plain data, described by ``schemas/rule-output.schema.json``."""
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "rules": [
            {
                "name": fault.name,
                "category": fault.category,
                "summary": fault.summary,
                "why": fault.why,
                "levels": {profile: level_word(fault.level(profile)) for profile in PROFILES},
                "mandatory": fault.is_mandatory,
                "options": {name: dict(schema) for name, schema in fault.options.items()},
                "failing": safe(fault.failing) or None,
                "passing": safe(fault.passing) or None,
                "source": fault.source or None,
                "docs_url": fault.docs_url,
            }
            for fault in sorted(faults, key=lambda fault: fault.name)
        ],
    }


def group_by_category(faults: Iterable[Fault]) -> Iterator[tuple[str, Sequence[Fault]]]:
    """Yield each category with its rules in order of name."""
    order = list(CATEGORIES)
    ordered = sorted(faults, key=lambda fault: (order.index(fault.category), fault.name))
    for category, group in groupby(ordered, key=lambda fault: fault.category):
        yield category, tuple(group)


def level_word(level: Severity | None) -> str:
    """Return a level as it is written in settings."""
    return "off" if level is None else level.word


def _levels(fault: Fault, style: Style) -> str:
    if not fault.levels:
        word = style.paint(severity_role(fault.severity), fault.severity.word)
        return f"{_title('Level', style)} {word}" + (", always" if fault.is_mandatory else "")
    shown = []
    for profile in PROFILES:
        level = fault.level(profile)
        word = level_word(level)
        shown.append(f"{profile} {style.paint(severity_role(level), word) if level else word}")
    return f"{_title('Level by status', style)} {' · '.join(shown)}"


def cures_of(fault: Fault, found: Iterable[Diagnostic]) -> tuple[str, ...]:
    """Return what to do about a rule's findings, each advice once."""
    return tuple(dict.fromkeys(help for each in found if each.rule == fault.name for help in each.help))


def mending_command(fault: Fault, found: Iterable[Diagnostic]) -> str:
    """Return the command that mends a rule's findings, or nothing where they take somebody who thinks."""
    fixes = [fix for each in found if each.rule == fault.name for fix in each.fixes]
    if not fixes:
        return ""
    is_safe = any(fix.safe for fix in fixes)
    return "journeymap check --fix" if is_safe else "journeymap check --fix --unsafe-fixes"


def _cures(fault: Fault, found: Sequence[Diagnostic], style: Style) -> Iterator[list[str]]:
    lines = []
    for cure in cures_of(fault, found):
        first, *others = _wrap(cure, style, indent=4)
        lines += [f"  - {first.lstrip()}", *others]
    command = mending_command(fault, found)
    if command:
        lines.append(f"  - `{command}` mends it; `--diff` shows it first")
    if lines:
        yield [_title("What to do", style), *lines]


def _examples(fault: Fault, printed: str, style: Style) -> Iterator[list[str]]:
    if fault.failing:
        yield [_title("Wrong", style), *_code(fault.failing)]
        said = [line for text in printed.split("\n") for line in wrap_words(text, style.width - 4)]
        yield [_title("What journeymap says", style), *_code("\n".join(said))]
        yield [_title("Better", style), *_code(fault.passing)]


def _settings(fault: Fault, style: Style) -> Iterator[list[str]]:
    """Yield how to change what the rule does, as far as that can be changed."""
    if fault.is_mandatory:
        return
    lines = ["checks:", "  rules:"]
    if fault.options:
        lines += [f"    {fault.name}:", "      level: warning   # or error, info, off"]
        for name, schema in fault.options.items():
            words = wrap_words(schema["description"], _room(style) - 12)
            lines += [*(f"      # {line}" for line in words), f"      {name}: {_default(schema)}"]
    else:
        lines.append(f"    {fault.name}: off   # or error, warning, info")
    yield [_title("In journeymap.yaml", style), *(f"    {line}" for line in lines)]
    if fault.is_silenceable:
        yield [
            _title("On one line of a file", style),
            f"    # journeymap: ignore[{fault.name}] because ...",
        ]


def _default(schema: Mapping[str, Any]) -> str:
    from json import dumps

    return dumps(schema.get("default"))


def _code(text: str) -> list[str]:
    lines = [f"    {safe(line)}".rstrip() for line in text.rstrip("\n").split("\n")]
    if len(lines) > _LONGEST_SHOWN:
        lines[_LONGEST_SHOWN:] = [f"    ... ({len(lines) - _LONGEST_SHOWN:,} more lines)"]
    return lines


def _wrap(text: str, style: Style, indent: int = 0) -> list[str]:
    return [f"{' ' * indent}{line}".rstrip() for line in wrap_words(text, _room(style) - indent)]


def _room(style: Style) -> int:
    """Return the columns to fill: longer lines are hard to read on any screen."""
    return min(style.width, _WIDEST)


def _title(text: str, style: Style) -> str:
    return style.paint("strong", f"{text}:")
