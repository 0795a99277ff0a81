"""Maps and pictures on paper, read back: what is said, how large, in which order, for whom."""

import os
import re
import time
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from journeymap.model import Journey, Kpi, Metric, Pain, Stage, Touchpoint
from journeymap.rendering.canvas import Canvas
from journeymap.rendering.charts.curve import draw_emotion_curve
from journeymap.rendering.documents import typesetting
from journeymap.rendering.documents.pages import write_map_pdf, write_picture_pdf
from journeymap.rendering.documents.pictures import lay_out_picture
from journeymap.rendering.documents.sheet_texts import Desk
from journeymap.rendering.documents.sheets import PAPERS, lay_out_table
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.flow.picture import draw_flow
from journeymap.rendering.geometry import Box
from journeymap.rendering.map.journey_map import JourneyMap, draw_map
from journeymap.rendering.map.views import choose_plan
from journeymap.rendering.requests import Request
from journeymap.themes.theme import LIGHT
from tests.model.samples import portfolio_of
from tests.rendering.documents.fonts_here import needs_families
from tests.rendering.documents.reading import (
    Letter,
    alternatives_of,
    bare,
    catalog_of,
    letters_of,
    open_pdf,
    page_texts,
    tags_of,
)
from tests.rendering.samples import SAMPLES, Sample

MILLIMETRE = 72 / 25.4
FAMILIES = {
    "arabic": "Noto Sans Arabic",
    "japanese": "Noto Sans CJK JP",
    "emoji": "Noto Color Emoji",
}


def load(name: str) -> Sample:
    """Return a sample whose fonts are installed."""
    if name in FAMILIES:
        needs_families(FAMILIES[name])
    return SAMPLES[name]()


def write(sample: Sample, **wishes: str) -> bytes:
    """Return the map of a sample on paper."""
    return write_map_pdf(Request(sample.portfolio, sample.journey, **wishes))  # type: ignore[arg-type]


def drawn(sample: Sample, view: str = "") -> JourneyMap:
    """Return the values of a sample's map."""
    plan = choose_plan(sample.portfolio, sample.journey, view=view)
    lang = sample.journey.lang or sample.portfolio.workspace.lang
    return draw_map(sample.portfolio, sample.journey, lang=lang, plan=plan)


def texts_of(shown: JourneyMap) -> list[str]:
    """Return every text that a map has to show."""
    cells = [entry for lane in shown.lanes for cell in lane.cells for entry in cell]
    feelings = [feeling for line in shown.lines for feeling in line.feelings if feeling]
    titles = [column.touchpoint.title for column in shown.columns if column.touchpoint]
    stages = [span.stage.title for span in shown.stages]
    texts = [text for entry in cells for text in (entry.text, entry.by, entry.detail)]
    return [text for text in (*texts, *(f.words for f in feelings), *titles, *stages) if text]


def first_stages(sample: Sample, *widths: int) -> Sample:
    """Return a sample with as many touchpoints in its first stages."""
    stages = tuple(
        stage._replace(touchpoints=stage.touchpoints[:width])
        for stage, width in zip(sample.journey.stages, widths, strict=False)
    )
    return sample._replace(journey=sample.journey._replace(stages=stages))


@pytest.mark.parametrize(
    "name", ["retailer", "overlay", "blueprint", "sixty", "three-personas", "japanese", "german", "tiny"]
)
def test_every_text_of_the_map_stands_on_the_pages(name: str) -> None:
    """What the map says can be found, copied and read aloud, letter by letter."""
    sample = load(name)

    everything = "\n".join(page_texts(write(sample)))

    assert [text for text in texts_of(drawn(sample)) if bare(text) not in everything] == []


@pytest.mark.parametrize("name", ["arabic", "emoji"])
def test_every_word_of_other_scripts_stands_on_the_pages(name: str) -> None:
    """Words that are read from the right, and emoji; readers put them in different orders."""
    sample = load(name)
    found = set(unicodedata.normalize("NFKC", "".join(page_texts(write(sample)))))

    wanted = set(unicodedata.normalize("NFKC", "".join(map(bare, texts_of(drawn(sample))))))

    assert {letter for letter in wanted - found if unicodedata.category(letter) not in {"Mn", "Cf"}} == set()


