"""How people feel along a journey before and after, step by step, whose feelings changed first."""

from journeymap.model import Journey, Portfolio
from journeymap.model.claims import Number
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.map.emotion_lines import EmotionLine, Feeling, draw_lines
from journeymap.reviewing.dossier import Dossier
from journeymap.reviewing.journeys import JourneyReview, Step


class FeltStep(NamedTuple):
    """What somebody feels at a step on both sides; nothing where nobody said so."""

    step: Step
    before: Feeling | None
    after: Feeling | None

    @property
    def rise(self) -> float:
        """How much better it feels, on the canonical scale; 0 where one side is not known."""
        before, after = self.heights
        return 0.0 if before is None or after is None else round(after - before, 9)

    @property
    def heights(self) -> tuple[float | None, float | None]:
        """The canonical scores of both sides."""
        before = self.before.height if self.before else None
        return before, self.after.height if self.after else None

    @property
    def scores(self) -> tuple[Number | None, Number | None]:
        """The scores of both sides as they are written."""
        before = self.before.score if self.before else None
        return before, self.after.score if self.after else None

    @property
    def is_same(self) -> bool:
        """Whether the feeling has not changed."""
        before, after = self.heights
        return before == after


class FeltLine(NamedTuple):
    """How a persona feels along all steps; everyone where ``title`` is empty."""

    persona: str
    title: str
    steps: tuple[FeltStep, ...]

    @property
    def is_same(self) -> bool:
        """Whether no feeling has changed."""
        return all(step.is_same for step in self.steps)

    @property
    def has_curve(self) -> bool:
        """Whether there are two scores at least on one side, so that a curve says something."""
        sides = zip(*(step.heights for step in self.steps), strict=True)
        return any(sum(height is not None for height in side) > 1 for side in sides)


def compare_feelings(dossier: Dossier, review: JourneyReview, *, lang: str) -> tuple[FeltLine, ...]:
    """Return a line for everyone, or one for each persona where either side tells them apart."""
    sides = ((dossier.before, review.before), (dossier.after, review.after))
    voices = _voices(*(_draw(portfolio, journey, (), lang) for portfolio, journey in sides))
    before, after = (
        {line.id: line for line in _draw(portfolio, journey, voices, lang)} for portfolio, journey in sides
    )
    lines = (_join(review, before.get(voice), after.get(voice)) for voice in voices)
    # Whose feelings changed come first; the order of the journey decides among them.
    return tuple(sorted(lines, key=lambda line: line.is_same))


def _voices(before: tuple[EmotionLine, ...], after: tuple[EmotionLine, ...]) -> tuple[str, ...]:
    found = dict.fromkeys(line.id for line in (*after, *before))
    named = tuple(filter(None, found))
    return named or tuple(found)


def _draw(
    portfolio: Portfolio, journey: Journey | None, voices: tuple[str, ...], lang: str
) -> tuple[EmotionLine, ...]:
    if journey is None:
        return ()
    owners = tuple(journey.touchpoints())
    return draw_lines(portfolio, journey, lang=lang, owners=owners, personas=voices)


def _join(review: JourneyReview, before: EmotionLine | None, after: EmotionLine | None) -> FeltLine:
    known = after or before
    assert known is not None
    once, now = _by_touchpoint(review.before, before), _by_touchpoint(review.after, after)
    steps = tuple(
        FeltStep(
            step,
            once.get(step.pair.before.id) if step.pair.before else None,
            now.get(step.pair.after.id) if step.pair.after else None,
        )
        for step in review.steps
    )
    return FeltLine(known.id, known.title, steps)


def _by_touchpoint(journey: Journey | None, line: EmotionLine | None) -> dict[str, Feeling | None]:
    if journey is None or line is None:
        return {}
    ids = (touchpoint.id for touchpoint in journey.touchpoints())
    return dict(zip(ids, line.feelings, strict=True))
