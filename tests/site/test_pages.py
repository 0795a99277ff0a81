"""What the pages say: the words of each section, and silence where there is nothing to say."""

from html import unescape
from re import sub
from typing import Any

import pytest

from journeymap.compiling import Compilation
from journeymap.model import (
    Deprecation,
    Emotion,
    Evidence,
    Gain,
    Insight,
    Journey,
    Kpi,
    Lane,
    Link,
    Metric,
    Objective,
    Opportunity,
    Pain,
    Persona,
    Phase,
    Portfolio,
    Stage,
    Touchpoint,
)
from journeymap.rendering.dates import write_day
from journeymap.rendering.map.emotion_lines import draw_lines
from journeymap.rendering.naming import (
    name_persona,
    name_segment,
    name_source,
    name_system,
    name_team,
    unit_of,
)
from journeymap.rendering.words import WORDS, write_span
from journeymap.site import build_site
from journeymap.site.addresses import Atlas
from journeymap.site.assets import BUNDLES, write_bundle
from journeymap.site.cards import show_card
from journeymap.site.desk import Desk
from journeymap.site.drawing import draw_sparkline, mean_heights
from journeymap.site.journey.index import index_journey
from journeymap.site.pieces import Link as PageLink
from journeymap.themes.branding import OwnTheme
from tests.site.samples import make_future, make_journey, make_portfolio


def words_of(portfolio: Portfolio, path: str) -> str:
    """Return the words of a page, without markup."""
    text = build_site(Compilation(portfolio, (), {}))[path].content.decode()
    return " ".join(unescape(sub(r"<[^>]+>", " ", text[text.index("<main") : text.index("</main>")])).split())


def journey_words(*touchpoints: Touchpoint, **fields: Any) -> str:
    """Return the words of the page of a journey of one stage."""
    journey = Journey("j", "J", (Stage("s", "S", touchpoints=touchpoints),))._replace(**fields)
    return words_of(make_portfolio()._replace(journeys=(journey,)), "journeys/j/index.html")


def felt(*scores: float) -> tuple[Touchpoint, ...]:
    """Return touchpoints with these scores, called A, B and so on."""
    return tuple(
        Touchpoint(chr(97 + n), chr(65 + n), emotions=(Emotion(score),)) for n, score in enumerate(scores)
    )


@pytest.mark.parametrize(
    ("scores", "sentence"),
    [
        ((1, 1), "The feeling stays at +1 all the way."),
        ((0, 2, -1, 1), "The feeling peaks at +2 with B , falls to −1 at C , and ends at +1 ."),
        ((0, -1, 2, 1), "The feeling drops to −1 at B , climbs to +2 with C , and ends at +1 ."),
        ((0, -1.5, 2), "From its lowest point, −1.5 at B , the feeling rises to end at its peak, +2 ."),
        ((0, 2, -1), "From its peak, +2 at B , the feeling falls to end at its lowest, −1 ."),
    ],
)
def test_one_sentence_tells_the_curve(scores: tuple[float, ...], sentence: str) -> None:
    """The summary says where the feeling was best and worst, and how it ended."""
    assert sentence.replace(" ", "") in journey_words(*felt(*scores)).replace(" ", "")


def test_the_summary_counts_what_there_is() -> None:
    """Means, extremes, moments of truth, pains and opportunities are numbers with words."""
    words = words_of(make_portfolio(), "journeys/first-purchase/index.html")

    assert "Mean feeling +0.25 neutral , deviation 1.2 Lowest point −2 Checkout page" in words
    assert "Checkout page How it ends +1.5" in words
    assert "Moments of truth 2 Asks in the chat , Checkout page Pains 3 2 are answered" in words
    assert "Opportunities 2 Idea: 1 · Planned: 1" in words


def test_silent_sections_disappear() -> None:
    """A journey of one bare touchpoint has a map, a flow and a card, and no empty headings."""
    words = journey_words(Touchpoint("t", "Only this"))

    absent = "Summary Pains KPIs Insights Evidence People Scenario Reviewed Gains"
    assert [word for word in absent.split() if word in words] == []
    assert words.count("Only this") >= 3


