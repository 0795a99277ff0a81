"""A small workspace as model values: enough of everything for a page to show."""

from journeymap.model import (
    Action,
    Blueprint,
    BlueprintItem,
    Branch,
    Channel,
    Deprecation,
    Emotion,
    EmotionScale,
    Evidence,
    Exit,
    FeedbackLoop,
    Gain,
    Insight,
    Journey,
    Kpi,
    Lane,
    Library,
    Link,
    Metric,
    Objective,
    Opportunity,
    Pain,
    Persona,
    Personalization,
    Phase,
    Portfolio,
    Segment,
    Source,
    Stage,
    System,
    Team,
    Term,
    Thought,
    Touchpoint,
    Workspace,
)

DAY = 86_400


def lane(*texts: str) -> tuple[BlueprintItem, ...]:
    """Return blueprint items from texts."""
    return tuple(BlueprintItem(text) for text in texts)


def make_library() -> Library:
    """Return a library with one or two of each kind."""
    channels = [
        Channel("search", "Search", "digital"),
        Channel("web", "Web", "digital"),
        Channel("app", "App", "digital"),
        Channel("email", "Email", "digital"),
        Channel("post", "Post", "physical"),
        Channel("chat", "Chat", "human"),
    ]
    metrics = [
        Metric("conversion", "Checkout conversion", "ratio", "%", "up", "Orders per checkout started."),
        Metric("csat", "Checkout satisfaction", "csat", "", "up", "Mean answer, 1 to 5."),
        Metric("contacts", "Contacts per order", "mean", "", "down", "Support contacts per order."),
        Metric("delivery-time", "Delivery time", "duration", "days", "down"),
    ]
    return Library(
        channels={item.id: item for item in channels},
        metrics={item.id: item for item in metrics},
        teams={
            "checkout-team": Team("checkout-team", "Checkout team", "checkout@example.com", "Product"),
            "logistics": Team("logistics", "Logistics"),
        },
        systems={
            "payment-gateway": System("payment-gateway", "Payment gateway", "checkout-team", "third-party")
        },
        segments={
            "new-visitors": Segment("new-visitors", "New visitors", "No order yet", 0.4),
            "returning": Segment("returning", "Returning customers", "One order or more"),
        },
        sources={
            "survey": Source(
                "survey", "Post-purchase survey", "survey", True, "Answers are stored for a year."
            ),
            "analytics": Source("analytics", "Web analytics", "web-analytics", False),
        },
        touchpoints={},
        phases={
            "awareness": Phase("awareness", "Awareness", "before"),
            "consideration": Phase("consideration", "Consideration", "before"),
            "decision": Phase("decision", "Decision", "core"),
            "retention": Phase("retention", "Retention", "after"),
            "advocacy": Phase("advocacy", "Advocacy", "after"),
        },
        terms={"basket": Term("basket", "Basket", "What the visitor means to buy.")},
    )


def make_personas() -> dict[str, Persona]:
    """Return two personas."""
    return {
        "deal-hunter": Persona(
            id="deal-hunter",
            title="Dana, the deal hunter",
            role="Runs three times a week, compares every price",
            quote="If the price changes at the end, I am gone.",
            summary="Dana plans purchases weeks ahead and **never** pays full price.",
            segment="new-visitors",
            goals=("The right pair at a fair price", "No surprises"),
            needs=("Total price early", "Honest reviews"),
            motivations=("Saving", "Certainty"),
            frustrations=("Hidden costs", "Forced accounts"),
            behaviours=("Opens ten tabs", "Reads one-star reviews first"),
            channels=("search", "web", "email"),
            demographics=(("Age", "34"), ("Lives in", "Leipzig")),
            evidence=("survey-2026-q3",),
            confidence="researched",
        ),
        "gift-buyer": Persona(
            id="gift-buyer",
            title="Gus, the gift buyer",
            role="Buys for others, twice a year",
            quote="Just tell me what a runner would like.",
            goals=("A gift that arrives in time",),
        ),
    }


