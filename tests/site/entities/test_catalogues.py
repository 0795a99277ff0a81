"""Pages of what journeys share: what is listed, what an entry says, and where it is used."""

from typing import Any

import pytest

from journeymap.model import Deprecation, Journey, Kpi, Portfolio, Source, Stage, System, Team, Touchpoint
from journeymap.site.entities.journeys import MOST
from journeymap.site.grids import Grid
from tests.site.entities.planning import build_pages, find_grid, read_columns, read_links, read_rows
from tests.site.samples import make_journey, make_portfolio


def with_library(**changes: Any) -> Portfolio:
    """Return the sample workspace with some of its library replaced."""
    portfolio = make_portfolio()
    return portfolio._replace(library=portfolio.library._replace(**changes))


def test_every_kind_has_a_list_and_a_page_for_each_entry() -> None:
    """What is declared has its page, and each kind one that lists them."""
    pages = build_pages()

    assert {
        "journeys/index.html",
        "personas/index.html",
        "touchpoints/index.html",
        "channels/index.html",
        "channels/web/index.html",
        "stages/index.html",
        "stages/decision/index.html",
        "teams/index.html",
        "teams/logistics/index.html",
        "systems/payment-gateway/index.html",
        "segments/returning/index.html",
        "sources/index.html",
        "sources/survey/index.html",
        "tags/index.html",
        "tags/growth/index.html",
    } <= set(pages)


def test_a_workspace_without_a_library_has_what_its_journeys_say() -> None:
    """Journeys and touchpoints are listed, and nothing of what is not there."""
    portfolio = make_portfolio()
    empty = portfolio.library._replace(
        **{field: {} for field in portfolio.library._fields if field not in {"channels", "phases"}}
    )
    stage = Stage("s", "S", touchpoints=(Touchpoint("t", "T"),))
    pages = build_pages(
        portfolio._replace(library=empty, personas={}, journeys=(Journey("j", "J", (stage,)),))
    )

    assert [path for path in pages if path.endswith(".html")] == [
        "journeys/index.html",
        "touchpoints/index.html",
    ]


def test_a_journey_of_nothing_needs_no_list_of_touchpoints() -> None:
    """Where no journey has a touchpoint there is no page of touchpoints, rather than an empty table."""
    pages = build_pages(make_portfolio()._replace(journeys=(Journey("j", "J"),)))

    assert "touchpoints/index.html" not in pages
    assert "touchpoints/touchpoints.csv" not in pages
    assert "journeys/index.html" in pages


def test_a_list_counts_what_is_there_today() -> None:
    """Journeys to be and retired ones count for nothing in numbers and feelings, and the page says so."""
    grid = find_grid(build_pages()["systems/index.html"], "systems")

    assert read_columns(grid) == [
        "System",
        "Owner",
        "Kind",
        "Journeys",
        "Touchpoints",
        "Moments of truth",
        "Mean feeling",
    ]
    assert read_rows(grid) == [
        ["Payment gateway", "Checkout team", "Third party", "1", "1", "1", "very negative −2"]
    ]
    assert grid.intro.startswith("Numbers and feelings are those of today")


def test_where_all_is_today_nothing_needs_to_be_said() -> None:
    """With journeys of today only, neither list nor page explains what they count."""
    pages = build_pages(make_portfolio()._replace(journeys=(make_journey(),)))
    used = find_grid(pages["systems/payment-gateway/index.html"], "used")

    assert find_grid(pages["systems/index.html"], "systems").intro == ""
    assert used.intro == ""
    assert "State" not in read_columns(used)


def test_an_entry_says_where_it_is_used_one_row_a_journey() -> None:
    """Each journey is one row, its places linked to their anchors, with how it feels there."""
    used = find_grid(build_pages()["channels/email/index.html"], "used")

    assert read_columns(used) == ["Journey", "State", "Where", "Mean feeling there"]
    assert read_rows(used)[0] == [
        "First purchase, from search to review",
        "Current state",
        "Gets a reminder, Waits for the parcel",
        "negative −1",
    ]
    assert "../../journeys/first-purchase/index.html#reminder" in read_links(used)


def test_many_places_are_named_in_part_and_counted() -> None:
    """A row names six places of many and counts the others; the file has all of them."""
    touchpoints = tuple(Touchpoint(f"t{n}", f"Moment {n}", channels=("web",)) for n in range(20))
    journey = Journey("j", "J", (Stage("s", "S", touchpoints=touchpoints),))
    pages = build_pages(make_portfolio()._replace(journeys=(journey,)))

    [[_, where]] = read_rows(find_grid(pages["channels/web/index.html"], "used"))
    assert where == "Moment 0, Moment 1, Moment 2, Moment 3, Moment 4, Moment 5, and 14 more"
    assert pages["channels/web/used-in.csv"].count("\r\n") == 21


def test_many_journeys_are_cut_with_the_way_to_all() -> None:
    """A page shows a hundred journeys and leads to the file that has every one."""
    many = tuple(make_journey()._replace(id=f"j{n}", title=f"Journey {n}") for n in range(130))
    pages = build_pages(make_portfolio()._replace(journeys=many))
    page = pages["teams/checkout-team/index.html"]
    used = find_grid(page, "used")

    assert len(used.rows) == 100
    assert (used.more.text, used.more.url) == ("and 30 more", "used-in.csv")
    touchpoints = find_grid(page, "touchpoints")
    assert (len(touchpoints.rows), touchpoints.more) == (100, ("and 30 more", "used-in.csv"))
    assert len({line.split(",")[0] for line in pages["teams/checkout-team/used-in.csv"].split("\r\n")}) == 132
    assert len(find_grid(pages["journeys/index.html"], "journeys").rows) == 130


