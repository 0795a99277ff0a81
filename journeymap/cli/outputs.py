"""Which files a command is to write: for each its form and format, from its name or from options."""

import re
from collections.abc import Mapping

from journeymap.cli.options import UsageError, Values
from journeymap.cli.parsing import suggest
from journeymap.named_tuples import NamedTuple
from journeymap.rendering import DEFAULT_FORMS, FORMS

PAGE = "page"
STDOUT = "-"
FORMATS = ("html", *DEFAULT_FORMS)
FORM_NAMES = (*FORMS, PAGE)

_PICTURES = ("svg", "png", "pdf")
_TABLES = ("md", "csv", "html", "xlsx")


class Output(NamedTuple):
    """A file to write, what it shows and how."""

    path: str
    form: str
    format: str


class Use(NamedTuple):
    """What an option is for: forms, and formats of them; empty stands for all."""

    forms: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()

    def holds(self, output: Output) -> bool:
        """Whether the option does anything for a file."""
        return (not self.forms or output.form in self.forms) and (
            not self.formats or output.format in self.formats
        )


USES: Mapping[str, Use] = {
    "table": Use(("table",)),
    "view": Use(("map", "table"), (*_PICTURES, "pptx", *_TABLES)),
    "theme": Use(("map", "flow", "curve", "matrix", "heatmap"), (*_PICTURES, "pptx", "dot")),
    "lanes": Use(("map",), (*_PICTURES, "pptx")),
    "persona": Use(("map", "curve"), (*_PICTURES, "pptx", *_TABLES)),
    "paper": Use(("map",), ("pdf",)),
    "width": Use((), ("png",)),
    "engine": Use(("flow", PAGE)),
    "templates": Use((PAGE,)),
    "embed_font": Use((), ("svg",)),
    "raw_csv": Use((), ("csv",)),
}
"""Option → what heeds it."""


def choose_outputs(
    values: Values, view_forms: Mapping[str, str] | None = None, journey: str = ""
) -> tuple[Output, ...]:
    """Return the files to write; ``view_forms`` says which form the views of a workspace have.

    ``journey`` is the id of the journey, as soon as it is known.
    """
    paths: tuple[str, ...] = values["output"]
    if not paths:
        raise UsageError("where to? name a file with -o", *_hints(values))
    if STDOUT in paths and len(paths) > 1:
        raise UsageError("standard output takes one file", "give it a command of its own")
    outputs = tuple(
        _choose_output(path, values, view_forms or {}, journey or values["journey"] or "") for path in paths
    )
    # What a view is, and with it the form of a file, is known once its workspace has been read.
    if view_forms is not None or not values["view"]:
        _refuse_idle_options(values, outputs, view_forms or {})
    return outputs


def _choose_output(path: str, values: Values, view_forms: Mapping[str, str], journey: str) -> Output:
    format = values["format"] or _format_of(path)
    form = values["form"] or _form_in(path, format, journey) or view_forms.get(values["view"] or "", "")
    form = form or (PAGE if format == "html" else DEFAULT_FORMS[format])
    if format not in _formats_of(form):
        others = [name for name in FORM_NAMES if format in _formats_of(name)]
        raise UsageError(
            f"a {form} is not written as {format}",
            f"a {form} is written as {', '.join(_formats_of(form))}",
            f"{format} holds a {' or a '.join(others)}: name it with --form, whatever the file is called",
        )
    return Output(path, form, format)


def _formats_of(form: str) -> tuple[str, ...]:
    return ("html",) if form == PAGE else tuple(FORMS[form])


def _format_of(path: str) -> str:
    """Return the format that a file's extension says."""
    if path == STDOUT:
        raise UsageError("standard output has no extension: name a format", f"--format {'|'.join(FORMATS)}")
    *_, extension = _name_parts(path)
    if extension in FORMATS:
        return extension
    shown = f"`.{extension}` is no format to render" if extension else f"`{path}` has no extension"
    raise UsageError(shown, *suggest(extension, FORMATS), f"there are: {', '.join(FORMATS)}")


def _form_in(path: str, format: str, journey: str) -> str:
    """Return the form that a file's name says, as in ``flow.svg``, ``shop.matrix.svg`` and ``shop-flow.svg``.

    After a dash it is one only where the format can hold it, and where the file is not just called like its
    journey.
    """
    last = _name_parts(path)[-2] if path != STDOUT else ""
    if last in FORM_NAMES:
        return last
    form = re.split(r"[-_]", last)[-1]
    return form if form in FORM_NAMES and format in _formats_of(form) and last != journey.lower() else ""


def _name_parts(path: str) -> list[str]:
    """Return the last word of a file's stem, and its extension; an empty text where there is none."""
    name = re.split(r"[/\\]", path)[-1].lower()
    stem, dot, extension = name.rpartition(".")
    return [stem.rpartition(".")[2], extension] if dot else [name, ""]


def _hints(values: Values) -> tuple[str, ...]:
    name = (values["journey"] or "journey").rpartition("/")[2].partition(".")[0] or "journey"
    return (f"journeymap render {values['journey'] or ''} -o {name}.html".replace("  ", " "),)


def _refuse_idle_options(values: Values, outputs: tuple[Output, ...], view_forms: Mapping[str, str]) -> None:
    """Refuse options that would do nothing: silence would look like success."""
    for option, use in USES.items():
        heeded = any(use.holds(output) for output in outputs)
        if option == "view":
            heeded = heeded or any(_is_called(output, view_forms.get(values["view"])) for output in outputs)
        if values[option] and not heeded:
            shown = option.replace("_", "-")
            what = " and ".join(dict.fromkeys(f"{output.form} as {output.format}" for output in outputs))
            fit = f"it is for {_listed(use.forms)}{' as ' if use.forms and use.formats else ''}"
            raise UsageError(f"`--{shown}` means nothing for a {what}", fit + _listed(use.formats))
    for option in ("lanes", "persona"):
        # A variable that is empty by mistake would otherwise ask for everything.
        if values[option] and not any(word.strip() for text in values[option] for word in text.split(",")):
            raise UsageError(f"`--{option}` names nothing", "name one, or leave the option out")
    if values["table"] and values["view"]:
        raise UsageError("`--table` and `--view` both choose the table: name one of them")


def _is_called(output: Output, form: str | None) -> bool:
    """Say whether a view of a form does no more than call for it: what it shows is always the same."""
    return output.form == form and output.form not in USES["view"].forms


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(words)
