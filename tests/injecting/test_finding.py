"""Where markers are found, and what is left alone."""

import pytest

from journeymap.injecting.finding import find_blocks
from journeymap.injecting.misspelling import may_hold_marker
from journeymap.injecting.targets import Target
from journeymap.markers.grammar import Wish
from journeymap.model import Journey
from journeymap.source import SourceFile
from tests.injecting.samples import END, begin, block, injected, rules_of
from tests.model.samples import portfolio_of

TABLE = begin("table shop stages")
ROWS = "| Stage | Emotion | Focus |\n| --- | --- | --- |\n| A shop | A shop | A shop |"


def found_in(text: str) -> list[str]:
    """Return the kinds of the blocks of a text that has no faults."""
    blocks, faults = find_blocks(SourceFile("page.md", text))
    assert faults == ()
    return [each.wish.kind.text for each in blocks]


@pytest.mark.parametrize(
    "text",
    [
        f"`{TABLE}`",
        f"``x ` {TABLE}`` and `{END}`",
        f"a line `of\n{TABLE[:10]} {TABLE}` prose",
        f"```md\n{TABLE}\n{END}\n```",
        f"~~~~\n{TABLE}\n~~~\n{END}\n~~~~",
        f"- item\n\n  ```\n  {TABLE}\n  ```",
        f"> ```\n> {TABLE}\n> ```",
        f"    {TABLE}",
        f"- item\n\n      {TABLE}",
        f"```\n{TABLE}",
        f"<!-- kept for later:\n{TABLE}\n",
        f"<!-- {TABLE}",
        f"\\{TABLE}",
        "<!-- journeymap -->",
        "<!-- journeymap-table shop -->",
        "<!--> journeymap:table shop stages -->",
        "<!-- about journeymap:table shop stages -->",
        "journeymap:table shop stages",
        "",
    ],
)
def test_an_example_of_a_marker_is_no_marker(text: str) -> None:
    """In a fence, in indented code, in backticks or in another comment it is a text like any other."""
    assert found_in(text) == []
    assert injected(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        f"{TABLE}\n{END}",
        f"   {TABLE}\n   {END}\n",
        "<!--journeymap:table shop stages-->\n<!--journeymap:end-->",
        "<!--\tjourneymap: table\n  shop\n  stages\n-->\n<!-- journeymap:end\n-->",
        f"prose\n{TABLE}\n{END}\nprose",
        f"<!-- a note\nof two lines -->\n{TABLE}\n<!-- another --><!---->\n{END}",
        f"# Heading\n{TABLE}  \n{END}\t\n",
        f"a ` stray backtick\n\n{TABLE}\n{END}\n\nand ` another",
        f"a \\` stray backtick\n{TABLE}\n{END} \nand ` another",
        f"<div>\n\n{TABLE}\n{END}\n\n</div>",
        f"<details>\n<summary>x</summary>\n\n{TABLE}\n{END}\n</details>",
        f"- item\n  {TABLE}\n  {END}",
        f"> {TABLE}\n> {END}",
        f"> > {TABLE}\n{END}",
        f"| a |\n| - |\n| b |\n{TABLE}\n| old |\n{END}",
        f"```\ncode\n```\n{TABLE}\n```\nold code\n```\n{END}",
        f"---\ntitle: front matter\n---\n{TABLE}\n{END}",
    ],
)
def test_a_marker_on_a_line_of_its_own_is_found(text: str) -> None:
    """Whatever stands around it, indented or quoted, with blanks behind it or over several lines."""
    assert found_in(text) == ["table"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TABLE}\n{END}", f"{TABLE}\n\n{ROWS}\n\n{END}"),
        (f"{TABLE}\nold\n\n\n{END}\n", f"{TABLE}\n\n{ROWS}\n\n{END}\n"),
        (
            f"- item\n\n\t{TABLE}\n\t{END}\n",
            f"- item\n\n\t{TABLE}\n\n" + "".join(f"\t{row}\n" for row in ROWS.split("\n")) + f"\n\t{END}\n",
        ),
        (
            f"> {TABLE}\r\n> {END}",
            f"> {TABLE}\r\n>\r\n" + "".join(f"> {row}\r\n" for row in ROWS.split("\n")) + f">\r\n> {END}",
        ),
        (f"a\r{TABLE}\r{END}\r", f"a\r{TABLE}\r\r" + ROWS.replace("\n", "\r") + f"\r\r{END}\r"),
        (
            f"unix\n{TABLE}\r\nold\n{END}\n",
            f"unix\n{TABLE}\r\n\r\n" + ROWS.replace("\n", "\r\n") + f"\r\n\r\n{END}\n",
        ),
    ],
)
def test_a_block_takes_the_margin_and_the_line_break_of_its_marker(text: str, expected: str) -> None:
    """What is put in is indented, quoted and broken into lines as the marker above it is."""
    assert injected(text).text == expected
    assert injected(expected).text == expected


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (TABLE, [("unclosed-marker", 1)]),
        (f"{TABLE}\n```\n{END}", [("unclosed-marker", 1)]),
        (END, [("unopened-marker", 1)]),
        (f"{block('table shop stages')}\n{END}", [("unopened-marker", 3)]),
        (f"{TABLE}\n{TABLE}\n{END}", [("nested-marker", 2)]),
        (f"{TABLE}\n{TABLE}\n{END}\n{END}", [("nested-marker", 2), ("unopened-marker", 4)]),
        (f"x {TABLE}\n{END}", [("crowded-marker", 1), ("unopened-marker", 2)]),
        (f"- {TABLE}\n\n  {END}", [("crowded-marker", 1), ("unopened-marker", 3)]),
        (f"{TABLE} x\n{END}", [("crowded-marker", 1), ("unopened-marker", 2)]),
        (f"<div>\n{TABLE}\n{END}\n</div>", [("crowded-marker", 2), ("crowded-marker", 3)]),
        (f"prose\n      {TABLE}\n\n{END}", [("crowded-marker", 2), ("unopened-marker", 4)]),
        (f"- x\n\n  {TABLE}\nold\n  {END}\n     ```\n  {TABLE}\n  {END}", [("crowded-marker", 7)]),
        (f"{TABLE}{END}", [("crowded-marker", 1), ("crowded-marker", 1)]),
        (f"{begin('tabel shop')}\n{END}", [("unknown-marker", 1)]),
        (f"{begin('')}\n{END}", [("malformed-marker", 1)]),
        (f"{TABLE}\n<!-- journeymap:end of it -->", [("malformed-marker", 2)]),
    ],
)
def test_a_fault_leaves_the_page_as_it_is(text: str, rules: list[tuple[str, int]]) -> None:
    """Every marker that cannot be followed is a finding at its line, and the text does not change."""
    assert rules_of(injected(text)) == rules
    assert injected(text).text == text


