"""The phases of a workspace do not say what comes before the purchase and what after it.

A lifecycle is a line from the first question to the last use. As long as all its phases lie in the middle,
nobody can be told that a map leaves out how customers got there, or what becomes of them afterwards.

Failing:

    # file: lifecycle.library.yaml
    journeymap: 1
    kind: library
    phases:
      - {id: search, title: Search}
      - {id: stay, title: Stay}
      - {id: memory, title: Memory}
    # file: holiday.journey.yaml
    journeymap: 1
    kind: journey
    id: holiday
    title: A holiday
    status: published
    stages:
      - {id: search, title: Search}
      - {id: stay, title: Stay}
      - {id: memory, title: Memory}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Passing:

    # file: lifecycle.library.yaml
    journeymap: 1
    kind: library
    phases:
      - {id: search, title: Search, position: before}
      - {id: stay, title: Stay}
      - {id: memory, title: Memory, position: after}
    # file: holiday.journey.yaml
    journeymap: 1
    kind: journey
    id: holiday
    title: A holiday
    status: published
    stages:
      - {id: search, title: Search}
      - {id: stay, title: Stay}
      - {id: memory, title: Memory}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: the rule of the language: a phase lies in the middle unless it says where else; Lemon and Verhoef,
Understanding Customer Experience Throughout the Customer Journey (Journal of Marketing 80, 2016), on the
three parts of a journey.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Survey, at_id, describe_fault
from journeymap.problems import Problem

FAULT = describe_fault("phases-without-position", __doc__)


def find(survey: Survey) -> Iterator[Problem]:
    """Yield a problem when several phases are declared, and all of them lie in the middle."""
    phases = tuple(survey.portfolio.library.phases.values())
    if len(phases) > 1 and all(phase.position == "core" for phase in phases):
        names = ", ".join(f"`{phase.id}`" for phase in phases)
        yield Problem(
            FAULT,
            f"of the phases {names} none is said to come before the purchase or after it",
            (at_id(phases[0], "before, at, or after?"),),
            help=(
                (
                    "in the library, add `position: before` to the phases before the purchase, and "
                    "`position: after` to those after it; `core` is the default"
                ),
            ),
        )


CHECK = Check(FAULT, in_portfolio=find)
