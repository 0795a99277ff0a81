"""A journey as a Mermaid ``journey``: a section for each stage, a face for each touchpoint."""

from collections.abc import Iterator, Sequence
from math import ceil

from journeymap.model import Journey, Portfolio, Stage, Touchpoint
from journeymap.model.claims import Emotion, Number
from journeymap.model.feelings import Felt, emotion_for, format_score, mean
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.exchange.exported import Exported, introduce
from journeymap.rendering.exchange.holdings import HOLDS, MERMAID_JOURNEY
from journeymap.rendering.exchange.losses import (
    count,
    describe_losses,
    name_some,
    one_or_many,
    owners_of,
    title_of,
)
from journeymap.rendering.exchange.mermaid_text import write_actor, write_comment, write_task, write_title
from journeymap.rendering.naming import name_persona

NEUTRAL = 3
REACH = 2
"""Mermaid's scores are whole numbers from 1 to 5; Mermaid has a face for each and no way to have none."""


class Task(NamedTuple):
    """A line of a section: ``score`` is as the workspace has it, ``actors`` are ids of personas.

    ``again`` says that the line before is of the same touchpoint.
    """

    title: str
    score: Number | None
    face: int
    actors: tuple[str, ...]
    again: bool


def write_journey_diagram(portfolio: Portfolio, journey: Journey) -> Exported:
    """Return the journey diagram."""
    tasks = [(stage, tuple(_tasks(portfolio, journey, stage))) for stage in journey.stages]
    every = [task for _, group in tasks for task in group]
    losses = (
        *_describe_scores(portfolio, every),
        *_describe_repeats(every),
        *_describe_feelings(journey),
        *_describe_personas(portfolio, journey, every),
        *describe_losses(journey, HOLDS[MERMAID_JOURNEY], MERMAID_JOURNEY),
    )
    lines = [write_comment(line) for line in introduce(journey, losses)]
    title = write_title(title_of(journey))
    lines += ["journey", f"  title {title}", f"  accTitle: {title}"]
    if journey.summary:
        lines.append(f"  accDescr: {write_title(journey.summary)}")
    for stage, group in tasks:
        lines.append(f"  section {write_task(title_of(stage))}")
        lines += [f"    {_write_task(portfolio, journey, task)}" for task in group]
    return Exported("\n".join([*lines, ""]), losses)


def choose_face(canonical: float) -> int:
    """Return the score from 1 to 5 nearest to a canonical one; of two as near, the one nearer to neutral."""
    distance = ceil(round(abs(canonical), 9) - 0.5)
    return NEUTRAL + min(distance, REACH) * (1 if canonical > 0 else -1)


def _tasks(portfolio: Portfolio, journey: Journey, stage: Stage) -> Iterator[Task]:
    """Yield the lines of a stage; one without touchpoints is a line of its own."""
    for owner in stage.touchpoints or (stage,):
        yield from _faces(portfolio, journey, owner)


def _faces(portfolio: Portfolio, journey: Journey, owner: Felt) -> Iterator[Task]:
    """Yield a line for each score that a touchpoint has, with the personas who feel so."""
    title = title_of(owner)
    actors = _actors(journey, owner)
    groups: dict[Number | None, list[str]] = {}
    for actor in actors:
        emotion = _feel(owner, actor)
        groups.setdefault(emotion.score if emotion else None, []).append(actor)
    if not actors:
        groups[mean(emotion.score for emotion in owner.emotions)] = []
    for score, who in groups.items():
        canonical = 0.0 if score is None else portfolio.workspace.emotion_scale.canonical(score)
        again = score != next(iter(groups))
        yield Task(title, score, choose_face(canonical), tuple(who), again)


def _actors(journey: Journey, owner: Felt) -> tuple[str, ...]:
    """Return the personas who take part or feel; what happens behind the scenes is nobody's."""
    present = journey.personas
    if isinstance(owner, Touchpoint):
        present = () if owner.type == "internal" else owner.personas or journey.personas
    return tuple(dict.fromkeys((*present, *filter(None, (emotion.persona for emotion in owner.emotions)))))


def _feel(owner: Felt, actor: str) -> Emotion | None:
    """Return what a persona feels, also one who is not among those whom the touchpoint concerns."""
    own = next((emotion for emotion in owner.emotions if emotion.persona == actor), None)
    return own or emotion_for(owner, actor)


def _write_task(portfolio: Portfolio, journey: Journey, task: Task) -> str:
    names = [write_actor(name_persona(portfolio, journey, actor)) for actor in task.actors]
    who = f": {', '.join(names)}" if names else ""
    return f"{write_task(task.title)}: {task.face}{who}"


def _describe_scores(portfolio: Portfolio, tasks: Sequence[Task]) -> Iterator[str]:
    """Yield what became of scores that Mermaid has no face for."""
    scale = portfolio.workspace.emotion_scale
    rounded = [
        f"{task.title} {format_score(task.score)} → {task.face}"
        for task in tasks
        if task.score is not None and abs(scale.canonical(task.score) + NEUTRAL - task.face) > 1e-9
    ]
    if rounded:
        was = one_or_many(len(rounded), "was", "were")
        yield f"{count(len(rounded), 'score')} {was} rounded: {name_some(rounded)}"
    unknown = [task.title for task in tasks if task.score is None]
    if unknown:
        has = one_or_many(len(unknown), "has", "have")
        yield f"{count(len(unknown), 'line')} {has} no score and a neutral face: {name_some(unknown)}"


def _describe_repeats(tasks: Sequence[Task]) -> Iterator[str]:
    """Yield which touchpoints have several lines."""
    repeated = list(dict.fromkeys(task.title for task in tasks if task.again))
    if repeated:
        yield f"personas who feel differently have a line each for {name_some(repeated)}"


def _describe_feelings(journey: Journey) -> Iterator[str]:
    """Yield which feelings no line shows: of everyone, where all have their own, and all but the first."""
    titles = []
    for owner in owners_of(journey):
        actors = _actors(journey, owner)
        shown = [_feel(owner, actor) for actor in actors] if actors else list(owner.emotions[:1])
        hidden = [emotion for emotion in owner.emotions if not any(emotion is each for each in shown)]
        titles += [title_of(owner)] * len(hidden)
    if titles:
        names = name_some(list(dict.fromkeys(titles)))
        yield f"{count(len(titles), 'feeling')} {one_or_many(len(titles), 'has', 'have')} no line: {names}"


def _describe_personas(portfolio: Portfolio, journey: Journey, tasks: Sequence[Task]) -> Iterator[str]:
    """Yield which personas no line names, and where those who take part behind the scenes are left out."""
    named = {actor for task in tasks for actor in task.actors}
    unnamed = [name_persona(portfolio, journey, each) for each in journey.personas if each not in named]
    if unnamed:
        yield f"{count(len(unnamed), 'persona')} {one_or_many(len(unnamed), 'has', 'have')} no line: " + (
            name_some(unnamed)
        )
    behind = [
        title_of(each)
        for each in journey.touchpoints()
        if each.type == "internal" and set(each.personas) - set(_actors(journey, each))
    ]
    if behind:
        yield f"what happens behind the scenes is a line of nobody: {name_some(behind)}"
