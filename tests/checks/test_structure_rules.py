"""The rules about how a portfolio holds together: what is unused, unreachable, past or contradicted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.checks.thoroughfare import is_thoroughfare
from journeymap.model import Branch, Journey, Stage, Touchpoint
from journeymap.model.paths import walk_journey
from tests.checks import check, findings
from tests.checks.portfolios import SETTINGS, TODAY, journey, library, mend, messages, overlay, persona

TEAMS = library("teams: [{id: care, title: Care}]\n")
UNUSED = "nothing refers to "


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ((TEAMS,), []),
        ((SETTINGS, TEAMS), []),
        ((SETTINGS, TEAMS, journey()), [f"{UNUSED}team `care`"]),
        ((TEAMS, journey(head="owner: care\n")), []),
        ((TEAMS, journey(), overlay(head="owner: care\n")), []),
        ((TEAMS, journey(touchpoints="id: a, title: A"), overlay("set: a, fields: {owner: care}")), []),
        (
            (
                library("teams: [{id: care, title: Care}]\nsystems: [{id: crm, title: CRM, owner: care}]\n"),
                journey(),
            ),
            [f"{UNUSED}system `crm`"],
        ),
        ((library("terms: [{id: basket, title: Basket}]\n"), journey()), []),
        ((library("teams: [{id: care, title: Care, deprecated: {sunset: 2027-01-01}}]\n"), journey()), []),
        ((library("channels: [{id: kiosk, title: Kiosk}]\n"), persona("channels: [kiosk]\n"), journey()), []),
        ((library("segments: [{id: new, title: New}]\n"), persona("segment: new\n"), journey()), []),
        (
            (
                library("segments: [{id: new, title: New}]\n"),
                journey(),
                SETTINGS + "views: [{id: first, form: table, where: {segments: [new]}}]\n",
            ),
            [],
        ),
        (
            (
                library("segments: [{id: new, title: New}]\n"),
                journey(),
                SETTINGS + "views: [{id: first, form: table, where: {segments: new}}]\n",
            ),
            [],
        ),
        (
            (
                library(
                    "sources: [{id: crm, title: CRM}]\nmetrics:\n"
                    "  - {id: sales, title: Sales, measure: {type: count, from: [crm]}}\n"
                ),
                journey(touchpoints="id: a, title: A, kpis: [sales]"),
            ),
            [],
        ),
        (
            (
                library(
                    "teams: [{id: care, title: Care}]\nsystems: [{id: crm, title: CRM}]\n"
                    "touchpoints:\n  - id: page\n    title: Page\n"
                    "    blueprint: {support: [crm], backstage: [{text: X, owner: care}]}\n"
                ),
                journey(touchpoints="id: a, title: A, uses: page"),
            ),
            [],
        ),
    ],
)
def test_an_entry_is_unused_when_nothing_of_a_whole_workspace_names_it(
    texts: tuple[str, ...], found: list[str]
) -> None:
    """Whatever field refers to an entry, it is used; where nothing could, nothing is said."""
    assert messages("unused-library-entry", *texts) == found


@pytest.mark.parametrize("rule", ["unused-library-entry", "unused-persona", "unused-evidence"])
def test_a_file_that_cannot_be_built_may_use_anything(rule: str) -> None:
    """One broken journey does not make everything else look unused."""
    evidence = "evidence: [{id: survey, title: Survey}]\n"
    whole = (TEAMS, persona(), journey(evidence))
    broken = "# file: broken.journey.yaml\njourneymap: 1\nkind: journey\nid: broken\n"
    assert len(messages(rule, *whole)) == 1
    assert [each.rule for each in check(*whole, broken, select=rule).diagnostics if each.rule == rule] == []


@pytest.mark.parametrize(
    ("touchpoints", "head", "found"),
    [
        ("id: a, title: A", "", ["no journey has persona `dana`"]),
        ("id: a, title: A", "personas: [dana]\n", []),
        ("id: a, title: A, actor: dana", "", []),
        ("id: a, title: A, emotion: {by: {dana: -1}}", "", []),
        ("id: a, title: A, thought: {by: {dana: Hm.}}", "", []),
        ("id: a, title: A, pains: [{text: P, personas: [dana]}]", "", []),
        ("id: a, title: A, personalization: [{text: P, persona: dana}]", "", []),
    ],
)
def test_a_persona_is_used_wherever_a_journey_names_it(touchpoints: str, head: str, found: list[str]) -> None:
    """A persona counts as used however a journey speaks of it."""
    assert messages("unused-persona", persona(), journey(touchpoints=touchpoints, head=head)) == found


EVIDENCE = "evidence: [{id: survey, title: Survey}]\n"


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        ((journey(EVIDENCE),), 1),
        ((journey(EVIDENCE + "insights: [{text: I, evidence: [survey]}]\n"),), 0),
        ((journey(EVIDENCE, "id: a, title: A, gains: [{text: G, evidence: [survey]}]"),), 0),
        (
            (
                journey(EVIDENCE).replace(
                    "title: Deciding", "title: Deciding\n    emotion: {score: 1, evidence: [survey]}"
                ),
            ),
            0,
        ),
        ((journey(EVIDENCE), journey("insights: [{text: I, evidence: [shop#survey]}]\n", id="other")), 0),
        ((journey(EVIDENCE), persona('evidence: ["shop#survey"]\n')), 0),
        ((journey("evidence: [{id: old, title: Old, deprecated: {sunset: 2027-01-01}}]\n"),), 0),
        ((journey(EVIDENCE), overlay()), 1),
        ((journey(EVIDENCE + "insights: [{id: i, text: I, evidence: [survey]}]\n"), overlay("remove: i")), 0),
    ],
)
def test_evidence_is_used_when_any_claim_cites_it(texts: tuple[str, ...], count: int) -> None:
    """A citation from another file counts, and an overlay does not answer for what it inherits."""
    assert len(messages("unused-evidence", *texts)) == count


def test_an_exit_is_unused_in_an_overlay_that_closed_it() -> None:
    """Who takes the last branch to an exit away is told so, in the overlay."""
    base = journey(
        "exits: [{id: out, title: Out}]\n", "id: a, title: A, next: [b, {exit: out}]\nid: b, title: B"
    )
    assert messages("unused-exit", base) == []
    assert findings("unused-exit", base, overlay("set: a, fields: {next: b}")) == [
        "4:10 no branch leads to exit `out`"
    ]


def test_an_undeclared_exit_can_be_listed() -> None:
    """What the repair writes leaves nothing to be found, beside a list and without one."""
    leaves = "id: a, title: A, next: [{exit: out}, b]\nid: b, title: B"
    assert mend("undeclared-exit", journey(touchpoints=leaves)) == []
    listed = "exits:\n  - {id: done, title: Done}\n"
    assert mend("undeclared-exit", journey(listed, leaves + ", next: done")) == []


def test_an_overlay_is_not_offered_a_list_that_would_replace_its_bases() -> None:
    """An exit that an overlay adds is named, and nothing is offered."""
    base = journey("exits: [{id: done, title: Done}]\n", "id: a, title: A, next: done")
    found = check(base, overlay("set: a, fields: {next: {exit: out}}"), select="undeclared-exit").diagnostics
    assert [(each.primary.file, each.fixes) for each in found] == [("later.journey.yaml", ())]


@pytest.mark.parametrize(
    ("touchpoints", "unreachable", "endless"),
    [
        ("id: a, title: A\nid: b, title: B", 0, 0),
        ("id: a, title: A, next: c\nid: b, title: B\nid: c, title: C", 1, 0),
        ("id: a, title: A, next: c\nid: b, title: B\nid: c, title: C, next: b", 0, 1),
        ("id: a, title: A, next: c\nid: b, title: B, next: []\nid: c, title: C, next: b", 0, 0),
        ("id: a, title: A, next: decision", 0, 1),
        ("id: a, title: A, next: [{to: a, share: 0.4}]", 0, 0),
        ("id: a, title: A, next: [{to: a}, {exit: out, share: 0}]", 0, 1),
        ("id: a, title: A, next: [{to: a}, {journey: shop}]", 0, 0),
        ("id: a, title: A, next: []\nid: b, title: B, next: c\nid: c, title: C, next: b", 1, 0),
        ("id: a, title: A, next: []\nid: b, title: B, next: []\nid: c, title: C", 2, 0),
    ],
)
def test_ways_that_lead_nowhere_or_round_are_found_once(
    touchpoints: str, unreachable: int, endless: int
) -> None:
    """One finding for each root of what cannot be reached, and for each loop that can be and has no end."""
    text = journey(touchpoints=touchpoints)
    assert len(messages("unreachable-touchpoint", text)) == unreachable
    assert len(messages("endless-loop", text)) == endless


heads = st.lists(st.integers(0, 6), max_size=3)
graphs = st.lists(st.one_of(st.none(), heads), min_size=1, max_size=6)


@given(graphs, st.booleans())
def test_a_thoroughfare_has_neither_dead_ends_nor_islands(
    graph: list[list[int] | None], has_empty_stage: bool
) -> None:
    """What is called plain at a glance is what the paths find when they are walked."""
    ids = [f"t{n}" for n in range(len(graph))]
    touchpoints = tuple(
        Touchpoint(
            id,
            id,
            next=None
            if way is None
            else tuple(Branch(to=ids[head]) if head < len(ids) else Branch(exit="out") for head in way),
        )
        for id, way in zip(ids, graph, strict=True)
    )
    stages = (Stage("s", "S", touchpoints=touchpoints[:2]), Stage("r", "R", touchpoints=touchpoints[2:]))
    whole = Journey("j", "J", (Stage("e", "E"), *stages) if has_empty_stage else stages)
    walk = walk_journey(whole)
    if is_thoroughfare(whole):
        assert (walk.unreachable, walk.endless) == ((), ())


def test_a_stage_without_touchpoints_is_passed_through() -> None:
    """A branch to an empty stage goes on to the next touchpoint, or to the end."""
    text = journey(
        "  - {id: empty, title: Empty}\n"
        "  - {id: last, title: Last, touchpoints: [{id: c, title: C, next: end}]}\n"
        "  - {id: end, title: End}\n",
        "id: a, title: A, next: empty",
    )
    assert messages("unreachable-touchpoint", text) == []
    assert messages("endless-loop", text) == []


def test_a_missing_id_is_told_where_the_overlay_wrote_it() -> None:
    """An overlay answers for its own items, and what it inherits is told in its base."""
    base = journey(touchpoints="id: a, title: A, pains: [One]")
    found = check(base, overlay("add: pain, to: a, item: Two"), select="missing-id").diagnostics
    assert [(each.primary.file, each.primary.start.line) for each in found] == [
        ("later.journey.yaml", 7),
        ("shop.journey.yaml", 10),
    ]


@pytest.mark.parametrize(
    ("today", "count"), [("", 0), ("2026-11-01", 0), ("2026-11-02", 1), ("2027-11-02", 1)]
)
def test_a_sunset_is_past_the_day_after(today: str, count: int) -> None:
    """The day itself still belongs to the thing, and without a day nothing is late."""
    text = journey(touchpoints="id: a, title: A, deprecated: {sunset: 2026-11-01}")
    assert len(findings("past-sunset", text, today=today)) == count


def test_a_past_sunset_is_told_once_and_where_it_was_set() -> None:
    """An overlay that inherits the thing is not told again; one that sets the day is told there."""
    base = journey(touchpoints="id: a, title: A, deprecated: {sunset: 2026-01-01}\nid: b, title: B")
    change = overlay("set: b, fields: {deprecated: {sunset: 2026-02-01, replaced_by: a}}")
    found = check(base, change, select="past-sunset", today=TODAY).diagnostics
    assert [(each.primary.file, each.primary.start.line) for each in found] == [
        ("later.journey.yaml", 7),
        ("shop.journey.yaml", 10),
    ]
    retired = base.replace("status: published", "status: retired")
    assert findings("past-sunset", retired, today=TODAY) == []


FAX = "channels: [{id: fax, title: Fax, deprecated: {replaced_by: chat}}, {id: chat, title: Chat}]\n"


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        ((library(FAX), journey()), 0),
        ((library(FAX), journey(touchpoints="id: a, title: A, channel: fax")), 1),
        (
            (
                library(FAX),
                journey(touchpoints="id: a, title: A, channel: fax\nid: b, title: B, channel: fax"),
            ),
            1,
        ),
        (
            (
                library(FAX),
                journey(touchpoints="id: a, title: A, channel: fax").replace("published", "retired"),
            ),
            0,
        ),
        (
            (
                library(FAX),
                journey(
                    touchpoints="id: a, title: A, channel: fax", head="deprecated: {sunset: 2027-01-01}\n"
                ),
            ),
            0,
        ),
        ((library(FAX), journey(touchpoints="id: a, title: A, channel: fax"), overlay()), 1),
        (
            (library(FAX), journey(touchpoints="id: a, title: A"), overlay("set: a, fields: {channel: fax}")),
            1,
        ),
        (
            (
                library(FAX),
                journey(touchpoints="id: a, title: A"),
                overlay("set: a, fields: {channel: chat}"),
            ),
            0,
        ),
        ((library(FAX), journey(touchpoints="id: a, title: A"), overlay("set: a, fields: {title: B}")), 0),
        ((library(FAX), persona("channels: [web, fax]\n"), journey()), 1),
        (
            (
                library(FAX.replace("{replaced_by", "{since: 2027-01-01, replaced_by")),
                persona("channels: [fax]\n"),
                journey(),
            ),
            0,
        ),
        (
            (
                library(FAX + "touchpoints: [{id: page, title: Page, channel: fax}]\n"),
                journey(touchpoints="id: a, title: A, uses: page"),
            ),
            1,
        ),
        (
            (
                persona("deprecated: {sunset: 2027-01-01}\n"),
                journey(touchpoints="id: a, title: A, emotion: {by: {dana: 1}}"),
            ),
            1,
        ),
        (
            (
                journey(
                    "evidence: [{id: old, title: Old, deprecated: {sunset: 2027-01-01}}]\n"
                    "insights: [{text: I, evidence: [old]}]\n"
                ),
            ),
            1,
        ),
        (
            (
                journey(
                    touchpoints="id: a, title: A, next: [b]\n"
                    "id: b, title: B, deprecated: {sunset: 2027-01-01}"
                ),
            ),
            0,
        ),
        (
            (
                journey("evidence: [{id: old, title: Old, deprecated: {sunset: 2027-01-01}}]\n"),
                journey('insights: [{text: I, evidence: ["shop#old"]}]\n', id="other"),
            ),
            1,
        ),
    ],
)
def test_what_is_deprecated_is_found_where_something_living_uses_it(
    texts: tuple[str, ...], count: int
) -> None:
    """One finding for each thing and file; what goes away itself, and what is inherited, is not asked."""
    assert len(messages("deprecated-in-use", *texts)) == count


@pytest.mark.parametrize("channel", ["fax", "[fax]", "[web, fax]"])
def test_what_is_deprecated_can_be_replaced(channel: str) -> None:
    """The successor takes its place in every form of writing it."""
    assert (
        mend("deprecated-in-use", library(FAX), journey(touchpoints=f"id: a, title: A, channel: {channel}"))
        == []
    )


def test_nothing_is_offered_that_would_stand_in_a_list_twice() -> None:
    """Where the successor is there already, people decide."""
    text = journey(touchpoints="id: a, title: A, channel: [fax, chat]")
    found = check(library(FAX), text, select="deprecated-in-use").diagnostics
    assert [each.fixes for each in found] == [()]


def test_one_stage_alone_is_not_blamed_for_a_large_map() -> None:
    """A journey of a single stage is too large as a whole."""
    many = "\n".join(f"id: t{n}, title: T {n}" for n in range(41))
    found = check(journey(touchpoints=many), select="oversized-map").diagnostics
    assert [(each.message, each.labels) for each in found] == [
        ("journey `shop` has 41 touchpoints, more than readers take in", ())
    ]


@pytest.mark.parametrize(
    ("head", "changes", "count"),
    [
        ("", "", 1),
        ("title: Elsewhere\nsummary: The same abroad.\n", "", 1),
        ("goal: Something else.\n", "", 0),
        ("", "set: a, fields: {emotion: -1}", 1),
        ("", "set: a, fields: {emotion: 1}", 0),
        ("state: future\n", "", 1),
    ],
)
def test_an_overlay_changes_something(head: str, changes: str, count: int) -> None:
    """Another title is no other journey, and neither is another state."""
    base = journey(touchpoints="id: a, title: A, emotion: -1")
    assert len(messages("overlay-without-changes", base, overlay(changes, head=head))) == count


PAIN = "id: a, title: A, pains: [{id: late, text: Late, aliases: [slow]}]"
EARLY = "opportunities:\n  - {id: early, title: Early, addresses: [late]}\n"


@pytest.mark.parametrize(
    ("changes", "help"),
    [
        ("remove: early\nremove: late", "add `resolved_by: ...`"),
        ("set: early, fields: {addresses: null}\nremove: slow", "add `resolved_by: early`"),
        ("set: early, fields: {addresses: null}\nremove: late, resolved_by: early", ""),
        ("remove: early", ""),
        ("add: pain, to: a, item: {id: new, text: New}\nremove: new", ""),
    ],
)
def test_a_pain_that_goes_says_what_resolves_it(changes: str, help: str) -> None:
    """The opportunity that addressed it is proposed while it is still there."""
    found = check(journey(EARLY, PAIN), overlay(changes), select="unresolved-removal").diagnostics
    assert [each.help[0].startswith(help) for each in found] == ([True] if help else [])


def test_a_removal_can_be_resolved() -> None:
    """The repair names the one opportunity that addressed the pain."""
    change = overlay("set: early, fields: {addresses: null}\nremove: late")
    assert mend("unresolved-removal", journey(EARLY, PAIN), change) == []


STATUS = "touchpoints: [{id: status, title: Status, channel: [web, app], owner: care}]\n"
STATUS_TEAMS = "teams: [{id: care, title: Care}, {id: ops, title: Ops}, {id: shop-team, title: Shop}]\n"


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("", "", 0),
        ("channel: email", "", 0),
        ("channel: email", "channel: phone", 1),
        ("channel: email", "channel: [email, phone]", 0),
        ("channel: app", "channel: phone", 0),
        ("owner: ops", "owner: shop-team", 1),
        ("owner: ops", "owner: ops", 0),
        ("owner: ops, channel: email", "owner: shop-team, channel: phone", 2),
        ("policies: [One]", "policies: [Two]", 1),
    ],
)
def test_journeys_agree_on_what_they_share(first: str, second: str, count: int) -> None:
    """Two that say different things are found; who narrows or extends what the other says is not."""
    texts = [
        journey(touchpoints=f"id: {id}-status, title: S, uses: status{', ' if fact else ''}{fact}", id=id)
        for id, fact in (("one", first), ("two", second))
    ]
    assert len(messages("contradicting-touchpoint", library(STATUS_TEAMS + STATUS), *texts)) == count


def test_one_journey_may_use_a_shared_touchpoint_in_two_ways() -> None:
    """Within one journey both are seen side by side, and an overlay is not asked about its base."""
    two = "id: a, title: A, uses: status, channel: email\nid: b, title: B, uses: status, channel: phone"
    shared = library(STATUS_TEAMS + STATUS)
    assert messages("contradicting-touchpoint", shared, journey(touchpoints=two), overlay()) == []


def test_a_retired_journey_may_lead_into_another() -> None:
    """Nobody is led astray by what is only kept to be looked up."""
    retired = journey(touchpoints="id: a, title: A, next: [{journey: old}], expand: old")
    old = journey(id="old").replace("published", "retired")
    assert len(messages("leads-to-retired", retired, old)) == 2
    assert messages("leads-to-retired", retired.replace("published", "retired"), old) == []


def test_what_an_overlay_leads_elsewhere_is_shown_in_the_overlay() -> None:
    """The change that cut a touchpoint of the base off is the place to look at."""
    base = journey(touchpoints="id: a, title: A\nid: b, title: B\nid: c, title: C")
    found = check(base, overlay("set: a, fields: {next: c}"), select="unreachable-touchpoint").diagnostics
    assert [(each.primary.file, each.primary.start.line, each.label) for each in found] == [
        ("later.journey.yaml", 7, "this leads elsewhere")
    ]


def test_two_islands_are_two_findings() -> None:
    """Each touchpoint that nothing else leads to is told by itself."""
    text = journey(
        touchpoints="id: a, title: A, next: []\nid: b, title: B, next: b\nid: c, title: C, next: c"
    )
    found = check(text, select="unreachable-touchpoint").diagnostics
    assert [len(each.labels) for each in found] == [1, 1]


@pytest.mark.parametrize(
    ("moved", "count"),
    [
        ("", 0),
        ("moved: [{from: gone, to: decision}]\n", 0),
        ("moved: [{from: a, to: decision}]\n", 1),
        ("moved: [{from: late, to: a}]\n", 1),
        ("moved: [{from: a, to: [a, decision]}]\n", 0),
    ],
)
def test_what_was_moved_is_gone(moved: str, count: int) -> None:
    """Any item may have been split, and a part of it may keep the id."""
    text = journey(moved, "id: a, title: A, pains: [{id: late, text: Late}]")
    assert len(messages("moved-id-still-here", text)) == count


def test_a_thing_in_a_blueprint_can_be_past_its_day() -> None:
    """Items of lanes, KPIs and inline personas are things like any other."""
    day = "deprecated: {sunset: 2026-01-01}"
    text = journey(
        touchpoints=f"id: a, title: A, blueprint: {{backstage: [{{id: b, text: B, {day}}}]}}",
        head=f"personas: [{{id: dana, title: D, {day}}}]\n",
    )
    assert len(messages("past-sunset", text)) == 2
    assert len(messages("vague-deprecation", text)) == 0


def test_a_deprecation_in_the_future_is_in_nobodys_way_yet() -> None:
    """Before the day from which it counts, a thing may be used."""
    fax = library("channels: [{id: fax, title: Fax, deprecated: {since: 2026-12-01}}]\n")
    text = journey(touchpoints="id: a, title: A, channel: fax")
    assert messages("deprecated-in-use", fax, text) == []
    assert len(findings("deprecated-in-use", fax, text)) == 1


SOUND = """\
# file: sound.journey.yaml
journeymap: 1
kind: journey
id: sound
title: "\u0417\u0430\u043a\u0430\u0437 \u2013 an order, \u00e0 la carte"
status: published
owner: care
personas: [dana, {id: jon, title: Jon, image: {src: jon.png, alt: Jon}}]
segments: [new]
sources: [crm]
objective: "\u041f\u043e\u043a\u0443\u043f\u043a\u0430"
tags: ["\u03b1"]
exits: [{id: out, title: Leaves}]
moved: [{from: start, to: search}]
stages:
  - id: search
    title: Looking around
    phase: awareness
    touchpoints:
      - id: page
        title: Page
        uses: page
        thought: {by: {dana: "\u041e\u0439", jon: Oh}}
        emotion: {by: {dana: {score: 1, feeling: "\u0420\u0430\u0434"}, jon: 0}}
        pains: [{id: slow, text: Slow, evidence: [survey]}]
        images: [{src: p.png, alt: "\u0426\u0435\u043d\u0430 \u0432\u043d\u0438\u0437\u0443"}]
        personalization: [{segment: new, text: A word of welcome, source: crm}]
        fields: {note: "\u0414\u0430", count: 3, notes: [A, "\u0411"]}
        next: [{to: order, share: 0.7}, {exit: out}]
  - id: order
    title: Ordering
    phase: decision
    touchpoints:
      - {id: pay, title: Pay, channel: web, blueprint: {support: [crm-system]}, kpis: [sales]}
