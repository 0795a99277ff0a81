"""Every id has to name something of the right kind, in this file or in its workspace."""

import pytest

from tests.building.maps import (
    compile_in_shop,
    compile_maps,
    found,
    journey_text,
    only_journey,
    places,
)

UNKNOWN = [
    ("touchpoint", "owner: nobody", "team"),
    ("touchpoint", "uses: nothing", "shared touchpoint"),
    ("touchpoint", "systems: [nothing]", "system"),
    ("touchpoint", "sources: [nothing]", "source"),
    ("touchpoint", "kpis: [nothing]", "metric"),
    ("touchpoint", "kpis: [{metric: nothing}]", "metric"),
    ("touchpoint", "kpis: [{metric: csat, owner: nobody}]", "team"),
    ("touchpoint", "personas: [nobody]", "persona"),
    ("touchpoint", "actor: nobody", "actor"),
    ("touchpoint", "receiver: nobody", "actor"),
    ("touchpoint", "emotion: {by: {nobody: 1}}", "persona"),
    ("touchpoint", "thought: {by: {nobody: Oh}}", "persona"),
    ("touchpoint", "emotion: {score: 1, evidence: [nothing]}", "evidence"),
    ("touchpoint", "pains: [{text: Late, evidence: [nothing]}]", "evidence"),
    ("touchpoint", "gains: [{text: Fast, personas: [nobody]}]", "persona"),
    ("touchpoint", "next: nowhere", "touchpoint or stage"),
    ("touchpoint", "next: [{to: nowhere}]", "touchpoint or stage"),
    ("touchpoint", "next: [{journey: nowhere}]", "journey"),
    ("touchpoint", "expand: nowhere", "journey"),
    ("touchpoint", "personalization: [{text: T, segment: nobody}]", "segment"),
    ("touchpoint", "personalization: [{text: T, persona: nobody}]", "persona"),
    ("touchpoint", "personalization: [{text: T, source: nothing}]", "source"),
    ("touchpoint", "blueprint: {support: [nothing]}", "system"),
    ("touchpoint", "blueprint: {backstage: [{text: T, system: nothing}]}", "system"),
    ("touchpoint", "blueprint: {backstage: [{text: T, owner: nobody}]}", "team"),
    ("touchpoint", "fields: {nothing: 1}", "lane of touchpoints"),
    ("touchpoint", "deprecated: {replaced_by: nothing}", "item"),
    ("stage", "phase: nothing", "phase"),
    ("stage", "owner: nobody", "team"),
    ("stage", "expand: nowhere", "journey"),
    ("stage", "fields: {nothing: 1}", "lane of stages"),
    ("journey", "owner: nobody", "team"),
    ("journey", "personas: [nobody]", "persona"),
    ("journey", "personas: [{id: p, title: P, segment: nobody}]", "segment"),
    ("journey", "segments: [nobody]", "segment"),
    ("journey", "sources: [nothing]", "source"),
    ("journey", "fields: {nothing: 1}", "lane of journeys"),
    ("journey", "objective: {text: Sell, kpi: basket/nothing}", "KPI"),
    ("journey", "objective: {text: Sell, kpi: nothing}", "KPI"),
    ("journey", "objective: {text: Sell, kpi: nowhere#basket/conversion}", "KPI"),
    ("journey", "deprecated: {replaced_by: nowhere}", "journey"),
    ("journey", "moved: [{from: old, to: nowhere}]", "item"),
    ("journey", "opportunities: [{title: O, addresses: [nothing]}]", "pain"),
    ("journey", "opportunities: [{title: O, addresses: ['shop#nothing']}]", "pain"),
    ("journey", "opportunities: [{title: O, addresses: ['nowhere#late-cost']}]", "journey"),
    ("journey", "opportunities: [{title: O, kpis: [basket/nothing]}]", "KPI"),
    ("journey", "opportunities: [{title: O, owner: nobody}]", "team"),
    ("journey", "opportunities: [{title: O, actions: [{text: A, owner: nobody}]}]", "team"),
    ("journey", "insights: [{text: I, source: nothing}]", "source"),
    ("journey", "insights: [{text: I, evidence: [nothing]}]", "evidence"),
    ("journey", "evidence: [{id: e, title: E, source: nothing}]", "source"),
    ("journey", "feedback_loops: [{source: nothing}]", "source"),
    ("journey", "feedback_loops: [{owner: nobody}]", "team"),
    ("journey", "feedback_loops: [{feeds: [nothing]}]", "stage or touchpoint"),
]

ALONE = "; this file stands alone, and a `journeymap.yaml` beside both joins them"


def _written(level: str, lines: str) -> str:
    return journey_text(**{level: lines})


