"""The faults of meaning that stop a map from being built right: ids, cycles, shares, overlays."""

from typing import Final

from journeymap.diagnostics import Fault, Severity

_HEAD: Final = "journeymap: 1\nkind: journey\nid: shop\ntitle: Shop\n"


def _decision(*touchpoints: str, stage: str = "decision") -> str:
    """Return a journey with one stage, its touchpoints given without their braces or line by line."""
    listed = "".join(map(_list_item, touchpoints))
    return f"{_HEAD}stages:\n  - id: {stage}\n    title: Decision\n    touchpoints:\n{listed}"


def _list_item(text: str) -> str:
    """Return an item of a list, in braces where it is a single line."""
    return "      - " + (text.replace("\n", "\n        ") if "\n" in text else f"{{{text}}}") + "\n"


def _branches(*branches: str) -> str:
    """Return a touchpoint with its branches, given without their braces."""
    return "id: basket\ntitle: Basket\nnext:" + "".join(f"\n  - {{{branch}}}" for branch in branches)


def _overlay(id: str, extends: str, *changes: str) -> str:
    """Return an overlay, its changes given without their braces."""
    listed = "".join(f"\n  - {{{change}}}" for change in changes) or " []"
    return f"journeymap: 1\nkind: journey\nid: {id}\nextends: {extends}\nchanges:{listed}\n"


def _settings(line: str) -> str:
    return f"# file: journeymap.yaml\njourneymap: 1\nkind: workspace\n{line}\n"


def _file(name: str, text: str) -> str:
    return f"# file: {name}.journey.yaml\n{text}"


def _files(shop: str, overlay: str) -> str:
    """Return a journey and an overlay of it, with the workspace that joins them."""
    workspace = "# file: journeymap.yaml\njourneymap: 1\nkind: workspace\n"
    return f"{_file('shop', shop)}{_file('shop-2027', overlay)}{workspace}"


_WITH_PAIN: Final = (
    "id: checkout\ntitle: Checkout\npains:\n  - {id: late-cost, text: Delivery cost appears late}"
)
_OPPORTUNITY: Final = "opportunities:\n  - title: Show the cost early\n    addresses: [{}]\n"
_VIEW: Final = "views:\n  - id: feelings\n    form: table\n    rows: stages\n    columns: [title, {}]"
_MAP: Final = "views:\n  - id: board\n    form: map\n    lanes: [{}, kpis]"

UNKNOWN_ID: Final = Fault(
    "unknown-id",
    "reference",
    Severity.ERROR,
    "An id refers to something that is not there.",
    "A map is read by its references: an owner nobody declared answers for nothing, and a path to a "
    "touchpoint that is not there leads the reader, and every link, nowhere.",
    _decision("id: basket, title: Basket, next: chekout", "id: checkout, title: Checkout"),
    _decision("id: basket, title: Basket, next: checkout", "id: checkout, title: Checkout"),
)

MISDIRECTED_REFERENCE: Final = Fault(
    "misdirected-reference",
    "reference",
    Severity.ERROR,
    "An id refers to something of the wrong kind.",
    "An opportunity that addresses a touchpoint instead of a pain says nothing about what hurts, and "
    "tables that join pains with opportunities lose it.",
    _decision(_WITH_PAIN) + _OPPORTUNITY.format("checkout"),
    _decision(_WITH_PAIN) + _OPPORTUNITY.format("late-cost"),
)

DUPLICATE_ID: Final = Fault(
    "duplicate-id",
    "reference",
    Severity.ERROR,
    "Two things have the same id.",
    "Ids are what links, measurements and approvals hang on. With two owners of one id, each of them "
    "is sometimes meant and nobody can tell when.",
    _decision("id: checkout, title: Checkout", stage="checkout"),
    _decision("id: checkout, title: Checkout"),
)

UNDECLARED_CHANNEL: Final = Fault(
    "undeclared-channel",
    "reference",
    Severity.INFO,
    "A channel is neither declared nor one of the usual ones.",
    "A channel written in two ways becomes two columns. It is accepted as it stands, and a warning once "
    "the workspace declares its channels.",
    _decision("id: stand, title: Stand at the fair, channel: Fair stand"),
    _decision("id: stand, title: Stand at the fair, channel: event"),
)

BRANCH_WITHOUT_SHARE: Final = Fault(
    "branch-without-share",
    "semantics",
    Severity.ERROR,
    "Two branches leave their share out beside others that have one.",
    "One branch without a share takes the rest. With two, nobody can say how many customers go which way, "
    "so neither completion nor the expected emotion of the journey can be computed. A share is a part of "
    "those at the touchpoint, from 0 to 1: 0.7 is 70 percent.",
    _decision(
        _branches("to: checkout, share: 0.6", "to: basket", "exit: leaves"),
        "id: checkout, title: Checkout",
    ),
    _decision(
        _branches("to: checkout, share: 0.6", "to: basket, share: 0.1", "exit: leaves"),
        "id: checkout, title: Checkout",
    ),
)

