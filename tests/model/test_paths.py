"""Paths by example: main and worst path, ends, loops, unknown shares, personas."""

import pytest

from journeymap.model import Branch, Emotion, EmotionScale, Exit, Journey, Stage
from journeymap.model.chains import MOST_PRODUCTS
from journeymap.model.paths import End, walk_journey
from journeymap.model.ways import find_ways, likeliest_of, shares_of
from journeymap.model.worst_ways import MOST_STEPS, find_worst_way
from tests.conftest import ROOT
from tests.model.samples import journey_of
from tests.model.walking import leave, step, to

SHOP = journey_of(
    step("search", score=1),
    step("basket", to("pay", 0.7), to("reminder", 0.2), leave("gone"), score=0),
    step("pay", score=-2),
    step("arrive", "end", score=2),
    step("reminder", to("basket", 0.5), score=-1),
    exits=(Exit("gone", "Gone"),),
)


def test_shares_say_where_people_go() -> None:
    """Everything that the shares of a journey add up to, checked against the sums done by hand."""
    walk = walk_journey(SHOP)

    # Of those at the basket 0.7 pay, 0.1 leave, 0.2 are reminded, and half of these come back: 1 / 0.9.
    assert walk.completion == pytest.approx(0.7 / 0.9)
    assert walk.expected_visits == pytest.approx(
        {"search": 1, "basket": 1 / 0.9, "pay": 0.7 / 0.9, "arrive": 0.7 / 0.9, "reminder": 0.2 / 0.9}
    )
    assert walk.reach == pytest.approx(
        {"search": 1, "basket": 1, "pay": 0.7 / 0.9, "arrive": 0.7 / 0.9, "reminder": 0.2}
    )
    assert [(end.kind, end.id, end.outcome, end.taken_at) for end in walk.ends] == [
        ("completed", "", "achieved", ("arrive",)),
        ("exit", "gone", "lost", ("basket",)),
        ("drop-off", "", "lost", ("reminder",)),
    ]
    assert [end.probability for end in walk.ends] == pytest.approx([0.7 / 0.9, 0.1 / 0.9, 0.1 / 0.9])
    assert walk.expected_emotion == pytest.approx(
        (1 - 2 * 0.7 / 0.9 + 2 * 0.7 / 0.9 - 0.2 / 0.9) / (1 + 1 / 0.9 + 1.4 / 0.9 + 0.2 / 0.9)
    )
    assert walk.unreachable == walk.endless == ()


def test_main_path_takes_the_largest_share_and_worst_path_the_lowest_mean() -> None:
    """Both paths come nowhere twice, and say how they feel and how many take exactly them."""
    walk = walk_journey(SHOP)

    assert walk.main is not None
    assert walk.worst is not None
    assert (walk.main.touchpoints, walk.main.end) == (("search", "basket", "pay", "arrive"), walk.ends[0])
    assert walk.main.emotion == 0.25
    assert walk.main.probability == pytest.approx(0.7)
    assert (walk.worst.touchpoints, walk.worst.end) == (("search", "basket", "reminder"), walk.ends[2])
    assert (walk.worst.emotion, walk.worst.exact) == (0, True)
    assert walk.worst.probability == pytest.approx(0.1)


def test_without_shares_the_first_way_is_the_main_one_and_nothing_is_computed() -> None:
    """No shares are not equal shares: no number is made up, and a path is still shown."""
    walk = walk_journey(journey_of(step("a", to("b"), leave("gone"), score=1), step("b", score=0)))

    assert walk.main is not None
    assert walk.main.touchpoints == ("a", "b")
    assert walk.main.probability is None
    assert walk.completion is walk.expected_emotion is None
    assert walk.expected_visits == walk.reach == {"a": 1, "b": None}
    assert [(end.kind, end.probability) for end in walk.ends] == [("completed", None), ("exit", None)]