def test_what_would_change_the_markers_is_not_put_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should a writer ever let a marker through, that is a finding at its block, and the page stays."""
    from journeymap.injecting import pages
    from journeymap.injecting.filling import Filling, fill

    def leak(wish: Wish, target: Target, *, engine: str) -> Filling:
        is_second = wish.kind.text == "tables"
        return Filling(f"{END}\n{TABLE}\n") if is_second else fill(wish, target, engine=engine)

    monkeypatch.setattr(pages, "fill", leak)
    text = f"{block('table shop stages')}\n\n{block('tables shop')}\n"
    assert rules_of(injected(text)) == [("crowded-marker", 4)]
    assert injected(text).text == text


def test_a_journey_without_rows_has_no_tables() -> None:
    """Where all tables are asked for and there is none, the page is not emptied in silence."""
    (found,) = injected(block("tables shop"), portfolio_of(Journey("shop", "A shop"))).diagnostics
    assert (found.rule, found.message) == ("unfillable-marker", "the journey has nothing to put into tables")


@pytest.mark.parametrize(
    "piece",
    [
        "<!-- ",
        "x <!-- ",
        "` <!-- --> ``",
        "<!-- journeymap: -->\n",
        "> ",
        "- ",
        "`",
        "<div>\n",
        "\\",
        "<!-->",
    ],
)
def test_a_hostile_page_takes_no_longer_than_its_length(piece: str) -> None:
    """Thousands of openings without an end are looked at once each; a quadratic search would take minutes."""
    find_blocks(SourceFile("page.md", piece * (100_000 // len(piece))))
    runs = " ".join("`" * length for length in range(1, 600))
    find_blocks(SourceFile("page.md", f"x {runs}"))


def test_a_page_of_one_portfolio_names_its_journeys() -> None:
    """Where the journeys are given and not looked for, faults are worded the same."""
    (found,) = injected(block("table shops stages")).diagnostics
    assert found.help == ("did you mean `shop`?",)
    assert injected(block("heatmap to=all.svg")).pictures[0].path == "docs/all.svg"


def test_a_misspelt_end_ends_the_block() -> None:
    """Where an end is meant, its spelling is the one fault, and the markers below are read as ever."""
    text = f"{TABLE}\n<!-- journeymap:ende -->\n\n{block('table shop touchpoints')}\n"
    blocks, faults = find_blocks(SourceFile("page.md", text))

    assert [each.wish.words[1].text for each in blocks] == ["touchpoints"]
    assert [(fault.rule, fault.help) for fault in faults] == [("unknown-marker", ("did you mean `end`?",))]


def test_a_diagram_brings_no_list_of_what_it_lacks() -> None:
    """A Mermaid block changes with what it shows only: of its remarks the origin stays."""
    lines = injected(block("mermaid shop")).text.splitlines()

    assert [line for line in lines if line.startswith("%%")] == [
        "%% Made by journeymap from the journey shop. Edit the journey, not this text."
    ]


@pytest.mark.parametrize(
    "written",
    [
        "jouneymap:table",
        "journeymaps:table",
        "journey-map:table",
        "journey map:table",
        "JourneyMap:Table",
        "journeymap : tabel",
        "journeymap table",
    ],
)
def test_a_misspelt_marker_is_said_once_and_where_it_stands(written: str) -> None:
    """Nobody waits for a table that never comes: the finding covers what is wrong, and says what is meant."""
    source = SourceFile("page.md", f"# Shop\n\n<!-- {written} shop stages -->\n{END}\n")
    _, (fault,) = find_blocks(source)

    assert may_hold_marker(source.text.encode())
    assert fault.rule == "unknown-marker"
    assert source.text[fault.primary.start.offset : fault.primary.end.offset] == written
    assert fault.help == ("did you mean `journeymap:table`?",)


def test_a_misspelt_end_ends_its_block() -> None:
    """One mistake is one finding: the marker above it is not called open."""
    _, faults = find_blocks(SourceFile("page.md", f"{TABLE}\n<!-- jouneymap:end -->\n"))
    _, others = find_blocks(SourceFile("page.md", f"{TABLE}\n<!-- journeymap end -->\n"))

    assert [fault.help for fault in (*faults, *others)] == [("did you mean `journeymap:end`?",)] * 2


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- journeymap notes: look at the shop -->",
        "<!-- journeymap map of the shop is below -->",
        "<!-- journeymap end of the shop -->",
        "<!-- journeymaps: what we learned -->",
        "<!-- journeymaps: -->",
        "<!-- markdownlint:table shop stages -->",
        "<!-- prettier-ignore -->",
        "<!-- jouneymap:table shop stages",
        "`<!-- jouneymap:table shop stages -->`",
        "```\n<!-- jouneymap:table shop stages -->\n```",
    ],
)
def test_remarks_are_no_misspelt_markers(comment: str) -> None:
    """Whatever is no marker but for a slip of the pen is left alone, and so are examples."""
    assert find_blocks(SourceFile("page.md", comment)) == ((), ())
