"""A review as the comment on a pull request, in the Markdown that code hosts show as it stands.

What has to be decided is open, the rest folded; the comment never grows beyond what its host accepts, and
says what it left out. Every text of a map is escaped: see ``escaping``.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from journeymap.diffing.changes import Level
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.templating import marked, marked_count
from journeymap.reviewing.curve_text import write_curves
from journeymap.reviewing.dossier import Dossier, Located, may_be_approved, tell_reasons
from journeymap.reviewing.escaping import write_link, write_marker, write_message, write_text
from journeymap.reviewing.headlines import (
    tell_comparison,
    tell_conduct,
    tell_counts,
    tell_hidden,
)
from journeymap.reviewing.journeys import JourneyReview, list_others, review_journeys
from journeymap.reviewing.pen import LEVEL_SIGNS, NOTHING, Pen
from journeymap.reviewing.places import find_journey_page, find_page, find_spot, name_place
from journeymap.reviewing.remarks import tell_in_one_line

MOST_JOURNEYS = 12
"""How many journeys are told in words; what they change is in the rows."""
MOST_CURVES = 4
"""How many journeys show their curves."""
MOST_NOTES = 20
"""How many notes of a kind are shown."""


class _Group(NamedTuple):
    """Changes that belong together: those of a journey, or of nothing in particular."""

    review: JourneyReview | None
    changes: tuple[Located, ...]


def write_comment(dossier: Dossier) -> str:
    """Return the comment; it is shorter than the most characters that were asked for."""
    pen, reviews = Pen(), review_journeys(dossier)
    rows, curves = min(dossier.options.most_rows, len(dossier.shown)), MOST_CURVES
    text = _compose(dossier, reviews, pen, rows, curves)
    while len(text) > dossier.options.most_characters and (curves or rows):
        # The curves go first, then the least grave rows.
        rows, curves = (rows, 0) if curves else (rows * 3 // 4, 0)
        text = _compose(dossier, reviews, pen, rows, curves)
    return text


def _compose(
    dossier: Dossier, reviews: tuple[JourneyReview, ...], pen: Pen, rows: int, most_curves: int
) -> str:
    chosen = dossier.shown[:rows]
    parts = [write_marker(dossier.options.name), _write_headline(dossier, pen)]
    parts += _write_story(dossier, reviews, pen)
    groups = [_Group(review, review.changes) for review in reviews if review.changes]
    others = list_others(dossier, reviews)
    groups += [_Group(None, others)] if others else []
    left_out = 0
    for group in groups:
        parts += _write_group(dossier, group, chosen, pen, named=len(groups) > 1)
        curves = list(write_curves(dossier, group.review, pen)) if group.review else []
        if curves and most_curves:
            parts += curves
            most_curves -= 1
        elif curves:
            left_out += 1
    parts += _write_cut(dossier, len(chosen), left_out, pen)
    parts += _write_conduct(dossier, pen)
    return "\n\n".join([*parts, _write_foot(dossier, pen)]) + "\n"


def _write_headline(dossier: Dossier, pen: Pen) -> str:
    counts, title = tell_counts(dossier, pen), pen.say(marked("Journey map review"))
    if not counts:
        return f"### {title}: {pen.say(NOTHING)}"
    return f"### {title}: {counts}"


def _write_story(dossier: Dossier, reviews: Sequence[JourneyReview], pen: Pen) -> Iterator[str]:
    """Yield what the changes mean for the customer, one sentence for each journey."""
    own = [review for review in reviews if not review.is_passed_on]
    for review in own[:MOST_JOURNEYS]:
        title, _, clauses = tell_in_one_line(dossier, review, pen).partition(": ")
        yield f"**{write_text(title)}**: {write_text_long(clauses)}."
    passed_on = [f"*{write_text(review.journey.title)}*" for review in reviews if review.is_passed_on]
    if passed_on:
        shown = ", ".join(passed_on[:MOST_JOURNEYS])
        words = pen.say(marked("It changes as well, through what it shares"))
        yield f"{words}: {shown}."


def _write_group(
    dossier: Dossier, group: _Group, chosen: Sequence[Located], pen: Pen, *, named: bool
) -> Iterator[str]:
    known = {id(each) for each in chosen}
    rows = [each for each in group.changes if id(each) in known]
    if not rows:
        return
    if named:
        yield f"#### {_name_group(dossier, group, pen)}"
    for is_grave, part in groupby(rows, key=lambda each: each.change.level >= Level.WARNING):
        found = list(part)
        table = "\n".join(_write_table(dossier, group, found, pen))
        if is_grave:
            yield table
        else:
            forms = marked_count("%(count)d more change", "%(count)d more changes")
            plain = marked_count("%(count)d change", "%(count)d changes")
            said = pen.say_count(forms if len(found) < len(rows) else plain, len(found))
            yield f"<details><summary>{said}</summary>\n\n{table}\n\n</details>"


def _name_group(dossier: Dossier, group: _Group, pen: Pen) -> str:
    if group.review is None:
        return pen.say(marked("Shared things"))
    return write_link(group.review.journey.title, find_journey_page(dossier, group.review))


def _write_table(dossier: Dossier, group: _Group, changes: Sequence[Located], pen: Pen) -> Iterator[str]:
    heads = (marked("Level"), marked("Change"), marked("Where"), marked("Why, and how to avoid harm"))
    has_why = any(_tell_why(dossier, each, pen) for each in changes)
    shown = [pen.say(head) for head in heads][: 4 if has_why else 3]
    yield f"| {' | '.join(shown)} |"
    yield f"|{' --- |' * len(shown)}"
    for each in changes:
        change = each.change
        level = f"{LEVEL_SIGNS[change.level]}&nbsp;**{pen.level(change.level)}**"
        cells = [level, write_message(change.message), _write_place(dossier, each, group.review)]
        cells += [_tell_why(dossier, each, pen)] if has_why else []
        yield f"| {' | '.join(cells)} |"


def _write_place(dossier: Dossier, located: Located, review: JourneyReview | None) -> str:
    parts = [write_link(name_place(located, review), find_page(dossier, located))]
    spot = find_spot(dossier, located)
    if spot:
        parts.append(f"<sub>{write_link(spot.name, spot.url)}</sub>")
    return "<br>".join(parts)


def _tell_why(dossier: Dossier, located: Located, pen: Pen) -> str:
    change = located.change
    parts = [write_message(text) for text in tell_reasons(dossier, change)]
    if may_be_approved(change):
        advice = pen.say(marked("To approve:"))
        parts.append(f"<sub>{advice} `{change.fingerprint}`</sub>")
    if change.approval:
        approval = change.approval
        said = pen.say(marked("Approved: %(reason)s"), reason=approval.reason)
        by = [pen.say(marked("by %(name)s"), name=approval.approved_by)] if approval.approved_by else []
        until = [pen.say(marked("until %(day)s"), day=approval.expires)] if approval.expires else []
        parts.append(f"**{write_text(', '.join([said, *by, *until]))}**")
    return "<br>".join(parts)


def _write_cut(dossier: Dossier, rows: int, curves: int, pen: Pen) -> Iterator[str]:
    """Yield what was left out for want of room."""
    left = len(dossier.shown) - rows
    if left:
        forms = marked_count(
            "%(count)d more change is in the full report.", "%(count)d more changes are in the full report."
        )
        yield f"**{pen.say_count(forms, left)}**"
    if curves:
        forms = marked_count(
            "The curves of %(count)d journey are in the full report.",
            "The curves of %(count)d journeys are in the full report.",
        )
        yield pen.say_count(forms, curves)
    hidden = tell_hidden(dossier, pen)
    if hidden:
        yield f"<sub>{hidden}</sub>"


def _write_conduct(dossier: Dossier, pen: Pen) -> Iterator[str]:
    for title, texts in tell_conduct(dossier, pen):
        lines = [f"- {write_message(text)}" for text in texts[:MOST_NOTES]]
        if len(texts) > MOST_NOTES:
            forms = marked_count("and %(count)d more", "and %(count)d more")
            lines.append(f"- {pen.say_count(forms, len(texts) - MOST_NOTES)}")
        yield "\n".join([f"**{title}**", "", *lines])


def _write_foot(dossier: Dossier, pen: Pen) -> str:
    return f"<sub>{write_text(tell_comparison(dossier, pen))}</sub>"


def write_text_long(text: str) -> str:
    """Return clauses that may be longer than one name, escaped."""
    return ", ".join(write_text(clause) for clause in text.split(", "))