@pytest.mark.parametrize("name", sorted(SAMPLES))
@pytest.mark.parametrize("paper", ["a3", "a4"])
def test_no_letter_is_too_small_or_leaves_the_page(name: str, paper: str) -> None:
    """Seven points is the floor, on every paper, and everything stays within the margins."""
    sheet = PAPERS[paper]
    width, height = sheet.width * MILLIMETRE, sheet.height * MILLIMETRE
    letters = [letter for _, letter in letters_of(write(load(name), paper=paper))]

    assert len(letters) > 20
    assert min(letter.size for letter in letters) >= 6.999
    assert min(letter.left for letter in letters) >= 0
    assert max(letter.right for letter in letters) <= width
    assert min(letter.bottom for letter in letters) >= 0
    assert max(letter.top for letter in letters) <= height


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_pages_lie_on_their_side_in_the_size_of_the_paper(paper: str) -> None:
    """Every page has the size that was asked for."""
    sheet = PAPERS[paper]

    boxes = [page.mediabox for page in open_pdf(write(load("blueprint"), paper=paper)).pages]

    assert boxes
    for box in boxes:
        assert float(box.width) == pytest.approx(sheet.width * MILLIMETRE, abs=0.1)
        assert float(box.height) == pytest.approx(sheet.height * MILLIMETRE, abs=0.1)


def test_a_paper_that_is_not_there_is_named() -> None:
    """Whoever asks for another paper learns which there are."""
    with pytest.raises(RenderingError, match="there is no paper `a9`") as refused:
        write(load("tiny"), paper="a9")
    assert refused.value.help == "the papers are a3, a4, tabloid, letter"


@pytest.mark.parametrize(("name", "lang"), [("retailer", "en"), ("arabic", "ar"), ("german", "de")])
def test_pages_are_tagged_for_assistive_technology(name: str, lang: str) -> None:
    """PDF/UA-1: a title that is shown, a language, headings and a table with header cells."""
    sample = load(name)
    content = write(sample)
    reader = open_pdf(content)
    root = catalog_of(content)
    tags = tags_of(content)

    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/Lang"] == lang
    assert reader.metadata is not None
    assert reader.metadata.title == sample.journey.title
    assert tags[:2] == ["Document", "H1"] or "H1" in tags[:4]
    assert tags.count("H1") == 1
    assert {"H2", "Table", "THead", "TH", "TR", "TD"} <= set(tags)
    columns = len(drawn(sample).columns)
    assert tags.count("TH") >= columns + len(sample.journey.stages)


def test_moments_of_truth_are_said_where_they_are_drawn() -> None:
    """The sign at a touchpoint has its meaning in words; decoration has none and is left out."""
    sample = load("retailer")
    moments = sum(touchpoint.moment_of_truth for touchpoint in sample.journey.touchpoints())

    assert moments
    assert Counter(alternatives_of(write(sample, view="blueprint")))["Moment of truth"] == moments
    assert set(alternatives_of(write(sample, view="blueprint"))) == {"Moment of truth"}


def test_who_feels_what_is_said_beside_each_feeling() -> None:
    """Where several people share a plot, each feeling has the shape of a line before it, with a name."""
    sample = load("three-personas")
    feelings = [feeling for line in drawn(sample).lines for feeling in line.feelings if feeling]

    said = Counter(alternatives_of(write(sample)))

    assert said.pop("Moment of truth") > 0
    assert set(said) == {line.title for line in drawn(sample).lines}
    assert said.total() == len(feelings)


def test_fonts_are_within_the_file() -> None:
    """A page looks the same on a machine that has none of the fonts."""
    fonts: dict[str, Any] = {}
    pages: list[Any] = list(open_pdf(write(load("blueprint"))).pages)
    for page in pages:
        for font in page["/Resources"]["/Font"].values():
            found = font.get_object()
            kid = found["/DescendantFonts"][0].get_object() if "/DescendantFonts" in found else found
            fonts[found["/BaseFont"]] = kid

    assert fonts
    for name, font in fonts.items():
        assert {"/FontFile2", "/FontFile3"} & set(font["/FontDescriptor"]), name


def test_fourteen_touchpoints_are_one_page_and_fifteen_are_two() -> None:
    """A wall has room for one sheet; what is more is divided between stages, and evenly."""
    sixty = load("sixty")
    fourteen, fifteen = first_stages(sixty, 5, 5, 4), first_stages(sixty, 5, 5, 5)

    assert _titles_on(page_texts(write(fourteen))[0], fourteen) == 14
    assert [_titles_on(page, fifteen) for page in page_texts(write(fifteen))][:2] == [10, 5]


