"""Field paths of table views."""

from typing import Any

import pytest

from journeymap.model import (
    Action,
    Blueprint,
    BlueprintItem,
    Channel,
    Emotion,
    Evidence,
    Gain,
    Insight,
    Journey,
    Kpi,
    Lane,
    Metric,
    Objective,
    Opportunity,
    Pain,
    Persona,
    Personalization,
    Phase,
    Segment,
    Source,
    System,
    Team,
    Thought,
    Touchpoint,
    Workspace,
)
from journeymap.model.field_ids import find_ids
from journeymap.model.fields import FIELDS, Row, find_field, known_fields
from journeymap.model.summaries import OwnedKpi, kpis_of
from tests.model.samples import journey_of, portfolio_of

PAIN = Pain("Slow", "slow", "high", "often", "researched", ("survey",), ("mira",), tags=("t",))
PAY = Touchpoint(
    "pay",
    "Pay",
    summary="Paying",
    channels=("web",),
    owner="shop",
    systems=("bank",),
    personas=("mira",),
    action="Pays",
    thoughts=(Thought("Why?"),),
    motivations=("Trust",),
    needs=("Total",),
    expectations=("Fast",),
    emotions=(Emotion(-2, "angry", quote="No!", confidence="partial"),),
    pains=(PAIN,),
    gains=(Gain("Done"),),
    moment_of_truth=True,
    kpis=(Kpi("csat", "csat", 3, 4, warn=0.5, due="2026-12-31", actual=3.5),),
    personalization=(Personalization("Prefilled"),),
    sources=("web-analytics",),
    events=("paid",),
    policies=("SCA",),
    blueprint=Blueprint(frontstage=(BlueprintItem("Chat"),), backstage=(BlueprintItem("Check"),)),
    fields={"heuristic": "#5", "fields": 14, "open": True, "shut": False, "tags": ["a", "b"], "odd": {}},
    tags=("shop",),
)
OPPORTUNITY = Opportunity(
    "Hurry",
    "hurry",
    "Quickly",
    ("slow", "other#pain"),
    ("pay/csat",),
    customer_value=4,
    business_value=2,
    effort=1,
    owner="shop",
    actions=(
        Action("Cache", "cache", "Speed", "Images", "planned", "shop", "2026-11-01", "https://example.com"),
    ),
)
JOURNEY = journey_of(
    PAY,
    opportunities=(OPPORTUNITY,),
    insights=(Insight("Churns", "churn", "Orders", "web-analytics", "Write", "partial", ("survey", "lost")),),
    evidence=(Evidence("survey", "Survey Q3"),),
    personas=("mira",),
    local_personas=(Persona("mira", "Mira"),),
    segments=("new",),
    sources=("web-analytics",),
    owner="shop",
    objective=Objective("More"),
)
LANES = tuple(Lane(id, id) for id in ("heuristic", "fields", "open", "shut", "tags", "odd", "absent"))
PORTFOLIO = portfolio_of(
    JOURNEY,
    workspace=Workspace(lanes=(*LANES, Lane("hypothesis", "Hypothesis", "stage"))),
    channels=[Channel("web", "Web shop")],
    teams=[Team("shop", "Shop team")],
    systems=[System("bank", "The bank")],
    sources=[Source("web-analytics", "Web analytics")],
    segments=[Segment("new", "New visitors")],
    metrics=[Metric("csat", "Satisfaction", unit="of 5", owner="shop")],
    phases=[Phase("decision", "The decision")],
)
STAGE = JOURNEY.stages[0]
ROW = Row(PORTFOLIO, JOURNEY, STAGE, PAY, PAIN, OPPORTUNITY, OPPORTUNITY.actions[0], JOURNEY.insights[0])


def read(rows: str, path: str, row: Row = ROW) -> Any:
    field = find_field(PORTFOLIO, rows, path)
    assert field is not None, path
    return field(row)


