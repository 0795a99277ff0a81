"""The feed: valid Atom with full addresses, the same for the same files, and only where those are known."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.history import Commit, History
from journeymap.model import Portfolio
from journeymap.site.addresses import Atlas
from journeymap.site.announcing.addresses import Base
from journeymap.site.changes.events import Event, Thing, list_happened
from journeymap.site.changes.feed import write_feed
from journeymap.site.plan import Plan
from journeymap.source import Place
from tests.site.changes.atom import ATOM, find_faults
from tests.site.changes.sites import HISTORY, content_of, portfolio_of, small, tell
from tests.site.samples import make_portfolio

URL = "https://maps.example.com/cj"


def at(portfolio: Portfolio, url: str = URL) -> Portfolio:
    """Return a workspace that says where its site is."""
    return portfolio._replace(workspace=portfolio.workspace._replace(site_url=url))


def test_the_feed_follows_the_rules() -> None:
    """The sample's feed has no fault, with and without commits."""
    journey = small("a", reviewed="2026-10-01")._replace(at=Place("maps/a.yaml"))

    assert find_faults(content_of(tell(at(make_portfolio())), "changes/feed.xml").encode()) == []
    assert (
        find_faults(content_of(tell(at(portfolio_of(journey)), HISTORY), "changes/feed.xml").encode()) == []
    )


def test_the_reader_of_feeds_finds_faults() -> None:
    """What judges the feeds would notice what it is there to notice."""
    broken = (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><updated>now</updated><entry><id>x</id></entry></feed>'
    )

    assert len(find_faults(broken)) >= 8


def test_entries_lead_to_full_addresses_and_names_that_stay() -> None:
    """Addresses begin with that of the site; names are tags of host, day and event."""
    feed = ET.fromstring(
        content_of(tell(at(portfolio_of(small("a", reviewed="2026-10-01")))), "changes/feed.xml")
    )
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    link = entry.find(f"{ATOM}link")
    assert link is not None

    assert link.get("href") == f"{URL}/journeys/a/index.html"
    assert entry.findtext(f"{ATOM}id") == "tag:maps.example.com,2026-10-01:journeys/a/reviewed"
    assert entry.findtext(f"{ATOM}title") == "Reviewed: Journey a"
    assert feed.findtext(f"{ATOM}id") == f"{URL}/changes/feed.xml"


def test_the_feed_is_as_old_as_its_newest_entry() -> None:
    """No clock is read: the date is that of what happened last."""
    feed = ET.fromstring(content_of(tell(at(make_portfolio())), "changes/feed.xml"))

    updates = [entry.findtext(f"{ATOM}updated") for entry in feed.findall(f"{ATOM}entry")]
    assert feed.findtext(f"{ATOM}updated") == updates[0] == max(map(str, updates))


def test_commits_are_entries_of_their_own() -> None:
    """A commit's entry has its subject as title and its author."""
    journey = small("a")._replace(at=Place("maps/a.yaml"))
    feed = ET.fromstring(content_of(tell(at(portfolio_of(journey)), HISTORY), "changes/feed.xml"))
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None

    assert entry.findtext(f"{ATOM}title") == "Shorten the checkout"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Mira"
    assert entry.findtext(f"{ATOM}id") == f"tag:maps.example.com,2026-11-02:commits/{'c' * 40}"


@pytest.mark.parametrize("url", ["", "javascript:alert(1)"])
def test_without_an_address_of_the_site_there_is_no_feed(url: str) -> None:
    """A feed needs full addresses; the page neither has one nor leads to one."""
    site = tell(at(make_portfolio(), url))

    assert "changes/feed.xml" not in site.paths
    assert "feed.xml" not in content_of(site, "changes/index.html")


def test_readers_find_the_feed() -> None:
    """The page names its feed in its head and links to it."""
    page = content_of(tell(at(make_portfolio())), "changes/index.html")

    assert '<link rel="alternate" type="application/atom+xml" title="Changes" href="feed.xml">' in page
    assert '<a href="feed.xml">Atom' in page


def test_a_feed_has_50_entries_at_most() -> None:
    """Who follows has seen the others."""
    journeys = [small(f"j{n}", reviewed="2026-10-01") for n in range(60)]
    feed = ET.fromstring(content_of(tell(at(portfolio_of(*journeys))), "changes/feed.xml"))

    assert len(feed.findall(f"{ATOM}entry")) == 50


@given(st.text(min_size=1), st.text())
def test_any_text_of_a_commit_makes_a_valid_feed(subject: str, author: str) -> None:
    """Signs that XML cannot write become one that says so, and markup stays text."""
    desk = Plan(at(portfolio_of(small("a"))), Atlas({"journey": frozenset({"a"})}), {}).desk(
        "changes/index.html"
    )
    event = Event("2026-10-01", "commit", (Thing("journey", "a", "A"),), "commits/1", subject, by=author)

    feed = write_feed(desk, Base(f"{URL}/"), "Changes", [event])

    faults = find_faults(feed)
    assert [fault for fault in faults if "empty title" not in fault and "has no name" not in fault] == []
    assert write_feed(desk, Base(f"{URL}/"), "Changes", [event]) == feed


def test_half_a_character_in_a_name_is_no_obstacle() -> None:
    """What has no bytes is replaced."""
    commit = Commit("e" * 40, "2026-10-01", "M\udc80", "Half \ud800", ("maps/a.yaml",))
    journey = small("a")._replace(at=Place("maps/a.yaml"))
    portfolio = at(portfolio_of(journey))

    desk = Plan(portfolio, Atlas({"journey": frozenset({"a"})}), {}).desk("changes/index.html")
    feed = write_feed(desk, Base(f"{URL}/"), "Changes", list_happened(portfolio, History((commit,))))

    assert "Half \N{REPLACEMENT CHARACTER}" in feed.decode()
