"""What journeys are for, what they rest on, and who looks after them: the edges of those rules."""

import pytest

from journeymap.checks import Checking, Subject, load_check
from journeymap.checks.lineage import is_detail
from journeymap.compiling import compile_files
from journeymap.diagnostics import Diagnostic
from tests.checks import check, findings

TODAY = "2026-11-01"
PERSONA = "# file: mira.persona.yaml\njourneymap: 1\nkind: persona\nid: mira\ntitle: Mira\n"
WORKSPACE = "# file: journeymap.yaml\njourneymap: 1\nkind: workspace\ntitle: Shop\n"
STAGES = "stages:\n  - {id: decision, title: Decision}\n"


def journey(body: str = "", *, id: str = "a", status: str = "published", stages: str = STAGES) -> str:
    """Return a journey's file; what makes it special comes after line 6."""
    return (
        f"# file: {id}.journey.yaml\n"
        f"journeymap: 1\nkind: journey\nid: {id}\ntitle: Journey\nstatus: {status}\n{stages}{body}"
    )


def overlay(body: str = "", *, status: str = "published", state: str = "future") -> str:
    """Return a file of the journey ``b`` that extends ``a``."""
    return (
        "# file: b.journey.yaml\n"
        f"journeymap: 1\nkind: journey\nid: b\nextends: a\nstatus: {status}\nstate: {state}\n{body}"
    )


def touchpoint(body: str) -> str:
    """Return stages with one touchpoint."""
    stage = "stages:\n  - id: decision\n    title: Decision\n    touchpoints:\n"
    return f"{stage}      - {{id: till, title: Till, {body}}}\n"


def levels(rule: str, *texts: str) -> list[str]:
    """Return the files and levels at which a rule finds something when it is not asked for by name."""
    found = compile_and_check(*texts)
    return [f"{each.primary.file} {each.severity.word}" for each in found if each.rule == rule]


def compile_and_check(*texts: str) -> tuple[Diagnostic, ...]:
    """Return all that is found in files, with every rule at its own level."""
    return check(*texts, today=TODAY).diagnostics


HEADER_RULES = {
    "no-objective": "error",
    "journey-without-owner": "error",
    "journey-without-persona": "warning",
    "journey-without-scenario": "warning",
    "journey-without-goal": "warning",
}


@pytest.mark.parametrize("rule", HEADER_RULES)
def test_a_gap_that_an_overlay_inherits_is_told_once(rule: str) -> None:
    """What the base lacks is said of the base, and not again of what extends it."""
    assert levels(rule, journey(), overlay()) == [f"a.journey.yaml {HEADER_RULES[rule]}"]


@pytest.mark.parametrize("rule", HEADER_RULES)
def test_a_published_overlay_of_a_draft_has_the_gap(rule: str) -> None:
    """What a draft may still lack is said where the published journey extends it, and the draft is shown."""
    found = [each for each in compile_and_check(journey(status="draft"), overlay()) if each.rule == rule]
    assert [(each.primary.file, each.primary.start.line) for each in found] == [("b.journey.yaml", 4)]
    assert [(each.span.file, each.span.start.line) for each in found[0].labels] == [("a.journey.yaml", 3)]


@pytest.mark.parametrize("rule", [*HEADER_RULES, "objective-without-kpi", "no-research", "never-reviewed"])
@pytest.mark.parametrize("status", ["draft", "retired"])
def test_a_draft_is_asked_for_nothing(rule: str, status: str) -> None:
    """What is only begun, and what is given up, need not be complete."""
    text = journey("objective: Sell more\n", status=status, stages=touchpoint("emotion: -1"))
    assert levels(rule, text) == []


def test_an_overlay_can_mend_what_it_inherits() -> None:
    """A header field of its own is the overlay's, so only the base has the gap."""
    texts = (WORKSPACE, journey(), overlay("goal: A pair that fits\n"))
    assert findings("journey-without-goal", *texts) == [
        "3:5 journey `a` does not say what its customers want to reach"
    ]


def test_an_overlay_can_make_its_own_gap() -> None:
    """An objective that only the overlay writes is at fault there."""
    found = findings("objective-without-kpi", journey(), overlay("objective: Sell more\n"))
    assert found == [
        "7:12 no KPI would tell whether the objective of journey `b` is reached",
    ]


