"""Journeys as values, for the tests of the flow: one that uses everything, and small ones of a shape."""

from journeymap.model import (
    Channel,
    Emotion,
    Exit,
    Journey,
    Library,
    Portfolio,
    Stage,
    Touchpoint,
    Workspace,
)
from journeymap.model.claims import Confidence
from journeymap.model.journey import Branch

CHANNELS = (
    Channel("app", "App", "digital"),
    Channel("email", "Email", "digital"),
    Channel("phone", "Phone", "human"),
    Channel("search", "Search", "digital"),
    Channel("store", "Store", "physical"),
    Channel("web", "Web", "digital"),
)


def felt(score: float | None, feeling: str, confidence: Confidence = "researched") -> tuple[Emotion, ...]:
    """Return one emotion of everyone."""
    return (Emotion(score=score, feeling=feeling, confidence=confidence),)


FIRST_PURCHASE = Journey(
    "first-purchase",
    "First purchase, from search to review",
    personas=("deal-hunter",),
    trigger="A friend signs up for the same race.",
    outcome="Wears the shoes at the race and tells the friend.",
    exits=(
        Exit("abandoned", "Leaves the cart"),
        Exit("later", "Buys another time", "deferred"),
        Exit("bought-in-store", "Buys in the store", "achieved"),
    ),
    stages=(
        Stage(
            "awareness",
            "Awareness",
            goal="Find shoes that could fit.",
            touchpoints=(
                Touchpoint("search", "Search result", channels=("search",), emotions=felt(0, "curious")),
                Touchpoint("advert", "Advert", channels=("web",), emotions=felt(-0.5, "watched", "assumed")),
                Touchpoint("tip", "A friend's tip", type="action", emotions=felt(1, "encouraged", "partial")),
            ),
        ),
        Stage(
            "consideration",
            "Consideration",
            goal="Know that the pair is right.",
            touchpoints=(
                Touchpoint(
                    "product",
                    "Product page",
                    channels=("web", "app"),
                    emotions=felt(1, "interested"),
                    next=(
                        Branch(to="size", when="unsure", share=0.3),
                        Branch(to="decision", when="ready", share=0.5),
                    ),
                ),
                Touchpoint("size", "Size guide", channels=("web",), emotions=felt(-1, "")),
                Touchpoint(
                    "reviews",
                    "Customer reviews",
                    channels=("web", "forum-of-runners"),
                    emotions=felt(None, "reassured"),
                    next=(Branch(to="size", when="compares"), Branch(to="decision")),
                ),
            ),
        ),
        Stage(
            "decision",
            "Decision",
            touchpoints=(
                Touchpoint(
                    "checkout",
                    "Checkout page",
                    channels=("web",),
                    moment_of_truth=True,
                    emotions=felt(-2, "frustrated"),
                    next=(
                        Branch(to="confirmation", when="pays", share=0.69),
                        Branch(to="reminder", when="leaves", share=0.21),
                        Branch(exit="abandoned"),
                    ),
                ),
                Touchpoint(
                    "confirmation",
                    "Order confirmation",
                    channels=("email",),
                    emotions=felt(1, "relieved"),
                    next=(Branch(to="pack"),),
                ),
                Touchpoint(
                    "reminder",
                    "Cart reminder",
                    channels=("email",),
                    emotions=felt(-1, "pressed", "assumed"),
                    next=(
                        Branch(to="product", when="comes back", share=0.4),
                        Branch(to="reminder", when="opens it again", share=0.1),
                        Branch(exit="later", share=0.1),
                        Branch(exit="bought-in-store", share=0.125),
                        Branch(exit="moves-away"),
                    ),
                ),
            ),
        ),
        Stage(
            "retention",
            "Retention",
            expand="care",
            touchpoints=(
                Touchpoint("pack", "Pick and pack", type="internal"),
                Touchpoint(
                    "delivery", "Delivery", channels=("store", "phone"), emotions=felt(2, "delighted")
                ),
                Touchpoint(
                    "unboxing",
                    "Unboxing",
                    type="action",
                    emotions=felt(2, "proud", "assumed"),
                    next=(
                        Branch(journey="returns", when="does not fit", share=0.18),
                        Branch(to="review", share=0.82),
                    ),
                ),
            ),
        ),
        Stage("waiting", "Waiting", emotions=felt(0, "patient")),
        Stage(
            "advocacy",
            "Advocacy",
            touchpoints=(
                Touchpoint(
                    "review",
                    "Review",
                    channels=("web",),
                    expand="write-review",
                    emotions=(*felt(1, "proud"), Emotion(0, "calm", persona="gift-buyer")),
                ),
                Touchpoint("referral", "Referral", next=()),
            ),
        ),
    ),
)
RETURNS = Journey("returns", "Returns and refunds")


def portfolio_of(*journeys: Journey, workspace: Workspace | None = None) -> Portfolio:
    """Return a portfolio with the usual channels."""
    channels = {channel.id: channel for channel in CHANNELS}
    library = Library(channels, {}, {}, {}, {}, {}, {}, {}, {})
    return Portfolio(workspace or Workspace(), library, {}, journeys)


def journey_of(*touchpoints: Touchpoint, title: str = "Journey", lang: str = "en") -> Journey:
    """Return a journey of one stage."""
    return Journey("journey", title, (Stage("stage", "Stage", touchpoints=touchpoints),), lang=lang)
