"""When journeys are to be reviewed again: dates, which the reader's clock compares with today."""

from datetime import date, timedelta
from typing import Final

from journeymap.model import Journey

DAY: Final = 86_400


def next_review(journey: Journey) -> str:
    """Return the day by which a journey is to be reviewed again, or nothing where nobody promised."""
    if not (journey.reviewed and journey.review_every):
        return ""
    try:
        return str(date.fromisoformat(journey.reviewed) + timedelta(days=journey.review_every // DAY))
    except (ValueError, OverflowError):
        return ""
