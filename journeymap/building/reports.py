"""Unknown ids, clashes and undeclared channels in words: once each, with their further uses as labels."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from journeymap.building.declaring import Catalogue, Clash, Declared
from journeymap.building.diagnosing import Sheets
from journeymap.building.faults import DUPLICATE_ID, MISDIRECTED_REFERENCE, UNDECLARED_CHANNEL, UNKNOWN_ID
from journeymap.building.reading import Node
from journeymap.building.wording import WORDS, describe_kinds, how_to_declare, with_article
from journeymap.building.worlds import Unknown
from journeymap.diagnostics import Severity
from journeymap.named_tuples import NamedTuple
from journeymap.problems import Problem, Repair, Spot, Step
from journeymap.source import Place, Pointer
from journeymap.suggesting import closest

_RESOLVED_BY: Final = "change what refers to it too, or say with `resolved_by` which opportunity resolves it"
MOST_SUGGESTED: Final = 50
"""For how many unknown ids of a workspace it is looked what was meant: the search costs time."""
MOST_USES: Final = 8
"""How many uses of one unknown id are shown; beyond that they are counted."""
MOST_KNOWN: Final = 7
"""How many ids are few enough to be listed."""


class _Advice(NamedTuple):
    """What to do about an unknown id, and the one that was probably meant."""

    help: tuple[str, ...] = ()
    near: str = ""


def report_unknown(
    unknown: Iterable[Unknown], bases: Mapping[str, str], doubtful: frozenset[str], sheets: Sheets
) -> Iterator[Problem]:
    """Yield a problem for each unknown id of each file, with its further uses in that file as labels.

    ``bases`` says which journey each overlay extends: what its base reports already is not said again.
    ``doubtful`` are the ids that files with errors seem to declare: whatever names one may be right.
    """
    groups: dict[tuple[str, ...], list[Unknown]] = {}
    seen: set[tuple[str, str, Pointer]] = set()
    lost = []
    for each in unknown:
        if each.found is None and not doubtful.isdisjoint(_names_in(each)):
            continue
        if each.lost_at is not None:
            lost.append(each)
            continue
        key = (each.scope, each.place.file, each.place.pointer)
        if key not in seen:
            seen.add(key)
            groups.setdefault((each.place.file, each.scope, each.id, *each.wanted), []).append(each)
    for each in lost:
        places = [(scope, each.place.file, each.place.pointer) for scope in _ancestors(each.scope, bases)]
        if seen.isdisjoint(places):
            yield _report_lost(each)
        seen.add((each.scope, each.place.file, each.place.pointer))
    for uses in groups.values():
        uses.sort(key=lambda use: sheets.order(use.place))
    ordered = sorted(groups.values(), key=lambda uses: sheets.order(uses[0].place))
    for i, uses in enumerate(ordered):
        yield _report_group(uses, _suggest(uses[0], sheets) if i < MOST_SUGGESTED else _Advice())


def _names_in(unknown: Unknown) -> tuple[str, ...]:
    """Return the ids that an address is made of; that of a KPI also as its metric's."""
    parts = unknown.id.replace("#", "/").split("/")
    return (*parts, f"/{parts[-1]}") if "kpi" in unknown.wanted else tuple(parts)


def _ancestors(journey: str, bases: Mapping[str, str]) -> Iterator[str]:
    while journey := bases.get(journey, ""):
        yield journey


def _report_group(uses: list[Unknown], advice: _Advice) -> Problem:
    first, *others = uses
    one = describe_kinds(first.wanted)
    more = len(others) - MOST_USES
    spots = tuple(Spot(use.place, "used here too", use.on_key) for use in others[:MOST_USES])
    notes = (f"it is used in {more} more places of this file",) if more > 0 else ()
    if first.found is not None:
        kind = WORDS[first.found.kind].one
        return Problem(
            MISDIRECTED_REFERENCE,
            f"`{first.id}` is {with_article(kind)}, not {with_article(one)}",
            (
                Spot(first.place, f"{with_article(one)} is meant here", first.on_key),
                Spot(first.found.place, f"the {kind} with this id"),
                *spots,
            ),
            _exit_help(first) or (f"write the id of {with_article(one)}",),
            notes,
            args=(first.id,),
            repairs=_exit_repairs(uses),
        )
    return Problem(
        UNKNOWN_ID,
        f"unknown {one} `{first.id}`",
        (Spot(first.place, f"no {one} has this id", first.on_key), *spots),
        advice.help,
        notes,
        args=(first.id, *first.wanted),
        repairs=(_replace(uses, advice.near),) if advice.near else (),
    )


def _replace(uses: Iterable[Unknown], near: str) -> Repair:
    """Return the repair that writes another id wherever the unknown one is used."""
    steps = (
        Step("rename", use.place, key=near) if use.on_key else Step("set", use.place, near) for use in uses
    )
    return Repair(f"replace with `{near}`", tuple(steps), safe=False)