def test_the_lens_says_whose_journey_it_is() -> None:
    """State, status, owner, review, goal, objective and its KPI stand at the top."""
    words = words_of(make_portfolio(), "journeys/first-purchase/index.html")
    lens = words[: words.index("Mean feeling")]

    for text in (
        "Current state Published",
        "Owner Checkout team",
        "Reviewed 1 October 2026",
        "every 90 days",
        "Segments New visitors",
        "Goal of the customer The right pair",
        "Our objective Raise first-purchase conversion Measured by Checkout conversion",
        "It begins when A friend signs up",
        "It ends well when Wears the shoes",
        "Links Research report",
    ):
        assert text in lens


def test_an_overlay_names_what_it_builds_on() -> None:
    """The journey to be links the journey as it is, and says that it is on its way out when it is."""
    words = words_of(make_portfolio(), "journeys/first-purchase-2027/index.html")

    assert "Builds on First purchase, from search to review" in words
    assert "On its way out · since 1 November 2026 · replaced by guest-purchase" in words
    assert "As it is today" in words


def test_a_retirement_has_its_reason() -> None:
    """A deprecated item says when it is gone and why."""
    touchpoint = Touchpoint("t", "T", deprecated=Deprecation(sunset="2027-01-31", reason="The shop closes."))

    assert "On its way out · gone on 31 January 2027 · The shop closes." in journey_words(touchpoint)


def test_kpis_show_their_way() -> None:
    """Baseline, target and gap carry the unit; the direction is in words; a missing value says none."""
    words = words_of(make_portfolio(), "journeys/first-purchase/index.html")

    assert "Delivery time Lower is better Whole journey 4 days 2 days −2" in words
    assert (
        "Checkout conversion Orders per checkout started. Higher is better Checkout page 31% 38% +7 "
        "31 December 2026 Checkout team" in words
    )


def test_a_kpi_in_seconds_is_told_as_a_span_and_says_what_was_measured() -> None:
    """Nobody reads 259200 seconds; what was measured has a column where a KPI was."""
    portfolio = make_portfolio()
    journey = portfolio.journeys[0]
    library = portfolio.library
    wait = Metric("wait", "Wait", type="duration", unit="s", direction="down")
    portfolio = portfolio._replace(
        library=library._replace(metrics={**library.metrics, "wait": wait}),
        journeys=(
            journey._replace(kpis=(Kpi("wait", "wait", baseline=259_200, target=172_800, actual=172_800),)),
            *portfolio.journeys[1:],
        ),
    )

    words = words_of(portfolio, f"journeys/{journey.id}/index.html")

    assert "Baseline Target Actual Gap" in words
    assert "Wait Lower is better Whole journey 3 days 2 days 2 days −1 day" in words


def test_evidence_and_sources_are_listed() -> None:
    """Research says its kind, date and size; sources say whether they hold personal data."""
    words = words_of(make_portfolio(), "journeys/first-purchase/index.html")

    assert "8 of 19 claims rest on research; the others are assumed." in words
    assert "Post-purchase survey Q3 Survey · 30 September 2026 · 412 people" in words
    assert "Post-purchase survey Survey · Personal data Answers are stored for a year." in words
    assert "Post-purchase survey every 30 days Decision Checkout team" in words


def test_the_ways_on_say_when_and_how_many() -> None:
    """Branches carry their condition and share; a loop says that it leads back."""
    words = words_of(make_portfolio(), "journeys/first-purchase/index.html")

    assert "Checkout page Waits for the parcel pays 69%" in words
    assert "Gets a reminder Checkout page leads back 30%" in words
    assert (
        "How it goes on Waits for the parcel pays 69% Gets a reminder leaves 21% Leaves the basket 10%"
        in words
    )


def test_references_lead_across_journeys() -> None:
    """An address with a journey's id leads to that journey's page; an unknown one stays words."""
    portfolio = make_portfolio()
    atlas = Atlas({"journey": frozenset(journey.id for journey in portfolio.journeys)})
    desk = Desk(portfolio, atlas, "journeys/returns/index.html", "en")
    index = index_journey(desk, portfolio.journeys[2])

    there = "../first-purchase/index.html#checkout"
    assert index.item("first-purchase#checkout") == PageLink("Checkout page", there)
    assert index.item("first-purchase#no-such") == PageLink("No such", "")
    assert index.item("nowhere#else") == PageLink("Else", "")
    assert index.item("label") == PageLink("Print the label", "#label")
    assert index.item("unknown-id") == PageLink("Unknown id", "")


