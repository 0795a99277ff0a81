"""The words for the language's own vocabulary and for spans of time, in the page's language."""

from collections.abc import Mapping

from journeymap.rendering.templating import marked, marked_count, marked_in, translate, translate_count

WORDS: Mapping[str, Mapping[str, str]] = {
    "state": {
        "current": marked("Current state"),
        "future": marked("Future state"),
        "ideal": marked("Ideal state"),
    },
    "status": {
        "draft": marked("Draft"),
        "review": marked("In review"),
        "published": marked("Published"),
        "retired": marked("Retired"),
    },
    "severity": {
        "low": marked("Low severity"),
        "medium": marked("Medium severity"),
        "high": marked("High severity"),
        "critical": marked("Critical"),
    },
    "frequency": {
        "rare": marked("Rare"),
        "sometimes": marked("Sometimes"),
        "often": marked("Often"),
        "always": marked("Always"),
    },
    "confidence": {
        "assumed": marked("Assumed"),
        "partial": marked("Partly researched"),
        "researched": marked("Researched"),
        "measured": marked("Measured"),
    },
    "progress": {
        "idea": marked("Idea"),
        "planned": marked("Planned"),
        "in-progress": marked("In progress"),
        "done": marked("Done"),
        "rejected": marked("Rejected"),
    },
    "evidence": {
        "interview": marked("Interviews"),
        "survey": marked("Survey"),
        "analytics": marked("Analytics"),
        "observation": marked("Observation"),
        "usability-test": marked("Usability test"),
        "support": marked("Support"),
        "diary": marked("Diary study"),
        "desk-research": marked("Desk research"),
        "workshop": marked("Workshop"),
        "other": marked("Other"),
    },
    "source": {
        "web-analytics": marked("Web analytics"),
        "crm": marked("Customer records"),
        "social": marked("Social media"),
        "survey": marked("Survey"),
        "feedback": marked("Feedback"),
        "support": marked("Support"),
        "sales": marked("Sales"),
        "interview": marked("Interviews"),
        "operations": marked("Operations"),
        "other": marked("Other"),
    },
    "channel": {
        "digital": marked("Digital"),
        "human": marked("With people"),
        "physical": marked("Physical"),
    },
    "system": {"internal": marked("Our own"), "third-party": marked("Third party")},
    "position": {
        "before": marked("Before the core"),
        "core": marked("The core"),
        "after": marked("After the core"),
    },
    "touchpoint": {
        "contact": "",
        "action": marked("The customer alone"),
        "internal": marked("Inside the organisation"),
    },
    "outcome": {
        "achieved": marked("Goal achieved"),
        "lost": marked("Customer lost"),
        "deferred": marked("Put off"),
    },
    "consent": {
        "required": marked("Consent required"),
        "given": marked("Consent given"),
        "not-needed": marked("No consent needed"),
    },
    "direction": {"up": marked("Higher is better"), "down": marked("Lower is better")},
    "metric": {
        "ratio": marked("Ratio"),
        "count": marked("Count"),
        "mean": marked("Mean"),
        "nps": marked("Net promoter score"),
        "csat": marked("Customer satisfaction"),
        "ces": marked("Customer effort"),
        "duration": marked("Duration"),
        "money": marked("Sum of money"),
    },
    "level": {
        "low": marked_in("severity", "Low"),
        "medium": marked_in("severity", "Medium"),
        "high": marked_in("severity", "High"),
        "critical": marked("Critical"),
    },
    "part": {
        "contact": marked_in("touchpoint", "Contact"),
        "action": marked("The customer alone"),
        "internal": marked("Inside the organisation"),
    },
    "visibility": {
        "public": marked_in("visibility", "Public"),
        "internal": marked_in("visibility", "Internal"),
    },
    "answer": {"yes": marked("Yes"), "no": marked("No")},
    "quadrant": {
        "quick-win": marked("Quick win"),
        "big-bet": marked("Big bet"),
        "fill-in": marked("Fill-in"),
        "money-pit": marked("Money pit"),
    },
    "moment": {"peak": marked("Peak"), "pit": marked("Pit"), "end": marked("End")},
    "party": {
        "customer": marked("Customer"),
        "organisation": marked("Organisation"),
        "partner": marked("Partner"),
        "system": marked("System"),
    },
}

# The unit's length in seconds and its two forms, longest first.
_UNITS = (
    (604_800, marked_count("%(count)d week", "%(count)d weeks")),
    (86_400, marked_count("%(count)d day", "%(count)d days")),
    (3_600, marked_count("%(count)d hour", "%(count)d hours")),
    (60, marked_count("%(count)d minute", "%(count)d minutes")),
    (1, marked_count("%(count)d second", "%(count)d seconds")),
)


_RHYTHMS = {
    604_800: marked("every week"),
    86_400: marked("every day"),
    3_600: marked("every hour"),
}
"""What nobody counts: every week, and not every 1 week."""


def write_rhythm(seconds: int | None, *, lang: str) -> str:
    """Return how often something happens again, such as ``every 2 weeks``; nothing where nobody said."""
    if not seconds:
        return ""
    if seconds in _RHYTHMS:
        return translate(_RHYTHMS[seconds], lang=lang)
    return translate(marked("every %(span)s"), lang=lang) % {"span": write_span(seconds, lang=lang)}


def word_for(vocabulary: str, value: str | None, *, lang: str) -> str:
    """Return the word for a value of one of the language's vocabularies, or nothing for no value."""
    text = WORDS[vocabulary].get(value or "", "")
    return translate(text, lang=lang) if text else ""


def write_span(seconds: int | None, *, lang: str) -> str:
    """Return a span of time in its two largest units at most, such as ``1 hour 30 minutes``."""
    parts: list[str] = []
    rest = seconds or 0
    for length, forms in _UNITS:
        count, rest = divmod(rest, length)
        # Weeks are for whole weeks only: nobody speaks of 12 weeks 6 days.
        if length == 604_800 and rest:
            rest += count * length
            count = 0
        if count:
            parts.append(translate_count(*forms, count, lang=lang))
    return " ".join(parts[:2])
