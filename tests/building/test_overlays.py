"""An overlay says what is different, and becomes a whole journey."""

import pytest

from journeymap.model import Journey
from tests.building.maps import compile_maps, found, places

BASE = """\
journeymap: 1
kind: journey
id: shop
aliases: [old-shop]
title: Shop
state: current
status: published
reviewed: 2026-10-01
goal: The right pair
kpis: [nps]
exits: [{id: gone, title: Gone}]
stages:
  - id: decision
    title: Decision
    touchpoints:
      - {id: basket, title: Basket, emotion: -1, pains: [{id: late, text: Late}, {id: dear, text: Dear}]}
      - id: checkout
        title: Checkout
        kpis: [{metric: csat, target: 4}, {id: sales, metric: nps}]
  - id: after
    title: After
    touchpoints:
      - {id: review, title: Review, next: []}
opportunities:
  - {id: early, title: Show early, addresses: [late], actions: [{id: do-it, text: Do it}]}
"""
LIBRARY = """\
journeymap: 1
kind: library
metrics: [{id: csat, title: CSAT}, {id: nps, title: NPS}]
touchpoints: [{id: page, title: Page, channel: web, kpis: [csat]}]
"""


def overlay_text(*changes: str, header: str = "", id: str = "next", extends: str = "shop") -> str:
    """Return an overlay with its changes, given without their braces."""
    listed = "".join(f"\n  - {{{change}}}" for change in changes) or " []"
    lines = f"journeymap: 1\nkind: journey\nid: {id}\nextends: {extends}\n{header}"
    return f"{lines}changes:{listed}\n"


def compile_overlay(*changes: str, header: str = "", base: str = BASE) -> Journey:
    """Return the journey that an overlay makes of the base, both free of findings."""
    compilation = compile_maps(base, overlay_text(*changes, header=header), a__library__yaml=LIBRARY)
    assert found(compilation) == []
    journey = compilation.portfolio.journey("next")
    assert journey is not None
    return journey


def findings(*changes: str, header: str = "", base: str = BASE) -> list[tuple[str, str]]:
    """Return what is found in an overlay of the base."""
    return found(compile_maps(base, overlay_text(*changes, header=header), a__library__yaml=LIBRARY))


def touchpoints(journey: Journey) -> list[list[str]]:
    """Return the ids of the touchpoints of each stage."""
    return [[each.id for each in stage.touchpoints] for stage in journey.stages]


def test_an_overlay_of_nothing_is_its_base() -> None:
    """Without changes all is inherited but the id, its aliases, the state, the status and the review."""
    base = compile_maps(BASE, a__library__yaml=LIBRARY).portfolio.journeys[0]

    assert compile_overlay() == base._replace(
        id="next", aliases=(), state="current", status="draft", reviewed="", extends="shop"
    )


def test_header_fields_override() -> None:
    """What the overlay says of itself replaces what the base says, lists whole."""
    journey = compile_overlay(header="title: Shop of 2027\nstate: future\nkpis: [csat]\nexits: []\n")

    assert (journey.title, journey.state, journey.goal) == ("Shop of 2027", "future", "The right pair")
    assert [kpi.id for kpi in journey.kpis] == ["csat"]
    assert journey.exits == ()


def test_set_replaces_each_field_whole() -> None:
    """Named fields are replaced, null clears, all others stay."""
    journey = compile_overlay(
        "set: basket, fields: {emotion: {feeling: glad}, title: New basket}",
        "set: checkout/csat, fields: {target: 4.5}",
        "set: checkout, fields: {owner: null}",
        "set: next/nps, fields: {baseline: 10}",
        "set: shop/nps, fields: {target: 30}",
        "set: early, fields: {effort: 1}",
    )
    basket, checkout = journey.stages[0].touchpoints

    assert (basket.title, basket.emotions[0].score, basket.emotions[0].feeling) == (
        "New basket",
        None,
        "glad",
    )
    assert [pain.id for pain in basket.pains] == ["late", "dear"]
    assert [(kpi.id, kpi.target) for kpi in checkout.kpis] == [("csat", 4.5), ("sales", None)]
    assert [(kpi.baseline, kpi.target) for kpi in journey.kpis] == [(10, 30)]
    assert journey.opportunities[0].effort == 1


