"""Every picture there is, in every look: well-formed, inert, complete in itself and described."""

import pytest

from journeymap.compiling import Compilation
from journeymap.rendering import DRAWERS, FORMS, PORTFOLIO_FORMS, Request
from journeymap.rendering.map.views import BUILT_IN
from journeymap.site import build_site
from tests.rendering.documents.fonts_here import font_file
from tests.rendering.hostile_strings import HOSTILE_STRINGS
from tests.rendering.inspecting import faults_in
from tests.rendering.rewriting import rewrite
from tests.rendering.samples import SAMPLES, Sample

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" lang="en" aria-labelledby="t" aria-describedby="d">'
DESCRIBED = f'{HEAD}<title id="t">T</title><desc id="d">D</desc>'


def hostile() -> Sample:
    """Return the retailer with the hostile strings one after the other in its fields."""
    strings = HOSTILE_STRINGS
    return rewrite(
        SAMPLES["retailer"](), lambda mark: f"{strings[int(mark[1:-1]) % len(strings)]} {mark}"
    ).sample


def render(form: str, sample: Sample, *, theme: str = "light", font: str = "", view: str = "") -> bytes:
    """Return a picture."""
    journey = None if form in PORTFOLIO_FORMS else sample.journey
    return FORMS[form]["svg"](Request(sample.portfolio, journey, theme=theme, font=font, view=view)).content


@pytest.mark.parametrize("name", [*SAMPLES, "hostile"])
@pytest.mark.parametrize("form", DRAWERS)
def test_every_picture_is_safe_and_described(form: str, name: str) -> None:
    """Light, dark and as its reader likes it, with and without a font of its own."""
    sample = hostile() if name == "hostile" else SAMPLES[name]()
    font = str(font_file("Noto Sans"))
    looks = [("light", ""), ("dark", ""), ("auto", ""), ("auto", font)]
    if name in {"retailer", "hostile"}:
        looks += [("light", font), ("dark", font)]

    for theme, embedded in looks:
        svg = render(form, sample, theme=theme, font=embedded)

        assert faults_in(svg) == [], theme
        assert (b"@font-face" in svg) == bool(embedded)
        assert (b"prefers-color-scheme" in svg) == (theme == "auto")


@pytest.mark.parametrize("view", BUILT_IN)
@pytest.mark.parametrize("name", [*SAMPLES, "hostile"])
def test_every_view_of_the_map_is_safe_and_described(name: str, view: str) -> None:
    """Whatever a view leaves out, it is a picture like any other."""
    sample = hostile() if name == "hostile" else SAMPLES[name]()

    assert faults_in(render("map", sample, theme="auto", view=view)) == []


@pytest.mark.parametrize("name", [*SAMPLES, "hostile"])
def test_every_picture_of_a_site_is_safe_and_described(name: str) -> None:
    """The files beside the pages are what `render` writes; their links lead to pages of the site."""
    portfolio = (hostile() if name == "hostile" else SAMPLES[name]()).portfolio
    lanes = tuple(lane._replace(type="text") for lane in portfolio.workspace.lanes)
    portfolio = portfolio._replace(workspace=portfolio.workspace._replace(lanes=lanes))
    site = build_site(Compilation(portfolio, (), {}))
    pictures = [file for file in site if file.path.endswith(".svg") and file.path != "assets/icon.svg"]

    assert len(pictures) >= 2
    for file in pictures:
        assert faults_in(file.content) == [], file.path
    # A tab shows the icon without words.
    assert [
        fault for fault in faults_in(site["assets/icon.svg"].content) if not fault.startswith("no ")
    ] == []


@pytest.mark.parametrize(
    "body",
    [
        "<script/>",
        "<foreignObject/>",
        "<image href='https://example.com/x.png'/>",
        "<use href='https://example.com/x.svg#y'/>",
        "<g onclick='x()'/>",
        "<g style='fill:red'/>",
        "<g fill='url(https://example.com/x)'/>",
        "<g fill='u\\72l(x)'/>",
        "<a href='javascript:x'/>",
        "<a href='//example.com'/>",
        "<style>*{fill:red}</style>",
        "<style>@import 'x';</style>",
        '<style>@font-face{src:url(https://example.com/x) format("woff")}</style>',
        "<g id='t'/>",
        "<!-- x -->",
        "<?x y?>",
    ],
)
def test_the_inspection_finds_what_must_not_be(body: str) -> None:
    """Whatever acts, loads, repeats an id or stands there for no reader is a fault."""
    assert faults_in(f"{DESCRIBED}</svg>".encode()) == []
    assert faults_in(f"{DESCRIBED}{body}</svg>".encode()) != []


@pytest.mark.parametrize("lacking", [' lang="en"', ' aria-labelledby="t"', ' id="d"', ">D<"])
def test_the_inspection_finds_what_is_lacking(lacking: str) -> None:
    """A language, a title and a description are part of a picture."""
    svg = f"{DESCRIBED}</svg>".replace(lacking, "><" if lacking == ">D<" else "")

    assert faults_in(svg.encode()) != []


def test_the_inspection_bans_entities() -> None:
    """A picture that declares anything is refused before it grows."""
    assert faults_in(f"<!DOCTYPE svg [<!ENTITY a 'b'>]>{DESCRIBED}</svg>".encode()) != []
