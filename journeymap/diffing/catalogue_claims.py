"""Kinds of change: what customers do, feel and suffer at a touchpoint, and the ways they take."""

from typing import Final

from journeymap.diffing.kinds import INFO, WARNING, ChangeKind, one, two

_FEELING: Final = "customers would feel it; say in the commit what made it so"

CLAIM_KINDS: Final[tuple[ChangeKind, ...]] = (
    *two(
        ("emotion-added", INFO, "An emotion was added", "{emotion} is known now: {new:quoted}"),
        (
            "emotion-removed",
            WARNING,
            "An emotion was removed",
            "{emotion} is not known any more; it was {old:quoted}",
        ),
        "experience",
        comments=("", "the curve has a gap here now"),
    ),
    *two(
        ("emotion-score-added", INFO, "An emotion got a score", "{emotion} has a score now: {new}"),
        (
            "emotion-score-removed",
            WARNING,
            "An emotion lost its score",
            "{emotion} has no score any more; it was {old}",
        ),
        "experience",
        comments=("", "the curve has a gap here now"),
    ),
    *two(
        ("emotion-score-increased", INFO, "An emotion got better", "{emotion} rose from {old} to {new}"),
        ("emotion-score-decreased", INFO, "An emotion got worse", "{emotion} fell from {old} to {new}"),
        "experience",
        actions=("increase", "decrease"),
        comments=("", _FEELING),
    ),
    one(
        ("feeling-changed", INFO, "A feeling is another one", "the feeling{of} {here} {became}"), "experience"
    ),
    one(
        ("feelings-changed", INFO, "The feelings are others", "the feelings{of} {here} {became}"),
        "experience",
    ),
    one(
        (
            *("emotion-intensity-changed", INFO, "A feeling is stronger or weaker"),
            "the intensity of the emotion{of} {here} {became}",
        ),
        "experience",
    ),
    *two(
        ("quote-added", INFO, "A quote was added", "{speaker} is quoted now: `{new:bare}`"),
        (
            "quote-removed",
            WARNING,
            "A quote was removed",
            "{speaker} is not quoted any more; it was `{old:bare}`",
        ),
        "experience",
        comments=("", "the voice of the customer is not heard here any more"),
    ),
    one(("quote-changed", INFO, "A quote changed", "the quote of {speaker} {became}"), "experience"),
    *two(
        (
            "moment-of-truth-set",
            INFO,
            "A touchpoint is a moment of truth now",
            "{it} is a moment of truth now",
        ),
        (
            *("moment-of-truth-unset", WARNING, "A touchpoint is no moment of truth any more"),
            "{it} is no moment of truth any more",
        ),
        "experience",
        comments=("", "what is held to more at moments of truth is not held to it here now"),
    ),
    *two(
        ("thought-added", INFO, "A thought was added", "a thought{of} {here} was added: `{new:bare}`"),
        ("thought-removed", INFO, "A thought was removed", "a thought{of} {here} was removed: `{old:bare}`"),
        "experience",
    ),
    one(("thought-changed", INFO, "A thought changed", "the thought{of} {here} {became}"), "experience"),
    *two(
        ("pain-severity-increased", WARNING, "A pain is worse", "{it} is worse: {old}, now {new}"),
        ("pain-severity-decreased", INFO, "A pain is less bad", "{it} is less bad: {old}, now {new}"),
        "experience",
        actions=("increase", "decrease"),
        comments=(_FEELING, ""),
    ),
    *two(
        ("pain-severity-added", INFO, "A pain got a severity", "the severity of {it} is known now: {new}"),
        (
            "pain-severity-removed",
            WARNING,
            "A pain lost its severity",
            "the severity of {it} is not known any more; it was {old}",
        ),
        "experience",
        comments=("", "priorities count it as less now"),
    ),
    *two(
        (
            "pain-frequency-increased",
            WARNING,
            "A pain is felt more often",
            "{it} is felt more often: {old}, now {new}",
        ),
        (
            "pain-frequency-decreased",
            INFO,
            "A pain is felt less often",
            "{it} is felt less often: {old}, now {new}",
        ),
        "experience",
        actions=("increase", "decrease"),
        comments=(_FEELING, ""),
    ),
    *two(
        (
            "pain-frequency-added",
            INFO,
            "A pain got a frequency",
            "the frequency of {it} is known now: {new}",
        ),
        (
            *("pain-frequency-removed", INFO, "A pain lost its frequency"),
            "the frequency of {it} is not known any more; it was {old}",
        ),
        "experience",
    ),
    one(
        (
            "touchpoint-kind-changed",
            WARNING,
            "A touchpoint is of another kind",
            "{it} is of the kind {new} now, not {old}",
        ),
        *(
            "structure",
            "value",
            "who meets whom is different now; see whether channels and emotions still hold",
        ),
    ),
    *two(
        ("channel-use-added", INFO, "A channel was added", "{it} uses {new:named} now"),
        ("channel-use-removed", WARNING, "A channel was removed", "{it} does not use {old:named} any more"),
        "structure",
        "reference",
        comments=("", "customers of this channel need another way"),
    ),
    one(
        (
            "channel-use-changed",
            WARNING,
            "The channel is another one",
            "{it} uses {new:named} now, not {old:named}",
        ),
        *("structure", "reference", "customers of the old channel need a way to the new one"),
    ),
    *two(
        ("system-use-added", INFO, "A system was added", "{it} uses the system {new:named} now"),
        (
            "system-use-removed",
            WARNING,
            "A system was removed",
            "{it} does not use the system {old:named} any more",
        ),
        "structure",
        "reference",
        comments=("", "see whether its owners know"),
    ),
    one(
        (
            "blueprint-system-changed",
            INFO,
            "The system of a blueprint item changed",
            "the system of {it} {became}",
        ),
        *("structure", "reference"),
    ),
    one(
        (
            *("shared-facts-changed", WARNING, "A touchpoint takes its facts from elsewhere"),
            "the shared touchpoint that {it} uses {became}",
        ),
        *("structure", "reference"),
    ),
    one(
        ("actor-changed", WARNING, "Somebody else acts", "the {name} of {it} {became}"),
        *("structure", "reference", "the lane of the blueprint that it stands in is another one"),
    ),
    *two(
        ("duration-added", INFO, "A duration was added", "the {name} time of {it} is known now: {new:time}"),
        (
            "duration-removed",
            INFO,
            "A duration was removed",
            "the {name} time of {it} is not known any more; it was {old:time}",
        ),
        "experience",
    ),
    *two(
        (
            "duration-increased",
            INFO,
            "Something takes longer",
            "the {name} time of {it} grew from {old:time} to {new:time}",
        ),
        (
            "duration-decreased",
            INFO,
            "Something takes less time",
            "the {name} time of {it} fell from {old:time} to {new:time}",
        ),
        "experience",
        actions=("increase", "decrease"),
    ),
    *two(
        (
            "personalization-added",
            INFO,
            "A personalization was added",
            "a personalization of {it} was added: `{new:bare}`",
        ),
        (
            "personalization-removed",
            INFO,
            "A personalization was removed",
            "a personalization of {it} was removed: `{old:bare}`",
        ),
        "experience",
        "existence",
    ),
    one(
        (
            "consent-changed",
            WARNING,
            "Personalization needs another consent",
            "the consent that the personalization of {it} needs {became}",
        ),
        *("experience", "value", "ask who answers for privacy"),
    ),
    *two(
        ("branch-added", INFO, "There is one way more", "there is a way from {it} to {new:way} now"),
        (
            "branch-removed",
            WARNING,
            "There is one way less",
            "there is no way from {it} to {old:way} any more",
        ),
        "structure",
        "reference",
        comments=("", "customers who took it go elsewhere now"),
    ),
    *two(
        (
            "branch-share-increased",
            INFO,
            "More customers take a way",
            "the share that goes from {it} to {who:way} rose from {old:share} to {new:share}",
        ),
        (
            "branch-share-decreased",
            INFO,
            "Fewer customers take a way",
            "the share that goes from {it} to {who:way} fell from {old:share} to {new:share}",
        ),
        "measurement",
        actions=("increase", "decrease"),
    ),
    *two(
        (
            "branch-share-added",
            INFO,
            "How many customers take a way is known",
            "the share that goes from {it} to {who:way} is known now: {new:share}",
        ),
        (
            "branch-share-removed",
            WARNING,
            "How many customers take a way is not known any more",
            "the share that goes from {it} to {who:way} is not known any more; it was {old:share}",
        ),
        "measurement",
        comments=("", "completion and expected emotion cannot be computed without it"),
    ),
    one(
        (
            "exit-outcome-changed",
            WARNING,
            "Leaving means something else",
            "leaving by {it} counts as {new} now, not as {old}",
        ),
        *("measurement", "value", "the completion of the journey is another number now"),
    ),
)
"""What is said about customers."""
