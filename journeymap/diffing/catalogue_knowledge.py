"""Kinds of change: what knowledge rests on, and the words and groups that everybody uses."""

from typing import Final

from journeymap.diffing.kinds import INFO, WARNING, ChangeKind, one, two

_GROUND: Final = "numbers before and after may not be comparable; say in the definition since when it holds"

KNOWLEDGE_KINDS: Final[tuple[ChangeKind, ...]] = (
    one(
        (
            "evidence-kind-changed",
            INFO,
            "Evidence is of another kind",
            "{it} is of the kind {new} now, not {old}",
        ),
        "experience",
    ),
    one(
        ("evidence-date-changed", INFO, "Evidence has another date", "the date of {it} {became:day}"),
        "experience",
    ),
    one(
        (
            "evidence-sample-changed",
            INFO,
            "Evidence rests on more or fewer people",
            "the number of people behind {it} {became}",
        ),
        "experience",
    ),
    one(
        (
            "segment-criteria-changed",
            WARNING,
            "A segment is made of other people",
            "the criteria of {it} {became}",
        ),
        "measurement",
        "value",
        _GROUND,
    ),
    one(
        ("segment-share-changed", INFO, "A segment is larger or smaller", "the share of {it} {became:share}"),
        "measurement",
    ),
    one(
        (
            "source-kind-changed",
            INFO,
            "A source is of another kind",
            "{it} is of the kind {new} now, not {old}",
        ),
        "measurement",
    ),
    one(
        ("source-personal-changed", WARNING, "Whether a source identifies people changed", "{it} {personal}"),
        "measurement",
        "value",
        "ask who answers for privacy",
    ),
    one(
        (
            "source-privacy-changed",
            WARNING,
            "What holds for the privacy of a source changed",
            "the privacy note of {it} {became}",
        ),
        "measurement",
        "value",
        "ask who answers for privacy",
    ),
    one(
        (
            "source-connection-changed",
            WARNING,
            "A source is read through another connection",
            "the connection of {it} {became}",
        ),
        "measurement",
        "reference",
        _GROUND,
    ),
    one(
        ("channel-kind-changed", INFO, "A channel is of another kind", "the kind of {it} {became}"),
        "structure",
    ),
    one(
        ("system-kind-changed", INFO, "A system is of another kind", "the kind of {it} {became}"), "structure"
    ),
    one(
        (
            "phase-position-changed",
            INFO,
            "A phase stands elsewhere in the lifecycle",
            "{it} is {new:position} now, not {old:position}",
        ),
        "structure",
    ),
    one(
        (
            "term-definition-changed",
            INFO,
            "A term is defined in other words",
            "the definition of {it} {became}",
        ),
        "wording",
    ),
    *two(
        ("synonym-added", INFO, "A term got another word", "`{new:bare}` is another word for {it} now"),
        (
            "synonym-removed",
            INFO,
            "A term lost another word",
            "`{old:bare}` is no other word for {it} any more",
        ),
        "wording",
    ),
    one(
        (
            "persona-segment-changed",
            WARNING,
            "A persona stands for other people",
            "the segment of {it} {became}",
        ),
        "measurement",
        "reference",
    ),
)
"""What knowledge rests on."""
