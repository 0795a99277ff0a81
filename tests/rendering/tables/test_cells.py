"""Cells that read differently to people and to programs: spans of time."""

import io
from datetime import timedelta
from typing import Any

import pytest
from openpyxl import load_workbook

from journeymap.model import (
    Emotion,
    Journey,
    Kpi,
    Metric,
    Opportunity,
    Pain,
    Stage,
    Touchpoint,
    View,
    Workspace,
)
from journeymap.model import ViewColumn as Of
from journeymap.model.library import Library
from journeymap.model.portfolio import Portfolio
from journeymap.rendering import FORMS, Request
from journeymap.rendering.naming import write_kpi, write_seconds
from journeymap.rendering.tables.cells import Span, SpanUnit, Told, strip_cell, tell_cell
from journeymap.rendering.tables.table import Table, build_view
from tests.model.samples import portfolio_of
from tests.rendering.reading_back import read_csv, read_html, read_markdown

METRICS = (
    Metric("wait", "Wait", "duration", "s", "down"),
    Metric("call", "Call", "duration", "min", "down"),
    Metric("sold", "Sold", "ratio", "%"),
)
KPIS = (
    Kpi("k1", "wait", baseline=259_200, target=93_600, warn=90),
    Kpi("k2", "call", baseline=12, target=8),
    Kpi("k3", "sold", baseline=31, target=38.5),
    Kpi("k4", "gone", baseline=5),
)
JOURNEY = Journey("j", "J", (Stage("s", "S", touchpoints=(Touchpoint("t", "T", kpis=KPIS),)),))
NUMBERS = ("title", "baseline", "target", "warn", "gap", "unit")
KPI_TABLE = View("numbers", "Numbers", "table", "kpis", columns=tuple(map(Of, NUMBERS)))


def world(journey: Journey = JOURNEY, lang: str = "en") -> Portfolio:
    return portfolio_of(journey, workspace=Workspace(lang=lang, views=(KPI_TABLE,)), metrics=METRICS)


def written(format: str, *, lang: str = "en") -> bytes:
    """Return the table of KPIs in a format."""
    portfolio = world(lang=lang)
    return FORMS["table"][format](Request(portfolio, JOURNEY, view="numbers")).content


def test_people_read_spans_in_words_and_other_values_as_they_are() -> None:
    """Only durations in seconds are told; what is in minutes, percent or of no known metric is a number."""
    wait, call, sold, gone = build_view(KPI_TABLE, world(), JOURNEY).rows

    assert [tell_cell(cell) for cell in wait] == [
        *("Wait", "3 days", "1 day 2 hours", "1 minute 30 seconds", "1 day 22 hours", "")
    ]
    assert [strip_cell(cell) for cell in wait] == ["Wait", 259_200, 93_600, 90, 165_600, "s"]
    assert call == ("Call", 12, 8, "", 4, "min")
    assert sold == ("Sold", 31, 38.5, "", 7.5, "%")
    assert gone == ("gone", 5, "", "", "", "")


def test_a_touchpoint_tells_its_kpis_in_the_same_words() -> None:
    """Also where KPIs stand beside something else, and in the language of the journey."""
    view = View("v", "V", "table", "touchpoints", columns=(Of("title"), Of("kpi.baseline"), Of("kpi.unit")))
    table = build_view(view, world(lang="pt-BR"), JOURNEY)

    assert table.rows[0] == ("T", Span(259_200, "3 dias"), SpanUnit("s"))
    assert [column.numeric for column in table.columns] == [False, True, False]


@pytest.mark.parametrize(("format", "read"), [("md", read_markdown), ("html", read_html)])
def test_pages_tell_spans(format: str, read: Any) -> None:
    """Markdown and HTML say days and hours, and name no unit that would contradict them."""
    texts = read(written(format))

    assert "3 days" in texts
    assert "1 day 2 hours" in texts
    assert not {"259200", "s"} & set(texts)


def test_spans_stand_with_the_numbers() -> None:
    """A span is set flush right, as numbers are."""
    assert '<td class="number"><span dir="auto">3 days</span></td>' in written("html").decode()
    assert "| --- | ---: | ---: | ---: | ---: | --- |" in written("md").decode()


def test_programs_read_seconds() -> None:
    """CSV has numbers and their unit, whatever the language."""
    assert read_csv(written("csv", lang="pt-BR"))[6:12] == ["Wait", "259200", "93600", "90", "165600", "s"]