@pytest.mark.parametrize(("level", "lines", "kind"), UNKNOWN)
def test_an_unknown_id_is_one_error(level: str, lines: str, kind: str) -> None:
    """Every field that refers to something says so when that is not there, at the id itself."""
    written = _written(level, lines)
    compilation = compile_in_shop(written)
    ((rule, message),) = found(compilation)

    assert rule == "unknown-id"
    assert message.startswith(f"unknown {kind} `")
    span = compilation.diagnostics[0].primary
    assert written[span.start.offset : span.end.offset].strip("'") == message.split("`")[1]


@pytest.mark.parametrize(("level", "lines", "kind"), UNKNOWN)
def test_a_lone_file_is_judged_alike(level: str, lines: str, kind: str) -> None:
    """Without a workspace an unknown id is as wrong as with one."""
    rules = [rule for rule, _ in found(compile_maps(_written(level, lines)))]

    assert "unknown-id" in rules


KNOWN = [
    ("touchpoint", "actor: organisation\nreceiver: partner"),
    ("touchpoint", "next: [{to: decision, when: asks}, {exit: never-listed}, {journey: shop}]"),
    ("touchpoint", "blueprint: {support: [till, The till, Payment gateway], frontstage: [greeting]}"),
    ("touchpoint", "channel: [web, phone, word-of-mouth]"),
    ("touchpoint", "fields: {heuristic: text}"),
    ("journey", "objective: {text: Sell, kpi: shop/conversion}\nkpis: [conversion]"),
    ("journey", "opportunities: [{title: O, addresses: [late-cost, 'shop#late-cost']}]"),
    ("journey", "feedback_loops: [{feeds: [decision, basket]}]"),
]


@pytest.mark.parametrize(("level", "lines"), KNOWN)
def test_what_is_allowed_finds_nothing(level: str, lines: str) -> None:
    """Known ids, fixed actors, prose among support items, and exits nobody lists are all right."""
    assert found(compile_in_shop(_written(level, lines))) == []


def test_aliases_become_the_ids_of_today() -> None:
    """A former id resolves, and the model only holds the living one."""
    items = (
        "opportunities: [{title: O, addresses: [costs], kpis: [old-basket/old-kpi]}]\n"
        "evidence: [{id: survey, title: S, aliases: [poll]}]"
    )
    lines = (
        "aliases: [old-basket]\nnext: old-checkout\nowner: web-team\n"
        "kpis: [{metric: csat, aliases: [old-kpi]}]\nemotion: {score: 1, evidence: [poll]}"
    )
    text = journey_text(lines, items)
    text = text.replace("{id: checkout,", "{id: checkout, aliases: [old-checkout],")
    text = text.replace("{id: late-cost,", "{id: late-cost, aliases: [costs],")
    journey = only_journey(compile_in_shop(text))
    basket = journey.stages[0].touchpoints[0]

    assert basket.next is not None
    assert (basket.owner, basket.next[0].to) == ("shop-team", "checkout")
    assert basket.emotions[0].evidence == ("survey",)
    assert journey.opportunities[0].addresses == ("late-cost",)
    assert journey.opportunities[0].kpis == ("basket/csat",)


def test_addresses_reach_other_journeys() -> None:
    """An item, a KPI and a journey of the same workspace can be meant from elsewhere."""
    other = journey_text("kpis: [conversion]", "kpis: [csat]\naliases: [old-shop]")
    here = journey_text(
        "expand: old-shop",
        "opportunities: [{title: O, addresses: ['old-shop#late-cost'], "
        "kpis: ['old-shop#basket/conversion', shop/csat, 'shop#shop/csat']}]",
    ).replace("id: shop", "id: here")
    compilation = compile_in_shop(other, here)
    journey = compilation.portfolio.journey("here")

    assert found(compilation) == []
    assert journey is not None
    assert journey.opportunities[0].addresses == ("shop#late-cost",)
    assert journey.opportunities[0].kpis == ("shop#basket/conversion", "shop/csat", "shop#shop/csat")
    assert journey.stages[0].touchpoints[0].expand == "shop"


def test_one_error_for_all_uses_in_a_file() -> None:
    """An unknown id is reported where it first stands, with its other uses as labels."""
    compilation = compile_in_shop(journey_text("owner: nobody", "owner: nobody", "owner: nobody"))

    assert places(compilation) == ["j0.journey.yaml:5:8 j0.journey.yaml:9:12 j0.journey.yaml:13:16"]


def test_many_uses_are_counted() -> None:
    """Not more than eight further uses are shown; the rest is a number."""
    items = "".join(f"  - {{title: O{i}, owner: nobody}}\n" for i in range(12))
    (diagnostic,) = compile_in_shop(journey_text(more=f"opportunities:\n{items}")).diagnostics

    assert len(diagnostic.labels) == 8
    assert diagnostic.notes == ("it is used in 3 more places of this file",)


