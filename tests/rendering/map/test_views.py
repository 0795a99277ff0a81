"""Which lanes and columns a map has: built-in views, views of a workspace, lanes and personas by name."""

from typing import Any

import pytest

from journeymap.model import (
    Blueprint,
    Journey,
    Kpi,
    Lane,
    Pain,
    Portfolio,
    Stage,
    Touchpoint,
    View,
    Workspace,
    lanes,
)
from journeymap.model.journey import Personalization
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.map.journey_map import JourneyMap, draw_map
from journeymap.rendering.map.lanes import LANES, find_lane
from journeymap.rendering.map.views import BUILT_IN, choose_plan
from tests.rendering.flows import FIRST_PURCHASE, felt, portfolio_of
from tests.rendering.samples import SAMPLES


def look(portfolio: Portfolio, journey: Journey, view: str = "", **chosen: Any) -> JourneyMap:
    """Return the map that a view of a journey shows."""
    return draw_map(portfolio, journey, plan=choose_plan(portfolio, journey, view=view, **chosen))


def lanes_of(drawn: JourneyMap) -> list[str]:
    """Return the lanes of a map without whose feelings they show."""
    return list(dict.fromkeys("feeling" if lane.line else lane.id for lane in drawn.lanes))


def with_views(*views: View) -> tuple[Portfolio, Journey]:
    """Return a journey in a workspace with some views."""
    portfolio = portfolio_of(FIRST_PURCHASE, workspace=Workspace(views=views))
    return portfolio, FIRST_PURCHASE


def entries(drawn: JourneyMap, lane: str, column: int = 0) -> list[str]:
    """Return the texts in a cell."""
    cells = next(each.cells for each in drawn.lanes if each.id == lane)
    return [entry.text for entry in cells[column]]


@pytest.mark.parametrize(
    ("view", "lanes"),
    [
        ("summary", ["feeling", "kpis"]),
        ("opportunities", ["feeling", "pains", "gains", "opportunities", "kpis", "owner"]),
        (
            "blueprint",
            ["physical_evidence", "action", "channel", "duration", "frontstage", "backstage", "support"],
        ),
    ],
)
def test_built_in_views_have_their_lanes(view: str, lanes: list[str]) -> None:
    """Each built-in view shows its lanes in its own order."""
    assert lanes_of(look(*SAMPLES["retailer"](), view))[: len(lanes)] == lanes


def test_the_whole_map_and_the_print_have_every_lane() -> None:
    """Without a view there is everything, the lanes of the workspace last; paper has the same."""
    full = lanes_of(look(*SAMPLES["retailer"]()))

    assert full[0] == "action"
    assert full[-1] == "field-hypothesis"
    assert lanes_of(look(*SAMPLES["retailer"](), "print")) == full


def test_all_lanes_are_those_that_say_something() -> None:
    """What the whole map leaves to the page is drawn when all is asked for, each lane in its zone."""
    portfolio, journey = SAMPLES["retailer"]()
    full = lanes_of(look(portfolio, journey))
    everything = lanes_of(look(portfolio, journey, lanes=("all",)))

    assert set(full) < set(everything)
    assert {"needs", "expectations", "policies"} <= set(everything) - set(full)


def test_a_summary_has_a_column_for_each_stage() -> None:
    """A stage stands for its touchpoints: its feeling is their mean, and it has all their KPIs once."""
    portfolio, journey = SAMPLES["retailer"]()
    drawn = look(portfolio, journey, "summary", personas=("deal-hunter",))

    assert [column.touchpoint for column in drawn.columns] == [None] * len(journey.stages)
    assert drawn.lines[0].feelings[0].score == 0.33  # type: ignore[union-attr]
    assert entries(drawn, "kpis", 2)[:2] == ["Checkout conversion", "Checkout conversion"]


def test_a_stage_says_what_its_touchpoints_share_once() -> None:
    """A text of two touchpoints of a stage stands in its column once."""
    twice = tuple(Touchpoint(id, id, action="Waits.") for id in "ab")
    journey = Journey("j", "J", (Stage("s", "S", touchpoints=twice),))
    plan = BUILT_IN["summary"]._replace(lanes=("action",))
    assert entries(draw_map(portfolio_of(journey), journey, plan=plan), "action") == ["Waits."]


def test_a_view_of_the_workspace_takes_the_place_of_a_built_in_one() -> None:
    """A workspace may have its own idea of a summary."""
    drawn = look(*with_views(View("summary", "Ours", lanes=("channels",))), "summary")

    assert lanes_of(drawn) == ["channel"]


def test_a_view_shows_its_lanes_in_their_order() -> None:
    """Lanes stand as the view lists them; a lane that says nothing is left out."""
    view = View("mine", lanes=("channel", "emotion", "pains"))

    assert lanes_of(look(*with_views(view), "mine")) == ["channel", "feeling"]


def test_named_lanes_take_the_place_of_those_of_the_view() -> None:
    """Lanes that are asked for by name are shown, each once, whatever word is used for them."""
    drawn = look(*SAMPLES["retailer"](), "summary", lanes=("needs", "thoughts", "thinking", "expectations"))

    assert lanes_of(drawn) == ["needs", "thinking", "expectations"]


