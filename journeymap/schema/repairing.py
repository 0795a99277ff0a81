"""What a value in the wrong form was probably meant to be: ids, dates, durations, numbers, yes and no.

Each function returns the repaired text, or ``""`` where there is no one good guess.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final
from unicodedata import normalize

_NOT_IN_IDS: Final = re.compile(r"[^a-z0-9]+")
_YEAR_FIRST: Final = re.compile(r"([12][0-9]{3})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})")
_YEAR_LAST: Final = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([12][0-9]{3})")
_HOST_FIRST: Final = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?::[0-9]+)?(?:/[^\s]*)?")
_FILE_ENDINGS: Final = (".pdf", ".png", ".jpg", ".svg", ".md", ".html", ".docx", ".xlsx", ".pptx", ".yaml")
_MAIL_ADDRESS: Final = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_TIME_OF_DAY: Final = re.compile(r"([12][0-9]{3}-[0-9]{2}-[0-9]{2})[T ][0-9:.+Z-]{4,30}")
_DURATION_PART: Final = re.compile(r"([0-9]{1,6})(?:\.([0-9]))? ?([a-z]{1,7})")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,6}")
_COLOUR: Final = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})(?:(?<=#[0-9a-f]{3})f|(?<=#[0-9a-f]{6})ff)?")
_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,15}([.,][0-9]{1,15})?")

_UNITS: Final = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), "s"),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), "m"),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), "h"),
    **dict.fromkeys(("d", "day", "days"), "d"),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks"), "w"),
}
_SMALLER: Final = {"m": (60, "s"), "h": (60, "m"), "d": (24, "h"), "w": (7, "d")}
_TRUTH: Final = {
    **dict.fromkeys(("yes", "y", "on", "true", "1"), "true"),
    **dict.fromkeys(("no", "n", "off", "false", "0"), "false"),
}


def repair_id(text: str) -> str:
    """Return a text as an id: ``First purchase`` becomes ``first-purchase``."""
    plain = normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return _NOT_IN_IDS.sub("-", plain).strip("-")[:64].rstrip("-")


def repair_address(text: str) -> str:
    """Return a text as an address, each part of it as an id."""
    journey, mark, item = text.rpartition("#")
    owner, slash, id = item.rpartition("/")
    parts = [repair_id(journey), repair_id(owner), repair_id(id)]
    if not parts[2] or (mark and not parts[0]) or (slash and not parts[1]):
        return ""
    return f"{parts[0]}{mark}{parts[1]}{slash}{parts[2]}"


def repair_link(text: str) -> str:
    """Return a text as a link, where only the beginning of a web or mail address is missing."""
    if _MAIL_ADDRESS.fullmatch(text):
        return f"mailto:{text}"
    is_host = _HOST_FIRST.fullmatch(text) and not text.lower().endswith(_FILE_ENDINGS)
    return f"https://{text}" if is_host else ""


def repair_web_address(text: str) -> str:
    """Return a text as a web address, where only its beginning is missing."""
    link = repair_link(text)
    return link if link.startswith("https://") else ""


def repair_language(text: str) -> str:
    """Return a text as a language tag: ``en_US`` becomes ``en-US``."""
    tag = text.strip().replace("_", "-")
    return tag if tag != text and _LANGUAGE.fullmatch(tag) else ""


def repair_date(text: str) -> str:
    """Return a text as an ISO date, where only one day can be meant."""
    found = _TIME_OF_DAY.fullmatch(text.strip())
    if found:
        return found[1] if _is_date(found[1]) else ""
    found = _YEAR_FIRST.fullmatch(text.strip())
    if found:
        year, month, day = found.groups()
    else:
        found = _YEAR_LAST.fullmatch(text.strip())
        if not found:
            return ""
        day, month, year = found.groups()
        if int(month) > 12:
            day, month = month, day
        elif int(day) <= 12 and day != month:
            return ""  # 3/4/2026 is two days, depending on who reads it
    iso = f"{year}-{int(month):02}-{int(day):02}"
    return iso if _is_date(iso) else ""


def repair_duration(text: str) -> str:
    """Return a text as a duration: ``90 minutes`` becomes ``90m``, ``1.5h`` becomes ``90m``."""
    plain = text.casefold().replace(" and ", " ").replace(",", " ").strip()
    parts = []
    at = 0
    while at < len(plain):
        found = _DURATION_PART.match(plain, at)
        unit = _UNITS.get(found[3]) if found else None
        if not found or not unit:
            return ""
        at = found.end() + (len(plain[found.end() :]) - len(plain[found.end() :].lstrip()))
        whole, tenths = int(found[1]), int(found[2] or 0)
        if tenths:
            if unit not in _SMALLER or (_SMALLER[unit][0] * tenths) % 10:
                return ""
            factor, unit = _SMALLER[unit]
            whole = (whole * 10 + tenths) * factor // 10
        parts.append(f"{whole}{unit}")
    return "".join(parts)


def repair_colour(text: str) -> str:
    """Return a text as a colour: ``#72a`` becomes ``#7722aa``; of an alpha value only ``ff`` says nothing."""
    found = _COLOUR.fullmatch(text.strip().lower())
    if not found:
        return ""
    digits = found[1]
    return f"#{digits}" if len(digits) == 6 else "#" + "".join(digit * 2 for digit in digits)


def repair_number(text: str) -> str:
    """Return a text as a number: quotes, a decimal comma, a percent sign or a typeset minus are no harm."""
    plain = text.strip().replace("\u2212", "-").replace("\u2013", "-").removesuffix("%").strip()
    return plain.replace(",", ".").removeprefix("+") if _NUMBER.fullmatch(plain) else ""


def repair_truth(text: str) -> str:
    """Return a word for yes or no as ``true`` or ``false``."""
    return _TRUTH.get(text.casefold().strip(), "")


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


REPAIRS: Final[Mapping[str, Callable[[str], str]]] = {
    "Id": repair_id,
    "Reference": repair_id,
    "Address": repair_address,
    "Colour": repair_colour,
    "Date": repair_date,
    "Duration": repair_duration,
    "Language tag": repair_language,
    "Link address": repair_link,
    "Web address": repair_web_address,
}
"""The title of each part of a schema that has a pattern → what repairs a text in the wrong form."""
