"""What customers live through: stages, feelings, pains, opportunities, channels; the edges of each rule."""

import pytest

from tests.checks import check, findings

HEAD = "journeymap: 1\nkind: journey\nid: {id}\ntitle: Moving house\nstatus: review\n"
WORKSPACE = "journeymap: 1\nkind: workspace\n"
PEOPLE = "personas: [{id: widow, title: Widow}, {id: family, title: Family}]\n"
LIBRARY = (
    "journeymap: 1\nkind: library\n"
    "teams: [{id: dispatch, title: Dispatch}]\n"
    "systems: [{id: orders, title: Orders}, {id: post-room, title: Post room}]\n"
    "sources: [{id: crm, title: CRM}, {id: survey, title: Survey}]\n"
    "channels: [{id: web, title: Web, kind: digital}, {id: web-phone, title: Web phone}]\n"
    "metrics: [{id: on-time, title: On time, type: ratio}]\n"
    "touchpoints: [{id: bill, title: Bill}]\n"
)


def in_stage(fields: str, more: str = "", id: str = "moving") -> str:
    """Return a journey whose one stage has these fields, in flow style."""
    head = HEAD.format(id=id)
    return f"# file: {id}.journey.yaml\n{head}{more}stages: [{{id: day, title: Day, {fields}}}]\n"


def journey(touchpoints: str, more: str = "", id: str = "moving") -> str:
    """Return a journey whose one stage has these touchpoints, in flow style."""
    return in_stage(f"touchpoints: [{touchpoints}]", more, id)


def ways(first: str, second: str) -> str:
    """Return a journey of two touchpoints, the fields of each being given."""
    return journey(f"{{id: one, title: One, {first}}}, {{id: two, title: Two, {second}}}", PEOPLE)


def scores(*emotions: object) -> str:
    """Return touchpoints with these emotions."""
    return ", ".join(f"{{id: t{n}, title: T, emotion: {each}}}" for n, each in enumerate(emotions))


@pytest.mark.parametrize(
    ("stage", "is_wrong"),
    [
        ("touchpoints: [{id: a, title: A}]", True),
        ("touchpoints: [{id: a, title: A, emotion: calm}]", False),
        ("touchpoints: [{id: a, title: A}], emotion: 0", False),
        ("touchpoints: [{id: a, title: A, type: internal}]", False),
        ("touchpoints: [{id: a, title: A, expand: detail}]", False),
        ("touchpoints: [{id: a, title: A}], expand: detail", False),
        ("touchpoints: []", False),
    ],
)
def test_a_stage_that_customers_live_through_is_felt(stage: str, *, is_wrong: bool) -> None:
    """Only a stage in which customers take part, and which is not told elsewhere, needs a feeling."""
    detail = journey("{id: b, title: B, emotion: 1}", id="detail")
    found = findings("stage-without-emotion", in_stage(stage), detail)
    assert len(found) == is_wrong


@pytest.mark.parametrize("rule", ["stage-without-touchpoint", "stage-without-kpi"])
def test_a_stage_that_another_journey_tells_may_be_empty(rule: str) -> None:
    """``expand`` stands for what happens in a stage, and for its KPIs."""
    detail = journey("{id: b, title: B, kpis: [on-time]}", id="detail")
    assert findings(rule, in_stage("expand: detail"), detail, LIBRARY) == []


@pytest.mark.parametrize(
    ("touchpoints", "is_wrong"),
    [("", True), ("{id: a, title: A}", True), ("{id: a, title: A, type: internal}", False)],
)
def test_customers_want_something_wherever_they_take_part(touchpoints: str, *, is_wrong: bool) -> None:
    """Only a stage out of the customer's sight needs no goal."""
    assert len(findings("stage-without-goal", journey(touchpoints))) == is_wrong


