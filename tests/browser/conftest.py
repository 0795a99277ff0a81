"""A site on disk and on a server of this machine, and the HTML checker.

What is missing here is a failure, never a skipped test; ``.ci/test`` installs all of it.
"""

import functools
import gzip
import http.server
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeymap.artifacts import write
from journeymap.compiling import Compilation
from journeymap.site import build_site, single_page
from journeymap.workspace import compile_workspaces, find_workspaces
from tests.conftest import ROOT
from tests.rendering.samples import SAMPLES
from tests.site.samples import make_journey, make_portfolio

CHECKER = "vnu-jar@26.9.27"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder as one that needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sample site, that of a right-to-left language, the examples' sites, and a lone page."""
    root = tmp_path_factory.mktemp("sites")
    samples = Compilation(make_portfolio(), (), {})
    write(build_site(samples), root / "sample")
    (root / "alone.html").write_text(single_page(samples, make_journey()), encoding="utf-8")
    arabic = make_portfolio(make_journey()._replace(id="arabic", lang="ar", title="الشراء الأول"))
    arabic = arabic._replace(workspace=arabic.workspace._replace(lang="ar"))
    write(build_site(Compilation(arabic, (), {})), root / "arabic")
    for name in ("sixty", "japanese"):
        sample = SAMPLES[name]()
        one = sample.portfolio._replace(journeys=(sample.journey._replace(id=name),))
        write(build_site(Compilation(one, (), {})), root / name)
    for compilation in compile_workspaces(find_workspaces(["examples"], str(ROOT))):
        name = compilation.portfolio.workspace.root.rpartition("/")[2] or "quickstart"
        write(build_site(compilation), root / name)
    return root


@pytest.fixture(scope="session")
def server(folder: Path) -> Iterator[str]:
    """Serve the sites on this machine and return the address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that packs what it sends, as every host of static sites does, and says nothing."""

    def do_GET(self) -> None:
        """Send a file, packed."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            super().do_GET()
            return
        content = gzip.compress(path.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def checker() -> list[str]:
    """Return the command of the HTML checker, installed into ``.tools`` where it is missing."""
    assert shutil.which("java"), "there is no Java for the HTML checker; .ci/test installs it"
    jar = ROOT / ".tools" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not jar.exists():
        npm = shutil.which("npm")
        assert npm, "there is no npm to install the HTML checker with; .ci/test installs it"
        (ROOT / ".tools").mkdir(exist_ok=True)
        options = ["--prefix", str(ROOT / ".tools"), "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run([npm, "install", *options, CHECKER], check=True, capture_output=True, timeout=300)
    return ["java", "-jar", str(jar)]
