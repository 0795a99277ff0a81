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
    "templates": None,
    "paper": None,
    "width": None,
    "engine": None,
    "embed_font": None,
    "raw_csv": False,
}


VIEWS = {"feelings": "table", "exec": "map", "ways": "flow", "mood": "curve", "next": "matrix"}


def choose(*paths: str, **given: Any) -> list[tuple[str, str]]:
    """Return the form and format of each file."""
    values = {**NOTHING, "output": paths, **given}
    return [(output.form, output.format) for output in choose_outputs(values, VIEWS)]


@pytest.mark.parametrize(
    ("path", "form", "format"),
    [
        ("shop.svg", "map", "svg"),
        ("out/flow.svg", "flow", "svg"),
        ("out\\shop.FLOW.SVG", "flow", "svg"),
        ("shop.matrix.md", "matrix", "md"),
        ("flow/shop.png", "map", "png"),
        ("stages.table.html", "table", "html"),
        ("page.html", "page", "html"),
        ("shop.html", "page", "html"),
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
    ("form", "format"), [(form, format) for form, formats in FORMS.items() for format in formats]
)
@pytest.mark.parametrize("view", [*VIEWS, "blueprint", "stages"])
def test_a_view_is_heeded_or_refused(view: str, form: str, format: str) -> None:
    """Maps and tables show what a view says, a view of another form only calls for it; else it is refused."""
    shown = form in {"map", "table"} and format != "mmd"
    called = VIEWS.get(view) == form and form not in {"map", "table"}
    if shown or called:
        assert choose(f"a.{format}", view=view, form=form) == [(form, format)]
    else:
        with pytest.raises(UsageError) as raised:
            choose(f"a.{format}", view=view, form=form)
        assert raised.value.message == f"`--view` means nothing for a {form} as {format}"


@pytest.mark.parametrize(
    ("path", "view", "form"),
    [
        ("a.svg", "ways", "flow"),
        ("a.dot", "ways", "flow"),
        ("a.md", "mood", "curve"),
        ("a.html", "next", "matrix"),
    ],
)
def test_a_view_calls_for_its_form(path: str, view: str, form: str) -> None:
    """The view of a workspace says the form where nothing else does."""
    assert choose(path, view=view) == [(form, path[2:])]


def test_options_wait_for_the_views() -> None:
    """As long as nobody knows the views of the workspace, nothing is refused that a view may call for."""
    values = {**NOTHING, "output": ("a.svg",), "view": "ways", "engine": "dot"}

    assert choose_outputs(values) == (Output("a.svg", "map", "svg"),)
    assert choose_outputs(values, VIEWS) == (Output("a.svg", "flow", "svg"),)


@pytest.mark.parametrize(
    ("paths", "given", "message"),
    [
        ((), {}, "where to? name a file with -o"),
        (("-", "a.svg"), {"format": "svg"}, "standard output takes one file"),
        (("a.jpg",), {}, "`.jpg` is no format to render"),
        (("a",), {}, "`a` has no extension"),
        (("-",), {}, "standard output has no extension: name a format"),
        (("a.csv",), {"form": "flow"}, "a flow is not written as csv"),
        (("flow.pptx",), {}, "a flow is not written as pptx"),
        (("map.html",), {}, "a map is not written as html"),
        (("a.svg",), {"lanes": ("", " , ")}, "`--lanes` names nothing"),
        (("a.svg",), {"view": "feelings"}, "a table is not written as svg"),
        (("a.svg",), {"table": "stages"}, "`--table` means nothing for a map as svg"),
        (("a.html",), {"theme": "dark"}, "`--theme` means nothing for a page as html"),
        (("a.md",), {"raw_csv": True}, "`--raw-csv` means nothing for a table as md"),
        (("a.svg",), {"paper": "a4"}, "`--paper` means nothing for a map as svg"),
        (("a.svg",), {"width": 900}, "`--width` means nothing for a map as svg"),
        (("a.svg",), {"engine": "dot"}, "`--engine` means nothing for a map as svg"),
        (("a.html",), {"view": "gone"}, "`--view` means nothing for a page as html"),
        (("a.html",), {"view": "exec"}, "a map is not written as html"),
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
