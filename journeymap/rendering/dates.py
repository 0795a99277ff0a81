"""Dates in words, in the language of what they stand in."""

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.templating import marked, translate

_DATE = marked("%(day)s %(month)s %(year)s")
_MONTH = marked("%(month)s %(year)s")
_MONTHS = (
    marked("January"),
    marked("February"),
    marked("March"),
    marked("April"),
    marked("May"),
    marked("June"),
    marked("July"),
    marked("August"),
    marked("September"),
    marked("October"),
    marked("November"),
    marked("December"),
)


class Day(NamedTuple):
    """A date for machines and for people."""

    iso: str
    text: str


def write_day(iso: str, *, lang: str) -> Day | None:
    """Return a date in words; one that is no date keeps its own text."""
    if not iso:
        return None
    year, _, rest = iso.partition("-")
    month, _, day = rest.partition("-")
    if not (year.isdigit() and month.isdigit() and day.isdigit() and 1 <= int(month) <= 12):
        return Day(iso, iso)
    parts = {"day": int(day), "month": translate(_MONTHS[int(month) - 1], lang=lang), "year": year}
    return Day(iso, translate(_DATE, lang=lang) % parts)


def write_month(iso: str, *, lang: str) -> str:
    """Return a month such as ``2026-10`` in words; one that is no month keeps its own text."""
    year, _, month = iso.partition("-")
    if not (year.isdigit() and month.isdigit() and 1 <= int(month) <= 12):
        return iso
    parts = {"month": translate(_MONTHS[int(month) - 1], lang=lang), "year": year}
    return translate(_MONTH, lang=lang) % parts
