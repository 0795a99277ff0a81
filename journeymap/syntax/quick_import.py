"""The import of PyYAML without the patterns of its own parser and its own types.

It compiles them while it is imported, one of them alone for longer than a journey takes to be read, and
libyaml with our own types needs none. They are put off until somebody asks for them, which is the parser
in Python where there is no libyaml.
"""

import re
import sys
from typing import Any


def import_yaml() -> None:
    """Import PyYAML, unless that has been done."""
    # Without threads nobody else compiles a pattern meanwhile, and the program has none.
    if "yaml" in sys.modules or "threading" in sys.modules:
        return
    compile = re.compile
    re.compile = Postponed  # type: ignore[assignment]
    try:
        _import_library()
    finally:
        re.compile = compile


class Postponed:
    """A pattern that is compiled when it is first asked for anything."""

    def __init__(self, *arguments: Any) -> None:
        self._arguments = arguments

    def __getattr__(self, name: str) -> Any:
        # Patterns are kept by their text, so the second question costs a look.
        return getattr(re.compile(*self._arguments), name)


def _import_library() -> None:
    import yaml  # noqa: F401
