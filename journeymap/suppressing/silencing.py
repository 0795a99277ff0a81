"""All findings of a workspace sorted: what is reported, and what is silenced by what."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from journeymap.diagnostics import Diagnostic, in_order
from journeymap.named_tuples import NamedTuple
from journeymap.suppressing.baseline import Baseline, Entry, find_stale, judge_baseline
from journeymap.suppressing.inline import Comments
from journeymap.suppressing.judging import Rules, judge_comments
from journeymap.syntax import Document


class Settled(Protocol):
    """A finding as it was found, and as it is reported; nothing where its rule is off."""

    @property
    def found(self) -> Diagnostic:
        """The finding before any setting."""

    @property
    def reported(self) -> Diagnostic | None:
        """The finding at its level."""


class Settling(Protocol):
    """What is known of the rules: all of them, which have looked where, and at which level they report."""

    @property
    def rules(self) -> Rules:
        """All rules by name."""

    def may_find(self, rule: str, file: str) -> bool:
        """Whether a rule has looked at a file, or would have if it were there."""

    def settle(self, diagnostic: Diagnostic) -> Diagnostic | None:
        """Return a finding about suppressions at its level, or nothing where it is off."""


class Silenced(NamedTuple):
    """The findings to report, those that are silenced, and the entries of the baseline that are stale."""

    reported: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...] = ()
    stale: tuple[Entry, ...] = ()


def silence(
    found: Iterable[Settled],
    documents: Mapping[str, tuple[Document, str]],
    baseline: Baseline | None,
    settling: Settling,
) -> Silenced:
    """Return the findings of a workspace, sorted by what its comments and its baseline say.

    ``documents`` are its files with their kinds, by their path as seen from its folder. A comment is asked
    before the baseline, so that an entry for what a comment silences becomes stale.
    """
    comments = Comments(documents.values())
    suppressed: list[Diagnostic] = []
    left = _past_comments(found, comments, settling.rules, suppressed)
    about = list(_settled(judge_comments(comments, settling.rules, settling.may_find), settling))
    if baseline is None:
        return Silenced(in_order((*filter(None, left.values()), *about)), in_order(suppressed))

    def may_find(rule: str, path: str) -> bool:
        return settling.may_find(rule, documents[path][0].source.path if path in documents else "")

    reported = [*_past_baseline(left, baseline, settling.rules, suppressed), *about]
    reported += _settled(judge_baseline(baseline, settling.rules, may_find), settling)
    stale = find_stale(baseline, settling.rules, may_find)
    return Silenced(in_order(reported), in_order(suppressed), tuple(entry for entry, _ in stale))


def _past_comments(
    found: Iterable[Settled], comments: Comments, rules: Rules, suppressed: list[Diagnostic]
) -> dict[Diagnostic, Diagnostic | None]:
    """Return the findings that no comment silences, each with what is reported of it.

    Those that a comment silences are added to ``suppressed``. What is not reported is asked about, too: the
    comment that silences it is in use.
    """
    left = {}
    for each in found:
        by = comments.find(each.found) if rules[each.found.rule].is_silenceable else None
        if by is None:
            left[each.found] = each.reported
        elif each.reported is not None:
            suppressed.append(each.reported._replace(suppressed_by=by))
    return left


def _past_baseline(
    found: Mapping[Diagnostic, Diagnostic | None],
    baseline: Baseline,
    rules: Rules,
    suppressed: list[Diagnostic],
) -> Iterator[Diagnostic]:
    """Yield the findings that the baseline does not know; the others are added to ``suppressed``."""
    for each in in_order(found):
        by = baseline.find(each) if rules[each.rule].is_silenceable else None
        reported = found[each]
        if reported is not None and by is None:
            yield reported
        elif reported is not None:
            suppressed.append(reported._replace(suppressed_by=by))


def _settled(found: Iterable[Diagnostic], settling: Settling) -> Iterator[Diagnostic]:
    return (each for each in map(settling.settle, found) if each is not None)
