"""Where the paths lead, on the pages: ways out, completion, main and worst path, who is looked at when."""

import re
from typing import Any

from journeymap.compiling import Compilation
from journeymap.model import Branch, Emotion, EmotionScale, Exit, Journey, Persona, Phase, Portfolio, Stage
from journeymap.model.paths import Path, Walk
from journeymap.site import build_site
from journeymap.site.addresses import Atlas
from journeymap.site.desk import Desk
from journeymap.site.journey.walks import show_walk
from tests.model.samples import portfolio_of
from tests.model.walking import leave, step, to
from tests.site.test_pages import words_of

SHOP = (
    step("search", score=1),
    step("basket", to("pay", 0.7), leave("gone", 0.2), Branch(journey="returns"), score=0),
    step("pay", "end", score=-2),
)
EXITS = (Exit("gone", "Leaves the basket"), Exit("unused", "Nobody's exit", "deferred"))


def portfolio(*touchpoints: Any, **fields: Any) -> Portfolio:
    """Return a portfolio with one journey of one stage."""
    workspace = portfolio_of().workspace._replace(emotion_scale=fields.pop("scale", EmotionScale()))
    journey = Journey("j", "J", (Stage("s", "S", touchpoints=touchpoints),), exits=EXITS)
    return portfolio_of(journey._replace(**fields), Journey("returns", "Returns"), workspace=workspace)


def words(*touchpoints: Any, **fields: Any) -> str:
    """Return the words of the page of a journey."""
    return words_of(portfolio(*touchpoints, **fields), "journeys/j/index.html")


def test_every_way_out_has_its_share() -> None:
    """Ends are named with what they mean, their share, and where they are taken."""
    page = words(*SHOP)

    assert "Where it leads Completed from Pay 70%" in page
    assert "Leaves the basket Customer lost from Basket 20%" in page
    assert "Goes on in Returns from Basket 10%" in page
    assert "Reach the goal 70% 3 ways out" in page
    assert "the mean feeling is \N{MINUS SIGN}0.15." in page


def test_main_and_worst_path_are_told_in_words() -> None:
    """A path has its mean feeling, how many take exactly it, its touchpoints and its end."""
    page = words(*SHOP)

    assert "Main path neutral \N{MINUS SIGN}0.33 70% go exactly this way Search Basket Pay Completed" in page
    assert "Worst path" not in page
    worse = words(
        *SHOP[:1],
        step("basket", to("pay", 0.7), to("help"), score=0),
        SHOP[2],
        step("help", score=-2, next=(leave("gone"),)),
        step("more", score=-2),
    )
    assert "Main path" in worse
    assert "Worst path" not in worse


def test_a_worse_path_than_the_main_one_is_shown() -> None:
    """Where the main path feels better than another, both are told."""
    page = words(
        step("search", to("pay", 0.9), to("call"), score=0),
        step("pay", "end", score=1),
        step("call", leave("gone"), score=-2),
    )

    assert "Main path neutral +0.5 90% go exactly this way Search Pay Completed" in page
    assert "Worst path negative \N{MINUS SIGN}1 10% go exactly this way Search Call Leaves the basket" in page


def test_without_shares_no_number_is_made_up() -> None:
    """The ways are named, and the page says that nobody knows who takes which."""
    page = words(step("search", to("pay"), leave("gone"), score=1), step("pay", "end"))

    assert "Where it leads Completed from Pay Leaves the basket Customer lost from Search" in page
    assert "Where a share is missing, nobody knows how many go there." in page
    assert "Reach the goal" not in page
    assert "go exactly this way" not in page
    assert "%" not in page[: page.index("Evidence")]


def test_one_way_out_says_nothing_about_who_takes_it() -> None:
    """A line of touchpoints is no promise that everybody completes it."""
    page = words(step("search", score=1), step("pay"))

    assert "Reach the goal" not in page
    assert "Where it leads" not in page


def test_a_journey_that_never_says_what_its_goal_is_has_no_completion() -> None:
    """Where no end is an achievement, nought percent would be a reproach that nobody earned."""
    page = words(step("search", leave("gone", 0.3), leave("unused")))

    assert "Leaves the basket Customer lost from Search 30%" in page
    assert "Reach the goal" not in page


def test_rare_ends_are_not_nought() -> None:
    """A share that would be written as nought is written as less than the least."""
    assert "Leaves the basket Customer lost from Search < 0.1%" in words(
        step("search", to("pay"), leave("gone", 0.0001)), step("pay")
    )


