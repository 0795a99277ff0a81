"""What the channels and phases that every journey may use without declaring them are called on a page.

Their titles are words of ours and stand in the catalogues; what a workspace declares stays as it wrote it.
The builder knows the same entries: a test keeps the two together.
"""

from collections.abc import Mapping
from functools import partial
from typing import Final

from journeymap.model import Channel, Phase, Portfolio
from journeymap.model.summaries import channel_title
from journeymap.rendering.naming import spell_id
from journeymap.rendering.templating import marked_in, translate

TITLES: Final[Mapping[str, str]] = {
    "web": marked_in("channel", "Web"),
    "app": marked_in("channel", "App"),
    "email": marked_in("channel", "Email"),
    "phone": marked_in("channel", "Phone"),
    "chat": marked_in("channel", "Chat"),
    "sms": marked_in("channel", "SMS"),
    "social": marked_in("channel", "Social media"),
    "search": marked_in("channel", "Search"),
    "ads": marked_in("channel", "Advertising"),
    "post": marked_in("channel", "Post"),
    "in-person": marked_in("channel", "In person"),
    "store": marked_in("channel", "Store"),
    "event": marked_in("channel", "Event"),
    "word-of-mouth": marked_in("channel", "Word of mouth"),
    "self-service": marked_in("channel", "Self-service"),
    "awareness": marked_in("phase", "Awareness"),
    "consideration": marked_in("phase", "Consideration"),
    "decision": marked_in("phase", "Decision"),
    "retention": marked_in("phase", "Retention"),
    "advocacy": marked_in("phase", "Advocacy"),
}
"""Id → title in its context, of channels and phases alike: no id is used twice."""


def entitle(entry: Channel | Phase, *, lang: str) -> str:
    """Return what an entry is called: a built-in one in a language, another as it was written."""
    known = TITLES.get(entry.id, "")
    if entry.at.file or translate(known, lang="en") != entry.title:
        return entry.title
    return translate(known, lang=lang)


def name_channel(portfolio: Portfolio, id: str, *, lang: str) -> str:
    """Return what a channel is called in a language, declared or not."""
    return channel_title(portfolio, id, partial(entitle, lang=lang))


def name_phase(portfolio: Portfolio, id: str, *, lang: str) -> str:
    """Return what a phase is called in a language, declared or not."""
    phase = portfolio.library.phases.get(id)
    return entitle(phase, lang=lang) if phase else spell_id(id)
