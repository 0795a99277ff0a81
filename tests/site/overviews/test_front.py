"""The front page: what there is, where customers suffer, what is due, and how to find a journey."""

import re

from journeymap.model import Journey, Kpi, Opportunity, Persona, Stage, Touchpoint
from journeymap.model.claims import Emotion, Number
from journeymap.site.front.page import MOST
from tests.site.overviews.pages import build_pages
from tests.site.samples import DAY, make_journey, make_portfolio

PAGE = "index.html"


def journey_of(id: str, *scores: Number, **more: object) -> Journey:
    """Return a journey with a touchpoint for each score."""
    touchpoints = tuple(
        Touchpoint(f"t{n}", f"{id.upper()} {n}", emotions=(Emotion(score),)) for n, score in enumerate(scores)
    )
    journey = Journey(id, f"Journey {id}", (Stage("s", "S", touchpoints=touchpoints),))
    return journey._replace(**more)  # type: ignore[arg-type]


def words_of(*journeys: Journey) -> str:
    """Return the words of the front page of these journeys."""
    return build_pages(make_portfolio()._replace(journeys=journeys)).words(PAGE)


def test_counts_lead_to_what_they_count() -> None:
    """What has a page of its own is a link, with how much there is of it."""
    html = build_pages(make_portfolio()).html(PAGE)

    assert '<a href="pains/index.html"><b>6</b> pains</a>' in html
    assert '<a href="opportunities/index.html"><b>4</b> opportunities</a>' in html
    assert '<a href="kpis/index.html"><b>8</b> KPIs</a>' in html


def test_the_worst_touchpoints_come_first() -> None:
    """The lowest scores as things are today; what is planned, retired or merely neutral is left out."""
    words = words_of(
        journey_of("a", -1, -0.5, 2),
        journey_of("b", -2, state="future"),
        journey_of("c", -2, status="retired"),
        journey_of("d", -1.5),
    )

    suffering = words[: words.index("Journeys ")]
    assert "Where customers suffer negative −1.5 D 0 Journey d negative −1 A 0 Journey a" in suffering
    assert not any(each in suffering for each in ("B 0", "C 0", "A 1", "A 2"))


def test_unanswered_pains_are_a_link_to_them() -> None:
    """Their number leads to the part of the overview that lists them."""
    pages = build_pages(make_portfolio())
    link = re.search(
        r'<a href="(pains/index.html#section_open)"[^>]*>(\d+) pains that nobody', pages.html(PAGE)
    )

    assert link is not None
    assert 'id="section_open"' in pages.html("pains/index.html")
    assert f"{link[2]} unanswered" in pages.words("pains/index.html")


def test_where_all_pains_are_answered_none_is_counted() -> None:
    """Without an open pain there is no link to any."""
    assert "that nobody answers" not in words_of(journey_of("a", -2), journey_of("b"))


def test_where_nothing_hurts_nothing_is_said() -> None:
    """Happy journeys without anything due have no panels."""
    words = words_of(journey_of("a", 1), journey_of("b", 2))

    assert "Where customers suffer" not in words
    assert "What is due next" not in words


def test_what_is_due_next_comes_first() -> None:
    """Reviews, open opportunities and unmet KPIs by day, six of them; what is settled is not due."""
    reviewed = journey_of("a", 1, reviewed="2026-01-01", review_every=31 * DAY)
    planned = journey_of(
        "b",
        opportunities=(
            Opportunity("Soon", "soon", due="2026-01-15"),
            Opportunity("Done", due="2026-01-01", status="done"),
        ),
        kpis=(
            Kpi("late", "csat", 3, 4, due="2026-03-01"),
            Kpi("met", "csat", 3, 4, actual=5, due="2026-01-02"),
            *(Kpi(f"k{n}", "contacts", due=f"2026-04-0{n + 1}") for n in range(5)),
        ),
    )
    retired = journey_of("c", status="retired", reviewed="2020-01-01", review_every=DAY)
    pages = build_pages(make_portfolio()._replace(journeys=(reviewed, planned, retired)))
    words = pages.words(PAGE)
    due = words[words.index("What is due next") : words.index("Journeys ")]

    assert due.startswith(
        "What is due next 15 January 2026 Overdue Opportunity Soon Journey b"
        " 1 February 2026 Overdue Review Journey a 1 March 2026 Overdue KPI Checkout satisfaction Journey b"
    )
    assert due.count("2026") == 6
    assert 'href="journeys/b/index.html#b__late"' in pages.html(PAGE)
    assert 'data-stale="2026-01-15" data-every="0" hidden' in pages.html(PAGE)


def test_each_journey_has_a_row_with_its_phases() -> None:
    """State, status, a curve, a cell a phase and one for the whole, the lowest point, the last review."""
    rows = build_pages(make_portfolio()).rows(PAGE)

    assert rows[0] == (
        "Journey Curve Awareness Consideration Decision Retention Advocacy No phase"
        " Whole journey Lowest point Last reviewed"
    )
    purchase = next(row for row in rows if row.startswith("First purchase, from"))
    assert purchase.startswith("First purchase, from search to review Current state Published")
    assert "−2 Checkout page 1 October 2026 Review overdue" in purchase
    assert "Return a pair Current state Draft not scored" in next(row for row in rows if "Return" in row)