@pytest.mark.parametrize(
    ("where", "columns"),
    [
        ({"channels": ("store",)}, ["delivery"]),
        ({"has": ("channel",), "channels": ("email",)}, ["confirmation", "reminder"]),
        ({"has": ("moment_of_truth",)}, ["checkout"]),
        ({"phases": ("nowhere",)}, []),
    ],
)
def test_conditions_choose_columns(where: dict[str, Any], columns: list[str]) -> None:
    """A view shows the touchpoints that meet its conditions, with the stages they are in."""
    drawn = look(*with_views(View("mine", where=where)), "mine")

    assert [column.id for column in drawn.columns] == columns
    assert sum(span.width for span in drawn.stages) == len(columns)
    assert all(len(line.feelings) == len(columns) for line in drawn.lines)


def test_stages_keep_their_numbers_when_others_are_left_out() -> None:
    """The fourth stage is number four, also where it stands first."""
    drawn = look(*with_views(View("mine", where={"channels": ("store",)})), "mine")

    assert [(span.number, span.stage.id, span.width) for span in drawn.stages] == [(4, "retention", 1)]


def test_a_condition_on_something_unknown_is_refused() -> None:
    """A view that asks for a field that is not there says so."""
    with pytest.raises(RenderingError, match="`smell`, which is no field"):
        look(*with_views(View("mine", where={"has": ("smell",)})), "mine")


@pytest.mark.parametrize(
    ("chosen", "message", "help"),
    [
        ({"view": "sumary"}, "there is no view `sumary`", "did you mean `summary`? the maps are `full`"),
        ({"view": "prices"}, "view `prices` is of form `table`, and this is a map", "the maps are `full`"),
        ({"lanes": ("emotoin",)}, "there is no lane `emotoin`", "did you mean `emotion`? the lanes are"),
        ({"lanes": ("x",)}, "there is no lane `x`", "the lanes are `action`, `emotion`"),
        ({"personas": ("deal-huntr",)}, "is no persona of `first-purchase`", "did you mean `deal-hunter`?"),
    ],
)
def test_unknown_names_are_refused_with_what_was_meant(
    chosen: dict[str, Any], message: str, help: str
) -> None:
    """A slip in a view, lane or persona is met with the nearest one and all there are."""
    portfolio, journey = with_views(View("prices", form="table"))
    with pytest.raises(RenderingError) as error:
        choose_plan(portfolio, journey, **chosen)

    assert message in str(error.value)
    assert help in error.value.help


def test_a_journey_without_personas_says_so() -> None:
    """Who asks for a persona where there is none learns that there is none."""
    journey = Journey("j", "J")
    with pytest.raises(RenderingError, match="`mira` is no persona of `j`") as error:
        choose_plan(portfolio_of(journey), journey, personas=("mira",))

    assert error.value.help == "this journey has no personas"


def test_a_declared_lane_comes_before_a_built_in_one() -> None:
    """A workspace may call a lane of its own `needs`."""
    workspace = Workspace(lanes=(Lane("needs", "What they need"), Lane("wave", "Wave", on="journey")))
    portfolio = portfolio_of(workspace=workspace)

    assert find_lane(portfolio, "needs") == "field-needs"
    assert find_lane(portfolio, "expectations") == "expectations"
    with pytest.raises(RenderingError):
        find_lane(portfolio, "wave")


def test_a_persona_narrows_the_map() -> None:
    """What only others feel, think or suffer is left out."""
    drawn = look(*SAMPLES["retailer"](), personas=("gift-buyer",))
    size_guide = next(index for index, column in enumerate(drawn.columns) if column.id == "size-guide")

    assert [line.id for line in drawn.lines] == ["gift-buyer"]
    assert entries(drawn, "thinking", size_guide) == [
        "I cannot measure her foot without telling her.",
        "I would have to steal one of her shoes.",
    ]
    prices = next(index for index, column in enumerate(drawn.columns) if column.id == "compare-prices")
    assert entries(drawn, "pains", prices) == []


def test_every_lane_says_what_its_name_says() -> None:
    """Lanes that the whole map lacks hold the texts of their fields."""
    touchpoint = Touchpoint(
        "t",
        "T",
        needs=("Quiet",),
        expectations=("Soon",),
        duration_active=90,
        duration_elapsed=1_209_600,
        policies=("GDPR",),
        sources=("crm",),
        systems=("shop-platform",),
        events=("opened",),
        personalization=(
            Personalization("Prefilled", segment="new-visitors"),
            Personalization("For her", persona="p"),
        ),
        emotions=felt(1, "glad"),
        kpis=(Kpi("k", "visits", 3, 3, actual=4),),
        pains=(Pain("Hurts"),),
        blueprint=Blueprint(),
    )
    journey = Journey("j", "J", (Stage("s", "S", touchpoints=(touchpoint,)),))
    drawn = look(portfolio_of(journey), journey, lanes=tuple(LANES))

    assert {lane.id: [entry.text for entry in lane.cells[0]] for lane in drawn.lanes if not lane.line} == {
        "needs": ["Quiet"],
        "expectations": ["Soon"],
        "duration": ["1 minute 30 seconds", "2 weeks"],
        "policies": ["GDPR"],
        "sources": ["Crm"],
        "systems": ["Shop platform"],
        "events": ["opened"],
        "personalization": ["Prefilled", "For her"],
        "kpis": ["Visits"],
        "pains": ["Hurts"],
    }


def test_the_map_has_every_lane_of_the_language() -> None:
    """Each word that a view may use has a lane on the map, and the other way round."""
    assert tuple(LANES) == lanes.BUILT_IN