def test_where_unknown_ways_meet_numbers_are_known_again() -> None:
    """Paying by card or by invoice, in unknown shares, changes nothing about how many arrive."""
    walk = walk_journey(
        journey_of(
            step("basket", to("choose", 0.8)),
            step("choose", to("card"), to("invoice")),
            step("card", to("arrive")),
            step("invoice", to("arrive")),
            step("arrive", leave("served", 0.5), leave("later")),
            exits=(Exit("served", "Served", "achieved"), Exit("later", "Later", "deferred")),
        )
    )

    assert walk.completion == pytest.approx(0.4)
    assert [walk.reach[id] for id in ("choose", "card", "invoice", "arrive")] == [0.8, None, None, 0.8]


def test_completion_is_known_when_only_the_kind_of_loss_is_not() -> None:
    """Two unlisted exits are both losses, so nobody needs to know how many take which."""
    walk = walk_journey(
        journey_of(
            step("a", to("b", 0.6), to("c")), step("b", "end"), step("c", leave("bored"), leave("angry"))
        )
    )

    assert walk.completion == pytest.approx(0.6)
    assert [end.probability for end in walk.ends] == [0.6, None, None]


def test_an_unknown_loop_is_left_in_the_end() -> None:
    """How often people go round is unknown; that all of them come out at its one way out is not."""
    walk = walk_journey(
        journey_of(
            step("look"),
            step("compare", to("look"), to("buy")),
            step("buy", leave("gone", 0.25), to("end")),
            step("end"),
        )
    )

    assert walk.completion == 0.75
    assert walk.expected_visits == {"look": None, "compare": None, "buy": 1, "end": 0.75}
    assert walk.reach == {"look": 1, "compare": None, "buy": 1, "end": 0.75}


def test_a_loop_of_unknown_shares_that_is_entered_twice_stays_unknown() -> None:
    """Who enters a loop where, in unknown shares, decides how it is left."""
    walk = walk_journey(
        journey_of(
            step("start", to("a"), to("b")),
            step("a", to("b", 0.5), leave("gone")),
            step("b", to("a", 0.5), to("after", 0.5)),
            step("after", "end"),
        )
    )

    assert walk.completion is None
    assert walk.expected_visits == {"start": 1, "a": None, "b": None, "after": None}


def test_a_loop_of_unknown_shares_lets_out_all_who_come_in() -> None:
    """Entered at two places in known shares and left at one, a loop says who leaves it, and no more."""
    walk = walk_journey(
        journey_of(
            step("start", to("a", 0.3), to("b", 0.5), leave("gone")),
            step("a", to("b")),
            step("b", to("a"), to("after")),
            step("after", "end"),
        )
    )

    assert walk.completion == pytest.approx(0.8)
    assert walk.reach == {"start": 1, "a": None, "b": None, "after": 0.8}


@pytest.mark.parametrize("back", [0.5, 0.999, 1 - 1e-12])
def test_loops_are_solved_and_not_cut_off(back: float) -> None:
    """A loop that nearly everybody goes round again has the visits of its closed form, 1 / (1 - share)."""
    rest = 1 - back
    walk = walk_journey(
        journey_of(
            step("try"),
            step("fail", to("try", back), to("give-up", rest / 4), to("work", rest * 3 / 4)),
            step("work", "end"),
            step("give-up", leave("gone")),
        )
    )

    assert walk.expected_visits["try"] == pytest.approx(1 / (1 - back), rel=1e-3 if rest < 1e-6 else 1e-12)
    assert walk.completion == pytest.approx(0.75, rel=1e-3 if rest < 1e-6 else 1e-12)
    assert walk.reach["try"] == pytest.approx(1)


def test_a_loop_to_itself_is_a_loop() -> None:
    """Trying again at the same touchpoint counts each time."""
    walk = walk_journey(journey_of(step("try", to("try", 0.75), to("done")), step("done")))
    unknown = walk_journey(journey_of(step("try", to("try"), to("done")), step("done")))

    assert (walk.expected_visits["try"], walk.reach["try"]) == (4, 1)
    assert (unknown.expected_visits["try"], unknown.reach["try"], unknown.completion) == (None, 1, 1)