@pytest.mark.parametrize(
    ("rows", "path", "value"),
    [
        ("stages", "title", "Stage"),
        ("stages", "phase", "Stage"),
        ("stages", "emotion", ("angry",)),
        ("stages", "emotion.score", -2),
        ("stages", "emotion.feelings", ("angry",)),
        ("stages", "motivations", ("Trust",)),
        ("stages", "channels", ("Web shop",)),
        ("stages", "touchpoints", ("Pay",)),
        ("stages", "touchpoints.web", ("Pay",)),
        ("stages", "touchpoints.*", ("Pay",)),
        ("stages", "needs", ("Total",)),
        ("stages", "expectations", ("Fast",)),
        ("stages", "thoughts", ("Why?",)),
        ("stages", "pains", ("Slow",)),
        ("stages", "gains", ("Done",)),
        ("stages", "opportunities", ("Hurry",)),
        ("stages", "owner", ""),
        ("stages", "fields.hypothesis", None),
        ("stages", "journey.owner", "Shop team"),
        ("stages", "journey.objective", "More"),
        ("stages", "journey.personas", ("Mira",)),
        ("stages", "journey.segments", ("New visitors",)),
        ("stages", "journey.sources", ("Web analytics",)),
        ("stages", "journey.channels", ("Web shop",)),
        ("stages", "journey.emotion.score", -2),
        ("touchpoints", "channel", ("Web shop",)),
        ("touchpoints", "owner", "Shop team"),
        ("touchpoints", "personas", ("Mira",)),
        ("touchpoints", "thought", ("Why?",)),
        ("touchpoints", "emotion", ("angry",)),
        ("touchpoints", "emotion.feelings", ("angry",)),
        ("touchpoints", "emotion.score", -2),
        ("touchpoints", "emotion.quote", ("No!",)),
        ("touchpoints", "emotion.confidence", ("partial",)),
        ("touchpoints", "pains", ("Slow",)),
        ("touchpoints", "gains", ("Done",)),
        ("touchpoints", "moment_of_truth", "yes"),
        ("touchpoints", "personalization", ("Prefilled",)),
        ("touchpoints", "sources", ("Web analytics",)),
        ("touchpoints", "systems", ("The bank",)),
        ("touchpoints", "opportunities", ("Hurry",)),
        ("touchpoints", "frontstage", ("Chat",)),
        ("touchpoints", "backstage", ("Check",)),
        ("touchpoints", "stage", "Stage"),
        ("touchpoints", "fields.heuristic", "#5"),
        ("touchpoints", "fields.fields", 14),
        ("touchpoints", "fields.open", "yes"),
        ("touchpoints", "fields.shut", "no"),
        ("touchpoints", "fields.tags", ("a", "b")),
        ("touchpoints", "fields.odd", None),
        ("touchpoints", "fields.absent", None),
        ("pains", "title", "Slow"),
        ("pains", "severity", "high"),
        ("pains", "personas", ("Mira",)),
        ("pains", "evidence", ("Survey Q3",)),
        ("pains", "opportunities", ("Hurry",)),
        ("pains", "touchpoint", "Pay"),
        ("pains", "touchpoint.action", "Pays"),
        ("opportunities", "score", 3),
        ("opportunities", "quadrant", "quick-win"),
        ("opportunities", "addresses", ("Slow", "other#pain")),
        ("opportunities", "kpis", ("pay/csat",)),
        ("opportunities", "owner", "Shop team"),
        ("opportunities", "actions", ("Cache",)),
        ("actions", "title", "Cache"),
        ("actions", "owner", "Shop team"),
        ("actions", "opportunity", "Hurry"),
        ("actions", "opportunity.effort", 1),
        ("insights", "title", "Churns"),
        ("insights", "source", "Web analytics"),
        ("insights", "evidence", ("Survey Q3", "lost")),
    ],
)
def test_fields_read_the_model(rows: str, path: str, value: object) -> None:
    """A field path gives the value a reader expects, with titles for ids."""
    assert read(rows, path) == value


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("id", "csat"),
        ("title", "Satisfaction"),
        ("address", "trip#pay/csat"),
        ("attached_to", "Pay"),
        ("baseline", 3),
        ("target", 4),
        ("actual", 3.5),
        ("warn", 0.5),
        ("gap", 1),
        ("unit", "of 5"),
        ("due", "2026-12-31"),
        ("owner", "Shop team"),
    ],
)
def test_kpi_fields(path: str, value: object) -> None:
    """A KPI's fields read the same on their own rows and on those of what they hang on."""
    row = ROW._replace(kpi=kpis_of(JOURNEY)[0])

    assert read("kpis", path, row) == value
    assert read("touchpoints", f"kpi.{path}", row) == value


def test_a_metric_nobody_declared_is_named_by_its_id() -> None:
    """A KPI of an unknown metric shows the id and no unit."""
    owned = kpis_of(JOURNEY)[0]
    row = ROW._replace(kpi=owned._replace(kpi=Kpi("speed", "speed", 2, 3)))

    assert read("kpis", "title", row) == "speed"
    assert read("kpis", "unit", row) == ""
    assert read("kpis", "gap", row) == 1


def test_a_stage_has_the_title_of_its_phase() -> None:
    """A phase comes out as its title."""
    assert read("stages", "phase", ROW._replace(stage=STAGE._replace(phase="decision"))) == "The decision"


@pytest.mark.parametrize("rows", FIELDS)
def test_every_listed_field_exists_and_can_be_read_from_an_empty_row(rows: str) -> None:
    """Each field that a message lists is there, and a row that lacks its owner has nothing to say."""
    empty = Row(PORTFOLIO, journey_of())
    for path in known_fields(PORTFOLIO, rows):
        value = read(rows, path, empty)
        assert value is None or rows == "journeys" or path.partition(".")[0] == "journey"


def test_unknown_fields_are_not_found() -> None:
    """A path that no row of the kind has is nothing, also for a channel that nobody knows."""
    assert find_field(PORTFOLIO, "stages", "focsu") is None
    assert find_field(PORTFOLIO, "stages", "touchpoints.fax") is None
    assert find_field(PORTFOLIO, "stages", "fields.heuristic") is None
    assert find_field(PORTFOLIO, "insights", "fields.heuristic") is None


