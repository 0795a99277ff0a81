"""Figures on the command line, held against counting by hand."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from journeymap.cli import run
from journeymap.reporting.terminal.screen import width_of
from journeymap.resources import schema_path
from tests.cli.terminals import console_at, shown
from tests.conftest import ROOT, match_golden
from tests.programs import run_journeymap
from tests.reporting.test_json import closed
from tests.reporting.test_safety import leaks

SCHEMA = json.loads(schema_path("stats-output").read_text(encoding="utf-8"))
SHOP = """\
journeymap: 1
kind: journey
id: shop
title: A shop
status: review
reviewed: 2026-06-01
review_every: 90d
stages:
  - id: go
    title: Go
    owner: {team}
    touchpoints:
      - id: walk
        title: Walk
        channel: street
        moment_of_truth: true
        emotion: {{score: 2, confidence: researched}}
        pains:
          - {{id: rain, text: Rain, severity: high}}
          - {{id: dogs, text: Dogs}}
          - {{id: bikes, text: Bikes, severity: high, confidence: partial}}
        kpis: [{{metric: steps, baseline: 1, target: 2}}, {{metric: pace, baseline: 1}}]
      - {{id: rest, title: Rest, channel: street, emotion: -1}}
      - {{id: count, title: Count, type: internal}}
  - id: stop
    title: Stop
opportunities:
  - {{title: Umbrellas, addresses: [rain]}}
  - {{title: Cats, addresses: [dogs], status: rejected}}
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Make a workspace with one journey."""
    (tmp_path / "journeymap.yaml").write_text("journeymap: 1\nkind: workspace\ntitle: Shops\n")
    (tmp_path / "a.library.yaml").write_text(
        "journeymap: 1\nkind: library\nteams: [{id: us, title: Us}]\n"
        "channels: [{id: street, title: Street}]\n"
        "metrics: [{id: steps, title: Steps, type: count}, {id: pace, title: Pace, type: count}]\n"
    )
    (tmp_path / "shop.journey.yaml").write_text(SHOP.format(team="us"))
    return tmp_path


def figures(folder: Path, *arguments: str) -> dict[str, Any]:
    """Return the valid data of a run."""
    outcome = run_journeymap("stats", "--json", *arguments, cwd=folder)
    assert outcome.code == 0, outcome.stderr
    data = json.loads(outcome.stdout)
    jsonschema.Draft202012Validator(closed(SCHEMA)).validate(data)
    return data  # type: ignore[no-any-return]


def test_figures_are_counted_by_their_definitions(shop: Path) -> None:
    """Each figure is what counting by hand gives."""
    total = figures(shop)["total"]
    assert (total["journeys"], total["stages"], total["touchpoints"]) == (1, 2, 3)
    assert total["pains_by_severity"] == {"critical": 0, "high": 2, "medium": 0, "low": 0, "unrated": 1}
    assert total["opportunities_by_status"]["rejected"] == 1
    assert (total["feeling"], total["kpis"]) == (0.5, 2)
    assert (total["best"]["address"], total["worst"]["address"]) == ("shop#walk", "shop#rest")
    shares = {name: (each["known"], each["total"]) for name, each in total["coverage"].items()}
    assert shares == {
        "touchpoints_with_emotion": (2, 2),
        "touchpoints_with_owner": (3, 3),
        "touchpoints_with_evidence": (1, 3),
        "touchpoints_with_kpi": (1, 3),
        "claims_researched": (2, 5),
        "moments_of_truth_with_kpi": (1, 1),
        "pains_with_opportunity": (1, 3),
    }
    assert total["debt"] == {
        "pains_without_opportunity": 2,
        "kpis_without_baseline_or_target": 1,
        "reviews_overdue": None,
    }


@pytest.mark.parametrize(("today", "overdue"), [("2026-08-30", 0), ("2026-08-31", 1), ("2026-01-01", 0)])
def test_reviews_are_overdue_on_a_day(today: str, overdue: int, shop: Path) -> None:
    """A review is overdue on the day after its time has passed, and only where a day is given."""
    data = figures(shop, "--today", today)
    assert data["today"] == today
    assert data["total"]["debt"]["reviews_overdue"] == overdue


def test_a_wrong_day_is_refused(shop: Path) -> None:
    """What is no day is wrong usage."""
    assert run_journeymap("stats", "--today", "tomorrow", cwd=shop).code == 2


def test_what_does_not_exist_is_null_and_a_dash(tmp_path: Path) -> None:
    """A journey without touchpoints has no mean and no shares, and never zeros in their place."""
    (tmp_path / "a.journey.yaml").write_text(
        "journeymap: 1\nkind: journey\nid: a\ntitle: A\nstages: [{id: s, title: S}]\n"
    )
    total = figures(tmp_path)["total"]
    assert (total["feeling"], total["best"], total["worst"]) == (None, None, None)
    assert {each["share"] for each in total["coverage"].values()} == {None}
    row = run_journeymap("stats", cwd=tmp_path).stdout.splitlines()[2].split()
    assert row[:7] == ["a", "0", "–", "–", "–", "–", "–"]


def test_a_plan_in_an_overlay_answers_a_pain_of_its_base(shop: Path) -> None:
    """An opportunity of the journey to come addresses the pain of the journey that is."""
    (shop / "next.journey.yaml").write_text(
        "journeymap: 1\nkind: journey\nid: shop-2027\nextends: shop\ntitle: Next\nchanges:\n"
        "  - {add: opportunity, item: {id: leads, title: Leads, addresses: [bikes]}}\n"
    )
    (journey,) = (each for each in figures(shop)["workspaces"][0]["journeys"] if each["id"] == "shop")
    assert journey["figures"]["coverage"]["pains_with_opportunity"]["known"] == 2


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_examples_fit(width: int) -> None:
    """The table and the words below it are never wider than the terminal."""
    console = console_at(ROOT / "examples")
    environ = {"COLUMNS": str(width), "NO_COLOR": "1"}
    run(["stats", "--today", "2026-10-01"], console.streams, environ=environ, cwd=console.cwd)
    text = shown(console)[0]
    assert max(map(width_of, text.splitlines())) <= width
    assert leaks(text) == []
    assert "overdue" in text


def test_the_figures_of_the_examples_look_as_agreed() -> None:
    """What people see is looked at whenever it changes."""
    text = run_journeymap("stats", "--today", "2026-11-01", cwd=ROOT / "examples").stdout
    match_golden(ROOT / "tests" / "goldens" / "terminal" / "stats.txt", text)


def test_sums_are_those_of_the_journeys() -> None:
    """The figures of a workspace are the sum of its journeys', those of everything the sum of all."""
    data = figures(ROOT / "examples")
    counted = [journey["figures"] for workspace in data["workspaces"] for journey in workspace["journeys"]]
    for name in ("journeys", "stages", "touchpoints", "pains", "opportunities", "kpis"):
        assert data["total"][name] == sum(each[name] for each in counted)


def test_only_what_is_named_is_counted() -> None:
    """Figures of one file are its own."""
    folder = ROOT / "examples" / "online-retailer"
    data = figures(folder, "journeys/returns.journey.yaml")
    assert [journey["id"] for journey in data["workspaces"][0]["journeys"]] == ["returns"]
