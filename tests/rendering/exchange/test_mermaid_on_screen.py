"""Mermaid itself, in a browser, shows every text as it was written."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from journeymap.rendering.exchange.mermaid import write_flowchart, write_journey_diagram
from journeymap.rendering.metrics import one_line
from tests.rendering.exchange.hostile import ALL_STRINGS, make_hostile
from tests.rendering.exchange.outside import mermaid_script

pytestmark = pytest.mark.browser

DRAW = """async (texts) => {
  const read = (root, selector) =>
    [...root.querySelectorAll(selector)].map((node) => node.textContent).filter(Boolean);
  const results = [];
  for (const [index, text] of texts.entries()) {
    const { svg } = await mermaid.render(`drawing${index}`, text);
    document.body.innerHTML = svg;
    const root = document.querySelector("svg");
    // The words of a label that HTML broke into lines stand apart again.
    root.querySelectorAll("br").forEach((node) => node.replaceWith("\\n"));
    results.push({
      labels: read(root, ".nodeLabel, .edgeLabel p, .cluster-label p"),
      tasks: read(root, "div.label"),
      actors: read(root, "circle > title"),
      legend: read(root, "text.legend"),
      texts: read(root, ":scope > text"),
      name: read(root, ":scope > title"),
      description: read(root, ":scope > desc"),
    });
  }
  return results;
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Open a page with Mermaid in it, set up as it comes."""
    page = browser.new_page()
    page.set_content("<!doctype html><body></body>")
    page.add_script_tag(path=str(mermaid_script()))
    page.evaluate("mermaid.initialize({startOnLoad: false})")
    yield page
    page.close()


def test_a_flowchart_shows_hostile_texts_unchanged(page: Page) -> None:
    """Nodes, stages, ways and descriptions say what the journey says, to the letter."""
    drawn = page.evaluate(DRAW, [write_flowchart(*make_hostile(text)).text for text in ALL_STRINGS])

    for text, result in zip(ALL_STRINGS, drawn, strict=True):
        shown = one_line(text)
        lines = {line for label in result["labels"] for line in label.split("\n")}
        expected = {f"{number} {shown}" for number in (1, 2, 3)}
        expected |= {f"{sign} {shown}" for sign in "◆✕↗"} | {shown, f"{shown} · 50%"}
        expected |= {f"{shown} −2", one_line(f"{text} 2: {text}, {text} +1")}
        lines = {line.replace("\N{NO-BREAK SPACE}", " ") for line in lines}
        missing = {line.replace("\N{NO-BREAK SPACE}", " ") for line in expected} - lines

        assert not missing, (text, sorted(lines))
        assert result["name"] == result["description"] == [shown], text


def test_a_journey_shows_hostile_texts_unchanged(page: Page) -> None:
    """Title, sections, tasks and actors say what the journey says, to the letter."""
    drawn = page.evaluate(DRAW, [write_journey_diagram(*make_hostile(text)).text for text in ALL_STRINGS])

    for text, result in zip(ALL_STRINGS, drawn, strict=True):
        shown = one_line(text)

        assert set(result["tasks"]) == {shown}, text
        assert set(result["actors"]) == {shown, one_line(f"{text} 2")}, text
        assert shown in result["texts"], (text, result["texts"])
        assert result["name"] == result["description"] == [shown], text
