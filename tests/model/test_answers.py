"""What is meant to be done about a pain, wherever the plan was written."""

from journeymap.model import Journey, Opportunity, Pain, Stage, Touchpoint
from journeymap.model.answers import answers_to, find_answers
from tests.site.samples import make_portfolio

PAIN = Pain("It is slow", "slow", aliases=("sluggish",))


def journey_of(id: str, *opportunities: Opportunity, extends: str = "", pain: Pain = PAIN) -> Journey:
    """Return a journey with one pain and these opportunities."""
    touchpoint = Touchpoint("t", "T", pains=(pain,))
    stages = (Stage("s", "S", touchpoints=(touchpoint,)),)
    return Journey(id, id.upper(), stages, opportunities=opportunities, extends=extends)


def answers_in(*journeys: Journey, of: str = "a", pain: Pain = PAIN) -> list[str]:
    """Return the titles of what answers the pain in one of some journeys."""
    portfolio = make_portfolio()._replace(journeys=journeys)
    home = portfolio.journey(of)
    assert home is not None
    return [each.opportunity.title for each in answers_to(find_answers(portfolio), home, pain)]


def test_an_opportunity_answers_the_pains_it_names() -> None:
    """By its id alone in its own journey, by its whole address in another, and nowhere else."""
    near = journey_of("a", Opportunity("Near", addresses=("slow",)))
    far = journey_of("b", Opportunity("Far", addresses=("a#slow",)), Opportunity("None"))

    assert answers_in(near, far) == ["Near", "Far"]
    assert answers_in(near, far, of="b") == []


def test_a_plan_for_a_journey_is_one_for_its_base() -> None:
    """What the journey to be addresses is answered in the journey as it is; a circle of bases ends."""
    base = journey_of("a", extends="c")
    future = journey_of("b", Opportunity("Then", addresses=("slow",)), extends="a")
    circle = journey_of("c", extends="b")

    assert answers_in(base, future, circle) == ["Then"]


def test_a_pain_is_answered_by_the_names_it_once_had() -> None:
    """An old id leads to the pain, and an opportunity that knows both answers once."""
    both = Opportunity("Both", addresses=("slow", "sluggish"))

    assert answers_in(journey_of("a", both, Opportunity("Old", addresses=("sluggish",)))) == ["Both", "Old"]


def test_a_pain_without_an_id_cannot_be_answered() -> None:
    """Nothing can name it."""
    nameless = Pain("It hurts")
    journey = journey_of("a", Opportunity("Odd", addresses=("",)), pain=nameless)

    assert answers_in(journey, pain=nameless) == []
