"""The page of changes: what happened and what is planned, from the files and from commits."""

import csv
import io

import pytest

from journeymap.history import Commit, History
from journeymap.model import Deprecation, Kpi, Opportunity
from journeymap.model.journey import Change, Move
from journeymap.model.visibility import visible_to
from journeymap.site.changes.chapter import MOST
from journeymap.site.changes.events import list_happened, list_planned
from journeymap.source import Place
from tests.site.changes.sites import HISTORY, build, content_of, portfolio_of, small, tell
from tests.site.reading_pages import PageReader
from tests.site.samples import DAY, make_journey, make_portfolio


def told(events: tuple[object, ...]) -> list[tuple[str, str, str]]:
    """Return day, kind and title of events."""
    return [(event.day, event.what, event.things[0].title) for event in events]  # type: ignore[attr-defined]


def test_what_happened_comes_latest_first() -> None:
    """Reviews, evidence and what is on its way out, each on its day; what has no day is left out."""
    retiring = Deprecation("2026-10-20", "2027-01-31", reason="Nobody uses it.")
    portfolio = portfolio_of(
        make_journey(), small("old", deprecated=retiring), small("new", reviewed="2026-11-05"), small("never")
    )

    assert told(list_happened(portfolio, None)) == [
        ("2026-11-05", "reviewed", "Journey new"),
        ("2026-10-20", "retiring", "Journey old"),
        ("2026-10-01", "reviewed", "First purchase, from search to review"),
        ("2026-09-30", "evidence", "Post-purchase survey Q3"),
    ]


def test_what_is_planned_comes_soonest_first() -> None:
    """Reviews due, targets, opportunities and last days; what is done or rejected is no plan any more."""
    journey = small(
        "one",
        reviewed="2026-10-01",
        review_every=90 * DAY,
        kpis=(Kpi("csat", "csat", due="2026-12-01"),),
        opportunities=(
            Opportunity("Do it", "do", due="2026-11-30"),
            Opportunity("Did it", "did", due="2026-11-01", status="done"),
            Opportunity("Never", due="2026-11-01", status="rejected"),
            Opportunity("Some day"),
        ),
        deprecated=Deprecation("2026-10-20", "2027-01-31"),
    )

    assert told(list_planned(portfolio_of(journey))) == [
        ("2026-11-30", "opportunity", "Do it"),
        ("2026-12-01", "target", "Csat"),
        ("2026-12-30", "review", "Journey one"),
        ("2027-01-31", "sunset", "Journey one"),
    ]


@pytest.mark.parametrize(
    "fields", [{"reviewed": ""}, {"reviewed": "9999-12-31"}, {"reviewed": "2026-10-01", "status": "retired"}]
)
def test_reviews_are_due_where_there_is_a_day_for_them(fields: dict[str, str]) -> None:
    """Who was never reviewed, is retired, or would be due behind the calendar's end has no review due."""
    assert list_planned(portfolio_of(small("one", review_every=90 * DAY, **fields))) == ()


def test_what_is_inherited_happens_once() -> None:
    """A journey that extends another does not repeat its evidence, targets and last days."""
    base = make_journey()
    future = base._replace(id="future", extends=base.id, reviewed="2026-11-01")

    once = {event.name for event in list_planned(portfolio_of(base))}
    both = list_planned(portfolio_of(base, future))

    assert {event.name for event in both} - once == {"journeys/future/review"}
    assert [event.what for event in list_happened(portfolio_of(base, future), None)].count("evidence") == 1


def test_commits_are_shown_with_what_they_touched() -> None:
    """A commit appears where it touched a file of the workspace, with subject, person and links."""
    journey = small("a")._replace(at=Place("maps/a.yaml"))
    other = small("b")._replace(at=Place("maps/b.yaml"))
    page = PageReader(content_of(tell(portfolio_of(journey, other), HISTORY), "changes/index.html"))
    text = " ".join(page.texts)

    assert "Shorten the checkout" in text
    assert "Start <b>bold</b>" in text
    assert "Only code" not in text
    assert "Tomas" not in text
    assert "../journeys/b/index.html" in hrefs(page)


def hrefs(page: PageReader) -> list[str]:
    """Return where the links of a page lead."""
    return [attributes.get("href", "") for tag, attributes in page.tags if tag == "a"]


def test_every_link_of_the_page_arrives() -> None:
    """In a whole site no link of the page leads nowhere, whatever it tells of."""
    portfolio = make_portfolio()
    journeys = tuple(each._replace(at=Place("maps/a.yaml")) for each in portfolio.journeys)
    site = build(portfolio._replace(journeys=journeys), HISTORY)

    assert "Shorten the checkout" in content_of(site, "changes/index.html")


