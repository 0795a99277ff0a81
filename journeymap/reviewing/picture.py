"""A review as a picture: what changed along a journey, and how it feels before and after."""

from journeymap.rendering.canvas import Canvas, Drawing
from journeymap.rendering.charts.frame import (
    margin_of,
    write_block,
)
from journeymap.rendering.geometry import Box
from journeymap.rendering.metrics import one_line
from journeymap.rendering.templating import direction, marked, marked_count
from journeymap.reviewing.dossier import Dossier
from journeymap.reviewing.headlines import tell_comparison, tell_headline
from journeymap.reviewing.journey_picture import JourneyPicture
from journeymap.reviewing.journeys import JourneyReview, review_journeys
from journeymap.reviewing.pen import NOTHING, Pen
from journeymap.reviewing.remarks import tell_in_one_line
from journeymap.themes.choosing import DARK_NAME, LIGHT_NAME, choose_theme
from journeymap.themes.colours import adapt_colours, name_colours
from journeymap.themes.theme import Theme

MOST_JOURNEYS = 6
"""Journeys in one picture; the page has all of them."""


def write_review_svg(dossier: Dossier) -> str:
    """Return the picture of a review, light, and dark where the reader prefers that."""
    own = dossier.after.workspace.theme
    light, dark = choose_theme(own, LIGHT_NAME), choose_theme(own, DARK_NAME)
    return adapt_colours(draw_review(dossier, theme=name_colours(light)).svg, light, dark)


def draw_review(dossier: Dossier, *, theme: Theme) -> Drawing:
    """Return the picture of all journeys that changed, one below the other."""
    pen = Pen(dossier.lang)
    reviews = [review for review in review_journeys(dossier) if not review.is_passed_on]
    parts = [JourneyPicture(dossier, review, theme, pen) for review in reviews[:MOST_JOURNEYS]]
    unit = theme.spacing.unit
    width = max([unit * 90, *(part.width for part in parts)])
    canvas = Canvas(width, mirrored=direction(pen.lang) == "rtl")
    margin = margin_of(theme)
    room = width - 2 * margin
    title = pen.say(marked("Journey map review"))
    y = write_block(canvas, title, Box(margin, margin, room, 0), theme.type.title, theme.text, bold=True)
    headline = tell_headline(dossier, pen)
    y = write_block(canvas, headline, Box(margin, y + unit / 2, room, 0), theme.type.body, theme.muted)
    for part in parts:
        y = part.draw_head(canvas, y + 3 * unit, room)
        y = part.draw(canvas, y + 2 * unit)
    if len(reviews) > len(parts):
        forms = marked_count("and %(count)d more journey", "and %(count)d more journeys")
        more = pen.say_count(forms, len(reviews) - len(parts))
        y = write_block(canvas, more, Box(margin, y + 2 * unit, room, 0), theme.type.body, theme.muted)
    source = tell_comparison(dossier, pen)
    y = write_block(canvas, source, Box(margin, y + 2 * unit, room, 0), theme.type.small, theme.muted)
    story = "; ".join(tell_in_one_line(dossier, part.review, pen) for part in parts) or pen.say(NOTHING)
    return _finish(canvas, theme, y + margin, pen, "review", f"{title}: {headline}", story)


def draw_journey(dossier: Dossier, review: JourneyReview, *, theme: Theme) -> Drawing:
    """Return the picture of one journey without headings, for a page that has them."""
    pen = Pen(dossier.lang)
    part = JourneyPicture(dossier, review, theme, pen)
    canvas = Canvas(part.width, mirrored=direction(pen.lang) == "rtl")
    y = part.draw(canvas, theme.spacing.unit)
    about = tell_in_one_line(dossier, review, pen)
    title = pen.say(marked("What changes along the journey"))
    return _finish(canvas, theme, y + theme.spacing.unit, pen, f"review-{review.id}", title, about)


def _finish(
    canvas: Canvas, theme: Theme, height: float, pen: Pen, name: str, title: str, about: str
) -> Drawing:
    return canvas.finish(
        height,
        name=name,
        title=one_line(title),
        about=one_line(about),
        lang=pen.lang,
        role="img",
        background=theme.background,
        fonts=theme.type.family,
    )
