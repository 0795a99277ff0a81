"""Where a journey stands among the others: what it inherits, and of which it is a part."""

from journeymap.checks.check import Subject
from journeymap.model import Journey, Portfolio
from journeymap.named_tuples import NamedTuple


class Relations(NamedTuple):
    """Ids of journeys by what others make of them.

    ``expanded`` are the details of a stage or touchpoint elsewhere, ``heard`` those among them whose
    whole has a feedback loop, and ``continued`` those that another journey leads to.
    """

    expanded: frozenset[str]
    continued: frozenset[str]
    heard: frozenset[str]


def written_in(subject: Subject, field: str) -> Journey:
    """Return where a field of a journey was written or left out: the furthest base that says the same."""
    journey = subject.journey
    while journey.extends:
        base = subject.portfolio.journey(journey.extends)
        if base is None or getattr(base, field) != getattr(journey, field):
            break
        journey = base
    return journey


def is_detail(subject: Subject) -> bool:
    """Whether the journey shows in detail what is one stage or touchpoint of another."""
    return not _names_of(subject).isdisjoint(subject.once(_relate).expanded)


def continues_another(subject: Subject) -> bool:
    """Whether another journey leads to this one."""
    return not _names_of(subject).isdisjoint(subject.once(_relate).continued)


def is_heard_elsewhere(subject: Subject) -> bool:
    """Whether the journey is the detail of one that has a feedback loop."""
    return not _names_of(subject).isdisjoint(subject.once(_relate).heard)


def _relate(portfolio: Portfolio) -> Relations:
    expanded: set[str] = set()
    continued: set[str] = set()
    heard: set[str] = set()
    for journey in portfolio.journeys:
        details = {stage.expand for stage in journey.stages}
        for touchpoint in journey.touchpoints():
            details.add(touchpoint.expand)
            continued.update(way.journey for way in touchpoint.next or () if way.journey != journey.id)
        details.discard(journey.id)
        expanded.update(details)
        if journey.feedback_loops:
            heard.update(details)
    return Relations(*(frozenset(names - {""}) for names in (expanded, continued, heard)))


def _names_of(subject: Subject) -> set[str]:
    """Return the ids of a journey and of all that it extends: an overlay stands where its base stands."""
    names, journey = {subject.journey.id}, subject.journey
    while journey.extends and journey.extends not in names:
        names.add(journey.extends)
        journey = subject.portfolio.journey(journey.extends) or journey
    return names
