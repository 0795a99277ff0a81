"""The map as values: what stands in which lane, zone and column, and how each line feels."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model import (
    Blueprint,
    BlueprintItem,
    Emotion,
    EmotionScale,
    Evidence,
    Journey,
    Kpi,
    Lane,
    Opportunity,
    Pain,
    Persona,
    Portfolio,
    ScaleLabel,
    Stage,
    Thought,
    Touchpoint,
)
from journeymap.rendering.map.emotion_lines import draw_lines, level_of
from journeymap.rendering.map.journey_map import JourneyMap, MapLane, draw_map, write_values
from journeymap.themes.theme import LIGHT
from tests.site.samples import make_future, make_journey, make_portfolio


def make(*touchpoints: Touchpoint, portfolio: Portfolio | None = None, **fields: Any) -> JourneyMap:
    """Return the map of a journey of one stage."""
    journey = Journey("j", "J", (Stage("s", "S", touchpoints=touchpoints),))._replace(**fields)
    return draw_map((portfolio or make_portfolio())._replace(journeys=(journey,)), journey)


def lane(drawn: JourneyMap, id: str) -> MapLane:
    """Return a lane by its id."""
    return next(lane for lane in drawn.lanes if lane.id == id)


def texts(drawn: JourneyMap, id: str) -> list[list[str]]:
    """Return the texts of a lane, cell by cell."""
    return [[entry.text for entry in cell] for cell in lane(drawn, id).cells]


def test_a_bare_journey_has_no_lanes() -> None:
    """Lanes and zones that say nothing are left out; the headers remain."""
    drawn = make(Touchpoint("t", "T"), Touchpoint("u", "U"))

    assert drawn.zones == ()
    assert [column.id for column in drawn.columns] == ["t", "u"]
    assert [(span.number, span.width) for span in drawn.stages] == [(1, 2)]


def test_a_stage_without_touchpoints_has_a_column() -> None:
    """A stage nobody detailed yet is still on the map, with its own feeling."""
    journey = Journey("j", "J", (Stage("s", "S", emotions=(Emotion(1, "glad"),)), Stage("t", "T")))
    drawn = draw_map(make_portfolio(), journey)

    assert [(column.id, column.touchpoint, column.first) for column in drawn.columns] == [
        ("s", None, True),
        ("t", None, True),
    ]
    assert [span.width for span in drawn.stages] == [1, 1]
    (line,) = drawn.lines
    assert [feeling and feeling.words for feeling in line.feelings] == ["glad", None]


def test_zones_are_those_of_a_service_blueprint() -> None:
    """The customer comes first, then what is seen, what is not, what supports, and what steers."""
    drawn = draw_map(make_portfolio(), make_journey())

    assert [(zone.id, zone.line) for zone in drawn.zones] == [
        ("customer", ""),
        ("frontstage", "Line of interaction"),
        ("backstage", "Line of visibility"),
        ("support", "Line of internal interaction"),
        ("steering", "Steering"),
    ]
    assert [lane.id for lane in drawn.lanes] == [
        "action",
        "feeling-deal-hunter",
        "feeling-gift-buyer",
        "thinking",
        "motivations",
        "channel",
        "physical_evidence",
        "pains",
        "gains",
        "frontstage",
        "backstage",
        "support",
        "kpis",
        "opportunities",
        "owner",
        "field-heuristic",
    ]


def test_words_are_in_the_language_asked_for() -> None:
    """Titles of lanes and lines and the scale's labels are translated; texts of the map are not."""
    drawn = draw_map(make_portfolio(), make_journey(), lang="pt-BR")

    assert drawn.zones[1].line == "Linha de interação"
    assert lane(drawn, "pains").title == "Dores"
    assert lane(drawn, "field-heuristic").title == "Heuristic"
    feeling = drawn.lines[0].feelings[5]
    assert feeling is not None
    assert (feeling.words, feeling.label) == ("frustrated", "muito negativo")


def test_entries_carry_what_they_stand_for() -> None:
    """Pains, gains and opportunities keep their ids and signs; thoughts and quotes say whose they are."""
    drawn = draw_map(make_portfolio(), make_journey())

    pain = lane(drawn, "pains").cells[5][0]
    assert (pain.id, pain.mark, pain.level) == ("late-delivery-cost", "pain", "high")
    assert lane(drawn, "gains").cells[3][0].mark == "gain"
    opportunity = lane(drawn, "opportunities").cells[5][0]
    assert (opportunity.id, opportunity.mark) == ("show-delivery-cost-early", "opportunity")
    thoughts = lane(drawn, "thinking").cells[2]
    assert [(entry.by, entry.text) for entry in thoughts] == [
        ("Dana, the deal hunter", "Will it fit?"),
        ("Gus, the gift buyer", "Is it a nice gift?"),
    ]
    assert lane(drawn, "thinking").cells[3][0].mark == "quote"


