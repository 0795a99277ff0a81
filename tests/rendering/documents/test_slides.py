"""Slides: what python-pptx reads back is what the model says, in its place, and nothing runs over an edge."""

import io
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Emu, Pt

from journeymap.model import (
    Action,
    Emotion,
    Journey,
    Kpi,
    Metric,
    Opportunity,
    Pain,
    Portfolio,
    Stage,
    Touchpoint,
)
from journeymap.rendering.documents.deck.grid import Cell, Grid, Row, row_height, split_grid
from journeymap.rendering.documents.deck.look import HEIGHT, SMALLEST, WIDTH, Look
from journeymap.rendering.documents.deck.writing import (
    Paragraph,
    Run,
    cut_lines,
    height_of,
    lines_of,
    say,
    shorten,
)
from journeymap.rendering.documents.slides import write_deck
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.metrics import one_line, wrap
from journeymap.rendering.requests import Request
from journeymap.rendering.templating import translate
from journeymap.themes.theme import DARK, LIGHT
from tests.model.samples import portfolio_of
from tests.rendering.hostile_strings import HOSTILE_STRINGS
from tests.rendering.samples import SAMPLES, Sample

EVERY = sorted(SAMPLES)
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


@cache
def deck_of(name: str, theme: str = "light") -> bytes:
    """Return the deck of a sample."""
    sample = SAMPLES[name]()
    return write_deck(Request(sample.portfolio, sample.journey, theme=theme))


def open_deck(content: bytes) -> Any:
    """Return a deck as python-pptx reads it."""
    return Presentation(io.BytesIO(content))


def slides_of(deck: Any) -> list[Any]:
    return list(deck.slides)


def title_of(slide: Any) -> str:
    return str(slide.shapes.title.text_frame.text)


def table_of(slide: Any) -> list[list[str]]:
    """Return the cells of a slide's table."""
    tables = [shape.table for shape in slide.shapes if shape.has_table]
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def stage_slides(deck: Any, stage: Stage, number: int) -> list[Any]:
    """Return the slides of a stage, which begin with its number."""
    start = f"{number}\N{EN SPACE}{one_line(stage.title)}"
    return [slide for slide in deck.slides if title_of(slide).startswith(start)]


def every_shape(shapes: Any) -> Iterator[Any]:
    """Yield shapes with those in groups."""
    for shape in shapes:
        yield shape
        if hasattr(shape, "shapes"):
            yield from every_shape(shape.shapes)


@pytest.mark.parametrize("name", EVERY)
def test_each_stage_has_its_slides_in_order(name: str) -> None:
    """A deck is the cover, the whole journey, the stages in order, then opportunities and KPIs, if any."""
    journey = SAMPLES[name]().journey
    deck = open_deck(deck_of(name))
    titles = [title_of(slide) for slide in deck.slides]
    staged = [
        slide.slide_id
        for number, stage in enumerate(journey.stages, 1)
        for slide in stage_slides(deck, stage, number)
    ]
    rest = titles[2 + len(staged) :]

    assert titles[0] == one_line(journey.title)
    assert staged == [slide.slide_id for slide in slides_of(deck)[2 : 2 + len(staged)]]
    assert len(staged) >= len(journey.stages)
    chances, kpis = (translate(word, lang=journey.lang) for word in ("Opportunities", "KPIs"))
    assert bool(journey.opportunities) == any(title.startswith(chances) for title in rest)
    assert {title.split(" (")[0] for title in rest} <= {chances, kpis, f"{chances} · {kpis}"}


