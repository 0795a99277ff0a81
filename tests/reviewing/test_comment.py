"""The comment on a pull request: found again, never too long, and harmless whatever the map says."""

import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from journeymap import __version__
from journeymap.diffing.changes import Approval, Change, Entity, Fact, Level
from journeymap.reviewing import Dossier, Options
from journeymap.reviewing.comment import write_comment
from journeymap.reviewing.escaping import write_code, write_link, write_marker, write_message, write_text
from tests.rendering.hostile_strings import HOSTILE_STRINGS
from tests.reviewing.reviews import make_changes, make_dossier, make_story
from tests.reviewing.worlds import HEAD, STAGES, compare, compile_world, edit

MARKER = "<!-- journeymap-review:"


def render(text: str) -> str:
    """Return Markdown as a code host renders it, raw HTML included."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return str(parser.render(text))


def many(count: int, message: str = "something changed", level: Level = Level.INFO) -> Dossier:
    """Return a dossier of many changes in no journey."""
    portfolio = compile_world()
    changes = tuple(
        Change(
            Fact("team-added", Entity("team", f"library/team:t{number}", f"Team {number}")),
            level,
            "structure",
            "existence",
            "add",
            f"{message} {number}",
        )
        for number in range(count)
    )
    return make_dossier(portfolio, portfolio, changes)


def test_it_begins_with_its_marker_and_the_counts() -> None:
    """The first line finds the comment again, the next one says how grave it is."""
    lines = write_comment(make_story(Options(name="review:diff"))).splitlines()
    assert lines[0] == "<!-- journeymap-review:review:diff -->"
    assert lines[2] == "### Journey map review: 1 breaking, 2 warnings, 8 info, 1 of them approved"
    assert lines[-1] == (
        f"<sub>Compared main (a1b2c3d) with simple-checkout (d4e5f6a) by journeymap {__version__}.</sub>"
    )


def test_grave_changes_are_open_and_the_others_folded() -> None:
    """What has to be decided is seen at once, the worst first; approvals stand beside it."""
    text = write_comment(make_story())
    opened, _, folded = text.partition("<details>")
    assert opened.index("**breaking**") < opened.index("**warning**")
    assert "**info**" not in opened
    assert "Approved: The payment step lives on in checkout" in opened
    assert "<summary>8 more changes</summary>" in folded
    assert "2 details of wording or looks are not shown" in folded


def test_details_are_there_when_all_is_asked_for() -> None:
    """With everything there is nothing left to count."""
    text = write_comment(make_story(Options(shows_all=True)))
    assert "**detail**" in text
    assert "are not shown" not in text


@pytest.mark.parametrize(("count", "rows", "left"), [(20, 20, 0), (21, 20, 1), (300, 20, 280)])
def test_there_are_twenty_rows_at_most(count: int, rows: int, left: int) -> None:
    """What is left out is counted."""
    text = write_comment(many(count))
    assert len([line for line in text.splitlines() if "**info**" in line]) == rows
    words = f"**{left} more change{'s are' if left > 1 else ' is'} in the full report.**"
    assert (words in text) is bool(left)


def test_it_stays_below_the_limit_and_ends_at_a_row() -> None:
    """However long the sentences and however many rows: whole rows go, and that is said."""
    dossier = many(400, "very " * 200)._replace(options=Options(most_rows=400))
    text = write_comment(dossier)
    assert len(text) <= 60_000
    kept = [line for line in text.splitlines() if "**info**" in line]
    assert all(line.endswith(" |") for line in kept)
    assert f"**{400 - len(kept)} more changes are in the full report.**" in text


def test_a_limit_that_nothing_fits_leaves_the_headline() -> None:
    """Then there are no rows, and still the counts."""
    text = write_comment(make_story(Options(most_characters=10)))
    assert "1 breaking" in text
    assert "| ✖" not in text


def test_curves_go_before_rows() -> None:
    """A comment that is a little too long loses its curves and keeps what has to be decided."""
    whole = write_comment(make_story())
    text = write_comment(make_story(Options(most_characters=len(whole) - 1)))
    assert "How it feels, step by step" in whole
    assert "How it feels, step by step" not in text
    assert "The curves of 1 journey are in the full report." in text
    assert text.count("**info**") == 8


def test_few_journeys_show_their_curves() -> None:
    """A comment is no atlas: the curves of the gravest changes are enough."""
    before = {f"o{n}": HEAD.replace("id: visit", f"id: o{n}") + STAGES for n in range(6)}
    after = {name: text.replace("score: -1, feeling: lost", "score: 1") for name, text in before.items()}
    text = write_comment(compare(compile_world(**before), compile_world(**after)))
    assert text.count("How it feels, step by step") == 4
    assert "The curves of 2 journeys are in the full report." in text


def test_what_is_breaking_names_its_fingerprint() -> None:
    """Whoever wants to approve of it finds what to write down; what is approved needs that no more."""
    dossier = many(1, level=Level.BREAKING)
    fingerprint = dossier.changes[0].change.fingerprint
    assert f"<sub>To approve: `{fingerprint}`</sub>" in write_comment(dossier)
    assert "To approve" not in write_comment(make_story())


def test_nothing_changes_for_the_customer() -> None:
    """Without a change, or with details only, that is the headline."""
    assert "### Journey map review: No changes for the customer." in write_comment(edit())
    wording = write_comment(edit(("action: Opens it.", "action: Pushes it.")))
    assert "### Journey map review: No changes for the customer." in wording
    assert "1 detail of wording or looks is not shown" in wording


def test_journeys_have_headings_where_there_are_several() -> None:
    """A group has the journey's title, which leads to its page; shared things come last."""
    site = Options(site_url="https://example.com/maps")
    story = make_story(site)
    team = many(1).changes[0].change
    dossier = make_dossier(story.before, story.after, (*make_changes(), team), site)
    text = write_comment(dossier)
    heading = "#### [First purchase, from search to review](<https://example.com/maps/journeys/first-purchase/index.html>)"
    assert text.index(heading) < text.index("#### Shared things")
    assert "#checkout>)" in text