@pytest.mark.parametrize(
    ("emotions", "more", "is_wrong"),
    [
        ((1, 1, 1), "", False),
        ((1, 1, 1, 1), "", True),
        ((1, 1, 1, "calm"), "", False),
        ((1, 0.5, 0.75, 1), "", True),
        ((1, 0.4, 0.75, 1), "", False),
        ((1, 1, 1, 1), "state: future\n", True),
        ((1, 1, 1, 1), "state: ideal\n", False),
    ],
)
def test_a_curve_is_flat_from_four_scores_on(
    emotions: tuple[object, ...], more: str, *, is_wrong: bool
) -> None:
    """Fewer scores make no curve, half a step is still flat, and an ideal may be good throughout."""
    assert len(findings("flat-emotion", journey(scores(*emotions), more))) == is_wrong


def test_what_is_flat_is_measured_on_the_canonical_scale() -> None:
    """One step of ten is little on a scale from 0 to 10, one of two is not."""
    ten = WORKSPACE + "emotion_scale: {min: 0, max: 10, neutral: 5}\n"
    curve = journey(scores(6, 7, 6, 7))
    assert len(findings("flat-emotion", ten, curve)) == 1
    assert findings("flat-emotion", journey(scores(1, 2, 1, 2))) == []


def test_the_options_say_what_is_flat() -> None:
    """A team may ask for more touchpoints, or allow less difference."""
    strict = WORKSPACE + "checks: {rules: {flat-emotion: {level: info, touchpoints: 2, spread: 1}}}\n"
    lax = WORKSPACE + "checks: {rules: {flat-emotion: {level: info, spread: 0}}}\n"
    assert len(findings("flat-emotion", strict, journey(scores(1, 2)))) == 1
    assert findings("flat-emotion", lax, journey(scores(1, 1.1, 1, 1))) == []


@pytest.mark.parametrize(
    ("fields", "who"),
    [
        ("emotion: -1", ["customers feel"]),
        ("emotion: -0.9", []),
        ("emotion: sad", []),
        ("emotion: -1, pains: [It is late]", []),
        ("emotion: {by: {widow: -1, family: -2}}", ["`widow` feels", "`family` feels"]),
        (
            "emotion: {by: {widow: -1, family: 2}}, pains: [{text: Late, personas: [family]}]",
            ["`widow` feels"],
        ),
        ("emotion: {by: {widow: -1}}, pains: [{text: Late, personas: [family, widow]}]", []),
        ("emotion: -2, pains: [{text: Late, personas: [family]}]", []),
    ],
)
def test_a_low_score_asks_for_a_pain_of_the_same_people(fields: str, who: list[str]) -> None:
    """A pain of others explains nothing; where everyone feels bad, any pain does."""
    found = findings("low-emotion-without-pain", journey(f"{{id: a, title: A, {fields}}}", PEOPLE))
    assert [message.split(" ", 1)[1].split(" bad")[0] for message in found] == who


def test_the_threshold_of_low_scores_is_an_option() -> None:
    """A team may ask for a reason earlier."""
    settings = WORKSPACE + "checks: {rules: {low-emotion-without-pain: {level: error, threshold: -0.5}}}\n"
    assert len(findings("low-emotion-without-pain", settings, journey(scores(-0.5, -0.4)))) == 1


def test_an_overlay_that_takes_the_pain_away_must_lift_the_feeling() -> None:
    """What remains low without its reason is shown where the overlay begins."""
    base = journey("{id: a, title: A, emotion: -2, pains: [{id: late, text: Late}]}")
    overlay = (
        "# file: next.journey.yaml\njourneymap: 1\nkind: journey\nid: next\ntitle: Next\nextends: moving\n"
        "changes: [{remove: late}]\n"
    )
    found = check(base, overlay, select="low-emotion-without-pain").diagnostics
    assert [(each.primary.file, each.primary.start.line) for each in found] == [("next.journey.yaml", 5)]


