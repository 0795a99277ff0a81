"""The catalogues of our own texts: what the source marks, and what the translations hold."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from journeymap.model.priorities import FORMULAS
from journeymap.model.summaries import DEFAULT_WORDS
from journeymap.rendering.tables.table import DEFAULT_COLUMNS, TABLES
from tests.conftest import ROOT

LOCALES = ROOT / "templates" / "locales"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "marked": None,
    "marked_in": ((1, "c"), 2),
    "marked_count": (1, 2),
    "translate_count": (1, 2),
    "translate_in": ((1, "c"), 2),
}


class Text(NamedTuple):
    """One text of ours: its context, its singular, its plural, and the files it stands in."""

    context: str
    singular: str
    plural: str = ""


def extract_texts() -> dict[Text, list[str]]:
    """Return every text that the source and the templates mark, with the files it stands in."""
    found: dict[Text, set[str]] = {}
    for text, file in _marked():
        found.setdefault(text, set()).add(file)
    plurals = {text.singular for text in found if text.plural}
    single = {text for text in found if not text.plural and not text.context and text.singular in plurals}
    return {text: sorted(found[text]) for text in sorted(found.keys() - single)}


def make_template() -> Catalog:
    """Return the catalogue that translators start from."""
    catalog = Catalog(project="journeymap", fuzzy=False)
    for text, files in extract_texts().items():
        ids = (text.singular, text.plural) if text.plural else text.singular
        catalog.add(ids, locations=[(file, 0) for file in files], context=text.context or None)
    return catalog


def read_catalogue(language: str) -> Catalog:
    """Return a translation."""
    with (LOCALES / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=language)


def write_texts(catalog: Catalog) -> bytes:
    """Return a catalogue as text, without the dates and line numbers that would change for nothing."""
    text = io.BytesIO()
    write_po(text, catalog, width=100, sort_output=True, omit_header=True, no_location=False)
    header = _header(catalog)
    return header.encode() + text.getvalue().replace(b":0\n", b"\n").replace(b":0 ", b" ")


def compile_texts(catalog: Catalog) -> bytes:
    """Return a catalogue as programs read it, its header free of dates and versions."""
    text = io.BytesIO()
    write_mo(text, _Plain(catalog))
    return text.getvalue()


class _Plain(Catalog):
    """A catalogue whose header says only what a program needs."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__(locale=catalog.locale)
        self._messages_in_order = [
            Message("", "\n".join(_header_lines(catalog)) + "\n"),
            *(message for message in catalog if message.id and message.string),
        ]

    def __iter__(self) -> Iterator[Message]:
        return iter(self._messages_in_order)


def update_catalogue(language: str, path: Path) -> Catalog:
    """Return a translation with the texts of today; what is no longer said is dropped."""
    old = read_catalogue(language) if path.exists() else Catalog()
    catalog = Catalog(locale=language, project="journeymap", fuzzy=False)
    for message in make_template():
        if message.id:
            known = old.get(message.id, context=message.context)
            # A text that has been given two forms since is translated anew.
            same = known and isinstance(known.id, tuple | list) == isinstance(message.id, tuple | list)
            catalog.add(
                message.id,
                known.string if known and same else None,
                message.locations,
                context=message.context,
            )
    return catalog


def is_complete(message: Message) -> bool:
    """Say whether a message is translated in all its forms."""
    strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(strings)


def _header(catalog: Catalog) -> str:
    return 'msgid ""\nmsgstr ""\n' + "".join(f'"{line}\\n"\n' for line in _header_lines(catalog)) + "\n"


def _header_lines(catalog: Catalog) -> list[str]:
    charset = "Content-Type: text/plain; charset=utf-8"
    if not catalog.locale:
        return [charset]
    return [f"Language: {catalog.locale}", charset, f"Plural-Forms: {catalog.plural_forms}"]


def _marked() -> Iterator[tuple[Text, str]]:
    package = ROOT / "journeymap"
    for path in sorted(package.rglob("*.py")):
        for _, message, _, context in extract_from_file("python", path, keywords=KEYWORDS):
            yield _text(message, context), path.relative_to(ROOT).as_posix()
    templates = ROOT / "templates"
    options = {
        "extensions": "jinja2.ext.i18n",
        "trimmed": "false",
        "trim_blocks": "true",
        "lstrip_blocks": "true",
    }
    found = extract_from_dir(
        templates, [("**.html", "jinja2")], {"**.html": options}, keywords=KEYWORDS, strip_comment_tags=True
    )
    for file, _, message, _, context in found:
        yield _text(message, context), f"templates/{file}"
    for word in DEFAULT_WORDS:
        yield Text("", word), "journeymap/model/feelings.py"
    for formula in FORMULAS.values():
        yield Text("", formula.title), "journeymap/model/priorities.py"
        yield Text("", formula.explanation), "journeymap/model/priorities.py"
    views = [view.columns for view in TABLES.values()]
    titles = [column.title for columns in (*views, *DEFAULT_COLUMNS.values()) for column in columns]
    for title in (*(view.title for view in TABLES.values()), *titles):
        if title:
            yield Text("", title), "journeymap/rendering/tables/table.py"


def _text(message: object, context: str | None) -> Text:
    if isinstance(message, tuple):
        singular, plural = (str(part) for part in message[:2])
        return Text(context or "", singular, plural)
    return Text(context or "", str(message))
