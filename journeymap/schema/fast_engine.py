"""The import of jsonschema-rs, at half its price.

While it is imported, the library reads the date of its own build with a function of ``email.utils``,
which brings sockets, calendars and random numbers: more than the library itself, and nothing that
validating needs.
"""

import sys
from types import ModuleType
from typing import Any

COSTLY = "email.utils"


def load_fast_engine() -> ModuleType:
    """Return jsonschema-rs; an ImportError where it is not installed."""
    # Without threads nobody else can meet the stand-in, and the program has none.
    if COSTLY in sys.modules or "jsonschema_rs" in sys.modules or "threading" in sys.modules:
        return _import_engine()
    stand_in = make_stand_in()
    sys.modules[COSTLY] = stand_in
    try:
        return _import_engine()
    finally:
        _take_away(stand_in)


def make_stand_in() -> ModuleType:
    """Return a module that leaves a date as the text it is, and sends for the real one for all else."""
    stand_in = ModuleType(COSTLY)

    def fetch(name: str) -> Any:
        # A later release may want more than the date, and gets it.
        _take_away(stand_in)
        from email import utils

        return getattr(utils, name)

    vars(stand_in).update(parsedate_to_datetime=str, __getattr__=fetch)
    return stand_in


def _take_away(stand_in: ModuleType) -> None:
    if sys.modules.get(COSTLY) is stand_in:
        del sys.modules[COSTLY]


def _import_engine() -> ModuleType:
    import jsonschema_rs

    engine: ModuleType = jsonschema_rs
    return engine
