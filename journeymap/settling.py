"""Findings on their way into the report: each at the level its workspace gives it, unless it is silenced."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from journeymap.building.diagnosing import Sheets
from journeymap.checks import Crash, Levels, check_portfolio
from journeymap.diagnostics import Diagnostic, Fault, Profile, Severity
from journeymap.model import Portfolio
from journeymap.named_tuples import NamedTuple
from journeymap.syntax.mistakes import find_own_mistake

if TYPE_CHECKING:
    from journeymap.checks import Checking

See: TypeAlias = Callable[[str], str]
"""Turns a path as shown into the path as seen from the folder of the workspace."""


class Settled(NamedTuple):
    """A finding as it was found, and as it is reported; nothing where its rule is off."""

    found: Diagnostic
    reported: Diagnostic | None


class Settling:
    """The levels of one workspace, and which rules have looked at which of its files."""

    def __init__(
        self,
        portfolio: Portfolio,
        checking: "Checking | None",
        rules: Mapping[str, Fault],
        see: See,
        *,
        sees_all: bool = True,
    ) -> None:
        self.rules = rules
        self._portfolio = portfolio
        self._checking = checking
        self._see = see
        self._levels = Levels(portfolio.workspace, checking) if checking is not None else None
        self._sees_all = sees_all
        self._is_sound = True

    def settle_all(self, found: Iterable[Diagnostic], sheets: Sheets) -> list[Settled]:
        """Return the findings of the language, and those of the method where it is asked for."""
        settled = [self._settle_language(self._place(each)) for each in found]
        if self._levels is not None and self._checking is not None:
            settled += self._check_method(sheets, self._levels, self._checking)
        self._is_sound = not any(
            each.severity is Severity.ERROR and not self.rules[each.rule].levels for each, _ in settled
        )
        return settled

    def settle(self, diagnostic: Diagnostic) -> Diagnostic | None:
        """Return a finding about what silences others, at its level in the file that it is in."""
        each = self._place(diagnostic)
        fault = self.rules[each.rule]
        if fault.is_mandatory:
            return each
        if self._levels is None or self._checking is None:
            return None if fault.levels else each
        if not self._checking.wants(fault.name, fault.category):
            return None
        return self._levels.settle(each, self._levels.default(fault, self._profile_in(each.primary.file)))

    def may_find(self, rule: str, file: str) -> bool:
        """Whether a rule has looked at a file, or would have if it were there.

        As long as anything is not seen or cannot be read, nobody knows what they would say of the whole.
        """
        fault = self.rules[rule]
        if not (self._sees_all and self._is_sound):
            return False
        if not fault.levels:
            return True  # the language is always looked at, whatever is asked for
        return self._levels is not None and self._levels.may_report(fault, self._profile_in(file))

    def _settle_language(self, each: Diagnostic) -> Settled:
        fault = self.rules[each.rule]
        if fault.is_mandatory or self._levels is None or self._checking is None:
            return Settled(each, each)
        is_wanted = self._checking.wants(fault.name, fault.category)
        return Settled(each, self._levels.settle(each, each.severity) if is_wanted else None)

    def _check_method(self, sheets: Sheets, levels: Levels, checking: "Checking") -> Iterator[Settled]:
        for one in check_portfolio(self._portfolio, levels, checking):
            if isinstance(one, Crash):
                own = self._place(find_own_mistake(self._portfolio.workspace.at.file, one.error, one.rule))
                yield Settled(own, own)
            else:
                found = self._place(sheets.diagnose(one.problem))
                yield Settled(found, levels.settle(found, one.level))

    def _place(self, diagnostic: Diagnostic) -> Diagnostic:
        return diagnostic._replace(path=self._see(diagnostic.primary.file))

    def _profile_in(self, file: str) -> Profile:
        """Return how much is asked of a file: of what is no journey as much as of the strictest."""
        assert self._levels is not None
        profile = self._profiles.get(file)
        return profile or self._levels.strictest(self._portfolio.journeys)

    @cached_property
    def _profiles(self) -> Mapping[str, Profile]:
        assert self._levels is not None
        return {each.at.file: self._levels.profile_of(each) for each in self._portfolio.journeys}
