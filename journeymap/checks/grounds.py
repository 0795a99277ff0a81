"""What a journey claims about its customers, and on which grounds."""

from collections.abc import Iterator
from typing import TypeAlias

from journeymap.model import Emotion, Gain, Insight, Journey, Pain, Stage, Touchpoint
from journeymap.named_tuples import NamedTuple

Claim: TypeAlias = Emotion | Pain | Gain | Insight
_NOUNS = {Pain: "pain", Gain: "gain", Insight: "insight"}
_WIDEST = 48


class Stated(NamedTuple):
    """A claim and the id of the stage or touchpoint that it is made of; insights have none."""

    claim: Claim
    of: str

    @property
    def words(self) -> str:
        """What the claim is called in a sentence."""
        claim = self.claim
        if not isinstance(claim, Emotion):
            return f"{_NOUNS[type(claim)]} {name_of(claim.id, claim.text)}"
        return (
            f"what `{claim.persona}` feels at `{self.of}`" if claim.persona else f"the feeling at `{self.of}`"
        )

    @property
    def args(self) -> tuple[str, ...]:
        """What tells the claim from others of the same stage or touchpoint."""
        claim = self.claim
        if isinstance(claim, Emotion):
            return ("emotion", claim.persona)
        return () if claim.id else (_NOUNS[type(claim)], claim.text)


def claims_of(journey: Journey) -> Iterator[Stated]:
    """Yield all claims of a journey: emotions, pains and gains stage by stage, then insights."""
    for stage in journey.stages:
        if stage.emotions:
            yield from _feelings_at(stage)
        for touchpoint in stage.touchpoints:
            if touchpoint.emotions:
                yield from _feelings_at(touchpoint)
            for pain in touchpoint.pains:
                yield Stated(pain, touchpoint.id)
            for gain in touchpoint.gains:
                yield Stated(gain, touchpoint.id)
    for insight in journey.insights:
        yield Stated(insight, "")


def name_of(id: str, text: str) -> str:
    """Return how an item is named in a message: by its id, else by the beginning of its text."""
    if id:
        return f"`{id}`"
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= _WIDEST else f'"{line[:_WIDEST].rstrip()}…"'


def _feelings_at(owner: Stage | Touchpoint) -> Iterator[Stated]:
    for emotion in owner.emotions:
        yield Stated(emotion, owner.id)
