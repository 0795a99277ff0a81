"""What belongs to an entry: the blast of a system, the things of a team, what is made for a segment."""

from typing import Any

from journeymap.model import (
    Action,
    Journey,
    Kpi,
    Metric,
    Opportunity,
    Persona,
    Personalization,
    Portfolio,
    SharedTouchpoint,
    Stage,
    System,
    Touchpoint,
)
from tests.site.entities.planning import build_pages, find_grid, read_links, read_rows
from tests.site.samples import make_journey, make_portfolio

SYSTEM = "systems/payment-gateway/index.html"


def with_one_journey(journey: Journey, **library: Any) -> Portfolio:
    """Return the sample workspace with one journey, and some of its library replaced."""
    portfolio = make_portfolio()
    return portfolio._replace(journeys=(journey,), library=portfolio.library._replace(**library))


def test_a_system_shows_what_its_failure_would_touch() -> None:
    """Journeys, stages, touchpoints, moments of truth, people and KPIs at stake are counted, today's only."""
    page = build_pages()[SYSTEM]

    assert [(figure.value, figure.label) for figure in page.figures] == [
        ("1", "journey"),
        ("1", "stage"),
        ("1", "touchpoint"),
        ("1", "moment of truth"),
        ("2", "personas"),
        ("3", "KPIs at stake"),
    ]
    assert [grid.title for grid in page.grids] == [
        "What a failure would touch",
        "Who would feel it",
        "KPIs at stake",
    ]
    assert page.used is None, "the page begins with it"


def test_a_blast_goes_through_the_lanes_of_a_blueprint() -> None:
    """A system that only supports a touchpoint behind the scenes counts like one it names."""
    journey = make_journey()
    stages = tuple(
        stage._replace(touchpoints=tuple(each._replace(systems=()) for each in stage.touchpoints))
        for stage in journey.stages
    )
    page = build_pages(with_one_journey(journey._replace(stages=stages)))[SYSTEM]

    assert [row[2] for row in read_rows(find_grid(page, "used"))] == ["1"]
    assert read_rows(find_grid(page, "used"))[0][1] == "Checkout page"


def test_kpis_at_stake_are_those_of_the_touchpoints_and_their_stages() -> None:
    """What is measured at the place or in the stage around it is at stake, each said once."""
    rows = read_rows(find_grid(build_pages()[SYSTEM], "kpis"))

    assert rows == [
        [
            "Contacts per order",
            "Decision, First purchase, from search to review",
            "0.31 → 0.2",
            "Checkout team",
        ],
        [
            "Checkout conversion",
            "Checkout page, First purchase, from search to review",
            "31 → 38%",
            "Checkout team",
        ],
        ["Checkout satisfaction", "Checkout page, First purchase, from search to review", "3.1 → 4.2", ""],
    ]


def test_only_those_whom_a_touchpoint_concerns_would_feel_it() -> None:
    """A touchpoint for one persona is not felt by another; one written in the journey is linked there."""
    local = Persona("visitor", "A visitor")
    touchpoint = Touchpoint("t", "Pays", systems=("payment-gateway",), personas=("visitor",))
    journey = Journey(
        "j",
        "J",
        (Stage("s", "S", touchpoints=(touchpoint,)),),
        personas=("visitor", "deal-hunter"),
        local_personas=(local,),
    )
    people = find_grid(build_pages(with_one_journey(journey))[SYSTEM], "people")

    assert read_rows(people) == [["A visitor", "Pays"]]
    assert read_links(people)[0] == "../../journeys/j/index.html#persona_visitor"


def test_shared_touchpoints_that_depend_on_a_system_are_named() -> None:
    """A shared touchpoint runs on the system whether or not a journey uses it."""
    shared = {"pay": SharedTouchpoint("pay", "Pays", owner="logistics", systems=("payment-gateway",))}
    page = build_pages(with_one_journey(Journey("j", "J"), touchpoints=shared))[SYSTEM]

    assert read_rows(find_grid(page, "shared")) == [["Pays", "Logistics"]]
    assert page.notice == "No journey uses it."


def test_a_team_sees_all_that_is_its_own() -> None:
    """Journeys, touchpoints, KPIs and opportunities of a team stand in tables of their own."""
    page = build_pages()["teams/checkout-team/index.html"]

    assert [grid.id for grid in page.grids] == ["journeys", "touchpoints", "opportunities", "kpis", "shared"]
    assert read_rows(find_grid(page, "journeys"))[0] == [
        "First purchase, from search to review",
        "Current state",
        "9",
        "neutral +0.25",
        "1 October 2026",
    ]
    assert read_rows(find_grid(page, "shared")) == [["Payment gateway", "System"]]
    assert read_rows(find_grid(page, "opportunities")) == [
        ["Show the delivery cost in the basket", "First purchase, from search to review", "Planned"]
    ]


def test_what_a_journey_took_over_is_not_listed_twice() -> None:
    """A touchpoint that an overlay leaves as it is stands in the team's table once, a changed one twice."""
    rows = read_rows(find_grid(build_pages()["teams/checkout-team/index.html"], "touchpoints"))

    assert [row[1:3] for row in rows] == [
        ["First purchase, from search to review", "very negative −2"],
        ["First purchase, without surprises", "positive +1"],
    ]


