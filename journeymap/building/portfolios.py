"""All files of a workspace → one portfolio, with what is wrong between them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from journeymap.building.budget import Budget, count_values
from journeymap.building.declaring import Catalogue, declare_items, visible_ids
from journeymap.building.diagnosing import Sheets
from journeymap.building.faults import SECOND_WORKSPACE
from journeymap.building.journeys import build_journey
from journeymap.building.library import build_library
from journeymap.building.overlays import build_changes
from journeymap.building.personas import build_persona
from journeymap.building.reading import Node
from journeymap.building.references import Resolver
from journeymap.building.remembering import Memory
from journeymap.building.reports import report_channels, report_clashes, report_unknown
from journeymap.building.routes import find_circles, judge_journey, judge_scale, judge_scores
from journeymap.building.settings import build_workspace
from journeymap.building.shapes import LIBRARY
from journeymap.building.sharing import Shared, share_facts
from journeymap.building.sheets import Sheet
from journeymap.building.viewing import judge_views
from journeymap.building.vocabulary import DEFAULT_CHANNELS, DEFAULT_PHASES
from journeymap.building.worlds import Overlaid, World
from journeymap.diagnostics import Diagnostic
from journeymap.model import Journey, Persona, Portfolio, Workspace
from journeymap.named_tuples import NamedTuple
from journeymap.problems import Problem, Spot
from journeymap.source import Place

_Entity = TypeVar("_Entity", Journey, Persona, Workspace)
_Named = TypeVar("_Named", Journey, Persona)


class Built(NamedTuple):
    """A portfolio and what was found while it was built; what could not be built is not in it.

    ``sheets`` turn the places of whatever is found in it later into spans.
    """

    portfolio: Portfolio
    diagnostics: tuple[Diagnostic, ...]
    sheets: Sheets


def build_portfolio(
    sheets: Sequence[Sheet], names: Catalogue, *, root: str = "", memory: Memory | None = None
) -> Built:
    """Return the portfolio of all files of a workspace, overlays already whole.

    With a ``memory`` of an earlier build, what has not changed is taken over from there.
    """
    library_files, persona_files, journey_files, settings_files = (
        [sheet for sheet in sheets if sheet.kind == kind and sheet.is_whole]
        for kind in ("library", "persona", "journey", "workspace")
    )
    shared = _shared_touchpoints(library_files)
    budget = Budget()
    roots = {sheet.path: share_facts(sheet.root, shared, names, budget) for sheet in journey_files}
    memory = None if budget.is_spent else memory
    if memory:
        memory.meet_names(names, library_files)
    items = {
        sheet.path: (memory and memory.recall_items(sheet)) or declare_items(roots[sheet.path], names)
        for sheet in journey_files
    }
    journeys: dict[str, Catalogue] = {}
    for path, node in roots.items():
        journeys.setdefault(node.text("id"), items[path])
    world = World(names, journeys, _doubtful_ids(sheets), [], [], [])
    if memory:
        memory.meet_world(journey_files, items, world)

    outside = Resolver(world)
    library = build_library((sheet.root for sheet in library_files if sheet.valid), outside)
    build_library((sheet.root for sheet in library_files if not sheet.valid), outside)
    personas = _built(persona_files, lambda sheet: build_persona(sheet.root, outside))
    settings = _built(settings_files, lambda sheet: build_workspace(sheet.root, outside, root))
    every = [
        _raise_journey(sheet, roots[sheet.path], items[sheet.path], world, memory) for sheet in journey_files
    ]
    built = [journey for sheet, journey in zip(journey_files, every, strict=True) if sheet.valid]
    workspace = settings[0] if settings else Workspace(root=root)
    portfolio = Portfolio(workspace, library, _by_id(personas), tuple(_by_id(built).values()))

    found = Sheets({sheet.path: (sheet.document, sheet.kind) for sheet in sheets})
    problems = [
        *(problem for sheet in sheets for problem in sheet.problems),
        *budget.problems("from shared touchpoints"),
        *_judge(built, settings, world),
        *(_judge_scores(every, workspace) if all(_is_sound(sheet) for sheet in sheets) else ()),
        *judge_views(portfolio),
        *report_clashes(names, "", found),
        *(each for path in items for each in report_clashes(items[path], path, found)),
        *report_unknown(
            [*(unknown for sheet in sheets for unknown in sheet.unknown), *world.unknown],
            {sheet.root.text("id"): sheet.overlay.base for sheet in journey_files if sheet.overlay},
            world.doubtful,
            found,
        ),
        *report_channels(world.undeclared_channels, names, found),
    ]
    return Built(portfolio, tuple(found.diagnose(problem) for problem in problems), found)


def _built(sheets: Sequence[Sheet], build: Callable[[Sheet], _Entity]) -> list[_Entity]:
    """Return what the valid files hold; the others are read too, for what they refer to."""
    return [entity for sheet, entity in [(sheet, build(sheet)) for sheet in sheets] if sheet.valid]


def _raise_journey(
    sheet: Sheet, root: Node, items: Catalogue, world: World, memory: Memory | None
) -> Journey:
    """Return a journey, taken over from an earlier build where it would come out the same."""
    if memory is None:
        return _build_journey(sheet, root, items, world)
    known = memory.recall_journey(sheet, world)
    if known is not None:
        return known
    before = len(world.unknown), len(world.undeclared_channels), len(world.expansions)
    journey = _build_journey(sheet, root, items, world)
    memory.keep_journey(sheet, journey, world, before)
    return journey


def _build_journey(sheet: Sheet, root: Node, items: Catalogue, world: World) -> Journey:
    overlay = sheet.overlay
    if overlay is None:
        return build_journey(root, Resolver(world, root.text("id"), items))
    overlaid = Overlaid(overlay.place, overlay.removed)
    resolver = Resolver(world, root.text("id"), items, overlaid)
    changes = build_changes(Node(sheet.document.data, Place(sheet.path)), resolver)
    return build_journey(root, resolver, overlay.base, changes)


def declare_names(sheets: Sequence[Sheet]) -> Catalogue:
    """Return the catalogue of what a workspace declares outside its journeys, and of the journeys."""
    names = Catalogue()
    for sheet in sheets:
        node = sheet.root
        if sheet.kind == "library":
            for key, kind in LIBRARY.items():
                for entry in node.items(key):
                    names.declare(kind, kind, entry, entry.text("id"), with_aliases=kind != "term")
        elif sheet.kind == "workspace":
            _declare_settings(node, names)
        elif sheet.kind in ("journey", "persona"):
            names.declare(sheet.kind, sheet.kind, node, node.text("id"))
    for channel in DEFAULT_CHANNELS:
        names.declare_default("channel", channel.id)
    if not names.ids("phase"):
        for phase in DEFAULT_PHASES:
            names.declare_default("phase", phase.id)
    return names


def _declare_settings(node: Node, names: Catalogue) -> None:
    for lane in node.items("lanes"):
        owner = lane.text("on") if lane.text("on") in ("journey", "stage") else "touchpoint"
        names.declare("lane", f"{owner} lane", lane, lane.text("id"))
    for view in node.items("views"):
        names.declare("view", "view", view, view.text("id"))
    connections = node.child("connections")
    if connections is not None:
        for name, entry in connections.entries():
            names.declare("connection", "connection", entry, name)


def _doubtful_ids(sheets: Sequence[Sheet]) -> frozenset[str]:
    """Return the ids that files which cannot be built seem to declare."""
    ids: set[str] = set()
    for sheet in sheets:
        if not sheet.valid or not sheet.is_whole:
            ids.update(visible_ids(sheet.document.data, sheet.document.source.text))
    return frozenset(ids)


def _shared_touchpoints(libraries: Sequence[Sheet]) -> Mapping[str, Shared]:
    found: dict[str, Shared] = {}
    for sheet in libraries:
        for node in sheet.root.items("touchpoints"):
            found.setdefault(node.text("id"), Shared(node, count_values(node.data)))
    return found


def _judge(journeys: Sequence[Journey], settings: Sequence[Workspace], world: World) -> Iterator[Problem]:
    workspace = settings[0] if settings else Workspace()
    yield from judge_scale(workspace)
    for journey in journeys:
        yield from judge_journey(journey, workspace)
    yield from find_circles(world.expansions)
    for second in settings[1:]:
        yield Problem(
            SECOND_WORKSPACE,
            "this workspace has a second settings file",
            (
                Spot(Place(second.at.file, ("journeymap",)), "this one is ignored", on_key=True),
                Spot(Place(workspace.at.file, ("journeymap",)), "the settings are read here", on_key=True),
            ),
            ("keep one of the two",),
        )


def _judge_scores(journeys: Sequence[Journey], workspace: Workspace) -> Iterator[Problem]:
    for journey in journeys:
        yield from judge_scores(journey, workspace.emotion_scale)


def _is_sound(sheet: Sheet) -> bool:
    """Whether a file is no settings file with errors: one that is may declare any scale."""
    return sheet.kind != "workspace" or (sheet.valid and sheet.is_whole)


def _by_id(entities: Sequence[_Named]) -> dict[str, _Named]:
    """Return journeys or personas in order of id, the first of each id."""
    first: dict[str, _Named] = {}
    for entity in entities:
        first.setdefault(entity.id, entity)
    return dict(sorted(first.items()))
