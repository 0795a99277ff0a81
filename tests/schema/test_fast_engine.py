"""The quick import of the fast engine: nothing that validating does not need, and nothing left behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from journeymap.schema import fast_engine
from journeymap.schema.fast_engine import COSTLY, load_fast_engine, make_stand_in
from tests.conftest import ROOT

LOAD = "from journeymap.schema.fast_engine import load_fast_engine; engine = load_fast_engine()\n"


def run_alone(code: str, tmp_path: Path) -> str:
    """Return what some code prints in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout.strip()


def test_the_engine_comes_alone(tmp_path: Path) -> None:
    """Neither sockets nor calendars nor random numbers are loaded with it, and it validates."""
    code = (
        f"import sys\n{LOAD}"
        'print(engine.Draft202012Validator(\'{"type": "string"}\').is_valid(1))\n'
        "print([name for name in ('socket', 'calendar', 'random', 'email.utils') if name in sys.modules])"
    )
    assert run_alone(code, tmp_path).splitlines() == ["False", "[]"]


def test_whoever_asks_later_gets_the_real_module(tmp_path: Path) -> None:
    """The stand-in is gone once the engine is there."""
    code = f"{LOAD}import email.utils\nprint(email.utils.formatdate(0))"
    assert run_alone(code, tmp_path) == "Thu, 01 Jan 1970 00:00:00 -0000"


@pytest.mark.parametrize("before", ["threading", "email.utils"])
def test_nobody_else_meets_the_stand_in(before: str, tmp_path: Path) -> None:
    """Where there may be threads, or the real module is there already, the engine is imported as usual."""
    code = (
        f"import sys, {before}\n{LOAD}"
        "print(sys.modules['email.utils'].__file__ is not None, 'calendar' in sys.modules)"
    )
    assert run_alone(code, tmp_path) == "True True"


def test_a_missing_engine_is_an_import_error_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever falls back to the reference finds the modules as they were."""
    alone = {name: module for name, module in sys.modules.items() if name not in ("threading", COSTLY)}
    monkeypatch.setattr(sys, "modules", alone)
    monkeypatch.delitem(alone, "jsonschema_rs", raising=False)

    def fail() -> None:
        assert COSTLY in alone
        raise ImportError("no wheel")

    monkeypatch.setattr(fast_engine, "_import_engine", fail)
    with pytest.raises(ImportError, match="no wheel"):
        load_fast_engine()
    assert COSTLY not in alone


def test_the_stand_in_knows_a_date_and_sends_for_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """A release of the engine that needs more of the module gets the module."""
    from email import utils

    stand_in = make_stand_in()
    monkeypatch.setitem(sys.modules, COSTLY, stand_in)

    assert stand_in.parsedate_to_datetime("Tue, 27 Oct 2026") == "Tue, 27 Oct 2026"
    assert sys.modules[COSTLY] is stand_in
    assert stand_in.formatdate(0) == utils.formatdate(0)
    assert sys.modules.get(COSTLY) is not stand_in
    assert stand_in.make_msgid is utils.make_msgid
