"""What is covered: how much of a journey rests on research, and who is looked at in which phase."""

from collections.abc import Iterable, Iterator

from journeymap.model.claims import Confidence
from journeymap.model.feelings import mean, persona_score
from journeymap.model.journey import Journey, Touchpoint
from journeymap.model.persona import Persona
from journeymap.model.portfolio import Portfolio
from journeymap.named_tuples import NamedTuple


class Coverage(NamedTuple):
    """How many claims rest on research: ``known`` of ``total`` are more than assumed."""

    known: int
    total: int

    @property
    def share(self) -> float | None:
        """The share 0..1 of known claims, or nothing when nothing is claimed."""
        return self.known / self.total if self.total else None


class PhaseCell(NamedTuple):
    """What the journeys of one persona say about one phase.

    ``score`` is the mean of the persona's own scores there, on the workspace's scale.
    """

    journeys: tuple[str, ...]
    touchpoints: int
    score: float | None


class PersonaRow(NamedTuple):
    """A persona with its cell in each phase, or nothing where no journey of the persona goes.

    ``journey`` is the id of the journey that the persona is written in, and ``""`` for a shared one.
    """

    persona: Persona
    journey: str
    cells: tuple[PhaseCell | None, ...]


class PhaseCoverage(NamedTuple):
    """The personas of a portfolio against the phases of the lifecycle; ``phases`` are ids."""

    phases: tuple[str, ...]
    rows: tuple[PersonaRow, ...]


def evidence_coverage(journey: Journey, personas: Iterable[Persona] = ()) -> Coverage:
    """Return how many claims are more than assumed: emotions, pains, gains, insights, and these personas."""
    claims = [*_claims(journey), *(persona.confidence for persona in personas)]
    return Coverage(sum(confidence != "assumed" for confidence in claims), len(claims))


def phase_coverage(portfolio: Portfolio) -> PhaseCoverage:
    """Return which personas have journeys with stages in which phases, and how they feel there.

    It is about what is: only journeys of the current state count, and none that is retired. A phase is
    listed when the library declares it or a stage belongs to it; a persona always.
    """
    phases = list_phases(portfolio)
    journeys = [each for each in portfolio.journeys if each.state == "current" and each.status != "retired"]
    people = [(persona, "") for persona in portfolio.personas.values()]
    people += [(persona, journey.id) for journey in journeys for persona in journey.local_personas]
    rows = []
    for persona, home in people:
        own = [each for each in journeys if _concerns(each, persona, home)]
        rows.append(PersonaRow(persona, home, tuple(_cover(own, persona.id, phase) for phase in phases)))
    return PhaseCoverage(phases, tuple(rows))


def list_phases(portfolio: Portfolio) -> tuple[str, ...]:
    """Return the ids of the phases: those of the library in order, then others that stages name."""
    named = (stage.phase for journey in portfolio.journeys for stage in journey.stages if stage.phase)
    return tuple(dict.fromkeys([*portfolio.library.phases, *named]))


def _concerns(journey: Journey, persona: Persona, home: str) -> bool:
    """Say whether a journey is one of a persona; one written in a journey hides a shared one of its id."""
    if home:
        return journey.id == home and persona.id in journey.personas
    return persona.id in journey.personas and all(persona.id != each.id for each in journey.local_personas)


def _cover(journeys: Iterable[Journey], persona: str, phase: str) -> PhaseCell | None:
    found = [
        (journey.id, list(_concerned(stage.touchpoints, persona)))
        for journey in journeys
        for stage in journey.stages
        if stage.phase == phase
    ]
    if not found:
        return None
    touchpoints = [touchpoint for _, each in found for touchpoint in each]
    return PhaseCell(
        tuple(dict.fromkeys(id for id, _ in found)),
        len(touchpoints),
        mean(persona_score(touchpoint, persona) for touchpoint in touchpoints),
    )


def _concerned(touchpoints: Iterable[Touchpoint], persona: str) -> Iterator[Touchpoint]:
    for touchpoint in touchpoints:
        if not touchpoint.personas or persona in touchpoint.personas:
            yield touchpoint


def _claims(journey: Journey) -> Iterator[Confidence]:
    for stage in journey.stages:
        yield from (emotion.confidence for emotion in stage.emotions)
        for touchpoint in stage.touchpoints:
            yield from (emotion.confidence for emotion in touchpoint.emotions)
            yield from (pain.confidence for pain in touchpoint.pains)
            yield from (gain.confidence for gain in touchpoint.gains)
    yield from (insight.confidence for insight in journey.insights)
