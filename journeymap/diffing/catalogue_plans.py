"""Kinds of change: what a journey is about, how far it is, and what is done for customers."""

from typing import Final

from journeymap.diffing.kinds import INFO, WARNING, ChangeKind, one, two

PLAN_KINDS: Final[tuple[ChangeKind, ...]] = (
    *two(
        (
            "journey-persona-added",
            INFO,
            "A journey is about one persona more",
            "{it} is about {new:named} too",
        ),
        (
            "journey-persona-removed",
            WARNING,
            "A journey is about one persona less",
            "{it} is not about {old:named} any more",
        ),
        "structure",
        "reference",
        comments=("", "what is said of the others may have been true with them only"),
    ),
    *two(
        (
            "journey-segment-added",
            INFO,
            "A journey is about one segment more",
            "{it} is about the segment {new:named} too",
        ),
        (
            "journey-segment-removed",
            WARNING,
            "A journey is about one segment less",
            "{it} is not about the segment {old:named} any more",
        ),
        "structure",
        "reference",
    ),
    one(
        (
            "journey-state-changed",
            WARNING,
            "A journey shows another time",
            "{it} shows the {new} state now, not the {old} one",
        ),
        *(
            "structure",
            "value",
            "what was true of today becomes a plan, or the other way round; write a journey of its own",
        ),
    ),
    *two(
        (
            "lifecycle-increased",
            INFO,
            "A journey is nearer to being published",
            "{it} went from {old} to {new}",
        ),
        (
            "lifecycle-decreased",
            WARNING,
            "A journey is further from being published",
            "{it} went back from {old} to {new}",
        ),
        "structure",
        "lifecycle",
        actions=("increase", "decrease"),
        comments=("", "others take for granted what is published; deprecate it instead"),
    ),
    *two(
        ("journey-retired", WARNING, "A journey is given up", "{it} was {old} and is retired now"),
        ("journey-revived", INFO, "A journey is taken up again", "{it} was retired and is {new} now"),
        "structure",
        "lifecycle",
        actions=("decrease", "increase"),
        comments=("say since when, and what replaces it, with `deprecated`", ""),
    ),
    one(
        ("journey-base-changed", WARNING, "A journey is told on another base", "the base of {it} {became}"),
        *("structure", "reference", "everything that it does not say itself comes from elsewhere now"),
    ),
    one(
        (
            "review-date-changed",
            INFO,
            "The day of the last review changed",
            "the last review of {it} {became:day}",
        ),
        "structure",
        "lifecycle",
    ),
    one(
        (
            "review-cycle-changed",
            INFO,
            "Reviews are due more or less often",
            "how often {it} is reviewed {became:time}",
        ),
        "structure",
        "lifecycle",
    ),
    one(
        ("stage-phase-changed", INFO, "A stage belongs to another phase", "the phase of {it} {became}"),
        "structure",
        "reference",
    ),
    *two(
        (
            "addressed-pain-added",
            INFO,
            "An opportunity addresses one pain more",
            "{it} addresses {new:named} now",
        ),
        (
            "addressed-pain-removed",
            WARNING,
            "An opportunity addresses one pain less",
            "{it} does not address {old:named} any more",
        ),
        "experience",
        "reference",
        comments=("", "nothing may be planned against this pain now"),
    ),
    one(
        (
            "opportunity-status-changed",
            INFO,
            "An opportunity got further, or was given up",
            "{it} went from {old} to {new}",
        ),
        "experience",
        "lifecycle",
    ),
    one(
        (
            "action-status-changed",
            INFO,
            "An action got further, or was given up",
            "the status of {it} {became}",
        ),
        "experience",
        "lifecycle",
    ),
    *two(
        ("estimate-increased", INFO, "An estimate is higher", "the {name} of {it} rose from {old} to {new}"),
        ("estimate-decreased", INFO, "An estimate is lower", "the {name} of {it} fell from {old} to {new}"),
        "experience",
        actions=("increase", "decrease"),
    ),
    *two(
        ("estimate-added", INFO, "An estimate was added", "the {name} of {it} is estimated now: {new}"),
        (
            "estimate-removed",
            INFO,
            "An estimate was removed",
            "the {name} of {it} is not estimated any more; it was {old}",
        ),
        "experience",
    ),
    *two(
        ("feedback-target-added", INFO, "Feedback flows to one place more", "{it} feeds {new:named} now"),
        (
            "feedback-target-removed",
            WARNING,
            "Feedback flows to one place less",
            "{it} does not feed {old:named} any more",
        ),
        "experience",
        "reference",
    ),
    one(
        (
            "feedback-cadence-changed",
            INFO,
            "Feedback comes more or less often",
            "how often {it} brings something {became:time}",
        ),
        "experience",
    ),
)
"""What follows from what is said about customers."""
