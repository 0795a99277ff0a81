"""Every property of the language with the ways to change it, or the reason why there are none.

A property goes by the longest name here that its path ends with. ``Up`` says that a property has no life
of its own: it changes with the list, the mapping or the thing that it stands in, so many names above it.
"""

from collections.abc import Mapping
from typing import NamedTuple

from tests.diffing.mutating import special
from tests.diffing.mutating.recipes import (
    Around,
    Recipe,
    entries,
    items,
    names,
    plain,
    scale,
    text,
    texts,
    value,
    ways,
    whole,
)


class Up(NamedTuple):
    """That a property is changed with what it stands in."""

    names: int = 1


class Overlaid(NamedTuple):
    """That the property belongs to the changes of an overlay, which have trials of their own."""


class Rename(NamedTuple):
    """That the property is an id: another one is declared by an alias and followed by all references."""

    optional: bool = False


def _days(later: str, earlier: str, added: str, removed: str) -> Recipe:
    return scale(later, earlier, added, removed, "2026-03-01", "2026-11-15", "2027-05-05")


def _addresses(*lists: str) -> object:
    """Return a pool of the addresses of things in a journey, by the keys of their lists."""

    def pool(around: Around) -> list[str]:
        own = around.files[around.spot.file]
        is_journey = "stages" in own
        data, prefix = (own, "") if is_journey else (around.files["buy.journey.yaml"], "buy#")
        found = [f"{prefix}{id}" for id in _ids_in(data, lists)]
        return found or [f"buy#{id}" for id in _ids_in(around.files["buy.journey.yaml"], lists)]

    return pool


