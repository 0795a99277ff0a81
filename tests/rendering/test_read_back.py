"""Binary files, read back by programs that did not write them: they say what the model says."""

import unicodedata
from collections.abc import Iterator

import pytest

from journeymap.model import Kpi
from journeymap.rendering import FORMS, PORTFOLIO_FORMS, Request, _tables
from journeymap.rendering.metrics import one_line
from journeymap.rendering.naming import is_span, name_kpi, write_number, write_seconds
from tests.rendering.documents.reading import bare, page_texts
from tests.rendering.reading_back import read_pptx
from tests.rendering.samples import SAMPLES, Sample
from tests.rendering.tables.sheets import in_sheet, read_book, rows_of, table_sheets

SHEETS = [form for form, formats in FORMS.items() if "xlsx" in formats]
TURNED = frozenset({"arabic", "emoji"})
"""The samples whose letters readers of PDF put in orders of their own."""


def request_for(form: str, sample: Sample) -> Request:
    """Return what asks for a form of a sample."""
    return Request(sample.portfolio, None if form in PORTFOLIO_FORMS else sample.journey)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("form", SHEETS)
def test_every_cell_of_a_workbook_is_that_of_its_table(form: str, name: str) -> None:
    """Header by header and cell by cell: texts are texts, numbers are numbers, and no cell is too many."""
    request = request_for(form, SAMPLES[name]())
    tables = _tables(form, request)
    book = read_book(FORMS[form]["xlsx"](request).content)

    for sheet, table in zip(table_sheets(book, tables), tables, strict=True):
        header, *rows = rows_of(sheet)
        assert header == [column.title for column in table.columns]
        assert rows == [[in_sheet(cell) for cell in row] for row in table.rows]


@pytest.mark.parametrize("name", SAMPLES)
def test_slides_say_all_that_the_model_says(name: str) -> None:
    """Every stage, touchpoint, feeling, pain, opportunity and KPI stands in a table or on a shape."""
    sample = SAMPLES[name]()
    everything = _plain("\n".join(read_pptx(FORMS["map"]["pptx"](request_for("map", sample)).content)))

    assert [text for text in _said(sample) if _plain(text) not in everything] == []


@pytest.mark.parametrize("name", sorted(SAMPLES.keys() - TURNED))
def test_pages_say_all_that_the_model_says(name: str) -> None:
    """Every stage, touchpoint, feeling, pain, opportunity and KPI can be found on paper."""
    sample = SAMPLES[name]()
    everything = "\n".join(page_texts(FORMS["map"]["pdf"](request_for("map", sample)).content))

    assert [text for text in _said(sample) if bare(one_line(text)) not in everything] == []


@pytest.mark.parametrize("name", sorted(TURNED))
def test_pages_have_every_letter_of_what_turns(name: str) -> None:
    """No letter of what the model says is missing on paper, however often a reader turns it around."""
    sample = SAMPLES[name]()
    found = set(_plain("".join(page_texts(FORMS["map"]["pdf"](request_for("map", sample)).content))))

    lacking = {letter for text in _said(sample) for letter in _plain(text)} - found
    assert {letter for letter in lacking if unicodedata.category(letter) not in {"Mn", "Cf"}} == set()


def _said(sample: Sample) -> Iterator[str]:
    """Yield what a document has to say of a journey."""
    journey = sample.journey
    yield journey.title
    for stage in journey.stages:
        yield stage.title
        yield from _measures(sample, stage.kpis)
    for touchpoint in journey.touchpoints():
        yield touchpoint.title
        yield touchpoint.action
        yield from (word for each in touchpoint.emotions for word in (each.feeling, *each.feelings))
        yield from (pain.text for pain in touchpoint.pains)
        yield from (gain.text for gain in touchpoint.gains)
        yield from _measures(sample, touchpoint.kpis)
    yield from (opportunity.title for opportunity in journey.opportunities)
    yield from _measures(sample, journey.kpis)


def _measures(sample: Sample, kpis: tuple[Kpi, ...]) -> Iterator[str]:
    lang = sample.journey.lang or sample.portfolio.workspace.lang
    for kpi in kpis:
        yield name_kpi(sample.portfolio, kpi)
        for value in (kpi.baseline, kpi.target, kpi.actual):
            if value is not None:
                spans = is_span(sample.portfolio.library.metrics.get(kpi.metric))
                yield write_seconds(value, lang=lang) if spans else write_number(value, lang=lang)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", one_line(text)).split())
