"""How much changes matter: what stands around them, drafts, strictness, policy, a team's own levels."""

from typing import Any

import pytest

from journeymap.diffing import Level, Policy, Review, read_policy
from tests.diffing.cases import review_files

HEAD = "journeymap: 1\nkind: journey\nid: shop\ntitle: Shop\n"
STAGES = "stages:\n  - id: buy\n    title: Buy\n    touchpoints:\n      - {{id: pay, title: Pay{0}}}\n"


def journey(header: str = "", touchpoint: str = "", status: str = "published") -> dict[str, str]:
    """Return the files of a journey of one touchpoint."""
    fields = f", {touchpoint}" if touchpoint else ""
    text = f"{HEAD}status: {status}\n{header}{STAGES.format(fields)}"
    return {"shop.journey.yaml": text}


def judge(before: dict[str, str], after: dict[str, str], **policy: Any) -> list[tuple[str, str, str]]:
    """Return id, level and reason of each change."""
    changes = review_files(before, after, policy).changes
    return [(change.id, change.level.word, change.because) for change in changes]


EMOTION = journey(touchpoint="emotion: 2"), journey(touchpoint="emotion: 1")
DEEP_FALL = journey(touchpoint="emotion: 2"), journey(touchpoint="emotion: 0.5")
FLIP = journey(touchpoint="emotion: 0.2"), journey(touchpoint="emotion: -0.2")
AT_MOMENT = (
    journey(touchpoint="moment_of_truth: true, emotion: 2"),
    journey(touchpoint="moment_of_truth: true, emotion: 1.9"),
)
GONE = journey() | {
    "old.journey.yaml": HEAD.replace("shop", "old") + "status: published\n" + STAGES.format("")
}


@pytest.mark.parametrize(
    ("sides", "policy", "level", "because"),
    [
        (EMOTION, {}, "info", ""),
        (
            EMOTION,
            {"max_emotion_drop": 0.5},
            "warning",
            "it fell by more than 0.5 of the steps from -2 to +2",
        ),
        (DEEP_FALL, {}, "warning", "it fell by more than 1 of the steps from -2 to +2"),
        (DEEP_FALL, {"max_emotion_drop": 2}, "info", ""),
        (FLIP, {}, "warning", "what was positive is negative now"),
        (AT_MOMENT, {}, "warning", "it is a moment of truth"),
        (
            AT_MOMENT,
            {"strictness": "strict"},
            "breaking",
            "under the strictness `strict` every warning is breaking",
        ),
        (
            AT_MOMENT,
            {"change_levels": {"emotion-score-decreased": "detail"}},
            "detail",
            "`change_levels` sets `emotion-score-decreased` to detail",
        ),
    ],
)
def test_how_far_an_emotion_fell_and_where(
    sides: tuple[dict[str, str], dict[str, str]], policy: dict[str, Any], level: str, because: str
) -> None:
    """A fall is worth a warning from a height, through neutral, and at a moment of truth."""
    assert judge(*sides, **policy) == [("emotion-score-decreased", level, because)]


def test_a_fall_is_measured_on_the_usual_scale() -> None:
    """Ten points of a scale of a hundred are less than a step."""
    scale = {
        "journeymap.yaml": "journeymap: 1\nkind: workspace\ntitle: W\n"
        "emotion_scale: {min: 0, max: 100, neutral: 50}\n"
    }
    sides = [{**journey(touchpoint=f"emotion: {score}"), **scale} for score in (90, 80)]
    assert judge(*sides) == [("emotion-score-decreased", "info", "")]


@pytest.mark.parametrize(
    ("strictness", "gone", "moved", "retitled"),
    [
        ("links", "warning", "warning", "info"),
        ("measurement", "warning", "warning", "info"),
        ("structure", "breaking", "warning", "info"),
        ("strict", "breaking", "breaking", "info"),
    ],
)
def test_the_strictness_says_what_may_break(strictness: str, gone: str, moved: str, retitled: str) -> None:
    """Each word lets more areas break than the one before; the last makes every warning breaking."""
    lines = [f"  - {{id: {id}, title: {id.upper()}}}\n" for id in "abcd"]

    def side(*stages: str) -> dict[str, str]:
        return {"shop.journey.yaml": f"{HEAD}status: published\nstages:\n{''.join(stages)}"}

    before, policy = side(*lines), {"strictness": strictness}
    told = judge(before, side(lines[0], *lines[2:]), **policy)
    assert [each[:2] for each in told] == [("stage-removed", gone)]
    told = judge(before, side(lines[0], lines[2], lines[1], lines[3]), **policy)
    assert [each[:2] for each in told] == [("stage-reordered", moved)]
    told = judge(before, side(lines[0], lines[1].replace("title: B", "title: Bee"), *lines[2:]), **policy)
    assert [each[:2] for each in told] == [("title-changed", retitled)]


