"""Which form and format a file gets: from options, from its name, from its view, from its extension."""

from typing import Any

import pytest

from journeymap.cli.options import UsageError
from journeymap.cli.outputs import FORM_NAMES, FORMATS, Output, choose_outputs
from journeymap.rendering import DEFAULT_FORMS, FORMS

NOTHING: dict[str, Any] = {
    "journey": None,
    "output": (),
    "form": None,
    "format": None,
    "view": None,
    "table": None,
    "theme": None,
    "lanes": (),
    "persona": (),
    "paper": None,
    "engine": None,
    "embed_font": None,
    "raw_csv": False,
}


def choose(*paths: str, **given: Any) -> list[tuple[str, str]]:
    """Return the form and format of each file."""
    values = {**NOTHING, "output": paths, **given}
    return [
        (output.form, output.format)
        for output in choose_outputs(values, {"feelings": "table", "exec": "map"})
    ]


@pytest.mark.parametrize(
    ("path", "form", "format"),
    [
        ("shop.svg", "map", "svg"),
        ("out/flow.svg", "flow", "svg"),
        ("out\\shop.FLOW.SVG", "flow", "svg"),
        ("shop.matrix.md", "matrix", "md"),
        ("flow.csv", "table", "csv"),
        ("flow/shop.png", "map", "png"),
        ("stages.table.html", "table", "html"),
        ("map.html", "page", "html"),
        ("heatmap.xlsx", "heatmap", "xlsx"),
        ("shop.mmd", "map", "mmd"),
        ("flow.mmd", "flow", "mmd"),
        ("shop.dot", "flow", "dot"),
        ("shop.json", "model", "json"),
    ],
)
def test_a_name_says_form_and_format(path: str, form: str, format: str) -> None:
    """The extension is the format, and the word before it the form, where there is such a form."""
    assert choose(path) == [(form, format)]


def test_options_come_before_names_and_views_before_defaults() -> None:
    """What is asked for in words counts more than a name, and the view's form more than the usual one."""
    assert choose("flow.svg", form="curve") == [("curve", "svg")]
    assert choose("-", format="md", form="matrix") == [("matrix", "md")]
    assert choose("x.html", view="feelings") == [("table", "html")]
    assert choose("x.svg", view="exec") == [("map", "svg")]


def test_several_files_each_have_their_own() -> None:
    """An option has to mean something for one of the files, not for all."""
    assert choose("a.svg", "flow.dot", "a.csv", theme="dark", raw_csv=True) == [
        ("map", "svg"),
        ("flow", "dot"),
        ("table", "csv"),
    ]


@pytest.mark.parametrize(
    ("paths", "given", "message"),
    [
        ((), {}, "where to? name a file with -o"),
        (("-", "a.svg"), {"format": "svg"}, "standard output takes one file"),
        (("a.jpg",), {}, "`.jpg` is no format to render"),
        (("a",), {}, "`a` has no extension"),
        (("-",), {}, "standard output has no extension: name a format"),
        (("a.csv",), {"form": "flow"}, "a flow is not written as csv"),
        (("a.svg",), {"view": "feelings"}, "a table is not written as svg"),
        (("a.svg",), {"table": "stages"}, "`--table` means nothing for a map as svg"),
        (("a.html",), {"theme": "dark"}, "`--theme` means nothing for a page as html"),
        (("a.md",), {"raw_csv": True}, "`--raw-csv` means nothing for a table as md"),
        (("a.svg",), {"paper": "a4"}, "`--paper` means nothing for a map as svg"),
        (("a.svg",), {"engine": "dot"}, "`--engine` means nothing for a map as svg"),
        (("flow.svg",), {"lanes": ("pains",)}, "`--lanes` means nothing for a flow as svg"),
        (
            ("a.md",),
            {"table": "stages", "view": "feelings"},
            "`--table` and `--view` both choose the table: name one of them",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(paths: tuple[str, ...], given: dict[str, Any], message: str) -> None:
    """Every wish that cannot be met, or would do nothing, is answered with what can."""
    with pytest.raises(UsageError) as raised:
        choose(*paths, **given)

    assert raised.value.message == message
    assert raised.value.next_steps or "both" in message


def test_every_format_has_a_form_that_is_written_in_it() -> None:
    """The defaults name forms that exist, and every form has a default format or a name of its own."""
    assert {format for format, form in DEFAULT_FORMS.items() if format not in FORMS[form]} == set()
    assert {format for formats in FORMS.values() for format in formats} == set(FORMATS)
    assert set(FORM_NAMES) == {*FORMS, "page"}
    assert Output("a.svg", "map", "svg").form in FORM_NAMES