def test_a_list_of_items_that_is_set_can_be_changed_further() -> None:
    """Items that a change brings are there for the next change; those it replaced are not."""
    journey = compile_overlay(
        "set: early, fields: {addresses: [fresh]}",
        "set: basket, fields: {pains: [{id: fresh, text: Fresh}, Short]}",
        "set: fresh, fields: {severity: high}",
    )

    assert [(each.id, each.severity, each.text) for each in journey.stages[0].touchpoints[0].pains] == [
        ("fresh", "high", "Fresh"),
        ("", None, "Short"),
    ]


def test_a_list_that_is_set_takes_its_old_items_away() -> None:
    """What is missing afterwards is gone since the field that replaced it."""
    compilation = compile_maps(
        BASE,
        overlay_text("set: basket, fields: {pains: []}", "set: dear, fields: {severity: low}"),
        a__library__yaml=LIBRARY,
    )

    assert found(compilation) == [
        ("unknown-id", "`late` is gone from this journey, but something still refers to it"),
        ("impossible-change", "`dear` is no longer there"),
    ]
    assert places(compilation)[0] == "j1.journey.yaml:6:35 j0.journey.yaml:25:48"


def test_add_puts_items_where_it_says() -> None:
    """An item goes before or after another, or to the end, into its owner or the journey."""
    journey = compile_overlay(
        "add: touchpoint, to: decision, before: checkout, item: {id: guest, title: Guest}",
        "add: touchpoint, to: decision, after: guest, item: {id: login, title: Login}",
        "add: touchpoint, to: after, item: {id: thanks, title: Thanks}",
        "add: stage, before: after, item: {id: delivery, title: Delivery}",
        "add: pain, to: guest, item: Too many fields",
        "add: gain, to: guest, item: {id: quick, text: Quick}",
        "add: kpi, to: review, item: csat",
        "add: kpi, after: nps, item: {id: other, metric: csat}",
        "add: exit, item: {id: lost, title: Lost}",
        "add: action, to: early, before: do-it, item: {id: first, text: First}",
        "add: evidence, item: {id: survey, title: Survey}",
        "add: insight, item: They leave",
        "add: feedback-loop, item: {id: ask, text: Ask}",
        "add: opportunity, before: early, item: {id: other-one, title: O}",
    )

    assert touchpoints(journey) == [["basket", "guest", "login", "checkout"], [], ["review", "thanks"]]
    guest = journey.stages[0].touchpoints[1]
    assert (guest.pains[0].text, guest.gains[0].id) == ("Too many fields", "quick")
    assert [kpi.id for kpi in journey.kpis] == ["nps", "other"]
    assert [each.id for each in journey.exits] == ["gone", "lost"]
    assert [each.id for each in journey.opportunities] == ["other-one", "early"]
    assert [each.id for each in journey.opportunities[1].actions] == ["first", "do-it"]
    assert (len(journey.evidence), len(journey.insights), len(journey.feedback_loops)) == (1, 1, 1)


def test_move_puts_items_elsewhere() -> None:
    """An item moves within its list, to another owner, or beside an item of another owner."""
    journey = compile_overlay(
        "move: review, to: decision, after: basket",
        "move: basket, after: review",
        "move: checkout, to: after",
        "move: after, before: decision",
        "move: dear, before: late",
    )

    assert touchpoints(journey) == [["checkout"], ["review", "basket"]]
    assert [pain.id for pain in journey.stages[1].touchpoints[1].pains] == ["dear", "late"]
    assert touchpoints(compile_overlay("move: review, before: basket")) == [
        ["review", "basket", "checkout"],
        [],
    ]


def test_remove_takes_all_that_is_in_it() -> None:
    """A removed stage takes its touchpoints along; references are only checked after the last change."""
    journey = compile_overlay(
        "remove: decision",
        "remove: early",
        "add: stage, item: {id: decision, title: New, touchpoints: [{id: checkout, title: C, next: review}]}",
    )

    assert touchpoints(journey) == [["review"], ["checkout"]]


def test_a_resolved_pain_stays_addressed_in_the_base() -> None:
    """An opportunity that resolves a pain keeps addressing it, there where it still is."""
    journey = compile_overlay("remove: late, resolved_by: early")

    assert journey.opportunities[0].addresses == ("shop#late",)
    assert (journey.changes[0].target, journey.changes[0].resolved_by) == ("late", "early")


