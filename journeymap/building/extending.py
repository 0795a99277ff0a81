"""Which journey each overlay extends: bases first, circles found, each overlay made whole."""

from collections.abc import Callable, Iterable

from journeymap.building.budget import Budget, count_values
from journeymap.building.declaring import Catalogue, other_journeys
from journeymap.building.faults import CIRCULAR_EXTENSION
from journeymap.building.overlays import apply_overlay
from journeymap.building.sheets import AssembledDocument, Sheet
from journeymap.building.worlds import Unknown
from journeymap.diagnostics import Diagnostic
from journeymap.problems import Problem, Spot
from journeymap.source import Place
from journeymap.syntax import Document

Judge = Callable[[Document, str], tuple[Diagnostic, ...]]
"""Says in what a document does not hold to the schema of its kind."""


def extend_journeys(
    sheets: Iterable[Sheet], names: Catalogue, judge: Judge
) -> tuple[list[Sheet], tuple[Diagnostic, ...]]:
    """Return the files with every overlay made whole, and what is wrong with what came out.

    An overlay whose base cannot be built cannot be built either, which is not said again.  What comes out
    is held against the schema only where all that went in does hold to it.
    """
    extension = _Extension(tuple(sheets), names, judge)
    return extension.run(), tuple(extension.diagnostics)


class _Extension:
    """Overlays being made whole, each after its base."""

    def __init__(self, sheets: tuple[Sheet, ...], names: Catalogue, judge: Judge) -> None:
        self._sheets = sheets
        self._names = names
        self._judge = judge
        self._whole: dict[str, Sheet] = {}
        self._by_id: dict[str, Sheet] = {}
        for sheet in sheets:
            if sheet.kind == "journey" and sheet.root.is_mapping:
                self._by_id.setdefault(sheet.root.text("id"), sheet)
        self._budget = Budget()
        self._values: dict[str, int] = {}
        self.diagnostics: list[Diagnostic] = []

    def run(self) -> list[Sheet]:
        sheets = [self._make_whole(sheet) if sheet.extends else sheet for sheet in self._sheets]
        for problem in self._budget.problems("from the journeys they extend"):
            at = next(i for i, sheet in enumerate(sheets) if sheet.path == problem.spots[0].place.file)
            sheets[at] = sheets[at]._replace(problems=(*sheets[at].problems, problem))
        return sheets

    def _make_whole(self, sheet: Sheet) -> Sheet:
        """Return an overlay with its changes made; its bases are made whole before, without recursion."""
        chain = [sheet]
        while chain[-1].extends and chain[-1].path not in self._whole:
            base = self._base(chain[-1])
            if base is None:
                break
            if base in chain:
                self._refuse_circle(chain[chain.index(base) :])
                break
            chain.append(base)
        for each in reversed(chain):
            if each.extends and each.path not in self._whole:
                self._whole[each.path] = self._extend(each)
        return self._whole[sheet.path]

    def _base(self, sheet: Sheet) -> Sheet | None:
        found = self._names.find("journey", sheet.extends)
        return self._by_id.get(found.id) if found else None

    def _extend(self, sheet: Sheet) -> Sheet:
        base = self._base(sheet)
        if base is None:
            return self._refuse_unknown(sheet)
        base = self._whole.get(base.path, base)
        if not base.is_whole or base.path == sheet.path:
            return sheet._replace(valid=False)
        if not self._budget.allows(self._values_of(base), Place(sheet.path, ("extends",))):
            return sheet._replace(valid=False)
        bases = (base.root.text("id"), *self._bases_of(base))
        removed = base.overlay.removed if base.overlay else None
        overlay = apply_overlay(sheet.root, base.root, bases, self._names, removed)
        is_valid = sheet.valid and base.valid and bool(overlay.root.items("stages"))
        if is_valid:
            found = self._judge(AssembledDocument(sheet.document, overlay.root), "journey")
            self.diagnostics.extend(found)
            is_valid = not found
        return sheet._replace(
            valid=is_valid, overlay=overlay, problems=overlay.problems, unknown=overlay.unknown
        )

    def _values_of(self, sheet: Sheet) -> int:
        """Return how many values a journey holds at most, those it took over included."""
        if sheet.path not in self._values:
            base = self._base(sheet) if sheet.extends else None
            inherited = self._values_of(base) if base else 0
            self._values[sheet.path] = count_values(sheet.document.data) + inherited
        return self._values[sheet.path]

    def _bases_of(self, sheet: Sheet) -> tuple[str, ...]:
        ids = []
        overlay = sheet.overlay
        while overlay is not None:
            ids.append(overlay.base)
            base = self._by_id[overlay.base]
            overlay = self._whole.get(base.path, base).overlay
        return tuple(ids)

    def _refuse_unknown(self, sheet: Sheet) -> Sheet:
        place = Place(sheet.path, ("extends",))
        own = sheet.root.text("id")
        unknown = Unknown(sheet.extends, ("journey",), place, lambda: other_journeys(self._names, own))
        return sheet._replace(valid=False, unknown=(unknown,))

    def _refuse_circle(self, circle: list[Sheet]) -> None:
        first = min(range(len(circle)), key=lambda i: circle[i].path.encode("utf-8", "surrogatepass"))
        ordered = circle[first:] + circle[:first]
        for sheet in ordered:
            self._whole[sheet.path] = sheet._replace(valid=False)
        head, *others = ordered
        problem = Problem(
            CIRCULAR_EXTENSION,
            f"journey `{head.root.text('id')}` extends itself",
            (
                Spot(Place(head.path, ("extends",)), "the circle begins here" if others else "its own id"),
                *(Spot(Place(each.path, ("extends",)), "then on from here") for each in others),
            ),
            ("write as `extends:` the journey that this one is a variant of",),
            args=tuple(sheet.root.text("id") for sheet in ordered),
        )
        self._whole[head.path] = self._whole[head.path]._replace(problems=(problem,))