@pytest.mark.parametrize(
    ("pain", "opportunities", "is_wrong"),
    [
        ("{id: late, text: Late, severity: high}", "", True),
        ("{id: late, text: Late, severity: medium}", "", False),
        ("{id: late, text: Late}", "", False),
        ("Late", "", False),
        ("{text: Late, severity: critical}", "{title: T, addresses: []}", True),
        ("{id: late, text: Late, severity: high}", "{title: T, addresses: [late]}", False),
        ("{id: late, text: Late, severity: high}", "{title: T, addresses: [late], status: rejected}", False),
        ("{id: late, text: Late, severity: high, aliases: [slow]}", "{title: T, addresses: [slow]}", False),
        ("{id: late, text: Late, severity: high, deprecated: {since: 2026-01-01}}", "", False),
    ],
)
def test_a_severe_pain_asks_for_an_opportunity(pain: str, opportunities: str, *, is_wrong: bool) -> None:
    """Severity counts, any status of the opportunity does, and a pain on its way out asks nothing."""
    opportunities = opportunities.replace(", addresses: []", "")
    text = journey(f"{{id: a, title: A, pains: [{pain}]}}", f"opportunities: [{opportunities}]\n")
    assert len(findings("pain-without-opportunity", text)) == is_wrong


def test_how_severe_is_an_option() -> None:
    """With ``low`` every pain asks for an opportunity, also one that does not say how severe it is."""
    settings = WORKSPACE + "checks: {rules: {pain-without-opportunity: {level: info, severity: low}}}\n"
    text = journey("{id: a, title: A, pains: [Late, {text: Loud, severity: low}]}")
    assert len(findings("pain-without-opportunity", settings, text)) == 2


PAIN = "{id: a, title: A, pains: [{id: late, text: Late, severity: high}]}"
NEXT = (
    "# file: next.journey.yaml\njourneymap: 1\nkind: journey\nid: next\ntitle: Next\n"
    "extends: moving\nchanges: [{changes}]\n"
)
REMOVED = NEXT.replace("{changes}", "{remove: late}")
PLAN = "opportunities: [{{title: T, addresses: [{address}]}}]\n"
ELSEWHERE = journey("{id: b, title: B}", PLAN.format(address="'moving#late'"), "other")
NAMESAKE = journey("{id: b, title: B, pains: [{id: late, text: L}]}", PLAN.format(address="late"), "other")
PLANNED = NEXT.replace("{changes}", "{add: opportunity, item: {title: T, addresses: [late]}}")
RESOLVED = NEXT.replace(
    "{changes}", "{add: opportunity, item: {id: t, title: T}}, {remove: late, resolved_by: t}"
)


@pytest.mark.parametrize(
    ("other", "is_wrong"),
    [(ELSEWHERE, False), (NAMESAKE, True), (PLANNED, False), (RESOLVED, False), (REMOVED, True)],
)
def test_opportunities_of_other_journeys_count(other: str, *, is_wrong: bool) -> None:
    """Another journey may address a pain by its address, an overlay by its id; nothing counts by chance."""
    found = findings("pain-without-opportunity", journey(PAIN), other)
    assert len(found) == is_wrong


def test_an_overlay_inherits_the_opportunities_against_its_pains() -> None:
    """What addresses the pain of the base from elsewhere holds for the overlay, too."""
    overlay = NEXT.format(changes="{set: late, fields: {severity: critical}}")
    assert findings("pain-without-opportunity", journey(PAIN), ELSEWHERE, overlay) == []


@pytest.mark.parametrize("status", ["done", "rejected"])
@pytest.mark.parametrize("rule", ["opportunity-without-owner", "opportunity-without-value"])
def test_what_is_settled_needs_neither_owner_nor_value(rule: str, status: str) -> None:
    """Only what is still to be done is ranked and owned."""
    assert findings(rule, journey("", f"opportunities: [{{id: o, title: O, status: {status}}}]\n")) == []
    assert len(findings(rule, journey("", "opportunities: [{id: o, title: O, status: idea}]\n"))) == 1


@pytest.mark.parametrize(
    ("formula", "values", "missing"),
    [
        ("mean-value", "customer_value: 1, business_value: 0", "effort"),
        ("mean-value", "effort: 0", "customer value or business value"),
        ("value-per-effort", "customer_value: 1, business_value: 1, effort: 1", None),
        ("rice", "customer_value: 1, business_value: 1, effort: 1", "reach or confidence"),
        ("rice", "customer_value: 1, business_value: 1, effort: 1, reach: 9, confidence: 1", None),
        ("ice", "customer_value: 1, business_value: 1, effort: 1", "confidence"),
    ],
)
def test_the_formula_says_which_numbers_are_needed(formula: str, values: str, missing: str | None) -> None:
    """Value and effort always, and whatever else the workspace ranks by; nought is a number."""
    settings = WORKSPACE + f"opportunity_score: {formula}\n"
    text = journey("", f"opportunities: [{{id: o, title: O, {values}}}]\n")
    found = findings("opportunity-without-value", settings, text)
    assert [message.partition(" ranked: no ")[2] for message in found] == ([missing] if missing else [])