def test_those_who_are_caught_are_counted() -> None:
    """A loop without a way out is an end of its own; whoever is in it never comes to another one."""
    walk = walk_journey(
        journey_of(
            step("a", to("b", 0.25), to("d")), step("b", score=1), step("c", to("b")), step("d", score=-1)
        )
    )

    assert walk.endless == ("b", "c")
    assert [(end.kind, end.probability, end.taken_at) for end in walk.ends] == [
        ("completed", 0.75, ("d",)),
        ("caught", 0.25, ("b", "c")),
    ]
    assert walk.completion == 0.75
    assert (walk.expected_visits["b"], walk.reach["c"], walk.expected_emotion) == (None, 0.25, None)
    assert walk.worst is not None
    assert walk.worst.touchpoints == ("a", "d")


def test_a_journey_that_nobody_can_leave_has_a_main_path_without_end() -> None:
    """The main path stops before it would go round, and there is no path to be the worst."""
    walk = walk_journey(journey_of(step("a"), step("b", to("a"))))

    assert walk.main is not None
    assert (walk.main.touchpoints, walk.main.end) == (("a", "b"), None)
    assert walk.worst is None
    assert walk.completion == 0


def test_the_main_path_goes_round_what_leads_back() -> None:
    """Where the likeliest way only leads back, the next best is taken."""
    walk = walk_journey(
        journey_of(
            step("search"),
            step("results", to("refine", 0.6), to("product", 0.4)),
            step("refine", to("search")),
            step("product"),
        )
    )

    assert walk.main is not None
    assert walk.main.touchpoints == ("search", "results", "product")


def test_a_touchpoint_that_no_way_leads_to_is_unreachable() -> None:
    """Unreachable is what no way leads to; a way that nobody takes still leads there."""
    walk = walk_journey(
        journey_of(step("a", to("c", 1), to("d", 0)), step("b"), step("c", "end"), step("d", "end"))
    )

    assert walk.unreachable == ("b",)
    assert walk.reach == {"a": 1, "b": 0, "c": 1, "d": 0}


def test_stages_lead_to_their_first_touchpoint() -> None:
    """A branch to a stage enters it at the top; an empty stage is passed through, the last to completion."""
    journey = Journey(
        "trip",
        "Trip",
        (
            Stage("one", "One", touchpoints=(step("a", to("two", 0.5), to("four")),)),
            Stage("two", "Two"),
            Stage("three", "Three", touchpoints=(step("b", Branch(journey="returns")),)),
            Stage("four", "Four"),
        ),
    )
    walk = walk_journey(journey)

    assert walk.reach == {"a": 1, "b": 0.5}
    assert [(end.kind, end.id, end.outcome, end.probability) for end in walk.ends] == [
        ("completed", "", "achieved", 0.5),
        ("journey", "returns", "", 0.5),
    ]


def test_an_unknown_target_leads_nowhere() -> None:
    """A branch to something that does not exist is an end that nobody described."""
    walk = walk_journey(journey_of(step("a", to("b", 0.5), to("typo")), step("b")))

    assert [(end.kind, end.outcome) for end in walk.ends] == [("completed", "achieved"), ("nowhere", "")]


@pytest.mark.parametrize(
    ("written", "shares", "rest"),
    [
        ([None], (1,), 0),
        ([None, None], (None, None), 0),
        ([0.25, None], (0.25, 0.75), 0),
        ([0.25, 0.25], (0.25, 0.25), 0.5),
        ([0.7], (0.7,), 0.3),
        ([0, 0], (0, 0), 1),
        ([1, None], (1, 0), 0),
        ([0.8, 0.8], (None, None), 0),
        ([-0.5, 1], (None, None), 0),
        ([0.5, None, None], (None, None, None), 0),
        ([0.1] * 10, (0.1,) * 10, 0),
    ],
)
def test_shares(written: list[float | None], shares: tuple[float | None, ...], rest: float) -> None:
    """One branch may leave its share out; without any nobody knows; contradictions say nothing."""
    found, remainder = shares_of([to("x", share) for share in written])

    assert found == pytest.approx(shares)
    assert remainder == pytest.approx(rest)


def test_a_journey_without_touchpoints_has_no_paths() -> None:
    """Nothing is said about nobody."""
    walk = walk_journey(Journey("trip", "Trip", (Stage("s", "S"),)))

    assert walk == (None, None, (), None, {}, {}, None, (), ())


