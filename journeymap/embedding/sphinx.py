"""The directive for Sphinx, in reStructuredText and in MyST: ``.. journey:: first-purchase``.

The picture goes into HTML as it is and into LaTeX as a PDF; where there are no pictures stands a table, in
which Sphinx searches as well. A page remembers the files that it is made from, so that it is read again when
one changes.
"""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from journeymap import __version__
from journeymap.embedding.problems import NotShown
from journeymap.embedding.shelf import Shelf
from journeymap.embedding.showing import (
    choose_form,
    find_address,
    language_of,
    print_picture,
    show,
    tell_in_tables,
    title_link,
)
from journeymap.embedding.wishes import Wish, read_wish
from journeymap.model.visibility import Audience
from journeymap.rendering.failures import RenderingError
from journeymap.rendering.naming import write_number
from journeymap.rendering.tables.cells import Cell, tell_cell
from journeymap.rendering.tables.table import Table

_LINE = 24
_HEARD = logging.getLogger(__name__)


class journey(nodes.General, nodes.Element):  # type: ignore[misc]  # noqa: N801 - docutils names nodes so
    """A journey in a document: markup for HTML, a wish to be met again for LaTeX, tables for all others."""


class JourneyDirective(SphinxDirective):
    """Shows a journey: ``.. journey:: ID`` with options, or with ``:file:`` in place of the id."""

    optional_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {
        key: directives.unchanged_required for key in Wish._fields if key != "id"
    }

    def run(self) -> list[Any]:
        """Return the node that stands for the journey, or for why it cannot be shown."""
        source, line = self.get_source_info()
        try:
            return [self._show()]
        except NotShown as failure:
            for problem in failure.lines:
                _HEARD.warning("%s", problem, location=(self.env.docname, line), type="journeymap")
            box = nodes.error(source=source, line=line)
            box += [nodes.paragraph("", text) for text in failure.lines]
            return [box]

    def _show(self) -> journey:
        env, config = self.env, self.env.config
        given = {**({"id": self.arguments[0]} if self.arguments else {}), **self.options}
        wish = read_wish(given, place="")
        shelf = choose_shelf(config)
        beside = (Path(env.doc2path(env.docname)).parent, Path(env.srcdir))
        found = shelf.find(wish, *beside)
        for file in found.files:
            env.note_dependency(str(file))
        page = sha256(env.docname.encode()).hexdigest()[:6]
        name = f"{page}-{env.new_serialno('journey')}"
        node = journey(name=name, wish=tuple(wish), beside=[str(each) for each in beside])
        node["html"] = show(found, wish, name=name, site=config.journeymap_site, table_class="docutils")
        node["is_picture"] = choose_form(found.portfolio, wish) != "table"
        for table in tell_in_tables(found, wish):
            node += _build_table(table, language_of(found))
        address = find_address(found, wish, config.journeymap_site)
        if address:
            link = nodes.reference("", title_link(found), refuri=address, internal=False)
            node += nodes.paragraph("", "", link)
        return node


def choose_shelf(config: Any) -> Shelf:
    """Return the journeys that a project is set up with."""
    folder = Path(config.journeymap_folder)
    return shelf_of(folder, config.journeymap_workspace, config.journeymap_visibility)


@cache
def shelf_of(project: Path, workspace: str, audience: Audience) -> Shelf:
    """Return the journeys of a project, the same ones for all of its pages."""
    return Shelf(project, workspace=workspace, audience=audience)


def write_in_html(translator: Any, node: journey) -> None:
    """Put the picture or table into a page as it is."""
    translator.body.append(node["html"])
    raise nodes.SkipNode


def write_in_latex(translator: Any, node: journey) -> None:
    """Put the picture beside the document as a PDF; without one its table is written instead."""
    if not node["is_picture"]:
        return
    wish = Wish(*node["wish"])
    try:
        content = print_picture(choose_shelf(translator.config).find(wish, *map(Path, node["beside"])), wish)
    except (NotShown, RenderingError) as error:
        _HEARD.info("a table stands for a picture: %s", error)
        return
    file = f"journey-{node['name']}.pdf"
    Path(translator.builder.outdir, file).write_bytes(content)
    size = r"width=\linewidth,height=.9\textheight,keepaspectratio"
    translator.body.append(f"\n\\noindent\\includegraphics[{size}]{{{file}}}\n\n")
    node[:] = [each for each in node if isinstance(each, nodes.paragraph)]


def write_tables(_translator: Any, _node: journey) -> None:
    """Leave it to what is inside."""


def _build_table(table: Table, lang: str) -> Any:
    """Return a table as docutils has them."""
    rows = [[_write_cell(cell, lang) for cell in row] for row in table.rows]
    lines = [[column.title for column in table.columns], *rows]
    group = nodes.tgroup(cols=len(table.columns))
    group += [nodes.colspec(colwidth=_measure(column)) for column in zip(*lines, strict=True)]
    head, body = nodes.thead(), nodes.tbody()
    head += _build_row(lines[0])
    body += [_build_row(line) for line in lines[1:]]
    group += [head, body]
    built = nodes.table()
    built += [nodes.title("", table.title), group]
    return built


def _build_row(texts: list[str]) -> Any:
    row = nodes.row()
    row += [nodes.entry("", *([nodes.paragraph("", text)] if text else [])) for text in texts]
    return row


def _measure(texts: tuple[str, ...]) -> int:
    """Return the width of a column in letters: that of its texts up to a line, and of its longest word."""
    words = (word for text in texts for word in text.split())
    return max(min(max(map(len, texts)), _LINE), max(map(len, words), default=1), 1)


def _write_cell(cell: Cell, lang: str) -> str:
    told = tell_cell(cell)
    return told if isinstance(told, str) else write_number(told, lang=lang)


def setup(app: Any) -> dict[str, Any]:
    """Set Sphinx up: the node, the directive, and where journeys are and are published."""
    plain = (write_tables, write_tables)
    app.add_node(
        journey,
        html=(write_in_html, None),
        latex=(write_in_latex, write_tables),
        text=plain,
        man=plain,
        texinfo=plain,
    )
    app.add_directive("journey", JourneyDirective)
    app.add_config_value("journeymap_folder", str(app.confdir), "env", [str])
    app.add_config_value("journeymap_workspace", "", "env", [str])
    app.add_config_value("journeymap_site", "", "env", [str])
    app.add_config_value("journeymap_visibility", "internal", "env", [str])
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