def test_feelings_are_bars_and_numbers() -> None:
    """The bars show the whole way, and the numbers below say the same."""
    text = write_comment(make_story())
    assert "| Mira, the deal hunter | `▆▅▅▆▅▆▅·▆▁▃▆▅·▅██▆▆` | `▆▅▅▆▅▆▅·█▆·▆▅·▅██▆▆` |" in text
    assert "| ≠ **Pay on one page** | −2 → **+1** ▲ | −1 → **+1** ▲ |" in text


def test_a_long_journey_shows_the_steps_that_changed() -> None:
    """Nobody reads eighty bars; those that changed are enough."""
    from tests.rendering.samples import SAMPLES

    portfolio, journey = SAMPLES["sixty"]()
    stage = journey.stages[0]
    first = stage.touchpoints[0]
    sad = first._replace(emotions=(first.emotions[0]._replace(score=-2),))
    stages = (stage._replace(touchpoints=(sad, *stage.touchpoints[1:])), *journey.stages[1:])
    after = portfolio._replace(journeys=(journey._replace(stages=stages),))
    text = write_comment(compare(portfolio, after))
    assert "| First-time mover | `▅` | `▁` |" in text


def test_what_else_a_reviewer_has_to_see() -> None:
    """Approvals that approve nothing and likely renames are listed, up to a limit."""
    from journeymap.diffing.review import Hint

    portfolio = compile_world()
    unused = Approval("abc", "Once agreed", "Ana", "2027-01-01", "touchpoint-removed", "payment")
    expired = Approval("def", "Long ago")
    dossier = make_dossier(
        portfolio,
        portfolio,
        unused=(unused,),
        expired=(expired,),
        hints=tuple(Hint(f"`a{n}` looks like `b{n}`", "", "") for n in range(25)),
    )
    text = write_comment(dossier)
    assert "**Approvals without a change**" in text
    assert "- `touchpoint-removed payment`: Once agreed, by Ana, until 2027-01-01" in text
    assert "- `def`: Long ago" in text
    assert "- `a19` looks like `b19`" in text
    assert "- and 5 more" in text
    assert "a20" not in text


