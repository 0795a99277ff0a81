"""Two stages, or two touchpoints, of one journey have the same title.

Readers tell things apart by their titles; ids are for machines. In a table, a legend or a meeting, "the
second Confirmation" is the wrong one half of the time, and so is the improvement.

A shared touchpoint (`uses`) that customers meet twice may keep its title.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - {id: order-mail, title: Confirmation}
          - {id: parcel-mail, title: Confirmation}

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - {id: order-mail, title: Confirmation of the order}
          - {id: parcel-mail, title: Confirmation of the dispatch}

Source: a rule of the language itself; WCAG 2.2, success criterion 2.4.6 (headings and labels), asks the
same of pages.
"""

from collections.abc import Iterator, Sequence

from journeymap.checks.check import Check, Subject, describe_fault
from journeymap.checks.items import place_of_field
from journeymap.model import Stage, Touchpoint
from journeymap.problems import Problem, Spot

FAULT = describe_fault("duplicate-title", __doc__)
_MOST_LABELS = 8


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each title that several stages or several touchpoints have."""
    yield from _report(subject, "stages", subject.journey.stages)
    yield from _report(subject, "touchpoints", subject.touchpoints)


def _report(subject: Subject, noun: str, items: Sequence[Stage | Touchpoint]) -> Iterator[Problem]:
    titles = [item.title.casefold() for item in items]
    if len({" ".join(title.split()) for title in titles}) == len(items):
        return
    same: dict[str, list[Stage | Touchpoint]] = {}
    for title, item in zip(titles, items, strict=True):
        same.setdefault(" ".join(title.split()), []).append(item)
    for alike in same.values():
        shared = {getattr(item, "uses", "") for item in alike}
        if len(alike) == 1 or (len(shared) == 1 and shared != {""}):
            continue
        first, second, *others = alike
        labelled = [(second, "again here"), (first, "first here")]
        labelled += [(item, "and here") for item in others[:_MOST_LABELS]]
        yield Problem(
            FAULT,
            f"{_count(len(alike))} {noun} are called `{' '.join(first.title.split())}`",
            tuple(Spot(place_of_field(subject.journey, item, "title"), text) for item, text in labelled),
            ("say in each `title:` what is different about it",),
            args=tuple(item.id for item in alike),
        )


def _count(number: int) -> str:
    return {2: "two", 3: "three", 4: "four"}.get(number, str(number))


CHECK = Check(FAULT, in_journey=find)
