"""The rules about a workspace's own colours: what cannot be read, and what cannot be told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks import check, findings
from tests.checks.portfolios import SETTINGS, mend, messages
from tests.themes.colours import colours

CONTRAST, LIKENESS = "low-contrast", "similar-emotion-colours"


def theme(light: str = "", dark: str = "") -> str:
    """Return a workspace with colours of its own, each appearance given without its braces."""
    return f"{SETTINGS}theme:\n  light: {{{light}}}\n  dark: {{{dark}}}\n"


def notes(rule: str, text: str) -> tuple[str, ...]:
    """Return what is said beside the one finding of a rule."""
    (found,) = check(text, select=rule).diagnostics
    return (*found.notes, *found.help)


@pytest.mark.parametrize("rule", [CONTRAST, LIKENESS])
@pytest.mark.parametrize(
    "text",
    [
        SETTINGS,
        f"{SETTINGS}theme: {{}}\n",
        f"{SETTINGS}theme: {{type: {{family: serif}}, spacing: {{radius: 0}}}}\n",
        theme('line: "#ffffff"', 'line: "#000000"'),
        theme('accent: "#7a1fa2"', 'accent: "#d9a8ff"'),
    ],
)
def test_what_can_be_read_is_no_finding(rule: str, text: str) -> None:
    """The shipped theme, other fonts, lines that only decorate, and a sensible accent are fine."""
    assert findings(rule, text) == []


def test_a_colour_is_named_with_its_ground_at_its_own_place() -> None:
    """The ratio is rounded down, and each appearance is looked at for itself."""
    assert findings(CONTRAST, theme('muted: "#777777"', 'muted: "#777777"')) == [
        "5:18 `muted` on `surface` has a contrast of 4.20:1 in `light`, and text needs 4.5:1",
        "6:17 `muted` on `raised` has a contrast of 3.45:1 in `dark`, and text needs 4.5:1",
    ]
    assert findings(CONTRAST, theme('border: "#a0a0a0"')) == [
        "5:19 `border` on `surface` has a contrast of 2.45:1 in `light`, and a shape needs 3:1"
    ]


def test_the_ground_is_blamed_where_only_the_ground_is_written() -> None:
    """A finding stands at a line that its author can change."""
    (found,) = check(theme('surface: "#888888"'), select=CONTRAST).diagnostics

    assert found.primary.start.column == 20
    assert found.message.startswith("`solid` of emotion 1 on `surface` has a contrast of 1.06:1")
    assert found.labels == ()


def test_both_are_shown_where_both_are_written() -> None:
    """What stands on the ground is the first of the two places."""
    found = check(theme('accent: "#7a1fa2", on_accent: "#7a1fa2"'), select=CONTRAST).diagnostics[0]
    assert found.message.startswith("`on_accent` on `accent` has a contrast of 1.00:1")
    assert [label.span.start.column for label in found.labels] == [19]


def test_what_follows_a_colour_is_told_at_that_colour_and_once() -> None:
    """Opportunities have the colour of the accent, and are not told a second time."""
    assert len(messages(CONTRAST, theme('accent: "#cccccc"'))) == 1
    assert len(messages(CONTRAST, theme('accent: "#cccccc", opportunity: "#cccccc"'))) == 2
    told = messages(CONTRAST, theme('opportunity: "#cccccc"'))
    assert [each.partition(" on ")[0] for each in told] == ["`opportunity`"]


def test_a_step_made_from_its_strong_colour_is_told_there() -> None:
    """Where nothing is readable a made tint is not readable either; the strong colour is shown."""
    text = theme('background: "#777777", emotions: [{score: 2, solid: "#7777ff"}]')
    places = [each.partition(" ")[0] for each in findings(CONTRAST, text)]

    assert places[0] == "5:23"
    assert places[1:] == ["5:63"]


@pytest.mark.parametrize(
    ("light", "advice"),
    [
        ('muted: "#9a9a9a"', 'write `muted: "#666666"`, the nearest shade that does'),
        ('on_accent: "#333333"', "or leave it out: it is then made from `accent`"),
        (
            'muted: "#9a9a9a", emotions: [{score: 0, tint: "#404040"}]',
            'write `muted: "#666666"`, the nearest shade that does',
        ),
        (
            'background: "#888888", surface: "#000000", accent: "#777777"',
            "no shade of it is legible everywhere: change `background` too",
        ),
    ],
)
def test_advice_is_a_colour_or_what_else_to_change(light: str, advice: str) -> None:
    """The shade that is offered passes; where none does, or none is needed, that is said."""
    found = check(theme(light), select=CONTRAST).diagnostics
    assert advice in [help for each in found for help in each.help]


def test_other_grounds_are_listed_in_short() -> None:
    """A grey that fails everywhere is one finding, whose note names some of the others."""
    (others, *_) = notes(CONTRAST, theme('muted: "#c8c8c8"'))

    assert others.startswith("too close as well: `muted` on `background`, `muted` on `tint` of emotion")
    assert others.endswith(" and 3 more")
    assert notes(CONTRAST, theme('on_accent: "#333333"'))[0].startswith("write")


@pytest.mark.parametrize(
    ("light", "found"),
    [
        ('{score: 2, solid: "#5994b6"}', ["emotion 1 and 2"]),
        ('{score: 2, solid: "#002966"}', []),
        ('{score: 2, tint: "#ffffff"}', []),
        ('{score: 0, solid: "#5994b6"}', ["emotion 0 and 1"]),
        ('{score: -1, solid: "#4f1b00"}, {score: -2, solid: "#4f1b00"}', ["emotion -2 and -1"]),
        ('{score: 2, solid: "#5994b6"}, {score: 2, solid: "#002966"}', []),
    ],
)
def test_neighbours_are_compared_where_one_is_written(light: str, found: list[str]) -> None:
    """Two shipped steps are never told, of two entries for one score the later counts."""
    told = messages(LIKENESS, theme(f"emotions: [{light}]"))

    assert [each.removeprefix("the colours of ").partition(" look")[0] for each in told] == found


def test_likeness_names_the_vision_and_the_distance() -> None:
    """Red and green are apart for most, and alike for those who lack one kind of cone."""
    text = theme('emotions: [{score: 1, solid: "#b5651d"}, {score: 2, solid: "#2e9e4f"}]')

    assert findings(LIKENESS, text) == [
        "5:70 the colours of emotion 1 and 2 look alike in `light` to deutan vision (no green cones)"
    ]
    assert notes(LIKENESS, text) == (
        "they are 9.2 apart there (CIEDE2000), and need 20",
        'write `solid: "#134121"`, the nearest shade that does',
    )
    alike = notes(LIKENESS, theme('emotions: [{score: 2, solid: "#5994b6"}]'))
    assert alike[0] == "they are 0.0 apart there (CIEDE2000), and need 20"


def test_where_no_shade_is_far_enough_another_hue_is_advised() -> None:
    """Between two neighbours that leave no room a colour is not found by going lighter or darker."""
    steps = '{score: -2, solid: "#000000"}, {score: -1, solid: "#3a3a3a"}, {score: 0, solid: "#6e6e6e"}'
    told = check(theme(f"emotions: [{steps}]"), select=LIKENESS).diagnostics

    assert any(help.startswith("no shade of it is far enough") for each in told for help in each.help)


@pytest.mark.parametrize(
    ("rule", "light"),
    [
        (CONTRAST, 'muted: "#c8c8c8", accent: "#ffd400"'),
        (CONTRAST, 'surface: "#888888"'),
        (CONTRAST, 'emotions: [{score: 1, solid: "#fdae61", tint: "#404040"}]'),
        (LIKENESS, 'emotions: [{score: 1, solid: "#b5651d"}, {score: 2, solid: "#2e9e4f"}]'),
    ],
)
def test_what_is_offered_mends_it(rule: str, light: str) -> None:
    """With the offered colours nothing is found any more."""
    assert mend(rule, theme(light)) == []


@given(accent=colours(), name=st.sampled_from(["light", "dark"]))
def test_any_accent_can_be_mended(accent: str, name: str) -> None:
    """Every hue has a shade that can be read on the shipped grounds, and it is the one offered."""
    text = theme(**{name: f'accent: "{accent}"'})

    assert messages(CONTRAST, text) == [] or mend(CONTRAST, text) == []