def test_a_kpi_is_found_by_its_id_alone() -> None:
    """A short address serves where only one KPI has the id."""
    portfolio = make_portfolio()
    index = index_journey(Desk(portfolio, Atlas(), "x.html", "en"), make_journey())

    assert index.kpi("checkout/csat") == PageLink("Checkout satisfaction", "#checkout__csat")
    assert index.kpi("csat") == PageLink("Checkout satisfaction", "#checkout__csat")
    assert index.kpi("a/no-such-kpi") == PageLink("No such kpi", "")


def test_inline_personas_live_on_their_journey() -> None:
    """A persona of one journey has no page; the journey tells about them and links there."""
    words = journey_words(
        Touchpoint("t", "T"),
        personas=("me",),
        local_personas=(
            Persona("me", "Myself", goals=("Peace",), links=(Link("https://e.example", "Blog"),)),
        ),
    )

    assert "People M Myself Links Blog Goals Peace" in words


def test_cards_tell_what_a_touchpoint_holds() -> None:
    """Everything a touchpoint says is on its card, under its name."""
    words = words_of(make_portfolio(), "journeys/first-purchase/index.html")

    for text in (
        "Needs Total price early",
        "Expectations Two minutes, no account",
        "Time spent 4 minutes Time that passes 1 day",
        "Personalised Returning customers Address prefilled Web analytics · Consent required",
        "Systems Payment gateway",
        "Policies Strong customer authentication",
        "Data sources Web analytics",
        "Events checkout_started",
        "Heuristic #5",
        "Links Screen flow",
        "Feelings by persona Dana, the deal hunter confident +1 Gus, the gift buyer unsure 0",
        "The customer alone",
    ):
        assert text in words, text


def test_custom_links_are_links() -> None:
    """A field of type url is a link when its address is safe, and a text otherwise."""
    portfolio = make_portfolio()
    workspace = portfolio.workspace._replace(lanes=(Lane("doc", "Doc", type="url"),))
    touchpoints = (
        Touchpoint("t", "T", fields={"doc": "https://e.example/x"}),
        Touchpoint("u", "U", fields={"doc": "javascript:alert(1)"}),
    )
    journey = Journey("j", "J", (Stage("s", "S", touchpoints=touchpoints),))
    site = build_site(Compilation(portfolio._replace(journeys=(journey,), workspace=workspace), (), {}))
    text = site["journeys/j/index.html"].content.decode()

    assert '<a href="https://e.example/x" rel="nofollow noopener" dir="auto">https://e.example/x</a>' in text
    assert 'href="javascript' not in text


def test_a_closer_look_leads_to_another_journey() -> None:
    """A stage or touchpoint that expands into a journey links it."""
    portfolio = make_portfolio()
    touchpoint = Touchpoint("t", "T", expand="returns", actor="customer", receiver="deal-hunter")
    journey = Journey("a", "A", (Stage("s", "S", expand="returns", touchpoints=(touchpoint,)),))
    words = words_of(portfolio._replace(journeys=(journey, *portfolio.journeys)), "journeys/a/index.html")

    assert words.count("A closer look Return a pair") == 2
    assert "From Customer To Dana, the deal hunter" in words


def test_links_inside_texts_are_not_linked_twice() -> None:
    """A pain with a link of its own is shown as it is, not as a link around a link."""
    pain = Pain("See [the ticket](https://e.example/1)", "p")
    portfolio = make_portfolio()
    journey = Journey("j", "J", (Stage("s", "S", touchpoints=(Touchpoint("t", "T", pains=(pain,)),)),))
    site = build_site(Compilation(portfolio._replace(journeys=(journey,)), (), {}))

    assert 'href="#p"' not in site["journeys/j/index.html"].content.decode()


def test_the_front_page_compares_journeys() -> None:
    """Cards carry the mean and the lowest point; the lifecycle has one row a journey, one column a phase."""
    words = words_of(make_portfolio(), "index.html")

    assert "3 journeys 2 personas 19 touchpoints 6 pains 4 opportunities" in words
    assert "Lowest point −2 Checkout page" in words
    assert "No feelings scored yet" in words
    assert "Journey Curve Awareness Consideration Decision Retention Advocacy" in words


