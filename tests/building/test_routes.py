"""What the language calls wrong although every id resolves."""

from tests.building.maps import compile_maps, found, journey_text, only_journey, places


def test_a_remainder_goes_to_one_branch() -> None:
    """Shares may leave one branch without; a second one is an error at that branch."""
    one = "next: [{to: checkout, share: 0.4}, {exit: a}]"
    two = "next: [{to: checkout, share: 0.4}, {exit: a}, {exit: b}, {exit: c}]"

    assert found(compile_maps(journey_text(one))) == []
    compilation = compile_maps(journey_text(two))
    assert [rule for rule, _ in found(compilation)] == ["branch-without-share"]
    assert places(compilation) == ["j0.journey.yaml:11:55 j0.journey.yaml:11:44 j0.journey.yaml:11:66"]


def test_no_shares_at_all_are_fine() -> None:
    """Probabilities may be unknown."""
    assert found(compile_maps(journey_text("next: [{to: checkout}, {exit: a}, {exit: b}]"))) == []


def test_shares_add_up_to_one_at_most() -> None:
    """The error stands at the largest share with labels on the others; decimals may add up to 1."""
    compilation = compile_maps(journey_text("next: [{to: checkout, share: 0.2}, {exit: a, share: 0.9}]"))

    assert found(compilation) == [
        ("shares-over-one", "the shares of `basket` add up to 1.1, which is more than 1")
    ]
    assert places(compilation) == ["j0.journey.yaml:11:61 j0.journey.yaml:11:38"]
    tenths = ", ".join("{to: checkout, share: 0.1}" for _ in range(10))
    assert found(compile_maps(journey_text(f"next: [{tenths}]"))) == []


def test_scores_are_on_the_scale() -> None:
    """A score beyond the scale is an error, for a stage, a touchpoint and each persona; its ends are not."""
    personas = "personas: [{id: p, title: P}, {id: q, title: Q}]"
    by = "emotion: {by: {p: 3, q: {score: -2.5}}}"
    compilation = compile_maps(journey_text(by, personas, "emotion: {score: 7}"))

    assert [message.split(" is ")[0] for _, message in found(compilation)] == [
        "score 7",
        "score 3",
        "score -2.5",
    ]
    assert places(compilation) == ["j0.journey.yaml:9:22", "j0.journey.yaml:13:27", "j0.journey.yaml:13:41"]
    assert found(compile_maps(journey_text("emotion: -2", stage="emotion: 2"))) == []


def test_a_workspace_may_have_another_scale() -> None:
    """Scores are judged on the workspace's own scale."""
    workspace = "journeymap: 1\nkind: workspace\nemotion_scale: {min: 1, max: 10, neutral: 5}\n"

    assert found(compile_maps(journey_text("emotion: 9"), journeymap__yaml=workspace)) == []
    assert [
        rule for rule, _ in found(compile_maps(journey_text("emotion: -1"), journeymap__yaml=workspace))
    ] == ["score-outside-scale"]


def test_a_scale_runs_upwards() -> None:
    """A scale without order is one error, and no score is judged by it."""
    for scale in ("min: 5, max: 1, neutral: 3", "min: 1, max: 5, neutral: 9", "min: 0, max: 0"):
        workspace = f"journeymap: 1\nkind: workspace\nemotion_scale: {{{scale}}}\n"
        rules = [
            rule for rule, _ in found(compile_maps(journey_text("emotion: 2"), journeymap__yaml=workspace))
        ]
        assert rules == ["impossible-scale"]


def test_custom_fields_have_their_lanes_types() -> None:
    """A field of the wrong type is an error with a label on its lane; the right ones are kept."""
    lanes = ", ".join(
        f"{{id: {type_}, title: T, type: {type_}}}" for type_ in ("text", "number", "list", "boolean", "url")
    )
    workspace = f"journeymap: 1\nkind: workspace\nlanes: [{lanes}]\n"
    right = "fields: {text: a, number: 1.5, list: [a], boolean: true, url: 'https://example.com'}"
    wrong = "fields: {text: 1, number: true, list: a, boolean: 1, url: [a]}"
    kept = only_journey(compile_maps(journey_text(right), journeymap__yaml=workspace))
    compilation = compile_maps(journey_text(wrong), journeymap__yaml=workspace)

    assert kept.stages[0].touchpoints[0].fields["number"] == 1.5
    assert [message for _, message in found(compilation)] == [
        "`text` is not a text",
        "`number` is not a number",
        "`list` is not a list",
        "`boolean` is not true or false",
        "`url` is not an address",
    ]
    assert places(compilation)[0].startswith("j0.journey.yaml:11:24 journeymap.yaml:3:")


def test_journeys_do_not_expand_in_circles() -> None:
    """A circle of any length is one error with a label on each step; a diamond is none."""

    def journey(id: str, *expands: str) -> str:
        stages = "".join(f"  - {{id: s{i}, title: S, expand: {each}}}\n" for i, each in enumerate(expands))
        return (
            f"journeymap: 1\nkind: journey\nid: {id}\ntitle: T\nstages:\n{stages or '  - {id: s, title: S}'}"
        )

    circle = compile_maps(journey("a", "b"), journey("b", "c", "d"), journey("c", "a"), journey("d"))
    diamond = compile_maps(journey("a", "b", "c"), journey("b", "d"), journey("c", "d"), journey("d"))
    self_made = compile_maps(journey("a", "a"))

    assert found(circle) == [("circular-expansion", "journey `a` expands into itself")]
    assert places(circle) == ["j0.journey.yaml:6:32 j1.journey.yaml:6:32 j2.journey.yaml:6:32"]
    assert circle.diagnostics[0].notes == ("the circle is `a` → `b` → `c` → `a`",)
    assert found(diamond) == []
    assert found(self_made) == [("circular-expansion", "journey `a` expands into itself")]
    assert self_made.diagnostics[0].notes == ()
