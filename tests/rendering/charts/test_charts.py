"""What holds for every chart: texts fit, nothing is active, the picture is described, bytes never change."""

import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from journeymap.model import Portfolio
from journeymap.rendering import FORMS, Request
from journeymap.rendering.canvas import Drawing
from journeymap.rendering.charts.curve import draw_emotion_curve, tabulate_emotions
from journeymap.rendering.charts.heatmap import draw_portfolio_heatmap, tabulate_heatmap
from journeymap.rendering.charts.matrix import draw_opportunity_matrix, tabulate_opportunities
from journeymap.rendering.svg_cleaning import ATTRIBUTES, ELEMENTS, clean_svg
from journeymap.rendering.tables.markdown_text import write_markdown
from journeymap.rendering.tables.table import Table
from journeymap.themes.colours import adapt_colours, name_colours
from journeymap.themes.theme import DARK, LIGHT, Theme
from tests.conftest import ROOT, match_golden
from tests.rendering.charts.fitting import misfits, portfolios
from tests.rendering.samples import SAMPLES, Sample

SVG = "{http://www.w3.org/2000/svg}"
GOLDENS = ROOT / "tests" / "goldens" / "charts"

CHARTS: dict[str, Callable[[Sample, Theme], Drawing]] = {
    "curve": lambda sample, theme: draw_emotion_curve(*sample, theme=theme),
    "matrix": lambda sample, theme: draw_opportunity_matrix(*sample, theme=theme),
    "heatmap": lambda sample, theme: draw_portfolio_heatmap(sample.portfolio, theme=theme),
}
TABLES: dict[str, Callable[[Sample], Table]] = {
    "curve": lambda sample: tabulate_emotions(*sample),
    "matrix": lambda sample: tabulate_opportunities(*sample),
    "heatmap": lambda sample: tabulate_heatmap(sample.portfolio),
}
every_chart = pytest.mark.parametrize("chart", CHARTS)
every_sample = pytest.mark.parametrize("name", SAMPLES)


@every_chart
@every_sample
def test_every_text_of_every_sample_fits_and_stands_alone(chart: str, name: str) -> None:
    """Each text is inside its box and the picture, and on no other text."""
    assert misfits(CHARTS[chart](SAMPLES[name](), LIGHT)) == []


@every_chart
@given(portfolio=portfolios())
def test_every_text_fits_whatever_it_says(chart: str, portfolio: Portfolio) -> None:
    """Texts in any script and of any length fit, mirrored or not, and the picture is well-formed."""
    drawing = CHARTS[chart](Sample(portfolio, portfolio.journeys[-1]), LIGHT)

    assert misfits(drawing) == []
    ET.fromstring(drawing.svg)


@every_chart
@every_sample
def test_a_chart_holds_nothing_but_inert_shapes_and_words(chart: str, name: str) -> None:
    """Only allowed elements and attributes, no address of anything outside, and cleaning changes nothing."""
    svg = CHARTS[chart](SAMPLES[name](), DARK).svg

    tree = ET.fromstring(svg)
    assert {one.tag.removeprefix(SVG) for one in tree.iter()} <= ELEMENTS
    assert {attribute for one in tree.iter() for attribute in one.attrib} <= ATTRIBUTES
    assert not re.search(r"url\(|href|https?://(?!www\.w3\.org/2000/svg)", svg)
    assert clean_svg(svg) == svg


@every_chart
@every_sample
def test_a_chart_has_a_title_and_a_sentence_for_those_who_do_not_see_it(chart: str, name: str) -> None:
    """The picture is an image with a title and a description, found by ids of its own."""
    tree = ET.fromstring(CHARTS[chart](SAMPLES[name](), LIGHT).svg)

    ids = {one.get("id"): "".join(one.itertext()) for one in tree.iter() if one.get("id")}
    assert tree.get("role") == "img"
    assert ids[tree.get("aria-labelledby")]
    assert ids[tree.get("aria-describedby")].endswith(".")
    assert len(ids) == 2
    assert all(str(id).startswith(chart) for id in ids)


@every_chart
def test_a_chart_is_mirrored_where_reading_starts_on_the_right(chart: str) -> None:
    """An Arabic picture says so, and its title starts at the right edge."""
    tree = ET.fromstring(CHARTS[chart](_arabic_workspace(), LIGHT).svg)

    first = next(tree.iter(f"{SVG}text"))
    assert tree.get("direction") == "rtl"
    assert float(first.get("x", "")) > float(tree.get("width", "")) / 2


@every_chart
def test_a_chart_uses_tokens_only(chart: str) -> None:
    """Drawn by token names, a picture has no colour of its own, so that it can follow the reader's."""
    svg = CHARTS[chart](SAMPLES["retailer"](), name_colours(LIGHT)).svg

    assert not re.search(r'(fill|stroke)="#', svg)
    adapted = adapt_colours(svg, LIGHT, DARK)
    assert "var(" not in adapted
    assert "prefers-color-scheme: dark" in adapted


@every_chart
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: str(theme.name))
def test_the_retailers_charts_are_what_was_looked_at(chart: str, theme: Theme) -> None:
    """The pictures of the online retailer are the committed ones."""
    drawing = CHARTS[chart](SAMPLES["retailer"](), theme)

    match_golden(GOLDENS / f"{chart}-{theme.name}.svg", drawing.svg)


@every_chart
def test_the_retailers_tables_are_what_was_looked_at(chart: str) -> None:
    """The tables of the online retailer are the committed ones."""
    match_golden(GOLDENS / f"{chart}.md", write_markdown(TABLES[chart](SAMPLES["retailer"]())))


@every_chart
@pytest.mark.parametrize("format", ["svg", "md", "csv"])
def test_a_chart_is_a_form_like_any_other(chart: str, format: str) -> None:
    """The registry renders each chart as a picture and as the table of its values."""
    sample = SAMPLES["retailer"]()
    request = Request(sample.portfolio, sample.journey)

    content = FORMS[chart][format](request).content.decode()

    if format == "svg":
        assert content == CHARTS[chart](sample, LIGHT).svg
    elif format == "md":
        assert content.endswith(write_markdown(TABLES[chart](sample)))
    else:
        assert all(str(row[0]) in content for row in TABLES[chart](sample).rows)


def _arabic_workspace() -> Sample:
    sample = SAMPLES["arabic"]()
    workspace = sample.portfolio.workspace._replace(lang="ar")
    return Sample(sample.portfolio._replace(workspace=workspace), sample.journey)
