"""What the schema tests share: a text in, its findings out."""

from pathlib import Path

from journeymap.diagnostics import Diagnostic, Edit
from journeymap.schema import kind_of, validate
from journeymap.syntax import Document, read_document

COMPLETE = Path(__file__).parent / "complete"

HEAD = "journeymap: 1\nkind: journey\nid: repair\ntitle: Repair\n"
STAGES = "stages:\n  - id: wait\n    title: Wait\n"
TOUCHPOINTS = f"{HEAD}{STAGES}    touchpoints:\n      - id: call\n        title: Call\n"


def in_journey(lines: str) -> str:
    """Return a journey with these lines at its end."""
    return f"{HEAD}{STAGES}{lines}\n"


def in_stage(lines: str) -> str:
    """Return a journey whose one stage ends with these lines."""
    return f"{HEAD}{STAGES}{_indent(lines, 4)}\n"


def in_touchpoint(lines: str) -> str:
    """Return a journey whose one touchpoint ends with these lines."""
    return f"{TOUCHPOINTS}{_indent(lines, 8)}\n"


def in_overlay(lines: str) -> str:
    """Return an overlay with these changes."""
    return f"journeymap: 1\nkind: journey\nid: later\nextends: repair\nchanges:\n{_indent(lines, 2)}\n"


def in_library(lines: str) -> str:
    """Return a library with these lines."""
    return f"journeymap: 1\nkind: library\n{lines}\n"


def in_workspace(lines: str) -> str:
    """Return a workspace with these lines."""
    return f"journeymap: 1\nkind: workspace\n{lines}\n"


def find(text: str, path: str | None = None) -> tuple[Diagnostic, ...]:
    """Return all that the schema room finds in a text."""
    document = read(text, path)
    kind, faults = kind_of(document)
    return (*faults, *validate(document, kind)) if kind else faults


def read(text: str, path: str | None = None) -> Document:
    """Return a text as a document, which has to be sound YAML."""
    kind = next((kind for kind in ("persona", "library") if f"kind: {kind}" in text), "journey")
    name = "journeymap.yaml" if "kind: workspace" in text else f"x.{kind}.yaml"
    document = read_document(path or name, text.encode())
    assert not document.broken, document.diagnostics
    return document


def show(finding: Diagnostic, text: str) -> str:
    """Return a finding on a few lines: its name, the text it points at, its words."""
    span = finding.primary
    lines = [
        f"{finding.rule} at {span.start.line}:{span.start.column} {text[span.start.offset : span.end.offset]}"
    ]
    lines.append(finding.message)
    lines += [f"? {help}" for help in finding.help]
    return "\n".join(lines)


def fixed(text: str, finding: Diagnostic) -> str:
    """Return the text with the finding's one fix made."""
    (fix,) = finding.fixes
    for edit in sorted(fix.edits, key=_end_of, reverse=True):
        text = text[: edit.span.start.offset] + edit.text + text[edit.span.end.offset :]
    return text


def _end_of(edit: Edit) -> int:
    return edit.span.end.offset


def _indent(lines: str, by: int) -> str:
    return "\n".join(" " * by + line for line in lines.split("\n"))
