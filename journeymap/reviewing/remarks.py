"""What a change means for the customer, in plain clauses: for readers who see neither files nor fields."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeAlias

from journeymap.model import Journey, Pain
from journeymap.model.opportunity import Opportunity
from journeymap.model.paths import walk_journey
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.markdown import strip_markup
from journeymap.rendering.metrics import one_line
from journeymap.rendering.naming import write_percent
from journeymap.rendering.templating import marked, marked_count
from journeymap.reviewing.dossier import Dossier
from journeymap.reviewing.feelings import FeltLine, FeltStep, compare_feelings
from journeymap.reviewing.journeys import JourneyReview, Mark, Step
from journeymap.reviewing.pen import Pen

RemarkMark: TypeAlias = Literal["plus", "minus", "arrow", "better", "worse", "gain", "pain", "opportunity"]

MOST_FEELINGS = 3
"""How many changed feelings are named one by one."""

_COUNTS = {
    "added": marked_count("%(count)d touchpoint more", "%(count)d touchpoints more"),
    "removed": marked_count("%(count)d touchpoint fewer", "%(count)d touchpoints fewer"),
    "moved": marked_count("%(count)d touchpoint moved", "%(count)d touchpoints moved"),
}
_SIGNS: dict[Mark, RemarkMark] = {"added": "plus", "removed": "minus", "moved": "arrow"}
_BETTER = {
    True: marked("%(who)s feels better at %(where)s (%(before)s → %(after)s)"),
    False: marked("%(who)s feels worse at %(where)s (%(before)s → %(after)s)"),
}
_BETTER_ALL = {
    True: marked("%(where)s feels better (%(before)s → %(after)s)"),
    False: marked("%(where)s feels worse (%(before)s → %(after)s)"),
}
_MORE = {
    True: marked_count("%(count)d more moment feels better", "%(count)d more moments feel better"),
    False: marked_count("%(count)d more moment feels worse", "%(count)d more moments feel worse"),
}


class Remark(NamedTuple):
    """A clause that says what changed; ``details`` are names that belong to it, and ``mark`` is its sign."""

    mark: RemarkMark
    text: str
    details: tuple[str, ...] = ()


def tell_journey(dossier: Dossier, review: JourneyReview, pen: Pen) -> tuple[Remark, ...]:
    """Return what a journey's changes mean for the customer, the way through first, then how it feels."""
    if review.before is None:
        return (Remark("plus", pen.say(marked("a new journey")), _summary(review)),)
    if review.after is None:
        return (Remark("minus", pen.say(marked("the journey is gone")), _summary(review)),)
    lines = compare_feelings(dossier, review, lang=pen.lang)
    return (
        *_tell_steps(review.steps, pen),
        *_tell_feelings(lines, pen),
        *_tell_pains(review, pen),
        *_tell_success(dossier, review.before, review.after, pen),
        *_tell_opportunities(review.before, review.after, pen),
    )


def tell_in_one_line(dossier: Dossier, review: JourneyReview, pen: Pen) -> str:
    """Return the remarks on a journey as one clause after its title."""
    clauses = ", ".join(remark.text for remark in tell_journey(dossier, review, pen))
    clauses = clauses or pen.say(marked("nothing that the customer would notice"))
    return pen.say(marked("%(title)s: %(clauses)s"), title=one_line(review.journey.title), clauses=clauses)


def call_briefly(title: str) -> str:
    """Return the name of a persona without what stands behind it: Mira for ``Mira, the deal hunter``."""
    name = one_line(title)
    return name.partition(",")[0].rstrip() or name


def _summary(review: JourneyReview) -> tuple[str, ...]:
    text = one_line(strip_markup(review.journey.summary))
    return (text,) if text else ()


def _tell_steps(steps: Sequence[Step], pen: Pen) -> Iterator[Remark]:
    for mark in ("removed", "added", "moved"):
        found = [step for step in steps if step.mark == mark]
        if found:
            details = tuple(_name_step(step, pen) for step in found)
            yield Remark(_SIGNS[mark], pen.say_count(_COUNTS[mark], len(found)), details)