def test_what_nothing_uses_says_so_in_a_sentence() -> None:
    """An entry without a use has no empty table and no file, but a sentence."""
    pages = build_pages(with_library(teams={"idle": Team("idle", "Idle")}))
    page = pages["teams/idle/index.html"]

    assert (page.used, page.grids, page.notice) == (None, (), "No journey uses it.")
    assert "teams/idle/used-in.csv" not in pages


def test_an_entry_tells_its_tags_former_names_and_retirement() -> None:
    """Tags are links, former ids are named, and who retires says so."""
    system = System(
        "old",
        "Old",
        aliases=("older",),
        deprecated=Deprecation("2026-01-01", reason="Slow."),
        tags=("legacy",),
    )
    page = build_pages(with_library(systems={"old": system}))["systems/old/index.html"]

    assert page.formerly == ("older",)
    assert page.retiring == "On its way out · since 1 January 2026 · Slow."
    assert page.tags[0] == ("legacy", "../../tags/legacy/index.html")


def test_sixty_teams_are_on_one_list() -> None:
    """However many entries there are, each has its row and is found by its words."""
    teams = {f"team-{n}": Team(f"team-{n}", f"Team {n}", department="Care") for n in range(60)}
    grid = find_grid(build_pages(with_library(teams=teams))["teams/index.html"], "teams")

    assert len(grid.rows) == 60
    assert grid.rows[7].words == "team 7 team-7"
    assert read_columns(grid) == ["Team", "Department"], "columns that say nothing are left out"


@pytest.mark.parametrize(
    ("contact", "url"),
    [
        ("care@example.com", "mailto:care@example.com"),
        ("https://example.com/care", "https://example.com/care"),
        ("Room 4, by the stairs", ""),
        ("ask me @ lunch", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_a_contact_is_a_link_where_it_is_an_address(contact: str, url: str) -> None:
    """Addresses lead somewhere; the name of a room does not."""
    page = build_pages(with_library(teams={"care": Team("care", "Care", contact)}))["teams/care/index.html"]

    [fact] = page.facts
    assert [(item.text.text, item.url) for item in fact.items] == [(contact, url)]


def test_facts_are_in_words_of_the_page() -> None:
    """Values of the vocabulary are words, shares are percent, and owners lead to their pages."""
    pages = build_pages()

    def facts(path: str) -> dict[str, str]:
        return {fact.label: ", ".join(item.text.text for item in fact.items) for fact in pages[path].facts}

    assert facts("channels/chat/index.html") == {"Kind": "With people"}
    assert facts("stages/retention/index.html") == {"Position": "After the core"}
    assert facts("systems/payment-gateway/index.html") == {"Owner": "Checkout team", "Kind": "Third party"}
    assert facts("segments/new-visitors/index.html") == {
        "Share of all customers": "40%",
        "Criteria": "No order yet",
    }
    assert facts("sources/survey/index.html") == {
        "Kind": "Survey",
        "Personal data": "Yes",
        "Privacy": "Answers are stored for a year.",
    }
    assert facts("sources/analytics/index.html")["Personal data"] == "No"


def test_a_kpi_of_an_opportunity_is_still_the_teams() -> None:
    """A KPI that hangs on an opportunity counts for the team that owns it."""
    journey = make_journey()
    one = journey.opportunities[0]._replace(own_kpis=(Kpi("csat", "csat", owner="logistics"),))
    pages = build_pages(make_portfolio()._replace(journeys=(journey._replace(opportunities=(one,)),)))

    assert pages["teams/logistics/index.html"].used is not None


def test_every_address_of_a_table_is_relative() -> None:
    """No cell leads to a root or to another host."""
    for page in build_pages().values():
        if isinstance(page, str):
            continue
        grids: tuple[Grid, ...] = (*page.grids, *((page.used,) if getattr(page, "used", None) else ()))
        for grid in grids:
            assert not [url for url in read_links(grid) if url.startswith(("/", "http"))]


def test_a_site_of_no_journeys_lists_none() -> None:
    """Where there is no journey yet, there is no list of them, and no file."""
    pages = build_pages(make_portfolio()._replace(journeys=()))

    assert "journeys/index.html" not in pages
    assert "journeys/journeys.csv" not in pages


def test_what_nobody_says_about_a_source_is_left_out() -> None:
    """A source of which nobody says whether it identifies people says nothing about that."""
    page = build_pages(with_library(sources={"s": Source("s", "S")}))["sources/s/index.html"]

    assert [fact.label for fact in page.facts] == ["Kind"]


def test_very_many_journeys_are_listed_on_several_pages() -> None:
    """Each page leads on to the next and back to the first, and none of the journeys is left out."""
    count = 2 * MOST + 1
    portfolio = make_portfolio()._replace(journeys=tuple(Journey(f"j{n}", f"J {n}") for n in range(count)))
    pages = build_pages(portfolio)
    paths = ("journeys/index.html", "journeys/list-2.html", "journeys/list-3.html")

    grids = [find_grid(pages[path], "journeys") for path in paths]
    assert [row[0] for grid in grids for row in read_rows(grid)] == [f"J {n}" for n in range(count)]
    assert [pages[path].title for path in paths] == [
        f"Journeys 1 to {MOST} of {count}",
        f"Journeys {MOST + 1} to {2 * MOST} of {count}",
        f"Journeys {count} to {count} of {count}",
    ]
    assert [grid.more.url for grid in grids] == ["list-2.html", "list-3.html", ""]
    assert [link.url for link in pages[paths[2]].page.trail] == ["../index.html", "index.html", ""]
    assert "journeys/list-4.html" not in pages
    assert len(pages["journeys/journeys.csv"].splitlines()) == count + 1