def test_each_file_hears_of_it() -> None:
    """The same unknown id in two files is an error in each."""
    second = journey_text(journey="owner: nobody").replace("id: shop", "id: other")
    compilation = compile_in_shop(journey_text(journey="owner: nobody"), second)

    assert places(compilation) == ["j0.journey.yaml:5:8", "j1.journey.yaml:5:8"]


def test_a_near_miss_names_the_id_and_its_place() -> None:
    """There is at most one suggestion, with the place where that id is declared."""
    (diagnostic,) = compile_in_shop(journey_text("owner: shop-taem")).diagnostics

    assert diagnostic.help == ("did you mean `shop-team` (defined at a.library.yaml:3:14)?",)


def test_a_usual_phase_has_no_place() -> None:
    """A suggestion from the default vocabulary is not said to be defined anywhere."""
    (diagnostic,) = compile_maps(journey_text(stage="phase: advocasy")).diagnostics

    assert diagnostic.help == ("did you mean `advocacy`?",)


def test_few_ids_are_listed() -> None:
    """When nothing is near, the few ids there are are listed, and how to declare one."""
    (diagnostic,) = compile_in_shop(journey_text("systems: [mainframe]")).diagnostics

    assert diagnostic.help == (
        "there is `till`",
        "declare it under `systems` in a library file of the workspace",
    )
    (diagnostic,) = compile_in_shop(journey_text("owner: accounting")).diagnostics
    assert diagnostic.help[0] == "there are `depot`, `shop-team`"


MISDIRECTED = [
    ("opportunities: [{title: O, addresses: [basket]}]", "`basket` is a touchpoint, not a pain"),
    ("feedback_loops: [{feeds: [late-cost]}]", "`late-cost` is a pain, not a stage or touchpoint"),
    ("insights: [{text: I, evidence: [decision]}]", "`decision` is a stage, not evidence"),
]


@pytest.mark.parametrize(("lines", "message"), MISDIRECTED)
def test_an_id_of_the_wrong_kind(lines: str, message: str) -> None:
    """An id that names something else is an error that shows what it names."""
    compilation = compile_in_shop(journey_text(journey=lines))

    assert found(compilation) == [("misdirected-reference", message)]
    assert len(compilation.diagnostics[0].labels) == 1


def test_an_exit_is_not_a_target() -> None:
    """A branch to an exit says how it is written; one that exits through a touchpoint is as wrong."""
    exits = "exits: [{id: gone, title: Gone}]"
    (diagnostic,) = compile_maps(journey_text("next: [{to: gone}]", exits)).diagnostics

    assert diagnostic.message == "`gone` is an exit, not a touchpoint or stage"
    assert diagnostic.help == ("a branch that leaves the journey is written `exit: gone`",)
    assert found(compile_maps(journey_text("next: [{exit: checkout}]"))) == [
        ("misdirected-reference", "`checkout` is a touchpoint, not an exit")
    ]


def test_a_lane_of_another_kind_of_thing() -> None:
    """A lane declared for touchpoints cannot be filled on a stage."""
    assert found(compile_in_shop(journey_text(stage="fields: {heuristic: text}"))) == [
        ("misdirected-reference", "`heuristic` is a lane of touchpoints, not a lane of stages")
    ]


def test_a_file_alone_is_told_how_files_are_joined() -> None:
    """Where there is no workspace, declaring an id in another file is only half of what helps."""
    lone = compile_maps(journey_text("owner: nobody\nexpand: other", "personas: [nobody]"))

    assert [each.help for each in lone.diagnostics] == [
        ("describe it in the journey under `personas`",),
        ("declare it under `teams` in a library file" + ALONE,),
        ("a file that stands alone knows no other; a `journeymap.yaml` beside both joins them",),
    ]


def test_actors_have_names_of_their_own() -> None:
    """An actor may be one of the fixed ones, which are suggested like personas."""
    near, far = compile_in_shop(journey_text("actor: costumer\nreceiver: aliens")).diagnostics

    assert near.help == ("did you mean `customer`?",)
    assert far.help == (
        "there are `customer`, `hunter`, `organisation`, `partner`, `system`",
        "an actor is `customer`, `organisation`, `partner`, `system` or the id of a persona",
    )


def test_the_end_of_a_journey_is_no_touchpoint() -> None:
    """Whoever leads to the end by a word is told how an end is written."""
    (diagnostic,) = compile_in_shop(journey_text("next: end")).diagnostics

    assert "where the journey ends, write `next: []`" in diagnostic.help