def test_phases_of_our_own_and_unscored_ones_are_in_the_lifecycle() -> None:
    """A phase the library does not know comes last; a dash is no touchpoints, and no score says so."""
    journey = Journey(
        "j",
        "J",
        (
            Stage("s", "S", phase="awareness", touchpoints=felt(1)),
            Stage("t", "T", phase="decision"),
            Stage("u", "U", phase="afterlife", touchpoints=(Touchpoint("t", "T"),)),
        ),
    )
    words = words_of(make_portfolio()._replace(journeys=(journey,)), "index.html")

    assert "Retention Advocacy Afterlife Whole journey Lowest point Last reviewed" in words
    assert "J Current state Draft not scored positive +1 1 touchpoint" in words
    assert words.count("no touchpoints") == 4
    assert "not scored 1 touchpoint positive +1 2 touchpoints" in words


def test_the_front_page_brings_the_heat_map_along() -> None:
    """The table of journeys and phases can be downloaded as a picture and as a table of its values."""
    site = build_site(Compilation(make_portfolio(), (), {}))

    text = site["index.html"].content.decode()
    assert all(f'<a href="heatmap.{kind}">' in text for kind in ("svg", "csv", "md"))
    assert b"var(" not in site["heatmap.svg"].content
    assert b"| Journey | Awareness |" in site["heatmap.md"].content


def test_without_phases_there_is_no_heat_map() -> None:
    """Where nobody names a phase there is nothing to compare, on the page and beside it."""
    journey = Journey("j", "J", (Stage("s", "S", touchpoints=felt(1)),))
    site = build_site(Compilation(make_portfolio()._replace(journeys=(journey,)), (), {}))

    assert "section_lifecycle" not in site["index.html"].content.decode()
    assert "heatmap.svg" not in site


def test_opportunities_are_shown_as_a_matrix_with_its_table() -> None:
    """The page draws the matrix in its own colours above the table; as a file it is whole."""
    site = build_site(Compilation(make_portfolio(), (), {}))

    text = site["journeys/first-purchase/index.html"].content.decode()
    svg = site["journeys/first-purchase/matrix.svg"].content.decode()
    assert 'id="matrix-first-purchase-light-title"' in text
    assert '<th scope="col">Corner</th>' in text
    assert "var(" not in svg
    assert svg.count("<text") > text.count("<text", text.index("matrix-first-purchase-light-title"))
    assert 'href="matrix.svg"' in text


def test_opportunities_without_values_have_no_matrix() -> None:
    """Where no opportunity has a value and an effort there is nothing to draw."""
    site = build_site(Compilation(make_portfolio(), (), {}))

    assert "journeys/returns/matrix.svg" not in site
    assert "matrix.svg" not in site["journeys/returns/index.html"].content.decode()
    assert Phase("a", "A").position == "core"


def test_a_persona_page_shows_their_own_curve() -> None:
    """On a persona's page each journey is drawn as that persona felt it."""
    portfolio = make_portfolio()
    desk = Desk(portfolio, Atlas(), "personas/gift-buyer/index.html", "en")
    journey = make_journey()
    lines = draw_lines(portfolio, journey)

    own = show_card(desk, journey, persona=portfolio.personas["gift-buyer"]).sparkline
    assert own == draw_sparkline(lines[1].heights)
    assert show_card(desk, journey).sparkline == draw_sparkline(mean_heights(lines))
    words = words_of(portfolio, "personas/deal-hunter/index.html")
    assert "Age 34 Lives in Leipzig Segment New visitors Channels Search, Web, Email".replace(
        " ", ""
    ) in words.replace(" ", "")


def test_a_sparkline_needs_two_scores() -> None:
    """One score is no curve."""
    assert draw_sparkline([None, 1, None]) is None
    assert draw_sparkline([]) is None
    line = draw_sparkline([0, None, 1, 2])
    assert line is not None
    assert [step for _, _, step in line.dots] == [2, 4]


@pytest.mark.parametrize(
    ("iso", "lang", "text"),
    [
        ("2026-10-01", "en", "1 October 2026"),
        ("2026-03-09", "pt-BR", "9 de março de 2026"),
        ("2026-13-01", "en", "2026-13-01"),
        ("soon", "en", "soon"),
    ],
)
def test_dates_are_written_in_words(iso: str, lang: str, text: str) -> None:
    """A date is in the language of the page; what is no date keeps its own text."""
    day = write_day(iso, lang=lang)

    assert day is not None
    assert day == (iso, text)


