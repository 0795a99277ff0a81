"""The first words of a review: how many changes at which level, and what was compared with what."""

from collections.abc import Iterator

from journeymap import __version__
from journeymap.diffing.changes import Level
from journeymap.diffing.review import SideName
from journeymap.rendering.metrics import one_line
from journeymap.rendering.templating import marked, marked_count
from journeymap.reviewing.dossier import Dossier
from journeymap.reviewing.pen import LEVEL_COUNTS, NOTHING, Pen


def tell_counts(dossier: Dossier, pen: Pen) -> str:
    """Return how many changes there are at each level, the gravest first; empty where there are none."""
    parts = [
        pen.say_count(LEVEL_COUNTS[level], count)
        for level in (Level.BREAKING, Level.WARNING, Level.INFO)
        if (count := dossier.count(level))
    ]
    approved = sum(each.change.approval is not None for each in dossier.changes)
    if approved:
        parts.append(
            pen.say_count(marked_count("%(count)d of them approved", "%(count)d of them approved"), approved)
        )
    return ", ".join(parts)


def tell_headline(dossier: Dossier, pen: Pen) -> str:
    """Return the counts, or that nothing changes for the customer."""
    return tell_counts(dossier, pen) or pen.say(NOTHING)


def tell_hidden(dossier: Dossier, pen: Pen) -> str:
    """Return how many changes are not shown since they are wording or looks; empty where there are none."""
    if not dossier.hidden:
        return ""
    forms = marked_count(
        "%(count)d detail of wording or looks is not shown (--all shows it)",
        "%(count)d details of wording or looks are not shown (--all shows them)",
    )
    return pen.say_count(forms, dossier.hidden)


def name_sides(dossier: Dossier) -> tuple[str, str]:
    """Return what both sides are called: by name, and by the first letters of a commit."""
    review = dossier.review
    before, after = (name_side(side) for side in (review.base, review.head))
    return before, after


def tell_comparison(dossier: Dossier, pen: Pen) -> str:
    """Return what was compared with what, and by which version."""
    before, after = name_sides(dossier)
    text = marked("Compared %(before)s with %(after)s by journeymap %(version)s.")
    return pen.say(text, before=before, after=after, version=__version__)


def tell_conduct(dossier: Dossier, pen: Pen) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what else a reviewer has to see, each group with its heading.

    These are changes of the rules themselves, approvals that are not needed or no longer valid, and likely
    renames.
    """
    groups = (
        (marked("The rules of this review were changed in it"), dossier.conduct.config_changes),
        (marked("Approvals without a change"), dossier.conduct.unused),
        (marked("Approvals that have expired"), dossier.conduct.expired),
        (marked("Hints"), dossier.conduct.hints),
    )
    for title, texts in groups:
        if texts:
            yield pen.say(title), texts


def name_side(side: SideName) -> str:
    """Return what a side is called: its name, and the first letters of its commit; an id is its own name."""
    name, short = one_line(side.name), one_line(side.short)
    if name == side.commit:
        return short
    return name if short in name else f"{name} ({short})"
