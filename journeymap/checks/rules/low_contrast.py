"""A colour of the workspace's own theme is hard to tell from its ground.

Who sees a little less, sits in the sun or looks at a projector cannot read pale grey on white, and nobody
tells the author. Text needs a contrast of 4.5 to 1 on every ground it stands on; lines and shapes that carry
a meaning need 3 to 1. A theme is checked as pages and pictures use it: with the colours that are left out.

Failing:

    # file: journeymap.yaml
    journeymap: 1
    kind: workspace
    theme:
      light:
        muted: "#9a9a9a"

Passing:

    # file: journeymap.yaml
    journeymap: 1
    kind: workspace
    theme:
      light:
        muted: "#5e5e5e"

Source: Web Content Accessibility Guidelines 2.2 (W3C, 2023), success criteria 1.4.3 Contrast (Minimum) and
1.4.11 Non-text Contrast.
"""

from collections.abc import Iterator
from math import floor
from typing import TYPE_CHECKING

from journeymap.checks.check import Check, Survey, describe_fault
from journeymap.problems import Problem, Spot
from journeymap.themes.branding import OwnTheme

if TYPE_CHECKING:
    from journeymap.checks.colours import Appearance
    from journeymap.themes.legibility import Pair, Token

FAULT = describe_fault("low-contrast", __doc__)


def find(survey: Survey) -> Iterator[Problem]:
    """Yield a problem for each colour of the workspace that is not legible where it stands."""
    own = survey.portfolio.workspace.theme
    if own == OwnTheme():
        return
    # Few workspaces have colours of their own; the others start without what measures them.
    from journeymap.checks.colours import list_appearances

    for appearance in list_appearances(own):
        for token, pairs in _gather_pairs(appearance).items():
            failing = [pair for pair in pairs if not pair.is_legible(appearance.theme)]
            if failing:
                yield _describe(appearance, token, failing, pairs)


def _gather_pairs(appearance: "Appearance") -> "dict[Token, list[Pair]]":
    """Return the pairs that each written colour answers for; what stands on another answers first."""
    from journeymap.themes.legibility import list_pairs

    gathered: dict[Token, list[Pair]] = {}
    seen = set()
    for pair in list_pairs():
        same = (pair.ink.of(appearance.theme), pair.ground.of(appearance.theme), pair.needed)
        token = next(filter(appearance.place, map(appearance.origin, pair[:2])), None)
        if token is not None and (token, same) not in seen:
            seen.add((token, same))
            gathered.setdefault(token, []).append(pair)
    return gathered


def _describe(
    appearance: "Appearance", token: "Token", failing: "list[Pair]", pairs: "list[Pair]"
) -> Problem:
    from journeymap.checks.colours import advise

    theme = appearance.theme
    # The grounds of whole pages come first, since people know them; pale tones of the scale last.
    worst, *others = sorted(
        failing, key=lambda pair: (pair.ground.score is not None, pair.ratio(theme) / pair.needed)
    )
    ink, ground, needed = worst
    place, ground_place = appearance.place(token), appearance.place(appearance.origin(ground))
    assert place is not None
    other = ground if appearance.origin(ink) == token else ink
    spots = [Spot(place, f"{_write_ratio(worst, appearance)} against {other.of(theme)}")]
    if ground_place and ground_place.pointer != place.pointer:
        spots.append(Spot(ground_place, "on this"))
    problem = Problem(
        FAULT,
        f"{ink} on {ground} has a contrast of {_write_ratio(worst, appearance)} in `{appearance.name}`, "
        f"and {'text' if needed > 3 else 'a shape'} needs {needed:g}:1",
        tuple(spots),
        notes=_note_others(others),
        args=(appearance.name, str(token)),
    )
    # Where one ground is itself out of place no shade may do; it then has a problem of its own.
    shipped = [pair for pair in pairs if not appearance.place(appearance.origin(pair.ground))]
    better = _find_legible(appearance, token, pairs) or _find_legible(appearance, token, shipped)
    return advise(problem, place, token, better, f"no shade of it is legible everywhere: change {ground} too")


def _find_legible(appearance: "Appearance", token: "Token", pairs: "list[Pair]") -> str:
    """Return the nearest shade of a colour that is legible in all pairs, or ``""``."""
    if not pairs:
        return ""
    return appearance.find_better(token, lambda tried: all(pair.is_legible(tried.theme) for pair in pairs))


def _note_others(others: "list[Pair]") -> tuple[str, ...]:
    if not others:
        return ()
    named = ", ".join(f"{ink} on {ground}" for ink, ground, _ in others[:3])
    more = f" and {len(others) - 3} more" if len(others) > 3 else ""
    return (f"too close as well: {named}{more}",)


def _write_ratio(pair: "Pair", appearance: "Appearance") -> str:
    """Return a ratio, rounded down: one that falls short must not look as if it did not."""
    return f"{floor(pair.ratio(appearance.theme) * 100) / 100:.2f}:1"


CHECK = Check(FAULT, in_portfolio=find)