def test_an_objective_of_blanks_is_none() -> None:
    """Blanks say nothing."""
    assert len(findings("no-objective", journey('objective: "  "\n'))) == 1


def test_segments_say_whose_journey_it_is() -> None:
    """So do personas that stand in the journey itself."""
    library = "# file: who.library.yaml\njourneymap: 1\nkind: library\nsegments: [{id: new, title: New}]\n"
    assert findings("journey-without-persona", WORKSPACE, library, journey("segments: [new]\n")) == []
    assert findings("journey-without-persona", journey("personas: [{id: mira, title: Mira}]\n")) == []


def test_a_detail_is_known_by_stage_and_by_touchpoint() -> None:
    """A journey is a detail wherever another expands into it, and so is what extends it; never its own."""
    whole = journey(id="whole", stages=touchpoint("expand: a"))
    portfolio = compile_files(
        [
            (f"{id}.journey.yaml", text.partition("\n")[2].encode())
            for id, text in (("whole", whole), ("a", journey()), ("b", overlay()))
        ]
    ).portfolio
    assert [each.id for each in portfolio.journeys if is_detail(Subject(portfolio, each))] == ["a", "b"]


def test_what_is_to_come_has_no_research() -> None:
    """Only what is said of today can have been observed."""
    for state in ("future", "ideal"):
        text = journey(f"state: {state}\n", stages=touchpoint("emotion: -1"))
        assert findings("no-research", text) == []
    assert len(findings("no-research", journey(stages=touchpoint("emotion: -1")))) == 1


def test_one_known_claim_is_research() -> None:
    """A journey that knows little is not one that knows nothing; citing counts, whatever the word for it."""
    known = touchpoint("pains: [Slow, {text: Dear, confidence: partial}]")
    cited = touchpoint("pains: [Slow, {text: Dear, evidence: [talk]}]")
    evidence = "evidence: [{id: talk, kind: interview, title: A talk}]\n"
    assert findings("no-research", journey(stages=known)) == []
    assert findings("no-research", journey(evidence, stages=cited)) == []
    assert len(findings("assumed-despite-evidence", journey(evidence, stages=cited))) == 1


@pytest.mark.parametrize(
    ("kinds", "count"),
    [
        (["desk-research"], 1),
        (["workshop", "workshop"], 1),
        (["workshop", "interview"], 0),
        (["desk-research", "other"], 0),
        ([], 0),
    ],
)
def test_research_without_customers_is_known_by_its_kinds(kinds: list[str], count: int) -> None:
    """One piece that may have met a customer is enough, and none at all is another fault."""
    items = ", ".join(f"{{id: e{i}, kind: {kind}, title: E}}" for i, kind in enumerate(kinds))
    assert len(findings("no-customer-research", journey(f"evidence: [{items}]\n"))) == count


def test_what_is_measured_needs_no_citation() -> None:
    """Two claims at one touchpoint are told apart by what they say, and assumed ones need no evidence."""
    text = journey(
        stages=touchpoint(
            "pains: [{text: Slow, confidence: partial}, {text: Dear, confidence: partial}, Far]"
        )
    )
    found = check(text, select="claim-without-evidence").diagnostics
    assert len({each.fingerprint for each in found}) == len(found) == 2


AGED = journey(
    "evidence: [{id: talk, kind: interview, title: A talk, date: 2026-06-01}]\n",
    stages=touchpoint("pains: [{text: Dear, confidence: researched, evidence: ['a#talk']}]"),
)


@pytest.mark.parametrize(
    ("option", "count"),
    [("152d", 1), ("153d", 0), ("21w", 1), ("22w", 0), ("99999w", 0)],
    ids=lambda each: str(each),
)
def test_the_age_of_evidence_is_a_setting(option: str, count: int) -> None:
    """Evidence is old on the day after the last allowed one, in days as in weeks."""
    check_for_age = load_check("outdated-evidence").in_journey
    portfolio = compile_files([("a.journey.yaml", AGED.partition("\n")[2].encode())]).portfolio
    subject = Subject(portfolio, portfolio.journeys[0], TODAY)
    subject.options = {"max_age": option}
    assert check_for_age is not None
    assert len(list(check_for_age(subject))) == count