@pytest.mark.parametrize("rule", ["opportunity-without-pain", "opportunity-without-kpi"])
def test_what_is_rejected_need_not_help_anybody(rule: str) -> None:
    """A rejected opportunity keeps its place on the map without pain or KPI; a done one does not."""
    assert findings(rule, journey("", "opportunities: [{id: o, title: O, status: rejected}]\n")) == []
    assert len(findings(rule, journey("", "opportunities: [{id: o, title: O, status: done}]\n"))) == 1


@pytest.mark.parametrize(
    ("opportunity", "today", "count"),
    [
        ("due: 2026-10-31", "2026-11-01", 1),
        ("due: 2026-10-31", "2026-10-31", 0),
        ("due: 2026-10-31", "", 0),
        ("due: 2026-10-31, status: done", "2026-11-01", 0),
        ("due: 2026-10-31, status: rejected", "2026-11-01", 0),
        ("actions: [{text: A, due: 2026-10-31}, {text: B, due: 2026-10-30}]", "2026-11-01", 2),
        ("actions: [{text: A, due: 2026-10-31, status: done}, B]", "2026-11-01", 0),
        ("status: done, actions: [{text: A, due: 2026-10-31}]", "2026-11-01", 0),
    ],
)
def test_what_is_open_after_its_day_is_overdue(opportunity: str, today: str, count: int) -> None:
    """The day itself is still in time; without a day of reference nothing is late."""
    text = journey("", f"opportunities: [{{id: o, title: O, {opportunity}}}]\n")
    assert len(findings("opportunity-overdue", text, today=today)) == count


@pytest.mark.parametrize(
    ("touchpoint", "is_wrong"),
    [
        ("{id: a, title: A}", True),
        ("{id: a, title: A, channel: web}", False),
        ("{id: a, title: A, type: action}", False),
        ("{id: a, title: A, type: internal}", False),
        ("{id: a, title: A, expand: detail}", False),
        ("{id: a, title: A, uses: bill}", True),
    ],
)
def test_only_a_contact_needs_a_channel(touchpoint: str, *, is_wrong: bool) -> None:
    """Customers who act alone meet nobody; a shared touchpoint may lack its channel, too."""
    detail = journey("{id: b, title: B, channel: web}", id="detail")
    assert len(findings("touchpoint-without-channel", journey(touchpoint), detail, LIBRARY)) == is_wrong


