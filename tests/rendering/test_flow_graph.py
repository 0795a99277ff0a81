"""A journey becomes a graph of steps, ways and outlets that says no more and no less."""

import pytest

from journeymap.model import EmotionScale, Journey, Stage, Touchpoint, Workspace
from journeymap.model.journey import Branch
from journeymap.rendering.flow.graph import FlowChannel, build_flow
from journeymap.rendering.naming import write_percent
from tests.rendering.flows import FIRST_PURCHASE, RETURNS, felt, journey_of, portfolio_of

A, B, C = (Touchpoint(id, id.upper()) for id in "abc")


def ways(journey: Journey) -> list[tuple[str, str, str, str]]:
    """Return the edges of a journey's flow by the titles at their ends."""
    flow = build_flow(portfolio_of(journey, RETURNS), journey)
    titles = {node.name: node.title for node in flow.nodes}
    return [(titles[edge.tail], titles[edge.head], edge.kind, edge.text) for edge in flow.edges]


def outlets(journey: Journey) -> list[tuple[str, str, str, str]]:
    """Return what leads out of a journey."""
    flow = build_flow(portfolio_of(journey, RETURNS), journey)
    names = {edge.head for edge in flow.edges if edge.kind in {"outlet", "detail"}}
    return [(node.kind, node.title, node.text, node.outcome) for node in flow.nodes if node.name in names]


def test_without_branches_the_way_leads_through() -> None:
    """Each touchpoint leads to the one after it, the last one to the end."""
    assert ways(journey_of(A, B)) == [
        ("Start", "A", "way", ""),
        ("A", "B", "way", ""),
        ("B", "Completed", "way", ""),
    ]


def test_an_empty_way_on_completes_the_journey() -> None:
    """``next: []`` ends at the end, and in mid-journey beside the touchpoint."""
    journey = journey_of(A._replace(next=()), B._replace(next=()))

    assert ways(journey) == [
        ("Start", "A", "way", ""),
        ("A", "Completed", "outlet", ""),
        ("B", "Completed", "way", ""),
    ]
    assert outlets(journey) == [("exit", "Completed", "", "achieved")]


def test_shares_and_conditions_are_on_the_ways() -> None:
    """A branch is labelled with its condition and share; one without a share takes the remainder."""
    journey = journey_of(
        A._replace(next=(Branch(to="b", when="likes it", share=0.255), Branch(to="c"))), B, C
    )

    assert ways(journey)[1:3] == [("A", "B", "way", "likes it ·\u00a025.5%"), ("A", "C", "way", "74.5%")]


@pytest.mark.parametrize(
    ("shares", "drop_off"),
    [((0.5, 0.3), "20%"), ((0.5, 0.5), ""), ((0.7, 0.2999), ""), ((0.8, 0.4), ""), ((None, None), "")],
)
def test_what_no_branch_takes_drops_off(shares: tuple[float | None, float | None], drop_off: str) -> None:
    """The remainder of shares is drawn as drop-off, if it is more than rounding."""
    branches = tuple(Branch(to=to, share=share) for to, share in zip("bc", shares, strict=True))
    found = outlets(journey_of(A._replace(next=branches), B, C))

    assert found == ([("drop-off", "Drops off", drop_off, "lost")] if drop_off else [])


def test_ways_back_are_loops() -> None:
    """A branch to a touchpoint passed before, or to itself, is a loop; a stage stands for its first step."""
    journey = journey_of(A, B._replace(next=(Branch(to="b"), Branch(to="stage"), Branch(to="c"))), C)

    assert [(head, kind) for tail, head, kind, _ in ways(journey) if tail == "B"] == [
        ("B", "loop"),
        ("A", "loop"),
        ("C", "way"),
    ]