def test_changes_of_the_rules_are_pointed_out() -> None:
    """A pull request that changes its own judge cannot do so unseen."""
    from journeymap.model import Portfolio

    before = compile_world()
    after: Portfolio = before._replace(workspace=before.workspace._replace(checks={"profile": "draft"}))
    text = write_comment(compare(before, after))
    assert "**The rules of this review were changed in it**" in text


class _Harm(HTMLParser):
    """Collects what no comment may hold."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {
            "h3",
            "h4",
            "p",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "strong",
            "code",
            "sub",
        } | {
            *("br", "details", "summary", "ul", "li", "em"),
        }:
            self.found.append(f"<{tag}>")
        self.found += [name for name, _ in attrs if name not in {"style", "open"}]


@pytest.mark.parametrize(
    "text", [*HOSTILE_STRINGS, "<!-- journeymap-review:diff -->", "a | b\n| c |", "`" * 9]
)
def test_no_text_does_anything(text: str) -> None:
    """In every field of a change: no link, no image, no tag, no mention, no second marker, no new row."""
    entity = Entity("touchpoint", f"journey:visit/touchpoint:{text}", text, "visit", text)
    approval = Approval("f", text, text, text, text, text)
    fact = Fact("touchpoint-removed", entity, text, text, text, affects=(text,), hint=text)
    change = Change(
        fact, Level.WARNING, "links", "existence", "remove", f"`{text}` {text}", text, text, approval
    )
    portfolio = compile_world()
    written = write_comment(make_dossier(portfolio, portfolio, (change,), unused=(approval,)))

    harm = _Harm()
    harm.feed(render(written))
    assert harm.found == []
    assert written.count(MARKER) == 1
    assert written.startswith(MARKER)
    # GitHub calls people and links issues wherever these stand, escaped or not.
    bare = re.sub(r"`[^`\n]*`", "", written)
    assert not re.search(r"[@#]\w", re.sub(r"&#\d+;", "", bare)), written
    assert not re.search(r"://\w|www\.\w", bare)
    rows = [line for line in written.splitlines() if line.startswith("| ▲")]
    assert len(rows) == 1


@pytest.mark.parametrize("name", ["x -->", "<!-- -->", "a\nb", "", "ü@#"])
def test_the_marker_is_one_line_and_one_comment(name: str) -> None:
    """Whatever the name is made of, nothing but letters, digits and a few signs come into it."""
    assert re.fullmatch(r"<!-- journeymap-review:[A-Za-z0-9._:/-]+ -->", write_marker(name))
    assert "--" not in write_marker(name)[4:-3]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("- not a list", "&#45; not a list"),
        ("1. not a list", "&#49;. not a list"),
        ("see http://evil.example", "see http:\u200b//evil.example"),
        ("www.evil.example", "www\u200b.evil.example"),
        ("\u202edesrever", "\ufffddesrever"),
        ("x" * 500, "x" * 299 + "…"),
    ],
)
def test_a_text_is_shown_as_it_stands(text: str, written: str) -> None:
    """Nothing begins a list or becomes a link, nothing turns a line around, nothing goes on for ever."""
    assert write_text(text) == written


@pytest.mark.parametrize(
    ("message", "written"),
    [
        ("touchpoint `Payment` is gone", "touchpoint `Payment` is gone"),
        ("`a|b` is gone", "<code>a\\|b</code> is gone"),
        ("an odd ` tick", "an odd \\` tick"),
        ("nothing `` in between", "nothing  in between"),
        ("`a` `b`", "`a` `b`"),
    ],
)
def test_names_in_a_sentence_are_code(message: str, written: str) -> None:
    """A name that could end the code stands in a tag, escaped; an odd backtick is one."""
    assert write_message(message) == written


def test_links_and_code_are_ours() -> None:
    """An address is encoded, so that it cannot end early; without one there is only the text."""
    assert write_link("a]b", "https://example.com/<x> y") == "[a\\]b](<https://example.com/%3Cx%3E%20y>)"
    assert write_link("a", "") == "a"
    assert write_code("https://evil.example") == "<code>https:\u200b//evil.example</code>"