def test_sixty_touchpoints_have_a_page_for_each_stage_with_its_headers() -> None:
    """Each page can hang alone: it repeats the titles of the lanes, and says which stage it is."""
    sample = load("sixty")
    pages = page_texts(write(sample))

    assert len(pages) == 7
    for number, stage in enumerate(sample.journey.stages, start=1):
        page = pages[number - 1]
        assert _titles_on(page, sample) == 10
        assert f"{number}{bare(stage.title)}" in page
        assert "Action" in page
        assert "Channel" in page
        assert f"{number}/7" in page
    assert "Pain" in pages[6]


def _titles_on(page: str, sample: Sample) -> int:
    titles = [bare(touchpoint.title) for touchpoint in sample.journey.touchpoints()]
    heads = page.partition("Touchpoint")[2]
    return sum(re.search(rf"{re.escape(title)}(?!\d)", heads) is not None for title in titles)


def test_a_stage_that_no_page_holds_goes_on_over_the_next_with_its_headers() -> None:
    """On small paper many lanes take two pages; touchpoints are named on both."""
    sample = load("retailer")
    pages = page_texts(write(sample, paper="a4"))

    with_checkout = [page for page in pages if "Reminderofthebasket" in page and "Orderconfirmation" in page]

    assert len(with_checkout) == 2
    assert "Steering" in with_checkout[1]
    assert "Steering" not in with_checkout[0]


@pytest.mark.parametrize("text", [5_000, 40_000])
def test_a_text_longer_than_a_page_is_divided_and_not_cut(text: int) -> None:
    """Whatever somebody writes into a cell, its last word is on paper."""
    sample = load("tiny")
    stage = sample.journey.stages[0]
    long = f"{'word ' * (text // 5)}lastword"
    touchpoint = stage.touchpoints[0]._replace(pains=(Pain(text=long, id="much"),))
    journey = sample.journey._replace(stages=(stage._replace(touchpoints=(touchpoint,)),))

    everything = "".join(page_texts(write(sample._replace(journey=journey), paper="a4")))

    assert everything.count("lastword") == 2, "once in the map, once in the table behind it"


def test_words_without_a_place_to_divide_stay_in_their_column() -> None:
    """Two hundred letters in a row break between any two of them, and none is lost."""
    sample = first_stages(load("sixty"), 7, 7)
    stage = sample.journey.stages[0]
    word = "".join(chr(97 + index % 26) for index in range(200))
    touchpoint = stage.touchpoints[0]._replace(action=word)
    stages = (stage._replace(touchpoints=(touchpoint, *stage.touchpoints[1:])), sample.journey.stages[1])
    content = write(sample._replace(journey=sample.journey._replace(stages=stages)))

    assert word in page_texts(content)[0]


def test_views_and_lanes_choose_what_is_on_paper() -> None:
    """A service blueprint has its lines and no feelings; a summary has a column for each stage."""
    sample = load("blueprint")

    blueprint = page_texts(write(sample, view="blueprint"))[0]
    summary = page_texts(write(sample, view="summary"))[0]

    assert "Lineofvisibility" in blueprint
    assert "Feeling" not in blueprint
    assert "veryn" not in blueprint
    assert "Feeling" in summary
    assert "Breakfast" not in summary.partition("1Arrival")[2]


def test_what_the_map_sums_up_follows_it() -> None:
    """Pains, opportunities and KPIs stand in tables behind the map."""
    pages = page_texts(write(load("retailer")))
    last = max(number for number, page in enumerate(pages) if "Action" in page and "Thinking" in page)
    map_itself, behind = "".join(pages[: last + 1]), "".join(pages[last + 1 :])

    for title in (
        "PainTouchpointSeverity",
        "OpportunityPainsScoreEffort",
        "KPIMeasuredonBaseline",
        "Whatthemaprestson",
    ):
        assert title in behind
        assert title not in map_itself


def test_a_map_of_one_page_shares_it_with_what_it_sums_up() -> None:
    """Nobody wants a second sheet for three lines where the first one has room."""
    pages = page_texts(write(load("blueprint")))

    assert len(pages) == 1
    assert "PainTouchpointSeverity" in pages[0]
    assert "KPIMeasuredonBaseline" in pages[0]


