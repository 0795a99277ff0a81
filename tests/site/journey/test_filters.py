"""What the map can be narrowed to, and what its columns are found by."""

from typing import Any

from journeymap.model import Journey, Pain, Persona, Personalization, Stage, Touchpoint
from journeymap.rendering.map.journey_map import draw_map
from journeymap.site.addresses import Atlas
from journeymap.site.desk import Desk
from journeymap.site.journey.filters import Filter, list_filters
from journeymap.site.journey.map_view import show_map
from tests.site.samples import make_portfolio


def narrowed(*touchpoints: Touchpoint, **fields: Any) -> tuple[tuple[Filter, ...], list[str]]:
    """Return the filters of a journey, and what its columns are found by."""
    journey = Journey("j", "J", (Stage("s", "S", touchpoints=touchpoints), Stage("t", "T")))._replace(
        **fields
    )
    portfolio = make_portfolio()._replace(journeys=(journey,))
    desk = Desk(portfolio, Atlas(), "journeys/j/index.html", "en")
    drawn = draw_map(portfolio, journey)
    names = [point.names for point in show_map(desk, drawn).points]
    return list_filters(desk, journey, drawn.columns), names


def test_columns_are_found_by_people_segments_channels_and_pains() -> None:
    """A touchpoint for everyone is found by everyone's name, a stage without touchpoints by none."""
    filters, names = narrowed(
        Touchpoint("a", "A", channels=("web", "Notice board"), pains=(Pain("Slow"),)),
        Touchpoint(
            "b",
            "B",
            personas=("gift-buyer",),
            personalization=(Personalization("Card", segment="returning"), Personalization("Ribbon")),
        ),
        personas=("deal-hunter", "gift-buyer"),
    )

    assert names == [
        "persona:deal-hunter persona:gift-buyer segment:new-visitors channel:web channel:Notice_board pain",
        "persona:gift-buyer segment:returning",
        "",
    ]
    assert [(one.name, one.label) for one in filters] == [
        ("persona", "Persona"),
        ("segment", "Segment"),
        ("channel", "Channel"),
    ]
    assert filters[0].options == (
        ("deal-hunter", "Dana, the deal hunter"),
        ("gift-buyer", "Gus, the gift buyer"),
    )
    assert [title for _, title in filters[1].options] == ["New visitors", "Returning customers"]


def test_a_choice_that_changes_nothing_is_not_offered() -> None:
    """One persona everywhere and one channel everywhere leave nothing to choose."""
    journey = Journey(
        "j",
        "J",
        (Stage("s", "S", touchpoints=(Touchpoint("a", "A", channels=("web",)),)),),
        local_personas=(Persona("me", "Me"),),
    )
    portfolio = make_portfolio()._replace(journeys=(journey,))
    desk = Desk(portfolio, Atlas(), "x.html", "en")

    assert list_filters(desk, journey, draw_map(portfolio, journey).columns) == ()


def test_segments_of_a_journey_are_for_everyone_in_it() -> None:
    """A touchpoint that names nobody is for the journey's segments."""
    _, names = narrowed(
        Touchpoint("a", "A"), Touchpoint("b", "B", personas=("gift-buyer",)), segments=("returning",)
    )

    assert names[:2] == ["segment:returning", "persona:gift-buyer"]
