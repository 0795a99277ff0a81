"""Contrast ratios, held against another program and against what WCAG says of itself."""

import pytest
from coloraide import Color
from hypothesis import given

from journeymap.themes.contrast import choose_ink, contrast, find_nearest, mix, sharpen
from tests.themes.colours import colours


@given(colours(), colours())
def test_ratios_are_those_of_another_program(one: str, other: str) -> None:
    """Any two colours have the ratio that coloraide computes, in either order."""
    assert contrast(one, other) == pytest.approx(Color(one).contrast(other), abs=0.002)
    assert contrast(one, other) == contrast(other, one)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#767676", "#ffffff", 4.54)],
)
def test_known_ratios(one: str, other: str, ratio: float) -> None:
    """Black on white is 21; the greys on both sides of 4.5 are told apart."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@given(colours(), colours())
def test_ink_is_always_readable(usual: str, ground: str) -> None:
    """On every ground the usual ink, black or white is readable; the usual one is taken where it is."""
    ink = choose_ink(usual, ground)

    assert contrast(ink, ground) >= 4.5
    assert ink in {usual, "#000000", "#ffffff"}
    assert ink == usual or contrast(usual, ground) < 4.5


@given(colours(), colours())
def test_the_nearest_shade_fits_and_is_the_nearest(colour: str, ground: str) -> None:
    """The shade that is found fits; a readable colour stays what it is."""
    found = find_nearest(colour, lambda shade: contrast(shade, ground) >= 4.5)

    assert contrast(found, ground) >= 4.5
    assert found == colour or contrast(colour, ground) < 4.5


@given(colours(), colours())
def test_an_ink_is_sharpened_until_it_can_be_read(ink: str, ground: str) -> None:
    """What is readable stays, the rest goes as far as it has to, to the better of black and white."""
    sharp = sharpen(ink, ground)

    assert contrast(sharp, ground) >= 4.5
    assert sharp == ink or contrast(ink, ground) < 4.5


def test_a_sharpened_ink_keeps_its_hue_where_it_can() -> None:
    """A red on white gets darker, not black; on black it gets lighter."""
    assert sharpen("#ff4040", "#ffffff") == "#db3737"
    assert sharpen("#7b0d1e", "#000000") == "#a8606b"
    assert sharpen("#777777", "#777777") == "#060606"


def test_where_no_shade_fits_nothing_is_found() -> None:
    """No grey is readable on black and on white at once, if seven is asked for."""
    fits = {"#000000": 7, "#ffffff": 7}

    assert find_nearest("#808080", lambda shade: all(contrast(shade, g) >= r for g, r in fits.items())) == ""
    assert find_nearest("#808080", lambda shade: contrast(shade, "#ffffff") >= 4.5) == "#767676"


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    """No share is the colour itself, all of it the other one."""
    assert mix("#102030", "#f0e0d0", 0) == "#102030"
    assert mix("#102030", "#f0e0d0", 1) == "#f0e0d0"
    assert mix("#000000", "#ff8000", 0.5) == "#804000"
