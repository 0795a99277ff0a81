"""A feedback loop leaves open where answers come from, how often they are read, or who reads them.

A loop without an owner is a box for complaints that nobody opens. Customers notice: they answer once, see
that nothing changes, and do not answer again.

A `text` says where answers come from as well as a `source` does.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - {id: decision, title: Decision}
    feedback_loops:
      - {id: monthly-tickets, text: Ten tickets are read aloud, cadence: 30d}

Passing:

    # file: first-purchase.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - {id: decision, title: Decision}
    feedback_loops:
      - id: monthly-tickets
        text: Ten tickets are read aloud
        source: tickets
        cadence: 30d
        owner: care
        feeds: [decision]
    # file: organisation.library.yaml
    journeymap: 1
    kind: library
    sources:
      - {id: tickets, title: Support tickets}
    teams:
      - {id: care, title: Customer care}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: Reichheld and Markey, The Ultimate Question 2.0 (2011): a closed loop has somebody who answers for
it and a rhythm.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, at_id, describe_fault
from journeymap.checks.grounds import name_of
from journeymap.model import FeedbackLoop
from journeymap.problems import Problem

FAULT = describe_fault("incomplete-feedback-loop", __doc__)
QUESTIONS = {
    "source": "where answers come from",
    "cadence": "how often it runs",
    "owner": "who runs it",
}

_WRITTEN = {
    "source": "`source: source-id` (declared in a library under `sources:`) or a `text:`",
    "cadence": "`cadence: 30d` (a number with `d` or `w`)",
    "owner": "`owner: team-id` (declared in a library under `teams:`)",
}


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each feedback loop that leaves something open."""
    for loop in subject.journey.feedback_loops:
        missing = _missing_keys(loop)
        if missing:
            yield Problem(
                FAULT,
                f"{_name(loop)} does not say {_join([QUESTIONS[key] for key in missing], 'or')}",
                (at_id(loop, "this loop is open"),),
                help=(f"if it is known, add {_join([_WRITTEN[key] for key in missing], 'and')}",),
                args=() if loop.id else (loop.text, loop.source),
            )


def _missing_keys(loop: FeedbackLoop) -> list[str]:
    """Return the keys that a loop leaves out; a text tells where the answers come from, too."""
    told = {"source": loop.source or loop.text, "cadence": loop.cadence, "owner": loop.owner}
    return [key for key, value in told.items() if not value]


def _name(loop: FeedbackLoop) -> str:
    id = loop.id or loop.source
    return f"feedback loop {name_of(id, loop.text)}" if id or loop.text else "a feedback loop"


def _join(words: list[str], last: str) -> str:
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), words[-1])))


CHECK = Check(FAULT, in_journey=find)
