"""Cells of every field: people read words of their language, programs what the files say, nobody Python."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from journeymap.model import (
    Emotion,
    Insight,
    Journey,
    Kpi,
    Metric,
    Opportunity,
    Pain,
    Portfolio,
    Stage,
    Touchpoint,
    View,
    ViewColumn,
    Workspace,
)
from journeymap.model.fields import FIELDS, known_fields
from journeymap.model.library import Blueprint, BlueprintItem, Channel, System
from journeymap.model.settings import Lane
from journeymap.rendering import FORMS, Request
from journeymap.rendering.tables.cells import Cell, is_text, strip_cell, tell_cell
from journeymap.rendering.tables.headers import FIELDS as NAMES
from journeymap.rendering.tables.headers import OWNERS, name_field, spell_path
from journeymap.rendering.tables.spelling import VOCABULARIES
from journeymap.rendering.tables.table import DEFAULT_COLUMNS, TABLES, Column, Table, build_view
from journeymap.rendering.templating import translate
from journeymap.rendering.words import WORDS, word_for
from tests.model.samples import portfolio_of
from tests.rendering.reading_back import read_html, read_markdown, read_xlsx
from tests.rendering.samples import SAMPLES

ROWS = tuple(DEFAULT_COLUMNS)
LANES = (
    Lane("why", "Why", "touchpoint", "list"),
    Lane("open", "Open", "touchpoint", "boolean"),
    Lane("steps", "Steps", "touchpoint", "number"),
    Lane("wave", "Wave", "journey", "text"),
    Lane("guess", "Guess", "stage", "text"),
)
TOUCHPOINT = Touchpoint(
    "pay",
    "Pagar",
    type="action",
    actor="customer",
    receiver="mira",
    systems=("bank",),
    emotions=(
        Emotion(-2, persona="mira", confidence="partial"),
        Emotion(1, persona="tomas", confidence="assumed"),
    ),
    pains=(Pain("Custo", "cost", severity="critical", frequency="often"),),
    moment_of_truth=True,
    duration_active=240,
    duration_elapsed=86_400,
    kpis=(Kpi("k", "sold", 31, 38.5, due="2026-12-31"), Kpi("l", "spent", 84.5)),
    blueprint=Blueprint(support=(BlueprintItem("bank", system="bank"), BlueprintItem("Someone"))),
    fields={"why": ["a", True, None, 2], "open": False, "steps": 14},
)
JOURNEY = Journey(
    "j",
    "Compra",
    (Stage("s", "Decisão", touchpoints=(TOUCHPOINT,), fields={"guess": "Talvez"}),),
    lang="pt-BR",
    reviewed="2026-10-01",
    review_every=7_776_000,
    personas=("mira", "tomas"),
    opportunities=(Opportunity("Mais cedo", "early", addresses=("cost",), status="in-progress"),),
    insights=(Insight("Sai", confidence="partial"),),
    fields={"wave": "Verão"},
)
METRICS = [Metric("sold", "Vendas", "ratio"), Metric("spent", "Gasto", "money", "EUR")]


def world(*views: View, journey: Journey = JOURNEY) -> Portfolio:
    portfolio = portfolio_of(journey, workspace=Workspace(views=views, lanes=LANES), metrics=METRICS)
    return portfolio._replace(library=portfolio.library._replace(systems={"bank": System("bank", "Banco")}))


def cells(rows: Any, *fields: str, lang: str = "pt-BR") -> tuple[tuple[Cell, ...], ...]:
    view = View("v", "V", "table", rows, columns=tuple(map(ViewColumn, fields)))
    journey = JOURNEY._replace(lang=lang)
    return build_view(view, world(journey=journey), journey).rows


def told(rows: Any, *fields: str, lang: str = "pt-BR") -> list[object]:
    return [tell_cell(cell) for cell in cells(rows, *fields, lang=lang)[0]]


def stripped(rows: Any, *fields: str) -> list[object]:
    return [strip_cell(cell) for cell in cells(rows, *fields)[0]]


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize("name", ["retailer", "blueprint", "three-personas", "overlay", "arabic"])
def test_no_field_shows_what_only_python_says(name: str, rows: Any) -> None:
    """Every field of every kind of row is a text or a number, without brackets, quotes or names of values."""
    sample = SAMPLES[name]()
    for path in known_fields(sample.portfolio, rows):
        view = View("v", "V", "table", rows, columns=(ViewColumn(path),))
        table = build_view(view, sample.portfolio, sample.journey)
        assert all(column.title for column in table.columns), path
        for row in table.rows:
            for cell in row:
                for text in (tell_cell(cell), strip_cell(cell)):
                    assert isinstance(text, str | int | float), path
                    assert not re.search(r"^[(\[{]['\"]|\b(None|True|False|NamedTuple)\b|=\(\)", str(text)), (
                        path
                    )


def _vocabularies() -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
    """Yield the fields of entities whose values are a closed list of words, as the model declares them."""
    from typing import get_type_hints

    from journeymap.model.claims import Pain as OfPain
    from journeymap.model.opportunity import Action

    entities = {"journey": Journey, "touchpoint": Touchpoint, "pain": OfPain}
    entities |= {"opportunity": Opportunity, "action": Action, "insight": Insight}
    for entity, kind in entities.items():
        readable = {path.removeprefix(f"{entity}.") for rows in FIELDS.values() for path in rows}
        for name, hint in get_type_hints(kind).items():
            options = [hint, *get_args(hint)]
            words = next((get_args(one) for one in options if isinstance((*get_args(one), 0)[0], str)), ())
            if words and name in readable and (entity == "journey" or name != "visibility"):
                yield (entity, name), words


@pytest.mark.parametrize(("field", "words"), list(_vocabularies()), ids=str)
def test_every_closed_list_of_words_is_told(field: tuple[str, str], words: tuple[str, ...]) -> None:
    """What the language allows in a field has a word for people, and no word is of another vocabulary."""
    assert set(words) <= set(WORDS[VOCABULARIES.get(field, "")] if field in VOCABULARIES else ()), field
    assert all(word_for(VOCABULARIES[field], word, lang="pt-BR") for word in words)


def test_people_read_their_language_and_programs_the_files() -> None:
    """A Brazilian reads Brazilian words wherever a field holds one of the language's own."""
    fields = ("severity", "frequency", "confidence", "touchpoint.moment_of_truth", "journey.status")

    assert told("pains", *fields) == ["Crítica", "Muitas vezes", "Suposto", "Sim", "Rascunho"]
    assert stripped("pains", *fields) == ["critical", "often", "assumed", "yes", "draft"]


