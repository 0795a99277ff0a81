"""The compiled journey, whole, as JSON with a published schema: ``schemas/journey-output.schema.json``.

Fields stand in the order of the model. A field that holds nothing is left out, unless nothing could say what
it means: an item always has its title, and an empty ``next`` says that the journey ends there.
"""

import posixpath
import re
from collections.abc import Mapping
from json import dumps
from json.encoder import encode_basestring
from math import isfinite
from typing import Any, Final

from journeymap.model import Image, Journey, Portfolio
from journeymap.rendering.exchange.derived import derive_values
from journeymap.rendering.exchange.document import FORMAT, FORMAT_VERSION, Document, Settings
from journeymap.rendering.exchange.references import gather_references
from journeymap.source import Place

_DECIMALS: Final = 9
"""Keeps every number that people type, and drops what binary fractions add to it."""
_EXACT: Final = 2**53
"""Above it a float that is whole need not be the number that was meant."""
_MEANT_EMPTY: Final = frozenset({"next"})
"""The fields in which an empty list says something else than none."""
_UNSEEN: Final = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
"""What steers a terminal, deceives a reader or cannot be encoded; JSON has an escape for each."""


def write_model(portfolio: Portfolio, journey: Journey) -> str:
    """Return a compiled journey with all that it refers to as one JSON object."""
    workspace = portfolio.workspace
    folder = workspace.root if workspace.declared else posixpath.dirname(journey.at.file)
    return write_json(_Plainer(folder).record(_compile_document(portfolio, journey)))


def record_of(value: Any, folder: str) -> dict[str, Any]:
    """Return a value of the model as JSON knows it; pictures are named from a folder."""
    return _Plainer(folder).record(value)


def write_json(data: Mapping[str, Any]) -> str:
    """Return data as a text that deceives no reader: what nobody would see is written as an escape."""
    return escape_unseen(_lay_out(data, "\n")) + "\n"


def _lay_out(value: Any, line: str) -> str:
    """Return a value as ``dumps`` indents it by two, which takes several times as long for it.

    ``line`` is the end of a line with the indentation of the next one.
    """
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, Mapping) and value:
        inner = f"{line}  "
        entries = [f"{encode_basestring(key)}: {_lay_out(each, inner)}" for key, each in value.items()]
        return f"{{{inner}{f',{inner}'.join(entries)}{line}}}"
    if isinstance(value, list) and value:
        inner = f"{line}  "
        return f"[{inner}{f',{inner}'.join([_lay_out(each, inner) for each in value])}{line}]"
    return dumps(value)


def escape_unseen(text: str) -> str:
    """Return JSON in which what nobody would see is written as an escape."""
    return _UNSEEN.sub(lambda found: dumps(found[0])[1:-1], text)


def _compile_document(portfolio: Portfolio, journey: Journey) -> Document:
    return Document(
        format=FORMAT,
        format_version=FORMAT_VERSION,
        workspace=Settings(*(getattr(portfolio.workspace, name) for name in Settings._fields)),
        journey=journey,
        derived=derive_values(portfolio, journey),
        **gather_references(portfolio, journey),
    )


class _Plainer:
    """Turns values into what JSON knows; pictures are named from a folder, wherever that is."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def record(self, value: Any) -> dict[str, Any]:
        """Return the fields of a value that hold something, without the place where it was written."""
        fields = {}
        for name, each in zip(value._fields, value, strict=True):
            if each is None or isinstance(each, Place):
                continue
            data = self._plain(each)
            is_optional = name in value._field_defaults and name not in _MEANT_EMPTY
            if data is not None and not (is_optional and data in ("", [], {})):
                fields[name] = data
        return fields

    def _plain(self, value: Any) -> Any:
        """Return a value as JSON knows it; a number that is none is nothing."""
        if isinstance(value, str):
            return value
        if isinstance(value, float):
            return _number(value)
        if isinstance(value, Image):
            return self.record(value._replace(src=_name_picture(value.src, self._folder)))
        if isinstance(value, tuple | list):
            return self.record(value) if hasattr(value, "_fields") else [self._plain(each) for each in value]
        if isinstance(value, Mapping):
            return {str(key): self._plain(each) for key, each in value.items()}
        return value


def _name_picture(src: str, folder: str) -> str:
    """Return the path of a picture from a folder; an address, or a path elsewhere, stays as it is."""
    if not src or ":" in src or src.startswith("/") != folder.startswith("/"):
        return src
    return posixpath.relpath(src, folder or ".")


def _number(value: float) -> int | float | None:
    if not isfinite(value):
        return None
    rounded = round(value, _DECIMALS)
    return int(rounded) if rounded.is_integer() and abs(rounded) < _EXACT else rounded
