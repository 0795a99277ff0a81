"""Runs the checks over a portfolio: each journey under its profile, overlays after what they extend."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

from journeymap.checks.check import Check, Subject, Survey
from journeymap.checks.levels import Checking, Levels
from journeymap.checks.loading import load_check
from journeymap.checks.registry import METHOD
from journeymap.diagnostics import Profile, Severity
from journeymap.model import Journey, Portfolio
from journeymap.named_tuples import NamedTuple
from journeymap.problems import Problem, Spot

_Seen = TypeVar("_Seen", bound=Survey)
_CHANGE = "`changes: [{set: item-id, fields: {...}}]`"


class Found(NamedTuple):
    """A problem that a check found, and its level before any setting."""

    problem: Problem
    level: Severity | None


class Crash(NamedTuple):
    """That a check failed by its own fault; the others go on."""

    rule: str
    error: Exception


def check_portfolio(
    portfolio: Portfolio, levels: Levels, checking: Checking, *, load: Callable[[str], Check] = load_check
) -> Iterator[Found | Crash]:
    """Yield what the rules of the method find in all journeys and between them.

    ``load`` returns a rule by its name; it is called only for those that may find something here.
    """

    @cache
    def wanted(profile: Profile) -> tuple[Check, ...]:
        return tuple(load(name) for name, rule in METHOD.items() if levels.may_report(rule, profile))

    yield from _check_whole(portfolio, wanted, levels, checking)
    told: dict[str, set[object]] = {}
    memory: dict[Any, Any] = {}
    for journey in _bases_first(portfolio.journeys):
        profile = levels.profile_of(journey)
        subject = Subject(portfolio, journey, checking.today, memory)
        subject.is_whole = checking.is_whole
        found = [
            each for check in wanted(profile) for each in _check_journey(check, subject, profile, levels)
        ]
        told[journey.id] = {_identity(each.problem) for each in found if isinstance(each, Found)}
        yield from _place_in_overlay(found, journey, told[journey.extends]) if journey.extends else found


def _check_whole(
    portfolio: Portfolio,
    wanted: Callable[[Profile], tuple[Check, ...]],
    levels: Levels,
    checking: Checking,
) -> Iterator[Found | Crash]:
    """Yield what is found between the journeys, held to the strictest profile of any of them."""
    profile = levels.strictest(portfolio.journeys)
    survey = Survey(portfolio, checking.today)
    survey.is_whole = checking.is_whole
    for check in wanted(profile):
        if check.in_portfolio is not None:
            survey.options = levels.options(check.fault)
            yield from _run(check, check.in_portfolio, survey, levels.default(check.fault, profile))


def _check_journey(
    check: Check, subject: Subject, profile: Profile, levels: Levels
) -> Iterator[Found | Crash]:
    if check.in_journey is not None:
        subject.options = levels.options(check.fault) if check.fault.options else {}
        yield from _run(check, check.in_journey, subject, levels.default(check.fault, profile))


def _run(
    check: Check, find: Callable[[_Seen], Iterable[Problem]], seen: _Seen, level: Severity | None
) -> Iterator[Found | Crash]:
    try:
        for problem in find(seen):
            yield Found(problem, level)
    except Exception as error:
        yield Crash(check.name, error)


def _bases_first(journeys: Sequence[Journey]) -> Iterator[Journey]:
    """Yield journeys so that each comes after the one that it extends."""
    by_id = {journey.id: journey for journey in journeys}
    done: set[str] = set()
    for journey in journeys:
        chain = [journey]
        while (base := by_id.get(chain[-1].extends)) is not None and base.id not in done:
            chain.append(base)
        for each in reversed(chain):
            if each.id not in done:
                done.add(each.id)
                yield each


def _place_in_overlay(
    found: Iterable[Found | Crash], journey: Journey, told: set[object]
) -> Iterator[Found | Crash]:
    """Yield what is found in an overlay, where its authors can mend it.

    What is inherited and found in the base as well is not said again; what only the overlay is held to
    is shown where it extends the base.
    """
    for each in found:
        if isinstance(each, Crash) or each.problem.spots[0].place.file == journey.at.file:
            yield each
        elif _identity(each.problem) not in told:
            first, *others = each.problem.spots
            spots = (Spot(journey.at.child("extends"), "inherited from here"), first, *others)
            help = (*each.problem.help, f"mend it in `{journey.extends}`, or only here: {_CHANGE}")
            yield each._replace(problem=each.problem._replace(spots=spots, help=help, repairs=()))


def _identity(problem: Problem) -> object:
    place = problem.spots[0].place
    return (problem.fault.name, place.file, place.pointer, problem.args)
