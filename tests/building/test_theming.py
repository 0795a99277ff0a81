"""A workspace's own tokens, from the file into the model."""

from journeymap.building.reading import Node
from journeymap.building.theming import build_theme
from journeymap.source import Place
from journeymap.themes.branding import OwnColours, OwnSpacing, OwnStep, OwnTheme, OwnType
from tests.checks import check

SETTINGS = """\
# file: journeymap.yaml
journeymap: 1
kind: workspace
theme:
  light:
    accent: "#7A1FA2"
    emotions:
      - {score: -2, solid: "#4F1B00"}
      - {score: 2, tint: "#d9e5fa", on_tint: "#002966", on_solid: "#ffffff"}
  type: {family: "Brand Sans, serif", face: Georgia, body: 13}
  spacing: {radius: 0, line: 1.5}
"""


def test_tokens_arrive_as_written_and_where_they_were() -> None:
    """Colours are spelled in lower case, what is left out is empty, and each knows its place."""
    theme = check(SETTINGS).portfolio.workspace.theme

    assert theme == OwnTheme(
        light=OwnColours(
            accent="#7a1fa2",
            emotions=(
                OwnStep(-2, solid="#4f1b00"),
                OwnStep(2, tint="#d9e5fa", on_tint="#002966", on_solid="#ffffff"),
            ),
        ),
        type=OwnType("Brand Sans, serif", "Georgia", body=13),
        spacing=OwnSpacing(radius=0, line=1.5),
    )
    assert theme.light.at.pointer == ("theme", "light")
    assert theme.light.emotions[1].at.pointer == ("theme", "light", "emotions", 1)


def test_a_workspace_without_a_theme_changes_nothing() -> None:
    """The model's own default stands for it."""
    assert check(SETTINGS.partition("theme:")[0]).portfolio.workspace.theme == OwnTheme()


def test_what_is_no_colour_gets_no_further() -> None:
    """A file that does not hold to its schema is read all the same, and nothing of it gets into a style."""
    node = Node(
        {"light": {"accent": "red;}</style>", "text": "#12", "emotions": [{"solid": "url(x)"}]}}, Place("x")
    )

    assert build_theme(node) == OwnTheme(light=OwnColours(emotions=(OwnStep(0),)))