def make_stages() -> tuple[Stage, ...]:
    """Return the stages of a first purchase."""
    return (
        Stage(
            "awareness",
            "Awareness",
            phase="awareness",
            goal="Find shoes that fit a race in two weeks.",
            focus="Be found, say the price early",
            touchpoints=(
                Touchpoint(
                    "search",
                    "Searches for shoes",
                    channels=("search",),
                    action="Types “running shoes wide” and compares the first results.",
                    thoughts=(Thought("Which of these is *honest*?"),),
                    motivations=("Curiosity",),
                    emotions=(Emotion(0, "curious", confidence="partial", evidence=("survey-2026-q3",)),),
                    blueprint=Blueprint(
                        frontstage=lane("Search result with price"), backstage=lane("Feed export")
                    ),
                    next=(
                        Branch(to="product-page", share=0.7),
                        Branch(exit="abandoned", when="no result fits"),
                    ),
                ),
                Touchpoint(
                    "advert",
                    "Sees an advert from a friend",
                    channels=("web",),
                    action="Taps the advert.",
                    emotions=(Emotion(1, "interested"),),
                    gains=(Gain("A friend vouches for the shop"),),
                ),
            ),
        ),
        Stage(
            "consideration",
            "Consideration",
            phase="consideration",
            goal="Be sure about the size.",
            touchpoints=(
                Touchpoint(
                    "product-page",
                    "Reads the product page",
                    channels=("web",),
                    action="Reads reviews, looks for the width.",
                    thoughts=(
                        Thought("Will it fit?", "deal-hunter"),
                        Thought("Is it a nice gift?", "gift-buyer"),
                    ),
                    motivations=("Assurance", "Comparison"),
                    emotions=(
                        Emotion(1, "confident", confidence="researched", persona="deal-hunter"),
                        Emotion(0, "unsure", persona="gift-buyer"),
                    ),
                    pains=(
                        Pain("Width is missing for half of the shoes", "width-missing", "medium", "often"),
                    ),
                    blueprint=Blueprint(
                        lane("Photos, size table"), lane("Reviews"), lane("Review moderation")
                    ),
                    fields={"heuristic": "#2"},
                ),
                Touchpoint(
                    "chat",
                    "Asks in the chat",
                    channels=("chat",),
                    action="Asks which size to take.",
                    emotions=(Emotion(2, "delighted", quote="A person answered!", confidence="researched"),),
                    moment_of_truth=True,
                    gains=(Gain("Advice from somebody who runs", "real-advice"),),
                    blueprint=Blueprint(
                        (), lane("Agent answers"), lane("Knowledge base"), lane("Shift planning")
                    ),
                ),
            ),
        ),
        Stage(
            "decision",
            "Decision",
            phase="decision",
            goal="Pay without surprises.",
            focus="Simplified purchase, trust signals",
            emotions=(Emotion(feeling="Anxiety", feelings=("Confidence", "Anxiety")),),
            motivations=("Confirmation", "Assurance"),
            kpis=(Kpi("contacts", "contacts", 0.31, 0.2, due="2027-03-31", owner="checkout-team"),),
            touchpoints=(
                Touchpoint(
                    "basket",
                    "Looks at the basket",
                    channels=("web",),
                    action="Checks colour, size and price.",
                    emotions=(Emotion(0, "focused"),),
                ),
                Touchpoint(
                    "checkout",
                    "Checkout page",
                    summary="Where most visitors leave.",
                    channels=("web", "app"),
                    owner="checkout-team",
                    systems=("payment-gateway",),
                    action="Enters address, delivery and card.",
                    thoughts=(Thought("Why is delivery not in the price?"),),
                    motivations=("Confirmation", "Assurance"),
                    needs=("Total price early",),
                    expectations=("Two minutes, no account",),
                    emotions=(
                        Emotion(
                            -2,
                            "frustrated",
                            intensity=4,
                            quote="I nearly gave up.",
                            confidence="researched",
                            evidence=("survey-2026-q3",),
                        ),
                    ),
                    pains=(
                        Pain(
                            "Delivery cost appears on the last page",
                            "late-delivery-cost",
                            "high",
                            "often",
                            "researched",
                            ("survey-2026-q3",),
                        ),
                        Pain("An account is forced"),
                    ),
                    moment_of_truth=True,
                    duration_active=240,
                    duration_elapsed=DAY,
                    kpis=(
                        Kpi("conversion", "conversion", 31, 38, due="2026-12-31", owner="checkout-team"),
                        Kpi("csat", "csat", 3.1, 4.2),
                    ),
                    personalization=(
                        Personalization(
                            "Address prefilled", "returning", source="analytics", consent="required"
                        ),
                    ),
                    sources=("analytics",),
                    events=("checkout_started",),
                    blueprint=Blueprint(
                        lane("Order summary"),
                        lane("Live chat offers help"),
                        lane("Fraud check"),
                        (BlueprintItem("payment-gateway", system="payment-gateway"),),
                    ),
                    policies=("Strong customer authentication",),
                    links=(Link("https://example.com/checkout", "Screen flow"),),
                    fields={"heuristic": "#5"},
                    next=(
                        Branch(to="delivery", when="pays", share=0.69),
                        Branch(to="reminder", when="leaves", share=0.21),
                        Branch(exit="abandoned"),
                    ),
                ),
                Touchpoint(
                    "reminder",
                    "Gets a reminder",
                    channels=("email",),
                    action="Opens the email two hours later.",
                    emotions=(Emotion(-1, "annoyed"),),
                    next=(Branch(to="checkout", share=0.3), Branch(exit="abandoned", share=0.7)),
                ),
            ),
        ),
        Stage(
            "retention",
            "After the purchase",
            phase="retention",
            touchpoints=(
                Touchpoint(
                    "delivery",
                    "Waits for the parcel",
                    channels=("email", "post"),
                    action="Follows the parcel.",
                ),
                Touchpoint(
                    "first-run",
                    "First run in the new shoes",
                    type="action",
                    action="Runs eight kilometres.",
                    emotions=(Emotion(1.5, "proud", confidence="partial"),),
                ),
            ),
        ),
        Stage(
            "advocacy", "Advocacy", phase="advocacy", emotions=(Emotion(1, "loyal"),), goal="Tell the friend."
        ),
    )