def test_no_date_is_nothing() -> None:
    """Where no date was written none is shown."""
    assert write_day("", lang="en") is None


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, ""),
        (0, ""),
        (1, "1 second"),
        (90, "1 minute 30 seconds"),
        (240, "4 minutes"),
        (86_400, "1 day"),
        (90 * 86_400, "90 days"),
        (21 * 86_400, "3 weeks"),
        (8 * 86_400, "8 days"),
        (93_784, "1 day 2 hours"),
    ],
)
def test_spans_are_written_in_their_two_largest_units(seconds: int | None, text: str) -> None:
    """Nobody needs the seconds of a week; weeks are for whole weeks only."""
    assert write_span(seconds, lang="en") == text


def test_every_value_of_the_language_has_its_word() -> None:
    """The vocabularies of the model and the words for them are the same lists."""
    from typing import get_args, get_type_hints

    from journeymap.model.claims import Confidence, EvidenceKind, Severity
    from journeymap.model.journey import Exit, State, Status, TouchpointType
    from journeymap.model.library import Direction, SourceKind
    from journeymap.model.opportunity import OpportunityStatus

    for name, values in (
        ("state", get_args(State)),
        ("status", get_args(Status)),
        ("severity", get_args(Severity)),
        ("confidence", get_args(Confidence)),
        ("progress", get_args(OpportunityStatus)),
        ("evidence", get_args(EvidenceKind)),
        ("source", get_args(SourceKind)),
        ("touchpoint", get_args(TouchpointType)),
        ("direction", get_args(Direction)),
        ("outcome", get_args(get_type_hints(Exit)["outcome"])),
    ):
        assert tuple(WORDS[name]) == values, name


def test_style_is_logical_and_loads_nothing() -> None:
    """The style sheet knows no left and right, imports nothing and fetches nothing."""
    from re import search

    style = "".join(write_bundle(name, OwnTheme()) for name in BUNDLES if name.endswith(".css"))

    assert (
        search(r"(margin|padding|border)-(left|right|top|bottom)|(?<![-\w])(left|right):|float:", style)
        is None
    )
    assert search(r"@import|url\(|https?:", style) is None


def test_the_script_asks_nobody() -> None:
    """The script makes no request, evaluates nothing and writes no markup."""
    from re import search

    script = "".join(write_bundle(name, OwnTheme()) for name in BUNDLES if name.endswith(".js"))

    assert (
        search(
            r"fetch|XMLHttp|innerHTML|insertAdjacent|document\.write|eval\(|Function\(|import |https?:",
            script,
        )
        is None
    )


def test_names_fall_back_to_ids() -> None:
    """Something is shown also where a reference leads nowhere."""
    portfolio = make_portfolio()

    assert name_team(portfolio, "new-team") == "New team"
    assert name_system(portfolio, "old-crm") == "Old crm"
    assert name_segment(portfolio, "night-owls") == "Night owls"
    assert name_source(portfolio, "till-receipts") == "Till receipts"
    assert name_persona(portfolio, make_future(), "somebody-else") == "Somebody else"
    assert unit_of(None) == ""


def test_everything_else_finds_its_place() -> None:
    """Opportunities with dates and links, insights without data, evidence without date, open pains."""
    words = journey_words(
        Touchpoint(
            "t",
            "T",
            pains=(Pain("Slow", severity="critical", frequency="always", personas=("gift-buyer",)),),
            gains=(Gain("Calm", "calm"),),
        ),
        opportunities=(
            Opportunity(
                "Faster",
                due="2027-02-28",
                links=(Link("https://e.example", "Ticket"),),
                customer_value=3,
                effort=1,
                kpis=("x/none",),
            ),
            Opportunity("Cheaper", business_value=3, effort=1),
        ),
        insights=(Insight("They come at night"),),
        evidence=(Evidence("e", "Diaries", "diary", summary="Seven *weeks*."),),
        objective=Objective("Grow"),
        sources=("unknown-source",),
    )

    assert "Slow Critical Always Assumed Gus, the gift buyer At T No opportunity addresses it yet" in words
    assert (
        "Faster Idea 28 February 2027 Customer value 3 of 5 Effort 1 of 5 Should move: None Ticket" in words
    )
    assert "Quick win" not in words  # half a value is none
    assert "They come at night Assumed" in words
    assert "Diaries Diary study Seven weeks ." in words
    assert "Sources of data Unknown source" in words
    assert "Our objective Grow" in words