def test_references_become_names() -> None:
    """Channels, systems, teams and metrics are called by their titles; unknown ones by their ids."""
    touchpoint = Touchpoint(
        "t",
        "T",
        channels=("web", "word-of-mouth"),
        owner="nobody-yet",
        kpis=(Kpi("a", "conversion", 31, 38.5), Kpi("b", "unknown-metric", target=4)),
        blueprint=Blueprint(
            support=(
                BlueprintItem("payment-gateway", system="payment-gateway"),
                BlueprintItem("Card checks", system="payment-gateway"),
                BlueprintItem("Prose"),
            )
        ),
    )
    drawn = make(touchpoint)

    assert texts(drawn, "channel") == [["Web", "Word of mouth"]]
    assert texts(drawn, "owner") == [["Nobody yet"]]
    assert [(entry.text, entry.detail) for entry in lane(drawn, "kpis").cells[0]] == [
        ("Checkout conversion", "31 → 38.5%"),
        ("Unknown metric", "→ 4"),
    ]
    assert [(entry.text, entry.detail) for entry in lane(drawn, "support").cells[0]] == [
        ("Payment gateway", ""),
        ("Card checks", "Payment gateway"),
        ("Prose", ""),
    ]


def test_custom_lanes_show_their_values() -> None:
    """A workspace's own fields are lanes; a stage's value stands in the stage's first column."""
    portfolio = make_portfolio()
    lanes = (
        Lane("risk", "Risk", on="stage"),
        Lane("tool", "Tool", type="list"),
        Lane("mood", "Mood", on="journey"),
    )
    portfolio = portfolio._replace(workspace=portfolio.workspace._replace(lanes=lanes))
    touchpoints = (Touchpoint("t", "T", fields={"tool": ["pen", "paper"]}), Touchpoint("u", "U"))
    journey = Journey("j", "J", (Stage("s", "S", touchpoints=touchpoints, fields={"risk": "high"}),))
    drawn = draw_map(portfolio, journey)

    assert [lane.id for lane in drawn.lanes] == ["field-risk", "field-tool"]
    assert texts(drawn, "field-risk") == [["high"], []]
    assert texts(drawn, "field-tool") == [["pen", "paper"], []]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, []),
        ("text", ["text"]),
        (3, ["3"]),
        (1.5, ["1.5"]),
        (True, ["✓"]),
        (False, ["✗"]),
        (["a", [2, None]], ["a", "2"]),
    ],
)
def test_values_of_custom_fields_are_written_out(value: object, written: list[str]) -> None:
    """Each kind of value has one way to be written."""
    assert list(write_values(value)) == written


def lines_of(*emotions: tuple[Emotion, ...], **fields: Any) -> tuple[list[object], ...]:
    """Return, for each line, its id and the score in each column."""
    touchpoints = tuple(Touchpoint(f"t{n}", "T", emotions=e) for n, e in enumerate(emotions))
    drawn = make(*touchpoints, **fields)
    return tuple([line.id, *(f.score if f else None for f in line.feelings)] for line in drawn.lines)


def test_one_line_serves_everyone() -> None:
    """Where no persona feels differently, one line is enough."""
    assert lines_of((Emotion(1),), (), (Emotion(-2),)) == (["", 1, None, -2],)
    both = ("deal-hunter", "gift-buyer")
    assert lines_of((Emotion(1),), personas=both) == (["", 1],)


def test_a_single_persona_names_the_line() -> None:
    """A journey of one persona has that persona's line, whether its emotions name it or not."""
    assert lines_of((Emotion(1),), personas=("deal-hunter",)) == (["deal-hunter", 1],)


def test_personas_that_differ_have_lines_of_their_own() -> None:
    """Each persona feels its own emotion, else everyone's; nobody's is a gap."""
    both = ("deal-hunter", "gift-buyer")
    emotions = (
        (Emotion(1, persona="deal-hunter"), Emotion(-1, persona="gift-buyer")),
        (Emotion(2),),
        (Emotion(0, persona="gift-buyer"),),
    )

    assert lines_of(*emotions, personas=both) == (["deal-hunter", 1, 2, None], ["gift-buyer", -1, 2, 0])


def test_a_touchpoint_concerns_whom_it_says() -> None:
    """A touchpoint for some personas is a gap in the lines of the others."""
    touchpoints = (
        Touchpoint("t", "T", emotions=(Emotion(1),), personas=("deal-hunter",)),
        Touchpoint("u", "U", emotions=(Emotion(2),)),
    )
    drawn = make(*touchpoints, personas=("deal-hunter", "gift-buyer"))

    assert [line.heights for line in drawn.lines] == [(1, 2), (None, 2)]
    assert [line.title for line in drawn.lines] == ["Dana, the deal hunter", "Gus, the gift buyer"]


