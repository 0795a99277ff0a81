"""The page of all forms and formats, from the registry that makes them."""

from collections.abc import Mapping

from journeymap.cli.outputs import FORM_NAMES, PAGE
from journeymap.rendering import DEFAULT_FORMS, FORMS, PORTFOLIO_FORMS

SHOWN: Mapping[str, str] = {
    "map": "the journey map: touchpoints in columns, lanes in rows, the emotion curve through them",
    "flow": "the ways through a journey: branches with their shares, loops, drop-off, exits, other journeys",
    "curve": "the emotion curve alone: one line for each persona, today and planned",
    "matrix": "the opportunities by value and effort",
    "heatmap": "all journeys of the workspace by phase, with the mean feeling of each; it names no journey",
    "table": "the tables of a journey, and the views of the workspace",
    "model": "the whole compiled journey, for programs",
    "page": "the journey's page with all it needs inside, in one file",
}
"""Form → what it shows."""

WRITTEN: Mapping[str, str] = {
    "html": "a page that loads nothing and runs nothing from elsewhere",
    "svg": "a picture of shapes and text, for pages, for git and for drawing programs",
    "png": "pixels, for whatever takes no SVG; needs the extra `export`",
    "pdf": "paper: tagged, with real text; needs the extra `export`",
    "pptx": "slides with native tables and shapes; needs the extra `export`",
    "mmd": "a Mermaid diagram: the map as `journey`, the flow as `flowchart`",
    "dot": "the language of Graphviz",
    "d2": "the language of D2",
    "puml": "the language of PlantUML",
    "md": "Markdown tables, a line each row, so that a changed cell is a changed line",
    "csv": "RFC 4180, for programs: headers and words of ours are the same in every language; what a"
    " spreadsheet would calculate is marked as text",
    "xlsx": "a workbook with an overview and a sheet for each table; needs the extra `export`",
    "json": "JSON with a published schema: [what it holds](journey-output.md)",
}
"""Format → what it is."""

OPENING = """\
# Forms and formats

`journeymap render JOURNEY -o FILE` writes a journey in any of these. A *form* is what is shown, a *format*
how it is written. The file's extension is the format; the word before it may be the form, as in `flow.svg`
or `shop.matrix.svg`; `--form` and `--format` say both in words. Give `-o` several times for several files:
they are made in one run, and none is written when one cannot be. What people write by hand is never
written over.

`--embed-font` puts the letters that an SVG uses into it; like some formats below it needs the extra
`export`: `pip install 'journeymap[export]'`.
"""


def write_forms_page() -> str:
    """Return the whole page."""
    formats = tuple(WRITTEN)
    matrix = [f"| | {' | '.join(formats)} |", f"|---|{'---|' * len(formats)}"]
    for form in FORM_NAMES:
        row = (_sign(form, format) for format in formats)
        matrix.append(f"| {form} | {' | '.join(row)} |")
    return "\n".join(
        [
            OPENING,
            "## The forms\n",
            *(f"- **{form}**: {SHOWN[form]}." for form in FORM_NAMES),
            "\n## The formats\n",
            *(f"- **{format}**: {WRITTEN[format]}." for format in formats),
            "\n## Which form comes in which format\n",
            "`●` is what a file of that extension holds when nothing else is said, `○` what it can hold.\n",
            *matrix,
            "",
            f"Forms of the whole workspace: {', '.join(sorted(PORTFOLIO_FORMS))}. They need no journey.",
            "",
        ]
    )


def _sign(form: str, format: str) -> str:
    if form == PAGE:
        return "●" if format == "html" else ""
    if format not in FORMS[form]:
        return ""
    return "●" if DEFAULT_FORMS.get(format) == form else "○"