def _name_step(step: Step, pen: Pen) -> str:
    name = pen.quote(one_line(step.touchpoint.title))
    if step.into is None:
        return name
    into = pen.quote(one_line(step.into.title))
    return pen.say(marked("%(name)s is now a part of %(into)s"), name=name, into=into)


def _tell_feelings(lines: Sequence[FeltLine], pen: Pen) -> Iterator[Remark]:
    changed = [(title, felt) for title, felt in _unite(lines) if felt.rise]
    # What changed most is said first.
    changed.sort(key=lambda pair: -abs(pair[1].rise))
    for title, felt in changed[:MOST_FEELINGS]:
        yield Remark("better" if felt.rise > 0 else "worse", _tell_feeling(title, felt, pen))
    rest = [felt.rise > 0 for _, felt in changed[MOST_FEELINGS:]]
    for is_better in (True, False):
        if count := rest.count(is_better):
            yield Remark("better" if is_better else "worse", pen.say_count(_MORE[is_better], count))


def _unite(lines: Sequence[FeltLine]) -> Iterator[tuple[str, FeltStep]]:
    """Yield who feels what at each step; where all feel the same, once and for nobody in particular."""
    for column in zip(*(line.steps for line in lines), strict=True):
        if len({felt.heights for felt in column}) == 1:
            yield (lines[0].title if len(lines) == 1 else ""), column[0]
        else:
            yield from ((line.title, felt) for line, felt in zip(lines, column, strict=True))


def _tell_feeling(title: str, felt: FeltStep, pen: Pen) -> str:
    before, after = felt.scores
    assert before is not None
    assert after is not None
    where = one_line(felt.step.touchpoint.title)
    scores = {"before": pen.score(before), "after": pen.score(after)}
    if title:
        return pen.say(_BETTER[felt.rise > 0], who=call_briefly(title), where=where, **scores)
    return pen.say(_BETTER_ALL[felt.rise > 0], where=where, **scores)


def _tell_pains(review: JourneyReview, pen: Pen) -> Iterator[Remark]:
    new = [pain for step in review.steps for pain in step.pair.new]
    resolved, removed = review.split_pains(pain for step in review.steps for pain in step.pair.resolved)
    if resolved:
        forms = marked_count("%(count)d pain resolved", "%(count)d pains resolved")
        yield Remark("gain", pen.say_count(forms, len(resolved)), _texts(resolved))
    if removed:
        forms = marked_count("%(count)d pain removed", "%(count)d pains removed")
        yield Remark("minus", pen.say_count(forms, len(removed)), _texts(removed))
    if new:
        forms = marked_count("%(count)d new pain", "%(count)d new pains")
        yield Remark("pain", pen.say_count(forms, len(new)), _texts(new))


def _tell_success(dossier: Dossier, before: Journey, after: Journey, pen: Pen) -> Iterator[Remark]:
    """Yield how many more or fewer reach their goal, where the shares of both sides tell."""
    once = walk_journey(before, scale=dossier.before.workspace.emotion_scale).success
    now = walk_journey(after, scale=dossier.after.workspace.emotion_scale).success
    if once is None or now is None or round(once, 3) == round(now, 3):
        return
    more = marked("more customers reach their goal (%(before)s → %(after)s)")
    fewer = marked("fewer customers reach their goal (%(before)s → %(after)s)")
    shares = {"before": write_percent(once, lang=pen.lang), "after": write_percent(now, lang=pen.lang)}
    yield Remark("better" if now > once else "worse", pen.say(more if now > once else fewer, **shares))


def _tell_opportunities(before: Journey, after: Journey, pen: Pen) -> Iterator[Remark]:
    once = {_key(opportunity): opportunity.status for opportunity in before.opportunities}
    done = [
        opportunity
        for opportunity in after.opportunities
        if opportunity.status == "done" and once.get(_key(opportunity), "done") != "done"
    ]
    if done:
        forms = marked_count("%(count)d opportunity done", "%(count)d opportunities done")
        yield Remark(
            "opportunity", pen.say_count(forms, len(done)), tuple(one_line(each.title) for each in done)
        )


def _key(opportunity: Opportunity) -> str:
    return opportunity.id or opportunity.title


def _texts(pains: Iterable[Pain]) -> tuple[str, ...]:
    return tuple(one_line(strip_markup(pain.text)) for pain in pains)
