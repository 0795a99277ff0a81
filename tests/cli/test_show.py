"""One thing on the terminal: which is meant, how wide it is, and its data."""

import json
from pathlib import Path

import pytest

from journeymap.cli import run
from journeymap.compiling import compile_files
from journeymap.model.items import KINDS, items_of
from journeymap.reporting.terminal.screen import width_of
from tests.cli.terminals import console_at, shown
from tests.conftest import ROOT, match_golden
from tests.programs import run_journeymap
from tests.reporting.test_safety import HARMFUL, leaks

EXAMPLES = ROOT / "examples"
RETAILER = EXAMPLES / "online-retailer"
TWINS = """\
journeymap: 1
kind: journey
id: {id}
title: Title of {id}
aliases: [old-{id}]
personas: [mira]
kpis: [{{metric: nps}}]
stages:
  - id: go
    title: Go
    touchpoints:
      - {{id: walk, title: Walk, channel: street, pains: [{{id: rain, text: Rain}}], kpis: [{{metric: nps}}]}}
      - {{id: only-{id}, title: Only here, channel: street}}
"""
LIBRARY = """\
journeymap: 1
kind: library
channels: [{id: street, title: The street}]
terms: [{id: walk, title: A walk}]
metrics: [{id: nps, title: NPS, type: nps}]
"""


@pytest.fixture
def twins(tmp_path: Path) -> Path:
    """Make a workspace with two journeys whose items have the same ids."""
    (tmp_path / "journeymap.yaml").write_text("journeymap: 1\nkind: workspace\n")
    (tmp_path / "all.library.yaml").write_text(LIBRARY)
    (tmp_path / "mira.persona.yaml").write_text("journeymap: 1\nkind: persona\nid: mira\ntitle: Mira\n")
    for id in ("one", "two"):
        (tmp_path / f"{id}.journey.yaml").write_text(TWINS.format(id=id))
    return tmp_path


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("one", "one"),
        ("journey:one", "one"),
        ("old-one", "one"),
        ("one.journey.yaml", "one"),
        ("one#walk", "one#walk"),
        ("one#rain", "one#rain"),
        ("one#walk/nps", "one#walk/nps"),
        ("one/nps", "one/nps"),
        ("only-two", "two#only-two"),
        ("mira", "mira"),
        ("street", "street"),
        ("term:walk", "walk"),
        ("nps", "nps"),
    ],
)
def test_a_name_stands_for_one_thing(name: str, address: str, twins: Path) -> None:
    """Ids, addresses, former ids and files are found; the kind in front tells apart what shares a name."""
    outcome = run_journeymap("show", name, "--json", cwd=twins)
    assert outcome.code == 0, outcome.stderr
    data = json.loads(outcome.stdout)
    assert (data["journey"]["id"] if "journey" in data else data["address"]) == address


def test_what_is_not_clear_is_asked_back(twins: Path) -> None:
    """Each of the answers to choose from works."""
    outcome = run_journeymap("show", "walk", cwd=twins)
    assert outcome.code == 2
    first, *steps = outcome.stderr.splitlines()
    assert first == "error: `walk` is the name of 3 things: say which"
    assert [step.split()[-1] for step in steps] == ["one#walk", "two#walk", "term:walk"]
    for step in steps:
        assert run_journeymap(*step.split()[1:], cwd=twins).code == 0


def test_entries_of_two_kinds_are_told_apart_by_their_kind(twins: Path) -> None:
    """A channel and a team may share an id; the kind in front says which is meant."""
    (twins / "more.library.yaml").write_text(
        "kind: library\njourneymap: 1\nteams: [{id: street, title: Us}]\n"
    )
    outcome = run_journeymap("show", "street", cwd=twins)
    steps = [step.split()[-1] for step in outcome.stderr.splitlines()[1:]]
    assert sorted(steps) == ["channel:street", "team:street"]
    for step in steps:
        assert run_journeymap("show", step, cwd=twins).code == 0


def test_errors_count_where_they_stand(twins: Path) -> None:
    """A broken file is named when the thing shown is in it, and is no matter otherwise."""
    (twins / "three.journey.yaml").write_text(TWINS.format(id="three") + "owner: nobody\n")
    outcome = run_journeymap("show", "three", cwd=twins)
    assert outcome.code == 0
    assert outcome.stderr.startswith("error: 1 file has errors\n  `journeymap check` shows them\n")
    assert "error" not in run_journeymap("show", "one", cwd=twins).stderr


def test_the_same_id_in_two_workspaces_is_told_apart_by_the_path(twins: Path) -> None:
    """The answers name the file, and that works."""
    for folder in ("a", "b"):
        (twins / folder).mkdir()
        (twins / folder / "journeymap.yaml").write_text("journeymap: 1\nkind: workspace\n")
        (twins / folder / "x.journey.yaml").write_text(
            "journeymap: 1\nkind: journey\nid: x\ntitle: X\nstages: [{id: s, title: S}]\n"
        )
    outcome = run_journeymap("show", "x", cwd=twins)
    assert outcome.code == 2
    steps = outcome.stderr.splitlines()[1:]
    assert [step.split()[1:] for step in steps] == [
        ["show", "x", "a/x.journey.yaml"],
        ["show", "x", "b/x.journey.yaml"],
    ]
    for step in steps:
        assert run_journeymap(*step.split()[1:], cwd=twins).code == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "what to show? name a journey"),
        (["onne"], "did you mean `one`?"),
        (["one#wlak"], "did you mean `one#walk`?"),
        (["nothing-like-it"], "there is no `nothing-like-it`\n  journeys: one, two"),
        (["one", "nowhere"], "nowhere"),
    ],
)
def test_unknown_names_are_answered_with_what_there_is(words: list[str], message: str, twins: Path) -> None:
    """A slip gets one suggestion, everything else the list."""
    outcome = run_journeymap("show", *words, cwd=twins)
    assert outcome.code == 2
    assert message in outcome.stderr
    assert outcome.stdout == ""


