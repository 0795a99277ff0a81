"""What a row of a table can say: the readers of each entity's fields, by field path.

A reader returns text, a number, several texts, or nothing; ids of library entries come out as
titles, because tables are read by people.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from journeymap.model.claims import Number, Pain
from journeymap.model.feelings import (
    DEFAULT_WORDS,
    journey_score,
    stage_emotion,
    stage_feelings,
    stage_score,
    touchpoint_feelings,
    touchpoint_score,
)
from journeymap.model.journey import Journey, Stage, Touchpoint
from journeymap.model.opportunity import Action, Insight, Opportunity
from journeymap.model.persona import Persona
from journeymap.model.portfolio import Portfolio
from journeymap.model.priorities import opportunity_score, quadrant_of
from journeymap.model.summaries import (
    OwnedKpi,
    channel_title,
    journey_channels,
    opportunities_for,
    opportunities_within,
    own_title,
    pains_of,
    stage_channels,
    stage_motivations,
)
from journeymap.named_tuples import NamedTuple

Value: TypeAlias = str | Number | tuple[str, ...] | None


class Row(NamedTuple):
    """One row of a table: a stage, touchpoint, pain … together with what surrounds it.

    The row of a shared persona belongs to no journey: its journey has no id. ``words`` are the words for
    scores that have none of their own, ``entitle`` what channels and phases are called, for a translation.
    """

    portfolio: Portfolio
    journey: Journey
    stage: Stage | None = None
    touchpoint: Touchpoint | None = None
    pain: Pain | None = None
    opportunity: Opportunity | None = None
    action: Action | None = None
    insight: Insight | None = None
    kpi: OwnedKpi | None = None
    persona: Persona | None = None
    words: Sequence[str] = DEFAULT_WORDS
    entitle: Callable[[Any], str] = own_title


Field: TypeAlias = Callable[[Row], Value]


def field_of(entity: str, read: Callable[[Row, Any], Value]) -> Field:
    """Return a field of one entity of a row; where the row has no such entity, the field is empty."""

    def field(row: Row) -> Value:
        value = getattr(row, entity)
        return None if value is None else read(row, value)

    return field


def _plain(entity: str, *names: str) -> dict[str, Field]:
    """Return the fields that are read as they stand."""
    return {name: field_of(entity, _attribute(name)) for name in names}


def _attribute(name: str) -> Callable[[Row, Any], Value]:
    return lambda _, value: getattr(value, name)


def _fields(entity: str, **readers: Callable[[Row, Any], Value]) -> dict[str, Field]:
    return {name.replace("__", "."): field_of(entity, read) for name, read in readers.items()}


def _title(entries: Mapping[str, Any], id: str) -> str:
    entry = entries.get(id)
    return str(entry.title) if entry is not None else id


def _team(row: Row, id: str) -> str:
    return _title(row.portfolio.library.teams, id) if id else ""


def _personas(row: Row, ids: tuple[str, ...]) -> tuple[str, ...]:
    local = {persona.id: persona for persona in row.journey.local_personas}
    return tuple(_title({**row.portfolio.personas, **local}, id) for id in ids)


def _sources(row: Row, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_title(row.portfolio.library.sources, id) for id in ids)


def _channels(row: Row, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(channel_title(row.portfolio, id, row.entitle) for id in ids)


def _evidence(row: Row, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_title({piece.id: piece for piece in row.journey.evidence}, id) for id in ids)


def _pains(row: Row, addresses: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_pain(row, address) for address in addresses)


def _pain(row: Row, address: str) -> str:
    """Return the text of a pain; one of another journey says of which."""
    home, _, id = address.rpartition("#")
    journey = row.journey if home in ("", row.journey.id) else row.portfolio.journey(home)
    pains = (pain for touchpoint in journey.touchpoints() for pain in touchpoint.pains) if journey else ()
    found = next((pain for pain in pains if id in (pain.id, *pain.aliases)), None)
    if journey is None or found is None:
        return address
    return found.text if journey is row.journey else f"{found.text} ({journey.title})"


def _phase(row: Row, stage: Stage) -> str:
    phase = row.portfolio.library.phases.get(stage.phase)
    return row.entitle(phase) if phase else stage.phase or stage.title


def _all(read: Callable[[Touchpoint], tuple[Any, ...]], text: str = "") -> Callable[[Row, Stage], Value]:
    """Return a reader of a stage that gathers the distinct values of its touchpoints."""

    def gather(_: Row, stage: Stage) -> Value:
        items = [item for touchpoint in stage.touchpoints for item in read(touchpoint)]
        return _distinct(getattr(item, text) if text else item for item in items)

    return gather


def _felt(row: Row, touchpoint: Touchpoint) -> Value:
    return touchpoint_feelings(touchpoint, row.portfolio.workspace.emotion_scale, row.words)


def _lane(name: str) -> Callable[[Row, Touchpoint], Value]:
    """Return a reader of a blueprint lane; a system that stands there by its id is called by its title."""

    def read(row: Row, touchpoint: Touchpoint) -> Value:
        systems = row.portfolio.library.systems
        items = getattr(touchpoint.blueprint, name)
        return tuple(_title(systems, each.text) if each.text == each.system else each.text for each in items)

    return read


def _distinct(values: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


JOURNEY = {
    **_plain("journey", "id", "title", "summary", "state", "status", "goal", "scenario"),
    **_plain("journey", "trigger", "outcome", "reviewed", "tags", "visibility", "extends"),
    **_fields(
        "journey",
        file=lambda _, journey: journey.at.file,
        stages=lambda _, journey: tuple(stage.title for stage in journey.stages),
        touchpoints__count=lambda _, journey: sum(1 for _ in journey.touchpoints()),
        pains__count=lambda _, journey: len(pains_of(journey)),
        opportunities__count=lambda _, journey: len(journey.opportunities),
        owner=lambda row, journey: _team(row, journey.owner),
        objective=lambda _, journey: journey.objective.text if journey.objective else "",
        personas=lambda row, journey: _personas(row, journey.personas),
        segments=lambda row, journey: tuple(
            _title(row.portfolio.library.segments, id) for id in journey.segments
        ),
        sources=lambda row, journey: _sources(row, journey.sources),
        channels=lambda row, journey: _channels(row, journey_channels(journey)),
        emotion__score=lambda _, journey: journey_score(journey),
        review_every=lambda _, journey: journey.review_every,
    ),
}

STAGE = {
    **_plain("stage", "id", "title", "summary", "goal", "focus", "tags"),
    **_fields(
        "stage",
        phase=_phase,
        owner=lambda row, stage: _team(row, stage.owner),
        emotion=lambda row, stage: stage_emotion(stage, row.portfolio.workspace.emotion_scale, row.words),
        emotion__score=lambda _, stage: stage_score(stage),
        emotion__feelings=lambda row, stage: stage_feelings(
            stage, row.portfolio.workspace.emotion_scale, row.words
        ),
        motivations=lambda _, stage: stage_motivations(stage),
        channels=lambda row, stage: _channels(row, stage_channels(stage)),
        touchpoints=lambda _, stage: tuple(touchpoint.title for touchpoint in stage.touchpoints),
        needs=_all(lambda touchpoint: touchpoint.needs),
        expectations=_all(lambda touchpoint: touchpoint.expectations),
        thoughts=_all(lambda touchpoint: touchpoint.thoughts, "text"),
        pains=_all(lambda touchpoint: touchpoint.pains, "text"),
        gains=_all(lambda touchpoint: touchpoint.gains, "text"),
        opportunities=lambda row, stage: _distinct(
            opportunity.title
            for touchpoint in stage.touchpoints
            for opportunity in opportunities_within(row.journey, touchpoint)
        ),
    ),
}

TOUCHPOINT = {
    **_plain("touchpoint", "id", "title", "summary", "type", "action", "motivations", "needs"),
    **_plain("touchpoint", "expectations", "policies", "events", "actor", "receiver", "tags"),
    **_fields(
        "touchpoint",
        channel=lambda row, touchpoint: _channels(row, touchpoint.channels),
        owner=lambda row, touchpoint: _team(row, touchpoint.owner),
        personas=lambda row, touchpoint: _personas(row, touchpoint.personas),
        thought=lambda _, touchpoint: tuple(thought.text for thought in touchpoint.thoughts),
        emotion=_felt,
        emotion__feelings=_felt,
        emotion__score=lambda _, touchpoint: touchpoint_score(touchpoint),
        emotion__quote=lambda _, touchpoint: _distinct(each.quote for each in touchpoint.emotions),
        emotion__confidence=lambda _, touchpoint: _distinct(each.confidence for each in touchpoint.emotions),
        pains=lambda _, touchpoint: tuple(pain.text for pain in touchpoint.pains),
        pains__count=lambda _, touchpoint: len(touchpoint.pains),
        gains=lambda _, touchpoint: tuple(gain.text for gain in touchpoint.gains),
        moment_of_truth=lambda _, touchpoint: "yes" if touchpoint.moment_of_truth else "",
        personalization=lambda _, touchpoint: tuple(each.text for each in touchpoint.personalization),
        sources=lambda row, touchpoint: _sources(row, touchpoint.sources),
        systems=lambda row, touchpoint: tuple(
            _title(row.portfolio.library.systems, id) for id in touchpoint.systems
        ),
        opportunities=lambda row, touchpoint: tuple(
            opportunity.title for opportunity in opportunities_within(row.journey, touchpoint)
        ),
        frontstage=_lane("frontstage"),
        backstage=_lane("backstage"),
        support=_lane("support"),
        physical_evidence=_lane("physical_evidence"),
        duration__active=lambda _, touchpoint: touchpoint.duration_active,
        duration__elapsed=lambda _, touchpoint: touchpoint.duration_elapsed,
    ),
}

PAIN = {
    **_plain("pain", "id", "text", "severity", "frequency", "confidence", "tags"),
    **_fields(
        "pain",
        title=lambda _, pain: pain.text,
        personas=lambda row, pain: _personas(row, pain.personas),
        evidence=lambda row, pain: _evidence(row, pain.evidence),
        opportunities=lambda row, pain: tuple(each.title for each in opportunities_for(row.journey, pain)),
    ),
}

OPPORTUNITY = {
    **_plain("opportunity", "id", "title", "summary", "customer_value", "business_value", "effort"),
    **_plain("opportunity", "reach", "confidence", "status", "due", "tags"),
    **_fields(
        "opportunity",
        score=lambda row, opportunity: opportunity_score(
            opportunity, row.portfolio.workspace.opportunity_score
        ),
        quadrant=lambda _, opportunity: quadrant_of(opportunity),
        addresses=lambda row, opportunity: _pains(row, opportunity.addresses),
        kpis=lambda _, opportunity: opportunity.kpis,
        owner=lambda row, opportunity: _team(row, opportunity.owner),
        actions=lambda _, opportunity: tuple(action.text for action in opportunity.actions),
    ),
}

ACTION = {
    **_plain("action", "id", "text", "impact", "example", "status", "due", "link", "tags"),
    **_fields(
        "action",
        title=lambda _, action: action.text,
        owner=lambda row, action: _team(row, action.owner),
    ),
}

INSIGHT = {
    **_plain("insight", "id", "text", "data", "action", "confidence", "tags"),
    **_fields(
        "insight",
        title=lambda _, insight: insight.text,
        source=lambda row, insight: _title(row.portfolio.library.sources, insight.source),
        evidence=lambda row, insight: _evidence(row, insight.evidence),
    ),
}