def test_undeclared_channels() -> None:
    """An undeclared channel is information, or a warning where the workspace declares channels."""
    library = "journeymap: 1\nkind: library\nchannels: [{id: kiosk, title: Kiosk, aliases: [terminal]}]\n"
    lines = "channel: [Pop-up stand, kiosc, terminal]"
    lone = compile_maps(
        journey_text("channel: Pop-up stand", "personas: [{id: p, title: P, channels: [Pop-up stand]}]")
    )
    shared = compile_maps(journey_text(lines), a__library__yaml=library)

    assert [(each.severity.word, each.message) for each in lone.diagnostics] == [
        ("info", "channel `Pop-up stand` is not declared")
    ]
    assert len(lone.diagnostics[0].labels) == 1
    assert [(each.severity.word, each.help) for each in shared.diagnostics] == [
        (
            "warning",
            ("declare it under `channels` in a library file" + ALONE,),
        ),
        ("warning", ("did you mean `kiosk`?",)),
    ]
    assert shared.portfolio.journeys[0].stages[0].touchpoints[0].channels == (
        "Pop-up stand",
        "kiosc",
        "kiosk",
    )


def test_library_entries_and_personas_refer_too() -> None:
    """References outside journeys are judged alike, in every file of the workspace."""
    library = """\
journeymap: 1
kind: library
metrics: [{id: m, title: M, source: nothing, owner: nobody}]
systems: [{id: s, title: S, owner: nobody, deprecated: {replaced_by: old}}]
sources: [{id: q, title: Q, connection: nothing}]
touchpoints: [{id: t, title: T, owner: nobody}]
"""
    persona = (
        "journeymap: 1\nkind: persona\nid: p\ntitle: P\nsegment: nobody\nevidence: [survey, 'shop#survey']\n"
    )
    workspace = """\
journeymap: 1
kind: workspace
views: [{id: v, where: {personas: nobody, phases: [nothing], channels: hall, segments: nobody, tags: [web]}}]
"""
    compilation = compile_maps(
        journey_text(journey="evidence: [{id: survey, title: S}]"),
        a__library__yaml=library,
        p__persona__yaml=persona,
        journeymap__yaml=workspace,
    )

    assert [message for _, message in found(compilation)] == [
        "unknown source `nothing`",
        "unknown team `nobody`",
        "unknown system `old`",
        "unknown connection `nothing`",
        "unknown persona `nobody`",
        "unknown phase `nothing`",
        "channel `hall` is not declared",
        "unknown segment `nobody`",
        "unknown segment `nobody`",
        "unknown evidence `survey`",
    ]


def test_a_view_may_filter_by_an_inline_persona() -> None:
    """A persona that only one journey knows is known to the workspace's views."""
    workspace = "journeymap: 1\nkind: workspace\nviews: [{id: v, where: {personas: [giver]}}]\n"
    journey = journey_text(journey="personas: [{id: giver, title: Giver}]")

    assert found(compile_maps(journey, journeymap__yaml=workspace)) == []


def test_a_view_asks_only_for_fields_there_are() -> None:
    """A column or filter of a view that names no field is an error with a suggestion."""
    workspace = """\
journeymap: 1
kind: workspace
views:
  - {id: v, form: table, rows: pains, columns: [text, {field: severty}], where: {has: [no-such-thing]}}
"""
    compilation = compile_maps(journey_text(), journeymap__yaml=workspace)

    assert found(compilation) == [
        ("unknown-field", "pains have no field `severty`"),
        ("unknown-field", "pains have no field `no-such-thing`"),
    ]
    assert compilation.diagnostics[0].help == ("did you mean `severity`?",)
    assert places(compilation) == ["journeymap.yaml:4:63", "journeymap.yaml:4:88"]


def test_a_finding_names_its_entity() -> None:
    """The fingerprint hangs on the path of ids to a place, never on a line number."""
    text = journey_text("pains: [{id: slow, text: Slow, evidence: [nothing]}]", "owner: nobody")
    compilation = compile_in_shop(text)
    moved = compile_in_shop("# a comment\n" + text)

    assert [each.entity for each in compilation.diagnostics] == [
        "journey:shop",
        "journey:shop/stage:decision/touchpoint:basket/pain:slow",
    ]
    assert [each.fingerprint for each in moved.diagnostics] == [
        each.fingerprint for each in compilation.diagnostics
    ]


def test_only_so_many_suggestions_are_looked_for() -> None:
    """In a flood of unknown ids the later ones come without a suggestion, which takes time to find."""
    opportunities = "".join(f"  - {{title: O, addresses: [nothing-{i}]}}\n" for i in range(60))
    compilation = compile_maps(journey_text(more=f"opportunities:\n{opportunities}"))

    assert [bool(each.help) for each in compilation.diagnostics] == [True] * 50 + [False] * 10