def test_old_evidence_that_nothing_rests_on_is_history() -> None:
    """Undated evidence beside the old may be newer; evidence that is not cited does no harm."""
    evidence = "evidence: [{id: old, title: Old, date: 2019-01-01}, {id: undated, title: Undated}]\n"
    both = touchpoint("pains: [{text: Dear, confidence: researched, evidence: [old, undated]}]")
    assert findings("outdated-evidence", journey(evidence, stages=both), today=TODAY) == []
    assert findings("outdated-evidence", journey(evidence), today=TODAY) == []


def test_a_persona_grows_old_like_any_claim() -> None:
    """She is counted by the journey that holds her evidence and tells of her."""
    cited = f"{PERSONA}confidence: researched\nevidence: [a#talk]\n"
    told = journey("personas: [mira]\nevidence: [{id: talk, title: A talk, date: 2019-01-01}]\n")
    found = findings("outdated-evidence", cited, told, today=TODAY)
    assert found == ["9:44 evidence `talk` is 2,861 days old, and a claim rests on nothing newer"]


@pytest.mark.parametrize("rule", ["outdated-evidence", "review-overdue", "date-to-come"])
def test_without_a_day_nothing_is_late(rule: str) -> None:
    """Rules of time are silent where nobody says which day it is."""
    late = "reviewed: 2019-01-01\nreview_every: 1d\nevidence: [{id: old, title: Old, date: 2819-01-01}]\n"
    stages = touchpoint("pains: [{text: Dear, confidence: researched, evidence: [old]}]")
    assert findings(rule, journey(late, stages=stages)) == []


@pytest.mark.parametrize(
    ("reviewed", "every", "found"),
    [
        ("2026-10-25", "1w", []),
        ("2026-10-24", "1w", ["the review of journey `a` is a day overdue"]),
        ("2026-10-31", "12h", ["the review of journey `a` is a day overdue"]),
        ("2022-01-01", "90d", ["the review of journey `a` is 1,675 days overdue"]),
    ],
)
def test_a_review_is_overdue_after_its_last_day(reviewed: str, every: str, found: list[str]) -> None:
    """The day itself is still in time."""
    text = journey(f"reviewed: {reviewed}\nreview_every: {every}\n")
    told = findings("review-overdue", text, today=TODAY)
    assert [each.partition(" ")[2] for each in told] == found


@pytest.mark.parametrize("rule", ["review-overdue", "never-reviewed", "no-feedback-loop"])
def test_nobody_looks_after_what_is_given_up(rule: str) -> None:
    """A retired journey is kept for the record, even where a workspace asks more of drafts."""
    late = "review_every: 1d\n" + ("reviewed: 2019-01-01\n" if rule == "review-overdue" else "")
    assert findings(rule, journey(late, status="retired"), today=TODAY) == []
    assert len(findings(rule, journey(late, status="draft"), today=TODAY)) == 1


def test_a_promise_without_a_day_or_a_rhythm_cannot_be_late() -> None:
    """Reviewed once and for all, or never: neither is overdue."""
    assert findings("review-overdue", journey("reviewed: 2019-01-01\n"), today=TODAY) == []
    assert findings("review-overdue", journey("review_every: 90d\n"), today=TODAY) == []


def test_tomorrow_is_today_somewhere() -> None:
    """A date is one to come from the day after tomorrow on."""
    assert findings("date-to-come", journey("reviewed: 2026-11-02\n"), today=TODAY) == []
    assert len(findings("date-to-come", journey("reviewed: 2026-11-03\n"), today=TODAY)) == 1


def test_a_slip_in_a_date_is_told_of_drafts() -> None:
    """A year that cannot be is a slip at any status."""
    assert levels("date-to-come", journey("reviewed: 2062-10-01\n", status="draft")) == [
        "a.journey.yaml warning"
    ]


def test_a_persona_that_only_drafts_use_may_be_made_up() -> None:
    """Nothing is asked of her while another journey is published, and nothing while none is."""
    draft = journey("personas: [mira]\n", status="draft")
    assert levels("persona-without-research", PERSONA, draft, journey(id="c")) == []
    assert levels("persona-without-research", PERSONA, draft) == []


