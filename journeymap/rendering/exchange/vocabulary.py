"""What everything that a journey says is called when it is counted, by its place in the model."""

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from journeymap.model.claims import Deprecation, Evidence, Gain, Pain, Thought
from journeymap.model.journey import Change, FeedbackLoop, Move, Objective, Personalization
from journeymap.model.library import BlueprintItem, Kpi
from journeymap.model.opportunity import Action, Insight, Link, Opportunity
from journeymap.model.persona import Image, Persona
from journeymap.named_tuples import NamedTuple
from journeymap.source import Place

Sort: TypeAlias = Literal["things", "details", "journey"]


class Word(NamedTuple):
    """What one is called, and what several are.

    ``things`` stand for themselves, ``details`` say more about a stage, touchpoint, feeling or branch, and
    ``journey`` is said once about all of it.
    """

    one: str
    many: str
    sort: Sort


def _thing(one: str, many: str = "") -> Word:
    return Word(one, many or f"{one}s", "things")


def _detail(one: str, many: str = "") -> Word:
    return Word(one, many or f"{one}s", "details")


def _once(one: str, many: str = "") -> Word:
    return Word(one, many or one, "journey")


KPI: Final = _thing("KPI")
BLUEPRINT_ITEM: Final = _thing("blueprint item")
SUMMARY: Final = _detail("summary", "summaries")
OWNER: Final = _detail("owner")
MOTIVATION: Final = _detail("motivation")
CUSTOM_FIELD: Final = _detail("custom field")
FEELING: Final = _detail("word for a feeling", "words for feelings")
DETAIL: Final = _detail("pointer to another journey", "pointers to other journeys")
VISIBILITY: Final = _detail("visibility", "visibilities")
DEPRECATION: Final = _detail("deprecation")
TAG: Final = _detail("tag")
PERSONA: Final = _detail("fact about a persona", "facts about personas")
_PERSONA_ELSEWHERE: Final = ("id", "title", "lang", "aliases", "at")
"""What is no fact of its own: the name of a persona counts with the personas of the journey."""

_STAGE: Final[Mapping[str, Word]] = {
    "title": _detail("title of a stage", "titles of stages"),
    "touchpoints": _thing("touchpoint"),
    "emotions": _thing("feeling about a whole stage", "feelings about whole stages"),
    "summary": SUMMARY,
    "phase": _detail("phase"),
    "goal": _detail("goal of a stage", "goals of stages"),
    "focus": _detail("focus of a stage", "focuses of stages"),
    "motivations": MOTIVATION,
    "kpis": KPI,
    "owner": OWNER,
    "expand": DETAIL,
    "fields": CUSTOM_FIELD,
    "visibility": VISIBILITY,
    "deprecated": DEPRECATION,
    "tags": TAG,
}

