"""The words of a glossary in prose: found as whole words, linked once, and never inside other markup."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model import Term
from journeymap.rendering.markdown import render_prose
from journeymap.rendering.terms import Glossary, compile_terms, find_terms

WORDS = st.text(st.sampled_from("ab C結帳é-+ß<&*[]`\n"), max_size=12)


def glossary_of(*terms: Term, apart: str = "") -> Glossary:
    """Return the glossary of a page two folders deep."""
    compiled = compile_terms(terms)
    assert compiled is not None
    return Glossary(compiled, "../../glossary/index.html", apart)


BASKET = Term("basket", "Basket", 'What they "mean" to buy.', ("shopping bag",))


def linked(text: str, *terms: Term, apart: str = "") -> list[tuple[str, str]]:
    """Return the linked words of a text with the id each leads to."""
    shown = render_prose(text, glossary_of(*(terms or (BASKET,)), apart=apart)).text
    return re.findall(r'<a class="term" href="[^"]*#([^"]*)"[^>]*>([^<]*)</a>', shown)


def test_the_first_mention_of_a_term_is_linked_with_its_definition() -> None:
    """Whatever its case, and only once a text; the definition is what hovering shows."""
    shown = render_prose("The BASKET, a basket.", glossary_of(BASKET)).text

    assert shown == (
        '<p>The <a class="term" href="../../glossary/index.html#basket" '
        'title="What they &quot;mean&quot; to buy.">BASKET</a>, a basket.</p>\n'
    )


def test_an_alias_stands_for_its_term() -> None:
    """A term is linked by another name, too, and then no more by its own."""
    assert linked("A shopping bag is a basket.") == [("basket", "shopping bag")]


@pytest.mark.parametrize(
    "text",
    ["Baskets", "breadbasket", "basket_case", "`basket`", "# basket", "[basket](https://e.example)"],
)
def test_terms_are_left_alone_where_they_are_no_words_or_stand_in_markup(text: str) -> None:
    """Inside another word, in code, in a heading and in a link nothing is linked."""
    assert linked(text) == []


def test_a_term_after_markup_is_linked_again() -> None:
    """A heading and a link end; emphasis takes part."""
    assert linked("# Title\n\nSee [this](https://e.example) **basket**") == [("basket", "basket")]


def test_the_longest_term_wins() -> None:
    """A term that is part of another one does not tear it apart, whatever white space is between."""
    longer = Term("gift-basket", "Gift  basket")
    assert linked("A gift  basket, and a basket", BASKET, longer) == [
        ("gift-basket", "gift  basket"),
        ("basket", "basket"),
    ]


def test_scripts_without_spaces_need_no_borders() -> None:
    """A term in ideographs is found amid others, and one in letters beside them needs its own border."""
    assert linked("他們在結帳頁面", Term("checkout", "結帳"), BASKET) == [("checkout", "結帳")]


@pytest.mark.parametrize(
    ("title", "text"), [("C++", "In C++, yes"), (".NET", "On .net now"), ("Straße", "STRAßE")]
)
def test_terms_may_hold_any_character(title: str, text: str) -> None:
    """What means something in an expression is a character like any other."""
    assert [id for id, _ in linked(text, Term("t", title))] == ["t"]


def test_a_definition_does_not_link_to_itself() -> None:
    """The term that a text is about is left alone, others are not."""
    assert linked("A basket on a shelf", BASKET, Term("shelf", "Shelf"), apart="basket") == [
        ("shelf", "shelf")
    ]


def test_of_two_terms_with_one_name_the_first_has_it() -> None:
    """The same word leads to one place only."""
    assert linked("a basket", BASKET, Term("other", "basket")) == [("basket", "basket")]


def test_letters_that_only_look_alike_are_no_mention() -> None:
    """What a case-blind search takes for a term, and is another word in small letters, stays as it is."""
    assert linked("İot in the cloud", Term("iot", "iot"), Term("cloud", "Cloud")) == [("cloud", "cloud")]


def test_long_definitions_are_cut() -> None:
    """A link holds two hundred characters of a definition at most."""
    shown = render_prose("x", glossary_of(Term("x", "x", "y " * 300))).text
    title = re.search(r'title="([^"]*)"', shown)

    assert title is not None
    assert len(title[1]) <= 201
    assert title[1].endswith("…")


def test_without_words_there_is_no_glossary() -> None:
    """Terms without a title or an alias are nothing to look for."""
    assert compile_terms([Term("x", " ")]) is None


def test_mentions_are_found_one_by_one() -> None:
    """Every mention counts, by whatever name."""
    assert list(find_terms("Basket, shopping bag", glossary_of(BASKET).terms)) == ["basket", "basket"]
    assert list(find_terms("Nothing", glossary_of(BASKET).terms)) == []


@given(WORDS, st.lists(WORDS.filter(str.strip), min_size=1, max_size=4))
def test_links_change_no_word(text: str, titles: list[str]) -> None:
    """With its links taken out again a text is the one that it would have been without a glossary."""
    glossary = glossary_of(*(Term(f"t{place}", title, "<b>") for place, title in enumerate(titles)))
    shown = render_prose(text, glossary).text
    bare = re.sub(r'<a class="term"[^>]*>(.*?)</a>', r"\1", shown, flags=re.DOTALL)

    assert bare == render_prose(text).text
    assert shown.count('class="term"') <= len(titles)
