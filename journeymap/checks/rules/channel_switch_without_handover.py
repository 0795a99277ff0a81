"""Customers change from one kind of channel to another, and nothing says what is carried over.

Whoever has typed everything into a form and then calls does not want to say it all again. Needs and data
are lost between the two, because each is run by somebody else; the map should say what the second side
knows. Each switch needs its own answer.

A switch is a step between two contacts whose channels share no kind. Digital are web, app, email, sms,
social, search, ads and self-service; human are phone, chat, in-person and word-of-mouth; physical are
post, store and event.

Nothing is said where

- both share a system or a source, or a need or expectation in the same words;
- both are the same shared touchpoint (`uses`), or meet different `personas`;
- the second has a `personalization` with a `source`;
- the first leaves something in the customer's hands (`physical_evidence`);
- either has `expand`;
- nobody knows the customer yet: phase `awareness`, ads, search, word-of-mouth.

Failing:

    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - id: before
        title: Before
        touchpoints:
          - {id: inventory, title: List of what is moved, channel: web}
          - {id: call, title: Call to agree on the day, channel: phone}

Passing:

    # file: moving-house.journey.yaml
    journeymap: 1
    kind: journey
    id: moving-house
    title: Moving house with our help
    status: review
    stages:
      - id: before
        title: Before
        touchpoints:
          - id: inventory
            title: List of what is moved
            channel: web
            systems: [order-book]
          - id: call
            title: Call to agree on the day
            channel: phone
            systems: [order-book]
    # file: systems.library.yaml
    journeymap: 1
    kind: library
    systems:
      - {id: order-book, title: Order book}
    # file: journeymap.yaml
    journeymap: 1
    kind: workspace

Source: the "inconsistent cross-channel experience" of the usual lists of pitfalls; Nielsen Norman Group,
Seamlessness in the Cross-Channel User Experience (2013).
"""

from collections.abc import Iterator, Mapping, Sequence

from journeymap.checks.check import Check, Subject, describe_fault
from journeymap.checks.items import place_of_field
from journeymap.model import Journey, Portfolio, Touchpoint
from journeymap.model.summaries import channel_title
from journeymap.problems import Problem, Spot

FAULT = describe_fault("channel-switch-without-handover", __doc__)
_UNKNOWN_CUSTOMERS = frozenset({"ads", "search", "word-of-mouth"})
"""The channels on which nobody knows yet who the customer is."""
_NONE: frozenset[str] = frozenset()


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each contact that customers come to from another kind of channel with nothing."""
    known = subject.once(gather_kinds)
    kinds = [_kinds_of(touchpoint, known) for touchpoint in subject.touchpoints]
    if len(set(kinds)) < 2:
        return
    switches: dict[int, list[Touchpoint]] = {}
    for first, second in _find_steps(subject.journey, subject.touchpoints):
        before, after = kinds[first], kinds[second]
        if before and after and before.isdisjoint(after):
            one, other = subject.touchpoints[first], subject.touchpoints[second]
            if not _is_unknown(one, subject.journey) and not _carries(one, other) and _may_meet(one, other):
                switches.setdefault(second, []).append(one)
    for second, origins in switches.items():
        yield _report(subject, origins, subject.touchpoints[second])


def gather_kinds(portfolio: Portfolio) -> dict[str, frozenset[str]]:
    """Return the kind of each channel that has one, as a set of it alone."""
    channels = portfolio.library.channels.values()
    return {channel.id: frozenset({channel.kind}) for channel in channels if channel.kind}


def _kinds_of(touchpoint: Touchpoint, known: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the kinds of a contact's channels, or nothing where they are not all known."""
    if touchpoint.type != "contact":
        return _NONE
    kinds = [known.get(channel, _NONE) for channel in touchpoint.channels]
    if len(kinds) == 1:
        return kinds[0]
    return _NONE.union(*kinds) if all(kinds) else _NONE


def _find_steps(journey: Journey, touchpoints: Sequence[Touchpoint]) -> Iterator[tuple[int, int]]:
    """Yield the steps from one touchpoint to another, by number and each once."""
    places: dict[str, int] | None = None
    for number, touchpoint in enumerate(touchpoints):
        if touchpoint.next is None:
            if number + 1 < len(touchpoints):
                yield number, number + 1
            continue
        if places is None:
            places = _find_places(journey, touchpoints)
        heads = dict.fromkeys(places.get(branch.to, number) for branch in touchpoint.next)
        yield from ((number, head) for head in heads if head != number)


def _find_places(journey: Journey, touchpoints: Sequence[Touchpoint]) -> dict[str, int]:
    """Return the number of each touchpoint by its id; a stage stands for its first."""
    places = {touchpoint.id: number for number, touchpoint in enumerate(touchpoints)}
    stages = {stage.id: stage.touchpoints[0].id for stage in journey.stages if stage.touchpoints}
    return {**{stage: places[first] for stage, first in stages.items()}, **places}


def _is_unknown(touchpoint: Touchpoint, journey: Journey) -> bool:
    """Whether nobody knows yet who the customer is."""
    if _UNKNOWN_CUSTOMERS.issuperset(touchpoint.channels):
        return True
    return any(stage.phase == "awareness" and touchpoint in stage.touchpoints for stage in journey.stages)


def _carries(one: Touchpoint, other: Touchpoint) -> bool:
    """Whether anything says how what happened on one side reaches the other."""
    if one.expand or other.expand or one.blueprint.physical_evidence or (one.uses and one.uses == other.uses):
        return True
    if any(each.source for each in other.personalization):
        return True
    return any(
        not set(mine).isdisjoint(theirs)
        for mine, theirs in (
            (_systems_of(one), _systems_of(other)),
            (_sources_of(one), _sources_of(other)),
            ((*one.needs, *one.expectations), (*other.needs, *other.expectations)),
        )
    )


def _systems_of(touchpoint: Touchpoint) -> set[str]:
    in_lanes = (item.system for lane in touchpoint.blueprint for item in lane if item.system)
    return {*touchpoint.systems, *in_lanes}


def _sources_of(touchpoint: Touchpoint) -> set[str]:
    return {*touchpoint.sources, *(each.source for each in touchpoint.personalization if each.source)}


def _may_meet(one: Touchpoint, other: Touchpoint) -> bool:
    """Whether any persona meets both."""
    return not one.personas or not other.personas or not set(one.personas).isdisjoint(other.personas)


def _report(subject: Subject, origins: Sequence[Touchpoint], target: Touchpoint) -> Problem:
    named = " and ".join(f"`{each.id}` ({_name_channels(subject, each)})" for each in origins)
    come_from = named if len(origins) < 3 else f"{len(origins)} touchpoints"
    return Problem(
        FAULT,
        f"nothing is said to be carried over from {come_from} "
        f"to `{target.id}` ({_name_channels(subject, target)})",
        (
            Spot(place_of_field(subject.journey, target, "channel"), "what is known here of what was said?"),
            *(
                Spot(place_of_field(subject.journey, each, "channel"), "they come from here")
                for each in origins
            ),
        ),
        help=(
            (
                "if both sides really work with one system, write its id under `systems:` of both, and "
                "declare it in a library"
            ),
            (
                "or say what the second side knows: `personalization: [{text: ..., source: ...}]`, or the "
                "need that goes on, in the same words under `needs:` of both"
            ),
        ),
        args=(target.id, *(each.id for each in origins)),
    )


def _name_channels(subject: Subject, touchpoint: Touchpoint) -> str:
    return ", ".join(channel_title(subject.portfolio, channel) for channel in touchpoint.channels)


CHECK = Check(FAULT, in_journey=find)
