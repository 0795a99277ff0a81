"""The rules about words and pictures: what deceives, what cannot be told apart, what says nothing."""

import pytest

from tests.checks import check, findings
from tests.checks.portfolios import SETTINGS, journey, library, mend, messages, overlay, persona


def text_in(text: str, *, lang: str = "en") -> str:
    """Return a journey with a text as its goal."""
    return journey(head=f'lang: {lang}\ngoal: "{text}"\n')


@pytest.mark.parametrize(
    ("text", "lang", "count"),
    [
        ("Pay now", "en", 0),
        ("Pay\\nnow – ça va", "fr", 0),
        ("A\\u00adB soft hyphen", "en", 0),
        ("A \\u202eB\\u202c", "ar", 1),
        ("A \\u202dB\\u202c", "en", 1),
        ("C++\\u200e", "ar", 0),
        ("C++\\u200e", "ar-Latn", 1),
        ("C++\\u200e", "ku-Arab", 0),
        ("C++\\u200e", "de", 1),
        ("\\u2067C\\u2069", "he-IL", 0),
        ("\\u2067C", "he-IL", 1),
        ("\\u2067C\\u202c\\u2069", "he-IL", 1),
        ("\\u2068A \\u202bB\\u2069", "he-IL", 0),
        ("\\u202bA\\u202c", "he-IL", 0),
        ("A\\u202c", "he-IL", 1),
        ("\\u05d0\\u200f!", "en", 0),
        ("\\u05d0 \\u2066A\\nB\\u2069", "en", 1),
    ],
)
def test_control_characters_are_right_where_something_is_read_from_right_to_left(
    text: str, lang: str, count: int
) -> None:
    """Overrides and what is not closed are always a fault, the others where nothing needs them."""
    assert len(messages("bidi-control", text_in(text, lang=lang))) == count


BIDI = '"A\\u200eB"'


@pytest.mark.parametrize(
    "texts",
    [
        (SETTINGS.replace("Shop journeys", BIDI), journey()),
        (library(f"channels: [{{id: c, title: {BIDI}}}]\n"), journey()),
        (
            library(f"touchpoints: [{{id: p, title: {BIDI}}}]\n"),
            journey(touchpoints="id: a, title: A, uses: p"),
        ),
        (persona(f"goals: [{BIDI}]\n"),),
        (persona(f"demographics: {{age: {BIDI}}}\n"),),
        (journey(touchpoints=f"id: a, title: A, thought: {BIDI}"),),
        (journey(touchpoints=f"id: a, title: A, thought: {{by: {{dana: {BIDI}}}}}"), persona()),
        (journey(touchpoints=f"id: a, title: A, channel: {BIDI}"),),
        (journey(touchpoints=f"id: a, title: A, images: [{{src: a.png, alt: {BIDI}}}]"),),
        (journey(touchpoints=f"id: a, title: A, emotion: {{feeling: {BIDI}, score: 1}}"),),
        (journey(touchpoints=f"id: a, title: A, emotion: {{by: {{dana: {BIDI}}}}}"), persona()),
        (journey(touchpoints=f"id: a, title: A, blueprint: {{frontstage: [{BIDI}]}}"),),
        (journey(touchpoints=f"id: a, title: A, deprecated: {{reason: {BIDI}}}"),),
        (journey(touchpoints=f"id: a, title: A, next: [{{exit: o, when: {BIDI}}}]"),),
        (journey(touchpoints=f"id: a, title: A, links: [{{url: 'https://example.com', title: {BIDI}}}]"),),
        (journey(head=f"objective: {BIDI}\n"),),
        (journey(head=f"objective: {{text: {BIDI}}}\n"),),
        (journey(f"opportunities: [{BIDI}]\n"),),
        (journey(), overlay(head=f"goal: {BIDI}\n")),
        (journey(head=f"goal: {BIDI}\n"), overlay()),
        (journey(touchpoints="id: a, title: A"), overlay(f"set: a, fields: {{needs: [{BIDI}]}}")),
        (journey(touchpoints=f"id: a, title: {BIDI}"), overlay("set: a, fields: {needs: [B]}")),
        (journey(), overlay(f"add: touchpoint, to: decision, item: {{id: b, title: {BIDI}}}")),
    ],
)
def test_a_text_is_read_wherever_it_stands_and_told_once(texts: tuple[str, ...]) -> None:
    """Every text of every file is looked at, and the place is that of the text itself."""
    compilation = check(*texts, select="bidi-control")
    found = [each for each in compilation.diagnostics if each.rule == "bidi-control"]
    starts = [(each.primary.file, each.primary.start.offset, each.primary.end.offset) for each in found]
    assert [compilation.sources[file].text[start:end] for file, start, end in starts] == [BIDI]


