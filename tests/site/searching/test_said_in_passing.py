"""What stands inside of things is found as well: gains, blueprint items, and what personas want."""

from journeymap.building.vocabulary import empty_library
from journeymap.model import Blueprint, BlueprintItem, Gain, Journey, Persona, Portfolio, Stage, Touchpoint
from journeymap.model.settings import Workspace
from journeymap.site.addresses import Atlas
from journeymap.site.searching.entries import Entry, list_entries


def list_small(lang: str = "") -> list[Entry]:
    """Return the entries of a journey whose parts say little, but say it in many places."""
    blueprint = Blueprint(
        frontstage=(BlueprintItem("The *courier* rings"),),
        backstage=(BlueprintItem("Route planning"), BlueprintItem("crm", system="crm")),
    )
    touchpoint = Touchpoint(
        "t",
        "Delivery",
        channels=("in-person",),
        summary="Parcel " * 60,
        gains=(Gain("Chat with the **driver**", "g"), Gain("A wave")),
        motivations=("Curiosity",),
        blueprint=blueprint,
    )
    journey = Journey("j", "J", (Stage("s", "S", touchpoints=(touchpoint,)),))
    persona = Persona(
        "p", "P", "R", quote="Be quick!", summary="Long " * 60, goals=("Save",), motivations=("Thrift",)
    )
    portfolio = Portfolio(Workspace(lang=lang), empty_library(), {"p": persona}, (journey,))
    ids = {"journey": {"j"}, "persona": {"p"}, "channel": {"in-person"}, "tag": {"VIP guests"}}
    return list_entries(portfolio, Atlas({kind: frozenset(some) for kind, some in ids.items()}))


def test_gains_are_found_like_pains() -> None:
    """A gain leads to its place, or without an id to that of its touchpoint, its marks left out."""
    gains = [(each.title, each.address) for each in list_small() if each.kind == "gain"]

    assert gains == [("Chat with the driver", "#g"), ("A wave", "#t")]


def test_a_touchpoint_is_found_by_its_blueprint() -> None:
    """Behind a long summary stand all items of the lanes, but no system's id that is only repeated."""
    (text,) = (each.text for each in list_small() if each.kind == "touchpoint")

    assert text.endswith("… · Curiosity · The courier rings · Route planning")


def test_a_persona_is_found_by_what_it_wants_and_says() -> None:
    """Goals and motivations are words of the persona, its quote an entry of its own."""
    entries = list_small()

    assert next(each.text for each in entries if each.kind == "persona").endswith(" · Save · Thrift")
    assert [each.title for each in entries if each.kind == "quote"] == ["Be quick!"]


def test_a_built_in_channel_is_found_in_the_language_of_the_site() -> None:
    """Readers type the word that the page shows."""
    assert [each.title for each in list_small("de") if each.kind == "channel"] == ["Persönlich"]


def test_a_tag_with_capitals_and_spaces_leads_to_its_page() -> None:
    """The address of a tag is the folder with the plain name."""
    (tag,) = (each for each in list_small() if each.kind == "tag")

    assert tag.title == "VIP guests"
    assert tag.address.startswith("tags/vip-guests-")