def test_ends_that_nobody_described_and_endless_loops_are_named() -> None:
    """A branch to nothing, a remainder and a loop without a way out are ends, too."""
    page = words(
        step("search", to("typo", 0.1), to("again", 0.2), to("pay", 0.5)),
        step("pay", "end"),
        step("again", to("again")),
    )

    assert "Drops off from Search 20%" in page
    assert "Goes on, nobody says where from Search 10%" in page
    assert "Goes round and round from Again 20%" in page


def test_every_exit_is_an_anchor_once() -> None:
    """Links lead to exits, be they ways out or declared and never taken."""
    site = build_site(Compilation(portfolio(*SHOP), (), {}))
    html = site["journeys/j/index.html"].content.decode()

    assert re.findall(r'id="(gone|unused)"', html) == ["gone", "unused"]


def test_personas_are_told_apart() -> None:
    """With several personas each has its completion and its feeling on the paths."""
    people = (Persona("mira", "Mira"), Persona("tomas", "Tomas"))
    both = (Emotion(1, persona="mira"), Emotion(-2, persona="tomas"))
    page = words(
        step("search", to("pay", 0.5), leave("gone"), personas=("mira",)),
        step("pay", "end", emotions=both),
        step("help", leave("gone"), personas=("mira",)),
        personas=("mira", "tomas"),
        local_personas=people,
    )
    row = "Persona Reach the goal Mean feeling M Mira 50% positive +1 T Tomas"

    assert f"{row} not known very negative \N{MINUS SIGN}2" in page


def test_feelings_are_told_on_the_workspace_s_scale() -> None:
    """On a scale from 1 to 5 the mean of a path and its deviation are on that scale."""
    page = words(
        step("search", to("pay", 0.5), leave("gone"), score=5),
        step("pay", "end", score=3),
        scale=EmotionScale(1, 5, 3),
    )

    assert "Main path positive +4 50% go exactly this way" in page
    assert ", deviation 1" in page
    assert "deviation" not in words(step("a", score=9), step("b", score=0), scale=EmotionScale(0, 9, 3))


def test_a_worst_path_that_was_only_found_says_so() -> None:
    """Where not all paths could be tried, the page does not claim the worst of all."""
    journey = portfolio(*SHOP).journeys[0]
    desk = Desk(portfolio(*SHOP), Atlas(), "", "en")
    main, found = Path(("search",), None), Path(("search", "pay"), None, -1.0, exact=False)
    view = show_walk(desk, journey, _walk(journey)._replace(main=main, worst=found))

    assert view is not None
    assert [path.title for path in view.paths] == ["Main path", "Worst path found"]
    assert view.paths[0].end.text == ""


def _walk(journey: Journey) -> Walk:
    from journeymap.model.paths import walk_journey

    return walk_journey(journey)


def test_the_front_page_says_who_is_looked_at_when() -> None:
    """Each persona has a row with its touchpoints and feeling in each phase, and gaps stay empty."""
    before = Stage(
        "before", "Before", phase="before", touchpoints=(step("a", score=1), step("b", personas=("tomas",)))
    )
    after = Stage("after", "After", phase="after", touchpoints=(step("c"),))
    journey = Journey("j", "J", (before, after), personas=("mira",))
    shared = portfolio_of(journey, phases=[Phase("before", "Beforehand"), Phase("after", "Afterwards")])
    shared = shared._replace(personas={"mira": Persona("mira", "Mira"), "tomas": Persona("tomas", "Tomas")})
    page = words_of(shared, "index.html")

    assert (
        "Persona Beforehand Afterwards M Mira positive +1 1 touchpoint 1 touchpoint T Tomas none none" in page
    )


def test_personas_written_in_a_journey_lead_to_their_place_in_it() -> None:
    """A row of a local persona links to the journey that it is written in."""
    stages = tuple(Stage(id, id, phase=id, touchpoints=(step(f"t-{id}"),)) for id in ("before", "after"))
    journey = Journey("j", "J", stages, personas=("mira",), local_personas=(Persona("mira", "Mira"),))
    html = build_site(Compilation(portfolio_of(journey), (), {}))["index.html"].content.decode()

    assert 'href="journeys/j/index.html#persona_mira"' in html


def test_one_persona_in_one_phase_needs_no_table() -> None:
    """Without anything to tell apart there is no table; without personas neither."""
    stage = Stage("s", "S", phase="core", touchpoints=(step("t"),))
    journey = Journey("j", "J", (stage,), personas=("mira",))
    alone = portfolio_of(journey)._replace(personas={"mira": Persona("mira", "Mira")})

    assert "Who is looked at" not in words_of(alone, "index.html")
    assert "Who is looked at" not in words_of(portfolio_of(journey._replace(personas=())), "index.html")