def test_a_reference_to_what_is_removed_is_an_error_at_the_change() -> None:
    """The error stands in the overlay, with a label on the reference in the base."""
    compilation = compile_maps(BASE, overlay_text("remove: basket"))

    assert [each for each in found(compilation) if "late" in each[1]] == [
        ("unknown-id", "`late` is gone from this journey, but something still refers to it")
    ]
    assert "j1.journey.yaml:6:14 j0.journey.yaml:25:48" in places(compilation)


def test_what_the_header_takes_away_is_missed_at_extends() -> None:
    """Where no change removed it, the overlay's header did."""
    base = BASE.replace("goal:", "personas: [{id: p, title: P}]\ngoal:").replace(
        "emotion: -1", "emotion: {by: {p: -1}}"
    )
    compilation = compile_maps(base, overlay_text(header="personas: []\n"), a__library__yaml=LIBRARY)

    assert found(compilation) == [
        ("unknown-id", "`p` is gone from this journey, but something still refers to it")
    ]
    assert places(compilation)[0].startswith("j1.journey.yaml:4:10 j0.journey.yaml:17:")


def test_a_fault_of_the_base_is_not_repeated() -> None:
    """What is wrong in the base is said once, not again for each overlay of it."""
    base = BASE.replace("addresses: [late]", "addresses: [nothing]").replace("goal:", "owner: nobody\ngoal:")
    second = overlay_text(id="third", extends="next")
    compilation = compile_maps(base, overlay_text(), second, a__library__yaml=LIBRARY)

    assert [each.primary.file for each in compilation.diagnostics] == ["j0.journey.yaml"] * 2


def test_a_loss_is_not_repeated_further_on() -> None:
    """An overlay of an overlay does not miss again what its base misses."""
    compilation = compile_maps(
        BASE, overlay_text("remove: late"), overlay_text(id="third", extends="next"), a__library__yaml=LIBRARY
    )

    assert [each.primary.file for each in compilation.diagnostics] == ["j1.journey.yaml"]


def test_overlays_of_overlays() -> None:
    """A chain is applied from its base on, in whatever order the files come."""
    last = overlay_text(
        "set: guest, fields: {title: Anyone}", "set: shop/nps, fields: {target: 5}", extends="mid"
    )
    mid = overlay_text(
        "add: touchpoint, to: after, item: {id: guest, title: G}", id="mid", extends="old-shop"
    )
    compilation = compile_maps(last, mid, BASE, a__library__yaml=LIBRARY)
    journey = compilation.portfolio.journey("next")

    assert found(compilation) == []
    assert journey is not None
    assert journey.stages[1].touchpoints[1].title == "Anyone"
    assert (journey.kpis[0].target, journey.extends) == (5, "mid")


def test_changed_values_keep_their_places() -> None:
    """What is inherited points into the base, what changed into the overlay."""
    journey = compile_overlay(
        "set: basket, fields: {emotion: 1}",
        "add: pain, to: basket, item: {id: new, text: New}",
        "move: late, after: new",
    )
    basket = journey.stages[0].touchpoints[0]

    assert basket.at.file == "j0.journey.yaml"
    assert repr(basket.emotions[0].at) == "Place('j1.journey.yaml', ('changes', 0, 'fields', 'emotion'))"
    assert [pain.at.file for pain in basket.pains] == [
        "j0.journey.yaml",
        "j1.journey.yaml",
        "j0.journey.yaml",
    ]
    assert basket.pains[2].at.pointer == ("stages", 0, "touchpoints", 0, "pains", 0)


def test_shared_kpis_can_be_set_beside_own_ones() -> None:
    """A touchpoint that is set to use a shared one gets its facts after the change."""
    journey = compile_overlay("set: basket, fields: {uses: page}")

    assert journey.stages[0].touchpoints[0].channels == ("web",)


