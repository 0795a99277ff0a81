"""What every journey may use without declaring it: the channels and the five phases.

A workspace that declares a channel of the same id replaces that one; a workspace that declares
phases has its own lifecycle, and these five are gone.
"""

from typing import Final

from journeymap.model import Channel, Library, Phase

DEFAULT_CHANNELS: Final = (
    Channel("web", "Web", "digital"),
    Channel("app", "App", "digital"),
    Channel("email", "Email", "digital"),
    Channel("phone", "Phone", "human"),
    Channel("chat", "Chat", "human"),
    Channel("sms", "SMS", "digital"),
    Channel("social", "Social media", "digital"),
    Channel("search", "Search", "digital"),
    Channel("ads", "Advertising", "digital"),
    Channel("post", "Post", "physical"),
    Channel("in-person", "In person", "human"),
    Channel("store", "Store", "physical"),
    Channel("event", "Event", "physical"),
    Channel("word-of-mouth", "Word of mouth", "human"),
    Channel("self-service", "Self-service", "digital"),
)

DEFAULT_PHASES: Final = (
    Phase("awareness", "Awareness", "before"),
    Phase("consideration", "Consideration", "before"),
    Phase("decision", "Decision", "core"),
    Phase("retention", "Retention", "after"),
    Phase("advocacy", "Advocacy", "after"),
)

ACTORS: Final = ("customer", "organisation", "partner", "system")
"""Who may act at a touchpoint, besides a persona."""


def empty_library() -> Library:
    """Return the library of a workspace that declares nothing."""
    channels = {channel.id: channel for channel in DEFAULT_CHANNELS}
    phases = {phase.id: phase for phase in DEFAULT_PHASES}
    return Library(channels, {}, {}, {}, {}, {}, {}, phases, {})
