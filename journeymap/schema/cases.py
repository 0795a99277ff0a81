"""One violation in its document: what the wording of every keyword starts from."""

from collections.abc import Mapping
from typing import Any

from journeymap.diagnostics import Diagnostic, Fault, Fix, Label
from journeymap.entities import name_entity, name_step
from journeymap.named_tuples import NamedTuple
from journeymap.problems import Step
from journeymap.schema.alternatives import value_at
from journeymap.schema.naming import name_place
from journeymap.schema.violations import Violation
from journeymap.source import Place, Pointer, Span
from journeymap.syntax import Document


class Case(NamedTuple):
    """A violation, the document it is in, and the schema it is against."""

    document: Document
    kind: str
    root: Mapping[str, Any]
    violation: Violation

    @property
    def pointer(self) -> Pointer:
        """Where the value stands."""
        return self.violation.pointer

    @property
    def value(self) -> Any:
        """The value that departs from the schema."""
        return value_at(self.document.data, self.pointer)

    @property
    def key(self) -> str:
        """The innermost key on the way to the value."""
        return next((step for step in reversed(self.pointer) if isinstance(step, str)), "")

    @property
    def title(self) -> str:
        """The title of the part of the schema that is violated."""
        return str(self.violation.schema.get("title", ""))

    @property
    def at(self) -> Place:
        """The place of the value."""
        return Place(self.document.source.path, self.pointer)

    @property
    def is_item(self) -> bool:
        """Whether the value is an item of a list."""
        return bool(self.pointer) and isinstance(self.pointer[-1], int)

    @property
    def place(self) -> str:
        """What the value is called, such as `` `title` of stage `pay` ``."""
        return name_place(self.document.data, self.kind, self.pointer)

    def found(
        self,
        fault: Fault,
        message: str,
        *,
        at: Pointer | None = None,
        primary: Span | None = None,
        label: str = "",
        labels: tuple[Label, ...] = (),
        help: tuple[str, ...] = (),
        fixes: tuple[Fix, ...] = (),
        about: str = "",
    ) -> Diagnostic:
        """Return the diagnostic of a fault; ``about`` tells findings at one place from each other."""
        at = self.pointer if at is None else at
        data = self.document.data
        return fault.found(
            message,
            primary or self.document.span(at),
            label=label,
            labels=labels,
            help=help,
            fixes=fixes,
            entity=name_entity(data, self.kind, at),
            args=tuple(arg for arg in (name_step(data, self.kind, at), about) if arg),
        )


def mend(document: Document, title: str, *steps: Step, safe: bool = False) -> tuple[Fix, ...]:
    """Return the fix that takes steps in a document; none where they cannot be written."""
    # Few findings have one, and the others do without the modules that edit.
    from journeymap.syntax.editing import edit_document

    edits = edit_document(document, steps)
    return (Fix(title, edits, safe),) if edits else ()


def list_words(words: tuple[str, ...], last: str = "or") -> str:
    """Return words between backticks as a list in a sentence."""
    quoted = [f"`{word}`" for word in words]
    return f"{', '.join(quoted[:-1])} {last} {quoted[-1]}" if len(quoted) > 1 else "".join(quoted)
