"""Round after round of fixes, each round checked as a whole before the next one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from journeymap.diagnostics import Diagnostic
from journeymap.fixing.applying import Choice, apply_fixes, choose_fixes
from journeymap.fixing.verdict import Checked, is_blocking, judge
from journeymap.named_tuples import NamedTuple

MOST_ROUNDS: Final = 10
"""After so many rounds it is enough, whatever is left."""

TAKEN_BACK: Final = "the fix was tried and taken back: something else would not be right any more"

Identity: TypeAlias = tuple[str, str, str]
"""What tells fixes apart from round to round: file, fingerprint of the finding, title."""

Check: TypeAlias = Callable[[Mapping[str, str]], Checked]
"""What checks files again, given the texts by path that are not as they were."""


class Fixing(NamedTuple):
    """What became of files: the texts that changed, the fixes in them, and how it looks now.

    ``refused`` are the fixes that were tried and broke their promise, each as ``identify`` names it.
    """

    texts: Mapping[str, str]
    applied: tuple[Choice, ...]
    checked: Checked
    refused: frozenset[Identity] = frozenset()

    def without_refused(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return findings without the fixes that would be refused again; a note says what became of them."""
        return tuple(map(self._without_refused, diagnostics))

    def _without_refused(self, finding: Diagnostic) -> Diagnostic:
        kept = tuple(fix for fix in finding.fixes if identify(Choice(finding, fix)) not in self.refused)
        if len(kept) == len(finding.fixes):
            return finding
        return finding._replace(fixes=kept, notes=(*finding.notes, TAKEN_BACK))


def fix_rounds(
    checked: Checked,
    check: Check,
    *,
    unsafe: bool = False,
    may_fix: Callable[[Diagnostic], bool] = lambda _: True,
    may_edit: Callable[[str], bool] = lambda _: True,
) -> Fixing:
    """Apply the fixes of findings until none is left that keeps its promise; only safe ones unless told.

    ``may_fix`` says which findings are to be fixed, and ``may_edit`` which files may be written.
    """
    rounds = _Rounds(checked, check)

    def is_wanted(choice: Choice) -> bool:
        is_allowed = choice.fix.safe or unsafe
        return (
            is_allowed
            and all(may_edit(edit.span.file) for edit in choice.fix.edits)
            and not rounds.refuses(choice)
        )

    for _ in range(MOST_ROUNDS):
        choices = choose_fixes(filter(may_fix, rounds.now.diagnostics), is_wanted)
        # What keeps files from being built comes first: only then it shows what they mean.
        kinds = (
            [choice for choice in choices if is_blocking(choice.finding)],
            [choice for choice in choices if not is_blocking(choice.finding) and choice.fix.safe],
            [choice for choice in choices if not is_blocking(choice.finding) and not choice.fix.safe],
        )
        if not any(rounds.attempt(kind) for kind in kinds if kind) and not rounds.reconsider():
            break
    return Fixing(
        dict(sorted(rounds.texts.items())), tuple(rounds.applied), rounds.now, frozenset(rounds.refused)
    )


class _Rounds:
    """The state between rounds: texts that changed so far, and fixes that were found wanting."""

    def __init__(self, checked: Checked, check: Check) -> None:
        self.now = checked
        self.texts: dict[str, str] = {}
        self.applied: list[Choice] = []
        self._check = check
        self._settled = 0
        self.refused: set[Identity] = set()

    def refuses(self, choice: Choice) -> bool:
        """Whether a fix was tried alone and broke its promise."""
        return identify(choice) in self.refused

    def reconsider(self) -> bool:
        """Give refused fixes another chance where others went in since; say whether there are any."""
        is_worth_it = bool(self.refused) and len(self.applied) > self._settled
        if is_worth_it:
            self._settled = len(self.applied)
            self.refused.clear()
        return is_worth_it

    def attempt(self, choices: Sequence[Choice]) -> bool:
        """Apply fixes together; where that fails, without the culprits, or by halves. Say if any went in."""
        fixed = apply_fixes(self.now.sources, choices)
        texts = {**self.texts, **fixed.texts}
        after = self._check(texts)
        verdict = judge(self.now, after, fixed.applied)
        if verdict.is_kept:
            self.now, self.texts = after, texts
            self.applied += fixed.applied
            return True
        culprits = verdict.culprits or (fixed.applied if len(fixed.applied) == 1 else ())
        self.refused.update(map(identify, culprits))
        others = [choice for choice in fixed.applied if choice not in culprits]
        middle = 0 if culprits else len(others) // 2
        parts = (others[:middle], others[middle:], fixed.left)
        return any(self.attempt(part) for part in parts if part)


def identify(choice: Choice) -> Identity:
    """Return what tells a fix apart from round to round."""
    finding, fix = choice
    return finding.primary.file, finding.fingerprint, fix.title
