"""Two neighbouring steps of the emotion scale look alike to some people.

Red for bad and green for good is what most people draw first, and what people without red or green cones
cannot tell apart. Words and faces say the same as the colours do, but who looks at a whole map from afar
sees the colours only. Neighbouring steps have to be 20 apart (CIEDE2000) for everybody: under normal, protan,
deutan and tritan vision.

Failing:

    # file: journeymap.yaml
    journeymap: 1
    kind: workspace
    theme:
      light:
        emotions:
          - {score: 1, solid: "#b5651d"}
          - {score: 2, solid: "#2e9e4f"}

Passing:

    # file: journeymap.yaml
    journeymap: 1
    kind: workspace
    theme:
      light:
        emotions:
          - {score: 1, solid: "#5a93c4"}
          - {score: 2, solid: "#2b1a6b"}

Source: Sharma, Wu and Dalal, The CIEDE2000 Color-Difference Formula (Color Research and Application 30,
2005); Viénot, Brettel and Mollon, Digital Video Colourmaps for Checking the Legibility of Displays by
Dichromats (Color Research and Application 24, 1999); Brettel, Viénot and Mollon, Computerized Simulation of
Color Appearance for Dichromats (Journal of the Optical Society of America A 14, 1997).
"""

from collections.abc import Iterator
from itertools import pairwise
from math import floor
from typing import TYPE_CHECKING

from journeymap.checks.check import Check, Survey, describe_fault
from journeymap.problems import Problem, Spot
from journeymap.themes.branding import OwnTheme

if TYPE_CHECKING:
    from journeymap.checks.colours import Appearance
    from journeymap.themes.legibility import Token

FAULT = describe_fault("similar-emotion-colours", __doc__)


def find(survey: Survey) -> Iterator[Problem]:
    """Yield a problem for each two neighbouring steps, one of them written, that are hard to tell apart."""
    own = survey.portfolio.workspace.theme
    if own == OwnTheme():
        return
    # Few workspaces have colours of their own; the others start without what measures them.
    from journeymap.checks.colours import list_appearances
    from journeymap.themes.legibility import SCORES, Token

    for appearance in list_appearances(own):
        steps = [Token("solid", score) for score in SCORES]
        for pair in pairwise(steps):
            written = [step for step in reversed(pair) if appearance.place(step)]
            if written and not _are_apart(appearance, *pair):
                yield _describe(appearance, pair, written)


def _describe(appearance: "Appearance", pair: "tuple[Token, Token]", written: "list[Token]") -> Problem:
    from journeymap.checks.colours import advise
    from journeymap.themes.vision import APART, VISIONS, closest_look

    look = closest_look(*(step.of(appearance.theme) for step in pair))
    token = written[0]
    spots = [Spot(place, f"emotion {step.score}") for step in written if (place := appearance.place(step))]
    problem = Problem(
        FAULT,
        f"the colours of emotion {pair[0].score} and {pair[1].score} look alike in `{appearance.name}` "
        f"to {VISIONS[look.vision]}",
        tuple(spots),
        notes=(f"they are {floor(look.distance * 10) / 10:.1f} apart there (CIEDE2000), and need {APART:g}",),
        args=(appearance.name, str(pair[0])),
    )
    return advise(
        problem,
        spots[0].place,
        token,
        appearance.find_better(token, lambda tried: _fits(tried, token)),
        "no shade of it is far enough from both its neighbours: take another hue, as the shipped scale "
        "does, which runs from orange to blue",
    )


def _fits(appearance: "Appearance", token: "Token") -> bool:
    """Whether a step is far enough from its neighbours, and stands out from the page."""
    from journeymap.themes.legibility import list_pairs

    assert token.score is not None
    neighbours = [token._replace(score=score) for score in (token.score - 1, token.score + 1)]
    near = [step for step in neighbours if step.score in range(-2, 3)]
    return all(_are_apart(appearance, token, step) for step in near) and all(
        pair.is_legible(appearance.theme) for pair in list_pairs() if token in pair
    )


def _are_apart(appearance: "Appearance", one: "Token", other: "Token") -> bool:
    from journeymap.themes.vision import APART, closest_look

    return closest_look(one.of(appearance.theme), other.of(appearance.theme)).distance >= APART


CHECK = Check(FAULT, in_portfolio=find)