def test_without_asking_there_are_neither_messages_nor_people() -> None:
    """Only a history that was read can be shown; the files alone name nobody."""
    journey = small("a", reviewed="2026-10-01")._replace(at=Place("maps/a.yaml"))

    assert "Shorten the checkout" not in content_of(tell(portfolio_of(journey)), "changes/index.html")


def test_commits_of_what_is_internal_are_not_shown_to_the_public() -> None:
    """A commit that touched only internal journeys leaves no trace on a public site."""
    seen = small("a", visibility="public")._replace(at=Place("maps/b.yaml"))
    hidden = small("h", visibility="internal")._replace(at=Place("maps/a.yaml"))
    site = build(visible_to(portfolio_of(seen, hidden), "public"), HISTORY)

    assert not [artifact.path for artifact in site if b"Shorten the checkout" in artifact.content]
    assert "Start" in content_of(site, "changes/index.html")


def test_a_commit_that_touched_much_names_little() -> None:
    """Four things are named, the others counted."""
    journeys = [small(f"j{n}")._replace(at=Place("maps/a.yaml")) for n in range(7)]
    page = content_of(tell(portfolio_of(*journeys), History(HISTORY.commits[:1])), "changes/index.html")

    assert page.count('class="event-item"') == 4
    assert "and 3 more" in page


def test_a_history_that_is_cut_says_so() -> None:
    """Readers learn that older commits exist and are not here."""
    journey = small("a")._replace(at=Place("maps/a.yaml"))
    words = "Older commits are not in this copy"

    assert words in content_of(
        tell(portfolio_of(journey), HISTORY._replace(is_cut=True)), "changes/index.html"
    )
    assert words not in content_of(tell(portfolio_of(journey), HISTORY), "changes/index.html")


def test_months_and_days_are_in_words() -> None:
    """Events stand below their month, their days are readable by machines and people."""
    page = content_of(tell(portfolio_of(small("a", reviewed="2026-10-01"))), "changes/index.html")

    assert "<h3>October 2026</h3>" in page
    assert '<time datetime="2026-10-01">' in page
    assert "1 October 2026" in page


def test_former_names_splits_and_overlays_are_listed() -> None:
    """What was called otherwise, what was divided, and what a journey to be changes."""
    base = small("a", aliases=("buying",), moved=(Move("gone", ("moment", "elsewhere")),))
    changes = (Change("set", "moment"), Change("set", "stage"), Change("add", "touchpoint"))
    future = small("b", extends="a", state="future", changes=changes)
    page = PageReader(content_of(tell(portfolio_of(base, future)), "changes/index.html"))
    text = " ".join(page.texts)

    assert "buying" in text
    assert "../journeys/a/index.html#moment" in hrefs(page)
    assert "Elsewhere" in text
    assert "2 things are different, 1 is new" in text


def test_other_words_for_a_term_are_no_former_names() -> None:
    """The aliases of a glossary entry are synonyms, and nothing was renamed."""
    portfolio = make_portfolio()
    term = next(iter(portfolio.library.terms.values()))._replace(aliases=("synonym-of-it",))
    library = portfolio.library._replace(terms={term.id: term})
    page = content_of(tell(portfolio._replace(library=library)), "changes/index.html")

    assert "synonym-of-it" not in page


def test_where_nothing_has_a_day_there_is_no_page() -> None:
    """A site without anything to tell has no empty page, and nothing leads to one."""
    site = build(portfolio_of(small("a")))

    assert not [path for path in site.paths if path.startswith("changes/")]
    assert "changes/" not in content_of(site, "index.html")


def test_the_page_stays_short_and_the_file_has_it_all() -> None:
    """Of a large workspace the page shows the newest, and says how many more the file has."""
    journeys = [small(f"j{n:04}", reviewed="2026-10-01", review_every=DAY) for n in range(MOST + 30)]
    site = tell(portfolio_of(*journeys))
    page = content_of(site, "changes/index.html")

    assert page.count('class="event on-reviewed"') == MOST
    assert page.count("and 30 more") == 2
    rows = list(csv.reader(io.StringIO(content_of(site, "changes/changes.csv"))))
    assert len(rows) == 1 + 2 * len(journeys)
    assert rows[0] == ["Day", "What", "Of", "Text", "Who"]


def test_commits_in_the_file_cannot_become_formulas() -> None:
    """A subject that a spreadsheet would calculate is disarmed."""
    commit = Commit("d" * 40, "2026-10-01", "@SUM(1)", "=1+1", ("maps/a.yaml",))
    journey = small("a")._replace(at=Place("maps/a.yaml"))
    rows = list(
        csv.reader(
            io.StringIO(content_of(tell(portfolio_of(journey), History((commit,))), "changes/changes.csv"))
        )
    )

    assert rows[1] == ["2026-10-01", "commit", "Journey a", "'=1+1", "'@SUM(1)"]
