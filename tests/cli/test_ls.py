"""Lists on the command line: kinds, conditions, order, forms, and what cannot be listed."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from journeymap.cli import run
from journeymap.cli.commands.ls import KINDS
from journeymap.rendering.tables.listing import COLUMNS
from journeymap.reporting.terminal.screen import width_of
from journeymap.resources import schema_path
from tests.cli.terminals import console_at, shown
from tests.conftest import ROOT, match_golden
from tests.programs import run_journeymap
from tests.reporting.test_safety import HARMFUL, leaks

SHOP = Path(__file__).parent / "samples" / "percurso"
"""A copy of an example, so that what is expected here does not change with it."""
SCHEMA = json.loads(schema_path("ls-output").read_text(encoding="utf-8"))


def ids(*arguments: str, cwd: Path = SHOP) -> list[str]:
    """Return the first cells of a list."""
    outcome = run_journeymap("ls", *arguments, "--plain", cwd=cwd)
    assert outcome.code == 0, outcome.stderr
    return [line.split("\t")[0].partition("#")[2] for line in outcome.stdout.splitlines()]


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        (["severity=critical"], ["frete-no-fim"]),
        (["severity!=critical"], ["anuncio-sem-prazo", "medidas-escondidas"]),
        (["severity>=high"], ["anuncio-sem-prazo", "frete-no-fim"]),
        (["severity<high"], ["medidas-escondidas"]),
        (["severity>low", "severity<=medium"], ["medidas-escondidas"]),
        (["text~FRETE"], ["frete-no-fim"]),
        (["touchpoint=Página do produto"], ["medidas-escondidas"]),
        (["touchpoint=pagina-do-produto"], ["medidas-escondidas"]),
        (["touchpoint.channel=site"], ["medidas-escondidas", "frete-no-fim"]),
        (["touchpoint.emotion.score<=-1"], ["anuncio-sem-prazo", "frete-no-fim"]),
        (["touchpoint.emotion.score=\u22122"], ["frete-no-fim"]),
        (["evidence"], ["anuncio-sem-prazo", "frete-no-fim"]),
        (["!evidence"], ["medidas-escondidas"]),
        (["opportunities=cabe-na-cozinha"], ["medidas-escondidas"]),
        (["journey.reviewed<2026-10"], ["anuncio-sem-prazo", "medidas-escondidas", "frete-no-fim"]),
        (["journey.reviewed>=2026-10-01"], []),
        (["severity>2"], []),
        (["touchpoint.title>2026"], []),
        (["frequency>rare"], ["anuncio-sem-prazo", "medidas-escondidas", "frete-no-fim"]),
        (["tags="], ["anuncio-sem-prazo", "medidas-escondidas", "frete-no-fim"]),
    ],
)
def test_conditions_choose_rows(conditions: list[str], expected: list[str]) -> None:
    """Texts, ids behind titles, ranks, numbers and dates are compared; several conditions all hold."""
    options = [word for condition in conditions for word in ("--where", condition)]
    assert ids("pains", *options) == expected


def test_rows_are_sorted_by_meaning() -> None:
    """Levels sort by rank and numbers as numbers, in both directions; rows without a value come last."""
    assert ids("pains", "--sort", "severity")[0] == "medidas-escondidas"
    assert ids("pains", "--sort", "severity", "--reverse")[0] == "frete-no-fim"
    assert ids("touchpoints", "--sort", "emotion.score")[0] == "carrinho"
    titles = [
        line.split("\t")[1]
        for line in run_journeymap(
            "ls", "touchpoints", "--sort", "title", "--plain", cwd=SHOP
        ).stdout.splitlines()
    ]
    assert titles == sorted(titles, key=str.casefold)
    assert ids("touchpoints", "--reverse") == ids("touchpoints")[::-1]
    for direction in ([], ["--reverse"]):
        assert ids("touchpoints", "--sort", "pains", *direction)[-1] in {
            "indicacao",
            "vizinha",
            "entrega-em-casa",
        }


def test_one_thing_stands_for_its_kind() -> None:
    """`ls pain` and `ls opportunity` are understood."""
    assert ids("pain") == ids("pains")
    assert ids("opportunity") == ids("opportunities")


def test_every_kind_has_columns_and_can_be_listed() -> None:
    """Each kind is listed in every form; the address is the first column."""
    assert set(KINDS) == set(COLUMNS)
    for kind in KINDS:
        assert COLUMNS[kind][0].field == "address"
        assert run_journeymap("ls", kind, cwd=SHOP).code == 0
        data = json.loads(run_journeymap("ls", kind, "--json", cwd=SHOP).stdout)
        jsonschema.Draft202012Validator(SCHEMA).validate(data)
        assert data["kind"] == kind


@pytest.mark.parametrize("kind", KINDS)
def test_the_lists_of_the_examples_look_as_agreed(kind: str) -> None:
    """What people see at 80 columns is looked at whenever it changes."""
    text = run_journeymap("ls", kind, cwd=ROOT / "examples").stdout
    match_golden(ROOT / "tests" / "goldens" / "terminal" / f"ls-{kind}.txt", text)


def test_forms_agree() -> None:
    """JSON has whole lists and numbers, CSV the same joined, plain lines no header."""
    words = ("ls", "touchpoints", "--columns", "address,channel,emotion.score,kpi,kpi.target")
    rows = json.loads(run_journeymap(*words, "--json", cwd=SHOP).stdout)["rows"]
    table = list(csv.DictReader(io.StringIO(run_journeymap(*words, "--csv", cwd=SHOP).stdout, newline="")))
    lines = [line.split("\t") for line in run_journeymap(*words, "--plain", cwd=SHOP).stdout.splitlines()]
    assert len(rows) == len(table) == len(lines)
    for row, record, line in zip(rows, table, lines, strict=True):
        assert record["channel"] == line[1] == ", ".join(row["channel"])
        assert row["kpi"] is None or row["kpi"] == record["kpi"]
        assert isinstance(row["emotion.score"], int | None)


def test_spreadsheet_gets_no_formula(tmp_path: Path) -> None:
    """A title that a spreadsheet would calculate is disarmed, and comes whole in the other forms."""
    (tmp_path / "a.journey.yaml").write_text(
        "journeymap: 1\nkind: journey\nid: a\ntitle: '=1+1'\nstages: [{id: s, title: S}]\n"
    )
    assert "a,'=1+1," in run_journeymap("ls", "journeys", "--csv", cwd=tmp_path).stdout
    assert "a\t=1+1\t" in run_journeymap("ls", "journeys", "--plain", cwd=tmp_path).stdout


def test_only_what_is_named_is_listed() -> None:
    """A file lists what is in it, whatever else its workspace holds."""
    folder = ROOT / "examples" / "online-retailer"
    outcome = run_journeymap("ls", "journeys", "journeys/returns.journey.yaml", "--plain", cwd=folder)
    assert [line.split("\t")[0] for line in outcome.stdout.splitlines()] == ["returns"]
    personas = run_journeymap("ls", "personas", "personas", "--plain", cwd=folder).stdout
    assert [line.split("\t")[0] for line in personas.splitlines()] == [
        "deal-hunter",
        "gift-buyer",
        "loyal-runner",
    ]


def test_the_public_sees_less() -> None:
    """What is internal is not listed for the public."""
    folder = ROOT / "examples" / "online-retailer"
    everything = json.loads(run_journeymap("ls", "journeys", "--json", cwd=folder).stdout)["rows"]
    public = json.loads(
        run_journeymap("ls", "journeys", "--json", "--visibility", "public", cwd=folder).stdout
    )
    expected = [row["id"] for row in everything if row["visibility"] == "public"]
    assert [row["id"] for row in public["rows"]] == expected
    assert 0 < len(expected) < len(everything)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 200])
@pytest.mark.parametrize("kind", KINDS)
def test_no_table_is_wider_than_the_terminal(kind: str, width: int) -> None:
    """The examples fit at any width, in colour as well."""
    console = console_at(ROOT / "examples")
    run(["ls", kind], console.streams, environ={"COLUMNS": str(width), "NO_COLOR": "1"}, cwd=console.cwd)
    assert max(map(width_of, shown(console)[0].splitlines())) <= min(width, 120)
    colored = console_at(ROOT / "examples")
    run(["ls", kind], colored.streams, environ={"COLUMNS": str(width)}, cwd=colored.cwd)
    assert "\x1b[1m" in shown(colored)[0]


def test_columns_without_room_are_said() -> None:
    """What falls away at the right is said, with the forms that have it."""
    console = console_at(SHOP)
    columns = "address,text,severity,frequency,title,touchpoint,stage,phase,confidence,personas,journey.title"
    run(["ls", "pains", "--columns", columns], console.streams, environ={"COLUMNS": "40"}, cwd=console.cwd)
    assert "no room for 3 columns at the right; --plain, --csv and --json show all" in shown(console)[1]


@pytest.mark.parametrize("form", [[], ["--plain"], ["--csv"], ["--json"]])
@pytest.mark.parametrize("kind", ["journeys", "touchpoints", "pains"])
def test_hostile_titles_stay_harmless(kind: str, form: list[str], tmp_path: Path) -> None:
    """Escapes, bidirectional controls and line breaks in a journey never reach a terminal raw."""
    text = json.dumps(f"evil {HARMFUL}".replace("\ud800", "").replace("\udfff", "") + "\r\n\tend")
    (tmp_path / "a.journey.yaml").write_text(
        f"journeymap: 1\nkind: journey\nid: a\ntitle: {text}\nstages:\n  - id: s\n    title: {text}\n"
        f"    touchpoints: [{{id: t, title: {text}, channel: web, pains: [{text}]}}]\n"
    )
    outcome = run_journeymap("ls", kind, *form, cwd=tmp_path)
    output = outcome.stdout.replace("\r\n", "\n") if form == ["--csv"] else outcome.stdout
    assert leaks(output.replace("\t", "") if form == ["--plain"] else output) == []
    assert leaks(outcome.stderr) == []


def test_a_reader_that_goes_away_is_no_error() -> None:
    """A pipe that is closed early ends the program without a word."""
    program = [sys.executable, "-c", "import sys; from journeymap.__main__ import main; sys.exit(main())"]
    line = [*program, "ls", "touchpoints", "-q", str(ROOT / "examples")]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