@pytest.mark.parametrize("name", EVERY)
def test_slides_stand_in_sections(name: str) -> None:
    """Every slide stands in one section: the whole journey, each stage under its number, then the lists."""
    journey = SAMPLES[name]().journey
    deck = open_deck(deck_of(name))
    sections = [
        (section.get("name"), [int(slide.get("id")) for slide in section.iter(f"{P14}sldId")])
        for section in deck.element.iter(f"{P14}section")
    ]
    names = [name for name, _ in sections]
    stages = [f"{number} {one_line(stage.title)}" for number, stage in enumerate(journey.stages, 1)]
    ids = [section.get("id") for section in deck.element.iter(f"{P14}section")]

    assert names[0] == translate("The whole journey", lang=journey.lang)
    assert names[1 : 1 + len(stages)] == stages
    assert [id for _, slides in sections for id in slides] == [slide.slide_id for slide in deck.slides]
    assert len(sections[0][1]) == 2
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", ["blueprint", "three-personas", "japanese"])
def test_a_stage_of_usual_size_is_one_slide(name: str) -> None:
    """A low curve is better than a second slide."""
    journey = SAMPLES[name]().journey
    deck = open_deck(deck_of(name))

    for number, stage in enumerate(journey.stages, 1):
        assert len(stage_slides(deck, stage, number)) == 1


def test_the_curve_takes_what_the_table_leaves() -> None:
    """Where a stage says little its curve is tall; the curves of one stage have the same height."""
    journey = SAMPLES["sixty"]().journey
    deck = open_deck(deck_of("sixty"))

    for number, stage in enumerate(journey.stages, 1):
        slides = stage_slides(deck, stage, number)
        strips = {shape.height for slide in slides for shape in slide.shapes if shape.name == "Emotion curve"}
        assert len(slides) == 2
        assert len(strips) == 1
        assert min(strips) > Pt(140)


@pytest.mark.parametrize("name", EVERY)
def test_a_stage_says_what_the_model_says(name: str) -> None:
    """Titles, actions, feelings, thoughts, channels, pains, gains and KPIs stand in their stage's tables."""
    sample = SAMPLES[name]()
    deck = open_deck(deck_of(name))
    for number, stage in enumerate(sample.journey.stages, 1):
        cells = "\n".join(
            cell for slide in stage_slides(deck, stage, number) for row in table_of(slide) for cell in row
        )
        for text in stage_texts(sample, stage):
            assert one_line(text) in cells, (stage.id, text)


def stage_texts(sample: Sample, stage: Stage) -> Iterator[str]:
    metrics = sample.portfolio.library.metrics
    for touchpoint in stage.touchpoints:
        yield touchpoint.title
        yield touchpoint.action
        yield from (emotion.feeling for emotion in touchpoint.emotions)
        yield from (emotion.quote for emotion in touchpoint.emotions)
        yield from (thought.text for thought in touchpoint.thoughts)
        yield from (pain.text for pain in touchpoint.pains)
        yield from (gain.text for gain in touchpoint.gains)
        yield from (metrics[kpi.metric].title for kpi in touchpoint.kpis if kpi.metric in metrics)
        yield from (item.text for item in touchpoint.blueprint.backstage if item.text != item.system)


def test_touchpoints_stand_in_columns_with_their_feelings() -> None:
    """The column of a touchpoint holds its own feeling, with its score, and no other's."""
    journey = SAMPLES["sixty"]().journey
    deck = open_deck(deck_of("sixty"))
    found: dict[str, str] = {}
    for number, stage in enumerate(journey.stages, 1):
        for slide in stage_slides(deck, stage, number):
            head, *rows = table_of(slide)
            feelings = next(row for row in rows if row[0].startswith("Feeling"))
            found.update(zip((title.removeprefix("◆ ") for title in head[1:]), feelings[1:], strict=True))

    expected = {
        touchpoint.title: f"{touchpoint.emotions[0].score:+g}".replace("-", "−").replace("+0", "0")
        for touchpoint in journey.touchpoints()
    }
    assert {title: text.split()[0] for title, text in found.items()} == {
        title: score.replace("0.5", "+0.5") if score == "0.5" else score for title, score in expected.items()
    }