def test_an_inline_persona_is_called_by_its_title() -> None:
    """A persona that lives in the journey only has a name like any other."""
    drawn = make(
        Touchpoint("t", "T", emotions=(Emotion(1),), thoughts=(Thought("Hm", "me"),)),
        personas=("me",),
        local_personas=(Persona("me", "Myself"),),
    )

    assert drawn.lines[0].title == "Myself"
    assert lane(drawn, "thinking").cells[0][0].by == "Myself"


def test_words_without_a_score_are_no_point() -> None:
    """A feeling that nobody scored is shown in words, off the curve."""
    (line,) = make(Touchpoint("t", "T", emotions=(Emotion(feelings=("calm", "curious")),))).lines
    (feeling,) = line.feelings

    assert feeling is not None
    assert (feeling.words, feeling.score, feeling.height, feeling.level) == (
        "calm, curious",
        None,
        None,
        None,
    )
    assert line.pieces == ((),)


def test_an_empty_emotion_is_nothing() -> None:
    """An emotion without score and words, as a bare quote is, makes no feeling and no line."""
    assert make(Touchpoint("t", "T", emotions=(Emotion(quote="Hm."),))).lines == ()


def test_the_scale_maps_onto_the_map() -> None:
    """Scores of another scale are drawn on the canonical one and printed as written."""
    portfolio = make_portfolio()
    scale = EmotionScale(0, 10, 5, (ScaleLabel(10, "wonderful"),))
    portfolio = portfolio._replace(workspace=portfolio.workspace._replace(emotion_scale=scale))
    drawn = make(Touchpoint("t", "T", emotions=(Emotion(10),)), portfolio=portfolio)
    (feeling,) = drawn.lines[0].feelings

    assert feeling is not None
    assert (feeling.words, feeling.score, feeling.height, feeling.level) == ("wonderful", 10, 2.0, 2)


def moments(*scores: float | None) -> list[tuple[str, ...]]:
    """Return the moments marked in a line of these scores."""
    touchpoints = [
        Touchpoint(f"t{n}", "T", emotions=() if s is None else (Emotion(s),)) for n, s in enumerate(scores)
    ]
    (line,) = make(*touchpoints).lines
    return [feeling.moments if feeling else () for feeling in line.feelings]


def test_peak_pit_and_end_are_marked() -> None:
    """The best, the worst and the last scored moment are marked once each; of equals the first counts."""
    assert moments(0, 2, -1, 2, -1, None) == [(), ("peak",), ("pit",), (), ("end",), ()]
    assert moments(0, -1, 2) == [(), ("pit",), ("peak", "end")]


def test_too_little_has_no_peak() -> None:
    """Two scores have no peak worth the name, and a flat line has only an end."""
    assert moments(1, 2) == [(), ()]
    assert moments(1, 1, 1) == [(), (), ("end",)]


def test_an_overlay_shows_what_was_before() -> None:
    """A journey that extends another carries that one's curve, touchpoint by touchpoint."""
    portfolio = make_portfolio()
    future = draw_lines(portfolio, make_future())[0]
    today = draw_lines(portfolio, make_journey())[0]

    assert future.before == today.pieces
    assert future.pieces != today.pieces
    assert today.before == ()


def test_a_new_touchpoint_was_not_there_before() -> None:
    """Where the base journey has no such touchpoint, its curve has a gap."""
    portfolio = make_portfolio()
    journey = make_future()
    first, *rest = journey.stages
    added = first._replace(touchpoints=(*first.touchpoints, Touchpoint("new", "New", emotions=(Emotion(2),))))
    line = draw_lines(portfolio, journey._replace(stages=(added, *rest)))[0]

    assert line.before[2] == ()
    assert line.pieces[2] != ()


@given(st.floats(-2, 2))
def test_faces_colours_and_words_round_alike(height: float) -> None:
    """The step of a face is that of its colour; of two steps as near the milder is taken."""
    level = level_of(height)

    assert LIGHT.step(height).score == level
    assert abs(level - height) <= 0.5 + 1e-9
    assert level_of(0.5) == level_of(-0.5) == 0
    assert (level_of(1.5), level_of(-1.5)) == (1, -1)


def test_kpis_without_values_say_nothing() -> None:
    """A KPI that only names its metric has no arrow to show."""
    drawn = make(Touchpoint("t", "T", kpis=(Kpi("a", "csat"), Kpi("b", "csat", baseline=3.1))))

    assert [entry.detail for entry in lane(drawn, "kpis").cells[0]] == ["", "3.1"]


def test_opportunities_stand_where_their_pain_is() -> None:
    """An opportunity is shown at the touchpoint whose pain it addresses, also by its full address."""
    drawn = make(
        Touchpoint("t", "T", pains=(Pain("Slow", "slow"), Pain("No id"))),
        Touchpoint("u", "U"),
        opportunities=(
            Opportunity("Faster", "faster", addresses=("j#slow",)),
            Opportunity("Other", addresses=("x#slow",)),
        ),
        evidence=(Evidence("e", "E"),),
    )

    assert texts(drawn, "opportunities") == [["Faster"], []]