@pytest.mark.parametrize("width", [40, 57, 80, 120, 200])
def test_everything_of_the_examples_fits(width: int) -> None:
    """Each thing of the retailer with an address is shown, in colour and without, at any width."""
    files = [
        (path.relative_to(RETAILER).as_posix(), path.read_bytes())
        for path in sorted(RETAILER.rglob("*.yaml"))
    ]
    from journeymap.reporting.style import Style
    from journeymap.reporting.terminal.card import draw_card
    from journeymap.reporting.terminal.journey import draw_journey
    from journeymap.reporting.terminal.screen import Screen

    portfolio = compile_files(files).portfolio
    screen = Screen(Style(width))
    kinds = set()
    for item in items_of(portfolio):
        kinds.add(item.kind)
        lines = (
            draw_journey(portfolio, item.value, screen)
            if item.kind == "journey"
            else draw_card(portfolio, item, screen)
        )
        text = screen.paint(lines)
        assert max(map(width_of, text.splitlines())) <= min(width, 120)
        assert leaks(text) == []
    assert kinds == set(KINDS)


@pytest.mark.parametrize(
    "name",
    [
        *("first-purchase", "first-purchase-2027", "returns", "delivery", "loyalty", "newsletter-signup"),
        *("comprar-geladeira", "library-card", "amazon", "netflix", "nike", "starbucks"),
        *("first-purchase#checkout", "first-purchase#late-delivery-cost", "deal-hunter", "dona-lucia"),
        *("first-purchase#checkout/checkout-conversion", "channel:web", "returns#arrival-message"),
    ],
)
def test_the_examples_look_as_agreed(name: str) -> None:
    """What people see at 80 columns is looked at whenever it changes."""
    words = ["online-retailer"] if name == "channel:web" else []
    text = run_journeymap("show", name, *words, cwd=EXAMPLES).stdout
    file = name.replace("#", "-").replace("/", "-").replace(":", "-")
    match_golden(ROOT / "tests" / "goldens" / "terminal" / f"show-{file}.txt", text)


def test_a_terminal_gets_colour_and_a_pipe_none() -> None:
    """Colour follows the terminal and `--color`."""
    console = console_at(RETAILER)
    run(["show", "returns"], console.streams, environ={}, cwd=console.cwd)
    assert "\x1b[" in shown(console)[0]
    assert "\x1b" not in run_journeymap("show", "returns", cwd=RETAILER).stdout
    assert "\x1b[" in run_journeymap("show", "returns", "--color", "always", cwd=RETAILER).stdout


def test_the_public_is_not_shown_what_is_internal() -> None:
    """An internal journey does not exist for the public, nor do those who would refer to it."""
    rows = json.loads(run_journeymap("ls", "journeys", "--json", cwd=RETAILER).stdout)["rows"]
    hidden = next(row["id"] for row in rows if row["visibility"] == "internal")
    assert run_journeymap("show", hidden, cwd=RETAILER).code == 0
    assert run_journeymap("show", hidden, "--visibility", "public", cwd=RETAILER).code == 2


def test_data_has_everything_and_no_places() -> None:
    """The JSON holds the whole item and what refers to it."""
    data = json.loads(
        run_journeymap("show", "first-purchase#late-delivery-cost", "--json", cwd=RETAILER).stdout
    )
    assert (data["format"], data["format_version"], data["kind"]) == ("journeymap-show/1", "1.0", "pain")
    assert data["item"]["severity"] == "critical"
    assert "at" not in data["item"]
    assert "first-purchase#show-delivery-cost-early" in [each["address"] for each in data["referred_to_by"]]


def test_a_journey_as_data_is_the_document_that_render_writes(tmp_path: Path) -> None:
    """One form for one thing: a reader of the file can read the output."""
    printed = run_journeymap("show", "first-purchase", "--json", cwd=RETAILER).stdout
    target = tmp_path / "journey.json"
    assert run_journeymap("render", "first-purchase", "-o", str(target), cwd=RETAILER).code == 0
    assert target.read_text(encoding="utf-8") == printed
    assert json.loads(printed)["format"] == "journeymap-journey/1"


@pytest.mark.parametrize("form", [[], ["--json"]])
@pytest.mark.parametrize("name", ["a", "a#t", "a#p"])
def test_hostile_texts_stay_harmless(name: str, form: list[str], tmp_path: Path) -> None:
    """Escapes, bidirectional controls and line breaks in a journey never reach a terminal raw."""
    bad = "".join(
        character for character in HARMFUL if character.isprintable() or character in "\u2028\u200e\u202e"
    )
    text = json.dumps(f"evil {bad}\nend", ensure_ascii=True)
    (tmp_path / "a.journey.yaml").write_text(
        f"journeymap: 1\nkind: journey\nid: a\ntitle: {text}\nstages:\n  - id: s\n    title: {text}\n"
        f"    touchpoints: [{{id: t, title: {text}, channel: web, emotion: {{score: 1, quote: {text}}},"
        f" pains: [{{id: p, text: {text}}}]}}]\n"
    )
    outcome = run_journeymap("show", name, *form, cwd=tmp_path)
    assert leaks(outcome.stdout + outcome.stderr) == []
    assert outcome.stdout.count("evil") >= 1