def _ids_in(data: object, lists: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    if isinstance(data, dict):
        for key, each in data.items():
            if key in lists and isinstance(each, list):
                found += [item["id"] for item in each if isinstance(item, dict) and "id" in item]
            found += _ids_in(each, lists)
    elif isinstance(data, list):
        for each in data:
            found += _ids_in(each, lists)
    return found


def _replacements() -> Recipe:
    """Return what holds of what replaces a thing: an entry beside it, or an item of a journey."""
    plain_value = value("replacement-changed")

    def options(held: object, around: Around) -> list[object]:
        spot, owner = around.spot, around.spot.owner
        if spot.file.endswith(".persona.yaml") or "personas" in owner:
            pool = ["mira", "otto"]
        elif spot.file.endswith(".journey.yaml") and len(owner) == 1:
            pool = ["side-walk", "side-trip"]
        elif spot.file.endswith(".library.yaml") and len(owner) == 3:
            pool = [each["id"] for each in around.files[spot.file][owner[0]][:2]]
        else:
            is_own = spot.file == "buy.journey.yaml"
            pool = ["look", "pay"] if is_own else ["buy#look", "buy#pay"]
        return [*([held] if held is not None else []), *pool, None]

    return Recipe(options, plain_value.tell)


TEAMS = ("floor-team", "web-team", "money-team")
OWNER = value("owner-changed", "owner-added", "owner-removed", *TEAMS)
CONFIDENCE = scale(
    *("confidence-increased", "confidence-decreased", "", ""),
    *("assumed", "partial", "researched", "measured"),
    usual="assumed",
)
CITATIONS = names("citation-added", "citation-removed", _addresses("evidence"), order="evidence")
CHANNELS = names(
    *("channel-use-added", "channel-use-removed", "shop-floor", "web-shop", "hot-line"),
    order="channels",
    changed="channel-use-changed",
)
SOURCES = names("data-source-added", "data-source-removed", "till-log", "exit-survey", order="sources")
SOURCE = value(
    *("data-source-changed", "data-source-added", "data-source-removed"), *("till-log", "exit-survey")
)
GOAL = value("goal-changed", "goal-added", "goal-removed", "Warm bread", "Good bread")
QUOTE = value("quote-changed", "quote-added", "quote-removed", "Well well", "Oh dear")
DUE = _days("due-date-later", "due-date-earlier", "due-date-added", "due-date-removed")
EXPAND = value("expansion-changed", "expansion-added", "expansion-removed", "side-walk", "side-trip")
CONCERNED = names(
    *("concerned-persona-added", "concerned-persona-removed", "mira", "otto", "idle-persona"),
    order="personas",
)
KPIS = items("kpi", {"id": "new-kpi", "metric": "gladness", "target": 4}, order="kpis")
URLS = ("https://example.org/one", "https://example.org/two")


def _estimate(about: str, *order: float) -> Recipe:
    return scale(
        *("estimate-increased", "estimate-decreased", "estimate-added", "estimate-removed"),
        *order,
        about=about,
    )


def _step_lane(lane: str) -> Recipe:
    return items(
        *("blueprint-item", "Waves", {"id": "new-wave", "text": "Waves back"}), order=lane.replace("_", " ")
    )


def _setting(id: str, about: str, *samples: object, usual: object = None) -> Recipe:
    return value(id, "", "", *samples, about=about, usual=usual)


def _token(*samples: object) -> Recipe:
    return value("view-filter-changed", "", "", *samples)


MUTATIONS: Mapping[str, Recipe | Up | Rename | Overlaid] = {
    # What many things have.
    "id": Rename(),
    **{
        f"{name}[].id": Rename(optional=True)
        for name in (
            *("pains", "gains", "actions", "opportunities", "insights", "feedback_loops"),
            *("physical_evidence", "frontstage", "backstage", "support"),
        )
    },
    "title": text(id="title-changed", needed=True),
    "opportunities[].title": text(id="title-changed", needed=True, by_id=True),
    "views[].title": text(id="title-changed"),
    "workspace.title": text(id="title-changed"),
    "summary": text(),
    "text": text(needed=True, by_id=True),
    "feedback_loops[].text": text(by_id=True),
    "lang": value("language-changed", "", "", "pt", "de"),
    "workspace.lang": value("language-changed", "", "", "pt", "de", usual="en"),
    "visibility": special.visibility(None),
    "journey.visibility": special.visibility("internal"),
    "tags": names("tag-added", "tag-removed", "new-tag", "next-tag", order="tags"),
    "aliases": names("alias-added", "alias-removed", "once-this", "once-that"),
    "owner": OWNER,
    "deprecated": whole(
        *("deprecation-declared", "deprecation-withdrawn"),
        {"since": "2026-02-03", "sunset": "2027-04-05", "reason": "Not needed"},
        {"reason": "Too dear"},
        say=lambda told: tuple(
            (key, told[key]) for key in ("since", "sunset", "replaced_by", "reason") if key in told
        ),
    ),
    "deprecated.since": value("deprecation-date-changed", "", "", "2026-01-01", "2026-02-02"),
    "deprecated.sunset": _days("sunset-moved-later", "sunset-moved-earlier", "sunset-set", "sunset-unset"),
    "deprecated.replaced_by": _replacements(),
    "deprecated.reason": text(about="reason of the deprecation"),
    "links": special.keyed("link-added", "link-removed", "url", *URLS, order="links", list_key="links"),
    "links[].url": Up(),
    "links[].title": text(about="link title"),
    "links[].rel": text(about="link relation"),
    "confidence": CONFIDENCE,
    "evidence": CITATIONS,
    "source": SOURCE,
    "sources": SOURCES,
    "due": DUE,
    "kpis": KPIS,
    "motivations": texts(),
    "needs": texts(),
    "goal": GOAL,
    "quote": QUOTE,
    "expand": EXPAND,
    # Journeys.
    "journey.extends": value("journey-base-changed", "", "", "buy", "buy-again", needed=True),
    "journey.state": value("journey-state-changed", "", "", "current", "future", "ideal", usual="current"),
    "journey.status": special.status(),
    "journey.reviewed": value("review-date-changed", "", "", "2026-04-04", "2026-05-05"),
    "journey.review_every": value("review-cycle-changed", "", "", "60d", "12w", say=special.seconds),
    "journey.personas": special.cast(),
    "journey.segments": names(
        *("journey-segment-added", "journey-segment-removed", "regulars", "newcomers", "idle-segment"),
        order="segments",
    ),
    "journey.scenario": text(),
    "journey.objective": whole(
        *("objective-added", "objective-removed", {"text": "Sell all"}, "Sell some"),
        say=lambda told: told if isinstance(told, str) else told["text"],
    ),
    "journey.objective.text": text(about="objective", needed=True),
    "journey.objective.kpi": value(
        *("objective-kpi-changed", "objective-kpi-added", "objective-kpi-removed"),
        *("buy/all-sales", "buy/gladness"),
    ),
    "journey.trigger": text(),
    "journey.outcome": text(),
    "journey.moved": special.keyed(
        *("move-declared", "move-withdrawn", "from"),
        {"from": "first-part", "to": ["look", "pay"]},
        {"from": "last-part", "to": "pay"},
        {"from": "look-and-ask", "to": "pay"},
        moved="",
        changed="move-changed",
        list_key="moved",
        say=lambda move: tuple([move["to"]] if isinstance(move["to"], str) else move["to"]),
    ),
    "journey.moved[].from": Up(),
    "journey.moved[].to": Up(),
    "journey.fields": entries(
        *("field-value-added", "field-value-removed", "field-value-changed"),
        ("sponsors", ["Ada"], ["Ada", "Joan"]),
    ),
    "stages[].fields": entries(
        *("field-value-added", "field-value-removed", "field-value-changed"), ("risk-known", True, False)
    ),
    "touchpoints[].fields": entries(
        *("field-value-added", "field-value-removed", "field-value-changed"),
        ("heuristic", "H1", "H2"),
        ("steps-taken", 1, 2.5),
    ),
    "fields.*": Up(),
    "journey.stages": items("stage", {"id": "new-stage", "title": "New stage"}, ranked=True, least=1),
    "journey.exits": items("exit", {"id": "new-exit", "title": "New exit"}, order="exits"),
    "journey.opportunities": items(
        *("opportunity", {"id": "new-chance", "title": "New chance"}, "A bare chance"), order="opportunities"
    ),
    "journey.insights": items(
        *("insight", {"id": "new-insight", "text": "New insight"}, "A bare insight"), order="insights"
    ),
    "journey.evidence": items("evidence", {"id": "new-proof", "title": "New proof"}, order="evidence"),
    "journey.feedback_loops": items(
        *("feedback-loop", {"id": "new-loop", "text": "New loop"}, "A bare loop"), order="feedback loops"
    ),
    "journey.changes": Overlaid(),
    # Stages.
    "stages[].phase": value("stage-phase-changed", "", "", "early-days", "main-part"),
    "stages[].focus": text(),
    "stages[].touchpoints": items("touchpoint", {"id": "new-touch", "title": "New touch"}, ranked=True),
    # Touchpoints.
    "touchpoints[].type": value(
        "touchpoint-kind-changed", "", "", "contact", "action", "internal", usual="contact"
    ),
    "channel": CHANNELS,
    "touchpoints[].uses": special.uses(),
    "systems": names(
        "system-use-added",
        "system-use-removed",
        "till-system",
        "stock-system",
        "idle-system",
        order="systems",
    ),
    "touchpoints[].actor": value("actor-changed", "", "", "customer", "partner", "mira", about="actor"),
    "touchpoints[].receiver": value("actor-changed", "", "", "customer", "system", "mira", about="receiver"),
    "personas": CONCERNED,
    "touchpoints[].action": text(),
    "thought": special.by_persona(emotions=False),
    "thought.by": Up(),
    "thought.by.*": Up(2),
    "expectations": texts(),
    "policies": texts(),
    "moment_of_truth": special.moment(),
    "duration": special.spans(),
    "duration.active": scale(
        *("duration-increased", "duration-decreased", "duration-added", "duration-removed"),
        *("1m", "7m", "2h"),
        about="active",
        say=special.seconds,
    ),
    "duration.elapsed": scale(
        *("duration-increased", "duration-decreased", "duration-added", "duration-removed"),
        *("90s", "7m", "2h"),
        about="elapsed",
        say=special.seconds,
    ),
    "personalization": special.personalization(),
    "personalization[].segment": Up(),
    "personalization[].persona": Up(),
    "personalization[].text": text(about="personalization", needed=True, by_id=True),
    "personalization[].consent": value("consent-changed", "", "", "required", "given", "not-needed"),
    "events": names("event-added", "event-removed", "hour_struck", "bell_rung", order="events"),
    "blueprint": special.lanes(),
    **{
        f"blueprint.{lane}": _step_lane(lane)
        for lane in ("physical_evidence", "frontstage", "backstage", "support")
    },
    **{
        f"{lane}[].system": value("blueprint-system-changed", "", "", "till-system", "stock-system")
        for lane in ("physical_evidence", "frontstage", "backstage", "support")
    },
    "images": special.keyed(
        *("image-added", "image-removed", "src", "pictures/new.png", "pictures/old.png"),
        order="images",
        list_key="images",
    ),
    "images[].src": Up(),
    "alt": special.alternative_text(),
    "next": ways(),
    "next[].to": Up(),
    "next[].exit": Up(),
    "next[].journey": Up(),
    "next[].when": text(about="condition"),
    "next[].share": scale(
        *("branch-share-increased", "branch-share-decreased", "branch-share-added", "branch-share-removed"),
        *(0.02, 0.05, 0.1),
    ),
    # What people feel.
    "emotion": special.by_persona(emotions=True),
    "emotion.by": Up(),
    "emotion.by.*": Up(2),
    **{
        f"{owner}.{key}": recipe
        for owner in ("emotion", "emotion.by.*")
        for key, recipe in {
            "score": scale(
                *("emotion-score-increased", "emotion-score-decreased"),
                *("emotion-score-added", "emotion-score-removed"),
                *(-2, -0.5, 0, 1.5),
            ),
            "feeling": value("feeling-changed", "", "", "merry", "bored"),
            "feelings": texts("feelings-changed"),
            "intensity": value("emotion-intensity-changed", "", "", 1, 3, 5),
            "quote": QUOTE,
            "confidence": CONFIDENCE,
            "evidence": CITATIONS,
        }.items()
    },
    "pains": items(
        *("pain", {"id": "new-pain", "text": "New pain", "severity": "low"}, "A bare pain"), order="pains"
    ),
    "gains": items("gain", {"id": "new-gain", "text": "New gain"}, "A bare gain", order="gains"),
    "pains[].severity": scale(
        *("pain-severity-increased", "pain-severity-decreased", "pain-severity-added"),
        *("pain-severity-removed", "low", "medium", "high", "critical"),
    ),
    "pains[].frequency": scale(
        *("pain-frequency-increased", "pain-frequency-decreased", "pain-frequency-added"),
        *("pain-frequency-removed", "rare", "sometimes", "often", "always"),
    ),
    # What hangs on a journey.
    "exits[].outcome": value("exit-outcome-changed", "", "", "achieved", "lost", "deferred", usual="lost"),
    "opportunities[].addresses": names(
        "addressed-pain-added", "addressed-pain-removed", _addresses("pains"), order="addresses"
    ),
    "opportunities[].kpis": special.aims(),
    "opportunities[].customer_value": _estimate("customer value", 1, 2.5, 5),
    "opportunities[].business_value": _estimate("business value", 1, 2.5, 5),
    "opportunities[].effort": _estimate("effort", 1, 2.5, 5),
    "opportunities[].reach": _estimate("reach", 0, 50, 2000),
    "opportunities[].confidence": _estimate("confidence", 0, 0.5, 1),
    "opportunities[].status": value(
        "opportunity-status-changed", "", "", "idea", "in-progress", "done", "rejected", usual="idea"
    ),
    "actions": items("action", {"id": "new-action", "text": "New action"}, "A bare action", order="actions"),
    "actions[].impact": text(),
    "actions[].example": text(),
    "actions[].status": value("action-status-changed", "", "", "idea", "planned", "done"),
    "actions[].link": value("address-changed", "", "", *URLS),
    "insights[].data": text(),
    "insights[].action": text(),
    "evidence[].kind": value("evidence-kind-changed", "", "", "diary", "survey", "other", usual="other"),
    "evidence[].date": value("evidence-date-changed", "", "", "2026-03-03", "2026-04-04"),
    "evidence[].sample": value("evidence-sample-changed", "", "", 3, 30),
    "evidence[].url": value("address-changed", "", "", *URLS),
    "feedback_loops[].cadence": value("feedback-cadence-changed", "", "", "1d", "2w", say=special.seconds),
    "feedback_loops[].feeds": names(
        *("feedback-target-added", "feedback-target-removed", _addresses("stages", "touchpoints")),
        order="feeds",
    ),
    # KPIs.
    "kpis[].metric": value(
        *("kpi-metric-changed", "", "", "sales-rate", "gladness", "speed-of-pay"), needed=True, by_id=True
    ),
    "kpis[].baseline": value(
        "kpi-baseline-changed", "kpi-baseline-added", "kpi-baseline-removed", 0.25, 0.75
    ),
    "kpis[].target": special.target(),
    "kpis[].warn": value("kpi-margin-changed", "", "", 0.01, 0.02),
    # Personas.
    "role": text(),
    "persona.segment": value("persona-segment-changed", "", "", "regulars", "newcomers"),
    "personas[].segment": value("persona-segment-changed", "", "", "regulars", "newcomers"),
    "goals": texts(),
    "frustrations": texts(),
    "behaviours": texts(),
    "channels": CHANNELS,
    "demographics": special.demographics(),
    "demographics.*": Up(),
    "image": special.picture(),
    "image.src": value("image-changed", "", "", "pictures/c.png", "pictures/d.png", needed=True),
    # Libraries.
    "library.channels": items("channel", {"id": "new-channel", "title": "New channel"}),
    "library.phases": items("phase", {"id": "new-phase", "title": "New phase"}, least=1),
    "library.teams": items("team", {"id": "new-team", "title": "New team"}),
    "library.systems": items("system", {"id": "new-system", "title": "New system"}),
    "library.segments": items("segment", {"id": "new-segment", "title": "New segment"}),
    "library.sources": items("source", {"id": "new-source", "title": "New source"}),
    "library.metrics": items("metric", {"id": "new-metric", "title": "New metric"}),
    "library.touchpoints": items("shared-touchpoint", {"id": "new-desk", "title": "New desk"}),
    "library.terms": items("term", {"id": "new-term", "title": "New term", "definition": "New"}),
    "channels[].kind": value("channel-kind-changed", "", "", "digital", "human", "physical"),
    "phases[].position": value("phase-position-changed", "", "", "before", "core", "after", usual="core"),
    "teams[].contact": text(),
    "teams[].department": text(),
    "systems[].kind": value("system-kind-changed", "", "", "internal", "third-party"),
    "systems[].url": value("address-changed", "", "", *URLS),
    "segments[].criteria": value("segment-criteria-changed", "", "", "Few", "Many"),
    "segments[].share": value("segment-share-changed", "", "", 0, 0.1, 0.3),
    "sources[].kind": value("source-kind-changed", "", "", "crm", "social", "other", usual="other"),
    "sources[].personal": value("source-personal-changed", "", "", True, False),
    "sources[].privacy": value("source-privacy-changed", "", "", "Kept a day", "Kept a week"),
    "sources[].connection": value("source-connection-changed", "", "", "till", "ledger"),
    "metrics[].type": value(
        "metric-type-changed", "", "", "ratio", "count", "mean", "nps", "money", usual="count"
    ),
    "metrics[].unit": value("metric-unit-changed", "", "", "kg", "m"),
    "metrics[].direction": value("metric-direction-flipped", "", "", "up", "down", usual="up"),
    "metrics[].definition": value("metric-definition-changed", "", "", "Counted", "Guessed"),
    "metrics[].source": value("metric-source-changed", "", "", "till-log", "exit-survey"),
    "metrics[].range": value("metric-range-changed", "", "", [0, 10], [0, 20.5]),
    "metrics[].measure": value("metric-measure-changed", "", "", {"from": "ledger"}, {"of": 2}),
    "terms[].definition": value("term-definition-changed", "", "", "A word", "A phrase"),
    "terms[].aliases": names("synonym-added", "synonym-removed", "hamper", "bag", order="aliases"),
    # Settings.
    "workspace.site_url": value("site-address-changed", "", "", *URLS),
    "workspace.edit_url": value(
        "edit-address-changed", "", "", "https://git.example.org/{file}", "https://git.example.org/a/{file}"
    ),
    "workspace.emotion_scale.min": _setting("emotion-scale-changed", "min", -2, -3, -5, usual=-2),
    "workspace.emotion_scale.max": _setting("emotion-scale-changed", "max", 2, 3, 5, usual=2),
    "workspace.emotion_scale.neutral": _setting("emotion-scale-changed", "neutral", 0, 0.5, usual=0),
    "workspace.emotion_scale.labels": value(
        *("emotion-labels-changed", "", ""),
        [{"score": 0, "text": "so so"}],
        [{"score": 1, "text": "so so"}],
        [{"score": 1, "text": "fine"}],
        say=lambda labels: (
            tuple((("score", label["score"]), ("text", label["text"])) for label in labels or ()) or None
        ),
    ),
    "labels[].score": Up(),
    "labels[].text": Up(),
    "workspace.lanes": items("lane", {"id": "new-lane", "title": "New lane"}, order="lanes"),
    "lanes[].on": value("lane-place-changed", "", "", "journey", "stage", "touchpoint", usual="touchpoint"),
    "lanes[].type": value("lane-type-changed", "", "", "text", "number", "url", usual="text"),
    "workspace.opportunity_score": value(
        "opportunity-score-changed", "", "", "mean-value", "rice", "ice", usual="mean-value"
    ),
    "workspace.views": items(
        "view", {"id": "new-view", "title": "New view"}, {"id": "bare-view"}, order="views"
    ),
    "views[].form": value("view-form-changed", "", "", "map", "flow", "table", usual="map"),
    "views[].rows": value("view-rows-changed", "", "", "stages", "pains", "touchpoints", usual="touchpoints"),
    "views[].where": value(
        *("view-filter-changed", "", ""),
        {"has": "needs"},
        {"has": ["needs", "pains"]},
        {"tags": "bread", "personas": ["mira"]},
        {"segments": "regulars", "channels": ["web-shop", "hot-line"]},
        {"phases": ["early-days"], "state": ["current", "future"], "status": "draft"},
        say=lambda where: plain(
            {key: [each] if isinstance(each, str) else each for key, each in (where or {}).items()}
        ),
    ),
    **{
        f"where.{key}": Up()
        for key in ("has", "tags", "personas", "segments", "channels", "phases", "state", "status")
    },
    "views[].columns": special.keyed(
        *("view-column-added", "view-column-removed", "field", "state", {"field": "goal", "title": "Aim"}),
        moved="view-columns-reordered",
        list_key="columns",
    ),
    "columns[].field": Up(),
    "columns[].title": value("view-column-renamed", "", "", "Header", "Heading"),
    "views[].lanes": value("view-lanes-changed", "", "", ["pains"], ["pains", "gains"], ["gains", "pains"]),
    **{
        f"{group}.{token}": special.theme()
        for group, tokens in {
            "theme.light": (
                *("background", "surface", "raised", "text", "muted", "line", "border", "accent"),
                *("on_accent", "pain", "opportunity", "achieved", "lost", "deferred"),
            ),
            "theme.dark": (
                *("background", "surface", "raised", "text", "muted", "line", "border", "accent"),
                *("on_accent", "pain", "opportunity", "achieved", "lost", "deferred"),
            ),
            "theme.type": ("family", "face", "title", "heading", "body", "small"),
            "theme.spacing": ("unit", "radius", "line"),
        }.items()
        for token in tokens
    },
    "light.emotions": special.steps(),
    "dark.emotions": special.steps(),
    **{f"emotions[].{key}": Up() for key in ("score", "solid", "on_solid", "tint", "on_tint")},
    "checks.profile": _setting("check-settings-changed", "profile", "draft", "review"),
    "checks.rules": _setting(
        "check-settings-changed",
        "rules",
        {"no-research": "off"},
        {"no-research": "info", "no-objective": "off"},
    ),
    "checks.overrides": _setting(
        *("check-settings-changed", "overrides"),
        [{"paths": ["a/**"], "rules": {"no-research": "off"}}],
        [{"paths": ["b/**"], "rules": {"no-research": "off"}}],
        [{"entity": "stage:pay", "rules": {"no-research": "off"}}],
        [{"entity": "stage:pay", "rules": {"no-research": "info"}}],
    ),
    **{f"overrides[].{key}": Up() for key in ("paths", "entity", "rules")},
    "policy.strictness": _setting("policy-changed", "strictness", "links", "strict"),
    "policy.fail_on": _setting("policy-changed", "fail_on", "warning", "none"),
    "policy.change_levels": _setting(
        "policy-changed", "change_levels", {"tag-added": "off"}, {"tag-added": "info", "tag-removed": "off"}
    ),
    "change_levels.*": Up(),
    "policy.max_emotion_drop": _setting("policy-changed", "max_emotion_drop", 1, 1.5),
    "policy.require_deprecation_days": _setting(
        *("policy-changed", "require_deprecation_days"),
        *({"draft": 1}, {"draft": 2}, {"review": 3, "published": 30}, {"retired": 4}),
    ),
    **{f"require_deprecation_days.{key}": Up() for key in ("draft", "review", "published", "retired")},
    "policy.coverage_floor": _setting("policy-changed", "coverage_floor", 0.5, 0.75),
    "policy.allow_visibility_widening": _setting("policy-changed", "allow_visibility_widening", True, False),
    "policy.require_owner": _setting("policy-changed", "require_owner", True, False),
    "workspace.connections": entries(
        *("connection-added", "connection-removed", "connection-changed"),
        ("shed", {"type": "csv", "path": "a.csv"}, {"type": "csv", "path": "b.csv"}),
        (
            "vault",
            {"type": "postgres", "table": "t", "dsn": {"env": "A_DSN"}},
            {"type": "postgres", "table": "u", "dsn": {"env": "A_DSN"}},
        ),
        (
            "vault",
            {"type": "trino", "table": "t", "dsn": {"env": "A_DSN"}},
            {"type": "postgres", "table": "t", "dsn": {"env": "B_DSN"}},
        ),
    ),
    "connections.*": Up(),
    **{f"connections.*.{key}": Up(2) for key in ("type", "path", "table", "dsn")},
    "connections.*.dsn.env": Up(3),
    "workspace.measure": entries(
        *("measure-settings-changed",) * 3, ("window", "7d", "8d"), ("sample", {"size": 3}, {"size": 4})
    ),
}

_HOLDS_OTHERS = "it only holds properties that each have mutations of their own"

WAIVERS: Mapping[str, str] = {
    "journeymap": "the version of the language says how a file is read, not what it says",
    **{
        f"{language}.kind": "what a file holds; another kind is another thing altogether"
        for language in ("journey", "persona", "library", "workspace")
    },
    "journey.changes[].resolved_by": "what made an item superfluous is told with the item that is gone",
    "library.title": "files of a library are a way to file entries; the title of a file is shown nowhere",
    "library.lang": "files of a library are a way to file entries; entries do not know their file",
    **{
        f"{name}[].id": "without aliases another id is another thing; coming and going is tried"
        for name in ("terms", "lanes", "views")
    },
    "workspace.theme": _HOLDS_OTHERS,
    "theme.light": _HOLDS_OTHERS,
    "theme.dark": _HOLDS_OTHERS,
    "theme.type": _HOLDS_OTHERS,
    "theme.spacing": _HOLDS_OTHERS,
    "workspace.checks": _HOLDS_OTHERS,
    "workspace.policy": _HOLDS_OTHERS,
    "workspace.emotion_scale": _HOLDS_OTHERS,
}


def find_mutation(path: str) -> Recipe | Up | Rename | Overlaid | None:
    """Return how a property is changed, unless it is waived by a longer name."""
    name = find_row(path, {**MUTATIONS, **WAIVERS})
    return MUTATIONS.get(name or "")


def find_row(path: str, rows: Mapping[str, object]) -> str | None:
    """Return the longest name of a table that a path ends with."""
    if path.startswith("journey.changes") and path not in rows:
        path = "journey.changes"
    steps = path.split(".")
    for start in range(len(steps)):
        name = ".".join(steps[start:])
        if name in rows:
            return name
    return None


__all__ = ["MUTATIONS", "WAIVERS", "Overlaid", "Rename", "Up", "find_mutation", "find_row"]