def test_drafts_are_told_and_break_nothing() -> None:
    """What happens in a journey that was a draft is information, even under the strictest word."""
    before, after = journey("owner: care\n", status="draft"), journey(status="published")
    team = {"shared.library.yaml": "journeymap: 1\nkind: library\nteams: [{id: care, title: Care}]\n"}
    told = judge({**before, **team}, {**after, **team}, strictness="strict", require_owner=True)
    assert told == [
        ("lifecycle-increased", "info", ""),
        ("owner-removed", "info", "the journey was a draft"),
    ]


def test_what_was_published_and_is_not_any_more_is_breaking() -> None:
    """Going back from a review to a draft is only a warning."""
    states = [journey(status=status) for status in ("published", "review", "draft")]
    assert judge(states[0], states[1]) == [("lifecycle-decreased", "breaking", "it was published")]
    assert judge(states[1], states[2]) == [("lifecycle-decreased", "warning", "")]


@pytest.mark.parametrize(
    ("deprecated", "policy", "level", "because"),
    [
        ("", {}, "breaking", ""),
        ("{since: 2026-08-01, sunset: 2026-10-31}", {}, "info", "its sunset on 2026-10-31 has passed"),
        (
            "{since: 2026-08-01, sunset: 2026-12-01}",
            {},
            "breaking",
            "it goes before its sunset on 2026-12-01",
        ),
        (
            "{since: 2026-10-20, sunset: 2026-10-31}",
            {"require_deprecation_days": {"published": 30}},
            "breaking",
            "it was deprecated for 12 days, and the policy asks for 30",
        ),
        (
            "{sunset: 2026-10-31}",
            {"require_deprecation_days": {"published": 30}},
            "breaking",
            "the policy asks since when it was deprecated, and it does not say",
        ),
        (
            "{since: 2026-08-01, sunset: 2026-10-31}",
            {"require_deprecation_days": {"published": 30}},
            "info",
            "its sunset on 2026-10-31 has passed",
        ),
    ],
)
def test_a_journey_goes_after_its_sunset(
    deprecated: str, policy: dict[str, Any], level: str, because: str
) -> None:
    """What was announced may go on its day; a policy can ask for days of notice."""
    header = f"deprecated: {deprecated}\n" if deprecated else ""
    old = {"old.journey.yaml": journey(header)["shop.journey.yaml"].replace("shop", "old")}
    assert judge(journey() | old, journey(), **policy) == [("journey-removed", level, because)]


def test_a_policy_for_deprecation_asks_for_a_day_of_sunset() -> None:
    """A deprecation that does not say when is no promise."""
    told = judge(
        journey(), journey("deprecated: {since: 2026-10-01}\n"), require_deprecation_days={"published": 30}
    )
    because = "the policy asks for days of deprecation, and no day of sunset is given"
    assert told == [("deprecation-declared", "breaking", because)]


def test_removals_without_deprecation_break_whatever_the_strictness() -> None:
    """A policy says more than a strictness: days of notice are asked for under `links` as well."""
    two = "      - {id: wait, title: Wait}\n"
    before = {"shop.journey.yaml": journey()["shop.journey.yaml"] + two}
    policy = {"strictness": "links", "require_deprecation_days": {"published": 30}}
    because = "the policy asks for 30 days of deprecation before published things go"
    assert judge(before, journey(), **policy) == [("touchpoint-removed", "breaking", because)]


def test_visibility_may_be_kept_from_widening() -> None:
    """A policy makes a leak breaking, and a draft can leak as well; a word that changes nothing cannot."""
    for status in ("published", "draft"):
        before, after = (journey(f"visibility: {word}\n", status=status) for word in ("internal", "public"))
        assert judge(before, after)[0][:2] == ("visibility-widened", "warning")
        told = judge(before, after, allow_visibility_widening=False)
        assert told[0][:2] == ("visibility-widened", "breaking")
    before, after = journey(), journey(touchpoint="visibility: public")
    told = judge(before, after, allow_visibility_widening=False)
    assert told == [("visibility-widened", "info", "it was as visible as its journey before")]


