"""Which theme a picture is drawn in: a shipped one, with what the workspace changes.

A workspace may change one token and leave the rest: what belongs to a changed colour and is not changed
itself follows it, so that it stays readable. ``raised`` and ``opportunity`` follow what they are aliases
of; ``on_accent`` and ``on_solid`` become black or white where the shipped ink is not readable any more;
``tint`` and ``on_tint`` are made from a new ``solid``.
"""

from functools import lru_cache
from typing import Any, Final

from journeymap.themes.branding import OwnColours, OwnSpacing, OwnStep, OwnTheme, OwnType
from journeymap.themes.contrast import BLACK, FOR_TEXT, WHITE, choose_ink, contrast, mix, sharpen
from journeymap.themes.families import choose_face, complete_family
from journeymap.themes.theme import THEMES, Spacing, Step, Theme, Typography
from journeymap.themes.tokens import read_aliases

LIGHT_NAME = "light"
DARK_NAME = "dark"

_NO_COLOURS: Final = OwnColours()
_TINTS: Final = {True: range(16, 0, -2), False: range(30, 0, -2)}
"""Whether the ground is light → the percentages of a solid colour that its tint may have, the best first."""


@lru_cache(maxsize=16)
def choose_theme(own: OwnTheme, name: str) -> Theme:
    """Return the theme of a name, with a workspace's own tokens in place of the shipped ones."""
    shipped = THEMES[name]
    theme = shipped._replace(
        type=_choose_type(shipped.type, own.type), spacing=_choose_spacing(shipped.spacing, own.spacing)
    )
    colours = own.dark if name == DARK_NAME else own.light
    return theme if colours == _NO_COLOURS else _choose_colours(theme, colours)


def _choose_colours(shipped: Theme, own: OwnColours) -> Theme:
    written = {name: colour for name, colour in own._asdict().items() if colour and name in shipped._fields}
    written.pop("emotions", None)
    theme = shipped._replace(**written)
    followed = {
        alias: getattr(theme, token)
        for alias, token in read_aliases(shipped.name).items()
        if alias not in written
    }
    theme = theme._replace(**followed)
    if not own.on_accent:
        theme = theme._replace(on_accent=choose_ink(theme.on_accent, theme.accent))
    a, b, c, d, e = (_choose_step(theme, step, own.step(step.score)) for step in shipped.emotions)
    return theme._replace(emotions=(a, b, c, d, e))


def _choose_step(theme: Theme, shipped: Step, own: OwnStep) -> Step:
    solid = own.solid or shipped.solid
    on_solid = own.on_solid or choose_ink(shipped.on_solid, solid)
    tint = own.tint or (_make_tint(theme, solid) if own.solid else shipped.tint)
    if own.on_tint or (tint == shipped.tint and not own.solid):
        return Step(shipped.score, solid, on_solid, tint, own.on_tint or shipped.on_tint)
    ink = solid if own.solid else shipped.on_tint
    return Step(shipped.score, solid, on_solid, tint, sharpen(ink, tint))


def _make_tint(theme: Theme, solid: str) -> str:
    """Return a pale tone of a colour on which the theme's texts are as readable as they can be."""
    ground = theme.background
    is_light = contrast(ground, BLACK) > contrast(ground, WHITE)
    tints = [mix(ground, solid, percent / 100) for percent in _TINTS[is_light]]
    return next(
        (tint for tint in tints if min(contrast(theme.text, tint), contrast(theme.muted, tint)) >= FOR_TEXT),
        tints[-1],
    )


def _choose_type(shipped: Typography, own: OwnType) -> Typography:
    sizes: dict[str, Any] = {
        name: size for name, size in own._asdict().items() if isinstance(size, int | float)
    }
    type = shipped._replace(**sizes)
    if own.family:
        type = type._replace(family=complete_family(own.family), face=choose_face(own.family, shipped.face))
    return type._replace(face=own.face) if own.face else type


def _choose_spacing(shipped: Spacing, own: OwnSpacing) -> Spacing:
    written = {name: size for name, size in own._asdict().items() if size is not None}
    return shipped._replace(**written)
