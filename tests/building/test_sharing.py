"""A shared touchpoint's facts are the defaults of those that use it."""

from tests.building.maps import (
    LIBRARY,
    compile_in_shop,
    compile_maps,
    first_touchpoint,
    found,
    journey_text,
    places,
)


def test_facts_are_defaults() -> None:
    """What the journey does not say comes from the library, with its place there."""
    touchpoint = first_touchpoint(compile_in_shop(journey_text("uses: basket-page")))

    assert touchpoint.title == "Basket"
    assert touchpoint.channels == ("app",)
    assert (touchpoint.owner, touchpoint.systems, touchpoint.policies) == ("depot", ("till",), ("Cookies",))
    assert [kpi.metric for kpi in touchpoint.kpis] == ["conversion"]
    assert touchpoint.blueprint.backstage[0].text == "Stock check"
    assert touchpoint.kpis[0].at.file == "a.library.yaml"
    assert touchpoint.at.file == "j0.journey.yaml"


def test_a_field_in_the_journey_replaces_the_shared_one_whole() -> None:
    """Lists are not joined and mappings not merged."""
    lines = "uses: basket-page\nkpis: [csat]\nblueprint: {frontstage: [Chat]}\npolicies: []"
    touchpoint = first_touchpoint(compile_in_shop(journey_text(lines)))

    assert [kpi.metric for kpi in touchpoint.kpis] == ["csat"]
    assert touchpoint.blueprint.backstage == ()
    assert touchpoint.policies == ()


def test_shared_kpis_can_be_addressed() -> None:
    """A KPI that comes from the library is one of the touchpoint's own."""
    objective = "objective: {text: Sell, kpi: basket/conversion}"

    assert found(compile_in_shop(journey_text("uses: basket-page", objective))) == []


def test_a_former_id_still_shares() -> None:
    """A renamed shared touchpoint is found by its former id; the model holds the living one."""
    library = LIBRARY.replace("- id: basket-page", "- id: basket-page\n    aliases: [old-page]")
    touchpoint = first_touchpoint(compile_maps(journey_text("uses: old-page"), a__library__yaml=library))

    assert (touchpoint.uses, touchpoint.owner) == ("basket-page", "depot")


def test_a_fault_in_shared_facts_is_reported_in_the_library() -> None:
    """An unknown id there is one error at its place in the library, however many touchpoints use it."""
    library = LIBRARY.replace("owner: depot", "owner: nobody")
    compilation = compile_maps(
        journey_text("uses: basket-page"),
        journey_text("uses: basket-page").replace("id: shop", "id: other"),
        a__library__yaml=library,
    )

    assert places(compilation) == ["a.library.yaml:12:12"]


def test_touchpoints_that_share_nothing_are_untouched() -> None:
    """Beside one that uses a shared touchpoint, the others keep what they say and where."""
    compilation = compile_in_shop(journey_text("uses: basket-page"))
    checkout = compilation.portfolio.journeys[0].stages[0].touchpoints[1]

    assert (checkout.owner, checkout.pains[0].id) == ("", "late-cost")
    assert checkout.pains[0].at.pointer == ("stages", 0, "touchpoints", 1, "pains", 0)