@pytest.mark.parametrize(
    ("first", "second", "is_wrong"),
    [
        ("channel: web", "channel: phone", True),
        ("channel: web", "channel: store", True),
        ("channel: store", "channel: phone", True),
        ("channel: web", "channel: email", False),
        ("channel: [web, chat]", "channel: phone", False),
        ("channel: [web, app]", "channel: [phone, store]", True),
        ("channel: web, type: action", "channel: phone", False),
        ("channel: web", "channel: phone, type: internal", False),
        ("channel: web-phone", "channel: store", False),
        ("channel: web", "type: contact", False),
        ("channel: ads", "channel: phone", False),
        ("channel: [search, word-of-mouth]", "channel: store", False),
        ("channel: [search, web]", "channel: store", True),
        ("channel: web, systems: [orders]", "channel: phone, systems: [post-room]", True),
        ("channel: web, systems: [orders]", "channel: phone, systems: [orders]", False),
        ("channel: web, systems: [orders]", "channel: phone, blueprint: {support: [orders]}", False),
        ("channel: web, sources: [crm]", "channel: phone, sources: [survey]", True),
        ("channel: web, sources: [crm]", "channel: phone, sources: [crm]", False),
        ("channel: web, personalization: [{text: T, source: crm}]", "channel: phone, sources: [crm]", False),
        ("channel: web, personalization: [{text: T, source: crm}]", "channel: phone", True),
        ("channel: web", "channel: phone, personalization: [{text: T, source: crm}]", False),
        ("channel: web", "channel: phone, personalization: [Knows the name]", True),
        ("channel: web, needs: [A date]", "channel: phone, expectations: [A date]", False),
        ("channel: web, needs: [A date]", "channel: phone, needs: [A name]", True),
        ("channel: web, blueprint: {physical_evidence: [Receipt]}", "channel: phone", False),
        ("channel: web", "channel: phone, blueprint: {physical_evidence: [Receipt]}", True),
        ("channel: web, uses: bill", "channel: phone, uses: bill", False),
        ("channel: web, expand: detail", "channel: phone", False),
        ("channel: web", "channel: phone, expand: detail", False),
        ("channel: web, personas: [widow]", "channel: phone, personas: [family]", False),
        ("channel: web, personas: [widow]", "channel: phone, personas: [family, widow]", True),
        ("channel: web, next: []", "channel: phone, next: []", False),
        ("channel: web, next: [two, {exit: gone}]", "channel: phone, next: []", True),
        ("channel: web, next: [{exit: gone}]", "channel: phone, next: []", False),
        ("channel: web, next: [day, one]", "channel: phone, next: []", False),
        ("channel: web, next: []", "channel: phone, next: day", True),
        ("channel: web, next: [{to: two, when: a}, {to: two, when: b}]", "channel: phone, next: []", True),
    ],
)
def test_a_switch_needs_something_that_is_carried_over(first: str, second: str, *, is_wrong: bool) -> None:
    """Only between kinds of channels, along the way, for the same people, and where nothing is shared."""
    detail = journey("{id: b, title: B, channel: web}", id="detail")
    found = findings("channel-switch-without-handover", ways(first, second), detail, LIBRARY)
    assert len(found) == is_wrong, found


def test_many_ways_to_a_switch_are_counted() -> None:
    """A message stays short however many touchpoints lead to one; each of them is shown."""
    origins = "".join(f"{{id: o{n}, title: O, channel: web, next: two}}, " for n in range(3))
    text = ways("channel: web", "channel: phone, next: []").replace("{id: one,", f"{origins}{{id: one,")
    (found,) = findings("channel-switch-without-handover", text)
    assert "carried over from 4 touchpoints to `two`" in found


def test_nothing_is_handed_over_before_a_customer_is_known() -> None:
    """What begins in the phase of awareness is left alone."""
    text = ways("channel: web", "channel: phone").replace("id: day", "id: {phase}", 1)
    early, late = (text.replace("{phase}", phase) for phase in ("awareness", "decision"))
    assert findings("channel-switch-without-handover", early) == []
    assert len(findings("channel-switch-without-handover", late)) == 1


@pytest.mark.parametrize(
    ("lanes", "is_wrong"),
    [
        ("blueprint: {frontstage: [A]}", True),
        ("blueprint: {frontstage: [A], physical_evidence: [B]}", True),
        ("blueprint: {frontstage: [A], backstage: [B]}", False),
        ("blueprint: {frontstage: [A], support: [Electricity]}", False),
        ("blueprint: {frontstage: [A]}, systems: [orders]", False),
        ("blueprint: {backstage: [A]}", False),
    ],
)
def test_a_promise_in_front_needs_somebody_behind(lanes: str, *, is_wrong: bool) -> None:
    """Backstage, support and systems all make it possible."""
    text = journey(f"{{id: a, title: A, {lanes}}}")
    assert len(findings("frontstage-without-backstage", text, LIBRARY)) == is_wrong


@pytest.mark.parametrize(
    ("touchpoints", "who"),
    [
        ("{id: a, title: A, emotion: {by: {widow: 1}}}", ["family"]),
        ("{id: a, title: A, emotion: 1}", []),
        ("{id: a, title: A, emotion: 1, personas: [family]}", ["widow"]),
        ("{id: a, title: A, emotion: {by: {widow: sad}}}, {id: b, title: B, emotion: 1}", []),
        ("{id: a, title: A}", []),
    ],
)
def test_each_persona_feels_something_where_any_does(touchpoints: str, who: list[str]) -> None:
    """What everyone feels is felt by each whom the touchpoint concerns; if nobody does, nothing is said."""
    found = findings("persona-without-emotion", journey(touchpoints, PEOPLE))
    assert [message.split("`")[1] for message in found] == who


