"""Problems turned into diagnostics: places become spans and entities, only once everything is known."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from journeymap.diagnostics import Diagnostic, Edit, Fix, Label
from journeymap.problems import Problem, Repair, Step
from journeymap.source import Place, Pointer, SourceFile, Span


class Document(Protocol):
    """What building needs of a parsed file: its data, and the span of any pointer into it."""

    @property
    def source(self) -> SourceFile:
        """The file's path and text."""

    @property
    def data(self) -> object:
        """The plain data, or nothing when the file could not be read."""

    def span(self, pointer: Pointer) -> Span:
        """Return the span of a value."""

    def key_span(self, pointer: Pointer) -> Span:
        """Return the span of a key."""


class Sheets:
    """The files of a workspace by path: where places become spans and entities."""

    def __init__(self, documents: Mapping[str, tuple[Document, str]]) -> None:
        self._documents = documents

    @property
    def is_alone(self) -> bool:
        """Whether there is no workspace, so that a file knows of no other."""
        return not any(kind == "workspace" for _, kind in self._documents.values())

    def span(self, place: Place, *, on_key: bool = False) -> Span:
        """Return the span of a place."""
        document = self._documents[place.file][0]
        return document.key_span(place.pointer) if on_key else document.span(place.pointer)

    def where(self, place: Place) -> str:
        """Return a place as a reader finds it: ``path:line:column``."""
        start = self.span(place).start
        return f"{place.file}:{start.line}:{start.column}"

    def order(self, place: Place) -> tuple[bytes, int]:
        """Return a key that sorts places by file and by position in it."""
        return (place.file.encode("utf-8", "surrogatepass"), self.span(place).start.offset)

    def diagnose(self, problem: Problem) -> Diagnostic:
        """Return the diagnostic of a problem."""
        from journeymap.entities import name_entity  # needed where something is wrong

        primary, *others = problem.spots
        document, kind = self._documents[primary.place.file]
        return problem.fault.found(
            problem.message,
            self.span(primary.place, on_key=primary.on_key),
            label=primary.text,
            labels=tuple(Label(self.span(spot.place, on_key=spot.on_key), spot.text) for spot in others),
            help=problem.help,
            notes=problem.notes,
            fixes=self._fixes(problem.repairs) if problem.repairs else (),
            entity=name_entity(document.data, kind, primary.place.pointer),
            args=problem.args,
            severity=problem.severity,
        )

    def _fixes(self, repairs: Iterable[Repair]) -> tuple[Fix, ...]:
        """Return the repairs that can be written; of several with one title, the first."""
        fixes: dict[str, Fix] = {}
        for repair in repairs:
            edits = self._edits(repair.steps)
            if edits:
                fixes.setdefault(repair.title, Fix(repair.title, edits, repair.safe))
        return tuple(fixes.values())

    def _edits(self, steps: Iterable[Step]) -> tuple[Edit, ...]:
        """Return the edits of all steps, or none where one of them cannot be taken."""
        from journeymap.syntax import Document as Parsed
        from journeymap.syntax.editing import edit_document

        steps_by_file: dict[str, list[Step]] = {}
        for step in steps:
            steps_by_file.setdefault(step.place.file, []).append(step)
        edits: list[Edit] = []
        for file, ours in steps_by_file.items():
            document = self._documents[file][0] if file in self._documents else None
            found = edit_document(document, ours) if isinstance(document, Parsed) else ()
            if not found:
                return ()
            edits += found
        return tuple(edits)
