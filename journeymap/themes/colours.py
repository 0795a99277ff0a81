"""Colours by name in pictures, and spelled out: in one appearance, or in the one the reader prefers.

A picture drawn with ``name_colours(theme)`` says ``var(--accent)`` where it means a colour. In a page it
takes the page's own; on its own its colours are spelled out, since few programs but browsers know ``var``.
"""

import re
from typing import Any

from journeymap.themes.theme import Step, Theme

_PARTS = Step._fields[1:]
_START_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_PAINTED_TAG = re.compile(r"<[a-zA-Z][^<>]*var\([^<>]*>")
_PAINT = re.compile(r' (?:fill|stroke)="var\(--[a-z0-9-]+\)"')


def name_colours(theme: Theme) -> Theme:
    """Return a theme that names its tokens in place of colours."""
    names: dict[str, Any] = {
        field: _reference(field) for field in Theme._fields if isinstance(getattr(theme, field), str)
    }
    a, b, c, d, e = (
        Step(step.score, *(_reference(f"emotion-{index}-{part}") for part in _PARTS))
        for index, step in enumerate(theme.emotions)
    )
    return theme._replace(**{**names, "name": theme.name, "emotions": (a, b, c, d, e)})


def spell_colours(svg: str, theme: Theme) -> str:
    """Return a picture with its named colours spelled out as those of a theme."""
    paints = {
        f' {kind}="{_reference(name)}"': f' {kind}="{colour}"'
        for name, colour in theme.tokens()
        for kind in ("fill", "stroke")
    }

    def spell(tag: re.Match[str]) -> str:
        return _PAINT.sub(lambda paint: paints[paint[0]], tag[0])

    # In tags only: what people write may speak of colours, too.
    return _START_TAG.sub(spell, svg)


def adapt_colours(svg: str, light: Theme, dark: Theme) -> str:
    """Return a picture that is light, and dark where the reader prefers that.

    The light colours are plain attributes, which every program knows; a style sheet of one media query
    puts the dark ones in their place.
    """
    svg, used = _classify_paints(svg, light)
    colours = tuple(colour for _, colour in dark.tokens())
    rules = "".join(f".{_class(kind, number)}{{{kind}:{colours[number]}}}" for kind, number in used)
    return _put_style(svg, f"@media (prefers-color-scheme: dark){{{rules}}}")


def follow_page(svg: str, light: Theme, dark: Theme, *, scope: str) -> str:
    """Return a picture for the page of somebody else: light or dark as the page around it is.

    ``scope`` is a class for the picture that keeps its style sheet away from all else in the page. A
    browser that does not know how to follow leaves the light colours.
    """
    svg, used = _classify_paints(svg, light)
    pairs = tuple(
        f"light-dark({one},{other})"
        for (_, one), (_, other) in zip(light.tokens(), dark.tokens(), strict=True)
    )
    rules = "".join(f".{scope} .{_class(kind, number)}{{{kind}:{pairs[number]}}}" for kind, number in used)
    paper = f"@media print{{.{scope}{{color-scheme:light}}}}"
    return _put_style(svg.replace("<svg ", f'<svg class="{scope}" ', 1), f"{rules}{paper}")


def _classify_paints(svg: str, light: Theme) -> tuple[str, list[tuple[str, int]]]:
    """Return a picture in the light colours with classes for its paints, and the paints it uses."""
    # A picture has thousands of paints of a few dozen sorts.
    paints = {
        f' {kind}="{_reference(name)}"': (f' {kind}="{colour}"', _class(kind, number), (kind, number))
        for number, (name, colour) in enumerate(light.tokens())
        for kind in ("fill", "stroke")
    }
    used: set[tuple[str, int]] = set()

    def classify(tag: re.Match[str]) -> str:
        spelled, classes = tag[0], []
        for paint in _PAINT.findall(spelled):
            colour, name, sort = paints[paint]
            spelled = spelled.replace(paint, colour, 1)
            classes.append(name)
            used.add(sort)
        if not classes:
            return spelled
        end = "/>" if spelled.endswith("/>") else ">"
        return f'{spelled[: -len(end)]} class="{" ".join(classes)}"{end}'

    return _PAINTED_TAG.sub(classify, svg), sorted(used)


def _put_style(svg: str, rules: str) -> str:
    head = re.match(r"<svg[^>]*>", svg)
    assert head is not None
    return f"{svg[: head.end()]}<style>{rules}</style>{svg[head.end() :]}"


def _reference(name: str) -> str:
    return f"var(--{name.replace('_', '-')})"


def _class(kind: str, number: int) -> str:
    """Return the name of the class that paints with a token; it is the same one in every picture."""
    return f"jm{kind[0]}{number}"
