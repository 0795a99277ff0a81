"""Kinds of change: what a journey is made of comes, goes, splits, moves, and gets another id."""

from typing import Final

from journeymap.diffing.kinds import BREAKING, DETAIL, INFO, WARNING, ChangeKind, existence, one, two

_LOST_WORK: Final = "what was learnt is lost to readers; say in the commit why it does not hold any more"
_HISTORY: Final = "others refer to it and its history ends; deprecate it first, with a date of sunset"
_USED: Final = "make sure that nobody outside this workspace relies on it"
_MOVED: Final = "its address stays the same, and what was said of the old place may not hold at the new one"

THING_KINDS: Final[tuple[ChangeKind, ...]] = (
    *existence("journey", "journey", "links", BREAKING, why=_HISTORY),
    *existence("stage", "stage", "structure", BREAKING, why=_HISTORY),
    *existence("touchpoint", "touchpoint", "structure", BREAKING, why=_HISTORY),
    *existence("exit", "exit", "structure", WARNING, why="paths and their probabilities end elsewhere now"),
    *existence("pain", "pain", "experience", WARNING, why="say what resolved it, with a done opportunity"),
    *existence("gain", "gain", "experience", WARNING, why=_LOST_WORK),
    *existence("opportunity", "opportunity", "experience", WARNING, why="reject it rather than remove it"),
    *existence("action", "action", "experience", WARNING, why="reject it rather than remove it"),
    *existence("insight", "insight", "experience", WARNING, why=_LOST_WORK),
    *existence("evidence", "piece of evidence", "experience", WARNING, why=_LOST_WORK),
    *existence(
        "feedback-loop", "feedback loop", "experience", WARNING, why="customers are not heard here now"
    ),
    *existence("kpi", "KPI", "measurement", BREAKING, why="time series and dashboards hang on it"),
    *existence("blueprint-item", "blueprint item", "structure", INFO),
    *existence("persona", "persona", "links", WARNING, why=_USED),
    *existence("channel", "channel", "structure", WARNING, why=_USED),
    *existence("metric", "metric", "measurement", BREAKING, why="time series and dashboards hang on it"),
    *existence("team", "team", "structure", WARNING, why=_USED),
    *existence("system", "system", "structure", WARNING, why=_USED),
    *existence("segment", "segment", "measurement", WARNING, why=_USED),
    *existence("source", "source", "measurement", WARNING, why=_USED),
    *existence("shared-touchpoint", "shared touchpoint", "structure", WARNING, why=_USED),
    *existence("phase", "phase", "structure", WARNING, why=_USED),
    *existence("term", "term", "wording", INFO, has_aliases=False),
    *existence(
        *("lane", "custom field", "links", BREAKING),
        why="exports and tables lose a column",
        has_aliases=False,
    ),
    *existence(
        *("view", "view", "links", WARNING),
        why="who asks for it by name gets nothing",
        has_aliases=False,
    ),
    *two(
        ("id-added", INFO, "Something without an id got one", "{it} has the id `{new:bare}` now"),
        ("id-removed", BREAKING, "Something lost its id", "{it} lost its id `{old:bare}`"),
        "links",
        "identity",
        comments=("", "nothing can refer to it any more, and changes of its words look like another thing"),
    ),
    one(
        (
            *("stage-reordered", WARNING, "A stage stands elsewhere in the order"),
            "{it} moved from place {old} to place {new}",
        ),
        *(
            "structure",
            "order",
            "customers live through it earlier or later; see whether what is said still holds",
        ),
        action="move",
    ),
    one(
        (
            *("touchpoint-reordered", WARNING, "A touchpoint stands elsewhere in its stage"),
            "{it} moved from place {old} to place {new} in `{at}`",
        ),
        *(
            "structure",
            "order",
            "customers live through it earlier or later; see whether what is said still holds",
        ),
        action="move",
    ),
    one(
        (
            *("touchpoint-moved", WARNING, "A touchpoint went to another stage"),
            "{it} moved from the stage `{old:bare}` to `{new:bare}`",
        ),
        *("structure", "order", _MOVED),
        action="move",
    ),
    one(
        (
            *("pain-moved", INFO, "A pain went to another touchpoint"),
            "the pain `{title}` moved from `{old:bare}` to `{new:bare}`",
        ),
        *("experience", "order"),
        action="move",
    ),
    one(
        (
            *("gain-moved", INFO, "A gain went to another touchpoint"),
            "the gain `{title}` moved from `{old:bare}` to `{new:bare}`",
        ),
        *("experience", "order"),
        action="move",
    ),
    one(
        (
            *("action-moved", INFO, "An action went to another opportunity"),
            "the action `{title}` moved from `{old:bare}` to `{new:bare}`",
        ),
        *("experience", "order"),
        action="move",
    ),
    one(
        (
            *("kpi-moved", WARNING, "A KPI hangs on something else"),
            "the KPI `{title}` moved from `{old:bare}` to `{new:bare}`",
        ),
        *("measurement", "reference", "its address is another one; what asks for the old one finds nothing"),
        action="move",
    ),
    one(
        (
            *("blueprint-item-moved", INFO, "A blueprint item went to another lane"),
            "{it} moved from {old:words} to {new:words}",
        ),
        *("structure", "order"),
        action="move",
    ),
    one(
        (
            *("line-of-visibility-crossed", WARNING, "A blueprint item crossed the line of visibility"),
            "{it} moved from {old:words} to {new:words}, across the line of visibility",
        ),
        *("structure", "order", "customers see it now, or see it no more; make sure that both are meant"),
        action="move",
    ),
    *(
        one(
            (
                *(f"{kind}-{verb}", WARNING, f"A {noun} {told}, as `moved` declares"),
                f"the {noun_of_it} `{{old_title}}` {said} {{into}}",
            ),
            *("structure", "identity", "links to the old id lead to what took its place"),
        )
        for kind, noun, noun_of_it in (
            ("stage", "stage", "stage"),
            ("touchpoint", "touchpoint", "touchpoint"),
            ("part", "piece of a journey", "{noun}"),
        )
        for verb, told, said in (
            ("split", "became several", "became"),
            ("merged", "became part of another one", "became part of"),
        )
    ),
    *two(
        ("move-declared", INFO, "A split or merge is declared", "{it} says what became of `{name:bare}`"),
        (
            "move-withdrawn",
            BREAKING,
            "A split or merge is not declared any more",
            "{it} forgot what became of `{name:bare}`",
        ),
        "links",
        "identity",
        comments=("", "links to the old id lead nowhere now"),
    ),
    one(
        (
            *("move-changed", INFO, "A declared split or merge leads elsewhere"),
            "{it} says now that `{name:bare}` became {into}; it was {once}",
        ),
        *("links", "identity"),
    ),
    one(
        (
            *("order-changed", DETAIL, "A list stands in another order"),
            "the order of the {field} {here} changed",
        ),
        *("wording", "order"),
        action="move",
    ),
)
"""What comes, goes and moves."""
