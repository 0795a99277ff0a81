"""What many classes of the model have in common, as it is compared everywhere."""

from typing import Final

from journeymap.diffing.fields import Apart, Names, Own, Scale, Spec, Text, Value

ID: Final = Apart("id", "things are matched by it; another one is a rename")
AT: Final = Apart("at", "where something is written is not part of it")
TITLE: Final = Text("title", "title-changed")
SUMMARY: Final = Text("summary")
TEXT: Final = Text("text")
OWNER: Final = Value("owner", "owner-changed", "owner-added", "owner-removed", ref="team")
TAGS: Final = Names("tags", "tag-added", "tag-removed")
ALIASES: Final = Own("aliases", "aliases", ("alias-added", "alias-removed"))
VISIBILITY: Final = Own("visibility", "visibility", ("visibility-widened", "visibility-narrowed"))
DEPRECATED: Final = Own(
    "deprecated",
    "deprecation",
    (
        *("deprecation-declared", "deprecation-withdrawn", "deprecation-date-changed"),
        *("sunset-set", "sunset-unset", "sunset-moved-earlier", "sunset-moved-later"),
        *("replacement-changed", "text-changed"),
    ),
)
CONFIDENCE: Final = Scale(
    "confidence",
    "confidence-increased",
    "confidence-decreased",
    order=("assumed", "partial", "researched", "measured"),
)
CITATIONS: Final = Names("evidence", "citation-added", "citation-removed", ref="item")
SOURCE: Final = Value(
    "source", "data-source-changed", "data-source-added", "data-source-removed", ref="source"
)
SOURCES: Final = Names("sources", "data-source-added", "data-source-removed", ref="source")
CONCERNED: Final = Names("personas", "concerned-persona-added", "concerned-persona-removed", ref="persona")
DUE: Final = Scale("due", "due-date-later", "due-date-earlier", "due-date-added", "due-date-removed")
LINKS: Final = Own("links", "links", ("link-added", "link-removed", "text-changed", "order-changed"))
CUSTOM: Final = Own("fields", "custom", ("field-value-added", "field-value-removed", "field-value-changed"))
EXPAND: Final = Value("expand", "expansion-changed", "expansion-added", "expansion-removed", ref="journey")
LANG: Final = Value("lang", "language-changed")
EMOTIONS: Final = Own(
    "emotions",
    "emotions",
    (
        *("emotion-added", "emotion-removed", "emotion-score-added", "emotion-score-removed"),
        *("emotion-score-increased", "emotion-score-decreased", "feeling-changed", "feelings-changed"),
        *("emotion-intensity-changed", "quote-added", "quote-removed", "quote-changed"),
        *("confidence-increased", "confidence-decreased", "citation-added", "citation-removed"),
    ),
    key="emotion",
)
CHANNELS: Final = Names(
    "channels",
    "channel-use-added",
    "channel-use-removed",
    "channel-use-changed",
    ref="channel",
    key="channel",
)
SYSTEMS: Final = Names("systems", "system-use-added", "system-use-removed", ref="system")
EVENTS: Final = Names("events", "event-added", "event-removed")
BLUEPRINT: Final = Own("blueprint", "blueprint", ("order-changed",))

ENTRY: Final[tuple[Spec, ...]] = (ID, TITLE, ALIASES, DEPRECATED, VISIBILITY, TAGS, AT)
"""What every entry of a library has."""
