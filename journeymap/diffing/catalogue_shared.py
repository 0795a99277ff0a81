"""Kinds of change: what many things have in common: titles, texts, owners, visibility, links."""

from typing import Final

from journeymap.diffing.kinds import BREAKING, DETAIL, INFO, WARNING, ChangeKind, one, two

_OWNERLESS: Final = "nobody answers for it now; name the team that does"

SHARED_KINDS: Final[tuple[ChangeKind, ...]] = (
    one(("title-changed", INFO, "A title changed", "{it:old} is titled `{new:bare}` now"), "wording"),
    one(("text-changed", DETAIL, "Words changed", "the {field} of {it} {became}"), "wording"),
    one(
        ("texts-changed", INFO, "A list of short texts changed", "the {field} of {it} {became}"),
        "experience",
    ),
    one(
        (
            "language-changed",
            INFO,
            "The language changed",
            "the language of {it} changed from {old} to {new}",
        ),
        *("wording", "presentation"),
    ),
    *two(
        ("owner-added", INFO, "Something got an owner", "{it} belongs to {new:named} now"),
        (
            "owner-removed",
            WARNING,
            "Something lost its owner",
            "{it} belongs to nobody now; it was {old:named}",
        ),
        "structure",
        "reference",
        comments=("", _OWNERLESS),
    ),
    one(
        (
            "owner-changed",
            INFO,
            "Something belongs to another team",
            "{it} went from {old:named} to {new:named}",
        ),
        *("structure", "reference"),
    ),
    *two(
        ("tag-added", INFO, "A tag was added", "{it} got the tag `{new:bare}`"),
        ("tag-removed", INFO, "A tag was removed", "{it} lost the tag `{old:bare}`"),
        "wording",
        "presentation",
    ),
    *two(
        ("alias-added", INFO, "A former id is kept", "`{new:bare}` leads to {it} now"),
        (
            "alias-removed",
            BREAKING,
            "A former id is forgotten",
            "`{old:bare}` does not lead to {it} any more",
        ),
        "links",
        "identity",
        comments=("", "links that still use the old id lead nowhere; aliases cost nothing and may stay"),
    ),
    *two(
        (
            *("visibility-widened", WARNING, "More people may see something"),
            "{it} is visible to more people: {old:seen}, now {new:seen}",
        ),
        (
            *("visibility-narrowed", INFO, "Fewer people may see something"),
            "{it} is visible to fewer people: {old:seen}, now {new:seen}",
        ),
        "structure",
        "lifecycle",
        actions=("increase", "decrease"),
        comments=("make sure that nothing in it is for inside only", ""),
    ),
    *two(
        ("deprecation-declared", INFO, "Something is on its way out", "{it} is deprecated{until}"),
        (
            "deprecation-withdrawn",
            INFO,
            "Something is not on its way out any more",
            "{it} is not deprecated any more",
        ),
        "structure",
        "lifecycle",
    ),
    one(
        (
            *("deprecation-date-changed", INFO, "Something is deprecated since another day"),
            "{it} is deprecated since {new:day}, and was since {old:day}",
        ),
        *("structure", "lifecycle"),
    ),
    *two(
        ("sunset-set", INFO, "A day of sunset was set", "{it} ends on {new}"),
        (
            "sunset-unset",
            INFO,
            "A day of sunset was taken back",
            "{it} has no day of sunset any more; it was {old}",
        ),
        "structure",
        "lifecycle",
    ),
    *two(
        (
            *("sunset-moved-later", INFO, "A sunset comes later"),
            "{it} ends on {new}, later than {old}",
        ),
        (
            *("sunset-moved-earlier", BREAKING, "A sunset comes earlier"),
            "{it} ends on {new} already, earlier than {old}",
        ),
        "structure",
        "lifecycle",
        actions=("increase", "decrease"),
        comments=("", "others planned with the day that was promised"),
    ),
    one(
        (
            *("replacement-changed", INFO, "What replaces something is something else"),
            "what replaces {it} {became}",
        ),
        *("structure", "reference"),
    ),
    *two(
        (
            "confidence-increased",
            INFO,
            "A claim is better founded",
            "{claim} is better founded: {old}, now {new}",
        ),
        (
            "confidence-decreased",
            WARNING,
            "A claim is less well founded",
            "{claim} is less well founded: {old}, now {new}",
        ),
        "experience",
        actions=("increase", "decrease"),
        comments=("", "decisions may rest on it; say what made it doubtful"),
    ),
    *two(
        ("citation-added", INFO, "A claim got evidence", "{claim} rests on {new:named} now"),
        (
            "citation-removed",
            WARNING,
            "A claim lost evidence",
            "{claim} does not rest on {old:named} any more",
        ),
        "experience",
        "reference",
        comments=("", "without evidence it is an assumption"),
    ),
    *two(
        (
            *("concerned-persona-added", WARNING, "Something concerns one persona more"),
            "{it} concerns {new:named} too",
        ),
        (
            *("concerned-persona-removed", WARNING, "Something concerns one persona less"),
            "{it} does not name {old:named} any more",
        ),
        "experience",
        "reference",
        comments=(
            "what names no persona concerns all of them, so that the first name narrows it",
            "what names no persona concerns all of them, so that losing the last name widens it",
        ),
    ),
    *two(
        ("data-source-added", INFO, "A source of data was added", "{it} is fed by {new:named} now"),
        (
            *("data-source-removed", INFO, "A source of data was removed"),
            "{it} is not fed by {old:named} any more",
        ),
        "measurement",
        "reference",
    ),
    one(
        (
            *("data-source-changed", INFO, "The source of data is another one"),
            "{it} is fed by {new:named} now, not by {old:named}",
        ),
        *("measurement", "reference"),
    ),
    *two(
        ("due-date-added", INFO, "Something got a date that it is due", "{it} is due on {new}"),
        (
            *("due-date-removed", WARNING, "Something lost the date that it was due"),
            "{it} has no date any more; it was due on {old}",
        ),
        "measurement",
        comments=("", "a commitment without a date is a wish"),
    ),
    *two(
        ("due-date-later", WARNING, "Something is due later", "{it} is due on {new}, later than {old}"),
        ("due-date-earlier", INFO, "Something is due earlier", "{it} is due on {new}, earlier than {old}"),
        "measurement",
        actions=("increase", "decrease"),
        comments=("others may wait for it", ""),
    ),
    *two(
        ("link-added", INFO, "A link was added", "{it} links to `{new:bare}` now"),
        ("link-removed", INFO, "A link was removed", "{it} does not link to `{old:bare}` any more"),
        "wording",
        "reference",
    ),
    one(
        ("address-changed", INFO, "The address of something changed", "the address of {it} {became}"),
        *("wording", "reference"),
    ),
    *two(
        ("image-added", INFO, "A picture was added", "{it} has the picture `{new:bare}` now"),
        (
            "image-removed",
            INFO,
            "A picture was removed",
            "{it} does not have the picture `{old:bare}` any more",
        ),
        "wording",
        "presentation",
    ),
    one(
        (
            *("image-changed", INFO, "Another picture is shown"),
            "the picture of {it} {became}",
        ),
        *("wording", "presentation"),
    ),
    *two(
        (
            "alt-text-added",
            INFO,
            "A picture got an alternative text",
            "a picture of {it} got an alternative text",
        ),
        (
            "alt-text-lost",
            WARNING,
            "A picture lost its alternative text",
            "a picture of {it} lost its alternative text",
        ),
        "experience",
        "presentation",
        comments=("", "who does not see the picture is told nothing now"),
    ),
    *two(
        (
            "field-value-added",
            INFO,
            "A custom field was filled in",
            "{name:named} of {it} says `{new:bare}` now",
        ),
        (
            "field-value-removed",
            INFO,
            "A custom field was emptied",
            "{name:named} of {it} says nothing now; it was `{old:bare}`",
        ),
        "wording",
    ),
    one(
        ("field-value-changed", INFO, "A custom field says something else", "{name:named} of {it} {became}"),
        "wording",
    ),
    *two(
        ("goal-added", INFO, "A goal was added", "{it} has a goal now: `{new:bare}`"),
        ("goal-removed", WARNING, "A goal was removed", "{it} has no goal any more; it was `{old:bare}`"),
        "experience",
        comments=("", "without what customers want, nobody can say whether they got it"),
    ),
    one(("goal-changed", INFO, "A goal changed", "the goal of {it} {became}"), "experience"),
    *two(
        (
            "expansion-added",
            INFO,
            "Something is shown in more detail by a journey",
            "{it} is told in detail by {new:named} now",
        ),
        (
            *("expansion-removed", WARNING, "Something is not shown in more detail any more"),
            "{it} is not told in detail by {old:named} any more",
        ),
        "structure",
        "reference",
        comments=("", "the way from here to the details is gone"),
    ),
    one(
        (
            *("expansion-changed", WARNING, "Another journey shows something in more detail"),
            "{it} is told in detail by {new:named} now, not by {old:named}",
        ),
        *("structure", "reference"),
    ),
)
"""What can happen to many kinds of things."""
