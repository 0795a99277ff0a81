"""The forms that a review is written in: the one place that lists them.

Each is imported when it is asked for: who reads text does not wait for templates.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from journeymap.reviewing.dossier import Dossier

Writer: TypeAlias = Callable[[Dossier], str]


def _write_text(dossier: Dossier) -> str:
    from journeymap.reviewing.text import write_review_text

    return write_review_text(dossier)


def _write_markdown(dossier: Dossier) -> str:
    from journeymap.reviewing.comment import write_comment

    return write_comment(dossier)


def _write_json(dossier: Dossier) -> str:
    from journeymap.reviewing.data import write_review_json

    return write_review_json(dossier)


def _write_html(dossier: Dossier) -> str:
    from journeymap.reviewing.page import write_review_page

    return write_review_page(dossier)


def _write_svg(dossier: Dossier) -> str:
    from journeymap.reviewing.picture import write_review_svg

    return write_review_svg(dossier)


REVIEWS: Mapping[str, Writer] = {
    "text": _write_text,
    "markdown": _write_markdown,
    "json": _write_json,
    "html": _write_html,
    "svg": _write_svg,
}
"""The name of a form, as commands take it → what writes it."""