opportunities:
  - {id: faster, title: Faster, addresses: [slow], owner: care, actions: [{id: cache, text: Cache}],
     kpis: [{id: more, metric: sales}]}
evidence: [{id: survey, title: Survey, source: crm}]
insights: [{id: early, text: Early}]
feedback_loops: [{id: monthly, source: crm, feeds: [page]}]
"""
SHARED = """\
# file: shared.library.yaml
journeymap: 1
kind: library
teams: [{id: care, title: Care}]
systems: [{id: crm-system, title: CRM}]
sources: [{id: crm, title: CRM}]
metrics: [{id: sales, title: Sales}]
segments: [{id: new, title: New}]
touchpoints: [{id: page, title: Page, channel: web}]
terms: [{id: order, title: Order, aliases: [purchase]}]
"""
LANES = (
    "lanes: [{id: note, title: N}, {id: count, title: C, type: number}, {id: notes, title: L, type: list}]\n"
)
RULES = [
    "bidi-control",
    "contradicting-touchpoint",
    "deprecated-in-use",
    "duplicate-title",
    "endless-loop",
    "glossary-alias-used",
    "idle-alt-text",
    "image-without-alt",
    "leads-to-retired",
    "missing-id",
    "mixed-script",
    "moved-id-still-here",
    "oversized-map",
    "overlay-without-changes",
    "past-sunset",
    "phases-out-of-order",
    "stage-named-after-department",
    "undeclared-exit",
    "unreachable-touchpoint",
    "unresolved-removal",
    "unused-evidence",
    "unused-exit",
    "unused-library-entry",
    "unused-persona",
    "vague-deprecation",
]


@pytest.mark.parametrize("rule", RULES)
def test_a_sound_workspace_is_left_alone(rule: str) -> None:
    """Everything is used, reached, named and of today, so nothing is found, and nothing in an overlay."""
    grown = persona('demographics: {city: "\u041a\u0438\u0435\u0432", age: "30"}\n')
    change = overlay("set: pay, fields: {owner: care, emotion: 2}", base="sound")
    assert messages(rule, SETTINGS + LANES, SHARED, grown, SOUND, change) == []
    assert messages(rule, library("teams: []\n"), journey(touchpoints="id: a, title: A, next: []")) == []


@pytest.mark.parametrize(
    ("rule", "base"),
    [
        (
            "missing-id",
            journey("opportunities: [Something, {title: Other, actions: [Act]}]\ninsights: [Known]\n"),
        ),
        ("oversized-map", journey("".join(f"  - {{id: s{n}, title: S {n}}}\n" for n in range(12)))),
        ("moved-id-still-here", journey("moved: [{from: decision, to: a}]\n", "id: a, title: A")),
        ("vague-deprecation", journey(head="deprecated: {reason: Old}\n")),
        ("past-sunset", journey(head="deprecated: {sunset: 2026-01-01}\n")),
        ("glossary-alias-used", journey().replace("The shop", "The cart")),
        ("endless-loop", journey(touchpoints="id: a, title: A, next: a")),
        ("duplicate-title", journey(touchpoints="id: a, title: A\nid: b, title: A")),
    ],
)
def test_what_an_overlay_inherits_is_told_in_its_base(rule: str, base: str) -> None:
    """The overlay of a faulty journey has no finding of its own."""
    terms = library("terms: [{id: basket, title: Basket, aliases: [cart]}]\n")
    found = check(terms, base, overlay(), select=rule, today=TODAY).diagnostics
    assert found
    assert {each.primary.file for each in found} == {"shop.journey.yaml"}


def test_an_overlay_that_grows_is_told_so() -> None:
    """What is too much only with the changes is the matter of the overlay."""
    base = journey("".join(f"  - {{id: s{n}, title: S {n}}}\n" for n in range(11)))
    grown = overlay("add: stage, item: {id: new, title: New}")
    found = check(base, grown, select="oversized-map").diagnostics
    assert [each.primary.file for each in found] == ["later.journey.yaml"]


def test_the_successor_of_a_journey_is_not_deprecated_with_it() -> None:
    """What extends a journey on its way out takes the deprecation over as a field, not as a fate."""
    old = journey(head="deprecated: {replaced_by: later}\n")
    user = journey(touchpoints="id: a, title: A, next: [{journey: later}]", id="user")
    assert messages("deprecated-in-use", old, overlay(), user) == []
    assert (
        len(messages("deprecated-in-use", old, overlay(), user.replace("journey: later", "journey: shop")))
        == 1
    )


def test_a_successor_counts_as_used() -> None:
    """What replaces something deprecated is meant to be there before anybody uses it."""
    assert messages("unused-library-entry", library(FAX), journey()) == []


def test_a_loop_that_an_overlay_closes_is_shown_there() -> None:
    """The change that leads back is the place to look at."""
    base = journey(touchpoints="id: a, title: A\nid: b, title: B")
    found = check(base, overlay("set: b, fields: {next: a}"), select="endless-loop").diagnostics
    assert [(each.primary.file, each.label) for each in found] == [("later.journey.yaml", "and back")]
