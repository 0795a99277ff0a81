"""Reviews to show: the story of the simpler checkout, one of nothing, one of everything, a hostile one."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from journeymap.diffing.changes import Approval, Change, Entity, Fact, Level
from journeymap.diffing.review import Hint, Review, SideName, review_portfolios
from journeymap.model import Portfolio
from journeymap.reviewing import Dossier, Options, open_dossier
from journeymap.source import Place, Span
from journeymap.syntax import Limits, read_document
from tests.reviewing import story

PURCHASE = "journeys/first-purchase.journey.yaml"


BASE, HEAD = SideName("main", "a1b2c3d4e5f6a7b8c9d0"), SideName("simple-checkout", "d4e5f6a7b8c9d0a1b2c3")


def _part(kind: str, id: str, title: str, stage: str = "decision", touchpoint: str = "") -> Entity:
    inside = f"stage:{stage}/" if stage else ""
    inside += f"touchpoint:{touchpoint}/" if touchpoint else ""
    path = f"journey:first-purchase/{inside}{kind}:{id}"
    return Entity(kind, path, title, "first-purchase", stage, "published")


def make_changes() -> tuple[Change, ...]:
    """Return the changes of the story, judged."""
    base, head = story.compile_before().portfolio, story.compile_after().portfolio
    old, new = base.journey("first-purchase"), head.journey("first-purchase")
    assert old
    assert new
    once = {touchpoint.id: touchpoint for touchpoint in old.touchpoints()}
    now = {touchpoint.id: touchpoint for touchpoint in new.touchpoints()}
    checkout = _part("touchpoint", "checkout", "Pay on one page")
    at: dict[str, Any] = {"base": once["checkout"].at, "head": now["checkout"].at}
    plan = ("journey:first-purchase-2027",)
    stages = {"compare-prices": "consideration", "checkout": "decision"}
    reason = "The payment step lives on in checkout; nothing links to it"
    approval = Approval("", reason, "Priya, checkout team", "2027-03-31", "touchpoint-removed", "payment")
    return (
        Change(
            Fact(
                "touchpoint-merged",
                _part("touchpoint", "payment", "Payment"),
                before="payment",
                after="checkout",
                base=once["payment"].at,
                nearest=now["checkout"].at,
                affects=plan,
            ),
            Level.BREAKING,
            "structure",
            "existence",
            "remove",
            "touchpoint `Payment` was merged into `Pay on one page`",
            "Dashboards and tickets that name `payment` lose it; add `aliases: [payment]` where it lives on",
            approval=approval,
        ),
        Change(
            Fact(
                "touchpoint-owner-removed",
                _part("touchpoint", "size-guide", "Size guide", "consideration"),
                before="catalogue",
                base=once["size-guide"].at,
                head=now["size-guide"].at,
            ),
            Level.WARNING,
            "structure",
            "value",
            "remove",
            "touchpoint `Size guide` has no owner any more, it was `Catalogue`",
            "Nobody answers for it; name the team that does in `owner`",
        ),
        Change(
            Fact(
                "kpi-attached-entity-changed",
                _part("kpi", "payment-failures", "Failed payments", touchpoint="checkout"),
                before="payment",
                after="checkout",
                **at,
            ),
            Level.WARNING,
            "measurement",
            "reference",
            "move",
            "KPI `Failed payments` is measured at `Pay on one page`, it was `Payment`",
            "Its time series may jump; note the day in the metric's definition",
        ),
        Change(
            Fact("emotion-score-increased", checkout, before=-2, after=1, about="deal-hunter", **at),
            Level.INFO,
            "experience",
            "value",
            "increase",
            "`Mira, the deal hunter` feels better at `Pay on one page`: −2 → +1",
        ),
        Change(
            Fact("emotion-score-increased", checkout, before=-1, after=1, about="gift-buyer", **at),
            Level.INFO,
            "experience",
            "value",
            "increase",
            "`Tomas, the gift buyer` feels better at `Pay on one page`: −1 → +1",
        ),
        Change(
            Fact(
                "emotion-score-increased",
                _part("touchpoint", "basket", "Basket"),
                before=1,
                after=2,
                base=once["basket"].at,
                head=now["basket"].at,
            ),
            Level.INFO,
            "experience",
            "value",
            "increase",
            "`Basket` feels better: +1 → +2",
        ),
        *(
            Change(
                Fact(
                    "pain-removed",
                    _part("pain", pain.id, pain.text, stages[where], where),
                    before=pain.text,
                    base=pain.at,
                    nearest=now["checkout"].at,
                ),
                Level.INFO,
                "experience",
                "existence",
                "remove",
                f"pain `{pain.text}` is resolved",
            )
            for where in ("compare-prices", "checkout")
            for pain in once[where].pains[:2]
        ),
        Change(
            Fact(
                "kpi-target-tightened",
                _part("kpi", "checkout-conversion", "Checkout conversion", touchpoint="checkout"),
                before=70,
                after=75,
                **at,
            ),
            Level.INFO,
            "measurement",
            "value",
            "increase",
            "target of `Checkout conversion` was tightened: 70% → 75%",
        ),
        Change(
            Fact(
                "opportunity-status-changed",
                _part("opportunity", "show-delivery-cost-early", "Show the delivery cost in the basket", ""),
                before="planned",
                after="done",
                base=old.opportunities[0].at,
                head=new.opportunities[0].at,
            ),
            Level.INFO,
            "experience",
            "lifecycle",
            "change",
            "opportunity `Show the delivery cost in the basket` is done, it was planned",
        ),
        Change(
            Fact("touchpoint-title-changed", checkout, before="Checkout page", after="Pay on one page", **at),
            Level.DETAIL,
            "wording",
            "value",
            "change",
            "touchpoint `Checkout page` is now called `Pay on one page`",
        ),
        Change(
            Fact(
                "thought-changed",
                checkout,
                before="Why do they want my birthday?",
                after="That was all?",
                **at,
            ),
            Level.DETAIL,
            "wording",
            "value",
            "change",
            "a thought at `Pay on one page` was reworded",
        ),
    )


def locate_in(files: Mapping[str, bytes]) -> Any:
    """Return what finds a place in files."""

    @cache
    def read(path: str) -> Any:
        return read_document(path, files[path], Limits())

    def locate(place: Place) -> Span | None:
        return read(place.file).span(place.pointer) if place.file in files else None

    return locate


@cache
def make_story(options: Options = Options()) -> Dossier:  # noqa: B008 - frozen
    """Return the dossier of the story."""
    changes = make_changes()
    approval = next(change.approval for change in changes if change.approval)
    hint = Hint("`guest` looks like a rename of `account`; add `aliases: [account]`", "account", "guest")
    review = Review(changes, BASE, HEAD, used=(approval,), hints=(hint,))
    return _open(review, options)


def compare_story(options: Options = Options()) -> Dossier:  # noqa: B008 - frozen
    """Return the dossier of the story as the program itself compares and judges it."""
    before, after = story.compile_before().portfolio, story.compile_after().portfolio
    return _open(review_portfolios(before, after, names=(BASE, HEAD)), options)


def _open(review: Review, options: Options) -> Dossier:
    files = story.read_files()
    before, after = story.compile_before().portfolio, story.compile_after().portfolio
    return open_dossier(review, before, after, locate_in(files), locate_in(story.edit_files()), options)


def make_dossier(
    before: Portfolio,
    after: Portfolio,
    changes: tuple[Change, ...] = (),
    options: Options = Options(),  # noqa: B008 - frozen
    **more: Any,
) -> Dossier:
    """Return the dossier of any two sides."""
    review = Review(changes, BASE, HEAD, **more)
    return open_dossier(review, before, after, lambda _: None, lambda _: None, options)
