"""What the search finds, in which order, and what it marks: the script itself, asked without a page."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model import Emotion, Journey, Opportunity, Pain, Persona, Stage, Touchpoint
from journeymap.site.addresses import Atlas
from journeymap.site.searching.entries import KINDS, Entry, list_entries
from tests.site.samples import make_portfolio
from tests.site.searching.searcher import Searcher

FOLDED = [
    ("Größe wählen", "grosse"),
    ("Größe wählen", "GRÖSSE"),
    ("Größe wählen", "wahl"),
    ("Façade", "facade"),
    ("Facade", "façade"),
    ("Smørrebrød", "smorrebrod"),
    ("Łódź", "lodz"),
    ("İstanbul", "istanbul"),
    ("ΟΔΥΣΣΕΥΣ", "οδυσσεύς"),
    ("الشراء الأول", "الاول"),
    ("الشِّراء", "الشراء"),
    ("שָׁלוֹם", "שלום"),
    ("Ｆｕｌｌ　ｗｉｄｔｈ", "full"),
    ("ﬁne ﬂow", "fine"),
    ("한국어 검색", "한국"),
    ("購入の体験", "購"),
    ("購入の体験", "体験"),
    ("購入の体験", "購入体験"),
    ("ガソリン", "ｶﾞｿ"),
    ("การค้นหา", "ค้น"),
    ("Don't panic", "don't"),
    ("e-mail", "mail"),
    ("KPI #5", "5"),
]
MISSED = [
    ("Checkout", "basket"),
    ("購入の体験", "販売"),
    ("Checkout", "!?"),
    ("Checkout", ""),
    ("One", "oen"),
]
TYPOS = ["chekout", "checckout", "chwckout", "hceckout", "checkuot", "checkouts", "chekou"]


@pytest.mark.parametrize(("title", "query"), FOLDED)
def test_case_accents_and_spelling_of_letters_do_not_matter(
    searcher: Searcher, title: str, query: str
) -> None:
    """A title is found whatever keyboard its letters come from, in scripts with spaces and without."""
    assert searcher.find([title, "Nothing of the kind"], query) == [title]


@pytest.mark.parametrize(("title", "query"), MISSED)
def test_what_is_not_there_is_not_found(searcher: Searcher, title: str, query: str) -> None:
    """Other words, signs alone, nothing at all, and slips in short words find nothing."""
    assert searcher.find([title], query) == []


@pytest.mark.parametrize("query", [typo for typo in TYPOS if typo[0] == "c"])
def test_one_slip_in_a_long_word_is_forgiven(searcher: Searcher, query: str) -> None:
    """A letter too many, too few, wrong, or changed with its neighbour still finds the word."""
    assert searcher.find(["Checkout page", "Basket"], query) == ["Checkout page"]


def test_slips_are_only_looked_for_where_nothing_fits(searcher: Searcher) -> None:
    """A word that is there as it was typed keeps those away that only look like it."""
    assert searcher.find(["Returns", "Returned"], "returns") == ["Returns"]


def test_two_slips_and_a_slip_in_the_first_letter_are_not_forgiven(searcher: Searcher) -> None:
    """What is guessed stays near to what was typed."""
    assert searcher.find(["Checkout"], "chkcout") == []
    assert searcher.find(["Checkout"], "hceckout") == []


def test_the_whole_title_comes_first_then_beginnings_then_insides(searcher: Searcher) -> None:
    """Exact title, whole word, beginning of a word, inside of a word: in this order."""
    titles = ["Prepaying", "Payment of the bill", "How to pay", "Pay"]

    assert searcher.find(titles, "pay") == ["Pay", "How to pay", "Payment of the bill", "Prepaying"]


def test_titles_come_before_descriptions(searcher: Searcher) -> None:
    """A word in a title outweighs the same word in what is said about something else."""
    entries = [
        Entry("journey", "Search", "a/", text="Everything about delivery"),
        Entry("touchpoint", "Undeliverable", "b/"),
    ]

    assert searcher.ask(entries, ["deliver"]).found == [[1, 0]]


def test_kinds_have_an_order_of_their_own(searcher: Searcher) -> None:
    """Of things with the same title the journey comes first, and a quote last."""
    entries = [Entry(kind, "Checkout", f"{kind}/") for kind in reversed(KINDS)]

    (found,) = searcher.ask(entries, ["checkout"]).found

    assert [entries[number].kind for number in found] == list(KINDS)


def test_all_words_have_to_be_met_in_any_order_and_field(searcher: Searcher) -> None:
    """Words narrow the search; one may stand in the title and another in what is said about it."""
    entries = [
        Entry("touchpoint", "Checkout page", "a/", text="Card or bank transfer"),
        Entry("touchpoint", "Checkout page", "b/", text="Cash"),
    ]

    assert searcher.ask(entries, ["card check", "page checkout", "card cash"]).found == [[0], [0, 1], []]


def test_what_was_asked_for_is_marked(searcher: Searcher) -> None:
    """Marks cover whole letters with their accents, beginnings of words first, and lose nothing."""
    marks = [
        ("Größe wählen", "gross wahl"),
        ("Checkout, then check", "check"),
        ("Prepay", "pay"),
        ("購入の体験", "体験"),
        ("Checkout", "chekout"),
        ("A <b>bold</b> move", "b"),
    ]

    marked = searcher.ask([Entry("tag", "x", "x/")], marks=marks).marked

    assert [[text for text, hit in pieces if hit] for pieces in marked] == [
        ["Größ", "wähl"],
        ["Check", "check"],
        ["pay"],
        ["体験"],
        [],
        ["b", "b", "b"],
    ]
    assert ["".join(text for text, _ in pieces) for pieces in marked] == [text for text, _ in marks]


@pytest.mark.parametrize(
    "title", ["__proto__", "constructor", "toString", "</script><script>pwned = 1</script>"]
)
def test_words_that_mean_something_to_scripts_are_words(searcher: Searcher, title: str) -> None:
    """Names of what objects inherit are found like all others, and leave no trace."""
    answer = searcher.ask([Entry("tag", title, "x/"), Entry("tag", "Other", "y/")], [title, "hasOwnProperty"])

    assert answer.found == [[0], []]
    assert answer.polluted == 0


LETTERS = st.characters(categories=("L", "N"))
WORDS = st.one_of(
    st.text(LETTERS, min_size=1, max_size=8),
    st.text(
        st.characters(min_codepoint=0x3040, max_codepoint=0x30FF, categories=["L"]), min_size=1, max_size=8
    ),
    st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=8),
    st.sampled_from(
        ["购物车", "العربة", "עגלה", "Ünïcödé", "don't", "e-mail", "(optional)", "🛒", "100%", "O’Neill"]
    ),
)
TITLES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


@st.composite
def journeys(draw: st.DrawFn) -> Journey:
    """Draw a journey that has a title for every kind of part."""
    return Journey(
        "drawn",
        draw(TITLES),
        (
            Stage(
                "stage",
                draw(TITLES),
                touchpoints=(
                    Touchpoint(
                        "moment",
                        draw(TITLES),
                        pains=(Pain(draw(TITLES), "pain"),),
                        emotions=(Emotion(0, quote=draw(TITLES)),),
                    ),
                ),
            ),
        ),
        opportunities=(Opportunity(draw(TITLES), "chance"),),
        local_personas=(Persona("who", draw(TITLES)),),
    )


@given(journeys())
def test_every_beginning_of_every_word_of_a_title_finds_it(searcher: Searcher, journey: Journey) -> None:
    """Whatever a thing is called, in whatever script, its first letters are enough."""
    portfolio = make_portfolio()._replace(journeys=(journey,), personas={})
    entries = list_entries(portfolio, Atlas({"journey": frozenset({"drawn"})}))
    asked = [
        (number, word[:length])
        for number, entry in enumerate(entries)
        for word in entry.title.split()
        for length in range(1, len(word) + 1)
        if _has_letters(word[:length])
    ]

    answer = searcher.ask(entries, [query for _, query in asked])

    assert len(entries) >= 7
    missed = [
        (query, entries[number].title)
        for (number, query), found in zip(asked, answer.found, strict=True)
        if number not in found
    ]
    assert missed == []


def _has_letters(text: str) -> bool:
    """Whether there is anything to search for: a sign that stretches a line is none."""
    folded = unicodedata.normalize("NFKD", text).replace("\N{ARABIC TATWEEL}", "")
    return any(unicodedata.category(letter)[0] in "LN" for letter in folded)
