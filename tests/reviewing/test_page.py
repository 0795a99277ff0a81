"""The page of a review: one file, complete without a script, strict about what may run, linked if asked."""

import base64
import re
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from journeymap.building.vocabulary import empty_library
from journeymap.model import Portfolio, Workspace
from journeymap.reviewing import REVIEWS, Dossier, Options
from journeymap.reviewing.page import show_message, show_review, write_review_page
from tests.rendering.hostile_strings import HOSTILE_STRINGS
from tests.rendering.rewriting import rewrite
from tests.rendering.samples import SAMPLES
from tests.reviewing.reviews import BASE, compare_story, make_changes, make_dossier, make_story
from tests.reviewing.test_picture import pairs
from tests.reviewing.worlds import HEAD, STAGES, compare, compile_world, edit

LINKED = Options(site_url="https://example.com/maps/", edit_url="https://example.com/{file}#L{line}")


class _Outline(HTMLParser):
    """Collects tags with attributes, and the words between them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def values(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.tags if name in attributes]


@pytest.mark.parametrize(
    "dossier", [make_story(LINKED), compare_story(), edit()], ids=["made", "real", "empty"]
)
def test_it_is_one_file_under_a_strict_policy(dossier: Dossier) -> None:
    """Its style and script are named by their digests; nothing is loaded, styled or run besides."""
    text = write_review_page(dossier)
    outline = _Outline(text)
    policy = next(value for value in outline.values("content") if "default-src" in value)
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert not [name for _, attributes in outline.tags for name in attributes if name.startswith("on")]
    assert outline.values("style") == []
    assert outline.values("src") == []
    loaded = [attributes["href"] for tag, attributes in outline.tags if tag == "link"]
    assert all(each.startswith("data:") for each in loaded)


@pytest.mark.parametrize("dossier", [make_story(LINKED), compare_story(LINKED)], ids=["made", "real"])
def test_every_anchor_exists_once(dossier: Dossier) -> None:
    """A link within the page arrives, and no id is there twice."""
    outline = _Outline(write_review_page(dossier))
    ids = outline.values("id")
    assert len(ids) == len(set(ids))
    within = [each[1:] for each in outline.values("href") if each.startswith("#")]
    assert set(within) <= set(ids)
    named = " ".join(outline.values("aria-labelledby") + outline.values("aria-describedby")).split()
    assert set(named) <= set(ids)


def test_words_come_first() -> None:
    """What changes for the customer is said before any picture, number or change."""
    text = _Outline(write_review_page(make_story())).text
    places = [
        text.index(each)
        for each in (
            "What changes for the customer 1",
            "1 breaking",
            "Mira feels better at Pay on one page",
            "The same in numbers",
            "What is different, step by step",
            "Where customers end up",
            "All changes",
            "8 changes without harm",
            "Journeys that change with it",
            "About this review",
        )
        if each != "What changes for the customer 1"
    ]
    assert places == sorted(places)


def test_every_change_has_level_words_place_and_line() -> None:
    """Reason, approval, the kind and the way to the file stand with it."""
    view = show_review(make_story(LINKED)).journeys[0]
    first = view.grave[0]
    assert (first.level, first.sign, first.word) == ("breaking", "✖", "breaking")
    assert first.place == "Decision › Payment"
    assert first.spot is not None
    assert first.spot.url.startswith("https://example.com/journeys/first-purchase.journey.yaml#L")
    assert first.approval == (
        "Approved: The payment step lives on in checkout; nothing links to it"
        " · Priya, checkout team · 2027-03-31"
    )
    assert view.grave[1].page == "https://example.com/maps/journeys/first-purchase/index.html#size-guide"
    assert first.fingerprint == ""
    unapproved = make_changes()[0]._replace(approval=None)
    story = make_story()
    (grave,) = show_review(make_dossier(story.before, story.after, (unapproved,))).journeys[0].grave
    assert grave.fingerprint == unapproved.fingerprint
    assert [len(view.grave), len(view.slight)] == [3, 8]


def test_without_addresses_there_are_no_links() -> None:
    """Nobody said where the site and the files are: then they are named."""
    outline = _Outline(write_review_page(make_story()))
    assert [each for each in outline.values("href") if each.startswith("http")] == []
    assert "journeys/first-purchase.journey.yaml:" in outline.text


def test_the_map_has_what_changed_only() -> None:
    """Columns are the steps that changed under their stages, rows the lanes in which they did."""
    view = show_review(make_story()).journeys[0]
    assert [(stage.title, stage.width) for stage in view.stages] == [
        ("2 · Consideration", 2),
        ("3 · Decision", 3),
    ]
    heads = [(head.title, head.sign, head.note) for head in view.heads]
    assert heads[0] == ("Size guide", "≠", "")
    assert heads[-1] == ("Payment", "−", "now a part of Pay on one page")
    mira = view.rows[0]
    assert (mira.title, mira.by) == ("Feeling", "Mira, the deal hunter")
    (entry,) = mira.cells[3]
    assert entry.was is not None
    assert entry.mood is not None
    assert (entry.was.score, entry.mood.score) == ("−2", "+1")


def test_a_pain_that_nothing_resolved_is_only_removed() -> None:
    """The page calls resolved what something resolved, as the words above it do."""
    view = show_review(compare_story()).journeys[0]

    assert [(row.what, row.where) for row in view.pains] == [
        ("resolved", "Compares prices"),
        ("resolved", "Pay on one page"),
        ("removed", "Pay on one page"),
    ]


def test_a_feeling_without_a_score_is_words() -> None:
    """What was said in words only is shown as words, beside a score on the other side."""
    view = show_review(edit(("score: -1, feeling: lost", "feeling: at home"))).journeys[0]
    (entry,) = next(cell for cell in view.rows[0].cells if cell)
    assert entry.mood is not None
    assert (entry.mood.words, entry.mood.score, entry.mood.face) == ("at home", "", None)


def test_details_are_closed_where_something_grave_is_open() -> None:
    """What does no harm is folded, unless there is nothing else."""
    assert 'class="panel slight">' in write_review_page(make_story())
    portfolio = make_story()
    slight = make_dossier(portfolio.before, portfolio.after, make_changes()[3:4])
    assert 'class="panel slight" open>' in write_review_page(slight)


def test_nothing_changes_is_said() -> None:
    """An empty review is a page that says so."""
    assert "No changes for the customer." in _Outline(write_review_page(edit())).text


def test_a_journey_that_customers_do_not_notice_says_so() -> None:
    """There are changes, and no clause about them."""
    text = _Outline(write_review_page(edit(("owner: hosts", "owner: waiters")))).text
    assert "Nothing that the customer would notice." in text


def test_many_journeys_keep_the_page_light() -> None:
    """Beyond some there are changes without picture and map, and a way to each of them."""
    head = HEAD.replace("id: visit", "id: o{n}")
    before = {f"o{n}": (head + STAGES).replace("{n}", str(n)) for n in range(25)}
    after = {name: text.replace("score: -1, feeling: lost", "score: 1") for name, text in before.items()}
    dossier = compare(compile_world(**before), compile_world(**after))
    context = show_review(dossier)
    assert [bool(view.picture.text) for view in context.journeys] == [True] * 20 + [False] * 5
    assert all(view.slight for view in context.journeys)
    outline = _Outline(write_review_page(dossier))
    assert {f"#journey_o{n}" for n in range(25)} <= set(outline.values("href"))


def test_shared_things_and_conduct_have_sections() -> None:
    """What is in no journey, and how the review was conducted, stands at the end."""
    portfolio = compile_world()
    changes = make_changes()
    text = _Outline(write_review_page(make_dossier(portfolio, portfolio, changes[:2]))).text
    assert "Shared things" in text
    assert BASE.name in text


def test_added_and_removed_journeys_are_shown_whole() -> None:
    """All of their steps are new, or gone."""
    other = {"order": HEAD.replace("id: visit", "id: order") + STAGES}
    before, after = compile_world(), compile_world(**other)
    came, went = (show_review(each).journeys[0] for each in (compare(before, after), compare(after, before)))
    assert {head.mark for head in came.heads} == {"added"}
    assert {head.mark for head in went.heads} == {"removed"}
    assert went.url == ""


def test_our_own_words_follow_the_language() -> None:
    """A page in another language is mirrored where that is written so; findings stay what they are."""
    text = write_review_page(make_story(Options(lang="ar")))
    assert '<html lang="ar" dir="rtl">' in text
    assert '<p class="message" lang="en" dir="auto">' in text


@pytest.mark.parametrize(
    ("message", "markup"),
    [
        ("a `b` c", 'a <b class="name" dir="auto">b</b> c'),
        ("<i> `</b>`", '&lt;i&gt; <b class="name" dir="auto">&lt;/b&gt;</b>'),
        ("odd ` tick", "odd ` tick"),
        ("`` nothing", " nothing"),
    ],
)
def test_names_in_a_sentence_are_set_apart(message: str, markup: str) -> None:
    """Backticks are quotation marks, and everything is escaped."""
    assert show_message(message).text == markup


@pytest.mark.parametrize("first", range(0, 60, 10))
def test_hostile_texts_make_no_tag_and_no_attribute(first: int) -> None:
    """The page of a journey whose every text attacks it has the tags and attributes of any other."""

    def write(mark: str) -> str:
        return f"{HOSTILE_STRINGS[(int(mark[1:-1]) + first) % 60]} {mark}"

    dossier = pairs(rewrite(SAMPLES["retailer"](), write).sample)[0]
    kind = {
        (tag, name) for tag, attributes in _Outline(write_review_page(dossier)).tags for name in attributes
    }
    plain = [*pairs(SAMPLES["retailer"]()), *pairs(SAMPLES["arabic"]())]
    known = {
        (tag, name)
        for each in (*plain, make_story(LINKED))
        for tag, attributes in _Outline(write_review_page(each)).tags
        for name in attributes
    }
    assert kind <= known


@pytest.mark.parametrize("form", REVIEWS)
def test_a_workspace_that_came_or_went_is_shown(form: str) -> None:
    """One side may hold nothing at all, in every form."""
    world, nothing = compile_world(), Portfolio(Workspace(), empty_library(), {}, ())
    for before, after in ((world, nothing), (nothing, world)):
        assert "A visit" in REVIEWS[form](compare(before, after))
