"""Pages that gather from all journeys: journeys, touchpoints, sources and evidence, tags, personas."""

import csv
import io
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.artifacts import unsafe_reason
from journeymap.model import (
    Emotion,
    Evidence,
    Exit,
    FeedbackLoop,
    Gain,
    Insight,
    Journey,
    Kpi,
    Metric,
    Opportunity,
    Pain,
    Persona,
    Portfolio,
    SharedTouchpoint,
    Stage,
    Touchpoint,
)
from journeymap.site.addresses import entity_path, name_folder
from journeymap.site.entities.evidence import find_claims
from tests.site.entities.planning import build_pages, find_grid, read_columns, read_links, read_rows
from tests.site.samples import make_journey, make_portfolio


def with_journeys(*journeys: Journey, **parts: Any) -> Portfolio:
    """Return the sample workspace with other journeys."""
    return make_portfolio()._replace(journeys=journeys, **parts)


def read_file(text: str) -> list[list[str]]:
    """Return the rows of a CSV file."""
    return list(csv.reader(io.StringIO(text)))


def test_all_journeys_stand_in_one_table() -> None:
    """A row says how a journey stands, who makes it, how it feels, what is wrong, and who looks after it."""
    grid = find_grid(build_pages()["journeys/index.html"], "journeys")

    assert read_columns(grid) == [
        "Journey",
        "State",
        "Personas",
        "Touchpoints",
        "Mean feeling",
        "Lowest point",
        "Pains",
        "Opportunities",
        "Owner",
        "Reviewed",
    ]
    assert read_rows(grid)[0] == [
        "First purchase, from search to review",
        "Current state Published",
        "Dana, the deal hunter, Gus, the gift buyer",
        "9 in 5 stages",
        "neutral +0.25",
        "very negative −2 Checkout page",
        "3",
        "2",
        "Checkout team",
        "1 October 2026",
    ]
    first = grid.rows[0]
    assert [tag.url for tag in first.cells[0].notes] == [
        "../tags/web/index.html",
        "../tags/growth/index.html",
    ]
    assert (first.cells[4].sort, first.cells[9].sort, first.cells[9].every) == ("0.25", "2026-10-01", 90)
    assert "published" in first.words
    assert "gus" in first.words


def test_journeys_are_a_file_too() -> None:
    """The file has a line for each journey, numbers as numbers, what is unknown empty."""
    header, first, *_, last = read_file(build_pages()["journeys/journeys.csv"])

    assert header[:3] == ["id", "title", "state"]
    row = dict(zip(header, first, strict=True))
    assert (row["mean feeling"], row["lowest point"], row["review every (days)"]) == (
        "0.25",
        "checkout",
        "90",
    )
    assert dict(zip(header, last, strict=True))["mean feeling"] == ""


def test_all_touchpoints_are_listed_beside_those_that_are_shared() -> None:
    """Shared touchpoints count their uses; below stand the touchpoints of all journeys."""
    shared = {"pay": SharedTouchpoint("pay", "Payment", "Pays.", ("web",), "logistics")}
    portfolio = make_portfolio()
    journey = Journey(
        "j",
        "J",
        (
            Stage(
                "s",
                "S",
                touchpoints=(
                    Touchpoint("t", "T", uses="pay", emotions=(Emotion(-1),), moment_of_truth=True),
                    Touchpoint("u", "U", channels=("web",), owner="logistics"),
                ),
            ),
        ),
    )
    library = portfolio.library._replace(touchpoints=shared)
    page = build_pages(portfolio._replace(library=library, journeys=(journey,)))["touchpoints/index.html"]

    assert read_rows(find_grid(page, "touchpoints")) == [
        ["Payment", "Web", "Logistics", "1", "1", "1", "negative −1"]
    ]
    assert read_rows(find_grid(page, "all")) == [
        ["T", "J", "Current state", "S", "", "", "negative −1"],
        ["U", "J", "Current state", "S", "Web", "Logistics", ""],
    ]
    assert find_grid(page, "all").rows[0].cells[0].items[0].mark == "truth"


def test_of_too_many_touchpoints_the_worst_are_shown() -> None:
    """The list is cut at 250, those that feel worst first, and the file has all."""
    touchpoints = tuple(
        Touchpoint(f"t{n}", f"T{n}", emotions=(Emotion(-2 if n == 290 else 1),) if n > 20 else ())
        for n in range(300)
    )
    pages = build_pages(with_journeys(Journey("j", "J", (Stage("s", "S", touchpoints=touchpoints),))))
    grid = find_grid(pages["touchpoints/index.html"], "all")

    assert len(grid.rows) == 250
    assert read_rows(grid)[0][0] == "T290"
    assert grid.intro == "The 250 that feel worst, of 300. The file has all of them."
    assert (grid.more.text, grid.more.url) == ("and 50 more", "touchpoints.csv")
    assert len(read_file(pages["touchpoints/touchpoints.csv"])) == 301