def test_owners_can_be_required() -> None:
    """A policy makes losing an owner breaking."""
    team = {"shared.library.yaml": "journeymap: 1\nkind: library\nteams: [{id: care, title: Care}]\n"}
    before, after = journey("owner: care\n") | team, journey() | team
    assert judge(before, after) == [("owner-removed", "warning", "")]
    told = judge(before, after, require_owner=True)
    assert told == [("owner-removed", "breaking", "the policy asks for owners")]


def test_what_is_off_is_not_told() -> None:
    """A team can silence a kind of change."""
    before, after = journey(touchpoint="tags: [a]"), journey(touchpoint="tags: [a, b]")
    assert judge(before, after) != []
    assert judge(before, after, change_levels={"tag-added": "off"}) == []


@pytest.mark.parametrize(
    ("severity", "level"), [("low", "info"), ("high", "warning"), ("critical", "warning")]
)
def test_a_pain_that_hurts_much_is_a_warning(severity: str, level: str) -> None:
    """How bad a new pain is decides whether it is worth a look."""
    after = journey(touchpoint=f"pains: [{{id: p, text: It hurts, severity: {severity}}}]")
    told = judge(journey(), after)
    assert [each[:2] for each in told] == [("pain-added", level)]


def test_a_pain_that_was_resolved_is_good_news() -> None:
    """A done opportunity that addresses a pain, or an overlay that says so, lets it go."""
    header = "opportunities: [{id: o, title: Show it early, status: done, addresses: [p]}]\n"
    pain = journey(header, "pains: [{id: p, text: It hurts}]")
    after = journey(header.replace(", addresses: [p]", ""))
    told = judge(pain, after)
    assert ("pain-removed", "info", "`Show it early` resolved it") in told
    planned = header.replace("done", "planned")
    told = judge(pain, journey(planned.replace(", addresses: [p]", "")))
    assert ("pain-removed", "warning", "") in told
    overlay = (
        "journeymap: 1\nkind: journey\nid: later\ntitle: Later\nextends: shop\nstatus: published\nchanges:\n"
        "  - {set: pay, fields: {action: Pays.}}\n"
    )
    changed = overlay + "  - {remove: p, resolved_by: o}\n"
    told = judge(pain | {"later.journey.yaml": overlay}, pain | {"later.journey.yaml": changed})
    assert told == [("pain-removed", "info", "`Show it early` resolved it")]


def test_a_persona_that_journeys_are_about_cannot_just_go() -> None:
    """One that nobody spoke of may; it is a warning only."""
    mira = {"mira.persona.yaml": "journeymap: 1\nkind: persona\nid: mira\ntitle: Mira\n"}
    told = judge(journey("personas: [mira]\n") | mira, journey())
    assert ("persona-removed", "breaking", "1 journey spoke of it") in told
    assert judge(journey() | mira, journey()) == [("persona-removed", "warning", "")]


def test_what_is_said_for_the_first_time_breaks_nothing() -> None:
    """Nobody can have relied on an address or a unit that was not there; who takes it back breaks it."""
    settings = "journeymap: 1\nkind: workspace\ntitle: W\n"
    plain = {"journeymap.yaml": settings}
    addressed = {"journeymap.yaml": f"{settings}site_url: https://a.example/\n"}
    because = "nothing was said of it before"
    assert judge(plain, addressed) == [("site-address-changed", "info", because)]
    assert judge(addressed, plain) == [("site-address-changed", "breaking", "")]
    metric = "journeymap: 1\nkind: library\nmetrics: [{{id: m, title: M{0}}}]\n"
    sides = [{"l.library.yaml": metric.format(unit)} for unit in ("", ", unit: EUR")]
    assert judge(*sides) == [("metric-unit-changed", "warning", because)]
    assert judge(*reversed(sides)) == [("metric-unit-changed", "breaking", "")]


def test_a_retired_journey_may_go() -> None:
    """What was given up binds nobody."""
    old = {"old.journey.yaml": GONE["old.journey.yaml"].replace("status: published", "status: retired")}
    assert judge(journey() | old, journey()) == [("journey-removed", "info", "it was retired")]


