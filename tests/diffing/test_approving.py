"""Approvals hold for one change, through one day, and never silently for nothing."""

import pytest

from journeymap.diffing import Approval, apply_approvals
from tests.diffing.cases import review_files
from tests.diffing.test_judging import GONE, journey

TODAY = "2026-11-01"
CHANGES = review_files(GONE, journey()).changes
FINGERPRINT = CHANGES[0].fingerprint


def test_an_approved_change_stays_and_stops_nobody() -> None:
    """The change carries its approval and does not fail the review any more."""
    review = review_files(GONE, journey())
    approval = Approval(FINGERPRINT, "agreed in the guild", "ana")
    approved = apply_approvals(review.changes, [approval], TODAY)
    assert approved.used == (approval,)
    assert [change.approval for change in approved.changes] == [approval]
    assert len(review.failing("breaking")) == 1
    assert review._replace(changes=approved.changes).failing("breaking") == ()


@pytest.mark.parametrize(
    ("expires", "holds"), [("", True), ("2026-11-01", True), ("2026-10-31", False), ("2027-01-01", True)]
)
def test_an_approval_holds_through_its_last_day(expires: str, holds: bool) -> None:
    """One that is past its day is told and does nothing."""
    approval = Approval(FINGERPRINT, "agreed", expires=expires)
    approved = apply_approvals(CHANGES, [approval], TODAY)
    assert (approved.used, approved.expired) == (((approval,), ()) if holds else ((), (approval,)))


@pytest.mark.parametrize(
    "approval",
    [
        Approval("0" * 16, "agreed"),
        Approval(FINGERPRINT, "agreed", id="stage-removed"),
        Approval(FINGERPRINT, "agreed", entity="journey:shop"),
    ],
)
def test_an_approval_for_something_else_is_unused(approval: Approval) -> None:
    """A fingerprint that nothing has, or that contradicts what stands beside it, approves nothing."""
    approved = apply_approvals(CHANGES, [approval], TODAY)
    assert approved.unused == (approval,)
    assert approved.changes[0].approval is None


def test_a_second_approval_of_the_same_change_is_unused() -> None:
    """The first one counts."""
    first, second = Approval(FINGERPRINT, "agreed"), Approval(FINGERPRINT, "again")
    approved = apply_approvals(CHANGES, [first, second], TODAY)
    assert (approved.used, approved.unused) == ((first,), (second,))


def test_a_fingerprint_knows_what_changed_and_no_line() -> None:
    """The same change further down in another file has the same one; another value has another one."""
    change = review_files(journey(touchpoint="emotion: 1"), journey(touchpoint="emotion: 2")).changes[0]
    lower = [
        {"other.journey.yaml": text.replace("stages:", "# A remark.\n\nstages:")}
        for text in (
            journey(touchpoint="emotion: 1")["shop.journey.yaml"],
            journey(touchpoint="emotion: 2")["shop.journey.yaml"],
        )
    ]
    assert review_files(*lower).changes[0].fingerprint == change.fingerprint
    other = review_files(journey(touchpoint="emotion: 1"), journey(touchpoint="emotion: 1.5")).changes[0]
    assert other.fingerprint != change.fingerprint
