"""A file with errors neither hides what is wrong elsewhere nor makes right things look wrong."""

import pytest

from tests.building.maps import LIBRARY, compile_maps, found, journey_text

USES_ALL = journey_text(
    "owner: shop-team\nsystems: [till]\nkpis: [csat]\nuses: basket-page",
    "objective: {text: Sell, kpi: basket/csat}\nsources: [crm]",
)
BREAKS = [
    ("syntax", LIBRARY + "  - [\n"),
    ("schema", LIBRARY + "colour: red\n"),
    ("kind", LIBRARY.replace("kind: library", "kind: libary")),
]


@pytest.mark.parametrize(("name", "library"), BREAKS)
def test_ids_of_a_broken_library_are_not_unknown(name: str, library: str) -> None:
    """Only the broken file itself is reported, whatever is wrong with it."""
    compilation = compile_maps(USES_ALL, a__library__yaml=library)

    assert {each.primary.file for each in compilation.diagnostics} == {"a.library.yaml"}


def test_items_of_a_broken_journey_are_not_unknown() -> None:
    """Addresses of a journey that cannot be read may be right."""
    other = journey_text(
        "expand: shop", "opportunities: [{title: O, addresses: ['shop#late-cost', 'shop#x']}]"
    )
    compilation = compile_maps(journey_text() + "- [\n", other.replace("id: shop", "id: other"))

    assert {each.primary.file for each in compilation.diagnostics} == {"j0.journey.yaml"}


def test_a_metric_of_a_broken_journey_stays_unknown() -> None:
    """What a broken journey measures is no metric for that; a KPI of that name may well be one."""
    broken = journey_text("kpis: [{metric: speed, target: high}]")
    other = journey_text(journey="objective: {text: Sell, kpi: shop#basket/speed}").replace(
        "shop", "other", 1
    )
    compilation = compile_maps(broken, other.replace("id: other", "id: second"))

    assert [rule for rule, _ in found(compilation)] == ["unknown-id", "wrong-type"]


def test_scores_wait_for_the_scale() -> None:
    """While the settings are broken nobody knows the scale; a broken journey's own scores are judged."""
    settings = "journeymap: 1\nkind: workspace\ntitle: Shop\nemotion_scale: {min: 0, max: 10, neutral: 5}\n"
    text = journey_text("emotion: 9", "colour: red")

    for broken in (settings + "colour: red\n", settings + "x: [\n"):
        rules = [rule for rule, _ in found(compile_maps(text, journeymap__yaml=broken))]
        assert "score-outside-scale" not in rules
    assert [rule for rule, _ in found(compile_maps(text, journeymap__yaml=settings))] == ["unknown-key"]
    assert [rule for rule, _ in found(compile_maps(text))] == ["unknown-key", "score-outside-scale"]


def test_what_is_unknown_stays_unknown() -> None:
    """An id that not even the broken file holds is reported."""
    compilation = compile_maps(journey_text("owner: nobody"), a__library__yaml=LIBRARY + "  - [\n")

    assert ("unknown-id", "unknown team `nobody`") in found(compilation)


def test_a_misspelt_key_hides_no_misspelt_id() -> None:
    """References of a file that does not hold to its schema are judged all the same."""
    lines = "ownr: shop-team\nnext: chekout\npains: [{id: basket, text: P}]"

    assert [rule for rule, _ in found(compile_maps(journey_text(lines)))] == [
        "unknown-key",
        "unknown-id",
        "duplicate-id",
    ]


def test_what_stands_under_a_misspelt_key_is_not_missed() -> None:
    """Ids under a key the language does not have are still not called unknown."""
    text = journey_text("emotion: {score: 1, evidence: [survey]}", "evidense: [{id: survey, title: S}]")

    assert [rule for rule, _ in found(compile_maps(text))] == ["unknown-key"]


def test_one_place_is_wrong_once() -> None:
    """An id that is badly formed is not also called unknown."""
    assert [rule for rule, _ in found(compile_maps(journey_text("owner: Shop Team")))] == ["bad-id"]


def test_the_broken_are_not_in_the_portfolio() -> None:
    """A portfolio holds what holds to its schema, and nothing else."""
    persona = "journeymap: 1\nkind: persona\nid: p\ntitle: P\nagee: 3\n"
    workspace = "journeymap: 1\nkind: workspace\ntitel: W\n"
    portfolio = compile_maps(
        journey_text("ownr: x"),
        journey_text().replace("id: shop", "id: other"),
        a__library__yaml=LIBRARY + "colour: red\n",
        p__persona__yaml=persona,
        journeymap__yaml=workspace,
    ).portfolio

    assert [each.id for each in portfolio.journeys] == ["other"]
    assert (portfolio.personas, portfolio.library.teams) == ({}, {})
    assert not portfolio.workspace.declared


def test_an_empty_workspace_is_a_portfolio() -> None:
    """No files at all compile to nothing, with the default vocabulary."""
    compilation = compile_maps()

    assert compilation.diagnostics == ()
    assert compilation.portfolio.journeys == ()
    assert "web" in compilation.portfolio.library.channels