def test_a_shared_touchpoint_tells_its_facts_and_what_hurts_there() -> None:
    """Its page has the shared facts, the pains of every journey, the gravest first, and its KPIs."""
    shared = SharedTouchpoint(
        "pay",
        "Payment",
        channels=("web",),
        owner="logistics",
        systems=("payment-gateway",),
        policies=("Ask *once*",),
        sources=("survey",),
        events=("paid",),
        kpis=(Kpi("csat", "csat", 3, 4),),
    )
    pains = (Pain("Small", "small", "low"), Pain("Unjudged", "unjudged"), Pain("Big", "big", "critical"))
    journey = Journey(
        "j", "J", (Stage("s", "S", touchpoints=(Touchpoint("t", "T", uses="pay", pains=pains),)),)
    )
    portfolio = with_journeys(journey)
    portfolio = portfolio._replace(library=portfolio.library._replace(touchpoints={"pay": shared}))
    page = build_pages(portfolio)["touchpoints/pay/index.html"]

    assert {fact.label for fact in page.facts} == {
        "Channel",
        "Owner",
        "Systems",
        "Data sources",
        "Policies",
        "Events",
    }
    assert [row[0] for row in read_rows(find_grid(page, "pains"))] == ["Big", "Small", "Unjudged"]
    assert read_rows(find_grid(page, "kpis")) == [["Checkout satisfaction", "3 → 4"]]


def test_evidence_says_what_rests_on_it() -> None:
    """Each piece has its kind, date, sample and source, and what is claimed on it, the latest first."""
    older = Evidence("diary", "Diaries", "diary", date="2025-01-31")
    journey = make_journey()
    journey = journey._replace(evidence=(older, *journey.evidence))
    grid = find_grid(build_pages(with_journeys(journey))["sources/index.html"], "evidence")

    assert read_rows(grid) == [
        [
            "Post-purchase survey Q3",
            "Survey",
            "30 September 2026",
            "412",
            "Post-purchase survey",
            "First purchase, from search to review",
            "Searches for shoes, Checkout page, Delivery cost appears on the last page",
        ],
        ["Diaries", "Diary study", "31 January 2025", "", "", "First purchase, from search to review", ""],
    ]
    assert grid.rows[0].cells[2].sort == "2026-09-30"


def test_evidence_that_was_taken_over_is_listed_once() -> None:
    """A journey that extends another brings its own evidence only; the file keeps to that."""
    pages = build_pages()

    assert len(find_grid(pages["sources/index.html"], "evidence").rows) == 1
    assert len(read_file(pages["sources/evidence.csv"])) == 2


def test_claims_are_found_wherever_they_are_made() -> None:
    """Emotions, pains, gains, insights and people claim on evidence, also on that of another journey."""
    there = ("other#e",)
    touchpoint = Touchpoint(
        "t",
        "T",
        emotions=(Emotion(1, evidence=there),),
        pains=(Pain("P", "p", evidence=("e",)),),
        gains=(Gain("G", "g", evidence=there),),
    )
    journey = Journey(
        "j",
        "J",
        (Stage("s", "S", emotions=(Emotion(0, evidence=there),), touchpoints=(touchpoint,)),),
        insights=(Insight("I", "i", evidence=there),),
        local_personas=(Persona("l", "L", evidence=there),),
    )
    shared = {"q": Persona("q", "Q", evidence=there)}
    claims = find_claims(with_journeys(journey, personas=shared))

    assert [claim.part.id for claim in claims["other", "e"]] == ["s", "t", "g", "i", "l", "q"]
    assert [claim.part.id for claim in claims["j", "e"]] == ["p"]


def test_people_are_linked_where_evidence_supports_them() -> None:
    """A persona that rests on evidence is named and leads to its page; evidence keeps its former id."""
    evidence = Evidence("new-id", "Talks", aliases=("e",))
    journey = Journey("j", "J", evidence=(evidence,))
    shared = {"q": Persona("q", "Q", evidence=("j#e",))}
    pages = build_pages(with_journeys(journey, personas=shared))
    grid = find_grid(pages["sources/index.html"], "evidence")

    assert read_rows(grid)[0][-1] == "Q"
    assert "../personas/q/index.html" in read_links(grid)
    assert read_file(pages["sources/evidence.csv"])[1][-1] == "Q"
    drawn = find_grid(pages["personas/q/index.html"], "evidence")
    assert read_rows(drawn) == [["Talks", "Other"]]


