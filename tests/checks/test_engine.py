"""The engine: profiles, settings, overrides, overlays, and a check that fails by its own fault."""

import pytest

from journeymap.checks import (
    METHOD,
    Check,
    Checking,
    Crash,
    Found,
    Levels,
    Subject,
    check_portfolio,
    load_check,
)
from journeymap.checks.levels import compile_glob
from journeymap.cli.rule_examples import files_of
from journeymap.compiling import compile_files
from journeymap.diagnostics import Diagnostic, Severity
from journeymap.model import Workspace
from journeymap.problems import Problem
from tests.checks import check

BARE = (
    "journeymap: 1\nkind: journey\nid: shop\ntitle: Shop\nstatus: {status}\n"
    "stages: [{{id: decision, title: D}}]\n"
)
EVERY_FILE = "{paths: ['**'], rules: {no-objective: error}}"
THE_SHOP = "{entity: 'journey:shop', rules: {no-objective: info}}"
SETTINGS = "# file: journeymap.yaml\njourneymap: 1\nkind: workspace\nchecks: {checks}\n"


def journey(status: str, file: str = "shop.journey.yaml") -> str:
    """Return a journey without an objective."""
    return f"# file: {file}\n{BARE.format(status=status)}"


def levels_of(rule: str, *texts: str, profile: str = "") -> list[tuple[str, str]]:
    """Return file and level of what a rule finds, all others being off."""
    files = [file for text in texts for file in files_of(text)]
    ignore = frozenset(name for name in METHOD if name != rule)
    checking = Checking(profile=profile or None, ignore=ignore)  # type: ignore[arg-type]
    found = compile_files(files, checking=checking).diagnostics
    return [(each.primary.file, each.severity.word) for each in found if each.rule == rule]


@pytest.mark.parametrize(
    ("status", "levels"),
    [("draft", []), ("review", ["warning"]), ("published", ["error"]), ("retired", [])],
)
def test_the_status_of_a_journey_says_how_much_is_asked(status: str, levels: list[str]) -> None:
    """A draft is left alone, a map in review is advised, a published one is held to it."""
    assert [level for _, level in levels_of("no-objective", journey(status))] == levels


def test_one_profile_may_hold_for_all() -> None:
    """The workspace sets a profile for every status, and the one who asks has the last word."""
    settings = SETTINGS.format(checks="{profile: published}")
    assert levels_of("no-objective", settings, journey("draft")) == [("shop.journey.yaml", "error")]
    assert levels_of("no-objective", settings, journey("draft"), profile="review") == [
        ("shop.journey.yaml", "warning")
    ]


@pytest.mark.parametrize(
    ("checks", "levels"),
    [
        ("{rules: {no-objective: info}}", ["info"]),
        ("{rules: {no-objective: off}}", []),
        (
            "{rules: {no-objective: off}, overrides: [{paths: ['*.yaml'], rules: {no-objective: error}}]}",
            ["error"],
        ),
        ("{overrides: [{paths: ['old/**'], rules: {no-objective: off}}]}", ["warning"]),
        ("{overrides: [{entity: 'journey:shop', rules: {no-objective: off}}]}", []),
        ("{overrides: [{entity: 'journey:*', rules: {no-objective: info}}]}", ["info"]),
        ("{overrides: [{entity: 'stage:decision', rules: {no-objective: off}}]}", ["warning"]),
        (f"{{overrides: [{EVERY_FILE}, {THE_SHOP}]}}", ["info"]),
        (f"{{overrides: [{THE_SHOP}, {EVERY_FILE}]}}", ["error"]),
    ],
)
def test_the_last_setting_that_matches_wins(checks: str, levels: list[str]) -> None:
    """Rules are set by name, then by path and by item, in the order of writing."""
    found = levels_of("no-objective", SETTINGS.format(checks=checks), journey("review"))
    assert [level for _, level in found] == levels


def test_a_setting_can_turn_on_what_a_profile_leaves_out() -> None:
    """A rule that is off for drafts is asked of them where the settings say so."""
    settings = SETTINGS.format(checks="{rules: {no-objective: info}}")
    assert levels_of("no-objective", settings, journey("draft")) == [("shop.journey.yaml", "info")]


def test_settings_hold_for_findings_of_the_language_too() -> None:
    """A warning of the language can be set; an error cannot."""
    odd = journey("draft").replace("title: D", "title: D, touchpoints: [{id: a, title: A, channel: Fair}]")
    settings = SETTINGS.format(checks="{rules: {undeclared-channel: error}}")
    assert levels_of("undeclared-channel", settings, odd) == [("shop.journey.yaml", "error")]


def test_paths_are_seen_from_the_workspace() -> None:
    """An override means the same whatever folder the program runs in."""
    settings = SETTINGS.format(checks="{overrides: [{paths: ['old/*'], rules: {no-objective: off}}]}")
    texts = [settings, journey("review", "old/shop.journey.yaml")]
    files = [(f"maps/{name}", text) for each in texts for name, text in files_of(each)]
    checking = Checking(select=frozenset({"no-objective"}))
    assert compile_files(files, root="maps", checking=checking).diagnostics == ()


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("*.yaml", "a.yaml", True),
        ("*.yaml", "b/a.yaml", False),
        ("**", "b/a.yaml", True),
        ("**/*.yaml", "a.yaml", True),
        ("**/*.yaml", "b/c/a.yaml", True),
        ("b/**", "b/c/a.yaml", True),
        ("b/**", "bb/a.yaml", False),
        ("b/**/a.yaml", "b/a.yaml", True),
        ("?.yaml", "a.yaml", True),
        ("?.yaml", "/.yaml", False),
        ("./a.yaml", "a.yaml", True),
        ("a[1].yaml", "a[1].yaml", True),
        ("a+.yaml", "aa.yaml", False),
    ],
)
def test_patterns_of_paths(pattern: str, path: str, matches: bool) -> None:
    """A star stays in its folder, two go through any number, nothing else is special."""
    assert bool(compile_glob(pattern).fullmatch(path)) == matches