def test_only_what_was_measured_has_a_bar() -> None:
    """A KPI that nobody has measured has not come a way of zero: its way is not drawn at all."""
    touchpoint = Touchpoint(
        "t",
        "Pay",
        kpis=(Kpi("csat", "a", 3.1, 4.2, actual=3.6), Kpi("csat", "b", 3.1, 4.2), Kpi("csat", "c", actual=3)),
    )
    journey = Journey("j", "J", (Stage("s", "S", touchpoints=(touchpoint,)),))
    portfolio = portfolio_of(journey, metrics=[Metric("csat", "Satisfaction")])
    plan = choose_plan(portfolio, journey)
    table = lay_out_table(Desk(LIGHT, "en"), draw_map(portfolio, journey, lang="en", plan=plan))

    entries = [
        entry
        for zone in table["zones"]
        for lane in zone["lanes"]
        for cell in lane.get("cells", ())
        for entry in cell
    ]
    said = {entry["note"]: entry.get("bar") for entry in entries if "note" in entry}

    assert said.pop("3.1\xa0→\xa04.2 · Actual 3.6") == {"done": 0.4545, "colour": "accent"}
    assert len(said) == 2
    assert set(said.values()) == {None}


def test_every_sign_of_a_page_has_its_meaning_below_the_map() -> None:
    """The line of today and the way of a KPI are explained where they are drawn, and only there."""
    future, current = page_texts(write(load("overlay")))[0], page_texts(write(load("retailer")))[0]
    touchpoint = Touchpoint("t", "Pay", kpis=(Kpi("csat", "a", 3.1, 4.2, actual=3.6),))
    journey = Journey("j", "J", (Stage("s", "S", touchpoints=(touchpoint,)),))
    measured = Sample(portfolio_of(journey, metrics=[Metric("csat", "Satisfaction")]), journey)

    assert "Asitistoday" in future
    assert "Asitistoday" not in current
    assert "Frombaselinetotarget" in page_texts(write(measured))[0]
    assert "Frombaselinetotarget" not in current


def test_a_line_of_the_blueprint_never_ends_a_page() -> None:
    """What a line divides off stands below it, also where the page ends between them."""
    pages = page_texts(write(load("retailer"), paper="a4"))

    for page in pages:
        for line, lane in (("Lineofvisibility", "Backstage"), ("Lineofinternalinteraction", "Support")):
            if line in page:
                assert lane in page.partition(line)[2]


def test_tables_that_fit_a_page_are_not_divided() -> None:
    """A table behind the map begins on the page where it ends."""
    pages = page_texts(write(load("retailer"), paper="a4"))

    for head in ("PainTouchpointSeverity", "OpportunityPainsScoreEffort", "KPIMeasuredonBaseline"):
        assert sum(head in page for page in pages) == 1


def test_every_page_of_a_map_says_what_it_belongs_to() -> None:
    """Pages that lie apart name the journey, who makes it, and when it was reviewed."""
    sample = load("sixty")
    for paper in ("a3", "a4"):
        pages = page_texts(write(sample, paper=paper))
        for number, page in enumerate(pages[: len(sample.journey.stages)], start=1):
            assert bare(sample.journey.title) in page.partition("Touchpoint")[0]
            assert "First-timemover".replace("-", "") in page
            assert "Reviewed:1July2026" in page
            assert f"{number}/{len(pages)}" in page


def test_hostile_texts_are_never_markup() -> None:
    """What would be a command of the typesetter is shown as it was written."""
    sample = load("tiny")
    evil = '#import "x": * #sys.inputs $ x^2 $ *strong* _em_ @ref <label> \\ `raw` // c /* d */ -- ~ = h'
    stage = sample.journey.stages[0]
    touchpoint = stage.touchpoints[0]._replace(title=f"{evil} 1", action=f"{evil} 2")
    journey = sample.journey._replace(
        title=f"{evil} 3",
        goal=f"{evil} 4",
        stages=(stage._replace(title=f"{evil} 5", touchpoints=(touchpoint,)),),
    )
    content = write(sample._replace(journey=journey))

    everything = "".join(page_texts(content))

    assert [number for number in range(1, 6) if bare(f"{evil} {number}") not in everything] == []


def test_a_journey_without_anything_to_show_is_a_page_all_the_same() -> None:
    """A view that no touchpoint meets leaves the title."""
    sample = load("tiny")
    content = write(sample._replace(journey=sample.journey._replace(stages=())))

    assert sample.journey.title in page_texts(content)[0]


def test_pages_are_dark_when_that_is_asked_for() -> None:
    """Paper is light by itself; a screen may want it dark."""
    sample = load("tiny")

    assert write(sample, theme="auto") == write(sample, theme="light") != write(sample, theme="dark")


