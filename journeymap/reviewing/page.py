"""A review as one page that needs no other file: in words first, then each journey, then every change."""

from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import quote

from journeymap.diffing.changes import Level
from journeymap.rendering.packing import pack_script, pack_style
from journeymap.rendering.policies import embedded_policy
from journeymap.rendering.templating import Html, direction, escape_html, marked, render_template
from journeymap.resources import templates_path
from journeymap.reviewing.contexts import ChangeView, Frame, JourneyView, ReviewContext, Tally
from journeymap.reviewing.dossier import Dossier, Located, may_be_approved, tell_reasons
from journeymap.reviewing.figures import compare_ends, compare_kpis, compare_opportunities
from journeymap.reviewing.headlines import (
    name_sides,
    tell_comparison,
    tell_conduct,
    tell_headline,
    tell_hidden,
)
from journeymap.reviewing.journey_picture import MARK_WORDS
from journeymap.reviewing.journeys import SIGNS, JourneyReview, list_others, review_journeys
from journeymap.reviewing.map_views import (
    list_pains,
    show_heads,
    show_numbers,
    show_rows,
    show_stages,
)
from journeymap.reviewing.pen import LEVEL_COUNTS, LEVEL_SIGNS, Pen
from journeymap.reviewing.picture import draw_journey
from journeymap.reviewing.places import find_journey_page, find_page, find_spot, name_place
from journeymap.reviewing.remarks import tell_journey
from journeymap.themes.branding import OwnTheme
from journeymap.themes.choosing import LIGHT_NAME, choose_theme
from journeymap.themes.colours import name_colours, spell_colours
from journeymap.themes.properties import write_tokens

TEMPLATE = "review/page.html"
STYLES = ("site/style/base.css", "review/review.css")
SCRIPTS = ("site/script/base.js",)
ICON = "site/icon.svg"
MOST_PICTURES = 20
"""Journeys that are shown with picture and map; of more there are the changes only."""


def write_review_page(dossier: Dossier) -> str:
    """Return the page of a review."""
    context = show_review(dossier)
    return render_template(TEMPLATE, context, lang=context.page.lang)


def show_review(dossier: Dossier) -> ReviewContext:
    """Return what the page of a review shows."""
    pen = Pen(dossier.lang)
    reviews = review_journeys(dossier)
    own = [review for review in reviews if not review.is_passed_on]
    before, after = name_sides(dossier)
    conduct = tell_conduct(dossier, pen)
    words = {mark: pen.say(word) for mark, word in MARK_WORDS.items()}
    return ReviewContext(
        page=_lay_page(dossier, pen),
        before=before,
        after=after,
        headline=tell_headline(dossier, pen),
        all_tallies=tuple(_tally(dossier.changes, pen)),
        hidden=tell_hidden(dossier, pen),
        journeys=tuple(
            _show_journey(dossier, review, pen, is_whole=number < MOST_PICTURES)
            for number, review in enumerate(own)
        ),
        passed_on=tuple(
            (review.journey.title, find_journey_page(dossier, review))
            for review in reviews
            if review.is_passed_on
        ),
        others=tuple(_show_change(dossier, each, None, pen) for each in list_others(dossier, reviews)),
        conduct=tuple((title, tuple(map(show_message, texts))) for title, texts in conduct),
        comparison=tell_comparison(dossier, pen),
        legend=tuple((mark, SIGNS[mark], word) for mark, word in words.items()),
        mark_signs=SIGNS,
        mark_words=words,
    )


def show_message(message: str) -> Html:
    """Return a sentence that names things in backticks as markup, the names set apart."""
    parts = message.split("`")
    if len(parts) % 2 == 0:
        parts[-2:] = [f"{parts[-2]}`{parts[-1]}"]
    written = (
        f'<b class="name" dir="auto">{escape_html(part)}</b>'
        if index % 2 and part
        else escape_html(part).text
        for index, part in enumerate(parts)
    )
    return Html("".join(written))


def _show_journey(dossier: Dossier, review: JourneyReview, pen: Pen, *, is_whole: bool) -> JourneyView:
    theme = name_colours(choose_theme(dossier.after.workspace.theme, LIGHT_NAME))
    shown = [_show_change(dossier, each, review, pen) for each in review.changes]
    grave = {Level.BREAKING.word, Level.WARNING.word}
    voices, numbers = show_numbers(dossier, review, pen) if is_whole else ((), ())
    return JourneyView(
        id=review.id,
        title=review.journey.title,
        url=find_journey_page(dossier, review),
        mark=review.mark,
        word=pen.say(MARK_WORDS[review.mark]),
        tallies=tuple(_tally(review.changes, pen)),
        remarks=tell_journey(dossier, review, pen),
        picture=Html(draw_journey(dossier, review, theme=theme).svg if is_whole else ""),
        voices=voices,
        numbers=numbers,
        stages=show_stages(review) if is_whole else (),
        heads=show_heads(dossier, review, pen) if is_whole else (),
        rows=show_rows(dossier, review, pen) if is_whole else (),
        kpis=compare_kpis(dossier, review, pen),
        ends=compare_ends(dossier, review, pen),
        opportunities=compare_opportunities(review, pen),
        pains=list_pains(review),
        grave=tuple(each for each in shown if each.level in grave),
        slight=tuple(each for each in shown if each.level not in grave),
    )


def _show_change(dossier: Dossier, located: Located, review: JourneyReview | None, pen: Pen) -> ChangeView:
    change = located.change
    approval = ""
    if change.approval:
        approval = pen.say(marked("Approved: %(reason)s"), reason=change.approval.reason)
        who = (change.approval.approved_by, change.approval.expires)
        approval = " · ".join(filter(None, (approval, *who)))
    return ChangeView(
        level=change.level.word,
        sign=LEVEL_SIGNS[change.level],
        word=pen.level(change.level),
        message=show_message(change.message),
        reasons=tuple(map(show_message, tell_reasons(dossier, change))),
        place=name_place(located, review),
        page=find_page(dossier, located),
        spot=find_spot(dossier, located),
        kind=change.id,
        fingerprint=change.fingerprint if may_be_approved(change) else "",
        approval=approval,
    )


def _tally(changes: Iterable[Located], pen: Pen) -> Iterator[Tally]:
    levels = [each.change.level for each in changes]
    for level in (Level.BREAKING, Level.WARNING, Level.INFO):
        if count := levels.count(level):
            yield Tally(level.word, LEVEL_SIGNS[level], pen.say_count(LEVEL_COUNTS[level], count))


def _lay_page(dossier: Dossier, pen: Pen) -> Frame:
    own = dossier.after.workspace.theme
    style, script = _style(own), _script()
    icon = spell_colours(_read(ICON), choose_theme(own, LIGHT_NAME))
    return Frame(
        lang=pen.lang,
        direction=direction(pen.lang),
        title=pen.say(marked("What changes for the customer")),
        site=dossier.after.workspace.title or pen.say(marked("Journey maps")),
        policy=embedded_policy(style, script),
        icon="data:image/svg+xml," + quote(icon.strip(), safe=""),
        style=Html(style),
        script=Html(script),
    )


@cache
def _style(own: OwnTheme) -> str:
    text = pack_style(write_tokens(own) + "".join(map(_read, STYLES)))
    assert "</" not in text
    return text


@cache
def _script() -> str:
    text = pack_script("".join(map(_read, SCRIPTS)))
    assert "</" not in text
    return text


@cache
def _read(name: str) -> str:
    return (templates_path() / name).read_text(encoding="utf-8")