def test_selecting_and_ignoring() -> None:
    """Rules are chosen by name, category or all; what is named is asked whatever the profile."""
    draft = journey("draft")

    def rules(**chosen: str) -> set[str]:
        given = {key: frozenset(value.split(",")) for key, value in chosen.items()}
        return {each.rule for each in compile_files(files_of(draft), checking=Checking(**given)).diagnostics}  # type: ignore[arg-type]

    assert rules(select="no-objective") == {"no-objective"}
    assert rules(select="quality", ignore="no-objective").isdisjoint({"no-objective"})
    assert rules(ignore="all") == set()
    assert rules(select="reference") == set()


def test_an_error_of_the_language_is_reported_whatever_is_selected() -> None:
    """A map that cannot be read right is not called clean."""
    broken = journey("draft").replace("title: D", "titel: D")
    found = check(broken, select="no-objective").diagnostics
    assert {"unknown-key", "missing-key"} & {each.rule for each in found}


def test_what_an_overlay_inherits_is_said_once() -> None:
    """A fault of the base is not repeated for the overlay; one that only the overlay has is shown there."""
    base = journey("review").replace(
        "title: D", "title: D, touchpoints: [{id: pay, title: Pay, moment_of_truth: true}]"
    )
    overlay = (
        "# file: next.journey.yaml\njourneymap: 1\nkind: journey\nid: next\nextends: shop\nstate: future\n"
        "status: {status}\nchanges: []\n"
    )
    rule = "moment-of-truth-without-kpi"
    assert levels_of(rule, base, overlay.format(status="review")) == [("shop.journey.yaml", "warning")]
    drafted = base.replace("status: review", "status: draft")
    found = check(drafted, overlay.format(status="review")).diagnostics
    one = next(each for each in found if each.rule == rule)
    assert (one.primary.file, one.primary.start.line) == ("next.journey.yaml", 4)
    assert one.labels[0].span.file == "shop.journey.yaml"
    assert one.entity == "journey:next"
    assert one.help[-1].startswith("mend it in `shop`, or only here: `changes: ")


def stumble(subject: Subject) -> list[Problem]:
    """Fail as a check with a bug would."""
    raise ValueError(subject.journey.id)


def test_a_check_that_fails_does_not_stop_the_others() -> None:
    """The failure names the rule, and the next check still runs."""
    broken = load_check("no-objective")._replace(in_journey=stumble)
    portfolio = compile_files(files_of(journey("published"))).portfolio
    checking = Checking(select=frozenset({"no-objective", "journey-without-owner"}))
    found = list(
        check_portfolio(
            portfolio,
            Levels(Workspace(), checking),
            checking,
            load=lambda name: broken if name == "no-objective" else load_check(name),
        )
    )
    assert [type(each) for each in found] == [Found, Crash]
    assert isinstance(found[1], Crash)
    assert found[1].rule == "no-objective"


def test_a_crash_is_a_finding_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a broken check leaves in the report names the rule and asks for a report."""
    from journeymap.checks.rules import no_objective

    load_check.cache_clear()
    monkeypatch.setattr(no_objective, "CHECK", no_objective.CHECK._replace(in_journey=stumble))
    try:
        found: tuple[Diagnostic, ...] = check(journey("published"), select="no-objective").diagnostics
    finally:
        load_check.cache_clear()
    assert [each.rule for each in found] == ["internal-error"]
    assert "`no-objective`" in found[0].message
    assert found[0].severity is Severity.ERROR


def test_only_rules_that_are_asked_are_loaded() -> None:
    """A draft loads no rule that is off for drafts."""
    loaded = []
    portfolio = compile_files(files_of(journey("draft"))).portfolio

    def load(name: str) -> Check:
        loaded.append(name)
        return load_check(name)

    list(check_portfolio(portfolio, Levels(Workspace(), Checking()), Checking(), load=load))
    assert loaded == [name for name, rule in METHOD.items() if rule.level("draft") is not None]


def test_a_finding_of_two_journeys_is_told_once_at_the_higher_level() -> None:
    """A shared thing that a map in review and a published one lean on is one finding, not two."""
    library = (
        "# file: shared.library.yaml\njourneymap: 1\nkind: library\n"
        "metrics: [{id: m, title: M, type: count}]\n"
        "touchpoints: [{id: till, title: Till, kpis: [{metric: m, baseline: 1}]}]\n"
    )
    stages = "stages: [{id: s, title: S, touchpoints: [{id: a, title: A, uses: till}]}]\n"
    texts = [
        f"# file: {status}.journey.yaml\njourneymap: 1\nkind: journey\nid: {status}\ntitle: T\n"
        f"status: {status}\n{stages}"
        for status in ("review", "published")
    ]
    settings = SETTINGS.format(checks="{}")
    assert levels_of("kpi-without-target", settings, library, *texts) == [("shared.library.yaml", "warning")]