def test_an_action_and_a_stage_may_have_another_owner() -> None:
    """Of an opportunity of others a team sees its own action; a stage and a metric of its own as well."""
    action = Action("Ask the carrier", "ask", owner="logistics", status="planned", due="2027-01-31")
    journey = Journey(
        "j",
        "J",
        (Stage("s", "Sending", owner="logistics"),),
        opportunities=(Opportunity("Faster", "faster", owner="checkout-team", actions=(action,)),),
    )
    metrics = {"speed": Metric("speed", "Speed", owner="logistics")}
    page = build_pages(with_one_journey(journey, metrics=metrics))["teams/logistics/index.html"]

    assert [grid.id for grid in page.grids] == ["stages", "actions", "shared"]
    assert read_rows(find_grid(page, "actions")) == [
        ["Ask the carrier", "Faster", "Planned", "31 January 2027"]
    ]
    assert read_rows(find_grid(page, "stages")) == [["Sending", "J"]]
    assert find_grid(page, "actions").rows[0].cells[3].sort == "2027-01-31"


def test_a_list_of_teams_counts_what_they_own_today() -> None:
    """What is to be does not count; systems do, whatever the journeys."""
    rows = read_rows(find_grid(build_pages()["teams/index.html"], "teams"))

    assert rows[0] == ["Checkout team", "Product", "1", "1", "1", "2", "1", "very negative −2"]


def test_a_kpi_of_a_whole_journey_says_so_once() -> None:
    """A KPI that hangs on the journey itself names it without a place in it."""
    journey = Journey("j", "J", kpis=(Kpi("csat", "csat", owner="logistics", due="2027-03-01"),))
    page = build_pages(with_one_journey(journey))["teams/logistics/index.html"]

    assert read_rows(find_grid(page, "kpis")) == [["Checkout satisfaction", "J", "1 March 2027"]]


def test_a_channel_is_told_along_the_lifecycle() -> None:
    """In each phase, in the order of the lifecycle: touchpoints, moments of truth, and how it feels."""
    page = build_pages()["channels/web/index.html"]

    assert read_rows(find_grid(page, "phases")) == [
        ["Awareness", "1", "", "positive +1"],
        ["Consideration", "1", "", "neutral +0.5"],
        ["Decision", "2", "1", "negative −1"],
    ]
    assert read_rows(find_grid(page, "personas")) == [
        ["Dana, the deal hunter", "Runs three times a week, compares every price"]
    ]


def test_a_phase_that_nobody_declared_is_spelled() -> None:
    """A phase without an entry in the library is called by its id."""
    stage = Stage("s", "S", phase="after-life", touchpoints=(Touchpoint("t", "T", channels=("web",)),))
    page = build_pages(with_one_journey(Journey("j", "J", (stage,))))["channels/web/index.html"]

    assert read_rows(find_grid(page, "phases")) == [["After life", "1"]]


def test_a_phase_tells_its_stages_and_channels() -> None:
    """A phase is used by stages, and what is felt there is that of their touchpoints."""
    page = build_pages()["stages/retention/index.html"]

    assert read_rows(find_grid(page, "channels")) == [["Email", "1"], ["Post", "1"]]
    assert read_rows(find_grid(page, "used"))[0] == [
        "First purchase, from search to review",
        "Current state",
        "After the purchase",
        "positive +1.5",
    ]


def test_a_segment_tells_who_belongs_to_it_and_what_is_made_for_it() -> None:
    """Personas of a segment, and what is different for it where, on which data, with what consent."""
    pages = build_pages()

    assert read_rows(find_grid(pages["segments/new-visitors/index.html"], "personas")) == [
        ["Dana, the deal hunter", "Runs three times a week, compares every price", "Researched"]
    ]
    assert read_rows(find_grid(pages["segments/returning/index.html"], "personalization"))[0] == [
        "Checkout page, First purchase, from search to review",
        "Address prefilled",
        "Web analytics",
        "Consent required",
    ]
    assert [figure.label for figure in pages["segments/new-visitors/index.html"].figures] == [
        "journey",
        "persona",
    ]


def test_what_is_made_for_others_is_not_the_segments() -> None:
    """A touchpoint that is personalised for two segments tells each its own."""
    rules = (Personalization("Theirs", "returning"), Personalization("Ours", "new-visitors"))
    touchpoint = Touchpoint("t", "T", personalization=rules)
    journey = Journey("j", "J", (Stage("s", "S", touchpoints=(touchpoint,)),))
    page = build_pages(with_one_journey(journey))["segments/new-visitors/index.html"]

    assert [row[1] for row in read_rows(find_grid(page, "personalization"))] == ["Ours"]


def test_an_internal_system_without_an_owner_is_plain() -> None:
    """A system of which nobody says anything has its page all the same."""
    page = build_pages(with_one_journey(Journey("j", "J"), systems={"s": System("s", "S", url="ftp://x")}))[
        "systems/s/index.html"
    ]

    assert [(fact.label, fact.items[0].url) for fact in page.facts] == [("Link", "")]