def make_journey() -> Journey:
    """Return a journey that uses most of the language."""
    return Journey(
        id="first-purchase",
        title="First purchase, from search to review",
        stages=make_stages(),
        summary="A new visitor finds a product through search, buys it and reviews it.",
        state="current",
        status="published",
        owner="checkout-team",
        reviewed="2026-10-01",
        review_every=90 * DAY,
        personas=("deal-hunter", "gift-buyer"),
        segments=("new-visitors",),
        scenario="Needs running shoes before a race in two weeks.",
        goal="The right pair, in time, at a fair price.",
        objective=Objective("Raise first-purchase conversion", "checkout/conversion"),
        kpis=(Kpi("delivery-time", "delivery-time", 4, 2, owner="logistics"),),
        trigger="A friend signs up for the same race.",
        outcome="Wears the shoes at the race and tells the friend.",
        sources=("analytics", "survey"),
        tags=("web", "growth"),
        links=(Link("https://example.com/report", "Research report"),),
        exits=(Exit("abandoned", "Leaves the basket"),),
        opportunities=(
            Opportunity(
                "Show the delivery cost in the basket",
                "show-delivery-cost-early",
                summary="The cost is known once the country is.",
                addresses=("late-delivery-cost",),
                kpis=("checkout/conversion",),
                customer_value=5,
                business_value=4,
                effort=2,
                status="planned",
                owner="checkout-team",
                actions=(
                    Action(
                        "Simplified purchase",
                        "early-cost",
                        "Higher conversion rates",
                        "Cost in the basket",
                        "in-progress",
                        link="https://example.com/T-812",
                    ),
                ),
            ),
            Opportunity("Ask makers for the width", addresses=("width-missing",), effort=3, customer_value=3),
        ),
        insights=(
            Insight(
                "Identify repeat buyers at risk of churn",
                "churn-risk",
                "Purchase frequency",
                "analytics",
                "Send personalised retention offers",
                "partial",
            ),
        ),
        evidence=(
            Evidence(
                "survey-2026-q3",
                "Post-purchase survey Q3",
                "survey",
                "survey",
                "2026-09-30",
                412,
                "https://example.com/s",
            ),
        ),
        feedback_loops=(FeedbackLoop("monthly-nps", "survey", 30 * DAY, "checkout-team", ("decision",)),),
    )


def make_future() -> Journey:
    """Return the journey to be: the same, with a kinder checkout and a guest."""
    journey = make_journey()
    stages = tuple(
        stage._replace(
            touchpoints=tuple(
                touchpoint._replace(emotions=(Emotion(1, "relieved"),))
                if touchpoint.id == "checkout"
                else touchpoint
                for touchpoint in stage.touchpoints
            )
        )
        for stage in journey.stages
    )
    return journey._replace(
        id="first-purchase-2027",
        title="First purchase, without surprises",
        stages=stages,
        state="future",
        status="draft",
        extends="first-purchase",
        reviewed="",
        deprecated=Deprecation("2026-11-01", replaced_by="guest-purchase"),
    )


def make_portfolio(*extra: Journey) -> Portfolio:
    """Return a workspace of a rich journey, what it becomes, and the smallest journey there can be."""
    small = Journey(
        "returns",
        "Return a pair",
        (Stage("send", "Send", touchpoints=(Touchpoint("label", "Print the label"),)),),
    )
    journeys = (make_journey(), make_future(), small, *extra)
    return Portfolio(
        workspace=Workspace(
            title="Online retailer journeys",
            emotion_scale=EmotionScale(),
            lanes=(Lane("heuristic", "Heuristic"),),
            declared=True,
        ),
        library=make_library(),
        personas=make_personas(),
        journeys=tuple(sorted(journeys, key=lambda journey: journey.id)),
    )
