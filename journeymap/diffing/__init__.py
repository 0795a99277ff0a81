"""What changed between two states of a portfolio: facts, how much they matter, and the words for them."""

from journeymap.diffing.approving import apply_approvals
from journeymap.diffing.catalogue import KINDS
from journeymap.diffing.changes import Approval, Change, Entity, Fact, Level
from journeymap.diffing.comparing import compare_portfolios
from journeymap.diffing.judging import judge_facts
from journeymap.diffing.policies import Policy, read_policy
from journeymap.diffing.review import Review, SideName, review_portfolios

__all__ = [
    "KINDS",
    "Approval",
    "Change",
    "Entity",
    "Fact",
    "Level",
    "Policy",
    "Review",
    "SideName",
    "apply_approvals",
    "compare_portfolios",
    "judge_facts",
    "read_policy",
    "review_portfolios",
]