def test_personas_pass_along_what_does_not_concern_them() -> None:
    """A persona does not drop off where it never comes by, and feels what it feels."""
    journey = journey_of(
        step("club", to("offer", 0.1), leave("gone"), personas=("member",), score=-2),
        step("offer", emotions=(Emotion(1, persona="member"), Emotion(-1, persona="guest"))),
        step("card", personas=("member",)),
    )
    member, guest, everyone = (walk_journey(journey, who) for who in ("member", "guest", ""))

    assert guest.main is not None
    assert guest.main.touchpoints == ("offer",)
    assert (guest.completion, guest.expected_emotion) == (1, -1)
    assert member.reach == {"club": 1, "offer": pytest.approx(0.1), "card": pytest.approx(0.1)}
    assert everyone.expected_visits.keys() == {"club", "offer", "card"}
    assert walk_journey(journey_of(step("a", personas=("member",))), "guest").main is None


def test_what_does_not_concern_a_persona_can_be_the_end() -> None:
    """Passing along leads out where everything after does not concern the persona."""
    journey = journey_of(
        step("a"),
        step("b", leave("gone"), personas=("member",)),
    )
    caught = journey_of(step("a"), step("b", personas=("member",)), step("c", to("b"), personas=("member",)))

    assert [(end.kind, end.id) for end in walk_journey(journey, "guest").ends] == [("exit", "gone")]
    assert [end.kind for end in walk_journey(caught, "guest").ends] == ["caught"]


def test_scores_are_compared_on_the_canonical_scale() -> None:
    """On a scale from 1 to 5 the neutral 3 is nought."""
    walk = walk_journey(journey_of(step("a", score=5), step("b", score=3)), scale=EmotionScale(1, 5, 3))

    assert walk.expected_emotion == 1


def test_the_worst_path_through_a_jungle_says_that_it_may_not_be_the_worst() -> None:
    """Where trying all paths would take too long, the best one found is marked as that."""
    count = 12
    ids = [f"t{number}" for number in range(count)]
    jungle = journey_of(
        *(
            step(id, *(to(other) for other in ids if other != id), leave("gone"), score=2 - number / 4)
            for number, id in enumerate(ids)
        )
    )
    ways = find_ways(jungle)
    scores = [2 - number / 4 for number in range(count)]

    cut_short = find_worst_way(ways, scores, frozenset(), most_steps=5)
    assert cut_short is not None
    assert not cut_short.exact
    assert walk_journey(journey_of(*list(jungle.touchpoints())[:6])).worst is not None
    assert End("exit", "gone", "lost") in ways.ends


def test_the_page_of_numbers_says_how_far_the_search_goes() -> None:
    """Where the worst path may not be the worst is written down, with the number that holds."""
    page = (ROOT / "docs" / "explanation" / "numbers.md").read_text(encoding="utf-8")

    assert f"more than {MOST_STEPS:,} steps" in page
    assert f"more than {MOST_PRODUCTS:,} products" in page


def test_a_loop_too_entangled_to_be_solved_has_no_numbers() -> None:
    """What would take for ever is unknown, not guessed; it is known again behind the loop's one way out."""
    ids = [f"t{number}" for number in range(160)]
    maze = [step(id, *(to(other, 1 / 200) for other in ids), to("out")) for id in ids]
    walk = walk_journey(journey_of(*maze, step("out", leave("gone", 0.25), to("end")), step("end", "end")))

    assert walk.expected_visits["t7"] is None
    assert walk.reach["t0"] == 1
    assert walk.completion == 0.75


@pytest.mark.parametrize(
    ("shares", "place"), [((None, None), 0), ((0.2, 0.5, 0.3), 1), ((0.2, None), 1), ((0.5, 0.5), 0)]
)
def test_the_likeliest_branch_has_the_largest_share(shares: tuple[float | None, ...], place: int) -> None:
    """Without shares, and of equals, it is the first one listed; one without a share takes the remainder."""
    branches = [to(f"t{number}", share) for number, share in enumerate(shares)]

    assert likeliest_of(branches) is branches[place]