def test_known_fields_begin_with_the_row_s_own() -> None:
    """Paths without a dot come first, and every channel and custom field is among them."""
    known = known_fields(PORTFOLIO, "stages")

    assert known[0] == "id"
    assert {"touchpoints.*", "fields.hypothesis"} <= set(known)
    dots = ["." in path for path in known]
    assert dots == sorted(dots)


def test_channels_in_use_need_no_declaration() -> None:
    """A stage can be asked for an undeclared channel that some journey uses."""
    portfolio = portfolio_of(JOURNEY)

    assert find_field(portfolio, "stages", "touchpoints.web") is not None


def test_items_have_addresses_that_hold_everywhere() -> None:
    """An address names the journey too; what has no id has none."""
    assert read("journeys", "address") == "trip"
    assert read("pains", "address") == "trip#slow"
    assert read("pains", "touchpoint.address") == "trip#pay"
    assert read("opportunities", "address") == "trip#hurry"
    assert read("pains", "address", ROW._replace(pain=Pain("Slow"))) == ""
    own = ROW._replace(kpi=OwnedKpi(JOURNEY, None, Kpi("nps", "nps")))
    assert read("kpis", "address", own) == "trip/nps"
    nameless = ROW._replace(kpi=OwnedKpi(Opportunity("Do it"), None, Kpi("nps", "nps")))
    assert read("kpis", "address", nameless) == ""


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("stages", ("Stage",)),
        ("touchpoints.count", 1),
        ("pains.count", 1),
        ("opportunities.count", 1),
        ("visibility", "internal"),
        ("file", ""),
        ("emotion.score", -2),
    ],
)
def test_a_journey_is_a_row_of_its_own(path: str, value: object) -> None:
    """A list of journeys reads the same fields that rows of its items have below `journey.`."""
    assert read("journeys", path) == value
    assert read("pains", f"journey.{path}") == value


def test_a_persona_is_a_row_of_its_own() -> None:
    """A persona says who she is and in which journeys; an inline one is of her journey alone."""
    mira = Persona("mira", "Mira", segment="new", channels=("web",), goals=("Run",))
    local = ROW._replace(persona=mira)
    shared = Row(PORTFOLIO, Journey("", ""), persona=mira)
    assert read("personas", "address", local) == "trip#mira"
    assert read("personas", "address", shared) == "mira"
    assert read("personas", "journeys", local) == ("trip",)
    assert read("personas", "journeys", shared) == (), "the journey means its own Mira"
    assert read("personas", "segment", shared) == "New visitors"
    assert read("personas", "segment", shared._replace(persona=Persona("a", "A", segment="odd"))) == "odd"
    assert read("personas", "channels", shared) == ("Web shop",)
    assert read("personas", "goals", shared) == ("Run",)
    assert read("personas", "file", shared) == ""


@pytest.mark.parametrize(
    ("rows", "path", "ids"),
    [
        ("pains", "touchpoint", ("pay",)),
        ("pains", "touchpoint.owner", ("shop",)),
        ("pains", "stage", ("stage",)),
        ("pains", "phase", None),
        ("pains", "stage.phase", ("",)),
        ("pains", "opportunities", ("hurry",)),
        ("pains", "personas", ("mira",)),
        ("pains", "evidence", ("survey",)),
        ("pains", "text", None),
        ("journeys", "owner", ("shop",)),
        ("journeys", "channels", ("web",)),
        ("journeys", "stages", ("stage",)),
        ("stages", "touchpoints", ("pay",)),
        ("stages", "channels", ("web",)),
        ("stages", "pains", ("slow",)),
        ("touchpoints", "channel", ("web",)),
        ("touchpoints", "systems", ("bank",)),
        ("touchpoints", "pains", ("slow",)),
        ("touchpoints", "gains", ()),
        ("touchpoints", "opportunities", ("hurry",)),
        ("touchpoints", "journey.segments", ("new",)),
        ("opportunities", "actions", ("cache",)),
        ("opportunities", "addresses", ("slow", "other#pain")),
        ("actions", "opportunity", ("hurry",)),
        ("actions", "owner", ("shop",)),
        ("insights", "source", ("web-analytics",)),
        ("kpis", "owner", ("shop",)),
        ("kpis", "title", ("csat",)),
        ("kpis", "attached_to", ("pay",)),
        ("touchpoints", "kpi", ("csat",)),
        ("personas", "segment", ()),
    ],
)
def test_behind_titles_stand_ids(rows: str, path: str, ids: tuple[str, ...] | None) -> None:
    """Fields that show titles of other things know their ids; the others have none."""
    reader = find_ids(rows, path)
    row = ROW._replace(kpi=kpis_of(JOURNEY)[0])
    assert (reader(row) if reader else None) == ids


def test_a_kpi_without_any_owner_has_no_owner_s_id() -> None:
    """Where neither the KPI nor its metric has an owner, there is no id."""
    reader = find_ids("kpis", "owner")
    assert reader is not None
    assert reader(ROW._replace(kpi=OwnedKpi(PAY, None, Kpi("x", "unknown")))) == ("",)