def test_custom_fields_are_read_as_well() -> None:
    """What a lane of the workspace's own holds is a text like any other."""
    settings = SETTINGS + "lanes: [{id: note, title: Note}, {id: notes, title: Notes, type: list}]\n"
    text = journey(touchpoints=f"id: a, title: A, fields: {{note: {BIDI}, notes: [{BIDI}]}}")
    assert len(findings("bidi-control", settings, text)) == 2


def test_control_characters_can_be_taken_out() -> None:
    """The repair leaves the text without them, and calls itself safe only where order cannot change."""
    assert mend("bidi-control", text_in("A\\u200eB")) == []
    for text, is_safe in (("A\\u200eB", True), ("A\\u202eB\\u202c", False), ("\\u05d0 \\u2066A", False)):
        found = check(text_in(text), select="bidi-control").diagnostics
        assert [fix.safe for each in found for fix in each.fixes] == [is_safe]
    assert check(text_in("\\u200e"), select="bidi-control").diagnostics[0].fixes == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Checkout", 0),
        ("\\u0421heckout", 1),
        ("\\u0421h\\u0435ckout and \\u0420ay, \\u0420rice", 1),
        ("\\u03b2-test of 5 k\\u03a9, 3 M\\u03a9, \\u0394T, TGF\\u03b1", 0),
        ("\\u041eplata", 1),
        ("SMS\\u043a\\u0430", 0),
        ("CEO\\u0448\\u043d\\u0438\\u043a, PDF\\u044b, PDF\\u0435", 0),
        ("QR\\u043a\\u043e\\u0434", 0),
        ("\\u043f\\u0440\\u0438\\u0432e\\u0442", 1),
        ("\\u0391thens", 1),
        ("\\u03a0o\\u03bb\\u03c5", 1),
        ("\\u30b9\\u30de\\u30dbApp \\ud55c\\uad6d\\uc5b4App", 0),
        ("\\u041c\\u043e\\u0441\\u043a\\u0432\\u0430 Moscow", 0),
    ],
)
def test_a_word_of_two_scripts_is_found_where_it_could_be_read_in_one(text: str, count: int) -> None:
    """Letters that look alike are found; words that mix scripts for a reason are left alone."""
    assert len(messages("mixed-script", text_in(text))) == count


@pytest.mark.parametrize(
    ("touchpoints", "count"),
    [
        ("id: a, title: Mail\nid: b, title: Letter", 0),
        ("id: a, title: Mail\nid: b, title: MAIL", 1),
        ("id: a, title: Mail, uses: page\nid: b, title: Mail, uses: page", 0),
        ("id: a, title: Mail, uses: page\nid: b, title: Mail", 1),
        (
            "\n".join(f"id: {id}, title: Mail" for id in "abcde"),
            1,
        ),
    ],
)
def test_titles_tell_touchpoints_apart(touchpoints: str, count: int) -> None:
    """The same words are one title, and one shared touchpoint may be come by twice."""
    page = library("touchpoints: [{id: page, title: Page}]\n")
    assert len(messages("duplicate-title", page, journey(touchpoints=touchpoints))) == count