def test_the_last_slides_hold_opportunities_and_kpis() -> None:
    """Each opportunity has its values, effort, score, state and owner, each KPI its target and day."""
    sample = SAMPLES["retailer"]()
    slides = slides_of(open_deck(deck_of("retailer")))
    opportunities = table_of(next(slide for slide in slides if title_of(slide).startswith("Opportunities")))
    kpis = [row for slide in slides if title_of(slide).startswith("KPIs") for row in table_of(slide)]

    assert opportunities[0] == [
        *("Opportunity", "Pains", "Customer value", "Business value", "Effort", "Score", "Status", "Owner"),
    ]
    assert [row[0] for row in opportunities[1:]] == [one.title for one in sample.journey.opportunities]
    first = sample.journey.opportunities[0]
    assert opportunities[1][2:5] == [str(first.customer_value), str(first.business_value), str(first.effort)]
    assert opportunities[1][5:] == ["4.5", "Planned", "Checkout"]
    assert kpis[0] == ["KPI", "Measured on", "Baseline", "Target", "Unit", "Due", "Owner"]
    clicks = next(row for row in kpis if row[0] == "Clicks from search")
    assert clicks[:5] == ["Clicks from search", "Search results", "3.1", "4", "%"]
    size = next(row for row in kpis if row[0] == "Sure of the size")
    assert size[5] == "31 December 2026"


@pytest.mark.parametrize("name", EVERY)
def test_everything_seen_has_words(name: str) -> None:
    """Each slide has a title, and each table, group and shape a text, a description, or is decoration."""
    for slide in open_deck(deck_of(name)).slides:
        assert title_of(slide).strip()
        for shape in every_shape(slide.shapes):
            described = shape._element.find(f".//{P}cNvPr")
            text = shape.has_text_frame and shape.text_frame.text.strip()
            decoration = described.find(f".//{DECORATIVE}") is not None
            empty = shape.is_placeholder
            assert described.get("descr") or text or decoration or empty, (title_of(slide), shape.name)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", EVERY)
def test_nothing_runs_over_the_edge(name: str, theme: str) -> None:
    """Every shape lies on its slide, also those in groups, and tables are as tall as they say."""
    deck = open_deck(deck_of(name, theme))
    assert (deck.slide_width, deck.slide_height) == (Pt(960), Pt(540))
    for slide in deck.slides:
        for shape in every_shape(slide.shapes):
            assert shape.left >= -1, (title_of(slide), shape.name)
            assert shape.top >= -1, (title_of(slide), shape.name)
            assert shape.left + shape.width <= Pt(960) + 1, (title_of(slide), shape.name)
            assert shape.top + shape.height <= Pt(540) + 1, (title_of(slide), shape.name)
            if shape.has_table:
                assert abs(sum(row.height for row in shape.table.rows) - shape.height) < 200


@pytest.mark.parametrize("name", EVERY)
def test_texts_fit_their_boxes_and_cover_no_other(name: str) -> None:
    """Measured by the widest of the common fonts, each text fits its box, and no two boxes overlap."""
    from journeymap.rendering.documents.deck.slide import SlideCanvas

    drawn: list[SlideCanvas] = []
    made = SlideCanvas.__init__

    def watch(canvas: SlideCanvas, look: Look) -> None:
        made(canvas, look)
        drawn.append(canvas)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SlideCanvas, "__init__", watch)
        sample = SAMPLES[name]()
        write_deck(Request(sample.portfolio, sample.journey))

    assert drawn
    for canvas in drawn:
        for placed in canvas.texts:
            assert placed.height <= placed.box.height + 0.01, placed
            assert min(paragraph.size for paragraph in placed.paragraphs) >= SMALLEST
        boxes = [(placed.box, placed) for placed in canvas.texts]
        for index, (one, first) in enumerate(boxes):
            for other, second in boxes[index + 1 :]:
                apart = (
                    one.right <= other.x + 0.01
                    or other.right <= one.x + 0.01
                    or one.bottom <= other.y + 0.01
                    or other.bottom <= one.y + 0.01
                )
                assert apart, (first, second)


