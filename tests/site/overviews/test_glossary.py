"""The glossary, and its words linked wherever people write sentences."""

import re

from journeymap.compiling import Compilation
from journeymap.model import Deprecation, Journey, Portfolio, Stage, Term, Touchpoint
from journeymap.site import single_page
from journeymap.site.addresses import Atlas
from journeymap.site.desk import Desk
from journeymap.site.overviews.glossary import explain_terms
from tests.site.overviews.pages import build_pages
from tests.site.samples import make_journey, make_portfolio

PAGE = "glossary/index.html"
BASKET = Term("basket", "Basket", "What they *mean* to buy.", ("bag",), tags=("shop",))


def portfolio_of(*terms: Term, journeys: tuple[Journey, ...] = ()) -> Portfolio:
    """Return a portfolio with these terms."""
    portfolio = make_portfolio()
    library = portfolio.library._replace(terms={term.id: term for term in terms})
    return portfolio._replace(library=library, journeys=journeys or portfolio.journeys)


def test_terms_stand_from_a_to_z_under_their_letters() -> None:
    """Accents and case do not count; what is no letter shares a sign; ideographs are letters."""
    words = ("zebra", "Äpfel", "apple", "Öl", "3D", "結帳", "Zoo")
    pages = build_pages(portfolio_of(*(Term(f"t{n}", word) for n, word in enumerate(words))))
    html = pages.html(PAGE)

    assert re.findall(r'<dt dir="auto">(.*?)</dt>', html) == [
        "3D",
        "Äpfel",
        "apple",
        "Öl",
        "zebra",
        "Zoo",
        "結帳",
    ]
    assert re.findall(r'<h2 id="letter_\d+">(.*?)</h2>', html) == ["#", "A", "O", "Z", "結"]
    assert html.count('href="#letter_') == 5


def test_a_term_says_what_it_means_and_where_it_is_used() -> None:
    """Definition, other names, journeys, and that it is on its way out; each under its own anchor."""
    stages = (Stage("s", "S", touchpoints=(Touchpoint("t", "Fills the Bag"),)),)
    old = Term("old", "Old", deprecated=Deprecation(reason="Say new."))
    pages = build_pages(portfolio_of(BASKET, old, journeys=(Journey("j", "J", stages),)))
    words = pages.words(PAGE)

    assert "Basket What they mean to buy. Also: bag Used in: J Tags: shop" in words
    assert "Old Nobody has defined it yet. On its way out · Say new." in words
    assert 'id="basket"' in pages.html(PAGE)


def test_only_sentences_count_as_use() -> None:
    """An id, a tag or a word of the language is no mention, and neither is a piece of a word."""
    silent = Journey("basket", "J", tags=("basket",), owner="basket", stages=(Stage("s", "Basketball"),))
    spoken = Journey("k", "K", (Stage("s", "S", touchpoints=(Touchpoint("t", "T", needs=("A bag",)),)),))

    assert "Used in: K Tags" in build_pages(portfolio_of(BASKET, journeys=(silent, spoken))).words(PAGE)


def test_many_journeys_are_counted() -> None:
    """Beyond eight journeys the rest is a number."""
    journeys = tuple(Journey(f"j{n}", f"J{n}", summary="The basket.") for n in range(11))

    assert "J6, J7 and 3 more" in build_pages(portfolio_of(BASKET, journeys=journeys)).words(PAGE)


def test_prose_links_to_the_glossary() -> None:
    """From any depth, the definition without its markup; a definition links to other terms only."""
    portfolio = portfolio_of(BASKET, Term("cart", "Cart", "Another word for basket, not for a cart."))
    atlas = Atlas({}, {}, frozenset({"glossary"}))
    desk = Desk(portfolio, atlas, "journeys/j/index.html", "en", explain_terms(portfolio))

    assert desk.prose("The **basket**.").text == (
        '<p>The <strong><a class="term" href="../../glossary/index.html#basket" '
        'title="What they mean to buy.">basket</a></strong>.</p>\n'
    )
    html = build_pages(portfolio).html(PAGE)
    assert 'href="index.html#basket"' in html
    assert "#cart" not in html


def test_a_page_that_travels_alone_links_to_no_glossary() -> None:
    """There is nothing to arrive at."""
    page = single_page(Compilation(portfolio_of(Term("visitor", "Visitor")), (), {}), make_journey())

    assert "visitor finds a product" in page
    assert 'class="term"' not in page


def test_without_terms_there_is_no_glossary() -> None:
    """Nothing to explain: no page, and prose stays as it is."""
    portfolio = portfolio_of()

    assert PAGE not in build_pages(portfolio).files
    assert explain_terms(portfolio) is None
