"""Many customers leave at a touchpoint, and no pain says why.

The map knows that customers go and how many; it does not know what drives them away. As long as nobody
has asked, every cure is a guess.

Lost are those who take an exit that counts as lost, and those whom no branch takes. Journeys with `state:
future` or `ideal` are left alone: nobody has left them yet.

Failing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - id: before
        title: Before
        touchpoints:
          - id: offer
            title: The offer
            channel: phone
            next:
              - {to: call, when: agrees, share: 0.6}
              - {exit: other-mover, when: goes elsewhere}
          - {id: call, title: Call to agree on the day, channel: phone}
    exits:
      - {id: other-mover, title: Takes another mover, outcome: lost}

Passing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - id: before
        title: Before
        touchpoints:
          - id: offer
            title: The offer
            channel: phone
            pains:
              - id: unclear-price
                text: Nobody can tell what is included
                severity: medium
            next:
              - {to: call, when: agrees, share: 0.6}
              - {exit: other-mover, when: goes elsewhere}
          - {id: call, title: Call to agree on the day, channel: phone}
    exits:
      - {id: other-mover, title: Takes another mover, outcome: lost}

Source: Reichheld and Sasser, Zero Defections: Quality Comes to Services (Harvard Business Review, 1990), on
asking those who leave.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, describe_fault
from journeymap.model import Branch, Journey, Touchpoint
from journeymap.model.ways import shares_of
from journeymap.named_tuples import NamedTuple
from journeymap.problems import Problem, Spot

FAULT = describe_fault(
    "drop-off-without-pain",
    __doc__,
    options={
        "share": {
            "type": "number",
            "minimum": 0,
            "maximum": 1,
            "default": 0.2,
            "description": "The share of those at a touchpoint who leave, from 0 to 1, that asks for a pain.",
        }
    },
)
_TOLERANCE = 1e-9


class Loss(NamedTuple):
    """The branches by which customers are lost, each with its share, and the share of the remainder."""

    branches: tuple[tuple[float, Branch], ...]
    remainder: float

    @property
    def share(self) -> float:
        """The share of all who are lost."""
        return sum(share for share, _ in self.branches) + self.remainder


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each touchpoint that loses many and hurts nobody."""
    if subject.journey.state != "current":
        return
    least = subject.options["share"] - _TOLERANCE
    for touchpoint in subject.touchpoints:
        if touchpoint.next and not touchpoint.pains:
            loss = _find_loss(touchpoint.next, subject.journey)
            if loss.share and loss.share >= least:
                yield _report(touchpoint, touchpoint.next, loss)


def _find_loss(branches: tuple[Branch, ...], journey: Journey) -> Loss:
    shares, remainder = shares_of(branches)
    kept = {each.id for each in journey.exits if each.outcome != "lost"}
    lost = [
        (share, branch)
        for share, branch in zip(shares, branches, strict=True)
        if share and branch.exit and branch.exit not in kept
    ]
    return Loss(tuple(lost), remainder)


def _report(touchpoint: Touchpoint, branches: tuple[Branch, ...], loss: Loss) -> Problem:
    percent = f"{100 * loss.share:.3g}%"
    spots = [Spot(branch.at, f"{100 * share:.3g}% leave here") for share, branch in loss.branches]
    if loss.remainder:
        spots.append(Spot(branches[-1].at, f"after this, {100 * loss.remainder:.3g}% are left over"))
    return Problem(
        FAULT,
        f"{percent} of all customers at `{touchpoint.id}` are lost there, and no pain says why",
        tuple(spots),
        help=(
            (
                "ask those who leave, and add what they say to the touchpoint: "
                "`pains: [{id: ..., text: ..., severity: low|medium|high|critical}]`"
            ),
        ),
        args=(touchpoint.id,),
    )


CHECK = Check(FAULT, in_journey=find)