def test_a_workbook_has_durations() -> None:
    """Excel reckons with them; beside them stands how they are written, not a unit that is not theirs."""
    sheet = load_workbook(io.BytesIO(written("xlsx"))).active
    wait, call = ([cell.value for cell in row] for row in list(sheet.iter_rows())[1:3])

    assert wait == [
        *("Wait", timedelta(days=3), timedelta(hours=26)),
        *(timedelta(seconds=90), timedelta(hours=46), "h:mm:ss"),
    ]
    assert sheet["B2"].number_format == "[h]:mm:ss"
    assert call == ["Call", 12, 8, None, 4, "min"]


def test_a_workbook_says_less_than_nothing_in_words() -> None:
    """Excel shows no negative duration, so a gap for the worse is a text."""
    kpi = Kpi("k", "wait", baseline=60, target=120)
    journey = JOURNEY._replace(stages=(), kpis=(kpi,))
    content = FORMS["table"]["xlsx"](Request(world(journey), journey, view="numbers")).content

    assert load_workbook(io.BytesIO(content)).active["E2"].value == "−1 minute"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 s"),
        (0.4, "0.4 s"),
        (1, "1 second"),
        (90.4, "1 minute 30 seconds"),
        (-7200, "−2 hours"),
        (259_200, "3 days"),
        (93_784, "1 day 2 hours"),
    ],
)
def test_seconds_in_words(seconds: float, text: str) -> None:
    """Two units at most; what is shorter than a second is a number."""
    assert write_seconds(seconds, lang="en") == text


def test_tables_say_what_the_map_says() -> None:
    """A metric in seconds that names no unit is in seconds, too, on the map and in tables."""
    portfolio = portfolio_of(JOURNEY, metrics=[METRICS[0]._replace(unit="")])

    assert write_kpi(portfolio, KPIS[0], lang="en") == "3 days → 1 day 2 hours"
    assert tell_cell(build_view(KPI_TABLE, portfolio, JOURNEY).rows[0][1]) == "3 days"


OTHER = Journey(
    "returns",
    "Returns",
    (
        Stage(
            "s",
            "S",
            touchpoints=(
                Touchpoint("t", "T", pains=(Pain("Wrong size", "wrong-size", aliases=("bad-fit",)),)),
            ),
        ),
    ),
)


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("slow", "Too slow"),
        ("buy#slow", "Too slow"),
        ("returns#wrong-size", "Wrong size (Returns)"),
        ("returns#bad-fit", "Wrong size (Returns)"),
        ("returns#gone", "returns#gone"),
        ("nowhere#wrong-size", "nowhere#wrong-size"),
        ("wrong-size", "wrong-size"),
    ],
)
def test_a_pain_of_another_journey_is_told_with_its_journey(address: str, text: str) -> None:
    """People read what hurts and where; an address stays only where nothing stands behind it."""
    touchpoint = Touchpoint("t", "T", pains=(Pain("Too slow", "slow"),))
    journey = Journey("buy", "Buy", (Stage("s", "S", touchpoints=(touchpoint,)),))
    journey = journey._replace(opportunities=(Opportunity("o", "O", addresses=(address,)),))
    view = View("v", "V", "table", "opportunities", columns=(Of("addresses"),))

    assert build_view(view, portfolio_of(journey, OTHER), journey).rows == ((text,),)


@pytest.mark.parametrize("path", ["emotion", "emotion.feelings"])
@pytest.mark.parametrize("rows", ["stages", "touchpoints"])
def test_words_for_scores_are_in_the_language(rows: str, path: str) -> None:
    """A score without a feeling is told in the words of the language, unless the scale has its own."""
    touchpoint = Touchpoint("t", "T", emotions=(Emotion(-2),))
    journey = Journey("j", "J", (Stage("s", "S", touchpoints=(touchpoint,)),), lang="pt-BR")
    view = View("v", "V", "table", rows, columns=(Of(path),))  # type: ignore[arg-type]
    table: Table = build_view(view, portfolio_of(journey), journey)

    assert table.rows == ((Told("very negative", "muito negativo"),),)


def test_all_journeys_stand_under_their_workspace() -> None:
    """The heat map's tables are of the workspace also when a journey was named; a nameless one lends none."""
    library = Library(*({} for _ in Library._fields))
    for title, heading in (("Shops", "Shops"), ("", "How journeys feel, phase by phase")):
        portfolio = Portfolio(Workspace(title=title), library, {}, (JOURNEY,))
        page = FORMS["heatmap"]["html"](Request(portfolio, JOURNEY)).content.decode()

        assert f'<h1><span dir="auto">{heading}</span></h1>' in page
        assert page == FORMS["heatmap"]["html"](Request(portfolio)).content.decode()
