"""Drawings for terminals: never too wide, never harmful, and the same data in every form."""

import csv
import io
import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model import (
    Emotion,
    EmotionScale,
    Journey,
    Opportunity,
    Persona,
    Portfolio,
    Stage,
    Touchpoint,
    Workspace,
)
from journeymap.model.items import items_of
from journeymap.model.statistics import count_journeys
from journeymap.rendering.tables.listing import (
    COLUMNS,
    Query,
    Scope,
    choose_columns,
    list_items,
    own_fields,
)
from journeymap.reporting.listing import write_lines, write_listing_csv, write_listing_json
from journeymap.reporting.plain_data import plain, write_data
from journeymap.reporting.statistics import WorkspaceFigures, add_workspaces, write_statistics_json
from journeymap.reporting.style import Style
from journeymap.reporting.terminal.card import draw_card, write_duration
from journeymap.reporting.terminal.curve import columns_of
from journeymap.reporting.terminal.grid import GridCell, GridColumn, allot, draw_grid
from journeymap.reporting.terminal.journey import draw_journey
from journeymap.reporting.terminal.listing import draw_listing, whole_percent
from journeymap.reporting.terminal.screen import Screen, clusters, fit, pad, width_of, wrap, wrap_list
from journeymap.reporting.terminal.statistics import draw_statistics
from journeymap.resources import schema_path
from tests.model.samples import journey_of, portfolio_of, scored
from tests.reporting.portfolios import FILE, portfolios
from tests.reporting.test_json import closed
from tests.reporting.test_safety import hostile, leaks

widths = st.integers(40, 130)
encodings = st.sampled_from(["utf-8", "ascii", "latin-1", "cp1252", "no-such-encoding"])
SCHEMAS = {name: json.loads(schema_path(name).read_text()) for name in ("ls-output", "stats-output")}


def check(text: str, width: int) -> None:
    """Raise unless a drawing fits, is safe, and has no blanks at the end of its lines."""
    assert leaks(text) == []
    for line in text.splitlines():
        assert width_of(line) <= min(width, 120), line
        assert line == line.rstrip()


def paint(lines: object, screen: Screen) -> str:
    """Return lines of runs as the screen shows them."""
    return screen.paint(list(lines))  # type: ignore[call-overload]


@given(portfolio=portfolios(), width=widths, encoding=encodings)
def test_no_journey_is_drawn_wider_than_the_screen(portfolio: Portfolio, width: int, encoding: str) -> None:
    """Whatever a journey says, its drawing fits, steers nothing and can be encoded."""
    screen = Screen(Style(width), encoding)
    for journey in portfolio.journeys:
        text = paint(draw_journey(portfolio, journey, screen), screen)
        check(text, width)
        text.encode("utf-8" if encoding == "no-such-encoding" else encoding)


@given(portfolio=portfolios(), width=widths, encoding=encodings)
def test_no_card_is_wider_than_the_screen(portfolio: Portfolio, width: int, encoding: str) -> None:
    """The card of anything fits and steers nothing."""
    screen = Screen(Style(width), encoding)
    for item in items_of(portfolio):
        check(paint(draw_card(portfolio, item, screen), screen), width)


@given(
    kind=st.sampled_from(sorted(COLUMNS)),
    portfolio=portfolios(),
    width=widths,
    encoding=encodings,
    every=st.booleans(),
)
def test_lists_fit_and_parse(kind: str, portfolio: Portfolio, width: int, encoding: str, every: bool) -> None:
    """A list fits as a table, is valid as JSON, comes back from CSV, and has a line for each row."""
    scopes = (Scope(portfolio, frozenset({FILE})),)
    fields = own_fields(scopes, kind) if every else ()
    columns = choose_columns(scopes, kind, fields)
    listing = list_items(Query(kind, tuple(column.field for column in columns)), scopes)
    screen = Screen(Style(width), encoding)
    check(paint(draw_listing(listing, columns, screen).lines, screen), width)
    written = write_listing_json(listing)
    assert written.isascii()
    data = json.loads(written)
    jsonschema.Draft202012Validator(SCHEMAS["ls-output"]).validate(data)
    assert [list(row) for row in data["rows"]] == [sorted(listing.fields)] * len(listing.rows)
    rows = list(csv.reader(io.StringIO(write_listing_csv(listing), newline="")))
    assert rows[0] == list(listing.fields)
    assert len(rows) == len(listing.rows) + 1
    assert leaks(write_listing_csv(listing).replace("\r\n", "\n")) == []
    assert not any(cell.startswith(("=", "+", "@", "\t")) for row in rows[1:] for cell in row)
    lines = write_lines(listing)
    assert leaks(lines.replace("\t", "")) == []
    assert [line.count("\t") for line in lines.split("\n")[:-1]] == [len(columns) - 1] * len(listing.rows)


