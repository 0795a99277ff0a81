"""Gathered lists and evidence coverage."""

from journeymap.model import (
    Action,
    Channel,
    Emotion,
    Gain,
    Insight,
    Kpi,
    Opportunity,
    Pain,
    Persona,
    Stage,
    Touchpoint,
)
from journeymap.model.summaries import (
    Coverage,
    actions_of,
    channel_title,
    evidence_coverage,
    journey_channels,
    kpis_of,
    moments_of_truth,
    opportunities_for,
    opportunities_within,
    pains_of,
    stage_channels,
    stage_motivations,
)
from tests.model.samples import journey_of, portfolio_of

PAY = Touchpoint(
    "pay",
    "Pay",
    channels=("web", "app"),
    motivations=("Haste", "Trust"),
    pains=(Pain("Slow", "slow"), Pain("Ugly")),
    kpis=(Kpi("conversion", "conversion"),),
    moment_of_truth=True,
)
SHIP = Touchpoint("ship", "Ship", channels=("email", "web"), motivations=("Trust",))


def test_stages_gather_in_touchpoint_order() -> None:
    """Channels and motivations are listed once, in the order of the touchpoints."""
    stage = Stage("s", "S", touchpoints=(PAY, SHIP))

    assert stage_channels(stage) == ("web", "app", "email")
    assert stage_motivations(stage) == ("Haste", "Trust")
    assert stage_motivations(stage._replace(motivations=("Calm",))) == ("Calm",)
    assert journey_channels(journey_of(SHIP, PAY)) == ("email", "web", "app")


def test_channels_have_titles() -> None:
    """A declared channel has its title; any other is its id in words."""
    portfolio = portfolio_of(channels=[Channel("web", "Web shop")])

    assert channel_title(portfolio, "web") == "Web shop"
    assert channel_title(portfolio, "word-of-mouth") == "Word of mouth"
    assert channel_title(portfolio, "sms") == "SMS"


def test_lists_know_their_owners() -> None:
    """Pains, actions and KPIs come with what they belong to."""
    opportunity = Opportunity("Hurry", "hurry", actions=(Action("Cache"),), own_kpis=(Kpi("speed", "speed"),))
    journey = journey_of(PAY, SHIP, opportunities=(opportunity,), kpis=(Kpi("nps", "nps"),))
    journey = journey._replace(stages=(journey.stages[0]._replace(kpis=(Kpi("reach", "reach"),)),))

    assert [(owned.touchpoint.id, owned.pain.text) for owned in pains_of(journey)] == [
        ("pay", "Slow"),
        ("pay", "Ugly"),
    ]
    assert [(owned.opportunity.id, owned.action.text) for owned in actions_of(journey)] == [
        ("hurry", "Cache")
    ]
    assert [owned.address for owned in kpis_of(journey)] == [
        "trip/nps",
        "stage/reach",
        "pay/conversion",
        "hurry/speed",
    ]
    assert [touchpoint.id for touchpoint in moments_of_truth(journey)] == ["pay"]


def test_opportunities_address_pains_by_id_alias_or_address() -> None:
    """An opportunity finds a pain by its id, a former id, or its address; one without id cannot be found."""
    pain = Pain("Slow", "slow", aliases=("sluggish",))
    chances = tuple(
        Opportunity(f"O{number}", addresses=(address,))
        for number, address in enumerate(["slow", "sluggish", "trip#slow", "other#slow", ""])
    )
    journey = journey_of(PAY._replace(pains=(Pain("Ugly"), pain)), opportunities=chances)

    assert [each.title for each in opportunities_for(journey, pain)] == ["O0", "O1", "O2"]
    assert opportunities_for(journey, Pain("Ugly")) == ()
    assert opportunities_within(journey, journey.stages[0].touchpoints[0]) == chances[:3]


def test_coverage_counts_claims_that_are_more_than_assumed() -> None:
    """Emotions, pains, gains, insights and personas are claims; nothing claimed has no share."""
    touchpoint = Touchpoint(
        "t",
        "T",
        emotions=(Emotion(1, confidence="researched"),),
        pains=(Pain("P"),),
        gains=(Gain("G", confidence="partial"),),
    )
    journey = journey_of(touchpoint, insights=(Insight("I", confidence="measured"),))
    journey = journey._replace(stages=(journey.stages[0]._replace(emotions=(Emotion(0),)),))

    assert evidence_coverage(journey) == Coverage(3, 5)
    assert evidence_coverage(journey, [Persona("p", "P", confidence="partial")]).share == 4 / 6
    assert evidence_coverage(journey_of()).share is None
