"""Shared by all tests: goldens with one accept switch, a clean environment, one browser, hypothesis profiles.

``JOURNEYMAP_ACCEPT=1 pytest`` rewrites every golden and generated page that differs.
``JOURNEYMAP_PROFILE=long pytest`` runs each property test with 10,000 fresh examples, not 200 fixed ones.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
ACCEPT = bool(os.environ.get("JOURNEYMAP_ACCEPT"))
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

settings.register_profile(
    "ci",
    max_examples=200,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
settings.register_profile("long", settings.get_profile("ci"), max_examples=10_000, derandomize=False)
settings.load_profile(os.environ.get("JOURNEYMAP_PROFILE") or "ci")


_held: list[Any] = []


def _hold_coverage() -> None:
    """Take the lock of the measuring of coverage before a process is copied.

    A thread that held it then would not be there in the copy, which would wait for it for ever.
    """
    lock = getattr(getattr(Coverage.current(), "_collector", None), "data_lock", None)
    if lock is not None:
        lock.acquire()
        _held.append(lock)


def _release_coverage() -> None:
    if _held:
        _held.pop().release()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=_hold_coverage, after_in_parent=_release_coverage, after_in_child=_release_coverage
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests that need a browser in one process: they share one."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium; where there is none, that is a failure and never a skipped test."""
    program = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    assert program, f"there is no Chromium on the path ({', '.join(CHROMIUMS)}); .ci/test installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def blank_page(browser: Browser) -> Iterator[Page]:
    """Open an empty page to draw on."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the developer's shell reaches a test."""
    for name in list(os.environ):
        if name.startswith(("GITHUB_", "JOURNEYMAP_")) or name in {
            "CI",
            "NO_COLOR",
            "FORCE_COLOR",
            "SOURCE_DATE_EPOCH",
            "COLUMNS",
        }:
            monkeypatch.delenv(name)


@pytest.fixture
def golden() -> Callable[[Path, str | bytes], None]:
    """Compare a text or bytes with a committed file; with the accept switch, write it instead."""
    return match_golden


def match_golden(path: Path, actual: str | bytes) -> None:
    """Assert that a committed file holds exactly this text; with the accept switch, write it."""
    content = actual.encode() if isinstance(actual, str) else actual
    if ACCEPT:
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return
    assert path.exists(), f"{path} is missing; run with JOURNEYMAP_ACCEPT=1 and review it"
    expected = path.read_bytes()
    if isinstance(actual, str):
        assert actual == expected.decode(), f"{path} differs; JOURNEYMAP_ACCEPT=1 rewrites it"
    assert content == expected, f"{path} differs; JOURNEYMAP_ACCEPT=1 rewrites it"
