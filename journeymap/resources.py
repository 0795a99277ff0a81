"""Where the shipped ``schemas/`` and ``templates/`` are: the only module that knows.

An installed package holds them under ``_data``; a checkout or editable install has them beside the
package.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_data"
ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent


def schema_path(name: str) -> Path:
    """Return the path of a JSON Schema, such as ``journey`` or ``check-output``."""
    return ROOT / "schemas" / f"{name}.schema.json"


def templates_path() -> Path:
    """Return the folder of the templates."""
    return ROOT / "templates"
