"""Whether fixes kept their promise: their findings are gone, none came, and nothing means anything else."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from journeymap.diagnostics import Diagnostic, Edit, Severity
from journeymap.fixing.applying import Choice
from journeymap.fixing.shifting import Shifts
from journeymap.model import Portfolio
from journeymap.named_tuples import NamedTuple
from journeymap.source import SourceFile

_PHASES: Final[Mapping[str, int]] = {"syntax": 1, "schema": 2}
"""The category of a finding → when it is looked for; all others come after the file could be built."""
_LATER: Final = 3


class Checked(NamedTuple):
    """Files that belong together as checked: their texts, what was found, what could be built."""

    sources: Mapping[str, SourceFile]
    diagnostics: tuple[Diagnostic, ...]
    portfolio: Portfolio


def is_blocking(finding: Diagnostic) -> bool:
    """Whether a file with this finding cannot be built, so that nobody knows what else would be found."""
    return finding.severity is Severity.ERROR and finding.category in _PHASES


class Verdict(NamedTuple):
    """Whether fixes kept their promise, and those that plainly broke it: it may have been others, too."""

    is_kept: bool
    culprits: tuple[Choice, ...] = ()


def judge(before: Checked, after: Checked, choices: Sequence[Choice]) -> Verdict:
    """Return whether the fixes that lead from one state to the other are worth what their titles say."""
    if not _keeps_meaning(before, after, choices):
        return Verdict(is_kept=False)
    shifts = Shifts(edit for choice in choices for edit in choice.fix.edits)
    fixed = Counter(choice.finding for choice in choices)
    unfixed = list((Counter(before.diagnostics) - fixed).elements())
    new = _new_ones(unfixed, after.diagnostics, shifts)
    if not new:
        return Verdict(is_kept=True)
    suspects = _Suspects(choices, shifts)
    harm = [each for each in new if not suspects.are_innocent_of(each)]
    culprits = dict.fromkeys(choice for each in harm for choice in suspects.culprits_of(each))
    return Verdict(not harm, tuple(culprits))


def _keeps_meaning(before: Checked, after: Checked, choices: Sequence[Choice]) -> bool:
    """Whether safe fixes leave the portfolio as it was, as far as it could be built."""
    if not all(choice.fix.safe for choice in choices):
        return True
    if not any(is_blocking(choice.finding) for choice in choices):
        return before.portfolio == after.portfolio
    built = {journey.id for journey in after.portfolio.journeys}
    return all(journey.id in built for journey in before.portfolio.journeys)


def _new_ones(before: Iterable[Diagnostic], after: Iterable[Diagnostic], shifts: Shifts) -> list[Diagnostic]:
    """Return the findings that were not there before, by what they say or by where they stand."""
    known = list(before)
    names = Counter(_name(each) for each in known)
    unknown = []
    for each in after:
        if names[_name(each)]:
            names[_name(each)] -= 1
        else:
            unknown.append(each)
    # What is renamed changes the names of findings in it, but not their places.
    places: Counter[tuple[str, str, int]] = Counter()
    for each in reversed(known):
        if names[_name(each)]:
            names[_name(each)] -= 1
            places[_place(each, shifts.move(each.primary.file, each.primary.start.offset))] += 1
    new = []
    for each in unknown:
        place = _place(each, each.primary.start.offset)
        if places[place]:
            places[place] -= 1
        else:
            new.append(each)
    return new


class _Suspects:
    """The fixes that were taken, asked about what is new."""

    def __init__(self, choices: Sequence[Choice], shifts: Shifts) -> None:
        self._shifts = shifts
        self._blocking = [choice.finding for choice in choices if is_blocking(choice.finding)]
        self._by_mark: dict[object, Choice] = {}
        self._by_edit: dict[Edit, Choice] = {}
        for choice in choices:
            primary = choice.finding.primary
            offset = shifts.move(primary.file, primary.start.offset)
            self._by_mark.update({_name(choice.finding): choice, _place(choice.finding, offset): choice})
            self._by_edit.update((edit, choice) for edit in choice.fix.edits)

    def are_innocent_of(self, new: Diagnostic) -> bool:
        """Whether a new finding is none that the fixes brought, and not one of the old ones again."""
        if new.category == "internal" or self._that_left(new):
            return False
        if new.severity < Severity.WARNING:
            return True
        if new.category in (*_PHASES, "reference") and self._shifts.edits_at(new.primary):
            return False
        return any(_was_hidden(new, each, self._shifts) for each in self._blocking)

    def culprits_of(self, new: Diagnostic) -> list[Choice]:
        """Return the fixes that left a finding, or wrote what it is about."""
        written = [self._by_edit[edit] for edit in self._shifts.edits_at(new.primary)]
        left = self._that_left(new)
        return [left, *written] if left else written

    def _that_left(self, new: Diagnostic) -> Choice | None:
        return self._by_mark.get(_name(new)) or self._by_mark.get(_place(new, new.primary.start.offset))


def _was_hidden(new: Diagnostic, fixed: Diagnostic, shifts: Shifts) -> bool:
    """Whether a finding could not be seen before, because of one that is fixed."""
    phase, earlier = _PHASES.get(new.category, _LATER), _PHASES[fixed.category]
    if phase > earlier:
        return phase == _LATER or new.primary.file == fixed.primary.file
    offset = shifts.move(fixed.primary.file, fixed.primary.start.offset)
    is_below = new.primary.file == fixed.primary.file and new.primary.start.offset > offset
    return phase == earlier == 1 and is_below


def _name(finding: Diagnostic) -> tuple[str, str]:
    return finding.primary.file, finding.fingerprint


def _place(finding: Diagnostic, offset: int) -> tuple[str, str, int]:
    return finding.rule, finding.primary.file, offset
