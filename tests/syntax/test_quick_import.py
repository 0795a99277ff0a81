"""The quick import of PyYAML: patterns are put off, and do what they always do."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from journeymap.syntax import quick_import
from journeymap.syntax.quick_import import Postponed, import_yaml
from tests.conftest import ROOT

IMPORT = "from journeymap.syntax.quick_import import import_yaml, Postponed; import_yaml()\n"


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


def test_the_costly_patterns_are_put_off(tmp_path: Path) -> None:
    """PyYAML has its patterns, uncompiled, and everybody else compiles at once as before."""
    code = (
        f"import re\ncompile = re.compile\n{IMPORT}"
        "import yaml.reader\n"
        "print(type(yaml.reader.Reader.NON_PRINTABLE) is Postponed, re.compile is compile)\n"
    )
    assert run_alone(code, tmp_path) == "True True"


def test_the_library_reads_and_refuses_as_ever(tmp_path: Path) -> None:
    """Its own loaders find numbers, dates and characters that cannot be printed."""
    code = (
        f"{IMPORT}import yaml\n"
        "print(yaml.safe_load('a: 1.5\\nb: 2026-01-02\\nc: yes\\nd: 0x1f'))\n"
        "try:\n    yaml.safe_load('a: \\x07')\nexcept yaml.YAMLError as error:\n"
        "    print(type(error).__name__)\n"
    )
    assert run_alone(code, tmp_path).splitlines() == [
        "{'a': 1.5, 'b': datetime.date(2026, 1, 2), 'c': True, 'd': 31}",
        "ReaderError",
    ]


@pytest.mark.parametrize("before", ["threading", "yaml"])
def test_where_others_may_compile_nothing_is_put_off(before: str, tmp_path: Path) -> None:
    """With threads, or with PyYAML there already, the import is left as it is."""
    code = (
        f"import {before}\n{IMPORT}import yaml.reader\nprint(type(yaml.reader.Reader.NON_PRINTABLE).__name__)"
    )
    assert run_alone(code, tmp_path) == "Pattern"


def test_a_failing_import_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Patterns are compiled at once again, whatever became of the library."""
    quick_import._import_library()  # where it is there already, that is all
    alone = {name: module for name, module in sys.modules.items() if name not in ("threading", "yaml")}
    monkeypatch.setattr(sys, "modules", alone)
    compile = re.compile

    def fail() -> None:
        assert isinstance(re.compile("a"), Postponed)
        raise ImportError("no library")

    monkeypatch.setattr(quick_import, "_import_library", fail)
    with pytest.raises(ImportError, match="no library"):
        import_yaml()
    assert re.compile is compile


def test_a_pattern_put_off_is_the_pattern() -> None:
    """Whatever it is asked, the compiled one answers."""
    postponed = Postponed("(A+)b", re.IGNORECASE)

    assert postponed.fullmatch("aaB").group(1) == "aa"
    assert postponed.pattern == "(A+)b"
    assert postponed.flags & re.IGNORECASE
    with pytest.raises(AttributeError):
        _ = postponed.no_such_thing