def test_a_persona_is_asked_about_when_everything_is_held_to_publication() -> None:
    """With the profile asked for, a workspace of drafts has its personas checked as well."""
    files = [(f"{name}.yaml", text.partition("\n")[2].encode()) for name, text in (
        ("mira.persona", PERSONA),
        ("a.journey", journey("personas: [mira]\n", status="draft")),
        ("c.journey", journey("personas: [mira]\n", status="retired", id="c")),
    )]  # fmt: skip
    found = compile_files(files, checking=Checking(profile="published")).diagnostics
    messages = [each.message for each in found if each.rule == "persona-without-research"]
    assert messages == ["journey `a` is told of `mira`, who is only assumed"]


def test_a_persona_of_an_overlay_is_shown_in_her_own_file() -> None:
    """An overlay has no list of personas to point at when it inherits them."""
    texts = (PERSONA, journey("personas: [mira]\n", status="draft"), overlay())
    found = check(*texts, select="persona-without-research").diagnostics
    assert [(each.primary.file, each.labels) for each in found] == [("mira.persona.yaml", ())]


def test_evidence_of_a_persona_is_research() -> None:
    """She may even be called assumed: somebody was asked, at least."""
    cited = f"{PERSONA}evidence: [a#talk]\n"
    told = journey("personas: [mira]\nevidence: [{id: talk, kind: interview, title: A talk}]\n")
    assert findings("persona-without-research", cited, told) == []


def test_a_journey_to_come_needs_no_feedback_yet() -> None:
    """What does not exist cannot be talked about by those who use it."""
    assert findings("no-feedback-loop", journey("state: future\n")) == []


@pytest.mark.parametrize(
    ("loop", "found"),
    [
        ("Tickets are read aloud", "does not say how often it runs or who runs it"),
        ("{id: x, source: crm, owner: care, cadence: 1w}", ""),
        ("{id: x, text: Tickets, owner: care, cadence: 1w}", ""),
        ("{id: x, owner: care, cadence: 1w}", "does not say where answers come from"),
        ("{feeds: [decision]}", "does not say where answers come from, how often it runs or who runs it"),
    ],
)
def test_a_feedback_loop_says_whence_how_often_and_who(loop: str, found: str) -> None:
    """Words about it say whence as well as a source does."""
    library = (
        "# file: x.library.yaml\njourneymap: 1\nkind: library\n"
        "teams: [{id: care, title: Care}]\nsources: [{id: crm, title: CRM}]\n"
    )
    told = findings("incomplete-feedback-loop", WORKSPACE, library, journey(f"feedback_loops: [{loop}]\n"))
    assert [each.partition("`x` ")[2] or each for each in told if not each.endswith(found)] == []
    assert len(told) == bool(found)


STAGE_AT = {
    "b": "{id: b%d, title: Before, phase: awareness}",
    "c": "{id: c%d, title: Core, phase: decision}",
    "a": "{id: a%d, title: After, phase: retention}",
    "?": "{id: x%d, title: Unknown}",
}


def stages_at(positions: str) -> str:
    """Return stages by the first letters of their positions; ``?`` stands for a stage without a phase."""
    return "stages:\n" + "".join(f"  - {STAGE_AT[each] % i}\n" for i, each in enumerate(positions))


@pytest.mark.parametrize(
    ("positions", "ends_early", "starts_late", "unclear"),
    [
        ("bca", 0, 0, 0),
        ("bc", 1, 0, 0),
        ("bcb", 1, 0, 0),
        ("c", 1, 1, 0),
        ("ca", 0, 1, 0),
        ("cca", 0, 1, 0),
        ("acba", 0, 0, 0),
        ("ac", 0, 0, 0),
        ("b", 0, 0, 0),
        ("a", 0, 0, 0),
        ("bc?", 0, 0, 1),
        ("b?c", 1, 0, 1),
        ("?ca", 0, 0, 1),
        ("??", 0, 0, 1),
    ],
)
def test_where_a_journey_begins_and_ends(
    positions: str, ends_early: int, starts_late: int, unclear: int
) -> None:
    """Nothing is said of what nobody can know: a stage without a phase may be what is missed."""
    text = journey(stages=stages_at(positions))
    assert len(findings("no-post-purchase", text)) == ends_early
    assert len(findings("starts-at-purchase", text)) == starts_late
    assert len(findings("stages-without-phase", text)) == unclear


def phases(*positions: str) -> str:
    """Return a library with phases of these positions, the first ones the stages of ``journey``."""
    listed = "".join(
        f"  - {{id: {id}, title: Phase{f', position: {at}' if at else ''}}}\n"
        for id, at in zip(("decision", "other"), positions, strict=True)
    )
    return f"# file: x.library.yaml\njourneymap: 1\nkind: library\nphases:\n{listed}"


