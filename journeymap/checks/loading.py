"""Rules by name: each module is loaded when its rule is first asked."""

from functools import cache
from importlib import import_module

from journeymap.checks.check import Check
from journeymap.checks.registry import METHOD


@cache
def load_check(name: str) -> Check:
    """Return a rule of the method with its documentation and the function that finds it."""
    check: Check = import_module(f"journeymap.checks.rules.{name.replace('-', '_')}").CHECK
    return check


def load_checks() -> tuple[Check, ...]:
    """Return all rules of the method in order."""
    return tuple(map(load_check, METHOD))
