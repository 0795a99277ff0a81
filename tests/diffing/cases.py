"""Changes as data: each case holds two sides as files, and what is told of them in either direction."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from journeymap.compiling import compile_files
from journeymap.diagnostics import Severity
from journeymap.diffing import Change, Review, read_policy, review_portfolios
from journeymap.source import Place
from journeymap.syntax import Limits, read_document
from tests.conftest import ROOT

CASES = ROOT / "tests" / "cases" / "changes"
TODAY = "2026-11-01"


def find_cases() -> list[Path]:
    """Return every case, in order of its name: the kind of change that it shows."""
    return sorted(CASES.glob("*.yaml"))


def read_case(path: Path) -> dict[str, Any]:
    """Return what a case holds."""
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


def run_case(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is told of a case forward and backward, and the errors of its files."""
    forward = review_files(data["before"], data["after"], data.get("policy", {}))
    backward = review_files(data["after"], data["before"], data.get("policy", {}))
    return {
        "errors": [*errors_of(data["before"]), *errors_of(data["after"])],
        "forward": [describe(each, data["before"], data["after"]) for each in forward.changes],
        "backward": [describe(each, data["after"], data["before"]) for each in backward.changes],
    }


def review_files(
    before: Mapping[str, str], after: Mapping[str, str], policy: Mapping[str, Any] | None = None
) -> Review:
    """Return the review of two sets of files."""
    sides = [compile_files((name, text.encode()) for name, text in side.items()) for side in (before, after)]
    return review_portfolios(
        sides[0].portfolio, sides[1].portfolio, policy=read_policy(policy or {}), today=TODAY
    )


def errors_of(files: Mapping[str, str]) -> list[str]:
    """Return what is wrong with files."""
    compilation = compile_files((name, text.encode()) for name, text in files.items())
    return [each.message for each in compilation.diagnostics if each.severity is Severity.ERROR]


def describe(change: Change, before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, Any]:
    """Return what a case asserts of a change."""
    places = {"base": locate(change.fact.base, before), "head": locate(change.fact.head, after)}
    nearest = {"nearest": locate(change.fact.nearest, after)} if change.fact.nearest else {}
    because = {"because": change.because} if change.because else {}
    return {
        "id": change.id,
        "level": change.level.word,
        "message": change.message,
        **because,
        "entity": change.fact.entity.path,
        **places,
        **nearest,
    }


def locate(place: Place | None, files: Mapping[str, str]) -> str | None:
    """Return a place as file, line and column; nothing for what is not written there."""
    if place is None or not place.file:
        return None
    document = read_document(place.file, files[place.file].encode(), Limits())
    start = document.span(place.pointer).start
    return f"{place.file}:{start.line}:{start.column}"