SHARES_OVER_ONE: Final = Fault(
    "shares-over-one",
    "semantics",
    Severity.ERROR,
    "The shares of a touchpoint's branches add up to more than 1.",
    "More customers would leave the touchpoint than have come to it; every number behind it would be "
    "too high.\n\n"
    "A share is a part of those at the touchpoint, from 0 to 1: 0.7 is 70 percent. One branch without a "
    "share takes the rest. Where every branch has one and they stay below 1, the others drop off.",
    _decision(
        _branches("to: checkout, share: 0.9", "exit: leaves, share: 0.3"),
        "id: checkout, title: Checkout",
    ),
    _decision(
        _branches("to: checkout, share: 0.7", "exit: leaves, share: 0.3"),
        "id: checkout, title: Checkout",
    ),
)

SCORE_OUTSIDE_SCALE: Final = Fault(
    "score-outside-scale",
    "semantics",
    Severity.ERROR,
    "An emotion's score is not on the workspace's emotion scale.",
    "The curve is drawn on one scale for all journeys. A score beyond its ends was meant on another "
    "scale, and is never silently clamped.",
    _decision("id: checkout, title: Checkout, emotion: -4"),
    _decision("id: checkout, title: Checkout, emotion: -2"),
)

IMPOSSIBLE_SCALE: Final = Fault(
    "impossible-scale",
    "semantics",
    Severity.ERROR,
    "The emotion scale does not run upwards through its neutral score.",
    "Scores are drawn between the lowest and the highest with the neutral one as the middle line; "
    "without that order no score has a place.",
    _settings("emotion_scale: {min: 1, max: 5, neutral: 0}"),
    _settings("emotion_scale: {min: 1, max: 5, neutral: 3}"),
)

MISTYPED_FIELD: Final = Fault(
    "mistyped-field",
    "semantics",
    Severity.ERROR,
    "A custom field is not of the type that its lane declares.",
    "A lane is drawn by its type: numbers are aligned, lists are listed, links can be followed.",
    _settings("lanes: [{id: visits, title: Visits, type: number}]")
    + _file("shop", _decision("id: checkout, title: Checkout, fields: {visits: many}")),
    _settings("lanes: [{id: visits, title: Visits, type: number}]")
    + _file("shop", _decision("id: checkout, title: Checkout, fields: {visits: 1200}")),
)

UNKNOWN_FIELD: Final = Fault(
    "unknown-field",
    "reference",
    Severity.ERROR,
    "A view asks for a field that its rows do not have.",
    "The column would be empty in every row, and look as if nothing had been found out.",
    _settings(_VIEW.format("emotion.felings")),
    _settings(_VIEW.format("emotion.feelings")),
)

UNKNOWN_LANE: Final = Fault(
    "unknown-lane",
    "reference",
    Severity.ERROR,
    "A view asks for a lane that a map does not have.",
    "The map of that view cannot be drawn, and whoever asks for it learns so last.",
    _settings(_MAP.format("emotoin")),
    _settings(_MAP.format("emotion")),
)

CIRCULAR_EXPANSION: Final = Fault(
    "circular-expansion",
    "reference",
    Severity.ERROR,
    "A journey expands, through others, into itself.",
    "`expand` says that a journey shows a stage or touchpoint in more detail. In a circle nothing is "
    "the detail of anything, and the tree of the portfolio has no root.",
    _decision("id: checkout, title: Checkout, expand: shop"),
    _decision("id: checkout, title: Checkout"),
)

CIRCULAR_EXTENSION: Final = Fault(
    "circular-extension",
    "reference",
    Severity.ERROR,
    "A journey extends, through others, itself.",
    "An overlay is what its base is, with changes. In a circle there is no base, so there is no journey.",
    _files(
        _decision("id: checkout, title: Checkout"),
        _overlay("shop-2027", "shop-2027"),
    ),
    _files(
        _decision("id: checkout, title: Checkout"),
        _overlay("shop-2027", "shop"),
    ),
)

IMPOSSIBLE_CHANGE: Final = Fault(
    "impossible-change",
    "semantics",
    Severity.ERROR,
    "A change of an overlay cannot be made.",
    "The future journey would not be what its author wrote, and the difference that is shown to those "
    "who decide on it would be wrong.",
    _files(
        _decision("id: checkout, title: Checkout"),
        _overlay("shop-2027", "shop", "add: pain, to: decision, item: Too many fields"),
    ),
    _files(
        _decision("id: checkout, title: Checkout"),
        _overlay("shop-2027", "shop", "add: pain, to: checkout, item: Too many fields"),
    ),
)

SECOND_WORKSPACE: Final = Fault(
    "second-workspace",
    "reference",
    Severity.ERROR,
    "A folder has two workspace files.",
    "Which settings hold would depend on which file is read first.",
    _settings("title: Shop journeys")
    + _settings("title: Journeys of the shop").replace("journeymap.yaml", "journeymap.yml"),
    _settings("title: Shop journeys"),
)

FAULTS: Final[tuple[Fault, ...]] = (
    UNKNOWN_ID,
    MISDIRECTED_REFERENCE,
    DUPLICATE_ID,
    UNDECLARED_CHANNEL,
    BRANCH_WITHOUT_SHARE,
    SHARES_OVER_ONE,
    SCORE_OUTSIDE_SCALE,
    IMPOSSIBLE_SCALE,
    MISTYPED_FIELD,
    UNKNOWN_FIELD,
    UNKNOWN_LANE,
    CIRCULAR_EXPANSION,
    CIRCULAR_EXTENSION,
    IMPOSSIBLE_CHANGE,
    SECOND_WORKSPACE,
)