def height_in_file(body: Any, width: float) -> float:
    """Return the height in points of a text in the file, by its sizes, line spacing and widest letters."""
    height = 0.0
    for paragraph in body.iter(f"{A}p"):
        runs = list(paragraph.iter(f"{A}r"))
        properties = paragraph.find(f"{A}pPr")
        if properties is None or not runs:
            continue
        leading, before = (float(each.get("val")) / 100 for each in properties.iter(f"{A}spcPts"))
        text = "".join(run.find(f"{A}t").text or "" for run in runs)
        sizes = [int(run.find(f"{A}rPr").get("sz")) / 100 for run in runs]
        bold = any(run.find(f"{A}rPr").get("b") == "1" for run in runs)
        assert leading >= max(sizes) * 1.2
        height += before + len(wrap(text, width, max(sizes), bold=bold)) * leading
    return height


@pytest.mark.parametrize("name", EVERY)
def test_texts_in_the_file_fit_their_boxes_and_cells(name: str) -> None:
    """Measured again from the file, texts are not taller than their boxes, nor cells than their rows."""
    measured = 0
    for slide in open_deck(deck_of(name)).slides:
        for shape in every_shape(slide.shapes):
            if shape.has_text_frame and not shape.is_placeholder:
                body = shape._element.find(f".//{A}bodyPr")
                inset = (int(body.get("lIns", 0)) + int(body.get("rIns", 0))) / 12_700
                room = shape.width / 12_700 - inset
                measured += 1
                assert height_in_file(shape._element, room + 0.01) <= shape.height / 12_700 + 0.01, (
                    shape.text_frame.text
                )
            if not shape.has_table:
                continue
            widths = [column.width for column in shape.table.columns]
            for row in shape.table.rows:
                for width, cell in zip(widths, row.cells, strict=True):
                    reach = sum(widths) if cell.is_merge_origin else width
                    room = (reach - cell.margin_left - cell.margin_right) / 12_700
                    needed = (
                        height_in_file(cell._tc, room + 0.01)
                        + (cell.margin_top + cell.margin_bottom) / 12_700
                    )
                    measured += 1
                    assert needed <= row.height / 12_700 + 0.01, cell.text

    assert measured > 5


@pytest.mark.parametrize("name", EVERY)
def test_no_text_is_small(name: str) -> None:
    """Every run is of ten points at least, and says in which language it is."""
    language = {"arabic": "ar-SA", "japanese": "ja-JP"}.get(name)
    for slide in open_deck(deck_of(name)).slides:
        for run in slide._element.iter(f"{A}rPr"):
            assert int(run.get("sz", 1000)) >= 1000
            assert run.get("lang")
            assert language in (None, run.get("lang"))


