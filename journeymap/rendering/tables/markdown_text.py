r"""Tables as Markdown, in the dialect of GitHub: what a map says can change no table and no page.

Cells are not padded, so that a changed cell is a changed line and no other. Everything that Markdown
or a code host would act on is disarmed: inline marks and HTML are escaped, and a mention or a
reference is broken by an invisible space, because hosts look for those after escapes are gone.
"""

import re
from collections.abc import Sequence

from journeymap.rendering.naming import set_decimals
from journeymap.rendering.tables.cells import Cell, tell_cell
from journeymap.rendering.tables.table import Table

ZERO_WIDTH_SPACE = "\N{ZERO WIDTH SPACE}"

_SPACE = re.compile(r"\s+")
_MARKS = re.compile(r"[\\`*_{}\[\]<>|~$&]")
_PLAIN = re.compile(r"[A-Za-z0-9.,:;/()'\"]+(?: [A-Za-z0-9.,:;/()'\"]+)*").fullmatch
_CALLS = re.compile(r"(?<=[@#])(?=\w)|(?<=\bGH)(?=-\d)", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def write_markdown(table: Table, *, lang: str = "en") -> str:
    """Return a table as Markdown; columns of numbers are set flush right."""
    header = [escape_markdown(column.title) for column in table.columns]
    rule = ["---:" if column.numeric else "---" for column in table.columns]
    rows = [[_cell(cell, lang) for cell in row] for row in table.rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (header, rule, *rows))


def write_markdown_page(title: str, tables: Sequence[Table], *, lang: str = "en") -> str:
    """Return several tables as one Markdown page, each below its heading."""
    parts = [f"# {escape_markdown(title)}\n"]
    parts += (f"## {escape_markdown(table.title)}\n\n{write_markdown(table, lang=lang)}" for table in tables)
    return "\n".join(parts)


def escape_markdown(text: str) -> str:
    """Return a text of one line that Markdown shows as it stands."""
    if _PLAIN(text):
        return text  # as most are
    plain = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", _SPACE.sub(" ", text).strip())
    escaped = _MARKS.sub(_escape, plain)
    return _CALLS.sub(ZERO_WIDTH_SPACE, escaped)


def _escape(mark: "re.Match[str]") -> str:
    r"""Write HTML's marks as entities: ``\<`` is enough for CommonMark, but not for all that read it."""
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(mark[0], f"\\{mark[0]}")


def _cell(cell: Cell, lang: str) -> str:
    told = tell_cell(cell)
    return escape_markdown(told) if isinstance(told, str) else set_decimals(str(told), lang=lang)