IMPOSSIBLE = [
    ("add: pain, to: decision, item: P", "a pain belongs to a touchpoint, not to `decision`, a stage"),
    (
        "add: touchpoint, to: basket, item: {id: new, title: New}",
        "a touchpoint belongs to a stage, not to `basket`, a touchpoint",
    ),
    (
        "add: stage, to: decision, item: {id: new, title: New}",
        "a stage belongs to the journey itself, not to `decision`",
    ),
    ("add: exit, before: basket, item: {id: new, title: New}", "`basket` is not an exit of the journey"),
    (
        "add: touchpoint, to: after, before: basket, item: {id: new, title: New}",
        "`basket` is not a touchpoint of `after`",
    ),
    ("move: basket, to: checkout", "a touchpoint belongs to a stage, not to `checkout`, a touchpoint"),
    ("move: basket, before: late", "a touchpoint belongs to a stage, not to `basket`, a touchpoint"),
    ("move: basket, before: basket", "`basket` is not a touchpoint of `decision`"),
]


@pytest.mark.parametrize(("change", "message"), IMPOSSIBLE)
def test_an_impossible_change_is_an_error(change: str, message: str) -> None:
    """A change that cannot be made is located in the overlay; the rest is still done."""
    compilation = compile_maps(BASE, overlay_text(change), a__library__yaml=LIBRARY)

    assert found(compilation) == [("impossible-change", message)]
    assert compilation.diagnostics[0].primary.file == "j1.journey.yaml"


UNKNOWN = [
    "set: baskt, fields: {title: B}",
    "remove: baskt",
    "move: baskt, to: after",
    "move: basket, to: aftr",
    "add: pain, to: baskt, item: P",
    "add: touchpoint, to: after, before: reviw, item: {id: new, title: New}",
    "move: basket, after: reviw",
]


@pytest.mark.parametrize("change", UNKNOWN)
def test_an_unknown_target_is_an_error_in_the_overlay(change: str) -> None:
    """A change that names nothing says so, with what was probably meant."""
    compilation = compile_maps(BASE, overlay_text(change), a__library__yaml=LIBRARY)

    assert [rule for rule, _ in found(compilation)] == ["unknown-id"]
    assert compilation.diagnostics[0].primary.file == "j1.journey.yaml"
    assert compilation.diagnostics[0].help[0].startswith("did you mean `")


def test_what_is_removed_cannot_be_changed_any_more() -> None:
    """A change after the removal shows where it was removed."""
    compilation = compile_maps(
        BASE, overlay_text("remove: dear", "set: dear, fields: {severity: low}"), a__library__yaml=LIBRARY
    )

    assert found(compilation) == [("impossible-change", "`dear` is no longer there")]
    assert places(compilation) == ["j1.journey.yaml:7:11 j1.journey.yaml:6:14"]


def test_added_ids_are_new() -> None:
    """An added item with an id of the base is a duplicate, in the overlay."""
    compilation = compile_maps(
        BASE, overlay_text("add: exit, item: {id: gone, title: G}"), a__library__yaml=LIBRARY
    )

    assert found(compilation) == [("duplicate-id", "two exits have the id `gone`")]
    assert places(compilation) == ["j1.journey.yaml:6:28 j0.journey.yaml:11:14"]


def test_what_comes_out_holds_to_the_schema() -> None:
    """A field that the item cannot have is an error in the overlay."""
    change = overlay_text("set: late, fields: {channel: web}")
    compilation = compile_maps(BASE, change, a__library__yaml=LIBRARY)

    assert [each.primary.file for each in compilation.diagnostics] == ["j1.journey.yaml"]
    assert compilation.diagnostics[0].category == "schema"
    assert compilation.portfolio.journey("next") is None


def test_nothing_is_left() -> None:
    """A journey whose last stage is removed is an error in the overlay."""
    compilation = compile_maps(
        BASE,
        overlay_text("remove: decision", "remove: after", "remove: early"),
        a__library__yaml=LIBRARY,
    )

    assert found(compilation) == [("impossible-change", "these changes leave journey `next` without a stage")]
    assert places(compilation) == ["j1.journey.yaml:7:14"]


def test_only_pains_are_resolved() -> None:
    """The way out that only a pain has is not offered for a touchpoint that something leads to."""
    base = BASE.replace("title: Basket,", "title: Basket, next: checkout,")
    (diagnostic,) = compile_maps(
        base, overlay_text("remove: checkout, resolved_by: early"), a__library__yaml=LIBRARY
    ).diagnostics

    assert diagnostic.message == "`checkout` is gone from this journey, but something still refers to it"
    assert diagnostic.help == ("change what refers to it too",)


