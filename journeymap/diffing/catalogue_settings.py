"""Kinds of change: the settings of a workspace, its views and what its files promise to other programs."""

from typing import Final

from journeymap.diffing.kinds import BREAKING, DETAIL, INFO, WARNING, ChangeKind, one, two

_COLUMNS: Final = "programs that read exported tables look for it"

SETTING_KINDS: Final[tuple[ChangeKind, ...]] = (
    one(
        (
            "site-address-changed",
            BREAKING,
            "The site has another address",
            "the address of the site {became}",
        ),
        "links",
        "value",
        "links from elsewhere lead to the old address; redirect it",
    ),
    one(
        (
            "edit-address-changed",
            DETAIL,
            "The address for editing changed",
            "the address for editing {became}",
        ),
        "wording",
        "presentation",
    ),
    one(
        (
            "emotion-scale-changed",
            BREAKING,
            "Emotions are scored on another scale",
            "`{name:bare}` of the emotion scale changed from {old} to {new}",
        ),
        "measurement",
        "value",
        "old and new scores mean different things; convert all of them in the same change",
    ),
    one(
        (
            "emotion-labels-changed",
            INFO,
            "The words for scores changed",
            "the words for the scores of emotions changed",
        ),
        "wording",
    ),
    one(
        (
            "opportunity-score-changed",
            WARNING,
            "Opportunities are ranked by another formula",
            "opportunities are ranked by {new} now, not by {old}",
        ),
        "measurement",
    ),
    one(
        ("theme-changed", DETAIL, "The looks changed", "the theme changed in {name}"),
        "wording",
        "presentation",
    ),
    one(
        (
            "check-settings-changed",
            WARNING,
            "Other things are checked",
            "the settings of the checks changed in `{name:bare}`: {entries}",
        ),
        "structure",
        "value",
        "what was found before may not be found any more; look at both sides",
    ),
    one(
        (
            "policy-changed",
            WARNING,
            "Changes are judged by other rules",
            "the policy for changes is another one in `{name:bare}`: {entries}",
        ),
        "structure",
        "value",
        "who changes the rules and what they judge at once needs a second look",
    ),
    one(
        (
            "measure-settings-changed",
            WARNING,
            "Measurements are taken in another way",
            "the settings of measurements changed in `{name:bare}`",
        ),
        "measurement",
    ),
    *two(
        (
            "connection-added",
            INFO,
            "A connection to data was added",
            "the connection `{name:bare}` was added",
        ),
        (
            "connection-removed",
            WARNING,
            "A connection to data was removed",
            "the connection `{name:bare}` was removed",
        ),
        "measurement",
        comments=("", "what was measured through it is not measured now"),
    ),
    one(
        (
            "connection-changed",
            WARNING,
            "A connection leads elsewhere",
            "the connection `{name:bare}` changed",
        ),
        "measurement",
        "value",
        "make sure that it holds the same data",
    ),
    one(
        (
            "lane-place-changed",
            BREAKING,
            "A custom field belongs to something else",
            "{it} is a field of each {new} now, not of each {old}",
        ),
        "links",
        "value",
        _COLUMNS,
    ),
    one(
        (
            "lane-type-changed",
            BREAKING,
            "A custom field has another type",
            "{it} holds {new:type} now, not {old:type}",
        ),
        "links",
        "value",
        _COLUMNS,
    ),
    one(
        (
            "view-form-changed",
            INFO,
            "A view is drawn in another form",
            "{it} is drawn as {new} now, not as {old}",
        ),
        "wording",
        "presentation",
    ),
    one(
        (
            "view-rows-changed",
            WARNING,
            "A view has other rows",
            "{it} has one row for each of the {new} now, not of the {old}",
        ),
        "links",
        "value",
        _COLUMNS,
    ),
    one(
        (
            "view-filter-changed",
            INFO,
            "A view shows other things",
            "what {it} shows is chosen in another way",
        ),
        "wording",
        "presentation",
    ),
    one(
        ("view-lanes-changed", INFO, "A view shows other lanes", "the lanes of {it} {became}"),
        "wording",
        "presentation",
    ),
    *two(
        ("view-column-added", INFO, "A view has one column more", "{it} has the column `{new:bare}` now"),
        (
            "view-column-removed",
            BREAKING,
            "A view has one column less",
            "{it} does not have the column `{old:bare}` any more",
        ),
        "links",
        "existence",
        comments=("", _COLUMNS),
    ),
    one(
        (
            "view-column-renamed",
            BREAKING,
            "A column of a view has another header",
            "the header of the column `{who:bare}` of {it} {became}",
        ),
        "links",
        "identity",
        _COLUMNS,
    ),
    one(
        (
            "view-columns-reordered",
            WARNING,
            "The columns of a view stand in another order",
            "the columns of {it} stand in another order",
        ),
        "links",
        "order",
        _COLUMNS,
        "move",
    ),
)
"""What settings and views say."""