def _report_lost(unknown: Unknown) -> Problem:
    assert unknown.lost_at is not None
    return Problem(
        UNKNOWN_ID,
        f"`{unknown.id}` is gone from this journey, but something still refers to it",
        (Spot(unknown.lost_at, "gone since here"), Spot(unknown.place, "still used here", unknown.on_key)),
        (_RESOLVED_BY if "pain" in unknown.wanted else "change what refers to it too",),
        args=(unknown.id, *unknown.wanted),
    )


def _exit_help(unknown: Unknown) -> tuple[str, ...]:
    if unknown.found is not None and unknown.found.kind == "exit":
        return (f"a branch that leaves the journey is written `exit: {unknown.id}`",)
    return ()


def _exit_repairs(uses: list[Unknown]) -> tuple[Repair, ...]:
    if not _exit_help(uses[0]) or any(use.place.pointer[-1] != "to" for use in uses):
        return ()
    steps = tuple(Step("rename", use.place, key="exit") for use in uses)
    return (Repair("replace `to` with `exit`", steps, safe=False),)


def _suggest(unknown: Unknown, sheets: Sheets) -> _Advice:
    """Return what to do: the one id that was probably meant, else the few there are, else how to declare."""
    known = unknown.known()
    near = closest(unknown.id, known)
    if near is not None:
        place = known[near].place
        defined = f" (defined at {sheets.where(place)})" if place.file else ""
        return _Advice((f"did you mean `{near}`{defined}?",), near)
    help = []
    if 0 < len(known) <= MOST_KNOWN:
        listed = ", ".join(f"`{id}`" for id in sorted(known))
        help.append(f"there is {listed}" if len(known) == 1 else f"there are {listed}")
    if "touchpoint" in unknown.wanted and "next" in unknown.place.pointer:
        help.append("where the journey ends, write `next: []`")
    declare = [how_to_declare(kind, is_alone=sheets.is_alone) for kind in unknown.wanted]
    return _Advice((*help, *[words for words in declare if words][:1]))


def report_clashes(catalogue: Catalogue, home: str, sheets: Sheets) -> Iterator[Problem]:
    """Yield a problem for each id that is declared twice, at the later of the two.

    ``home`` is the file of the journey whose items these are, which counts as later than any other.
    """
    for clash in catalogue.clashes():
        earlier, later = sorted(
            (clash.first, clash.second),
            key=lambda each: (each.place.file == home, sheets.order(each.place)),
        )
        yield _report_clash(clash, earlier, later)


def _report_clash(clash: Clash, earlier: Declared, later: Declared) -> Problem:
    kind, other = WORDS[later.kind].one, WORDS[earlier.kind].one
    if clash.is_alias:
        message = f"`{later.id}` is both a former id and the id of something else"
        if later.kind == earlier.kind:
            message = f"two {WORDS[later.kind].many} have, or had, the id `{later.id}`"
    elif kind == other:
        message = f"two {WORDS[later.kind].many} have the id `{later.id}`"
    else:
        message = f"{with_article(other)} and {with_article(kind)} have the same id `{later.id}`"
    return Problem(
        DUPLICATE_ID,
        message,
        (Spot(later.place, "again here"), Spot(earlier.place, "first here")),
        (f"give one of them {'an `id` of its own' if later.kind == 'kpi' else 'another id'}",)
        if not clash.is_alias
        else ("take the former id out of `aliases`, or give the other one another id",),
        args=(later.id,),
    )


def report_channels(channels: Iterable[Node], catalogue: Catalogue, sheets: Sheets) -> Iterator[Problem]:
    """Yield a problem for each undeclared channel of each file: a warning where some are declared."""
    known = catalogue.ids("channel")
    is_declared = any(channel.place.file for channel in known.values())
    declare = how_to_declare("channel", is_alone=sheets.is_alone)
    groups: dict[tuple[str, str], dict[Pointer, Node]] = {}
    for channel in channels:
        uses = groups.setdefault((channel.place.file, channel.data), {})
        uses.setdefault(channel.place.pointer, channel)
    for (_file, name), uses in groups.items():
        first, *others = sorted((use.place for use in uses.values()), key=sheets.order)
        more = len(others) - MOST_USES
        near = closest(name, known)
        yield Problem(
            UNDECLARED_CHANNEL,
            f"channel `{name}` is not declared",
            (
                Spot(first, "taken as it stands"),
                *(Spot(other, "used here too") for other in others[:MOST_USES]),
            ),
            (f"did you mean `{near}`?" if near else declare,),
            (f"it is used in {more} more places of this file",) if more > 0 else (),
            args=(name,),
            severity=Severity.WARNING if is_declared else Severity.INFO,
            repairs=(_rename_channel((first, *others), near),) if near else (),
        )


def _rename_channel(places: Iterable[Place], near: str) -> Repair:
    steps = tuple(Step("set", place, near) for place in places)
    return Repair(f"replace with `{near}`", steps, safe=False)