@pytest.mark.parametrize(
    ("library", "ends_early", "starts_late"),
    [
        (phases("", ""), 0, 0),
        (phases("core", "before"), 1, 1),
        (phases("core", "after"), 1, 1),
    ],
)
def test_a_lifecycle_of_ones_own(library: str, ends_early: int, starts_late: int) -> None:
    """A lifecycle that says of no phase where it lies gives no reason for a finding but this."""
    assert len(findings("phases-without-position", WORKSPACE, library, journey())) == 1 - ends_early
    assert len(findings("no-post-purchase", WORKSPACE, library, journey())) == ends_early
    assert len(findings("starts-at-purchase", WORKSPACE, library, journey())) == starts_late


def test_a_single_phase_needs_no_position() -> None:
    """One phase is in the middle of itself; and without any of ones own there are the five."""
    library = "# file: x.library.yaml\njourneymap: 1\nkind: library\nphases: [{id: decision, title: Phase}]\n"
    assert findings("phases-without-position", WORKSPACE, library, journey()) == []
    assert findings("phases-without-position", journey()) == []


def test_only_a_purchase_is_called_one() -> None:
    """A lifecycle of ones own has its own word for what it is all about."""
    library = phases("before", "core").replace("decision", "search").replace("other", "therapy")
    text = journey(stages="stages:\n  - {id: therapy, title: Therapy}\n")
    assert findings("no-post-purchase", WORKSPACE, library, text) == [
        "7:10 journey `a` ends with phase `therapy` and neglects what comes after it"
    ]
    assert findings("starts-at-purchase", WORKSPACE, library, text) == [
        "7:10 journey `a` starts at phase `therapy` and leaves out how customers got there"
    ]


def test_help_names_a_phase_that_there_is() -> None:
    """Where the lifecycle itself ends at the till, that comes first."""
    for rule, missing in (("no-post-purchase", "after"), ("starts-at-purchase", "before")):
        there = check(WORKSPACE, phases("core", missing), journey(), select=rule).diagnostics
        assert "`phase: other`" in there[0].help[0]
        other = "before" if missing == "after" else "after"
        gone = check(WORKSPACE, phases("core", other), journey(), select=rule).diagnostics
        assert f"`position: {missing}`" in gone[0].help[0]


def test_a_journey_that_leads_on_before_the_purchase_still_ends_with_it() -> None:
    """The other journey shows what is after the purchase only if the way goes there from the purchase."""
    other = journey(id="other", stages=stages_at("a"))
    early = (
        "stages:\n"
        "  - id: awareness\n    title: A\n"
        "    touchpoints: [{id: ad, title: Ad, next: [{to: decision}, {journey: other}]}]\n"
        "  - {id: decision, title: Decision}\n"
    )
    late = (
        "stages:\n  - {id: awareness, title: A}\n"
        "  - {id: decision, title: D, touchpoints: [{id: till, title: Till, next: [{journey: other}]}]}\n"
    )
    assert len(findings("no-post-purchase", other, journey(stages=early))) == 1
    assert findings("no-post-purchase", other, journey(stages=late)) == []


SOURCES = (
    "# file: x.library.yaml\njourneymap: 1\nkind: library\nsources:\n"
    "  - {id: crm, title: CRM, personal: true}\n  - {id: logs, title: Logs, personal: false}\n"
)


def test_privacy_is_asked_of_workspaces_that_are_read() -> None:
    """A workspace of drafts may still look into it, one under review is warned, a published one fails."""
    found = [levels("personal-data-without-privacy", SOURCES, journey(status=each)) for each in
             ("draft", "review", "published")]  # fmt: skip
    assert found == [[], ["x.library.yaml warning"], ["x.library.yaml error"]]


def test_personalisations_are_told_apart() -> None:
    """Two of one touchpoint by the same source are two findings, and an unknown source is none."""
    both = (
        "personalization: [{text: Name, source: crm}, {text: Size, source: crm}, {text: Page, source: logs}]"
    )
    found = check(
        WORKSPACE, SOURCES, journey(stages=touchpoint(both)), select="personalization-without-consent"
    )
    assert len({each.fingerprint for each in found.diagnostics}) == len(found.diagnostics) == 2