@given(found=st.lists(portfolios(), max_size=2), width=widths, today=st.sampled_from(["", "2026-10-01"]))
def test_figures_fit_and_are_valid(found: list[Portfolio], width: int, today: str) -> None:
    """Figures fit on the screen and are what the published schema says, and nothing more."""
    workspaces = [
        WorkspaceFigures(
            each.workspace.title,
            each.workspace.root,
            each.workspace.emotion_scale,
            count_journeys(each, each.journeys, today),
        )
        for each in found
    ]
    screen = Screen(Style(width))
    check(paint(draw_statistics(workspaces, screen), screen), width)
    data = json.loads(write_statistics_json(workspaces, today))
    jsonschema.Draft202012Validator(closed(SCHEMAS["stats-output"])).validate(data)


@given(hostile, st.integers(2, 40))
def test_cut_and_wrapped_text_fits(text: str, width: int) -> None:
    """A text is cut and wrapped to any width; wrapping loses nothing but blanks."""
    shown = Screen(Style()).text(text)
    assert width_of(fit(shown, width)) <= width
    lines = wrap(shown, width)
    assert all(width_of(line) <= width for line in lines)
    if all(wide <= width for _, wide in clusters(shown)):
        assert "".join(lines).replace(" ", "") == shown.replace(" ", "")
    assert all(width_of(line) <= width for line in wrap_list([shown, shown], "·", width))


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("late delivery cost", 18, "late delivery cost"),
        ("late delivery cost", 14, "late delivery…"),
        ("late delivery cost", 12, "late delive…"),
        ("late delivery cost", 10, "late deli…"),
        ("incomprehensible", 6, "incom…"),
        ("a incomprehensible", 10, "a incompr…"),
        ("冷蔵庫を買う", 7, "冷蔵庫…"),
        ("冷蔵庫を買う", 6, "冷蔵…"),
        ("word", 0, ""),
    ],
)
def test_a_text_is_cut_at_a_word_where_that_leaves_enough(text: str, width: int, shown: str) -> None:
    """The cut is at a blank unless more than half of the room would be lost."""
    assert fit(text, width) == shown


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("e\u0301", 1), ("冷蔵庫", 6), ("❤\ufe0f", 2), ("👩\u200d🔧", 4), ("", 0), ("🧊", 2)],
)
def test_text_is_measured_in_columns(text: str, width: int) -> None:
    """Wide characters count two, marks none, and a sign made an emoji two."""
    assert width_of(text) == width
    assert width_of(pad(text, width + 2)) == width + 2
    assert pad(text, width + 1, right=True) == f" {text}"


def test_columns_give_way_in_turn() -> None:
    """Texts are cut before addresses, addresses before columns are dropped at the right."""
    assert allot([10, 30], [True, False], 80) == [10, 30]
    assert allot([40, 60], [True, False], 80) == [40, 38]
    assert allot([40, 60, 60], [True, False, False], 80) == [40, 18, 18]
    assert allot([70, 60], [True, False], 60) == [50, 8]
    assert allot([20] * 10, [False] * 10, 60) == [5, 5, *([4] * 8)]
    assert len(allot([20] * 40, [False] * 40, 60)) == 12


def test_dropped_columns_are_counted() -> None:
    """A grid says how many columns found no room."""
    columns = [GridColumn(f"column {number}") for number in range(40)]
    grid = draw_grid(columns, [[GridCell("text")] * 40], Screen(Style(40)))
    assert grid.dropped > 20
    assert draw_grid(columns[:2], [], Screen(Style(40))).dropped == 0


def test_a_stream_without_the_signs_gets_plain_ones() -> None:
    """On a stream that knows ASCII only, everything is ASCII, also what a journey says."""
    portfolio = portfolio_of(journey_of(scored("a", 1), scored("b", -2), scored("c", None)))
    journey = portfolio.journeys[0]._replace(title="Übergröße")
    screen = Screen(Style(60), "ascii")
    text = paint(draw_journey(portfolio, journey, screen), screen)
    assert text.isascii()
    assert "\\xdcbergr\\xf6\\xdfe" in text
    assert "Feeling -0.5 on average" in text


def test_what_is_assumed_is_hollow_and_a_gap_is_a_gap() -> None:
    """Known marks are filled, assumed ones hollow, and no line leads through a missing score."""
    known = Touchpoint("a", "A", emotions=(Emotion(1, confidence="researched"),))
    portfolio = portfolio_of(journey_of(known, scored("b", None), scored("c", -1)))
    screen = Screen(Style(60))
    text = paint(draw_journey(portfolio, portfolio.journeys[0], screen), screen)
    curve = text.partition("+2 ┤")[2].partition("−2 ┤")[0]
    assert curve.count("●") == curve.count("○") == 1
    assert "╭" not in curve
    assert "╰" not in curve


