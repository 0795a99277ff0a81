"""The floors of the building: who may import whom, which package has which door, and what stays out.

The tables below are the architecture (docs/architecture.md draws them). The walk reads the source with
``ast``, so an import inside a function or under ``TYPE_CHECKING`` counts like any other. Rooms that are
designed and not yet built stand in the table already: a module that opens one finds its floor waiting.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT

PACKAGE = "journeymap"

FLOORS = {
    "named_tuples": -1,
    "devices": 0,
    "source": 0,
    "resources": 0,
    "themes": 1,
    "diagnostics": 1,
    "problems": 2,
    "suggesting": 2,
    "entities": 2,
    "artifacts": 2,
    "model": 2,
    "syntax": 3,
    "markers": 3,
    "schema": 4,
    "building": 4,
    "measurements": 4,
    "importing": 4,
    "history": 4,
    "formatting": 5,
    "checks": 5,
    "suppressing": 5,
    "fixing": 5,
    "diffing": 5,
    "rendering": 5,
    "rules": 6,
    "settling": 6,
    "compiling": 7,
    "reporting": 7,
    "workspace": 8,
    "measuring": 9,
    "injecting": 9,
    "embedding": 9,
    "reviewing": 9,
    "site": 9,
    "serving": 10,
    "lsp": 10,
    "cli": 11,
    "__main__": 12,
}

NO_YAML_HERE = ("checks", "diffing", "injecting", "rendering", "reporting", "reviewing", "site")
"""Past the builder nobody sees YAML: these rooms read the model only."""
YAML_ROOMS = ("syntax", "schema", "building")

DOORS = {
    "yaml": "syntax/",
    "jsonschema": "schema/",
    "jsonschema_rs": "schema/",
    "referencing": "schema/",
    "jinja2": "rendering/templating.py",
    "markupsafe": "rendering/templating.py",
    "markdown_it": "rendering/markdown.py",
    "graphviz": "rendering/flow/graphviz.py",
    "graphviz_pure": "rendering/flow/graphviz.py",
    "xlsxwriter": "rendering/tables/workbook.py",
    "pptx": "rendering/documents/deck/presentation.py",
    "typst": "rendering/documents/typesetting.py",
    "fontTools": "rendering/documents/font_files.py",
    "pymdownx": "embedding/markdown.py",
    "docutils": "embedding/sphinx.py",
    "sphinx": "embedding/sphinx.py",
    "watchfiles": "serving/watching.py",
}
"""The one place that may import a third-party package: a room, or one module of it."""

PROGRAM_DOORS = ("rendering/flow/graphviz.py", "history/git.py")
"""The only modules that may start a program, each its own one."""
PROGRAMS = {"subprocess", "multiprocessing.popen_spawn_posix", "pty"}
PROGRAM_CALLS = {"os.system", "os.popen", "os.execv", "os.execvp", "os.spawnv", "os.posix_spawn", "os.fork"}
NETWORK = {
    *("socket", "ssl", "http.client", "http.server", "socketserver", "urllib.request"),
    *("ftplib", "smtplib", "asyncio"),
}
SERVER_DOOR = "serving/server.py"
"""The one module that listens, and to this machine only; not even that one connects to anybody."""
SERVER_DOOR_MAY = ("http.server", "socketserver")
BROWSER_DOOR = "cli/commands/serve.py"
CLOCK_ROOM = "cli"
CLOCK_CALLS = {
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
    "time.ctime",
    "time.strftime",
}

LONG_FOR_A_REASON: dict[str, str] = {}
"""Modules above 300 lines, each with the reason."""


class Import(NamedTuple):
    """One imported module or name, where it stands, and the dotted path it asks for."""

    file: str
    line: int
    target: str


def test_every_import_goes_down_the_stairs() -> None:
    """A module imports its own room and lower floors only."""
    assert floor_offences(ROOT / PACKAGE) == []


def test_rooms_past_the_builder_never_see_yaml() -> None:
    """Rendering, reporting and the site read the model, not the syntax."""
    assert yaml_offences(ROOT / PACKAGE) == []


def test_each_third_party_package_has_one_door() -> None:
    """A third-party package is imported in one place, and only the listed ones are."""
    assert door_offences(ROOT / PACKAGE) == []


def test_no_clock_program_or_network_where_it_does_not_belong() -> None:
    """Only the command line reads the clock, only two doors start programs, nobody connects."""
    assert surrounding_offences(ROOT / PACKAGE) == []


def test_modules_stay_readable() -> None:
    """No module is longer than 300 lines without a reason in the table, and no reason is stale."""
    long = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / PACKAGE).rglob("*.py")
        if path.read_text(encoding="utf-8").count("\n") > 300
    }
    assert long == set(LONG_FOR_A_REASON)


def test_every_room_has_a_floor() -> None:
    """A new module or package at the top of the package needs its line in the table."""
    rooms = {
        path.stem
        for path in (ROOT / PACKAGE).iterdir()
        if path.suffix == ".py" or (path.is_dir() and (path / "__init__.py").exists())
    }
    assert rooms - {"__init__"} <= set(FLOORS)


@pytest.mark.parametrize(
    ("file", "text", "offence"),
    [
        (
            "rendering/map.py",
            "from journeymap.site import pages\n",
            "journeymap/rendering/map.py:1: rendering (floor 5) imports site (floor 9)",
        ),
        (
            "syntax/tree.py",
            "def parse():\n    import journeymap.schema.words\n",
            "journeymap/syntax/tree.py:2: syntax (floor 3) imports schema (floor 4)",
        ),
        (
            "source/files.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from journeymap.model import Journey\n",
            "journeymap/source/files.py:3: source (floor 0) imports model (floor 2)",
        ),
        (
            "schema/words.py",
            "from ..building import build\n",
            "journeymap/schema/words.py:1: schema (floor 4) imports building (floor 4)",
        ),
        (
            "compiling.py",
            "from . import workspace\n",
            "journeymap/compiling.py:1: compiling (floor 7) imports workspace (floor 8)",
        ),
        (
            "model/journey.py",
            "from journeymap import cli\n",
            "journeymap/model/journey.py:1: model (floor 2) imports cli (floor 11)",
        ),
        (
            "model/late.py",
            "import importlib\nimportlib.import_module('journeymap.syntax')\n",
            "journeymap/model/late.py:2: model (floor 2) imports syntax (floor 3)",
        ),
    ],
)
def test_an_import_up_the_stairs_is_named_with_both_floors(
    tmp_path: Path, file: str, text: str, offence: str
) -> None:
    """The walk sees plain, late, type-only, relative and dynamic imports."""
    assert floor_offences(planted(tmp_path, file, text)) == [offence]


def test_an_import_downstairs_is_no_offence(tmp_path: Path) -> None:
    """Own room, lower floors and the version are free."""
    text = (
        "from journeymap import __version__\n"
        "from journeymap.site.pages import PAGES\n"
        "from journeymap.model import Journey\n"
    )
    assert floor_offences(planted(tmp_path, "site/build.py", text)) == []


def test_planted_yaml_in_the_site_is_found(tmp_path: Path) -> None:
    """The second table holds although the floors alone would allow it."""
    package = planted(tmp_path, "site/build.py", "from journeymap.syntax import read_document\n")
    assert floor_offences(package) == []
    assert yaml_offences(package) == [
        "journeymap/site/build.py:1: site reads the model only, and imports syntax"
    ]


@pytest.mark.parametrize(
    ("file", "text", "offence"),
    [
        (
            "building/tree.py",
            "import yaml\n",
            "journeymap/building/tree.py:1: yaml is imported only in journeymap/syntax/",
        ),
        (
            "rendering/flow/dot.py",
            "def draw():\n    from graphviz import Source\n",
            (
                "journeymap/rendering/flow/dot.py:2: graphviz is imported only in "
                "journeymap/rendering/flow/graphviz.py"
            ),
        ),
        (
            "cli/colour.py",
            "import rich.console\n",
            "journeymap/cli/colour.py:1: rich has no door; add one to DOORS and say why in an ADR",
        ),
    ],
)
def test_a_planted_second_door_is_found(tmp_path: Path, file: str, text: str, offence: str) -> None:
    """A third-party import outside its door is named with the door."""
    assert door_offences(planted(tmp_path, file, text)) == [offence]


@pytest.mark.parametrize(
    ("file", "text", "offence"),
    [
        (
            "site/build.py",
            "from datetime import date\nprint(date.today())\n",
            "journeymap/site/build.py:2: only cli reads the clock, and this is date.today",
        ),
        (
            "site/build.py",
            "import datetime\nprint(datetime.datetime.now())\n",
            "journeymap/site/build.py:2: only cli reads the clock, and this is datetime.now",
        ),
        (
            "site/build.py",
            "from time import time\n",
            "journeymap/site/build.py:1: only cli reads the clock, and this is time.time",
        ),
        (
            "workspace.py",
            "import subprocess\n",
            (
                "journeymap/workspace.py:1: subprocess starts programs, and only "
                "rendering/flow/graphviz.py and history/git.py may"
            ),
        ),
        (
            "workspace.py",
            "import os\nos.system('git log')\n",
            (
                "journeymap/workspace.py:2: os.system starts programs, and only "
                "rendering/flow/graphviz.py and history/git.py may"
            ),
        ),
        (
            "site/preview.py",
            "from http.server import HTTPServer\n",
            "journeymap/site/preview.py:1: http.server opens a connection, and nothing here may",
        ),
        (
            "serving/server.py",
            "import socket\n",
            "journeymap/serving/server.py:1: socket opens a connection, and nothing here may",
        ),
        (
            "cli/open.py",
            "import webbrowser\n",
            ("journeymap/cli/open.py:1: webbrowser opens the browser, and only cli/commands/serve.py may"),
        ),
        (
            "site/fonts.py",
            "from urllib.request import urlopen\n",
            "journeymap/site/fonts.py:1: urllib.request opens a connection, and nothing here may",
        ),
    ],
)
def test_planted_clock_program_and_network_are_found(
    tmp_path: Path, file: str, text: str, offence: str
) -> None:
    """Each way to reach for the surroundings is named where it stands."""
    assert surrounding_offences(planted(tmp_path, file, text)) == [offence]


def floor_offences(package: Path) -> list[str]:
    """Return each import that goes up the stairs or across a floor."""
    offences = []
    for found in imports_of(package):
        room, target = room_of(found.file), room_of_target(found.target)
        if target is None or room in (target, "__init__"):
            continue
        if FLOORS[target] >= FLOORS[room]:
            offences.append(
                f"{found.file}:{found.line}: {room} (floor {FLOORS[room]})"
                f" imports {target} (floor {FLOORS[target]})"
            )
    return offences


def yaml_offences(package: Path) -> list[str]:
    """Return each import of a YAML room by a room that reads the model only."""
    return [
        f"{found.file}:{found.line}: {room_of(found.file)} reads the model only, and imports {target}"
        for found in imports_of(package)
        if room_of(found.file) in NO_YAML_HERE and (target := room_of_target(found.target)) in YAML_ROOMS
    ]


def door_offences(package: Path) -> list[str]:
    """Return each third-party import that is not in its door."""
    offences = []
    for found in imports_of(package):
        top = found.target.split(".")[0]
        if top == PACKAGE or top in sys.stdlib_module_names:
            continue
        door = DOORS.get(top)
        if door is None:
            offences.append(
                f"{found.file}:{found.line}: {top} has no door; add one to DOORS and say why in an ADR"
            )
        elif not found.file.startswith(f"{PACKAGE}/{door}"):
            offences.append(f"{found.file}:{found.line}: {top} is imported only in {PACKAGE}/{door}")
    return offences


def surrounding_offences(package: Path) -> list[str]:
    """Return each place that reads the clock, starts a program or opens a connection."""
    offences = []
    for found in (*imports_of(package), *attributes_of(package)):
        place = f"{found.file}:{found.line}"
        if found.target in CLOCK_CALLS and room_of(found.file) != CLOCK_ROOM:
            offences.append(f"{place}: only cli reads the clock, and this is {found.target}")
        program = found.target if found.target in PROGRAM_CALLS else prefix_in(found.target, PROGRAMS)
        if program and found.file not in {f"{PACKAGE}/{door}" for door in PROGRAM_DOORS}:
            offences.append(f"{place}: {program} starts programs, and only {' and '.join(PROGRAM_DOORS)} may")
        if prefix_in(found.target, {"webbrowser"}) and found.file != f"{PACKAGE}/{BROWSER_DOOR}":
            offences.append(f"{place}: webbrowser opens the browser, and only {BROWSER_DOOR} may")
        network = prefix_in(found.target, NETWORK)
        is_server = network in SERVER_DOOR_MAY and found.file == f"{PACKAGE}/{SERVER_DOOR}"
        if network and not is_server:
            offences.append(f"{place}: {network} opens a connection, and nothing here may")
    return list(dict.fromkeys(offences))


def imports_of(package: Path) -> Iterator[Import]:
    """Yield every import of every module; ``from a import b`` asks for ``a.b``."""
    for file, tree in modules_of(package):
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                yield from (Import(file, node.lineno, name.name) for name in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = absolute_base(file, node)
                yield from (Import(file, node.lineno, f"{base}.{name.name}") for name in node.names)
            elif isinstance(node, ast.Call) and (name := dynamic_target(node)):
                yield Import(file, node.lineno, name)


def attributes_of(package: Path) -> Iterator[Import]:
    """Yield each ``name.attribute`` by its last two parts."""
    for file, tree in modules_of(package):
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute):
                owner = node.value
                name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
                yield Import(file, node.lineno, f"{name}.{node.attr}")


def modules_of(package: Path) -> Iterator[tuple[str, ast.Module]]:
    """Yield each module's path from the package's parent, and its tree, in order."""
    for path in sorted(package.rglob("*.py")):
        yield path.relative_to(package.parent).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def absolute_base(file: str, node: ast.ImportFrom) -> str:
    """Return the dotted module that a ``from`` import names, relative ones resolved."""
    if not node.level:
        return node.module or ""
    package = file.removesuffix(".py").split("/")[: -node.level]
    return ".".join([*package, *([node.module] if node.module else [])])


def dynamic_target(node: ast.Call) -> str:
    """Return the literal module name of an ``import_module`` or ``__import__`` call, or ``""``."""
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name not in {"import_module", "__import__"} or not node.args:
        return ""
    first = node.args[0]
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""


def room_of(file: str) -> str:
    """Return the room of a module's path."""
    return file.split("/")[1].removesuffix(".py")


def room_of_target(target: str) -> str | None:
    """Return the room an import leads to; the package's own names (its version) are no room."""
    parts = target.split(".")
    return parts[1] if parts[0] == PACKAGE and len(parts) > 1 and parts[1] in FLOORS else None


def prefix_in(target: str, names: set[str]) -> str:
    """Return the listed module that a dotted path is or lies in, or ``""``."""
    return next((name for name in sorted(names) if f"{target}.".startswith(f"{name}.")), "")


def planted(folder: Path, file: str, text: str) -> Path:
    """Return a package that holds one module."""
    path = folder / PACKAGE / file
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return folder / PACKAGE