def test_one_persona_alone_is_never_compared() -> None:
    """With a single persona the feelings are hers."""
    alone = "personas: [{id: widow, title: Widow}]\n"
    text = journey("{id: a, title: A, emotion: 1}, {id: b, title: B}", alone)
    assert findings("persona-without-emotion", text) == []


@pytest.mark.parametrize(
    ("next_", "is_wrong"),
    [
        ("[{to: b, share: 0.8}, {exit: lost}]", True),
        ("[{to: b, share: 0.7}, {to: c, share: 0.1}, {exit: lost}]", True),
        ("[{to: b, share: 0.81}, {exit: lost}]", False),
        ("[{to: b, share: 0.8}]", True),
        ("[{to: b, share: 0.8}, {exit: unlisted, share: 0.2}]", True),
        ("[{to: b, share: 0.8}, {exit: later}]", False),
        ("[{to: b, share: 0.8}, {exit: happy}]", False),
        ("[{to: b, share: 0.8}, {journey: detail}]", False),
        ("[b, {exit: lost}]", False),
        ("[{exit: lost}]", True),
        ("[]", False),
    ],
)
def test_a_known_loss_asks_for_its_pain(next_: str, *, is_wrong: bool) -> None:
    """Only who is surely lost counts: by a lost exit, by an exit nobody lists, or by no branch at all."""
    exits = (
        "exits: [{id: lost, title: L}, {id: later, title: D, outcome: deferred}, "
        "{id: happy, title: A, outcome: achieved}]\n"
    )
    rest = ", {id: b, title: B}, {id: c, title: C}"
    detail = journey("{id: d, title: D}", id="detail")
    text = journey(f"{{id: a, title: A, next: {next_}}}{rest}", exits)
    assert len(findings("drop-off-without-pain", text, detail)) == is_wrong
    explained = journey(f"{{id: a, title: A, pains: [Late], next: {next_}}}{rest}", exits)
    assert findings("drop-off-without-pain", explained, detail) == []


def test_nobody_has_left_what_does_not_exist() -> None:
    """The shares of a journey of the future are wishes."""
    text = journey("{id: a, title: A, next: [{to: b, share: 0.5}]}, {id: b, title: B}", "state: future\n")
    assert findings("drop-off-without-pain", text) == []


def test_how_many_losses_are_many_is_an_option() -> None:
    """With a share of nought every loss asks for a pain, and no loss does not."""
    settings = WORKSPACE + "checks: {rules: {drop-off-without-pain: {level: info, share: 0}}}\n"
    few = journey("{id: a, title: A, next: [{to: b, share: 0.99}]}, {id: b, title: B}")
    none = journey("{id: a, title: A, next: [{to: b, share: 1}]}, {id: b, title: B}")
    assert len(findings("drop-off-without-pain", settings, few)) == 1
    assert findings("drop-off-without-pain", settings, none) == []


@pytest.mark.parametrize(
    ("touchpoints", "is_wrong"),
    [
        (scores(1, -1), True),
        (scores(-1), False),
        (scores(-2, 0), False),
        (scores(1, "{by: {widow: -1, family: 1}}"), False),
        (scores(1, "{by: {widow: -2, family: 1}}"), True),
        (scores(1, -1, "sad"), True),
        ("{id: a, title: A, emotion: 1}, {id: b, title: B, emotion: -1, next: a}", False),
        ("{id: a, title: A, emotion: 1}, {id: b, title: B, emotion: -1, next: [a, {exit: gone}]}", True),
        ("{id: a, title: A, emotion: 1}, {id: b, title: B, emotion: -1, next: []}", True),
        ("{id: a, title: A, emotion: 1}, {id: b, title: B, emotion: -1, next: {journey: detail}}", False),
    ],
)
def test_the_end_is_the_last_score_of_those_who_end_there(touchpoints: str, *, is_wrong: bool) -> None:
    """The mean of all personas counts; who goes on from there, here or in another journey, has not ended."""
    detail = journey("{id: d, title: D}", id="detail")
    assert len(findings("negative-end", journey(touchpoints, PEOPLE), detail)) == is_wrong