def test_exits_and_journeys_lead_out() -> None:
    """Exits keep their outcome, undeclared ones count as lost; other journeys are shown by title."""
    found = outlets(FIRST_PURCHASE)

    assert ("exit", "Leaves the cart", "10%", "lost") in found
    assert ("exit", "Buys another time", "10%", "deferred") in found
    assert ("exit", "Buys in the store", "12.5%", "achieved") in found
    assert ("exit", "Moves away", "27.5%", "lost") in found
    assert ("journey", "Returns and refunds", "does not fit ·\u00a018%", "") in found
    assert [title for kind, title, text, _ in found if kind == "journey" and not text] == [
        "Care",
        "Write review",
    ]


def test_a_stage_without_touchpoints_is_a_step() -> None:
    """The way leads through a stage that has no touchpoints yet, with what is known of it."""
    flow = build_flow(portfolio_of(FIRST_PURCHASE), FIRST_PURCHASE)
    waiting = next(node for node in flow.nodes if node.title == "Waiting")

    assert (waiting.kind, waiting.feelings, waiting.score) == ("stage", ("patient 0",), 0)


def test_a_way_to_nowhere_is_shown() -> None:
    """A branch whose target is unknown is not hidden."""
    assert outlets(journey_of(A._replace(next=(Branch(to="lost-page"),)))) == [
        ("journey", "Lost page", "", "")
    ]


def test_feelings_are_in_words_and_scores() -> None:
    """A feeling has its word, else the scale's, and the score as written; a persona's says whose it is."""
    flow = build_flow(portfolio_of(FIRST_PURCHASE), FIRST_PURCHASE)
    nodes = {node.id: node for node in flow.nodes}

    assert nodes["size"].feelings == ("negative −1",)
    assert nodes["reviews"].feelings == ("reassured",)
    assert nodes["reviews"].score is None
    assert nodes["review"].feelings == ("proud +1", "Gift buyer: calm 0")
    assert (nodes["review"].score, nodes["review"].assumed) == (0.5, True)
    assert (nodes["tip"].assumed, nodes["advert"].assumed) == (False, True)
    assert nodes["reviews"].channels == (FlowChannel("Web", "digital"), FlowChannel("Forum of runners", ""))


def test_scores_of_another_scale_keep_their_numbers() -> None:
    """A score is drawn on the canonical scale and printed as written."""
    journey = journey_of(A._replace(emotions=felt(10, "glad")))
    workspace = Workspace(emotion_scale=EmotionScale(0, 10, 5))
    node = build_flow(portfolio_of(journey, workspace=workspace), journey).nodes[1]

    assert (node.score, node.feelings) == (2, ("glad +10",))


def test_in_right_to_left_text_signs_stay_before_their_numbers() -> None:
    """A score in right-to-left text is held together by a mark."""
    journey = journey_of(A._replace(emotions=felt(-1, "محبط")), lang="ar")

    assert build_flow(portfolio_of(journey), journey).nodes[1].feelings == ("محبط \u200e−1",)


def test_a_journey_without_stages_has_a_start_only() -> None:
    """An empty journey is an empty flow."""
    journey = Journey("empty", "Empty")

    assert [node.kind for node in build_flow(portfolio_of(journey), journey).nodes] == ["start"]


def test_the_first_mention_of_an_id_counts() -> None:
    """Where a stage and a touchpoint share an id, ways lead to what comes first."""
    one = Stage(
        "a", "Stage", touchpoints=(Touchpoint("b", "B"), Touchpoint("a", "A", next=(Branch(to="a"),)))
    )

    assert ("A", "A", "loop", "") in ways(Journey("journey", "Journey", (one,)))


def test_percentages_have_one_decimal_at_most() -> None:
    """Shares are rounded to a tenth of a percent."""
    assert [write_percent(share, lang="en") for share in (0.7, 0.1255, 1, 1 / 3)] == [
        "70%",
        "12.6%",
        "100%",
        "33.3%",
    ]


def test_languages_differ_in_how_far_the_percent_sign_stands_off() -> None:
    """German and Spanish put a space before the sign that no line breaks at, English and Portuguese none."""
    written = [write_percent(0.463, lang=lang) for lang in ("en", "de", "es", "pt-BR")]
    assert written == ["46.3%", "46,3\N{NO-BREAK SPACE}%", "46,3\N{NO-BREAK SPACE}%", "46,3%"]