WORDS: Final[Mapping[str, Word]] = {
    "journey.stages": _thing("stage"),
    **{f"stage.{field}": word for field, word in _STAGE.items()},
    **{f"step.{field}": word for field, word in _STAGE.items() if field != "touchpoints"},
    "touchpoint.emotions": _thing("feeling"),
    "touchpoint.pains": _thing("pain"),
    "touchpoint.gains": _thing("gain"),
    "journey.kpis": KPI,
    "touchpoint.kpis": KPI,
    "opportunity.own_kpis": KPI,
    "journey.opportunities": _thing("opportunity", "opportunities"),
    "opportunity.actions": _thing("action"),
    "journey.insights": _thing("insight"),
    "journey.evidence": _thing("piece of evidence", "pieces of evidence"),
    "blueprint.physical_evidence": BLUEPRINT_ITEM,
    "blueprint.frontstage": BLUEPRINT_ITEM,
    "blueprint.backstage": BLUEPRINT_ITEM,
    "blueprint.support": BLUEPRINT_ITEM,
    "touchpoint.next": _thing("branch", "branches"),
    "journey.exits": _thing("exit"),
    "journey.feedback_loops": _thing("feedback loop"),
    "touchpoint.title": _detail("title of a touchpoint", "titles of touchpoints"),
    "touchpoint.summary": SUMMARY,
    "touchpoint.type": _detail("sort of touchpoint", "sorts of touchpoints"),
    "touchpoint.channels": _detail("channel"),
    "touchpoint.action": _detail("action of customers", "actions of customers"),
    "touchpoint.thoughts": _detail("thought"),
    "touchpoint.motivations": MOTIVATION,
    "touchpoint.needs": _detail("need"),
    "touchpoint.expectations": _detail("expectation"),
    "touchpoint.moment_of_truth": _detail("moment of truth", "moments of truth"),
    "touchpoint.personas": _detail("persona of a touchpoint", "personas of touchpoints"),
    "touchpoint.actor": _detail("actor"),
    "touchpoint.receiver": _detail("receiver"),
    "touchpoint.owner": OWNER,
    "touchpoint.systems": _detail("system"),
    "touchpoint.uses": _detail("use of a shared touchpoint", "uses of shared touchpoints"),
    "touchpoint.duration_active": _detail("duration"),
    "touchpoint.duration_elapsed": _detail("duration"),
    "touchpoint.personalization": _detail("personalization"),
    "touchpoint.sources": _detail("source"),
    "touchpoint.events": _detail("event"),
    "touchpoint.policies": _detail("policy", "policies"),
    "touchpoint.images": _detail("image"),
    "touchpoint.links": _detail("link"),
    "touchpoint.fields": CUSTOM_FIELD,
    "touchpoint.expand": DETAIL,
    "emotion.score": _detail("score"),
    "emotion.feeling": FEELING,
    "emotion.feelings": FEELING,
    "emotion.intensity": _detail("intensity", "intensities"),
    "emotion.quote": _detail("quote"),
    "emotion.confidence": _detail("confidence of a feeling", "confidences of feelings"),
    "emotion.evidence": _detail("reference to evidence", "references to evidence"),
    "emotion.persona": _detail("persona of a feeling", "personas of feelings"),
    **{f"persona.{field}": PERSONA for field in Persona._fields if field not in _PERSONA_ELSEWHERE},
    "branch.to": _detail("target of a branch", "targets of branches"),
    "branch.exit": _detail("target of a branch", "targets of branches"),
    "branch.journey": _detail("target of a branch", "targets of branches"),
    "branch.when": _detail("condition"),
    "branch.share": _detail("share"),
    "exit.title": _detail("title of an exit", "titles of exits"),
    "exit.outcome": _detail("outcome of an exit", "outcomes of exits"),
    **{
        f"{kind}.{field}": word
        for kind in ("touchpoint", "exit")
        for field, word in (("visibility", VISIBILITY), ("deprecated", DEPRECATION), ("tags", TAG))
    },
    "journey.title": _once("title"),
    "journey.summary": _once("summary"),
    "journey.state": _once("state"),
    "journey.status": _once("status"),
    "journey.goal": _once("goal"),
    "journey.scenario": _once("scenario"),
    "journey.objective": _once("objective"),
    "journey.trigger": _once("trigger"),
    "journey.outcome": _once("outcome"),
    "journey.personas": _once("persona", "personas"),
    "journey.local_personas": _once("description of a persona", "descriptions of personas"),
    "journey.segments": _once("segment", "segments"),
    "journey.owner": _once("owner"),
    "journey.reviewed": _once("date of review"),
    "journey.review_every": _once("rhythm of review"),
    "journey.sources": _once("source", "sources"),
    "journey.links": _once("link", "links"),
    "journey.tags": _once("tag", "tags"),
    "journey.fields": _once("custom field", "custom fields"),
    "journey.extends": _once("base"),
    "journey.visibility": _once("visibility"),
    "journey.deprecated": _once("deprecation"),
}
"""Place → its word; the order is that of the sentences."""

ORDER: Final[Mapping[Word, int]] = {word: place for place, word in reversed(list(enumerate(WORDS.values())))}

_NAMED: Final = ("journey", "stage", "step", "touchpoint", "exit")
BOOKKEEPING: Final = frozenset(
    {
        *(f"{kind}.{field}" for kind in _NAMED for field in ("id", "aliases", "at")),
        *(f"persona.{field}" for field in _PERSONA_ELSEWHERE),
        *("emotion.at", "branch.at", "journey.lang", "journey.changes", "journey.moved"),
    }
)
"""Places that say nothing about customers: names and positions of things, and how an overlay came to be.

The language of a journey shows in its words.
"""

FRAMES: Final = frozenset({"touchpoint.blueprint", "journey.local_personas"})
"""Places that only gather others."""

WHOLE: Final = frozenset(
    {
        *(Action, BlueprintItem, Change, Deprecation, Evidence, FeedbackLoop, Gain, Image, Insight, Kpi),
        *(Link, Move, Objective, Opportunity, Pain, Personalization, Place, Thought),
    }
)
"""What no form holds in part: where one of these is lost, all it says is lost with it."""