@pytest.mark.parametrize("rule", ["negative-end", "no-moment-of-truth"])
def test_the_detail_of_another_journey_neither_ends_nor_decides(rule: str) -> None:
    """A journey that tells one touchpoint of another is judged there."""
    detail = journey(scores(1, 1, -1), id="detail")
    whole = journey("{id: a, title: A, expand: detail}", id="whole")
    assert len(findings(rule, detail)) == 1
    assert findings(rule, detail, whole) == []


HERS = "{text: P, severity: critical, frequency: always, personas: [widow]}"


@pytest.mark.parametrize(
    ("fields", "who"),
    [
        ("emotion: 1, pains: [{text: P, severity: high, frequency: often}]", ["customers feel"]),
        ("emotion: 0.9, pains: [{text: P, severity: high, frequency: often}]", []),
        ("emotion: proud, pains: [{text: P, severity: high, frequency: often}]", []),
        ("emotion: 1, pains: [{text: P, severity: high, frequency: rare}]", []),
        ("emotion: 1, pains: [{text: P, severity: high}]", []),
        ("emotion: 1, pains: [{text: P, severity: medium, frequency: always}]", []),
        (f"emotion: {{by: {{widow: 2, family: 2}}}}, pains: [{HERS}]", ["`widow` feels"]),
        (f"emotion: {{by: {{widow: -2, family: 2}}}}, pains: [{HERS}]", []),
    ],
)
def test_nobody_is_glad_of_what_hurts_badly_and_often(fields: str, who: list[str]) -> None:
    """Feeling and pain must be those of the same people, and the pain both severe and frequent."""
    found = findings("emotion-against-pain", journey(f"{{id: a, title: A, {fields}}}", PEOPLE))
    assert [message.split(" ", 1)[1].split(" good")[0] for message in found] == who


DONE = "{title: O, addresses: [late], status: done}"
OPEN = "{title: P, addresses: [late]}"
REJECTED = "{title: Q, addresses: [late], status: rejected}"
DONE_BY_ADDRESS = "{title: O, addresses: ['moving#late'], status: done}"


@pytest.mark.parametrize(
    ("opportunities", "state", "is_wrong"),
    [
        (DONE, "current", True),
        (DONE_BY_ADDRESS, "current", True),
        (OPEN, "current", False),
        (f"{DONE}, {OPEN}", "current", False),
        (f"{DONE}, {REJECTED}", "current", True),
        (REJECTED, "current", False),
        (DONE, "future", False),
    ],
)
def test_a_pain_is_asked_about_again_when_all_is_done(
    opportunities: str, state: str, *, is_wrong: bool
) -> None:
    """All that is not rejected must be done, in a journey of today."""
    text = journey(PAIN, f"state: {state}\nopportunities: [{opportunities}]\n")
    assert len(findings("pain-still-listed", text)) == is_wrong


@pytest.mark.parametrize(
    ("rule", "fields", "is_wrong"),
    [
        ("moment-of-truth-without-kpi", "moment_of_truth: true", True),
        ("moment-of-truth-without-kpi", "moment_of_truth: true, kpis: [on-time]", False),
        ("moment-of-truth-without-kpi", "moment_of_truth: false", False),
        ("moment-of-truth-without-emotion", "moment_of_truth: true", True),
        ("moment-of-truth-without-emotion", "moment_of_truth: true, emotion: {quote: Oh}", False),
        ("moment-of-truth-without-emotion", "moment_of_truth: true, type: internal", False),
    ],
)
def test_a_moment_of_truth_is_felt_and_measured(rule: str, fields: str, *, is_wrong: bool) -> None:
    """Each moment of truth has a KPI and, where customers are present, a feeling."""
    assert len(findings(rule, journey(f"{{id: a, title: A, {fields}}}"), LIBRARY)) == is_wrong
