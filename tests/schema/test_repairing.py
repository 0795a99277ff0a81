"""Guesses at what was meant, and the fixes made of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.schema import repairing
from tests.schema.finding import find, fixed, in_journey, in_overlay, in_stage, in_touchpoint


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("First purchase", "first-purchase"),
        ("Straße & Café", "strasse-cafe"),
        ("--a__b--", "a-b"),
        ("決済", ""),
        ("a" * 70, "a" * 64),
        ("x" * 63 + " y", "x" * 63),
    ],
)
def test_ids(text: str, id: str) -> None:
    """A title becomes the id that a person would choose."""
    assert repairing.repair_id(text) == id


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("First Purchase#Late Cost", "first-purchase#late-cost"),
        ("Checkout/CSAT", "checkout/csat"),
        ("a#B/C", "a#b/c"),
        ("#x", ""),
        ("/x", ""),
        ("x#", ""),
    ],
)
def test_addresses(text: str, address: str) -> None:
    """Each part of an address becomes an id, or nothing does."""
    assert repairing.repair_address(text) == address


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("#72A", "#7722aa"),
        ("72a", "#7722aa"),
        ("7A1FA2", "#7a1fa2"),
        (" #7a1fa2 ", "#7a1fa2"),
        ("#7a1fa2ff", "#7a1fa2"),
        ("#72af", "#7722aa"),
        ("#7a1fa280", ""),
        ("72af", ""),
        ("purple", ""),
        ("rgb(1, 2, 3)", ""),
    ],
)
def test_colours(text: str, colour: str) -> None:
    """Short forms, missing signs and an alpha value that says nothing are written out; names are not."""
    assert repairing.repair_colour(text) == colour


def test_a_repaired_colour_is_in_quotes() -> None:
    """Without them it would be a comment."""
    text = "journeymap: 1\nkind: workspace\ntheme: {light: {accent: 7a1fa2, pain: '#a12'}}\n"

    assert fixed(text, find(text, "journeymap.yaml")[0]).endswith("{accent: \"#7a1fa2\", pain: '#a12'}}\n")
    assert fixed(text, find(text, "journeymap.yaml")[1]).endswith('pain: "#aa1122"}}\n')


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026/9/3", "2026-09-03"),
        ("2026.09.30", "2026-09-30"),
        ("30.09.2026", "2026-09-30"),
        ("9/30/2026", "2026-09-30"),
        ("5/5/2026", "2026-05-05"),
        ("3/4/2026", ""),
        ("2026-09-30T10:00:00Z", "2026-09-30"),
        ("2026-02-30 10:00", ""),
        ("31.02.2026", ""),
        ("September 2026", ""),
    ],
)
def test_dates(text: str, date: str) -> None:
    """A day is offered where only one can be meant."""
    assert repairing.repair_date(text) == date


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("90 minutes", "90m"),
        ("4 min", "4m"),
        ("1.5h", "90m"),
        ("2.5 days", "60h"),
        ("0.5 h", "30m"),
        ("1 hour and 30 minutes", "1h30m"),
        ("1h, 30m", "1h30m"),
        ("2 Weeks", "2w"),
        ("0.1s", ""),
        ("0.1w", ""),
        ("3 months", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_durations(text: str, duration: str) -> None:
    """Words for units and tenths of a unit become the short form."""
    assert repairing.repair_duration(text) == duration


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("31", "31"),
        ("3,5", "3.5"),
        ("\u22122", "-2"),
        ("69 %", "69"),
        ("+1", "1"),
        ("1,2,3", ""),
        ("many", ""),
    ],
)
def test_numbers(text: str, number: str) -> None:
    """Quotes, decimal commas, percent signs and typeset minus signs are no harm."""
    assert repairing.repair_number(text) == number


@pytest.mark.parametrize(("text", "word"), [("Yes", "true"), ("off", "false"), ("maybe", "")])
def test_truths(text: str, word: str) -> None:
    """Words for yes and no become true and false."""
    assert repairing.repair_truth(text) == word


@given(st.text())
def test_a_repaired_text_needs_no_repair(text: str) -> None:
    """A repair is right by the rule whose breach it repairs, for any text."""
    for key, repair in (
        ("owner", repairing.repair_id),
        ("reviewed", repairing.repair_date),
        ("review_every", repairing.repair_duration),
    ):
        meant = repair(text)
        if meant:
            assert find(in_journey(f'{key}: "{meant}"')) == ()


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        (in_journey("ownr: counter"), in_journey("owner: counter")),
        (in_journey("goal: 0x1F"), in_journey('goal: "0x1F"')),
        (in_journey("state: to-be"), in_journey("state: future")),
        (in_journey("owner: 'Counter Team'"), in_journey("owner: counter-team")),
        (in_journey("owner: 7!"), in_journey('owner: "7"')),
        (in_journey("reviewed: 30.09.2026"), in_journey("reviewed: 2026-09-30")),
        (in_journey("tags: web"), in_journey("tags: [web]")),
        (in_journey("tags: web, growth"), in_journey("tags: [web, growth]")),
        (in_stage("steps: []"), in_stage("touchpoints: []")),
        (in_touchpoint("duration: 1.5h"), in_touchpoint("duration: 90m")),
        (in_touchpoint("moment_of_truth: Yes"), in_touchpoint("moment_of_truth: true")),
        (in_touchpoint("next: [{to: a, share: 69%}]"), in_touchpoint("next: [{to: a, share: 0.69}]")),
        (in_touchpoint("next: [{to: a, share: 69}]"), in_touchpoint("next: [{to: a, share: 0.69}]")),
        (in_touchpoint("emotion: {score: '-2'}"), in_touchpoint("emotion: {score: -2}")),
        (in_touchpoint("needs: [Cost: too high]"), in_touchpoint('needs: ["Cost: too high"]')),
        (in_touchpoint("needs:\n  - Cost: too high"), in_touchpoint('needs:\n  - "Cost: too high"')),
        (
            in_touchpoint("pains: [{text: Late, hidden, cost, severity: low}]"),
            in_touchpoint('pains: [{text: "Late, hidden, cost", severity: low}]'),
        ),
        (in_touchpoint("fields: {Steps Walked: 3}"), in_touchpoint("fields: {steps-walked: 3}")),
        (in_overlay("- {delete: wait}"), in_overlay("- {remove: wait}")),
        (in_journey("").replace("journeymap: 1\n", ""), in_journey("")),
        (in_journey("").replace(" 1\n", ' "1"\n', 1), in_journey("")),
    ],
)
def test_a_fix_makes_the_text_right(broken: str, whole: str) -> None:
    """The one finding's fix leads to a text in which nothing is found."""
    (finding,) = find(broken)

    assert fixed(broken, finding) == whole
    assert find(whole) == ()


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        (in_journey("goal: 3"), True),
        (in_journey("reviewed: 2026/09/30"), True),
        (in_touchpoint("duration: 4 minutes"), True),
        (in_touchpoint("moment_of_truth: Yes"), True),
        (in_journey("tags: web"), True),
        (in_journey("lang: en_GB"), True),
        (in_journey("status: Draft"), True),
        (in_journey("goal: [One]"), True),
        (in_journey("goal:"), False),
        (in_journey("tags: [a, a]"), False),
        (in_journey("").replace("journeymap: 1\n", ""), True),
        (in_journey("tags: web, growth"), False),
        (in_journey("ownr: counter"), False),
        (in_journey("state: to-be"), False),
        (in_journey("owner: Counter Team"), False),
        (in_touchpoint("next: [{to: a, share: 69}]"), False),
        (in_touchpoint("needs: [Cost: too high]"), False),
    ],
)
def test_only_certain_fixes_are_safe(text: str, safe: bool) -> None:
    """A fix that guesses at names or meaning is for the author to take."""
    (finding,) = find(text)
    (fix,) = finding.fixes

    assert fix.safe is safe


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("example.com", "https://example.com"),
        ("example.com:8080/a?b=c", "https://example.com:8080/a?b=c"),
        ("anna@example.com", "mailto:anna@example.com"),
        ("javascript:alert(1)", ""),
        ("ftp://example.com", ""),
        ("../report.pdf", ""),
        ("report.pdf", ""),
        ("a b.com", ""),
    ],
)
def test_links_get_their_beginning(text: str, link: str) -> None:
    """A host or a mail address becomes a link; nothing else is guessed."""
    assert repairing.repair_link(text) == link


@pytest.mark.parametrize(
    ("text", "tag"),
    [("en_GB", "en-GB"), (" pt-BR", "pt-BR"), ("en", ""), ("British English", ""), ("english_", "")],
)
def test_languages_get_their_hyphen(text: str, tag: str) -> None:
    """Other programs write an underscore; a name of a language is not guessed at."""
    assert repairing.repair_language(text) == tag


def test_a_web_address_is_no_mail_address() -> None:
    """Only a host gets the beginning of a web address."""
    assert repairing.repair_web_address("example.com") == "https://example.com"
    assert repairing.repair_web_address("anna@example.com") == ""
