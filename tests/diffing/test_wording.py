"""Changes in words: one plain sentence each, with texts of users set off, shortened and never in the way."""

import pytest

from journeymap.diffing import KINDS, Entity, Fact
from journeymap.diffing.shortening import LONGEST, quote, show_difference
from journeymap.diffing.spelling import Spelled, spell, spell_time
from journeymap.diffing.wording import write_sentence
from journeymap.rendering.naming import write_percent
from tests.diffing.cases import review_files
from tests.diffing.test_judging import HEAD, journey

HOSTILE = "a `tick` {old} {it.__class__}\n::error::%s \u202e<b>"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0s"),
        (90, "1m 30s"),
        (240, "4m"),
        (5400, "1h 30m"),
        (2_592_000, "30d"),
        (604_800, "1w"),
        (90_000, "1d 1h"),
    ],
)
def test_durations_are_written_as_in_files(seconds: int, text: str) -> None:
    """Weeks stand alone; everything else is days and what is left."""
    assert spell_time(seconds) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "nothing"),
        (True, "yes"),
        (False, "no"),
        (0.1 + 0.2, "0.3"),
        (3, "3"),
        (("a", 1), "a, 1"),
        ("x", "x"),
    ],
)
def test_values_are_written_as_people_do(value: object, text: str) -> None:
    """No Python, no dust of binary fractions."""
    assert spell(value) == text


def test_quotes_are_short_and_on_one_line() -> None:
    """A backtick inside would end the quote, a line break the sentence."""
    assert quote("a `b`\n c") == "`a 'b' c`"
    assert len(quote("word " * 100)) <= LONGEST + 2
    assert quote("word " * 100).endswith("…`")


def test_long_texts_are_shortened_around_what_differs() -> None:
    """The difference is seen on both sides, wherever in the text it is."""
    start, end = "one two three " * 20, " four five six" * 20
    old, new = show_difference(f"{start}RED{end}", f"{start}GREEN{end}")
    assert "RED" in old
    assert "GREEN" in new
    assert old.startswith("…")
    assert old.endswith("…")
    assert max(len(old), len(new)) <= LONGEST + 2
    assert show_difference("a", "b") == ("a", "b")


@pytest.mark.parametrize("id", sorted(KINDS))
def test_hostile_texts_leave_a_sentence_a_sentence(id: str) -> None:
    """Whatever users write, it stays within its backticks, on one line, and is never taken for a place."""
    entity = Entity("touchpoint", "journey:a/touchpoint:b", HOSTILE, "a", "s")
    old, new = (3, 4) if "duration" in id or "share" in id or "range" in id else (HOSTILE, HOSTILE + "!")
    before, after = (
        ((old, old), (new, new)) if "range" in id or id.endswith(("split", "merged")) else (old, new)
    )
    if id.endswith(("split", "merged")):
        before = HOSTILE
    context = {
        "at": HOSTILE,
        "who": HOSTILE,
        "name": HOSTILE,
        "titles": {HOSTILE: HOSTILE},
        "held": (HOSTILE,) * 7,
    }
    sentence = write_sentence(Fact(id, entity, before, after, context=context), KINDS[id])
    assert "\n" not in sentence
    assert sentence.count("`") % 2 == 0
    outside = "".join(sentence.split("`")[::2])
    assert "<b>" not in outside
    assert "::" not in outside


def message(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Return the sentences of the changes between two sides."""
    return [change.message for change in review_files(before, after).changes]


def test_who_feels_and_where_are_in_the_sentence() -> None:
    """A service designer reads it without looking anything up."""
    mira = {"mira.persona.yaml": "journeymap: 1\nkind: persona\nid: mira\ntitle: Mira\n"}
    sides = [
        journey("personas: [mira]\n", f"moment_of_truth: true, emotion: {{by: {{mira: {score}}}}}") | mira
        for score in (1, -1)
    ]
    assert message(*sides) == ["the emotion of `Mira` at `Pay` fell from 1 to -1 (moment of truth)"]


def test_what_was_held_is_named() -> None:
    """A stage that goes is told with what goes with it, the first five of many."""
    touchpoints = "".join(f"      - {{id: t{each}, title: Step {each}}}\n" for each in range(7))
    stage = f"  - id: wait\n    title: Wait\n    touchpoints:\n{touchpoints}"
    before = {name: text + stage for name, text in journey().items()}
    assert message(before, journey()) == [
        "the stage `Wait` was removed (with `Step 0`, `Step 1`, `Step 2`, `Step 3` and `Step 4` and 2 more)"
    ]


def test_ways_out_are_named_for_what_they_are() -> None:
    """An exit and another journey are not touchpoints."""
    header = "exits: [{id: leaves, title: Leaves}]\n"
    other = {
        "other.journey.yaml": HEAD.replace("shop", "returns").replace("Shop", "Returns")
        + "stages: [{id: a, title: A}]\n"
    }
    before = journey(header) | other
    after = journey(header, "next: [{exit: leaves}, {journey: returns}]") | other
    assert message(before, after) == [
        "there is a way from the touchpoint `Pay` to the exit `Leaves` now",
        "there is a way from the touchpoint `Pay` to the journey `Returns` now",
    ]


def test_stages_and_speakers_have_their_own_words() -> None:
    """What somebody says or feels in a stage is told of the stage."""

    def side(emotion: str) -> dict[str, str]:
        return {
            name: text.replace("    title: Buy\n", f"    title: Buy\n    emotion: {emotion}\n")
            for name, text in journey().items()
        }

    assert message(
        side("{score: 1, confidence: assumed}"), side("{score: 2, confidence: researched, quote: Ah.}")
    ) == [
        "the emotion in the stage `Buy` is better founded: assumed, now researched",
        "the emotion in the stage `Buy` rose from 1 to 2",
        "the customer in the stage `Buy` is quoted now: `Ah.`",
    ]


def test_a_persona_is_quoted_by_name() -> None:
    """A quote of a persona is that persona's."""
    text = "journeymap: 1\nkind: persona\nid: mira\ntitle: Mira\n"
    sides = {"mira.persona.yaml": text}, {"mira.persona.yaml": f"{text}quote: Ah.\n"}
    assert message(*sides) == ["the persona `Mira` is quoted now: `Ah.`"]
    mira = {"mira.persona.yaml": text}
    before, after = (
        journey("personas: [mira]\n", f"emotion: {{by: {{mira: {{score: 1{quote}}}}}}}") | mira
        for quote in ("", ", quote: Ah.")
    )
    assert message(before, after) == ["`Mira` at `Pay` is quoted now: `Ah.`"]


@pytest.mark.parametrize("share", [0.22, 0.463, 0.5, 1, 0, 0.005])
def test_a_share_is_written_as_everywhere_else(share: float) -> None:
    """A sentence about a change and the words around it put the percent sign in the same place."""
    assert format(Spelled(share, {}), "share") == write_percent(share, lang="en")
