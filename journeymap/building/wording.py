"""How each kind of thing is spoken of in messages, and how one of it is declared."""

from collections.abc import Iterable, Mapping
from typing import Final

from journeymap.named_tuples import NamedTuple


class Words(NamedTuple):
    """How a kind of thing is spoken of, and where it is declared."""

    one: str
    many: str
    declare: str


_IN_LIBRARY: Final = "declare it under `{key}` in a library file of the workspace"
_ALONE: Final = "; this file stands alone, and a `journeymap.yaml` beside both joins them"
_ELSEWHERE: Final = ("channel", "metric", "team", "system", "segment", "source", "shared-touchpoint", "phase")
_LANE: Final = "declare it under `lanes` in `journeymap.yaml`"
WORDS: Final[Mapping[str, Words]] = {
    "channel": Words("channel", "channels", _IN_LIBRARY.format(key="channels")),
    "metric": Words("metric", "metrics", _IN_LIBRARY.format(key="metrics")),
    "team": Words("team", "teams", _IN_LIBRARY.format(key="teams")),
    "system": Words("system", "systems", _IN_LIBRARY.format(key="systems")),
    "segment": Words("segment", "segments", _IN_LIBRARY.format(key="segments")),
    "source": Words("source", "sources", _IN_LIBRARY.format(key="sources")),
    "shared-touchpoint": Words(
        "shared touchpoint", "shared touchpoints", _IN_LIBRARY.format(key="touchpoints")
    ),
    "phase": Words("phase", "phases", _IN_LIBRARY.format(key="phases")),
    "term": Words("term", "terms", ""),
    "persona": Words(
        "persona", "personas", "describe it in a `*.persona.yaml` file, or in the journey under `personas`"
    ),
    "actor": Words(
        "actor",
        "actors",
        "an actor is `customer`, `organisation`, `partner`, `system` or the id of a persona",
    ),
    "journey": Words("journey", "journeys", ""),
    "connection": Words("connection", "connections", "declare it under `connections` in `journeymap.yaml`"),
    "lane": Words("lane", "lanes", ""),
    "journey lane": Words("lane of journeys", "lanes", _LANE),
    "stage lane": Words("lane of stages", "lanes", _LANE),
    "touchpoint lane": Words("lane of touchpoints", "lanes", _LANE),
    "view": Words("view", "views", ""),
    "stage": Words("stage", "stages", ""),
    "touchpoint": Words("touchpoint", "touchpoints", ""),
    "pain": Words("pain", "pains", "give the pain that is meant this `id`"),
    "gain": Words("gain", "gains", ""),
    "opportunity": Words("opportunity", "opportunities", ""),
    "action": Words("action", "actions", ""),
    "insight": Words("insight", "insights", ""),
    "evidence": Words("evidence", "pieces of evidence", "declare it under `evidence` in the journey"),
    "exit": Words("exit", "exits", "declare it under `exits` in the journey"),
    "feedback-loop": Words("feedback loop", "feedback loops", ""),
    "kpi": Words("KPI", "KPIs", "a KPI is addressed by its owner and its id, as in `checkout/conversion`"),
    "item": Words("item", "items", ""),
}


_FROM_ALONE: Final[Mapping[str, str]] = {
    "persona": "describe it in the journey under `personas`",
    "journey": "a file that stands alone knows no other; a `journeymap.yaml` beside both joins them",
}


def describe_kinds(kinds: Iterable[str]) -> str:
    """Return the names of kinds of things, any of which will do."""
    return " or ".join(WORDS[kind].one for kind in kinds)


def how_to_declare(kind: str, *, is_alone: bool) -> str:
    """Return how one of a kind of things is declared, for a workspace or for a file that is alone."""
    if not is_alone:
        return WORDS[kind].declare
    if kind in _ELSEWHERE:
        return WORDS[kind].declare.replace(" of the workspace", _ALONE)
    return _FROM_ALONE.get(kind, WORDS[kind].declare)


def with_article(noun: str) -> str:
    """Return a noun with its indefinite article, if it takes one."""
    if noun == WORDS["evidence"].one:
        return noun
    return f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"
