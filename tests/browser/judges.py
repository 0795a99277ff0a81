"""Judges of pages from outside Python, each asked once for many: Lighthouse, pa11y, Firefox and more."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

TOOLS = ROOT / ".tools"
PACKAGES = (
    "lighthouse@12.8.2",
    "chrome-launcher@1.2.1",
    "pa11y@9.1.1",
    "puppeteer@24.43.1",
    "html-validate@10.17.0",
    "axe-core@4.14.1",
)
"""What ``.ci/test`` installs."""
FIREFOXES = ("firefox-esr", "firefox")
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def judge_with_lighthouse(urls: Iterable[str], *, form: str = "mobile") -> Mapping[str, Any]:
    """Return the scores and times of each page, with names of audits that failed."""
    answer: dict[str, Any] = _ask("lighthouse.mjs", _program(CHROMIUMS), form, *urls)
    return answer


def judge_with_pa11y(urls: Iterable[str]) -> Mapping[str, list[str]]:
    """Return what HTML_CodeSniffer finds against WCAG 2 AA, by page; pages without a finding are left out."""
    answer: dict[str, list[str]] = _ask("pa11y.mjs", _program(CHROMIUMS), *urls)
    return answer


def judge_with_firefox(urls: Iterable[str]) -> Mapping[str, list[str]]:
    """Return what is wrong with pages in Firefox, by page; pages without a fault are left out."""
    install()
    axe = TOOLS / "node_modules" / "axe-core" / "axe.min.js"
    answer: dict[str, list[str]] = _ask("firefox.mjs", _program(FIREFOXES), str(axe), *urls)
    return answer


def validate_html(paths: Iterable[Path], config: Path) -> list[str]:
    """Return what html-validate finds in files, one line a finding."""
    install()
    program = TOOLS / "node_modules" / ".bin" / "html-validate"
    with tempfile.TemporaryDirectory() as folder:
        # A file, since the program ends before all of a long answer has gone down a pipe.
        answer = Path(folder) / "answer.json"
        command = [str(program), "--config", str(config), "--formatter", f"json={answer}", *map(str, paths)]
        done = subprocess.run(command, capture_output=True, timeout=600, check=False)
        assert answer.exists(), done.stderr.decode()
        reports = json.loads(answer.read_text(encoding="utf-8"))
    return [
        f"{report['filePath']}:{message['line']}: {message['ruleId']}: {message['message']}"
        for report in reports
        for message in report["messages"]
    ]


def install() -> None:
    """Install the packages into ``.tools`` where one is missing."""
    names = [package.rpartition("@")[0] for package in PACKAGES]
    if all((TOOLS / "node_modules" / name / "package.json").exists() for name in names):
        return
    npm = shutil.which("npm")
    assert npm, "there is no npm to install the judges of pages with; .ci/test installs it"
    TOOLS.mkdir(exist_ok=True)
    options = ["--prefix", str(TOOLS), "--ignore-scripts", "--save-exact", "--no-audit", "--no-fund"]
    subprocess.run([npm, "install", *options, *PACKAGES], check=True, capture_output=True, timeout=300)


def _ask(script: str, *arguments: str) -> Any:
    install()
    node = _program(("node",))
    command = [node, str(Path(__file__).parent / "scripts" / script), str(TOOLS), *arguments]
    done = subprocess.run(command, capture_output=True, timeout=1200, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def _program(names: Iterable[str]) -> str:
    found = next(filter(None, map(shutil.which, names)), None)
    assert found, f"none of {', '.join(names)} is on the path; .ci/test installs it"
    return found
