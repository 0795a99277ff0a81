"""Every kind of change there is: the literal registry that judging, words and documentation read.

The rows stand by subject in the modules beside. The level of a row is what a kind of change is by itself;
``judging`` says when it is more or less.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from journeymap.diffing.catalogue_claims import CLAIM_KINDS
from journeymap.diffing.catalogue_knowledge import KNOWLEDGE_KINDS
from journeymap.diffing.catalogue_measures import MEASURE_KINDS
from journeymap.diffing.catalogue_plans import PLAN_KINDS
from journeymap.diffing.catalogue_settings import SETTING_KINDS
from journeymap.diffing.catalogue_shared import SHARED_KINDS
from journeymap.diffing.catalogue_things import THING_KINDS
from journeymap.diffing.kinds import ChangeKind
from journeymap.diffing.regressing import REGRESSIONS

KINDS: Final[Mapping[str, ChangeKind]] = MappingProxyType(
    {
        kind.id: kind
        for kind in sorted(
            (
                *(*THING_KINDS, *SHARED_KINDS, *CLAIM_KINDS, *PLAN_KINDS),
                *(*MEASURE_KINDS, *KNOWLEDGE_KINDS, *SETTING_KINDS, *REGRESSIONS.values()),
            ),
            key=lambda kind: kind.id,
        )
    }
)
"""Id → kind of change, in order of id."""

WITHOUT_INVERSE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "stage-split": "the way back is a merge that has to be declared itself",
        "stage-merged": "the way back is a split that has to be declared itself",
        "touchpoint-split": "the way back is a merge that has to be declared itself",
        "touchpoint-merged": "the way back is a split that has to be declared itself",
        "part-split": "the way back is a merge that has to be declared itself",
        "part-merged": "the way back is a split that has to be declared itself",
    }
)
"""Kinds that are something else when the sides are swapped, each with the reason."""

NOT_HERE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "stage-became-unreachable": "told with what cut the stage off, which is breaking then",
        "entry-stage-changed": "told with the stage that came, went or moved to the first place",
        "exit-stage-changed": "told with the stage that came, went or moved to the last place",
        "emotion-polarity-flipped": "told with the score that fell, which is a warning then",
        "removed-before-sunset": "told with what was removed, which is breaking then",
        "deprecation-without-sunset": "told with the deprecation, which is breaking then by policy",
        "reference-broken": "a reference to nothing is the finding `unknown-id` of `check`",
        "link-scheme-unsafe-added": "the language takes no other schemes than https, http and mailto",
        "kpi-current-value-regressed": "what was measured is not in the files of a workspace",
        "anchor-changed": "addresses and anchors of the site hang on ids alone",
    }
)
"""Kinds that other catalogues have, each with where it went."""
