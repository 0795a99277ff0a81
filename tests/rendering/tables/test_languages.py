"""The language of tables: titles of ours are in the journey's, those of a workspace stay as they are."""

import pytest

from journeymap.model import Emotion, Journey, Pain, Stage, Touchpoint, View, ViewColumn, Workspace
from journeymap.rendering import FORMS, Request
from journeymap.rendering.tables.csv_text import write_csv
from journeymap.rendering.tables.markdown_text import write_markdown
from journeymap.rendering.tables.table import (
    DEFAULT_COLUMNS,
    TABLES,
    Column,
    Table,
    build_view,
    choose_tables,
)
from journeymap.rendering.templating import translate
from tests.model.samples import portfolio_of

TOUCHPOINT = Touchpoint(
    "t", "Pagar", channels=("web",), emotions=(Emotion(1, "calma"),), pains=(Pain("Dor", "p"),)
)
JOURNEY = Journey("j", "Compra", (Stage("s", "Decisão", touchpoints=(TOUCHPOINT,)),), lang="pt-BR")


@pytest.mark.parametrize("format", ["md", "html", "xlsx"])
def test_every_format_speaks_the_language_of_the_journey(format: str) -> None:
    """The built-in tables of a Brazilian journey have Brazilian headers, wherever people read them."""
    content = FORMS["table"][format](Request(portfolio_of(JOURNEY), JOURNEY, table="stages")).content
    if format == "xlsx":
        import io
        import zipfile

        content = zipfile.ZipFile(io.BytesIO(content)).read("xl/sharedStrings.xml")

    text = content.decode()
    assert "Etapa" in text
    assert "Stage" not in text


def test_titles_of_ours_are_translated() -> None:
    """Titles and headers of the built-in tables come from the catalogue, in the workspace's language, too."""
    tables = choose_tables(portfolio_of(JOURNEY), JOURNEY)
    spoken = choose_tables(
        portfolio_of(JOURNEY._replace(lang=""), workspace=Workspace(lang="pt-BR")), JOURNEY._replace(lang="")
    )

    assert [table.title for table in tables] == [
        translate(TABLES[table.name].title, lang="pt-BR") for table in tables
    ]
    assert tables == spoken
    assert [column.title for column in tables[0].columns] == ["Etapa", "Emoção", "Foco"]


def test_titles_of_a_workspace_stay() -> None:
    """A view's own words are not touched, also where they are ours; what it leaves out is translated."""
    own = View(
        "stages", "Stages", "table", "stages", columns=(ViewColumn("title", "Stage"), ViewColumn("focus"))
    )
    table = build_view(own, portfolio_of(JOURNEY), JOURNEY)

    assert table.title == "Stages"
    assert [column.title for column in table.columns] == ["Stage", "Foco"]


@pytest.mark.parametrize("rows", sorted(DEFAULT_COLUMNS))
def test_default_columns_are_translated(rows: str) -> None:
    """A view without columns has ours, in the journey's language."""
    table = build_view(View("v", "V", "table", rows), portfolio_of(JOURNEY), JOURNEY)  # type: ignore[arg-type]

    assert [column.title for column in table.columns] == [
        translate(column.title, lang="pt-BR") for column in DEFAULT_COLUMNS[rows]
    ]


@pytest.mark.parametrize(("lang", "cell"), [("en", "3.1"), ("de", "3,1"), ("pt-BR", "3,1")])
def test_markdown_has_the_decimal_sign_of_the_language(lang: str, cell: str) -> None:
    """Markdown is read by people: its numbers are written as their language has it; CSV's never are."""
    table = Table("kpis", "KPIs", (Column("Baseline", numeric=True),), ((3.1,),))
    assert write_markdown(table, lang=lang).splitlines()[-1] == f"| {cell} |"
    assert write_csv(table).splitlines()[-1] == "3.1"
