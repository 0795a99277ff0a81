"""Rules explained on the command line: pages that fit the terminal, a list of all, and JSON to a schema."""

import json
from pathlib import Path

import jsonschema
import pytest

from journeymap.cli.rule_examples import find_in_example
from journeymap.diagnostics import Fault
from journeymap.reporting.columns import measure
from journeymap.reporting.rule_page import cures_of
from journeymap.resources import schema_path
from journeymap.rules import KNOWN, load_rule, load_rules
from tests.programs import run_journeymap

RULES = load_rules()
METHOD = [rule for rule in RULES if rule.source]
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
each_rule_of_the_method = pytest.mark.parametrize("rule", METHOD, ids=lambda rule: rule.name)


def page_of(rule: Fault, tmp_path: Path) -> str:
    """Return what the terminal shows for a rule."""
    outcome = run_journeymap("rule", rule.name, cwd=tmp_path)
    assert (outcome.code, outcome.stderr) == (0, "")
    return outcome.stdout


@each_rule
def test_a_page_says_what_why_and_where_to_read_on(rule: Fault, tmp_path: Path) -> None:
    """It opens with the name and the summary, says why it matters, and ends with an address."""
    name, *_ = page = page_of(rule, tmp_path).splitlines()
    assert name == rule.name
    assert " ".join(" ".join(page).split()).startswith(f"{rule.name} {rule.summary}")
    assert "Why it matters:" in page
    assert page[-1] == f"More: {rule.docs_url}"


@each_rule_of_the_method
def test_a_page_of_the_method_fits_the_terminal(rule: Fault, tmp_path: Path) -> None:
    """No line is wider than eighty columns, so that no example breaks apart."""
    wide = [line for line in page_of(rule, tmp_path).splitlines() if measure(line) > 80]
    assert wide == []


@each_rule_of_the_method
def test_a_page_of_the_method_says_what_to_do_before_it_shows_how_it_looks(
    rule: Fault, tmp_path: Path
) -> None:
    """What cures the example stands above it, and both examples and the settings are there."""
    page = page_of(rule, tmp_path)
    heads = ["Why it matters:", "What to do:", "Wrong:", "What journeymap says:", "Better:"]
    if not rule.is_mandatory:
        heads += ["In journeymap.yaml:", "On one line of a file:"]
    places = [page.index(f"\n{head}\n") for head in (*heads, "Source:")]
    assert places == sorted(places)
    assert cures_of(rule, find_in_example(rule))


def test_a_rule_that_cannot_be_silenced_does_not_say_how(tmp_path: Path) -> None:
    """Nobody is led to a setting that would be refused."""
    page = page_of(load_rule("unknown-id"), tmp_path)
    assert "Level: error, always" in page
    assert "In journeymap.yaml:" not in page
    assert "ignore[" not in page


def test_options_stand_with_their_defaults(tmp_path: Path) -> None:
    """A rule with options shows each, what it means and what it is unless somebody sets it."""
    page = page_of(load_rule("oversized-map"), tmp_path)
    for name, schema in load_rule("oversized-map").options.items():
        assert f"          {name}: {schema['default']}\n" in page


def test_the_list_has_every_rule_and_fits_the_terminal(tmp_path: Path) -> None:
    """All names stand there once, under the heading of their category."""
    listed = run_journeymap("rule", "--all", cwd=tmp_path).stdout.splitlines()
    names = [line.split()[0] for line in listed if line.startswith("  ") and line[2] != " "]
    assert sorted(names) == sorted(KNOWN)
    assert max(map(measure, listed)) <= 80


@pytest.mark.parametrize("arguments", [("--all",), ("flat-emotion",), ("internal-error",)])
def test_json_follows_its_schema(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """What programs read is described by the published schema, and says what the page says."""
    found = json.loads(run_journeymap("rule", *arguments, "--json", cwd=tmp_path).stdout)
    schema = json.loads(schema_path("rule-output").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(found)
    chosen = sorted(KNOWN) if arguments == ("--all",) else list(arguments)
    assert [each["name"] for each in found["rules"]] == chosen
    for each in found["rules"]:
        assert each["summary"] == load_rule(each["name"]).summary


@pytest.mark.parametrize(
    ("environ", "option", "day"),
    [
        ({}, ["--today", "2030-01-01"], True),
        ({"SOURCE_DATE_EPOCH": "1893456000"}, [], True),
        ({"SOURCE_DATE_EPOCH": "1700000000"}, [], False),
        ({"SOURCE_DATE_EPOCH": "1893456000"}, ["--today", "2023-01-01"], False),
    ],
)
def test_the_day_is_given_or_that_of_the_source(
    environ: dict[str, str], option: list[str], day: bool, tmp_path: Path
) -> None:
    """``--today`` comes before ``SOURCE_DATE_EPOCH``: 2030 is past the review, 2023 is not."""
    journey = (
        "journeymap: 1\nkind: journey\nid: a\ntitle: A\nstatus: published\nreviewed: 2026-01-01\n"
        "review_every: 90d\nstages: [{id: s, title: S}]\n"
    )
    (tmp_path / "a.journey.yaml").write_text(journey)
    outcome = run_journeymap("check", "--select", "review-overdue", *option, cwd=tmp_path, environ=environ)
    assert ("review-overdue" in outcome.stdout) == day


@pytest.mark.parametrize(
    ("environ", "option", "words"),
    [
        ({}, ["--today", "tomorrow"], "`tomorrow` is no day"),
        ({"SOURCE_DATE_EPOCH": "now"}, [], "SOURCE_DATE_EPOCH is `now`, which is no time"),
        ({"SOURCE_DATE_EPOCH": "9" * 30}, [], "which is no time"),
        ({}, ["--select", "flat-emotoin"], "did you mean `flat-emotion`?"),
        ({}, ["--ignore", "nothing-at-all"], "is neither a rule nor a category"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    environ: dict[str, str], option: list[str], words: str, tmp_path: Path
) -> None:
    """A day that is none and a rule that is none end with exit code 2 and a next step."""
    outcome = run_journeymap("check", *option, cwd=tmp_path, environ=environ)
    assert outcome.code == 2
    assert words in outcome.stderr
