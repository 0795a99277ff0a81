"""Tables as one page of HTML that needs nothing else: it can be sent, printed, and read by a machine.

It is light or dark as the reader likes, always light on paper, and runs nothing. It is written without the
template engine: loading that takes longer than all tables of a journey.
"""

from collections.abc import Iterator, Sequence

from journeymap.rendering.metrics import printable
from journeymap.rendering.naming import write_number
from journeymap.rendering.policies import embedded_policy
from journeymap.rendering.tables.cells import Amount, Cell, Score, Span, tell_cell
from journeymap.rendering.tables.table import Column, Table
from journeymap.rendering.templating import direction
from journeymap.resources import templates_path
from journeymap.themes.branding import OwnTheme
from journeymap.themes.choosing import DARK_NAME, LIGHT_NAME, choose_theme
from journeymap.themes.theme import Theme

_TOKENS = ("background", "surface", "text", "muted", "line", "border", "accent")
_LINE_ENDS = str.maketrans({"\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"})


def write_html(title: str, tables: Sequence[Table], *, lang: str, theme: OwnTheme = OwnTheme()) -> str:  # noqa: B008 - frozen
    """Return tables as a page of their own; ``theme`` is what the workspace changes about its looks."""
    style, name = _write_style(theme), _shown(title)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{_escaped(lang)}" dir="{direction(lang)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_escaped(embedded_policy(style))}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="generator" content="journeymap">',
        f"<title>{name}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        "<main>",
        f'<h1><span dir="auto">{name}</span></h1>',
    ]
    for number, table in enumerate(tables, start=1):
        lines += write_table(table, f"table-{number}", lang)
    return "\n".join([*lines, "</main>", "</body>", "</html>"])


def write_table(table: Table, id: str, lang: str) -> Iterator[str]:
    """Yield the lines of a table inside the element that it scrolls in; ``id`` is that of its title."""
    yield f'<div class="table" role="group" aria-labelledby="{id}" tabindex="0">'
    yield "<table>"
    yield f'<caption id="{id}"><span dir="auto">{_shown(table.title)}</span></caption>'
    yield "<thead>"
    yield "<tr>"
    yield from map(_write_head, table.columns)
    yield "</tr>"
    yield "</thead>"
    yield "<tbody>"
    for row in table.rows:
        yield "<tr>"
        yield from (_write_cell(cell, place, lang) for place, cell in enumerate(row))
        yield "</tr>"
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _write_head(column: Column) -> str:
    if not column.title:
        return "<td></td>"
    kind = ' class="number"' if column.numeric else ""
    return f'<th scope="col"{kind}><span dir="auto">{_shown(column.title)}</span></th>'


def _write_cell(cell: Cell, place: int, lang: str) -> str:
    """Return a cell: one that names its row, one that is a number, or neither."""
    told = tell_cell(cell)
    if not isinstance(told, str):
        return f'<td class="number"><span dir="ltr">{_shown(write_number(told, lang=lang))}</span></td>'
    if isinstance(cell, Score):
        return f'<td class="number"><span dir="ltr">{_shown(told)}</span></td>'
    text = f'<span dir="auto">{_shown(told)}</span>' if told else ""
    if place == 0 and told.strip():
        return f'<th scope="row">{text}</th>'
    return f'<td class="number">{text}</td>' if isinstance(cell, Span | Amount) else f"<td>{text}</td>"


def _shown(text: str) -> str:
    """Return a text as a page can hold it: escaped, lines end in one way, no control characters."""
    lines = text.translate(_LINE_ENDS).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _escaped("\n".join(map(printable, lines.split("\n"))))


def _escaped(text: str) -> str:
    return text.translate(_ESCAPED)


def _write_style(own: OwnTheme) -> str:
    """Return the style sheet: the colours of both appearances, and the rules."""
    light, dark = choose_theme(own, LIGHT_NAME), choose_theme(own, DARK_NAME)
    rules = (templates_path() / "tables" / "style.css").read_text(encoding="utf-8")
    style = (
        f":root {{ --family: {light.type.family}; {_write_tokens(light)} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_write_tokens(dark)} }} }}\n{rules}"
    )
    assert "</" not in style
    return style


def _write_tokens(theme: Theme) -> str:
    colours = (f"--{name}: {getattr(theme, name)};" for name in _TOKENS)
    return " ".join((f"color-scheme: {theme.name};", *colours))
