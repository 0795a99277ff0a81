"""What the columns of a table are called where a view does not say: their field paths in words."""

from collections.abc import Mapping
from typing import Final

from journeymap.rendering.templating import has_words, marked, translate

OWNERS: Final[Mapping[str, str]] = {
    "journey": marked("Journey"),
    "stage": marked("Stage"),
    "touchpoint": marked("Touchpoint"),
    "opportunity": marked("Opportunity"),
    "kpi": marked("KPI"),
}
"""The entities whose fields tables of other rows may show."""

FIELDS: Final = (
    *(marked("Action"), marked("Actions"), marked("Actor"), marked("Actual"), marked("Address")),
    *(marked("Addresses"), marked("Attached to"), marked("Backstage"), marked("Baseline")),
    *(marked("Business value"), marked("Channel"), marked("Channels"), marked("Confidence")),
    *(marked("Customer value"), marked("Data"), marked("Due"), marked("Duration active")),
    *(marked("Duration elapsed"), marked("Effort"), marked("Emotion"), marked("Emotion confidence")),
    *(marked("Emotion feelings"), marked("Emotion quote"), marked("Emotion score"), marked("Events")),
    *(marked("Evidence"), marked("Example"), marked("Expectations"), marked("Extends"), marked("File")),
    *(marked("Focus"), marked("Frequency"), marked("Frontstage"), marked("Gains"), marked("Gap")),
    *(marked("Goal"), marked("Id"), marked("Impact"), marked("KPIs"), marked("Link")),
    *(marked("Moment of truth"), marked("Motivations"), marked("Needs"), marked("Objective")),
    *(marked("Opportunities"), marked("Opportunities count"), marked("Outcome"), marked("Owner")),
    *(marked("Pains"), marked("Pains count"), marked("Personalization"), marked("Personas")),
    *(marked("Phase"), marked("Physical evidence"), marked("Policies"), marked("Quadrant")),
    *(marked("Reach"), marked("Receiver"), marked("Review every"), marked("Reviewed")),
    *(marked("Scenario"), marked("Score"), marked("Segments"), marked("Severity"), marked("Source")),
    *(marked("Sources"), marked("Stages"), marked("State"), marked("Status"), marked("Summary")),
    *(marked("Support"), marked("Systems"), marked("Tags"), marked("Target"), marked("Text")),
    *(marked("Thought"), marked("Thoughts"), marked("Title"), marked("Touchpoints")),
    *(marked("Touchpoints count"), marked("Trigger"), marked("Type"), marked("Unit")),
    *(marked("Visibility"), marked("Warn")),
)
"""The fields in words, as ``spell_path`` writes them: here the catalogues find them."""


def name_field(path: str, *, lang: str) -> str:
    """Return what a field path is called: in English ``Stage goal``, elsewhere both words with a colon."""
    owner, dot, field = path.partition(".")
    if not (dot and owner in OWNERS and has_words(lang)) or lang.lower().split("-")[0] == "en":
        return translate(spell_path(path), lang=lang)
    return f"{translate(OWNERS[owner], lang=lang)}: {translate(spell_path(field), lang=lang)}"


def spell_path(path: str) -> str:
    """Return a field path in words."""
    words = path.replace(".", " ").replace("_", " ").replace("-", " ")
    return (words[:1].upper() + words[1:]).replace("Kpi", "KPI")