def test_a_steep_curve_holds_together() -> None:
    """Where the line jumps several rows in one column, they are joined."""
    journey = journey_of(*(scored(f"t{n}", 2 if n % 2 else -2) for n in range(4)))
    screen = Screen(Style(40))
    text = paint(draw_journey(portfolio_of(journey), journey, screen), screen)
    curve = text.partition("+2 ┤")[2].partition("−2 ┤")[0]
    assert "│" in "".join(line[6:] for line in curve.splitlines())


def test_a_long_journey_takes_several_bands() -> None:
    """Thirty touchpoints stand in as many bands as it takes, each numbered once."""
    stages = tuple(
        Stage(f"s{k}", f"Stage {k}", touchpoints=tuple(scored(f"t{k}-{n}", n % 3 - 1) for n in range(15)))
        for k in range(2)
    )
    journey = Journey("long", "Long", stages)
    screen = Screen(Style(80))
    portfolio = portfolio_of(journey)
    text = paint(draw_journey(portfolio, journey, screen), screen)
    assert text.count("+2 ┤") == 4
    assert [column.number for column in columns_of(journey)] == [str(number) for number in range(1, 31)]
    assert "Stage 1" in text


def test_personas_that_differ_have_marks_of_their_own() -> None:
    """Several lines have a mark each; who has none is said to be left out."""
    names = [f"persona-{number}" for number in range(7)]
    journey = journey_of(scored("a", *[0.5] * 7), scored("b", *range(-2, 3), 0, 1), personas=tuple(names))
    portfolio = portfolio_of(journey)
    screen = Screen(Style(100))
    text = paint(draw_journey(portfolio, journey, screen), screen)
    assert "■ Persona 1" in text
    assert "2 more personas are not drawn" in text


def test_the_scale_is_the_workspace_s_own() -> None:
    """The axis shows the scores as they are written."""
    scale = EmotionScale(1, 7, 4)
    journey = journey_of(scored("a", 7), scored("b", 1))
    portfolio = portfolio_of(journey, workspace=Workspace(emotion_scale=scale))
    screen = Screen(Style(80))
    text = paint(draw_journey(portfolio, journey, screen), screen)
    for level in ("7 ┤", "5.5 ┤", "4 ┼", "2.5 ┤", "1 ┤"):
        assert f" {level}" in text


def test_a_journey_of_nothing_has_dashes_and_no_curve() -> None:
    """Without scores there is no curve, and no zero in place of a mean."""
    journey = Journey("bare", "Bare", (Stage("s", "S"),), opportunities=(Opportunity("Do it"),))
    screen = Screen(Style(80))
    text = paint(draw_journey(portfolio_of(journey), journey, screen), screen)
    assert "Feeling –\n" in text
    assert "┤" not in text
    assert "    –  Do it · idea" in text


def test_figures_of_different_scales_are_not_added() -> None:
    """The sum over workspaces has no feeling where their scales differ."""
    portfolio = portfolio_of(journey_of(scored("a", 1)))
    counted = count_journeys(portfolio, portfolio.journeys)
    one = WorkspaceFigures("", "", EmotionScale(), counted)
    assert add_workspaces([one, one]).feeling == 1
    assert add_workspaces([one, one._replace(scale=EmotionScale(1, 5, 3))]).feeling is None


def test_shares_are_rounded_honestly() -> None:
    """A hundred percent means all, nought means none."""
    assert [whole_percent(share) for share in (0, 0.001, 0.5, 0.999, 1)] == [0, 1, 50, 99, 100]


@pytest.mark.parametrize(
    ("seconds", "written"), [(90, "90s"), (240, "4m"), (7200, "2h"), (86_400, "1d"), (2_592_000, "30d")]
)
def test_durations_are_written_as_in_the_language(seconds: int, written: str) -> None:
    """The largest unit that leaves no rest is used."""
    assert write_duration(seconds) == written


def test_values_become_plain_data() -> None:
    """Nothing is null, lists are lists, no number is more exact than it was typed, no place gets out."""
    persona = Persona("a", "", demographics=(("Age", "34"),))
    data = plain(persona)
    assert (data["title"], data["goals"], data["demographics"]) == (None, [], [["Age", "34"]])
    assert "at" not in data
    assert plain(0.1 + 0.2) == 0.3
    assert plain(2.0) == 2
    assert plain({"k": (1.5, None, True, "", "\ud800")}) == {"k": [1.5, None, True, "", "\\ud800"]}
    assert plain(float("inf")) == "inf"
    assert write_data({"b": 1, "a": "é"}) == '{\n  "a": "\\u00e9",\n  "b": 1\n}\n'