def test_parties_and_lists_of_words_are_told() -> None:
    """Who acts is a word or a persona's name; of several words each is told."""
    fields = ("type", "actor", "receiver", "emotion.confidence", "support", "emotion.score")

    assert told("touchpoints", *fields, lang="en") == [
        *(
            "The customer alone",
            "Customer",
            "mira",
            "Partly researched, Assumed",
            "Banco, Someone",
            "\N{MINUS SIGN}0.5",
        )
    ]
    assert stripped("touchpoints", *fields)[:4] == ["action", "customer", "mira", "partial, assumed"]


def test_days_and_spans_are_told() -> None:
    """People read days and spans of time in words, programs dates and seconds."""
    fields = ("duration.active", "duration.elapsed", "journey.reviewed", "journey.review_every", "kpi.due")

    assert told("touchpoints", *fields) == [
        *("4 minutos", "1 dia", "1 de outubro de 2026", "90 dias", "31 de dezembro de 2026")
    ]
    assert stripped("touchpoints", *fields) == [240, 86_400, "2026-10-01", 7_776_000, "2026-12-31"]


def test_values_carry_their_unit_unless_it_has_a_column() -> None:
    """A number says what it counts once: beside itself, or in the column of units; differences are points."""
    fields = ("kpi.baseline", "kpi.target", "kpi.gap")

    assert told("touchpoints", *fields) == ["31%", "38,5%", 7.5]
    assert told("touchpoints", *fields, "kpi.unit") == [31, 38.5, 7.5, "%"]
    assert stripped("touchpoints", *fields) == [31, 38.5, 7.5]
    assert [tell_cell(cell) for cell in cells("kpis", "baseline")[1]] == ["84,5 EUR"]


def test_custom_fields_are_told_by_their_type() -> None:
    """Lists are joined, answers told, numbers numbers; what stands around a row has its fields, too."""
    fields = ("fields.why", "fields.open", "fields.steps", "stage.fields.guess", "journey.fields.wave")
    view = View("v", "V", "table", "touchpoints", columns=tuple(map(ViewColumn, fields)))
    table = build_view(view, world(), JOURNEY)

    assert [column.title for column in table.columns] == ["Why", "Open", "Steps", "Guess", "Wave"]
    assert told("touchpoints", *fields) == ["a, yes, 2", "Não", 14, "Talvez", "Verão"]
    assert [column.numeric for column in table.columns] == [False, False, True, False, False]


