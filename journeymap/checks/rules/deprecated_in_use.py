"""Something that is on its way out is still used.

A map that leads customers to a channel or touchpoint that is being given up leads them to a closed door,
first some of them and then all. Its replacement is known, and nobody meets it.

Nothing is said before the day in `since`, of what is used by something deprecated or by a retired
journey, and of references within one journey: its map shows a touchpoint as long as it is there.

Failing:

    # file: shop.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - {id: question, title: Asks a question, channel: fax}
    # file: words.library.yaml
    journeymap: 1
    kind: library
    channels:
      - id: fax
        title: Fax
        deprecated: {since: 2025-01-01, replaced_by: chat}
      - {id: chat, title: Chat}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Passing:

    # file: shop.journey.yaml
    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - {id: question, title: Asks a question, channel: chat}
    # file: words.library.yaml
    journeymap: 1
    kind: library
    channels:
      - id: fax
        title: Fax
        deprecated: {since: 2025-01-01, replaced_by: chat}
      - {id: chat, title: Chat}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: a rule of the language itself.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from journeymap.checks.check import Check, Survey, describe_fault
from journeymap.checks.items import declared_things, deprecated_things, living_journeys
from journeymap.checks.mentions import ITEM, Mention, mentions_in, shared_entities, written_mentions
from journeymap.model.items import NOUNS, parts_of
from journeymap.problems import Problem, Repair, Spot, Step
from journeymap.source import Pointer

FAULT = describe_fault("deprecated-in-use", __doc__)
_MOST_USES = 8


def find(survey: Survey) -> Iterator[Problem]:
    """Yield a problem for each deprecated thing in each file that uses it, further uses as labels."""
    if not survey.once(deprecated_things):
        return
    things = dict(_named_things(survey))
    deprecated = {name: thing for name, thing in things.items() if _is_deprecated(thing, survey.today)}
    uses: dict[tuple[str, tuple[str, str]], list[Mention]] = {}
    listed = set()
    sought = {thing.id for thing in deprecated.values()}
    sought |= {address for kind, address in deprecated if kind == ITEM}
    sought |= {thing.deprecated.replaced_by for thing in deprecated.values()}
    for name, mention in _named_mentions(survey, sought):
        listed.add(_in_list(mention, mention.id))
        if name in deprecated:
            found = uses.setdefault((mention.place.file, name), [])
            if all(mention.place.pointer != each.place.pointer for each in found):
                found.append(mention)
    for (_file, name), mentions in uses.items():
        thing = deprecated[name]
        successor = thing.deprecated.replaced_by
        # Nothing may stand in a list twice.
        is_free = all(_in_list(mention, successor) not in listed for mention in mentions)
        can_replace = is_free and _can_replace(thing, mentions, things, name)
        yield _report(thing, mentions, _replace(thing, mentions) if can_replace else ())


def _in_list(mention: Mention, id: str) -> tuple[str, Pointer, str]:
    """Return a key for an id in the list, or other place, that a reference stands in."""
    return mention.place.file, mention.place.pointer[:-1], id


def _named_things(survey: Survey) -> Iterator[tuple[tuple[str, str], Any]]:
    """Yield everything that can be referred to by kind and id; items of journeys by their address."""
    for thing in declared_things(survey.portfolio):
        yield (NOUNS[type(thing)], thing.id), thing
    for journey in survey.portfolio.journeys:
        yield ("journey", journey.id), journey
        for item in parts_of(journey):
            if item.id:
                yield (ITEM, f"{journey.id}#{item.id}"), item


def _is_deprecated(thing: Any, today: str) -> bool:
    written = thing.deprecated
    return written is not None and not (today and written.since > today)


def _named_mentions(survey: Survey, sought: set[str]) -> Iterator[tuple[tuple[str, str], Mention]]:
    """Yield the references of all that is not on its way out itself, with the name of what is meant."""
    portfolio = survey.portfolio
    for entity in shared_entities(portfolio):
        if getattr(entity, "deprecated", None) is None:
            for mention in mentions_in(entity, sought):
                yield (mention.kind, mention.id), mention
    for journey in living_journeys(portfolio):
        if journey.deprecated is None:
            for mention in written_mentions(journey, portfolio, sought):
                if mention.kind != ITEM or "#" in mention.id:
                    yield (mention.kind, mention.id), mention
                elif "evidence" in mention.place.pointer:
                    yield (ITEM, f"{journey.id}#{mention.id}"), mention


def _report(thing: Any, mentions: list[Mention], repairs: tuple[Repair, ...]) -> Problem:
    noun = NOUNS[type(thing)]
    first, *others = mentions
    written = thing.deprecated
    successor = written.replaced_by
    until = f" by {written.sunset}, when it goes" if written.sunset else ""
    return Problem(
        FAULT,
        f"{noun} `{thing.id}` is deprecated, and still used",
        (
            Spot(first.place, f"`{successor}` replaces it" if successor else "on its way out", first.on_key),
            *(Spot(each.place, "used here too", each.on_key) for each in others[:_MOST_USES]),
            Spot(thing.at.child("deprecated"), "deprecated here"),
        ),
        (f"write `{successor}` in its place" if successor else f"find what takes its place{until}",),
        (" ".join(written.reason.split()),) if written.reason else (),
        args=(noun, thing.id),
        repairs=repairs,
    )


def _can_replace(
    thing: Any, mentions: list[Mention], things: Mapping[tuple[str, str], Any], name: tuple[str, str]
) -> bool:
    """Whether the successor is a thing of the same kind that may stand in all these places."""
    kind, id = name
    successor = thing.deprecated.replaced_by
    address = f"{id.partition('#')[0]}#{successor}" if kind == ITEM and "#" not in successor else successor
    return type(things.get((kind, address))) is type(thing) and not any(each.on_key for each in mentions)


def _replace(thing: Any, mentions: list[Mention]) -> tuple[Repair, ...]:
    successor = thing.deprecated.replaced_by
    steps = tuple(Step("set", mention.place, successor) for mention in mentions)
    return (Repair(f"use `{successor}` in the place of `{thing.id}`", steps, safe=False),)


CHECK = Check(FAULT, in_portfolio=find)