def test_journeys_can_be_narrowed_by_what_differs() -> None:
    """A filter for each property with more than one value, in the order of the language or of words."""
    journeys = (
        journey_of("a", 1, owner="logistics", tags=("zoo", "a  b"), personas=("gift-buyer",)),
        journey_of("b", 1, owner="checkout-team", tags=("zoo",), state="future"),
    )
    html = build_pages(make_portfolio()._replace(journeys=journeys)).html(PAGE)
    sieves = dict(re.findall(r'<select [^>]*data-sieve="(\w+)">(.*?)</select>', html))

    assert {name: re.findall(r'value="([^"]*)"', options) for name, options in sieves.items()} == {
        "state": ["", "current", "future"],
        "owner": ["", "checkout-team", "logistics"],
        "tag": ["", "a b", "zoo"],
    }
    assert ">Checkout team</option>" in sieves["owner"]
    assert 'data-tag="zoo\na b"' in html
    assert 'data-persona="gift-buyer"' in html


def test_personas_are_a_choice_by_their_names() -> None:
    """Those of a journey's own are found in it; one that nobody declared keeps its id."""
    own = journey_of("a", 1, personas=("own",), local_personas=(Persona("own", "Olga"),))
    other = journey_of("b", 1, personas=("deal-hunter", "nobody"))
    html = build_pages(make_portfolio()._replace(journeys=(own, other))).html(PAGE)

    for option in ("deal-hunter", "nobody", "own"):
        assert f'<option value="{option}">' in html
    assert ">Olga</option>" in html


def test_a_lone_journey_needs_no_grid() -> None:
    """With one journey and no phases to compare there is its card, and nothing to narrow."""
    html = build_pages(make_portfolio()._replace(journeys=(journey_of("a", 1, 2),))).html(PAGE)

    assert "portfolio_" not in html
    assert "data-sieve" not in html
    assert html.count('class="journey-card"') == 1


def test_journeys_without_phases_are_compared_as_a_whole() -> None:
    """Where nobody names a phase the grid has no columns for them, and nothing to download."""
    pages = build_pages(make_portfolio()._replace(journeys=(journey_of("a", 1), journey_of("b", 2))))

    assert pages.rows(PAGE)[0] == "Journey Curve Whole journey Lowest point Last reviewed"
    assert "heatmap.svg" not in pages.files


def test_many_journeys_stand_in_the_grid_only() -> None:
    """Beyond thirty journeys the cards would say it all again."""
    journeys = tuple(journey_of(f"j{n}", 1) for n in range(31))
    pages = build_pages(make_portfolio()._replace(journeys=journeys))

    assert pages.html(PAGE).count("<tr data-journey") == 31
    assert 'class="journey-card"' not in pages.html(PAGE)
    assert "feel worst" not in pages.words(PAGE)


def test_of_very_many_journeys_those_that_feel_worst_have_a_line() -> None:
    """The page says so and leads to the list of all; filters offer what the lines have."""
    count = 2 * MOST
    journeys = tuple(
        journey_of(f"j{n:03}", 2 - 4 * n / count, owner=f"team-{n % 2}" if n > MOST else "")
        for n in range(count)
    )
    pages = build_pages(make_portfolio()._replace(journeys=(*journeys, journey_of("unscored"))))
    html, words = pages.html(PAGE), pages.words(PAGE)

    shown = re.findall(r'<tr data-journey="([^"]*)"', html)
    assert shown == [f"j{n:03}" for n in range(count - 1, count - 1 - MOST, -1)]
    assert f"Here are the {MOST} that feel worst, the worst on top." in words
    assert re.search(rf'<a href="journeys/index.html"[^>]*>and {count + 1 - MOST} more</a>', html)
    assert re.findall(r'<option value="(team-[^"]*)"', html) == ["team-0", "team-1"]
    assert f"{count + 1} journeys" in words


def test_many_personas_are_counted() -> None:
    """A dozen have cards."""
    people = {f"p{n}": Persona(f"p{n}", f"P{n}") for n in range(15)}
    pages = build_pages(make_portfolio()._replace(personas=people, journeys=(make_journey(),)))

    assert pages.html(PAGE).count('class="persona-card"') == 12
    assert "and 3 more" in pages.words(PAGE)


def test_the_rest_of_the_site_has_its_doors() -> None:
    """What the head does not count is listed at the foot, with how much there is."""
    html = build_pages(make_portfolio()).html(PAGE)

    assert re.search(r'<a href="channels/index.html"><span>Channels</span> <b>\d+</b></a>', html)
    assert '<a href="health/index.html"><span>Health</span></a>' in html
    assert '<a href="glossary/index.html"><span>Glossary</span> <b>1</b></a>' in html