def test_a_source_tells_what_comes_from_it() -> None:
    """Evidence, insights, feedback loops and metrics of a source stand on its page."""
    portfolio = make_portfolio()
    loops = (FeedbackLoop("", "survey", 86_400), FeedbackLoop("nps", "survey", text="Ask", owner="logistics"))
    journey = make_journey()._replace(
        feedback_loops=loops, insights=(Insight("They *leave*", "leave", "Visits", "survey"),)
    )
    library = portfolio.library._replace(metrics={"m": Metric("m", "M", source="survey", owner="logistics")})
    pages = build_pages(portfolio._replace(journeys=(journey,), library=library))
    page = pages["sources/survey/index.html"]

    assert [grid.id for grid in page.grids] == ["evidence", "insights", "feedback", "metrics"]
    assert read_rows(find_grid(page, "insights"))[0][:2] == ["They leave", "Visits"]
    assert read_rows(find_grid(page, "feedback")) == [
        ["Feedback loop", "1 day", "", "First purchase, from search to review"],
        ["Ask", "", "Logistics", "First purchase, from search to review"],
    ]
    assert read_rows(find_grid(page, "metrics")) == [["M", "Logistics"]]


def test_a_tag_gathers_everything_that_carries_it() -> None:
    """A tag's page has a table for each kind of things, entries of the library included."""
    tags = ("late",)
    touchpoint = Touchpoint(
        "t", "T", pains=(Pain("It is **late**", "p", tags=tags),), gains=(Gain("G", "g", tags=tags),)
    )
    journey = Journey(
        "j",
        "J",
        (Stage("s", "S", touchpoints=(touchpoint,), tags=tags),),
        tags=tags,
        opportunities=(Opportunity("O", "o", tags=tags),),
        exits=(Exit("x", "X", tags=tags),),
        local_personas=(Persona("l", "L", tags=tags),),
    )
    portfolio = with_journeys(journey)
    library = portfolio.library
    team = library.teams["logistics"]._replace(tags=tags)
    portfolio = portfolio._replace(library=library._replace(teams={"logistics": team}))
    pages = build_pages(portfolio)
    page = pages["tags/late/index.html"]

    assert {grid.id: [row[0] for row in read_rows(grid)] for grid in page.grids} == {
        "journeys": ["J"],
        "stages": ["S"],
        "pains": ["It is late"],
        "gains": ["G"],
        "opportunities": ["O"],
        "exits": ["X"],
        "personas": ["L"],
        "teams": ["Logistics"],
    }
    assert read_rows(find_grid(pages["tags/index.html"], "tags")) == [["late", "8", "1"]]
    assert page.used is None


def test_a_tag_that_is_no_name_for_a_folder_has_a_page_all_the_same() -> None:
    """A tag with capitals, spaces, foreign letters or signs has a page in a folder with a plain name."""
    tags = ("Growth & more", "../up", "日本", "a" * 65, "fine-1")
    pages = build_pages(with_journeys(Journey("j", "J", tags=tags)))

    assert {path for path in pages if path.startswith("tags/") and path.endswith("html")} == {
        "tags/index.html",
        "tags/fine-1/index.html",
        *(entity_path("tag", tag) for tag in tags),
    }
    assert {pages[entity_path("tag", tag)].title for tag in tags} == set(tags)
    notes = find_grid(pages["journeys/index.html"], "journeys").rows[0].cells[0].notes
    assert [(note.text.text, note.url) for note in notes][:2] == [
        ("Growth &amp; more", f"../{entity_path('tag', 'Growth & more')}"),
        ("../up", f"../{entity_path('tag', '../up')}"),
    ]
    assert re.fullmatch(r"tags/growth-more-[0-9a-f]{8}/index\.html", entity_path("tag", "Growth & more"))