def test_a_stage_that_nothing_leads_to_breaks_the_journey() -> None:
    """What cut it off says so; the stage itself has not changed."""
    text = (
        f"{HEAD}status: published\nstages:\n"
        "  - {id: a, title: A, touchpoints: [{id: one, title: One, next: [two, three]}]}\n"
        "  - {id: b, title: Waiting, touchpoints: [{id: two, title: Two}]}\n"
        "  - {id: c, title: C, touchpoints: [{id: three, title: Three}]}\n"
    )
    told = judge({"s.journey.yaml": text}, {"s.journey.yaml": text.replace("[two, three]", "[three]")})
    assert told == [("branch-removed", "breaking", "no way leads to `Waiting` any more")]


def test_a_new_first_or_last_stage_is_worth_a_look() -> None:
    """Where a journey begins and ends is more than one place of many."""
    stages = ["  - {id: a, title: A}\n", "  - {id: b, title: B}\n"]
    new = "  - {id: n, title: New}\n"

    def side(*lines: str) -> dict[str, str]:
        return {"s.journey.yaml": f"{HEAD}status: published\nstages:\n{''.join(lines)}"}

    before = side(*stages)
    assert judge(before, side(new, *stages)) == [("stage-added", "warning", "the journey begins with it now")]
    assert judge(before, side(*stages, new)) == [("stage-added", "warning", "the journey ends with it now")]
    assert judge(before, side(stages[0], new, stages[1])) == [("stage-added", "info", "")]


def test_changes_come_in_one_order() -> None:
    """What matters most comes first, then journey by journey, whatever the order of the files."""
    before = journey(touchpoint="tags: [a]") | {
        "aa.journey.yaml": journey()["shop.journey.yaml"].replace("shop", "aa")
    }
    after = {
        name: text.replace("title: Shop", "title: Store").replace("tags: [a]", "emotion: 1, tags: [b]")
        for name, text in before.items()
    }
    review = review_files(before, after)
    again = review_files(dict(reversed(before.items())), dict(reversed(after.items())))
    assert [change.fingerprint for change in review.changes] == [each.fingerprint for each in again.changes]
    assert [change.level for change in review.changes] == sorted(
        (change.level for change in review.changes), reverse=True
    )
    assert [change.fact.entity.journey for change in review.changes] == ["aa", "shop", "shop", "shop", "shop"]


def test_a_review_counts_and_fails_as_it_is_told() -> None:
    """Nothing fails unless a level is asked for; the policy's word is what is asked for otherwise."""
    review = review_files(journey("tags: [a]\n"), journey("tags: [b]\n", touchpoint="action: Pays."))
    assert review.counts == {Level.BREAKING: 0, Level.WARNING: 0, Level.INFO: 2, Level.DETAIL: 1}
    assert review.failing() == ()
    assert len(review.failing("info")) == 2
    assert review.failing("warning") == ()
    assert len(review._replace(policy=Policy(fail_on="info")).failing()) == 2
    assert len(review.in_journey("shop")) == 3
    assert review.in_journey("") == ()
    assert Review(()).base.short == "base"
    assert Review(()).base._replace(commit="0123456789").short == "0123456"


def test_a_policy_is_read_whole() -> None:
    """Each key of the settings arrives where it belongs."""
    policy = read_policy(
        {
            "strictness": "links",
            "fail_on": "warning",
            "change_levels": {"stage-reordered": "info", "tag-added": "off"},
            "max_emotion_drop": 0.5,
            "require_deprecation_days": {"published": 30},
            "coverage_floor": 0.6,
            "allow_visibility_widening": False,
            "require_owner": True,
        }
    )
    levels = {"stage-reordered": Level.INFO, "tag-added": None}
    assert policy == Policy("links", "warning", levels, 0.5, {"published": 30}, 0.6, False, True)


def test_changes_of_the_rules_are_set_apart() -> None:
    """Who changes what is looked at and how it is judged is seen doing so."""
    text = "journeymap: 1\nkind: workspace\ntitle: W\npolicy: {{strictness: {0}}}\n"
    review = review_files(
        {"journeymap.yaml": text.format("structure")}, {"journeymap.yaml": text.format("links")}
    )
    assert review.config_changes == review.changes
    assert [change.id for change in review.changes] == ["policy-changed"]