def test_what_an_item_needs_cannot_be_cleared() -> None:
    """Clearing a title is an error at the change, not of the journey that comes out."""
    compilation = compile_maps(
        BASE, overlay_text("set: basket, fields: {title: null, emotion: null}"), a__library__yaml=LIBRARY
    )

    assert found(compilation) == [("impossible-change", "a touchpoint cannot do without its `title`")]
    assert places(compilation) == ["j1.journey.yaml:6:35"]


def test_the_journey_itself_is_no_item() -> None:
    """Whoever sets a field of the journey is told where those are written."""
    (diagnostic,) = compile_maps(
        BASE, overlay_text("set: shop, fields: {goal: Less}"), a__library__yaml=LIBRARY
    ).diagnostics

    assert diagnostic.rule == "impossible-change"
    assert diagnostic.help == ("write the journey's own fields beside `extends`",)


def test_refused_stages_break_nothing_else() -> None:
    """Stages beside `extends` are one error: the base's stages stand for all else."""
    overlay = overlay_text("set: basket, fields: {title: Bag}") + "stages: [{id: x, title: X}]\n"
    compilation = compile_maps(BASE, overlay, a__library__yaml=LIBRARY)

    assert [rule for rule, _ in found(compilation)] == ["conflicting-keys"]


def test_a_base_must_exist() -> None:
    """An overlay of an unknown journey is one error, and no journey."""
    compilation = compile_maps(overlay_text(extends="shup"), BASE, a__library__yaml=LIBRARY)

    assert found(compilation) == [("unknown-id", "unknown journey `shup`")]
    assert compilation.diagnostics[0].help[0].startswith("did you mean `shop`")
    assert [each.id for each in compilation.portfolio.journeys] == ["shop"]


def test_a_circle_has_no_base() -> None:
    """Overlays of one another are one error, wherever one enters the circle."""
    chain = [overlay_text(id=id, extends=base) for id, base in (("a", "b"), ("b", "c"), ("c", "b"))]
    compilation = compile_maps(*chain)

    assert found(compilation) == [("circular-extension", "journey `b` extends itself")]
    assert places(compilation) == ["j1.journey.yaml:4:10 j2.journey.yaml:4:10"]
    assert compilation.portfolio.journeys == ()


def test_a_broken_base_is_said_once() -> None:
    """An overlay of a file that cannot be read is silent; references to both are not called unknown."""
    other = "journeymap: 1\nkind: journey\nid: o\ntitle: O\nstages: [{id: s, title: S, expand: next}]\n"
    compilation = compile_maps(BASE + "  - [", overlay_text("set: basket, fields: {title: B}"), other)

    assert {each.primary.file for each in compilation.diagnostics} == {"j0.journey.yaml"}


def test_an_overlay_with_schema_errors_is_read_all_the_same() -> None:
    """A misspelt key does not hide a misspelt id."""
    rules = [rule for rule, _ in findings("set: basket, fields: {titel: B}", "remove: baskt")]

    assert rules == ["unknown-key", "unknown-id"]


def test_former_ids_name_items_of_the_base() -> None:
    """A change may name an item by an id it had before."""
    base = BASE.replace("{id: review,", "{id: review, aliases: [rating],")
    journey = compile_overlay(
        "set: rating, fields: {needs: [Quiet, Time]}", "move: basket, after: rating", base=base
    )

    assert touchpoints(journey) == [["checkout"], ["review", "basket"]]
    assert journey.stages[1].touchpoints[0].needs == ("Quiet", "Time")


MALFORMED = [
    "set: basket",
    "move: basket",
    "to: basket",
    "set: basket, fields: {id: cart}",
    "add: tree, item: {}",
]


@pytest.mark.parametrize("change", MALFORMED)
def test_a_malformed_change_is_the_schemas_affair(change: str) -> None:
    """A change without the keys it needs is wrong once, and the others are still looked at."""
    findings_of_both = findings(change, "remove: baskt")

    assert len(findings_of_both) == 2
    assert findings_of_both[1] == ("unknown-id", "unknown item `baskt`")