def test_headers_for_programs_are_english() -> None:
    """CSV of a Brazilian journey has the headers that every language has, and a view's own as written."""
    view = View("own", "Own", "table", "pains", columns=(ViewColumn("severity"), ViewColumn("text", "=Dor")))
    for table, headers in (("stages", ["Stage", "Emotion", "Focus"]), ("own", ["Severity", "'=Dor"])):
        content = FORMS["table"]["csv"](Request(world(view), JOURNEY, table=table)).content.decode()
        assert next(csv.reader(io.StringIO(content))) == headers


@pytest.mark.parametrize(
    ("format", "read"), [("md", read_markdown), ("html", read_html), ("xlsx", read_xlsx)]
)
@pytest.mark.parametrize("lang", ["pt-BR", "de", "es"])
def test_people_s_forms_speak_one_language(lang: str, format: str, read: Any) -> None:
    """No header and no value of ours stays English where there is a word for it."""
    view = View(
        "own", "Own", "table", "pains", columns=(ViewColumn("text", "T"), ViewColumn("frequency", "F"))
    )
    journey = JOURNEY._replace(lang=lang)
    texts = read(FORMS["table"][format](Request(world(view, journey=journey), journey, table="own")).content)

    assert word_for("frequency", "often", lang=lang) in texts
    assert "often" not in texts


@pytest.mark.parametrize("lang", ["pt-BR", "de", "es", "ar"])
def test_csv_is_the_same_in_every_language(lang: str) -> None:
    """Of one journey in several languages programs read the same, but for what people wrote."""
    english, other = (
        [FORMS["table"]["csv"](Request(world(journey=each), each, table=name)).content for name in TABLES]
        for each in (JOURNEY._replace(lang="en"), JOURNEY._replace(lang=lang))
    )

    assert english == other


def test_channels_of_ours_are_english_for_programs() -> None:
    """A built-in channel is a header and a cell: translated for people, the same everywhere for programs."""
    journey = JOURNEY._replace(
        stages=(Stage("s", "S", touchpoints=(Touchpoint("t", "T", channels=("social",)),)),)
    )
    view = View("v", "V", "table", "stages", columns=(ViewColumn("touchpoints.*"), ViewColumn("channels")))
    library = portfolio_of().library._replace(channels={"social": Channel("social", "Social media")})
    table: Table = build_view(view, portfolio_of(journey)._replace(library=library), journey)
    title = translate("channel\x04Social media", lang="pt-BR")

    assert title != "Social media"
    assert table.columns == (Column(title, plain="Social media"), Column("Canais", plain="Channels"))
    assert (tell_cell(table.rows[0][1]), strip_cell(table.rows[0][1])) == (title, "Social media")
    assert all(map(is_text, table.rows[0]))


def test_one_channel_of_a_stage_is_called_by_its_name() -> None:
    """A column for the touchpoints on one channel has its title, as in the built-in table."""
    view = View("v", "V", "table", "stages", columns=(ViewColumn("touchpoints.web"),))
    journey = JOURNEY._replace(
        stages=(Stage("s", "S", touchpoints=(Touchpoint("t", "Loja", channels=("web",)),)),)
    )
    table = build_view(view, portfolio_of(journey), journey)

    assert [column.title for column in table.columns] == ["Web"]
    assert table.rows == (("Loja",),)


def test_every_field_has_a_name_that_catalogues_know() -> None:
    """No header of ours is left to English: the words of every field path stand where they are collected."""
    for rows in ROWS:
        for path in FIELDS[rows]:
            owner, dot, field = path.partition(".")
            spelled = spell_path(field if dot and owner in OWNERS else path)
            assert spelled in {*NAMES, *OWNERS.values()}, path


def test_fields_of_what_surrounds_a_row_are_named_by_both() -> None:
    """In English the words follow each other; other languages join words otherwise and get a colon."""
    names = [name_field("stage.goal", lang=lang) for lang in ("en", "en-GB", "pt-BR", "ar")]

    assert names == ["Stage goal", "Stage goal", f"Etapa: {translate('Goal', lang='pt-BR')}", "Stage goal"]
    assert name_field("emotion", lang="pt-BR") == "Emoção"
    assert name_field("pains.worst", lang="de") == "Pains worst"