@pytest.mark.parametrize(
    ("stage", "count"),
    [
        ("id: s, title: Support", 1),
        ("id: s, title: Kundendienst", 1),
        ("id: s, title: Getting support", 0),
        ("id: s, title: Care", 1),
        ("id: s, title: Demand", 1),
        ("id: s, title: Care, owner: care", 0),
        ("id: s, title: Care, touchpoints: [{id: a, title: A, owner: care}]", 0),
    ],
)
def test_a_stage_is_named_for_customers(stage: str, count: int) -> None:
    """The usual departments and the declared ones are known; a team may be named after its stage."""
    teams = library("teams: [{id: care, title: Care, department: Demand}, {id: other, title: Other}]\n")
    assert len(messages("stage-named-after-department", teams, journey(f"  - {{{stage}}}\n"))) == count


@pytest.mark.parametrize(
    ("title", "count"),
    [
        ("The cart", 1),
        ("Cartoons", 0),
        ("Cart and cart", 1),
        ("Cart, then bag", 2),
        ("The cart saver", 0),
        ("Basket", 0),
    ],
)
def test_the_words_of_the_glossary_are_whole_words(title: str, count: int) -> None:
    """An alias is found as a word, in any case, and not inside another term."""
    terms = library(
        "terms:\n  - {id: basket, title: Basket, aliases: [cart, bag, saver]}\n"
        "  - {id: cart-saver, title: Cart saver}\n  - {id: saver, title: Saver}\n"
    )
    text = journey(touchpoints=f"id: a, title: '{title}'")
    found = check(terms, text, overlay(), select="glossary-alias-used").diagnostics
    assert len({(each.primary, each.message.casefold()) for each in found}) == count


def test_a_glossary_without_aliases_asks_nothing() -> None:
    """Terms alone forbid no word."""
    assert messages("glossary-alias-used", library("terms: [{id: a, title: A}]\n"), journey()) == []


@pytest.mark.parametrize(
    ("image", "missing", "idle"),
    [
        ("pages/a-page.png", 1, 0),
        ("{src: a.png, alt: ' '}", 1, 0),
        ("{src: pages/a-page.png, alt: A page}", 0, 1),
        ("{src: a.png, alt: a.PNG}", 0, 1),
        ("{src: a.png, alt: Foto}", 0, 1),
        ("{src: b.png, alt: The first one}", 0, 1),
        ("{src: a.png, alt: A page with a price}", 0, 0),
    ],
)
def test_a_picture_says_what_it_shows(image: str, missing: int, idle: int) -> None:
    """A missing text and an idle one are two faults, and never both at once."""
    text = journey(touchpoints=f"id: a, title: The First One, images: [{image}]")
    assert (len(messages("image-without-alt", text)), len(messages("idle-alt-text", text))) == (missing, idle)


def test_pictures_that_an_overlay_sets_are_told_there() -> None:
    """The place is that of the change."""
    base = journey(touchpoints="id: a, title: A, images: [{src: a.png, alt: What is seen}]")
    found = check(base, overlay("set: a, fields: {images: [b.png]}"), select="image-without-alt").diagnostics
    assert [(each.primary.file, each.primary.start.line) for each in found] == [("later.journey.yaml", 7)]


@pytest.mark.parametrize(
    ("phases", "count"),
    [
        ("awareness decision retention", 0),
        ("consideration awareness", 0),
        ("decision awareness", 1),
        ("retention decision", 0),
        ("awareness retention decision consideration", 1),
    ],
)
def test_phases_run_forwards(phases: str, count: int) -> None:
    """Only a step back behind the purchase is one, once, and a journey may begin after it."""
    stages = "".join(
        f"  - {{id: s{n}, title: S {n}, phase: {each}}}\n" for n, each in enumerate(phases.split())
    )
    assert len(messages("phases-out-of-order", journey(stages).replace("id: decision", "id: start"))) == count