@pytest.mark.parametrize("name", ["retailer", "arabic", "emoji"])
def test_the_same_journey_gives_the_same_bytes(name: str) -> None:
    """A deck says nothing of when and where it was made."""
    sample = SAMPLES[name]()
    again = write_deck(Request(sample.portfolio, sample.journey))

    assert again == deck_of(name)
    with zipfile.ZipFile(io.BytesIO(again)) as packet:
        assert {entry.date_time for entry in packet.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert packet.namelist()[0] == "[Content_Types].xml"
        assert not [name for name in packet.namelist() if "thumbnail" in name or "printer" in name]
        assert b"Steve" not in b"".join(packet.read(name) for name in packet.namelist())


def test_right_to_left_decks_are_mirrored() -> None:
    """Paragraphs and tables of an Arabic deck run from right to left, and its titles begin on the right."""
    deck = open_deck(deck_of("arabic"))
    plain = open_deck(deck_of("german"))
    for slide in deck.slides:
        assert {each.get("rtl") for each in slide._element.iter(f"{A}pPr")} == {"1"}
        assert {each.get("rtl") for each in slide._element.iter(f"{A}tblPr")} <= {"1"}
    assert {each.get("rtl") for slide in plain.slides for each in slide._element.iter(f"{A}pPr")} == {"0"}
    stage, other = slides_of(deck)[2], slides_of(plain)[2]
    assert stage.shapes.title.left > other.shapes.title.left
    scores = [cell for row in table_of(stage) for cell in row if "+1" in cell]
    assert scores
    assert all(cell.startswith("\N{LEFT-TO-RIGHT MARK}+1") for cell in scores)


def test_the_theme_of_the_deck_is_ours() -> None:
    """Colours to pick from and fonts are those of the tokens; a dark deck has its background in them, too."""
    for name, theme in (("light", LIGHT), ("dark", DARK)):
        with zipfile.ZipFile(io.BytesIO(deck_of("japanese", name))) as packet:
            root = ET.fromstring(packet.read("ppt/theme/theme1.xml"))
            master = ET.fromstring(packet.read("ppt/slideMasters/slideMaster1.xml"))
        colours = {
            each.tag.rpartition("}")[2]: each[0].get("val") or ""
            for scheme in root.iter(f"{A}clrScheme")
            for each in scheme
        }
        places = next(master.iter(f"{P}clrMap"))
        assert f"#{colours[places.attrib['bg1']]}".lower() == theme.background
        assert f"#{colours[places.attrib['tx1']]}".lower() == theme.text
        assert f"#{colours['accent1']}".lower() == theme.accent
        assert next(root.iter(f"{A}ea")).get("typeface") == "Yu Gothic"
        assert next(root.iter(f"{A}latin")).get("typeface") == theme.type.face


def test_notes_hold_quotes_evidence_and_sources() -> None:
    """What a speaker wants to know stands in the notes of the stage it belongs to."""
    deck = open_deck(deck_of("retailer"))
    notes = {
        title_of(slide): slide.notes_slide.notes_text_frame.text
        for slide in deck.slides
        if slide.has_notes_slide
    }
    decision = next(text for title, text in notes.items() if "Decision" in title)

    assert "“I nearly gave up, and I wanted those shoes.” (Mira, the deal hunter)" in decision
    assert "Evidence" in decision
    assert "Sources of data: " in decision


@pytest.mark.parametrize("text", HOSTILE_STRINGS)
def test_hostile_texts_are_shown_unchanged(text: str) -> None:
    """Whatever a title, an action, a pain or a goal holds, python-pptx reads it back as it was."""
    portfolio, journey = hostile(text)
    deck = open_deck(write_deck(Request(portfolio, journey)))
    read = [
        "".join(str(each.text) for each in slide._element.iter(f"{A}t") if each.text) for slide in deck.slides
    ]

    assert one_line(text).strip() in read[0]
    assert one_line(text).strip() in read[2]
    assert sum(page.count(one_line(text).strip()) for page in read[2:]) >= 6


def hostile(text: str) -> tuple[Portfolio, Journey]:
    touchpoint = Touchpoint(
        "t",
        text,
        action=text,
        emotions=(Emotion(-1, text, quote=text),),
        pains=(Pain(text, "p", severity="low"),),
    )
    journey = Journey(
        "j",
        text,
        (Stage("s", text, goal=text, touchpoints=(touchpoint,)),),
        goal=text,
        opportunities=(Opportunity(text, "o", addresses=("p",), actions=(Action(text),)),),
    )
    return portfolio_of(journey), journey


def test_a_text_longer_than_a_slide_goes_on_overleaf() -> None:
    """A text of thousands of words is cut between lines; the parts together are the text."""
    words = " ".join(f"word{number}" for number in range(3000))
    touchpoint = Touchpoint("t", "T" * 900, action=words, emotions=(Emotion(1),))
    journey = Journey("j", "J" * 900, (Stage("s", "S" * 900, goal=words, touchpoints=(touchpoint,)),))
    deck = open_deck(write_deck(Request(portfolio_of(journey), journey)))
    actions = [row[1] for slide in deck.slides for row in table_of(slide) if row[0] == "Action"]

    assert len(actions) > 3
    assert "".join(actions) == words
    assert all(title_of(slide).endswith(("…", "journey")) for slide in slides_of(deck))
    notes = [slide.notes_slide.notes_text_frame.text for slide in slides_of(deck)[:3]]
    assert "J" * 900 in notes[0]
    assert all(text in notes[2] for text in ("S" * 900, "T" * 900, words))
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.top + shape.height <= Pt(540)


def test_a_journey_with_nothing_to_say_is_a_deck() -> None:
    """A stage without touchpoints and without feelings still has its slide."""
    journey = Journey("j", "Bare", (Stage("s", "Silence"),))
    bare = open_deck(write_deck(Request(portfolio_of(journey), journey)))
    none = open_deck(write_deck(Request(portfolio_of(Journey("n", "None")), Journey("n", "None"))))

    assert [title_of(slide) for slide in bare.slides] == ["Bare", "The whole journey", "1\N{EN SPACE}Silence"]
    assert len(none.slides) == 2


def test_labels_of_peak_pit_and_end_never_cover_each_other() -> None:
    """Where peak, pit and end stand close together under long names, their labels still have room."""
    steps = tuple(
        Touchpoint(
            f"t{score}{n}",
            f"Step {n} with a name of many words that takes much room",
            emotions=(Emotion(score),),
        )
        for n, score in enumerate((*([0] * 27), 2, -1, 1))
    )
    for order in (steps, steps[-3:], steps[::-1], (*steps[:2], steps[-1])):
        journey = Journey("j", "J", (Stage("s", "S", touchpoints=order),))
        slide = slides_of(open_deck(write_deck(Request(portfolio_of(journey), journey))))[1]
        labels = [shape for shape in slide.shapes if shape.name == "Moment"]
        assert len(labels) >= 2
        for index, one in enumerate(labels):
            assert one.left >= 0
            assert one.left + one.width <= Pt(960)
            for other in labels[index + 1 :]:
                apart = one.left + one.width <= other.left or other.left + other.width <= one.left
                assert apart or one.top != other.top


def test_words_of_ours_are_in_the_language_of_the_journey() -> None:
    """A Brazilian deck has Brazilian lanes, headers, states and titles."""
    opportunity = Opportunity(
        "Pix", "o", customer_value=1.5, business_value=2, effort=3, status="in-progress"
    )
    touchpoint = Touchpoint("t", "Pagar", action="Paga.", emotions=(Emotion(-1.5, "aflita"),))
    journey = Journey(
        "j",
        "Compra",
        (Stage("s", "Decisão", touchpoints=(touchpoint,)),),
        lang="pt-BR",
        opportunities=(opportunity,),
    )
    deck = open_deck(write_deck(Request(portfolio_of(journey), journey)))
    last = slides_of(deck)[-1]

    assert title_of(last) == "Oportunidades"
    assert table_of(last)[0][0] == "Oportunidade"
    assert table_of(last)[1][1:6] == ["1,5", "2", "3", "1,75", "Em andamento"]
    assert [row[0] for row in table_of(slides_of(deck)[2])] == ["Ponto de contato", "Ação", "Sentimento"]
    assert table_of(slides_of(deck)[2])[2][1].startswith("−1,5 ")


def test_what_is_measured_and_what_has_no_score() -> None:
    """A measured value stands beside its KPI, and a feeling without a score has words but no face."""
    touchpoint = Touchpoint(
        "t",
        "Pay",
        emotions=(Emotion(feeling="calm"),),
        kpis=(Kpi("csat", "csat", 3.1, 4.2, actual=3.6),),
    )
    silent = Touchpoint("u", "Wait")
    journey = Journey("j", "J", (Stage("s", "S", touchpoints=(touchpoint, silent)),), goal="Pay. " * 300)
    portfolio = portfolio_of(journey, metrics=[Metric("csat", "Satisfaction")])
    deck = open_deck(write_deck(Request(portfolio, journey)))
    rows = {row[0]: row[1:] for row in table_of(slides_of(deck)[2])}

    assert rows["KPIs"] == ["Satisfaction · 3.1\xa0→\xa04.2 · Actual 3.6", ""]
    assert rows["Feeling"] == ["calm", ""]
    assert not [shape for shape in every_shape(slides_of(deck)[2].shapes) if shape.name == "Face"]
    assert ("Pay. " * 300).strip() in slides_of(deck)[0].notes_slide.notes_text_frame.text


def test_lanes_and_personas_narrow_a_deck() -> None:
    """The lanes that are asked for are the rows of the tables, and one persona has one line."""
    sample = SAMPLES["three-personas"]()
    request = Request(sample.portfolio, sample.journey, lanes=("emotion", "pains"), personas=("worker",))
    deck = open_deck(write_deck(request))
    labels = {row[0] for slide in slides_of(deck)[2:-2] for row in table_of(slide)}

    assert labels <= {"Touchpoint", "Feeling: Shift worker", "Pains"}
    assert "Feeling: Shift worker" in labels


def test_without_python_pptx_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named where it is missing."""
    monkeypatch.setitem(sys.modules, "pptx", None)
    sample = SAMPLES["tiny"]()
    with pytest.raises(RenderingError, match="writing pptx needs python-pptx") as caught:
        write_deck(Request(sample.portfolio, sample.journey))

    assert "journeymap[export]" in caught.value.help


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300)


@given(TEXTS, st.integers(20, 400), st.integers(1, 4))
def test_shortened_texts_fit(text: str, width: int, count: int) -> None:
    """A shortened text has no more lines than allowed; what fits is left alone."""
    whole = say(text, 12)
    short = shorten(whole, width, count)

    assert len(lines_of(short, width)) <= count or short.text == "…"
    assert short == whole or short.text.endswith("…")


@given(TEXTS, st.integers(20, 400), st.integers(1, 4))
def test_cut_texts_lose_nothing(text: str, width: int, count: int) -> None:
    """Both parts of a cut text together are the text, and the first has the lines that were asked for."""
    whole = Paragraph((Run(one_line(text[:9]), bold=True), Run(one_line(text[9:]))), 12)
    upper, lower = cut_lines(whole, width, count)

    assert upper.text + lower.text == whole.text
    assert len(lines_of(upper, width)) <= count


@given(st.lists(st.lists(TEXTS, min_size=1, max_size=3), max_size=8), st.integers(120, 400))
def test_pages_of_a_table_lose_nothing_and_fit(rows: list[list[str]], height: int) -> None:
    """Divided into pages, each fits its height, and the texts of all cells are all there."""
    widths = (80.0, 160.0, 240.0)
    label = Cell((say("Label", 10),))
    grid = Grid(
        widths,
        Row((label, label, label)),
        tuple(
            Row((label, Cell(tuple(say(text, 10) for text in texts)), Cell((say(texts[0], 10),))))
            for texts in rows
        ),
        labelled=True,
    )
    pages = split_grid(grid, height - 40, height)
    for index, page in enumerate(pages):
        assert page.height <= (height - 40 if index == 0 else height) + 0.01
    said = "".join(
        paragraph.text for page in pages for row in page.rows for paragraph in row.cells[1].paragraphs
    )
    assert said == "".join(one_line(text) for texts in rows for text in texts)
    assert all(row_height(row, widths) > 0 for page in pages for row in page.rows)


def test_a_label_taller_than_a_slide_comes_to_an_end() -> None:
    """A name is repeated where its row goes on; one that fills slides by itself is divided."""
    label = Cell((Paragraph((Run("word " * 400),), 10),))
    grid = Grid(
        (80, 200), Row((Cell(), Cell())), (Row((label, Cell((Paragraph((Run("said once"),), 10),)))),), True
    )
    pages = split_grid(grid, 200, 200)
    shown = [paragraph.text for page in pages for row in page.rows for paragraph in row.cells[0].paragraphs]

    assert len(pages) > 1
    assert "".join(shown).split() == ["word"] * 400


def test_sizes_follow_the_theme_within_reason() -> None:
    """A theme with tiny or huge type still makes slides that can be read."""
    for size in (1.0, 200.0):
        type = LIGHT.type._replace(title=size, heading=size, body=size, small=size)
        look = Look(LIGHT._replace(type=type), "en")
        assert SMALLEST <= look.small <= look.body <= look.heading <= look.title <= look.cover <= HEIGHT / 8
    assert int(Emu(round(WIDTH * 12_700))) == int(Pt(960))
    assert height_of((say("", 10),), 100) == 13