@given(st.text(min_size=1, max_size=90), st.text(min_size=1, max_size=90))
def test_no_two_tags_share_a_folder(one: str, other: str) -> None:
    """Folders of tags are plain, short names, and those of different tags are different everywhere."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name_folder(one))
    assert len(name_folder(one)) <= 64
    assert (name_folder(one) == name_folder(other)) == (one == other)


@pytest.mark.parametrize(("one", "other"), [("VIP", "vip"), ("a b", "a-b"), ("Größe", "große"), ("é", "e")])
def test_tags_that_look_alike_keep_their_own_pages(one: str, other: str) -> None:
    """Tags that come to the same plain name are told apart, also on disks that know no capitals."""
    assert name_folder(one).casefold() != name_folder(other).casefold()


@pytest.mark.parametrize("tag", ["con", "aux", "lpt1"])
def test_a_tag_that_windows_reserves_has_another_folder(tag: str) -> None:
    """A tag is any text and no id, so that nobody has to rename it: its folder has its mark."""
    assert not unsafe_reason(entity_path("tag", tag))
    assert name_folder(tag).startswith(f"{tag}-")


def test_people_are_cards_those_of_one_journey_included() -> None:
    """Each persona has a card with its journeys and mean feeling; one written in a journey leads there."""
    local = Persona("visitor", "A visitor")
    journey = make_journey()._replace(personas=("deal-hunter", "visitor"), local_personas=(local,))
    page = build_pages(with_journeys(journey))["personas/index.html"]

    cards = {card.person.name: card for card in page.people}
    assert list(cards) == ["Dana, the deal hunter", "Gus, the gift buyer", "A visitor"]
    assert cards["Dana, the deal hunter"].journeys == "1 journey"
    assert cards["Dana, the deal hunter"].segment == "New visitors"
    assert cards["Gus, the gift buyer"].journeys == "no journey yet"
    assert cards["Gus, the gift buyer"].mood is None
    assert cards["A visitor"].person.url == "../journeys/first-purchase/index.html#persona_visitor"


def test_a_persona_tells_where_they_feel_best_and_worst() -> None:
    """The best and worst of their own scores, what hurts them, and what would help."""
    page = build_pages()["personas/deal-hunter/index.html"]
    best, worst = page.extremes

    assert read_rows(best)[0][:2] == ["Asks in the chat", "very positive +2"]
    assert [row[0] for row in read_rows(worst)] == ["Checkout page", "Gets a reminder"]
    assert [row[:2] for row in read_rows(find_grid(page, "pains"))] == [
        ["Delivery cost appears on the last page", "High severity"],
        ["Width is missing for half of the shoes", "Medium severity"],
        ["An account is forced", ""],
    ]
    assert [row[0] for row in read_rows(find_grid(page, "opportunities"))] == [
        "Show the delivery cost in the basket",
        "Ask makers for the width",
    ]
    assert page.figures[-1].label == "mean feeling"
    assert [fact.items[0].url for fact in page.persona.traits if fact.label in {"Segment", "Channels"}] == [
        "../../segments/new-visitors/index.html",
        "../../channels/search/index.html",
    ]


def test_pains_of_others_do_not_concern_a_persona() -> None:
    """A pain, or a touchpoint, that names whom it concerns concerns nobody else."""
    pains = (Pain("Theirs", "a", personas=("gift-buyer",)), Pain("Of all", "b"))
    touchpoints = (
        Touchpoint("t", "T", pains=pains),
        Touchpoint("u", "U", pains=(Pain("Elsewhere", "c"),), personas=("gift-buyer",)),
    )
    journey = Journey(
        "j", "J", (Stage("s", "S", touchpoints=touchpoints),), personas=("deal-hunter", "gift-buyer")
    )
    page = build_pages(with_journeys(journey))["personas/deal-hunter/index.html"]

    assert [row[0] for row in read_rows(find_grid(page, "pains"))] == ["Of all"]
    assert page.extremes == ()


def test_a_persona_of_many_journeys_shows_some_as_cards() -> None:
    """Six journeys are cards, the others are counted and stand in the table."""
    many = tuple(Journey(f"j{n}", f"J{n}", personas=("gift-buyer",)) for n in range(9))
    pages = build_pages(with_journeys(*many))
    page = pages["personas/gift-buyer/index.html"]

    assert (len(page.journeys), page.more, len(page.used.rows)) == (6, "and 3 more", 9)
    assert read_rows(page.used)[0] == ["J0", "Whole journey"]
    assert page.grids == ()
    assert "personas/gift-buyer/used-in.csv" in pages


def test_a_persona_without_a_journey_has_a_page_and_no_file() -> None:
    """Who makes no journey yet is somebody all the same; a journey's own of the same id is another."""
    local = Persona("gift-buyer", "Another")
    journey = Journey("j", "J", personas=("gift-buyer",), local_personas=(local,))
    pages = build_pages(with_journeys(journey))

    assert pages["personas/gift-buyer/index.html"].journeys == ()
    assert "personas/deal-hunter/used-in.csv" not in pages
    assert pages["personas/deal-hunter/index.html"].used is None


def test_a_persona_drawn_from_nothing_known_has_no_such_table() -> None:
    """Evidence that is nowhere is left out."""
    persona = Persona("p", "P", evidence=("gone#e", "j#gone", "bare"))
    pages = build_pages(
        with_journeys(Journey("j", "J", evidence=(Evidence("e", "E"),)), personas={"p": persona})
    )

    assert pages["personas/p/index.html"].grids == ()