@pytest.mark.parametrize("name", ["retailer", "emoji"])
def test_the_same_journey_gives_the_same_bytes(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the clock, the time zone nor the folder changes a byte."""
    sample = load(name)
    first = write(sample)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        second = write(sample)
    finally:
        monkeypatch.undo()
        time.tzset()

    assert first == second
    assert os.fsencode(Path.cwd()) not in first


def test_a_picture_is_one_page_of_text_and_shapes() -> None:
    """The flow has the size of its drawing, its description for those who do not see it, and its texts."""
    sample = load("retailer")
    drawing = draw_flow(sample.portfolio, sample.journey, theme=LIGHT)
    content = write_picture_pdf(drawing)
    reader = open_pdf(content)
    page = reader.pages[0]

    assert len(reader.pages) == 1
    assert float(page.mediabox.width) == pytest.approx(drawing.width * 0.75, abs=0.1)
    assert float(page.mediabox.height) == pytest.approx(drawing.height * 0.75, abs=0.1)
    assert catalog_of(content)["/Lang"] == "en"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert alternatives_of(content)[0].startswith(f"{sample.journey.title}")
    text = page_texts(content)[0]
    wanted = [line for box in drawing.texts for line in box.lines]
    assert [line for line in wanted if bare(line) not in text] == []


def test_the_texts_of_a_picture_stand_where_they_were_drawn() -> None:
    """Letters are inside the boxes that the drawing gave them, in both directions of reading."""
    for name in ("three-personas", "arabic"):
        sample = load(name)
        drawing = draw_emotion_curve(sample.portfolio, sample.journey, theme=LIGHT, personas=())
        letters = [letter for _, letter in letters_of(write_picture_pdf(drawing))]
        boxes = [text.box for text in drawing.texts]
        if name == "arabic":
            boxes = [Box(drawing.width - box.right, box.y, box.width, box.height) for box in boxes]

        outside = [
            letter for letter in letters if not any(_holds(box, letter, drawing.height) for box in boxes)
        ]

        assert letters
        assert outside == []


def _holds(box: Box, letter: Letter, height: float) -> bool:
    x = (letter.left + letter.right) / 2 / 0.75
    y = height - (letter.bottom + letter.top) / 2 / 0.75
    return box.x - 2 <= x <= box.right + 2 and box.y - 4 <= y <= box.bottom + 4


def test_links_of_a_picture_lead_out_of_its_page() -> None:
    """A text inside a link is one; addresses within a site mean nothing on paper."""
    canvas = Canvas(200)
    for row, url in enumerate(("https://example.com/a", "#step", "../other.html")):
        canvas.open_link(url)
        canvas.write_text(["Somewhere"], (10, 20 + 20 * row), 12)
        canvas.close_link()
    drawing = canvas.finish(
        80, name="x", title="Links", about="", lang="en", role="img", background="#ffffff"
    )

    page: Any = open_pdf(write_picture_pdf(drawing)).pages[0]

    targets = [note.get_object()["/A"]["/URI"] for note in page["/Annots"]]
    assert targets == ["https://example.com/a"]


def test_an_endless_drawing_is_scaled_to_the_largest_page() -> None:
    """No PDF page is longer than 14,400 points."""
    canvas = Canvas(40_000)
    canvas.write_text(["Far"], (10, 20), 12)
    drawing = canvas.finish(100, name="x", title="Far", about="", lang="en", role="img", background="#ffffff")

    assert float(open_pdf(write_picture_pdf(drawing)).pages[0].mediabox.width) <= 14_400


def test_a_letter_that_slips_through_stops_the_page() -> None:
    """PDF/UA refuses an empty box, whatever fonts were thought to have the letter."""
    drawing = Canvas(100)
    drawing.write_text(["x"], (10, 20), 12)
    finished = drawing.finish(40, name="x", title="X", about="", lang="en", role="img", background="#ffffff")
    data = lay_out_picture(finished)
    data["texts"][0]["lines"] = ["\U000105c0"]

    with pytest.raises(RenderingError, match="could not be displayed") as refused:
        typesetting.typeset_pdf("picture", data)
    assert "install fonts" in refused.value.help


def test_without_the_typesetter_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever lacks Typst learns how to get it."""
    sample = load("tiny")
    typesetting._fonts.cache_clear()
    typesetting.installed_faces.cache_clear()
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    try:
        with pytest.raises(RenderingError, match="needs typst, which is not installed") as refused:
            write(sample)
    finally:
        monkeypatch.undo()
        typesetting._fonts.cache_clear()
    assert "journeymap[export]" in refused.value.help
