"""Both sides of a comparison as a review: by whose rules it is judged, and what it is about.

The rules, which are the policy and the approvals, come from the older side unless told otherwise: who
changes a journey does not decide in the same step what may be changed.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias

from journeymap.cli.console import Console
from journeymap.cli.options import UsageError, Values
from journeymap.cli.sides import Compared, open_locator
from journeymap.diagnostics import Diagnostic, Severity
from journeymap.diffing import (
    Approval,
    Change,
    Level,
    Policy,
    Review,
    SideName,
    read_policy,
    review_portfolios,
)
from journeymap.diffing.approving import apply_approvals
from journeymap.diffing.regressing import Tally, judge_tallies, tell_new_approvals
from journeymap.model import Portfolio, Workspace
from journeymap.model.coverage import evidence_coverage
from journeymap.model.pictures import rename_pictures
from journeymap.named_tuples import NamedTuple
from journeymap.reviewing import Dossier, open_dossier
from journeymap.suppressing.mentioning import APPROVALS
from journeymap.workspace.approvals import Approvals, find_idle, read_approvals
from journeymap.workspace.pairing import Half, Pair

if TYPE_CHECKING:
    from journeymap.diffing.policies import FailOn
    from journeymap.source import SourceFile

Origin: TypeAlias = Literal["base", "head"]


class Reviewed(NamedTuple):
    """One workspace reviewed: what changed in it, and findings about its approvals, with their texts."""

    pair: Pair
    dossier: Dossier
    faults: tuple[Diagnostic, ...] = ()
    texts: "Mapping[str, SourceFile]" = {}


def review_sides(compared: Compared, values: Values, today: str, console: Console) -> tuple[Reviewed, ...]:
    """Return the reviews of all workspaces of both sides."""
    names = (
        SideName(compared.base.name, compared.base.commit),
        SideName(compared.head.name, compared.head.commit),
    )
    given = _read_given(values["approvals"], console) if values["approvals"] else None
    return tuple(_review_pair(pair, names, given, values, today) for pair in compared.pairs)


def _review_pair(
    pair: Pair, names: tuple[SideName, SideName], given: Approvals | None, values: Values, today: str
) -> Reviewed:
    before, after = (portfolio_of(half) for half in pair)
    rules = _half(pair, values["config_from"])
    policy = read_policy(rules.compilation.portfolio.workspace.policy) if rules else Policy()
    if values["strictness"]:
        policy = policy._replace(strictness=values["strictness"])
    approvals = given or _read_beside(_half(pair, values["approvals_from"]))
    review = review_portfolios(
        before,
        after,
        policy=policy,
        approvals=approvals.entries if approvals else (),
        today=today,
        names=names,
    )
    review = _add_rules(review, pair, has_given=given is not None)
    if values["ratchet"]:
        review = _add_regressions(review, pair, today)
    if not _is_whole(pair):
        review = _only_asked(review, pair)
        before, after = (
            _narrow(each, half, review) for each, half in zip((before, after), pair, strict=True)
        )
    if values["allow_breaking"]:
        review = _allow_breaking(review, values["allow_breaking"])
    dossier = open_dossier(review, before, after, open_locator(pair.base), open_locator(pair.head))
    reviewed = Reviewed(pair, dossier)
    if approvals is None:
        return reviewed
    source = approvals.document.source
    # What another workspace, or another place of this one, has no use for may serve elsewhere.
    unused = () if given else review.unused
    faults = tuple(find_idle(approvals, unused, review.expired))
    return reviewed._replace(faults=faults, texts={source.path: source})


def find_failing(reviewed: Iterable[Reviewed], fail_on: "FailOn | None") -> "tuple[Change, ...]":
    """Return the changes that nobody agreed to and that are too grave to pass."""
    return tuple(change for each in reviewed for change in each.dossier.review.failing(fail_on))


def tell_faults(reviewed: Iterable[Reviewed], console: Console) -> None:
    """Say on stderr what is wrong with approvals, each where it is written."""
    from journeymap.cli.verdict import write_report
    from journeymap.diagnostics import in_order
    from journeymap.reporting import Report

    told = [each for each in reviewed if each.faults]
    if told and not console.quiet:
        faults = in_order(fault for each in told for fault in each.faults)
        texts = {path: text for each in told for path, text in each.texts.items()}
        write_report(Report(faults, texts, len(texts)), "full", console, aside=True)


def _half(pair: Pair, origin: Origin) -> Half | None:
    return pair.base if origin == "base" else pair.head


def portfolio_of(half: Half | None) -> Portfolio:
    """Return the portfolio of one side, an empty one where the workspace is not there.

    Its pictures are named as seen from its own folder: where that is, and where we are, is no change.
    """
    if half:
        return rename_pictures(half.compilation.portfolio, half.group.see)
    from journeymap.building.vocabulary import empty_library

    return Portfolio(Workspace(), empty_library(), {}, ())


def _read_given(path: str, console: Console) -> Approvals:
    """Return the approvals of a file that was named; one that is malformed approves nothing."""
    from journeymap.syntax import Limits

    try:
        with console.path(path).open("rb") as file:
            content = file.read(Limits().bytes + 1)
    except OSError as error:
        raise UsageError(f"cannot read `{path}`: {(error.strerror or 'it is refused').lower()}") from None
    return read_approvals(path, content)


def _read_beside(half: Half | None) -> Approvals | None:
    """Return the approvals beside the settings of a workspace, if there are any."""
    from journeymap.syntax import Limits
    from journeymap.workspace.loading import read_beside

    found = read_beside(half.group, APPROVALS, Limits()) if half else None
    return read_approvals(*found) if found else None


def _add_rules(review: Review, pair: Pair, *, has_given: bool) -> Review:
    """Return a review that also says which approvals came in with the change itself."""
    if has_given or not (pair.base and pair.head):
        return review
    before, after = (_read_beside(half) for half in pair)
    came = tell_new_approvals(before.entries if before else (), after.entries if after else ())
    return review._replace(config_changes=(*review.config_changes, *came))


def _add_regressions(review: Review, pair: Pair, today: str) -> Review:
    """Return a review with what the checks found more or less of; both sides have to be there for that."""
    if not (pair.base and pair.head):
        return review
    before, after = (_tally(half) for half in (pair.base, pair.head))
    workspace = pair.head.compilation.portfolio.workspace
    name = workspace.title or pair.head.group.root or pair.head.group.files[0].path
    worse = judge_tallies(before, after, name, review.policy)
    approved = apply_approvals(worse, review.unused, today)
    return review._replace(
        regressions=approved.changes, used=(*review.used, *approved.used), unused=approved.unused
    )


def _tally(half: Half) -> Tally:
    """Return what the checks found on one side, and how much of what is claimed rests on research."""
    portfolio, found = half.compilation.portfolio, half.compilation.diagnostics
    covered = [evidence_coverage(journey) for journey in portfolio.journeys]
    return Tally(
        sum(each.severity is Severity.ERROR for each in found),
        sum(each.severity is Severity.WARNING for each in found),
        sum(each.known for each in covered),
        sum(each.total for each in covered),
    )


def _is_whole(pair: Pair) -> bool:
    """Say whether all files of a workspace were asked for."""
    return all(half.group.asked >= {file.path for file in half.group.files} for half in pair if half)


def _narrow(portfolio: Portfolio, half: Half | None, review: Review) -> Portfolio:
    """Return a portfolio with the journeys that were asked for, and those in which something is told."""
    told = {change.fact.entity.journey for change in review.changes}
    asked = half.group.asked if half else frozenset[str]()
    kept = (each for each in portfolio.journeys if each.id in told or each.at.file in asked)
    return portfolio._replace(journeys=tuple(kept))


def _only_asked(review: Review, pair: Pair) -> Review:
    """Return a review of the files that were asked for, and of what changes with them from outside."""
    halves = [half for half in pair if half]
    files = [half.group.asked if half else frozenset[str]() for half in pair]
    journeys = {
        f"journey:{journey.id}"
        for half in halves
        for journey in half.compilation.portfolio.journeys
        if journey.at.file in half.group.asked
    }

    def is_asked(change: Change) -> bool:
        fact = change.fact
        places = ((fact.base, files[0]), (fact.head, files[1]), (fact.nearest, files[1]))
        reached = {path.partition("/")[0] for path in (fact.entity.path, *fact.affects)}
        return any(place and place.file in asked for place, asked in places) or not reached.isdisjoint(
            journeys
        )

    return review._replace(
        changes=tuple(filter(is_asked, review.changes)),
        config_changes=tuple(filter(is_asked, review.config_changes)),
        # An approval of what was not looked at is not unused.
        unused=(),
    )


def _allow_breaking(review: Review, reason: str) -> Review:
    """Return a review in which whatever is breaking was agreed to on the command line, for all to see."""

    def allow(change: Change) -> Change:
        if change.level < Level.BREAKING or change.approval:
            return change
        return change._replace(approval=Approval(change.fingerprint, reason, "--allow-breaking"))

    return review._replace(
        changes=tuple(map(allow, review.changes)),
        regressions=tuple(map(allow, review.regressions)),
        config_changes=tuple(map(allow, review.config_changes)),
    )
