"""How a journey feels before and after, in a comment: small bars for the whole way, numbers for each step.

Code hosts draw bars of letters in light and dark alike, and readers hear them as what they are: a picture;
the table below says the same in numbers.
"""

from collections.abc import Iterator, Sequence

from journeymap.rendering.templating import marked
from journeymap.reviewing.dossier import Dossier
from journeymap.reviewing.escaping import write_text
from journeymap.reviewing.feelings import FeltLine, FeltStep, compare_feelings
from journeymap.reviewing.journeys import SIGNS, JourneyReview
from journeymap.reviewing.pen import Pen

BARS = "▁▂▃▄▅▆▇█"
NO_BAR = "·"
MOST_STEPS = 40
"""Bars and rows that a comment shows; of longer journeys it shows what changed only."""
MOST_PERSONAS = 4


def write_curves(dossier: Dossier, review: JourneyReview, pen: Pen) -> Iterator[str]:
    """Yield the feelings of a journey before and after, where they changed."""
    lines = [line for line in compare_feelings(dossier, review, lang=pen.lang) if not line.is_same]
    lines = lines[:MOST_PERSONAS]
    if not lines:
        return
    numbers = choose_steps(lines)
    yield "\n".join(_write_bars(lines, numbers, pen))
    summary = pen.say(marked("The same in numbers"))
    table = "\n".join(_write_numbers(lines, numbers, pen))
    yield f"<details><summary>{summary}</summary>\n\n{table}\n\n</details>"


def choose_steps(lines: Sequence[FeltLine]) -> tuple[int, ...]:
    """Return the steps to show: all, or those that changed in a journey of too many."""
    steps = range(len(lines[0].steps))
    if len(steps) > MOST_STEPS:
        changed = [number for number in steps if any(not line.steps[number].is_same for line in lines)]
        return tuple(changed[:MOST_STEPS])
    return tuple(steps)


def draw_bars(felt: Sequence[FeltStep], side: int) -> str:
    """Return a bar for each step, a dot where nobody said how it feels."""
    return "".join(NO_BAR if (height := step.heights[side]) is None else _bar(height) for step in felt)


def _bar(height: float) -> str:
    share = (min(2.0, max(-2.0, height)) + 2) / 4
    return BARS[round(share * (len(BARS) - 1))]


def _write_bars(lines: Sequence[FeltLine], numbers: Sequence[int], pen: Pen) -> Iterator[str]:
    heads = (marked("How it feels, step by step"), marked("before"), marked("after"))
    yield f"| {' | '.join(pen.say(head) for head in heads)} |"
    yield "| --- | --- | --- |"
    for line in lines:
        felt = [line.steps[number] for number in numbers]
        name = write_text(line.title) if line.title else pen.say(marked("Everyone"))
        yield f"| {name} | `{draw_bars(felt, 0)}` | `{draw_bars(felt, 1)}` |"


def _write_numbers(lines: Sequence[FeltLine], numbers: Sequence[int], pen: Pen) -> Iterator[str]:
    names = [write_text(line.title) if line.title else pen.say(marked("Everyone")) for line in lines]
    step_word = pen.say(marked("Step"))
    yield f"| {step_word} | {' | '.join(names)} |"
    yield f"| --- |{' ---: |' * len(names)}"
    for number in numbers:
        step = lines[0].steps[number].step
        sign = SIGNS[step.mark]
        title = write_text(step.touchpoint.title)
        cells = [_write_scores(line.steps[number], pen) for line in lines]
        yield f"| {f'{sign} **{title}**' if sign else title} | {' | '.join(cells)} |"


def _write_scores(felt: FeltStep, pen: Pen) -> str:
    before, after = ("–" if score is None else pen.score(score) for score in felt.scores)  # noqa: RUF001
    if felt.is_same:
        return after
    trend = "▲" if felt.rise > 0 else "▼" if felt.rise < 0 else ""
    return f"{before} → **{after}** {trend}".rstrip()
